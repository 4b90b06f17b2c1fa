"""Lean pages: an AMP page, and the view that a page offers for printing."""
# ruff: noqa: E501
# (Lines of HTML are kept whole.)

from __future__ import annotations

from layouts import furniture as f
from layouts.body import Style, body
from layouts.dates import printed, time_tag
from layouts.job import Job
from layouts.metadata import canonical, head_of, page_title


def amp(job: Job) -> str:
    """An AMP page with its own elements, a menu at the side and a carousel at the end."""
    head = head_of(job, {"full": 4, "poor": 3, "broken": 1})
    style = Style(subhead='<h2 class="amp-sub">{}</h2>', links=0.4)
    picture = '<figure><amp-img src="/i.jpg" width="1200" height="675" layout="responsive" alt=""><noscript><img src="/i.jpg"></noscript></amp-img><figcaption class="cap">{cap}</figcaption></figure>'
    slot = '<div class="ad"><span>Advertisement</span><amp-ad width="300" height="250" type="doubleclick" data-slot="/1/x"><div placeholder></div></amp-ad></div>'
    read = '<div class="read-also"><p class="lbl">{w}</p><p>{link}</p></div>'.replace(
        "{w}", job.w("read_more")
    )
    inserts = [
        slot,
        f.teasers(job, read, 1) if job.chance(0.7) else "",
        f.figure(job, 1, picture) if len(job.story.captions) > 1 else "",
    ]
    text = body(job, style, inserts)
    return f"""<!doctype html>
<html amp lang="en">
<head>
<meta charset="utf-8">
<script async src="https://cdn.example.net/v0.js"></script>
{head}
<meta name="viewport" content="width=device-width,minimum-scale=1">
<style amp-boilerplate>body{{animation:-amp-start 8s steps(1,end) 0s 1 normal both}}</style><noscript><style amp-boilerplate>body{{animation:none}}</style></noscript>
<style amp-custom>.cap{{color:#666}}.ad span{{font-size:10px}}</style>
</head>
<body>
<amp-sidebar id="sidebar" layout="nodisplay" side="left"><ul>{f.menu(job)}</ul></amp-sidebar>
<header class="ampstart-headerbar"><div role="button" on="tap:sidebar.toggle" tabindex="0">☰</div><a href="{job.site.home}">{job.site.name}</a></header>
<amp-consent id="consent" layout="nodisplay"><div id="consent-ui"><p>{job.prose("cookie_short")}</p><button on="tap:consent.accept">Accept</button></div></amp-consent>
<main><article><div class="crumbs">{f.crumbs(job, '<a href="{url}">{name}</a>', "")}</div>
<h1>{job.title()}</h1>
{job.standfirst('<p class="summary">{}</p>')}
<div class="meta">{f.byline(job, '<span class="author">{by} {names}</span>', "<span>{name}</span>")} <span class="dt">{job.w("published")} {time_tag(job, "us zone", "basic")}</span></div>
<amp-social-share type="email"></amp-social-share><amp-social-share type="x"></amp-social-share>
{f.figure(job, 0, picture)}
<div class="article-text">{text}</div>
{f'<p class="follow">{job.prose("promo")}</p>' if job.chance(0.5) else ""}
<div class="topics">{f.tags(job, '<a href="/topic/{key}">{name}</a>', "")}</div></article>
<section class="related"><h3>{job.w("related")}</h3><amp-carousel height="240" layout="fixed-height" type="carousel">{f.teasers(job, '<a href="{url}"><amp-img src="/t.jpg" width="240" height="135"></amp-img><h4>{title}</h4><p>{text}</p></a>', 4)}</amp-carousel></section></main>
<footer>{f.foot(job)}</footer>
<amp-analytics type="x"><script type="application/json">{{"vars":{{"account":"UA-{job.digits()}"}}}}</script></amp-analytics>
</body>
</html>
"""


def printing(job: Job) -> str:
    """The view for printing: almost only the story, the address below it, few metadata."""
    head = (
        page_title(job)
        + "\n"
        + (canonical(job) if job.chance(0.7) else "")
        + '\n<meta name="robots" content="noindex">'
    )
    style = Style(subhead="<h4>{}</h4>", links=0.0)
    text = body(job, style)
    when = printed(job, job.rng.choice(("us", "us weekday", "us clock")))
    links = (
        f'<div class="footnotes"><p>Links in this article:</p><ol><li>{job.url(job.rest[0])}</li><li>{job.site.home}/topics</li></ol></div>'
        if job.chance(0.4)
        else ""
    )
    address = job.url()
    return f"""<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
{head}
<style type="text/css" media="all">body{{font-family:Georgia,serif;max-width:40em}}.no-print{{float:right}}</style>
</head>
<body onload="window.print()">
<div class="no-print"><a href="javascript:window.print()">Print this page</a> | <a href="javascript:history.back()">Back to the article</a></div>
<div class="logo"><img src="/logo-print.gif" alt="{job.site.name}"></div>
{'<p class="source">This copy is for your personal, non-commercial use only.</p>' if job.chance(0.4) else ""}
{job.rng.choice(('<h2 class="print-title">{}</h2>', "<h1>{}</h1>", '<div class="print-title">{}</div>')).format(job.title())}
{job.standfirst("<h3>{}</h3>") if job.chance(0.7) else ""}
<p class="print-meta">{f.byline(job, "{by} {names}", "{name}")}<br>{when}</p>
<div class="print-content">
{text}
</div>
{links}
<hr>
{f'<p class="print-url">Source URL: {address}</p>' if job.chance(0.6) else ""}
<p>{job.w("rights").format(job.story.published.year, job.site.name)}</p>
</body>
</html>
"""
