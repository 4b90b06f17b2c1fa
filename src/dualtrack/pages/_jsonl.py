"""JSON lines that are articles as they stand.

A line is `{"id", "text", "title", "published", "url", "context", "paragraphs"}`; only `text` must
be there. Paragraphs are as `dualtrack read` writes them, so that their kinds last.
"""

from __future__ import annotations

import json
from typing import Any

from dualtrack._errors import BadLine, EmptyPage
from dualtrack.pages._article import (
    PARAGRAPH_KINDS,
    Article,
    Dropped,
    Paragraph,
    Published,
    article_id,
)
from dualtrack.pages._bytes import Decoded, decode
from dualtrack.pages._dates import parse_stamp
from dualtrack.pages._language import language_of
from dualtrack.pages.dump._lines import cut_blocks

_TEXTS = ("title", "url", "context", "site")


def read_line(line: bytes, number: int, *, origin: str, limit: int) -> Article:
    """The article of one line. Raises BadLine, EmptyPage or another PageError."""
    where = f"Line {number}"
    return article_of(parse_json(decode(line, limit=limit).text, where), where, origin=origin)


def parse_json(text: str, where: str) -> Any:
    """JSON to values; BadLine, with a place in it, where it is none."""
    try:
        return json.loads(text)
    except RecursionError:
        raise BadLine(f"{where} is nested too deeply.") from None
    except json.JSONDecodeError as error:
        raise BadLine(f"{where} is no JSON: {error.msg} at character {error.pos + 1}.") from None
    except ValueError:
        raise BadLine(f"{where} is no JSON that can be read.") from None


def article_of(record: Any, where: str, *, origin: str | None) -> Article:
    """An article from the values of one JSON object; its text is not touched.

    Paragraphs are those of the line, or else the blocks between line breaks. Half characters
    that no encoding can hold are replaced one for one and noted in `dropped`.
    """
    if not isinstance(record, dict):
        raise BadLine(f"{where} is no JSON object.")
    text = record.get("text")
    if not isinstance(text, str):
        raise BadLine(f"{where} lacks a text.")
    if not text.strip():
        raise EmptyPage(f"{where} has an empty text.")
    checked = _half_characters(text)
    fields = {name: _optional(record, name, where) for name in _TEXTS}
    return Article(
        id=_id(record, where) or article_id(fields["url"], checked.text),
        text=checked.text,
        title=fields["title"],
        url=fields["url"],
        site=fields["site"],
        published=_published(record, where),
        language=language_of(checked.text),
        paragraphs=_paragraphs(record, checked.text, where),
        dropped=checked.notes,
        context=fields["context"],
        origin=origin,
    )


def _half_characters(text: str) -> Decoded:
    if text.isprintable() or not any("\ud800" <= c <= "\udfff" for c in text):
        return Decoded(text, "json")
    whole = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    at = [i for i, c in enumerate(text) if "\ud800" <= c <= "\udfff"]
    note = Dropped(f"{len(at)} characters stand as U+FFFD", "bad bytes", (at[0], at[-1] + 1))
    return Decoded(whole, "json", (note,))


def _paragraphs(record: dict[str, Any], text: str, where: str) -> tuple[Paragraph, ...]:
    given = record.get("paragraphs")
    if given is None:
        return tuple(Paragraph(b.start, b.end) for b in cut_blocks(text))
    if not isinstance(given, list):
        raise BadLine(f"{where}: paragraphs is no list.")
    out: list[Paragraph] = []
    end = 0
    for part in given:
        paragraph = _paragraph(part, where)
        if not end <= paragraph.start < paragraph.end <= len(text):
            raise BadLine(f"{where}: a paragraph is not in the text, or overlaps another.")
        end = paragraph.end
        out.append(paragraph)
    return tuple(out)


def _paragraph(part: Any, where: str) -> Paragraph:
    fields = part if isinstance(part, dict) else {}
    start, end, kind = fields.get("start"), fields.get("end"), fields.get("kind", "paragraph")
    if type(start) is int and type(end) is int and kind in PARAGRAPH_KINDS:
        return Paragraph(start, end, kind=kind)
    raise BadLine(f"{where}: a paragraph is not as `dualtrack read` writes it.")


def _optional(record: dict[str, Any], name: str, where: str) -> str | None:
    value = record.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadLine(f"{where}: {name} is no text.")
    return _half_characters(value).text or None


def _id(record: dict[str, Any], where: str) -> str | None:
    value = record.get("id")
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise BadLine(f"{where}: id is neither text nor a whole number.")
    return _half_characters(str(value)).text


def _published(record: dict[str, Any], where: str) -> Published | None:
    value = _optional(record, "published", where)
    if value is None or not value.strip():
        return None
    stamp = parse_stamp(value, "given")
    if stamp is None:
        raise BadLine(f"{where}: published is no date such as 2024-04-14 or 2024-04-14T10:30:00Z.")
    return stamp
