"""What happened: append-only events on disk, and the progress that they fold into.

`append` returns only when the event is on disk; `read_journal` returns `(events, problems)`; `fold` computes.
"""
