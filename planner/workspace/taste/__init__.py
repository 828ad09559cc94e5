"""The user's preferences for the app, and what it remembers about them."""
