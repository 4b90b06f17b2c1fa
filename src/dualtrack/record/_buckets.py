"""Where reports of one act are looked for: a table that follows from the reports alone."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, String, Table

from dualtrack.record._tables import METADATA

# Derived: a report under each number that `_look.buckets` gives it, and the day it was published.
BUCKETS = Table(
    "buckets",
    METADATA,
    Column("bucket", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),  # ordinal; 0 without one
    Column("report", String(16), primary_key=True),
    sqlite_with_rowid=False,
)
