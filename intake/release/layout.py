"""A release laid out as plain lists and dictionaries, for JSON."""


def as_json(release):
    """What `manage.py read_release` prints: null and empty lists where the text does not say."""
    return {
        "numbers": list(release.numbers.value) if release.numbers else None,
        "signed_on": release.signed_on.value.isoformat() if release.signed_on else None,
        "signed_day": _value(release.signed_day),
        "venue": _value(release.venue),
        "stated_count": _value(release.stated_count),
        "city_signatory": _person(release.city_signatory) if release.city_signatory else None,
        "attendees": [_person(found) for found in release.attendees],
        "parties": [_party(party) for party in release.parties],
        "totals": [{"established": found.value.established, "out_of": found.value.out_of} for found in release.totals],
        "terms": [found.value for found in release.terms],
        "doubts": [_doubt(doubt) for doubt in release.doubts],
    }


def _value(found):
    return found.value if found else None


def _person(found):
    return {"name": found.value.name, "title": found.value.title}


def _party(party):
    return {
        "name": party.name,
        "representatives": [_person(found) for found in party.representatives],
        "doubts": [_doubt(doubt) for doubt in party.doubts],
    }


def _doubt(doubt):
    """`misprint: 루모스`, `count-differs: 10, 9`: the code and what it is about."""
    about = [str(value) for value in (doubt.words, doubt.stated, doubt.found) if value not in ("", None)]
    return f"{doubt.code}: {', '.join(about)}" if about else doubt.code
