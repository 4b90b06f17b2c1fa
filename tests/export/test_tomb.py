from __future__ import annotations

import json

from dualtrack.export._tomb import wordless
from make_events import TEXT, article_events, when


def test_no_word_of_the_page_is_left() -> None:
    for event in article_events():
        left = json.dumps(wordless(event).to_dict())
        for word in set(TEXT.replace(".", "").split()) - {"if", "on"}:
            assert f'"{word}' not in left, word
        assert "United States" not in left


def test_what_is_no_word_stays() -> None:
    cut, launched = map(wordless, article_events())
    assert (cut.type, cut.status, cut.actors[0].country) == ("SANCTION", "possible", "USA")
    assert cut.condition is not None
    assert cut.condition.kind == "if"
    assert launched.date.on == when("2024-04-13").on
    assert launched.location is not None
    assert launched.location.country == "ISR"
    assert wordless(cut) == cut
