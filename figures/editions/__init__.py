"""What each edition changed in the register, and what that did to the figures."""
