from __future__ import annotations


def test_both_ways_are_drawn_with_what_to_try_next(run) -> None:
    done = run("demo")
    assert done.returncode == 0
    text = done.stdout.decode()
    for words in (
        "USA → ISR",
        "ISR → USA",
        "2023-10",
        "Standing conditions",
        "Due",
        "What to try next:",
    ):
        assert words in text
    assert "\x1b" not in text
