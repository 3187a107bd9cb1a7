"""Studies and a tiny model to fine-tune within seconds."""

import shutil

import numpy as np
from PIL import Image

from hc18viewer import paths
from hc18viewer.dataset.study import open_study
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.model.serving import promote
from hc18viewer.progress import CancelToken, ignore_progress
from hc18viewer.services.review import Review
from hc18viewer.services.training import train_model
from hc18viewer.store.study_store import StudyStore
from hc18viewer.training.trainer import Recipe

TINY = Recipe(epochs=30, channels=(4, 6, 8), side_heads=0, grid=(32, 48), batch_size=4,
              learning_rate=1e-2, average_decay=0.9, look_every=100)


def make_tiny_model(sample_dir, folder):
    train_model(open_study(sample_dir), folder, recipe=TINY, fold=None, device="cpu",
                report=ignore_progress, token=CancelToken())
    return folder


def install(folder):
    """Put the model into the library of this test's home and let it serve."""
    shutil.copytree(folder, paths.models_folder() / folder.name)
    promote(folder.name)


def make_study(sample_dir, folder, *, subjects=23):
    """Write a study of so many subjects, each an image of the sample study a little brighter."""
    cases = [case for case in open_study(sample_dir).cases if case.annotation_path]
    place = folder / "training_set"
    place.mkdir(parents=True)
    rows = ["filename,pixel size(mm),head circumference (mm)"]
    for number in range(subjects):
        case = cases[number % len(cases)]
        name = f"{100 + number}_HC"
        image = np.asarray(Image.open(case.image_path).convert("L")).astype(int)
        brighter = np.clip(image + number, 0, 255).astype(np.uint8)
        Image.fromarray(brighter).save(place / f"{name}.png")
        shutil.copyfile(case.annotation_path, place / f"{name}_Annotation.png")
        rows.append(f"{name}.png,{case.pixel_size_mm},{case.reference_hc_mm}")
    (folder / "training_set_pixel_size_and_HC.csv").write_text("\n".join([*rows, ""]))
    return folder


def correct(folder, count=20):
    """Store the ground truth of the first cases as a reader's corrections."""
    study = open_study(folder)
    review = Review(study, StudyStore.open(study.root, None), reader="B", model="none")
    for case in study.cases[:count]:
        truth = truth_ellipse(case)
        if truth is not None:
            review.correct(case.key, truth, "move ellipse")
            review.accept(case.key)
    review.close()
