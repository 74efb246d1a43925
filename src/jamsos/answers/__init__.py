"""What every rule gives back: decisions and amounts with their lines, grounds, notes and missing facts."""
