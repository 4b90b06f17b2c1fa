"""The export agrees with the network, or is refused."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

pytest.importorskip("torch", reason="needs the extra `train`")
pytest.importorskip("transformers", reason="needs the extra `train`")

from copy import deepcopy

import torch

from dualtrack._errors import ModelError
from dualtrack.train import _export
from dualtrack.train._networks import Encoder, RoleNet, TriggerNet

pytestmark = pytest.mark.train


@pytest.mark.parametrize("name", ["triggers", "roles"])
def test_int8_runs_and_lies_near(encoder: Encoder, tmp_path: Path, name: str) -> None:
    net = TriggerNet(encoder) if name == "triggers" else RoleNet(encoder)
    path = _export.export(net, name, tmp_path)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    ids, rest = _export._padded_batch(with_marks=name == "roles")
    feed = {k: v.numpy() for k, v in rest.items()}
    feed["words"] = encoder.embeddings.word_embeddings(ids).detach().numpy()
    out = session.run(None, feed)
    wanted = net(ids, *rest.values())
    first = wanted[0] if isinstance(wanted, tuple) else wanted
    real = feed["mask"].astype(bool)
    assert float(np.abs(out[0][real] - first.detach().numpy()[real]).mean()) < 0.1


def test_an_export_that_differs_is_refused(
    encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_export, "TOLERANCE", -1.0)
    with pytest.raises(ModelError, match="differs"):
        _export.export(TriggerNet(encoder), "triggers", tmp_path)


def test_the_card_names_labels_weights_and_settings(encoder: Encoder, tmp_path: Path) -> None:
    for name, net in (("triggers", TriggerNet(encoder)), ("roles", RoleNet(encoder))):
        _export.export(net, name, tmp_path)
    _export.write_words(encoder, encoder, tmp_path)
    (tmp_path / "glance.npz").write_bytes(b"the first look")
    _export.write_card(tmp_path, {"keep": 0.5}, {"made": {}})
    card = json.loads((tmp_path / "model.json").read_text("utf-8"))
    assert len(card["labels"]) == len(card["sha256"]) == 64
    assert card["settings"] == {"keep": 0.5}


def test_the_word_table_is_kept_within_a_hundredth(encoder: Encoder, tmp_path: Path) -> None:
    _export.write_words(encoder, encoder, tmp_path)
    with np.load(tmp_path / "words.npz") as kept:
        table = kept["table"].astype(np.float32) * kept["scale"][:, None]
    wanted = encoder.embeddings.word_embeddings.weight.detach().numpy()
    assert np.abs(table - wanted).max() <= np.abs(wanted).max() / 100


def test_two_word_tables_are_refused(encoder: Encoder, tmp_path: Path) -> None:
    other = deepcopy(encoder)
    with torch.no_grad():
        other.embeddings.word_embeddings.weight[7] += 1.0
    with pytest.raises(ModelError, match="word table"):
        _export.write_words(encoder, other, tmp_path)
