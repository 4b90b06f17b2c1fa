"""The columns of GDELT 2.0, in their order, and what stands in each."""

from __future__ import annotations

NEVER = "always empty: it is not known"


def _actor(side: str, what: str) -> dict[str, str]:
    return {
        f"{side}Code": f"{what}: CAMEO country and role in one",
        f"{side}Name": "its name (else its words) in capitals",
        f"{side}CountryCode": "CAMEO country, three letters",
        f"{side}KnownGroupCode": NEVER,
        f"{side}EthnicCode": NEVER,
        f"{side}Religion1Code": NEVER,
        f"{side}Religion2Code": NEVER,
        f"{side}Type1Code": "CAMEO role of its sector; empty for parties and unknown sectors",
        f"{side}Type2Code": NEVER,
        f"{side}Type3Code": NEVER,
    }


def _geo(side: str, kind: str, name: str, country: str) -> dict[str, str]:
    return {
        f"{side}Geo_Type": kind,
        f"{side}Geo_FullName": name,
        f"{side}Geo_CountryCode": country,
        f"{side}Geo_ADM1Code": NEVER,
        f"{side}Geo_ADM2Code": NEVER,
        f"{side}Geo_Lat": NEVER,
        f"{side}Geo_Long": NEVER,
        f"{side}Geo_FeatureID": NEVER,
    }


_NONE = "0, which is GDELT's word for no place"

EVENTS: dict[str, str] = {
    "GLOBALEVENTID": "52 bits of a hash of event, actor and recipient; the same in every export",
    "Day": "day of the act, YYYYMMDD; else of its first report",
    "MonthYear": "YYYYMM of it",
    "Year": "YYYY of it",
    "FractionDate": "year and fraction by GDELT's formula (months of 30 days)",
    **_actor("Actor1", "the actor"),
    **_actor("Actor2", "the recipient"),
    "IsRootEvent": "1 where the first report tells it in the headline or the first paragraph",
    "EventCode": "CAMEO code by `plover_to_cameo.tsv`, a text with its leading zero",
    "EventBaseCode": "its first three digits",
    "EventRootCode": "its first two digits",
    "QuadClass": "GDELT's quad of the code (01-05, 06-09, 10-14, 15-20); not always ours",
    "GoldsteinScale": "Goldstein's score of the code, from `cameo.tsv`; not our intensity",
    "NumMentions": "places in all standing reports where the act is told",
    "NumSources": "sites that report it",
    "NumArticles": "articles that report it",
    "AvgTone": NEVER,
    **_geo("Actor1", _NONE, NEVER, NEVER),
    **_geo("Actor2", _NONE, NEVER, NEVER),
    **_geo(
        "Action",
        "1 where the place is a country, 0 where none is told, else empty",
        "the place as written",
        "FIPS 10-4 code of its country",
    ),
    "DATEADDED": "when the page of its first report was read, YYYYMMDDHHMMSS",
    "SOURCEURL": "address of that page",
}

MENTIONS: dict[str, str] = {
    "GLOBALEVENTID": "as in the table of events",
    "EventTimeDate": "DATEADDED of the event",
    "MentionTimeDate": "when this report's page was read, YYYYMMDDHHMMSS",
    "MentionType": "1 where the page has an address, else 2",
    "MentionSourceName": "the site",
    "MentionIdentifier": "the address; else the title; else the article's id",
    "SentenceID": "number of the sentence in the text, from 1; empty for headlines",
    "Actor1CharOffset": "where the actor stands in the text, in code points; -1 where it does not",
    "Actor2CharOffset": "likewise the recipient",
    "ActionCharOffset": "likewise the word that names the act",
    "InRawText": "1: texts are coded as they stand",
    "Confidence": "our confidence in percent",
    "MentionDocLen": "length of the text in code points",
    "MentionDocTone": NEVER,
    "MentionDocTranslationInfo": "always empty: nothing is translated",
    "Extras": "`event:ID;report:ID`, the ids in the record",
}
