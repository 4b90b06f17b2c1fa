from __future__ import annotations

import pytest

from dualtrack._errors import TableError
from dualtrack.actors import country_codes
from dualtrack.export import _words
from dualtrack.export._words import (
    cameo_country,
    cameo_sector,
    cow,
    fips,
    icews_country,
    icews_sector,
    is_country,
)
from dualtrack.ontology import SECTORS


def test_countries_have_the_words_of_each_format() -> None:
    assert [cameo_country(c) for c in ("USA", "ROU", "TLS", None)] == ["USA", "ROM", "TMP", ""]
    assert icews_country("RUS") == "Russian Federation"
    assert icews_country("IRN") == "Iran"
    assert icews_country(None) == ""
    assert [fips(c) for c in ("ISR", "GBR", "CHN", None)] == ["IS", "UK", "CH", ""]
    assert [cow(c) for c in ("USA", "DEU", "HKG", None)] == ["2", "255", "", ""]


def test_every_country_has_a_code_and_no_two_share_it() -> None:
    for word in (cameo_country, icews_country, fips):
        words = [word(c) for c in country_codes()]
        assert all(words)
        assert len(set(words)) == len(words)


def test_every_sector_is_answered_and_none_is_guessed() -> None:
    for sector in SECTORS:
        assert len(cameo_sector(sector)) in (0, 3)
        icews_sector(sector)
    assert (cameo_sector("PTY"), cameo_sector("UNK"), icews_sector("UNK")) == ("", "", "")


def test_a_country_is_told_from_a_place_in_it() -> None:
    assert is_country("ISRAEL", "ISR")
    assert not is_country("Tel Aviv", "ISR")
    assert not is_country("anywhere", "QQQ")


def test_a_damaged_table_is_named() -> None:
    with pytest.raises(TableError, match=r"sectors\.tsv"):
        _words._read("sectors.tsv", ("other", "columns", "here"))
