"""A page as the site's engine writes it: our adapter, Jinja and Python-Markdown, without MkDocs around them."""

import logging
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
from markdown import Markdown

from macros import adapter, search

EXTENSIONS = ("tables", "toc", "fenced_code")
"""What MkDocs adds by itself, and mkdocs.yml names."""


@dataclass
class Engine:
    """The words over the files below `root`, loaded once; `told` is what was logged meanwhile."""

    root: Path
    repository: str = ""
    language: str = "en"
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._words: dict[str, Any] = {}
        self._env = SimpleNamespace(
            project_dir=str(self.root),
            conf={
                "markdown_extensions": list(EXTENSIONS),
                "use_directory_urls": True,
                "site_name": "Lanterns",
                "extra": {"repository": self.repository},
                "mdx_configs": {},
                "validation": {},
                "plugins": {},
                "theme": _Theme(language=self.language),
            },
            env=jinja2.Environment(undefined=jinja2.StrictUndefined),
            macro=lambda run, name: self._words.__setitem__(name, run),
        )
        with _listening(self.told):
            adapter.define_env(self._env)

    @property
    def found(self) -> list[search.Entry]:
        """What the search of the site finds in the pages that were written."""
        return [entry for found in self._env.edition.found.values() for entry in found]

    def page(self, source: str, url: str = "page/") -> str:
        """Write a page: its words are run, it becomes HTML, and its marks and notes are filled in."""
        env = self._env
        env.page, env.markdown = (
            SimpleNamespace(
                url=url,
                title="Page",
                meta={},
                file=SimpleNamespace(src_uri="page.md", dest_uri=f"{url}index.html"),
            ),
            source,
        )
        with _listening(self.told):
            adapter.on_pre_page_macros(env)
            env.markdown = env.env.from_string(env.markdown).render(self._words)
            text = Markdown(extensions=env.conf["markdown_extensions"]).convert(env.markdown)
            meta = env.page.meta
            layout = meta["layout"]
            headline = layout["headline"] and f"<h1>{layout['headline']}</h1>"
            head = (meta["abbreviations"], headline, layout["rail"])
            return "\n".join(part for part in (*head, text, meta["notes"]) if part)


class _Theme(dict[str, str]):
    """What the adapter asks of a theme: its settings, and how it finds its templates."""

    name, dirs, locale, get_env = "", (), "en", jinja2.Environment


class _listening(logging.Handler):  # noqa: N801, used as `with _listening(told):`
    def __init__(self, told: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._told = told

    def emit(self, record: logging.LogRecord) -> None:
        self._told.append(record.getMessage())

    def __enter__(self) -> None:
        adapter.log.addHandler(self)

    def __exit__(self, *_: object) -> None:
        adapter.log.removeHandler(self)
