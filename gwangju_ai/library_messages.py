"""Messages of django-simple-history, which has no Korean of its own: named here so that they stay in our catalog."""

from django.utils.translation import gettext_noop, ngettext_lazy

gettext_noop("Object")
gettext_noop("Comment")
gettext_noop("Changed by")
gettext_noop("Change reason")
gettext_noop("Changes")
gettext_noop("Created")
gettext_noop("Changed")
gettext_noop("Deleted")
gettext_noop("Revert")
gettext_noop("Choose a date from the list below to revert to a previous version of this object.")
gettext_noop("Press the 'Revert' button below to revert to this version of the object.")
gettext_noop("This object doesn't have a change history.")
gettext_noop("View history: %s")
gettext_noop("Revert %s")
gettext_noop("View %s")
gettext_noop("View %(verbose_name)s")
gettext_noop("Revert %(verbose_name)s")
ngettext_lazy("entry", "entries")
