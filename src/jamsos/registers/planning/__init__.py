"""Planning the use of a budget, in a strict order of priority."""
