"""Serve a built site on this machine as GitHub Pages does: under a sub-path, with a 404 page."""

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

TEXT_FILES = {".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml"}


class PagesHandler(SimpleHTTPRequestHandler):
    """Files of one folder below `under`, texts compressed; everything else is the folder's own 404.html."""

    protocol_version = "HTTP/1.1"  # one connection for a page and all that it loads

    def __init__(self, *args: Any, under: str, **kwargs: Any) -> None:
        self.under = under
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.under):
            return ""  # no file has this name
        return super().translate_path("/" + path.removeprefix(self.under))

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        if self.path.endswith("/"):
            path /= "index.html"
        compressible = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (compressible and path.suffix in TEXT_FILES and path.is_file()):
            return super().send_head()
        body = compressed(path, path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(path)}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

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


class PagesServer(ThreadingHTTPServer):
    """Says nothing of a browser that leaves before a file has reached it, as browsers do."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@cache
def compressed(path: Path, changed: int) -> bytes:
    """The file as it was at its last change, as small as a server makes it on its way."""
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


@contextmanager
def serve(folder: Path, under: str = "/") -> Iterator[str]:
    """Serve a folder on a free port while the context lasts; the value is its address."""
    handler = partial(PagesHandler, directory=str(folder), under=under)
    with PagesServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{under}"
        server.shutdown()
