"""Views: what the workspace says, as lines of text that fit the terminal; nothing is read or written here."""
