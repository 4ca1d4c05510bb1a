"""Lists that are cut into volumes: on which page each person, body, article and topic stands.

A list that has grown too long for one page goes on on another: `{{ people_directory(first="g") }}` begins at the
first id that begins with "g" or comes after it, and there the page before ends. So nothing is left out and nothing
stands twice, whatever is added later; and as an id stays, so does its page, until somebody cuts anew.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

BY_ID = frozenset("people_directory organization_list source_list single_source_list".split())
BY_TOPIC = frozenset("comparison_table cover differences".split())
CUT = BY_ID | BY_TOPIC
"""The words of lists that can be cut, by ids or by topics in the order of the site."""

_T = TypeVar("_T")
_Place = tuple[int, str]


@dataclass(frozen=True, slots=True, order=True)
class Volume:
    """Where a volume begins, as it sorts and as it was typed, and the file of its page."""

    place: _Place
    first: str
    path: str


@dataclass(frozen=True, slots=True)
class Volumes:
    """The volumes of each list that is cut, in order; and the topics by their order on the site."""

    cut: Mapping[str, tuple[Volume, ...]] = field(default_factory=dict)
    topics: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, found: Iterable[tuple[str, str, str]], topics: Iterable[str]) -> Volumes:
        """Take the word, the `first` and the path of each list; one that nowhere has a `first` is not cut."""
        order = {topic: number for number, topic in enumerate(topics)}
        volumes: dict[str, list[Volume]] = defaultdict(list)
        for word, first, path in found:
            volumes[word].append(Volume(_place(word, first, order), first, path))
        cut = {word: tuple(sorted(them)) for word, them in volumes.items()}
        return cls({word: them for word, them in cut.items() if any(v.first for v in them)}, order)

    def volume(self, word: str, key: str) -> Volume | None:
        """The volume that has an id or a topic; the first has all that comes before it, too. None if the list is not cut."""
        volumes = self.cut.get(word)
        if not volumes:
            return None
        place = _place(word, key, self.topics)
        after = bisect_right(volumes, place, key=lambda volume: volume.place)
        return volumes[max(after - 1, 0)]

    def first(self, word: str, key: str) -> str:
        """Where the volume that has an id or a topic begins, as it was typed."""
        volume = self.volume(word, key)
        return volume.first if volume else ""


class Divided:
    """What each volume of a list holds, found for all volumes at once when the first of them is asked for."""

    def __init__(self, volumes: Volumes) -> None:
        self._volumes = volumes
        self._of: dict[str, dict[str, dict[str, Any]]] = {}

    def volume(self, word: str, first: str, all_of_it: Mapping[str, _T]) -> Mapping[str, _T]:
        """What a list has in the volume that begins at `first`; all where it is not cut."""
        if word not in self._of:
            self._of[word] = defaultdict(dict)
            for key, value in all_of_it.items():
                self._of[word][self._volumes.first(word, key)][key] = value
        return self._of[word].get(first, {})


def _place(word: str, key: str, topics: Mapping[str, int]) -> _Place:
    """A place that sorts: topics as the site has them, ids by their letters; nothing comes first."""
    if word in BY_TOPIC:
        return (topics.get(key, len(topics)) if key else -1, "")
    return (0, key)
