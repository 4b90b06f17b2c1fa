"""Politeness: one question at a time to a host, and a pause after each."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

_MOST = 10_000  # hosts remembered at once


class _Host:
    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.ready = 0.0  # on the monotonic clock
        self.waiting = 0


class Turns:
    """Who may ask which host, in the order in which turns are asked for."""

    def __init__(self) -> None:
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str, pause: float) -> AsyncIterator[None]:
        """Wait for a turn with the host; the next one comes `pause` seconds after this ends."""
        found = self._hosts.setdefault(host, _Host())
        found.waiting += 1
        try:
            async with found.lock:
                while (left := found.ready - time.monotonic()) > 0:
                    await asyncio.sleep(left)
                try:
                    yield
                finally:
                    found.ready = max(found.ready, time.monotonic() + pause)
        finally:
            found.waiting -= 1
            if len(self._hosts) > _MOST:
                self._forget()

    def hold(self, host: str, seconds: float) -> None:
        """Leave the host alone for so long; for who has the turn, before giving it back."""
        found = self._hosts[host]
        found.ready = max(found.ready, time.monotonic() + seconds)

    def _forget(self) -> None:
        now = time.monotonic()
        idle = [name for name, h in self._hosts.items() if not h.waiting and h.ready <= now]
        for name in idle:
            del self._hosts[name]
