"""The plan folder: one file per use case, and the one door for the commands and the app."""
