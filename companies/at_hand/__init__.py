"""What the directory is narrowed, counted, searched and sorted by, in hand in each process (docs/adr/0021)."""
