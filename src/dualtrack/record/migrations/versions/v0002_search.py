"""Full-text search over articles and evidence: FTS5 on SQLite, tsvector on PostgreSQL."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

_TOKENS = "tokenize='porter unicode61 remove_diacritics 2'"


def upgrade() -> None:
    """Make the indexes, of what is there already as well."""
    if op.get_bind().dialect.name == "postgresql":
        _tsvector("versions", "coalesce(title, '') || ' ' || text")
        _tsvector("evidence", "words")
    else:
        _fts5("versions", ("title", "text"))
        _fts5("evidence", ("words",))


def _tsvector(table: str, words: str) -> None:
    """An index on words of a table; a tsvector takes a megabyte at most, hence the cut."""
    op.execute(
        f"CREATE INDEX search_{table} ON {table} "
        f"USING gin (to_tsvector('english', left({words}, 200000)))"
    )


def _fts5(table: str, columns: tuple[str, ...]) -> None:
    """An index that keeps no words of its own and follows its table."""
    names, new, old = (
        ", ".join(f"{prefix}{name}" for name in columns) for prefix in ("", "new.", "old.")
    )
    index = f"search_{table}"
    put = f"INSERT INTO {index} (rowid, {names}) VALUES (new.n, {new});"
    take = f"INSERT INTO {index} ({index}, rowid, {names}) VALUES ('delete', old.n, {old});"
    op.execute(
        f"CREATE VIRTUAL TABLE {index} "
        f"USING fts5({names}, content='{table}', content_rowid='n', {_TOKENS})"
    )
    op.execute(f"CREATE TRIGGER {index}_added AFTER INSERT ON {table} BEGIN {put} END")
    op.execute(
        f"CREATE TRIGGER {index}_changed AFTER UPDATE OF {names} ON {table} BEGIN {take} {put} END"
    )
    op.execute(f"CREATE TRIGGER {index}_gone AFTER DELETE ON {table} BEGIN {take} END")
    op.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
