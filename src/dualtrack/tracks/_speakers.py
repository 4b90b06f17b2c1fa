"""Who vouches for what is told of a pair."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from dualtrack.tracks._act import Act
from dualtrack.tracks._party import fold
from dualtrack.tracks._relation import Speaker


def speakers(acts: Iterable[Act]) -> tuple[Speaker, ...]:
    """Speakers by their words, the most frequent first; acts that nobody vouches for are not in.

    Words are compared without regard to case and white space, and given as most often written.
    The same man under two names is two speakers.
    """
    by_words: dict[str, list[Act]] = defaultdict(list)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for act in acts:
        words = " ".join((act.speaker or "").split())
        if words:
            by_words[fold(words)].append(act)
            written[fold(words)][words] += 1
    found = [Speaker(written[key].most_common(1)[0][0], tuple(a)) for key, a in by_words.items()]
    return tuple(sorted(found, key=lambda s: (-s.count, s.name)))
