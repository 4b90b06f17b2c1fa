"""The head of a page: meta elements and JSON-LD, whole, poor, broken or absent."""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

from layouts.dates import declared
from layouts.job import Job, path_word

BREAKS = ("comma", "newline", "quote", "entities", "two", "cut", "comment")


def attribute(text: str) -> str:
    """Text as it stands in an attribute."""
    return escape(text, quote=True)


def head_of(job: Job, modes: dict[str, float], *, kind: str = "NewsArticle") -> str:
    """Title, meta elements and JSON-LD in one of `modes`, drawn by their weights.

    "full" declares all in JSON-LD and meta, "graph" as a blog engine's plug-in writes it, "poor"
    in JSON-LD without a path, "broken" in JSON-LD that is none, "meta" in meta elements alone,
    "dc" in those of libraries, "social" only what a social network asks for, "none" a bare title.
    """
    mode = job.rng.choices(list(modes), list(modes.values()))[0]
    out = [page_title(job)]
    if mode in ("full", "graph", "meta"):
        out += [description(job), canonical(job), social(job), *meta_dates(job), *meta_author(job)]
    elif mode in ("poor", "broken", "social"):
        out += [canonical(job), social(job)]
    elif mode == "dc":
        out += dublin_core(job)
    if mode in ("full", "poor"):
        out.append(json_ld(story_node(job, kind, rich=mode == "full")))
        if mode == "full" and job.chance(0.7):
            out.append(json_ld(breadcrumb_node(job)))
        if job.chance(0.3):
            out.append(json_ld(other_nodes(job)))
    elif mode == "graph":
        out.append(json_ld(graph(job), ' class="schema-graph"'))
    elif mode == "broken":
        out.append(broken(job, story_node(job, kind, rich=True)))
    return "\n".join(line for line in out if line)


def page_title(job: Job, title: str | None = None) -> str:
    """The `<title>`, with the outlet's name behind or before it."""
    form = job.rng.choice(
        ("{t} | {s}", "{t} - {s}", "{t} – {s}", "{t} | {c} | {s}", "{t}", "{s}: {t}", "{t} » {s}")
    )
    text = form.format(t=title or job.story.title, s=job.site.name, c=job.story.section[0])
    return f"<title>{escape(text, quote=False)}</title>"


def description(job: Job) -> str:
    """What search engines show of a page."""
    text = job.story.standfirst or job.story.first[:150].rsplit(" ", 1)[0] + "…"
    return f'<meta name="description" content="{attribute(text)}">'


def canonical(job: Job) -> str:
    """The address of the page."""
    job.told.url = True
    return f'<link rel="canonical" href="{job.url()}">'


def social(job: Job) -> str:
    """What social networks ask for."""
    job.told.site = job.told.url = True
    title = job.story.title + (f" | {job.site.name}" if job.chance(0.15) else "")
    return "\n".join(
        f'<meta property="{name}" content="{attribute(value)}">'
        for name, value in (
            ("og:type", "article"),
            ("og:title", title),
            ("og:url", job.url()),
            ("og:site_name", job.site.name),
            ("og:image", f"{job.site.home}/img/{job.digits()}.jpg"),
        )
    )


def meta_dates(job: Job) -> list[str]:
    """Dates and section in meta elements."""
    name, form = job.rng.choice(
        (
            ('property="article:published_time"', "offset"),
            ('property="article:published_time"', "utc"),
            ('name="date"', "offset"),
            ('name="parsely-pub-date"', "utc"),
            ('property="article:published_time"', "basic"),
        )
    )
    job.told.section = job.told.section or job.story.section[-1:]
    stamp = declared(job, form)
    out = [
        f'<meta {name} content="{stamp}">' if stamp else "",
        f'<meta property="article:section" content="{attribute(job.told.section[0])}">',
    ]
    if changed := declared(job, form, "modified"):
        out.append(f'<meta property="article:modified_time" content="{changed}">')
    return out


def meta_author(job: Job) -> list[str]:
    """The reporters in meta elements; sometimes an address instead, which is no name."""
    if not job.story.authors:
        return [f'<meta name="author" content="{attribute(job.site.name)}">']
    job.told.authors = True
    names = ", ".join(author.name for author in job.story.authors)
    out = [f'<meta name="author" content="{attribute(names)}">']
    if job.chance(0.4):
        out.append('<meta property="article:author" content="https://social.example.com/newsdesk">')
    return out


def dublin_core(job: Job) -> list[str]:
    """The elements that libraries use."""
    job.told.authors = bool(job.story.authors)
    out = [
        f'<meta name="DC.title" content="{attribute(job.story.title)}">',
        f'<meta name="DC.publisher" content="{attribute(job.site.name)}">',
    ]
    out += [f'<meta name="DC.creator" content="{attribute(a.name)}">' for a in job.story.authors]
    if stamp := declared(job, "day"):
        out.append(f'<meta name="DC.date.issued" content="{stamp}">')
    job.told.site = True
    return out


def story_node(job: Job, kind: str, *, rich: bool) -> dict[str, Any]:
    """The story as a JSON-LD object."""
    job.told.site = True
    form = job.rng.choice(("offset", "utc", "millis", "basic", "offset", "naive"))
    node: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": job.rng.choice((kind, kind, "Article", [kind], "ReportageNewsArticle")),
        "headline": job.story.title,
        "publisher": {"@type": "NewsMediaOrganization", "name": job.site.name},
    }
    for key, which in (("datePublished", "published"), ("dateModified", "modified")):
        if stamp := declared(job, form, which):
            node[key] = stamp
    node["author"] = authors_value(job)
    if rich:
        job.told.url = True
        job.told.section = job.told.section or job.story.section[-1:]
        node["mainEntityOfPage"] = {"@type": "WebPage", "@id": job.url()}
        node["articleSection"] = job.rng.choice((job.told.section[0], [job.told.section[0]]))
        node["description"] = job.story.standfirst or job.story.first[:120]
        node["image"] = [f"{job.site.home}/img/{job.digits()}.jpg"]
        node["isAccessibleForFree"] = not job.told.paywalled
        if job.chance(0.3) and not job.told.paywalled:
            node["articleBody"] = job.story.first[:200] + "..."
    return node


def authors_value(job: Job) -> Any:
    """Authors in one of the forms that pages give them."""
    if not job.story.authors:
        job.told.agency = bool(job.story.agency)
        return {"@type": "Organization", "name": job.story.agency or job.site.name}
    job.told.authors = True
    names = [author.name for author in job.story.authors]
    form = job.rng.choice(("people", "people", "strings", "linked"))
    if form == "strings":
        return names if len(names) > 1 else names[0]
    people = [{"@type": "Person", "name": name} for name in names]
    if form == "linked":
        for person in people:
            person["url"] = f"{job.site.home}/by/{path_word(person['name'])}"
    return people if len(people) > 1 or job.chance(0.5) else people[0]


def breadcrumb_node(job: Job) -> dict[str, Any]:
    """The path to the page as a JSON-LD object."""
    job.told.section = job.story.section
    steps = ["Home", *job.story.section]
    if job.chance(0.5):
        steps.append(job.story.title)
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": n,
                "name": name,
                "item": {"@id": f"{job.site.home}/{path_word(name)}", "name": name},
            }
            for n, name in enumerate(steps, 1)
        ],
    }


def other_nodes(job: Job) -> list[dict[str, Any]]:
    """Objects that are not the story: a film of another day, a list of other stories."""
    other, more = job.rest[:2]
    return [
        {
            "@context": "https://schema.org",
            "@type": "VideoObject",
            "name": other.title,
            "uploadDate": other.published.isoformat(),
        },
        {
            "@context": "https://schema.org",
            "@type": "ItemList",
            "itemListElement": [
                {"@type": "ListItem", "position": n, "url": job.url(s), "name": s.title}
                for n, s in enumerate((other, more), 1)
            ],
        },
    ]


def graph(job: Job) -> dict[str, Any]:
    """A whole graph, as plug-ins of blog engines write it."""
    node = story_node(job, "Article", rich=True)
    del node["@context"]
    names = [author.name for author in job.story.authors] or [job.site.name]
    node["author"] = [{"@id": f"#/schema/person/{n}", "name": name} for n, name in enumerate(names)]
    nodes: list[dict[str, Any]] = [
        node,
        {"@type": "WebPage", "@id": job.url(), "name": f"{job.story.title} - {job.site.name}"},
        breadcrumb_node(job),
        {"@type": "WebSite", "@id": f"{job.site.home}/#website", "name": job.site.name},
    ]
    nodes += [{"@type": "Person", **author, "image": "/avatar.png"} for author in node["author"]]
    return {"@context": "https://schema.org", "@graph": nodes}


def json_ld(value: Any, attributes: str = "") -> str:
    """JSON-LD as a script element."""
    text = json.dumps(value, ensure_ascii=False).replace("</", "<\\/")
    return f'<script type="application/ld+json"{attributes}>{text}</script>'


def broken(job: Job, node: dict[str, Any]) -> str:
    """JSON-LD as careless templates leave it: a person can read it, a strict parser cannot."""
    text = json.dumps(node, ensure_ascii=False, indent=1)
    way = job.rng.choice(BREAKS)
    if way == "comma":
        text = text[:-2] + ",\n}"
    elif way == "newline":
        text = text.replace('"description": "', '"description": "\n\t')
    elif way == "quote":
        text = text.replace('"description": "', '"description": "An "exclusive" report. ')
    elif way == "entities":
        text = re.sub(r'"(\w+)":', r"&quot;\1&quot;:", text)
    elif way == "two":
        text = f"{text}\n{json.dumps({'@type': 'Organization', 'name': job.site.name})}"
    elif way == "cut":
        text = text[:-2].rstrip()
    else:
        text = f"<!-- // structured data\n{text}\n// -->"
    return f'<script type="application/ld+json">\n{text}\n</script>'
