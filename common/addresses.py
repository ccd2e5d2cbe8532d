"""Short names that stand in addresses and files."""


def free_name(wanted, rows, column):
    """`wanted`, or `wanted-2`, `wanted-3` … where a row of `rows` already has it in `column`."""
    name, attempt = wanted, 1
    while rows.filter(**{column: name}).exists():
        attempt += 1
        name = f"{wanted}-{attempt}"
    return name
