"""Broadcasters: a large one with blocks for everything, and a public radio station."""
# ruff: noqa: E501
# (Lines of HTML are kept whole.)

from __future__ import annotations

from layouts import furniture as f
from layouts.body import Style, body
from layouts.dates import time_tag
from layouts.document import document
from layouts.job import Job
from layouts.metadata import head_of


def _text_blocks(job: Job) -> Style:
    c = job.hashed
    return Style(
        paragraph=f'<div data-component="text-block" class="{c("text")}"><p class="{c("para")}">{{}}</p></div>',
        first=f'<div data-component="text-block" class="{c("text")}"><p class="{c("para")}"><b class="{c("bold")}">{{}}</b></p></div>',
        subhead=f'<div data-component="subheadline-block"><h2 tabindex="-1" class="{c("sub")}">{{}}</h2></div>',
        quote=f'<div data-component="text-block"><blockquote class="{c("quote")}"><p>{{}}</p></blockquote></div>',
        items=f'<div data-component="unordered-list-block"><ul class="{c("list")}">{{}}</ul></div>',
        glue="",
        links=0.35,
    )


def broadcaster(job: Job) -> str:
    """Section bar, blocks with made-up class names, promo boxes in the text, "Most read"."""
    c = job.hashed
    head = head_of(job, {"full": 4, "poor": 4, "meta": 1}, kind="NewsArticle")
    style = _text_blocks(job)
    picture = f'<div data-component="image-block"><figure>{{img}}<figcaption class="{c("cap")}">{{cap}}</figcaption></figure></div>'
    promo = (
        f'<div data-component="promo-block" class="{c("promo")}"><a href="{job.url(job.rest[-1])}" class="{c("card")}">'
        f'<div><p class="{c("head")}">{job.text(job.rest[-1].title)}</p><p class="{c("para")}">'
        f"{f.teaser_text(job, job.rest[-1])}</p></div></a></div>"
    )
    links = (
        '<div data-component="links-block"><ul role="list">'
        + f.teasers(
            job, f'<li><a href="{{url}}" class="{c("link")}"><span>{{title}}</span></a></li>', 3
        )
        + "</ul></div>"
    )
    inserts = [
        f.figure(job, 1, picture) if len(job.story.captions) > 1 else "",
        promo if job.chance(0.5) else "",
        links if job.chance(0.6) else "",
        f'<div data-component="include-block"><p class="{c("para")}"><i>{job.prose("promo")}</i></p></div>'
        if job.chance(0.3)
        else "",
    ]
    text = body(job, style, inserts)
    when = time_tag(
        job, job.rng.choice(("uk", "uk clock")), "millis", attributes=' data-testid="timestamp"'
    )
    changed = time_tag(job, "uk", "millis", "modified") if job.chance(0.6) else ""
    byline = (
        f.byline(
            job,
            f'<div data-component="byline-block"><div class="{c("by")}">{{names}}</div></div>',
            f'<span class="{c("name")}">{{name}}</span>',
        )
        if job.chance(0.75)
        else ""
    )
    page = f"""<div id="root"><div><a href="#main-heading" class="{c("skip")}">{job.w("skip")}</a></div>
<header role="banner"><nav aria-label="{job.site.name}"><a href="{job.site.home}"><span>{f.icon("logo")}{job.site.name} Homepage</span></a><ul>{f.menu(job)}<li><button aria-expanded="false" type="button"><span>More menu</span>{f.icon("more")}</button></li></ul></nav></header>
<div class="{c("ribbon")}"><a href="/live"><span>LIVE</span><span>{job.prose("ticker")}</span></a></div>
<nav aria-label="Secondary" class="{c("crumbs")}"><ul>{f.crumbs(job, '<li><a href="{url}"><span>{name}</span></a></li>' if job.chance(0.5) else '<a href="{url}"><span>{name}</span></a>')}</ul></nav>
<main id="main-content" data-testid="main-content"><article class="{c("wrap")}">
<header data-component="headline-block"><h1 id="main-heading" tabindex="-1" class="{c("title")}">{job.title()}</h1></header>
<div data-component="metadata-block" class="{c("meta")}"><div><span>{when}</span>{f'<span class="{c("upd")}">{job.w("updated")} {changed}</span>' if changed else ""}</div><button aria-haspopup="true">{f.icon("share")}<span>{job.w("share")}</span></button><button><span>{job.w("save")}</span></button></div>
{f.figure(job, 0, picture)}
{byline}
{job.standfirst('<div data-component="standfirst-block"><p>{}</p></div>') if job.chance(0.3) else ""}
{text}
<section data-component="tag-list"><h2>{job.w("tags")}</h2><ul role="list">{f.tags(job, '<li><a href="/topics/{key}">{name}</a></li>', "")}</ul></section>
</article>
<section data-component="related-internal-stories"><h2>{job.w("related")}</h2><ul>{f.teasers(job, '<li><div><a href="{url}"><p>{title}</p></a><p>{text}</p><ul><li><span>3 days ago</span></li><li>{section}</li></ul></div></li>', 3)}</ul></section></main>
<aside aria-label="{job.w("most_read")}"><h2>{job.w("most_read")}</h2><ol>{f.teasers(job, '<li><span>1</span><a href="{url}">{title}</a></li>', 5)}</ol></aside>
<section class="{c("nl")}"><h2>{job.w("newsletter")}</h2><p>{job.prose("newsletter")}</p><a href="/newsletters">{job.w("subscribe")}</a></section>
<footer role="contentinfo">{f.foot(job, '<li><a href="{url}">{name}</a></li>', "")}<p>{job.filled("{site} is not responsible for the content of external sites.")}</p></footer></div>
<div id="consent-prompt" role="dialog"><h2>Let us know you agree to cookies</h2><p>{job.prose("cookie_short")}</p><button>Yes, I agree</button></div>"""
    return document(job, head, page)


def radio(job: Job) -> str:
    """A public radio station: a player, a rush transcript, a call for donations."""
    head = head_of(job, {"full": 3, "meta": 2, "social": 1})
    style = Style(
        subhead='<h3 class="edTag">{}</h3>',
        quote='<aside class="blockquote"><div class="quote">{}</div></aside>',
        glue="\n",
    )
    internal = (
        '<div id="res{n}" class="bucketwrap internallink insettwocolumn inset2col" aria-label="Related story">'
        '<div class="bucket img"><a class="imagewrap" href="{url}">{img}</a><div class="bucketblock">'
        '<h3 class="slug"><a href="#">{section}</a></h3><h3>{link}</h3><p>{text}</p></div></div></div>'
    ).replace("{n}", job.digits(9))
    inserts = [
        f.teasers(job, internal, 1),
        f.figure(
            job,
            1,
            '<div class="bucketwrap image large"><div class="imagewrap">{img}</div><div class="credit-caption"><div class="caption-wrap"><div class="caption"><p>{cap}</p></div></div><button class="hide-caption"><b>hide caption</b></button><button><b>toggle caption</b></button></div></div>',
        ),
        f'<aside class="recommended-newsletter-callout-wrapper"><h3>{job.w("newsletter")}</h3><p>{job.prose("newsletter")}</p></aside>'
        if job.chance(0.5)
        else "",
    ]
    text = body(job, style, inserts)
    page = f"""<nav class="skip-links"><a href="#mainContent">Skip to main content</a><a href="#playerComponent">Keyboard shortcuts for audio player</a></nav>
<header class="npo-header"><ul class="menu__list">{f.menu(job, '<li class="menu__item">{}</li>')}</ul><a class="menu__item--donate" href="/donate">Donate</a></header>
<main><section id="main-section"><article class="story">
<div class="story-sponsor"><div class="speakable-sponsor"><b class="sponsor-label">Sponsor message</b></div></div>
<div class="slug-wrap"><h3 class="slug"><a href="#">{job.story.section[-1]}</a></h3></div>
<div class="storytitle"><h1>{job.title()}</h1></div>
<div id="story-meta" class="story-meta has-byline"><div class="story-meta__one"><div class="dateblock">{time_tag(job, "us zone")}</div><p class="show-title">Heard on <a href="#">Morning Tide</a></p></div>
<div class="bylines" role="contentinfo" aria-label="Byline">{f.byline(job, "{names}", '<div class="byline byline--block"><p class="byline__name"><a href="{url}" rel="author">{name}</a></p></div>')}</div></div>
<div id="primaryaudio" class="bucketwrap resaudio primaryaudio"><div class="audio-module" data-audio='{{"title":"x","duration":{job.digits(3)}}}'><div class="audio-module-listen-inner"><b class="audio-module-listen-text"><b class="audio-module-cta">Listen</b><b class="audio-module-listen-duration"><span>· </span>3:51</b></b></div><div class="audio-module-more-tools"><b class="audio-module-tools-toggle">Toggle more options</b><ul><li class="audio-tool-download"><a href="#">Download</a></li><li>Embed<div class="audio-embed-overlay"><code>&lt;iframe src="https://player.example.org/{job.digits()}" width="100%"&gt;</code></div></li><li><a href="#transcript">Transcript</a></li></ul></div></div></div>
<div id="storytext" class="storytext storylocation linkLocation">
{f.figure(job, 0, '<div class="bucketwrap image large"><div class="imagewrap">{img}</div><div class="credit-caption"><div class="caption-wrap"><div class="caption" aria-label="Image caption"><p>{cap}</p></div></div></div></div>')}
{job.standfirst('<p class="lede"><i>{}</i></p>') if job.chance(0.5) else ""}
{text}
{f'<p class="disclaimer">{job.prose("transcript_note")}</p>' if job.chance(0.4) else ""}
</div><div class="tags"><ul>{f.tags(job, '<li><a href="/tags/{key}">{name}</a></li>', "")}</ul></div>
<div class="share-tools share-tools--secondary" aria-label="Share tools"><ul>{f.share_bar(job, '<li class="share-tools__service--{key}"><button><b class="share-tools__service-name">{name}</b></button></li>')}</ul></div></article></section>
<aside id="end-of-story-recommendations-mount"><h2>More Stories From {job.site.name}</h2>{f.teasers(job, '<article class="recommended-story"><h3 class="slug">{section}</h3><h2 class="title">{link}</h2><p class="teaser">{text}</p></article>', 4)}</aside></main>
<footer id="end-of-page-wrap"><p>{job.text(job.prose("member"))}</p>{f.foot(job, '<li><a href="{url}">{name}</a></li>', "")}</footer>"""
    return document(job, head, page, body_class="news tmplNewsStory")
