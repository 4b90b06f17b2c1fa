"""Makes the development set for reading pages; the same sources give the same bytes.

    python scripts/layouts/build.py FOLDER

FOLDER gets `train/` and `apart/`; in each a page is NAME.html, its text dump NAME.txt and the
truth about both NAME.json. `pages.jsonl` lists them. Never train on what stands in `apart/`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

if __name__ == "__main__":  # run as a file: the folder above holds the package
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from layouts.catalogue import choices
from layouts.page import Page, as_json, make


def pages() -> list[Page]:
    """All pages of the set."""
    return [make(choice) for choice in choices()]


def write(made: list[Page], folder: Path) -> None:
    """Write the pages and their list."""
    for part in ("train", "apart"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    rows = []
    for page in made:
        at = folder / page.part / page.name
        at.with_name(f"{page.name}.html").write_bytes(page.html)
        at.with_name(f"{page.name}.txt").write_bytes(page.text.encode("utf-8"))
        at.with_name(f"{page.name}.json").write_bytes(as_json(page.truth).encode("utf-8"))
        kept = ("name", "part", "layout", "story", "kind")
        rows.append(json.dumps({key: page.truth[key] for key in kept}))
    (folder / "pages.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    """Make the set."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    made = pages()
    write(made, folder)
    parts = Counter(page.part for page in made)
    layouts = len({page.truth["layout"] for page in made})
    print(f"{len(made)} pages in {layouts} layouts: {parts['train']} train, {parts['apart']} apart")


if __name__ == "__main__":
    main()
