"""What holds for every address outside the admin: it is only read, and strictly; and what no search engine keeps."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from api.problems import fails_for_programs, parameters_problem, problem
from common.parameters import ParametersRefused

READING = ("GET", "HEAD", "OPTIONS")
NOT_TO_BE_FOUND = ("/admin/", "/api/v1/", "/health/")


class ReadOnlyMiddleware:
    """Whatever is sent to a public page is refused as what it is; the check for forged forms would call it expired."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method in READING or request.path_info.startswith("/admin/"):
            return None
        is_page = not fails_for_programs(request.path_info)
        response = render(request, "405.html", status=405) if is_page else problem(request, "method")
        response.headers["Allow"] = ", ".join(READING)
        return response


class RefusedParametersMiddleware:
    """Answers ParametersRefused with 400, which says in the reader's language what is refused and why: a page, or a
    problem where a page would be kept for the file asked for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, ParametersRefused):
            return None
        if fails_for_programs(request.path_info):
            return parameters_problem(request, exception.problems)
        return render(request, "400.html", {"problems": _named(exception)}, status=400)


class NotToBeFoundMiddleware:
    """Search engines leave out the admin, answers for programs, and pages of errors."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code >= 400 or request.path_info.startswith(NOT_TO_BE_FOUND):
            response.headers["X-Robots-Tag"] = "noindex"
        return response


def _named(refused):
    """[(parameter, its name for a reader or nothing, what to do), …]."""
    names = {"as_of": _("As of"), "edition": _("Edition"), "page": _("Page"), "sort": _("Sort by")} | refused.labels
    return [(parameter, names.get(parameter, ""), advice) for parameter, advice in refused.problems]
