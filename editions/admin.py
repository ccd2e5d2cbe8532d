"""What every admin of a public record shares: its changes are one edition, and its rows leave a trace."""

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.messages.storage import default_storage
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import IntegrityError, models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from common.partial_date_forms import PartialDatesMixin, partial_dates
from common.partial_dates import PartialDate
from editions.history_admin import HistoryAdmin
from editions.models import Edition
from editions.refusals import REFUSED
from editions.register_form import REASON, SEEN, RegisterForm
from editions.services import edition
from editions.sheets_admin import SheetsAdmin
from editions.watching import watched


class RowForm(PartialDatesMixin, forms.ModelForm):
    """A form of an inline row."""


class OrderField(forms.IntegerField):
    """The place of a row in its list; left empty, it stays what it was proposed to be."""

    def has_changed(self, initial, data):
        return data not in self.empty_values and super().has_changed(initial, data)


class OrderedRowForm(RowForm):
    order = OrderField(label=capfirst(_("order")), required=False, min_value=0, max_value=32767)
    proposed_order = None

    def clean_order(self):
        order = self.cleaned_data["order"]
        return order if order is not None else self.proposed_order or self.instance.order


class OrderedFormSet(forms.BaseInlineFormSet):
    """Proposes the next place in the list to each empty row, so that nobody has to type it."""

    def get_unique_error_message(self, unique_check):
        names = ", ".join(str(self.model._meta.get_field(name).verbose_name) for name in unique_check)
        return _("The same entry stands twice under “%(names)s”. Remove one of the two.") % {"names": names}

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if index is not None and index < self.initial_form_count():
            return
        if index is None:
            form.initial["order"] = None
            return
        last = max((row.order for row in self.get_queryset()), default=0)
        form.initial["order"] = form.proposed_order = last + index - self.initial_form_count() + 1


class KeepsRelatedRows:
    """What a record refers to may be added and changed from its form, but not deleted."""

    def formfield_for_dbfield(self, db_field, request, **options):
        field = super().formfield_for_dbfield(db_field, request, **options)
        if hasattr(field.widget, "can_delete_related"):
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field


class RowInline(KeepsRelatedRows, admin.TabularInline):
    form = RowForm
    extra = 0
    show_change_link = True


class StackedRowInline(KeepsRelatedRows, admin.StackedInline):
    form = RowForm
    extra = 0
    show_change_link = True


class RegisterAdmin(KeepsRelatedRows, SheetsAdmin, HistoryAdmin):
    """Editing a published record makes one edition, editing a draft none, and saving without a change neither."""

    form = RegisterForm
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    show_full_result_count = False
    list_per_page = 50
    # The permission it takes to change what is already public; None where the permission to change is enough.
    publish_permission = None

    def get_view_on_site_url(self, obj=None):
        """A draft has no public page."""
        return super().get_view_on_site_url(obj) if obj and obj.is_public() else None

    def get_fieldsets(self, request, obj=None):
        fieldsets = list(super().get_fieldsets(request, obj))
        if not obj:
            return fieldsets
        if not self.has_change_permission(request, obj):
            return [(title, _with_known_dates(self.model, options)) for title, options in fieldsets]
        if obj.is_public():
            fieldsets.append((_("Edition"), {"fields": [REASON]}))
        if issubclass(self.form, RegisterForm):
            fieldsets.append((None, {"fields": [SEEN], "classes": ["seen-version"]}))
        return fieldsets

    def get_form(self, request, obj=None, **options):
        form = super().get_form(request, obj, **options)
        form.refused = getattr(request, "refused", ())
        return form

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        if allowed and obj and self.publish_permission and _is_public(obj):
            return request.user.has_perm(self.publish_permission)
        return allowed

    def has_delete_permission(self, request, obj=None):
        """What is public is withdrawn, not deleted."""
        return super().has_delete_permission(request, obj) and not (obj and _is_public(obj))

    @watched(_("Save"))
    def changeform_view(self, request, *args, **options):
        return self._in_one_edition(request, super().changeform_view, *args, **options)

    @watched(_("Delete"))
    def delete_view(self, request, *args, **options):
        return self._in_one_edition(request, super().delete_view, *args, **options)

    def _in_one_edition(self, request, view, *args, **options):
        if request.method != "POST":
            return view(request, *args, **options)
        try:
            with self._edition(request):
                return view(request, *args, **options)
        except IntegrityError:
            # Two people at once, or a rule that only the database knows.
            request.refused = [REFUSED]
        except ValidationError as error:
            # The edition was stopped when all was written, and with it goes what was said of its success.
            request.refused, request._messages = error.messages, default_storage(request)
        # The form comes back with all that was typed.
        with self._edition(request):
            return view(request, *args, **options)

    def _edition(self, request):
        return edition(by=request.user, kind=Edition.Kind.CORRECT, reason=self._reason(request))

    def _reason(self, request):
        return request.POST.get(REASON, "").strip()[:500]

    def save_model(self, request, obj, form, change):
        relations = {field.name for field in obj._meta.many_to_many}
        if not change or set(form.changed_data) - relations - {REASON, SEEN}:
            super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if form.instance.is_public():
            self.publish_attached(form.instance, by=request.user)

    def get_deleted_objects(self, objs, request):
        deleted, count, lacking, protected = super().get_deleted_objects(objs, request)
        protected += [str(record) for record in objs if record.is_public()]
        return deleted, count, lacking, protected

    def delete_queryset(self, request, queryset):
        with self._edition(request):
            for record in queryset:
                record.delete()


class PlainAdmin(SheetsAdmin):
    """For tables without a public history."""

    show_full_result_count = False


@admin.register(Edition)
class EditionAdmin(admin.ModelAdmin):
    list_display = ["number", "made_at", "kind", "made_by", "reason"]
    list_filter = ["kind"]
    list_select_related = ["made_by"]
    search_fields = ["=number", "reason"]
    date_hierarchy = "made_at"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def _is_public(record):
    """Whether the public sees a record; not where what it belongs to was deleted, as its history still shows it."""
    try:
        return record.is_public()
    except ObjectDoesNotExist:
        return False


def partial_date_column(model, name):
    """A column of a list, or a line to read, that shows as much of a date as is known."""

    @admin.display(description=model._meta.get_field(name).verbose_name, ordering=name)
    def column(record):
        known = PartialDate.read(record, name)
        return known.in_words() if known else "–"

    return column


def _with_known_dates(model, options):
    """The options of a fieldset for somebody who may only read: a month is not shown as its last day."""
    columns = {name: partial_date_column(model, name) for name in partial_dates(model)}
    return {**options, "fields": [columns.get(name, name) for name in flatten_fieldsets([(None, options)])]}
