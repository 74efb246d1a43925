"""The plain form of facts and values: what JSON can hold, in and out, without an extra."""
