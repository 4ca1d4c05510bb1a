"""What the check of passages catches, measured over all the real data: one thing changed at a time."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from macros.figure import QUALIFIERS, Figure
from macros.fold import contains, words
from macros.library import Library
from macros.loading import load
from macros.locator import FEWEST, JOINT, Locator
from macros.model import Claim, Fact
from macros.passages import coverage
from macros.rules import passages, printed_dates, whole_figure, words_in_locator

ROOT = Path(__file__).parents[2]
RULES = (passages, words_in_locator, whole_figure, printed_dates)
HEDGES = (
    "reportedly",
    "likely",
    "possibly",
    "probably",
    "allegedly",
    "maybe",
    "estimated",
    "suspected",
    "might",
    "could",
)
OTHERS = (
    "harbor",
    "never",
    "seven",
    "officials",
    "south",
    "denied",
    "june",
    "all",
    "china",
    "ended",
)


@cache
def library() -> Library:
    return load(ROOT)[0]


def claims() -> Iterator[tuple[Fact, int, Claim]]:
    for fact in library().facts.values():
        for i, claim in enumerate(fact.claims):
            yield fact, i, claim


def is_caught(fact: Fact, i: int, claim: Claim) -> bool:
    """Say whether any rule on passages blames the fact once its claim is replaced by this one."""
    if min(map(len, claim.locator.folded)) < FEWEST:
        return True  # refused when it is read
    changed = fact.model_copy(update={"claims": (*fact.claims[:i], claim, *fact.claims[i + 1 :])})
    alone = replace(library(), facts={fact.id: changed}, people={})
    return any(True for rule in RULES for fault in rule.check(alone) if fault.level == "error")


def with_locator(claim: Claim, text: str) -> Claim:
    return claim.model_copy(update={"locator": Locator(text)})


def digits_changed(text: str) -> Iterator[str]:
    for match in re.finditer(r"\d", text):
        for digit in "0123456789":
            if digit != match[0]:
                yield text[: match.start()] + digit + text[match.end() :]


def share(outcomes: list[bool]) -> float:
    assert len(outcomes) > 10
    return sum(outcomes) / len(outcomes)


def test_nothing_is_blamed_as_it_stands() -> None:
    assert not any(is_caught(fact, i, claim) for fact, i, claim in claims())


def test_every_locator_that_is_written_is_checked_and_found() -> None:
    covered = coverage(library())
    assert covered.found == covered.checked == covered.written > 300


def figure_or_none(text: str) -> Figure | None:
    try:
        return Figure.parse(text)
    except ValueError:
        return None  # refused at once, which is caught


def test_every_changed_digit_of_a_figure_is_caught() -> None:
    """In the figure alone, in the locator alone, and in both."""
    outcomes = []
    for fact, i, claim in claims():
        if claim.figure is None:
            continue
        printed = claim.figure.printed
        for text in digits_changed(printed):
            figure = figure_or_none(text)
            both = claim.locator.text.replace(printed, text)
            if figure:
                wrong = claim.model_copy(update={"figure": figure})
                outcomes += [
                    is_caught(fact, i, wrong),
                    is_caught(fact, i, with_locator(wrong, both)),
                ]
            outcomes.append(is_caught(fact, i, with_locator(claim, both)))
    assert share(outcomes) == 1


def test_every_changed_digit_of_a_printed_date_is_caught() -> None:
    outcomes = []
    for fact, i, claim in claims():
        for text in digits_changed(claim.printed or ""):
            both = with_locator(claim, claim.locator.text.replace(claim.printed or "", text))
            outcomes += [
                is_caught(fact, i, claim.model_copy(update={"printed": text})),
                is_caught(fact, i, both.model_copy(update={"printed": text})),
            ]
    assert share(outcomes) == 1


def test_every_other_qualifier_is_caught() -> None:
    outcomes = []
    for fact, i, claim in claims():
        if claim.figure is None:
            continue
        printed = claim.figure.printed
        number = printed[len(claim.figure.qualifier) :].strip()
        for qualifier in ("", *QUALIFIERS):
            text = f"{qualifier} {number}".strip()
            figure = figure_or_none(text)
            if figure is None or qualifier == claim.figure.qualifier:
                continue
            wrong = claim.model_copy(update={"figure": figure})
            both = with_locator(wrong, claim.locator.text.replace(printed, text))
            outcomes += [is_caught(fact, i, wrong), is_caught(fact, i, both)]
    assert share(outcomes) == 1


def test_every_other_hedge_is_caught() -> None:
    outcomes = []
    for fact, i, claim in claims():
        for hedge in HEDGES:
            if (
                claim.hedge is None
                or words(hedge) == words(claim.hedge)
                or claim.locator.holds(hedge)
            ):
                continue
            wrong = claim.model_copy(update={"hedge": hedge})
            both = with_locator(wrong, claim.locator.text.replace(claim.hedge, hedge))
            outcomes += [is_caught(fact, i, wrong), is_caught(fact, i, both)]
    assert share(outcomes) == 1


def test_an_inner_word_that_is_dropped_is_caught() -> None:
    outcomes = []
    for fact, i, claim in claims():
        for n, passage in enumerate(claim.locator.passages):
            typed = passage.split()
            for j in range(1, len(typed) - 1):
                if not words(typed[j]):
                    continue
                parts = list(claim.locator.passages)
                parts[n] = " ".join(typed[:j] + typed[j + 1 :])
                outcomes.append(is_caught(fact, i, with_locator(claim, JOINT.join(parts))))
    assert share(outcomes) >= 0.99


def test_a_word_that_is_replaced_is_caught() -> None:
    chance = random.Random(5)
    outcomes = []
    for fact, i, claim in claims():
        typed = claim.locator.text.split()
        for j, word in enumerate(typed):
            other = chance.choice(OTHERS)
            if not words(word) or words(other) == words(word):
                continue
            text = " ".join([*typed[:j], other, *typed[j + 1 :]])
            outcomes.append(is_caught(fact, i, with_locator(claim, text)))
    assert share(outcomes) >= 0.99


def test_sources_that_are_exchanged_are_caught() -> None:
    """Pairs of claims of one fact; a pair whose locators both stand in both articles is no mistake."""
    outcomes = []
    prints = library().fingerprints
    for fact, i, claim in claims():
        for j, other in enumerate(fact.claims[:i]):
            if claim.source == other.source:
                continue
            both = all(
                prints[s].has(c.locator)
                for s in (claim.source, other.source)
                for c in (claim, other)
            )
            if not both:
                swapped = fact.model_copy(
                    update={
                        "claims": tuple(
                            claim.model_copy(update={"source": other.source})
                            if k == i
                            else other.model_copy(update={"source": claim.source})
                            if k == j
                            else c
                            for k, c in enumerate(fact.claims)
                        )
                    }
                )
                alone = replace(library(), facts={fact.id: swapped}, people={})
                outcomes.append(any(True for _ in passages.check(alone)))
    assert share(outcomes) >= 0.99


def test_what_editors_get_wrong_without_meaning_to_is_folded() -> None:
    """Curly quotes, dashes, spaces, line ends and the comma of thousands make no difference."""
    slips = (
        lambda s: s.replace("“", '"').replace("”", '"').replace("’", "'"),
        lambda s: s.replace('"', "”").replace("'", "’"),
        lambda s: s.replace("–", "-").replace("-", "—"),
        lambda s: s.replace(" ", "\n", 2).replace(JOINT.replace(" ", "\n"), JOINT),
        lambda s: re.sub(r"(\d),(\d)", r"\1\2", s),
        lambda s: s.replace("a", "a\u00ad"),
        lambda s: s.upper(),
    )
    for _, _, claim in claims():
        for slip in slips:
            text = JOINT.join(slip(passage) for passage in claim.locator.passages)
            assert library().fingerprints[claim.source].has(Locator(text)), text


def test_nothing_more_is_folded() -> None:
    assert words("15,00") != words("1,500")
    assert words("3.5") != words("35")
    assert words("5 %") != words("5")
    assert not contains(words("about 5,000 men"), words("about 5,00"))
