"""The learner's own hand on the plan: proposed with its diff, refused with a reason, recorded as one action."""
