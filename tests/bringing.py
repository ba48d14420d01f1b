"""What the tests of bringing share: a server on the loopback, PDFs made by hand, an error's reason."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TypeVar

import pytest

from components.bringing.errors import BringError
from components.bringing.fetch import Rules
from components.texts import texts

T = TypeVar("T")
# Made for these tests, for the name news.example, and trusted by nothing else.
CERTIFICATE = Path(__file__).parent / "certificates" / "news.example.pem"
PLAIN = "text/plain; charset=utf-8"


def refused(call: Callable[[], object]) -> BringError:
    """Return the error that a call raises, whose words must be there in both languages."""
    with pytest.raises(BringError) as caught:
        call()
    for language in ("ja", "en"):
        words = caught.value.words(texts(language))
        assert words
        assert "{" not in words
    return caught.value


def outcome(call: Callable[[], T]) -> T | BringError:
    """Return what a call returns, or the error with which it refuses."""
    try:
        return call()
    except BringError as error:
        return error


@dataclass(frozen=True)
class Reply:
    """What the server answers; `body` is written piece by piece, `drip` never ends it."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": PLAIN})
    body: tuple[bytes, ...] = ("メタは600億ドルを投じる。".encode(),)
    drip: str = ""


@dataclass
class Server:
    """A running server: its port, and what it was asked."""

    port: int
    asked: list[tuple[str, Mapping[str, str]]]
    names: list[str | None]
    stop: threading.Event

    def rules(self, **changes: object) -> Rules:
        """Return rules under which any name leads to this server."""
        given: dict[str, object] = {
            "allowed": lambda address: True,
            "ports": {self.port},
            "resolve": lambda host, port: ["127.0.0.1"],
            **changes,
        }
        return Rules(**given)  # type: ignore[arg-type]


@contextmanager
def serving(replies: Mapping[str, Reply], tls: bool = False) -> Iterator[Server]:
    """Serve replies by path on the loopback."""
    server = Server(0, [], [], threading.Event())

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append((self.path, dict(self.headers.items())))
            _send(self, replies.get(self.path, Reply(404)), server.stop)

        def log_message(self, *_: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            pass  # The client hangs up on purpose in these tests.

    http = Quiet(("127.0.0.1", 0), Handler)
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        context.sni_callback = lambda _, name, __: server.names.append(name)
        http.socket = context.wrap_socket(http.socket, server_side=True)
    server.port = http.server_address[1]
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.stop.set()
        http.shutdown()
        http.server_close()
        thread.join()


def _send(handler: BaseHTTPRequestHandler, reply: Reply, stop: threading.Event) -> None:
    if reply.drip == "head":
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not stop.wait(0.02):
            handler.wfile.write(b"x")
        return
    handler.send_response(reply.status)
    for name, value in reply.headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    for piece in reply.body:
        handler.wfile.write(piece)
    while reply.drip == "body" and not stop.wait(0.02):
        handler.wfile.write(b"x")


def pdf(pages: list[list[str]], about: str = "") -> bytes:
    """Make a PDF of lines in a Japanese font that is not embedded; a page without lines is blank."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /UniJIS-UTF16-H"
        " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 4 >> >>] >>",
        f"<< {about} >>",
    ]
    for number, lines in enumerate(pages):
        shown = "".join(
            f"1 0 0 1 50 {800 - 16 * row} Tm <{line.encode('utf-16-be').hex()}> Tj\n"
            for row, line in enumerate(lines)
        )
        content = f"BT /F1 12 Tf\n{shown}ET" if lines else ""
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    return _assembled(objects)


def _assembled(objects: list[str]) -> bytes:
    made = b"%PDF-1.5\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    start = len(made)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>"
    return made + f"trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n".encode()
