"""Blog engines: a magazine theme of the classic editor, and a theme of the block editor."""
# ruff: noqa: E501
# (Lines of HTML are kept whole.)

from __future__ import annotations

from layouts import furniture as f
from layouts.body import Style, body
from layouts.dates import around, time_tag
from layouts.document import box, document
from layouts.job import Job
from layouts.metadata import head_of


def magazine(job: Job) -> str:
    """A magazine theme: everything in one column, related posts in the middle of the text."""
    form = job.rng.choice(("us", "uk", "us clock"))
    head = head_of(job, {"graph": 5, "meta": 2, "broken": 1, "social": 1})
    related = (
        '<div class="td-related-inline"><h4 class="block-title"><span>'
        f"{job.w('related')}</span></h4>"
        + f.teasers(
            job,
            '<div class="td-module"><h3 class="entry-title td-module-title">{link}</h3>'
            '<div class="td-excerpt">{text}</div></div>',
            job.rng.randrange(1, 3),
        )
        + "</div>"
    )
    more = f"<p><strong>{job.w('read_more')}</strong> {f.link(job, job.others(1)[0])}</p>"
    inserts = [
        related if job.chance(0.6) else "",
        more if job.chance(0.6) else "",
        f.ad(job, 'class="code-block code-block-1"') if job.chance(0.6) else "",
    ]
    text = body(job, Style(subhead='<h3 class="wp-heading">{}</h3>'), inserts)
    share = f.share_bar(
        job, '<a class="td-social-{key}" href="#"><i></i><span>{name}</span></a>', count=5
    )
    main = f"""
<div class="td-crumb-container"><div class="entry-crumbs">{f.crumbs(job, '<span><a class="entry-crumb" href="{url}">{name}</a></span>', "", title=job.chance(0.5))}</div></div>
<article id="post-{job.digits(5)}" class="post type-post status-publish format-standard hentry">
<header class="td-post-title"><ul class="td-category"><li class="entry-category"><a href="#">{job.story.section[-1]}</a></li></ul>
<h1 class="entry-title">{job.title()}</h1>
{job.standfirst('<p class="td-post-sub-title">{}</p>') if job.chance(0.6) else ""}
<div class="td-module-meta-info">{f.byline(job, '<div class="td-post-author-name">{by} {names}<div class="td-author-line"> - </div></div>')}
<span class="td-post-date">{time_tag(job, form, attributes=' class="entry-date updated td-module-date"')}</span>
<div class="td-post-views"><i class="td-icon-views"></i><span>{job.digits(4)}</span></div><div class="td-post-comments"><a href="#respond">0</a></div></div></header>
<div class="td-post-sharing-top">{share}</div>
<div class="td-post-content entry-content">
{f.figure(job, 0, '<div class="td-post-featured-image"><figure>{img}<figcaption class="wp-caption-text">{cap}</figcaption></figure></div>')}
{text}
{box("sharedaddy sd-sharing-enabled", '<h3 class="sd-title">' + job.w("share") + ":</h3><ul>" + f.share_bar(job, '<li class="share-{key}"><a href="#" rel="nofollow"><span>{name}</span></a></li>') + "</ul>") if job.chance(0.7) else ""}
{_loved(job) if job.chance(0.4) else ""}
</div>
<footer><div class="td-post-source-tags"><ul class="td-tags"><li><span>{job.w("tags")}</span></li>{f.tags(job, '<li><a href="/tag/{key}/">{name}</a></li>', "")}</ul></div>
<div class="td-post-next-prev"><div class="td-block-span6"><span>Previous article</span>{f.link(job, job.others(1)[0])}</div><div class="td-block-span6"><span>Next article</span>{f.link(job, job.others(1)[0])}</div></div>
{f.about_author(job, '<div class="author-box-wrap"><a href="#"><img class="avatar" src="/a.png" alt=""></a><div class="desc"><div class="td-author-name vcard author"><span class="fn">' + job.author + '</span></div><div class="td-author-description">{}</div></div></div>') if job.chance(0.8) else ""}</footer>
</article>
<div class="td_block_related_posts"><h4 class="td-related-title"><span>{job.w("related")}</span></h4>
{f.teasers(job, '<div class="td_module_related_posts"><a href="{url}">{img}</a><h3 class="entry-title">{link}</h3><div class="td-excerpt">{text}</div></div>', 3)}</div>
{_reply(job)}"""
    side = f"""<div class="td-ss-main-sidebar"><aside class="widget td_block_widget"><h4 class="block-title"><span>{job.w("latest")}</span></h4>
{f.teasers(job, '<div class="item-details"><h3 class="entry-title">{link}</h3><span>' + around(job, form, 2) + "</span></div>", 4)}</aside>
<aside class="widget widget_newsletter"><h4>{job.w("newsletter")}</h4><p>{job.prose("newsletter")}</p><input type="email"><button>{job.w("subscribe")}</button></aside></div>"""
    page = f"""<a class="skip-link screen-reader-text" href="#content">{job.w("skip")}</a>
<header class="td-header-wrap"><div class="td-header-top-menu"><span class="td_data_time">{around(job, "us weekday", 0)}</span><a href="/login">Sign in / Join</a></div>
<a class="td-main-logo" href="{job.site.home}">{job.site.name}</a><p class="site-description">{job.site.tagline}</p>
<nav class="td-header-menu"><ul class="sf-menu">{f.menu(job)}</ul></nav></header>
<div class="td-container"><div class="td-pb-row"><div class="td-pb-span8 td-main-content"><div id="content">{main}</div></div><div class="td-pb-span4">{side}</div></div></div>
<footer class="td-footer-wrapper"><h4>About us</h4><p>{job.filled("{site} brings you news from near and far.")}</p>{f.foot(job)}</footer>"""
    return document(job, head, page, body_class="post-template-default single single-post")


def _loved(job: Job) -> str:
    return (
        '<div class="post-support"><p><em>'
        + job.text(job.prose("member"))
        + '</em> <a href="/join">Become a member</a></p></div>'
    )


def _reply(job: Job) -> str:
    return (
        '<div class="comments" id="comments"><div id="respond" class="comment-respond"><h3>LEAVE A '
        'REPLY <small><a rel="nofollow" href="#">Cancel reply</a></small></h3><form><textarea '
        'placeholder="Comment:"></textarea><input placeholder="Name:*"><p class="comment-form-'
        'cookies-consent"><input type="checkbox"><label>Save my name, email, and website in this '
        "browser for the next time I comment.</label></p><input type=submit value='Post Comment'>"
        "</form></div></div>"
    )


def _blocks(job: Job) -> Style:
    return Style(
        paragraph="<p>{}</p>",
        subhead='<h2 class="wp-block-heading">{}</h2>',
        quote='<blockquote class="wp-block-quote is-layout-flow"><p>{}</p></blockquote>',
        items='<ul class="wp-block-list">{}</ul>',
        first='<p class="has-drop-cap">{}</p>' if job.chance(0.4) else None,
        glue="\n\n",
    )


def _sign_up(job: Job) -> str:
    return (
        '<div class="wp-block-group alignwide"><div class="wp-block-group__inner-container"><h2 '
        f'class="has-large-font-size">{job.w("newsletter")}</h2><p>{job.prose("newsletter")}</p>'
        f'<div class="wp-block-jetpack-subscriptions"><button>{job.w("subscribe")}</button></div>'
        f'<p class="has-small-font-size">{job.prose("newsletter_small")}</p></div></div>'
    )


def block(job: Job) -> str:
    """A theme of the block editor: groups in groups, query loops, a pull quote."""
    form = job.rng.choice(("us", "uk", "iso", "uk clock"))
    head = head_of(job, {"graph": 4, "meta": 2, "full": 2, "social": 1})
    style = _blocks(job)
    latest = (
        '<div class="wp-block-group has-background"><h3 class="wp-block-heading">'
        f'{job.w("related")}</h3><ul class="wp-block-latest-posts__list wp-block-latest-posts">'
        + f.teasers(
            job, '<li>{link}<div class="wp-block-latest-posts__post-excerpt">{text}</div></li>', 2
        )
        + "</ul></div>"
    )
    sign_up = _sign_up(job)
    embed = (
        '<figure class="wp-block-embed is-type-rich"><div class="wp-block-embed__wrapper">\n'
        f"{job.url(job.rest[0])}\n</div></figure>"
    )
    second = f.figure(
        job,
        1,
        '<figure class="wp-block-image size-large">{img}<figcaption class="wp-element-caption">{cap}</figcaption></figure>',
    )
    inserts = [
        latest if job.chance(0.55) else "",
        sign_up if job.chance(0.5) else "",
        second if len(job.story.captions) > 1 else "",
        embed if job.chance(0.2) else "",
        '<hr class="wp-block-separator">' if job.chance(0.3) else "",
    ]
    text = body(job, style, inserts)
    end = job.text(job.prose("correction")) if job.chance(0.3) else ""
    page = f"""<div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group is-content-justification-space-between"><p class="wp-block-site-title"><a href="{job.site.home}" rel="home">{job.site.name}</a></p>
<nav class="wp-block-navigation" aria-label="Header navigation"><ul class="wp-block-navigation__container">{f.menu(job, '<li class="wp-block-navigation-item">{}</li>')}</ul></nav></div></header>
<main class="wp-block-group is-layout-flow"><div class="wp-block-group has-global-padding is-layout-constrained">
<div class="taxonomy-category wp-block-post-terms">{f.crumbs(job, '<a href="{url}" rel="tag">{name}</a>', '<span class="wp-block-post-terms__separator">, </span>') if job.chance(0.4) else '<a href="#" rel="tag">' + job.story.section[-1] + "</a>"}</div>
<h1 class="wp-block-post-title has-x-large-font-size">{job.title()}</h1>
{job.standfirst('<p class="wp-block-post-excerpt__excerpt has-medium-font-size">{}</p>')}
<div class="wp-block-group is-nowrap"><div class="wp-block-post-date">{time_tag(job, form)}</div><p>—</p>{f.byline(job, '<p class="has-small-font-size">{by}</p><div class="wp-block-post-author-name">{names}</div>')}<p>{f.minutes(job)}</p></div>
{f.figure(job, 0, '<figure class="wp-block-post-featured-image alignwide">{img}<figcaption>{cap}</figcaption></figure>')}
<div class="entry-content wp-block-post-content has-global-padding is-layout-constrained">
{text}
{box("has-small-font-size", "<em>" + end + "</em>", "p") if end else ""}
</div>
{f.about_author(job, '<div class="wp-block-group author-card"><div class="wp-block-post-author-biography">{}</div></div>')}
<div class="wp-block-group"><div class="taxonomy-post_tag wp-block-post-terms">{f.tags(job, '<a href="/tag/{key}/" rel="tag">{name}</a>', '<span class="wp-block-post-terms__separator">  </span>')}</div></div>
<h2 class="wp-block-heading">{job.w("latest")}</h2><div class="wp-block-query"><ul class="wp-block-post-template is-layout-grid">
{f.teasers(job, '<li class="wp-block-post"><h3 class="wp-block-post-title">{link}</h3><div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">{text} </p></div></li>', 4)}</ul></div>
</div></main>
<footer class="wp-block-template-part"><p>{job.text(job.prose("member"))}</p>{f.foot(job)}</footer></div>"""
    return document(
        job,
        head,
        page,
        body_class="single wp-embed-responsive",
        styles=":root{--wp--preset--gap:2rem}",
    )
