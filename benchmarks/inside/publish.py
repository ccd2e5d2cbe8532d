"""Publish a round of ten through the services and wait until the next reader sees it:
`python -m benchmarks.inside.publish URL`, with the register's DATABASE_URL. Prints the seconds of both together."""

import datetime
import json
import re
import sys
import time
from urllib.request import urlopen

import django

SIGNED_ON = datetime.date(2025, 12, 1)
_EDITION = re.compile(rb'class="edition"><a href="[^"]*/editions/(\d+)/')


def main(url):
    django.setup()
    # The register's own modules can be imported once Django is set up.
    from agreements.services import publish_round
    from editions.services import latest_number

    round = draft_round_of_ten()
    begun = time.perf_counter()
    publish_round(round=round, by=None)
    published, number = time.perf_counter() - begun, latest_number()
    while shown_at(url) != number:
        time.sleep(0.01)
    print(json.dumps({"published": published, "seen": time.perf_counter() - begun}))


def draft_round_of_ten():
    """A draft round with the ten numbers after the last, of ten new companies, each with its head."""
    from agreements.drafting import Party, draft_round
    from agreements.models import SigningRound
    from companies.drafting import draft_company
    from sources.models import Source

    rounds = SigningRound.objects.filter(last_number__isnull=False).order_by("-last_number")
    last = rounds.values_list("last_number", flat=True).first() or 0
    source = Source.objects.create(url=f"https://example.org/benchmarks/{last}", title="보도자료")
    heads = [("김가람", "대표이사")]
    names = [f"측정{last + place}" for place in range(1, 11)]
    companies = [draft_company(name=name, heads=heads, sources=[source], by=None) for name in names]
    facts = {
        "first_number": last + 1,
        "last_number": last + 10,
        "number_basis": SigningRound.NumberBasis.PRINTED,
        "signed_on": SIGNED_ON,
    }
    parties = [Party(company, signatories=tuple(heads)) for company in companies]
    return draft_round(facts=facts, parties=parties, sources=[source], by=None)


def shown_at(url):
    """The number of the edition that the dashboard shows."""
    with urlopen(url) as answer:
        found = _EDITION.search(answer.read())
    return int(found[1]) if found else None


if __name__ == "__main__":
    main(sys.argv[1])
