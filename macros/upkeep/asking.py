"""Asking for an address as a polite guest: one request at a time, seldom, under a name, and not where unwanted."""

from __future__ import annotations

import email.utils
import math
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3
from urllib3.exceptions import HTTPError, NameResolutionError, SSLError
from urllib3.exceptions import TimeoutError as TooSlow

from macros.escape import safe_url

MOST_HOPS = 5
LARGEST = 256 * 1024
"""Bytes of a page that are read: its title, and what it says of itself, stand in the first."""
_PERMANENT = (301, 308)
_REDIRECTS = (*_PERMANENT, 302, 303, 307)
_LEAVE_ALONE = (429, 503)
_NOTHING = "User-agent: *\nDisallow: /"
_NO_SUCH_HOST = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: its `status`, or in words what was the `trouble` if nothing came (then it is 0).

    `url` is where the way ended; `moved` says that only permanent redirects led there.
    """

    url: str
    status: int = 0
    text: str = ""
    trouble: str = ""
    no_host: bool = False
    moved: bool = False


class Asker:
    """Keeps in mind when each host was asked last, and which want to be left alone."""

    def __init__(
        self,
        agent: str,
        *,
        permitted: Callable[[str], object] = safe_url,
        pause: float = 2,
        patience: float = 20,
        budget: float = math.inf,
    ) -> None:
        """Take the name to ask under, what refuses an address by a ValueError, and three spans in seconds:

        between two requests to one host, for one answer, and for all of them.
        """
        self._agent, self._permitted = agent, permitted
        self._pause, self._patience = pause, patience
        self._end = time.monotonic() + budget
        self._free: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser] = {}
        self._pool = urllib3.PoolManager(retries=False)

    def ask(self, url: str, *, robots: bool = True) -> Answer:
        """Ask for an address and follow it where it leads. Raises nothing: see the answer's trouble.

        `robots` is False only for what a host offers to programs.
        """
        address, moved = url, True
        for _ in range(MOST_HOPS):
            try:
                self._permitted(address)
            except ValueError:
                return Answer(address, trouble="it leads to an address that no page may link to")
            if robots and not self._welcome(address):
                told = "its robots.txt asks machines to stay away, or can't be had"
                return Answer(address, trouble=told)
            answer, location = self._once(address)
            if not location:
                return replace(answer, moved=moved and address != url)
            moved = moved and answer.status in _PERMANENT
            address = urljoin(address, location)
        return Answer(address, trouble="it leads on and on")

    def _welcome(self, url: str) -> bool:
        """Ask a host's robots.txt, once: one that is not there allows all, and one that the host fails to give allows nothing.

        See https://www.rfc-editor.org/rfc/rfc9309#section-2.3.1. Where nothing answers at all, the page's own address tells why.
        """
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._robots:
            answer = self.ask(f"{root}/robots.txt", robots=False)
            rules = RobotFileParser()
            failed = answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR
            told = _NOTHING if failed else answer.text if answer.status == HTTPStatus.OK else ""
            rules.parse(told.splitlines())
            self._robots[root] = rules
        return self._robots[root].can_fetch(self._agent, url)

    def _once(self, url: str) -> tuple[Answer, str]:
        """Send one request in its turn; returns the answer, and where it leads."""
        host = urlsplit(url).netloc
        turn = max(self._free.get(host, 0), time.monotonic())
        if turn == math.inf or turn - time.monotonic() > self._patience:
            return Answer(url, trouble="its host asked to be left alone for now"), ""
        if turn > self._end:
            return Answer(url, trouble="there was no time left to ask"), ""
        time.sleep(max(0, turn - time.monotonic()))
        try:
            return self._sent(url)
        except NameResolutionError as error:
            cause = error.__cause__
            if isinstance(cause, socket.gaierror) and cause.errno in _NO_SUCH_HOST:
                return Answer(url, trouble="its host does not exist", no_host=True), ""
            return Answer(url, trouble="its host could not be looked up"), ""
        except TooSlow:
            return Answer(url, trouble="it did not answer in time"), ""
        except SSLError:
            return Answer(url, trouble="its certificate is not valid"), ""
        except (HTTPError, OSError, ValueError):
            return Answer(url, trouble="it broke off"), ""
        finally:
            after = time.monotonic() + self._pause
            self._free[host] = max(self._free.get(host, 0), after)

    def _sent(self, url: str) -> tuple[Answer, str]:
        deadline = time.monotonic() + self._patience
        response = self._pool.request(
            "GET",
            urldefrag(url).url,
            headers={"User-Agent": self._agent, "Accept": "text/html, */*;q=0.5"},
            redirect=False,
            preload_content=False,
            timeout=urllib3.Timeout(total=self._patience),
        )
        try:
            location = response.headers.get("Location", "")
            if response.status in _REDIRECTS and location:
                return Answer(url, response.status), location
            if response.status in _LEAVE_ALONE:
                rest = _seconds(response.headers.get("Retry-After"))
                self._free[urlsplit(url).netloc] = time.monotonic() + rest
            return Answer(url, response.status, _text(response, deadline)), ""
        finally:
            response.close()


def _text(response: urllib3.BaseHTTPResponse, deadline: float) -> str:
    """Read the beginning of a page; raises TooSlow if it trickles in for too long."""
    read = b""
    while len(read) < LARGEST:
        if time.monotonic() > deadline:
            raise TooSlow
        part = response.read1(LARGEST - len(read))
        if not part:
            break
        read += part
    return read.decode("utf-8", errors="replace")


def _seconds(retry_after: str | None) -> float:
    """How long a host asks to be left alone, in seconds or until a date (RFC 9110); for good if it does not say."""
    if not retry_after:
        return math.inf
    if retry_after.isdecimal():
        return float(retry_after)
    try:
        until = email.utils.parsedate_to_datetime(retry_after)
    except ValueError:
        return math.inf
    return max(0.0, (until.astimezone(UTC) - datetime.now(UTC)).total_seconds())
