from __future__ import annotations

import pytest

from dualtrack._errors import BadEncoding, BinaryPage, EmptyPage, PageError, TooLarge
from dualtrack.pages._bytes import clean_text, decode

CURLY = "Suvia’s minister said “no” to the café owners – twice."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings_that_are_not_declared(encoding: str) -> None:
    read = decode(CURLY.encode(encoding))
    assert read.text == CURLY
    assert read.notes == ()


def test_latin_1_is_read_as_browsers_do() -> None:
    assert decode("Der Minister grüßt in Köln.".encode("latin-1")).text.endswith("in Köln.")
    page = b'<meta charset="iso-8859-1"><p>' + CURLY.encode("cp1252")
    assert decode(page).text.endswith(CURLY)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("windows-1251", "Министр сказал, что переговоры продолжатся в понедельник."),
        ("shift_jis", "大臣は月曜日に交渉を続けると述べた。"),
        ("iso-2022-jp", "大臣は月曜日に交渉を続けると述べた。"),
    ],
)
def test_a_declared_encoding_is_believed(encoding: str, text: str) -> None:
    page = f'<html><meta http-equiv="Content-Type" content="text/html; charset={encoding}">{text}'
    assert decode(page.encode(encoding)).text == page


def test_utf_8_beats_a_wrong_declaration() -> None:
    page = f'<meta charset="windows-1251"><p>{CURLY}'
    assert decode(page.encode()).text == page


def test_an_encoding_that_is_not_declared_is_guessed() -> None:
    text = "Министр иностранных дел сказал, что переговоры продолжатся в понедельник. " * 5
    assert decode(text.encode("windows-1251")).text == text


def test_an_unknown_declaration_does_no_harm() -> None:
    for name in ("x-nonsense", "base64", "hex"):
        page = f"<meta charset={name}><p>" + CURLY
        assert decode(page.encode("cp1252")).text == page


def test_a_few_bad_bytes_are_replaced_and_noted() -> None:
    data = (CURLY * 3).encode()
    broken = data[:40] + b"\xff" + data[40:]
    read = decode(broken)
    assert read.text.count("\ufffd") == 1
    (note,) = read.notes
    assert note.reason == "bad bytes"
    assert note.source is not None
    assert read.text[note.source[0] : note.source[1]] == "\ufffd"


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe \x00"])
def test_empty_pages(data: bytes) -> None:
    with pytest.raises(EmptyPage, match="empty"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x7fELF\x02\x01", "program"),
        (bytes(range(256)) * 20, "binary"),
        (b"words and\x00\x00\x00\x00 more\x00\x00", "binary"),
    ],
)
def test_binary_pages(data: bytes, said: str) -> None:
    with pytest.raises(BinaryPage, match=said):
        decode(data)


def test_one_stray_nul_does_not_make_a_page_binary() -> None:
    read = decode((CURLY * 20).encode().replace(b"minister", b"mini\x00ster", 1))
    assert "mini\ufffdster" in read.text
    assert read.notes[0].reason == "bad bytes"


def test_bytes_in_no_encoding() -> None:
    data = bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D]) * 50 + b"abcdefghij" * 60
    with pytest.raises((BadEncoding, BinaryPage)):
        decode(data)


def test_the_limit_is_said() -> None:
    with pytest.raises(TooLarge, match="20 MB"):
        decode(b"a" * 20_000_001)
    with pytest.raises(TooLarge, match="10 bytes"):
        clean_text("a" * 11, limit=10)


def test_text_is_checked_too() -> None:
    assert clean_text("\ufeffWords.").text == "Words."
    read = clean_text("half \ud83d of a pair")
    assert read.text == "half \ufffd of a pair"
    assert read.notes[0].source == (5, 6)
    with pytest.raises(PageError):
        clean_text("\x00\x01\x02" * 100)


RUSSIAN = "Министр сказал, что переговоры продолжатся в понедельник."


@pytest.mark.parametrize(
    ("charset", "meta", "encoding"),
    [
        ("windows-1251", "", "cp1251"),
        ("windows-1251", '<meta charset="koi8-r">', "cp1251"),
        ("utf-8", '<meta charset="koi8-r">', "koi8-r"),
        ("no-such-thing", '<meta charset="koi8-r">', "koi8-r"),
        ("a\x00b", '<meta charset="koi8-r">', "koi8-r"),
        ("koi8-r", '<meta charset="koi8-r">', "utf-8"),
        ("koi8-r", "", "utf-16"),
    ],
)
def test_the_servers_word_counts_before_the_pages(charset: str, meta: str, encoding: str) -> None:
    page = f"{meta}<p>{RUSSIAN}"
    assert decode(page.encode(encoding), charset=charset).text == page
