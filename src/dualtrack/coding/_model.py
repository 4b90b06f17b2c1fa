"""The trained networks, run with onnxruntime alone.

A model folder holds `words.npz` (the word table both networks share), `glance.npz` (the first
look), `triggers.onnx`, `roles.onnx`, `tokenizer.json` and `model.json`: the label fingerprint,
thresholds, calibration and the files' hash.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dualtrack._errors import ModelError
from dualtrack.coding._glance import Glance
from dualtrack.coding._labels import ROLES, fingerprint
from dualtrack.coding._pieces import Encoded, Marked, Pieces, load_pieces

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Settings:
    """The figures a model was tuned with (`model.json`)."""

    glance: float  # windows whose first look is below are not read
    floor: float  # candidates below are not looked at twice
    keep: float  # events below are not reported
    role_floor: dict[str, float]  # per role, the probability that makes a span
    cue_floor: float
    calibration: tuple[tuple[float, float], ...]  # (score, share right), rising
    share: float = 0.5  # of the first pass in what both say; the rest is the second's

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
        # A model whose networks hold the word table themselves has neither file.
        shared = (folder / "words.npz").exists()
        self._words = _Words(folder / "words.npz") if shared else None
        self._glance = Glance(folder / "glance.npz") if shared else None
        self._triggers = _session(folder / "triggers.onnx", threads)
        self._roles = _session(folder / "roles.onnx", threads)

    def glance(self, encoded: Encoded, words: Sequence[int]) -> float:
        """First look → the chance that the text made of these words holds an act at all."""
        if not words or self._glance is None or self._words is None:
            return 1.0
        return self._glance.chance(self._words.rows(encoded.ids[encoded.word_piece[words[0]] : -1]))

    def triggers(self, encoded: Encoded, words: Sequence[int]) -> Floats:
        """First pass over a window → tag chances of these of its words [words, 33]."""
        (scores,) = self._triggers.run(None, self._feed(encoded.ids, encoded.types))
        return _softmax(scores[0, [encoded.word_piece[w] for w in words]])

    def roles(self, marked: Marked) -> RoleScores:
        """Second pass over a window with its trigger marked."""
        feed = self._feed(marked.ids, marked.types)
        feed["marks"] = np.array([[marked.opened, marked.closed]], np.int64)
        roles, sectors, cues, kinds, modes, statuses = self._roles.run(None, feed)
        words = marked.word_piece
        return RoleScores(
            _softmax(roles[0, words].reshape(len(words), len(ROLES), 3)),
            _softmax(sectors[0, words]),
            1.0 / (1.0 + np.exp(-cues[0, words])),
            _softmax(kinds[0]),
            _softmax(modes[0]),
            _softmax(statuses[0]),
        )

    def _feed(self, ids: list[int], types: list[int]) -> dict[str, NDArray[Any]]:
        """One window a run: int8 activations are scaled over all that is run together, so windows
        in one batch would change each other's scores; and on a CPU a batch is no faster."""
        shown = (
            {"ids": np.array([ids], np.int64)}
            if self._words is None
            else {"words": self._words.rows(ids)[None]}
        )
        return {
            **shown,
            "types": np.array([types], np.int64),
            "mask": np.ones((1, len(ids)), np.int64),
        }


class _Words:
    """The word table: int8 rows with a scale each."""

    def __init__(self, path: Path) -> None:
        try:
            with np.load(path) as content:
                self._table, self._scale = content["table"], content["scale"]
        except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
            raise ModelError(f"The word table {path.name} cannot be loaded: {error}") from error

    def rows(self, ids: list[int]) -> Floats:
        """The vectors of some pieces, [pieces, size]."""
        out: Floats = self._table[ids].astype(np.float32) * self._scale[ids, None]
        return out


def shipped_model(threads: int = 1) -> Model:
    """The model in the package."""
    with as_file(files("dualtrack.coding") / "model") as folder:
        return Model(folder, threads)


def _settings(card: dict[str, Any]) -> Settings:
    try:
        tuned = card["settings"]
        return Settings(
            tuned.get("glance", 0.0),
            tuned["floor"],
            tuned["keep"],
            dict(tuned["role_floor"]),
            tuned["cue_floor"],
            tuple((float(a), float(b)) for a, b in tuned["calibration"]),
            tuned.get("share", 0.5),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"model.json lacks a setting: {error}") from error


def _session(path: Path, threads: int) -> Any:
    import onnxruntime  # noqa: PLC0415 - loads slowly, and only what codes needs it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the library's errors have no common base
        raise ModelError(f"The model file {path.name} cannot be loaded: {error}") from error


def _softmax(scores: NDArray[Any]) -> Floats:
    scores = scores.astype(np.float32)
    shifted = np.exp(scores - scores.max(-1, keepdims=True))
    result: Floats = shifted / shifted.sum(-1, keepdims=True)
    return result
