"""Several processes that train one network together, each on its part of every batch.

`torchrun` starts them and tells each its rank by the environment; a process that was started
without it is a group of one, for which nothing of torch.distributed is set up.
"""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar

import torch
from torch import distributed, nn

from hc18viewer.errors import Cancelled, Hc18ViewerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from torch import Tensor

    from hc18viewer.model.unet import UNet
    from hc18viewer.progress import CancelToken

P = ParamSpec("P")
T = TypeVar("T")

_VARIABLES = ("RANK", "WORLD_SIZE", "LOCAL_RANK", "MASTER_ADDR", "MASTER_PORT")
_PATIENCE: Final = timedelta(minutes=30)
"""How long a process waits for the others: longer than the first looks at the cases held back.
One that ends is noticed at once; this is for one that hangs."""


class GroupError(Hc18ViewerError):
    """Processes that cannot train together; the text says why in plain words."""


@dataclass(frozen=True, slots=True)
class Group:
    """This process among those that train together.

    Attributes:
        rank: 0 for the first, which alone writes, prints and looks at the cases held back.
        size: how many there are.
        device: what this one computes on, where there are several.
    """

    rank: int = 0
    size: int = 1
    device: torch.device = field(default_factory=lambda: torch.device("cpu"))
    _parallel: list[nn.Module] = field(default_factory=list, compare=False, repr=False)

    @property
    def is_first(self) -> bool:
        """Whether this process writes and prints."""
        return self.rank == 0

    def tell(self, value: float) -> list[float]:
        """Return what each process tells, by rank. All have to call it, in the same order."""
        if self.size == 1:
            return [value]
        mine = torch.tensor([value], dtype=torch.float64, device=self.device)
        everyones = [torch.empty_like(mine) for _ in range(self.size)]
        distributed.all_gather(everyones, mine)
        return torch.cat(everyones).tolist()

    def check(self, token: CancelToken) -> None:
        """Raise `Cancelled` in every process when one of them was asked to stop."""
        if self.size == 1:
            token.check()
            return
        if any(self.tell(token.cancelled)):
            raise Cancelled

    def mean(self, value: float) -> float:
        """Return the mean of a number over the processes."""
        return sum(self.tell(value)) / self.size

    def by_first(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Have the first process do something while the others wait for it; they get None.

        Raises:
            GroupError: in the others, when the work has failed in the first.
        """
        if not self.is_first:
            if not self.tell(False)[0]:
                raise GroupError("The first process of this training stopped and says why.")
            return None
        try:
            result = work(*args, **kwargs)
        except BaseException:
            with suppress(RuntimeError):  # the others may have stopped too
                self.tell(False)
            raise
        self.tell(True)
        return result

    def with_shared_norms(self, network: UNet) -> UNet:
        """Let batch norms see the whole batch, where that exists: on CUDA alone.

        On a CPU each process normalises by its own part of the batch, as if that were the batch.
        """
        if self.size == 1 or self.device.type != "cuda":
            return network
        shared: UNet = nn.SyncBatchNorm.convert_sync_batchnorm(network)  # type: ignore[no-untyped-call]
        return shared

    def learner(self, network: UNet) -> Callable[[Tensor], list[Tensor]]:
        """Return what gives all outputs of a network, whose gradients become the group's mean."""
        if self.size == 1:
            return network.forward_all
        # Every parameter has a part in every step, so none need be searched for.
        self._parallel.append(nn.parallel.DistributedDataParallel(
            _EveryOutput(network),
            device_ids=[self.device] if self.device.type == "cuda" else None,
        ))
        number = len(self._parallel) - 1
        return lambda image: self._parallel[number](image)

    def share_buffers(self, network: nn.Module) -> None:
        """Set the batch norms' running figures to their means over the processes.

        Of itself DistributedDataParallel would keep the first's and forget the others'.
        """
        if self.size == 1:
            return
        figures = [buffer for buffer in network.buffers() if buffer.is_floating_point()]
        joint = torch.cat([figure.flatten() for figure in figures])
        distributed.all_reduce(joint)
        parts = torch.split(joint / self.size, [figure.numel() for figure in figures])
        for figure, part in zip(figures, parts, strict=True):
            figure.copy_(part.view_as(figure))

    def _leave(self) -> None:
        # gloo's threads live as long as anything knows the group, and can bring down an
        # interpreter that ends. The networks know it in circles: they have to be collected.
        self._parallel.clear()
        gc.collect()
        distributed.destroy_process_group()


ALONE = Group()


def is_first_process() -> bool:
    """Whether this process is to print: it is the first of its group, or alone."""
    return not _is_one_of_several() or os.environ["RANK"] == "0"


@contextmanager
def joined(device: torch.device) -> Iterator[Group]:
    """Join the processes that torchrun started, over gloo on the CPU and NCCL on CUDA.

    Each process of a machine takes a CUDA device of its own. At the end of the block the group
    is left, and it can train no more.

    Raises:
        GroupError: there are too few devices, or several processes cannot use this kind.
    """
    if not _is_one_of_several():
        yield Group(device=device)
        return
    own = _own_device(device, int(os.environ["LOCAL_RANK"]))
    # Imported once there is a group, its functions keep that group as a default for ever.
    import torch.distributed.nn

    on_cuda = own.type == "cuda"
    if on_cuda:
        torch.cuda.set_device(own)
    distributed.init_process_group(
        "nccl" if on_cuda else "gloo", timeout=_PATIENCE, device_id=own if on_cuda else None
    )
    group = Group(distributed.get_rank(), distributed.get_world_size(), own)
    try:
        yield group
    except BaseException:
        if not on_cuda:  # NCCL would wait for the others; torchrun ends them
            group._leave()
        raise
    group._leave()


class _EveryOutput(nn.Module):
    """A U-Net called for all its outputs: DistributedDataParallel sees only plain calls."""

    def __init__(self, network: UNet) -> None:
        super().__init__()
        self.network = network

    def forward(self, image: Tensor) -> list[Tensor]:
        return self.network.forward_all(image)


def _is_one_of_several() -> bool:
    return all(name in os.environ for name in _VARIABLES) and os.environ["WORLD_SIZE"] != "1"


def _own_device(device: torch.device, local_rank: int) -> torch.device:
    usable = {"cpu": distributed.is_available(), "cuda": distributed.is_nccl_available()}
    if not usable.get(device.type):
        raise GroupError(
            f"Several processes cannot train together on {device.type} with the installed torch. "
            "Choose --device cpu, or start the training without torchrun."
        )
    if device.type == "cpu":
        return device
    count = torch.cuda.device_count()
    if local_rank >= count:
        raise GroupError(
            f"This machine has {count} CUDA devices. Start no more processes than that, or "
            "choose --device cpu."
        )
    return torch.device("cuda", local_rank)
