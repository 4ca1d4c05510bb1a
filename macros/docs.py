"""The words of docs/: which there are, what they take, and whether a page uses them rightly.

A page is code to Jinja. Only `{{ word("literal", name="literal") }}` is let through, so that a page
can do nothing but name a fact.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

import yaml

from macros.agreement import compared_claims
from macros.faults import Fault, did_you_mean
from macros.files import readable
from macros.library import Library
from macros.model import CONTENT, Claim, Fact
from macros.volumes import BY_TOPIC, CUT, Volumes

_BEGUN_TWICE = "another list begins at the same place. Give this one another first=, or remove it."
MOST = 9
"""Places of one mistake that are told one by one."""

NOT_SHOWN = "no page shows this fact."
FRONT_MATTER_KEYS = ("title", "description", "hide")

_OPENING = re.compile(r"\{[{%#]")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_TEXT = r"""(?:"[^"\\\n]*"|'[^'\\\n]*')"""
_ARGUMENT = rf"(?:[a-z_]+\s*=\s*)?{_TEXT}"
_FORM = re.compile(
    rf"\{{\{{\s*[a-z_]+\(\s*(?:{_ARGUMENT}(?:\s*,\s*{_ARGUMENT})*\s*,?\s*)?\)\s*\}}\}}"
)
"""The one form of a word. Python alone would let more through than Jinja reads: a comment, a prefix of a text."""
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_PART = "(?:navigation|toc|footer|description)"
_HIDDEN = re.compile(rf"\s*- {_PART}\s*")
_HIDDEN_IN_A_LINE = re.compile(rf"\s*{_PART}?\s*")
_NO_PART = "“hide” names parts of a page: navigation, toc, footer, description. Write one a line, without quotes: - toc."
_A_TEXT = "tag:yaml.org,2002:str"
_YAML_SIGN = re.compile(r"\s*[&*!|>%@]")  # an anchor, an alias, a tag, a text of several lines
_CUT = re.compile(r"\s#")  # a comment to YAML, and to nobody who writes a title
_UNSAFE = re.compile(r"[<>{}\[\]`\\]|&#|javascript:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """What a word takes: the kind of its plain arguments (None: none), how many, and its named ones."""

    takes: str | None = None
    many: bool = False
    options: tuple[str, ...] = ()
    block: bool = False


_CHOICE = ("source", "by")
WORDS: Mapping[str, Word] = {
    **{
        word: Word("fact", options=_CHOICE)
        for word in ("figure", "date", "period", "answer", "says", "quotation")
    },
    "cite": Word("fact"),
    "person": Word("person"),
    "organization": Word("organization"),
    "source": Word("source"),
    "agreement": Word("fact"),
    "articles": Word("fact"),
    "plain": Word("text"),
    **{word: Word(options=("first",), block=True) for word in sorted(CUT)},
    "article_list": Word(block=True),
    "rules": Word(block=True),
    "contact": Word(block=True),
    "coverage": Word(block=True),
    "stalest": Word(block=True),
    "topic_list": Word(block=True),
    "changes": Word(block=True),
    "how_to_cite": Word(block=True),
    "data_files": Word(block=True),
    "notebook": Word(block=True),
    "flow": Word("fact", block=True),
    "how_to_read": Word("fact", block=True),
    "timeline": Word("topic", block=True),
    "fact_entries": Word("topic", block=True),
    "key_figures": Word("fact", many=True, block=True),
    "chart": Word("fact", many=True, options=("title", "subtitle"), block=True),
}

_CURE = (
    " Correct the id, or add its file.",
    " Correct it, or name it in mkdocs.yml below `topics:`, and give it a fact.",
)
"""What to do about an id, or a topic, that is not there."""
_DRAWN = {"key_figures": "a card shows", "chart": "a chart draws"}
"""The blocks that are made of figures."""

_START = re.compile(r"[a-z0-9-]*")
_LISTED = re.compile("|".join(sorted(CUT)))

_NEEDS = {
    "figure": ("figure",),
    "date": ("date", "readings"),
    "answer": ("answer",),
    "says": ("says",),
}


@dataclass(frozen=True)
class Call:
    """One word as a page calls it; `problem` says why it can't be run. Offsets count characters of the page."""

    start: int = 0
    end: int = 0
    word: str = ""
    arguments: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    problem: str | None = None


@lru_cache(maxsize=4096)
def calls(page: str) -> tuple[Call, ...]:
    """Find every expression of a page's text, in one pass: what is never closed is an expression, too.

    They are found once for the checks, for the volumes and for the page itself.
    """
    return tuple(_calls(page))


def _calls(page: str) -> Iterator[Call]:
    end = 0
    unclosed: set[str] = set()
    for opening in _OPENING.finditer(page):
        sign, start = opening[0], opening.start()
        if start < end:
            continue
        close = -1 if sign in unclosed else page.find(_CLOSING[sign], opening.end())
        if close < 0:
            unclosed.add(sign)
        end = opening.end() if close < 0 else close + len(_CLOSING[sign])
        yield replace(_call(page[start:end]), start=start, end=end)


def problem(library: Library, call: Call) -> str | None:
    """Say what is wrong with a call, in an editor's words; None if it can be run."""
    if call.problem:
        return call.problem
    word = WORDS.get(call.word)
    if word is None:
        return f"there is no word “{call.word}”.{did_you_mean(call.word, WORDS) or ' CONTRIBUTING lists them.'}"
    wanted = word.takes or "nothing"
    if (len(call.arguments) == 0) != (word.takes is None) or (
        len(call.arguments) > 1 and not word.many
    ):
        return f"“{call.word}” takes {'one or more of: ' if word.many else ''}{wanted}. Correct the brackets."
    for name in call.options:
        if name not in word.options:
            return f"“{call.word}” has no “{name}=”.{did_you_mean(name, word.options) or ' Remove it.'}"
    if call.word in CUT:
        return _start_problem(library, call)
    if word.takes in (None, "text"):
        return None
    for argument in call.arguments:
        if argument in library.broken:
            return library.broken[argument] or f"the file of “{argument}” can't be used."
        if word.takes == "fact" and argument in library.former:
            return library.former[argument].cure
        known = _known(library, str(word.takes))
        if call.word == "fact_entries" and argument in library.waiting:
            continue  # its page may stand before its first fact
        if argument not in known:
            hint = did_you_mean(argument, {*known, *library.broken}) or _CURE[word.takes == "topic"]
            return f"there is no {word.takes} “{argument}”.{hint}"
    if call.word in _DRAWN:
        return _figureless(library, call)
    return _choice_problem(library, call) if word.takes == "fact" and not word.many else None


def _start_problem(library: Library, call: Call) -> str | None:
    """Say why a list can't begin where it was told to: at a topic, or at what an id may begin with."""
    first = call.options.get("first", "")
    if call.word in BY_TOPIC:
        if first and first not in library.topics:
            hint = did_you_mean(first, library.topics) or " Name the topic that it begins with."
            return f"there is no topic “{first}”.{hint}"
    elif not _START.fullmatch(first):
        return f'no id begins with “{first}”. Write its first letters, as in first="g".'
    return None


def _figureless(library: Library, call: Call) -> str | None:
    for argument in call.arguments:
        if not any(claim.figure for claim in library.facts[argument].claims):
            return (
                f"“{argument}” has no figure, which {_DRAWN[call.word]}. Name a fact that has one."
            )
    return None


def chosen(library: Library, fact: Fact, word: str, options: Mapping[str, str]) -> list[Claim]:
    """The claims that a word prints: of its kind, and of the source or origin that was asked for."""
    kinds = _NEEDS.get(word, (word,) if word in CONTENT else ())
    return [
        claim
        for claim in compared_claims(library, fact)
        if (not kinds or claim.kind in kinds)
        and options.get("source", claim.source) == claim.source
        and ("by" not in options or options["by"] in claim.origins)
    ]


def volumes(library: Library) -> Volumes:
    """Find where the pages cut their lists, and which page has which volume."""
    found = []
    for path, page in pages(library.root):
        if page is not None and _LISTED.search(page):
            of_page = (call for call in calls(page) if call.word in CUT and not call.problem)
            found += [(call.word, call.options.get("first", ""), path) for call in of_page]
    return Volumes.of(found, library.topics)


def check_docs(library: Library) -> Iterator[Fault]:
    """Yield every fault of the words and the front matter of the pages below docs/, and the facts that none shows."""
    shown: set[str] = set()
    lists: dict[tuple[str, str], list[Fault]] = defaultdict(list)
    amiss: dict[str, list[Fault]] = defaultdict(list)
    all_pages = list(pages(library.root))
    for path, page in all_pages:
        if page is None:
            yield Fault(path, 1, 1, "the file is not UTF-8 text. Save it with the encoding UTF-8.")
            continue
        found = list(_front_matter(path, page))
        yield from found or _read_as_texts(path, page)
        for call in calls(page):
            shown.update(call.arguments)
            message = problem(library, call)
            if message and not _is_told(library, call):
                amiss[message].append(Fault(path, *at(page, call.start), message))
            elif call.word in CUT:
                place = Fault(path, *at(page, call.start), _BEGUN_TWICE)
                lists[call.word, call.options.get("first", "")].append(place)
    for places in amiss.values():
        yield from places if len(places) <= MOST else [_first_of(places)]
    cut = {word for word, first in lists if first}
    for (word, _), places in lists.items():
        yield from places if word in cut and len(places) > 1 else ()
    for asked in library.questions if all_pages else ():
        if shown.isdisjoint((asked.id, asked.topic)):
            shown.add(asked.topic)  # one word shows all of them, and is asked for once
            message = f'{NOT_SHOWN} Add a page with {{{{ fact_entries("{asked.topic}") }}}}.'
            yield library.fault(asked, ("question",), message)


def pages(root: Path) -> Iterator[tuple[str, str | None]]:
    """Read the pages below docs/ by their paths; None for one that is no text, which `check_docs` tells."""
    for file in readable(root / "docs", "*.md"):
        path = file.relative_to(root).as_posix()
        try:
            yield path, file.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            yield path, None


@lru_cache(maxsize=4096)
def _call(text: str) -> Call:
    """Read an expression, wherever it stands: of a page that was edited most are as they were."""
    if not (text.startswith("{{") and text.endswith("}}")):
        wrong = "only words in {{ … }} are used in pages. Remove this, or close it."
        return Call(problem=wrong)
    try:
        node = ast.parse(text[2:-2].strip(), mode="eval").body if _FORM.fullmatch(text) else None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        node = None
    form = (
        'a word is written {{ figure("fact-id") }}: one name, brackets, ids in quotes. Correct it.'
    )
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return Call(problem=form)
    values = [*node.args, *(keyword.value for keyword in node.keywords)]
    if not all(isinstance(v, ast.Constant) and isinstance(v.value, str) for v in values):
        return Call(problem=form)
    names = [str(keyword.arg) for keyword in node.keywords]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        return Call(problem=f"“{twice}=” stands here again. Keep one of the two.")
    return Call(
        word=node.func.id,
        arguments=tuple(str(arg.value) for arg in node.args if isinstance(arg, ast.Constant)),
        options={
            str(k.arg): str(k.value.value)
            for k in node.keywords
            if isinstance(k.value, ast.Constant)
        },
    )


def _is_told(library: Library, call: Call) -> bool:
    """Say whether what a word needs is blamed itself: a broken file, or a source that makes no claims."""
    return any(
        argument in library.broken
        or any(
            library.sources[claim.source].use == "context"
            for claim in (library.facts[argument].claims if argument in library.facts else ())
        )
        for argument in call.arguments
    )


def _first_of(places: list[Fault]) -> Fault:
    first = min(places)
    return replace(first, message=f"{first.message} (So {len(places)} times; this is the first.)")


def _known(library: Library, kind: str) -> Mapping[str, object]:
    return {
        "fact": library.facts,
        "person": library.people,
        "organization": library.organizations,
        "source": library.sources,
        "topic": library.topics,
    }[kind]


def _choice_problem(library: Library, call: Call) -> str | None:
    fact = library.facts[call.arguments[0]]
    if call.word == "period":
        found = fact.when or any(
            claim.period for claim in chosen(library, fact, call.word, call.options)
        )
        return (
            None
            if found
            else f"“{fact.id}” has no period. Add `when:` to the fact, or use other words."
        )
    if chosen(library, fact, call.word, call.options):
        return None
    if call.options:
        asked = ", ".join(f'{name}="{value}"' for name, value in call.options.items())
        return f"“{fact.id}” has no {call.word} for {asked}. Look at its claims."
    kinds = sorted({claim.kind for claim in fact.claims})
    return f"“{fact.id}” has no {call.word}; its claims have {' and '.join(kinds)}. Use that word."


def _front_matter(path: str, page: str) -> Iterator[Fault]:
    match = FRONT_MATTER.match(page)
    if match is None:
        yield Fault(
            path, 1, 1, "the page has no front matter. Begin it with ---, title, description, ---."
        )
        return
    keys: list[str] = []
    for number, line in enumerate(match[1].splitlines(), 2):
        key, colon, value = line.partition(":")
        if not line.strip() or (keys[-1:] == ["hide"] and _HIDDEN.fullmatch(line)):
            continue
        if line[:1] in (" ", "-", "\t"):
            told = "a value stands on the line of its key. Write one line a key."
            yield Fault(path, number, 1, _NO_PART if keys[-1:] == ["hide"] else told)
            continue
        keys.append(key)
        if not colon or key not in FRONT_MATTER_KEYS:
            hint = (
                did_you_mean(key, FRONT_MATTER_KEYS) or f" Keys are {', '.join(FRONT_MATTER_KEYS)}."
            )
            yield Fault(
                path, number, 1, f"“{key[:40]}” is not a key of a page's front matter.{hint}"
            )
        elif key == "hide" and not _HIDDEN_IN_A_LINE.fullmatch(value):
            yield Fault(path, number, len(key) + 2, _NO_PART)
        elif _CUT.search(value) and value.strip()[:1] not in ("'", '"'):
            message = f"“{key}” is cut off at #. Put the text in double quotes."
            yield Fault(path, number, len(key) + 2, message)
        elif _UNSAFE.search(value) or _YAML_SIGN.match(value):
            yield Fault(
                path, number, len(key) + 2, f"“{key}” holds signs of markup. Write plain text."
            )
    for key in ("title", "description"):
        if key not in keys:
            yield Fault(path, 1, 1, f"the front matter has no “{key}”. Add the line `{key}: …`.")


def _read_as_texts(path: str, page: str) -> Iterator[Fault]:
    """MkDocs shows front matter that it can't read as text of the page, and takes yes or 2031 for no text.

    Asked only of lines that were found to be plain.
    """
    match = FRONT_MATTER.match(page)
    front = match[1] if match else ""
    try:
        node = yaml.compose(front, Loader=yaml.CSafeLoader)
    except (ValueError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        told = "the front matter is not valid YAML. Put the value in double quotes."
        yield Fault(path, mark.line + 2 if mark else 1, 1, told)
        return
    seen: set[str] = set()
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        at = key.start_mark.line + 2
        if key.value in seen:
            yield Fault(path, at, 1, f"“{key.value}” stands here again. Keep one of the two.")
        seen.add(key.value)
        if key.value in ("title", "description") and not (value.tag == _A_TEXT and value.value):
            told = f"“{key.value}” is no text. Write it, in double quotes."
            yield Fault(path, at, len(key.value) + 2, told)


def at(page: str, offset: int) -> tuple[int, int]:
    """The line and the column of a page's text at which a call begins."""
    before = page[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
