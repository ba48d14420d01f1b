"""A web address → the bytes behind it, from the public internet alone, within bounds.

Of each hop the name is resolved once, every address it has is checked, and the connection is made
to a checked address: a name that resolves otherwise a moment later changes nothing. The name still
stands in Host, SNI and the verified certificate. Proxies of the environment are not used.
"""

from __future__ import annotations

import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from http.client import HTTPException
from urllib.parse import urljoin

import certifi
from urllib3 import BaseHTTPResponse
from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.util import Url, parse_url

from components.bringing.checks import MAX_TEXT_BYTES
from components.bringing.errors import BringError
from components.bringing.guard import Address, is_public, parsed

SECONDS = 10.0
MAX_REDIRECTS = 5
# Where web servers stand; a guard that let other ports pass would let the network be scanned.
PORTS = frozenset({80, 443})
TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "User-Agent": "Yomitoki/0.1 (reads one page at its reader's request)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,text/markdown;q=0.9",
    "Accept-Language": "ja,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
_CHUNK = 65_536
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Fetched:
    """What an address gave: `url` after redirects, `charset` as the server states it, "" if not."""

    raw: bytes
    url: str
    content_type: str
    charset: str


@dataclass(frozen=True)
class Rules:
    """What a fetch may do; tests open the guard for a server of their own."""

    allowed: Callable[[Address], bool] = is_public
    ports: Collection[int] = PORTS
    resolve: Callable[[str, int], Sequence[str]] | None = None
    seconds: float = SECONDS
    trust: ssl.SSLContext | None = None


def fetch(url: str, enabled: bool = True, rules: Rules | None = None) -> Fetched:
    """Fetch a page of text over http or https, following at most 5 redirects, each checked.

    `enabled` is False on servers where it is turned off (YOMITOKI_FETCH=off). Raises BringError:
    fetch_off, url, url_scheme, url_user, url_port, url_unknown, url_private, url_unreachable,
    url_certificate, url_slow, url_redirects, url_status, url_type, url_too_large.
    """
    if not enabled:
        raise BringError("fetch_off")
    rules = rules or Rules()
    ends = time.monotonic() + rules.seconds
    here = _target(url.strip(), rules)
    for _ in range(MAX_REDIRECTS + 1):
        found = _hop(here, rules, ends)
        if isinstance(found, Fetched):
            return found
        here = _target(_absolute(here, found), rules)
    raise BringError("url_redirects", limit=MAX_REDIRECTS)


def _target(url: str, rules: Rules) -> Url:
    try:
        found = parse_url(url)
    except LocationParseError as error:
        raise BringError("url", url=url) from error
    if found.scheme not in ("http", "https"):
        raise BringError("url_scheme", url=url)
    if not found.host:
        raise BringError("url", url=url)
    if found.auth is not None:
        raise BringError("url_user")
    if _port(found) not in rules.ports:
        ports = ", ".join(str(port) for port in sorted(rules.ports))
        raise BringError("url_port", port=_port(found), ports=ports)
    return found


def _absolute(here: Url, location: str) -> str:
    try:
        return urljoin(here.url, location)
    except ValueError as error:
        raise BringError("url", url=location) from error


def _port(url: Url) -> int:
    if url.port is not None:
        return url.port
    return 443 if url.scheme == "https" else 80


def _name(url: Url) -> str:
    return (url.host or "").strip("[]")


def _hop(url: Url, rules: Rules, ends: float) -> Fetched | str:
    """Ask one server; return what it gave, or where it sends."""
    addresses = _checked(url, rules, ends)
    context = (rules.trust or _trust()) if url.scheme == "https" else None
    try:
        with _connected(url, addresses, context, ends) as connection:
            connection.request("GET", url.request_uri, headers=_headers(url), preload_content=False)
            with closing(connection.getresponse()) as answer:
                found = _answer(url, answer)
    except ssl.SSLCertVerificationError as error:
        raise BringError("url_certificate", host=_name(url)) from error
    except (BringError, OSError, HTTPError, HTTPException) as error:
        if time.monotonic() >= ends:
            raise _slow(rules) from error
        if isinstance(error, BringError):
            raise
        raise BringError("url_unreachable", host=_name(url)) from error
    # A connection cut at the deadline may look like one that ended.
    if time.monotonic() >= ends:
        raise _slow(rules)
    return found


def _checked(url: Url, rules: Rules, ends: float) -> list[str]:
    """Resolve the name of a hop; every address it has must be allowed."""
    found = _resolved(url, rules, ends)
    for one in found:
        address = parsed(one)
        if address is None or not rules.allowed(address):
            raise BringError("url_private", host=_name(url))
    return found


def _resolved(url: Url, rules: Rules, ends: float) -> list[str]:
    """Ask the resolver, in a thread of its own: the system's call knows no deadline."""
    found: list[str] = []
    ask = rules.resolve or _addresses

    def run() -> None:
        with suppress(OSError, UnicodeError):
            found.extend(ask(_name(url), _port(url)))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(max(0.0, ends - time.monotonic()))
    if thread.is_alive():
        raise _slow(rules)
    if not found:
        raise BringError("url_unknown", host=_name(url))
    return list(dict.fromkeys(found))


def _addresses(host: str, port: int) -> list[str]:
    return [str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


@contextmanager
def _connected(
    url: Url, addresses: Sequence[str], context: ssl.SSLContext | None, ends: float
) -> Iterator[HTTPConnection]:
    """Open a connection to one of the addresses, which is cut at the deadline whatever it does."""
    plain = _dialled(addresses, _port(url), ends)
    # A server that sends a byte a second outlives every timeout of a single read.
    watch = plain.dup()
    timer = threading.Timer(_left(ends), _cut, (watch,))
    timer.daemon = True
    timer.start()
    connection = HTTPConnection(_name(url), _port(url))
    try:
        name = _name(url).rstrip(".")
        wrapped = context.wrap_socket(plain, server_hostname=name) if context else plain
        connection.sock = wrapped
        yield connection
    finally:
        timer.cancel()
        connection.close()
        plain.close()
        watch.close()


def _dialled(addresses: Sequence[str], port: int, ends: float) -> socket.socket:
    failed: OSError | None = None
    for index, address in enumerate(addresses):
        try:
            share = _left(ends) / (len(addresses) - index)
            found = socket.create_connection((address, port), timeout=share)
        except OSError as error:
            failed = error
            continue
        found.settimeout(_left(ends))
        return found
    raise failed or OSError("no address")


def _cut(watch: socket.socket) -> None:
    with suppress(OSError):
        watch.shutdown(socket.SHUT_RDWR)


def _left(ends: float) -> float:
    return max(0.001, ends - time.monotonic())


def _headers(url: Url) -> dict[str, str]:
    return _HEADERS | {"Host": f"{url.host}" + (f":{url.port}" if url.port is not None else "")}


def _answer(url: Url, answer: BaseHTTPResponse) -> Fetched | str:
    if answer.status in _REDIRECTS and (location := answer.headers.get("Location")):
        # Headers come as Latin-1; a server that writes 日本語 in one sends UTF-8.
        return location.encode("latin-1", "replace").decode("utf-8", "replace")
    if answer.status != 200:
        raise BringError("url_status", host=_name(url), status=answer.status)
    stated = answer.headers.get("Content-Type", "")
    content_type = stated.partition(";")[0].strip().lower()
    if content_type not in TYPES:
        raise BringError("url_type", type=content_type or "–")
    charset = _CHARSET.search(stated)
    return Fetched(_body(answer), url.url, content_type, charset[1] if charset else "")


def _body(answer: BaseHTTPResponse) -> bytes:
    found = bytearray()
    while chunk := answer.read(_CHUNK, decode_content=True):
        found += chunk
        if len(found) > MAX_TEXT_BYTES:
            raise BringError("url_too_large", limit=MAX_TEXT_BYTES // 1_000_000)
    return bytes(found)


def _slow(rules: Rules) -> BringError:
    return BringError("url_slow", seconds=f"{rules.seconds:g}")


@cache
def _trust() -> ssl.SSLContext:
    """Trust what the system trusts, and Mozilla's list where a bare container has none."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
