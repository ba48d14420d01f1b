"""Makes the README's pictures: `make screenshots`."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUMS, ROOT, ready, served

FOLDER = Path(__file__).parent / "screenshots"
# A picture: the address, and how much of the page it shows.
PICTURES = {
    "investments": ("/investments?lang=ja&focus=amount-1", 1280, 860),
    "article": ("/article?lang=ja", 1280, 860),
}


def main() -> None:
    """Take each picture in a fresh browser at twice the resolution."""
    FOLDER.mkdir(exist_ok=True)
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    with served(ROOT / "app.py") as url, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        for name, (path, width, height) in PICTURES.items():
            page = chromium.new_page(
                viewport={"width": width, "height": height},
                device_scale_factor=2,
                locale="ja-JP",
                reduced_motion="reduce",
            )
            page.goto(url + path)
            ready(page)
            expect(page.locator('[data-testid="stSkeleton"]')).to_have_count(0)
            page.screenshot(path=FOLDER / f"{name}.png")
        chromium.close()


if __name__ == "__main__":
    main()
