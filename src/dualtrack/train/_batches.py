"""Examples to tensors, in batches of like length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from dualtrack.coding._labels import OUTSIDE, ROLES, mode_labels
from dualtrack.coding._pieces import PAD, TEXT, mark
from dualtrack.train._examples import (
    IGNORE,
    Example,
    RoleLabels,
    role_tags,
    sector_number,
    status_number,
    type_number,
)


@dataclass(slots=True)
class Row:
    """One training window: pieces, and a label for each head (IGNORE where there is none)."""

    ids: list[int]
    types: list[int]
    tags: list[int]  # first pass, by piece
    marks: tuple[int, int] = (0, 0)
    roles: list[list[int]] | None = None  # six, by piece
    sectors: list[int] | None = None
    cues: list[list[int]] | None = None  # two, by piece
    kind: int = IGNORE
    mode: int = IGNORE
    status: int = IGNORE


def trigger_row(example: Example) -> Row:
    """The first pass's row: a tag on the first piece of each word of the text."""
    encoded = example.encoded
    tags = [IGNORE] * len(encoded.ids)
    for word, piece in enumerate(encoded.word_piece):
        if encoded.word_segment[word] == TEXT:
            tags[piece] = example.tags[word]
    return Row(encoded.ids, encoded.types, tags)


def role_row(example: Example, labels: RoleLabels) -> Row:
    """The second pass's row for one trigger; a trigger that is none teaches its type only."""
    marked = mark(example.encoded, labels.first, labels.last)
    size = len(marked.ids)
    row = Row(marked.ids, marked.types, [], (marked.opened, marked.closed))
    row.kind = type_number(labels.kind)
    blank = [[IGNORE] * size for _ in ROLES]
    row.roles, row.sectors, row.cues = blank, [IGNORE] * size, [[IGNORE] * size for _ in "ar"]
    if not labels.kind:
        return row
    row.status = status_number(labels.status)
    row.mode = mode_labels().index((labels.kind, labels.mode))
    words = marked.word_piece
    tags = role_tags(labels, len(words))
    for role, name in enumerate(ROLES):
        spared = _spared(labels, name, tags)
        for word, piece in enumerate(words):
            row.roles[role][piece] = IGNORE if word in spared else tags[name][word]
    for first, last, sector in labels.sectors:
        for word in range(first, last + 1):
            row.sectors[words[word]] = sector_number(sector)
    for side, asked in enumerate(labels.asked):
        if asked:
            inside = {w for a, b in labels.cues[side] for w in range(a, b + 1)}
            for word, piece in enumerate(words):
                row.cues[side][piece] = int(word in inside)
    return row


def _spared(labels: RoleLabels, role: str, tags: dict[str, list[int]]) -> set[int]:
    """Words that may be in a role or not: other names of a party that are not on another side."""
    spans = labels.spared.get(role, ())
    words = {word for first, last in spans for word in range(first, last + 1)}
    return {w for w in words if tags["actor"][w] == tags["recipient"][w] == OUTSIDE}


def _pad(rows: Sequence[list[int]], size: int, value: int) -> Tensor:
    return torch.tensor([r + [value] * (size - len(r)) for r in rows], dtype=torch.long)


def collate(rows: Sequence[Row]) -> dict[str, Tensor]:
    """Rows of one batch as padded tensors."""
    # Few different shapes: the processor's library keeps a plan for every one it meets.
    size = -(-max(len(r.ids) for r in rows) // 16) * 16
    out = {
        "ids": _pad([r.ids for r in rows], size, PAD),
        "types": _pad([r.types for r in rows], size, 0),
        "mask": _pad([[1] * len(r.ids) for r in rows], size, 0),
    }
    if rows[0].roles is None:
        out["tags"] = _pad([r.tags for r in rows], size, IGNORE)
        return out
    out["marks"] = torch.tensor([r.marks for r in rows])
    out["roles"] = torch.stack(
        [_pad([(r.roles or [])[k] for r in rows], size, IGNORE) for k in range(len(ROLES))], 2
    )
    out["sectors"] = _pad([r.sectors or [] for r in rows], size, IGNORE)
    out["cues"] = torch.stack(
        [_pad([(r.cues or [])[k] for r in rows], size, IGNORE) for k in range(2)], 2
    )
    for key in ("kind", "mode", "status"):
        out[key] = torch.tensor([getattr(r, key) for r in rows])
    return out


def batches(rows: Sequence[Row], size: int, rng: random.Random) -> Iterator[list[Row]]:
    """Shuffled batches of `size` rows; rows of like length stand together to save padding."""
    order = list(rows)
    rng.shuffle(order)
    chunk = size * 24
    out: list[list[Row]] = []
    for start in range(0, len(order), chunk):
        block = sorted(order[start : start + chunk], key=lambda r: len(r.ids))
        out += [block[i : i + size] for i in range(0, len(block), size)]
    rng.shuffle(out)
    yield from out
