"""Which coder the package ships, told without loading it."""

from __future__ import annotations

import json
from importlib.resources import files

from dualtrack._errors import ModelError
from dualtrack._version import __version__
from dualtrack.coding._coder import CODEBOOK
from dualtrack.coding._event import CoderInfo


def shipped_info() -> CoderInfo:
    """What `Coder().info` is, from the model's card alone. Raises ModelError without one."""
    try:
        card = json.loads((files("dualtrack.coding") / "model" / "model.json").read_text("utf-8"))
        return CoderInfo(__version__, "sha256:" + card["sha256"][:16], CODEBOOK)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"The shipped model has no card that can be read: {error}") from error
