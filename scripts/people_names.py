"""Cuts the full name of a person out of a text, before or behind a place."""

from __future__ import annotations

import re
from pathlib import Path

from dualtrack.actors._tables import rows, several
from dualtrack.actors._words import fold

WORDS = Path(__file__).parent / "people" / "name_words.tsv"
_COLUMNS = ("use", "words")
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*\.?")
_WHOLE = re.compile(r"[^\W\d_][\w'’-]*|[A-Z]\.")
_ARTICLED = re.compile(r"(?:al|el|ad|ar|as|an|ash|at|ul|ur|d|ter|bin)[-'’]\w")
_ROMAN = re.compile(r"[IVX]+$")
_OWNED = re.compile(r"(?<=s)['’]$|['’]s$")
_MOST = 5  # words in a name
_REACH = 60  # code points in which a name before a comma stands


class NameWords:
    """The words of the list that tell where a name ends."""

    def __init__(self, path: Path = WORDS) -> None:
        table = {
            use: set(several(words))
            for use, words in rows(path.name, ("use", "words"), path.parent)
        }
        self.particles = table["particle"]
        self.ends = table["end"]
        self.things = table["thing"]
        self.leads = table["lead"]

    def after(self, text: str, position: int) -> list[str]:
        """The words of the name that begins behind the space at a place; may be none."""
        words: list[str] = []
        while len(words) <= _MOST and text[position : position + 1] == " ":
            match = _TOKEN.match(text, position + 1)
            if match is None:
                break
            word, position = match.group(), match.end()
            initial = len(word) == 2 and word[0].isupper()
            if word.endswith(".") and not initial:
                word, position = word[:-1], position - 1
            name = _OWNED.sub("", word)
            if not self._may_stand(name) or name in self.ends:
                break
            words.append(name)
            if name != word:
                break
        return words

    def before(self, text: str, stop: int, titles: dict[str, tuple[str, str]]) -> list[str]:
        """The words of the name that ends before the comma (and article) at a place."""
        match = re.search(r", (?:the |a )?$", text[max(0, stop - 6) : stop])
        if match is None:
            return []
        end = stop - len(match.group())
        words: list[str] = []
        for word in reversed(text[max(0, end - _REACH) : end].split(" ")):
            known = word in self.ends or word.lower() in titles or _OWNED.search(word)
            if known or not self._may_stand(word) or not _WHOLE.fullmatch(word):
                break
            words.insert(0, word)
        while words and (not words[0][0].isupper() or fold(words[0]).lower() in self.leads):
            words.pop(0)
        return words

    def tidy(self, words: list[str], royal: str = "") -> str | None:
        """The words of a name put together, or None where they are no full name of a person.

        `royal` is the title ("King") that a name of one word, or of a word and a numeral, keeps.
        """
        while words and (words[-1] in self.particles or not words[-1][0].isalpha()):
            words = words[:-1]
        if not words or len(words) > _MOST or any(word in self.things for word in words):
            return None
        if not (words[0][0].isupper() or _ARTICLED.match(words[0])):
            return None
        numbered = len(words) > 1 and _ROMAN.match(words[1]) is not None
        if royal and (len(words) == 1 or (len(words) == 2 and numbered)):
            return f"{royal} {' '.join(words)}"
        if len(words) < 2 or numbered or all(len(word) < 3 for word in words):
            return None
        return " ".join(words)

    def _may_stand(self, word: str) -> bool:
        upper = word[:1].isupper()
        return upper or word in self.particles or _ARTICLED.match(word) is not None
