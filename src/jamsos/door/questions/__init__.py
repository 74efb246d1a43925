"""The questions of the door, as they are read from a line; one module a topic."""
