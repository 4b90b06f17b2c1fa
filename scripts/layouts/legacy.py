"""Old systems: nested tables, a body of line breaks, microdata, a page from the nineties."""
# ruff: noqa: E501
# (Lines of HTML are kept whole.)

from __future__ import annotations

from layouts import furniture as f
from layouts.body import Style, body
from layouts.dates import declared, printed
from layouts.document import document
from layouts.job import Job
from layouts.metadata import canonical, head_of, page_title, social


def tables(job: Job) -> str:
    """A regional system: tables in tables, no metadata to speak of."""
    head = (
        page_title(job)
        + ("\n" + canonical(job) if job.chance(0.5) else "")
        + f'\n<meta name="keywords" content="news, {job.story.section[-1].lower()}, valley">'
    )
    style = Style(
        paragraph=job.rng.choice(
            (
                '<p class="storytext">{}</p>',
                '<p style="margin:0 0 12px 0"><font face="Arial" size="2">{}</font></p>',
                "<p align='left'>{}</p>",
            )
        ),
        subhead='<p><font size="3"><b>{}</b></font></p>',
        links=0.2,
    )
    photo = '<table align="right" width="260" cellpadding="4"><tr><td>{img}</td></tr><tr><td class="cutline"><font size="1">{cap}</font></td></tr></table>'
    side_story = (
        '<table align="left" width="180" bgcolor="#eeeeee"><tr><td><b>'
        + job.w("related")
        + "</b></td></tr>"
        + f.teasers(job, "<tr><td>&#149; <a href='{url}'>{title}</a></td></tr>", 2)
        + "</table>"
    )
    text = body(job, style, [f.figure(job, 0, photo), side_story if job.chance(0.7) else ""])
    links = f.menu(job, '<tr><td class="nav">{}</td></tr>', "\n")
    rows = f.teasers(
        job, '<tr><td valign="top"><b>{link}</b><br><span class="small">{text}</span></td></tr>', 4
    )
    when = printed(job, job.rng.choice(("us", "us clock", "us weekday")))
    page = f"""<table width="780" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td colspan="3"><table width="100%"><tr><td><a href="{job.site.home}"><font size="6">{job.site.name}</font></a><br><i>{job.site.tagline}</i></td><td align="right">{f.around_now(job)}<br><form action="/search.php"><input name="q"><input type="submit" value="Go"></form></td></tr></table></td></tr>
<tr><td width="120" valign="top"><table width="100%">{links}<tr><td>{f.ad(job)}</td></tr></table></td>
<td valign="top" width="480"><table width="100%" cellpadding="8"><tr><td><span class="path">{f.crumbs(job, '<a href="{url}">{name}</a>', " &gt; ")}</span></td></tr><tr><td><span class="headline"><h1>{job.title()}</h1></span>
{job.standfirst('<span class="deck"><b>{}</b></span><br>') if job.chance(0.6) else ""}<span class="byline">{f.byline(job, "{by} {names}", "{name}")}</span><br><span class="date">{when}</span></td></tr>
<tr><td class="story">{text}</td></tr>
<tr><td><table><tr><td><a href="#">Email this story</a></td><td><a href="#">Print this story</a></td><td><a href="#">Write to the editor</a></td></tr></table></td></tr></table></td>
<td width="180" valign="top"><table bgcolor="#dddddd"><tr><td><b>{job.w("latest")}</b></td></tr>{rows}</table>
<table><tr><td><b>Weather</b><br>Today: 54&deg; / 38&deg;<br>{job.prose("related_small", 2)["text"]}</td></tr></table></td></tr>
<tr><td colspan="3" align="center"><font size="1">{f.foot(job, '<a href="{url}">{name}</a>', " | ")}</font></td></tr></table>"""
    return document(job, head, page)


def divbr(job: Job) -> str:
    """A body of text and line breaks in one element, with bold lines for subheads."""
    head = head_of(job, {"social": 2, "none": 2, "dc": 1, "meta": 1})
    style = Style(
        paragraph="{}<br><br>",
        subhead="<b>{}</b><br><br>",
        quote="<i>{}</i><br><br>",
        items="{}<br>",
        item="- {}<br>",
        links=0.3,
    )
    link = f"<b>{job.w('read_more')}</b> {f.link(job, job.others(1)[0])}<br><br>"
    small = '<div class="pic">{img}<br><span class="picture_text">{cap}</span></div>'
    text = body(
        job,
        style,
        [
            link if job.chance(0.6) else "",
            f.figure(job, 1, small) if len(job.story.captions) > 1 else "",
        ],
    )
    when = printed(job, job.rng.choice(("uk clock", "uk numbers", "uk")))
    foot_note = f"<i>{job.prose('promo')}</i><br>" if job.chance(0.5) else ""
    page = f"""<div id="top"><a href="{job.site.home}">{job.site.name}</a> - {job.site.tagline}</div><div id="navi">{f.menu(job, "{}", " | ")}</div>
<div id="links"><div class="kasten"><b>{job.w("latest")}</b><br>{f.teasers(job, "<a href='{url}'>{title}</a><br>", 5)}</div></div>
<div id="mitte"><div class="pfad">{f.crumbs(job, '<a href="{url}">{name}</a>', job.rng.choice(("", " / ")))}</div>
<div class="ueberschrift">{job.title()}</div>{job.standfirst('<div class="vorspann">{}</div>')}
<div class="info">{when} - {f.byline(job, "{by} {names}", "{name}")}</div>
{f.figure(job, 0, small)}
<div class="inhalt" id="txt">{text}{foot_note}</div>
<div class="werkzeug"><a href="javascript:print()">Print</a> <a href="mailto:?subject=news">Send</a> <a href="#">Top</a></div>
<div class="mehr"><b>{job.w("related")}</b><br>{f.teasers(job, "<a href='{url}'>{title}</a><br>{text}<br><br>", 3)}</div></div>
<div id="fuss">{f.foot(job, '<a href="{url}">{name}</a>', " | ")}</div>"""
    return document(job, head, page)


def microdata(job: Job) -> str:
    """An outlet whose only structured data are attributes in the text."""
    head = head_of(job, {"social": 2, "none": 2})
    style = Style(paragraph="<p>{}</p>", subhead='<h4 class="sub_head">{}</h4>', links=0.4)
    also = '<div class="also-read"><span>Also Read | </span>{link}</div>'
    box = (
        '<div class="inline-related"><h5>'
        + job.w("related")
        + "</h5>"
        + f.teasers(job, "<div class='ir'><a href='{url}'>{title}</a><p>{text}</p></div>", 1)
        + "</div>"
    )
    inserts = [f.teasers(job, also, 1), box if job.chance(0.5) else "", f.ad(job)]
    text = body(job, style, inserts)
    each = '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><a href="{url}" itemprop="url"><span itemprop="name">{name}</span></a></span>'
    changed = (
        f'<meta itemprop="dateModified" content="{declared(job, "basic", "modified")}"><span class="upd">{job.w("updated")} - {printed(job, "us zone", "modified")}</span>'
        if job.story.modified
        else ""
    )
    crumb = '<span itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem"><a itemprop="item" href="{url}"><span itemprop="name">{name}</span></a></span>'
    page = f"""<div class="header"><a href="{job.site.home}">{job.site.name}</a><ul class="mainmenu">{f.menu(job)}</ul><div class="epaper"><a href="/e">E-Paper</a> <a href="/s">{job.w("subscribe")}</a></div></div>
<div class="breadcrumb" itemscope itemtype="https://schema.org/BreadcrumbList">{f.crumbs(job, crumb, job.rng.choice((" » ", "")))}</div>
<div itemscope itemtype="https://schema.org/NewsArticle" class="articlepage"><meta itemprop="datePublished" content="{declared(job, "offset")}"><link itemprop="mainEntityOfPage" href="{job.url()}">
<h1 itemprop="headline" class="title">{job.title()}</h1>{job.standfirst('<h2 class="intro" itemprop="description">{}</h2>')}
<div class="writer">{f.byline(job, "{names}", each)} <span class="ksl">{printed(job, "us zone")}</span> {changed}</div>
<div class="share-page">{f.share_bar(job, '<a class="{key}" href="#">{name}</a>')}<span>{job.w("comments")}</span></div>
<div itemprop="image" itemscope itemtype="https://schema.org/ImageObject">{f.figure(job, 0, '<div class="lead-img">{img}</div><p class="caption">{cap}</p>')}</div>
<div itemprop="articleBody" class="articlebodycontent">{text}</div>
<div class="article-tags"><span>{job.w("tags")}</span> {f.tags(job, '<a href="/topic/{key}/">{name}</a>', " / ")}</div>
<div itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="{job.site.name}"></div></div>
<div class="rel-articles"><h3>{job.w("related")}</h3>{f.teasers(job, '<div class="element"><h3 class="title">{link}</h3><div class="by-line">{section}</div><div class="sub-text">{text}</div></div>', 4)}</div>
<div class="comment-rules"><p>Comments have to be in English, and in full sentences. They cannot be abusive or personal. Please abide by our community guidelines for posting your comments.</p></div>
<div class="footer">{f.foot(job)}</div>"""
    job.told.url = True
    return document(job, head, page)


def nineties(job: Job) -> str:
    """Capital tags, unclosed paragraphs, no quotes around attributes, Windows' character set."""
    style = Style(
        paragraph="<P>{}",
        subhead="<P><B>{}</B>",
        quote="<P><BLOCKQUOTE><I>{}</I></BLOCKQUOTE>",
        items="<UL>{}</UL>",
        item="<LI>{}",
        links=0.15,
    )
    photo = (
        "<TABLE ALIGN=RIGHT WIDTH=220><TR><TD>{img}<BR><FONT SIZE=-1><I>{cap}</I></FONT></TABLE>"
    )
    text = body(job, style, [f.figure(job, 0, photo)])
    extra = "\n" + social(job) if job.chance(0.3) else ""
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">
<HTML>
<HEAD>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252">
{page_title(job).replace("title>", "TITLE>")}{extra}
</HEAD>
<BODY BGCOLOR=#FFFFFF TEXT=#000000 LINK=#0000EE>
<CENTER><A HREF=/><IMG SRC=/images/mast.gif ALT="{job.site.name}" BORDER=0></A><BR><FONT SIZE=-1>{job.site.tagline}</FONT></CENTER>
<HR>
<CENTER>[ {f.menu(job, "{}", " | ")} ]</CENTER>
<HR>
<FONT SIZE=-1>{f.crumbs(job, "{name}", ": ")}</FONT>
<H2>{job.title()}</H2>
{job.standfirst("<H4><I>{}</I></H4>")}
<P><B>{f.byline(job, "{by} {names}", "{name}", roles=False)}</B><BR>{printed(job, "uk")}
{text}
<HR WIDTH=50%>
<P><B>Also in this issue</B>
<UL>{f.teasers(job, "<LI><A HREF={url}>{title}</A><BR>{text}", 3)}</UL>
<HR>
<ADDRESS>{job.filled("{site}. Letters to the editor are welcome.")} <A HREF=mailto:editor@example.org>editor@example.org</A></ADDRESS>
<CENTER><FONT SIZE=-2>{f.foot(job, "<A HREF={url}>{name}</A>", " * ")}<BR>You are visitor number {job.digits(6)}</FONT></CENTER>
</BODY>
</HTML>
"""
