from __future__ import annotations

import pytest

from dualtrack.pages import language_of


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The minister said on Monday that the talks would go on in May, "
               "with or without her."),
        ("en", "Zelenskyy, Macron and Scholz meet in Kyiv; Bundestag votes on the Taurus motion."),
        ("de", "Der Bundeskanzler hat am Montag in Berlin seinen Gast aus Paris empfangen und mit "
               "ihm über die Lage im Osten gesprochen."),
        ("fr", "Le président a reçu lundi à Paris le premier ministre, qui demande un "
               "cessez-le-feu et le retour des otages."),
        ("nl", "De premier heeft maandag in Den Haag de president van het buurland ontvangen, "
               "meldt het ministerie."),
        ("ru", "Президент в понедельник встретился в Москве с министром иностранных дел, чтобы "
               "обсудить договор."),
    ],
)  # fmt: skip
def test_languages(code: str, text: str) -> None:
    assert language_of(text) == code


def test_too_short_to_tell() -> None:
    assert language_of("Iran attacks Israel.") is None
    assert language_of("12 34 " * 50) is None


@pytest.mark.shared
def test_short_english_news_is_never_called_foreign(shared: object) -> None:
    import gzip
    import json
    from pathlib import Path

    path = Path(str(shared)) / "data" / "current_events" / "items.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for i, line in enumerate(lines) if i % 40 == 0]
    foreign = [text for text in texts if language_of(text) not in ("en", None)]
    assert len(foreign) <= len(texts) / 500, foreign[:5]


GERMAN = "Der Minister ist am Montag in Berlin eingetroffen."


def test_a_declared_language_helps_where_the_text_agrees() -> None:
    assert len(GERMAN) < 80
    assert language_of(GERMAN) is None
    assert language_of(GERMAN, "de-AT") == "de"
    assert language_of(GERMAN, "en") is None


def test_a_declared_language_never_decides_alone() -> None:
    assert language_of("Iran attacks Israel.", "de") is None
    french = "Le président a reçu lundi à Paris le premier ministre, qui demande un cessez-le-feu."
    assert language_of(french * 2, "en") == "fr"
