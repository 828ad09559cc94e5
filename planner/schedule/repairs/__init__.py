"""What would make a plan fit: the smallest change of each kind, and of pairs, each tried by placing every session."""

from planner.schedule.repairs.finding import with_repairs

__all__ = ["with_repairs"]
