"""Which of the lists in a release is the list of the firms that signed."""

from intake.release.asides import without_asides, without_outcome
from intake.release.lists import read_described, read_listings, read_subject


def best_list(scene, expected, tables):
    """The fullest list of those that the release gives where it tells of the signing; where none is as long as
    expected, any other list that is. Captions and headlines come only where no sentence has a list."""
    subject = read_subject(scene.signing) if scene.signing else None
    if subject:
        return [subject]
    near = _listings_of(region for region in (scene.signing, *scene.firms) if region)
    fitting = _as_long_as_expected(scene, expected, near, tables) if expected else None
    if fitting:
        return fitting
    signing = _listings_of([scene.signing]) if scene.signing and not expected else ()
    alone = () if expected else _listings_of(scene.without_city)
    for lists in (signing, near, alone, tables, _listings_of(scene.captions), _listings_of(scene.headlines)):
        lists = [firms for firms in map(_unique, lists) if firms]
        if lists:
            if expected:
                return min(lists, key=lambda firms: abs(len(firms) - expected))
            return _fuller_headline(scene, max(lists, key=len))
    lists = map(_unique, _elsewhere(scene)) if expected and expected > 2 else ()
    likely = (firms for firms in lists if any(entry.marked or entry.people for entry in firms))
    return next((firms for firms in likely if 0.6 * expected < len(firms) < 1.4 * expected), [])


def without_cut_off(firms, expected, text):
    """(the firms, the last one if the text breaks off in it): `나무, 다리, 숲` at the end, where ten are stated."""
    last = firms[-1].company if firms else None
    if last is None or len(firms) >= (expected or 0) or last.end < len(text.rstrip(" \n…·-")):
        return firms, None
    return firms[:-1], last


def _as_long_as_expected(scene, expected, near, tables):
    """One list with as many firms as expected, or all those of the signing together; None where there is none."""
    nearly_whole = max((len(_unique(firms)) for firms in near), default=0) > expected / 2
    together = [entry for firms in near for entry in firms]
    for lists in (near, tables, () if nearly_whole else _elsewhere(scene), (together,)):
        for firms in map(_unique, lists):
            if len(firms) == expected:
                return firms
    return None


def _fuller_headline(scene, firms):
    """The list of a headline that holds all these firms and more, or else these firms."""
    keys = {entry.key for entry in firms}
    lists = (_unique(firms) for firms in _listings_of((*scene.headlines, *scene.captions)))
    return next((fuller for fuller in lists if keys < {entry.key for entry in fuller}), firms)


def _elsewhere(scene):
    for region in scene.elsewhere:
        described = read_described(region)
        yield from [described] if described else _listings_of([region])


def _listings_of(regions):
    return [listing.firms for region in regions for listing in _listings(without_asides(region))]


def _listings(sentence):
    """Those before the words for what was agreed, if there are any."""
    signers = without_outcome(sentence)
    named = [listing for listing in read_listings(signers) if listing.firms]
    return named if named or signers == sentence else read_listings(sentence)


def _unique(firms):
    return list({entry.key: entry for entry in reversed(firms)}.values())[::-1]
