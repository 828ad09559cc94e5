"""Why something in the plan is as it is: what an id stands for, its explanation, and how it is told."""
