"""An agency's own pages, and a portal that carries other people's stories."""
# ruff: noqa: E501
# (Lines of HTML are kept whole.)

from __future__ import annotations

from layouts import furniture as f
from layouts.body import Style, body
from layouts.dates import declared, printed, time_tag
from layouts.document import document
from layouts.job import Job
from layouts.metadata import head_of


def agency(job: Job) -> str:
    """Dateline, byline block, numbered paragraphs, "Our Standards", credits, read next."""
    c = job.hashed
    head = head_of(job, {"full": 3, "poor": 2, "meta": 3})
    number = f'data-testid="paragraph-{{n}}" class="text__text__{c("t")} text__dark-grey body__base'
    style = Style(
        paragraph=f'<div {number} article-body__element">{{}}</div>'
        if job.chance(0.5)
        else f'<p {number}">{{}}</p>',
        subhead=f'<h2 {number} heading__subhead">{{}}</h2>',
        quote=f'<blockquote {number}">{{}}</blockquote>',
        dateline=job.rng.choice(("{}, - ", "{} (Corvid) - ", None)),
        glue="",
        links=0.4,
    )
    sign_up = f'<div class="summary__sign-up" data-testid="SignUpCta"><span>{job.prose("newsletter")}</span> <a href="/newsletters">Sign up here.</a></div>'
    slot = '<div class="ad-slot__container" data-testid="ResponsiveAdSlot"><div class="ad-slot__label">Advertisement · Scroll to continue</div></div>'
    inserts = [
        sign_up if job.chance(0.6) else "",
        slot if job.chance(0.6) else "",
        f.figure(job, 1) if len(job.story.captions) > 1 else "",
    ]
    byline = f.byline(
        job,
        '<div class="info-content__author-date"><div class="author-name__container" data-testid="AuthorName">{by} {names}</div></div>',
        '<a class="author-name__author" href="{url}" rel="author">{name}</a>',
        roles=False,
    )
    when = f'<time class="date-line" datetime="{declared(job, "offset")}"><span class="date-line__date">{printed(job, "utc")}</span><span class="date-line__date">{job.w("updated") + " 3 hours ago" if job.story.modified else ""}</span></time>'
    text = body(job, style, inserts)
    credit = job.text(job.prose("credit_line"))
    page = f"""<div id="wire-app"><header class="site-header"><div class="topbar"><a href="/account">My News</a> <a href="/signin">Sign In</a> <a href="/register">Register</a></div><nav aria-label="Main navigation"><ul>{f.menu(job, '<li class="nav-bar__item">{}</li>')}</ul></nav></header>
<ul class="market-ticker"><li>LEDGER 100 <span>+0.42%</span></li><li>CRUDE <span>-1.10%</span></li></ul>
<main id="main-content"><article class="article__container"><div class="article-header"><nav aria-label="Breadcrumb" class="article-header__tags">{f.crumbs(job, '<a class="tags__tag" href="{url}">{name}</a>')}</nav>
<h1 class="heading__base" data-testid="Heading">{job.title()}</h1>{byline}{when}
<div class="article-header__toolbar" role="toolbar"><button aria-label="Text size">{f.icon("aa")}</button><button type="button" id="share-btn">{job.w("share")}</button><button aria-label="Save">{f.icon("save")}</button></div></div>
<div class="article-body__wrapper"><figure class="primary-image" data-testid="primary-image">{f.image(job)}<figcaption><span>{job.caption()}</span> <a href="#">Purchase Licensing Rights, opens new tab</a></figcaption></figure>
{job.standfirst('<ul class="summary__list"><li data-testid="Body">{}</li></ul>') if job.chance(0.5) else ""}
<div class="article-body__content">{text}
{f'<p class="sign-off" data-testid="SignOff">{credit}</p>' if job.chance(0.7) else ""}
{f'<p class="trust-badge" data-testid="Body">Our Standards: <a href="/principles">The {job.site.name} Principles of Trust., opens new tab</a></p>' if job.chance(0.7) else ""}
<div class="tags-with-text"><ul aria-label="Tags"><li>Suggested Topics:</li>{f.tags(job, '<li><a href="/t/{key}">{name}</a></li>', "")}</ul></div>
<button class="licensing">Purchase Licensing Rights</button></div></div>
{f.about_author(job, '<div class="author-bio"><div class="author-bio__author-card"><h3>' + job.author + '</h3><p class="author-bio__text">{}</p></div></div>')}</article>
<section class="read-next"><h2>Read Next</h2><ul>{f.teasers(job, '<li class="story-card"><a href="{url}"><span>{section}</span><span>category</span><h3 data-testid="Heading">{title}</h3></a><p class="story-card__description">{text}</p><time>7:31 AM UTC</time></li>', 5)}</ul></section></main>
<footer class="site-footer"><p>{job.filled("{site} is the news division of an invented company and serves nobody in particular.")}</p>{f.foot(job)}<p>All quotes delayed a minimum of 15 minutes.</p></footer></div>"""
    return document(job, head, page)


def portal(job: Job) -> str:
    """A portal: the outlet's name above the story, its own recommendations all through it."""
    c = job.hashed
    head = head_of(job, {"full": 3, "broken": 1, "social": 2, "poor": 2})
    style = Style(paragraph=f'<p class="{c("p")}">{{}}</p>', glue="\n", links=0.3)
    card = '<div class="recommendation-contentItem" role="complementary"><div class="rec-label">{w}</div><a href="{url}">{img}<h3>{title}</h3></a><p class="rec-provider">Harbour Pictures News • 2h</p></div>'.replace(
        "{w}", job.w("related")
    )
    native = '<div class="stream-item native-ad"><h3>{title}</h3><p>{text}</p><span>Ad</span> <span>Example Partner</span></div>'
    more = f'<p class="{c("p")}"><a href="{job.url(job.rest[-2])}"><strong>{job.w("read_more")} {job.text(job.rest[-2].title)}</strong></a></p>'
    inserts = [
        f.teasers(job, card, 1),
        f.sponsored(job, native, 1) if job.chance(0.6) else "",
        more if job.chance(0.6) else "",
    ]
    text = body(job, style, inserts)
    job.told.agency = bool(job.story.agency)
    source = job.story.agency or "The Tidewater Post"
    page = f"""<div id="header"><div class="masthead"><a href="{job.site.home}">{job.site.name}</a><form><input placeholder="Search the web"></form><ul id="eyebrow">{f.menu(job)}</ul></div><div class="trending"><h4>Trending</h4>{f.teasers(job, "<a href='{url}'>{title}</a>", 3)}</div></div>
<div class="{c("grid")}"><main class="{c("main")}"><article data-id="{job.digits()}">
<div class="{c("prov")}"><a href="#"><img src="/p/logo.png" alt="">{source}</a></div>
<header class="{c("hd")}"><h1 class="{c("h")}">{job.title()}</h1>{job.standfirst('<h2 class="cover-sub">{}</h2>') if job.chance(0.3) else ""}</header>
<div class="{c("at")}"><div class="byline-attr-author">{f.byline(job, "{names}", "{name}", roles=False)}</div><div class="byline-attr-time-style">{time_tag(job, "us zone", "millis")} · {f.minutes(job)}</div></div>
<div class="{c("cm")}"><button title="Comments">{job.digits(3)}</button><button>{job.w("save")}</button></div>
<div class="body-wrap" data-article-body="true"><div class="body">{f.figure(job, 0, '<figure class="fig"><div>{img}</div><figcaption><div class="caption-collapse">{cap}</div></figcaption></figure>')}
{text}</div><div class="read-more-wrapper"><button class="link readmore">Story continues</button> <a class="link" href="#">View comments ({job.digits(3)})</a></div></div></article>
<section class="{c("rec")}"><h2>Recommended Stories</h2><ul>{f.teasers(job, "<li><div><h3>{link}</h3><p>{text}</p><span>1d ago</span></div></li>", 5)}</ul></section>
<section class="stream"><ul>{f.sponsored(job, "<li><h3>{title}</h3><p>{text}</p><span>Sponsored</span></li>", 3)}{f.teasers(job, '<li class="js-stream-content"><span>{section}</span><h3>{link}</h3><p>{text}</p></li>', 4)}</ul></section></main>
<aside class="{c("side")}"><h3>Latest Stories</h3>{f.teasers(job, "<p><a href='{url}'>{title}</a></p>", 5)}</aside></div>
<footer>{f.foot(job, '<li><a href="{url}">{name}</a></li>', "")}</footer>"""
    return document(job, head, page)
