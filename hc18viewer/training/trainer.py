"""The training loop."""

from __future__ import annotations

import json
import math
import time
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from hc18viewer.evaluation.metrics import CaseFigures, Summary, compare, summarise
from hc18viewer.model.device import is_out_of_memory
from hc18viewer.model.looks import look
from hc18viewer.model.shape import UNetShape
from hc18viewer.model.unet import UNet
from hc18viewer.progress import CancelToken, Progress, ProgressReport
from hc18viewer.training.augment import Strength
from hc18viewer.training.best import Best, score_of
from hc18viewer.training.checkpoint import Position, load_checkpoint, save_checkpoint
from hc18viewer.training.curves import open_curves
from hc18viewer.training.examples import Example, batches
from hc18viewer.training.group import ALONE, Group, GroupError
from hc18viewer.training.log import LogRow, append_row, keep_rows_until
from hc18viewer.training.loss import segmentation_loss

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from torch import Tensor

_NO_SMALLER_THAN = 1e-2  # of the top learning rate, at the end of the schedule


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides what a training does, but for the cases.

    Attributes:
        minutes: a limit to the time; the schedule then runs out with whichever comes first, the
            epochs or the minutes. Only without it is a CPU run the same every time.
        average_decay: of the moving average of the weights, which is what is kept.
        begins_from: the identity of the model whose weights the training begins from; "" for none.
        look_every: epochs between two looks at the cases held back.
        patience: looks at the cases held back without a better one, after which the training ends;
            the weights of the best look are kept then. None: it goes to its end and keeps the last.
        batch_size: of each process; several together take batches that many times as large, by
            the same learning rate.
    """

    epochs: int = 60
    minutes: float | None = None
    seed: int = 0
    channels: tuple[int, ...] = (16, 32, 64, 96, 128, 160)
    side_heads: int = 2
    grid: tuple[int, int] = (192, 288)
    batch_size: int = 8
    learning_rate: float = 2e-3
    weight_decay: float = 1e-2
    warm_up_share: float = 0.03
    average_decay: float = 0.995
    look_every: int = 5
    begins_from: str = ""
    patience: int | None = None
    strength: Strength = field(default_factory=Strength)

    def plan(self, case_keys: Sequence[str], processes: int = 1) -> str:
        """Return a text that two runs share if and only if one can go on from the other."""
        several = [processes] if processes > 1 else []  # their steps are larger
        return json.dumps([asdict(self), sorted(case_keys), *several], sort_keys=True)


@dataclass(frozen=True, slots=True, eq=False)
class Trained:
    """What a training gives: the averaged weights, how long it took, and its last figures."""

    state: dict[str, Tensor]
    seconds: float
    epochs: int
    summary: Summary | None


class Trainer:
    """Trains one U-Net; a run that was stopped goes on exactly where its checkpoint stands.

    The processes of a group train the same network: each takes `batch_size` examples of every
    step's batch, the gradients are averaged, and the weights stay equal in all of them. The
    first alone writes, and looks at the cases held back. Alone or together, one seed gives the
    same run again, but not the same alone as together.
    """

    def __init__(
        self,
        recipe: Recipe,
        *,
        examples: Sequence[Example],
        held_back: Sequence[Example],
        folder: Path,
        device: torch.device,
        group: Group = ALONE,
        begin: Mapping[str, Tensor] | None = None,
        watch: Callable[[LogRow], None] | None = None,
    ) -> None:
        """Make or take over the network.

        `begin` holds the weights that it begins from; `watch` is called with each epoch's row.
        """
        whole_batch = recipe.batch_size * group.size
        if len(examples) < whole_batch:
            raise ValueError(f"a training needs at least {whole_batch} cases")
        if recipe.patience is not None and (group.size > 1 or not held_back):
            raise ValueError("patience needs one process and cases to look at")
        self._recipe = recipe
        self._examples = examples
        self._held_back = held_back
        self._folder = folder
        self._device = device
        self._group = group
        self._watch = watch
        torch.manual_seed(recipe.seed)
        network = UNet(UNetShape(recipe.channels, recipe.side_heads))
        if begin is not None:  # side heads are not kept with a model and begin anew
            network.load_state_dict({**network.state_dict(), **begin})
        network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._network = group.with_shared_norms(network)
        self._average = AveragedModel(
            self._network, use_buffers=True,
            multi_avg_fn=get_ema_multi_avg_fn(recipe.average_decay),  # type: ignore[no-untyped-call]
        )
        self._optimiser = torch.optim.AdamW(
            self._network.parameters(), lr=recipe.learning_rate, weight_decay=recipe.weight_decay
        )
        self._learner = group.learner(self._network)
        self._steps_per_epoch = len(examples) // whole_batch
        self._steps = recipe.epochs * self._steps_per_epoch
        self._step = 0
        self._parts = 1  # that a batch is learnt in; more where the device's memory is small
        self._best: Best | None = None
        self._started = time.monotonic()
        self._seconds = 0.0

    def run(self, *, report: ProgressReport, token: CancelToken) -> Trained:
        """Train to the end of the schedule.

        A cancelled or killed run leaves its folder with the checkpoint of its last whole epoch.

        Raises:
            Cancelled: the token was set.
            CheckpointError: the folder holds another training.
            GroupError: another process of the group stopped, or sees another folder.
        """
        keys = [example.case.key for example in self._examples]
        plan = self._recipe.plan(keys, self._group.size)
        epoch = self._go_on(plan)
        self._best = Best(self._folder) if self._recipe.patience is not None else None
        with open_curves(self._folder, after=epoch, wanted=self._group.is_first) as draw:
            return self._run_from(epoch, plan, draw, report, token)

    def _run_from(
        self, epoch: int, plan: str, draw: Callable[[LogRow], None], report: ProgressReport,
        token: CancelToken,
    ) -> Trained:
        summary = None
        while self._share_done() < 1 and epoch < self._recipe.epochs and not self._is_stale(epoch):
            loss = self._epoch(epoch, report, token)
            epoch += 1
            last = self._share_done() >= 1 or epoch == self._recipe.epochs
            looks = bool(self._held_back) and (last or epoch % self._recipe.look_every == 0)
            summary = self._group.by_first(self.look, token) if looks else None
            if self._best is not None and summary is not None:
                self._best.offer(epoch, score_of(summary), self._average.module.state_dict())
            self._read_clock()
            row = LogRow(
                epoch, self._step, self._seconds, self._rate(), loss,
                summary.dice_percent if summary else None,
                summary.hc_mae_mm if summary else None,
            )
            self._group.by_first(self._keep, row, plan, draw)
        state = self._best.state() if self._best else self._average.module.state_dict()
        return Trained(state, self._seconds, epoch, summary)

    def _is_stale(self, epoch: int) -> bool:
        """Whether so many looks were no better that the training ends."""
        if self._best is None or self._recipe.patience is None or not self._best.epoch:
            return False
        return epoch - self._best.epoch >= self._recipe.patience * self._recipe.look_every

    def _keep(self, row: LogRow, plan: str, draw: Callable[[LogRow], None]) -> None:
        append_row(self._folder, row)
        draw(row)
        if self._watch is not None:
            self._watch(row)
        save_checkpoint(
            self._folder, network=self._network, average=self._average,
            optimiser=self._optimiser,
            position=Position(row.epoch, row.step, row.seconds, plan),
        )

    def look(self, token: CancelToken) -> Summary:
        """Return the averaged network's figures on the cases held back, on the kept images."""
        network = self._average.module.eval()
        figures: list[CaseFigures] = []
        with torch.inference_mode():
            for example in self._held_back:
                token.check()
                figures.append(self._compared(network, example))
        return summarise(figures)

    def _compared(self, network: torch.nn.Module, example: Example) -> CaseFigures:
        def run(inputs: NDArray[np.float32]) -> NDArray[np.float32]:
            with self._autocast():
                logits = network(torch.from_numpy(inputs)[:, None].to(self._device))
            values: NDArray[np.float32] = logits[:, 0].float().cpu().numpy()
            return values

        found = look(run, example.image, grid=self._recipe.grid).found
        shape = (example.image.shape[0], example.image.shape[1])
        return compare(
            example.case.key, predicted=found.ellipse, truth=example.ellipse, shape=shape,
            pixel_size_mm=example.pixel_size_mm,
        )

    def _go_on(self, plan: str) -> int:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._started = time.monotonic()
        position = load_checkpoint(
            self._folder, network=self._network, average=self._average,
            optimiser=self._optimiser, plan=plan,
        )
        epoch = position.epoch if position else 0
        if position:
            self._step = position.step
            self._started -= position.seconds
        if len(set(self._group.tell(self._step))) > 1:
            raise GroupError(
                f"Not every process finds the same checkpoint in {self._folder}. Choose a folder "
                "that all of them share."
            )
        self._group.by_first(keep_rows_until, self._folder, epoch)
        self._read_clock()
        return epoch

    def _epoch(self, epoch: int, report: ProgressReport, token: CancelToken) -> float:
        self._network.train()
        losses = []
        for inputs, targets in batches(
            self._examples, grid=self._recipe.grid, size=self._recipe.batch_size,
            seed=(self._recipe.seed, epoch), strength=self._recipe.strength,
            part=(self._group.rank, self._group.size),
        ):
            self._group.check(token)
            self._read_clock()
            losses.append(self._learn(inputs, targets))
            report(self._progress(epoch, losses))
        return self._group.mean(float(np.mean(losses)))

    def _learn(self, inputs: Tensor, targets: Tensor) -> float:
        for group in self._optimiser.param_groups:
            group["lr"] = self._rate()
        loss = self._gradients(inputs, targets)
        torch.nn.utils.clip_grad_norm_(self._network.parameters(), 5.0)
        self._optimiser.step()
        self._group.share_buffers(self._network)
        self._average.update_parameters(self._network)
        self._step += 1
        return loss

    def _gradients(self, inputs: Tensor, targets: Tensor) -> float:
        """Leave the batch's gradients with the parameters and return its loss.

        Where the device's memory is full the batch is learnt in two parts from then on, in four,
        and so on: the gradient stays the mean over the whole batch.
        """
        while True:
            try:
                return self._gradients_in_parts(inputs, targets)
            except RuntimeError as error:
                alone = self._device.type != "cpu" and self._group.size == 1
                if not (alone and is_out_of_memory(error) and self._parts < len(inputs)):
                    raise
            self._parts *= 2

    def _gradients_in_parts(self, inputs: Tensor, targets: Tensor) -> float:
        self._optimiser.zero_grad()
        total = 0.0
        for part, wanted in zip(
            inputs.chunk(self._parts), targets.chunk(self._parts), strict=True
        ):
            part = part.to(self._device, memory_format=torch.channels_last)
            with self._autocast():
                outputs = self._learner(part)
            share = len(part) / len(inputs)
            loss = share * segmentation_loss(outputs, wanted.to(self._device))
            loss.backward()  # type: ignore[no-untyped-call]
            total += float(loss.detach())
        return total

    def _autocast(self) -> torch.autocast:
        enabled = self._device.type in ("cpu", "cuda")
        return torch.autocast(self._device.type, dtype=torch.bfloat16, enabled=enabled)

    def _rate(self) -> float:
        """Warm up in a straight line, then down a half cosine."""
        top, warm_up = self._recipe.learning_rate, self._recipe.warm_up_share
        share = min(self._share_done(), 1.0)
        if share < warm_up:
            return top * (share + 1 / max(self._steps, 1)) / (warm_up + 1 / max(self._steps, 1))
        fall = (1 + math.cos(math.pi * (share - warm_up) / (1 - warm_up))) / 2
        return top * (_NO_SMALLER_THAN + (1 - _NO_SMALLER_THAN) * fall)

    def _share_done(self) -> float:
        by_steps = self._step / self._steps
        if self._recipe.minutes is None:
            return by_steps
        return max(by_steps, self._seconds / (60 * self._recipe.minutes))

    def _read_clock(self) -> None:
        """Take the first process's time for everybody's, lest they part at a limit."""
        self._seconds = self._group.tell(time.monotonic() - self._started)[0]

    def _progress(self, epoch: int, losses: Sequence[float]) -> Progress:
        recent = float(np.mean(losses[-20:]))
        return Progress(
            round(1000 * min(self._share_done(), 1.0)), 1000,
            f"Epoch {epoch + 1}, loss {recent:.3f}",
        )
