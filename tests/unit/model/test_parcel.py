import errno
import pickle
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from hc18viewer import paths
from hc18viewer.model.card import CARD_FILE, card_text, read_card
from hc18viewer.model.catalogue import DEFAULT_MODEL, find_model, model_folders
from hc18viewer.model.margin import read_margin
from hc18viewer.model.parcel import ParcelError, export_model, import_model, is_model_name
from hc18viewer.model.weights import load_model, weights_version


@pytest.fixture
def parcel(home, tmp_path):
    path = tmp_path / "model.hc18model"
    export_model(find_model(DEFAULT_MODEL), path)
    return path


def other_name(parcel, name):
    """The same parcel, its model called otherwise."""
    state = load_file(parcel)
    card = replace(read_card(find_model(DEFAULT_MODEL)), name=name)
    save_file(state, parcel, metadata={"card": card_text(card)})
    return parcel


def test_a_model_goes_out_and_comes_in_whole(parcel):
    name = import_model(other_name(parcel, "clinic"))
    folder = model_folders()[name]
    assert folder == paths.models_folder() / "clinic"
    card = read_card(folder)
    assert (card.name, card.version) == ("clinic", read_card(find_model(DEFAULT_MODEL)).version)
    ours, _ = load_model(find_model(DEFAULT_MODEL))
    theirs, _ = load_model(folder)
    for key, value in ours.state_dict().items():
        assert torch.equal(value, theirs.state_dict()[key])


def test_the_margin_goes_along(parcel, home):
    shipped = find_model(DEFAULT_MODEL)
    assert import_model(parcel) == DEFAULT_MODEL  # the same model: it is there already
    assert not (paths.models_folder() / DEFAULT_MODEL).exists()
    export_model(shipped, parcel)
    state_card = read_card(shipped)
    assert read_margin(shipped) is not None
    assert state_card.name == DEFAULT_MODEL


def test_another_model_of_a_name_gets_a_number(parcel):
    state = load_file(parcel)
    state["head.bias"] = state["head.bias"] + 1
    from dataclasses import replace

    from hc18viewer.model.weights import weights_version

    card = replace(read_card(find_model(DEFAULT_MODEL)), version=weights_version(state))
    save_file(state, parcel, metadata={"card": card_text(card)})
    assert import_model(parcel) == f"{DEFAULT_MODEL}-2"
    assert import_model(parcel) == f"{DEFAULT_MODEL}-2"
    assert read_card(model_folders()[f"{DEFAULT_MODEL}-2"]).name == f"{DEFAULT_MODEL}-2"


@pytest.mark.parametrize("suffix", [".pt", ".pth", ".ckpt", ".PKL", ".bin"])
def test_what_can_carry_code_is_not_even_opened(tmp_path, home, suffix):
    class Evil:
        def __reduce__(self):
            return (open, (str(tmp_path / "ran"), "w"))

    path = tmp_path / f"model{suffix}"
    path.write_bytes(pickle.dumps(Evil()))
    with pytest.raises(ParcelError, match="can run code"):
        import_model(path)
    assert not (tmp_path / "ran").exists()


def test_a_pickle_under_another_name_runs_nothing(tmp_path, home):
    class Evil:
        def __reduce__(self):
            return (open, (str(tmp_path / "ran"), "w"))

    path = tmp_path / "model.hc18model"
    torch.save({"weights": Evil()}, path)
    assert zipfile.is_zipfile(path)
    with pytest.raises(ParcelError, match="no model of this program"):
        import_model(path)
    assert not (tmp_path / "ran").exists()


def test_damaged_files_are_refused_and_leave_nothing(parcel, tmp_path):
    whole = parcel.read_bytes()
    state, card = load_file(parcel), read_card(find_model(DEFAULT_MODEL))
    damaged = tmp_path / "damaged.hc18model"
    not_finite = {**state, "head.bias": torch.full_like(state["head.bias"], float("nan"))}
    cases = [
        lambda: damaged.write_bytes(b""),
        lambda: damaged.write_bytes(whole[: len(whole) // 2]),
        lambda: damaged.write_bytes(whole[:-4] + b"\0\0\0\0"),
        lambda: save_file(state, damaged),
        lambda: save_file(state, damaged, metadata={"card": "{}"}),
        lambda: save_file(not_finite, damaged, metadata={"card": card_text(card)}),
        lambda: save_file({"x": torch.zeros(3)}, damaged, metadata={"card": card_text(card)}),
        lambda: damaged.unlink(),
    ]
    for make in cases:
        make()
        with pytest.raises(ParcelError):
            import_model(damaged)
    assert not list(paths.models_folder().glob(f"*/{CARD_FILE}"))


@pytest.mark.parametrize("name", ["../evil", "a/b", "", "nul", "x" * 65, "-x", "a."])
def test_names_that_lead_elsewhere_are_refused(parcel, name):
    assert not is_model_name(name)
    with pytest.raises(ParcelError, match="name"):
        import_model(other_name(parcel, name))


def test_a_full_disk_or_a_wrong_place_is_said(home, tmp_path):
    with pytest.raises(ParcelError, match="cannot be written"):
        export_model(find_model(DEFAULT_MODEL), tmp_path)


def test_a_disk_that_fills_up_leaves_nothing_half_made(parcel, home, tmp_path, monkeypatch):
    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ParcelError, match="No space left"):
        import_model(other_name(parcel, "clinic"))
    with pytest.raises(ParcelError, match="No space left"):
        export_model(find_model(DEFAULT_MODEL), tmp_path / "out.hc18model")
    assert not paths.models_folder().exists() or not list(paths.models_folder().iterdir())
    assert not list(paths.runs_folder().iterdir())
    assert not (tmp_path / "out.hc18model").exists()


def test_a_name_that_differs_by_the_case_of_letters_alone_gets_a_number(parcel):
    assert import_model(other_name(parcel, "clinic")) == "clinic"
    state = {name: value + 1 if value.is_floating_point() else value
             for name, value in load_file(parcel).items()}
    card = replace(read_card(find_model(DEFAULT_MODEL)), name="Clinic",
                   version=weights_version(state))
    save_file(state, parcel, metadata={"card": card_text(card)})
    assert import_model(parcel) == "Clinic-2"


def test_a_folder_is_no_model(tmp_path, home):
    with pytest.raises(ParcelError, match=r"cannot be read: (?!None)"):
        import_model(tmp_path)
