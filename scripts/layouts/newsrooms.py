"""Layouts in which much stands below a story: a newsroom on gifts, a chain's paper, two plain ones.

They are made to learn how stories end, and stand in the part `train` alone.
"""
# ruff: noqa: E501
# (Lines of HTML are kept whole.)

from __future__ import annotations

from layouts import furniture as f
from layouts.body import Style, body
from layouts.dates import printed, time_tag
from layouts.document import document
from layouts.job import Job
from layouts.metadata import head_of


def newsroom(job: Job) -> str:
    """A newsroom without profit: asks, a box to republish, the reporter's card."""
    head = head_of(job, {"graph": 3, "full": 2, "social": 1})
    ask = f'<div class="inline-ask alignwide"><p>{job.text(job.prose("member"))}</p><a href="/give">Give today</a></div>'
    inserts = [
        ask if job.chance(0.5) else "",
        f.figure(job, 1) if len(job.story.captions) > 1 else "",
    ]
    text = body(job, Style(subhead="<h2>{}</h2>", links=0.6), inserts)
    card = f.about_author(
        job,
        f'<div class="person"><h3>{job.author}</h3><p>{{}}</p><a href="mailto:x@example.org">Email</a></div>',
    )
    again = '<div class="again"><h3>Republish this story</h3><p>You may print this story for nothing if you keep to our rules.</p></div>'
    page = f"""<div id="top"><a href="{job.site.home}">{job.site.name}</a><p>{job.site.tagline}</p><ul>{f.menu(job)}</ul></div>
<main><article><div class="hd"><a href="#">{job.story.section[-1]}</a><h1>{job.title()}</h1>{job.standfirst("<h2>{}</h2>")}
<p class="who">{f.byline(job, "{by} {names}")}</p><p>{time_tag(job, "us clock")}</p></div>
{f.figure(job)}
<div class="post-body">{text}
{again if job.chance(0.6) else ""}</div>
{card}</article>
<div class="next"><h2>{job.w("related")}</h2>{f.teasers(job, "<div><h3>{link}</h3><p>{text}</p></div>", 3)}</div></main>
<div id="bottom"><p>{job.text(job.prose("newsletter"))}</p>{f.foot(job)}</div>"""
    return document(job, head, page)


def regional(job: Job) -> str:
    """A chain's daily: every class made by a tool, asides as paragraphs of links."""
    c = job.hashed
    head = head_of(job, {"poor": 3, "meta": 2, "broken": 1})
    style = Style(
        paragraph=f'<p class="{c("para")}">{{}}</p>',
        subhead=f'<h2 class="{c("sub")}">{{}}</h2>',
        glue="",
        links=0.5,
    )
    more = f'<p class="{c("para")}"><strong>More:</strong> {f.link(job, job.others(1)[0])}</p>'
    inserts = [more if job.chance(0.6) else "", f.ad(job, f'class="{c("ad")}"')]
    text = body(job, style, inserts)
    page = f"""<div class="{c("nav")}"><a href="{job.site.home}">{job.site.name}</a>{f.menu(job, "{}")}</div>
<div class="{c("wrap")}"><div class="{c("story")}"><div class="{c("top")}">{f.crumbs(job, glue=" ")}</div><h1 class="{c("h")}">{job.title()}</h1>{job.standfirst(f'<div class="{c("sum")}">{{}}</div>') if job.chance(0.5) else ""}
<div class="{c("by")}">{f.byline(job, "{names}", '<a href="{url}">{name}</a>')}<div>{job.site.name}</div></div><div class="{c("when")}">{printed(job, "us clock")}</div>
<div class="{c("pic")}">{f.image(job)}<div class="{c("cap")}">{job.caption()} <span>{job.w("credit")}</span></div></div>
{text}
<div class="{c("fb")}"><a href="#">Share your feedback to help improve our site!</a></div></div>
<div class="{c("side")}"><div>{job.w("most_read")}</div>{f.teasers(job, f'<a class="{c("t")}" href="{{url}}"><div>{{title}}</div><div>{{text}}</div></a>', 4)}</div></div>
<div class="{c("foot")}">{f.foot(job)}</div>"""
    return document(job, head, page)


def bulletin(job: Job) -> str:
    """Bare elements without a class; everything stands in one column."""
    head = head_of(job, {"none": 2, "poor": 2, "social": 1})
    text = body(job, Style(subhead="<h3>{}</h3>", links=0.3))
    page = f"""<p><a href="{job.site.home}">{job.site.name}</a> {f.menu(job, "{}", " · ")}</p>
<h1>{job.title()}</h1>
{job.standfirst("<p><b>{}</b></p>")}
<p>{f.byline(job, "{by} {names}", "{name}")}, {time_tag(job, "uk") if job.chance(0.5) else printed(job, "uk")}</p>
{f.figure(job, 0, "<p>{img}</p><p><small>{cap}</small></p>")}
{text}
{f.about_author(job, "<p><i>{}</i></p>") if job.chance(0.5) else ""}
<p>{f.tags(job, '<a href="/t/{key}">{name}</a>', ", ")}</p>
<h3>{job.w("latest")}</h3>
{f.teasers(job, "<p>{link}<br>{text}</p>", 4)}
<p>{job.w("rights").format(job.story.published.year, job.site.name)}</p>"""
    return document(job, head, page)


def daily(job: Job) -> str:
    """A large daily: boxes between paragraphs, "also read" lines, apps and channels below."""
    head = head_of(job, {"full": 3, "graph": 1, "poor": 1})
    style = Style(paragraph="<p>{}</p>" if job.chance(0.6) else '<div class="para">{}</div>',
                  subhead="<p><strong>{}</strong></p>", links=0.4)  # fmt: skip
    also = f"<p><strong>Also read | {f.link(job, job.others(1)[0])}</strong></p>"
    inserts = [
        also if job.chance(0.7) else "",
        f.ad(job),
        f.figure(job, 1) if len(job.story.captions) > 1 else "",
    ]
    text = body(job, style, inserts)
    join = '<div class="channel"><span>Join our channel for news as it breaks</span> <a href="#">Join now</a></div>'
    page = f"""<div class="masthead"><a href="{job.site.home}">{job.site.name}</a><ul>{f.menu(job)}</ul></div>
<div class="main"><div class="path">{f.crumbs(job, glue=" / ")}</div><h1>{job.title()}</h1>{job.standfirst('<h2 class="synopsis">{}</h2>')}
<div class="info">{f.byline(job, "{by} {names}")} <span>{job.w("published")}: {printed(job, "us clock")}</span> <span>{f.minutes(job)}</span></div>
{f.figure(job)}
<div class="full-details"><div>{text}</div>
{join if job.chance(0.6) else ""}
<p>{job.text(job.prose("promo"))}</p></div>
<div class="keys"><b>{job.w("tags")}</b> {f.tags(job, '<a href="/t/{key}">{name}</a>', "")}</div>
<div class="also"><h2>{job.w("related")}</h2>{f.teasers(job, '<div><a href="{url}">{img}<h3>{title}</h3></a><p>{text}</p></div>', 6)}</div></div>
<div class="foot">{f.foot(job)}</div>"""
    return document(job, head, page)
