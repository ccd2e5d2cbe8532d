"""The first page: the headline of a day, the totals over time, and the rest in parts."""
