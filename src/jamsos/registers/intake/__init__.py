"""Reading and checking: a file becomes rows that are accepted, to be checked or rejected."""
