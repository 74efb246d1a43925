"""Contributions of construction projects: by wage, or by tiers of the contract value."""
