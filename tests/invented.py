"""An invented world for the tests: two islands, a lantern festival, and the papers that wrote about it.

`fact` types one fact from compact YAML, `library` puts facts into the world, both in memory.
`write` and `load` do the same with files, for whatever depends on lines and folders. In one text for several
files each begins with a line `== path`; a path without an ending is one of data/ and ends in .yml.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from macros import loading
from macros.faults import Fault, Level
from macros.fingerprint import Fingerprint
from macros.library import Library
from macros.model import Claim, Fact, Organization, Person, Source

GUESTS = """
== facts/festival/guests
question: Who was there?
label: Guests
about: [ada-quill, tomas-reed]
claims:
  - {source: post, says: the harbor master, locator: the harbor master and others}
"""
"""A fact that mentions everyone, for those who check the whole world."""

TOPICS = {"festival": "The festival", "harbor": "The harbor"}

WORLD = """
== organizations/alba
name: Alba
kind: state
== organizations/brume
name: Brume
kind: state
== organizations/harbor-office
name: Alba Harbor Office
short: AHO
kind: authority
part_of: alba
country: alba
== organizations/coast-watch
name: Coast Watch
kind: authority
part_of: alba
== organizations/pilots
name: Harbor Pilots
kind: service
part_of: harbor-office
== organizations/brume-ministry
name: Brume Ministry of Lanterns
kind: ministry
part_of: brume
== organizations/choir
name: Free Choir
kind: choir
== organizations/salt-wire
name: Salt Wire
kind: news agency
== organizations/press
name: Port Press
kind: newspaper
== organizations/evening
name: Evening House
kind: newspaper
== organizations/echo-house
name: Echo House
kind: magazine
== organizations/almanac-house
name: Almanac House
kind: blog
== people/ada-quill
name: Ada Quill
spellings: {post: Ada Quill, star: [Ada Quill]}
country: alba
roles:
  - post: harbor master
    organization: harbor-office
    source: post
    locator: the harbor master Ada Quill
  - post: poet
    source: star
    locator: Ada Quill, a poet of
== people/tomas-reed
name: Tomas Reed
country: brume
== sources/post
title: Lanterns over the harbor
publisher: press
code: PO
published: 2031-05-07
url: https://post.example.org/lanterns
use: compared
order: 1
checked: 2031-06-01
== sources/star
title: A night of lights
publisher: evening
code: ST
published: 2031-05
url: https://star.example.org/night
use: compared
order: 2
checked: 2031-06-01
== sources/echo
title: What the festival was
publisher: echo-house
code: EC
published: 2031-05
url: https://echo.example.org/festival
use: compared
order: 3
checked: 2031-06-01
== sources/almanac
title: The year to come
publisher: almanac-house
code: AL
published: 2031-01
url: https://almanac.example.org/year
use: compared
order: 4
checked: 2031-06-01
== sources/tide-table
publisher: press
url: https://post.example.org/tides
use: context
checked: 2031-06-01
"""

_HEADING = re.compile(r"^== (\S+)\n", re.MULTILINE)
_LOCATOR = "some words of the article"


def sections(text: str) -> dict[str, str]:
    """Split a text for several files at its lines `== path`."""
    _, *rest = _HEADING.split(text)
    names = [name if "." in name else f"data/{name}.yml" for name in rest[::2]]
    return dict(zip(names, rest[1::2], strict=True))


def write(root: Path, text: str, *, world: str = WORLD) -> Path:
    """Write the world's files and those of `text`, which may replace some of the world's."""
    for name, content in (sections(world) | sections(text)).items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    return root


def load(root: Path, text: str = "", *, world: str = WORLD) -> tuple[Library, list[Fault]]:
    """Write files and load them as the build does."""
    return loading.load(write(root, text, world=world), TOPICS)


def loaded(root: Path, text: str = "") -> Library:
    """Write files and load them; they hold no fault."""
    made, faults = load(root, text)
    assert not faults, "\n".join(map(str, faults))
    return made


def blamed(rule: Callable[[Library], Iterator[Fault]], root: Path, text: str) -> list[str]:
    """What a rule says of files, as "file:line: message"; notices begin with their level."""
    faults = sorted(rule(loaded(root, text)))
    notice = {Level.ERROR: "", Level.NOTICE: "notice: "}
    return [f"{Path(f.path).stem}:{f.line}: {notice[f.level]}{f.message}" for f in faults]


def a_fact(*claims: str, path: str = "facts/festival/visitors", keys: str = "") -> str:
    """A fact's file with its claims, each in braces: the first in line 4, or later by the lines of `keys`."""
    lines = "".join(f"  - {{{claim}}}\n" for claim in claims)
    name = path.rpartition("/")[2]
    return f"== {path}\n{keys}question: How about {name}?\nlabel: The {name}\nclaims:\n{lines}"


def fingerprint(root: Path, source: str, article: str) -> None:
    """Store the fingerprint of an invented article."""
    file = root / "data" / "fingerprints" / f"{source}.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(Fingerprint.of(source, article).dump(), "utf-8")


def fact(text: str, name: str = "festival/visitors") -> Fact:
    """Type a fact; what every fact and claim needs is filled in where the text lacks it."""
    value = parsed(text)
    topic, _, fact_id = name.rpartition("/")
    value.setdefault("question", f"How about {fact_id}?")
    value.setdefault("label", fact_id.capitalize())
    value["claims"] = [_filled(claim) for claim in value.get("claims") or []]
    return Fact.filed(value, f"data/facts/{topic}/{fact_id}.yml")


def claim(text: str) -> Claim:
    """Type one claim, e.g. `figure: around 5,000`; its source is post if none is named."""
    return Claim.model_validate(_filled(parsed(text)))


def library(*facts: Fact, also: str = "") -> Library:
    """Put facts into the world; `also` holds more files, or others in place of the world's."""
    sources: dict[str, Source] = {}
    people: dict[str, Person] = {}
    organizations: dict[str, Organization] = {}
    for path, text in (sections(WORLD) | sections(also)).items():
        name, value = PurePosixPath(path), parsed(text)
        match name.parts[1]:
            case "sources":
                sources[name.stem] = Source.filed(value, path)
            case "people":
                people[name.stem] = Person.filed(value, path)
            case "organizations":
                organizations[name.stem] = Organization.filed(value, path)
    by_id = {fact.id: fact for fact in facts}
    return Library(Path(), by_id, sources, people, organizations, topics=_topics(by_id))


def _topics(facts: Mapping[str, Fact]) -> dict[str, str]:
    used = {fact.topic for fact in facts.values()}
    return {topic: title for topic, title in TOPICS.items() if topic in used}


def parsed(text: str) -> dict[str, Any]:
    """Read the keys and values of a text."""
    value: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)
    return value


def _filled(claim: dict[str, Any]) -> dict[str, Any]:
    filled = {"source": "post", "locator": _LOCATOR, **claim}
    if {"date", "readings"} & filled.keys():
        filled.setdefault("printed", "that day")
    return filled
