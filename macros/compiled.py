"""Templates as Jinja compiled them, kept where Python keeps its modules compiled, and as those are: safe to delete."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType

import jinja2
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache

FOLDER = Path(__file__).parent / "__pycache__"


def kept(environment: Environment) -> BytecodeCache | None:
    """What was compiled in an environment like this one; None where Python keeps nothing, either.

    Jinja looks whether a template is still the same, but not how it is to be compiled: that is told apart here.
    """
    if sys.dont_write_bytecode or not os.access(FOLDER, os.W_OK):
        return None
    pattern = f"%s.{sys.implementation.cache_tag}-{_way(environment)}.jinja"
    return FileSystemBytecodeCache(str(FOLDER), pattern)


def _way(environment: Environment) -> str:
    """A short name for all that decides what a template becomes: Jinja's version, settings, functions, extensions."""
    settings = {
        name: value
        if isinstance(value, str | bool | int | None)
        else getattr(value, "__qualname__", "")
        for name, value in vars(environment).items()
    }
    way = repr((jinja2.__version__, settings, sorted(environment.extensions)))
    return hashlib.sha256(way.encode()).hexdigest()[:16]


def compiler(environment: Environment) -> Callable[[str, str], CodeType]:
    """A way to compile the text of a file, which is looked up by the file's path; Jinja itself keeps only what it loads."""
    compiled, cache = environment.compile, kept(environment)
    nothing = compiled("")  # as of a page that was made before

    def compile_(file: str, source: str) -> CodeType:
        if not source:
            return nothing
        if cache is None:
            return compiled(source)
        bucket = cache.get_bucket(environment, file, None, source)
        if bucket.code is None:
            bucket.code = compiled(source)
            cache.set_bucket(bucket)
        return bucket.code

    return compile_
