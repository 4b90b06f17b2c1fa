"""What stands around a story on most pages: menus, paths, bars, boxes, lists, foot."""

from __future__ import annotations

import datetime as dt
import json

from layouts.job import Job, path_word
from layouts.marks import mark
from layouts.metadata import attribute
from layouts.stories import Story

CUTS = ("...", "…", " […]", "&hellip;")


def link(job: Job, story: Story, attributes: str = "") -> str:
    """A headline that leads to another story."""
    return f'<a{attributes} href="{job.url(story)}">{job.text(story.title)}</a>'


def teaser_text(job: Job, story: Story) -> str:
    """What a teaser says of another story: good prose, whole or cut off, or nothing."""
    if job.bare_teasers:
        return ""
    if story.standfirst and job.chance(0.5):
        return job.text(story.standfirst)
    if job.chance(0.25):
        return job.text(story.first)
    words, kept = story.first.split(), job.rng.randrange(14, 26)
    if len(words) <= kept:
        return job.text(story.first)
    return job.text(" ".join(words[:kept]).rstrip(",.;:")) + job.rng.choice(CUTS)


def teasers(job: Job, form: str, count: int) -> str:
    """Teasers in `form`, which may name {link}, {url}, {title}, {text}, {section} and {img}."""
    return "\n".join(
        form.format(
            link=link(job, story),
            url=job.url(story),
            title=job.text(story.title),
            text=teaser_text(job, story),
            section=job.text(story.section[-1]),
            img=image(job, 320, 180, alt=""),
        )
        for story in job.others(count)
    )


def sponsored(job: Job, form: str, count: int) -> str:
    """Advertisements that look like stories; {title} and {text}."""
    first = job.rng.randrange(5)
    items = [job.prose("sponsored", first + i) for i in range(count)]
    return "\n".join(form.format(title=i["title"], text=i["text"]) for i in items)


def image(job: Job, width: int = 1024, height: int = 576, alt: str | None = None) -> str:
    """A picture; its alternative text is that of the caption or empty."""
    said = job.story.captions[0] if alt is None else alt
    number = job.digits(7)
    extra = f' srcset="/img/{number}-480.jpg 480w, /img/{number}-960.jpg 960w" sizes="100vw"'
    return (
        f'<img src="/img/{number}.jpg"{extra if job.chance(0.4) else ""} width="{width}" '
        f'height="{height}" alt="{attribute(said)}" loading="lazy">'
    )


def figure(
    job: Job, number: int = 0, form: str = "<figure>{img}<figcaption>{cap}</figcaption></figure>"
) -> str:
    """A picture with its marked caption; the credit is no part of it."""
    credit = job.w("credit")
    behind = f' <span class="credit">{credit}</span>' if credit else ""
    return form.format(img=image(job), cap=job.w("caption") + job.caption(number) + behind)


def icon(name: str) -> str:
    """A small drawing, as pages put them into buttons."""
    return (
        f'<svg class="icon icon-{name}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
        f'<title>{name}</title><path d="M4 12h16M12 4v16"></path></svg>'
    )


def menu(job: Job, form: str = "<li>{}</li>", glue: str = "") -> str:
    """The names of the outlet's sections as links."""
    out = []
    for name in job.site.links:
        below = ""
        if job.many_links and "<li" in form:
            below = (
                '<ul class="sub-menu">' + _links(job, job.subsections(6), "<li>{}</li>") + "</ul>"
            )
        out.append(form.format(_links(job, [name], "{}") + below))
    return glue.join(out)


def _links(job: Job, names: list[str], form: str) -> str:
    return "".join(
        form.format(f'<a href="{job.site.home}/{path_word(name)}">{name}</a>') for name in names
    )


def crumbs(
    job: Job, form: str = '<a href="{url}">{name}</a>', glue: str = "", title: bool = False
) -> str:
    """The path to the page, marked; without white space between its steps where `glue` is ""."""
    job.told.section = job.story.section
    steps = [job.w("home"), *job.story.section]
    out = [
        form.format(url=f"{job.site.home}/{path_word(s)}", name=mark("section", job.text(s)))
        for s in steps
    ]
    if title:
        out.append(f'<span aria-current="page">{job.text(job.story.title)}</span>')
    return glue.join(out)


def byline(
    job: Job,
    form: str = "{by} {names}",
    each: str = '<a href="{url}" rel="author">{name}</a>',
    roles: bool = True,
) -> str:
    """The marked byline; stories without reporters are signed by the agency or the desk."""
    story = job.story
    if not story.authors:
        who = story.agency or f"{job.site.name} staff"
        job.told.agency = job.told.agency or bool(story.agency)
        return form.format(by=job.w("by"), names=mark("byline", job.text(who)))
    job.told.authors = True
    shown = []
    for author in story.authors:
        url = f"{job.site.home}/author/{path_word(author.name)}/"
        name = each.format(url=url, name=mark("byline", job.text(author.name)))
        if roles and author.role:
            name += f'<span class="role">, {mark("byline", job.text(author.role))}</span>'
        shown.append(name)
    names = f" {job.w('and')} ".join(shown)
    if story.agency and job.chance(0.6):
        job.told.agency = True
        names += f" | {mark('byline', story.agency)}"
    return form.format(by=job.w("by"), names=names)


def share_bar(job: Job, form: str, glue: str = "", count: int = 4) -> str:
    """The names of networks to share a story on; `form` has {name} and {key}."""
    names = job.words("networks")
    chosen = job.rng.sample(names, min(count, len(names)))
    return glue.join(form.format(name=name, key=path_word(name)) for name in chosen)


def tags(job: Job, form: str, glue: str = " ") -> str:
    """Key words of the story as links; `form` has {name} and {key}."""
    words = [w.strip("’'s,:;“”") for w in job.story.title.split() if w[:1].isupper() and len(w) > 3]
    names = [*dict.fromkeys(words), job.story.section[-1]][:5]
    return glue.join(form.format(name=job.text(name), key=path_word(name)) for name in names)


def ad(job: Job, attributes: str = 'class="ad-slot"') -> str:
    """A place for an advertisement, with its label and the script that fills it."""
    number = job.digits(5)
    return (
        f'<div {attributes} id="div-gpt-ad-{number}"><span>{job.w("ad")}</span>'
        f"<script>window.adq=window.adq||[];adq.push(['show','div-gpt-ad-{number}',"
        f"{{'size':[[300,250],[728,90]]}}]);</script></div>"
    )


def script(job: Job) -> str:
    """A script with words that are none of the page's text."""
    return job.rng.choice(
        (
            '<script>window.dataLayer=window.dataLayer||[];dataLayer.push({"pageType":"article",'
            f'"title":"{path_word(job.story.title)}","loggedIn":false}});</script>',
            "<script>(function(d,t){var s=d.createElement(t);s.async=1;s.src='/static/app.js';"
            "d.head.appendChild(s)})(document,'script');</script>",
            f'<script id="__STATE__" type="application/json">{{"id":"{job.digits()}","props":'
            '{"teaser":"Ten things you did not know about fog"}}</script>',
        )
    )


def strip(job: Job) -> str:
    """The day on which the page was fetched, at its top, on some pages."""
    at = job.story.published + dt.timedelta(days=job.rng.randrange(1, 40))
    form = job.rng.choice(("%A, %B %-d, %Y", "%-d %B %Y", "%a %-d %b %Y | %H:%M"))
    if not job.chance(0.15) or job.site.language != "en":
        return ""
    return f'<div class="top-strip"><span>{at.strftime(form)}</span> <span>12°</span></div>\n'


def events(job: Job) -> str:
    """What is on in the weeks to come, with dates, on some pages."""
    at = job.story.published + dt.timedelta(days=job.rng.randrange(-20, 40))
    if not job.chance(0.15) or job.site.language != "en":
        return ""
    return (
        '\n<div class="whats-on"><h3>What’s on</h3><ul><li>Book fair, town hall, '
        f"{at:%-d %B %Y}</li><li>Open day at the lifeboat station, {at:%-d %b}</li></ul></div>"
    )


def styles(job: Job) -> str:
    """Style rules, as many as pages carry in their head."""
    names = [job.hashed(f"c{n}") for n in range(job.rng.randrange(20, 200))]
    return "".join(f".{n}{{margin:0 0 {i % 24}px;color:#{i % 10}33}}" for i, n in enumerate(names))


def state(job: Job) -> str:
    """The state of an application in a script: long, and full of other stories' words."""
    if not job.chance(0.5):
        return ""
    items = [
        {"id": n, "headline": s.title, "summary": s.first, "date": s.published.isoformat()}
        for n, s in enumerate(job.rest[: job.rng.randrange(2, 12)])
    ]
    text = json.dumps({"props": {"stories": items}, "build": job.digits()}, ensure_ascii=False)
    return f"\n<script>window.__STATE__={text.replace('</', '<')};</script>"


def foot(job: Job, form: str = '<a href="{url}">{name}</a>', glue: str = " ") -> str:
    """Links of the foot of a page and who owns it."""
    names = job.words("footer")
    if job.many_links:
        names = [*job.subsections(24), *names]
    links = glue.join(form.format(url=f"/{path_word(name)}", name=name) for name in names)
    year = job.story.published.year
    return f"<div>{links}</div><p>{job.w('rights').format(year, job.site.name)}</p>"


def about_author(job: Job, form: str = "<p>{}</p>") -> str:
    """Who the reporter is; nothing where there is none."""
    return form.format(job.text(job.prose("about_author"))) if job.story.authors else ""


def minutes(job: Job) -> str:
    """How long it takes to read the story."""
    words = sum(len(part.text.split()) for part in job.story.parts)
    return job.w("minutes").format(max(1, round(words / 200)))


def comments(job: Job, form: str, count: int) -> str:
    """Readers' comments; `form` has {name}, {text} and {when}."""
    names = job.rng.sample(READERS, min(count, len(READERS)))
    first = job.rng.randrange(12)
    return "\n".join(
        form.format(
            name=names[i % len(names)],
            text=job.text(job.prose("comments", first + i)),
            when=f"{i + 1}h",
        )
        for i in range(count)
    )


READERS = [
    "northern_lass", "Old Salt", "J. Pemberton", "teatime77", "Rivka M", "just_saying", "Gus",
    "Dr_No_Doubt", "Marta", "the other dave", "lakeside_liz", "K. Osei",
]  # fmt: skip


def around_now(job: Job) -> str:
    """The day on which the page was fetched, as old pages print it in their head."""
    at = job.story.published + dt.timedelta(days=3)
    return at.strftime("%A, %B %-d, %Y")
