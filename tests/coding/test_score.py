"""The figures: small cases counted by hand, and the same as the measures' first home."""

from __future__ import annotations

import copy
import importlib.util
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dualtrack import ontology
from dualtrack.coding._gold import GoldLine, read_gold
from dualtrack.coding._score import score

EventDict = dict[str, Any]


def who(text: str, country: str | None = None, sector: str = "GOV") -> EventDict:
    return {"text": text, "country": country, "sector": sector}


def event(**changes: Any) -> EventDict:
    """France condemned Iran, with changes."""
    return {
        "trigger": "condemned",
        "type": "ACCUSE",
        "mode": "disapprove",
        "actors": [who("France", "FRA")],
        "recipients": [who("Iran", "IRN")],
        "status": "actual",
        "speaker": None,
        "condition": None,
        "location": None,
        "date": None,
        **changes,
    }


def line(name: str, *events: EventDict) -> GoldLine:
    return GoldLine(name, "any text", None, events)


def test_nothing_at_all() -> None:
    figures = score([], {}).to_dict()
    assert figures.pop("per type") == {}
    assert set(figures.values()) == {0}


def test_all_right() -> None:
    gold = [line("a", event(condition="if Iran attacks")), line("b")]
    scores = score(gold, {"a": [event(condition="if Iran attacks")]})
    expected = dict.fromkeys(scores.to_dict(), 1.0)
    expected |= {"gold events": 1, "predicted events": 1, "lines": 2, "gold dyads": 1}
    assert scores.to_dict() == expected | {"per type": {"ACCUSE": 1.0}}


def test_a_missed_and_an_invented_event() -> None:
    gold = [line("a", event(), event(trigger="met", type="CONSULT", mode=None)), line("b")]
    predicted = {"a": [event()], "b": [event(), event(type="AID", mode=None)], "other": [event()]}
    scores = score(gold, predicted)
    assert (scores.gold_events, scores.predicted_events, scores.lines) == (2, 3, 2)
    assert scores.trigger == scores.type == scores.event == scores.track == 2 / 5
    assert (scores.event_precision, scores.event_recall) == (1 / 3, 1 / 2)
    assert scores.silence == 0
    # One of ACCUSE is found beside two predicted, CONSULT is missed, AID is none of gold's types.
    assert scores.per_type == {"ACCUSE": 0.667, "AID": 0.0, "CONSULT": 0.0}
    assert scores.type_macro == pytest.approx((2 / 3 + 0) / 2)
    assert scores.gold_dyads == 2
    assert scores.dyad == 2 / (2 + 3)


def test_details_count_only_where_trigger_and_type_were_found() -> None:
    gold = [line("a", event(speaker="John Kirby"), event(trigger="blamed", speaker="officials"))]
    predicted = {
        "a": [
            event(
                speaker="Kirby", status="possible", mode=None, actors=[who("Paris", "FRA", "MIL")]
            ),
            event(trigger="warned", speaker="somebody"),
        ]
    }
    scores = score(gold, predicted)
    assert scores.trigger == 1 / 2
    assert (scores.status, scores.mode, scores.speaker) == (0, 0, 1)
    assert scores.sector == 1 / 2  # Iran's is right, France's is not


def test_a_mode_that_gold_leaves_open_is_not_judged() -> None:
    assert score([line("a", event(mode=None))], {"a": [event()]}).mode == 0
    gold = [line("a", event(mode=None), event(trigger="blamed"))]
    assert score(gold, {"a": [event(), event(trigger="blamed")]}).mode == 1


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [(None, None, 1), ("Kirby", None, 0), (None, "Kirby", 0), ("the", "the", 0)],
)
def test_speaker(gold: str | None, predicted: str | None, right: float) -> None:
    scores = score([line("a", event(speaker=gold))], {"a": [event(speaker=predicted)]})
    assert scores.speaker == right


@pytest.mark.parametrize(
    ("predicted", "f1"),
    [
        (None, 0),
        ("if Israel yields", 1),  # two of gold's four words
        ("Israel", 0),  # one of four
        ("unless told", 0),
    ],
)
def test_condition(predicted: str | None, f1: float) -> None:
    gold = [line("a", event(condition="if Israel protects civilians"))]
    assert score(gold, {"a": [event(condition=predicted)]}).condition == f1


def test_the_form_of_the_coder_is_read_like_golds() -> None:
    coded = event(
        trigger={"text": "condemned", "start": 7, "end": 16},
        speaker={"text": "John Kirby", "start": 20, "end": 30},
        condition={"text": "if asked", "start": 31, "end": 39, "kind": "if"},
        actors=[{**who("Paris", "FRA"), "start": 0, "end": 5, "name": "France"}],
        article="a",
    )
    gold = event(speaker="Kirby", condition="if asked")
    scores = score([line("a", gold)], {"a": [coded]})
    assert scores.event == scores.speaker == scores.condition == scores.sector == 1


def perturb(rng: random.Random, gold: list[GoldLine]) -> dict[str, list[EventDict]]:
    """Gold's events as a bad coder would have them, some in the form of `Event.to_dict`."""
    every = [copy.deepcopy(e) for entry in gold for e in entry.events]
    mentions = [m for e in every for m in e["actors"] + e["recipients"]]

    def other(value: EventDict) -> EventDict:
        """One field changed."""
        kind = rng.choice(sorted({*value, "swap", "more", "fewer", "name"}))
        if kind == "swap":
            value["actors"], value["recipients"] = value["recipients"], value["actors"]
        elif kind in {"more", "fewer", "actors", "recipients", "name"}:
            side = rng.choice(["actors", "recipients"])
            if kind == "fewer":
                value[side] = value[side][1:]
            elif kind == "name":
                value[side] = [{**m, "name": rng.choice(mentions)["text"]} for m in value[side]]
            else:
                added = {**rng.choice(mentions), "sector": rng.choice(ontology.SECTORS)}
                added["country"] = rng.choice([added["country"], None])
                value[side] = [*value[side], added] if kind == "more" else [added]
        else:
            value[kind] = copy.deepcopy(rng.choice(every)[kind])
        return value

    out: dict[str, list[EventDict]] = {}
    for entry in gold:
        events = [copy.deepcopy(e) for e in entry.events if rng.random() < 0.8]
        if rng.random() < 0.3:
            events.append(copy.deepcopy(rng.choice(every)))
        for e in events:
            for _ in range(rng.randrange(4)):
                other(e)
            if rng.random() < 0.5:
                for name in ("trigger", "speaker", "condition", "location"):
                    if isinstance(e[name], str):
                        e[name] = {"text": e[name], "start": 0, "end": len(e[name])}
        rng.shuffle(events)
        if events:
            out[entry.id] = events
    return out


@pytest.fixture(scope="module")
def peer(shared: Path) -> ModuleType:
    """The script in which the measures were first written down."""
    spec = importlib.util.spec_from_file_location("peer_score", shared / "tools" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(12))
def test_every_figure_is_the_same_as_the_scripts(shared: Path, peer: ModuleType, seed: int) -> None:
    gold = read_gold(shared / "data" / "gold" / "dev.jsonl")
    predicted = perturb(random.Random(seed), gold)
    theirs = peer.score({entry.id: list(entry.events) for entry in gold}, predicted)
    ours = score(gold, predicted).to_dict()
    assert list(ours) == list(theirs)
    assert ours == theirs
    assert 0.05 < ours["event"] < 0.95  # else the comparison would say little
