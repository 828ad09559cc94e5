"""What screens are made of: blocks that draw lines to a width from data, and send messages; none touches the app."""
