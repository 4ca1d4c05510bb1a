"""The one way in which a file of data/ is written: keys in the order of a sentence, one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml
from pydantic import BaseModel

from macros.model import Answer, Claim, Reading, Remark, Role, Source

_INNER: Mapping[str, type[BaseModel]] = {
    "claims": Claim,
    "readings": Reading,
    "roles": Role,
    "remark": Remark,
    "answers": Answer,
}
_INDENT = "  "
_TRUTHS = frozenset("yes no on off true false null ~".split())
"""Words that other readers of YAML take for no text."""
_TRUE = ("several",)


def written(model: type[BaseModel], values: Mapping[str, Any]) -> str:
    """Write the values of an entity, texts as they were typed, as its file; what is empty is left out."""
    return "".join(f"{line}\n" for line in _mapping(model, values))


def _mapping(model: type[BaseModel] | None, values: Mapping[str, Any]) -> Iterator[str]:
    for key in _ordered(model, values):
        value = values[key]
        if value in (None, "", [], {}, ()):
            continue
        if model is Source and key == "title":  # quoted as a whole, whatever signs it holds
            yield f"{key}: {_quoted(value)}"
        else:
            yield from _entry(key, value)


def _ordered(model: type[BaseModel] | None, values: Mapping[str, Any]) -> list[str]:
    """The keys in the order of the model; the article's words stand before the ways to read them."""
    keys = [key for key in model.model_fields if key in values] if model else list(values)
    if model is Claim and "readings" in keys and "printed" in keys:
        keys.remove("printed")
        keys.insert(keys.index("readings"), "printed")
    return keys


def _entry(key: str, value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{key}: {scalar(value, key=key)}"
    elif isinstance(value, Mapping):
        yield f"{key}:"
        inner = None if key == "answers" else _INNER.get(key)
        yield from (_INDENT + line for line in _mapping(inner, value))
    elif all(isinstance(item, str) for item in value):
        yield f"{key}: [{', '.join(scalar(item, in_list=True) for item in value)}]"
    else:
        yield f"{key}:"
        yield from _items(_INNER.get(key), value)


def _items(model: type[BaseModel] | None, items: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for item in items:
        first, *rest = _mapping(model, item)
        yield f"{_INDENT}- {first}"
        yield from (f"{_INDENT}  {line}" for line in rest)


def scalar(text: str, *, key: str = "", in_list: bool = False) -> str:
    """Write a text of printable characters plain if it reads back as itself, else in double quotes."""
    odd = text.casefold() in _TRUTHS and key not in _TRUE
    return _quoted(text) if odd or not _reads_back(text, in_list) else text


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _reads_back(text: str, in_list: bool) -> bool:
    try:
        read = yaml.load(f"[{text}]" if in_list else f"key: {text}", Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return False
    return bool(read == ([text] if in_list else {"key": text}))
