"""The training loop, the same for both passes."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from dualtrack.coding._labels import ROLES
from dualtrack.train._batches import Row, batches, collate
from dualtrack.train._examples import IGNORE
from dualtrack.train._networks import RoleNet, TriggerNet

log = logging.getLogger(__name__)
WEIGHTS = {
    "roles": 60.0,
    "sectors": 0.5,
    "cues": 2.0,
    "kinds": 0.5,
    "modes": 0.3,
    "statuses": 0.3,
}
Net = TypeVar("Net", bound=nn.Module)


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train; the defaults made the shipped model."""

    epochs: int = 8
    batch: int = 24
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    seed: int = 7
    warm: float = 0.1
    decay: float = 0.01
    average: float = 0.995  # of the weights over the steps; the last steps alone are noisier
    falls: bool = True  # the rate falls to nothing by the end; without, a later round goes on


def trigger_loss(net: TriggerNet, batch: dict[str, Tensor]) -> Tensor:
    """Cross-entropy over the tags."""
    scores = net(batch["ids"], batch["types"], batch["mask"])
    return functional.cross_entropy(
        scores.float().flatten(0, 1), batch["tags"].flatten(), ignore_index=IGNORE
    )


def role_loss(net: RoleNet, batch: dict[str, Tensor]) -> Tensor:
    """All that the second pass says, each with its weight in `WEIGHTS`.

    The loss of roles is a mean over all words, most of which are in none. Without a large weight
    it is the smallest of all, and the encoder learns types by heart and roles hardly at all.
    """
    roles, sectors, cues, kinds, modes, statuses = net(
        batch["ids"], batch["types"], batch["mask"], batch["marks"]
    )
    shape = roles.shape[:2]
    parts = {
        "roles": _entropy(
            roles.float().reshape(*shape, len(ROLES), 3).flatten(0, 2), batch["roles"].flatten()
        ),
        "sectors": _entropy(sectors.float().flatten(0, 1), batch["sectors"].flatten()),
        "kinds": _entropy(kinds.float(), batch["kind"]),
        "modes": _entropy(modes.float(), batch["mode"]),
        "statuses": _entropy(statuses.float(), batch["status"]),
    }
    known = batch["cues"] != IGNORE
    if bool(known.any()):
        parts["cues"] = functional.binary_cross_entropy_with_logits(
            cues.float()[known], batch["cues"][known].float()
        )
    return torch.stack([WEIGHTS[name] * part for name, part in parts.items()]).sum()


def _entropy(scores: Tensor, labels: Tensor) -> Tensor:
    if not bool((labels != IGNORE).any()):
        return scores.sum() * 0.0
    return functional.cross_entropy(scores, labels, ignore_index=IGNORE)


def fit(
    net: Net,
    rows: Sequence[Row],
    loss_of: Callable[[Net, dict[str, Tensor]], Tensor],
    settings: Settings,
    keep: Path | None = None,
) -> Net:
    """Train in place: AdamW, linear warm-up and decay, bfloat16 where the processor has it.

    With `keep`, the state is written there after each epoch, and a file that is there already
    is gone on from.
    """
    torch.manual_seed(settings.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    net.to(device)
    state = _State(net, settings, steps=settings.epochs * (-(-len(rows) // settings.batch)))
    for epoch in range(state.resume(keep), settings.epochs):
        net.train()
        started, total, count = time.monotonic(), 0.0, 0
        for block in batches(rows, settings.batch, random.Random(settings.seed + 1000 * epoch)):
            batch = {k: v.to(device) for k, v in collate(block).items()}
            with torch.autocast(device, torch.bfloat16):
                loss = loss_of(net, batch)
            loss.backward()  # type: ignore[no-untyped-call]
            state.step()
            total, count = total + float(loss.detach()), count + 1
        seconds = time.monotonic() - started
        log.info("epoch %d: loss %.4f, %.0f s", epoch + 1, total / count, seconds)
        state.save(keep, epoch + 1)
    state.average.take()
    net.eval()
    return net


class _State:
    """All that changes while training, and that a run gone on with needs."""

    def __init__(self, net: nn.Module, settings: Settings, steps: int) -> None:
        self._net = net
        for name, weight in net.named_parameters():
            if "word_embeddings" in name or "position_embeddings" in name:
                weight.requires_grad_(False)
        named = [(n, w) for n, w in net.named_parameters() if w.requires_grad]
        body = [w for n, w in named if n.startswith("encoder.")]
        head = [w for n, w in named if not n.startswith("encoder.")]
        self._optimizer = torch.optim.AdamW(
            [{"params": body, "lr": settings.rate}, {"params": head, "lr": settings.head_rate}],
            weight_decay=settings.decay,
        )
        warm = max(1, int(settings.warm * steps))
        least = 0.02 if settings.falls else 1.0
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimizer,
            lambda s: min((s + 1) / warm, max(least, (steps - s) / max(1, steps - warm))),
        )
        self.average = _Average(net, settings.average)

    def step(self) -> None:
        """One step down the gradient that stands in the weights."""
        torch.nn.utils.clip_grad_norm_(self._net.parameters(), 1.0)
        self._optimizer.step()
        self._schedule.step()
        self.average.step()
        self._optimizer.zero_grad()

    def _parts(self) -> tuple[Any, ...]:
        return (self._net, self._optimizer, self._schedule, self.average)

    def save(self, path: Path | None, epoch: int) -> None:
        """Write everything aside and rename it into place."""
        if path is None:
            return
        aside = path.with_suffix(".new")
        parts = [part.state_dict() for part in self._parts()]
        torch.save({"epoch": epoch, "parts": parts}, aside)
        aside.replace(path)

    def resume(self, path: Path | None) -> int:
        """Take up what `save` wrote; the number of epochs already done."""
        if path is None or not path.exists():
            return 0
        saved = torch.load(path, weights_only=False)
        for part, content in zip(self._parts(), saved["parts"], strict=True):
            part.load_state_dict(content)
        log.info("going on after epoch %d", saved["epoch"])
        return int(saved["epoch"])


class _Average:
    """A running average of a network's trained weights, taken over at the end."""

    def __init__(self, net: nn.Module, keep: float) -> None:
        self._now = [w for w in net.parameters() if w.requires_grad]
        self._kept = [w.detach().clone() for w in self._now]
        self._keep = keep
        self._steps = 0

    def step(self) -> None:
        """Count the present weights in; early steps weigh more, or the start would never fade."""
        self._steps += 1
        share = max(1.0 - self._keep, 1.0 / self._steps)
        with torch.no_grad():
            for kept, now in zip(self._kept, self._now, strict=True):
                kept.lerp_(now.detach(), share)

    def state_dict(self) -> dict[str, Any]:
        """For saving."""
        return {"steps": self._steps, "kept": self._kept}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """From what `state_dict` gave."""
        self._steps = state["steps"]
        for kept, saved in zip(self._kept, state["kept"], strict=True):
            kept.copy_(saved)

    def take(self) -> None:
        """Put the average in the weights' place."""
        with torch.no_grad():
            for kept, now in zip(self._kept, self._now, strict=True):
                now.copy_(kept)
