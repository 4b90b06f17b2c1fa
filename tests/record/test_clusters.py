"""From pairs to acts: people first, then the strongest links, and never by way of a third."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack.record._clusters import Node, clusters

IDS = [f"r{i}" for i in range(8)]
PAIRS = [frozenset(pair) for pair in itertools.combinations(IDS, 2)]


def stands(article: str, day: int = 1) -> Node:
    return Node(article, day, True)


def acts(nodes, links, together=(), apart=(), longest=7):
    return clusters(nodes, links, together, apart, longest=longest)


ABC = {name: stands(f"of {name}") for name in "abc"}


def test_a_link_makes_one_act_and_none_leaves_two():
    assert acts(ABC, [(0.9, "a", "b")]) == [["a", "b"], ["c"]]


def test_links_chain():
    assert acts(ABC, [(0.9, "a", "b"), (0.8, "b", "c")]) == [["a", "b", "c"]]


def test_a_split_holds_also_by_way_of_a_third_which_goes_to_the_stronger():
    links = [(0.8, "a", "c"), (0.9, "b", "c"), (0.95, "a", "b")]
    assert acts(ABC, links, apart=[frozenset("ab")]) == [["a"], ["b", "c"]]


def test_a_merge_by_people_needs_no_link():
    assert acts(ABC, [], together=[frozenset("ac")]) == [["a", "c"], ["b"]]


def test_a_split_is_stronger_than_merges_by_way_of_a_third():
    merges = [frozenset("ab"), frozenset("bc")]
    assert acts(ABC, [], merges, apart=[frozenset("ac")]) == [["a", "b"], ["c"]]


def test_an_article_tells_an_act_once_unless_people_say_otherwise():
    nodes = {"a": stands("one"), "b": stands("two"), "c": stands("one")}
    links = [(0.9, "a", "b"), (0.8, "b", "c")]
    assert acts(nodes, links) == [["a", "b"], ["c"]]
    assert acts(nodes, links, [frozenset("bc")]) == [["a"], ["b", "c"]]
    assert acts(nodes, links, [frozenset("ac")]) == [["a", "b", "c"]]


def test_no_act_is_told_over_more_days_than_the_longest():
    nodes = {name: stands(name, day) for name, day in (("a", 1), ("b", 4), ("c", 8))}
    links = [(0.9, "a", "b"), (0.8, "b", "c")]
    assert acts(nodes, links, longest=6) == [["a", "b"], ["c"]]
    assert acts(nodes, links, longest=7) == [["a", "b", "c"]]


def test_a_report_that_does_not_stand_joins_an_act_but_does_not_join_two():
    nodes = {"a": stands("one"), "b": Node("two", 1, False), "c": stands("three")}
    links = [(0.8, "a", "b"), (0.9, "b", "c")]
    assert acts(nodes, links) == [["a"], ["b", "c"]]
    gone = {name: Node(name, 1, False) for name in "abc"}
    assert acts(gone, links) == [["a", "b", "c"]]


nodes_of_eight = st.lists(
    st.tuples(st.integers(0, 5), st.integers(1, 12), st.booleans()), min_size=8, max_size=8
).map(lambda rows: {id: Node(f"{a}", d, s) for id, (a, d, s) in zip(IDS, rows, strict=True)})
some_links = st.lists(
    st.tuples(st.sampled_from((0.5, 0.7, 0.9)), st.sampled_from(PAIRS)), max_size=16
).map(lambda rows: [(strength, min(pair), max(pair)) for strength, pair in rows])
some_pairs = st.lists(st.sampled_from(PAIRS), max_size=4)


@settings(max_examples=150, deadline=None)
@given(nodes_of_eight, some_links, some_pairs, some_pairs, st.randoms(use_true_random=False))
def test_what_is_given_in_another_order_gives_the_same(nodes, links, together, apart, random):
    first = acts(nodes, links, together, apart)
    assert sorted(itertools.chain(*first)) == IDS
    shuffled = dict(random.sample(sorted(nodes.items()), len(nodes)))
    turned = [(s, b, a) if random.random() < 0.5 else (s, a, b) for s, a, b in links]
    for given_ in (turned, together, apart):
        random.shuffle(given_)
    assert acts(shuffled, turned, together, apart) == first


@settings(max_examples=150, deadline=None)
@given(nodes_of_eight, some_links, some_pairs, some_pairs)
def test_what_people_put_apart_is_apart_and_what_they_put_together_is_together(
    nodes, links, together, apart
):
    found = acts(nodes, links, together, apart)
    of = {id: i for i, act in enumerate(found) for id in act}
    for pair in apart:
        one, other = pair
        assert of[one] != of[other]
    if not apart:
        for pair in together:
            one, other = pair
            assert of[one] == of[other]


@settings(max_examples=100, deadline=None)
@given(nodes_of_eight, some_links, some_pairs, some_pairs)
def test_parts_that_nothing_joins_can_be_worked_out_alone(nodes, links, together, apart):
    """What `derive` rests on: it looks at no more than hangs together."""
    edges = [frozenset(link[1:]) for link in links] + together
    part = {"r0"}
    while more := {id for edge in edges if edge & part for id in edge} - part:
        part |= more
    whole = acts(nodes, links, together, apart)
    alone = acts({id: nodes[id] for id in part}, links, together, apart)
    assert alone == [act for act in whole if act[0] in part]
