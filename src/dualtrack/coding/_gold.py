"""Reads labelled lines and predicted ones, and says which line breaks the codebook's form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dualtrack import ontology
from dualtrack._errors import GoldError

_COUNTRY = re.compile(r"[A-Z]{3}")
_SIDES = ("actors", "recipients")
_FIELDS = frozenset(
    {"trigger", "type", "mode", "status", "speaker", "condition", "location", "date", *_SIDES}
)
# Where the words of a field may stand: True if the context will do.
_WORDS = {"condition": False, "date": False, "speaker": True, "location": True}


@dataclass(frozen=True, slots=True)
class GoldLine:
    """One labelled text. `context` is read before it and not coded; `events` as in the codebook.

    An event is an object with `trigger`, `type`, `mode`, `actors`, `recipients`, `status`,
    `speaker`, `condition`, `location` and `date`: words, not offsets; absent ones are null.
    """

    id: str
    text: str
    context: str | None
    events: tuple[dict[str, Any], ...]


def _shown(value: object) -> str:
    """A value as it may stand in a message: escaped, and not too long."""
    text = ascii(value) if isinstance(value, str) else json.dumps(value, default=repr)
    return text if len(text) <= 80 else text[:77] + "..."


class _Line:
    """Where something stands, for complaints."""

    def __init__(self, path: Path, number: int) -> None:
        self.where = f"{path}, line {number}"

    def error(self, what: str) -> GoldError:
        return GoldError(f"{self.where}: {what}")


def _objects(path: Path) -> Iterator[tuple[_Line, dict[str, Any]]]:
    """The file's JSON objects, one a line; blank lines are passed over."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GoldError(f"{path} cannot be read: {error.strerror or error}.") from error
    # Only a line feed ends a line: texts may hold other separators.
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not raw.strip():
            continue
        line = _Line(path, number)
        try:
            value = json.loads(raw.decode("utf-8"))
        except UnicodeDecodeError as error:
            raise line.error("this is not UTF-8.") from error
        except (ValueError, RecursionError) as error:
            raise line.error("this is not JSON.") from error
        if not isinstance(value, dict):
            raise line.error("a line must be a JSON object.")
        yield line, value


def _text(line: _Line, where: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise line.error(f"{where} must be a text that is not empty, not {_shown(value)}.")
    return value


def _text_or_none(line: _Line, where: str, value: object) -> str | None:
    return None if value is None else _text(line, where, value)


def _events(line: _Line, value: object) -> tuple[dict[str, Any], ...]:
    if not isinstance(value, list) or not all(isinstance(event, dict) for event in value):
        raise line.error("'events' must be a list of objects.")
    return tuple(value)


def _known(line: _Line, what: str, value: object, known: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in known:
        raise line.error(f"the {what} {_shown(value)} is unknown; known are {', '.join(known)}.")
    return value


def _check_codes(line: _Line, event: Mapping[str, Any]) -> None:
    event_type = _known(line, "type", event.get("type"), ontology.TYPES)
    mode = event.get("mode")
    if mode is not None and mode not in ontology.MODES[event_type]:
        known = ", ".join(ontology.MODES[event_type]) or "none"
        raise line.error(f"{event_type} has no mode {_shown(mode)}; its modes are: {known}.")
    _known(line, "status", event.get("status"), ontology.STATUSES)


def _mentions(line: _Line, event: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The (side, words) of each mention, once its country and sector are in order."""
    for side in _SIDES:
        mentions = event.get(side)
        if not isinstance(mentions, list) or not all(isinstance(m, dict) for m in mentions):
            raise line.error(f"{side!r} must be a list of objects.")
        for mention in mentions:
            _known(line, "sector", mention.get("sector"), ontology.SECTORS)
            country = mention.get("country")
            if country is not None and not (
                isinstance(country, str) and _COUNTRY.fullmatch(country)
            ):
                raise line.error(f"the country {_shown(country)} is no code of three capitals.")
            yield side, _text(line, f"the text of one of the {side}", mention.get("text"))


def _check_words(line: _Line, gold: GoldLine, field: str, words: str, in_context: bool) -> None:
    if words in gold.text or (in_context and words in (gold.context or "")):
        return
    places = "text or context" if in_context else "text"
    raise line.error(f"{_shown(words)} ({field}) does not stand in the {places}.")


def _check_gold_event(line: _Line, gold: GoldLine, event: Mapping[str, Any]) -> None:
    unknown = sorted(set(event) - _FIELDS)
    if unknown:
        raise line.error(f"an event has the unknown field {_shown(unknown[0])}.")
    _check_codes(line, event)
    _check_words(line, gold, "trigger", _text(line, "'trigger'", event.get("trigger")), False)
    for field, in_context in _WORDS.items():
        words = _text_or_none(line, repr(field), event.get(field))
        if words is not None:
            _check_words(line, gold, field, words, in_context)
    for side, words in _mentions(line, event):
        _check_words(line, gold, side, words, True)


def read_gold(path: str | Path) -> list[GoldLine]:
    """Read labelled lines, `{"id", "text", "context", "events"}` each, in the file's order.

    `context` may be left out, and further fields of a line are passed over. Raises GoldError,
    naming file and line, if the file cannot be read or holds nothing, or if a line breaks the
    codebook's form: an id given twice, a type, mode, status or sector that is unknown, a field
    of an event that is none, words that do not stand in the text.
    """
    path = Path(path)
    seen: set[str] = set()
    out: list[GoldLine] = []
    for line, row in _objects(path):
        gold = GoldLine(
            id=_text(line, "'id'", row.get("id")),
            text=_text(line, "'text'", row.get("text")),
            context=_text_or_none(line, "'context'", row.get("context") or None),
            events=_events(line, row.get("events")),
        )
        if gold.id in seen:
            raise line.error(f"the id {_shown(gold.id)} stands twice.")
        seen.add(gold.id)
        for event in gold.events:
            _check_gold_event(line, gold, event)
        out.append(gold)
    if not out:
        raise GoldError(f"{path} holds no labelled line.")
    return out


def _check_predicted(line: _Line, event: Mapping[str, Any]) -> None:
    _check_codes(line, event)
    trigger = event.get("trigger")
    _text(line, "'trigger'", trigger.get("text") if isinstance(trigger, dict) else trigger)
    for _ in _mentions(line, event):
        pass


def read_predictions(path: str | Path) -> dict[str, list[dict[str, Any]]]:
    """Read predicted events by the id of their line.

    A line is one event with its `article`, as `dualtrack code` prints it, or has gold's form,
    `{"id", "events"}`. The words are not looked up in a text. A file without any line is one
    of no events. Raises GoldError, naming file and line, if the file cannot be read or a line
    breaks that form.
    """
    out: dict[str, list[dict[str, Any]]] = {}
    whole: set[str] = set()
    for line, row in _objects(Path(path)):
        if "events" in row and "type" not in row:
            name, events = _text(line, "'id'", row.get("id")), _events(line, row["events"])
            if name in out:
                raise line.error(f"the id {_shown(name)} stands twice.")
            whole.add(name)
        else:
            name, events = _text(line, "'article'", row.get("article")), (row,)
            if name in whole:
                raise line.error(f"the events of {_shown(name)} were all given before.")
        for event in events:
            _check_predicted(line, event)
        out.setdefault(name, []).extend(events)
    return out
