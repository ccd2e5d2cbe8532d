"""How long a session lasts: every request puts its end off, but for those that only ask about it."""

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.contrib.sessions.models import Session
from django.utils import timezone

# How long before its end a session is offered to be extended, in seconds; never more than half of it.
WARNING = 300


def leave_session(response):
    """The response, with which the session is left as it is."""
    response.leaves_session = True
    return response


class IdleSessionMiddleware(SessionMiddleware):
    def process_response(self, request, response):
        if getattr(response, "leaves_session", False):
            return response
        return super().process_response(request, response)


def seconds_left(request):
    """How long the session of `request` still lasts if nothing more is asked; 0 where nobody is signed in."""
    if not request.user.is_authenticated:
        return 0
    session = Session.objects.filter(session_key=request.session.session_key).first()
    return max(int((session.expire_date - timezone.now()).total_seconds()), 0) if session else 0


def idle_time(request):
    """For templates: how long a session lasts without a request, and how long before its end the page warns."""
    whole = settings.SESSION_COOKIE_AGE
    return {"session_minutes": whole // 60, "session_seconds": whole, "session_warning": min(WARNING, whole // 2)}
