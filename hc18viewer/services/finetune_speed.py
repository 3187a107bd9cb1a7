"""How fast a machine fine-tunes: a short trial of the real thing, on drawn images."""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.dataset.case import Case
from hc18viewer.dataset.phantom import PhantomHead, draw_phantom
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.fit import fit_ellipse
from hc18viewer.model.device import choose_device
from hc18viewer.model.frame import Frame
from hc18viewer.model.looks import look
from hc18viewer.model.torch_engine import TorchEngine
from hc18viewer.model.weights import inference_state, load_model
from hc18viewer.progress import CancelToken, ignore_progress
from hc18viewer.services.finetune_run import RECIPE
from hc18viewer.training.examples import FINENESS, Example
from hc18viewer.training.trainer import Trainer

if TYPE_CHECKING:
    from hc18viewer.model.device import DeviceName
    from hc18viewer.training.log import LogRow

_STEPS, _EPOCHS = 4, 3
_LOOKS = 3
_HEAD = PhantomHead(392, 268, 168, 132, 0.20, 0.078, 11)


def measure_speed(parent: Path, *, device: DeviceName = "auto") -> tuple[float, float]:
    """Return the seconds of one step and of one look here.

    A few epochs are learnt on copies of a drawn head, and it is looked at a few times: with all
    that belongs to either, augmentation, checkpoints, and the fit of ellipses.

    Raises:
        CardError, WeightsError: the model's files are missing or damaged.
        DeviceError: the device is not there.
    """
    network, card = load_model(parent)
    state, where = inference_state(network.state_dict()), choose_device(device)
    image, _ = draw_phantom(_HEAD)
    frame = Frame.fit((image.shape[0], image.shape[1]), (
        FINENESS * card.grid[0], FINENESS * card.grid[1]))
    head = Ellipse(_HEAD.x, _HEAD.y, _HEAD.a, _HEAD.b, _HEAD.angle_rad)
    ellipse = fit_ellipse(frame.to_grid(head.points(72)))
    example = Example(
        frame.lay(image), ellipse, None, Case("x", Path("x"), set_name="", subject="x")
    )
    rows: list[LogRow] = []
    recipe = replace(
        RECIPE, channels=card.channels, grid=card.grid, epochs=_EPOCHS, patience=None
    )
    with tempfile.TemporaryDirectory() as folder:
        Trainer(
            recipe, examples=[example] * (_STEPS * recipe.batch_size), held_back=[],
            folder=Path(folder), device=where, begin=state, watch=rows.append,
        ).run(report=ignore_progress, token=CancelToken())
    # The first epoch also warms up.
    step_seconds = (rows[-1].seconds - rows[0].seconds) / ((_EPOCHS - 1) * _STEPS)
    engine = TorchEngine(network.eval(), device=where, tell=lambda _text: None)
    look(engine.run, image, grid=card.grid)
    taken = []
    for _ in range(_LOOKS):
        begun = time.perf_counter()
        look(engine.run, image, grid=card.grid)
        taken.append(time.perf_counter() - begun)
    return step_seconds, float(np.median(taken))
