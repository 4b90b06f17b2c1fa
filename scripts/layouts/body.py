"""The body of a story as HTML: inline markup, block forms, and what stands between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from layouts import ends
from layouts.job import Job
from layouts.marks import mark
from layouts.stories import Part

_EDGES = re.compile(r"^(\W*)(.*?)(\W*)$", re.S)


@dataclass(frozen=True)
class Style:
    """How a layout writes the blocks of a body; `{}` stands for the text, `{n}` for its number."""

    paragraph: str = "<p>{}</p>"
    subhead: str = "<h2>{}</h2>"
    quote: str = "<blockquote><p>{}</p></blockquote>"
    items: str = "<ul>{}</ul>"
    item: str = "<li>{}</li>"
    first: str | None = None
    glue: str = "\n"
    links: float = 0.5  # share of paragraphs with a link or other inline markup
    dateline: str | None = None  # form of a place before the first paragraph, e.g. "{} — "
    drop: str | None = None  # form of a first letter that is larger than the rest


def body(
    job: Job,
    style: Style,
    inserts: Sequence[str] = (),
    *,
    stop: int | None = None,
    cut: bool = False,
) -> str:
    """The marked body, with `inserts` spread between its paragraphs.

    Only the first `stop` blocks are shown, the last of them broken off if `cut`. Notes of the
    outlet may stand above and below, in the same form as the paragraphs, and one more box may
    interrupt the story.
    """
    parts = list(job.story.parts[:stop])
    if job.fresh_ends and not stop:
        parts += ends.own(job)
    if style.dateline and job.story.place and "Wire)" not in parts[0].text:
        parts[0] = replace(
            parts[0], text=style.dateline.format(job.story.place.upper()) + parts[0].text
        )
    if cut:
        parts[-1] = replace(parts[-1], text=_cut(parts[-1].text))
    job.told.body.extend(parts)
    blocks = _grouped(job, style, parts)
    between = [text for text in inserts if text]
    if job.chance(0.2):
        between.append(interruption(job, style))
    above = _notes(job, style, "before", int(job.chance(0.12)))
    if job.fresh_ends and not stop:
        below = ends.below(job, style.paragraph)
    else:
        count = 0 if stop else job.rng.choices((0, 1, 2), (14, 5, 1))[0]
        below = _notes(job, style, "after", count)
    return style.glue.join((*above, *weave(job, blocks, between), *below))


def interruption(job: Job, style: Style) -> str:
    """A box that points elsewhere and whose markup does not say so."""
    other, more = job.rest[1], job.rest[2]
    link = f'<a href="{job.url(other)}">{job.text(other.title)}</a>'
    promo = job.text(job.prose("promo")) if job.site.language == "en" else link
    forms = (
        style.paragraph.format(link, n=90),
        style.paragraph.format(f"<strong>{link}</strong>", n=90),
        style.paragraph.format(f"<em>{job.w('read_more')} {link}</em>", n=90),
        style.paragraph.format(f"<em>{promo}</em>", n=90),
        f"<div><h4>{job.text(more.title)}</h4><p>{job.text(more.first)}</p><span>02:14</span></div>",
        f'<div class="wrapper"><div>{link}</div><div>{job.text(other.first)}</div></div>',
        f'<div class="video-player"><p>{job.text(more.standfirst or more.title)}</p></div>',
    )
    return job.rng.choice(forms)


def _notes(job: Job, style: Style, key: str, count: int) -> list[str]:
    form = job.rng.choice(("{}", "<em>{}</em>", "<i>{}</i>", "{}"))
    return [style.paragraph.format(form.format(t), n=91) for t in job.notes(key, count)]


def weave(job: Job, blocks: list[tuple[str, bool]], inserts: list[str]) -> list[str]:
    """Puts `inserts` after blocks that may be followed by something, in order, never at the end."""
    places = [i for i, (_, may) in enumerate(blocks[:-1]) if may]
    chosen = sorted(job.rng.sample(places, min(len(inserts), len(places))))
    out: list[str] = []
    for i, (html, _) in enumerate(blocks):
        out.append(html)
        if i in chosen:
            out.append(inserts[chosen.index(i)])
    return out + inserts[len(chosen) :]


def inline(job: Job, text: str, share_marked: float) -> str:
    """Text with a link, emphasis, hard spaces and line breaks of the source here and there."""
    words = text.split(" ")
    opening, closing = _spans(job, words) if job.chance(share_marked) else ({}, {})
    out: list[str] = []
    for i, word in enumerate(words):
        before, core, after = _EDGES.match(word).groups()  # type: ignore[union-attr]
        piece = job.text(before) + opening.get(i, "") + job.text(core)
        piece += closing.get(i, "") + job.text(after)
        if i:
            hard = words[i - 1].isdigit() and job.chance(0.3)
            soft = "\n" if job.wrapped and i % 11 == 0 else " "
            out.append("&nbsp;" if hard else soft)
        out.append(piece)
    return "".join(out)


def _spans(job: Job, words: list[str]) -> tuple[dict[int, str], dict[int, str]]:
    """Opening and closing tags by the number of the word that they stand at."""
    names = [
        i
        for i in range(1, len(words) - 1)
        if words[i][:1].isupper() and words[i + 1][:1].isupper() and words[i].isalpha()
    ]
    start = job.rng.choice(names) if names else job.rng.randrange(len(words))
    end = start + 1 if names else start
    if job.chance(0.75):
        word = re.sub(r"\W+", "-", " ".join(words[start : end + 1]).lower()).strip("-")
        target = job.rng.choice(
            (f"/topic/{word}", f"{job.site.home}/topics/{word}/", job.url(job.rest[0]))
        )
        return {start: f'<a href="{target}">'}, {end: "</a>"}
    tag = job.rng.choice(("em", "strong", "i", "b", "span"))
    return {start: f"<{tag}>"}, {end: f"</{tag}>"}


def _grouped(job: Job, style: Style, parts: Sequence[Part]) -> list[tuple[str, bool]]:
    """The blocks as HTML, each with whether something may stand behind it."""
    out: list[tuple[str, bool]] = []
    items: list[str] = []
    for number, part in enumerate(parts):
        text = mark("body", inline(job, part.text, style.links))
        if number == 0 and style.drop and text[1].isalpha():
            text = text[0] + style.drop.format(text[1]) + text[2:]
        if part.kind == "list":
            items.append(style.item.format(text, n=number))
            if number + 1 == len(parts) or parts[number + 1].kind != "list":
                out.append((style.items.format("\n".join(items), n=number), True))
                items = []
            continue
        form = {"paragraph": style.paragraph, "subhead": style.subhead, "quote": style.quote}
        chosen = style.first if number == 0 and style.first else form[part.kind]
        leads_in = part.kind == "subhead" or part.text.endswith(":")
        out.append((chosen.format(text, n=number), not leads_in))
    return out


def _cut(text: str) -> str:
    """The first two thirds of a paragraph, as a paywall leaves it."""
    words = text.split()
    return " ".join(words[: max(8, len(words) * 2 // 3)]).rstrip(",.;:") + "…"
