"""The dashboard on a port of its own, and a Chromium that looks at it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)

ROOT = Path(__file__).parent.parent.parent
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-quic",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]
# Streamlit asks for these beside the page's own address first, and is told 404 there.
PROBES = ("/_stcore/health", "/_stcore/host-config")
expect.set_options(timeout=30_000)

Visit = Callable[..., Page]


@contextmanager
def served(app: Path, run: Sequence[str] = ("streamlit", "run")) -> Iterator[str]:
    """Run an app on a free port, by the module `run` names; yield its address once it answers."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", *run, str(app), f"--server.port={port}"]
    command += ["--server.address=127.0.0.1", "--server.fileWatcherType=none"]
    server = subprocess.Popen(command, cwd=ROOT)
    try:
        _until_healthy(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of the dashboard, served for the tests of a module."""
    with served(ROOT / "app.py") as url:
        yield url


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium for the tests of a module: two at once would need two event loops."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Callable[[str, str], BrowserContext]:
    """A browser's memory for each language and theme: the scripts are fetched once for each."""

    @cache
    def context(locale: str, scheme: Literal["light", "dark"]) -> BrowserContext:
        return browser.new_context(locale=locale, color_scheme=scheme, reduced_motion="reduce")

    return context


@pytest.fixture
def visit(
    reader: Callable[[str, str], BrowserContext], request: pytest.FixtureRequest
) -> Iterator[Visit]:
    """Open a page of the dashboard in a new session; no console error may be left at the end.

    `url` is a path on the module's server, or a whole address of another.
    """
    pages, problems = [], []

    def note(said: ConsoleMessage) -> None:
        if said.type == "error" and not said.location["url"].endswith(PROBES):
            problems.append(said.text)

    def visited(url: str, width: int = 1280, locale: str = "ja-JP", scheme: str = "light") -> Page:
        page = reader(locale, scheme).new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": 900 if width > 640 else 844})
        page.on("console", note)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(url if "://" in url else request.getfixturevalue("address") + url)
        ready(page)
        return page

    yield visited
    for page in pages:
        page.close()
    assert problems == []


def ready(page: Page) -> None:
    """Wait until the page has its title and its run has ended."""
    expect(page.locator("h1")).to_be_visible()
    settled(page)


def settled(page: Page) -> None:
    """Wait until no run is under way."""
    app = page.locator('[data-testid="stApp"]')
    expect(app).to_have_attribute("data-test-script-state", "notRunning")


def _until_healthy(url: str, server: subprocess.Popen[bytes]) -> None:
    while server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except urllib.error.URLError:
            continue
    raise RuntimeError(f"the dashboard ended with {server.returncode} before it answered")
