"""The Textual app: screens that show what the workspace tells, and ask it to act."""
