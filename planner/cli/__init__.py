"""The commands: parse, call the workspace, print."""
