"""What other programs know of time studied, and tables made by hand: one file a format, each gives rows or entries.

Readers return `(rows, problems)`; what the journal holds already is found again by the keys in its events.
"""
