"""A figure in the frame of another site, in a real browser: it shows, whole and quiet, and nothing else does."""

from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from figures.definitions import FIGURES
from open_data.embeds.code import BREAKDOWN_HEIGHT, FIGURE_HEIGHT, HEADLINE_HEIGHT
from tests.browser.test_layout import CUT_OFF

NARROWEST = 320


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@contextmanager
def other_site(folder, text):
    """The address of a page of another site that says `text`."""
    (folder / "index.html").write_text(f"<!doctype html><html lang=ko><title>t</title><body>{text}</body></html>")
    (folder / "favicon.ico").write_bytes(b"")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/index.html"
        server.shutdown()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_another_site_shows_what_its_code_says(served, quiet_page, tmp_path, prefix, scheme):
    quiet_page.emulate_media(color_scheme=scheme)
    quiet_page.goto(f"{served.url}{prefix}/embed/?figure=agreements&as_of=2022-03-23")
    frame, badge = (quiet_page.locator(f"#{kind}-code").input_value() for kind in ("frame", "badge"))

    with other_site(tmp_path, frame + badge) as address:
        quiet_page.goto(address, wait_until="networkidle")
        inside = quiet_page.frames[1]

        assert "145" in inside.locator(".value").inner_text()
        assert inside.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert quiet_page.locator("img").evaluate("image => image.complete && image.naturalWidth > 0")
        assert quiet_page.complaints == []
        with quiet_page.context.expect_page() as opened:
            inside.get_by_role("link").first.click()
        assert opened.value.url.startswith(f"{served.url}{prefix}/figures/agreements/?as_of=2022-03-23")


def test_no_other_page_is_shown_in_a_frame(served, page, tmp_path):
    refused = []
    page.on("console", lambda message: refused.append(message.text))

    with other_site(tmp_path, f'<iframe src="{served.url}/figures/agreements/" title="t"></iframe>') as address:
        page.goto(address, wait_until="networkidle")

    assert any("frame-ancestors" in text for text in refused)
    assert page.frames[1].url.startswith("chrome-error:")


@pytest.mark.parametrize("query", ["", "?as_of=2022-03-23"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_height_of_the_code_holds_every_figure_at_the_narrowest(served, page, prefix, query):
    faults = []

    for key in ["headline", *FIGURES]:
        page.goto(f"{served.url}{prefix}/embed/{key}/{query}")
        breakdown = page.locator("tbody").count()
        height = HEADLINE_HEIGHT if key == "headline" else BREAKDOWN_HEIGHT if breakdown else FIGURE_HEIGHT
        page.set_viewport_size({"width": NARROWEST, "height": height})
        size = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
        faults += [] if size == [NARROWEST, height] else [f"{key}: {size}"]
        faults += page.evaluate(CUT_OFF)

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_words_of_a_badge_are_drawn_as_they_are(served, page, prefix):
    """Squeezed or stretched by a fifth at most: beyond that they look drawn wrongly."""
    for key in ["headline", "agreements", "establishment_rate", "days_to_opening"]:
        page.goto(f"{served.url}{prefix}/embed/{key}.svg?as_of=2022-03-23")
        ratios = page.evaluate(
            """() => [...document.querySelectorAll("text")].map(text => {
              const asked = text.textLength.baseVal.value;
              text.removeAttribute("textLength");
              return text.getComputedTextLength() / asked;
            })"""
        )
        assert all(0.8 <= ratio <= 1.2 for ratio in ratios), (key, ratios)
