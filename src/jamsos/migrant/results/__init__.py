"""The answers of this room: one class for each question, with its results."""
