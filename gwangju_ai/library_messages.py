"""Messages of libraries, named here so that they stay in our catalog, which goes before theirs."""

from django.utils.translation import gettext_noop, ngettext_lazy

# django-simple-history, which has no Korean of its own.
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

# Django's admin, whose own Korean is stiff or wrong in its particles. The English says what it says there.
gettext_noop("users")
gettext_noop(" By %(filter_title)s ")
gettext_noop("Select %s to change")
gettext_noop("Select %s to view")
gettext_noop("Select %s")
gettext_noop("Start typing to filter…")
gettext_noop("Welcome,")
gettext_noop("View site")
gettext_noop("Run the selected action")
gettext_noop("Go")
gettext_noop("Action:")
gettext_noop("No action selected.")
gettext_noop("Items must be selected in order to perform actions on them. No items have been changed.")
gettext_noop("Delete selected %(verbose_name_plural)s")
gettext_noop("Successfully deleted %(count)d %(items)s.")
gettext_noop("Cannot delete %(name)s")
gettext_noop("Add another %(verbose_name)s")
gettext_noop(
    "Please enter the correct %(username)s and password for a staff account. Note that both fields may be"
    " case-sensitive."
)
gettext_noop("Changed “%(object)s” — %(changes)s")
gettext_noop("Added {name} “{object}”.")
gettext_noop("Changed {fields} for {name} “{object}”.")
gettext_noop("Changed {fields}.")
gettext_noop("Deleted {name} “{object}”.")
gettext_noop("Hold down “Control”, or “Command” on a Mac, to select more than one.")
gettext_noop("Select this object for an action - {}")
gettext_noop("Select all objects on this page for an action")
gettext_noop("The {name} “{obj}” was added successfully.")
gettext_noop("You may edit it again below.")
gettext_noop("The {name} “{obj}” was added successfully. You may add another {name} below.")
gettext_noop("The {name} “{obj}” was changed successfully. You may edit it again below.")
gettext_noop("The {name} “{obj}” was changed successfully. You may add another {name} below.")
gettext_noop("The {name} “{obj}” was changed successfully.")
gettext_noop("The %(name)s “%(obj)s” was deleted successfully.")
gettext_noop("%(name)s with ID “%(key)s” doesn’t exist. Perhaps it was deleted?")
gettext_noop("0 of %(cnt)s selected")
gettext_noop("%(total_count)s selected")
gettext_noop(
    "Deleting %(class_name)s %(instance)s would require deleting the following protected related objects:"
    " %(related_objects)s"
)
gettext_noop("We’re sorry, but the requested page could not be found.")
gettext_noop("Click here to select the objects across all pages")
gettext_noop("Select all %(total_count)s %(module_name)s")
gettext_noop("Models in the %(name)s application")
gettext_noop("You don’t have permission to view or edit anything.")
gettext_noop("After you’ve created a user, you’ll be able to edit more user options.")
gettext_noop("Toggle theme (current theme: auto)")
gettext_noop("Toggle theme (current theme: light)")
gettext_noop("Toggle theme (current theme: dark)")
gettext_noop(
    'Are you sure you want to delete the %(object_name)s "%(escaped_object)s"? All of the following '
    "related items will be deleted:"
)
gettext_noop(
    "Are you sure you want to delete the selected %(objects_name)s? All of the following objects and "
    "their related items will be deleted:"
)
gettext_noop("Deleting the selected %(objects_name)s would require deleting the following protected related objects:")
gettext_noop(
    "Deleting the %(object_name)s '%(escaped_object)s' would require deleting the following protected related objects:"
)
gettext_noop(
    "Deleting the %(object_name)s '%(escaped_object)s' would result in deleting related objects, but your"
    " account doesn't have permission to delete the following types of objects:"
)
gettext_noop(
    "Deleting the selected %(objects_name)s would result in deleting related objects, but your account "
    "doesn't have permission to delete the following types of objects:"
)
gettext_noop(
    "You are authenticated as %(username)s, but are not authorized to access this page. Would you like to"
    " login to a different account?"
)
gettext_noop("This object doesn’t have a change history. It probably wasn’t added via this admin site.")
gettext_noop("%(full_result_count)s total")
gettext_noop("Save and add another")
gettext_noop("Save and continue editing")
gettext_noop("Change selected %(model)s")
gettext_noop("Delete selected %(model)s")
gettext_noop("View selected %(model)s")
gettext_noop("Add another %(model)s")
gettext_noop("Thanks for spending some quality time with the web site today.")
gettext_noop(
    "Please enter your old password, for security’s sake, and then enter your new password twice so we "
    "can verify you typed it in correctly."
)
gettext_noop("No password set.")
gettext_noop("The two password fields didn’t match.")
gettext_noop("Enter the same password as before, for verification.")
gettext_noop(
    "Whether the user will be able to authenticate using a password or not. If disabled, they may still "
    "be able to authenticate using other backends, such as Single Sign-On or LDAP."
)
gettext_noop("Raw passwords are not stored, so there is no way to see the user’s password.")
gettext_noop("Please enter a correct %(username)s and password. Note that both fields may be case-sensitive.")
gettext_noop("Your old password was entered incorrectly. Please enter it again.")
gettext_noop("Designates that this user has all permissions without explicitly assigning them.")
gettext_noop("The groups this user belongs to. A user will get all permissions granted to each of their groups.")
gettext_noop("Specific permissions for this user.")
gettext_noop("Designates whether the user can log into this admin site.")
gettext_noop("Designates whether this user should be treated as active. Unselect this instead of deleting accounts.")
gettext_noop("Password-based authentication")
gettext_noop("Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.")
gettext_noop("Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.")
gettext_noop("A user with that username already exists.")
gettext_noop("The password is too similar to the %(verbose_name)s.")
gettext_noop("superuser status")
gettext_noop("staff status")
gettext_noop("active")
gettext_noop("groups")
gettext_noop("group")
gettext_noop("user permissions")
gettext_noop("Important dates")
gettext_noop("date joined")
gettext_noop("None available")
gettext_noop("My actions")
gettext_noop("Recent actions")

# What our own permissions allow.
gettext_noop("Can publish and withdraw official statements")
gettext_noop("Can merge companies and undo it")
gettext_noop("Can publish and withdraw signing rounds")
gettext_noop("Can publish and withdraw companies")
