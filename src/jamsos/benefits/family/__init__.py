"""Who takes: the order of the heirs, and the scholarship of the children."""
