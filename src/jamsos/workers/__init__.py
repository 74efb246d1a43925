"""The facts: segments, categories, occupations, the worker, the family, the participation."""
