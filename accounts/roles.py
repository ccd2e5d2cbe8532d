"""Who may: three roles, each a list of permissions by name. The database only repeats what stands here."""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q, TextChoices
from django.utils.translation import pgettext_lazy

# What a record is made of, its facts, and what is on its way in. Changing what is published needs `publish_…` too.
RECORDS = {
    "agreements": ["signinground", "attendee", "agreement", "signatory", "commitment", "statement", "statementfigure"],
    "companies": ["company", "alias", "representative", "establishment", "businessnumber"],
    "sources": ["source"],
    "intake": ["review"],
}
READ_ONLY = [
    "editions.view_edition",
    "companies.view_field",
    "companies.view_district",
    "companies.view_distinctcompanies",
    "agreements.view_companymerge",
]

ENTRY = READ_ONLY + [
    f"{app}.{action}_{model}"
    for app, models in RECORDS.items()
    for model in models
    for action in ("view", "add", "change", "delete")
]
ENTRY += ["companies.add_distinctcompanies"]
APPROVAL = ENTRY + [
    "agreements.publish_signinground",
    "agreements.publish_statement",
    "agreements.merge_company",
    "companies.publish_company",
    "companies.delete_distinctcompanies",
    *(f"companies.{action}_{model}" for model in ("field", "district") for action in ("add", "change")),
]
ADMINISTRATION = ["accounts.view_user", "accounts.add_user", "accounts.change_user", "auth.view_group"]

ROLES = {"입력": ENTRY, "승인": APPROVAL, "관리": ADMINISTRATION}


class Role(TextChoices):
    """In which role somebody acts, the first that they have: the name of its group, and what the public reads."""

    APPROVAL = "승인", pgettext_lazy("role", "approval")
    ENTRY = "입력", pgettext_lazy("role", "entry")
    ADMINISTRATION = "관리", pgettext_lazy("role", "administration")
    STAFF = "직원", pgettext_lazy("role", "staff")


def role_of(user):
    """The role in which a person acts; `staff` for one with none of the three, administration for a superuser with
    none, and "" where nobody acts but the program."""
    if user is None:
        return ""
    groups = set(user.groups.values_list("name", flat=True))
    without = Role.ADMINISTRATION if user.is_superuser else Role.STAFF
    return next((role for role in Role if role in groups), without)


def sync_roles(sender, using, **kwargs):
    """After an app's migrations: give each role exactly the permissions of that app that stand above."""
    for role, names in ROLES.items():
        group, _created = Group.objects.using(using).get_or_create(name=role)
        wanted = [name.split(".")[1] for name in names if name.startswith(f"{sender.label}.")]
        permissions = Permission.objects.using(using).filter(content_type__app_label=sender.label)
        group.permissions.remove(*permissions.filter(~Q(codename__in=wanted), group=group))
        group.permissions.add(*permissions.filter(codename__in=wanted))
