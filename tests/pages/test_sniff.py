from __future__ import annotations

import pytest

from dualtrack.pages._sniff import is_feed, kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!DOCTYPE html><html>", "html"),
        ("  <div class='a'><p>Words", "html"),
        ("Words, then\n<html><body>", "html"),
        ("<Minister resigns> said the paper", "text"),
        ("Talks resume\n\nThey met.", "text"),
        ('{"text": "a"}', "jsonl"),
        ('{"text": "a"}\n{"text": "b"}', "jsonl"),
        ('{\n  "text": "a"\n}', "json"),
        ('[{"text": "a"}]', "json"),
        ('{"text": "' + "a" * 9000, "jsonl"),
        ('<?xml version="1.0"?>\n<rss version="2.0">', "feed"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', "feed"),
        ('{\n  "title": "A",\n  "version": "https:\\/\\/jsonfeed.org\\/version\\/1"', "feed"),
        ('{"text": "a \\"version\\": \\"https://jsonfeed.org/version/1\\""}', "jsonl"),
        ("{curly} words", "text"),
        ("[Reuters] words", "text"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def test_feeds_are_told_apart() -> None:
    assert is_feed('<?xml version="1.0"?>\n<rss version="2.0">')
    assert is_feed("<feed xmlns='a'>")
    assert is_feed("<?xml version='1.0'?><?xml-stylesheet href='x'?><!-- a --><rdf:RDF>")
    assert is_feed("<!DOCTYPE rss [<!ENTITY a 'b'>]><ns0:urlset xmlns:ns0='a'>")
    assert not is_feed("<!--" * 1_000)
    assert not is_feed('<?xml version="1.0"?><!DOCTYPE html><html>')
