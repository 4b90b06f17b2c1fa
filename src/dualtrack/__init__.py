"""Dualtrack reads the news and keeps the record: who does what for and against whom.

    import dualtrack

    coder = dualtrack.Coder()
    events = coder.code("Iran launched drones at Israel.", published="2024-04-14")
    article = dualtrack.read_page(html, url="https://example.org/story")
    events = coder.code(article)

    with dualtrack.Record("news.db") as record:  # or postgresql://…
        record.add(article)
        relation = record.relation("IRN", "ISR", since="2024", by="month")

Names are loaded when first used, so that `import dualtrack` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dualtrack._errors import (
    DualtrackError,
    GoldError,
    InputError,
    MissingExtra,
    ModelError,
    OutputError,
    PageError,
    TableError,
)
from dualtrack._version import __version__

if TYPE_CHECKING:
    from dualtrack.coding import Coder, Event, NotCoded, PairType
    from dualtrack.pages import Article, Failure, read_inputs, read_page
    from dualtrack.tracks import Record, Relation, relation

_ROOMS = {
    "Article": "pages",
    "Coder": "coding",
    "Event": "coding",
    "Failure": "pages",
    "NotCoded": "coding",
    "PairType": "coding",
    "Record": "tracks",
    "Relation": "tracks",
    "read_inputs": "pages",
    "read_page": "pages",
    "relation": "tracks",
}

__all__ = [
    "Article",
    "Coder",
    "DualtrackError",
    "Event",
    "Failure",
    "GoldError",
    "InputError",
    "MissingExtra",
    "ModelError",
    "NotCoded",
    "OutputError",
    "PageError",
    "PairType",
    "Record",
    "Relation",
    "TableError",
    "__version__",
    "read_inputs",
    "read_page",
    "relation",
]


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return getattr(import_module(f"dualtrack.{_ROOMS[name]}"), name)
    raise AttributeError(f"module 'dualtrack' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
