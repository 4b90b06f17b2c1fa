from __future__ import annotations

from dualtrack.pages.html._features import features
from html_pages import OTHER, OWN, TITLE, page, paragraphs

HTML = (
    f"<nav><a>Home</a></nav><article class='story-body'><h1>{TITLE}</h1>{paragraphs(OWN)}"
    "<div class='promo'><p>Subscribe to our newsletter now and never miss a thing.</p></div>"
    f"<h3>Most read</h3></article><section class='list'>{paragraphs(OTHER)}</section>"
)


def test_features_are_small_numbers_and_lack_what_is_zero() -> None:
    found = features(page(HTML, anchor=OWN))
    for one in found:
        assert one["constant"] == 1.0
        assert all(value and -1 <= value <= 2 for value in one.values()), one


def test_what_a_block_shows() -> None:
    found = features(page(HTML, anchor=OWN, site="The Echo"))
    menu, title, first, _, quote, _, promo, head, other, _ = found
    assert menu["all linked"]
    assert menu["element says it is chrome"]
    assert title["says: title"]
    assert first["trafilatura keeps this prose"]
    assert first["of the main kind"]
    assert quote["quotation marks"]
    assert quote["somebody says"]
    assert promo["calls for an offer"]
    assert promo["the makers"]
    assert head["announces other things"]
    assert other["below what trafilatura keeps"]
    assert other["prose far from the story"]


def test_what_stands_around_the_whole_story_says_nothing() -> None:
    wrapped = features(page(f"<div class='promo card'>{paragraphs(OWN)}</div>"))
    assert "element says it is chrome" not in wrapped[0]


def test_a_country_is_no_maker() -> None:
    assert "the makers" not in features(page("<p>The US navy turned back in the strait.</p>"))[0]
    assert "the makers" in features(page("<p>Our navy turned back in the strait.</p>"))[0]


NOTES = (
    f"<article><h1>{TITLE}</h1>{paragraphs(OWN)}<hr><p><em>Ada Prowse is a reporter in Selwick."
    "</em></p><p>(Editing by Bram Toller)</p><p>Email: desk@example.org</p></article>"
)


def test_notes_below_a_story() -> None:
    found = features(page(NOTES, anchor=OWN, authors=["Ada Prowse"]))
    bio, credit, address = found[-3:]
    assert all(note["late"] for note in (bio, credit, address))
    assert bio["opens with an author"] and bio["names an author"] and bio["all aside"]
    assert bio["below a rule"] and "below a rule" not in credit
    assert bio["late: words of the trade"] > 0
    assert credit["in brackets"] and credit["begins with a mark"]
    assert address["begins with a label"] and address["late: holds an address"]
    assert "late" not in found[1]


def test_a_story_in_italics_is_nothing_special() -> None:
    slanted = "".join(f"<p><i>{text}</i></p>" for text in OWN)
    assert "all aside" not in features(page(slanted))[0]
