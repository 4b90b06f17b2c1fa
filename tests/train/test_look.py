"""The first look learns which windows may hold an act, and writes what the coder reads."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs the extra `train`")

import torch

from dualtrack.coding._glance import Glance
from dualtrack.coding._pieces import assemble
from dualtrack.train import _look
from dualtrack.train._examples import Example, RoleLabels

pytestmark = pytest.mark.train
ACT, CALM = 7, 8  # piece numbers: the first stands in every window with an act


def example(number: int, *, act: bool) -> Example:
    rest = [20 + (number * 7 + i) % 30 for i in range(6)]
    pieces = [*rest[:3], ACT if act else CALM, *rest[3:]]
    encoded = assemble([], [(i, i + 1, [p]) for i, p in enumerate(pieces)])
    triggers = [RoleLabels(3, 3, "ASSAULT")] if act else []
    return Example(str(number), encoded, [0] * len(pieces), triggers)


@pytest.fixture(scope="module")
def taught() -> tuple[_look.GlanceNet, float]:
    table = torch.randn(60, 16, generator=torch.Generator().manual_seed(1))
    return _look.fit_glance(table, [example(n, act=n % 2 == 0) for n in range(1200)])


def test_it_tells_acts_from_calm(taught: tuple[_look.GlanceNet, float]) -> None:
    net, threshold = taught
    with torch.inference_mode():
        ids = [_look.text_ids(example(n, act=n % 2 == 0)) for n in range(5000, 5040)]
        scores = torch.sigmoid(net(torch.tensor(ids)))
    assert bool((scores[::2] >= threshold).all())
    assert float((scores[1::2] < threshold).float().mean()) > 0.9


def test_the_coder_reads_the_same_chances(
    taught: tuple[_look.GlanceNet, float], tmp_path: Path
) -> None:
    net, _ = taught
    _look.write_glance(net, tmp_path)
    ids = _look.text_ids(example(3, act=True))
    rows = net.table.weight[ids].numpy()
    with torch.inference_mode():
        wanted = float(torch.sigmoid(net(torch.tensor([ids])))[0])
    got = Glance(tmp_path / "glance.npz").chance(rows.astype(np.float32))
    assert got == pytest.approx(wanted, abs=2e-3)


def test_the_text_alone_is_shown() -> None:
    context, text = [(0, 1, [5]), (1, 2, [6])], [(0, 1, [7]), (1, 2, [8, 9])]
    assert _look.text_ids(Example("a", assemble([context], text), [], [])) == [7, 8, 9]
    assert _look.text_ids(Example("a", assemble([context], []), [], [])) == []
