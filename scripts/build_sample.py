"""Makes the pages of src/dualtrack/sample from the stories in scripts/sample.

Run it by hand when a story, an outlet or a layout changes; the same sources give the same bytes:
    python scripts/build_sample.py [--out FOLDER]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from sample_html import render_html
from sample_stories import others, read_stories
from sample_text import render_text

ROOT = Path(__file__).resolve().parent.parent
LINKED = 8  # other stories that a page may link to


def build() -> dict[str, str]:
    """Every file of the sample, by its path in the folder."""
    stories = read_stories()
    files = {}
    for story in stories:
        rest = others(stories, story, LINKED)
        files[f"html/{story.slug}.html"] = render_html(story, rest)
        if story.dump:
            files[f"text/{story.slug}.txt"] = render_text(story, rest)
    lines = [json.dumps(story.truth(), ensure_ascii=False) for story in stories]
    files["truth.jsonl"] = "\n".join(lines) + "\n"
    return files


def write(files: dict[str, str], out: Path) -> None:
    """Writes the files, and takes away pages whose story is gone."""
    for folder, form in (("html", "*.html"), ("text", "*.txt")):
        (out / folder).mkdir(parents=True, exist_ok=True)
        for old in (out / folder).glob(form):
            if f"{folder}/{old.name}" not in files:
                old.unlink()
    for name, content in files.items():
        (out / name).write_bytes(content.encode("utf-8"))


def main() -> None:
    """Writes the sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "dualtrack" / "sample")
    files = build()
    write(files, parser.parse_args().out)
    size = sum(len(content.encode("utf-8")) for content in files.values())
    print(f"{len(files)} files, {size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
