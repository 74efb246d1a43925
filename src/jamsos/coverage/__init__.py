"""Is this day covered, and what keeps a person covered."""
