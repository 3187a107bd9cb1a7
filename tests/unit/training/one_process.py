"""One process of a tiny training, started by the tests beside it, alone or one of several.

    one_process.py train STUDY FOLDER NOTES [--cancel-in-epoch N] [--hang-in-epoch N] [--die]
    one_process.py gradients NOTES
"""

import argparse
import copy
import json
import os
import signal
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file

from hc18viewer.dataset.study import open_study
from hc18viewer.evaluation.split import Fold
from hc18viewer.model.shape import UNetShape
from hc18viewer.model.unet import UNet
from hc18viewer.progress import CancelToken
from hc18viewer.services import training
from hc18viewer.training import examples
from hc18viewer.training.group import is_first_process, joined
from hc18viewer.training.loss import segmentation_loss
from hc18viewer.training.trainer import Recipe, Trainer

RECIPE = Recipe(epochs=4, channels=(4, 6, 8), side_heads=1, grid=(32, 48),
                batch_size=2, look_every=2)
FOLD = Fold(2, 9)
RANK = int(os.environ.get("RANK", "0"))


def train(wanted):
    """Train through the service; note which cases were drawn and the weights at the end."""
    token, drawn, told = CancelToken(), [], []
    draw = examples._draw
    examples._draw = lambda example, *rest: drawn.append(example.case.key) or draw(example, *rest)

    class Noted(Trainer):
        def run(self, **arguments):
            if wanted.die:
                self._learn = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
            trained = super().run(**arguments)
            kept = {f"average.{name}": value for name, value in trained.state.items()}
            note({**self._network.state_dict(), **kept}, wanted.notes, "weights")
            return trained

    def report(progress):
        told.append(progress.text)
        epochs = [text for text in told if text.startswith("Epoch")]
        number = int(epochs[-1].split()[1].rstrip(",")) if epochs else 0
        if number == wanted.cancel_in_epoch:
            token.cancel()
        if number == wanted.hang_in_epoch:
            sys.stdout.write("here\n")
            sys.stdout.flush()
            sys.stdin.read()

    training.Trainer = Noted
    training.train_model(open_study(wanted.study), wanted.folder, recipe=RECIPE, fold=FOLD,
                         device="cpu", report=report, token=token)
    assert is_first_process() == (RANK == 0)
    assert not [name for name in threads() if "gloo" in name], "a thread outlives its group"
    (wanted.notes / f"drawn-{RANK}.json").write_text(json.dumps([drawn, len(told)]))


def threads():
    """The names of this process's threads, those of libraries too; none where unknown."""
    return [path.read_text() for path in Path("/proc/self/task").glob("*/comm")]


def gradients(wanted):
    """Note a step's gradients: this group's, and what one process alone works out for it."""
    torch.manual_seed(0)
    network = UNet(UNetShape(RECIPE.channels, RECIPE.side_heads))
    inputs = torch.rand(4, 1, 32, 48)
    targets = (torch.rand(4, 1, 32, 48) > 0.5).float()
    with joined(torch.device("cpu")) as group:
        for norms in ("still", "moving"):
            together, alone = copy.deepcopy(network), copy.deepcopy(network)
            for one in (together, alone):
                one.train()
                for part in one.modules():
                    if isinstance(part, torch.nn.BatchNorm2d):
                        part.train(norms == "moving")
            mine = slice(2 * group.rank, 2 * group.rank + 2)
            segmentation_loss(group.learner(together)(inputs[mine]), targets[mine]).backward()
            group.share_buffers(together)
            # batch norms that move see one process's part: what to compare with is the mean
            parts = (slice(0, 4),) if norms == "still" else (slice(0, 2), slice(2, 4))
            for part in parts:
                loss = segmentation_loss(alone.forward_all(inputs[part]), targets[part])
                (loss / len(parts)).backward()
            found = {f"together/{name}": p.grad for name, p in together.named_parameters()}
            found |= {f"alone/{name}": p.grad for name, p in alone.named_parameters()}
            found |= {f"buffer/{name}": b for name, b in together.named_buffers()}
            note(found, wanted.notes, norms)


def note(tensors, folder, name):
    folder.mkdir(exist_ok=True)
    save_file({name: value.contiguous() for name, value in tensors.items()},
              folder / f"{name}-{RANK}.safetensors")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("train")
    for name in ("study", "folder", "notes"):
        command.add_argument(name, type=Path)
    command.add_argument("--cancel-in-epoch", type=int)
    command.add_argument("--hang-in-epoch", type=int)
    command.add_argument("--die", action="store_true")
    command.set_defaults(run=train)
    command = commands.add_parser("gradients")
    command.add_argument("notes", type=Path)
    command.set_defaults(run=gradients)
    given = parser.parse_args()
    given.run(given)
