"""iCalendar: the plan as a calendar file that updates and never duplicates.

`history` says what became of every session ever accepted, `wording` what a calendar shows of it, `ics`
writes the bytes, and `exporting.export_ics` puts them together. Importing this package loads no iCalendar
library.
"""
