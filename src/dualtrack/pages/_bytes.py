"""Bytes to text: which encoding, how sure, and what could not be read."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from dualtrack._errors import BadEncoding, BinaryPage, EmptyPage, TooLarge
from dualtrack.pages._article import Dropped

LIMIT = 20_000_000
"""Bytes a page may have unless the caller says otherwise."""

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or film file"),
    (b"SQLite format 3\x00", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"\x00\x00\x00\x18ftyp", "a film"),
    (b"\x00\x00\x00\x20ftyp", "a film"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})"""
    rb"""|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]{2,40})""",
    re.IGNORECASE,
)
# Control characters that no text holds; tab, line ends, form feed and escape may stand.
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b") + b"\x7f"
_HIGH = re.compile(rb"[\x80-\xff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNREADABLE = re.compile("[\ufffd\x00\ud800-\udfff]")
_SAMPLE = 65_536


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page as text, the encoding it was read in, and a note where characters were lost."""

    text: str
    encoding: str
    notes: tuple[Dropped, ...] = ()


def decode(data: bytes, *, charset: str | None = None, limit: int = LIMIT) -> Decoded:
    """Turn a page's bytes into text. `charset` is the encoding that its server named, if any.

    Order: byte order mark, UTF-8 without a fault, `charset`, the encoding the page declares,
    UTF-8 with a few bad bytes, then a guess (Windows-1252 where that makes sense). Raises
    EmptyPage, TooLarge, BinaryPage or BadEncoding.
    """
    if len(data) > limit:
        raise too_large(limit)
    if not data.strip():
        raise EmptyPage("The page is empty.")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _lossy(data[len(bom) :], encoding)
    if wide := _utf16_without_mark(data):
        return _lossy(data, wide)
    refuse_binary(data)
    declared = _codec(charset) if charset else None
    if declared in (None, "utf-8"):  # the data are no UTF-8 if they come to be asked
        declared = _declared(data) or declared
    if declared and declared.startswith("iso2022") and b"\x1b" in data:
        return _lossy(data, declared)
    try:
        return _checked(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, declared)


def clean_text(text: str, *, limit: int = LIMIT) -> Decoded:
    """Check a page that came as text. Characters that are none are replaced one for one."""
    if len(text) > limit:
        raise too_large(limit)
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise EmptyPage("The page is empty.")
    sample = text[:_SAMPLE]
    if _mostly_controls(sample.encode("utf-8", "replace")):
        raise BinaryPage("The page is binary data, not text.")
    return _checked(text, "text")


def refuse_binary(data: bytes) -> None:
    """Raise BinaryPage for images, archives, programs and other data that is no text."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise BinaryPage(f"The page is {what}, not text.")
    if _mostly_controls(data[:_SAMPLE]):
        raise BinaryPage("The page is binary data, not text.")


def too_large(limit: int) -> TooLarge:
    """The error for a page over the limit."""
    size = f"{limit / 1_000_000:g} MB" if limit >= 100_000 else f"{limit} bytes"
    return TooLarge(f"The page is larger than the limit of {size}.")


def _mostly_controls(sample: bytes) -> bool:
    bad = len(sample) - len(sample.translate(None, _CONTROLS))
    return bad > 2 and bad > len(sample) / 200


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[:4096]
    half = len(sample) // 2
    if half < 4 or b"\x00" not in sample:
        return None
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[offset::2].count(0) > 0.7 * half and sample[1 - offset :: 2].count(0) == 0:
            return encoding
    return None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    return _codec((match[1] or match[2]).decode("ascii", "ignore"))


def _codec(name: str) -> str | None:
    """The encoding of that name, as it is to be read; None where there is none."""
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):  # a NUL in the name
        return None
    if not getattr(found, "_is_text_encoding", True):
        return None
    # As browsers do: pages that say Latin-1 or ASCII mean Windows-1252.
    return "cp1252" if found.name in ("iso8859-1", "ascii") else found.name.replace("_", "")


def _not_utf8(data: bytes, declared: str | None) -> Decoded:
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(_HIGH.findall(data)) - bad
    if good > 4 * bad or (bad <= 3 and good > 2 * bad and declared in (None, "utf-8")):
        return _checked(text, "utf-8")
    if declared and declared not in ("utf-8", "cp1252"):
        try:
            return _checked(data.decode(declared), declared)
        except (UnicodeDecodeError, LookupError):
            pass
    if declared != "cp1252" and (guess := _guessed(data)):
        return guess
    return _western(data)


def _guessed(data: bytes) -> Decoded | None:
    """A guess where so many bytes are not ASCII that the text is hardly Western European."""
    sample = data[:_SAMPLE]
    if len(_HIGH.findall(sample)) < len(sample) * 0.2:
        return None
    from charset_normalizer import from_bytes  # noqa: PLC0415 - loads slowly, seldom needed

    best = from_bytes(sample).best()
    # Without letters in the frequencies of some language, the guess is no better than another.
    if best is None or best.encoding == "utf_8" or best.percent_coherence < 10:
        return None
    try:
        return _checked(data.decode(best.encoding), best.encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _western(data: bytes) -> Decoded:
    high = len(_HIGH.findall(data))
    if high > len(data) * 0.5:
        raise BadEncoding("The page is in an encoding that could not be told.")
    text = data.decode("cp1252", "replace")
    if text.count("\ufffd") > max(5, high * 0.2):
        raise BadEncoding("The page is in an encoding that could not be told.")
    return _checked(text, "cp1252")


def _lossy(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    if not text.strip():
        raise EmptyPage("The page is empty.")
    if text.count("\ufffd") > max(5, len(text) / 50) or _mostly_controls(
        text[:_SAMPLE].encode("utf-8", "replace")
    ):
        raise BinaryPage("The page is binary data, not text.")
    return _checked(text, encoding)


def _checked(text: str, encoding: str) -> Decoded:
    """Say how many characters were lost; NULs and lone surrogates are lost ones too."""
    if text.startswith("\ufeff"):
        text = text[1:]
    if not text.strip():
        raise EmptyPage("The page is empty.")
    lost = [match.start() for match in _UNREADABLE.finditer(text)]
    if not lost:
        return Decoded(text, encoding)
    text = _SURROGATES.sub("\ufffd", text.replace("\x00", "\ufffd"))
    verb = "character stands" if len(lost) == 1 else "characters stand"
    note = Dropped(f"{len(lost)} {verb} as U+FFFD", "bad bytes", (lost[0], lost[-1] + 1))
    return Decoded(text, encoding, (note,))
