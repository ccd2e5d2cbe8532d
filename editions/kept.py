"""What was read of an edition may be kept, for an edition never changes: what names it, and reading what is kept."""

from editions.models import Edition
from editions.one_state import in_one_state
from editions.past import register_at
from editions.services import latest_number


def made_at(first, last):
    """{number: when it was made} of these editions: a register that is loaded anew counts from 1 again."""
    return dict(Edition.objects.filter(pk__range=(first, last)).values_list("pk", "made_at"))


def register_of(number):
    """A block that reads edition `number`; where nobody can publish in between, the present one without its history."""
    is_present = in_one_state() and number == latest_number()
    return register_at(None if is_present else number)
