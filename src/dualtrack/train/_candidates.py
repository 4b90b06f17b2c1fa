"""Trigger candidates from the first pass, as the coder will see them.

The second pass must learn to say "none", and for that it needs the first pass's own mistakes.
They are made out of fold: each line's candidates come from a network that never saw the line.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch

from dualtrack.coding._decode import Candidate, trigger_candidates
from dualtrack.coding._pieces import TEXT
from dualtrack.train._batches import collate, trigger_row
from dualtrack.train._examples import Example, RoleLabels
from dualtrack.train._networks import TriggerNet


def candidates_of(
    net: TriggerNet, examples: Sequence[Example], floor: float
) -> list[list[Candidate]]:
    """The candidates of each example whose probability of being any trigger is ≥ `floor`."""
    net.eval()
    device = next(net.parameters()).device
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].encoded.ids))
    out: list[list[Candidate]] = [[] for _ in examples]
    with torch.inference_mode():
        for start in range(0, len(order), 32):
            block = order[start : start + 32]
            batch = collate([trigger_row(examples[i]) for i in block])
            with torch.autocast(device.type, torch.bfloat16):
                scores = net(*(batch[k].to(device) for k in ("ids", "types", "mask")))
            chances = torch.softmax(scores.float(), -1).cpu().numpy()
            for row, i in enumerate(block):
                encoded = examples[i].encoded
                words = encoded.segment(TEXT)
                pieces = np.array([encoded.word_piece[w] for w in words], dtype=int)
                offset = words[0] if words else 0
                out[i] = [
                    Candidate(c.first + offset, c.last + offset, c.kinds)
                    for c in trigger_candidates(chances[row, pieces], floor)
                ]
    return out


def folds(count: int, size: int, seed: int) -> Iterator[tuple[list[int], list[int]]]:
    """`count` times (train indices, held-out indices) over `size` items."""
    order = list(range(size))
    random.Random(seed).shuffle(order)
    for k in range(count):
        held = order[k::count]
        inside = set(held)
        yield [i for i in order if i not in inside], held


def negatives(example: Example, candidates: Sequence[Candidate]) -> list[RoleLabels]:
    """Candidates that touch no gold trigger: triggers that are none."""
    return [
        RoleLabels(c.first, c.last, "")
        for c in candidates
        if not any(c.first <= t.last and t.first <= c.last for t in example.triggers)
    ]
