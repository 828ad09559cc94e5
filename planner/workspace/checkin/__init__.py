"""The weekly check-in: what it asks, the answers, and the plan that follows."""
