"""Whether the journal is whole: every line, what it refers to, and what went missing."""
