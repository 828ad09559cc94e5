"""How fast the planner is: generated curricula, what is measured on them, and a table of ratios (`run.py`)."""
