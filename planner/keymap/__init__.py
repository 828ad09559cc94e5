"""The app's commands and their keys, as data: what the app binds, shows and explains, and `planner keys` prints.

`table` is the one table of commands; `names` knows how keys are called; `rebinding` puts the user's own keys in.
"""
