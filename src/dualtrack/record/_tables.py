"""The record's tables. What was read, coded, linked and judged is only ever added to.

Ids are made of what they name (`_ids.py`), so that adding the same again changes nothing and two
runs that read the same end in the same rows. `events`, `members` and `parties` hold nothing of
their own: they are what follows from the other tables, kept so that it can be asked for quickly,
and `Store.rebuild` makes them anew. Moments are UTC, without a zone.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# A page, known by the hash of its address or, without one, of its text; where a line gave it an
# id, by the hash of that and of its address.
ARTICLES = Table(
    "articles",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("url", Text),
    Column("site", Text, index=True),
    Column("given", Text, index=True),  # the id that its line gave it, if one did
    Column("first_seen", DateTime, nullable=False),
)

# The page as it stood at one time. `digest` is of all that a coder or a reader is given.
VERSIONS = Table(
    "versions",
    METADATA,
    Column("n", Integer, primary_key=True, autoincrement=True),  # for full-text search alone
    Column("id", String(16), nullable=False, unique=True),
    Column("article", ForeignKey("articles.id"), nullable=False),
    Column("number", Integer, nullable=False),  # 1, 2, … in the order in which they were read
    Column("digest", String(64), nullable=False),
    Column("seen", DateTime, nullable=False),
    Column("published", Date, index=True),  # the day in UTC
    Column("title", Text),
    Column("text", Text, nullable=False),
    Column("language", String(8)),
    Column("section", Text, nullable=False),  # a JSON list, outermost first
    Column("rest", Text, nullable=False),  # JSON: every other field of the article
    UniqueConstraint("article", "number"),
    UniqueConstraint("article", "digest"),
)

# One coder's pass over one version; `uncoded` is the reason where it gave no events for one.
CODINGS = Table(
    "codings",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("version", ForeignKey("versions.id"), nullable=False),
    Column("number", Integer, nullable=False),  # of this version's codings, from 1
    Column("at", DateTime, nullable=False),
    Column("coder", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("codebook", Text, nullable=False),
    Column("uncoded", Text),
    Column("uncoded_message", Text),
    UniqueConstraint("version", "number"),
    UniqueConstraint("version", "coder", "model", "codebook"),
)

# What one coding found at one trigger: one report of an act. Never changed, also not by a judge.
# A report that a judge added has a coding whose coder is "judge".
REPORTS = Table(
    "reports",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("coding", ForeignKey("codings.id"), nullable=False),
    Column("event", Text, nullable=False),  # `Event.id`, which says nothing of the coding
    Column("body", Text, nullable=False),  # `Event.to_dict()` as JSON
    UniqueConstraint("coding", "event"),
)

# The sentence of each report, to be searched.
EVIDENCE = Table(
    "evidence",
    METADATA,
    Column("n", Integer, primary_key=True, autoincrement=True),  # for full-text search alone
    Column("report", ForeignKey("reports.id"), nullable=False, unique=True),
    Column("words", Text, nullable=False),
)

# Two reports that a rule takes for one act. Which links hold is for `_clusters.py` to say.
LINKS = Table(
    "links",
    METADATA,
    Column("a", ForeignKey("reports.id"), primary_key=True),  # a < b
    Column("b", ForeignKey("reports.id"), primary_key=True),
    Column("rule", String(32), primary_key=True),
    Column("strength", Float, nullable=False),
    Column("why", Text, nullable=False),  # JSON: what agreed, and how well
    Column("at", DateTime, nullable=False),
    Index(None, "b"),
)

# The same words coded again, or told again in a changed page: `old` lives on in `new`, which
# claims the same (type, mode, status, actors, recipients), so that what people said of `old`
# holds for it.
LINEAGE = Table(
    "lineage",
    METADATA,
    Column("old", ForeignKey("reports.id"), primary_key=True),
    Column("new", ForeignKey("reports.id"), primary_key=True),
    Column("kind", String(16), nullable=False),  # "recoded" or "reread"
    Column("at", DateTime, nullable=False),
    Index(None, "new"),
)

# What people said. `target` is a report (merge and split: and `other` a second one), an article
# for "add", a judgement for "undo". Values are JSON.
JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("n", Integer, primary_key=True, autoincrement=True),  # their order
    Column("id", String(16), nullable=False, unique=True),
    Column("at", DateTime, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", String(16), nullable=False),
    Column("target", String(16), nullable=False, index=True),
    Column("other", String(16), index=True),
    Column("field", String(32)),
    Column("before", Text),
    Column("after", Text),
    Column("why", Text),
)

# Articles whose words are gone on purpose. Their events stay as tombstones, without words.
DELETIONS = Table(
    "deletions",
    METADATA,
    Column("article", ForeignKey("articles.id"), primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text),
)

# Derived: one act. `id` is that of its first report; `body` is that report's event with what
# judges changed in it. `state` is "standing", "rejected", "vanished" or "deleted".
EVENTS = Table(
    "events",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("state", String(16), nullable=False),
    Column("judged", Boolean, nullable=False),
    Column("reports", Integer, nullable=False),  # that stand
    Column("articles", Integer, nullable=False),
    Column("type", String(16), nullable=False),
    Column("mode", String(32)),
    Column("status", String(16), nullable=False),
    Column("track", String(16)),
    Column("intensity", Float, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("reported", Date),  # day of its first report
    Column("on", Date),
    Column("until", Date),
    Column("conditional", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    Index(None, "reported"),
    Index(None, "on"),
)

# Derived: which act each current report tells of.
MEMBERS = Table(
    "members",
    METADATA,
    Column("report", String(16), primary_key=True),
    Column("event", String(16), nullable=False, index=True),
    Column("article", String(16), nullable=False, index=True),
    Column("state", String(16), nullable=False),
)

# Derived: who did it and to whom it was done.
PARTIES = Table(
    "parties",
    METADATA,
    Column("event", String(16), primary_key=True),
    Column("side", String(1), primary_key=True),  # "a" actor, "r" recipient
    Column("place", Integer, primary_key=True),  # in the event's list, from 0
    Column("country", String(3)),
    Column("sector", String(3), nullable=False),
    Column("name", Text),  # folded: lower case, single spaces
    Column("written", Text, nullable=False),  # folded
    Index(None, "country", "side"),
    Index(None, "name"),
)
