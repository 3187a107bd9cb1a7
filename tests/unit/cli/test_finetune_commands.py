import json

import pytest
from finetune_parent import clinic, tiny_parent

from hc18viewer.__main__ import main
from hc18viewer.model.card import read_card
from hc18viewer.model.catalogue import DEFAULT_MODEL, model_folders
from hc18viewer.model.serving import serving_model


@pytest.fixture
def child(tmp_path, home, capsys):
    """A fine-tuned model, made by the command line."""
    clinic(tmp_path / "clinic", count=20)
    parent = tiny_parent(tmp_path / "tiny")
    code = main([
        "finetune", str(tmp_path / "clinic"), "--name", "child", "--base", str(parent),
        "--annotations", "--minutes", "0.01", "--reference", str(tmp_path / "clinic"),
        "--json", str(tmp_path / "gate.json"), "--device", "cpu",
    ])
    assert code == 0
    return capsys.readouterr().out


def test_the_command_line_fine_tunes_and_writes_the_gate(child, tmp_path):
    content = json.loads((tmp_path / "gate.json").read_text())
    assert content["model"].startswith("child ")
    assert content["parent"].startswith("tiny ")
    assert content["gate"]["cases"] == 10
    assert {"parent", "child", "better", "worse"} <= content["gate"].keys()
    assert content["advice"]["promote"] is False
    assert "advises against" in child


def test_the_library_by_commands(child, tmp_path, capsys):
    def run(*words):
        code = main(["models", *words])
        said = capsys.readouterr()
        return code, said.out + said.err

    assert "child" in run("list")[1]
    code, said = run("promote", "child")
    assert (code, serving_model()) == (2, DEFAULT_MODEL)
    assert "--yes" in said
    assert run("promote", "child", "--yes")[0] == 0
    assert serving_model() == "child"
    assert "* child" in run("list")[1]
    assert run("rename", "child", "Ward 3")[0] == 0
    assert read_card(model_folders()["child"]).title == "Ward 3"
    assert run("rename", DEFAULT_MODEL, "mine")[0] == 2
    parcel = tmp_path / "child.hc18model"
    assert run("export", "child", "--out", str(parcel))[0] == 0
    assert "Taken in as child" in run("import", str(parcel))[1]
    assert run("rollback")[0] == 0
    assert serving_model() == DEFAULT_MODEL
    assert run("rollback")[0] == 2
    assert json.loads(run("show", "child")[1])["parent"].startswith("tiny ")
    assert run("show", "nobody")[0] == 2
    evil = tmp_path / "model.pt"
    evil.write_bytes(b"PK")
    assert "can run code" in run("import", str(evil))[1]
