"""The language of the site: its words, days, numbers and lists.

The English sentence in the code is the message. Each other language is one file, macros/locale/LANGUAGE.po
(https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html). Babel reads it, and knows from
https://cldr.unicode.org how a language writes days, numbers and lists.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.numbers import format_decimal, format_percent, get_decimal_symbol

from macros.escape import in_style
from macros.fold import words
from macros.translations import NUMBERS, numbers_by_form, parts, translations

FOLDER = Path(__file__).parent / "locale"
OURS = "en"
"""What the messages in the code are written in."""
SCRIPT = "script"
"""The context of messages that the theme's scripts say."""
_WRITTEN_AS = {OURS: "en_001"}
"""English as the world writes it: 7 May 2031; a, b and c."""

_AROUND_A_YEAR = "(?:'[^']*'|[^'dML])*"
_YEAR = re.compile(f"{_AROUND_A_YEAR}y{_AROUND_A_YEAR}")
"""The year in a pattern of https://unicode.org/reports/tr35/tr35-dates.html, with its words and signs: 'de' y."""
_IN_STYLES = {
    "silent": ("Silent:", " "),
    "before": ("Before the event:", " "),
    "back": ("back to the text", ": "),
}
"""What the theme's styles put before a text, in messages of its templates."""

_K = TypeVar("_K")


@dataclass(frozen=True)
class Language:
    """A language of the site: its short name, how it writes, and our words in it."""

    code: str
    locale: Locale
    words: NullTranslations
    theme: Mapping[str, Any]
    """What the theme's templates, scripts and styles say: `page`, by the messages, `script`, as JSON, and `style`, as CSS;
    empty for English. `direction` is "rtl" where its pages are read from the right, else empty.
    """


@cache
def language(code: str) -> Language:
    """Find a language by its short name, e.g. "de" or "pt-BR"; where we have no words in it, English.

    What is written is written as in the region that is asked for: 7. Jänner 2031 in "de-AT".
    """
    file, locale = file_of(code), _locale(code)
    if file is None or locale is None:
        return Language(OURS, Locale.parse(_WRITTEN_AS[OURS]), NullTranslations(), {})
    said, compiled = translations(file).said, BytesIO()
    write_mo(compiled, said)
    compiled.seek(0)
    theme = {**_of_theme(said, locale), "direction": "rtl" if is_leftward(code) else ""}
    return Language(code, locale, GNUTranslations(compiled), theme)


def _of_theme(said: Catalog, locale: Locale) -> dict[str, Any]:
    """The theme asks no program for its words: they are handed to it whole, those of its scripts apart."""
    page, script = dict[str, Any](), dict[str, object]()
    forms = _forms_by_kind(said, locale)
    for message in said:
        if message.context == SCRIPT:
            texts, several = parts(message.string), message.pluralizable
            said_with = {kind: texts[form] for kind, form in forms.items() if several}
            script[parts(message.id)[0]] = said_with or texts[0]
        elif isinstance(message.id, str) and message.id:
            page[message.id] = message.string
    style = "".join(
        f"--says-{name}:{in_style(''.join(page.get(part, part) for part in told))};"
        for name, told in _IN_STYLES.items()
    )
    return {
        "page": page,
        "script": json.dumps(script, ensure_ascii=False),
        "style": f":root{{{style}}}",
    }


def _forms_by_kind(said: Catalog, locale: Locale) -> dict[str, int]:
    """Which form is said with the numbers that the CLDR calls one, few or other, as scripts know them.

    gettext has the forms in an order of its own, and may part the numbers elsewhere: then the smallest decides, but for 0.
    """
    form = {number: form for form, numbers in numbers_by_form(said).items() for number in numbers}
    forms: dict[str, int] = {}
    for number in (*NUMBERS[1:], 0):
        forms.setdefault(locale.plural_form(number), form[number])
    return {"other": said.num_plurals - 1} | forms


def speaks(code: str) -> bool:
    """Whether the site has its words in a language, e.g. in "en-US"."""
    return file_of(code) is not None or re.split("[-_]", code)[0] == OURS


def known() -> list[str]:
    """The languages that the site can speak, by their short names."""
    files = (file for file in FOLDER.glob("*.po") if file_of(file.stem) == file)
    return sorted({OURS, *(file.stem.replace("_", "-") for file in files)})


def misnamed() -> Iterator[tuple[Path, str]]:
    """The files of translations that no short name of a language leads to, each with the name that it should have."""
    for file in sorted(FOLDER.glob("*.po")):
        locale = _locale(file.stem)
        if locale is None:
            yield file, ""
        elif file_of(file.stem) != file:
            yield file, f"{locale if re.search('[-_]', file.stem) else locale.language}.po"


def file_of(code: str) -> Path | None:
    """The file of a language, or that of the language without its country, or without its script, too."""
    locale = _locale(code)
    if locale is None:
        return None
    script = [f"{locale.language}_{locale.script}"] if locale.script else []
    files = (FOLDER / f"{name}.po" for name in (str(locale), *script, locale.language))
    return next((file for file in files if file.is_file()), None)


def _locale(code: str) -> Locale | None:
    try:
        return Locale.parse(code, sep="-" if "-" in code else "_")
    except (ValueError, UnknownLocaleError):
        return None


_spoken: ContextVar[Language] = ContextVar("_spoken")


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Say all words in this language for a while."""
    before = _spoken.set(language(code))
    try:
        yield
    finally:
        _spoken.reset(before)


def spoken() -> Language:
    """The language that words are said in; English where nobody chose one."""
    return _spoken.get(None) or language(OURS)


def marked(message: str) -> str:
    """Mark a message that is said later, so that it gets into the files of translations."""
    return message


def _(message: str, /, **values: object) -> str:
    """Say a message, with its values: `_("since %(day)s", day=…)`."""
    said = spoken().words.gettext(message)
    return said % _shown(values) if values or "%" in said else said


def ngettext(one: str, several: str, count: int, /, **values: object) -> str:
    """Say a message in its form for a number, which stands in it as `%(num)s`."""
    return spoken().words.ngettext(one, several, count) % _shown({"num": count, **values})


def _shown(values: Mapping[str, object]) -> dict[str, object]:
    return {name: decimal(one) if isinstance(one, int) else one for name, one in values.items()}


class Labels(Mapping[_K, str]):
    """Words by what they stand for, each said when it is asked for."""

    def __init__(self, messages: Mapping[_K, str]) -> None:
        """Take messages that are `marked`."""
        self._messages = messages

    def __getitem__(self, key: _K) -> str:
        return _(self._messages[key])

    def __iter__(self) -> Iterator[_K]:
        return iter(self._messages)

    def __len__(self) -> int:
        return len(self._messages)


def day(value: date, *, with_year: bool = True) -> str:
    """Print a day: 7 May 2031; without its year 7 May."""
    return _date(spoken().code, value) if with_year else _day_of_year(spoken().code, value)


def month(value: date, *, with_year: bool = True) -> str:
    """Print the month of a day: May 2031; without its year May."""
    if with_year:
        return _month(spoken().code, value)
    return str(format_date(value, "LLLL", spoken().locale))


def weekday(value: date) -> str:
    """Print the short name of a day of the week: Wed."""
    return str(format_date(value, "ccc", spoken().locale))


def listed(values: Sequence[str]) -> str:
    """Join with commas and "and"."""
    return str(format_list(values, locale=spoken().locale))


def decimal(value: int | Decimal) -> str:
    """Print a number with all its digits, in groups: 12,000."""
    return _decimal(spoken().code, value)


def percent(share: float) -> str:
    """Print a share of the whole in percent: 12%."""
    return str(format_percent(share, locale=spoken().locale))


def foreign(code: str | None) -> str:
    """Keep the short name of a language that is not the site's, for the attribute `lang`; else it is empty."""
    return code if code and code.partition("-")[0] != spoken().locale.language else ""


@cache
def is_leftward(code: str) -> bool:
    """Say whether a language is written from right to left; one that Babel does not know is not."""
    locale = _locale(code)
    if locale:
        return str(locale.character_order) == "right-to-left"
    main, _, rest = code.partition("-")
    return bool(rest) and is_leftward(main)


def mirrored() -> bool:
    """Say whether the pages of the site are read from the right."""
    return is_leftward(spoken().code)


def turned(code: str) -> str:
    """Tell the direction of a language, "rtl" or "ltr", where it is not that of the site; else it is empty."""
    leftward = is_leftward(code)
    if leftward == mirrored():
        return ""
    return "rtl" if leftward else "ltr"


@cache
def decimal_sign(code: str) -> str:
    """Say which sign parts the whole of a number from its rest in a language; nothing for one that Babel does not know."""
    locale = _locale(code)
    return get_decimal_symbol(locale) if locale else ""


_MORE_SCALES: Mapping[str, Mapping[str, int]] = {
    "ja": {"百": 100, "千": 1000},
    "zh": {"百": 100, "千": 1000, "萬": 10**4, "億": 10**8},
    "hi": {"सौ": 100, "हजार": 1000},
    "fi": {"tuhannen": 1000, "tuhannella": 1000, "tuhansia": 1000},
}
"""What Babel has no word for, or another spelling of, and newspapers write behind digits: 5千人, 5 हजार."""


@cache
def scales(code: str) -> Mapping[tuple[str, ...], int]:
    """The words of a language that make a larger number of one, folded, and how many times as large.

    That is 0 where a word stands for several numbers. Empty for a language that Babel does not know.
    """
    locale = _locale(code)
    if locale is None:
        return {}
    texts = [
        (pattern.pattern, int(least) // 10 ** max(pattern.pattern.count("0") - 1, 0))
        for sizes in locale.compact_decimal_formats.values()
        for by_count in sizes.values()
        for least, pattern in by_count.items()
    ]
    texts += _MORE_SCALES.get(code.partition("-")[0], {}).items()
    found: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for text, size in texts:
        scale = tuple(word for word in words(text) if word[0] != "0")
        # One letter or two behind a number may be its unit, as m is.
        if re.search("[^a-z]|[a-z]{3}", "".join(scale)):
            found[scale].add(size)
    return {scale: min(size) if len(size) == 1 else 0 for scale, size in sorted(found.items())}


@cache
def conjunctions(code: str) -> frozenset[str]:
    """The words of a language for "and", folded; none for one that Babel does not know."""
    locale = _locale(code)
    joined = locale.list_patterns["standard"]["2"] if locale else ""
    return frozenset(word for word in words(joined) if not word.isdigit())


@cache
def quotation_marks(code: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """The marks of a language around a quotation, and those around one inside, each with the space that it has within."""
    with speaking(code):
        (first, last), (opening, closing) = _("“ ”").split(" "), _("‘ ’").split(" ")
    return (first, last), (opening, closing)


@cache
def quotation(code: str) -> re.Pattern[str]:
    """What stands in the quotation marks of a language, with no markup within: somebody's words, and not those of the site."""
    first, last = (re.escape(mark.strip()) for mark in quotation_marks(code)[0])
    return re.compile(f"{first}[^{last}<]{{0,1000}}{last}")  # bounded: read in one pass


def name_of(code: str) -> str:
    """Name a language: Dutch."""
    return str(spoken().locale.languages.get(code, code))


@lru_cache(4096)
def _date(code: str, value: date) -> str:
    return str(format_date(value, "long", language(code).locale))


@lru_cache(4096)
def _day_of_year(code: str, value: date) -> str:
    """Print a date as the language does, but for its year: what it has for that alone may be another order."""
    locale = language(code).locale
    pattern = _YEAR.sub("", locale.date_formats["long"].pattern, count=1)
    return str(format_date(value, pattern, locale))


@lru_cache(4096)
def _month(code: str, value: date) -> str:
    return str(format_skeleton("yMMMM", value, locale=language(code).locale))


@lru_cache(4096)
def _decimal(code: str, value: int | Decimal) -> str:
    return str(format_decimal(value, locale=language(code).locale, decimal_quantization=False))
