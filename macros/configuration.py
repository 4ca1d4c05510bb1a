"""What mkdocs.yml may say. It is code to MkDocs: hooks and tags run programs, and !ENV publishes secrets."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Set
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from macros.escape import safe_url
from macros.faults import Fault, did_you_mean
from macros.files import below, readable
from macros.language import known, speaks

CONFIGURATION = "mkdocs.yml"
OTHER_NAME = "mkdocs.yaml"
"""MkDocs reads this one, too, where the first is missing."""

KEYS = frozenset(
    "site_name site_description site_url copyright extra theme plugins watch validation markdown_extensions nav "
    "strict use_directory_urls exclude_docs".split()
)
PLUGINS: Mapping[str, frozenset[str]] = {
    "macros": frozenset({"module_name", "on_undefined", "on_error_fail", "verbose"}),
}
"""The plugins, and their settings. Others install packages, read other folders, or give Jinja other signs than ours."""

EXTENSIONS: Mapping[str, frozenset[str]] = {
    "tables": frozenset(),
    "toc": frozenset({"permalink", "toc_depth"}),
    "abbr": frozenset(),
    "def_list": frozenset(),
    "admonition": frozenset(),
    "footnotes": frozenset(),
    "sane_lists": frozenset(),
}
VARIABLES = frozenset({"SITE_URL", "REPOSITORY"})
MACROS = {"module_name": "macros", "on_undefined": "strict", "on_error_fail": "false"}
"""What keeps an error from being published or from ending `mkdocs serve`: see the comments in mkdocs.yml."""
THEME = {"name": "material", "custom_dir": "macros/theme", "font": "false"}
"""Where the pages' templates come from, and that no font is asked of another host."""

WHOLE = (
    ("strict", re.compile("true"), "Write true, or leave it out."),
    ("validation", re.compile("warn"), "Write warn, which stops a strict build."),
    ("watch", re.compile("data|macros"), "Write data and macros."),
    ("use_directory_urls", re.compile("true|false"), "Write true or false."),
    ("exclude_docs", re.compile(r"/assets/\S*"), "Pages are all published: remove the line."),
)
"""The settings that could keep MkDocs from seeing a fault or a page, and what they may say."""

LARGEST = 512 * 1024
"""Of the file: a menu of some thousand pages fits."""
EXTRA = frozenset({"repository", "license", "topics", "row"})
"""What pages read of `extra`. Material's own templates would read more: analytics, consent, social links."""
PALETTE: Mapping[str, re.Pattern[str]] = {
    "media": re.compile(r"\(prefers-color-scheme(: (light|dark))?\)"),
    "scheme": re.compile("default|slate"),
    "icon": re.compile("[a-z0-9]+([-/][a-z0-9]+)*"),
}
"""What pages print as attributes, and the theme's files that they show."""

PRINTED = ("site_name", "site_description", "copyright")
_RESOLVER: Any = yaml.SafeLoader("")

DEEPEST = 12
_PLAIN = "tag:yaml.org,2002:"
_PAGE = re.compile(r"[a-z0-9]+([-/][a-z0-9]+)*\.md", re.ASCII)
_OWN_FILE = re.compile(r"[a-z0-9]+([-/.][a-z0-9]+)*", re.ASCII)
_ENTRY = "Begin each with a hyphen, e.g. - Method: method.md."
_JINJA = re.compile(r"\{[{%#]")


def topics(root: Path) -> dict[str, str]:
    """The folders of facts in the order of the site, with their titles: `extra.topics`."""
    try:
        node = _composed(_text(root))
    except _Refused:
        return {}
    found = _at(_at(node, "extra"), "topics")
    if not isinstance(found, yaml.MappingNode):
        return {}
    return {str(key.value): str(title.value) for key, title in found.value}


def menu(root: Path) -> dict[str, str]:
    """The pages of the menu in its order, each with its name there: `nav`."""
    try:
        return dict(_pages(_at(_composed(_text(root)), "nav")))
    except _Refused:
        return {}


def spoken(root: Path) -> str:
    """The short name of the language that the site is written in, as typed; empty if it names none."""
    return setting(root, "theme", "language")


def setting(root: Path, *keys: str) -> str:
    """One text of the configuration, e.g. `extra`, `license`; empty if it is not there.

    Where it is `!ENV [NAME, default]`, it comes from the environment, as MkDocs takes it.
    """
    try:
        node = _composed(_text(root))
    except _Refused:
        return ""
    for key in keys:
        node = _at(node, key)
    if isinstance(node, yaml.SequenceNode) and node.tag == "!ENV" and _is_ours(node):
        variable, default = (item.value for item in node.value)
        return os.environ.get(variable) or str(default)
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def _pages(node: Any, name: str = "") -> Iterator[tuple[str, str]]:
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        yield from _pages(item)
    for title, page in _pairs(node):
        yield from _pages(page, _shown(title))
    if name and isinstance(node, yaml.ScalarNode):
        yield node.value, name


def check_configuration(root: Path) -> Iterator[Fault]:
    """Yield a fault for whatever mkdocs.yml holds beyond what this project needs."""
    if (root / OTHER_NAME).exists():
        told = f"the configuration is {CONFIGURATION}, which is checked. Remove this file."
        yield Fault(OTHER_NAME, 1, 1, told)
    if not (root / CONFIGURATION).exists():
        return
    try:
        node = _composed(_text(root))
    except _Refused as refused:
        yield refused.fault
        return
    if not isinstance(node, yaml.MappingNode):
        told = "the configuration must be lines of `key: value`. Put back those that it had."
        yield Fault(CONFIGURATION, 1, 1, told)
        return
    yield from _scalars(node)
    yield from _texts(node)
    yield from _tags(node)
    for key, _ in node.value:
        if isinstance(key, yaml.ScalarNode) and key.value not in KEYS:
            hint = (
                did_you_mean(key.value, KEYS)
                or " Remove it, or name it in macros/configuration.py with a test."
            )
            yield _fault(key, f"“{key.value}” is not a setting that this project allows.{hint}")
    yield from _named(_at(node, "plugins"), PLUGINS, "plugin")
    yield from _named(_at(node, "markdown_extensions"), EXTENSIONS, "Markdown extension")
    yield from _theme(_at(node, "theme"))
    name = _at(node, "site_name")
    if name is None or (isinstance(name, yaml.ScalarNode) and not name.value):
        yield _fault(name or node, "the site has no name. Write it into `site_name:`.")
    yield from _addresses(node)
    yield from _extra(root, _at(node, "extra"))
    yield from _navigation(root, node)
    yield from _words_are_strict(node)
    yield from _nothing_is_waved_through(node)


class _Refused(Exception):
    """The file can't be read as what it should be."""

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.fault = Fault(CONFIGURATION, line, column, message)


def _text(root: Path) -> str:
    file = root / CONFIGURATION
    if file.is_symlink():
        raise _Refused(1, 1, "this is a symbolic link. Put the file itself here.")
    try:
        if file.stat().st_size > LARGEST:
            raise _Refused(1, 1, f"the file is larger than {LARGEST // 1024} kB. Make it smaller.")
        return file.read_text("utf-8")
    except (OSError, ValueError):
        raise _Refused(1, 1, "the file is not UTF-8 text. Put it back.") from None


@lru_cache(maxsize=2)
def _composed(text: str) -> Any:
    """The tree of a text without anchors and without great depth: neither would ever end, or soon. It is asked for often."""
    try:
        depth = 0
        event: Any
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            at = event.start_mark.line + 1, event.start_mark.column + 1
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                told = "anchors (&) and aliases (*) are not used here. Write the value out."
                raise _Refused(*at, told)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise _Refused(*at, "this is nested too deeply. Put back what stood here.")
        return yaml.compose(text, Loader=yaml.CBaseLoader)
    except (ValueError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        told = "this is not valid YAML. Look at this line and the one above."
        raise _Refused(line, column, told) from None


def _scalars(node: Any) -> Iterator[Fault]:
    """No key twice, no merge key, and nothing that Jinja would run: titles are templates to it."""
    if isinstance(node, yaml.ScalarNode) and _JINJA.search(node.value):
        yield _fault(node, "this holds signs of a template, which would be run. Write plain text.")
    if isinstance(node, yaml.ScalarNode) and "<" in node.value != "<<":
        yield _fault(node, "this holds signs of markup. Write plain text.")
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        yield from _scalars(item)
    seen: set[str] = set()
    for key, value in _pairs(node):
        if not isinstance(key, yaml.ScalarNode):
            yield _fault(key, "a key must be one word. Write `key: value`.")
            continue
        if key.value == "<<":
            yield _fault(key, "merge keys (<<) are not used here. Write the values out.")
        if key.value in seen:
            yield _fault(key, f"the key “{key.value}” stands here again. Keep one of the two.")
        seen.add(key.value)
        yield from _scalars(key)
        yield from _scalars(value)


def _texts(node: Any) -> Iterator[Fault]:
    """What pages print are texts to each engine: 1825, Yes and ~ are none to YAML, unless they stand in quotes."""
    printed = [_at(node, key) for key in PRINTED]
    for scalar in (*_keys(node), *filter(None, printed)):
        if isinstance(scalar, yaml.ScalarNode) and (scalar.value or scalar not in printed):
            read = _RESOLVER.resolve(yaml.ScalarNode, scalar.value, (True, False))
            if not scalar.style and read not in (f"{_PLAIN}str", f"{_PLAIN}merge"):
                told = f"“{_shown(scalar)}” is no text to YAML. Put it in double quotes, or remove the line."
                yield _fault(scalar, told)


def _keys(node: Any) -> Iterator[Any]:
    """The keys of a tree, however deep."""
    for value in node.value if isinstance(node, yaml.SequenceNode) else ():
        yield from _keys(value)
    for key, value in _pairs(node):
        yield key
        yield from _keys(value)


def _tags(node: Any) -> Iterator[Fault]:
    """Only !ENV with one of our two variables and a default is let through."""
    tag = str(getattr(node, "tag", None) or "!")
    if tag.startswith(f"{_PLAIN}python"):
        yield _fault(node, "the tag !!python runs code. Remove it.")
    elif tag != "!" and not tag.startswith(_PLAIN) and not (tag == "!ENV" and _is_ours(node)):
        yield _fault(node, f"the tag {tag} runs code or publishes secrets. Remove it.")
        return
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        yield from _tags(item)
    for key, value in _pairs(node):
        yield from _tags(key)
        yield from _tags(value)


def _is_ours(node: Any) -> bool:
    """Whether !ENV names one variable of ours and then a text; more names would be asked one after the other."""
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    return (
        len(items) == 2
        and all(isinstance(item, yaml.ScalarNode) for item in items)
        and items[0].value in VARIABLES
    )


def _named(node: Any, allowed: Mapping[str, frozenset[str]], what: str) -> Iterator[Fault]:
    """Plugins and extensions come as a list of names, or with their settings; a mapping would serve, too."""
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode):
        yield _fault(node, f"each {what} stands on a line that begins with a hyphen. Write it so.")
        return
    for item in node.value:
        pairs = _pairs(item) or [(item, None)]
        for name, settings in pairs:
            if not isinstance(name, yaml.ScalarNode) or name.value not in allowed:
                yield _fault(name, f"the {what} “{_shown(name)}” is not allowed here. Remove it.")
                continue
            for key, _ in _pairs(settings):
                if _shown(key) not in allowed[name.value]:
                    told = f"the {what} {name.value} may not be set so: “{_shown(key)}”. Remove it."
                    yield _fault(key, told)


def _theme(node: Any) -> Iterator[Fault]:
    if node is None:
        return
    for key, wanted in THEME.items():
        found = _at(node, key)
        if found is None or found.value != wanted:
            yield _fault(found or node, f"the theme needs `{key}: {wanted}`. Set it so.")
    yield from _language(_at(node, "language"))
    features = _at(node, "features")
    if features is not None and features.value:
        told = (
            "each feature needs Material's own script, which no page loads. Write `features: []`."
        )
        yield _fault(features, told)
    yield from _palette(_at(node, "palette"))
    for key in ("favicon", "logo"):
        found = _at(node, key)
        if found is not None and not _OWN_FILE.fullmatch(str(found.value)):
            told = f"“{key}” must be a file of the theme. Write its path, without a host."
            yield _fault(found, told)


def _language(node: Any) -> Iterator[Fault]:
    if node is None:
        return
    code = _shown(node)
    if not speaks(code):
        told = f"“{code}” is no language that the site speaks. Write one of these: {', '.join(known())}."
        yield _fault(node, told)
    elif "_" in code:
        told = f"“{code}” is no name of a language to a browser. Write {code.replace('_', '-')}."
        yield _fault(node, told)


def _palette(node: Any) -> Iterator[Fault]:
    """What a palette says stands in the pages' attributes, and names files of the theme."""
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        for key, value in [*_pairs(item), *_pairs(_at(item, "toggle"))]:
            fits = PALETTE.get(_shown(key))
            if fits and not fits.fullmatch(_shown(value)):
                told = (
                    f"“{_shown(key)}” can't be “{_shown(value)}” here. Put back what stood there."
                )
                yield _fault(value, told)


def _extra(root: Path, node: Any) -> Iterator[Fault]:
    for key, _ in _pairs(node):
        if _shown(key) not in EXTRA | {"<<"}:  # merge keys are told above
            hint = did_you_mean(_shown(key), EXTRA) or " Remove it."
            yield _fault(key, f"pages read no “{_shown(key)}” of extra.{hint}")
    folders = {
        path.rpartition("/")[2] for path, entry in below(root, "data/facts") if entry.is_dir()
    }
    titled = {key.value for key, _ in _pairs(_at(node, "topics"))}
    for key, _ in _pairs(_at(node, "topics")):
        near = did_you_mean(_shown(key), folders - titled)
        if key.value not in folders and near:  # else it may wait for its first fact
            yield _fault(key, f"there is no topic “{_shown(key)}” in data/facts/.{near}")


def _addresses(node: Any) -> Iterator[Fault]:
    """The addresses of the site, its repository and its license are https: pages link to them."""
    extra = _at(node, "extra")
    for found in (_at(node, "site_url"), _at(extra, "repository"), _at(extra, "license")):
        value = found.value[-1] if isinstance(found, yaml.SequenceNode) and found.value else found
        if value is None or value.value == "":
            continue
        try:
            safe_url(_shown(value))
        except ValueError as refusal:
            yield _fault(value, str(refusal))


def _navigation(root: Path, node: Any) -> Iterator[Fault]:
    """The menu names each page of docs/ once, and the row at the top names some of them."""
    pages = {path.relative_to(root / "docs").as_posix() for path in readable(root / "docs", "*.md")}
    menu = _at(node, "nav")
    as_folders = _shown(_at(node, "use_directory_urls")).lower() != "false"
    yield from _addressed(pages, as_folders=as_folders)
    named: set[str] = set()
    amiss = False
    yield from _shape(menu)
    for entry in _leaves(menu):
        found = list(_page(entry, pages))
        if entry.value in named:
            found.append(
                _fault(entry, f"“{_shown(entry)}” stands here again. Keep one of the two.")
            )
        named.add(entry.value)
        yield from found
        amiss = amiss or bool(found)
    yield from _row(_at(_at(node, "extra"), "row"), pages)
    if menu is not None and not amiss:  # a wrong entry may be meant to be the one that is missing
        for path in sorted(pages - named):
            told = f"no entry leads to docs/{path}. Add one, or remove the page."
            yield _fault(menu, told)


def _addressed(pages: Set[str], *, as_folders: bool) -> Iterator[Fault]:
    """Each page has an address, and one of its own: of two with the same, one engine writes the last and another none."""
    for path in sorted(pages):
        other = f"{path.removesuffix('.md')}/index.md"
        told = ""
        if path.startswith("assets/"):  # which `exclude_docs` may keep from being published
            told = "docs/assets/ holds pictures, and no page. Move it to another folder."
        elif as_folders and other in pages and not f"/{path}".endswith("/index.md"):
            told = f"this page and docs/{other} have one address. Rename one of the two."
        if told:
            yield Fault(f"docs/{path}", 1, 1, told)


def _shape(node: Any) -> Iterator[Fault]:
    """A menu is a list, and so is each of its sections; the engines read anything else each in its way."""
    if node is not None and not isinstance(node, yaml.SequenceNode):
        yield _fault(node, f"a menu is a list. {_ENTRY}")
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        pairs = _pairs(item)
        if not isinstance(item, yaml.ScalarNode) and len(pairs) != 1:
            at = pairs[1][0] if pairs else item
            yield _fault(at, f"an entry of the menu has one name. {_ENTRY}")
        for _, value in pairs:
            if not isinstance(value, yaml.ScalarNode):
                yield from _shape(value)


def _row(node: Any, pages: Set[str]) -> Iterator[Fault]:
    """The row at the top is written as the menu is, without sections."""
    items = node.value if isinstance(node, yaml.SequenceNode) else [node] if node else []
    for item in items:
        if node is item or len(_pairs(item)) != 1:
            told = "“row” is a list. Write its lines as those of nav, e.g. - Home: index.md."
            yield _fault(item, told)
        else:
            yield from _page(_pairs(item)[0][1], pages)


def _page(node: Any, pages: Set[str]) -> Iterator[Fault]:
    """An entry is a page of docs/: any other would be a link, to wherever and of whatever kind."""
    if not _PAGE.fullmatch(str(node.value)):
        told = f"“{_shown(node)}” is not a page. Write its path below docs/, e.g. method.md."
        yield _fault(node, told)
    elif pages and node.value not in pages:
        cure = did_you_mean(node.value, pages) or " Write the path of one that is there."
        yield _fault(node, f"there is no page “{_shown(node)}” in docs/.{cure}")


def _leaves(node: Any) -> Iterator[Any]:
    """The scalars that stand for a value, however deep."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    for value in node.value if isinstance(node, yaml.SequenceNode) else ():
        yield from _leaves(value)
    for _, value in _pairs(node):
        yield from _leaves(value)


def _nothing_is_waved_through(node: Any) -> Iterator[Fault]:
    """A strict build fails at whatever MkDocs finds wrong; it must look, and at all of our pages."""
    for key, fits, cure in WHOLE:
        found = _at(node, key)
        for value in _leaves(found):
            for line in str(value.value).split("\n"):
                if line and not fits.fullmatch(line):
                    yield _fault(value, f"“{key}” can't be “{line[:80]}” here. {cure}")


def _words_are_strict(node: Any) -> Iterator[Fault]:
    plugins = _at(node, "plugins")
    items = plugins.value if isinstance(plugins, yaml.SequenceNode) else []
    found = next((item for item in items if _at(item, "macros") is not None), None)
    if found is None:
        told = "the plugin macros is missing, without which pages show their words raw. Add it."
        yield _fault(plugins or node, told)
        return
    for key, wanted in MACROS.items():
        value = _at(_at(found, "macros"), key)
        if value is None or value.value != wanted:
            yield _fault(value or found, f"the plugin macros needs `{key}: {wanted}`. Set it so.")


def _shown(node: Any) -> str:
    return str(node.value)[:200] if isinstance(node, yaml.ScalarNode) else "…"


def _fault(node: Any, message: str) -> Fault:
    return Fault(CONFIGURATION, node.start_mark.line + 1, node.start_mark.column + 1, message)


def _pairs(node: Any) -> list[tuple[Any, Any]]:
    return list(node.value) if isinstance(node, yaml.MappingNode) else []


def _at(node: Any, wanted: str) -> Any:
    return next((value for key, value in _pairs(node) if key.value == wanted), None)
