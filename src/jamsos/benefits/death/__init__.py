"""Benefits after a death: JKK after a death from work, JKM after any other."""
