"""Which language a story is in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dualtrack.pages._tables import word_list

_ENOUGH = 80  # code points that a text must have
_ENOUGH_IF_SAID = 40  # where the page declares the language that is found
_SHORT = 400  # below this, names and places weigh too much for a close call
_LIKELY = 0.3  # of py3langid, for the language that the page declares
_HEAD = 2_000  # the opening tells
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z]")
# Least share of frequent English words; texts in other languages stay below 0.02, headlines aside.
_ENGLISH_SHARE = 0.12


def language_of(text: str, declared: str | None = None) -> str | None:
    """The ISO 639-1 code of a text's language, or None where it is too short or unclear.

    English is told by its frequent words first, which is quick and is not led astray by
    foreign names; anything else by py3langid, which must be sure of it on a short text.
    `declared` is what a page says of itself ("de-AT"). Templates often say it wrongly, so it
    never decides alone: it settles a case in which the text points the same way.
    """
    head = text[:_HEAD].strip()
    said = (declared or "").strip().replace("_", "-").partition("-")[0].casefold()
    if len(head) < (_ENOUGH_IF_SAID if said else _ENOUGH):
        return None
    found = _WORD.findall(head.casefold())
    if len(found) and _latin_share(head) > 0.5:
        hits = [word for word in found if word in word_list("english")]
        if len(hits) >= _ENGLISH_SHARE * len(found) and len(set(hits)) >= 3:
            return "en"
    elif not any(char.isalpha() for char in head):
        return None
    language, sure = _identifier().classify(head)
    least = 0.9 if len(head) < _SHORT else 0.6
    if language == said:
        least = _LIKELY
    elif len(head) < _ENOUGH:
        least = 2.0  # never
    elif language == "en":
        least = 0.0
    return str(language) if sure >= least else None


def _latin_share(text: str) -> float:
    letters = sum(char.isalpha() for char in text)
    return len(_LATIN.findall(text)) / letters if letters else 0.0


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - loads slowly

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
