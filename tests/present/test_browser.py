"""The page in a real browser, from a file: no sideways scrolling, opened by keyboard, side by side without script."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.present.conftest import READING_DAY

from crossread.present.report import write
from crossread.record.dossier import Dossier

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no system Chromium on the path (Debian: apt-get install chromium)"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(dossier: Dossier, tmp_path_factory: pytest.TempPathFactory) -> str:
    (path,) = write([dossier], tmp_path_factory.mktemp("report") / "report.html", as_of=READING_DAY)
    return Path(path).as_uri()


def opened(browser: Browser, address: str, width: int, *, script: bool = True) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
    page = context.new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_overflows_sideways_even_with_all_words_open(
    browser: Browser, address: str, width: int
) -> None:
    page = opened(browser, address, width)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_the_page_asks_for_nothing_and_reports_no_error(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    assert asked == [address]
    assert errors == []
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_words_open_by_keyboard(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, address, width)
    details = page.locator("#timeline details.words").first
    details.locator("summary").focus()
    assert details.get_attribute("open") is None
    page.keyboard.press("Enter")
    assert details.get_attribute("open") is not None
    assert details.locator("mark").first.inner_text() == "closed on Tuesday"
    page.context.close()


def test_the_first_tab_skips_to_the_record(browser: Browser, address: str) -> None:
    page = opened(browser, address, 1280)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_two_accounts_side_by_side_without_script(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, address, width, script=False)
    page.locator("#left-A").check()
    page.locator("#right-B").check()
    shown = [page.locator(f"#text-{label}").is_visible() for label in "ABCDE"]
    assert shown == [True, True, False, False, False]
    left, right = page.locator("#text-A").bounding_box(), page.locator("#text-B").bounding_box()
    assert left is not None
    assert right is not None
    if width > 1000:
        assert left["x"] + left["width"] <= right["x"]
        assert left["y"] == right["y"]
    else:
        assert left["y"] + left["height"] <= right["y"]
    page.context.close()


def test_a_citation_leads_to_its_words_even_when_others_are_being_read(
    browser: Browser, address: str
) -> None:
    page = opened(browser, address, 1280)
    page.locator("#left-B").check()
    page.locator("#timeline details.words summary").first.click()
    page.locator("#timeline a.cite[href='#A-74-91']").first.click()
    words = page.locator("#A-74-91")
    assert words.is_visible()
    assert words.evaluate("(e) => e.matches(':target')")
    page.context.close()


def test_the_filter_hides_lines_and_escape_brings_them_back(browser: Browser, address: str) -> None:
    page = opened(browser, address, 1280)
    page.keyboard.press("/")
    page.keyboard.type("groaned")
    assert page.locator("#statements .line:visible").count() == 1
    assert "of" in page.locator("#matches").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#statements .line:visible").count() == 4
    page.context.close()
