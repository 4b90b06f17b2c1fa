from __future__ import annotations

import lxml.html

from dualtrack.pages.meta._microdata import read_microdata

PAGE = """<body><div itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">Talks <b>resume</b></h1>
<meta itemprop="dateModified" content="2024-04-15"><time itemprop="datePublished"
 datetime="2024-04-14T10:00Z">April 14</time>
<span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="url" href="/e">
<span itemprop="name">Eva Lund</span></a></span>
<span itemprop="author" itemscope><i itemprop="name">Jo Ba</i></span>
<div itemprop="articleBody"><p>Long.</p></div></div><p itemprop="name">stray</p>"""


def test_objects_and_their_properties() -> None:
    (found,) = read_microdata(lxml.html.document_fromstring(PAGE))
    assert found["headline"] == "Talks resume"
    assert (found["datePublished"], found["dateModified"]) == ("2024-04-14T10:00Z", "2024-04-15")
    assert [one["name"] for one in found["author"]] == ["Eva Lund", "Jo Ba"]
    assert found["author"][0]["url"] == "/e"
    assert "articleBody" not in found


def test_objects_inside_objects_without_end_are_borne() -> None:
    deep = "<div itemscope itemprop='a'>" * 150 + "x"
    assert len(read_microdata(lxml.html.document_fromstring(deep))) == 1
