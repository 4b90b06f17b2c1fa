from __future__ import annotations

from html_pages import OTHER, OWN, TITLE, page, paragraphs


def test_signs_for_each_block() -> None:
    found = page(
        f"<h1>{TITLE}</h1>{paragraphs(OWN)}<h3>Most read in News</h3>{paragraphs(OTHER)}",
        anchor=OWN[:2],
        declared=" ".join(OWN),
        description=OWN[0][:60] + "…",
    )
    assert found.title_at == 0
    assert found.reasons[0] == "title"
    assert found.kept == [False, True, True, False, False, False, False, False]
    assert found.tails.index(True) == 5
    assert found.declared_share(2) == 1.0
    assert found.declared_share(6) < 0.3
    assert [found.described(i) for i in (1, 2)] == [True, False]
    assert found.near[4] > found.near[7]


def test_words_that_stand_twice() -> None:
    quote = OWN[2].split(",")[0] + ", and that is why it may hold"
    found = page(f"{paragraphs(OWN)}<aside>Nobody won, and that is why it may hold</aside>")
    assert found.repeats[-1]
    assert not any(found.repeats[:-1])
    assert quote


def test_a_page_with_nothing_else_to_go_by() -> None:
    found = page("<p>Words</p>", title=None)
    assert (found.title_at, found.anchored, found.kept) == (-1, False, [False])
    assert not found.described(0)
    assert page("<h1>Some other words</h1>").title_at == 0
