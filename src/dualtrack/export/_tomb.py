"""What is left of an act whose page was deleted: that it was there, without a word of the page."""

from __future__ import annotations

import dataclasses

from dualtrack.coding import Event, Mention, Span


def wordless(event: Event) -> Event:
    """The event without the page's words, names among them; types, days and countries stay."""
    return dataclasses.replace(
        event,
        trigger=_blank(event.trigger),
        actors=tuple(map(_party, event.actors)),
        recipients=tuple(map(_party, event.recipients)),
        speaker=None,
        condition=event.condition
        and dataclasses.replace(event.condition, span=_blank(event.condition.span)),
        location=event.location
        and dataclasses.replace(event.location, span=_blank(event.location.span)),
        date=dataclasses.replace(event.date, span=None),
        quantities=(),
        also=(),
    )


def _blank(span: Span) -> Span:
    return dataclasses.replace(span, text="")


def _party(mention: Mention) -> Mention:
    return dataclasses.replace(mention, span=_blank(mention.span), name=None)
