"""How far a predicted HC may be off: a 90 % interval, a risk, and the reasons in words.

The margin belongs to a model as its weights do. The error to expect grows with the square root of
HC, and somewhat with the signs of doubt; how large it is on the mean, and by how much it must be
stretched to hold 90 % of the heads, is learnt from heads that the model was not trained on (split
conformal prediction with a normalised score; Papadopoulos et al. 2002, Lei et al. 2018).
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from hc18viewer.errors import Hc18ViewerError
from hc18viewer.files import write_text
from hc18viewer.message import message
from hc18viewer.model.doubt import Doubt

if TYPE_CHECKING:
    from pathlib import Path

MARGIN_FILE = "margin.json"
MARGIN_FORMAT = 1
COVERAGE = 0.9

_SMALLEST_SIGN = 1e-3
_USUAL_HC_MM = 180.0
_DOUBT_WEIGHT = 0.1  # of 0 to 0.4 the one that gave the shortest intervals on two models' errors


class MarginError(Hc18ViewerError):
    """A margin that cannot be read; the text says why in plain words."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the margin says of one predicted head; lengths in millimetres."""

    interval_mm: tuple[float, float]
    risk_mm: float


@dataclass(frozen=True, slots=True)
class Margin:
    """What was learnt of a model's errors.

    Attributes:
        centre, spread: of the logarithm of the signs of doubt, as `doubt_level` gives it.
        scale: the error to expect in mm, over `relative_risk`.
        stretch: from the error to expect to half an interval's length.
        usual: the largest each sign is in nine of ten heads; beyond it is a reason for doubt.
        limits: the largest each sign can be in a head at all; beyond it there is none.
        cases, subjects: how many it was learnt from.
        source: which those are, in words.
    """

    centre: float
    spread: float
    scale: float
    stretch: float
    usual: Doubt
    limits: Doubt
    cases: int
    subjects: int
    source: str

    def judge(self, doubt: Doubt, hc_mm: float) -> Judged:
        """Return the interval that holds the true HC in 90 % of heads, and the error to expect."""
        level = (doubt_level(doubt) - self.centre) / self.spread
        risk_mm = self.scale * relative_risk(level, hc_mm)
        half = self.stretch * risk_mm
        return Judged((max(hc_mm - half, 0.0), hc_mm + half), risk_mm)

    def reasons(self, doubt: Doubt) -> tuple[str, ...]:
        """Return in words why a head is doubtful, the strongest reason of each kind once."""
        found = [
            text
            for signs, text in _REASONS
            if any(getattr(doubt, sign) > getattr(self.usual, sign) for sign in signs)
        ]
        if doubt.outside > 0:
            found.insert(0, message("The skull leaves the image."))
        return tuple(found)

    def refuses(self, doubt: Doubt) -> str:
        """Return in words why this is no head; "" where it may be one."""
        for sign, text in _REFUSALS:
            if getattr(doubt, sign) > getattr(self.limits, sign):
                return text
        return ""


_REASONS = (
    (("mirror", "mirror_hc"), message("The image and its mirror image give different outlines.")),
    (("whole", "whole_hc"), message("The whole image and the close look give different outlines.")),
    (("shape",), message("What the model sees is not quite an ellipse.")),
    (("softness",), message("The edge of the skull is hard to see.")),
)
_REFUSALS = (
    ("softness", message("What the model sees has no clear edge, as a head would.")),
    ("shape", message("What the model sees is no ellipse, as a head would be.")),
    ("mirror", message("The model sees something else in the mirror image: this is no head.")),
)


def doubt_level(doubt: Doubt) -> float:
    """Return the mean logarithm of the signs: how far the looks disagree, how clear the edge is."""
    signs = (doubt.mirror, doubt.whole, doubt.shape, doubt.softness)
    return sum(math.log(sign + _SMALLEST_SIGN) for sign in signs) / len(signs)


def relative_risk(level: float, hc_mm: float) -> float:
    """Return how large an error is to be expected, but for a factor that is the model's.

    `level` is that of the doubt, in standard deviations from the mean.
    """
    return math.sqrt(hc_mm) * math.exp(_DOUBT_WEIGHT * level)


def write_margin(margin: Margin, folder: Path) -> None:
    """Write the margin into the model's folder, whole or not at all."""
    write_text(folder / MARGIN_FILE, margin_text(margin) + "\n")


def margin_text(margin: Margin) -> str:
    """Return the margin as JSON."""
    content = {"format": MARGIN_FORMAT, **asdict(margin)}
    return json.dumps(content, indent=2, ensure_ascii=False)


def read_margin(folder: Path) -> Margin | None:
    """Return the margin of the model in `folder`; None for a model without one.

    Raises:
        MarginError: it is damaged or written by a newer program.
    """
    path = folder / MARGIN_FILE
    if not path.is_file():
        return None
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise _damaged(folder.name, error) from error
    return parse_margin(text, folder.name)


def parse_margin(text: str, name: str) -> Margin:
    """Return the margin that `margin_text` wrote; `name` is what its model is called in errors.

    Raises:
        MarginError: it is damaged or written by a newer program.
    """
    try:
        content = json.loads(text)
        if int(content.pop("format")) > MARGIN_FORMAT:
            raise ValueError(message("it was written by a newer version of this program"))
        return _margin(content)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _damaged(name, error) from error


def _damaged(name: str, error: Exception) -> MarginError:
    return MarginError(message(
        "The margin of the model {model} is damaged: {reason}. Remove {file} from its folder to "
        "predict without intervals, or install the model again.",
        model=name, reason=str(error), file=MARGIN_FILE,
    ))


def _margin(content: dict[str, object]) -> Margin:
    numbers = {name: float(content.pop(name)) for name in ("centre", "spread", "scale", "stretch")}  # type: ignore[arg-type]
    signs = {name: Doubt(**content.pop(name)) for name in ("usual", "limits")}  # type: ignore[arg-type]
    if min(numbers["spread"], numbers["scale"], numbers["stretch"]) <= 0:
        raise ValueError("its numbers make no interval")
    margin = Margin(**numbers, **signs, **content)  # type: ignore[arg-type]
    judged = margin.judge(signs["usual"], _USUAL_HC_MM)
    if not math.isfinite(judged.interval_mm[1]):
        raise ValueError("its numbers make no interval")
    return margin
