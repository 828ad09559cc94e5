"""What screens and commands show, as frozen records, and the same as JSON."""
