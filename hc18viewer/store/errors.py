"""What goes wrong with a store."""

from __future__ import annotations

from hc18viewer.errors import Hc18ViewerError


class StoreError(Hc18ViewerError):
    """A store that cannot be read or written; the text says why in plain words."""
