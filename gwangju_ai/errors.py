"""Error pages, and errors of the API and of files, in the reader's language; they never show internals."""

from django.core.exceptions import RequestDataTooBig
from django.shortcuts import render

from api.problems import fails_for_programs, problem

PIECE = 64 * 1024


def bad_request(request, exception):
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    if fails_for_programs(request.path_info):
        return problem(request, "request")
    return render(request, "400.html", {"problems": []}, status=400)


def too_large(request):
    """What is left of the request is read and dropped: a browser shows no answer while it is still sending."""
    while request.read(PIECE):
        pass
    return render(request, "413.html", status=413)


def forbidden(request, exception):
    return render(request, "403.html", status=403)


def not_found(request, exception):
    if fails_for_programs(request.path_info):
        return problem(request, "not-found")
    return render(request, "404.html", status=404)


def server_error(request):
    if fails_for_programs(request.path_info):
        return problem(request, "server")
    return render(request, "500.html", status=500)


def csrf_failure(request, reason=""):
    return render(request, "403.html", {"form_expired": True}, status=403)
