"""What leaves the house: writers of events and articles; what a person sees of a run."""

from dualtrack.output._csv import COLUMNS, CsvRows, csv_row, plain
from dualtrack.output._dropped import show_dropped
from dualtrack.output._explain import explain
from dualtrack.output._figures import figures
from dualtrack.output._jsonl import JsonlWriter, json_line
from dualtrack.output._marks import Mark, Piece, pieces
from dualtrack.output._page_parts import PagePart, page_parts
from dualtrack.output._page_view import PageView
from dualtrack.output._parquet import ParquetRows, parquet_row, schema
from dualtrack.output._place import check_place, open_place, unbroken
from dualtrack.output._progress import Progress
from dualtrack.output._relation_forms import (
    RELATION_COLUMNS,
    RELATION_FORMS,
    RELATIONS_COLUMNS,
    RelationForm,
    draw_relations,
    write_relation,
    write_relations,
)
from dualtrack.output._said import agreement_table, agreement_words, said_line
from dualtrack.output._terminal import terminal
from dualtrack.output._write import FORMS, EventWriter, Form, form_of, open_writer

__all__ = [
    "COLUMNS",
    "FORMS",
    "RELATIONS_COLUMNS",
    "RELATION_COLUMNS",
    "RELATION_FORMS",
    "CsvRows",
    "EventWriter",
    "Form",
    "JsonlWriter",
    "Mark",
    "PagePart",
    "PageView",
    "ParquetRows",
    "Piece",
    "Progress",
    "RelationForm",
    "agreement_table",
    "agreement_words",
    "check_place",
    "csv_row",
    "draw_relations",
    "explain",
    "figures",
    "form_of",
    "json_line",
    "open_place",
    "open_writer",
    "page_parts",
    "parquet_row",
    "pieces",
    "plain",
    "said_line",
    "schema",
    "show_dropped",
    "terminal",
    "unbroken",
    "write_relation",
    "write_relations",
]
