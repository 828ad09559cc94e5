"""How the accepted plan is moved when it no longer holds: the least change, found by chains of displacements.

Lost work is put where there is room; where there is none, it displaces other work, which goes where there is room, and
so on. Chains are searched by cost (dijkstra), in cells of time inside of which order is free; then cells become blocks
again. The result is a wish: the walk keeps it as far as the guards allow, so that a bad wish can cost no deadline.
"""

from planner.schedule.replan.rearranging import rearrange

__all__ = ["rearrange"]
