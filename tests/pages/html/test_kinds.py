from __future__ import annotations

from dualtrack.pages.html._kinds import kinds_of
from html_pages import OWN, TITLE, page, paragraphs

SUMMARY = "The deal ends a month of clashes at sea. Parliament votes on Thursday."


def kinds(html: str, **known: object) -> list[str]:
    found = page(f"<h1>{TITLE}</h1>{html}", **known)
    return list(kinds_of(found, range(1, len(found.blocks))))


def test_every_kind() -> None:
    html = (
        f"<div class=standfirst><p class=x>{SUMMARY}</p></div><div>{paragraphs(OWN[:2])}"
        f"<h2>The vote</h2><blockquote><p>{OWN[2]}</p></blockquote><p><b>What is next</b></p>"
        f"<ul><li>A vote in parliament on Thursday.</li></ul>{paragraphs(OWN[3:])}</div>"
    )
    assert kinds(html) == [
        "standfirst", "paragraph", "paragraph", "subhead", "quote", "subhead", "list", "paragraph",
    ]  # fmt: skip


def test_how_a_standfirst_may_look() -> None:
    body = f"<div>{paragraphs(OWN)}</div>"
    for form in ("<h2>{}</h2>", "<div><div>{}</div></div>", "<p><strong>{}</strong></p>"):
        assert kinds(form.format(SUMMARY) + body)[0] == "standfirst", form
    assert kinds(f"<div class=deck>{SUMMARY}</div>{body}")[0] == "standfirst"


def test_what_is_no_standfirst() -> None:
    assert kinds(paragraphs(OWN)) == ["paragraph"] * 4
    assert kinds(paragraphs(OWN), description=OWN[0])[0] == "paragraph"
    assert kinds(f"<h2>The vote</h2>{paragraphs(OWN)}")[0] == "subhead"
