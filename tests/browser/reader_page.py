"""What the tests of the reader share: its page, and how to find its parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

APP = Path(__file__).parent / "apps" / "reader.py"
Visit = Callable[..., Page]


def opened(visit: Visit, query: str = "", **options: Any) -> Page:
    """Open the reader and wait until it has drawn its text and its map."""
    page = visit(f"/?{query}", **options)
    expect(page.locator(".map path").first).to_be_attached()
    return page


def mark(page: Page, identifier: str) -> Locator:
    """Find the highlight, or the first piece of it, that carries an id."""
    return page.locator(f'article [data-id~="{identifier}"]').first


def card(page: Page) -> Locator:
    """Find the card."""
    return page.locator(".card")


def legend(page: Page, name: str) -> Locator:
    """Find the switch of a kind."""
    return page.locator(".legend button").filter(has_text=name)


def background(found: Locator) -> str:
    """Return the colour painted behind an element."""
    return str(found.evaluate("element => getComputedStyle(element).backgroundColor"))


def contrast(found: Locator) -> float:
    """Return the contrast of an element's text with all that is painted behind it."""
    return float(
        found.evaluate("""element => {
            const context = new OffscreenCanvas(1, 1).getContext("2d");
            const paint = (colour) => { context.fillStyle = colour; context.fillRect(0, 0, 1, 1); };
            const light = () => {
                const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((c) => c / 255)
                    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const behind = [];
            for (let node = element; node; node = node.parentNode ?? node.host)
                if (node instanceof Element) behind.unshift(getComputedStyle(node).backgroundColor);
            behind.forEach(paint);
            const ground = light();
            paint(getComputedStyle(element).color);
            const [low, high] = [ground, light()].sort((a, b) => a - b);
            return (high + 0.05) / (low + 0.05);
        }""")
    )
