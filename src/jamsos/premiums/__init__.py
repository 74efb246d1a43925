"""What is due: `bpu`, `wage` and `construction` by segment; corrections and sanctions of all."""
