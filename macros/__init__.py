"""The machine of Who Says What. mkdocs-macros calls `define_env` here at each build.

Under `mkdocs serve` a package that was imported once stays as it was, whatever is saved. So after an edit
the package is forgotten before the next build, and the edit shows at once; a mistake in it is told, and
mended by the next save.
"""

from __future__ import annotations

import importlib
import logging
import sys
import traceback
from pathlib import Path
from typing import Any

_log = logging.getLogger("mkdocs.plugins.who_says_what")
_HERE = Path(__file__).parent
_saved: dict[Path, int] = {}


def define_env(env: Any) -> None:
    """Import the adapter, afresh if any of our files was saved since, and hand over to it."""
    _forget_what_was_edited()
    try:
        adapter = importlib.import_module(f"{__name__}.adapter")
    except Exception as error:  # whatever is wrong with the code, the server must outlive it
        _log.warning("%s", "".join(traceback.format_exception_only(error)).strip())
        return
    adapter.define_env(env)


def on_pre_page_macros(env: Any) -> None:
    """Hand a page over to the adapter before its words are run, if it could be imported."""
    _hand_over("on_pre_page_macros", env)


def on_post_page_macros(env: Any) -> None:
    """Hand a page over to the adapter once its words were run."""
    _hand_over("on_post_page_macros", env)


def _hand_over(hook: str, env: Any) -> None:
    adapter = sys.modules.get(f"{__name__}.adapter")
    if adapter is not None:
        getattr(adapter, hook)(env)


def _forget_what_was_edited() -> None:
    saved = {
        file: file.stat().st_mtime_ns for file in (*_HERE.rglob("*.py"), *_HERE.glob("templates/*"))
    }
    if saved != _saved:
        for name in [name for name in sys.modules if name.startswith(f"{__name__}.")]:
            del sys.modules[name]
        _saved.clear()
        _saved.update(saved)
