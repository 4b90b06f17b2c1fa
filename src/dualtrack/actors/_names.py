"""An index of names by their words, and the search for all of them in a text."""

from __future__ import annotations

from collections.abc import Iterator

from dualtrack.actors._words import TOKEN, gap, key_of

Entry = tuple[str, ...]


class Names:
    """Names and what belongs to each; finds the longest name at each word of a text.

    `values` maps a name's key to a number the caller gave. A key is the words of the name with
    what stands between them; matching is by case, but a word all in capitals (four letters or
    more) also meets the name in ordinary spelling.
    """

    def __init__(self) -> None:
        self.values: dict[Entry, int] = {}
        self._single: dict[str, int] = {}
        self._longer: dict[str, int] = {}  # first word -> length of the longest key it begins
        self._dotted: set[Entry] = set()  # names that end in a full stop, as U.S.

    def add(self, name: str, value: int) -> None:
        """Adds a name; the value given first stays."""
        key = key_of(name)
        if not key or key in self.values:
            return
        self.values[key] = value
        if len(key) == 1:
            self._single[key[0]] = value
        else:
            self._longer[key[0]] = max(len(key), self._longer.get(key[0], 0))
        if name.endswith("."):
            self._dotted.add(key)

    def get(self, name: str) -> int | None:
        """The value of a name that is exactly this, or None."""
        return self.values.get(key_of(name))

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """(start, end, value) of each name in a folded text, in order, longest first."""
        single, longer = self._single, self._longer
        position = 0
        for match in TOKEN.finditer(text):
            word = match.group()
            if word not in single and word not in longer:
                if len(word) < 4 or not word.isupper():
                    continue
                word = word.capitalize()
                if word not in single and word not in longer:
                    continue
            start = match.start()
            if start < position:
                continue
            hit = self._longest(text, word, match.end(), longer[word]) if word in longer else None
            if hit is None and word in single:
                hit = match.end(), single[word]
            if hit is not None:
                yield start, hit[0], hit[1]
                position = hit[0]

    def _longest(self, text: str, word: str, end: int, limit: int) -> tuple[int, int] | None:
        best: tuple[int, int] | None = None
        key: Entry = (word,)
        while len(key) < limit:
            following = TOKEN.search(text, end, end + 60)
            if following is None:
                break
            between = gap(text[end : following.start()])
            if between is None:
                break
            token = following.group()
            if following.end() == end + 60:
                following = TOKEN.match(text, following.start())
                assert following is not None
                token = following.group()
            longer = (*key, between, token)
            end = following.end()
            if longer in self.values:
                dot = longer in self._dotted and text[end : end + 1] == "."
                best = end + dot, self.values[longer]
            elif len(token) > 3 and token.isupper():
                token = token.capitalize()
                longer = (*key, between, token)
                if longer in self.values:
                    best = end, self.values[longer]
            key = longer
        return best
