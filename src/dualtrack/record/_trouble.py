"""What a database complains of, said so that a user can act on it."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from dualtrack._errors import NoRecord, NotARecord, RecordError, RecordNotWritten

_NOTHING = "Nothing was written by halves: run it again."

# A part of what SQLite says -> what to tell.
_SQLITE: tuple[tuple[str, type[RecordError], str], ...] = (
    ("disk is full", RecordNotWritten, f"There is no room left for the record. {_NOTHING}"),
    ("disk I/O error", RecordNotWritten, f"The disk of the record has failed. {_NOTHING}"),
    ("readonly database", RecordNotWritten, "The record may only be read: its file, or the folder "
     "that it lies in, is not open to writing."),
    ("not a database", NotARecord, "The file is no record: it holds something else."),
    ("malformed", NotARecord, "The record's file is damaged; restore it from a copy."),
    ("unable to open", NoRecord, "The record's file cannot be opened: is its folder there, and may "
     "it be read and written?"),
    ("database is locked", NoRecord, "Another program has been writing to the record for ten "
     f"minutes. {_NOTHING}"),
)  # fmt: skip

# The first characters of what PostgreSQL calls SQLSTATE -> what to tell.
_POSTGRES: tuple[tuple[str, type[RecordError], str], ...] = (
    ("53100", RecordNotWritten, f"The database server has no room left. {_NOTHING}"),
    ("53300", NoRecord, "The database server takes no more connections at present."),
    ("25006", RecordNotWritten, "The database may only be read."),
    ("42501", RecordNotWritten, "The user may not do this in the database: it needs the right to "
     "create tables and to write."),
    ("28", NoRecord, "The database server refuses this user or password."),
    ("3D000", NoRecord, "There is no such database on the server: create it first."),
    ("57P", NoRecord, f"The database server ended the connection. {_NOTHING}"),
    ("40", NoRecord, f"Other writers kept getting in the way. {_NOTHING}"),
)  # fmt: skip


def told(error: DBAPIError) -> RecordError:
    """The error as one of ours, with a sentence."""
    state = getattr(error.orig, "sqlstate", None)
    said = " ".join(str(error.orig).split())
    if type(error.orig).__module__.startswith("sqlite3"):
        for part, kind, sentence in _SQLITE:
            if part in said:
                return kind(sentence)
    elif state:
        for part, kind, sentence in _POSTGRES:
            if state.startswith(part):
                return kind(sentence)
    elif error.connection_invalidated:
        return NoRecord(f"The connection to the database was lost. {_NOTHING}")
    elif "connect" in said and 'database "' in said and "not exist" in said:
        return NoRecord(f"There is no such database on the server: create it first ({said}).")
    elif "connect" in said:
        return NoRecord(f"The database cannot be reached: {said}")
    return RecordError(f"The database refuses: {said}")


def passing(error: DBAPIError) -> bool:
    """Whether the transaction only stood in another one's way, so that it may be tried again."""
    return (getattr(error.orig, "sqlstate", None) or "").startswith("40")
