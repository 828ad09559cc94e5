"""Making a plan: the answers, the files in memory, the folder on disk, and the demo."""
