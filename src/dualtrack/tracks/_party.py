"""Who a relation is about: a country, a sector of a country, or a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dualtrack._errors import InputError
from dualtrack.coding import Mention
from dualtrack.ontology import SECTORS

_CODE = re.compile(r"([A-Z]{3})(?:/([A-Z]{3}))?")


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a relation; `str(party)` is how it was asked for.

    `country` is an ISO 3166-1 alpha-3 code and `sector` a sector of the codebook, or None;
    `name` is compared without regard to case and to white space.
    """

    spec: str
    country: str | None = None
    sector: str | None = None
    name: str | None = None

    @classmethod
    def parse(cls, spec: str) -> Party:
        """Read `USA`, `USA/MIL` or a name such as `Hezbollah`; InputError if it is neither.

        Three capitals may also be the name of a body without a country (`IMF`), so a code
        without a sector is compared with names as well.
        """
        words = " ".join(spec.split())
        if not words:
            raise InputError("An actor is a code (USA), a code with a sector (USA/MIL) or a name.")
        code = _CODE.fullmatch(words)
        if code is None:
            return cls(words, name=words.casefold())
        country, sector = code.groups()
        if sector and sector not in SECTORS:
            raise InputError(
                f"{words}: there is no sector {sector}; the sectors are {', '.join(SECTORS)}."
            )
        return cls(words, country, sector, None if sector else words.casefold())

    def matches(self, mention: Mention) -> bool:
        """Whether the mention is this party or belongs to it."""
        if self.country is not None and mention.country == self.country:
            return self.sector is None or mention.sector == self.sector
        if self.name is None:
            return False
        written = " ".join(mention.span.text.split()).casefold()
        return self.name in (written, (mention.name or "").casefold())

    def __str__(self) -> str:
        """The party as it was asked for."""
        return self.spec
