from __future__ import annotations

import json
from pathlib import Path


def test_articles_come_out_one_a_line(run, lines, tmp_path: Path) -> None:
    done = run("read", lines("They struck.", "Le monde."), "-o", "out.jsonl")
    assert done.returncode == 0
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [row["text"] for row in rows] == ["They struck.", "Le monde."]
    assert b"Read 2 articles in" in done.stderr


def test_failures_are_told(run, lines) -> None:
    done = run("read", lines("They struck."), "missing.html")
    assert done.returncode == 1
    assert b"Rejected: 1 page" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_what_is_read_can_be_coded(run, lines) -> None:
    read = run("read", lines("They struck."))
    coded = run("code", "-", stdin=read.stdout)
    assert json.loads(coded.stdout)["article"] == "0"


PAGE = (
    "<html><title>Truce signed at sea - The Ledger</title><body><nav><a>Home</a></nav>"
    "<article><h1>Truce signed at sea</h1>"
    + "<p>Norland and Suvia signed a truce on Sunday that ends a month of clashes at sea.</p>" * 3
    + "</article><footer>All rights reserved</footer></body></html>"
)


def test_what_was_dropped_is_shown(run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    done = run("read", "page.html", "--show-dropped")
    assert done.returncode == 0
    told = done.stdout.decode()
    assert "navigation" in told
    assert "All rights reserved" in told
    assert "3 paragraphs of the story" in told
    assert '"text"' not in told
    both = run("read", "page.html", "--show-dropped", "-o", "out.jsonl")
    assert both.returncode == 0
    assert json.loads((tmp_path / "out.jsonl").read_text())["dropped"]


def test_a_page_that_shows_what_was_read(run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    done = run("read", "page.html", "--html", "view.html")
    assert (done.returncode, done.stdout) == (0, b"")
    view = (tmp_path / "view.html").read_text()
    assert "Norland and Suvia" in view
    assert "All rights reserved" in view
    same = run("read", "page.html", "--html", "a.html", "-o", "a.html")
    assert same.returncode == 2
