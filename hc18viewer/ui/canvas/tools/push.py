"""Push the contour with a round cursor, from inside or from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hc18viewer.geometry.push import is_inside, push
from hc18viewer.message import message
from hc18viewer.ui.canvas.tools.base import Edit, Pointer, RoundCursor, free

if TYPE_CHECKING:
    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import Points


class PushTool(RoundCursor):
    """The disc pushes the line before it: outwards from inside the head, inwards from outside."""

    title = "Push"
    hint = message(
        "Press inside the head and push the line out, or outside and push it in; wheel: size."
    )

    def __init__(self) -> None:
        super().__init__()
        self._points: Points | None = None
        self._last: Pointer | None = None
        self._from_inside = False
        self._changed = False

    def press(self, at: Pointer) -> bool:
        """Begin to push from this side of the line."""
        self._points = self._outline()
        if self._points is None:
            return False
        self._from_inside = is_inside(self._points, at.place)
        self._last, self._changed = at, False
        self._at = at
        return True

    def drag(self, at: Pointer) -> HeadShape | None:
        """Push from the last place to this one."""
        super().drag(at)
        if self._points is None or self._last is None:
            return None
        pushed = push(
            self._points, self._last.place, at.place, self.radius * at.pixel,
            from_inside=self._from_inside,
        )
        self._last = at
        if pushed.shape == self._points.shape and (pushed == self._points).all():
            return None
        self._points, self._changed = pushed, True
        return free(pushed)

    def release(self, at: Pointer) -> Edit | None:
        """End the push."""
        self.drag(at)
        points, self._points = self._points, None
        if points is None or not self._changed:
            return None
        return Edit(free(points), message("push contour"))

    def cancel(self) -> None:
        """Give the push up."""
        self._points = None
