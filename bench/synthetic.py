"""An explainer of any size, in the real shape of data/: invented sources, facts, people and bodies."""

from __future__ import annotations

import random
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.fingerprint import Fingerprint

_LETTERS = string.ascii_uppercase + string.digits
_WORDS = "amber basil cedar delta ember flint grove heath inlet jetty kiosk larch mossy nettle orchard poplar".split()
_CLAIMS = 3
_NO_YEAR = 10_000
_PER_TOPIC = 20
"""Facts. A topic rests on articles of its own, and on some that its neighbors rest on, too."""


@dataclass(frozen=True)
class Size:
    """How many files of each kind an explainer has."""

    name: str
    sources: int
    facts: int
    people: int

    @property
    def bodies(self) -> int:
        """Publishers and origins: a tenth of the sources, and a few."""
        return self.sources // 10 + 5

    @property
    def topics(self) -> int:
        """Folders of facts."""
        return self.facts // _PER_TOPIC

    def facts_of(self, topic: int) -> range:
        """The numbers of a topic's facts."""
        return range(topic * _PER_TOPIC, (topic + 1) * _PER_TOPIC)

    def __str__(self) -> str:
        return f"{self.sources:,} sources, {self.facts:,} facts, {self.people:,} people"


SIZES = {
    size.name: size
    for size in (
        Size("small", 50, 200, 50),
        Size("middle", 500, 2_000, 500),
        Size("large", 5_000, 20_000, 5_000),
    )
}


def topic_name(topic: int) -> str:
    """A topic's name on the pages: words alone, since prose holds no numbers of its own."""
    words = [_WORDS[topic % 16], _WORDS[topic // 16 % 16], _WORDS[topic // 256 % 16]]
    return " ".join(dict.fromkeys(words)).capitalize()


def is_told_in_words(fact: int) -> bool:
    """Whether the articles have no figure on a question, but a few words."""
    return fact % 5 == 4


def make(root: Path, size: Size) -> None:
    """Write the files of an explainer's data/ below `root`: the same for every run."""
    chance = random.Random(size.facts)
    articles: dict[int, list[str]] = {i: [] for i in range(size.sources)}
    for i in range(size.bodies):
        above = f"part_of: body-{i // 7}\n" if i > 7 else ""
        short = f"short: BQ{_LETTERS[i % 36]}\n" if i < 8 else ""
        _write(root, f"organizations/body-{i}", f"name: Body {i}\n{short}kind: agency\n{above}")
    for i in range(size.people):
        source = i % size.sources
        words = f"the keeper of the house Person P{i} said"
        articles[source].append(words)
        _write(
            root,
            f"people/person-{i}",
            f"name: Person P{i}\nspellings:\n  source-{source}: [Person P{i}]\nroles:\n  - post: keeper\n"
            f"    organization: body-1\n    source: source-{source}\n    locator: {words}\n",
        )
    for i in range(size.facts):
        claims = "".join(_claims(i, size, chance, articles))
        _write(
            root,
            f"facts/topic-{i // _PER_TOPIC}/fact-{i}",
            f"question: How many {chance.choice(_WORDS)} boats came by the count {_NO_YEAR + i}?\nlabel: Count {i}\nunit: boats\n"
            f"when: since 2031-05\nabout: [person-{i % size.people}, body-{i % 5}]\nchecked: 2031-06-01\n"
            f"claims:\n{claims}remark: No article says who counted the boats.\n",
        )
    for i, passages in articles.items():
        code = _LETTERS[i // 36 // 36 % 36] + _LETTERS[i // 36 % 36] + _LETTERS[i % 36]
        _write(
            root,
            f"sources/source-{i}",
            f"title: “A morning in the harbor, part {i}”\npublisher: body-{i % 5}\ncode: {code}\npublished: 2031-06\n"
            f"url: https://paper.example.org/{i}\nuse: compared\norder: {i + 1}\nchecked: 2031-06-09\n",
        )
        said = ["an article has at least a few words", *passages]
        article = [f"{words} {chance.choice(_WORDS)}" for words in said]  # what is not shown of it
        made = Fingerprint.of(f"source-{i}", "\n".join(article))
        file = root / "data/fingerprints" / f"source-{i}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(made.dump(), "utf-8")


def _claims(
    fact: int, size: Size, chance: random.Random, articles: dict[int, list[str]]
) -> Iterator[str]:
    """One claim, or of every third question three; of every sixth one of these contradicts the others."""
    for k in range(1 if fact % 3 else _CLAIMS):
        source = (fact // _PER_TOPIC * 5 + (fact + k * 3) % 8) % size.sources
        figure = f"around {1000 + fact % 50 + (k == 2 and fact % 6 == 0) * 4000:,}"
        words = f"saw {figure} {chance.choice(_WORDS)} boats come in since May"
        articles[source].append(words)
        said = "says: boats come in since May" if is_told_in_words(fact) else f"figure: {figure}"
        yield (
            f"  - source: source-{source}\n    origin: body-{(fact + k) % 5}\n    {said}\n"
            f"    period: since 2031-05\n    locator: {words}\n"
        )


def _write(root: Path, path: str, text: str) -> None:
    file = root / "data" / f"{path}.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
