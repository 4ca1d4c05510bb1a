"""The machine of Who Says What. mkdocs-macros calls `define_env` here at each build, Zensical `makeExtension` for each page.

Under `serve` a package that was imported once stays as it was, whatever is saved. So after an edit
the package is forgotten before the next build, and the edit shows at once; a mistake in it is told, and
mended by the next save.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any

_log = logging.getLogger("mkdocs.plugins.who_says_what")
_HERE = Path(__file__).parent
_saved: dict[str, int] = {}
_mistake = ""


def define_env(env: Any) -> None:
    """Import the adapter, afresh if any of our files was saved since, and hand over to it."""
    global _mistake
    if isinstance(env.conf, dict):  # that of Zensical
        raise RuntimeError("Zensical reads zensical.yml: python -m zensical build -f zensical.yml")
    _forget_what_was_edited()
    try:
        importlib.import_module(f"{__name__}.adapter").define_env(env)
        _mistake = ""
    except (Exception, SystemExit) as error:  # whatever the code does, the server must outlive it
        _mistake = _told(error)
        _log.warning("%s", _mistake)


def makeExtension() -> Any:  # noqa: N802, the name that Python-Markdown looks for
    """Import the adapter for Zensical, afresh if any of our files was saved since, and let it make its extension."""
    _forget_what_was_edited()
    return importlib.import_module(f"{__name__}.zensical_adapter").ZensicalExtension()


def on_pre_page_macros(env: Any) -> None:
    """Hand a page over to the adapter before its words are run; tell the mistake if there is one in the code."""
    if mistake := _mistake or _handed_over("on_pre_page_macros", env):
        env.markdown = "    " + mistake.replace("{", "(").replace("\n", "\n    ")


def on_post_build(env: Any) -> None:
    """Let the adapter write what goes beside the pages."""
    if not _mistake:
        _handed_over("on_post_build", env)


def _handed_over(step: str, env: Any) -> str:
    """Let the adapter take a step; returns the mistake that it met, which the server outlives, and tells it."""
    try:
        getattr(sys.modules[f"{__name__}.adapter"], step)(env)
    except (Exception, SystemExit) as error:
        mistake = _told(error)
        _log.warning("%s", mistake)
        return mistake
    return ""


def _told(error: BaseException) -> str:
    """Say what is wrong with the code, and where."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    at = "" if isinstance(error, SyntaxError) else f"{where.filename}:{where.lineno}: "
    return at + "".join(traceback.format_exception_only(error)).strip()


def edited_meanwhile() -> bool:
    """Say whether any of our files was saved since the build began that runs: of some it may have what they held before."""
    return bool(_saved) and _as_saved() != _saved


def _forget_what_was_edited() -> None:
    saved = _as_saved()
    if _saved and saved != _saved:
        for name in [name for name in sys.modules if name.startswith(f"{__name__}.")]:
            del sys.modules[name]
            # `from macros import wording` would find the old module as the package's attribute.
            globals().pop(name.removeprefix(f"{__name__}."), None)
    _saved.clear()
    _saved.update(saved)


def _as_saved() -> dict[str, int]:
    """When each of our files was saved; a link that leads nowhere, as editors make them beside a file, was never."""
    found = {}
    for folder, within, names in os.walk(_HERE):
        within[:] = [one for one in within if one != "__pycache__"]  # which may hold thousands
        for name in names:
            with suppress(OSError):
                found[f"{folder}/{name}"] = Path(folder, name).stat().st_mtime_ns
    return found
