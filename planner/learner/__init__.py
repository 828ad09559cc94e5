"""Who learns, and when: the profile, and the free windows and capacity that follow from it.

`read_profile` returns `(profile, problems)`; `free_windows` and `typical_week` turn availability into time.
"""
