"""A tabloid and a local paper of a large publisher: boxes everywhere, many pictures."""
# ruff: noqa: E501
# (Lines of HTML are kept whole.)

from __future__ import annotations

from layouts import furniture as f
from layouts.body import Style, body
from layouts.dates import declared, printed, time_tag
from layouts.document import document
from layouts.job import Job
from layouts.metadata import head_of


def _loud(job: Job) -> Style:
    return Style(
        paragraph='<p class="mol-para-with-font">{}</p>'
        if job.chance(0.5)
        else "<p><span>{}</span></p>",
        subhead=job.rng.choice(
            (
                '<p class="sub"><strong>{}</strong></p>',
                "<h3><b>{}</b></h3>",
                "<p><b><u>{}</u></b></p>",
            )
        ),
        quote='<div class="art-quote"><p>{}</p></div>',
        first="<p><strong>{}</strong></p>" if job.chance(0.6) else None,
        links=0.3,
    )


def tabloid(job: Job) -> str:
    """Boxes of other stories in the text, bold subheads, pictures, "READ MORE" in paragraphs."""
    head = head_of(job, {"broken": 3, "meta": 3, "poor": 3})
    style = _loud(job)
    other = job.others(2)
    upper = f'<p class="readmore"><a href="{job.url(other[0])}"><b>READ MORE: {job.text(other[0].title.upper())}</b></a></p>'
    box = (
        '<div class="art-ins mol-factbox news"><h3 class="mol-factbox-title">HOW IT BEGAN</h3><div class="ins cleared mol-factbox-body">'
        f"<p>{job.text(other[1].first)}</p><p>{job.text(other[1].parts[1].text)}</p></div></div>"
    )
    puff = (
        '<div class="related-carousel"><h4>TRENDING</h4><ul>'
        + f.teasers(
            job,
            '<li><a href="{url}">{img}<span class="pufftext"><strong>{title}</strong></span></a><span class="views">14.2k viewing now</span></li>',
            3,
        )
        + "</ul></div>"
    )
    poll = '<div class="poll"><h4>POLL</h4><p>Do you agree?</p><ul><li>Yes 61%</li><li>No 39%</li></ul><button>Vote now</button></div>'
    split = '<div class="splitLeft">{img}</div><div class="splitRight"></div><p class="imageCaption">{cap}</p>'
    inserts = [
        f.figure(
            job,
            0,
            '<div class="artSplitter mol-img-group"><div class="mol-img">{img}</div><p class="imageCaption">{cap}</p></div>',
        ),
        upper if job.chance(0.7) else "",
        box if job.chance(0.35) else "",
        puff if job.chance(0.6) else "",
        f.figure(job, 1, split) if len(job.story.captions) > 1 else "",
        poll if job.chance(0.2) else "",
        f.ad(job, 'class="adHolder mpu"'),
    ]
    text = body(job, style, inserts)
    changed = (
        f'<span class="article-timestamp article-timestamp-updated"><span class="label">UPDATED:</span> {printed(job, "uk shout", "modified")}</span>'
        if job.story.modified
        else ""
    )
    bullets = job.standfirst(
        '<ul class="mol-bullets-with-font"><li class="class"><strong>{}</strong></li></ul>'
    )
    page = f"""<div id="page-container"><div class="page-header bdrgr2"><a href="{job.site.home}">{job.site.name}</a><em>{job.site.tagline}</em><ul class="nav-primary cleared">{f.menu(job)}</ul><div class="hot">HOT TOPICS: <a href="/w">Weather</a> <a href="/l">Lottery</a></div></div>
<div id="content" class="cleared"><div class="alpha"><ul class="breadcrumb">{f.crumbs(job, '<li><a href="{url}">{name}</a></li>', "", title=True)}</ul>
<div itemprop="mainContentOfPage" id="js-article-text" class="article wide heading-tag-switch">
<h1>{job.title()}</h1>{bullets}
{f.byline(job, '<p class="author-section byline-plain">{by} {names}</p>', '<a href="{url}" class="author" rel="nofollow">{name}</a>')}
<p class="byline-section"><span class="article-timestamp article-timestamp-published"><span class="label">PUBLISHED:</span> {time_tag(job, "uk shout", "basic")}</span> {"| " + changed if changed else ""}</p>
<div class="share-buttons cleared">{f.share_bar(job, '<a class="{key}" href="#">{name}</a> ', "")}<p><span class="count-number">{job.digits(3)}</span> <span>shares</span></p><p id="js-comments"><span class="readerCommentsCount">{job.digits(2)}</span> View comments</p></div>
<div itemprop="articleBody">{text}</div>
{f'<p class="invite"><em>{job.prose("promo")}</em></p>' if job.chance(0.5) else ""}
<div class="tags">{f.tags(job, '<a href="/t/{key}">{name}</a>', "")}</div>
<h3 class="bordered">Share or comment on this article: {job.text(job.story.title)}</h3></div>
<div id="reader-comments"><h2>Comments <span>{job.digits(2)}</span></h2>{f.comments(job, '<div class="comment"><p class="user-info"><a href="#">{name}</a>, {when} ago</p><p class="comment-body">{text}</p></div>', 3)}<p>The views expressed in the contents above are those of our users and do not necessarily reflect the views of {job.site.name}.</p></div></div>
<div class="beta"><div class="femail item"><h2>TOP STORIES</h2>{f.teasers(job, '<div class="puff"><a href="{url}">{img}<span class="arrow-small-r">{title}</span></a><p>{text}</p></div>', 6)}</div><div class="sponsored">{f.sponsored(job, '<div class="native"><h5>{title}</h5><p>{text}</p></div>', 2)}</div><div class="horoscope"><h3>YOUR STARS</h3><p>{job.prose("horoscope")}</p></div></div></div>
<div class="page-footer">{f.foot(job)}</div></div>"""
    return document(job, head, page)


def local(job: Job) -> str:
    """A publisher's local title: promo paragraphs between paragraphs, all of them `<p>`."""
    head = head_of(job, {"full": 4, "poor": 2, "meta": 1})
    style = Style(paragraph="<p>{}</p>", subhead="<h3>{}</h3>", glue="", links=0.6)
    first, second, third = job.others(3)
    read = f'<p><a href="{job.url(first)}"><strong>{job.w("read_more")}</strong> <strong>{job.text(first.title)}</strong></a></p>'
    also = f'<p><em>{job.prose("promo")} <a href="/app">Find out more here</a>.</em></p>'
    article_list = (
        '<div class="read-more-links" data-embed-group="readmore"><div class="readmore-heading">'
        f'{job.w("related")}</div><ul><li><a href="{job.url(second)}"><span>{job.text(second.title)}</span></a></li>'
        f'<li><a href="{job.url(third)}"><span>{job.text(third.title)}</span></a></li></ul></div>'
    )
    sign_up = (
        f'<section class="newsletter-optin" data-mod="newsletterSignup"><h3>{job.w("newsletter")}</h3><label>{job.prose("newsletter")}</label>'
        f'<input type="email" placeholder="Enter email"><button>Sign Up</button><p class="gdpr">{job.prose("newsletter_small")}</p></section>'
    )
    photo = '<figure class="in-article-image"><div class="img-container">{img}</div><figcaption><span class="caption">{cap}</span></figcaption></figure>'
    inserts = [
        read,
        sign_up if job.chance(0.6) else "",
        also if job.chance(0.6) else "",
        article_list if job.chance(0.5) else "",
        f.figure(job, 1, photo) if len(job.story.captions) > 1 else "",
    ]
    text = body(job, style, inserts)
    tail = f"<p><b>{job.prose('promo', 1)}</b></p>" if job.chance(0.4) else ""
    page = f"""<header role="navigation"><a class="logo" href="{job.site.home}">{job.site.name}</a><nav class="primary"><ul>{f.menu(job)}</ul></nav><a href="/all-about">Sign in</a></header>
<main><nav class="breadcrumbs"><ol>{f.crumbs(job, '<li><a class="publication-theme" href="{url}">{name}</a></li>' if job.chance(0.5) else '<a href="{url}">{name}</a>')}</ol></nav>
<article class="article-main channel-news" itemscope itemtype="https://schema.org/NewsArticle"><div class="lead-content"><h1 class="section-theme-background-indicator">{job.title()}</h1>
{job.standfirst('<p class="sub-title">{}</p>')}
<ul class="sharebar">{f.share_bar(job, '<li><a class="icon {key}" href="#">{name}</a></li>')}<li><a href="#comments-section"><span class="comments-count">{job.digits(2)}</span>Comments</a></li></ul></div>
<div class="byline"><div class="author-information-container">{f.byline(job, '<div class="author">{names}</div>', '<a class="publication-theme author-label" href="{url}">{name}</a>')}</div><ul class="time-info"><li><time class="date-published" datetime="{declared(job, "offset")}">{printed(job, "uk shout")}</time></li>{f'<li><span class="time-label">{job.w("updated")}</span>{printed(job, "uk shout", "modified")}</li>' if job.story.modified else ""}</ul></div>
{f.figure(job, 0, photo)}
<div class="article-body" itemprop="articleBody">{text}{tail}</div>
<div class="end-of-article"><div class="embedded-tags"><ul>{f.tags(job, '<li><a href="/all-about/{key}">{name}</a></li>', "")}</ul></div></div></article>
<section id="comments-section"><h2>{job.w("comments")}</h2><button>Show more comments</button></section>
<aside class="related-column secondary"><div class="teasers"><h2>{job.w("most_read")}</h2>{f.teasers(job, '<div class="teaser"><a href="{url}"><strong>{section}</strong><h3>{title}</h3></a><div class="description">{text}</div></div>', 5)}</div></aside>
<div class="taboola-below"><h3>Sponsored stories from our partners</h3>{f.sponsored(job, '<div class="item"><span>{title}</span><p>{text}</p></div>', 3)}</div></main>
<footer><ul>{f.foot(job, '<li><a href="{url}">{name}</a></li>', "")}</ul></footer>"""
    return document(job, head, page)
