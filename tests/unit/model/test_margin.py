import dataclasses
import json
import math

import pytest

from hc18viewer.model.doubt import Doubt
from hc18viewer.model.margin import Margin, MarginError, read_margin, write_margin

CLEAR = Doubt(0.003, 0.002, 0.003, 0.002, 0.008, 0.07, 0.0)
MURKY = Doubt(0.06, 0.03, 0.09, 0.05, 0.03, 0.3, 0.0)
USUAL = Doubt(0.01, 0.007, 0.01, 0.007, 0.015, 0.11, 0.0)
LIMITS = Doubt(0.2, 0.2, 0.5, 0.4, 0.04, 0.4, 0.3)
MARGIN = Margin(
    centre=-4.6, spread=0.5, scale=0.13, stretch=2.0, usual=USUAL, limits=LIMITS,
    cases=100, subjects=80, source="a fold",
)


def test_the_interval_is_the_fitted_error_stretched():
    judged = MARGIN.judge(CLEAR, 180.0)
    level = sum(math.log(sign + 0.001) for sign in (0.003, 0.003, 0.008, 0.07)) / 4
    risk = 0.13 * math.sqrt(180) * math.exp(0.1 * (level + 4.6) / 0.5)
    assert judged.risk_mm == pytest.approx(risk)
    assert judged.interval_mm == pytest.approx((180 - 2 * risk, 180 + 2 * risk))


def test_more_doubt_is_a_longer_interval():
    clear, murky = MARGIN.judge(CLEAR, 180.0), MARGIN.judge(MURKY, 180.0)
    assert murky.risk_mm > 1.3 * clear.risk_mm
    assert murky.interval_mm[0] < clear.interval_mm[0] < clear.interval_mm[1]


def test_no_length_is_below_nothing():
    wide = dataclasses.replace(MARGIN, stretch=1000.0)
    assert wide.judge(MURKY, 50.0).interval_mm[0] == 0


def test_an_ordinary_head_has_no_reasons():
    assert MARGIN.reasons(CLEAR) == ()


@pytest.mark.parametrize(("change", "word"), [
    ({"mirror": 0.02}, "mirror"), ({"mirror_hc": 0.02}, "mirror"), ({"whole": 0.02}, "close look"),
    ({"whole_hc": 0.02}, "close look"), ({"shape": 0.02}, "ellipse"),
    ({"softness": 0.2}, "hard to see"), ({"outside": 0.05}, "leaves the image"),
])
def test_each_sign_has_its_words(change, word):
    (reason,) = MARGIN.reasons(dataclasses.replace(CLEAR, **change))
    assert word in reason


@pytest.mark.parametrize("sign", ["mirror", "shape", "softness"])
def test_beyond_a_limit_there_is_no_head(sign):
    assert MARGIN.refuses(MURKY) == ""
    assert MARGIN.refuses(dataclasses.replace(CLEAR, **{sign: getattr(LIMITS, sign) * 1.01}))


def test_a_margin_comes_back_as_it_was(tmp_path):
    write_margin(MARGIN, tmp_path)
    assert read_margin(tmp_path) == MARGIN


def test_a_model_may_have_none(tmp_path):
    assert read_margin(tmp_path) is None


@pytest.mark.parametrize("damage", [
    lambda c: c.pop("stretch"), lambda c: c.update(format=99), lambda c: c.update(scale="much"),
    lambda c: c["usual"].pop("shape"), lambda c: c.update(scale=-1.0),
    lambda c: c.update(stretch=float("nan")), lambda c: c.update(spread=0.0),
    lambda c: c.update(more=1), lambda c: c.update(usual=3),
])
def test_a_damaged_margin_is_named(tmp_path, damage):
    write_margin(MARGIN, tmp_path)
    path = tmp_path / "margin.json"
    content = json.loads(path.read_text())
    damage(content)
    path.write_text(json.dumps(content))
    with pytest.raises(MarginError, match=tmp_path.name):
        read_margin(tmp_path)


def test_a_margin_that_is_no_json_is_named(tmp_path):
    (tmp_path / "margin.json").write_bytes(b"\xff{")
    with pytest.raises(MarginError, match="damaged"):
        read_margin(tmp_path)
