from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from dualtrack._errors import OutputError
from dualtrack.output import check_place, open_place
from dualtrack.output._place import unbroken


def test_a_file_appears_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with open_place(out) as stream:
        stream.write(b"half")
        assert not out.exists()
    assert out.read_bytes() == b"half"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, BrokenPipeError])
def test_a_broken_run_leaves_what_was_there(tmp_path: Path, error: type[BaseException]) -> None:
    out = tmp_path / "out"
    out.write_text("old")
    with pytest.raises(error), open_place(out) as stream:
        stream.write(b"new")
        raise error
    assert out.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_who_may_read_a_file_is_kept(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.touch()
    out.chmod(0o600)
    with open_place(out) as stream:
        stream.write(b"new")
    assert out.stat().st_mode & 0o777 == 0o600


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    link = tmp_path / "link"
    link.symlink_to("real")
    with open_place(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_places_that_cannot_be_written_are_told_before(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.touch()
    for path, words in [
        (tmp_path, "is a folder"),
        (tmp_path / "no" / "out", "no folder"),
        (source / "out", "no folder"),
        (source, "also an input"),
    ]:
        with pytest.raises(OutputError, match=words), open_place(path, inputs=["-", str(source)]):
            pytest.fail("the work began")


def test_permission_is_asked_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # as for a user who is not root
    with pytest.raises(OutputError, match="permission"), open_place(tmp_path / "out"):
        pytest.fail("the work began")
    (tmp_path / "old").touch()
    with pytest.raises(OutputError, match="permission"):
        check_place(tmp_path / "old")


def test_devices_are_written_to_directly() -> None:
    with open_place(Path(os.devnull)) as stream:
        stream.write(b"gone")
    assert not Path(os.devnull).is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_a_sentence() -> None:
    with pytest.raises(OutputError, match="no space"), open_place(Path("/dev/full")) as stream:
        stream.write(b"x")


def test_ctrl_c_waits_for_the_end_of_a_block() -> None:
    done = False
    with pytest.raises(KeyboardInterrupt), unbroken():
        os.kill(os.getpid(), signal.SIGINT)
        done = True
    assert done
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
