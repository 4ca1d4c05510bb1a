"""From answers to the values of a new file: each is tried as soon as it is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from macros.dates import Span
from macros.drafting.asks import FILLED, Ask, Kind, Part, refusal, suggested, value_of
from macros.library import Library
from macros.model import CONTENT, Claim
from macros.printed_dates import can_read
from macros.schemas import HINTS

BETWEEN = " | "
"""Stands between the keys of a part that is given in one text: source=post | figure=some 40."""
_OWN_HINTS = {
    "spelling": ("how this article spells the name", "Ada Quill"),
    "readings": (
        "only if the words can be read in two ways: each way, a colon, why; a semicolon between",
        "2031-05-04: the day before the 5th; 2031-05-06: the day before it appeared",
    ),
}
_WITH_PRINTED = ("date", "readings")


class NotGiven(Exception):
    """An answer will not do, and nobody can be asked again; the sentence says why."""


@dataclass
class Dialog:
    """Asks a person. An empty answer takes what is suggested; the end of the input answers nothing more."""

    ended: bool = field(default=False, init=False)

    def ask(self, word: str, hint: str, suggestion: str = "") -> str:
        """Ask for one thing, with what it is for; returns the answer."""
        if self.ended:
            return ""
        if hint:
            print(f"\n{hint}")
        try:
            answer = input(f"{word}{f' [{suggestion}]' if suggestion else ''}: ").strip()
        except EOFError:
            self.ended = True
            return ""
        return answer or suggestion

    def agrees(self, question: str) -> bool:
        """Ask for a yes; anything else is a no."""
        return self.ask(f"{question} yes or no", "", "no").lower() in ("y", "yes")


def drafted(
    library: Library, kind: Kind, given: Mapping[str, Any], dialog: Dialog | None
) -> dict[str, Any]:
    """Collect the values of a new file from what is given and, if somebody can be asked, from a dialog.

    Raises NotGiven where what is given will not do.
    """
    values: dict[str, Any] = {}
    if given.get("answers"):
        values["answers"] = dict(_halves(text, "answer") for text in given["answers"])
    for ask in kind.asks:
        said = str(given.get(ask.key) or "")
        suggestion = suggested(library, kind, ask.key, values)
        if not said and dialog is None and ask.key in FILLED:
            said = suggestion
        _put(library, kind.model, ask, said, values, dialog, suggestion)
    if kind.part:
        _parts(library, kind, kind.part, given.get(kind.part.key) or (), values, dialog)
    return values


def _put(
    library: Library,
    model: type[BaseModel],
    ask: Ask,
    said: str,
    values: dict[str, Any],
    dialog: Dialog | None,
    suggestion: str = "",
) -> None:
    """Put one answer into the values, asking again until it will do."""
    given = bool(said)
    while True:
        if not given and dialog:
            said = dialog.ask(_word(ask), hint(model, ask), suggestion)
        told = refusal(library, model, ask, said, values) if said else None
        if told and (given or dialog is None or dialog.ended):
            raise NotGiven(f"{ask.key}: {told.removeprefix(f'{ask.key}: ')}")
        if told and dialog:
            print(told)
        elif not said and ask.needed and dialog and not dialog.ended:
            print("This is needed.")
        else:
            break
    if said:
        values[ask.key] = value_of(ask, said)


def _word(ask: Ask) -> str:
    return f"{ask.key.replace('_', ' ')}{'' if ask.needed else ' (or nothing)'}"


def hint(model: type[BaseModel], ask: Ask) -> str:
    """What a key is for, and an example of it."""
    purpose, example, *_ = _OWN_HINTS.get(ask.key) or HINTS[model.__name__][ask.key]
    many = "; several with commas between" if ask.many else ""
    return (
        f"{ask.key}: {purpose}{many}. For example: {example.strip('[]') if ask.many else example}"
    )


def _parts(
    library: Library,
    kind: Kind,
    part: Part,
    given: Iterable[str],
    values: dict[str, Any],
    dialog: Dialog | None,
) -> None:
    found = [_part(library, part, _keys(text, part), values, None) for text in given]
    if dialog and not found:
        while (part.needed and not found) or dialog.agrees(f"\nAdd {part.what}?"):
            if dialog.ended:
                break
            found.append(_part(library, part, {}, values, dialog))
    if found:
        values[part.key] = found
        for role in found:
            spelling = role.pop("spelling", None)
            if spelling:
                spelled = values.setdefault("spellings", {}).setdefault(role["source"], [])
                spelled += [spelling] if spelling not in spelled else []


def _part(
    library: Library,
    part: Part,
    given: Mapping[str, str],
    values: dict[str, Any],
    dialog: Dialog | None,
) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for ask in part.asks:
        said = given.get(ask.key, "")
        if not said and not _asked(library, part, ask.key, made):
            continue
        suggestion = str(values.get("name", "")) if ask.key == "spelling" else ""
        if ask.key == "spelling" and dialog is None:
            said = said or suggestion
        _put(library, part.model, ask, said, made, dialog, suggestion)
    lacking = [ask.key for ask in part.asks if ask.needed and ask.key not in made]
    if lacking:
        told = f"{part.what.partition(',')[0]} needs {' and '.join(lacking)}. Add what is missing."
        raise NotGiven(told)
    if "readings" in made:
        texts = made["readings"].split(";")
        made["readings"] = [_reading(text, values.get("answers") or {}) for text in texts]
    if dialog and "answer" in made:
        _wording(made["answer"], values, dialog)
    return made


def _asked(library: Library, part: Part, key: str, made: Mapping[str, Any]) -> bool:
    """Of what a claim may say only one is asked for.

    The article's words for it belong to days, and to figures in another language, as a translation does.
    """
    said = [content for content in CONTENT if content in made]
    if part.model is Claim and key in CONTENT:
        return not said
    foreign = not can_read(library.language(made.get("source", "")))
    if key == "translation":
        return foreign
    with_printed = (*_WITH_PRINTED, "figure") if foreign else _WITH_PRINTED
    return key != "printed" or any(content in made for content in with_printed)


def _wording(answer: str, values: dict[str, Any], dialog: Dialog) -> None:
    answers = values.setdefault("answers", {})
    if answer not in answers:
        answers[answer] = dialog.ask("its wording", "the answer as the pages print it") or answer


def _reading(text: str, answers: Mapping[str, str]) -> dict[str, str]:
    """Read one way to read a claim: an answer that the question has, a date, or else a figure."""
    value, because = _halves(text, "readings", ":")
    if value in answers:
        return {"answer": value, "because": because}
    try:
        Span.parse(value)
    except ValueError:
        return {"figure": value, "because": because}
    return {"date": value, "because": because}


def _keys(text: str, part: Part) -> dict[str, str]:
    """Read source=post | figure=some 40."""
    found = dict(_halves(piece, part.key) for piece in text.split(BETWEEN))
    unknown = found.keys() - {ask.key for ask in part.asks}
    if unknown:
        raise NotGiven(
            f"{part.key}: there is no “{', '.join(sorted(unknown))}” here. "
            f"Write {', '.join(ask.key for ask in part.asks)}."
        )
    return found


def _halves(text: str, key: str, sign: str = "=") -> tuple[str, str]:
    first, found, second = (half.strip() for half in text.partition(sign))
    if not (first and found and second):
        raise NotGiven(f"{key}: “{text.strip()}” is not of the form this{sign}that. Write it so.")
    return first, second
