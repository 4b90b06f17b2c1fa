from __future__ import annotations

from collections.abc import Callable

import pytest

from dualtrack.export._act import Act
from dualtrack.export._gdelt import quad_class, rows
from dualtrack.export._left import NO_CODE, NO_DAY, NO_PARTY, LeftOut, Notes
from make_events import IRN, ISR, TEXT, USA, article_events, event


def test_a_row_says_who_did_what_to_whom(act: Callable[..., Act]) -> None:
    (row,), mentions = rows(act(article_events()[1], told=2), Notes())
    assert (row["Actor1Code"], row["Actor1Name"]) == ("IRNGOV", "IRAN")
    assert (row["Actor2CountryCode"], row["Actor2Type1Code"]) == ("ISR", "GOV")
    assert (row["EventCode"], row["EventBaseCode"], row["EventRootCode"]) == ("195", "195", "19")
    assert (row["QuadClass"], row["GoldsteinScale"]) == (4, -10.0)
    assert (row["Day"], row["MonthYear"], row["Year"]) == ("20240413", "202404", "2024")
    assert (row["ActionGeo_Type"], row["ActionGeo_CountryCode"]) == (1, "IS")
    assert (row["NumMentions"], row["NumSources"], row["NumArticles"]) == (2, 1, 2)
    assert row["DATEADDED"] == "20240415103000"
    assert len(mentions) == 2
    assert mentions[0]["GLOBALEVENTID"] == row["GLOBALEVENTID"]


def test_offsets_lie_where_the_words_are(act: Callable[..., Act]) -> None:
    _, (mention,) = rows(act(article_events()[1]), Notes())
    assert TEXT[mention["Actor1CharOffset"] :].startswith("Iran")
    assert TEXT[mention["Actor2CharOffset"] :].startswith("Israel on")
    assert TEXT[mention["ActionCharOffset"] :].startswith("launched")
    assert (mention["SentenceID"], mention["MentionDocLen"]) == (2, len(TEXT))
    assert (mention["Confidence"], mention["MentionType"]) == (88, 1)
    assert mention["Extras"] == "event:e1;report:r0"


def test_nothing_is_guessed(act: Callable[..., Act]) -> None:
    (row,), _ = rows(act(event("AID")), Notes())
    for name in ("AvgTone", "Actor1KnownGroupCode", "Actor1Geo_CountryCode", "ActionGeo_Lat"):
        assert row.get(name) is None
    assert row["ActionGeo_Type"] == 0


def test_the_fraction_of_the_year_is_that_of_gdelt(act: Callable[..., Act]) -> None:
    def fraction(on: str) -> str:
        return str(rows(act(event("AID", on=on)), Notes())[0][0]["FractionDate"])

    assert fraction("2007-07-04") == "2007.5041"
    assert fraction("2016-07-01") == "2016.4959"
    assert fraction("2016-12-31") == "2016.9890"


def test_the_quad_goes_by_the_code() -> None:
    quads = {"010": 1, "057": 1, "060": 2, "090": 2, "100": 3, "141": 3, "150": 4, "204": 4}
    assert {code: quad_class(code) for code in quads} == quads


def test_a_page_without_address_is_cited_by_its_title(act: Callable[..., Act]) -> None:
    (row,), (mention,) = rows(act(event("AID"), url=None), Notes())
    assert row["SOURCEURL"] == ""
    assert (mention["MentionType"], mention["MentionIdentifier"]) == (2, "Aid in doubt")


def test_what_leads_the_story_is_a_root_event(act: Callable[..., Act]) -> None:
    cut, launched = article_events()
    two = TEXT.replace(". Iran", ".\nIran")
    assert rows(act(launched, text=two), Notes())[0][0]["IsRootEvent"] == 0
    assert rows(act(launched), Notes())[0][0]["IsRootEvent"] == 1
    assert cut


def test_pairs_are_rows_of_their_own(act: Callable[..., Act]) -> None:
    made, mentions = rows(act(event("CONSULT", (USA, ISR), (IRN,))), Notes())
    assert len(made) == len(mentions) == 4
    assert len({row["GLOBALEVENTID"] for row in made}) == 4


def test_a_party_that_this_report_does_not_name_is_nowhere(act: Callable[..., Act]) -> None:
    other = event("ASSAULT", (), (ISR,))
    _, (mention,) = rows(act(other), Notes())
    assert mention["Actor1CharOffset"] == -1


@pytest.mark.parametrize(
    ("kind", "more", "why"),
    [
        ("ASSAULT", {"status": "possible"}, NO_CODE),
        ("AID", {"on": None}, NO_DAY),
        ("AID", {"actors": (), "recipients": ()}, NO_PARTY),
    ],
)
def test_what_it_cannot_hold_is_left_out_with_a_reason(
    act: Callable[..., Act], kind: str, more: dict, why: str
) -> None:
    with pytest.raises(LeftOut, match=why):
        rows(act(event(kind, **more)), Notes())
