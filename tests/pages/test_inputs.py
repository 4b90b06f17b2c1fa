from __future__ import annotations

import os
from pathlib import Path

import pytest

from dualtrack.pages._failure import Failure
from dualtrack.pages._inputs import Source, expand, kind_of_name


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.html", "a.txt", "sub/c.jsonl.gz", "sub/d", ".hidden"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("words")
    return tmp_path


def names(found: list[Source | Failure]) -> list[str]:
    return [Path(f.origin).name for f in found]


def test_folders_are_read_in_order_of_names(tree: Path) -> None:
    found = list(expand([tree]))
    assert names(found) == ["a.txt", "b.html", "c.jsonl.gz", "d"]
    kinds = [f.kind for f in found if isinstance(f, Source)]
    assert kinds == ["text", "html", "jsonl", None]


def test_a_file_reached_twice_is_read_once(tree: Path) -> None:
    found = list(expand([tree / "b.html", tree, str(tree / "*.html"), "-", "-"]))
    assert names(found) == ["b.html", "a.txt", "c.jsonl.gz", "d", "-"]


def test_globs(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert names(list(expand([str(tree / "**" / "*.gz")]))) == ["c.jsonl.gz"]
    monkeypatch.chdir(tree)
    assert [f.origin for f in expand(["*.txt"])] == ["a.txt"]
    (failed,) = expand(["*.nothing"])
    assert isinstance(failed, Failure) and "pattern" in failed.message


def test_a_name_with_glob_marks_that_exists_is_a_file(tree: Path) -> None:
    (tree / "[x].txt").write_text("words")
    assert names(list(expand([str(tree / "[x].txt")]))) == ["[x].txt"]


def test_addresses_on_the_web_are_told_from_files() -> None:
    urls = ["https://news.example/a", "ftp://b", "https://news.example/a"]
    found = [s for s in expand([*urls, "-"]) if isinstance(s, Source)]
    assert [(s.url, s.path) for s in found] == [(urls[0], None), (urls[1], None), (None, None)]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("no-such-file.txt", "no such file"),
        ("a\x00b", "no name of a file"),
        ("", "no name of a file"),
    ],
)
def test_what_cannot_be_read_is_said(given: str, said: str) -> None:
    (failed,) = expand([given])
    assert isinstance(failed, Failure)
    assert failed.reason == "unreadable"
    assert said in failed.message
    assert failed.origin.isprintable()


def test_a_folder_without_permission_does_not_stop_the_rest(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    def scandir(path: Path) -> object:
        if Path(path).name == "sub":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = list(expand([tree]))
    assert names(found) == ["a.txt", "b.html", "sub"]
    assert isinstance(found[2], Failure) and "permission" in found[2].message


def test_an_empty_folder_and_links_in_a_circle(tmp_path: Path) -> None:
    (failed,) = expand([tmp_path])
    assert isinstance(failed, Failure) and "no files" in failed.message
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "self").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    found = list(expand([tmp_path]))
    assert names(found) == ["a.txt", "gone"]
    assert isinstance(found[1], Failure)


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (failed,) = expand([tmp_path])
    assert isinstance(failed, Failure) and "pipe" in failed.message


def test_kinds_by_name() -> None:
    assert kind_of_name("A.HTM") == "html"
    assert kind_of_name("x.ndjson.gz") == "jsonl"
    assert kind_of_name("x.json") == "json"
    assert kind_of_name("x.warc.gz") == kind_of_name("x.warc") == "warc"
    assert kind_of_name("x.rss") == kind_of_name("x.atom") == "feed"
    assert kind_of_name("x.pdf") is None
