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
    one_kind,
    one_person,
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
    whole_figure,
    whole_post,
    words_in_locator,
)

RULES: tuple[Callable[[Library], Iterator[Fault]], ...] = (
    references.check,
    former_facts.check,
    listed_once.check,
    answers.check,
    one_kind.check,
    context_sources.check,
    credits.check,
    before_the_event.check,
    quotations.check,
    words_in_locator.check,
    whole_figure.check,
    whole_post.check,
    kept_hedges.check,
    passages.check,
    printed_dates.check,
    own_time.check,
    spellings.check,
    one_person.check,
    unique.check,
    archives.check,
    own_page.check,
    own_words.check,
    source_dates.check,
)


def check_all(library: Library) -> list[Fault]:
    """Apply every rule; returns all faults, sorted."""
    return sorted(fault for rule in RULES for fault in rule(library))
