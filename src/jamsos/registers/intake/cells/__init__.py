"""What one cell of a list means: amounts, days, identities, words, regions."""
