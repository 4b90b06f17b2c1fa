from __future__ import annotations

import time
from typing import Any

import pytest

from dualtrack.pages.meta._json_ld import nodes_of, read_json_ld


def test_sound_data_are_read_as_they_stand() -> None:
    assert read_json_ld(' {"a": "b\nc"} ; ') == ([{"a": "b\nc"}], False)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"a": 1,}', [{"a": 1}]),
        ('{"a": 1}\n{"b": [2, "c"]}', [{"a": 1}, {"b": [2, "c"]}]),
        ('{"a": "An "odd" word, "yes", he said", "b": ["x "y" z"]}',
         [{"a": 'An "odd" word, "yes", he said', "b": ['x "y" z']}]),
        ('{&quot;a&quot;: &quot;b&quot;}', [{"a": "b"}]),
        ('{"a": "x"\n"b": "y"}', [{"a": "x", "b": "y"}]),
        ('<!-- // data\n{"a": /* no */ "b\nc", // so\n "d": 1,} -->', [{"a": "b\nc", "d": 1}]),
        ('var data = {"a": 1};', [{"a": 1}]),
        ('{"a": [{"b": "c"}, ', [{"a": [{"b": "c"}]}]),
        (r'{"a": "\u00e9 \/ \"q\"",}', [{"a": 'é / "q"'}]),
    ],
)  # fmt: skip
def test_broken_data_are_mended(text: str, values: list[Any]) -> None:
    assert read_json_ld(text) == (values, True)


def test_half_a_value_is_no_value() -> None:
    assert read_json_ld('{"day": "2024-04-14", "changed": "2024-0') == (
        [{"day": "2024-04-14"}],
        True,
    )


@pytest.mark.parametrize(
    "text",
    [
        "{" * 300_000,
        '{"a":' * 100_000,
        '{"a":"' + '" ' * 300_000,
        '{"a":"' + '\\" ' * 300_000,
        "{" + "/*" * 300_000,
        "{" + "//" * 300_000,
        '{"a"' + " " * 600_000,
    ],
)
def test_hostile_data_take_no_time(text: str) -> None:
    start = time.process_time()
    read_json_ld(text)
    assert time.process_time() - start < 2


def test_nodes_stand_in_graphs_and_inside_others() -> None:
    page = {"@type": "WebPage", "mainEntity": {"@type": "Article"}, "breadcrumb": {"x": 1}}
    nodes = list(nodes_of([[{"@graph": [page, 3]}]]))
    assert [n.get("@type") for n in nodes] == [None, "WebPage", "Article", None]
