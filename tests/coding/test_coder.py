"""The coder with the shipped model: what any text must give, and what it must not."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dualtrack._errors import EmptyPage, ModelError
from dualtrack.coding import Coder, Event, NotCoded, refusal
from dualtrack.ontology import MODES, SECTORS, STATUSES, TYPES
from dualtrack.pages import Article, article_of

STRIKE = "Iran launched over 300 drones and missiles at Israel on Saturday, the military said."


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.fixture(scope="module")
def strike(coder: Coder) -> Event:
    return coder.code(STRIKE, published="2024-04-14")[0]


def test_who_did_what_to_whom(strike: Event) -> None:
    assert strike.type == "ASSAULT"
    assert [m.country for m in strike.actors] == ["IRN"]
    assert [m.country for m in strike.recipients] == ["ISR"]
    assert strike.status == "actual"
    assert strike.track == "pressure"
    assert strike.intensity < 0


def test_when_and_how_many(strike: Event) -> None:
    assert strike.date.on == dt.date(2024, 4, 13)
    assert strike.date.precision == "day"
    assert [(q.low, q.relation) for q in strike.quantities] == [(300.0, "over")]


def test_who_says_so(strike: Event) -> None:
    assert strike.speaker is not None
    assert "military" in strike.speaker.text


def test_a_condition_is_kept_with_its_words(coder: Coder) -> None:
    events = coder.code(
        "Washington may cut military aid if Israel does not protect civilians, officials said."
    )
    kept = [e for e in events if e.condition]
    assert kept
    assert kept[0].condition is not None
    assert kept[0].condition.kind == "if"
    assert kept[0].status == "possible"


def test_calm_text_gives_nothing(coder: Coder) -> None:
    assert coder.code("The weather in Paris was mild. The team won the final 2-1.") == []


def test_another_language_is_said_and_not_coded(coder: Coder) -> None:
    article = Article("x", "Der Kanzler traf den Präsidenten.", language="de")
    (_, outcome), *_ = coder.code_many([article])
    assert isinstance(outcome, NotCoded)
    assert outcome.reason == "language"
    assert "de" in outcome.message
    assert refusal(Article("x", "…", language="en")) is None


def test_the_same_text_gives_the_same_events(coder: Coder) -> None:
    first = json.dumps([e.to_dict() for e in coder.code(STRIKE)])
    assert first == json.dumps([e.to_dict() for e in coder.code(STRIKE)])


def test_order_and_number_of_articles_are_kept(coder: Coder) -> None:
    articles = [
        article_of({"id": str(n), "text": STRIKE if n % 3 else "It rained."}, "t", origin=None)
        for n in range(40)
    ]
    out = list(coder.code_many(iter(articles)))
    assert [a.id for a, _ in out] == [str(n) for n in range(40)]
    assert all(isinstance(e, list) and bool(e) == bool(int(a.id) % 3) for a, e in out)


def test_ids_differ_within_an_article_and_depend_on_it(coder: Coder) -> None:
    text = "France condemned the raid. Later Germany condemned the raid too."
    events = coder.code(text)
    assert len({e.id for e in events}) == len(events)
    other = coder.code(text + " It rained.")
    assert {e.id for e in events}.isdisjoint(e.id for e in other)


def test_an_empty_text_is_refused(coder: Coder) -> None:
    with pytest.raises(EmptyPage):
        coder.code("   ")


def test_no_model_no_coder(tmp_path: object) -> None:
    with pytest.raises(ModelError):
        Coder(str(tmp_path))


PARTS = st.sampled_from(
    [
        "Russian forces shelled Kharkiv. ", "“We didn’t attack,” the army said. ", "\n\n", "U.S. ",
        "The two sides will meet in Geneva on 4 May. ", "\U0001f600", "café ", "<b>", "北京 ",
        "if it does not withdraw, ", "Protesters blocked roads. ", "\x00", "a" * 700, " . ",
    ]
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PARTS, min_size=1, max_size=12).map("".join).filter(str.strip))
def test_whatever_comes_in_the_form_holds(text: str) -> None:
    coder = _shared_coder()
    for event in coder.code(text, title="Talks in Geneva", published="2024-05-01"):
        assert event.type in TYPES
        assert event.mode is None or event.mode in MODES[event.type]
        assert event.status in STATUSES
        assert 0 < event.confidence < 1
        assert event.sentence[0] <= event.trigger.start < event.trigger.end <= event.sentence[1]
        spans = [event.trigger, *(m.span for m in (*event.actors, *event.recipients))]
        spans += [s for s in (event.speaker, event.date.span) if s]
        spans += [f.span for f in (event.condition, event.location) if f]
        for span in spans:
            source = text if span.where == "text" else "Talks in Geneva"
            assert source[span.start : span.end] == span.text
        assert all(m.sector in SECTORS for m in (*event.actors, *event.recipients))


_CODERS: list[Coder] = []


def _shared_coder() -> Coder:
    if not _CODERS:
        _CODERS.append(Coder())
    return _CODERS[0]
