"""Pages that are no article, or hardly one: a live blog, a section's front, a gallery."""
# ruff: noqa: E501
# (Lines of HTML are kept whole.)

from __future__ import annotations

import datetime as dt
import json

from layouts import furniture as f
from layouts.body import Style, body
from layouts.dates import around, printed, time_tag
from layouts.document import document
from layouts.job import Job, path_word
from layouts.metadata import canonical, description, head_of, json_ld, page_title, social


def live(job: Job) -> str:
    """A live blog: posts with a time each, newest first. It is no article."""
    job.kind = "live"
    c = job.hashed
    node = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": job.story.title,
        "coverageStartTime": job.story.published.isoformat(),
        "publisher": {"@type": "Organization", "name": job.site.name},
    }
    head = "\n".join(
        (page_title(job, f"LIVE: {job.story.title}"), canonical(job), social(job), description(job))
    )
    if job.chance(0.6):
        head += "\n" + json_ld(node)
    at = job.moment() or job.story.published
    near = [s for s in job.rest if s.section[0] == job.story.section[0]] or job.rest
    posts: list[str] = []
    for number in range(job.rng.randrange(7, 12)):
        at -= dt.timedelta(minutes=job.rng.randrange(4, 40))
        own = number % 3 == 1
        source = job.story if own else near[number % len(near)]
        paragraphs = [p.text for p in source.parts if p.kind == "paragraph"]
        text = paragraphs[number % len(paragraphs)] if number % 4 else job.prose("live_posts")
        heading = (
            f'<h3 class="{c("ph")}"><span role="text">{job.text(source.title)}</span></h3>'
            if number % 2
            else ""
        )
        posts.append(
            f'<article class="{c("post")}" id="post:{job.digits()}"><header><span class="{c("t")}"><time datetime="{at.isoformat()}">{at:%H:%M}</time> {at:%Z} {at:%-d %B}</span>{heading}</header>'
            f'<div><p>{job.text(text)}</p></div><div class="share-tools"><button>{job.w("share")}</button></div></article>'
        )
    points = "".join(f"<li>{job.text(s.title)}</li>" for s in near[:3])
    page = f"""<header><a href="{job.site.home}">{job.site.name}</a><nav><ul>{f.menu(job)}</ul></nav></header>
<main><div class="{c("hero")}"><span class="{c("flag")}">{f.icon("live")}Live</span> <span>{job.digits(4)} viewing</span><h1 id="main-heading">{job.title()}</h1></div>
<div class="lx-tabs"><button>Live Reporting</button><button>Related Stories</button></div>
<section aria-label="Summary"><h2>Summary</h2><ul>{points}</ul></section>
<section class="{c("stream")}"><h2>Live Reporting</h2><p>Edited by {job.author}</p><ol>{"".join(f"<li>{post}</li>" for post in posts)}</ol><div class="pagination"><span>page 1 of 4</span><a href="?page=2">Next</a></div></section></main>
<footer>{f.foot(job)}</footer>"""
    return document(job, head, page)


def index(job: Job) -> str:
    """The front page of a section: teasers, no story."""
    job.kind = "index"
    section = job.story.section[0]
    job.told.section = (section,)
    node = {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": section,
        "url": job.url(),
    }
    head = (
        f"<title>{section} news, comment and analysis | {job.site.name}</title>\n{canonical(job)}"
    )
    if job.chance(0.5):
        head += "\n" + json_ld(node)
    if job.chance(0.5):
        head += f'\n<meta property="og:type" content="website">\n<meta property="og:title" content="{section}">'
    card = '<div class="fc-item"><div class="fc-item__container"><a href="{url}">{img}</a><h3 class="fc-item__title">{link}</h3><div class="fc-item__standfirst">{text}</div><time>{when}</time></div></div>'
    card = card.replace("{when}", around(job, "uk", 1))
    long = '<article class="lead-story"><h2>{link}</h2><p>{text}</p></article>'
    row = '<li class="river"><span class="kicker">{section}</span> <a href="{url}">{title}</a><p>{text}</p></li>'
    page = f"""<header><a class="logo" href="{job.site.home}">{job.site.name}</a><nav><ul>{f.menu(job)}</ul></nav></header>
<main id="{path_word(section)}"><h1>{section}</h1>{f'<p class="about">{job.filled("All that {site} reports from the world of {topic}.")}</p>' if job.chance(0.6) else ""}
<section class="fc-container"><h2>Headlines</h2>{f.teasers(job, long, 2)}{f.teasers(job, card, 8)}</section>
<section><h2>{job.w("latest")}</h2><ul>{f.teasers(job, row, 10)}</ul></section>
<aside><h2>{job.w("most_read")}</h2><ol>{f.teasers(job, "<li>{link}</li>", 5)}</ol></aside>
<nav class="pagination"><a href="?page=2">2</a> <a href="?page=3">3</a> <span>…</span> <a href="?page=4">Next</a></nav></main>
<footer><p>{job.prose("newsletter")}</p>{f.foot(job)}</footer>"""
    return document(job, head, page)


def gallery(job: Job) -> str:
    """A gallery: a short text and many pictures, each with its caption."""
    head = head_of(job, {"full": 2, "graph": 2, "meta": 1}, kind="NewsArticle")
    paragraphs = [i for i, part in enumerate(job.story.parts) if part.kind == "paragraph"]
    stop = paragraphs[min(3, len(paragraphs) - 1)] + 1
    text = body(job, Style(paragraph="<p>{}</p>"), stop=stop)
    slides: list[str] = []
    total = job.rng.randrange(5, 8)
    for number in range(total):
        own = number < len(job.story.captions)
        caption = job.caption(number) if own else job.text(job.rest[number].captions[0])
        slides.append(
            f'<li class="gallery-slide" data-index="{number}"><figure>{f.image(job, alt="")}<div class="gallery-count">{number + 1} / {total}</div>'
            f'<figcaption class="gallery-caption"><p>{caption}</p><span class="gallery-credit">Harbour Pictures</span></figcaption></figure></li>'
        )
    strip = json.dumps([{"id": n, "caption": "Loading"} for n in range(total)])
    page = f"""<header class="site-header"><a href="{job.site.home}">{job.site.name}</a><ul>{f.menu(job)}</ul></header>
<main><article class="gallery-article"><div class="kicker">In pictures</div><h1>{job.title()}</h1>{job.standfirst('<p class="dek">{}</p>')}
{f.byline(job, '<div class="byline">{by} {names}</div>')}<div class="date">{time_tag(job, "uk") if job.chance(0.7) else printed(job, "uk")}</div>
<div class="gallery-intro">{text}</div>
<div class="gallery" data-slides='{strip}'><button class="prev">Previous</button><button class="next">Next</button><ul class="gallery-slides">{"".join(slides)}</ul></div></article>
<section class="more-galleries"><h2>More galleries</h2>{f.teasers(job, '<div class="promo"><h3>{link}</h3><p>{text}</p></div>', 4)}</section></main>
<footer>{f.foot(job)}</footer>"""
    return document(job, head, page)
