"""The whole training, stage by stage; a stage whose file exists in the run folder is not redone.

Two rounds. The first learns from gold and from the lines written here; its networks have never
seen the labelled news items, so what it takes for acts there shows what a second pass must learn
to turn down. The second round goes on from the first with everything, and its rate falls to
nothing.
"""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from torch import nn

from dualtrack.actors import Gazetteer
from dualtrack.coding import Coder, GoldLine, read_gold, score
from dualtrack.coding._decode import Candidate
from dualtrack.coding._model import Settings as ModelSettings
from dualtrack.coding._pieces import Pieces
from dualtrack.train._base import base_folder
from dualtrack.train._batches import role_row, trigger_row
from dualtrack.train._calibrate import calibrate, judged, reliability
from dualtrack.train._candidates import candidates_of, folds, negatives
from dualtrack.train._examples import Builder, Example
from dualtrack.train._export import export, write_card, write_words
from dualtrack.train._fit import Settings, fit, role_loss, trigger_loss
from dualtrack.train._lines import held_out, news_lines, own_lines, parse
from dualtrack.train._look import fit_glance, write_glance
from dualtrack.train._networks import Encoder, RoleNet, TriggerNet
from dualtrack.train._tune import START, predict, settings_dict, tune

log = logging.getLogger(__name__)
FIRST = Settings(epochs=5, falls=False, warm=0.06)
FOLD = Settings(epochs=4, seed=11)
TRIGGERS = Settings(epochs=3, seed=8)
ROLES = Settings(epochs=3, seed=9)
FLOOR = 0.2  # candidates of the first pass below this chance are never looked at twice
Net = TypeVar("Net", bound=nn.Module)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to train from and how. `run` is the folder in which stages are kept."""

    gold: Path
    dev: Path
    run: Path
    items: Path | None = None  # the texts of the labelled news items
    first: Settings = FIRST
    folds: int = 2
    fold: Settings = FOLD
    triggers: Settings = TRIGGERS
    roles: Settings = ROLES
    share: float = 1.0  # of the gold lines and the news items, for a learning curve


def train(plan: Plan) -> dict[str, Any]:
    """Train, export, tune and measure; → the figures on dev. Files are left in `plan.run`."""
    plan.run.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(base_folder() / "tokenizer.json", plan.run / "tokenizer.json")
    base, news = build_examples(plan)
    first = first_round(plan, base)
    found = [*fold_candidates(plan, base), *news_candidates(plan, first, news)]
    trigger_net = second_triggers(plan, first, [*base, *news])
    role_net = second_roles(plan, trigger_net, [*base, *news], found)
    (plan.run / "fp32").mkdir(exist_ok=True)
    for folder, quantize in ((plan.run, True), (plan.run / "fp32", False)):
        write_words(trigger_net.encoder, role_net.encoder, folder, quantize)
        for name, net in (("triggers", trigger_net), ("roles", role_net)):
            export(net, name, folder, quantize)
    table = trigger_net.encoder.embeddings.word_embeddings.weight
    glance, threshold = fit_glance(table, [*base, *news])
    for folder in (plan.run, plan.run / "fp32"):
        write_glance(glance, folder)
    return finish(plan, replace(START, glance=threshold))


def finish(plan: Plan, start: ModelSettings) -> dict[str, Any]:
    """Tune and calibrate the exported networks on dev and write the card; → the figures."""
    card: dict[str, Any] = {"made": _made(plan)}
    write_card(plan.run, settings_dict(start), card)
    gold = read_gold(plan.dev)
    coder = Coder(plan.run, threads=2)
    tune(coder, gold, start)
    settings = calibrate(coder, gold)
    sets = {"dev": gold, "articles": [g for g in read_gold(plan.gold) if held_out(g.id)]}
    for name, lines in sets.items():
        found = predict(coder, lines)
        card[name] = score(lines, found).to_dict()
        card[f"{name} reliability"] = reliability(judged(lines, found))
    if (plan.run / "fp32").exists():
        card["dev fp32"] = _unquantized(plan, settings_dict(settings), gold)
    write_card(plan.run, settings_dict(settings), card)
    figures: dict[str, Any] = card["dev"]
    return figures


def _made(plan: Plan) -> dict[str, Any]:
    return {
        "share": plan.share,
        "own lines": len(own_lines()),
        "news items": len(_share(plan, news_lines(plan.items))) if plan.items else 0,
        "first": asdict(plan.first),
        "folds": plan.folds,
        "fold": asdict(plan.fold),
        "triggers": asdict(plan.triggers),
        "roles": asdict(plan.roles),
    }


def _unquantized(plan: Plan, settings: dict[str, Any], gold: Sequence[GoldLine]) -> dict[str, Any]:
    """The figures of the networks before int8, with the same settings: what int8 costs."""
    folder = plan.run / "fp32"
    shutil.copyfile(plan.run / "tokenizer.json", folder / "tokenizer.json")
    write_card(folder, settings, {})
    return score(gold, predict(Coder(folder, threads=2), gold)).to_dict()


def build_examples(plan: Plan) -> tuple[list[Example], list[Example]]:
    """Gold and own lines, and the news items, as examples; country names in them are marked."""
    gazetteer = Gazetteer.load()

    def find(text: str) -> list[tuple[int, int, str]]:
        return [(f.start, f.end, f.actor.country) for f in gazetteer.find(text) if f.actor.country]

    def country_of(mention: str) -> str | None:
        actor = gazetteer.resolve(mention)
        known = actor.country or (actor.kind in ("organisation", "group"))
        return str(known) if known else None

    builder = Builder(Pieces(plan.run / "tokenizer.json"), find, country_of)
    gold = [line for line in parse(plan.gold.read_text("utf-8")) if not held_out(line["id"])]
    base = builder.build([*_share(plan, gold), *own_lines()])
    news = builder.build(_share(plan, news_lines(plan.items)) if plan.items else [])
    log.info("%d + %d examples; not placed: %s", len(base), len(news), builder.lost or "none")
    return base, news


def _share(plan: Plan, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return lines[: round(len(lines) * plan.share)]


def first_round(plan: Plan, base: Sequence[Example]) -> TriggerNet:
    """The first pass from the bare encoder, at a rate that does not fall."""
    net = TriggerNet(Encoder(base_folder()))

    def teach(part: Path) -> None:
        fit(net, [trigger_row(e) for e in base], trigger_loss, plan.first, part)

    return _stage(plan, "first", net, teach)


def second_triggers(plan: Plan, first: TriggerNet, examples: Sequence[Example]) -> TriggerNet:
    """The first pass gone on with, on everything."""
    net = TriggerNet(Encoder(base_folder()))
    net.load_state_dict(first.state_dict())

    def teach(part: Path) -> None:
        fit(net, [trigger_row(e) for e in examples], trigger_loss, plan.triggers, part)

    return _stage(plan, "triggers", net, teach)


def second_roles(
    plan: Plan,
    trigger_net: TriggerNet,
    examples: Sequence[Example],
    found: Sequence[Sequence[Candidate]],
) -> RoleNet:
    """The second pass; its encoder begins as the first pass's, which knows the news."""
    net = RoleNet(Encoder(base_folder()))
    net.encoder.load_state_dict(trigger_net.encoder.state_dict())

    def teach(part: Path) -> None:
        rows = [role_row(e, t) for e in examples for t in e.triggers]
        wrong = [
            role_row(e, n) for e, c in zip(examples, found, strict=True) for n in negatives(e, c)
        ]
        log.info("second pass: %d triggers, %d that are none", len(rows), len(wrong))
        fit(net, rows + wrong, role_loss, plan.roles, part)

    return _stage(plan, "roles", net, teach)


def _stage(plan: Plan, name: str, net: Net, teach: Callable[[Path], None]) -> Net:
    """The network as its stage left it, or trained now, its epochs kept in a part file."""
    path = plan.run / f"{name}.pt"
    if path.exists():
        net.load_state_dict(torch.load(path, weights_only=True))
        return net
    teach(path.with_suffix(".part"))
    torch.save(net.state_dict(), path)
    return net


def fold_candidates(plan: Plan, examples: Sequence[Example]) -> list[list[Candidate]]:
    """Out-of-fold candidates of every example; kept in `candidates.json`."""
    path = plan.run / "candidates.json"
    if not path.exists():
        found: dict[int, list[Candidate]] = {}
        for number, (train_on, held) in enumerate(folds(plan.folds, len(examples), 5)):
            net = TriggerNet(Encoder(base_folder()))
            rows = [trigger_row(examples[i]) for i in train_on]
            fit(net, rows, trigger_loss, replace(plan.fold, seed=plan.fold.seed + number))
            unseen = candidates_of(net, [examples[i] for i in held], FLOOR)
            found.update(zip(held, unseen, strict=True))
            log.info("fold %d done", number + 1)
        _keep(path, [found[i] for i in range(len(examples))])
    return _kept(path)


def news_candidates(
    plan: Plan, first: TriggerNet, news: Sequence[Example]
) -> list[list[Candidate]]:
    """Candidates of the news items by the first round's network, which never saw them."""
    path = plan.run / "candidates-news.json"
    if not path.exists():
        _keep(path, candidates_of(first, news, FLOOR))
    return _kept(path)


def _keep(path: Path, found: Sequence[Sequence[Candidate]]) -> None:
    rows = [[(c.first, c.last, c.chance) for c in row] for row in found]
    path.write_text(json.dumps(rows), "utf-8")


def _kept(path: Path) -> list[list[Candidate]]:
    rows = json.loads(path.read_text("utf-8"))
    return [[Candidate(a, b, np.array([p], np.float32)) for a, b, p in row] for row in rows]
