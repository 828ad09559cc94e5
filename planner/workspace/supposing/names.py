"""The names of the ways to go on after missed time, as commands and documents have them."""

CATCH_UP, REBALANCE, EXTEND = WAYS = ("catch-up", "rebalance", "extend")
