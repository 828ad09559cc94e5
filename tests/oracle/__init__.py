"""An independent reading of DESIGN.md section 5, slow and obvious, that shares no code with the scheduler.

It uses the records (what goes in, what comes out) and nothing that computes them.
"""
