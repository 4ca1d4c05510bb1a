"""The rules of sense: each is one small module with a pure function over the loaded library."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.faults import Fault
from macros.library import Library
from macros.rules import (
    answers,
    archives,
    before_the_event,
    context_sources,
    credits,
    former_facts,
    kept_hedges,
    listed_once,
    much_shown,
    one_kind,
    one_person,
    own_numbers,
    own_page,
    own_time,
    own_words,
    passages,
    printed_dates,
    quotations,
    references,
    source_dates,
    spellings,
    unique,
    whole_date,
    whole_figure,
    whole_post,
    words_in_locator,
)

_Rule = Callable[[Library], Iterator[Fault]]

_OF_ALL: tuple[_Rule, ...] = (
    references.check,
    former_facts.check,
    listed_once.check,
    context_sources.check,
    before_the_event.check,
    words_in_locator.check,
    whole_post.check,
    passages.check,
    much_shown.check,
    spellings.check,
    one_person.check,
    unique.check,
    archives.check,
    own_page.check,
    own_words.check,
    own_numbers.check,
    source_dates.check,
)
_OF_ONE_FACT: tuple[_Rule, ...] = (
    answers.check,
    one_kind.check,
    credits.check,
    quotations.check,
    whole_figure.check,
    whole_date.check,
    kept_hedges.check,
    printed_dates.check,
    own_time.check,
)
"""Those that look at each fact by itself, whatever else there is."""
RULES = _OF_ALL + _OF_ONE_FACT

_AT_ONCE = 200


def check_all(library: Library) -> list[Fault]:
    """Apply every rule; returns all faults, sorted.

    What looks at each fact by itself is asked of some facts at a time, which stay in the processor's cache for
    all rules: to walk through thousands for each rule anew is mostly to wait for the memory.
    """
    faults = [fault for rule in _OF_ALL for fault in rule(library)]
    for part in library.parts(_AT_ONCE):
        faults += [fault for rule in _OF_ONE_FACT for fault in rule(part)]
    return sorted(faults)
