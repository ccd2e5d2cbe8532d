"""What holds for every address outside the admin: it is only read. And what no search engine should keep."""

from django.shortcuts import render

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


class RefusedFilesMiddleware:
    """Parameters of a file that are refused are told as a problem, not as a page to be kept for the file."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, ParametersRefused) and fails_for_programs(request.path_info):
            return parameters_problem(request, exception.problems)
        return None


class NotToBeFoundMiddleware:
    """Search engines leave out the admin, answers for programs, and pages of errors."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code >= 400 or request.path_info.startswith(NOT_TO_BE_FOUND):
            response.headers["X-Robots-Tag"] = "noindex"
        return response
