"""Words for the screens: the workspace's views to the records that widgets draw, in the user's language."""
