"""Small pages for the tests of the HTML reader, as the model sees them."""

from __future__ import annotations

from dualtrack.pages.html._page import BlockPage
from dualtrack.pages.visible._blocks import walk
from dualtrack.pages.visible._tree import marked_tree

OWN = [
    "Norland signed a truce with Suvia on Sunday after a week of talks in Hollvik.",
    "Suvia will withdraw the patrol ships that it sent to the strait in March, it said.",
    "“Nobody won, and that is why it may hold,” the foreign minister of Norland said.",
    "Norland's parliament is to vote on the truce with Suvia on Thursday.",
]
OTHER = [
    "A bakery in Selwick has sold its ten thousandth loaf to a customer who came by boat.",
    "The customer paid in coins and asked for a second loaf, sliced, for the way home.",
]
TITLE = "Norland and Suvia sign a truce"


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(html: str, **known: object) -> BlockPage:
    known.setdefault("title", TITLE)
    return BlockPage(walk(marked_tree(html)[0]).blocks, **known)  # type: ignore[arg-type]
