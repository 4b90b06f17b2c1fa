"""How good coded events are, measured against gold ones.

Events are matched one to one, greedily, line by line. Figures are from 0 to 1 and micro-averaged
F1 unless said otherwise. What counts as the same is defined in `_compare`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from dualtrack.coding._compare import TESTS, Act, dyads, pair_up, to_act, words
from dualtrack.coding._gold import GoldLine


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of one comparison.

    `trigger`: the triggers share a word. `type`: trigger, and the same type; `type_macro` is the
    mean over gold's types. `actors`, `recipients`: type, and the same set of them. `event`: type,
    actors and recipients all right, the main figure. `track`: as event, but only the type's track
    must fit. `dyad`: over the distinct (party, type, party) triples of a line. `status`, `mode`,
    `speaker`, `sector`: accuracy where trigger and type were found. `condition`: F1 of conditions
    that share half of gold's words. `silence`: the part of the lines without a gold event that
    were left without one. The counts are of events, lines and triples; `per_type` is the F1 of
    `type` by type, rounded to three places.
    """

    trigger: float
    type: float
    actors: float
    recipients: float
    event: float
    track: float
    dyad: float
    event_precision: float
    event_recall: float
    type_macro: float
    status: float
    mode: float
    speaker: float
    sector: float
    condition: float
    silence: float
    gold_events: int
    predicted_events: int
    lines: int
    gold_dyads: int
    per_type: dict[str, float]

    def to_dict(self) -> dict[str, Any]:
        """The figures by name, with blanks for underscores: `event precision`."""
        return {f.name.replace("_", " "): getattr(self, f.name) for f in fields(self)}


@dataclass(slots=True)
class _Tally:
    """Hits beside what there was to hit."""

    hit: int = 0
    gold: int = 0
    predicted: int = 0

    def add(self, hit: int, gold: int, predicted: int) -> None:
        self.hit += hit
        self.gold += gold
        self.predicted += predicted

    def f1(self) -> float:
        both = self.gold + self.predicted
        return 2 * self.hit / both if both else 0.0

    def precision(self) -> float:
        return self.hit / self.predicted if self.predicted else 0.0

    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 0.0


def _tallies() -> defaultdict[str, _Tally]:
    return defaultdict(_Tally)


@dataclass(slots=True)
class _Sums:
    """Everything that is counted over the lines."""

    measures: defaultdict[str, _Tally] = field(default_factory=_tallies)
    types: defaultdict[str, _Tally] = field(default_factory=_tallies)
    right: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)

    def judge(self, figure: str, right: bool) -> None:
        self.seen[figure] += 1
        self.right[figure] += right

    def accuracy(self, figure: str) -> float:
        return self.right[figure] / self.seen[figure] if self.seen[figure] else 0.0

    def macro(self) -> float:
        """The mean F1 over the types that gold has."""
        found = [tally.f1() for tally in self.types.values() if tally.gold]
        return sum(found) / max(1, len(found))


def _same_speaker(gold: Act, predicted: Act) -> bool:
    if gold.speaker and predicted.speaker:
        return bool(words(gold.speaker) & words(predicted.speaker))
    return not gold.speaker and not predicted.speaker


def _same_condition(gold: Act, predicted: Act) -> bool:
    mine, theirs = words(gold.condition), words(predicted.condition)
    return bool(mine and theirs) and len(mine & theirs) * 2 >= len(mine)


def _judge_sectors(sums: _Sums, gold: Act, predicted: Act) -> None:
    """Each gold mention beside the first predicted one, on its side, that is the same actor."""
    for mine, theirs in (
        (gold.actors, predicted.actors),
        (gold.recipients, predicted.recipients),
    ):
        for who in mine:
            found = next((other for other in theirs if who.same(other)), None)
            if found is not None:
                sums.judge("sector", who.sector == found.sector)


def _judge_match(sums: _Sums, gold: Act, predicted: Act) -> None:
    """The details of one gold event whose trigger and type were found."""
    sums.types[gold.type].hit += 1
    sums.judge("status", gold.status == predicted.status)
    if gold.mode:
        sums.judge("mode", gold.mode == predicted.mode)
    sums.judge("speaker", _same_speaker(gold, predicted))
    _judge_sectors(sums, gold, predicted)
    sums.measures["condition"].hit += _same_condition(gold, predicted)


def _add_line(sums: _Sums, gold: Sequence[Act], predicted: Sequence[Act]) -> None:
    for name, test in TESTS.items():
        matched = pair_up(gold, predicted, test)
        sums.measures[name].add(len(matched), len(gold), len(predicted))
        if name == "type":
            for mine, theirs in matched:
                _judge_match(sums, mine, theirs)
    mine_dyads, their_dyads = dyads(gold), dyads(predicted)
    sums.measures["dyad"].add(len(mine_dyads & their_dyads), len(mine_dyads), len(their_dyads))
    for act in gold:
        sums.types[act.type].gold += 1
        sums.measures["condition"].gold += bool(act.condition)
    for act in predicted:
        sums.types[act.type].predicted += 1
        sums.measures["condition"].predicted += bool(act.condition)
    if not gold:
        sums.judge("silence", not predicted)


def _scores(sums: _Sums, lines: int) -> Scores:
    measures = sums.measures
    event, dyad = measures["event"], measures["dyad"]
    return Scores(
        **{name: measures[name].f1() for name in TESTS},
        dyad=dyad.f1(),
        event_precision=event.precision(),
        event_recall=event.recall(),
        type_macro=sums.macro(),
        status=sums.accuracy("status"),
        mode=sums.accuracy("mode"),
        speaker=sums.accuracy("speaker"),
        sector=sums.accuracy("sector"),
        condition=measures["condition"].f1(),
        silence=sums.accuracy("silence"),
        gold_events=event.gold,
        predicted_events=event.predicted,
        lines=lines,
        gold_dyads=dyad.gold,
        per_type={name: round(tally.f1(), 3) for name, tally in sorted(sums.types.items())},
    )


def score(gold: Iterable[GoldLine], predicted: Mapping[str, Sequence[Mapping[str, Any]]]) -> Scores:
    """Compare the events predicted for each line, by its id, with gold's.

    Predicted events may have gold's form or that of `Event.to_dict`. A line that `predicted`
    lacks counts as one without events; ids that gold lacks are not counted at all.
    """
    sums, lines = _Sums(), 0
    for line in gold:
        lines += 1
        _add_line(
            sums,
            [to_act(event) for event in line.events],
            [to_act(event) for event in predicted.get(line.id, ())],
        )
    return _scores(sums, lines)
