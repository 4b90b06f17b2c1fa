"""What a run that adds to the record tells."""

from __future__ import annotations

from dualtrack.record import Kept
from dualtrack.run import KeptReport, kept_summary


def report(**kept: int) -> KeptReport:
    made = KeptReport(kept=Kept(**kept), articles=1)
    made.end("complete")
    return made


def test_the_summary_counts_everything() -> None:
    made = report(new=2, changed=1, recoded=1, unchanged=3, deleted=1, reports=5, vanished=2)
    made.not_coded.append({"reason": "language"})
    made.rejected.append({"reason": "empty"})
    made.bad_events.append({"reason": "does not fit"})
    made.strays = 2
    text = "\n".join(kept_summary(made))
    for part in (
        "Kept 8 articles (new 2, changed 1, coded anew 1, unchanged 3, deleted before 1): 5 rep",
        "No longer told by their pages: 2; no longer found by the coder: 0.",
        "Not coded: 1 article (language 1).",
        "Events not taken: 3 (of no article given 2, does not fit 1).",
        "Rejected: 1 page (empty 1).",
    ):
        assert part in text


def test_nothing_out_of_the_way_is_one_line() -> None:
    assert len(kept_summary(report(unchanged=3))) == 1
    early = report()
    early.end("interrupted")
    assert kept_summary(early)[0] == "Ended early: interrupted."


def test_as_json() -> None:
    told = report(new=1, reports=2).to_dict()
    assert (told["record"]["new"], told["record"]["reports"]) == (1, 2)
    assert (told["bad_events"], told["stray_events"]) == ([], 0)
    assert told["articles"]["read"] == 1


def test_the_exit_status() -> None:
    made = report(new=1)
    assert made.exit_status == 0
    made.strays = 1
    assert made.exit_status == 1
    assert KeptReport().exit_status == 2
