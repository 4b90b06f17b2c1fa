from __future__ import annotations

from dualtrack.run import Report, demo
from dualtrack.sample import html_pages
from fake_coders import fake


def test_the_whole_sample_is_read_and_stands_beside_the_counts() -> None:
    tally = Report()
    found = demo("USA", "ISR", tally=tally, make_coder=fake)
    assert tally.articles == len(html_pages())
    assert tally.rejected == []
    assert len(found.titles) == tally.articles
    read = sum(p.articles or 0 for p in found.relation.forward.periods)
    assert read == tally.articles
