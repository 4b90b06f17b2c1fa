"""The training loop, the same for both passes."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from dualtrack.coding._labels import ROLES
from dualtrack.train._batches import Row, batches, collate
from dualtrack.train._examples import IGNORE
from dualtrack.train._networks import RoleNet, TriggerNet

log = logging.getLogger(__name__)
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


def trigger_loss(net: TriggerNet, batch: dict[str, Tensor]) -> Tensor:
    """Cross-entropy over the tags."""
    scores = net(batch["ids"], batch["types"], batch["mask"])
    return functional.cross_entropy(
        scores.float().flatten(0, 1), batch["tags"].flatten(), ignore_index=IGNORE
    )


def role_loss(net: RoleNet, batch: dict[str, Tensor]) -> Tensor:
    """Roles, type, status and mode at full weight; sectors and cues at half."""
    roles, sectors, cues, kinds, modes, statuses = net(
        batch["ids"], batch["types"], batch["mask"], batch["marks"]
    )
    shape = roles.shape[:2]
    total = len(ROLES) * _entropy(
        roles.float().reshape(*shape, len(ROLES), 3).flatten(0, 2), batch["roles"].flatten()
    )
    total = total + 0.5 * _entropy(sectors.float().flatten(0, 1), batch["sectors"].flatten())
    known = batch["cues"] != IGNORE
    if bool(known.any()):
        total = total + functional.binary_cross_entropy_with_logits(
            cues.float()[known], batch["cues"][known].float()
        )
    total = total + 0.5 * _entropy(kinds.float(), batch["kind"])
    total = total + 0.4 * _entropy(modes.float(), batch["mode"])
    return total + 0.4 * _entropy(statuses.float(), batch["status"])


def _entropy(scores: Tensor, labels: Tensor) -> Tensor:
    if not bool((labels != IGNORE).any()):
        return scores.sum() * 0.0
    return functional.cross_entropy(scores, labels, ignore_index=IGNORE)


def fit(
    net: Net,
    rows: Sequence[Row],
    loss_of: Callable[[Net, dict[str, Tensor]], Tensor],
    settings: Settings,
    after_epoch: Callable[[int, Net], None] | None = None,
) -> Net:
    """Train in place: AdamW, linear warm-up and decay, bfloat16 where the processor has it."""
    torch.manual_seed(settings.seed)
    rng = random.Random(settings.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    net.to(device)
    for name, weight in net.named_parameters():
        if "word_embeddings" in name or "position_embeddings" in name:
            weight.requires_grad_(False)
    body = [w for n, w in net.named_parameters() if n.startswith("encoder.") and w.requires_grad]
    head = [w for n, w in net.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [
            {"params": body, "lr": settings.rate},
            {"params": head, "lr": settings.head_rate},
        ],
        weight_decay=settings.decay,
    )
    steps = settings.epochs * (-(-len(rows) // settings.batch))
    warm = max(1, int(settings.warm * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.02, (steps - s) / max(1, steps - warm)))
    )
    average = _Average(net, settings.average)
    for epoch in range(settings.epochs):
        net.train()
        started, total, count = time.monotonic(), 0.0, 0
        for block in batches(rows, settings.batch, rng):
            batch = {k: v.to(device) for k, v in collate(block).items()}
            with torch.autocast(device, torch.bfloat16):
                loss = loss_of(net, batch)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            average.step()
            optimizer.zero_grad()
            total, count = total + float(loss.detach()), count + 1
        log.info(
            "epoch %d: loss %.4f, %.0f s", epoch + 1, total / count, time.monotonic() - started
        )
        if after_epoch:
            after_epoch(epoch, net)
    average.take()
    net.eval()
    return net


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

    def take(self) -> None:
        """Put the average in the weights' place."""
        with torch.no_grad():
            for kept, now in zip(self._kept, self._now, strict=True):
                now.copy_(kept)
