"""Handing a register over, comparing two of them, and a register beside a bill."""
