"""What the record gives is plain values."""

from __future__ import annotations

import dataclasses

import pytest

from dualtrack.record import StoredEvent, StoredReport
from make_events import event


def test_they_are_values() -> None:
    one = StoredReport("r", "a", "v", "c", "standing", event("ACCUSE"))
    assert one == dataclasses.replace(one)
    act = StoredEvent("r", "standing", False, 2, 1, event("ACCUSE"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        act.state = "rejected"  # type: ignore[misc]
