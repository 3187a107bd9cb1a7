"""Faults of the world, as against bugs of ours.

An `Hc18ViewerError` is something a user can meet with a sound program: a damaged file, a full
disk, a folder without images. Its text is written for that user and says what to do next.
Every other exception is a bug.
"""


class Hc18ViewerError(Exception):
    """A fault whose text can be shown to the user as it is."""


class Cancelled(Exception):
    """Raised inside long work after its `CancelToken` was set: neither a fault nor a bug."""
