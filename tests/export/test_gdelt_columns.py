"""The names by which readers of GDELT 2.0 take its columns, as the `gdelt` package lists them."""

from __future__ import annotations

from dualtrack.export._gdelt_columns import EVENTS, MENTIONS

ACTOR = """Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code
    Type2Code Type3Code"""
GEO = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID"
FIRST = "GLOBALEVENTID Day MonthYear Year FractionDate"
ACT = """IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions
    NumSources NumArticles AvgTone"""
TOLD = """GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName
    MentionIdentifier SentenceID Actor1CharOffset Actor2CharOffset ActionCharOffset InRawText
    Confidence MentionDocLen MentionDocTone MentionDocTranslationInfo Extras"""


def test_events_have_61_columns_in_this_order() -> None:
    wanted = FIRST.split()
    wanted += [f"{who}{name}" for who in ("Actor1", "Actor2") for name in ACTOR.split()]
    wanted += ACT.split()
    wanted += [f"{w}Geo_{name}" for w in ("Actor1", "Actor2", "Action") for name in GEO.split()]
    assert list(EVENTS) == [*wanted, "DATEADDED", "SOURCEURL"]
    assert len(EVENTS) == 61


def test_mentions_have_16_columns_in_this_order() -> None:
    assert list(MENTIONS) == TOLD.split()
