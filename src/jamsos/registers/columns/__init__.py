"""The answers as columns: who may be enrolled, what is due, what deaths would cost."""
