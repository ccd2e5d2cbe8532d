"""`python -m tests.cluster --minutes 5 --readers 200`: a cluster of its own, readers, and a publication every ten
seconds; what they saw, and 1 where an answer was wrong."""

import argparse
import sys
import time

from deploy.cluster.programs import what_is_missing
from tests.cluster.readers import Reading, publish_every
from tests.cluster.running import publishing_on, running_cluster

PUBLISHED_EVERY = 10


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.cluster", description=__doc__)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--readers", type=int, default=200)
    asked = parser.parse_args()
    if missing := what_is_missing():
        return f"readers: {missing}"
    with running_cluster() as cluster, publishing_on(cluster) as publisher:
        begun = time.monotonic()
        with Reading(cluster, publisher, asked.readers) as seen:
            took = publish_every(PUBLISHED_EVERY, publisher, until=begun + 60 * asked.minutes)
        return _describe(seen, publisher, took, asked.readers, time.monotonic() - begun)


def _describe(seen, publisher, took, readers, seconds):
    times, mixed = sorted(seen.seconds), seen.mixed(publisher.recorded)
    print(f"{readers} readers, {seconds:.0f} s: {len(times):,} answers, {len(times) / seconds:,.0f}/s.")
    print(
        f"Half of them within {_share(times, 0.5)} s, 99% within {_share(times, 0.99)} s, all within {times[-1]:.2f} s."
    )
    print(f"{len(took)} publications, the slowest in {max(took):.2f} s.")
    print(f"{len(seen.errors)} errors, {len(seen.stale)} of an edition that was over, {len(mixed)} of two editions.")
    for fault in seen.faults(publisher.recorded)[:10]:
        print(f"  {fault}")
    return 1 if seen.faults(publisher.recorded) else 0


def _share(times, share):
    return f"{times[int(share * (len(times) - 1))]:.2f}"


if __name__ == "__main__":
    sys.exit(main())
