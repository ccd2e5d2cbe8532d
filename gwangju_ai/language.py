"""The address alone decides the language: /en/… is English, everything else Korean; the admin and the API, whose
addresses are the same for everybody, follow the header Accept-Language."""

from django.conf import settings
from django.utils import translation
from django.utils.cache import patch_vary_headers

from api.problems import is_for_programs


class AddressLanguageMiddleware:
    """Django's LocaleMiddleware would answer one address in two languages; a cached, citable page must not."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = language_of(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if follows_reader(request.path_info):
            patch_vary_headers(response, ("Accept-Language",))
        return response


def language_of(request):
    path = request.path_info
    if follows_reader(path):
        return translation.get_language_from_request(request)
    return "en" if path == "/en" or path.startswith("/en/") else settings.LANGUAGE_CODE


def follows_reader(path):
    """Whether an address answers in the language that its reader prefers."""
    return path.startswith("/admin/") or is_for_programs(path)


def other_language(path, query=""):
    """The same page in the other language: (code, address), the query kept."""
    if path == "/en" or path.startswith("/en/"):
        # One slash: `/en//host/` would else lead to another site.
        code, address = "ko", "/" + path[3:].lstrip("/")
    else:
        code, address = "en", f"/en{path}"
    return code, f"{address}?{query}" if query else address
