"""What was cut from a page and why, for a terminal."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dualtrack._printable import one_line, plain
from dualtrack.output._page_parts import page_parts
from dualtrack.pages import Article, reasons

_LONGEST = 300  # characters of a block that are shown


def show_dropped(article: Article, console: Console) -> None:
    """Print each block that is no part of the story, with its reason and its place in the source.

    Where parts of the story stand in between, their number is told. Reasons are then explained.
    """
    console.print(plain(article.title or article.url or article.origin or article.id, "bold"))
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    table.add_column(overflow="fold")
    counts: Counter[str] = Counter()
    kept = 0
    for part in page_parts(article):
        if part.reason is None:
            kept += 1
            continue
        if kept:
            table.add_row(*_kept(kept))
            kept = 0
        counts[part.reason] += 1
        place = f"{part.source[0]}–{part.source[1]}" if part.source else ""
        table.add_row(Text(part.reason, "red"), place, plain(one_line(part.text, _LONGEST)))
    if kept:
        table.add_row(*_kept(kept))
    console.print(table)
    for reason, count in counts.most_common():
        said = reasons().get(reason, "")
        console.print(Text.assemble((f"{count:>5} {reason}", "red"), f": {said}"))
    console.print()


def _kept(count: int) -> tuple[Text, str, Text]:
    what = "paragraph" if count == 1 else "paragraphs"
    return Text("kept", "green"), "", Text(f"{count} {what} of the story", "green")
