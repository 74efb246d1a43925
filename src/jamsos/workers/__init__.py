"""Who: segments, categories, occupations, the worker, the family, the participation and its payments."""
