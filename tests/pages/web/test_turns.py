from __future__ import annotations

import asyncio
import time

import pytest

from dualtrack.pages.web import _turns
from dualtrack.pages.web._turns import Turns


def test_one_at_a_time_in_order_with_pauses() -> None:
    events: list[tuple[str, int, float]] = []

    async def ask(turns: Turns, number: int) -> None:
        async with turns.turn("a", 0.05):
            events.append(("begin", number, time.monotonic()))
            await asyncio.sleep(0.01)
            events.append(("end", number, time.monotonic()))

    async def main() -> None:
        turns = Turns()
        await asyncio.gather(*(ask(turns, number) for number in range(3)))

    asyncio.run(main())
    assert [(what, number) for what, number, _ in events] == [
        (what, number) for number in range(3) for what in ("begin", "end")
    ]
    for (_, _, ended), (_, _, begun) in zip(events[1::2], events[2::2], strict=False):
        assert begun - ended >= 0.045


def test_hosts_do_not_wait_for_each_other() -> None:
    async def main() -> float:
        turns = Turns()
        begun = time.monotonic()
        async with turns.turn("a", 9), turns.turn("b", 9):
            return time.monotonic() - begun

    assert asyncio.run(main()) < 1


def test_a_host_is_left_alone_as_long_as_it_asked() -> None:
    async def main() -> float:
        turns = Turns()
        async with turns.turn("a", 0):
            turns.hold("a", 0.1)
        begun = time.monotonic()
        async with turns.turn("a", 0):
            return time.monotonic() - begun

    assert asyncio.run(main()) >= 0.095


def test_a_turn_ends_with_an_error_too() -> None:
    async def main() -> None:
        turns = Turns()
        with pytest.raises(ZeroDivisionError):
            async with turns.turn("a", 0):
                raise ZeroDivisionError
        async with asyncio.timeout(1), turns.turn("a", 0):
            pass

    asyncio.run(main())


def test_hosts_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_turns, "_MOST", 10)

    async def main() -> int:
        turns = Turns()
        for number in range(100):
            async with turns.turn(str(number), 0):
                pass
        return len(turns._hosts)

    assert asyncio.run(main()) <= 11
