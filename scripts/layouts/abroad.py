"""Outlets from Germany, France and Spain, with pages in their own language or in English."""
# ruff: noqa: E501
# (Lines of HTML are kept whole.)

from __future__ import annotations

from layouts import furniture as f
from layouts.body import Style, body
from layouts.dates import time_tag
from layouts.document import document
from layouts.job import Job
from layouts.metadata import head_of


def german(job: Job) -> str:
    """A German outlet: topic before the headline, in-text boxes, offers to subscribe."""
    head = head_of(job, {"full": 4, "meta": 2, "poor": 1})
    box = (
        '<div class="ref-teaser" data-area="text-reference"><span>'
        + job.w("read_more")
        + '</span><a href="{url}"><span>{section}:</span> <span>{title}</span></a><p>{text}</p></div>'
    )
    offer = f'<div class="newsletter-box"><h3>{job.w("newsletter")}</h3><p>Das Wichtigste des Tages, jeden Morgen um sechs in Ihrem Postfach. Kostenlos.</p><button>{job.w("subscribe")}</button></div>'
    inserts = [
        f.teasers(job, box, 1),
        offer if job.chance(0.5) else "",
        f.ad(job, 'class="iqadtile" data-label="Anzeige"'),
    ]
    text = body(
        job,
        Style(
            paragraph='<p class="paragraph article__item">{}</p>',
            subhead='<h2 class="article__subheading article__item">{}</h2>',
            links=0.4,
        ),
        inserts,
    )
    form = job.rng.choice(("de clock", "de words"))
    changed = (
        f"<span>{job.w('updated')} {time_tag(job, form, which='modified')}</span>"
        if job.story.modified
        else ""
    )
    page = f"""<header class="header"><a href="{job.site.home}">{job.site.name}</a><nav aria-label="Hauptnavigation"><ul>{f.menu(job)}</ul></nav><a href="/abo">Abo testen</a><a href="/anmelden">Anmelden</a></header>
<nav class="breadcrumbs" aria-label="Sie befinden sich hier"><ol>{f.crumbs(job, '<li><a href="{url}">{name}</a></li>' if job.chance(0.5) else '<a href="{url}">{name}</a>')}</ol></nav>
<main id="main" class="main"><article class="article article--padded"><header class="article-header"><h1 class="article-heading"><span class="article-heading__kicker">{job.story.section[-1]}</span><span class="visually-hidden">: </span><span class="article-heading__title">{job.title()}</span></h1>{job.standfirst('<div class="summary">{}</div>')}
<div class="metadata">{f.byline(job, '<div class="byline">{by} {names}</div>', '<a href="{url}" rel="author"><span>{name}</span></a>')}{time_tag(job, form, attributes=' class="metadata__date"')} {changed}<span class="metadata__source">{f.minutes(job)}</span></div></header>
<div class="sharing-menu"><button>{job.w("share")}</button><button>{job.w("save")}</button><button>Vorlesen</button></div>
{f.figure(job, 0, '<figure class="article__media-item">{img}<figcaption class="figure__caption"><span class="figure__text">{cap}</span></figcaption></figure>')}
<div class="article-body article-page">{text}</div>
<nav class="article-tags"><h2>{job.w("tags")}</h2><ul>{f.tags(job, '<li><a href="/thema/{key}">{name}</a></li>', "")}</ul></nav></article>
<section class="comment-section"><h2>{job.w("comments")}</h2><p>Bitte melden Sie sich an, um zu kommentieren. Beachten Sie unsere Netiquette.</p></section>
<aside><h2>{job.w("related")}</h2>{f.teasers(job, '<article class="teaser"><h3><span>{section}</span> {link}</h3><p>{text}</p></article>', 4)}</aside></main>
<footer>{f.foot(job, '<li><a href="{url}">{name}</a></li>', "")}</footer>
<div class="cmp"><p>Wir und unsere Partner verwenden Cookies, um Ihnen Inhalte und Werbung zu zeigen. Sie können jederzeit widersprechen.</p><button>Zustimmen</button></div>"""
    return document(job, head, page)


def french(job: Job) -> str:
    """A French daily: "Lire aussi" in the text, the reserved part announced, times with "h"."""
    head = head_of(job, {"full": 4, "poor": 2, "broken": 1})
    also = (
        '<section class="catcher catcher--inlined"><span class="catcher__desc"><span class="catcher__label">'
        + job.w("read_more")
        + '</span> <a class="js-article-read-also" href="{url}">{title}</a></span></section>'
    )
    letter = f'<section class="newsletter-inread"><h4>{job.w("newsletter")}</h4><p>Chaque matin, l’essentiel de l’actualité choisi par la rédaction, directement dans votre boîte aux lettres.</p><a href="/nl">{job.w("subscribe")}</a></section>'
    inserts = [
        f.teasers(job, also, 1),
        letter if job.chance(0.5) else "",
        f.ad(job, 'class="dfp-slot dfp__slot" data-format="inread"'),
    ]
    text = body(
        job,
        Style(
            paragraph='<p class="article__paragraph">{}</p>',
            subhead='<h2 class="article__sub-title">{}</h2>',
            links=0.4,
        ),
        inserts,
    )
    reactions = f'<section class="article__reactions"><a href="#">{job.w("comments")}</a><p>L’espace des contributions est réservé aux abonnés. Abonnez-vous pour accéder à cet espace d’échange et contribuer à la discussion.</p></section>'
    changed = (
        f", {job.w('updated').lower()} {time_tag(job, 'fr clock', 'basic', 'modified')}"
        if job.story.modified
        else ""
    )
    page = f"""<header id="Header"><a href="{job.site.home}">{job.site.name}</a><ul class="Nav__list">{f.menu(job)}</ul><a href="/abo">{job.w("subscribe")}</a></header>
<main><section class="zone zone--article"><header class="article__header"><ul class="breadcrumb">{f.crumbs(job, '<li class="breadcrumb__parent"><a href="{url}">{name}</a></li>')}</ul>
<h1 class="article__title">{job.title()}</h1>{job.standfirst('<p class="article__desc">{}</p>')}
<section class="meta__authors">{f.byline(job, "<p>{by} {names}</p>", '<a class="article__author-link" href="{url}">{name}</a>')}</section><p class="meta__publisher"><span class="meta__date">{job.w("published")} {time_tag(job, "fr clock", "basic")}{changed}</span></p><span class="meta__reading-time">{f.minutes(job)}</span></header>
<ul class="meta__social">{f.share_bar(job, '<li><a href="#">{name}</a></li>')}<li>{job.w("save")}</li></ul>
<article class="article__content">{f.figure(job, 0, '<figure class="article__media">{img}<figcaption class="article__legend">{cap}</figcaption></figure>')}
{text}
{reactions if job.chance(0.5) else ""}</article></section>
<aside><section class="services"><h4>{job.w("most_read")}</h4>{f.teasers(job, '<div class="teaser"><a href="{url}"><h3 class="teaser__title">{title}</h3></a><p class="teaser__desc">{text}</p></div>', 4)}</section></aside></main>
<footer>{f.foot(job, '<li><a href="{url}">{name}</a></li>', "")}</footer>"""
    return document(job, head, page)


def spanish(job: Job) -> str:
    """A Spanish daily: subheads for a summary, boxes to the side, a form for errors at the end."""
    head = head_of(job, {"full": 3, "poor": 2, "meta": 2})
    box = (
        '<section class="a_c_related"><h4>'
        + job.w("related")
        + "</h4>"
        + f.teasers(
            job,
            '<article class="c c-d"><h2 class="c_t"><a href="{url}">{title}</a></h2><p class="c_d">{text}</p></article>',
            1,
        )
        + "</section>"
    )
    also = f"<p><strong>{job.w('read_more')}</strong> {f.link(job, job.others(1)[0])}</p>"
    inserts = [
        box if job.chance(0.5) else "",
        also if job.chance(0.6) else "",
        f.ad(job, 'class="ad ad-giga ad-giga-2"'),
    ]
    text = body(
        job,
        Style(paragraph="<p class=''>{}</p>", subhead="<h3 class=''>{}</h3>", links=0.4),
        inserts,
    )
    follow = f'<div class="a_o"><p>Puedes seguir a {job.site.name} en nuestras redes o apuntarte aquí para recibir nuestro boletín semanal.</p></div>'
    changed = (
        f'<span class="upd">{job.w("updated")}: {time_tag(job, "es clock", which="modified")}</span>'
        if job.story.modified
        else ""
    )
    page = f"""<div id="csw"><header><a href="{job.site.home}">{job.site.name}</a><p>{job.site.tagline}</p><nav><ul>{f.menu(job)}</ul></nav><a href="/suscripciones">{job.w("subscribe")}</a></header>
<main><article id="main-content"><header class="a_e"><div class="a_k_s">{f.crumbs(job, '<a href="{url}">{name}</a>', job.rng.choice(("", " &gt; ")))}</div><h1 class="a_t">{job.title()}</h1>{job.standfirst('<h2 class="a_st">{}</h2>')}</header>
{f.figure(job, 0, '<figure class="a_m">{img}<figcaption class="a_m_p"><span>{cap}</span></figcaption></figure>')}
<div class="a_md">{f.byline(job, '<div class="a_md_a">{names}</div>', '<a class="a_md_a_n" href="{url}">{name}</a>')}<div class="a_md_f"><span>{job.story.place or ""} - </span>{time_tag(job, "es clock")} {changed}</div></div>
<div class="a_c clearfix" data-dtm-region="articulo_cuerpo">{text}</div>
{follow if job.chance(0.5) else ""}
<section class="a_ta"><h2>{job.w("tags")}</h2><ul>{f.tags(job, '<li><a href="/noticias/{key}/">{name}</a></li>', "")}</ul></section>
<div class="a_er"><a href="#">¿Has encontrado un error?</a></div></article>
<aside class="b-d"><h3>{job.w("most_read")}</h3><ol>{f.teasers(job, '<li><a href="{url}">{title}</a></li>', 5)}</ol><h3>{job.w("latest")}</h3>{f.teasers(job, "<p><a href='{url}'>{title}</a>. {text}</p>", 2)}</aside></main>
<footer>{f.foot(job)}</footer></div>"""
    return document(job, head, page)
