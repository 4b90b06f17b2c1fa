"""Pages on which the story is the smaller part: comments, consent, a second story below."""
# ruff: noqa: E501
# (Lines of HTML are kept whole.)

from __future__ import annotations

from layouts import furniture as f
from layouts.body import Style, body, inline
from layouts.dates import printed, time_tag
from layouts.document import document
from layouts.job import Job
from layouts.metadata import head_of
from layouts.stories import Story


def comments(job: Job) -> str:
    """A story with a long discussion under it."""
    head = head_of(job, {"full": 3, "meta": 2, "social": 1})
    also = f'<div class="related-inline"><a href="{job.url(job.rest[-1])}">{job.text(job.rest[-1].title)}</a></div>'
    text = body(
        job,
        Style(paragraph='<p class="body-text">{}</p>', links=0.4),
        [also if job.chance(0.5) else ""],
    )
    if job.chance(0.5):
        form = '<li class="comment depth-1"><article class="comment-body"><footer><b class="fn">{name}</b> says: <time>{when}</time></footer><div class="comment-content"><p>{text}</p></div><div class="reply"><a href="#">Reply</a></div></article></li>'
        thread = f'<section id="comments" class="comments-area"><h2>{job.digits(2)} {job.w("comments")}</h2><ol class="comment-list">{f.comments(job, form, 12)}</ol></section>'
    else:
        form = '<div class="viafoura-post"><span class="user">{name}</span><span>{when}</span><p>{text}</p><button>Like</button><button>Reply</button></div>'
        thread = f'<div data-module="conversation"><h3>{job.w("comments")}</h3><p>Conversations are opinions of our readers and are subject to the code of conduct.</p>{f.comments(job, form, 10)}</div>'
    upd = f" | {job.w('updated')}: {printed(job, 'uk clock', 'modified')}"
    changed = upd if job.story.modified else ""
    page = f"""<header class="masthead"><a href="{job.site.home}">{job.site.name}</a><nav><ul>{f.menu(job)}</ul></nav></header>
<main class="story"><div class="kicker-path">{f.crumbs(job, '<a href="{url}">{name}</a>', job.rng.choice(("", " / ")))}</div>
<article><h1>{job.title()}</h1>{job.standfirst('<p class="intro"><strong>{}</strong></p>')}
{f.byline(job, '<div class="byline">{by} {names}</div>')}<div class="timestamps">{job.w("published")}: {time_tag(job, "uk clock", "offset")}{changed}</div>
{f.figure(job)}
<div class="story-content">{text}</div></article>
<div class="actions">{f.share_bar(job, '<button data-net="{key}">{name}</button>')}<a href="#comments">{job.w("comments")}</a></div>
{thread}
<section class="related-stories"><h2>{job.w("related")}</h2>{f.teasers(job, "<div><h4>{link}</h4><p>{text}</p></div>", 3)}</section></main>
<footer>{f.foot(job)}</footer>"""
    return document(job, head, page)


def consent(job: Job) -> str:
    """A long text on consent, before the story in the source of the page or behind it."""
    head = head_of(job, {"full": 3, "graph": 2, "broken": 1})
    inserts = [
        f'<div class="subscribe-inline"><h4>{job.w("newsletter")}</h4><p>{job.prose("newsletter")}</p></div>'
        if job.chance(0.4)
        else ""
    ]
    text = body(job, Style(links=0.4), inserts)
    paragraphs = "".join(f"<p>{job.text(job.prose('consent_long', i))}</p>" for i in range(9))
    name = job.rng.choice(
        ("qc-cmp2-container", "modal-wall", "sp_message_container", job.hashed("wall"))
    )
    wall = f"""<div id="{name}" class="{name}"><div role="dialog" aria-label="We value your privacy"><h2>We value your privacy</h2>{paragraphs}
<ul><li>Store and/or access information on a device</li><li>Use limited data to select advertising</li><li>Create profiles for personalised advertising</li><li>Measure content performance</li></ul><button>MORE OPTIONS</button><button>AGREE</button></div></div>"""
    first = job.chance(0.6)
    page = f"""{wall if first else ""}<header class="site-header"><a href="{job.site.home}">{job.site.name}</a><p>{job.site.tagline}</p><nav><ul>{f.menu(job)}</ul></nav></header>
<main><div class="breadcrumbs">{f.crumbs(job, '<span><a href="{url}">{name}</a></span>', job.rng.choice(("", " › ")), title=job.chance(0.5))}</div>
<article class="article"><header><h1 class="article__title">{job.title()}</h1>{job.standfirst('<div class="article__header"><p>{}</p></div>')}
<div class="article__meta">{f.byline(job, '<span class="authors">{by} {names}</span>')} <span class="date">{time_tag(job, "us zone")}</span> <span>{f.minutes(job)}</span></div></header>
{f.figure(job)}
<div class="article__content">{text}</div></article>
<aside class="sidebar"><h3>{job.w("most_read")}</h3>{f.teasers(job, '<div class="card"><h4>{link}</h4><p>{text}</p></div>', 4)}</aside></main>
<footer>{f.foot(job)}</footer>{wall if not first else ""}"""
    return document(job, head, page)


def infinite(job: Job) -> str:
    """A second whole story stands beneath, as scrolling has loaded it."""
    head = head_of(job, {"full": 4, "poor": 2})
    c = job.hashed
    style = Style(
        paragraph='<p class="">{}</p>',
        subhead=f'<h2 class="{c("h2")}">{{}}</h2>',
        glue="",
        links=0.4,
    )
    text = body(job, style, [_recommended(job) if job.chance(0.6) else ""])
    when = time_tag(job, "us zone", "millis", attributes=f' class="{c("time")}"')
    byline = f.byline(
        job,
        f'<div class="{c("by")}">{{by}} {{names}}</div>',
        '<span class="byline-name"><a href="{url}">{name}</a></span>',
    )
    first = f"""<article class="article" data-url="{job.url()}"><header><span class="articleTitleSection"><a href="#">{job.story.section[-1]}</a></span><h1 class="article-hero-headline">{job.title()}</h1>{job.standfirst('<div class="styles_articleDek">{}</div>')}</header>
{f.figure(job)}<section class="article-share">{f.share_bar(job, '<a aria-label="Share on {name}" href="#">{icon}</a>'.replace("{icon}", f.icon("s")))}</section>
<section>{when}{byline}</section><div class="article-body__content">{text}</div>
{f.about_author(job, '<div class="article-body__last-section"><section class="expanded-byline"><p>{}</p></section></div>')}</article>"""
    second = job.rest[-3]
    page = f"""<header class="hub-header"><a href="{job.site.home}">{job.site.name}</a><nav>{f.menu(job, "{}")}</nav></header>
<div id="content">{first}
<div class="taboola"><h2>Recommended</h2>{f.sponsored(job, '<div class="tile"><h3>{title}</h3><p>{text}</p></div>', 2)}</div>
{_whole(job, second)}</div>
<footer>{f.foot(job)}</footer>"""
    return document(job, head, page)


def _recommended(job: Job) -> str:
    return (
        '<div class="recommended-intersection"><h2>Recommended</h2>'
        + f.teasers(
            job,
            '<div class="rec-item"><a href="{url}"><span class="unibrow">{section}</span><h3>{title}</h3></a></div>',
            2,
        )
        + "</div>"
    )


def _whole(job: Job, story: Story) -> str:
    """Another story in full, in the same form; none of it is marked."""
    blocks = []
    for part in story.parts:
        form = {"subhead": f'<h2 class="{job.hashed("h2")}">{{}}</h2>'}.get(
            part.kind, '<p class="">{}</p>'
        )
        blocks.append(form.format(inline(job, part.text, 0.3)))
    stand = (
        f'<div class="styles_articleDek">{job.text(story.standfirst)}</div>'
        if story.standfirst
        else ""
    )
    names = " and ".join(a.name for a in story.authors) or job.site.name
    return f"""<article class="article" data-url="{job.url(story)}"><header><span class="articleTitleSection"><a href="#">{story.section[-1]}</a></span><h1 class="article-hero-headline">{job.text(story.title)}</h1>{stand}</header>
<section><time datetime="{story.published.isoformat()}">{story.published:%B} {story.published.day}, {story.published.year}</time><div>By {names}</div></section><div class="article-body__content">{"".join(blocks)}</div></article>"""
