"""Judged articles as labelled lines, read back by what trains and measures."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from dualtrack.coding import Mention, Span, read_gold
from dualtrack.pages import Article, Paragraph
from dualtrack.record import Store
from dualtrack.record._gold_export import Counter, _lines
from judged_record import OTHER, SECOND, fill, keep, say, second_events
from make_events import event


def test_only_articles_that_are_done_are_labelled(store: Store, tmp_path: Path) -> None:
    ids = fill(store)
    say(store, "accept", ids["e1"])
    assert store.gold().lines == []
    assert dict(store.gold().skipped) == {"unjudged": 1}
    say(store, "change", ids["e4"], field="status", value="announced")
    say(store, "reject", ids["e3"], single=True)
    assert dict(store.gold().skipped) == {"unjudged": 1, "not done": 1}
    assert store.gold(judged=True).articles == 1
    value = {"trigger": "closed", "type": "COERCE", "mode": "restrict", "actors": ["Jordan"]}
    say(store, "add", "a2", value=value)
    say(store, "done", "a2")
    found = store.gold()
    assert (found.articles, found.events) == (1, 2)
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in found.lines))
    first, second = read_gold(path)
    assert (first.id, first.events) == ("a2-00", ())
    assert first.context == "Drones over Israel … "
    assert second.text == SECOND.split("\n\n")[1]
    assert second.context == "Drones over Israel … " + first.text
    assert [e["trigger"] for e in second.events] == ["condemned", "closed"]
    assert second.events[0] == {
        "trigger": "condemned",
        "type": "ACCUSE",
        "mode": "disapprove",
        "actors": [{"text": "France", "country": "FRA", "sector": "GOV"}],
        "recipients": [{"text": "Iran", "country": "IRN", "sector": "GOV"}],
        "status": "announced",
        "speaker": None,
        "condition": None,
        "location": None,
        "date": None,
    }


def test_a_page_that_changed_since_is_left_out(store: Store) -> None:
    fill(store)
    say(store, "done", "a2")
    assert store.gold().articles == 1
    keep(store, dataclasses.replace(OTHER, title="Another title"), second_events())
    assert dict(store.gold().skipped) == {"changed": 1}


def test_an_article_without_events_can_be_done(store: Store) -> None:
    keep(store, OTHER, [])
    say(store, "done", "a2")
    assert [line["events"] for line in store.gold().lines] == [[], []]


TEXT = "Iran struck Israel.\n\nNobody was hurt.\n\nHistory\n\nThe strike was the second."
STARTS = [TEXT.index(words) for words in ("Iran", "Nobody", "History", "The strike")]
PAGE = Article(
    id="p",
    text=TEXT,
    paragraphs=tuple(
        Paragraph(
            start,
            TEXT.find("\n", start) if "\n" in TEXT[start:] else len(TEXT),
            kind="subhead" if TEXT.startswith("History", start) else "paragraph",
        )
        for start in STARTS
    ),
)


def lines(*events: Any, page: Article = PAGE) -> tuple[list[dict[str, Any]], Counter[str]]:
    lost: Counter[str] = Counter()
    return list(_lines("p", page, events, lost)), lost


def span(words: str) -> Span:
    return Span(words, TEXT.index(words), TEXT.index(words) + len(words))


def strike(**more: Any) -> Any:
    made = event(
        "ASSAULT",
        (Mention(span("Iran"), "Iran", "IRN", "GOV"),),
        (Mention(span("Israel"), "Israel", "ISR", "GOV"),),
        trigger=span("struck"),
    )
    return dataclasses.replace(made, **more)


def test_an_act_told_again_is_labelled_there_too_with_what_it_needs_before_it() -> None:
    made, lost = lines(strike(also=(span("strike"),)))
    assert [line["id"] for line in made] == ["p-00", "p-01", "p-03"]
    assert [len(line["events"]) for line in made] == [1, 0, 1]
    assert "context" not in made[0]
    assert made[1]["context"] == "Iran struck Israel."
    assert made[2]["context"] == "Iran struck Israel. … Nobody was hurt."
    assert made[2]["events"][0]["actors"][0]["text"] == "Iran"
    assert not lost


def test_words_that_stand_only_later_are_counted_as_lost() -> None:
    later = Mention(span("Nobody"), None, None, "UNK")
    made, lost = lines(strike(recipients=(later,)))
    assert made[0]["events"][0]["recipients"] == []
    assert dict(lost) == {"recipients": 1}


def test_a_given_context_takes_the_place_of_the_title() -> None:
    page = dataclasses.replace(PAGE, title="War", context="Before.")
    made, _ = lines(strike(), page=page)
    assert made[0]["context"] == "Before. … "
    titled = strike(speaker=Span("War", 0, 3, "title"))
    made, _ = lines(titled, page=page)
    assert made[0]["context"].startswith("War … Before.")
