"""Events and actions as a person reads them."""
