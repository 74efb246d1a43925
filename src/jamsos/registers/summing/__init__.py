"""Sums by area, group and year; cover against a target; the effects of a pause of payment."""
