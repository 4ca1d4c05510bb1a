"""From the folder data/ to a library, with all faults of all files at once."""

from __future__ import annotations

import errno
import gc
import os
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from macros.faults import Fault, did_you_mean
from macros.files import below, contents
from macros.fingerprint import Fingerprint
from macros.library import Library
from macros.model import (
    ID,
    Address,
    Answer,
    Claim,
    Entity,
    Fact,
    Former,
    Organization,
    Person,
    Question,
    Reading,
    Remark,
    Role,
    Source,
)
from macros.reading import Loc, position, read, read_text
from macros.written import Written

FOLDERS = ("facts", "sources", "people", "organizations")
FINGERPRINTS = "fingerprints"
MOST_FAULTS = 100
"""Told of one file: more would bury the first."""

_FORMS = {
    "code": "one to three capitals or digits, such as PO",
    "lang": "a language by its short name, such as en or en-US",
}
"""Of what has a pattern, in words; the languages of `native` are keys, and are told by their pattern."""

_E = TypeVar("_E", bound=Entity)
_Entry = tuple[str, "os.DirEntry[str]"]
_OTHERS: dict[str, type[Entity]] = {
    "sources": Source,
    "people": Person,
    "organizations": Organization,
}
_PARTS: dict[str, type[BaseModel]] = {
    "claims": Claim,
    "readings": Reading,
    "roles": Role,
    "answers": Answer,
    "remark": Remark,
    "address": Address,
}


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Put off the search for garbage: a library is all kept, and looking through it costs more than parsing."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def load(root: Path, topics: Mapping[str, str] | None = None) -> tuple[Library, list[Fault]]:
    """Load `root`/data. `topics` gives the order and titles of the folders of facts.

    Raises nothing for bad data: what can't be used is left out of the library, named in its `broken`,
    and its faults are returned, sorted.
    """
    faults: list[Fault] = []
    written: dict[str, Written] = {}
    listed = _listed(root)
    paths = {folder: list(_files(listed[folder], folder, faults)) for folder in FOLDERS}
    questions = _load(root, _asked, paths["facts"], faults, written)
    sources = _load(root, lambda _: Source, paths["sources"], faults, written)
    people = _load(root, lambda _: Person, paths["people"], faults, written)
    organizations = _load(root, lambda _: Organization, paths["organizations"], faults, written)
    fingerprints = _fingerprints(listed[FINGERPRINTS], faults)
    faults += _same_id_twice(paths["facts"])
    faults += _of_nobody(fingerprints, {_id(path) for path in paths["sources"]})
    used = {
        entity.path
        for group in (questions, sources, people, organizations)
        for entity in group.values()
    }
    broken = {_id(path): "" for group in paths.values() for path in group if path not in used}
    for fault in sorted(faults, reverse=True):
        if _id(fault.path) in broken:
            broken[_id(fault.path)] = str(fault)
    ordered = _topics(questions, topics or {})
    facts = {key: asked for key, asked in questions.items() if isinstance(asked, Fact)}
    former = {key: asked for key, asked in questions.items() if isinstance(asked, Former)}
    waiting = {topic: title for topic, title in (topics or {}).items() if topic not in ordered}
    library = Library(
        root=root,
        facts=facts,
        sources=sources,
        people=people,
        organizations=organizations,
        fingerprints=fingerprints,
        topics=ordered,
        broken=broken,
        former=former,
        waiting=waiting,
        written=written,
        listed=tuple(
            path
            for entries in listed.values()
            for path, entry in entries
            if path.endswith(".yml") and entry.is_file(follow_symlinks=False)
        ),
    )
    return library, sorted(faults)


def typed_once(path: str, content: bytes) -> Entity | None:
    """Type what a file of data/ held once; None if that can't be read as files are written now."""
    folder = path.split("/")[1]
    document = read_text(path, content)
    if folder not in FOLDERS or document.faults or document.value is None:
        return None
    model = _asked(document.value) if folder == "facts" else _OTHERS[folder]
    try:
        return model.filed(document.value, path)
    except ValidationError:
        return None


def _asked(value: Any) -> type[Question]:
    """Only a question that is asked no more says of what kind it is."""
    return Former if isinstance(value, dict) and "kind" in value else Fact


def _id(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _listed(root: Path) -> Mapping[str, list[_Entry]]:
    """All that lies in the folders of data/, by their names, and under "" what lies beside them: one walk for all who ask."""
    found: dict[str, list[_Entry]] = defaultdict(list)
    for path, entry in below(root, "data"):
        _, folder, *within = path.split("/", 2)
        found[folder if within else ""].append((path, entry))
    return found


def _files(listed: Iterable[_Entry], folder: str, faults: list[Fault]) -> Iterator[str]:
    """Yield the paths of a folder's YAML files; blame whatever else lies there."""
    depth = 2 if folder == "facts" else 1
    for path, entry in listed:
        if entry.is_dir(follow_symlinks=False):
            continue
        refusal = _misplaced(path.split("/")[2:], depth)
        if refusal:
            faults.append(Fault(path, 1, 1, refusal))
        else:
            yield path


def _misplaced(parts: list[str], depth: int) -> str | None:
    *above, name = parts
    stem = name.removesuffix(".yml")
    if stem in ("", name):
        return "only .yml files lie here. Rename this file to end in .yml, or move it elsewhere."
    if not all(ID.fullmatch(part) for part in (*above, stem)):
        return "a file's name is an id: small letters, digits and hyphens. Rename it."
    if len(parts) != depth:
        where = "data/facts/<topic>/" if depth == 2 else "this folder itself, not in one below"
        return f"the file lies in the wrong folder. Put it into {where}."
    return None


def _load(
    root: Path,
    model_of: Callable[[Any], type[_E]],
    paths: Iterable[str],
    faults: list[Fault],
    written: dict[str, Written],
) -> dict[str, _E]:
    """Type what files hold; their faults are added to `faults`, what is noted of their texts to `written`."""
    entities: dict[str, _E] = {}
    for path in paths:
        document = read(root, path)
        if document.text is not None:
            written[path] = Written.of(document.text)
        found = list(document.faults)
        if document.value is not None:
            model = model_of(document.value)
            try:
                entity = model.filed(document.value, path)
            except ValidationError as error:
                found += _explain(root, path, model, error)
            else:
                if not found:
                    entities[entity.id] = entity
        faults += _first(path, found)
    return entities


def _first(path: str, faults: list[Fault]) -> list[Fault]:
    if len(faults) <= MOST_FAULTS:
        return faults
    told = f"this file has more faults than the {MOST_FAULTS} below. Mend these, then check again."
    return [Fault(path, 1, 1, told), *faults[:MOST_FAULTS]]


def _same_id_twice(paths: Iterable[str]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for path in paths:
        first = seen.setdefault(_id(path), path)
        if first != path:
            yield Fault(path, 1, 1, f"{first} has the same id. Rename one of the two files.")


def _of_nobody(fingerprints: Iterable[str], sources: Collection[str]) -> Iterator[Fault]:
    """A source whose file got another name would no longer be checked."""
    for source in fingerprints:
        if source not in sources:
            hint = did_you_mean(source, sources) or " Remove it, or add the source."
            told = f"there is no source “{source}”, whose fingerprint this is.{hint}"
            yield Fault(f"data/{FINGERPRINTS}/{source}.txt", 1, 1, told)


def _topics(questions: Mapping[str, Question], titles: Mapping[str, str]) -> dict[str, str]:
    """Order the folders of facts as `titles` has them; folders without a title follow by name."""
    found = {question.topic for question in questions.values()}
    untitled = sorted(found - titles.keys())
    return {
        **{topic: title for topic, title in titles.items() if topic in found},
        **{topic: topic.replace("-", " ").capitalize() for topic in untitled},
    }


def _fingerprints(listed: Iterable[_Entry], faults: list[Fault]) -> dict[str, Fingerprint]:
    fingerprints = {}
    for path, entry in listed:
        source = entry.name.removesuffix(".txt")
        if source == entry.name:
            continue  # the check of files tells it
        try:
            fingerprints[source] = Fingerprint.parse(source, contents(entry.path).decode())
        except (ValueError, OSError) as error:
            told = _no_fingerprint(error)
            faults += [Fault(path, 1, 1, told)] if told else []
    return fingerprints


def _no_fingerprint(error: ValueError | OSError) -> str:
    if isinstance(error, UnicodeError):
        return "the file is not text. Make it again."
    if not isinstance(error, OSError):
        return str(error)
    if error.errno in (errno.ELOOP, errno.EFBIG):
        return ""  # a link, or too large: the check of files tells it
    return f"the file can't be read ({error.strerror}). Make it again."


def _explain(root: Path, path: str, model: type[Entity], error: ValidationError) -> Iterator[Fault]:
    """Turn pydantic's errors into an editor's sentences with their places."""
    errors = error.errors(include_url=False)
    if model is Former:
        yield from _of_a_fact(root, path, errors)
    for details in errors[: MOST_FAULTS + 1]:
        loc = tuple(step for step in details["loc"] if step != "[key]")
        if details["input"] is None:
            continue  # an empty value: the reader has told it
        if details["type"] == "too_short" and any(
            other is not details and other["loc"][: len(loc)] == loc for other in errors
        ):
            continue  # its items are at fault, and are blamed themselves
        if details["type"] == "missing" and _misspelt(loc, errors):
            continue  # the key is there, and its fault says what it should be
        if model is Former and _is_of_a_fact(details):
            continue  # told once for all of them
        of_key = details["type"] == "extra_forbidden" or "[key]" in details["loc"]
        yield Fault(
            path, *position(root, path, loc, of_key=of_key), sentence(model, loc, dict(details))
        )


def _of_a_fact(root: Path, path: str, errors: Sequence[Any]) -> Iterator[Fault]:
    """Blame once all keys of a fact that a question asked no more has kept."""
    kept = [details["loc"] for details in errors if _is_of_a_fact(details)]
    if kept:
        named = ", ".join(str(loc[0]) for loc in kept)
        told = (
            f"a question that is asked no more has no {named}. Remove all of it, or remove `kind:`."
        )
        yield Fault(path, *position(root, path, kept[0], of_key=True), told)


def _is_of_a_fact(details: Any) -> bool:
    return details["type"] == "extra_forbidden" and details["loc"][0] in Fact.model_fields


def _misspelt(loc: Loc, errors: Sequence[Any]) -> bool:
    """Say whether a key beside the place of a missing one looks like it."""
    beside = [
        str(e["loc"][-1])
        for e in errors
        if e["type"] == "extra_forbidden" and e["loc"][:-1] == loc[:-1]
    ]
    return any(did_you_mean(one, [str(loc[-1])]) for one in beside)


def sentence(model: type[BaseModel], loc: Loc, details: dict[str, Any]) -> str:
    """Say in an editor's words what pydantic found wrong with the value at `loc`, and what to do."""
    key = next((step for step in reversed(loc) if isinstance(step, str)), model.__name__.lower())
    value = details.get("input")
    match details["type"]:
        case "missing":
            return f"“{key}” is missing. Add the line `{key}: …`."
        case "extra_forbidden":
            known = _keys_at(model, loc)
            hint = did_you_mean(key, known) or f" Known keys: {', '.join(known)}."
            return f"“{key}” is not a key here.{hint}"
        case "literal_error":
            wanted = re.sub(r"'([^']*)'", r"“\1”", details["ctx"]["expected"])
            needed = model in (Source, Former) and model.model_fields[str(loc[0])].is_required()
            or_not = "" if needed else ", or leave the key out"
            return f"“{key}” is “{value}”; it can be {wanted}. Write one of these{or_not}."
        case "value_error":
            told = str(details["ctx"]["error"])
            return f"{key}: {told}" if loc else told
        case "too_short":
            few = details["ctx"]
            return f"“{key}” holds {few['actual_length'] or 'nothing'}; it needs {few['min_length']} or more. Add what is missing."
        case "string_pattern_mismatch" if details["ctx"]["pattern"] == ID.pattern:
            return (
                f"{key}: “{str(value)[:60]}” is not an id. Write small letters, digits and hyphens."
            )
        case "string_pattern_mismatch" if key in _FORMS:
            return f"“{key}” is “{value}”, which is not of its form. Write {_FORMS[key]}."
        case "string_pattern_mismatch":
            return f"“{key}” is “{value}”, which is not of its form ({details['ctx']['pattern']}). Write it so."
    if value is None or value == "":
        return f"“{key}” is empty. Write its value, or remove the line."
    wanted = {
        "string_type": "one text",
        "model_type": "lines of `key: value`",
        "tuple_type": "a list",
    }.get(details["type"], {"dict_type": "lines of `key: value`"}.get(details["type"], ""))
    if wanted:
        return f"“{key}” must be {wanted}. Look at another file of the same folder."
    return f"“{key}” is “{str(value)[:60]}”: {details['msg'][0].lower()}{details['msg'][1:]}. Correct it."


def _keys_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that are known where `loc` stands."""
    holders = [_PARTS[str(step)] for step in loc[:-1] if str(step) in _PARTS]
    return list((holders[-1] if holders else model).model_fields)
