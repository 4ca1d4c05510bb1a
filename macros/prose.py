"""What the prose of docs/ may not hold: numbers of its own, relative time, an article's sentences, markup.

A number that is typed in prose has no source that opens; a word of the vocabulary prints it with one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from macros.configuration import spoken
from macros.copying import copied
from macros.docs import WORDS, Call, calls, pages
from macros.escape import safe_url
from macros.faults import Fault
from macros.fingerprint import Fingerprint
from macros.language import OURS, quotation
from macros.library import Library
from macros.printed_dates import MONTHS
from macros.reading import suspicious

MOST_ASKED = 100
"""Articles that each line is held against, whatever the page tells; of more, those that the page's words name."""

LONGEST_PLAIN = 40
LARGEST_PAGE = 64 * 1024
MOST_OPENINGS = 500
"""Of [ on one page: the time that Markdown takes grows with their square."""

_NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "hundreds thousands millions billions trillions tens dozen dozens half twice thrice "
    "doubled doubles doubling tripled triples tripling quadrupled quadruples halved halves halving"
).split()
_SHARES = (
    "half third quarter fourth fifth sixth seventh eighth ninth tenth hundredth thousandth".replace(
        " ", "|"
    )
)
_MONTHS = [month.capitalize() for month in MONTHS]
_RELATIVE = (
    "today|yesterday|tomorrow|tonight|recently|currently|nowadays|lately|now|so far|to date|of late|"
    "at present|at the moment|these days|the other day|"
    "(?:last|this|next|past) (?:year|month|week|day|weekend|spring|summer|autumn|fall|winter|morning|evening|night|decade|century)|"
    "(?:last|past|next|coming|recent) (?:few |several )?(?:days|weeks|months|years|decades)|"
    "(?:days?|weeks?|months?|years?|decades?|centur(?:y|ies)) ago"
)
_SIGNS = "¼-¾⅐-↉²³¹⁰⁴-⁹₀-₉①-⓿❶-➓‰‱"
"""Numerals and signs of shares that are no digits: fractions, Roman ones, raised, lowered and in circles."""
_NUMBER = re.compile(
    rf"\d+(?:[.,:\u00a0\u2009\u202f ]\d+)*|[%{_SIGNS}]"
    rf"|\b(?:{'|'.join(_NUMBER_WORDS)})(?:fold)?\b"
    r"|(?<!\bin\s)\bper ?cent\b"  # in percent is a unit
    rf"|\b(?:an?|one)[ -](?:{_SHARES})(?= of\b)|\ba couple of\b|\b(?:a score|scores) of\b"
    r"|\b(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b"
    r"|(?-i:\b(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})(?<=[IVX]{2})(?:th|st)?\b)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    rf"\b(?:(?:(?i:{'|'.join(m for m in _MONTHS if m not in ('March', 'May', 'August'))})|August)\b"
    rf"|(?:{'|'.join(m[:3] for m in _MONTHS if m != 'May')}|Sept)\.(?=\s|$)"
    r"|(?<![.!?] )(?<!^)(?:March|May)\b(?= \d| of)"
    r"|\b(?i:in|since|until|till|from|during|before|after|early|late|mid|last|next|this|of)[ -](?:March|May)\b"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b)"
)
_LETTERS = re.compile("[a-z]+")
_DIGITS = re.compile("[0-9%]|[IVX]{2}")
_OF_NUMBERS = frozenset(
    [
        *_NUMBER_WORDS,
        *(f"{word}fold" for word in _NUMBER_WORDS),
        *_SHARES.split("|"),
        *"percent cent couple score scores".split(),
        *(f"{tens}ties" for tens in "twen thir for fif six seven eigh nine".split()),
    ]
)
_OF_DATES = frozenset(
    [
        *(month.lower() for month in _MONTHS),
        *(month[:3].lower() for month in _MONTHS),
        "sept",
        *(
            f"{day}day{s}"
            for day in "mon tues wednes thurs fri satur sun".split()
            for s in ("", "s")
        ),
    ]
)
_OF_TIMES = frozenset(re.findall("[a-z]+", _RELATIVE)) - frozenset(
    "so to of at the these other last this next past coming recent few several".split()
) | {"centuries", *(f"{unit}s" for unit in "day week month year decade".split())}
"""What each pattern finds holds a sign or a word of these: to look for them takes a fifth of the time."""
_INSIDE = re.compile(r"(?<=\w)[*\u00ad]+(?=\w)")
"""What may stand inside a word, which is printed whole: signs of emphasis, and a hyphen that nobody sees."""
_TIME = re.compile(rf"\b(?:{_RELATIVE})\b", re.IGNORECASE)
_HTML = re.compile(r"<[a-zA-Z/!?](?:[^<>]*>)?")
_MARKUP = re.compile(
    r"^\s*(?:!!!|\?\?\?\+?|===) [\"\w]|^:\s{2,}\S|\[\]\(|\bjavascript:|&#(?:\w*;)?|&[a-z]+\d*;|\{:|\[\^(?:[^\[\]\s]*\]:?)?|\]:|(?:>\s*){9,}|(?:[-*+] ){9,}",
    re.IGNORECASE,
)
_UNUSED = "is markup that pages do not use"
_SHOWN = 40
"""Signs of what is refused that are told, where it has no end of its own."""
_UNBRACED = re.compile(rf"(?:\{{ {{0,9}})?\b(?:{'|'.join(WORDS)})\([\"'“”‘’]")
"""A word without its braces, or with too few of them: readers would see it as it is."""
_OWN = r"(?:\.\./)*[a-z0-9]+(?:[-/][a-z0-9]+)*"
_TARGET = re.compile(r"(?P<picture>!)\[(?:[^\[\]]*\]\()?|\]\(")
_TO_ITS_END = re.compile(r"(?<=\()[^()]*(?=\))")
_LINK = re.compile(r"\]\((?P<target>[^()\s]*)\)")
_OWN_PAGE = re.compile(rf"(?!$)(?:{_OWN}\.md)?(?:#[\w-]+)?|{_OWN}\.(?:png|jpe?g|webp)")
_IMAGE = re.compile(rf"!\[[^\[\]]*\]\({_OWN}\.(?:png|jpe?g|webp)\)")
_FENCED = re.compile(
    r"^(?P<fence>~{3,}|`{3,})[ ]*[\w-]*[ ]*\n(?:.*?\n)??(?P=fence)[ ]*$", re.MULTILINE | re.DOTALL
)
"""As Python-Markdown has it: a fence that is indented, or never closed by its like, encloses nothing."""
_HEADING = re.compile(r"(?:[\s>]|[-*+]\s|\d{1,9}\.\s)*#")
"""In a list or a quotation, too, and without a space behind."""
_UNDERLINE = re.compile(r"(?:=+|-+)\s*")
_COUNTED = re.compile(r"\s*\d{1,9}\. ")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}\.)\s")
_LINK_TEXT = re.compile(r"[^\[\]]*\]\(")
_CODE = re.compile(r"(?<!`)(`+)(?!`).{0,1000}?(?<!`)\1(?!`)", re.DOTALL)
_NAME = re.compile(r"[A-Za-z]\w*[-_/.:=(]|[-_/.:=(][A-Za-z]|\d-\d")
"""In code: an id, a path, a key with its value or a date as it is typed, and no figure."""
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_LINK_TARGET = re.compile(r"\]\([^)\s]{0,1000}\)")
_INSTEAD = 'Let it come from a fact, by a word such as {{ figure("fact-id") }} or {{ date("fact-id") }}; one in a name stands in {{ plain("…") }}.'
_NO_LINK = f"{_UNUSED}: a link leads to a page of docs/ or to https://. Write [words](page.md)."
_PRINTED_KEYS = ("title:", "description:")


def check_prose(library: Library) -> Iterator[Fault]:
    """Yield every fault of the prose below docs/."""
    quoted = quotation(spoken(library.root))
    for path, text in pages(library.root):
        if text is not None:
            yield from _faults(path, text, _asked(library, text), quoted)


def _asked(library: Library, text: str) -> tuple[Fingerprint, ...]:
    """The articles that a page is held against: all, or of many those that its editors had before them."""
    if len(library.fingerprints) <= MOST_ASKED:
        return tuple(library.fingerprints.values())
    named: dict[str, None] = {}
    for call in calls(text):
        facts = (library.facts[one] for one in call.arguments if one in library.facts)
        named |= dict.fromkeys([*call.arguments, *call.options.values()])
        named |= dict.fromkeys(claim.source for fact in facts for claim in fact.claims)
    return tuple(library.fingerprints[one] for one in named if one in library.fingerprints)


@lru_cache(maxsize=4096)
def _faults(
    path: str, text: str, fingerprints: tuple[Fingerprint, ...], quoted: re.Pattern[str]
) -> tuple[Fault, ...]:
    """The faults of one page; under `mkdocs serve` a page is read again only when it was edited."""
    return tuple(_page(path, text, fingerprints, quoted))


def _page(
    path: str, text: str, fingerprints: tuple[Fingerprint, ...], quoted: re.Pattern[str]
) -> Iterator[Fault]:
    if len(text) > LARGEST_PAGE or text.count("[") > MOST_OPENINGS:
        told = (
            f"a page has up to {LARGEST_PAGE // 1024} kB and {MOST_OPENINGS} “[”. Make two of it."
        )
        yield Fault(path, 1, 1, told)
        return
    found = calls(text)
    for number, line in enumerate(text.split("\n"), 1):
        yield from (Fault(path, number, 1, message) for message in suspicious(line))
    bare = _blank(text, [(call.start, call.end) for call in found])
    code = [match.span() for match in _FENCED.finditer(bare)]
    yield from _misplaced(path, text, found, code)
    bare = _blank(bare, code)
    front = 0
    for number, line in enumerate(bare.split("\n"), 1):
        front += line == "---" and (number == 1 or front == 1)
        if front == 1 and not line.startswith(_PRINTED_KEYS):
            continue
        for column, message in _line(line, in_front_matter=front == 1) if line.strip() else ():
            yield Fault(path, number, column, message)
    yield from _copied(path, bare, fingerprints, quoted)


def _copied(
    path: str, bare: str, fingerprints: tuple[Fingerprint, ...], quoted: re.Pattern[str]
) -> Iterator[Fault]:
    """A sentence may go over several lines, as far as the next one that is empty."""
    first = 1
    for paragraph in _EMPTY_LINE.split(bare):
        for line, message in copied(_without(_LINK_TARGET, paragraph), fingerprints, quoted):
            yield Fault(path, first + line, 1, message)
        first += paragraph.count("\n") + 2


def _line(line: str, *, in_front_matter: bool) -> Iterator[tuple[int, str]]:
    """What is wrong in a line, each mistake once: of what is refused nothing is looked at again."""
    instead = "Leave it out here." if in_front_matter else _INSTEAD
    links = list(_links(line))
    yield from ((start + 1, message) for start, _, message in links)
    bare = _blank(line, [target for _, target, _ in links])
    for match in islice(_HTML.finditer(bare), 1):  # all of a line is one mistake
        written = (
            "[words](https://…)" if match[0].startswith("<http") else "plain Markdown and words"
        )
        yield match.start() + 1, f"“{match[0][:_SHOWN]}” {_UNUSED}. Write {written}."
    bare = _without(_HTML, bare)
    for match in _MARKUP.finditer(bare):
        yield match.start() + 1, f"“{match[0]}” {_UNUSED}. Write plain Markdown and words."
    yield from _nobodys(_CODE.sub(_uncoded, _without(_MARKUP, bare)), instead)


def _nobodys(text: str, instead: str) -> Iterator[tuple[int, str]]:
    """Numbers, dates and times that no claim gives, and words that would not be run."""
    prose = _without(_LINK_TARGET, text).replace("_", " ")  # which emphasizes, as * does
    if prose.isascii() and "*" not in prose and "(" not in text and not _may_tell(prose):
        return
    for pattern, where, wrong in (
        (_NUMBER, prose, f"is a number of nobody's. {instead}"),
        (_MONTH, prose, f"is a date of nobody's. {instead}"),
        (
            _TIME,
            _without(quotation(OURS), prose),
            "is another day for each reader. Name the time, with a word.",
        ),
        (
            _UNBRACED,
            text,
            'is no word here. Write {{ figure("fact-id") }}, with two braces on either side.',
        ),
    ):
        for match in pattern.finditer(where):
            counts = pattern is _NUMBER and _COUNTED.fullmatch(where[: match.end() + 2])
            told = "counts the lines of a list. Begin each with a hyphen." if counts else wrong
            yield match.start() + 1, f"“{match[0]}” {told}"
    whole = _INSIDE.sub("", prose)
    if whole != prose and len(_NUMBER.findall(whole)) > len(_NUMBER.findall(prose)):
        yield 1, f"a number of nobody's is cut apart by signs within a word. {instead}"


def _may_tell(prose: str) -> bool:
    """Say whether anything of a line in plain letters can be a number, a date or a time."""
    words = set(_LETTERS.findall(prose.lower()))
    known = (_OF_NUMBERS, _OF_DATES, _OF_TIMES)
    return bool(_DIGITS.search(prose)) or not all(map(words.isdisjoint, known))


def _links(line: str) -> Iterator[tuple[int, tuple[int, int], str]]:
    """A link leads to a page or picture of docs/, or to a public https address; in code, too, for its end is hard to tell.

    Yields where a link or a picture begins that does not, where its address stands, and what is wrong.
    """
    for found in _TARGET.finditer(line):
        start = found.start()
        if found["picture"]:
            fine, told = bool(_IMAGE.match(line, start)), "is no picture of docs/. Remove it."
        else:
            fine, told = _leads_on(line, start), _no_link(line, start)
        if not fine:
            target = _TO_ITS_END.match(line, found.end())
            span = target.span() if target else (found.end(), found.end())
            yield start, span, f"“{line[start : start + _SHOWN]}” {told}"


def _leads_on(line: str, start: int) -> bool:
    match = _LINK.match(line, start)
    return bool(match and (_OWN_PAGE.fullmatch(match["target"]) or _public(match["target"])))


def _no_link(line: str, start: int) -> str:
    """Say what to write instead of a link that leads nowhere, as far as its address tells."""
    found = _LINK.match(line, start)
    address = found["target"] if found else ""
    if not found and re.match(r"\]\(https?://[^\s)]*\(", line[start:]):
        return "breaks off at a bracket. Write ( as %28 and ) as %29 in its address."
    if address.startswith("http://"):
        return "leads to http://. Write https://."
    if address.startswith("./") and _OWN_PAGE.fullmatch(address[2:]):
        return f"is written otherwise here. Write {address[2:]}."
    try:
        return f"is written otherwise here. Write {safe_url(address)}."
    except ValueError:
        return _NO_LINK


def _uncoded(code: re.Match[str]) -> str:
    """Code may name what holds a number; a figure in the letters of code is one all the same."""
    return " " * len(code[0]) if _NAME.search(code[0]) else code[0].replace("`", " ")


def _public(address: str) -> bool:
    try:
        return safe_url(address) == address
    except ValueError:
        return False


def _without(pattern: re.Pattern[str], line: str) -> str:
    """Put spaces where a pattern stands, so that columns stay."""
    return pattern.sub(lambda match: " " * len(match[0]), line)


def _misplaced(
    path: str, text: str, found: Sequence[Call], code: list[tuple[int, int]]
) -> Iterator[Fault]:
    """Words that print a note can't stand in a heading, in code or in a link, and blocks stand alone."""
    lines = text.split("\n")
    for call in found:
        line = text.count("\n", 0, call.start)
        at = Fault(path, line + 1, call.start - text.rfind("\n", 0, call.start), "")
        if call.word in WORDS:
            told = _place_problem(text, lines, line, call)
            if any(start <= call.start < end for start, end in code):
                told = "stands inside code. Take it out of the code."
            if told:
                yield replace(at, message=f"“{call.word}” {told}")
            elif call.word == "plain" and call.arguments and not _is_plain(call.arguments[0]):
                told = "holds a number or a date that is nobody's claim, in a few words. Write all else as prose."
                yield replace(at, message=f"“plain” {told}")
        for name in filter(call.options.__contains__, ("title", "subtitle")):
            for _, message in _line(call.options[name], in_front_matter=True):
                yield replace(at, message=f"{name}=: {message}")


def _place_problem(text: str, lines: list[str], line: int, call: Call) -> str | None:
    """Say why a word can't stand where it does; None if it can."""
    before = text[text.rfind("\n\n", 0, call.start) + 1 : call.start]
    end = text.find("\n\n", call.start)
    below_it = text[call.start : end if end > 0 else None]
    below = lines[line + 1] if line + 1 < len(lines) else ""
    bracket = before.rfind("[")
    linked = bracket > before.rfind("]") and _LINK_TEXT.match(text, call.end)
    picture = before[bracket - 1 : bracket] == "!"
    if call.word != "plain" and (_HEADING.match(lines[line]) or _UNDERLINE.fullmatch(below)):
        return "stands in a heading. Write words, or plain(…)."
    if _is_code(lines, line) or any(
        found.start() < len(before) < found.end() for found in _CODE.finditer(before + below_it)
    ):
        return "stands inside code. Take it out of the code."
    if linked and (picture or call.word != "plain"):
        return "stands in a link or a picture. Put it beside it."
    if WORDS[call.word].block and not _alone(lines, line, text[call.start : call.end]):
        return "is a block. Give it a paragraph of its own."
    return None


def _is_plain(text: str) -> bool:
    """Say whether it is what prose may not print, and no more: the one escape is no way around the other rules."""
    holds = _NUMBER.search(text) or _MONTH.search(f"in {text}")
    return bool(holds) and len(text) <= LONGEST_PLAIN and not _TIME.search(text)


def _is_code(lines: list[str], line: int) -> bool:
    """A paragraph that is indented is code, but for one that goes on with a list."""
    if not lines[line].startswith("    ") or lines[line - 1].strip():
        return False
    above = (one for one in reversed(lines[:line]) if one.strip() and not one.startswith("    "))
    return not _ITEM.match(next(above, ""))


def _alone(lines: list[str], line: int, call: str) -> bool:
    around = [
        lines[i].strip() for i in (line - 1, line + call.count("\n") + 1) if 0 <= i < len(lines)
    ]
    return lines[line].strip() == call.split("\n")[0].strip() and not any(around)


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    """Put spaces where the words stand, so that lines and columns stay."""
    pieces, end = [], 0
    for start, stop in spans:
        pieces += [text[end:start], re.sub(r"[^\n]", " ", text[start:stop])]
        end = stop
    return "".join([*pieces, text[end:]])
