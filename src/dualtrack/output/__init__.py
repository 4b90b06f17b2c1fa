"""What leaves the house: writers of events and articles; what a person sees of a run."""

from dualtrack.output._csv import COLUMNS
from dualtrack.output._dropped import show_dropped
from dualtrack.output._explain import explain
from dualtrack.output._figures import figures
from dualtrack.output._jsonl import JsonlWriter, json_line
from dualtrack.output._marks import Mark, Piece, pieces
from dualtrack.output._page_parts import PagePart, page_parts
from dualtrack.output._page_view import PageView
from dualtrack.output._place import check_place, open_place
from dualtrack.output._progress import Progress
from dualtrack.output._terminal import terminal
from dualtrack.output._write import FORMS, EventWriter, Form, form_of, open_writer

__all__ = [
    "COLUMNS",
    "FORMS",
    "EventWriter",
    "Form",
    "JsonlWriter",
    "Mark",
    "PagePart",
    "PageView",
    "Piece",
    "Progress",
    "check_place",
    "explain",
    "figures",
    "form_of",
    "json_line",
    "open_place",
    "open_writer",
    "page_parts",
    "pieces",
    "show_dropped",
    "terminal",
]
