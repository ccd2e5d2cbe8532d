"""How much of a processor pages take that are made in this process."""

import json
import statistics
import time

# What every process does once, at its first pages.
_FIRST = 3


def print_cpu(client, addresses):
    """Print, as JSON, the seconds of processor time in the middle of all `addresses`; the first are asked for twice."""
    for address in addresses[:_FIRST]:
        _cpu(client, address)
    print(json.dumps(statistics.median(_cpu(client, address) for address in addresses)))


def _cpu(client, address):
    begun = time.process_time()
    response = client.get(address)
    spent = time.process_time() - begun
    if response.status_code != 200:
        raise RuntimeError(f"{response.status_code} at {address}")
    return spent
