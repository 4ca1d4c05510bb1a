"""Serve a built site on this machine as GitHub Pages does: under a sub-path, with a 404 page."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


class PagesHandler(SimpleHTTPRequestHandler):
    """Files of one folder below `under`; everything else is the folder's own 404.html."""

    protocol_version = "HTTP/1.1"  # one connection for a page and all that it loads

    def __init__(self, *args: Any, under: str, **kwargs: Any) -> None:
        self.under = under
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.under):
            return ""  # no file has this name
        return super().translate_path("/" + path.removeprefix(self.under))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """The tests' output is not a server's log."""


@contextmanager
def serve(folder: Path, under: str = "/") -> Iterator[str]:
    """Serve a folder on a free port while the context lasts; the value is its address."""
    handler = partial(PagesHandler, directory=str(folder), under=under)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{under}"
        server.shutdown()
