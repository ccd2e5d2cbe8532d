"""The figures for other sites: a frame, a badge, and the page with the code to copy."""
