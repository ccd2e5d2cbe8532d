"""What does not fit in the series of agreement numbers."""
