"""Lines that recur from page to page of one site are chrome: a memory of them, kept small.

Each page is remembered once it was read. A line counts for the pages that it stood on, not for
how often; the text of lines is not kept, only a hash of it. A memory may be saved as JSON and
go on in another run.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dualtrack._errors import OutputError, TableError
from dualtrack.pages._chrome import fold, is_prose
from dualtrack.pages.dump._lines import Block

_FORM = "dualtrack site memory 1"
_SITES = 500
_LINES = 2_000
_ENOUGH = 3  # pages of a site that must have been read before anything is held against a line
_OFTEN = 0.2  # share of a site's pages on which a story's own line never stands
_MOST_ODDS = 6.0


class _Site:
    """How many pages of one site were read, and on how many each line stood."""

    def __init__(self) -> None:
        self.pages = 0
        self.lines: OrderedDict[str, int] = OrderedDict()


class SiteMemory:
    """Remembers lines by site; `site` is a host, a folder, or any other name for where pages
    come from.

    At most `sites` sites with `lines` lines each are held: the site that was read longest ago
    goes first, and of a site's lines the one that was seen longest ago.
    """

    def __init__(self, *, sites: int = _SITES, lines: int = _LINES) -> None:
        self._most_sites = sites
        self._most_lines = lines
        self._sites: OrderedDict[str, _Site] = OrderedDict()

    def __len__(self) -> int:
        return len(self._sites)

    def pages(self, site: str) -> int:
        """How many pages of a site are remembered."""
        found = self._sites.get(site)
        return found.pages if found else 0

    def add(self, site: str, lines: Sequence[str]) -> None:
        """Remember one page."""
        kept = self._sites.setdefault(site, _Site())
        self._sites.move_to_end(site)
        kept.pages += 1
        for key in dict.fromkeys(map(_key, lines)):
            kept.lines[key] = kept.lines.get(key, 0) + 1
            kept.lines.move_to_end(key)
        while len(kept.lines) > self._most_lines:
            kept.lines.popitem(last=False)
        while len(self._sites) > self._most_sites:
            self._sites.popitem(last=False)

    def share(self, site: str, line: str) -> float:
        """The share of a site's pages on which a line stood, 0 to 1; 0 for a site hardly known."""
        kept = self._sites.get(site)
        if kept is None or kept.pages < _ENOUGH:
            return 0.0
        count = kept.lines.get(_key(line), 0)
        return count / kept.pages if count > 1 else 0.0

    def against(self, site: str, blocks: Sequence[Block]) -> list[float]:
        """What is held against each block, in log odds: 0 for a line that does not recur.

        Nothing is held against a page whose running text is mostly known: it is another copy
        of a page, and not only its chrome recurs.
        """
        shares = [self.share(site, block.plain) for block in blocks]
        if _is_copy(blocks, shares):
            return [0.0] * len(blocks)
        return [
            min(_MOST_ODDS, 3.0 + 3.0 * math.log(share / _OFTEN)) if share > _OFTEN else 0.0
            for share in shares
        ]

    def save(self, path: str | Path) -> None:
        """Write the memory as JSON; OutputError where that cannot be done."""
        sites = {
            name: {"pages": kept.pages, "lines": {k: n for k, n in kept.lines.items() if n > 1}}
            for name, kept in self._sites.items()
        }
        try:
            text = json.dumps({"form": _FORM, "sites": sites}, ensure_ascii=False, indent=1)
            Path(path).write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            raise OutputError(f"The memory cannot be written to {path}: {error}.") from error

    @classmethod
    def load(cls, path: str | Path) -> SiteMemory:
        """A memory that was saved; TableError where the file holds none."""
        try:
            data = json.loads(Path(path).read_text(encoding="utf-8"))
            return cls._of(data)
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise TableError(f"{path} holds no memory of sites that can be read.") from error

    @classmethod
    def _of(cls, data: Any) -> SiteMemory:
        if data["form"] != _FORM:
            raise ValueError(data["form"])
        memory = cls()
        for name, values in list(data["sites"].items())[-_SITES:]:
            site = _Site()
            site.pages = int(values["pages"])
            lines = list(values["lines"].items())[-_LINES:]
            site.lines = OrderedDict((str(key), int(count)) for key, count in lines)
            memory._sites[str(name)] = site
        return memory


def site_of(url: str | None, origin: str | None) -> str | None:
    """What a page shares with others of its site: the host of its address, else its folder."""
    if url:
        try:
            host = urlsplit(url).hostname
        except ValueError:
            host = None
        if host:
            return host
    if not origin or origin == "-":
        return None
    return f"folder {Path(origin).parent.as_posix()}"


def _is_copy(blocks: Sequence[Block], shares: Sequence[float]) -> bool:
    texts = [
        (len(b.plain), share) for b, share in zip(blocks, shares, strict=True) if is_prose(b.plain)
    ]
    known = sum(size for size, share in texts if share > 0)
    return known * 2 > sum(size for size, _ in texts)


def _key(line: str) -> str:
    return hashlib.blake2b(fold(line).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
