"""Undo and redo: which action, what stands in the way, and the files that go back with it."""
