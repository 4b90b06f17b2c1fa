"""The record in the formats of the field: our own, GDELT, ICEWS, POLECAT and PLOVER."""

from dualtrack.export._export import Exported, export
from dualtrack.export._forms import FORMATS, OWN, Format
from dualtrack.export._query import Query

__all__ = ["FORMATS", "OWN", "Exported", "Format", "Query", "export"]
