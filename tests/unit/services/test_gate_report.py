from dataclasses import asdict
from pathlib import Path

import pytest

from hc18viewer.evaluation.gate import Pair, advise, compare_models
from hc18viewer.evaluation.metrics import compare
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.model.card import ModelCard
from hc18viewer.services.gate_report import (
    GateReportError,
    gate_case,
    read_gate_report,
    write_gate_report,
)
from hc18viewer.training.lessons import Lesson, Part, Source

TRUTH = Ellipse(60, 50, 30, 22, 0.3)


def lesson(number):
    return Lesson(f"a/{number}.png", f"s{number}", Path(f"/a/{number}.png"), TRUTH, 0.2,
                  Part.GATE, Source.CORRECTION, 3)


def seen(number, scale, *, found=True):
    ellipse = Ellipse(60, 50, 30 * scale, 22 * scale, 0.3) if found else None
    return compare(f"a/{number}.png", predicted=ellipse, truth=TRUTH, shape=(100, 120),
                   pixel_size_mm=0.2)


def card(gate=None):
    return ModelCard("child", "1", "", "", (4, 6), (32, 48), "", "", gate=gate or {})


@pytest.fixture
def written(tmp_path):
    lessons = [lesson(number) for number in range(4)]
    pairs = [
        Pair(each.subject, seen(number, 1.1), seen(number, 1 + number / 50, found=number != 2))
        for number, each in enumerate(lessons)
    ]
    table, other = compare_models("the gate", pairs), compare_models("the sample study", [])
    write_gate_report(tmp_path, gate=table, unseen=table, reference=other, far_share=0.5,
                      cases=map(gate_case, lessons, pairs))
    return tmp_path, table, other


def test_a_gate_comes_back_with_its_tables_and_cases_the_worst_first(written):
    folder, table, other = written
    report = read_gate_report(folder, card())
    assert (report.gate, report.reference) == (table, other)
    assert [case.subject for case in report.cases] == ["s2", "s3", "s1", "s0"]
    assert report.cases[0].child is None
    worst = report.cases[1]
    assert (worst.truth, worst.image_path) == (TRUTH, Path("/a/3.png"))
    assert worst.child.a == pytest.approx(30 * 1.06)
    assert worst.parent_error_mm == pytest.approx(0.1 * TRUTH.perimeter * 0.2)
    assert report.advice == advise(table, table, other, far_share=0.5)
    assert not report.advice.promote


def test_a_model_from_elsewhere_has_the_tables_of_its_card(written, tmp_path_factory):
    _, table, other = written
    advice = advise(table, table, other, far_share=0)
    gate = {"gate": asdict(table), "unseen": asdict(table), "reference": asdict(other),
            "advice": asdict(advice)}
    report = read_gate_report(tmp_path_factory.mktemp("other"), card(gate))
    assert (report.gate, report.cases) == (table, ())
    assert report.advice.reasons == tuple(advice.reasons)


def test_a_model_that_was_not_fine_tuned_has_no_gate(tmp_path):
    with pytest.raises(GateReportError, match="has no gate"):
        read_gate_report(tmp_path, card())


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": 99}', '{"format": 1, "gate": 3}'])
def test_a_damaged_gate_is_said(tmp_path, text):
    (tmp_path / "gate.json").write_text(text)
    with pytest.raises(GateReportError, match="cannot be read"):
        read_gate_report(tmp_path, card())
