"""How far a long piece of work is.

Whatever takes long has an argument `progress` and calls `progress(done, whole)` as it goes on. It does not know who
watches: nobody, a person at a terminal, or one in front of a page (`editions/watching.py`).
"""

import time
from contextvars import ContextVar
from functools import partial

# What is asked before work is kept for good; see `ask_before_keeping`.
_question = ContextVar("question", default=None)
# How often a line on a terminal is written again, in seconds.
PAUSE = 0.1


def unwatched(done, whole):
    """Nobody watches."""


def progress_of(request, words):
    """What tells the person who waits for `request`; `words` say it with %(done)s and %(whole)s."""
    watch = getattr(request, "watch", None)
    return partial(watch, words) if watch else unwatched


def ask_before_keeping(question):
    """`question()` is called before any transaction of this thread is kept; what it raises takes the work back."""
    _question.set(question)


def before_keeping():
    """Called at the end of a transaction that somebody may watch."""
    if question := _question.get():
        question()


class TerminalProgress:
    """One line on a terminal while the work lasts: `{what}: 340 / 1,293 (26%)`. A file or a pipe gets nothing, nor
    does `verbosity` 0."""

    def __init__(self, stream, what, verbosity):
        self.stream, self.what = stream, what
        self.is_shown = verbosity > 0 and stream.isatty()
        self.written_at = 0.0

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self._write("")

    def __call__(self, done, whole):
        now = time.monotonic()
        if now - self.written_at >= PAUSE:
            self.written_at = now
            self._write(f"{self.what}: {done:,} / {whole:,} ({done * 100 // max(whole, 1)}%)")

    def _write(self, line):
        """`line` in place of the one before; \\x1b[K clears what is left of it."""
        if self.is_shown:
            self.stream.write(f"\r{line}\x1b[K", str, "")
            self.stream.flush()
