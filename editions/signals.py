"""What others may want to know of an edition; they are called inside its transaction."""

from django.dispatch import Signal

# Sent with `edition` when all its changes are written, at the end of the outermost `edition(...)`. What a receiver
# raises stops the edition: nothing of it is saved. A ValidationError is shown to whoever publishes.
edition_closing = Signal()
