"""A newer curriculum for a plan: noticed, compared, taken as one action."""
