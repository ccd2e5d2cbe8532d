"""The desk where a signing is entered: a page to begin, and the one review page."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from editions.admin import PlainAdmin
from editions.watching import watched
from intake.actions import act_on
from intake.answers import is_named, read_answers, rows_of
from intake.matching import match_companies
from intake.models import Review
from intake.page import page_of
from intake.proposals import empty_form
from intake.review_forms import ReviewForms
from intake.services import accept_review, keep_review, start_review
from intake.start import StartForm


@admin.register(Review)
class ReviewAdmin(PlainAdmin):
    list_display = ["__str__", "row_count", "kind", "made_by", "changed_at"]
    list_select_related = ["made_by"]
    actions = None

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user).unfinished()

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("company/", view(require_GET(self.company_view)), name="intake_review_company"),
            path("<int:pk>/keep/", view(require_POST(self.keep_view)), name="intake_review_keep"),
            *super().get_urls(),
        ]

    @admin.display(description=gettext_lazy("companies"))
    def row_count(self, review):
        return sum(map(is_named, rows_of(review.answers)))

    def has_accept_permission(self, request):
        return self.has_change_permission(request) and request.user.has_perm("agreements.add_signinground")

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": capfirst(self.opts.verbose_name_plural)})

    @watched(gettext_lazy("Enter a signing"))
    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = StartForm(request.POST or None, request.FILES or None)
        if "_empty" in request.POST:
            form.is_valid()
            answers = empty_form(sources=form.source())
            return self._begin(request, kind=Review.Kind.KEYBOARD, text=form.typed(), answers=answers)
        if request.method == "POST" and form.is_valid():
            return self._begin(request, published_on=form.cleaned_data["published_on"], **form.found)
        return self._page(request, "add_form", title=_("Enter a signing"), form=form)

    @watched(gettext_lazy("Check the signing"))
    def change_view(self, request, object_id, form_url="", extra_context=None):
        review = self._find(request, object_id)
        if review is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if review.accepted_at:
            return self._leave(request, review)
        if request.method == "POST":
            return self._act(request, review)
        return self._review_page(request, review)

    def keep_view(self, request, pk):
        """What the page sends by itself while somebody types."""
        review = self._find(request, pk)
        if review is None or not self.has_change_permission(request, review):
            raise PermissionDenied
        try:
            keep_review(review=review, answers=read_answers(request.POST))
        except ValidationError as error:
            return JsonResponse({"said": error.messages[0]}, status=409)
        now = date_format(localtime(review.changed_at), "TIME_FORMAT")
        return JsonResponse({"said": _("Saved %(time)s") % {"time": now}})

    def company_view(self, request):
        """What the register knows of a company's name, as the page shows it beside a row."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        [match] = match_companies([request.GET.get("name", "")[:1000]])
        context = {"match": match, "row": request.GET.get("row", "")}
        return TemplateResponse(request, "admin/intake/review/match.html", context)

    def _find(self, request, pk):
        if not self.has_view_permission(request):
            raise PermissionDenied
        if not str(pk).isdecimal():
            return None
        return Review.objects.visible_to(request.user).select_related("made_by", "round").filter(pk=pk).first()

    def _begin(self, request, **found):
        review = start_review(by=request.user, **found)
        self.log_addition(request, review, "")
        return redirect("admin:intake_review_change", review.pk)

    def _act(self, request, review):
        """Keep first what was typed, then do what the button says."""
        if not self.has_change_permission(request, review):
            raise PermissionDenied
        try:
            keep_review(review=review, answers=read_answers(request.POST))
        except ValidationError:
            return self._leave(request, review)
        try:
            if "_accept" in request.POST:
                return self._accept(request, review)
            place = act_on(review, request.POST)
        except ValidationError as error:
            return self._review_page(request, review, problems=error.messages)
        if "_later" in request.POST:
            messages.success(request, _("All that you typed is kept. Open it again to go on."))
            return redirect("admin:intake_review_changelist")
        return HttpResponseRedirect(reverse("admin:intake_review_change", args=[review.pk]) + place)

    def _accept(self, request, review):
        if not self.has_accept_permission(request):
            raise PermissionDenied
        round = accept_review(review=review, by=request.user)
        self.log_change(request, review, _("Accepted as the draft %(round)s.") % {"round": round})
        messages.success(request, _("The round %(round)s is now a draft.") % {"round": round})
        return self._leave(request, review)

    def _leave(self, request, review):
        """On to the round that the review became: to publishing it, for whoever may."""
        if review.round is None:
            messages.info(request, _("This was accepted already, and its round was deleted since."))
            return redirect("admin:intake_review_changelist")
        may_publish = request.user.has_perm("agreements.publish_signinground") and not review.round.is_public()
        page = "publish" if may_publish else "change"
        return redirect(f"admin:agreements_signinground_{page}", review.round_id)

    def _review_page(self, request, review, problems=()):
        return self._page(
            request,
            "change_form",
            title=_("Check the signing"),
            review=review,
            problems=problems,
            may_accept=self.has_accept_permission(request),
            may_change=self.has_change_permission(request, review),
            may_discard=self.has_delete_permission(request, review),
            **page_of(review, ReviewForms(review.answers)),
        )

    def _page(self, request, name, **context):
        context = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        return TemplateResponse(request, f"admin/intake/review/{name}.html", context)
