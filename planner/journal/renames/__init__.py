"""Old names in events as the curriculum of today has them: renamed, split, merged."""
