from __future__ import annotations

import datetime as dt

from dualtrack.pages.web._fetched import Fetched


def test_a_body_is_not_printed() -> None:
    url = "https://news.example/"
    page = Fetched(url, url, 200, {}, b"secret" * 100, dt.datetime.now(dt.UTC))
    assert "secret" not in repr(page)
