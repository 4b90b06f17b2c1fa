"""A first look at a window: may it hold an act at all?

One layer over the word vectors, three words at a time, and their strongest signs: some thousand
times cheaper than the networks. It was taught to pass everything that could matter, so it rules
out only what is plainly something else: sport results, weather, company figures.
"""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from dualtrack._errors import ModelError
from dualtrack.coding._decode import Floats

WIDTH = 3  # pieces that are looked at together


class Glance:
    """The first look's weights. `kernel` [3 x size, signs], `out` [signs], and their biases."""

    def __init__(self, path: Path) -> None:
        try:
            with np.load(path) as content:
                self._kernel: Floats = content["kernel"].astype(np.float32)
                self._bias: Floats = content["bias"].astype(np.float32)
                self._out: Floats = content["out"].astype(np.float32)
                self._base = float(content["base"])
        except (OSError, ValueError, KeyError, BadZipFile) as error:
            raise ModelError(f"The first look {path.name} cannot be loaded: {error}") from error

    def chance(self, rows: Floats) -> float:
        """The chance that a text holds an act, from its pieces' vectors [pieces, size]."""
        # `@` would wake the threads of the linear algebra library, which then wait in a loop on the
        # cores that the networks need: measured, coding took twice as long.
        sums = np.einsum("ij,jk->ik", _threes(rows), self._kernel)
        signs = np.maximum(sums + self._bias, 0.0).max(0)
        return float(1.0 / (1.0 + np.exp(-((signs * self._out).sum() + self._base))))


def _threes(rows: Floats) -> Floats:
    """Each piece beside its neighbours, zeros at the ends: [pieces, 3 x size]."""
    edge = np.zeros((1, rows.shape[1]), np.float32)
    wide = np.concatenate([edge, rows, edge])
    return np.concatenate([wide[i : i + len(rows)] for i in range(WIDTH)], 1)
