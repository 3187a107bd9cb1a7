from hc18viewer.store.study_store import StudyStore


def test_what_is_drawn_is_kept_and_never_changes(tmp_path):
    root, folder = tmp_path / "study", tmp_path / "stores"
    with StudyStore.open(root, folder) as store:
        assert store.gate_draws() == {}
        store.save_gate_draws({"set/a": True, "set/b": False})
        store.save_gate_draws({"set/b": True, "set/c\udce9": True})
    with StudyStore.open(root, folder) as store:
        assert store.gate_draws() == {"set/a": True, "set/b": False, "set/c\udce9": True}
