"""The whole training on a handful of lines and a very small encoder, stage by stage."""

from __future__ import annotations

import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="needs the extra `train`")
pytest.importorskip("transformers", reason="needs the extra `train`")

from transformers import BertConfig, BertModel

from dualtrack.train import _pipeline
from dualtrack.train._fit import Settings
from gold_lines import event, who

pytestmark = [pytest.mark.train, pytest.mark.slow]
LINES = [
    ("a", "Iran struck Israel.", [event("struck", actors=[who("Iran", "IRN")])]),
    ("b", "Rain fell on the city.", []),
    ("c", "France met Spain.", [event("met", "CONSULT", actors=[who("France", "FRA")])]),
]


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _pipeline.Plan:
    base = tmp_path / "base"
    config = BertConfig(
        hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=64
    )
    BertModel(config, add_pooling_layer=False).save_pretrained(base)
    model = Path(str(files("dualtrack.coding") / "model"))
    shutil.copyfile(model / "tokenizer.json", base / "tokenizer.json")
    monkeypatch.setattr(_pipeline, "base_folder", lambda: base)
    gold = tmp_path / "gold.jsonl"
    gold.write_text(
        "".join(
            json.dumps({"id": f"{i}{n}", "text": text, "events": events}) + "\n"
            for n in range(3)
            for i, text, events in LINES
        ),
        "utf-8",
    )
    short = Settings(epochs=1, batch=4)
    return _pipeline.Plan(
        gold, gold, tmp_path / "run", first=short, triggers=short, fold=short, roles=short
    )


def test_all_stages_leave_a_model_and_are_not_done_twice(
    plan: _pipeline.Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = _pipeline.train(plan)
    assert {"event", "dyad", "silence"} <= set(figures)
    card = json.loads((plan.run / "model.json").read_text("utf-8"))
    assert {"made", "dev", "dev fp32", "settings"} <= set(card)

    def never(*args: object) -> None:
        raise AssertionError("a stage was done again")

    monkeypatch.setattr(_pipeline, "fit", never)
    assert set(_pipeline.train(plan)) == set(figures)
