"""Draws what `dualtrack demo` prints as an SVG for the README: `python scripts/picture.py`."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console

from dualtrack.run import Report, demo
from dualtrack.tracks import draw

TARGET = Path(__file__).resolve().parent.parent / "docs" / "demo.svg"


def main() -> None:
    seen = demo("USA", "ISR", tally=Report())
    console = Console(record=True, width=110, file=io.StringIO(), force_terminal=True)
    draw(seen.relation, console)
    picture = console.export_svg(title="dualtrack demo")
    # The library's template fetches a font from the net; a reader's own will do.
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.S)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(picture, "utf-8")


if __name__ == "__main__":
    main()
