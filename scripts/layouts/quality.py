"""Papers that one pays for: a full page, and one that breaks off for those who do not."""
# ruff: noqa: E501
# (Lines of HTML are kept whole.)

from __future__ import annotations

from layouts import furniture as f
from layouts.body import Style, body
from layouts.dates import time_tag
from layouts.document import document
from layouts.job import Job
from layouts.marks import mark
from layouts.metadata import head_of


def pull_quote(job: Job, form: str) -> str:
    """A sentence of the story once more, in large letters; "" where none is short enough."""
    said = [s for part in job.story.parts for s in part.text.split(". ") if 40 < len(s) < 110]
    return form.format(mark("repeat", job.text(job.rng.choice(said)))) if said else ""


def quality(job: Job) -> str:
    """Standfirst, drop cap, pull quotes, an invitation to the newsletter in the middle."""
    c = job.hashed
    head = head_of(job, {"full": 5, "meta": 2, "social": 1})
    style = Style(
        paragraph=f'<p class="{c("p")}">{{}}</p>',
        drop=f'<span class="{c("drop")}">{{}}</span>' if job.chance(0.6) else None,
        subhead='<h2 id="sub-{n}">{}</h2>',
        glue="",
        links=0.6,
    )
    letter = (
        f'<figure data-spacefinder-role="inline" class="{c("fig")}"><gu-island name="EmailSignUp"><div class="{c("nl")}"><a href="#skip-link-{job.digits(2)}">skip past newsletter promotion</a>'
        f'<aside aria-label="newsletter promotion"><p class="{c("nlh")}">{job.w("newsletter")}</p><p class="{c("nlt")}">{job.prose("newsletter")}</p>'
        f'<button>{job.w("subscribe")}</button><p><strong>Privacy Notice: </strong>{job.prose("newsletter_small")}</p></aside><p id="skip-link-{job.digits(2)}">after newsletter promotion</p></div></gu-island></figure>'
    )
    rich = (
        '<aside class="rich-link" data-component="rich-link"><div class="rich-link__container"><a href="{url}"><div>{img}</div><h1 class="rich-link__title">{title}</h1></a>'
        '<div class="rich-link__read-more-text">Read more</div></div></aside>'
    )
    photo = f'<figure class="element element-image">{{img}}<figcaption class="{c("cap")}"><span class="{c("tri")}">{f.icon("triangle")}</span><span>{{cap}}</span></figcaption></figure>'
    inserts = [
        letter if job.chance(0.7) else "",
        pull_quote(
            job,
            f'<aside class="{c("pull")}"><svg viewBox="0 0 22 14"></svg><blockquote>{{}}</blockquote></aside>',
        )
        if job.chance(0.6)
        else "",
        f.teasers(job, rich, 1) if job.chance(0.6) else "",
        f.figure(job, 1, photo) if len(job.story.captions) > 1 else "",
        f.ad(job, f'class="{c("ad")}"'),
    ]
    text = body(job, style, inserts)
    support = f'<div class="contributions__epic"><h2>{job.filled("Why not support {site}?")}</h2><p>{job.text(job.prose("member"))}</p><p>Readers from 180 countries pay for our work. Some of them pay for somebody else too, and they never ask for whom.</p><a href="/support">Support us</a></div>'
    byline = f.byline(
        job,
        f'<address aria-label="Contributor info"><div class="{c("by")}">{{names}}</div></address>',
        '<a rel="author" href="{url}">{name}</a>',
        roles=job.chance(0.7),
    )
    changed = (
        f"<summary><span>Last modified on {time_tag(job, 'uk zone', which='modified')}</span></summary>"
        if job.story.modified and job.chance(0.7)
        else ""
    )
    page = f"""<div class="{c("skip")}"><a href="#maincontent">{job.w("skip")}</a></div><div id="bannerandheader"><header><a href="/support">Support us</a><a href="/print">Print subscriptions</a><a href="{job.site.home}">{job.site.name}</a><nav aria-label="Site"><ul>{f.menu(job)}</ul></nav></header></div>
<main id="maincontent"><article><div class="{c("series")}"><a href="#"><span>{job.story.section[-1]}</span></a></div>
<div class="{c("hl")}"><h1>{job.title()}</h1></div>
{job.standfirst(f'<div class="{c("stand")}"><p>{{}}</p></div>')}
{f.figure(job, 0, photo)}
<div class="{c("meta")}">{byline}<details class="{c("date")}">{changed}<span>{time_tag(job, "uk zone")}</span></details><div class="{c("share")}"><button>{f.icon("share")}{job.w("share")}</button></div></div>
<div id="maincontent-body" class="article-body-commercial-selector {c("body")}">{text}</div>
{support if job.chance(0.6) else ""}
<div class="{c("sub")}"><span>Explore more on these topics</span><ul>{f.tags(job, '<li><a href="/{key}">{name}</a></li>', "")}</ul><ul>{f.share_bar(job, '<li><a href="#">{name}</a></li>')}<li><a href="#">Reuse this content</a></li></ul></div></article>
<section id="more-on-this-story"><h2>{job.w("related")}</h2><ul>{f.teasers(job, '<li><a href="{url}" aria-label="{title}"></a><div><h3><span>{section} / </span>{title}</h3><p>{text}</p></div></li>', 4)}</ul></section>
<section aria-label="Most viewed"><h2>{job.w("most_read")}</h2><ol>{f.teasers(job, "<li><h4>{link}</h4></li>", 5)}</ol></section></main>
<footer>{f.foot(job, '<li><a href="{url}">{name}</a></li>', "")}</footer>"""
    return document(job, head, page)


def paywall(job: Job) -> str:
    """The opening of a story, broken off; offers stand where the rest would be."""
    job.told.paywalled = True
    head = head_of(job, {"full": 5, "poor": 2, "meta": 1})
    paragraphs = [i for i, part in enumerate(job.story.parts) if part.kind == "paragraph"]
    shown = job.rng.randrange(2, 4)
    stop = paragraphs[shown - 1] + 1
    style = Style(
        paragraph='<p class="n-content-p">{}</p>',
        subhead='<h2 class="n-content-heading-3">{}</h2>',
        glue="\n",
        links=0.5,
    )
    text = body(job, style, stop=stop, cut=job.chance(0.5))
    offer = job.prose("paywall")
    page = f"""<div class="o-header"><a href="{job.site.home}">{job.site.name}</a><nav id="site-navigation"><ul>{f.menu(job, '<li class="o-header__nav-item">{}</li>')}</ul></nav><a href="/products">Subscribe</a> <a href="/login">Sign In</a></div>
<nav aria-label="Breadcrumb"><ol class="o-breadcrumb">{f.crumbs(job, '<li><a href="{url}">{name}</a></li>') if job.chance(0.5) else ""}</ol></nav>
<main id="site-content"><article class="article" data-content-access="subscriber"><div class="o-topper"><a class="o-topper__topic" href="#">{job.story.section[-1]}</a><h1 class="o-topper__headline">{job.title()}</h1>{job.standfirst('<div class="o-topper__standfirst">{}</div>')}</div>
<figure class="n-content-image">{f.image(job)}<figcaption class="n-content-image__caption">{job.caption()} © Harbour Pictures</figcaption></figure>
{f.byline(job, '<div class="article-info__byline">{names}</div>', '<a class="o-typography-author" href="{url}">{name}</a>')}
<div class="article-info__timestamp">{job.w("published")} {time_tag(job, "us", "millis", attributes=' class="o-date"')}</div>
<div class="article__share"><ul>{f.share_bar(job, '<li><a href="#">{name} <span class="o-normalise-visually-hidden">(opens in a new window)</span></a></li>')}</ul></div>
<div class="article__content-body n-content-body" data-trackable="article-body">{text}<div class="fade-out" aria-hidden="true"></div></div></article>
<section class="barrier" id="barrier-page"><h2 class="barrier__heading">{offer}</h2><div class="subscribe-cards"><div class="card"><h3>Standard Digital</h3><p>Essential digital access to the journalism of {job.site.name}. Pay a year upfront and save 20%.</p><a href="/buy">Select</a></div><div class="card"><h3>Premium</h3><p>Complete digital access with expert analysis from industry leaders, on every device that you own.</p><a href="/buy">Select</a></div></div><h3>Explore our full range of subscriptions.</h3><p>Check whether you already have access via your university or organisation. <a href="/terms">Terms &amp; Conditions apply</a></p><p>Already a subscriber? <a href="/login">Sign in</a></p></section></main>
<aside><h2>{job.w("most_read")}</h2>{f.teasers(job, '<div class="o-teaser"><div class="o-teaser__heading">{link}</div><p class="o-teaser__standfirst">{text}</p></div>', 3) if job.chance(0.6) else ""}</aside>
<footer>{f.foot(job)}<p>Markets data delayed by at least 15 minutes. © {job.site.name.upper()}.</p></footer>"""
    return document(job, head, page)
