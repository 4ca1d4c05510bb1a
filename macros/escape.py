"""The one door through which text from data and front matter reaches a page."""

from __future__ import annotations

import json
import re
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff]")
_NEVER = re.compile(r"[\s\\<>\"^`{}\u00ad\u200b-\u200f\u2060\ufeff]")
"""What no address has: browsers take some of it for something else, and copies bring in what nobody sees."""
_HOST = re.compile(
    r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"
)
_PRIVATE = ("localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp")
_IN_JSON = re.compile(r"[<>&\u007f-\u009f\u2028\u2029\ue000-\uf8ff]")
_NOT_PLAIN = re.compile(r"[^\w ]")
_KEPT = "/:?#[]@!$&'()*+,;=-._~%"


def text(value: object) -> Markup:
    """Make a value into markup that shows exactly it, in an element or in a quoted attribute.

    Markup passes unchanged. Control characters, and the private ones with which marks are placed,
    become spaces. What comes out never passes through Markdown again (see `sheet`), so that
    the five characters of HTML are all that must be escaped.
    """
    return value if isinstance(value, Markup) else escape(visible(value))


def visible(value: object) -> str:
    """Make a value into the text that `text` then escapes; for templates, which escape all that they print by themselves."""
    if isinstance(value, Markup):
        return value
    shown = str(value)
    return shown if shown.isprintable() else _CONTROL.sub(" ", shown)


def json_data(value: object) -> Markup:
    """Write a value as JSON that can stand in a page's `<script type="application/ld+json">`.

    Nothing in it ends the element or begins a comment: every sign of HTML is written as JSON's \\u003c.
    """
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(_IN_JSON.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written))


def in_style(value: str) -> str:
    """Write a value as a string of CSS that can stand in a page's `<style>`.

    Nothing in it ends the string or the element: all but letters, digits and spaces is written as CSS's \\3c,
    see https://www.w3.org/TR/css-syntax-3/#escaping.
    """
    written = _NOT_PLAIN.sub(lambda sign: f"\\{ord(sign[0]):x} ", visible(value))
    return f'"{written}"'


def safe_url(url: str) -> str:
    """Check and normalize an address that pages may link to: https, a public host name, nothing hidden.

    Returns the address with all but URL characters percent-encoded. Raises ValueError, in an editor's
    words, for anything else.
    """
    if _NEVER.search(url) or _CONTROL.search(url):
        raise ValueError(
            f"“{url[:80]}” holds characters that no address has. Copy it from the address bar."
        )
    if not url.startswith("https://"):
        raise ValueError(f"“{url[:80]}” does not begin with https://. Copy the whole address.")
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        raise ValueError(f"“{url[:80]}” is not an address. Copy it from the address bar.") from None
    private = host.rpartition(".")[2] in _PRIVATE
    if private or not _HOST.fullmatch(host) or set("@:") & set(parts.netloc):
        raise ValueError(
            f"“{url[:80]}” does not name a public host. Write https://, a host name and a path."
        )
    return quote(url, safe=_KEPT)
