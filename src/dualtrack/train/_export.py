"""Networks to ONNX files with per-channel int8 weights, checked against the originals.

The table of word vectors is the same in both networks, since training leaves it as it was. It is
written once, beside them (`words.npz`), and the networks take its rows instead of numbers.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor

from dualtrack._errors import ModelError
from dualtrack.coding._labels import fingerprint
from dualtrack.train._networks import Encoder, RoleNet, TriggerNet

NAMES = {
    "triggers": ("tags",),
    "roles": ("roles", "sectors", "cues", "kinds", "modes", "statuses"),
}
TOLERANCE = 2e-3  # of the fp32 export against the network, on a padded batch


def export(net: RoleNet | TriggerNet, name: str, folder: Path, quantize: bool = True) -> Path:
    """Write `name`.onnx into the folder; → its path.

    The fp32 export is run on a padded batch and must agree with the network: plain exports of
    this encoder lose the padding mask without a word. Raises ModelError if it does not.
    """
    net = net.to("cpu").float().eval()
    ids, rest = _padded_batch(with_marks=name == "roles")
    example = {"words": net.encoder.embeddings.word_embeddings(ids).detach(), **rest}
    target = folder / f"{name}.onnx"
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        axes = {k: {0: "batch", 1: "pieces"} for k in ("words", "types", "mask")}
        if name == "roles":
            axes["marks"] = {0: "batch"}
        torch.onnx.export(
            net,
            tuple(example.values()),
            str(full),
            input_names=list(example),
            output_names=list(NAMES[name]),
            dynamic_axes={**axes, **{k: {0: "batch"} for k in NAMES[name]}},
            opset_version=17,
            dynamo=False,
        )
        _compare(net, full, example)
        if quantize:
            quantize_dynamic(str(full), str(target), per_channel=True, weight_type=QuantType.QInt8)
        else:
            shutil.copyfile(full, target)
    return target


def write_card(folder: Path, settings: dict[str, Any], card: dict[str, Any]) -> None:
    """Write `model.json`: labels, hash of the weights, tuned settings, and what made them."""
    digest = hashlib.sha256()
    for name in ("words.npz", "glance.npz", *(f"{n}.onnx" for n in NAMES)):
        digest.update((folder / name).read_bytes())
    content = {
        "labels": hashlib.sha256(fingerprint().encode()).hexdigest(),
        "sha256": digest.hexdigest(),
        "settings": settings,
        **card,
    }
    (folder / "model.json").write_text(json.dumps(content, indent=1) + "\n", "utf-8")


def write_words(first: Encoder, second: Encoder, folder: Path, quantize: bool = True) -> None:
    """Write the word table both encoders share: int8 rows with a scale each, or as it is.

    Raises ModelError if the encoders' tables differ: one of them was trained on.
    """
    tables = [e.embeddings.word_embeddings.weight.detach().float().cpu() for e in (first, second)]
    if not torch.equal(*tables):
        raise ModelError("The two networks do not have the same word table.")
    table = tables[0].numpy()
    scale = np.ones(len(table), np.float32)
    if quantize:
        scale = np.maximum(np.abs(table).max(1), 1e-9) / 127.0
        table = np.round(table / scale[:, None]).astype(np.int8)
    np.savez(folder / "words.npz", table=table, scale=scale.astype(np.float32))


def _padded_batch(with_marks: bool) -> tuple[Tensor, dict[str, Tensor]]:
    generator = torch.Generator().manual_seed(1)
    ids = torch.randint(1000, 20000, (3, 40), generator=generator)
    mask = torch.ones_like(ids)
    for row, real in enumerate((40, 25, 9)):
        ids[row, real:] = 0
        mask[row, real:] = 0
    types = torch.zeros_like(ids)
    types[:, 5:] = 1
    out = {"types": types, "mask": mask}
    if with_marks:
        out["marks"] = torch.tensor([[3, 5], [2, 8], [1, 3]])
    return ids, out


def _compare(net: RoleNet | TriggerNet, path: Path, example: dict[str, Tensor]) -> None:
    with torch.inference_mode():
        wanted = net(*example.values())
    wanted = wanted if isinstance(wanted, tuple) else (wanted,)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    got: Sequence[Any] = session.run(None, {k: v.numpy() for k, v in example.items()})
    real = example["mask"].bool().numpy()
    for a, b in zip(wanted, got, strict=True):
        left, right = a.numpy(), np.asarray(b)
        if left.ndim == 3:
            left, right = left[real], right[real]
        if not np.allclose(left, right, atol=TOLERANCE):
            raise ModelError("The exported network differs from the trained one on padded input.")
