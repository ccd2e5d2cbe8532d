"""How long a session lasts: every request puts its end off, but for those that only ask about it."""

from django.contrib.sessions.middleware import SessionMiddleware


def leave_session(response):
    """The response, with which the session is left as it is."""
    response.leaves_session = True
    return response


class IdleSessionMiddleware(SessionMiddleware):
    def process_response(self, request, response):
        if getattr(response, "leaves_session", False):
            return response
        return super().process_response(request, response)
