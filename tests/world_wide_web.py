"""A web of one server that answers as the real one does: gone, moved, unwilling, slow, and not what it seems."""

import json
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

SLOW = 30
"""Seconds; nobody waits so long."""
ARTICLE = "<title>Lanterns</title><h1>Lanterns over the harbor</h1>"
PAGES: dict[str, tuple[int, dict[str, str], str]] = {
    "/": (200, {}, "<title>The Post</title>"),
    "/alive": (200, {}, ARTICLE),
    "/moved": (301, {"Location": "/alive"}, ""),
    "/moved-twice": (308, {"Location": "/moved"}, ""),
    "/elsewhere-today": (302, {"Location": "/alive"}, ""),
    "/round": (301, {"Location": "/round"}, ""),
    "/lost": (302, {"Location": "/"}, ""),
    "/within": (301, {"Location": "https://localhost/secret"}, ""),
    "/forbidden": (403, {}, "<title>Are you a person?</title>"),
    "/missing": (404, {}, ""),
    "/gone": (410, {}, ""),
    "/busy": (429, {}, ""),
    "/busy-for-an-hour": (429, {"Retry-After": "3600"}, ""),
    "/busy-for-a-moment": (429, {"Retry-After": "0"}, ""),
    "/broken": (500, {}, ""),
    "/rules": (200, {}, "User-agent: *\nDisallow: /alive"),
    "/soft-title": (200, {}, "<title>Page not found – The Post</title>"),
    "/soft-headline": (200, {}, "<title>The Post</title><h1>Sorry,\nthis <b>page</b> no longer exists</h1>"),
    "/subscribers": (200, {}, ARTICLE + '<script>{"isAccessibleForFree": "False"}</script>'),
}  # fmt: skip


@dataclass
class Web:
    """What it was asked, in turn: the path, the name of who asked, and when."""

    address: str = ""
    robots: str | int | None = None
    """The text of robots.txt, or the status that stands for it; None if there is none."""
    changed: dict[str, list[int]] = field(default_factory=dict)
    """Paths that answer with one status after the other."""
    captures: dict[str, Any] = field(default_factory=dict)
    """What the archive lists of an address: times, or a status."""
    asked: list[tuple[str, str, float]] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked if path != "/robots.txt"]

    def answer(self, path: str) -> tuple[int, dict[str, str], str]:
        if path == "/robots.txt":
            if isinstance(self.robots, int):
                return self.robots, {"Location": "/rules"}, ""
            return (404, {}, "") if self.robots is None else (200, {}, self.robots)
        if self.changed.get(path):
            return self.changed[path].pop(0), {}, ARTICLE
        for url, found in self.captures.items():
            if path.startswith("/cdx/") and url in path:
                return (found, {}, "") if isinstance(found, int) else (200, {}, json.dumps(found))
        if path.startswith("/web/"):
            return PAGES["/" + path.rpartition("/")[2]]
        return PAGES.get(path, (404, {}, ""))


@contextmanager
def web() -> Iterator[Web]:
    """Play the web on a free port while the context lasts."""
    played = Web()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # a small answer waits for nothing

        def do_GET(self) -> None:
            played.asked.append((self.path, self.headers["User-Agent"], time.monotonic()))
            if self.path == "/slow":
                stopped.wait(SLOW)
                return
            if self.path == "/breaks-off":
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            status, headers, body = played.answer(self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            trickles = self.path == "/trickles"
            self.send_header("Content-Length", str(SLOW if trickles else len(body.encode())))
            self.end_headers()
            while trickles and not stopped.wait(0.05):
                self.wfile.write(b" ")
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: Any) -> None:
            """The tests' output is not a server's log."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            """Who asked has left already."""

    stopped = Event()
    with Server(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        played.address = f"http://127.0.0.1:{server.server_port}"
        yield played
        stopped.set()
        server.shutdown()
