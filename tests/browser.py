"""Debian's Chromium, driven by Playwright: a real browser for the page, or the reason there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def program() -> str:
    """The path of a Chromium; skips the test where there is none, and fails it in CI, where there must be one."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None and os.environ.get("CI"):
        pytest.fail(f"CI must test the page in a browser; install one of {', '.join(NAMES)}")
    if found is None:
        pytest.skip(f"no browser; install one of {', '.join(NAMES)} to test the page")
    return found


@contextmanager
def running() -> Iterator[Browser]:
    """A browser that was started for us, and is gone afterwards."""
    path = program()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass(slots=True)
class Seen:
    """A page that was opened, with everything it should not have done."""

    page: Page
    context: BrowserContext
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def visible(self, count: int, selector: str = ".card") -> list[str]:
        """The ids of the elements that can be seen, once there are as many as there should be."""
        shown = self.page.locator(f"{selector}:visible")
        expect(shown).to_have_count(count)
        return [str(one.get_attribute("id")) for one in shown.all()]

    def audit(self) -> list[str]:
        """What axe-core finds wrong by WCAG 2.2 AA and good practice."""
        self.page.evaluate(AXE)
        run = "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})"
        result: dict[str, Any] = self.page.evaluate(run, list(WCAG))
        return [
            f"{one['id']}: {node['html'][:200]} {node['failureSummary']}"
            for one in result["violations"]
            for node in one["nodes"]
        ]


@contextmanager
def opened(browser: Browser, file: Path, **settings: Any) -> Iterator[Seen]:
    """Open a file, and keep what it asks for and complains of; nothing of either is allowed."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})
    page = context.new_page()
    seen = Seen(page, context)
    page.on(
        "console", lambda message: seen.errors.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("request", lambda request: seen.requests.append(request.url))
    page.goto(file.as_uri())
    yield seen
    assert seen.errors == []
    assert {url.partition("#")[0] for url in seen.requests if not url.startswith("file://")} == set()
    context.close()
