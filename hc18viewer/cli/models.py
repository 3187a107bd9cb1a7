"""The command that looks after the library of models."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from hc18viewer.cli.bar import progress_bar
from hc18viewer.dataset.study import open_study
from hc18viewer.errors import Hc18ViewerError
from hc18viewer.model.card import CardError, card_text, read_card
from hc18viewer.model.catalogue import UnknownModelError, find_model, model_folders
from hc18viewer.model.serving import promote, roll_back, serving_model
from hc18viewer.progress import CancelToken

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from hc18viewer.evaluation.gate import Table


class NotAdvisedError(Hc18ViewerError):
    """A model that the gate advises against, without a second confirmation."""


def run_models(wanted: argparse.Namespace) -> int:
    """Do one act on the library."""
    acts: dict[str, Callable[[argparse.Namespace], None]] = {
        "list": _list, "show": _show, "promote": _promote, "rollback": _rollback,
        "export": _export, "import": _import, "rename": _rename, "compare": _compare,
    }
    acts[wanted.act](wanted)
    return 0


def _list(_wanted: argparse.Namespace) -> None:
    serving = serving_model()
    for name, folder in model_folders().items():
        try:
            card = read_card(folder)
        except CardError as error:
            print(f"  {name}: {error}", file=sys.stderr)
            continue
        mark = "*" if name == serving else " "
        title = f' "{card.title}"' if card.title else ""
        line = f"{mark} {card.identity}{title}, {card.made_at[:10]}"
        print(f"{line}, from {card.parent}" if card.parent else line)


def _show(wanted: argparse.Namespace) -> None:
    print(card_text(read_card(find_model(wanted.name))))


def _promote(wanted: argparse.Namespace) -> None:
    if wanted.name not in model_folders():
        raise UnknownModelError.of(wanted.name)
    advice = read_card(find_model(wanted.name)).gate.get("advice", {})
    against = list(advice.get("reasons", []))
    if against and not wanted.yes:
        raise NotAdvisedError(
            " ".join((advice.get("sentence", ""), *against,
                      f"To promote it all the same: models promote {wanted.name} --yes"))
        )
    promote(wanted.name, note=" ".join(against))
    print(f"{wanted.name} serves from now on; models rollback takes that back.")


def _rollback(_wanted: argparse.Namespace) -> None:
    print(f"{roll_back().model} serves again.")


def _export(wanted: argparse.Namespace) -> None:
    from hc18viewer.model.parcel import export_model  # torch's seconds, when needed

    export_model(find_model(wanted.name), wanted.out)
    print(f"{wanted.name} lies in {wanted.out}")


def _import(wanted: argparse.Namespace) -> None:
    from hc18viewer.model.parcel import import_model  # see above

    print(f"Taken in as {import_model(wanted.file)}; models promote lets it serve.")


def _rename(wanted: argparse.Namespace) -> None:
    from hc18viewer.services.models import retitle

    retitle(find_model(wanted.name), wanted.title)
    print(f'{wanted.name} is called "{wanted.title}"')


def _compare(wanted: argparse.Namespace) -> None:
    from hc18viewer.services.models import compare_on_study  # torch, see above

    with progress_bar() as report:
        study = open_study(wanted.path, report=report)
        first, second = map(find_model, wanted.models)
        table = compare_on_study(
            first, second, study, device=wanted.device, report=report,
            token=CancelToken(),
        )
    print("\n".join(_lines(wanted.models, table)))
    if wanted.json:
        from hc18viewer.services.evaluation import write_output

        write_output(wanted.json, json.dumps(asdict(table), indent=2) + "\n")


def _lines(models: list[str], table: Table) -> list[str]:
    from hc18viewer.cli.finetune import table_lines

    return [
        f"{models[0]} -> {models[1]}", *table_lines(table),
        f"{models[1]} is better on {table.better} of {table.cases}, worse on {table.worse}",
    ]
