"""profile.yaml and curriculum.yaml: read with every problem, changed in place, never over somebody's edit."""
