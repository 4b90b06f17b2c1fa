"""Parquet: the JSONL's fields as typed, nested columns. Needs the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from dualtrack._errors import MissingExtra
from dualtrack.coding import Event

_GROUP = 5_000  # events a row group: a few megabytes held in memory


class _Counting:
    """A stream that knows how much was written, for places such as pipes that cannot tell."""

    closed = False

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._at, self.lost = stream, 0, False

    def write(self, data: bytes) -> int:
        if not self.lost:
            self._stream.write(data)
        self._at += len(data)
        return len(data)

    def tell(self) -> int:
        return self._at

    def flush(self) -> None:
        if not self.lost:
            self._stream.flush()

    def close(self) -> None:
        """Whoever opened the stream closes it."""

    def readable(self) -> bool:
        return False

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow as pa  # noqa: PLC0415 - optional
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtra("Writing Parquet", "parquet") from error
    return pa, pq


def schema() -> Any:
    """The pyarrow schema: names and nesting as in JSONL, days as date32, offsets as int32."""
    pa, _ = _pyarrow()
    words = [("text", pa.string()), ("start", pa.int32()), ("end", pa.int32())]
    span = [*words, ("where", pa.string())]
    party = pa.struct(
        [*span, ("name", pa.string()), ("country", pa.string()), ("sector", pa.string())]
    )
    quantity = pa.struct(
        [
            *span,
            ("low", pa.float64()),
            ("high", pa.float64()),
            ("of", pa.string()),
            ("unit", pa.string()),
            ("relation", pa.string()),
        ]
    )
    when = [("on", pa.date32()), ("until", pa.date32()), ("precision", pa.string())]
    return pa.schema(
        [
            ("id", pa.string()),
            ("article", pa.string()),
            ("published", pa.date32()),
            *((name, pa.string()) for name in ("type", "mode", "quad", "track", "status")),
            ("intensity", pa.float32()),
            ("confidence", pa.float32()),
            ("trigger", pa.struct(span)),
            ("also", pa.list_(pa.struct(span))),
            ("actors", pa.list_(party)),
            ("recipients", pa.list_(party)),
            ("speaker", pa.struct(span)),
            ("condition", pa.struct([*span, ("kind", pa.string())])),
            ("location", pa.struct([*span, ("country", pa.string())])),
            ("date", pa.struct([*span, *when, ("from", pa.string())])),
            ("quantities", pa.list_(quantity)),
            ("sentence", pa.struct([("start", pa.int32()), ("end", pa.int32())])),
            ("coder", pa.struct([(n, pa.string()) for n in ("version", "model", "codebook")])),
        ]
    )


class ParquetRows:
    """Writes rows of a schema in groups, as they come. Halves of surrogate pairs become `?`."""

    def __init__(self, stream: BinaryIO, schema: Any) -> None:
        self._pa, pq = _pyarrow()
        self._schema = schema
        self._sink = _Counting(stream)
        self._writer = pq.ParquetWriter(self._sink, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def write(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Take the rows in; a full row group is written."""
        self._rows.extend(_clean(dict(row)) for row in rows)
        if len(self._rows) >= _GROUP:
            self._flush()

    def finish(self) -> None:
        """Write the last row group and the footer."""
        self._flush()
        self._writer.close()

    def abandon(self) -> None:
        """Write no footer: pyarrow would, to a stream that is closed by then."""
        self._sink.lost = True
        self._rows.clear()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(self._pa.Table.from_pylist(self._rows, schema=self._schema))
            self._rows.clear()


class ParquetWriter:
    """Writes events as rows, in groups, as they come. Halves of surrogate pairs become `?`."""

    def __init__(self, stream: BinaryIO) -> None:
        self._rows = ParquetRows(stream, schema())

    def write(self, events: Iterable[Event]) -> None:
        """Take the events in; a full row group is written."""
        self._rows.write(map(parquet_row, events))

    def finish(self) -> None:
        """Write the last row group and the footer."""
        self._rows.finish()

    def abandon(self) -> None:
        """Write no footer."""
        self._rows.abandon()


def parquet_row(event: Event) -> dict[str, Any]:
    """The event as `schema` has it."""
    row = event.to_dict()
    row["published"] = event.published
    row["date"] |= {"on": event.date.on, "until": event.date.until}
    spans = [row["trigger"], row["speaker"], row["condition"], row["location"]]
    spans += [*row["actors"], *row["recipients"], *row["quantities"], *row["also"]]
    if event.date.span:
        spans.append(row["date"])
    for span in spans:
        if span is not None:
            span.setdefault("where", "text")
    return row


def _clean(value: Any) -> Any:
    """The same value in text that UTF-8 can hold."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {k: _clean(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_clean(v) for v in value]
    return value
