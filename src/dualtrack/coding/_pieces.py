"""Text to word pieces and words, with the place of each word in the text it came from.

Curly quotes, primes and odd spaces are mapped to ASCII one code point to one before the
tokenizer sees them: web text has them everywhere, and a model that never met "n’t" reads
a denial as an act. One to one, so that offsets stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

from dualtrack._errors import ModelError

CLS, SEP, MARK_OPEN, MARK_CLOSE, PAD = 101, 102, 1, 2, 0
ELLIPSIS = 1529  # stands between the parts of a context, as in the labelled data
TEXT = 0  # the segment of the text itself; higher numbers are pieces of context

_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "‛": "'",
        "′": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "″": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u200b": " ",
        "\u00ad": "-",
    }
)


def plain(text: str) -> str:
    """The text with typographic signs made ASCII; `len(plain(text)) == len(text)`."""
    return text.translate(_PLAIN)


@dataclass(slots=True)
class Encoded:
    """A window as the model takes it.

    `ids` and `types` have one entry a piece ([CLS] context [SEP] text [SEP]; types 0 for the
    context and 1 for the text). The `word_*` lists have one entry a word: its first piece,
    its code-point offsets in its segment, and its segment (0 the text, 1… the context's parts).
    """

    ids: list[int]
    types: list[int]
    word_piece: list[int]
    word_start: list[int]
    word_end: list[int]
    word_segment: list[int]

    def segment(self, number: int) -> list[int]:
        """The numbers of the words of one segment."""
        return [i for i, s in enumerate(self.word_segment) if s == number]

    def words_at(self, number: int, start: int, end: int) -> tuple[int, int] | None:
        """The first and last word of a segment that a place touches, or None."""
        inside = [
            i for i in self.segment(number) if self.word_start[i] < end and self.word_end[i] > start
        ]
        return (inside[0], inside[-1]) if inside else None


class Pieces:
    """The tokenizer of the encoder (WordPiece, uncased)."""

    def __init__(self, path: Path) -> None:
        try:
            self._tokenizer = Tokenizer.from_file(str(path))
        except Exception as error:  # the library raises plain Exception
            raise ModelError(f"The tokenizer file {path.name} cannot be read: {error}") from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def words(self, text: str) -> list[tuple[int, int, list[int]]]:
        """The words of a text: start, end and piece ids of each, in order."""
        encoding = self._tokenizer.encode(plain(text), add_special_tokens=False)
        out: list[tuple[int, int, list[int]]] = []
        previous = None
        for piece, word, (start, end) in zip(
            encoding.ids, encoding.word_ids, encoding.offsets, strict=True
        ):
            if word == previous and out:
                begin, _, ids = out[-1]
                ids.append(piece)
                out[-1] = (begin, end, ids)
            else:
                out.append((start, end, [piece]))
            previous = word
        return out


def assemble(
    contexts: list[list[tuple[int, int, list[int]]]], text: list[tuple[int, int, list[int]]]
) -> Encoded:
    """One window from the words of its context's parts and of its text."""
    out = Encoded([CLS], [0], [], [], [], [])
    for number, part in enumerate(contexts, start=1):
        if number > 1:
            out.ids.append(ELLIPSIS)
            out.types.append(0)
        _append(out, part, number, 0)
    out.ids.append(SEP)
    out.types.append(0)
    _append(out, text, TEXT, 1)
    out.ids.append(SEP)
    out.types.append(1)
    return out


def _append(out: Encoded, words: list[tuple[int, int, list[int]]], segment: int, kind: int) -> None:
    for start, end, ids in words:
        out.word_piece.append(len(out.ids))
        out.word_start.append(start)
        out.word_end.append(end)
        out.word_segment.append(segment)
        out.ids.extend(ids)
        out.types.extend([kind] * len(ids))


@dataclass(slots=True)
class Marked:
    """A window with one trigger marked: pieces, first piece of each word, the two marks."""

    ids: list[int]
    types: list[int]
    word_piece: list[int]
    opened: int
    closed: int


def mark(encoded: Encoded, first: int, last: int) -> Marked:
    """Put the two marks around words `first`…`last` (inclusive) of the window."""
    begin = encoded.word_piece[first]
    after = (
        encoded.word_piece[last + 1] if last + 1 < len(encoded.word_piece) else len(encoded.ids) - 1
    )
    ids = [*encoded.ids[:begin], MARK_OPEN, *encoded.ids[begin:after], MARK_CLOSE]
    types = [*encoded.types[:begin], 1, *encoded.types[begin:after], 1]
    ids += encoded.ids[after:]
    types += encoded.types[after:]
    shift = [p + (p >= begin) + (p >= after) for p in encoded.word_piece]
    return Marked(ids, types, shift, begin, after + 1)


@lru_cache(maxsize=4)
def load_pieces(path: Path) -> Pieces:
    """The tokenizer at `path`, read once a process."""
    return Pieces(path)
