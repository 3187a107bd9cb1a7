"""One case from the file to HC."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np
from figures import spread

from hc18viewer.model.catalogue import find_model
from hc18viewer.model.predictor import Predictor
from hc18viewer.services.prediction import predict_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hc18viewer.dataset.case import Case

CASES = 40


def predict_case_ms(cases: Sequence[Case]) -> tuple[float, int]:
    """Return the median over cases on the processor, with the model loaded and warm."""
    predictor = Predictor.load(find_model(), device="cpu")
    predict_case(predictor, cases[0])
    times = [1000 * predict_case(predictor, case).prediction.seconds for case in cases[:CASES]]
    print(f"  predict a case: {spread(times)}", file=sys.stderr)
    return float(np.median(times)), len(times)
