"""Pages whose markup says nothing: an application's, and a newsletter's on the web."""
# ruff: noqa: E501
# (Lines of HTML are kept whole.)

from __future__ import annotations

import json

from layouts import furniture as f
from layouts.body import Style, body
from layouts.dates import printed, time_tag
from layouts.document import document
from layouts.job import Job
from layouts.metadata import head_of
from layouts.quality import pull_quote


def app(job: Job) -> str:
    """Elements without meaning, class names made by a build tool, state in a script."""
    c = job.hashed
    head = head_of(job, {"poor": 2, "social": 3, "broken": 1, "none": 1})
    style = Style(
        paragraph=f'<div class="{c("block")}"><div class="{c("rich")}">{{}}</div></div>',
        subhead=f'<div class="{c("block")}"><div class="{c("strong")}" role="heading" aria-level="2">{{}}</div></div>',
        quote=f'<div class="{c("block")}"><div class="{c("q")}">{{}}</div></div>',
        items=f'<div class="{c("block")}" role="list">{{}}</div>',
        item='<div role="listitem">{}</div>',
        glue="",
        links=0.4,
    )
    card = f'<div class="{c("card")}"><a href="{{url}}"><div class="{c("ct")}">{{title}}</div><div class="{c("cd")}">{{text}}</div></a></div>'
    sign_up = f'<div class="{c("nl")}"><div class="{c("nt")}">{job.w("newsletter")}</div><div class="{c("nd")}">{job.prose("newsletter")}</div><div role="button" tabindex="0">{job.w("subscribe")}</div></div>'
    picture = f'<div class="{c("img")}">{{img}}<div class="{c("cap")}">{{cap}}</div></div>'
    inserts = [
        f.teasers(job, card, 1) if job.chance(0.6) else "",
        sign_up if job.chance(0.6) else "",
        pull_quote(job, f'<div class="{c("pull")}">{{}}</div>') if job.chance(0.4) else "",
        f.figure(job, 1, picture) if len(job.story.captions) > 1 else "",
    ]
    text = body(job, style, inserts)
    state = json.dumps(
        {"props": {"pageProps": {"id": job.digits(), "related": [s.title for s in job.rest[:3]]}}},
        ensure_ascii=False,
    )
    page = f"""<div id="__app"><div class="{c("shell")}"><div class="{c("bar")}"><a href="{job.site.home}" aria-label="{job.site.name} home">{f.icon("logo")}</a><div class="{c("links")}">{f.menu(job, "{}")}</div><div role="button">{job.w("subscribe")}</div></div>
<div class="{c("col")}"><div class="{c("path")}">{f.crumbs(job, '<a href="{url}">{name}</a>', "")}</div><div class="{c("hd")}"><h1 class="{c("h1")}">{job.title()}</h1>{job.standfirst(f'<div class="{c("dek")}">{{}}</div>')}
<div class="{c("by")}">{f.byline(job, "<span>{names}</span>", '<a href="{url}">{name}</a>', roles=False)}<span>{time_tag(job, "us") if job.chance(0.6) else printed(job, "us short")}</span><span>{f.minutes(job)}</span></div><div class="{c("tools")}"><div role="button" aria-label="Share">{job.w("share")}</div><div role="button">Listen</div><div role="button">Gift</div></div></div>
{f.figure(job, 0, picture)}
<div class="{c("content")}">{text}</div>
<div class="{c("tags")}">{f.tags(job, '<a href="/t/{key}">{name}</a>', "")}</div>
<div class="{c("bio")}">{f.about_author(job, "<div>{}</div>")}</div>
<div class="{c("more")}"><div class="{c("mh")}">{job.w("related")}</div>{f.teasers(job, card, 4)}</div>
<div class="{c("ask")}"><div>{job.text(job.prose("member"))}</div></div></div>
<div class="{c("foot")}">{f.foot(job, '<a href="{url}">{name}</a>', "")}</div></div></div>
<script id="__NEXT__" type="application/json">{state.replace("</", "<")}</script>"""
    return document(job, head, page, styles=f".{c('rich')}{{font:1.1rem/1.6 serif}}")


def letter(job: Job) -> str:
    """A newsletter on the web: invitations to subscribe where a reader may stop."""
    head = head_of(job, {"poor": 3, "full": 2, "social": 1}, kind="NewsArticle")
    widget = f'<div class="subscription-widget-wrap"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">{job.filled("{site} is a publication that lives on its readers. To receive new posts and support the work, consider becoming a subscriber.")}</p></div><form class="subscription-widget-subscribe"><input type="email" placeholder="Type your email…"><input type="submit" value="Subscribe"></form></div></div>'
    button = f'<p class="button-wrapper"><a class="button primary" href="{job.url()}?action=share"><span>{job.w("share")}</span></a></p>'
    embed = '<div class="digest-post-embed"><h4>{title}</h4><div>{text}</div><a href="{url}">Read full story</a></div>'
    inserts = [
        widget if job.chance(0.7) else "",
        f.teasers(job, embed, 1) if job.chance(0.5) else "",
        button if job.chance(0.5) else "",
    ]
    text = body(
        job,
        Style(
            subhead='<h2 class="header-anchor-post">{}</h2>',
            quote="<blockquote><p><em>{}</em></p></blockquote>",
            links=0.5,
        ),
        inserts,
    )
    page = f"""<div id="entry"><div class="main-menu"><a href="{job.site.home}">{job.site.name}</a><div class="menu-tabs">{f.menu(job, "{}")}</div><button>{job.w("subscribe")}</button><button>Sign in</button></div>
<div class="single-post-container"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">{job.title()}</h1>{job.standfirst('<h3 class="subtitle">{}</h3>')}
<div class="byline-wrapper">{f.byline(job, '<div class="profile-hover">{names}</div>', '<a href="{url}">{name}</a>', roles=False)}<div class="pencraft">{time_tag(job, "us short") if job.chance(0.3) else printed(job, "us short")}</div></div><div class="post-ufi"><a class="like-button"><span>{job.digits(2)}</span></a><a><span>{job.digits(1)}</span></a><a>{job.w("share")}</a></div></div>
<div class="available-content"><div dir="auto" class="body markup">{f.figure(job, 0, '<div class="captioned-image-container"><figure>{img}<figcaption class="image-caption">{cap}</figcaption></figure></div>')}
{text}
{widget}</div></div></article>
<div class="comments-section"><h4>Discussion about this post</h4>{f.comments(job, '<div class="comment"><div class="comment-meta">{name} {when}</div><div class="comment-body"><p>{text}</p></div><button>Reply</button></div>', 3)}</div>
<div class="portable-archive"><div class="portable-archive-list">{f.teasers(job, '<div class="post-preview"><a href="{url}">{title}</a><div>{text}</div></div>', 3)}</div></div></div>
<div class="footer"><p>© {job.story.published.year} {job.site.name} · Privacy ∙ Terms ∙ Collection notice</p><p>{job.site.name} is on the web because you read it.</p></div></div>"""
    return document(job, head, page)
