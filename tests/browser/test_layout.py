"""Nothing is cut off, nothing jumps, nothing is heavy: on every page type, at every width and zoom."""

import pytest

from tests.pages.routes import MAIN

# 320 px is also what a window of 1280 px shows at 400 %, and 640 px what it shows at 200 %.
WIDTHS = [320, 640, 768, 1024]
OVER_THE_WIRE = 60_000

CUT_OFF = """() => {
  const seen = element => element.checkVisibility() && !element.closest(".visually-hidden, .skip-link, svg, thead");
  const scrolls = element => element && (/auto|scroll/.test(getComputedStyle(element).overflowX)
    || scrolls(element.parentElement));
  return [...document.querySelectorAll("body *")].filter(seen).filter(element => {
    const clips = /hidden|clip/.test(getComputedStyle(element).overflow);
    const cut = clips
      && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
    const box = element.getBoundingClientRect();
    const outside = box.width && (box.right > document.documentElement.clientWidth + 1 || box.left < -1);
    return cut || (outside && !scrolls(element.parentElement));
  }).map(element => element.outerHTML.slice(0, 120));
}"""

# WCAG 1.4.12: readers set these themselves.
WIDER_SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""

SHIFTS = """
window.shifts = [];
new PerformanceObserver(list => list.getEntries().forEach(entry =>
  shifts.push(entry.sources.map(source => source.node?.outerHTML?.slice(0, 100)))))
  .observe({type: "layout-shift", buffered: true});
"""


def faults_at(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    scrolled = page.evaluate("document.documentElement.scrollWidth")
    cut_off = page.evaluate(CUT_OFF)
    return [f"{width}: {fault}" for fault in [*cut_off, *([f"scrolls to {scrolled}"] if scrolled > width else [])]]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_no_page_scrolls_sideways_or_cuts_text_off(served, page, page_types, prefix):
    faults = []

    for address in page_types:
        page.goto(served.url + prefix + address)
        faults += [f"{prefix}{address} {fault}" for width in WIDTHS for fault in faults_at(page, width)]

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_wider_spacing_cuts_nothing_off(served, page, prefix):
    faults = []

    for address in MAIN:
        page.goto(served.url + prefix + address)
        page.evaluate(WIDER_SPACING)
        faults += [f"{prefix}{address} {fault}" for width in (320, 1280) for fault in faults_at(page, width)]

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ["/", "/companies/", "/companies/1/"])
def test_nothing_jumps_while_a_page_loads(served, page, width, address):
    page.add_init_script(SHIFTS)
    page.set_viewport_size({"width": width, "height": 800})

    page.goto(served.url + address, wait_until="networkidle")
    page.evaluate("document.fonts.ready")

    assert page.evaluate("shifts") == []


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_dashboard_is_light(served, page, prefix):
    requests = []
    page.on("requestfinished", lambda request: requests.append(request))

    page.goto(f"{served.url}{prefix}/", wait_until="networkidle")

    sizes = {request.url.removeprefix(served.url): request.sizes() for request in requests}
    total = sum(size["responseHeadersSize"] + size["responseBodySize"] for size in sizes.values())
    assert 5_000 < total <= OVER_THE_WIRE, sizes
