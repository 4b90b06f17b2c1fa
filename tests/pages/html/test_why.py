from __future__ import annotations

from dualtrack.pages import reasons
from dualtrack.pages.html._region import breaks_of
from dualtrack.pages.html._why import why_left_out
from html_pages import OTHER, OWN, TITLE, page, paragraphs


def test_each_dropped_block_has_a_reason_of_the_list() -> None:
    html = (
        f"<h1>{TITLE}</h1><div class=breadcrumb>World</div>{paragraphs(OWN)}"
        "<figure><figcaption>A ship</figcaption></figure><div class='author-bio'>Likes boats</div>"
        "<ul class='topics-list tags'><li><a>Suvia</a></li></ul>"
        "<p>Eva Lund is the northern editor.</p><p>Follow The Echo in the app of your choice.</p>"
        "<p>Nobody won, and that is why it may hold</p><p><a>Home</a></p>"
        f"<p><a>Thousands march for an inquiry into the flood</a></p><h1>Loaf</h1>"
        f"<div>{paragraphs(OTHER)}</div><p>Lire aussi le dossier</p>"
    )
    found = page(html)
    kept = [text in OWN for text in (block.text for block in found.blocks)]
    why = why_left_out(found, kept, breaks_of(found), ["Eva Lund"])
    assert [reason is None for reason in why] == kept
    assert {reason for reason in why if reason} <= set(reasons())
    said = dict(zip((block.text for block in found.blocks), why, strict=True))
    assert said[TITLE] == "title"
    assert said["World"] == "breadcrumb"
    assert said["A ship"] == "caption"
    assert said["Eva Lund is the northern editor."] == "author bio"
    assert said["Follow The Echo in the app of your choice."] == "membership prompt"
    assert said["Nobody won, and that is why it may hold"] == "repeat"
    assert said["Home"] == "navigation"
    assert said["Thousands march for an inquiry into the flood"] == "teaser"
    assert said[OTHER[0]] == "other story"
    assert said["Lire aussi le dossier"] == "teaser"


def test_a_class_around_the_whole_story_is_no_reason() -> None:
    found = page(f"<div class=caption>{paragraphs(OWN)}<p>Words</p></div>")
    kept = [True] * 4 + [False]
    assert why_left_out(found, kept, breaks_of(found), ())[-1] != "caption"
