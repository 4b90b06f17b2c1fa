"""A very small encoder, for tests of training."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dualtrack.train._networks import Encoder


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    """An encoder of two thin layers with the real vocabulary's size."""
    # Here and not above: without the extra `train`, only the tests that need it are skipped.
    from transformers import BertConfig, BertModel

    from dualtrack.train._networks import Encoder

    folder = tmp_path_factory.mktemp("base")
    config = BertConfig(
        hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64
    )
    BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    return Encoder(folder)
