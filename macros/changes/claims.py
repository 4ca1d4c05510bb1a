"""How the claims of a fact changed: which article says something else, which came, and which went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros import wording
from macros.changes.keys import IN_WORDS, name, told
from macros.changes.values import values_changed
from macros.language import _
from macros.library import Library
from macros.model import Claim, Fact


def claims_changed(before: Library, after: Library, old: Fact, new: Fact) -> Iterator[str]:
    """Tell the differences of two states of a fact, claim by claim, in the order of its file."""
    changed, came, went = matched(old.claims, new.claims)
    for was, now in changed:
        yield from _changed(before, after, (old, was), (new, now))
    for claim in came:
        yield from said_by(after, new, claim, added=True)
    for claim in went:
        yield f"{wording.source(before, claim.source)}: {wording.attributed(before, old, claim)} → not quoted here any more"
    if not (changed or came or went) and old.claims != new.claims:
        yield "the articles are listed in another order"


def said_by(library: Library, fact: Fact, claim: Claim, *, added: bool = False) -> Iterator[str]:
    """Tell a claim that is new: who says it, what, whose statement it is, what qualifies it, and whether its passage was found."""
    said = f"{'nothing → ' if added else ''}{said_with_reasons(library, fact, claim)}"
    yield f"{wording.source(library, claim.source)}: {said} ({whose(library, claim)})"
    for key in ("hedge", "period"):
        if qualifies := getattr(claim, key):
            yield f"{_(IN_WORDS['Claim'][key])}: {told(library, key, qualifies)}"
    yield passage(library, claim)


def whose(library: Library, claim: Claim) -> str:
    """Tell whose statement a claim is, and which outlet the article credits."""
    origins = [name(library, origin) for origin in claim.origins]
    of = wording.listed(origins) if origins else wording.origin_not_named()
    via = _("via %(outlet)s", outlet=name(library, claim.via)) if claim.via else ""
    return ", ".join(filter(None, [of, via]))


def passage(library: Library, claim: Claim) -> str:
    """Tell whether the article holds a claim's passage, and the passage what the claim prints."""
    figure = claim.figure.printed if claim.figure and not claim.printed else None
    printed = (figure, claim.printed, claim.hedge, claim.quotation, claim.says)
    missing = [f"“{words}”" for words in printed if words and not claim.locator.holds(words)]
    lacks = f", and does not hold {wording.listed(missing)}" if missing else ""
    return f"passage: {wording.passage(library, claim.source, claim.locator)}{lacks}"


def _changed(
    before: Library, after: Library, old: tuple[Fact, Claim], new: tuple[Fact, Claim]
) -> Iterator[str]:
    """Tell one claim in its two states; what it says comes first, even where only its details changed."""
    was, now = said_with_reasons(before, *old), said_with_reasons(after, *new)
    yield f"{wording.source(after, new[1].source)}: {was if was == now else f'{was} → {now}'}"
    yield from values_changed(before, after, old[1], new[1])
    if (old[1].locator, was, old[1].hedge) != (new[1].locator, now, new[1].hedge):
        yield passage(after, new[1])


def said_with_reasons(library: Library, fact: Fact, claim: Claim) -> str:
    """What a claim says, with the reasons of its readings."""
    because = [f"{wording.reading(fact, one)}: {one.because}" for one in claim.readings or ()]
    return wording.attributed(library, fact, claim) + (
        f" ({'; '.join(because)})" if because else ""
    )


Matched = tuple[list[tuple[Claim, Claim]], list[Claim], list[Claim]]


def matched(old: Sequence[Claim], new: Sequence[Claim]) -> Matched:
    """The claims that changed, each with what it was before, those that came, and those that went.

    Of one article's claims those belong together that have most in common.
    """
    went = [claim for claim in old if claim not in new]
    changed, came = [], []
    for claim in (claim for claim in new if claim not in old):
        likely = [other for other in went if other.source == claim.source]
        if likely:
            nearest = max(likely, key=lambda other: _in_common(other, claim))
            went.remove(nearest)
            changed.append((nearest, claim))
        else:
            came.append(claim)
    return changed, came, went


def _in_common(one: Claim, other: Claim) -> int:
    """How many keys of two claims are alike."""
    return sum(getattr(one, key) == getattr(other, key) for key in Claim.model_fields)
