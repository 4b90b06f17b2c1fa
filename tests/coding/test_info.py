from __future__ import annotations

import pytest

from dualtrack.coding import Coder, shipped_info


@pytest.mark.slow
def test_it_is_the_shipped_coders_own() -> None:
    assert shipped_info() == Coder().info
