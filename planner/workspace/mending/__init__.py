"""What is damaged or missing in the plan folder: found, told with where a good copy is, mended or given up."""
