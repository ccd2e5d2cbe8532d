"""Reads files that pack something: .hwpx, .docx, .pdf and .xlsx. Whoever made them is unknown, so this package runs in
a child process with its time and memory bounded (`intake.bounded` starts it). It needs neither Django nor the register.
"""
