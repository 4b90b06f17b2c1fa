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
from dualtrack.coding._pieces import assemble, mark

FOLDER = Path(str(files("dualtrack.coding") / "model"))


@pytest.fixture(scope="module")
def model() -> Model:
    return shipped_model()


def rows(model: Model, *texts: str) -> list[tuple[list[int], list[int], list[int]]]:
    made = [assemble([], model.pieces.words(t)) for t in texts]
    return [(e.ids, e.types, e.word_piece) for e in made]


def test_padding_changes_nothing_much(model: Model) -> None:
    short, long = "Iran launched drones at Israel.", "The two sides met for talks. " * 12
    (alone,) = model.triggers(rows(model, short))
    padded, _ = model.triggers(rows(model, short, long))
    assert alone.shape == (6, len(trigger_tags()))
    # int8 activations are scaled by batch, so a little moves; a lost mask moves far more.
    assert float(np.abs(alone - padded).max()) < 0.15


def test_the_order_of_the_rows_is_kept(model: Model) -> None:
    texts = [("war " * n).strip() for n in (30, 2, 70, 5)]
    assert [len(s) for s in model.triggers(rows(model, *texts))] == [30, 2, 70, 5]


def test_role_scores_are_probabilities(model: Model) -> None:
    encoded = assemble([], model.pieces.words("Iran launched drones at Israel."))
    (scores,) = model.roles([mark(encoded, 1, 1)])
    assert scores.roles.shape == (6, len(ROLES), 3)
    assert np.allclose(scores.roles.sum(-1), 1, atol=1e-4)
    assert scores.kinds.sum() == pytest.approx(1, abs=1e-4)


def test_nothing_to_do_is_done(model: Model) -> None:
    assert model.triggers([]) == []
    assert model.roles([]) == []


def test_confidence_is_linear_between_the_points() -> None:
    settings = Settings(0.1, 0.5, {}, 0.5, ((0.0, 0.0), (0.5, 0.2), (1.0, 0.8)))
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
