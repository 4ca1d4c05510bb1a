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
    former_facts,
    listed_once,
    one_kind,
    one_person,
    passages,
    printed_dates,
    quotations,
    references,
    source_dates,
    spellings,
    unique,
    whole_figure,
    words_in_locator,
)

RULES: tuple[Callable[[Library], Iterator[Fault]], ...] = (
    references.check,
    former_facts.check,
    listed_once.check,
    answers.check,
    one_kind.check,
    context_sources.check,
    before_the_event.check,
    quotations.check,
    words_in_locator.check,
    whole_figure.check,
    passages.check,
    printed_dates.check,
    spellings.check,
    one_person.check,
    unique.check,
    archives.check,
    source_dates.check,
)


def check_all(library: Library) -> list[Fault]:
    """Apply every rule; returns all faults, sorted."""
    return sorted(fault for rule in RULES for fault in rule(library))
