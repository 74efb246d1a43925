"""Contributions of non-wage earners (BPU): the income row, reliefs, runs of months, prepaying."""
