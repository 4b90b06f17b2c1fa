"""The networks: shapes, and padding that is not attended to."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="needs the extra `train`")
pytest.importorskip("transformers", reason="needs the extra `train`")

import torch

from dualtrack.train._networks import Encoder, RoleNet, TriggerNet

pytestmark = pytest.mark.train


def test_padding_is_not_attended_to(encoder: Encoder) -> None:
    net = TriggerNet(encoder).eval()
    ids = torch.randint(1000, 2000, (1, 9))
    ones = torch.ones_like(ids)
    alone = net(ids, ones, ones)
    wide = torch.cat([ids, torch.zeros(1, 7, dtype=torch.long)], 1)
    mask = torch.cat([ones, torch.zeros(1, 7, dtype=torch.long)], 1)
    padded = net(wide, mask, mask)
    assert torch.allclose(alone, padded[:, :9], atol=1e-4)


def test_the_second_pass_has_six_heads(encoder: Encoder) -> None:
    net = RoleNet(encoder).eval()
    ids = torch.randint(1000, 2000, (2, 9))
    ones = torch.ones_like(ids)
    shapes = [tuple(t.shape) for t in net(ids, ones, ones, torch.tensor([[1, 3], [2, 4]]))]
    assert shapes == [(2, 9, 18), (2, 9, 18), (2, 9, 2), (2, 17), (2, 83), (2, 6)]


def test_layers_can_be_left_out(encoder: Encoder, tmp_path: object) -> None:
    assert len(encoder.layers) == 2
