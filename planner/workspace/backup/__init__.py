"""Backups of the plan folder, outside it: made, chosen, thinned, and brought back."""
