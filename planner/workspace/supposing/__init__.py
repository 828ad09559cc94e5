"""What if: the levers, the supposed plan, and the ways to go on after lost time."""
