"""A tiny model to fine-tune, and a study with enough subjects for a gate."""

import shutil

import numpy as np
import torch
from PIL import Image

from hc18viewer.dataset.phantom import PhantomHead, draw_phantom
from hc18viewer.dataset.study import open_study
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.model.card import ModelCard
from hc18viewer.model.shape import UNetShape
from hc18viewer.model.unet import UNet
from hc18viewer.model.weights import inference_state, save_model, weights_version

CHANNELS, GRID = (4, 6, 8), (32, 48)


def tiny_parent(folder, name="tiny"):
    """Write a model whose weights are random: it finds something, but no heads."""
    torch.manual_seed(0)
    state = inference_state(UNet(UNetShape(CHANNELS)).state_dict())
    card = ModelCard(name, weights_version(state), "2026-01-01T00:00:00+00:00", "0.1.0",
                     CHANNELS, GRID, "nothing", "")
    save_model(state, card, folder)
    return folder


def clinic(folder, count=24):
    """Write a study of `count` subjects, each a small synthetic head with its outline."""
    place = folder / "training_set"
    place.mkdir(parents=True)
    rows = ["filename,pixel size(mm),head circumference (mm)"]
    rng = np.random.default_rng(5)
    image, _ = draw_phantom(PhantomHead(392, 268, 168, 132, 0.20, 0.078, 11, zoom=0.50))
    small = np.asarray(Image.fromarray(image).resize((200, 135)))
    for number in range(count):
        head = Ellipse(98 + rng.uniform(-4, 4), 67 + rng.uniform(-4, 4), 42, 33, 0.2)
        outline = np.zeros(small.shape, np.uint8)
        x, y = np.rint(head.points(720)).astype(int).T
        outline[y, x] = 255
        name = f"{number:03d}_HC"
        Image.fromarray(small).save(place / f"{name}.png")
        Image.fromarray(outline).save(place / f"{name}_Annotation.png")
        rows.append(f"{name}.png,0.3,{0.3 * head.perimeter:.2f}")
    text = "\r\n".join([*rows, ""])
    (folder / "training_set_pixel_size_and_HC.csv").write_text(text, newline="")
    return open_study(folder)


def copied(study, folder):
    """Return the study again, elsewhere."""
    shutil.copytree(study.root, folder)
    return open_study(folder)
