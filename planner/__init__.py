"""The core of the planner: what is to be learned, who learns and when, what happened, and what goes where.

Nothing in this package knows of a screen, except `planner.cli`.
"""

__version__ = "0.1.0"
