"""What the line model sees of each line of a text dump: its own look and that of its neighbours.

Every feature is a number of moderate size with a name; the names stand in `line_weights.json`
beside their weights. A page of n lines gives an array of n rows.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from dualtrack.pages._chrome import (
    ends_cut,
    ends_sentence,
    fold,
    is_heading_of_tail,
    is_prose,
    reason_of,
    site_name,
    words,
)
from dualtrack.pages._dates import date_line
from dualtrack.pages._tables import read_table

Matrix = NDArray[np.float64]

LOOK = (
    "characters", "words", "word length", "sentence end", "cut off", "colon", "question",
    "capitals", "digits", "capitalised", "small words", "commas", "inner sentence ends",
    "separators", "glued joins", "chrome words", "known chrome", "byline", "date", "tail heading",
    "lower-case start", "reporting verb", "one or two words", "number only", "speaks to reader",
    "speaks of self", "prose", "quote", "heading shape", "prompt words", "place and agency",
    "address or number",
)  # fmt: skip
AROUND = (
    "words", "sentence end", "cut off", "known chrome", "byline", "date", "tail heading", "prose",
    "one or two words", "chrome words", "speaks of self", "prompt words",
    "colon", "lower-case start", "place and agency",
)  # fmt: skip
WINDOWS = (1, 3, 8)

_MOST_PAIRS = 250_000  # no page of news has this many; a hostile one may

_JOIN = re.compile(r"(?<=[a-zß-ÿ.])(?<!Mc)(?=[A-ZÀ-Þ][a-zß-ÿ])|(?<=\d)(?=[A-Z][a-z])")
_INNER_END = re.compile(r"[.!?][\"”’»)]*\s+(?=[\"“‘«(]*[A-ZÀ-Þ0-9])")
_QUOTED = re.compile(r"\"[^\"]{0,600}\"|“[^”]{0,600}”|«[^»]{0,600}»|„[^“”]{0,600}[“”]")
# "PORT ELM, April 3 (Agency) - " opens an agency's story.
_FROM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,30}(?:[,(]| [-–—])")
_REACHED = re.compile(r"\w@\w|https?:|www\.|\w/\w+\)$")
_SEPARATOR = re.compile(r"[|›»·•∙/→]")


@cache
def line_words(name: str) -> frozenset[str]:
    """One of the lists of `line_words.yaml`."""
    return frozenset(str(read_table("line_words.yaml")[name]).split())


def names() -> tuple[str, ...]:
    """The names of the columns of `features`, in order."""
    out = list(LOOK)
    for offset in (-2, -1, 1, 2):
        out += [f"{name} at {offset:+d}" for name in AROUND]
    for size in WINDOWS:
        out += [f"prose in {size} before", f"prose in {size} after"]
    out += [
        "place", "prose before", "prose after", "distance to prose before",
        "distance to prose after", "recurs", "run of prose", "lines in run", "alternation",
        "tail headings before", "tail heading near", "lines on page", "chrome in 4 before",
        "chrome in 4 after", "names the site", "stands in a longer line",
    ]  # fmt: skip
    return tuple(out)


@lru_cache(maxsize=4096)
def look(text: str) -> tuple[float, ...]:
    """The own look of one line, in the order of `LOOK`."""
    found = words(text)
    count = len(found)
    many = max(1, count)
    letters = max(1, sum(c.isalpha() for c in text))
    lower = [word.casefold() for word in found]
    outside = words(_QUOTED.sub(" ", text).casefold().replace("’", "'"))
    line = date_line(text) if len(text) <= 120 else None
    reason = reason_of(text)
    dated = line is not None and (not line.rest or len(line.rest.split()) <= 6)
    capitalised = sum(word[0].isupper() for word in found) / many
    end = ends_sentence(text)
    return (
        math.log1p(len(text)) / 3,
        math.log1p(count) / 2,
        min(12.0, sum(map(len, found)) / many) / 5,
        float(end),
        float(ends_cut(text)),
        float(text.endswith(":")),
        float(text.rstrip("\"'”’»").endswith(("?", "!"))),
        sum(c.isupper() for c in text) / letters,
        sum(c.isdigit() for c in text) / max(1, len(text)),
        capitalised,
        sum(word.islower() and len(word) <= 3 for word in found) / many,
        text.count(",") / many,
        math.log1p(len(_INNER_END.findall(text))),
        math.log1p(len(_SEPARATOR.findall(text))),
        math.log1p(len(_JOIN.findall(text))),
        min(1.0, sum(word in line_words("chrome") for word in lower) / many),
        float(reason is not None and reason != "byline"),
        float(reason == "byline"),
        float(dated),
        float(is_heading_of_tail(text)),
        float(text[:1].islower()),
        float(any(word in line_words("reporting") for word in lower)),
        float(count <= 2),
        float(not any(c.isalpha() for c in text)),
        min(1.0, 4 * sum(word in line_words("addressed") for word in outside) / many),
        min(1.0, 4 * sum(word in line_words("speaks") for word in outside) / many),
        float(is_prose(text)),
        float(text[:1] in '"“‘«„'),
        float(not end and 2 <= count <= 18 and not dated and reason is None),
        min(4, sum(word in line_words("prompt") for word in lower)) / 2,
        float(bool(_FROM.match(text))),
        float(bool(_REACHED.search(text))),
    )


def features(lines: Sequence[str]) -> Matrix:
    """The features of all lines of a page, shape (n lines, n names)."""
    n = len(lines)
    own = np.array([look(line) for line in lines], dtype=np.float64).reshape(n, len(LOOK))
    at = [LOOK.index(name) for name in AROUND]
    columns: list[Matrix] = [own]
    columns += [shifted(own[:, at], offset) for offset in (-2, -1, 1, 2)]
    prose = own[:, LOOK.index("prose")]
    size = prose * np.array([len(line) for line in lines], dtype=np.float64)
    chrome = np.maximum(own[:, LOOK.index("known chrome")], own[:, LOOK.index("tail heading")])
    for width in WINDOWS:
        columns += [window(prose, width, after=False), window(prose, width, after=True)]
    columns += [_place(n), *_shares(size), *_distances(prose), _recurrence(lines)]
    columns += [*_runs(prose, size), _alternation(prose)]
    columns += [*_tail_headings(own[:, LOOK.index("tail heading")])]
    columns += [np.full(n, math.log1p(n) / 5)]
    columns += [window(chrome, 4, after=False), window(chrome, 4, after=True)]
    columns += [_names_site(lines), _inside_others(lines)]
    return np.column_stack(columns)


def shifted(values: Matrix, offset: int) -> Matrix:
    """Row i holds the values of row i + `offset`; zeros outside the page."""
    out = np.zeros_like(values)
    n = len(values)
    if abs(offset) < n:
        if offset > 0:
            out[: n - offset] = values[offset:]
        else:
            out[-offset:] = values[: n + offset]
    return out


def window(values: Matrix, width: int, *, after: bool) -> Matrix:
    """The mean of the `width` values before or after each place; zeros outside the page."""
    total = np.concatenate([[0.0], np.cumsum(values)])
    n = len(values)
    i = np.arange(n)
    low = i + 1 if after else np.maximum(0, i - width)
    high = np.minimum(n, i + 1 + width) if after else i
    return np.asarray((total[high] - total[low]) / width)


def _place(n: int) -> Matrix:
    return np.arange(n, dtype=np.float64) / max(1, n - 1)


def _shares(size: Matrix) -> tuple[Matrix, Matrix]:
    """The share of the page's running text that stands before and after each line."""
    whole = max(1.0, float(size.sum()))
    up_to = np.cumsum(size)
    return (up_to - size) / whole, (whole - up_to) / whole


def _distances(prose: Matrix) -> tuple[Matrix, Matrix]:
    """How many lines off the nearest running text is, upwards and downwards; log, 0 to 1."""
    n = len(prose)
    before, after = np.ones(n), np.ones(n)
    for out, order in ((before, range(n)), (after, range(n - 1, -1, -1))):
        last: int | None = None
        for i in order:
            if last is not None:
                out[i] = min(1.0, math.log1p(abs(i - last)) / 3)
            if prose[i]:
                last = i
    return before, after


def _recurrence(lines: Sequence[str]) -> Matrix:
    folded = [fold(line) for line in lines]
    count = Counter(folded)
    return np.array([math.log(count[line]) for line in folded], dtype=np.float64)


def _names_site(lines: Sequence[str]) -> Matrix:
    """Whether a line has the publication's name among its words, as its own notices do."""
    folded = [fold(line) for line in lines]
    short = [line for line in folded if 1 <= line.count(" ") <= 4 and 7 <= len(line) <= 40]
    found = site_name(lines)
    names = {fold(found)} if found and len(found) >= 5 else set[str]()
    # without a notice that tells the name, a short first line that the last lines have as well
    below = " ".join(folded[-6:])
    names |= {line for line in folded[:3] if line in short and line in below}
    # an agency's own site stands at the head of its stories as well
    return np.array(
        [
            float(any(name in line for name in names) and not _FROM.match(lines[i]))
            for i, line in enumerate(folded)
        ]
    )


def _inside_others(lines: Sequence[str]) -> Matrix:
    """Whether the words of a line stand in a longer one, as a pull quote's do."""
    n = len(lines)
    out = np.zeros(n)
    longer = [fold(line) for line in lines if len(line) > 60]
    if len(longer) * n > _MOST_PAIRS:
        return out
    for i, line in enumerate(lines):
        if len(line) >= 30:
            words_of = fold(line).strip(" .\"'")
            out[i] = float(any(len(words_of) + 5 < len(o) and words_of in o for o in longer))
    return out


def _runs(prose: Matrix, size: Matrix) -> tuple[Matrix, Matrix]:
    """Characters (log) and lines (log) of the run of text a line is in; one-line gaps count in."""
    n = len(prose)
    length, lines = np.zeros(n), np.zeros(n)
    i = 0
    while i < n:
        if not prose[i]:
            i += 1
            continue
        end = i
        while end + 1 < n and prose[end + 1]:
            end += 1
        # a subheading stands between two runs of at least two paragraphs' worth of text
        length[i : end + 1] = math.log1p(float(size[i : end + 1].sum())) / 8
        lines[i : end + 1] = math.log1p(end + 1 - i) / 2
        i = end + 1
    for i in range(n):
        if not prose[i]:
            near = [length[j] for j in (i - 1, i + 1) if 0 <= j < n]
            length[i] = min(near) if len(near) == 2 else 0.0
    return length, lines


def _alternation(prose: Matrix) -> Matrix:
    """How often running text and other lines take turns around a line, as cards of stories do."""
    change = np.concatenate([[0.0], np.abs(np.diff(prose))])
    return (window(change, 4, after=False) + window(change, 4, after=True)) / 2


def _tail_headings(headings: Matrix) -> tuple[Matrix, Matrix]:
    seen = np.minimum(3.0, np.cumsum(headings)) / 3
    near = np.zeros(len(headings))
    fading = 0.0
    for i, heading in enumerate(headings):
        fading = max(float(heading), fading * 0.8)
        near[i] = fading
    return seen, near
