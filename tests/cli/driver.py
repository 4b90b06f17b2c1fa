"""The command line with a coder that needs no model; run as a program by the tests."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from dualtrack.cli import main
from dualtrack.run import _keep, _line
from fake_coders import FakeCoder
from make_events import CODER

if __name__ == "__main__":
    _line.Coder = FakeCoder  # type: ignore[misc,assignment]
    _keep.shipped_info = lambda: CODER
    main()
