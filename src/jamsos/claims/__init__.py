"""By when: reports, decisions, payment, what lateness costs, and when a claim lapses."""
