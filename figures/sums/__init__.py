"""The totals of any day: the register summed by day in SQL, and the rules over these sums in plain Python."""
