from __future__ import annotations

import datetime as dt
import json

from dualtrack.export._forms import FORMATS
from dualtrack.export._manifest import Tally, Written, manifest, scales
from dualtrack.ontology import SCALE
from make_events import CODER


def test_it_is_json_and_says_all_there_is_to_know() -> None:
    tally = Tally("events", read=3, written=2)
    tally.left_out["it is rejected"] = 1
    tally.coders[CODER] = 2
    moment = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
    made = manifest("gdelt", {}, tally, [Written("x", 2, 9, "ab")], lost=("status",), moment=moment)
    assert json.loads(json.dumps(made)) == made
    assert made["made"] == "2026-01-02T03:04:05Z"
    assert made["left_out"] == {"it is rejected": 1}
    assert made["coders"] == [
        {"version": "0.1.0", "model": "sha256:0", "codebook": "1", "events": 2}
    ]
    assert made["files"] == [{"name": "x", "rows": 2, "bytes": 9, "sha256": "ab"}]


def test_every_format_names_its_scale() -> None:
    named = {form: set(scales(form).values()) for form in FORMATS}
    assert all(len(names) == 1 for names in named.values())
    assert named["jsonl"] == named["plover"] == {SCALE}
    assert named["gdelt"] != named["jsonl"]
