from __future__ import annotations

import hashlib
import io

from dualtrack.export._stream import Hashed


def test_it_knows_what_went_through() -> None:
    out = io.BytesIO()
    stream = Hashed(out)
    assert stream.write(b"abc") == 3
    stream.write(b"def")
    stream.flush()
    assert out.getvalue() == b"abcdef"
    assert stream.bytes == 6
    assert stream.sha256 == hashlib.sha256(b"abcdef").hexdigest()
