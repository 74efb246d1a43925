"""JKK of a living worker: care, transport, incapacity, disability, aids, return to work."""
