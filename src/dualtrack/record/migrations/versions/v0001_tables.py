"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    _read()
    _coded()
    _linked()
    _judged()
    _derived()


def _read() -> None:
    """Articles, their versions, and which were deleted."""
    op.create_table(
        "articles",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("site", sa.Text(), nullable=True),
        sa.Column("given", sa.Text(), nullable=True),
        sa.Column("first_seen", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
    )
    op.create_index(op.f("ix_articles_given"), "articles", ["given"], unique=False)
    op.create_index(op.f("ix_articles_site"), "articles", ["site"], unique=False)
    op.create_table(
        "versions",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("article", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("seen", sa.DateTime(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("rest", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_versions_article")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_versions")),
        sa.UniqueConstraint("article", "digest", name=op.f("uq_versions_article_digest")),
        sa.UniqueConstraint("article", "number", name=op.f("uq_versions_article_number")),
        sa.UniqueConstraint("id", name=op.f("uq_versions_id")),
    )
    op.create_index(op.f("ix_versions_published"), "versions", ["published"], unique=False)
    op.create_table(
        "deletions",
        sa.Column("article", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_deletions_article")),
        sa.PrimaryKeyConstraint("article", name=op.f("pk_deletions")),
    )


def _coded() -> None:
    """Codings, their reports, and the sentences of these."""
    op.create_table(
        "codings",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("version", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("codebook", sa.Text(), nullable=False),
        sa.Column("uncoded", sa.Text(), nullable=True),
        sa.Column("uncoded_message", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["version"], ["versions.id"], name=op.f("fk_codings_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_codings")),
        sa.UniqueConstraint(
            "version",
            "coder",
            "model",
            "codebook",
            name=op.f("uq_codings_version_coder_model_codebook"),
        ),
        sa.UniqueConstraint("version", "number", name=op.f("uq_codings_version_number")),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("coding", sa.String(length=16), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["coding"], ["codings.id"], name=op.f("fk_reports_coding")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("coding", "event", name=op.f("uq_reports_coding_event")),
    )
    op.create_table(
        "evidence",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_evidence_report")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_evidence")),
        sa.UniqueConstraint("report", name=op.f("uq_evidence_report")),
    )


def _linked() -> None:
    """What joins reports, and where to look for them."""
    op.create_table(
        "lineage",
        sa.Column("old", sa.String(length=16), nullable=False),
        sa.Column("new", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["new"], ["reports.id"], name=op.f("fk_lineage_new")),
        sa.ForeignKeyConstraint(["old"], ["reports.id"], name=op.f("fk_lineage_old")),
        sa.PrimaryKeyConstraint("old", "new", name=op.f("pk_lineage")),
    )
    op.create_index(op.f("ix_lineage_new"), "lineage", ["new"], unique=False)
    op.create_table(
        "links",
        sa.Column("a", sa.String(length=16), nullable=False),
        sa.Column("b", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.String(length=32), nullable=False),
        sa.Column("strength", sa.Float(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["a"], ["reports.id"], name=op.f("fk_links_a")),
        sa.ForeignKeyConstraint(["b"], ["reports.id"], name=op.f("fk_links_b")),
        sa.PrimaryKeyConstraint("a", "b", "rule", name=op.f("pk_links")),
    )
    op.create_index(op.f("ix_links_b"), "links", ["b"], unique=False)
    op.create_table(
        "buckets",
        sa.Column("bucket", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("bucket", "day", "report", name=op.f("pk_buckets")),
        sqlite_with_rowid=False,
    )


def _judged() -> None:
    """What people said."""
    op.create_table(
        "judgements",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("target", sa.String(length=16), nullable=False),
        sa.Column("other", sa.String(length=16), nullable=True),
        sa.Column("field", sa.String(length=32), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_judgements")),
        sa.UniqueConstraint("id", name=op.f("uq_judgements_id")),
    )
    op.create_index(op.f("ix_judgements_other"), "judgements", ["other"], unique=False)
    op.create_index(op.f("ix_judgements_target"), "judgements", ["target"], unique=False)


def _derived() -> None:
    """What follows from the other tables."""
    op.create_table(
        "events",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("judged", sa.Boolean(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("mode", sa.String(length=32), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("track", sa.String(length=16), nullable=True),
        sa.Column("intensity", sa.Float(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("reported", sa.Date(), nullable=True),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("conditional", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_on"), "events", ["on"], unique=False)
    op.create_index(op.f("ix_events_reported"), "events", ["reported"], unique=False)
    op.create_table(
        "members",
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.Column("event", sa.String(length=16), nullable=False),
        sa.Column("article", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_members")),
    )
    op.create_index(op.f("ix_members_article"), "members", ["article"], unique=False)
    op.create_index(op.f("ix_members_event"), "members", ["event"], unique=False)
    op.create_table(
        "parties",
        sa.Column("event", sa.String(length=16), nullable=False),
        sa.Column("side", sa.String(length=1), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(length=3), nullable=True),
        sa.Column("sector", sa.String(length=3), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("written", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event", "side", "place", name=op.f("pk_parties")),
    )
    op.create_index(op.f("ix_parties_country_side"), "parties", ["country", "side"], unique=False)
    op.create_index(op.f("ix_parties_name"), "parties", ["name"], unique=False)
