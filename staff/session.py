"""What a page asks about the session: how long it still lasts, and to put its end off."""

from django.conf import settings
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.sessions import leave_session, seconds_left


@never_cache
@require_http_methods(["GET", "POST"])
def session_view(request):
    """{"left": seconds}; 0 for whoever is not signed in. GET leaves the session as it is, POST extends it."""
    left = seconds_left(request)
    if request.method == "POST" and left:
        return JsonResponse({"left": settings.SESSION_COOKIE_AGE})
    return leave_session(JsonResponse({"left": left}))
