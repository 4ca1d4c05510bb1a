"""How a file's plain values changed: what each was before, and what it is now."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from pydantic import BaseModel

from macros import wording
from macros.changes.keys import IN_WORDS, told
from macros.language import _, marked
from macros.library import Library

_PART = {
    "spellings": marked("spelled by %(article)s"),
    "answers": marked("possible answer"),
    "native": marked("in its own script"),
    "abbreviations": marked("abbreviation %(part)s"),
}
"""What is told of one part of a value that has several."""


def values_changed(
    before: Library,
    after: Library,
    old: BaseModel,
    new: BaseModel,
    untold: Container[str] = (),
) -> Iterator[str]:
    """Tell each key that has a word of its own and another value: "origin: none → AHO". Keys may be left `untold`."""
    for key, word in IN_WORDS[type(new).__name__].items():
        was, now = getattr(old, key), getattr(new, key)
        if was == now or key in untold:
            continue
        if isinstance(was or now, Mapping):
            yield from _entries(before, after, key, was or {}, now or {})
        elif _is_list(was) or _is_list(now):
            yield wording.labeled(_(word), _lists(before, after, key, was or (), now or ()))
        else:
            became = f"{told(before, key, was)} {wording.arrow()} {told(after, key, now)}"
            yield wording.labeled(_(word), became)


def _is_list(value: object) -> bool:
    return isinstance(value, tuple) and len(value) > 1


def _lists(
    before: Library,
    after: Library,
    key: str,
    was: tuple[object, ...],
    now: tuple[object, ...],
) -> str:
    """Of a list tell what came and what went: most of it stayed."""
    came = tuple(one for one in now if one not in was)
    went = tuple(one for one in was if one not in now)
    if not came and not went:
        return _("in another order")
    pieces = [_("%(values)s added", values=told(after, key, came))] if came else []
    pieces += [_("%(values)s removed", values=told(before, key, went))] if went else []
    return wording.enumerated(pieces)


def _entries(
    before: Library,
    after: Library,
    key: str,
    was: Mapping[str, object],
    now: Mapping[str, object],
) -> Iterator[str]:
    for part in dict.fromkeys([*was, *now]):
        old, new = was.get(part), now.get(part)
        if old == new:
            continue
        shown_old = told(before, key, old) if old else _("none")
        shown_new = told(after, key, new) if new else _("none")
        word = _(_PART[key], part=part, article=wording.source(after, part))
        yield wording.labeled(word, f"{shown_old} {wording.arrow()} {shown_new}")
