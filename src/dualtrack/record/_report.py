"""Reports and acts as the record gives them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dualtrack.coding import Event

State = Literal["standing", "rejected", "superseded", "vanished", "withdrawn", "deleted"]


@dataclass(frozen=True, slots=True)
class StoredReport:
    """What one coding of one version tells of an act; `event` is as the coder gave it.

    `state` is "standing", "superseded" (a newer report tells it), "vanished" (the page no longer
    says it), "withdrawn" (a newer coder no longer finds it), "rejected" (a judge) or "deleted".
    """

    id: str
    article: str
    version: str
    coding: str
    state: State
    event: Event


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report on its way into the record: what a rule needs to tell which act it tells of.

    `words` is the evidence sentence; `event` is as it is kept.
    """

    id: str
    article: str
    version: str
    event: Event
    words: str


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """One act, told by `reports` standing reports of `articles` articles.

    `event` is that of its first report, with what judges changed in it; `judged` says that a
    judge spoke of it.
    """

    id: str
    state: State
    judged: bool
    reports: int
    articles: int
    event: Event
