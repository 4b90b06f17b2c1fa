"""The numbers that a sentence tells, each with what it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dualtrack.coding._counted import counted, counts_nothing, is_pronoun, share_of
from dualtrack.coding._event import Quantity, Span
from dualtrack.coding._numbers import FIGURES, number, spelt
from dualtrack.coding._tables import any_of, table

# Where a number or a sum may begin: a figure, a sign, a word.
_FIRST = re.compile(r"(?<![\w.,:/'’+#-])(?:\d|[^\w\s.,;:'\"’“”()-]|([^\W\d_]+))")
_OF = re.compile(r"\s+of(?: the| his| her| its| their)?(?=\s)")
_MORE = re.compile(r"\s+(?:more|other|further|additional)(?=\s)")
_LOOK_BACK = 24  # code points before a number in which its relation may stand


@dataclass(frozen=True, slots=True)
class _Forms:
    find: re.Pattern[str]
    relation: re.Pattern[str]
    relations: dict[str, str]
    money: dict[str, str]
    letters: dict[str, float]
    fixed: dict[str, tuple[float, bool]]
    percent: re.Pattern[str]
    money_word: re.Pattern[str]
    scale: re.Pattern[str]
    tells: re.Pattern[str]
    tells_after: re.Pattern[str]
    first_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    low: float | None
    high: float | None
    of: str
    unit: str | None
    relation: str


def quantities(text: str, start: int, end: int, *, offset: int = 0) -> list[Quantity]:
    """The quantities told in `text[start:end]`, in their order; most often one sentence.

    A span runs from the relation word ("over") to the end of what is counted, in code points of
    `text` plus `offset`. `unit` is the ISO 4217 code of money, "%", or None. "at least" and
    "more than" give the relation "over" with `low`; "up to" gives "under" with `high`; "about"
    sets both to the figure. "dozens" and the like have the least they can mean as `low`, no
    `high`, and the relation "about". Dates, years, times, ages, lengths of time, ordinals,
    telephone numbers and numbers that name something are left out.
    """
    start, end = max(0, start), min(len(text), end)
    out: list[Quantity] = []
    done = start
    forms = _forms()
    for word in _FIRST.finditer(text, start, end):
        if word.start() < done or (word[1] and word[1].casefold() not in forms.first_words):
            continue
        match = forms.find.match(text, word.start(), end)
        found = _read(text, match, done, end) if match else None
        if match is None or found is None:
            done = match.end() if match else done
            continue
        done = found.end
        span = Span(text[found.start : done], found.start + offset, done + offset)
        out.append(Quantity(span, found.low, found.high, found.of, found.unit, found.relation))
    return out


@cache
def _forms() -> _Forms:
    data, numbers = table("quantities.yaml"), table("numbers.yaml")
    money = {**data["currency_signs"], **{code: code for code in data["currency_codes"]}}
    sign = rf"(?-i:{any_of(money)})\s?"
    scale = rf"(?:[\s-]?{any_of(numbers['scales'])}|{any_of(data['letters'])})(?!\w)"
    value = rf"(?:(?:{FIGURES})(?:{scale})?|{spelt()}(?!\w))"
    part = any_of(data["percent"])
    openers = [*data["loose"], *data["round"], *data["currency_signs"], *data["currency_codes"]]
    openers += [*numbers["small"], *numbers["scales"], "a", "an", "between"]
    first_words = {m[0].casefold() for word in openers if (m := re.match(r"[^\W\d_]+", word))}
    fixed = {name: (float(v), True) for name, v in data["loose"].items()}
    fixed |= {name: (float(v), False) for name, v in data["round"].items()}
    find = re.compile(
        rf"(?<![\w.,:/'’+#-])(?:"
        rf"(?P<fixed>{any_of(fixed)})(?!\w)"
        rf"|between\s+(?P<cur1>{sign})?(?P<low>{value})(?:\s?{part})?\s+and\s+(?:{sign})?"
        rf"(?P<high>{value})(?![\w/:]|[.,]\d|-\w)"
        rf"|(?P<cur2>{sign})?(?P<one>{value})"
        rf"(?:(?:\s(?:to|or)\s|\s?[-–—]\s?)(?:{sign})?(?P<two>{value}))?"
        rf"(?![\w/:]|[.,]\d|[-–]\w|\s\d))",
        re.IGNORECASE,
    )
    relations = {name: kind for kind, names in data["relations"].items() for name in names}
    money_words = {k.casefold(): v for k, v in data["currency_words"].items()}
    return _Forms(
        find=find,
        relation=re.compile(rf"(?<!\w)({any_of(relations)})\s+$", re.IGNORECASE),
        relations=relations,
        money={**money, **money_words},
        letters={k: float(v) for k, v in data["letters"].items()},
        fixed=fixed,
        first_words=frozenset(first_words),
        percent=re.compile(rf"\s?{part}(?!\w)", re.IGNORECASE),
        money_word=re.compile(rf"\s({any_of(money_words)})(?!\w)", re.IGNORECASE),
        tells_after=re.compile(
            rf"\s(?:(?:still|more|others)\s)?{any_of(data['tells_after'])}(?!\w)", re.IGNORECASE
        ),
        tells=re.compile(rf"(?<!\w){any_of(data['tells'])}\s$", re.IGNORECASE),
        scale=re.compile(rf"[\s-]{any_of(numbers['scales'])}", re.IGNORECASE),
    )


def _read(text: str, match: re.Match[str], done: int, end: int) -> _Found | None:
    forms = _forms()
    sign = match["cur1"] or match["cur2"]
    values = _values(match, sign is not None)
    at = match.end()
    if values is None or counts_nothing(text, match.start(), at, end):
        return None
    if is_pronoun(text, match.start(), at) or forms.scale.match(text, at, end):
        return None
    start, relation = _relation(text, match, done)
    unit = forms.money[sign.strip()] if sign else None
    if part := forms.percent.match(text, at, end):
        at, unit = part.end(), "%"
    elif unit is None and (word := forms.money_word.match(text, at, end)):
        at, unit = word.end(), forms.money[" ".join(word[1].casefold().split())]
    what = (
        share_of(text, at, end, money=unit != "%") if unit else _what(text, match, at, end, values)
    )
    if what is None and unit is None and not _stands_alone(text, match, relation):
        return None
    if _is_year(match, relation) and unit is None and (relation is None or what is None):
        return None
    low, high, name = _bounds(values, relation, match["fixed"])
    stop = what[1] if what else at
    of = text[what[0] : what[1]] if what else ""
    return _Found(start, stop, low, high, of, unit, name)


def _values(match: re.Match[str], money: bool) -> tuple[float, float] | None:
    """Lower and upper figure, equal for one number; None where they make no sense."""
    if match["fixed"]:
        value = _forms().fixed[" ".join(match["fixed"].casefold().split())][0]
        return value, value
    first, second = match["low"] or match["one"], match["high"] or match["two"]
    low = _value(first, money)
    high = _value(second, money) if second else low
    if low is None or high is None:
        return None
    if second and low < high and re.fullmatch(r"[\d.]+", first):
        low = _scaled_alike(low, high, second, money)
    return (low, high) if not second or low < high else None


def _scaled_alike(low: float, high: float, second: str, money: bool) -> float:
    """The lower figure with the scale of the upper: "20 to 30 million", "$5-10bn"."""
    scale = re.search(r"\s?[^\W\d_]+$", second)
    factor = _value(f"1{scale.group()}", money) if scale else None
    return low * factor if factor and low * factor < high else low


def _value(text: str, money: bool) -> float | None:
    letters = re.search(r"(?<=\d)[a-zA-Z]{1,3}$", text)
    if letters is None:
        return number(text)
    figure = number(text[: letters.start()])
    if figure is None or not money:  # "50m" may be fifty metres
        return None
    return figure * _forms().letters[letters.group().casefold()]


def _relation(text: str, match: re.Match[str], done: int) -> tuple[int, str | None]:
    if match["low"]:
        return match.start(), "between"
    back = _forms().relation.search(text, max(done, match.start() - _LOOK_BACK), match.start())
    if back is None:
        return match.start(), "between" if match["two"] else None
    if match["two"]:
        return back.start(), "between"
    return back.start(), _forms().relations[" ".join(back[1].casefold().split())]


def _what(
    text: str, match: re.Match[str], at: int, end: int, values: tuple[float, float]
) -> tuple[int, int] | None:
    single = values[1] <= 1
    if of := _OF.match(text, at, end):
        at, single = of.end(), match["fixed"] is not None
    if more := _MORE.match(text, at, end):
        at = more.end()
    return counted(text, at, end, single=single)


def _stands_alone(text: str, match: re.Match[str], relation: str | None) -> bool:
    """Whether a number without a noun still tells something: "killing 20", "at least three"."""
    forms = _forms()
    return (
        relation is not None
        or forms.tells.search(text, max(0, match.start() - 14), match.start()) is not None
        or forms.tells_after.match(text, match.end()) is not None
    )


def _is_year(match: re.Match[str], relation: str | None) -> bool:
    figure = match["one"] or match["low"] or ""
    return re.fullmatch(r"(?:1[5-9]|20|21)\d\d", figure) is not None


def _bounds(
    values: tuple[float, float], relation: str | None, fixed: str | None
) -> tuple[float | None, float | None, str]:
    low, high = values
    if fixed and _forms().fixed[" ".join(fixed.casefold().split())][1]:
        if relation == "under":
            return None, None, "under"  # "up to thousands" sets no figure above
        return low, None, "over" if relation == "over" else "about"
    if relation == "over":
        return low, None, "over"
    if relation == "under":
        return None, high, "under"
    return low, high, relation or "exactly"
