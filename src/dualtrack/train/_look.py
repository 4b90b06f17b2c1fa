"""Training of the first look: which windows may hold an act at all."""

from __future__ import annotations

import logging
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from dualtrack.coding._glance import WIDTH
from dualtrack.coding._pieces import TEXT
from dualtrack.train._examples import Example

log = logging.getLogger(__name__)
SIGNS = 96
EPOCHS = 8
RECALL = 0.9985  # of the windows with acts that the threshold must pass on held-out lines


class GlanceNet(nn.Module):
    """One layer over three word vectors at a time, the strongest of each sign, one sum."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        self.table = nn.Embedding.from_pretrained(table, freeze=True, padding_idx=0)
        self.signs = nn.Conv1d(table.shape[1], SIGNS, WIDTH, padding=WIDTH // 2)
        self.drop = nn.Dropout(0.2)
        self.out = nn.Linear(SIGNS, 1)

    def forward(self, ids: Tensor) -> Tensor:
        """Piece ids [batch, pieces], 0 for padding → scores [batch]."""
        real = (ids != 0).float()
        rows = self.table(ids) * real[:, :, None]
        signs = functional.relu(self.signs(rows.transpose(1, 2))) * real[:, None]
        scores: Tensor = self.out(self.drop(signs.amax(2)))[:, 0]
        return scores


def text_ids(example: Example) -> list[int]:
    """The pieces of an example's text alone, as the coder shows them to the first look."""
    encoded = example.encoded
    words = encoded.segment(TEXT)
    return encoded.ids[encoded.word_piece[words[0]] : -1] if words else []


def fit_glance(
    table: Tensor, examples: Sequence[Example], seed: int = 3
) -> tuple[GlanceNet, float]:
    """The trained first look and its threshold, which a held-out tenth of the lines chose."""
    rows = [(ids, float(bool(e.triggers))) for e in examples if (ids := text_ids(e))]
    random.Random(seed).shuffle(rows)
    held, rows = rows[: len(rows) // 10], rows[len(rows) // 10 :]
    torch.manual_seed(seed)
    net = GlanceNet(table.detach().clone())
    optimizer = torch.optim.AdamW([w for w in net.parameters() if w.requires_grad], lr=1e-3)
    for epoch in range(EPOCHS):
        random.Random(seed + epoch).shuffle(rows)
        net.train()
        for start in range(0, len(rows), 64):
            block, wanted = _batch(rows[start : start + 64])
            loss = functional.binary_cross_entropy_with_logits(net(block), wanted)
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            optimizer.zero_grad()
    net.eval()
    threshold, passed = choose(net, held)
    log.info("first look: below %.4f, %.3f of the windows without an act", threshold, 1 - passed)
    return net, threshold


def choose(net: GlanceNet, held: Sequence[tuple[list[int], float]]) -> tuple[float, float]:
    """The threshold that passes RECALL of the windows with acts, and the share of the others
    that it passes too."""
    with torch.inference_mode():
        scores = [float(torch.sigmoid(net(_batch([row])[0]))) for row in held]
    right = sorted(s for s, (_, wanted) in zip(scores, held, strict=True) if wanted)
    threshold = right[int((1 - RECALL) * len(right))] * 0.9 if right else 0.0
    wrong = [s for s, (_, wanted) in zip(scores, held, strict=True) if not wanted]
    return threshold, sum(s >= threshold for s in wrong) / max(1, len(wrong))


def _batch(rows: Sequence[tuple[list[int], float]]) -> tuple[Tensor, Tensor]:
    size = max(len(ids) for ids, _ in rows)
    ids = torch.tensor([ids + [0] * (size - len(ids)) for ids, _ in rows])
    return ids, torch.tensor([wanted for _, wanted in rows])


def write_glance(net: GlanceNet, folder: Path) -> None:
    """Write `glance.npz` for the coder."""
    kernel = net.signs.weight.detach().numpy().transpose(2, 1, 0).reshape(-1, SIGNS)
    np.savez(
        folder / "glance.npz",
        kernel=kernel.astype(np.float16),
        bias=net.signs.bias.detach().numpy(),  # type: ignore[union-attr]
        out=net.out.weight.detach().numpy()[0],
        base=net.out.bias.detach().numpy()[0],
    )
