"""The trained networks, run with onnxruntime alone.

A model folder holds `triggers.onnx`, `roles.onnx`, `tokenizer.json` and `model.json`: the label
fingerprint, thresholds, calibration and the files' hashes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dualtrack._errors import ModelError
from dualtrack.coding._labels import ROLES, fingerprint
from dualtrack.coding._pieces import PAD, Marked, Pieces, load_pieces

Floats = NDArray[np.float32]
BATCH_PIECES = 6144  # pieces a batch at most: bounds memory whatever the windows' length
BATCH_ROWS = 32


@dataclass(frozen=True, slots=True)
class Settings:
    """The figures a model was tuned with (`model.json`)."""

    floor: float  # candidates below are not looked at twice
    keep: float  # events below are not reported
    role_floor: dict[str, float]  # per role, the probability that makes a span
    cue_floor: float
    calibration: tuple[tuple[float, float], ...]  # (score, share right), rising

    def confidence(self, score: float) -> float:
        """The share of events right at this score, as measured; linear between the points."""
        xs, ys = zip(*self.calibration, strict=True)
        return float(np.interp(score, xs, ys))


@dataclass(frozen=True, slots=True)
class RoleScores:
    """What the second pass says of one trigger: probabilities by word and as a whole.

    `roles` [words, 6, 3], `sectors` [words, 18], `cues` [words, 2], `kinds` [17],
    `modes` [pairs], `statuses` [6].
    """

    roles: Floats
    sectors: Floats
    cues: Floats
    kinds: Floats
    modes: Floats
    statuses: Floats


class Model:
    """Both networks and the tokenizer. `digest` names the weights: "sha256:…"."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        try:
            card = json.loads((folder / "model.json").read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise ModelError(f"No model can be read in {folder.name}: {error}") from error
        if card.get("labels") != hashlib.sha256(fingerprint().encode()).hexdigest():
            raise ModelError("The model was trained with other labels than this version knows.")
        self.settings = _settings(card)
        self.pieces: Pieces = load_pieces(folder / "tokenizer.json")
        self.digest = "sha256:" + card["sha256"][:16]
        self._triggers = _session(folder / "triggers.onnx", threads)
        self._roles = _session(folder / "roles.onnx", threads)

    def triggers(self, rows: Sequence[tuple[list[int], list[int], list[int]]]) -> list[Floats]:
        """First pass over (ids, types, first pieces of the words) → tag chances [words, 33]."""
        out: list[Floats] = [np.zeros((0, 0), np.float32)] * len(rows)
        for block in _blocks([len(r[0]) for r in rows]):
            feed = _feed([rows[i][0] for i in block], [rows[i][1] for i in block])
            (scores,) = self._triggers.run(None, feed)
            for row, i in enumerate(block):
                out[i] = _softmax(scores[row, rows[i][2]])
        return out

    def roles(self, rows: Sequence[Marked]) -> list[RoleScores]:
        """Second pass over marked windows."""
        out: dict[int, RoleScores] = {}
        for block in _blocks([len(r.ids) for r in rows]):
            feed = _feed([rows[i].ids for i in block], [rows[i].types for i in block])
            feed["marks"] = np.array([(rows[i].opened, rows[i].closed) for i in block], np.int64)
            roles, sectors, cues, kinds, modes, statuses = self._roles.run(None, feed)
            for row, i in enumerate(block):
                words = rows[i].word_piece
                out[i] = RoleScores(
                    _softmax(roles[row, words].reshape(len(words), len(ROLES), 3)),
                    _softmax(sectors[row, words]),
                    1.0 / (1.0 + np.exp(-cues[row, words])),
                    _softmax(kinds[row]),
                    _softmax(modes[row]),
                    _softmax(statuses[row]),
                )
        return [out[i] for i in range(len(rows))]


def shipped_model(threads: int = 1) -> Model:
    """The model in the package."""
    with as_file(files("dualtrack.coding") / "model") as folder:
        return Model(folder, threads)


def _settings(card: dict[str, Any]) -> Settings:
    try:
        tuned = card["settings"]
        return Settings(
            tuned["floor"],
            tuned["keep"],
            dict(tuned["role_floor"]),
            tuned["cue_floor"],
            tuple((float(a), float(b)) for a, b in tuned["calibration"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"model.json lacks a setting: {error}") from error


def _session(path: Path, threads: int) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # The arena keeps the largest batch's memory for ever; batches are bounded, so little is lost.
    options.enable_cpu_mem_arena = False
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the library's errors have no common base
        raise ModelError(f"The model file {path.name} cannot be loaded: {error}") from error


def _blocks(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Row numbers in batches of like length."""
    block: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if block and (len(block) >= BATCH_ROWS or (len(block) + 1) * lengths[i] > BATCH_PIECES):
            yield block
            block = []
        block.append(i)
    if block:
        yield block


def _feed(ids: Sequence[list[int]], types: Sequence[list[int]]) -> dict[str, NDArray[np.int64]]:
    size = max(len(r) for r in ids)
    feed = {k: np.zeros((len(ids), size), np.int64) for k in ("ids", "types", "mask")}
    feed["ids"] += PAD
    for row, (a, b) in enumerate(zip(ids, types, strict=True)):
        feed["ids"][row, : len(a)] = a
        feed["types"][row, : len(b)] = b
        feed["mask"][row, : len(a)] = 1
    return feed


def _softmax(scores: NDArray[Any]) -> Floats:
    scores = scores.astype(np.float32)
    shifted = np.exp(scores - scores.max(-1, keepdims=True))
    result: Floats = shifted / shifted.sum(-1, keepdims=True)
    return result
