import numpy as np
import pytest

from hc18viewer.dataset.study import open_study
from hc18viewer.evaluation.truth import truth_ellipse


@pytest.mark.real
def test_hc_of_every_annotation_is_the_data_sets_own(hc18_dir):
    cases = [case for case in open_study(hc18_dir).cases if case.annotation_path]
    errors = np.abs([
        truth_ellipse(case).perimeter * case.pixel_size_mm - case.reference_hc_mm for case in cases
    ])
    assert len(errors) >= 797
    assert errors.mean() <= 0.01
    assert errors.max() <= 0.06
