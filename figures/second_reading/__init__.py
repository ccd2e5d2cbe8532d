"""Every published figure once more, by another way: plain Python over plain rows.

Nothing here is shared with the first way, neither its rules nor its queries nor its arithmetic (import-linter says so,
see pyproject.toml). What the words of the register mean is written out again, one thing at a time: an agreement, a
company, a round, a statement, an agreed point; what it counts as on a day; and then they are counted.

`figures/self_check.py` holds the two side by side.
"""
