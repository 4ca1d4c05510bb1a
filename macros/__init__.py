"""The machine of Who Says What. mkdocs-macros calls `define_env` here at each build.

Under `mkdocs serve` a package that was imported once stays as it was, whatever is saved. So the package
is forgotten before each build, and an edit to it shows at once; a mistake in it is told, and mended by
the next save.
"""

from __future__ import annotations

import importlib
import logging
import sys
import traceback
from typing import Any

_log = logging.getLogger("mkdocs.plugins.who_says_what")


def define_env(env: Any) -> None:
    """Import the adapter afresh and hand over to it."""
    for name in [name for name in sys.modules if name.startswith(f"{__name__}.")]:
        del sys.modules[name]
    try:
        adapter = importlib.import_module(f"{__name__}.adapter")
    except Exception as error:  # whatever is wrong with the code, the server must outlive it
        _log.warning("%s", "".join(traceback.format_exception_only(error)).strip())
        return
    adapter.define_env(env)


def on_pre_page_macros(env: Any) -> None:
    """Hand a page over to the adapter, if it could be imported."""
    adapter = sys.modules.get(f"{__name__}.adapter")
    if adapter is not None:
        adapter.on_pre_page_macros(env)
