"""Companies that are likely one and the same."""

from companies.models import Company


def similar_companies(name):
    """Companies that a reader could take for `name`, most alike first; without one that has exactly this name."""
    return list(Company.objects.search(name).exclude(name=name)[:5])
