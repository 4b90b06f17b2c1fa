"""The two networks: one encoder each, with thin linear heads on the words' first pieces."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from dualtrack.coding._labels import ROLES, mode_labels, trigger_tags, type_labels
from dualtrack.ontology import SECTORS, STATUSES


class Encoder(nn.Module):
    """MiniLM with an explicit additive mask.

    The library's own mask code does not survive tracing to ONNX (padding would be attended
    to without a word), so the 4-D mask is made here and handed to the layers.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(folder, attn_implementation="eager")
        # Dropout on attention costs a third of the time on a CPU and gains nothing measurable.
        config.attention_probs_dropout_prob = 0.0
        model = BertModel.from_pretrained(folder, config=config, add_pooling_layer=False)
        self.embeddings = model.embeddings
        self.layers = model.encoder.layer
        self.size: int = config.hidden_size

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """Ids, types and mask (1 real, 0 padding), each [batch, pieces] → [batch, pieces, size].

        Instead of ids the pieces' rows of the word table may be given, [batch, pieces, size]:
        both networks share that table, so that it is exported once and looked up outside.
        """
        additive = (1.0 - mask[:, None, None, :].float()) * -10000.0
        words = self.embeddings.word_embeddings(ids) if ids.dim() == 2 else ids
        hidden = self.embeddings(inputs_embeds=words, token_type_ids=types)
        for layer in self.layers:
            out = layer(hidden, attention_mask=additive.to(hidden.dtype))
            hidden = out[0] if isinstance(out, tuple) else out
        return hidden


class TriggerNet(nn.Module):
    """First pass: a tag for every piece."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(encoder.size, len(trigger_tags()))

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """→ tag scores, [batch, pieces, tags]."""
        return self.tags(self.drop(self.encoder(ids, types, mask)))


class RoleNet(nn.Module):
    """Second pass: for a marked trigger its roles, and what it is."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        size = encoder.size
        self.drop = nn.Dropout(0.1)
        self.roles = nn.Linear(size, len(ROLES) * 3)
        self.sectors = nn.Linear(size, len(SECTORS))
        self.cues = nn.Linear(size, 2)
        self.pool = nn.Linear(size * 2, size)
        self.kinds = nn.Linear(size, len(type_labels()))
        self.modes = nn.Linear(size, len(mode_labels()))
        self.statuses = nn.Linear(size, len(STATUSES))

    def forward(
        self, ids: Tensor, types: Tensor, mask: Tensor, marks: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
        """`marks` [batch, 2]: the pieces of the two marks.

        → roles [batch, pieces, 6 x 3], sectors [batch, pieces, 18], cues [batch, pieces, 2],
        types [batch, 17], (type, mode) pairs [batch, pairs], statuses [batch, 6].
        """
        hidden = self.drop(self.encoder(ids, types, mask))
        index = marks[:, :, None].expand(-1, -1, hidden.shape[2])
        both = torch.gather(hidden, 1, index).flatten(1)
        pooled = self.drop(torch.tanh(self.pool(both)))
        return (
            self.roles(hidden),
            self.sectors(hidden),
            self.cues(hidden),
            self.kinds(pooled),
            self.modes(pooled),
            self.statuses(pooled),
        )
