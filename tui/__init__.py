"""The Textual app: screens and widgets over the workspace, the one door to the plan folder.

Widgets take data and send messages; screens ask the app to act; the app calls the workspace off the UI thread.
"""
