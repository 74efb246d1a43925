"""What is due: the income row, the contribution of a month, reliefs, due dates, prepaying and refunds."""
