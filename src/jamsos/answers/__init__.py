"""What every rule gives back: outcomes and amounts with their grounds, notes and missing facts."""
