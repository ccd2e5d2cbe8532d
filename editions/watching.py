"""A page that shows how far the work is, wherever an answer of the admin takes longer than a moment.

The work runs in a thread of its own, on the request's database connection. What is done within PATIENCE is answered as
if nobody had watched. Else the page begins at once, grows by a line whenever there is something to say, of which the
style sheet shows the last, and ends with the answer; where that leads to another page, `static/js/progress.js` goes
there, or a link without a script. Whoever leaves the page stops the work at its next report, or before its edition is
kept: what raises there takes back everything that the transaction wrote.
"""

import functools
import logging
import threading
import time
from contextlib import suppress

from django.contrib import admin
from django.contrib.messages import get_messages
from django.contrib.sessions.backends.base import UpdateError
from django.db import connections
from django.http import StreamingHttpResponse
from django.template.loader import render_to_string
from django.urls import get_script_prefix, set_script_prefix
from django.utils.formats import number_format
from django.utils.translation import get_language, override
from simple_history.models import HistoricalRecords

from accounts.sessions import leave_session
from common.progress import ask_before_keeping

logger = logging.getLogger(__name__)

# How long an answer may take before the page shows how far it is, in seconds.
PATIENCE = 0.8
# After this time, or this part of the whole, there is something new to say.
BEAT, PART = 5.0, 0.05
# How often the page looks at the work, in seconds.
GLANCE = 0.1


class Left(BaseException):
    """Nobody waits any more. As GeneratorExit, it is no error that some `except Exception` may swallow."""


def watched(title):
    """A view of an admin whose answer may take long; `title` names what is being done. `request.watch` is what
    `common.progress.progress_of` reports to."""

    def decorate(view):
        @functools.wraps(view)
        def answer(self, request, *args, **options):
            act = functools.partial(view, self, request, *args, **options)
            if hasattr(request, "watch") or not _is_watchable(request):
                return act()
            return _Work(request, act, title).answer()

        return answer

    return decorate


def _is_watchable(request):
    """Whether a person waits in front of a page of its own: no script asks, and it is no pop-up of another page."""
    is_popup = "_popup" in request.GET or "_popup" in request.POST
    return not is_popup and "text/html" in request.headers.get("Accept", "")


class _Work:
    """One view at work."""

    def __init__(self, request, act, title):
        self.request, self.act, self.title = request, act, title
        self.response = self.error = self.state = None
        self.is_left, self.is_done = threading.Event(), threading.Event()

    def answer(self):
        self.request.watch = self.report
        self.told = len(get_messages(self.request))  # what comes after these, the work says
        thread = threading.Thread(target=self._run, args=(_surroundings(),), daemon=True)
        for connection in connections.all(initialized_only=True):
            connection.inc_thread_sharing()
        thread.start()
        if not self.is_done.wait(PATIENCE):
            return self._page()
        self._take_back_connections()
        if self.error:
            raise self.error
        return self.response

    def report(self, words, done, whole):
        """Called by the work."""
        self._stop_where_nobody_waits()
        self.state = (words, done, whole)

    def _stop_where_nobody_waits(self):
        if self.is_left.is_set():
            raise Left

    def _run(self, surroundings):
        language, prefix, open_connections = surroundings
        for connection in open_connections:
            connections[connection.alias] = connection
        set_script_prefix(prefix)
        HistoricalRecords.context.request = self.request
        ask_before_keeping(self._stop_where_nobody_waits)
        try:
            with override(language):
                self.response = self.act()
        except BaseException as error:  # what was raised is raised again where the answer is awaited
            self.error = error
        finally:
            self.is_done.set()

    def _take_back_connections(self):
        for connection in connections.all(initialized_only=True):
            connection.dec_thread_sharing()

    def _page(self):
        # What needs no query: the connection is at work.
        context = {
            "title": self.title,
            "messages": list(get_messages(self.request))[: self.told],
            "site_header": admin.site.site_header,
            "site_title": admin.site.site_title,
            "site_url": admin.site.site_url,
            "has_permission": True,
        }
        head, tail = render_to_string("admin/progress/page.html", context, self.request).split("<!--states-->")
        response = StreamingHttpResponse(self._states(head, tail), headers={"X-Accel-Buffering": "no"})
        # Compressed, the states would wait for each other.
        response.headers["Content-Encoding"] = "identity"
        return leave_session(response)

    def _states(self, head, tail):
        try:
            yield head
            said, said_at = None, time.monotonic()
            while not self.is_done.wait(GLANCE):
                state, now = self.state, time.monotonic()
                if now - said_at >= BEAT or _has_moved(said, state):
                    said, said_at = state, now
                    yield self._render("admin/progress/state.html", _in_words(state))
            yield self._result() + tail
        finally:
            self.is_left.set()
            self.is_done.wait()
            with suppress(UpdateError):  # signed out meanwhile
                self.request.session.save()
            self._take_back_connections()

    def _result(self):
        """The answer as a part of the page that has begun."""
        if self.error:
            logger.error("%s", self.request.path, exc_info=self.error)
            return self._render("admin/progress/failed.html", {})
        said = list(get_messages(self.request))[self.told :]
        if self.response.has_header("Location"):
            self._say_on_next_page(said)
            return self._render("admin/progress/done.html", {"address": self.response["Location"]})
        self.response.context_data |= {"layout": "admin/progress/result.html", "messages": said}
        return self.response.rendered_content

    def _say_on_next_page(self, said):
        """What was read is said no more, unless it is said anew."""
        storage = get_messages(self.request)
        for message in said:
            storage.add(message.level, message.message, message.extra_tags)
        storage.update(self.response)

    def _render(self, template, context):
        return render_to_string(template, context, self.request)


def _surroundings():
    """What a thread does not inherit: the language, where the site is mounted, and the database connections."""
    return get_language(), get_script_prefix(), connections.all(initialized_only=True)


def _has_moved(said, state):
    if state is None or said is None:
        return state is not said
    return state[2] > 0 and abs(state[1] - said[1]) / state[2] >= PART


def _in_words(state):
    if state is None:
        return {}
    words, done, whole = state
    numbers = {"done": number_format(done, force_grouping=True), "whole": number_format(whole, force_grouping=True)}
    return {"said": words % numbers, "done": done, "whole": whole}
