"""From input to `Article`: HTML, plain text and JSON lines, chrome gone, offsets kept."""

from dualtrack.pages._article import Article, Dropped, Paragraph, Published, article_id
from dualtrack.pages._bytes import LIMIT
from dualtrack.pages._failure import Failure
from dualtrack.pages._jsonl import article_of
from dualtrack.pages._language import language_of
from dualtrack.pages._read import read_inputs, read_page
from dualtrack.pages._tables import reasons

__all__ = [
    "LIMIT",
    "Article",
    "Dropped",
    "Failure",
    "Paragraph",
    "Published",
    "article_id",
    "article_of",
    "language_of",
    "read_inputs",
    "read_page",
    "reasons",
]
