from __future__ import annotations

import io

from rich.console import Console

from dualtrack.output import figures


def test_shares_have_three_digits_and_counts_none() -> None:
    out = io.StringIO()
    Console(file=out, width=80).print(figures({"event": 0.5, "lines": 3, "per type": {"AID": 1.0}}))
    lines = [line.split() for line in out.getvalue().splitlines()]
    assert ["event", "0.500"] in lines
    assert ["lines", "3"] in lines
    assert ["per", "type:", "AID", "1.000"] in lines
