"""What officials said, held against the register."""
