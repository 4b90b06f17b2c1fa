"""The shipped networks: loading, padding, refusing what does not fit."""

from __future__ import annotations

import json
import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from dualtrack._errors import ModelError
from dualtrack.coding._labels import ROLES, trigger_tags
from dualtrack.coding._model import Model, Settings, shipped_model
from dualtrack.coding._pieces import Encoded, assemble, mark

FOLDER = Path(str(files("dualtrack.coding") / "model"))


@pytest.fixture(scope="module")
def model() -> Model:
    return shipped_model()


def encode(model: Model, text: str) -> Encoded:
    return assemble([], model.pieces.words(text))


def test_every_word_has_the_chances_of_every_tag(model: Model) -> None:
    encoded = encode(model, "Iran launched drones at Israel.")
    chances = model.triggers(encoded, range(6))
    assert chances.shape == (6, len(trigger_tags()))
    assert np.allclose(chances.sum(-1), 1, atol=1e-4)
    assert model.triggers(encoded, [1]).shape == (1, len(trigger_tags()))


def test_the_same_window_gives_the_same_scores(model: Model) -> None:
    encoded = encode(model, "The two sides met for talks.")
    first = model.triggers(encoded, range(7))
    model.triggers(encode(model, "War. " * 90), range(9))
    assert np.array_equal(first, model.triggers(encoded, range(7)))


def test_role_scores_are_probabilities(model: Model) -> None:
    encoded = encode(model, "Iran launched drones at Israel.")
    scores = model.roles(mark(encoded, 1, 1))
    assert scores.roles.shape == (6, len(ROLES), 3)
    assert np.allclose(scores.roles.sum(-1), 1, atol=1e-4)
    assert scores.kinds.sum() == pytest.approx(1, abs=1e-4)


def test_confidence_is_linear_between_the_points() -> None:
    settings = Settings(0.0, 0.1, 0.5, {}, 0.5, ((0.0, 0.0), (0.5, 0.2), (1.0, 0.8)))
    assert settings.confidence(0.75) == pytest.approx(0.5)


def test_a_folder_without_a_model_is_said(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="No model"):
        Model(tmp_path)


def test_other_labels_are_refused(tmp_path: Path) -> None:
    card = json.loads((FOLDER / "model.json").read_text("utf-8"))
    (tmp_path / "model.json").write_text(json.dumps({**card, "labels": "other"}), "utf-8")
    with pytest.raises(ModelError, match="other labels"):
        Model(tmp_path)


def test_a_damaged_network_is_said(tmp_path: Path) -> None:
    for name in ("model.json", "tokenizer.json"):
        shutil.copyfile(FOLDER / name, tmp_path / name)
    (tmp_path / "triggers.onnx").write_bytes(b"no network")
    with pytest.raises(ModelError, match=r"triggers\.onnx"):
        Model(tmp_path)


def test_a_card_without_a_setting_is_said(tmp_path: Path) -> None:
    card = json.loads((FOLDER / "model.json").read_text("utf-8"))
    del card["settings"]["keep"]
    (tmp_path / "model.json").write_text(json.dumps(card), "utf-8")
    with pytest.raises(ModelError, match="setting"):
        Model(tmp_path)


def test_the_card_tells_what_made_the_weights() -> None:
    card = json.loads((FOLDER / "model.json").read_text("utf-8"))
    assert {"sha256", "labels", "settings", "made", "dev"} <= set(card)
