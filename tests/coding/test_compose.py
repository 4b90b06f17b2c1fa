"""Events written out of judged triggers: sentence, numbers, order, ids."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from dualtrack.actors import Gazetteer
from dualtrack.coding import CoderInfo, Event
from dualtrack.coding._compose import Composer, Trigger
from dualtrack.coding._decode import Candidate
from dualtrack.coding._judge import Verdict
from dualtrack.coding._labels import ROLES
from dualtrack.coding._model import RoleScores, Settings
from dualtrack.coding._pieces import load_pieces
from dualtrack.coding._roles import Found
from dualtrack.coding._windows import Window, windows
from dualtrack.pages import Article, article_of

TEXT = "Iran launched 300 drones. Later Israel shelled 2 towns and 9 soldiers fled."
INFO = CoderInfo("0", "m", "1")
SETTINGS = Settings(0.0, 0.1, 0.5, dict.fromkeys(ROLES, 0.5), 0.5, ((0.0, 0.0), (1.0, 1.0)))


@pytest.fixture(scope="module")
def made() -> tuple[Article, Window]:
    pieces = load_pieces(Path(str(files("dualtrack.coding") / "model" / "tokenizer.json")))
    art = article_of({"id": "a", "text": TEXT, "published": "2024-04-14"}, "t", origin=None)
    (window,) = windows(art, pieces)
    return art, window


def trigger(made: tuple[Article, Window], word: str, **roles: str) -> Trigger:
    art, window = made
    place = TEXT.index(word)
    number = window.encoded.word_start.index(place)
    nothing = np.zeros(1, np.float32)
    size = len(window.encoded.word_piece)
    scores = RoleScores(
        nothing, nothing, np.zeros((size, 2), np.float32), nothing, nothing, nothing
    )
    found: dict[str, list[Found]] = {role: [] for role in ROLES}
    for role, words in roles.items():
        first = window.encoded.word_start.index(TEXT.index(words))
        found[role] = [Found(window.span(art, first, first), first, first, 0.9, "GOV")]
    return Trigger(window, Candidate(number, number, nothing), scores, found)


def verdict(kind: str, mode: str | None = None) -> Verdict:
    return Verdict(True, kind, mode, "actual", 0.8)


@pytest.fixture
def events(made: tuple[Article, Window]) -> list[Event]:
    desk = Composer(made[0], Gazetteer.load(), INFO)
    late = desk.event(trigger(made, "fled"), verdict("RETREAT", "withdraw"), SETTINGS)
    early = desk.event(
        trigger(made, "launched", actor="Iran"), verdict("ASSAULT", "drone"), SETTINGS
    )
    middle = desk.event(
        trigger(made, "shelled", actor="Israel"), verdict("ASSAULT", "heavy-weapons"), SETTINGS
    )
    return desk.finish([late, early, middle])


def test_events_stand_in_the_order_of_their_triggers(events: list[Event]) -> None:
    assert [e.trigger.text for e in events] == ["launched", "shelled", "fled"]


def test_each_number_goes_to_the_nearest_act_of_its_sentence(events: list[Event]) -> None:
    assert [[q.low for q in e.quantities] for e in events] == [[300.0], [2.0], [9.0]]


def test_the_sentence_is_the_triggers_own(events: list[Event]) -> None:
    assert TEXT[slice(*events[0].sentence)] == "Iran launched 300 drones."
    assert events[1].sentence == events[2].sentence


def test_fields_follow_from_type_and_day(events: list[Event]) -> None:
    first = events[0]
    assert first.actors[0].country == "IRN"
    assert (first.quad, first.track) == ("material conflict", "pressure")
    assert first.intensity < -8
    assert first.date.source == "published"
    assert first.date.on == first.published
    assert events[2].actors == ()


def test_ids_are_stable_and_apart(made: tuple[Article, Window], events: list[Event]) -> None:
    again = Composer(made[0], Gazetteer.load(), INFO).event(
        trigger(made, "launched"), verdict("ASSAULT", "drone"), SETTINGS
    )
    assert again.id == events[0].id
    assert len({e.id for e in events}) == 3


def test_unsure_parties_lower_the_confidence(events: list[Event]) -> None:
    assert events[2].confidence == pytest.approx(0.8)
    assert events[0].confidence == pytest.approx(0.8 * 0.9)
