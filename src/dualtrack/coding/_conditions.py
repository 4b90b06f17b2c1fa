"""What kind of condition an act hangs on."""

from __future__ import annotations

import re
from functools import cache

from dualtrack.coding._tables import any_of, table

_TYPOGRAPHIC = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def condition_kind(words: str) -> str:
    """The kind of a condition from its words: "if", "unless", "until", "in return" or "other".

    "provided that", "as long as", "should it" and "once" are "if"; "without" and "otherwise"
    are "unless"; "in exchange for" is "in return". Words that tell none of them, as a noun
    alone ("any such attack"), are "other".
    """
    plain = " ".join(words.translate(_TYPOGRAPHIC).casefold().split()).lstrip("\"'([,;- ")
    opens, within = _forms()
    for forms in (opens, within):
        for kind, form in forms.items():
            if form.search(plain):
                return kind
    return "other"


@cache
def _forms() -> tuple[dict[str, re.Pattern[str]], dict[str, re.Pattern[str]]]:
    data = table("conditions.yaml")
    lead = rf"(?:{any_of(data['lead'])}\s+)*"
    opens = {
        kind: re.compile(rf"\A{lead}{any_of(form['opens'])}\b")
        for kind, form in data["kinds"].items()
    }
    within = {
        kind: re.compile(rf"\b{any_of(form['within'])}\b") for kind, form in data["kinds"].items()
    }
    return opens, within
