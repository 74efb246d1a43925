"""Registers of invented people, clean or dirty, of any size."""
