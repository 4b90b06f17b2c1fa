from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest


def events(data: bytes) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in data.splitlines()]


def test_pages_become_events_one_a_line(run, lines) -> None:
    done = run("code", lines("They struck and struck.", "Calm."))
    assert done.returncode == 0
    assert [e["article"] for e in events(done.stdout)] == ["0", "0"]
    assert b"Read 2 articles, coded 2: 2 events" in done.stderr


def test_standard_input(run) -> None:
    done = run("code", "-", stdin=b'{"id": "x", "text": "They struck."}\n')
    assert done.returncode == 0
    assert [e["article"] for e in events(done.stdout)] == ["x"]


def test_csv_by_name_and_by_option(run, lines, tmp_path: Path) -> None:
    path = lines("They struck.")
    assert run("code", path, "-o", "out.csv").returncode == 0
    named = (tmp_path / "out.csv").read_bytes()
    assert run("code", path, "--format", "csv").stdout == named
    (row,) = csv.DictReader(io.StringIO(named.decode()))
    assert row["type"] == "ASSAULT"


def test_parquet(run, lines, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    assert run("code", lines("They struck."), "-o", "out.parquet").returncode == 0
    assert pq.read_table(tmp_path / "out.parquet").num_rows == 1
    done = run("code", lines("They struck."), "--format", "parquet")
    assert pq.read_table(io.BytesIO(done.stdout)).num_rows == 1


def test_bad_lines_are_named_and_the_rest_goes_on(run, tmp_path: Path) -> None:
    rows = ['{"id": "a", "text": "They struck."}', "no json", '{"id": "b"}', "[1]", '{"text": 3}']
    rows.append('{"id": "z", "text": "They struck too."}')
    (tmp_path / "in.jsonl").write_text("\n".join(rows))
    done = run("code", "in.jsonl", "--report", "report.json")
    assert done.returncode == 1
    assert [e["article"] for e in events(done.stdout)] == ["a", "z"]
    told = done.stderr.decode()
    assert told.count("rejected (bad line) in.jsonl:") == 4
    assert "Rejected: 4 pages (bad line 4)." in told
    report = json.loads((tmp_path / "report.json").read_text())
    assert len(report["rejected"]) == 4
    assert report["articles"]["read"] == 2


def test_another_language_is_read_and_said_to_be_uncoded(run, lines, tmp_path: Path) -> None:
    done = run("code", lines("Le monde.", "They struck."), "--report", "r.json")
    assert done.returncode == 0
    assert b"not coded (language)" in done.stderr
    report = json.loads((tmp_path / "r.json").read_text())
    assert report["articles"]["not_coded_by_reason"] == {"language": 1}


@pytest.mark.parametrize("stdin", [b"", b"   \n \n"])
def test_nothing_to_read_is_two(run, stdin: bytes) -> None:
    done = run("code", "-", stdin=stdin)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"Nothing could be read" in done.stderr


def test_a_missing_file_is_named(run, lines) -> None:
    assert run("code", "missing.html").returncode == 2
    done = run("code", "missing.html", lines("They struck."))
    assert done.returncode == 1
    assert b"missing.html" in done.stderr
    assert len(events(done.stdout)) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_without_permission_is_named_and_the_rest_goes_on(
    run, lines, tmp_path: Path
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    try:
        done = run("code", closed, lines("They struck."))
    finally:
        closed.chmod(0o700)
    assert done.returncode == 1
    assert b"closed" in done.stderr
    assert len(events(done.stdout)) == 1


def test_an_output_that_cannot_be_written_is_told_before_the_work(
    run, lines, tmp_path: Path
) -> None:
    path = lines("slow die")
    before = path.read_bytes()
    for out in ("no/such/out.jsonl", ".", path, path / "out"):
        done = run("code", path, "-o", out)
        assert done.returncode == 2
        assert done.stderr.count(b"\n") == 1
        assert b"Traceback" not in done.stderr
    assert run("code", path, "--report", "no/r.json").returncode == 2
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["in.jsonl"]


def test_a_closed_pipe_is_quiet(program: list[str], lines) -> None:
    path = lines(*["They struck. " * 50] * 300)
    with subprocess.Popen(
        [*program, "code", str(path), "--jobs", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout and process.stderr
        json.loads(process.stdout.readline())
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 141


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("to_file", [True, False])
def test_ctrl_c_is_one_sentence_and_leaves_whole_lines(
    program: list[str], lines, tmp_path: Path, jobs: str, to_file: bool
) -> None:
    path = lines(*["slow struck"] * 400)
    args = ["-o", "out.jsonl"] if to_file else []
    with subprocess.Popen(
        [*program, "code", str(path), "--jobs", jobs, "--report", "r.json", *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        bufsize=0,  # or what readline took ahead would be lost to communicate
        start_new_session=True,
    ) as process:
        assert process.stdout and process.stderr
        if to_file:
            until = time.monotonic() + 30
            while not list(tmp_path.glob(".out*.part")) and time.monotonic() < until:
                time.sleep(0.05)
            time.sleep(1.5)
        else:
            json.loads(process.stdout.readline())
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err.decode().splitlines()[-1] == "dualtrack: Stopped by Ctrl-C."
    assert b"Traceback" not in err
    for line in out.splitlines():
        json.loads(line)
    assert not out or out.endswith(b"\n")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.jsonl", "r.json"]
    assert json.loads((tmp_path / "r.json").read_text())["ended"] == "interrupted"


def test_a_terminated_run_leaves_no_file(program: list[str], lines, tmp_path: Path) -> None:
    path = lines(*["slow struck"] * 400)
    with subprocess.Popen(
        [*program, "code", str(path), "--jobs", "1", "-o", "out"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
    ) as process:
        until = time.monotonic() + 30
        while not list(tmp_path.glob(".out*.part")) and time.monotonic() < until:
            time.sleep(0.05)
        process.terminate()
        assert process.wait(30) == 143
    assert [p.name for p in tmp_path.iterdir()] == ["in.jsonl"]


def test_processes_give_what_one_gives(run, lines) -> None:
    path = lines(*[f"They struck {n}. " * (n % 4) + "." for n in range(60)])
    one, two = run("code", path, "--jobs", "1"), run("code", path, "--jobs", "2")
    assert one.returncode == two.returncode == 0
    assert one.stdout == two.stdout
    assert one.stdout


def test_a_worker_that_dies_is_an_error(run, lines) -> None:
    done = run("code", lines(*["They struck."] * 20, "die"), "--jobs", "2")
    assert done.returncode == 2
    assert b"ended by signal 9" in done.stderr
    assert b"Traceback" not in done.stderr


def test_names_of_files_cannot_steer_the_terminal(run, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.jsonl").write_text("no json")
    done = run("code", ".")
    assert b"\x1b" not in done.stderr


def test_closed_streams_are_told(program: list[str], lines, tmp_path: Path) -> None:
    path = str(lines("They struck."))

    def shell(rest: str) -> subprocess.CompletedProcess[bytes]:
        command = ["sh", "-c", f'exec "$@" {rest}', "sh", *program, "code"]
        inputs = ["-"] if "<&-" in rest else [path]
        return subprocess.run([*command, *inputs], capture_output=True, cwd=tmp_path, check=False)

    assert shell(">&-").returncode == 2
    assert b"Standard output is closed" in shell(">&-").stderr
    assert shell("-o out >&-").returncode == 0
    assert shell("2>&-").returncode == 0
    assert shell("<&-").returncode == 2
