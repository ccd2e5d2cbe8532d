"""What says the same whenever it is asked for in one language."""

from functools import lru_cache, wraps

from django.utils.translation import get_language


def made_once(function):
    """Keeps what `function` gives for its arguments in the language of the page: small pieces that a page holds fifty
    times, and the next page again. It may depend on nothing else."""
    made = lru_cache(maxsize=4096)(lambda language, *arguments: function(*arguments))

    @wraps(function)
    def in_language(*arguments):
        return made(get_language(), *arguments)

    return in_language
