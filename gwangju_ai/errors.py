"""Error pages in the reader's language; they never show internals."""

from django.shortcuts import render


def bad_request(request, exception):
    return render(request, "400.html", {"problems": []}, status=400)


def forbidden(request, exception):
    return render(request, "403.html", status=403)


def not_found(request, exception):
    return render(request, "404.html", status=404)


def server_error(request):
    return render(request, "500.html", status=500)


def csrf_failure(request, reason=""):
    return render(request, "403.html", {"form_expired": True}, status=403)
