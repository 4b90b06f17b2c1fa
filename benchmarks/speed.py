"""How many articles a second, and how much memory: page text in, events out, whole process.

    python benchmarks/speed.py [--rounds 3] [INPUT...]

Without INPUT the pages are the shipped sample (80 short pages of political news, HTML), each
run coding every page `--repeat` times so that loading weighs little. Printed are the time to
load the coder, articles and words a second with one process and with two, and the largest
memory of all processes together (resident; Linux only).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dualtrack.pages import Article, read_inputs
from dualtrack.sample import html_pages


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("inputs", nargs="*", help="pages to code instead of the sample")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each; the best counts")
    parser.add_argument("--repeat", type=int, default=5, help="copies of the sample in a run")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        inputs = options.inputs or [str(copies(Path(scratch), options.repeat))]
        articles = [a for a in read_inputs(inputs) if isinstance(a, Article)]
        words = sum(len(a.text.split()) for a in articles)
        print(f"pages          {len(articles)} ({words / max(1, len(articles)):.0f} words each)")
        print(f"load           {load_seconds():.2f} s")
        for jobs in (1, 2):
            seconds, memory = min(measure(inputs, jobs, scratch) for _ in range(options.rounds))
            print(
                f"{jobs} process{'es' if jobs > 1 else '  '}    "
                f"{len(articles) / seconds:.1f} articles/s, {words / seconds:,.0f} words/s, "
                f"{memory / 1024:.0f} MB at most"
            )
    return 0


def copies(folder: Path, count: int) -> Path:
    """The sample's pages `count` times over."""
    target = folder / "pages"
    target.mkdir()
    for number in range(count):
        for page in html_pages():
            (target / f"{number}-{page.name}").write_bytes(page.read_bytes())
    return target


def load_seconds() -> float:
    """Seconds from a new interpreter to a coder that is ready, best of three."""
    code = (
        "import time; t = time.monotonic(); import dualtrack; dualtrack.Coder();"
        "print(time.monotonic() - t)"
    )
    return min(
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
        for _ in range(3)
    )


def measure(inputs: list[str], jobs: int, scratch: str) -> tuple[float, int]:
    """Seconds and peak memory (kB, all processes together) of one `dualtrack code`."""
    report = Path(scratch) / "report.json"
    command = [
        sys.executable, "-m", "dualtrack", "code", *inputs,
        "--jobs", str(jobs), "-o", str(Path(scratch) / "out.jsonl"), "--report", str(report),
    ]  # fmt: skip
    begun = time.monotonic()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, resident(process.pid))
        time.sleep(0.05)
    seconds = time.monotonic() - begun
    if process.returncode not in (0, 1):
        raise SystemExit(f"dualtrack code ended with {process.returncode}")
    json.loads(report.read_text("utf-8"))
    return seconds, peak


def resident(pid: int) -> int:
    """Resident memory of a process and its children, in kB; 0 where /proc is absent."""
    total = 0
    for child in (pid, *children(pid)):
        try:
            status = Path(f"/proc/{child}/status").read_text()
        except OSError:
            continue
        for line in status.splitlines():
            if line.startswith("VmRSS:"):
                total += int(line.split()[1])
    return total


def children(pid: int) -> list[int]:
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [int(c) for c in found] + [g for c in found for g in children(int(c))]


if __name__ == "__main__":
    sys.exit(main())
