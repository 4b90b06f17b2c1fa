"""The training loop learns, the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch", reason="needs the extra `train`")
pytest.importorskip("transformers", reason="needs the extra `train`")

import torch

from dualtrack.train._batches import collate, role_row, trigger_row
from dualtrack.train._fit import Settings, fit, role_loss, trigger_loss
from dualtrack.train._networks import Encoder, RoleNet, TriggerNet
from gold_lines import build, event, who

pytestmark = pytest.mark.train


def lines() -> list:
    return [
        build("Iran struck Israel.", event("struck", actors=[who("Iran", "IRN")])),
        build("Rain fell on the city."),
        build("France met Spain.", event("met", "CONSULT", actors=[who("France", "FRA")])),
    ] * 4


def test_the_first_pass_learns(encoder: Encoder) -> None:
    net = TriggerNet(encoder)
    rows = [trigger_row(e) for e in lines()]
    with torch.no_grad():
        before = float(trigger_loss(net, collate(rows)))
    fit(net, rows, trigger_loss, Settings(epochs=6, batch=4, rate=1e-3, average=0.5))
    with torch.no_grad():
        after = float(trigger_loss(net, collate(rows)))
    assert after < before * 0.7


def test_the_second_pass_learns(encoder: Encoder) -> None:
    net = RoleNet(encoder)
    rows = [role_row(e, t) for e in lines() for t in e.triggers]
    with torch.no_grad():
        before = float(role_loss(net, collate(rows)))
    fit(net, rows, role_loss, Settings(epochs=5, batch=4, rate=1e-3, average=0.5))
    with torch.no_grad():
        after = float(role_loss(net, collate(rows)))
    assert after < before * 0.8


def test_a_run_goes_on_where_it_was_stopped(
    encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    net = TriggerNet(encoder)
    rows = [trigger_row(e) for e in lines()]
    seen: list[int] = []

    def stops_after_two(net: TriggerNet, batch: dict[str, torch.Tensor]) -> torch.Tensor:
        seen.append(1)
        if len(seen) > 2:
            raise KeyboardInterrupt
        return trigger_loss(net, batch)

    settings = Settings(epochs=3, batch=len(rows))
    with pytest.raises(KeyboardInterrupt):
        fit(net, rows, stops_after_two, settings, tmp_path / "state.part")
    kept = torch.load(tmp_path / "state.part", weights_only=False)
    assert kept["epoch"] == 2
    seen.clear()
    fit(net, rows, stops_after_two, settings, tmp_path / "state.part")
    assert len(seen) == 1
