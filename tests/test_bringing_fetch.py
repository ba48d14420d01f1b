"""Fetching keeps its bounds: where it may go, how far, how long, how much, and what."""

from __future__ import annotations

import gzip
import ssl
import zlib
from collections.abc import Iterator
from functools import partial
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.bringing.errors import BringError
from components.bringing.fetch import Rules, fetch
from components.bringing.guard import is_public
from tests.bringing import CERTIFICATE, PLAIN, Reply, Server, refused, serving

TEXT = "メタは600億ドルを投じる。"
HTML = {"Content-Type": "text/html; charset=Shift_JIS"}


def bomb() -> bytes:
    """Return 200 MB of zeros in 200 kB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(200)) + packer.flush()


REPLIES = {
    "/": Reply(),
    "/html": Reply(headers=HTML, body=(TEXT.encode("cp932"),)),
    "/zipped": Reply(
        headers={"Content-Type": PLAIN, "Content-Encoding": "gzip"},
        body=(gzip.compress(TEXT.encode()),),
    ),
    "/%E8%A8%98%E4%BA%8B?q=%E6%8A%95": Reply(),
    "/bomb": Reply(headers={"Content-Type": PLAIN, "Content-Encoding": "gzip"}, body=(bomb(),)),
    "/long": Reply(body=(b"a" * 1_000_000,) * 6),
    "/just": Reply(body=(b"a" * 5_000_000,)),
    "/endless": Reply(drip="body"),
    "/slow-head": Reply(drip="head"),
    "/pdf": Reply(headers={"Content-Type": "application/pdf"}),
    "/untyped": Reply(headers={}),
    "/gone": Reply(410),
    "/short": Reply(headers={"Content-Type": PLAIN, "Content-Length": "9999"}),
    "/markdown": Reply(headers={"Content-Type": "text/markdown"}),
    "/relative": Reply(302, {"Location": "html"}),
    "/japanese": Reply(301, {"Location": "/記事?q=投".encode().decode("latin-1")}),
    "/loop": Reply(307, {"Location": "/loop"}),
    "/file": Reply(302, {"Location": "file:///etc/passwd"}),
    "/user": Reply(302, {"Location": "http://a:b@other.example/"}),
    "/ssh": Reply(302, {"Location": "http://other.example:22/"}),
    "/odd": Reply(302, {"Location": "http://[::1"}),
    "/nowhere": Reply(302, {}),
    **{f"/hop{n}": Reply(308, {"Location": f"/hop{n - 1}"}) for n in range(1, 7)},
    "/hop0": Reply(),
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving(REPLIES) as running:
        yield running


def at(server: Server, path: str, host: str = "news.example") -> str:
    return f"http://{host}:{server.port}{path}"


@pytest.mark.parametrize(
    ("path", "final", "text", "content_type", "charset", "why"),
    [
        ("/", "/", TEXT, "text/plain", "utf-8", "text"),
        ("", "", TEXT, "text/plain", "utf-8", "no path is the root"),
        ("/#part", "/#part", TEXT, "text/plain", "utf-8", "a fragment stays here"),
        ("/html", "/html", TEXT, "text/html", "Shift_JIS", "bytes as they came"),
        ("/zipped", "/zipped", TEXT, "text/plain", "utf-8", "unzipped"),
        ("/記事?q=投", "/%E8%A8%98%E4%BA%8B?q=%E6%8A%95", TEXT, "text/plain", "utf-8", "Japanese"),
        ("/markdown", "/markdown", TEXT, "text/markdown", "", "no charset stated"),
        ("/relative", "/html", TEXT, "text/html", "Shift_JIS", "a relative redirect"),
        ("/japanese", "/%E8%A8%98%E4%BA%8B?q=%E6%8A%95", TEXT, "text/plain", "utf-8", "raw UTF-8"),
        ("/hop5", "/hop0", TEXT, "text/plain", "utf-8", "five redirects"),
    ],
)
def test_fetches(
    server: Server, path: str, final: str, text: str, content_type: str, charset: str, why: str
) -> None:
    found = fetch(at(server, path), rules=server.rules())
    codec = "cp932" if charset == "Shift_JIS" else "utf-8"
    assert found.raw.decode(codec) == text, why
    assert found.url == at(server, final), why
    assert (found.content_type, found.charset) == (content_type, charset), why


def test_takes_what_just_fits(server: Server) -> None:
    assert len(fetch(at(server, "/just"), rules=server.rules()).raw) == 5_000_000


@pytest.mark.parametrize(
    ("path", "reason", "why"),
    [
        ("/bomb", "url_too_large", "a bomb is left at 5 MB"),
        ("/long", "url_too_large", "so is a long page"),
        ("/pdf", "url_type", "no text"),
        ("/untyped", "url_type", "no type"),
        ("/gone", "url_status", "an error page is no article"),
        ("/missing", "url_status", "neither is this"),
        ("/nowhere", "url_status", "a redirect to nowhere"),
        ("/short", "url_unreachable", "half a page is none"),
        ("/loop", "url_redirects", "round and round"),
        ("/hop6", "url_redirects", "six redirects"),
        ("/file", "url_scheme", "a redirect to a file"),
        ("/user", "url_user", "a redirect with a password"),
        ("/ssh", "url_port", "a redirect to another service"),
        ("/odd", "url", "a redirect that is no address"),
    ],
)
def test_refuses_what_comes(server: Server, path: str, reason: str, why: str) -> None:
    assert refused(lambda: fetch(at(server, path), rules=server.rules())).reason == reason, why


@pytest.mark.parametrize("path", ["/endless", "/slow-head"])
def test_a_server_that_drips_is_left_at_the_deadline(server: Server, path: str) -> None:
    error = refused(lambda: fetch(at(server, path), rules=server.rules(seconds=0.2)))
    assert error.reason == "url_slow"


def test_a_resolver_that_hangs_is_left_at_the_deadline(server: Server) -> None:
    def hang(host: str, port: int) -> list[str]:
        server.stop.wait()
        return []

    error = refused(lambda: fetch(at(server, "/"), rules=server.rules(resolve=hang, seconds=0.1)))
    assert error.reason == "url_slow"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "url_scheme"),
        ("www.example.jp/1", "url_scheme"),
        ("ftp://example.jp/", "url_scheme"),
        ("file:///etc/passwd", "url_scheme"),
        ("javascript:alert(1)", "url_scheme"),
        ("http://", "url"),
        ("http:///path", "url"),
        ("http://[::1", "url"),
        ("http://a@example.jp/", "url_user"),
        ("https://a:b@example.jp/", "url_user"),
        ("http://example.jp:22/", "url_port"),
        ("http://example.jp:8080/", "url_port"),
        ("https://example.jp:0/", "url_port"),
        ("http://127.0.0.1/", "url_private"),
        ("http://0x7f.1/", "url_private"),
        ("http://2130706433/", "url_private"),
        ("http://0/", "url_private"),
        ("https://[::1]/", "url_private"),
        ("https://[::ffff:127.0.0.1]/", "url_private"),
        ("http://169.254.169.254/latest/meta-data/", "url_private"),
        ("http://[fd00:ec2::254]/", "url_private"),
        ("http://localhost/", "url_private"),
    ],
)
def test_refuses_addresses(url: str, reason: str) -> None:
    assert refused(lambda: fetch(url)).reason == reason


def test_the_guard_stands_before_a_local_server(server: Server) -> None:
    server.asked.clear()
    rules = server.rules(allowed=is_public)
    for host in ("news.example", "127.0.0.1", "localhost"):
        assert refused(partial(fetch, at(server, "/", host), rules=rules)).reason == "url_private"
    assert server.asked == []


def test_can_be_turned_off(server: Server) -> None:
    error = refused(lambda: fetch(at(server, "/"), enabled=False, rules=server.rules()))
    assert error.reason == "fetch_off"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:4700::1111", True),
        ("2001:4860:4860::8888", True),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("100.100.100.200", False),
        ("127.0.0.1", False),
        ("127.255.255.254", False),
        ("168.63.129.16", False),
        ("169.254.169.254", False),
        ("172.16.0.1", False),
        ("192.0.0.192", False),
        ("192.0.2.1", False),
        ("192.88.99.1", False),
        ("192.168.1.1", False),
        ("198.18.0.1", False),
        ("198.51.100.1", False),
        ("203.0.113.1", False),
        ("224.0.0.1", False),
        ("239.255.255.255", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("::7f00:1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.215.14", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d70e", False),
        ("64:ff9b:1::1", False),
        ("100::1", False),
        ("2001::1", False),
        ("2001:db8::1", False),
        ("2002:7f00:1::", False),
        ("3fff::1", False),
        ("5f00::1", False),
        ("fc00::1", False),
        ("fd00:ec2::254", False),
        ("fe80::1", False),
        ("fe80::1%eth0", False),
        ("2606:4700::1111%eth0", False),
        ("fec0::1", False),
        ("ff02::1", False),
    ],
)
def test_the_guard(address: str, public: bool) -> None:
    assert is_public(ip_address(address)) is public


@given(st.ip_addresses(v=4))
def test_no_form_that_carries_an_ipv4_address_is_public(address: object) -> None:
    for form in (f"::ffff:{address}", f"64:ff9b::{address}", f"::{address}"):
        assert not is_public(ip_address(form))


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        (["10.0.0.1"], "a private address"),
        (["93.184.215.14", "127.0.0.1"], "one of two"),
        (["2606:4700::1111", "fe80::1%eth0"], "of either family"),
        (["93.184.215.14", "nonsense"], "what is no address"),
    ],
)
def test_every_address_of_a_name_must_be_public(answers: list[str], why: str) -> None:
    rules = Rules(resolve=lambda host, port: answers)
    assert refused(lambda: fetch("https://news.example/", rules=rules)).reason == "url_private", why


def test_a_name_that_is_not_known() -> None:
    rules = Rules(resolve=lambda host, port: [])
    assert refused(lambda: fetch("https://news.example/", rules=rules)).reason == "url_unknown"


def test_the_address_checked_is_the_address_connected_to(server: Server) -> None:
    """DNS rebinding: a name is asked once a hop, and asked again at the next."""
    asked: list[str] = []

    def rebind(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.2"]

    def first_alone(address: object) -> bool:
        return str(address) == "127.0.0.1"

    rules = server.rules(resolve=rebind, allowed=first_alone)
    assert fetch(at(server, "/"), rules=rules).raw == TEXT.encode()
    assert asked == ["news.example"]
    asked.clear()
    error = refused(lambda: fetch(at(server, "/hop1"), rules=rules))
    assert (error.reason, asked) == ("url_private", ["news.example", "news.example"])


def test_the_next_address_is_tried(server: Server) -> None:
    # Nothing listens on the loopback's other addresses at this port.
    rules = server.rules(resolve=lambda host, port: ["127.0.0.9", "127.0.0.1"])
    assert fetch(at(server, "/"), rules=rules).raw == TEXT.encode()
    alone = server.rules(resolve=lambda host, port: ["127.0.0.9"])
    assert refused(lambda: fetch(at(server, "/"), rules=alone)).reason == "url_unreachable"


def test_the_name_is_told_and_no_proxy_asked(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    server.asked.clear()
    fetch(at(server, "/", "日本.example"), rules=server.rules())
    path, headers = server.asked[0]
    assert (path, headers["Host"]) == ("/", f"xn--wgv71a.example:{server.port}")
    assert "Cookie" not in headers


@pytest.fixture(scope="module")
def secure() -> Iterator[Server]:
    with serving({"/": Reply()}, tls=True) as running:
        yield running


def test_the_certificate_must_be_of_the_name(secure: Server) -> None:
    trust = ssl.create_default_context(cafile=str(CERTIFICATE))
    found = fetch(f"https://news.example:{secure.port}/", rules=secure.rules(trust=trust))
    assert found.raw == TEXT.encode()
    assert secure.names == ["news.example"]
    other = f"https://other.example:{secure.port}/"
    error = refused(lambda: fetch(other, rules=secure.rules(trust=trust)))
    assert error.reason == "url_certificate"


def test_a_certificate_that_nobody_trusts_is_refused(secure: Server) -> None:
    url = f"https://news.example:{secure.port}/"
    assert refused(lambda: fetch(url, rules=secure.rules())).reason == "url_certificate"


@given(st.text(st.one_of(st.sampled_from("htps:/@[]%?#.\\0a1é日"), st.characters()), max_size=40))
def test_any_address_is_refused_or_guarded(url: str) -> None:
    rules = Rules(resolve=lambda host, port: ["127.0.0.1"])
    for one in (url, f"http://{url}", f"https://news.example{url}"):
        with pytest.raises(BringError):
            fetch(one, rules=rules)
