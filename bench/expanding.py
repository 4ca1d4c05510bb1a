"""python -m bench.expanding FROM TO: an explainer whose words were already run, as pages of plain Markdown and HTML.

That is the floor of the engine: what MkDocs and the theme need for the same pages, had somebody typed all that
the words print, numbers of notes and lists of notes too. Prose stays Markdown; what a word printed is HTML.
The pages are built under the same mkdocs.yml, without the plugin that runs words: there are none.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin

from macros.sheet import Sheet

_BLOCK = re.compile("<!--block-->(.*?)<!--/block-->", re.DOTALL)
_PROSE = (
    (re.compile(r'<h2 id="[^"]*">(.*?)</h2>'), r"## \1\n"),
    (re.compile(r"<p>(.*?)</p>", re.DOTALL), r"\1\n"),
    (re.compile(r"<li>\n*(.*?)\n*</li>", re.DOTALL), r"- \1\n"),
    (re.compile(r"</?ul>"), ""),
)
"""The HTML that the synthetic pages' prose becomes, and the Markdown that becomes it. Both builds are compared."""


def expand(root: Path, to: Path) -> None:
    """Build the explainer at `root`, and write it below `to` with all its words run."""
    _show_where_blocks_are()
    config: Any = load_config(str(root / "mkdocs.yml"), site_dir=str(to / "site"))
    config.plugins["typist"] = _Typist(to)
    build(config)
    sections = re.split(r"(?m)^(?=[a-z_]+:)", (root / "mkdocs.yml").read_text("utf-8"))
    same = [part for part in sections if not part.startswith(("plugins:", "watch:"))]
    (to / "mkdocs.yml").write_text("".join([*same, "\n\nplugins: []\n"]), "utf-8")
    (to / "macros").symlink_to((root / "macros").resolve())


class _Typist(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Writes down each page as it was when its words were run."""

    def __init__(self, to: Path) -> None:
        super().__init__()
        self._to = to

    def on_page_content(self, html: str, /, *, page: Any, **_: Any) -> str:
        """Called by MkDocs with each page's HTML before the theme takes it."""
        front = {key: _plain(value) for key, value in page.meta.items() if key != "notes" and value}
        file = self._to / "docs" / page.file.src_uri
        file.parent.mkdir(parents=True, exist_ok=True)
        text = f"---\n{yaml.safe_dump(front, allow_unicode=True, width=10**6)}---\n\n{_typed(html)}"
        file.write_text(f"{text}\n\n{page.meta.get('notes') or ''}\n", "utf-8")
        return html


def _plain(value: Any) -> Any:
    """What stands around a page's text as YAML has it: markup is a text there."""
    match value:
        case dict():
            return {key: _plain(one) for key, one in value.items()}
        case list():
            return [_plain(one) for one in value]
        case str():
            return str(value)
        case _:
            return value


def _typed(html: str) -> str:
    """Prose as Markdown, and blocks as they are, each on lines of its own."""
    parts = _BLOCK.split(html)
    for i in range(0, len(parts), 2):
        for of_html, markdown in _PROSE:
            parts[i] = of_html.sub(markdown, parts[i])
    return "\n\n".join(part.strip("\n") for part in parts)


def _show_where_blocks_are() -> None:
    block = Sheet.block

    def shown(sheet: Sheet, markup: Markup) -> str:
        return block(sheet, Markup("<!--block-->{}<!--/block-->").format(markup))

    setattr(Sheet, "block", shown)  # noqa: B010  a method is not assigned to, says mypy


if __name__ == "__main__":
    expand(Path(sys.argv[1]), Path(sys.argv[2]))
