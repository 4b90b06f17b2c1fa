"""The whole training, stage by stage; a stage whose file exists in the run folder is not redone."""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import torch

from dualtrack.actors import Gazetteer
from dualtrack.coding import Coder, GoldLine, read_gold, score
from dualtrack.coding._decode import Candidate
from dualtrack.coding._pieces import Pieces
from dualtrack.train._base import base_folder
from dualtrack.train._batches import role_row, trigger_row
from dualtrack.train._candidates import candidates_of, folds, negatives
from dualtrack.train._examples import Builder, Example
from dualtrack.train._export import export, write_card
from dualtrack.train._fit import Settings, fit, role_loss, trigger_loss
from dualtrack.train._networks import Encoder, RoleNet, TriggerNet
from dualtrack.train._tune import START, calibrate, predict, settings_dict, tune

log = logging.getLogger(__name__)
TRIGGERS = Settings(epochs=8)
FOLD = Settings(epochs=4, seed=11)
ROLE_PASS = Settings(epochs=6)
FLOOR = 0.2  # candidates of the first pass below this chance are never looked at twice


@dataclass(frozen=True, slots=True)
class Plan:
    """What to train from and how. `run` is the folder in which stages are kept."""

    gold: Path
    dev: Path
    run: Path
    triggers: Settings = TRIGGERS
    folds: int = 2
    fold: Settings = FOLD
    roles: Settings = ROLE_PASS
    share: float = 1.0  # of the gold lines, for a learning curve
    own: bool = True  # also the lines written for this project, in `train/lines`


def train(plan: Plan) -> dict[str, Any]:
    """Train, export, tune and measure; → the figures on dev. Files are left in `plan.run`."""
    plan.run.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(base_folder() / "tokenizer.json", plan.run / "tokenizer.json")
    examples = build_examples(plan)
    trigger_net = _triggers(plan, examples)
    found = _fold_candidates(plan, examples)
    role_net = _roles(plan, examples, found)
    (plan.run / "fp32").mkdir(exist_ok=True)
    for name, net in (("triggers", trigger_net), ("roles", role_net)):
        export(net, name, plan.run)
        export(net, name, plan.run / "fp32", quantize=False)
    return finish(plan)


def finish(plan: Plan) -> dict[str, Any]:
    """Tune and calibrate the exported networks on dev and write the card; → the figures."""
    card: dict[str, Any] = {
        "made": {
            "share of gold": plan.share,
            "own lines": len(own_lines()) if plan.own else 0,
            "triggers": asdict(plan.triggers),
            "folds": plan.folds,
            "fold": asdict(plan.fold),
            "roles": asdict(plan.roles),
        }
    }
    write_card(plan.run, settings_dict(START), card)
    gold = read_gold(plan.dev)
    coder = Coder(plan.run, threads=2)
    tune(coder, gold)
    settings = calibrate(coder, gold)
    figures = score(gold, predict(coder, gold)).to_dict()
    card["dev"] = figures
    if (plan.run / "fp32").exists():
        card["dev fp32"] = _unquantized(plan, settings_dict(settings), gold)
    write_card(plan.run, settings_dict(settings), card)
    return figures


def _unquantized(plan: Plan, settings: dict[str, Any], gold: Sequence[GoldLine]) -> dict[str, Any]:
    """The figures of the networks before int8, with the same settings: what int8 costs."""
    folder = plan.run / "fp32"
    shutil.copyfile(plan.run / "tokenizer.json", folder / "tokenizer.json")
    write_card(folder, settings, {})
    return score(gold, predict(Coder(folder, threads=2), gold)).to_dict()


def build_examples(plan: Plan) -> list[Example]:
    """The gold lines as examples, the places of country names marked by our tables."""
    lines = _lines(plan.gold.read_text("utf-8"))
    lines = lines[: round(len(lines) * plan.share)]
    if plan.own:
        lines += own_lines()
    gazetteer = Gazetteer.load()

    def find(text: str) -> list[tuple[int, int, str]]:
        return [(f.start, f.end, f.actor.country) for f in gazetteer.find(text) if f.actor.country]

    def country_of(mention: str) -> str | None:
        actor = gazetteer.resolve(mention)
        known = actor.country or (actor.kind in ("organisation", "group"))
        return str(known) if known else None

    builder = Builder(Pieces(plan.run / "tokenizer.json"), find, country_of)
    examples = builder.build(lines)
    log.info("%d examples; not placed: %s", len(examples), builder.lost or "none")
    return examples


def own_lines() -> list[dict[str, Any]]:
    """The labelled lines written for this project, in the form of gold."""
    folder = files("dualtrack.train") / "lines"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".jsonl")), key=lambda f: f.name)
    return [line for file in found for line in _lines(file.read_text("utf-8"))]


def _lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def _triggers(plan: Plan, examples: Sequence[Example]) -> TriggerNet:
    net = TriggerNet(Encoder(base_folder()))
    path = plan.run / "triggers.pt"
    if path.exists():
        net.load_state_dict(torch.load(path, weights_only=True))
        return net
    rows = [trigger_row(e) for e in examples]
    fit(net, rows, trigger_loss, plan.triggers, path.with_suffix(".part"))
    torch.save(net.state_dict(), path)
    return net


def _fold_candidates(plan: Plan, examples: Sequence[Example]) -> list[list[Candidate]]:
    """Out-of-fold candidates of every example; kept in `candidates.json`."""
    path = plan.run / "candidates.json"
    if not path.exists():
        found: dict[int, list[tuple[int, int, float]]] = {}
        for number, (train_on, held) in enumerate(folds(plan.folds, len(examples), 5)):
            net = TriggerNet(Encoder(base_folder()))
            rows = [trigger_row(examples[i]) for i in train_on]
            fit(net, rows, trigger_loss, replace(plan.fold, seed=plan.fold.seed + number))
            for i, c in zip(
                held, candidates_of(net, [examples[i] for i in held], FLOOR), strict=True
            ):
                found[i] = [(x.first, x.last, x.chance) for x in c]
            log.info("fold %d done", number + 1)
        path.write_text(json.dumps([found[i] for i in range(len(examples))]), "utf-8")
    rows = json.loads(path.read_text("utf-8"))
    return [[Candidate(a, b, np.array([p], np.float32)) for a, b, p in row] for row in rows]


def _roles(
    plan: Plan, examples: Sequence[Example], found: Sequence[Sequence[Candidate]]
) -> RoleNet:
    net = RoleNet(Encoder(base_folder()))
    path = plan.run / "roles.pt"
    if path.exists():
        net.load_state_dict(torch.load(path, weights_only=True))
        return net
    rows = [role_row(e, t) for e in examples for t in e.triggers]
    wrong = [role_row(e, n) for e, c in zip(examples, found, strict=True) for n in negatives(e, c)]
    log.info("second pass: %d triggers, %d that are none", len(rows), len(wrong))
    fit(net, rows + wrong, role_loss, plan.roles, path.with_suffix(".part"))
    torch.save(net.state_dict(), path)
    return net
