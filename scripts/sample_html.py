"""The HTML pages of the sample: six layouts, each with the furniture that its kind carries.

A layout is a file in scripts/sample/layouts with `$names`; this module fills them in. What the
layouts tell in machine-readable form differs on purpose: some tell all, some little, one breaks
its JSON.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from string import Template

from sample_stories import HERE, Story


@dataclass(frozen=True)
class Layout:
    """How one kind of page writes its repeated parts.

    `item` and `crumb` are templates with $title, $url, $teaser, $date and $name, $url.
    `between` gives what stands after the paragraph of that number (from 0), or "".
    """

    paragraph: Callable[[str, int], str]
    between: Callable[[Story, list[Story], int], str]
    item: str
    crumb: str
    glue: str
    json_ld: Callable[[Story], str]


def utc(story: Story) -> str:
    """The moment in UTC with a Z."""
    return story.published.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def crumb_urls(story: Story) -> list[tuple[str, str]]:
    """(name, url) of each step of the section path."""
    out, path = [], story.site.home
    for part in story.section:
        path += "/" + part.lower().replace(" ", "-")
        out.append((part, path))
    return out


def ld_graph(story: Story) -> str:
    """A whole graph, as the common search plug-in of blogs writes it."""
    site, url = story.site, story.url
    steps = [("Home", site.home), *crumb_urls(story), (story.title, url)]
    graph = [
        {
            "@type": "Article",
            "@id": f"{url}#article",
            "headline": story.title,
            "datePublished": story.published.isoformat(),
            "dateModified": (story.published + dt.timedelta(minutes=47)).isoformat(),
            "author": {"@type": "Person", "name": story.author},
            "articleSection": [story.section[-1]],
            "wordCount": sum(len(p.split()) for p in story.paragraphs),
            "publisher": {"@id": f"{site.home}/#organization"},
            "mainEntityOfPage": {"@id": url},
        },
        {
            "@type": "BreadcrumbList",
            "@id": f"{url}#breadcrumb",
            "itemListElement": [
                {"@type": "ListItem", "position": n, "name": name, "item": link}
                for n, (name, link) in enumerate(steps, 1)
            ],
        },
        {"@type": "WebSite", "@id": f"{site.home}/#website", "name": site.name, "url": site.home},
        {"@type": "Organization", "@id": f"{site.home}/#organization", "name": site.name},
    ]
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)


def ld_news(story: Story) -> str:
    """One NewsArticle with the moment in UTC and no path."""
    return json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "url": story.url,
            "headline": story.title,
            "datePublished": utc(story),
            "author": [{"@type": "NewsMediaOrganization", "name": story.site.name}],
            "publisher": {"@type": "NewsMediaOrganization", "name": story.site.name},
        },
        ensure_ascii=False,
    )


def ld_body(story: Story) -> str:
    """A NewsArticle with the opening of its body, behind a list of one."""
    return json.dumps(
        [
            {
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "headline": story.title,
                "articleBody": story.teaser(200, "…"),
                "articleSection": story.section[-1],
                "datePublished": story.published.isoformat(),
                "author": {"@type": "Person", "name": story.author},
            }
        ],
        ensure_ascii=False,
        indent=1,
    )


def ld_broken(story: Story) -> str:
    """A trailing comma, as hand-made templates leave it: no JSON, but a person can read it."""
    return (
        '{ "@context": "https://schema.org", "@type": "NewsArticle",\n'
        f'  "headline": {json.dumps(story.title, ensure_ascii=False)},\n'
        f'  "datePublished": "{story.published.isoformat()}",\n'
        f'  "author": {{"@type": "Person", "name": "{story.author}"}},\n}}'
    )


def ld_none(story: Story) -> str:
    """This kind of page has none."""
    return ""


def nothing(story: Story, rest: list[Story], number: int) -> str:
    """Nothing stands between the paragraphs."""
    return ""


def link(story: Story) -> str:
    """A link to a story."""
    return f'<a href="{story.url}">{escape(story.title)}</a>'


def tabloid_boxes(story: Story, rest: list[Story], number: int) -> str:
    """Boxes in the text that call to other stories, and a place for a video."""
    if number == 1:
        return f'<div class="in-article-box"><strong>READ MORE:</strong> {link(rest[0])}</div>'
    if number == 2:
        return (
            '<div class="ad-slot" id="mpu-2"><span>Advertisement</span></div>'
            '<div class="puff"><h4>TRENDING</h4><ul>'
            f"<li>{link(rest[1])}</li><li>{link(rest[2])}</li></ul></div>"
        )
    if number == 3:
        return (
            f'<p class="readmore"><a href="{rest[3].url}">{escape(rest[3].title.upper())}</a></p>'
        )
    return ""


def regional_prompts(story: Story, rest: list[Story], number: int) -> str:
    """The prompt to join, in the middle of the story."""
    if number != 1:
        return ""
    return (
        '<aside class="membership-inline"><h4>Become a member</h4>'
        f"<p>Get the best offers and updates relating to {story.site.name}.</p>"
        '<a class="btn" href="/join">Join now</a> '
        '<p class="small">Already a member? <a href="/login">Sign in</a></p></aside>'
    )


def app_slots(story: Story, rest: list[Story], number: int) -> str:
    """An advertisement's place, and the box of the newsletter."""
    if number == 1:
        return '<div data-component="ad-slot" class="sc-1ad9"><span>Advertisement</span></div>'
    if number == 3:
        return (
            '<div data-component="newsletter" class="sc-77bc"><h2>The Slow Read</h2>'
            "<p>Our editors pick the week’s best stories. Every Saturday, free of charge.</p>"
            '<button type="button">Sign me up</button></div>'
        )
    return ""


def broadcast_photo(story: Story, rest: list[Story], number: int) -> str:
    """A picture with its caption."""
    if number != 0:
        return ""
    return (
        '<figure class="media"><div class="img-box"><img src="/img/placeholder-976.jpg" '
        f'alt="Archive picture" width="976" height="549"></div><figcaption>'
        f"<span class='hidden'>Image caption, </span>Archive picture: {escape(story.section[-1])}"
        "</figcaption></figure>"
    )


def wp_text(text: str) -> str:
    """Text as a blog engine writes it: typographic marks as numeric references."""
    return (
        escape(text, quote=False)
        .replace("’", "&#8217;")
        .replace("“", "&#8220;")
        .replace("”", "&#8221;")
    )


LAYOUTS = {
    "magazine": Layout(
        lambda text, n: f"<p>{wp_text(text)}</p>",
        nothing,
        '<article class="post-card"><h3 class="entry-title"><a href="$url">$title</a></h3>'
        '<div class="entry-meta"><span>$date</span></div>'
        '<div class="entry-excerpt"><p>$teaser</p></div></article>',
        '<a href="$url"><span>$name</span></a>',
        ' <span class="sep">&raquo;</span> ',
        ld_graph,
    ),
    "broadcaster": Layout(
        lambda text, n: (
            f'<div data-component="text-block"><p>'
            f"{'<b>' if n == 0 else ''}{escape(text, quote=False)}{'</b>' if n == 0 else ''}"
            "</p></div>"
        ),
        broadcast_photo,
        '<li><a href="$url"><span class="headline">$title</span></a><span>$date</span></li>',
        '<li><a href="$url">$name</a></li>',
        "",
        ld_news,
    ),
    "agency": Layout(
        lambda text, n: (
            f'<p data-testid="paragraph-{n}" class="text__text body__base">'
            f"{escape(text, quote=False)}</p>"
        ),
        nothing,
        '<li class="story-card"><a href="$url"><h4>$title</h4></a><time>$date</time></li>',
        '<a class="kicker" href="$url">$name</a>',
        ' <span class="sep">&gt;</span> ',
        ld_none,
    ),
    "tabloid": Layout(
        lambda text, n: f"<p>{escape(text, quote=False)}</p>",
        tabloid_boxes,
        '<div class="card"><a href="$url"><img src="/i/thumb.jpg" alt=""><h5>$title</h5></a>'
        "<p>$teaser</p></div>",
        '<li><a href="$url">$name</a></li>',
        "",
        ld_broken,
    ),
    "regional": Layout(
        lambda text, n: f"<p>{escape(text, quote=False)}</p>",
        regional_prompts,
        '<div class="teaser"><h3><a href="$url">$title</a></h3><p>$teaser</p></div>',
        '<a href="$url">$name</a>',
        " &rsaquo; ",
        ld_none,
    ),
    "app": Layout(
        lambda text, n: (
            f'<div class="sc-{(n * 37 + 161) % 4096:03x}f" data-block="text">'
            f'<p class="sc-0b1e">{escape(text, quote=False)}</p></div>'
        ),
        app_slots,
        '<a class="sc-44d0" href="$url"><h3>$title</h3><p>$teaser</p></a>',
        '<li class="sc-2e"><a href="$url">$name</a></li>',
        "",
        ld_body,
    ),
}


def items(layout: Layout, stories: list[Story]) -> str:
    """Links to other stories, as this layout writes them."""
    form = Template(layout.item)
    return "\n".join(
        form.substitute(
            url=s.url, title=escape(s.title), teaser=escape(s.teaser(130)), date=s.printed_date
        )
        for s in stories
    )


def body(layout: Layout, story: Story, rest: list[Story]) -> str:
    """The paragraphs, with what this kind of page puts between them."""
    parts = []
    for number, text in enumerate(story.paragraphs):
        parts += [layout.paragraph(text, number), layout.between(story, rest, number)]
    return "\n".join(part for part in parts if part)


def render_html(story: Story, rest: list[Story]) -> str:
    """The page of one story; `rest` are at least seven other stories."""
    layout, site = LAYOUTS[story.site.layout], story.site
    page = Template((HERE / "layouts" / f"{site.layout}.html").read_text(encoding="utf-8"))
    crumbs = [Template(layout.crumb).substitute(name=n, url=u) for n, u in crumb_urls(story)]
    return page.substitute(
        title=escape(story.title),
        site=escape(site.name),
        home=site.home,
        tagline=escape(site.tagline),
        handle=site.handle,
        url=story.url,
        section=escape(story.section[-1]),
        author=escape(story.author),
        description=escape(story.teaser(150)),
        published=story.published.isoformat(),
        published_utc=utc(story),
        date=story.printed_date,
        clock=story.published.strftime("%H:%M"),
        menu="\n".join(f'<li><a href="{site.home}/{n.lower()}">{n}</a></li>' for n in site.links),
        crumbs=layout.glue.join(crumbs),
        json_ld=layout.json_ld(story),
        body=body(layout, story, rest),
        related=items(layout, rest[:3]),
        more=items(layout, rest[3:7]),
    )
