"""One kind of work in full."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.text import capfirst

from staff.work_list import KINDS

PER_PAGE = 50


def work_view(request, kind):
    """Every row of a kind of work that waits today, page by page."""
    work = next((work for work in KINDS if work.key == kind), None)
    if work is None:
        raise Http404
    if not work.is_for(request.user):
        raise PermissionDenied
    page = Paginator(work.waiting(timezone.localdate(), request.user), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        **admin.site.each_context(request),
        "title": capfirst(work.title),
        "work": work,
        "page": page,
        "lines": [work.line(row) for row in page],
    }
    return TemplateResponse(request, "admin/work.html", context)
