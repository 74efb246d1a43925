"""Contributions of wage earners (PU): wage base, risk group, reliefs, lateness, share of JKP."""
