"""Which months are owed and when: due dates, memberships, arrears in a row, lapse and re-entry."""
