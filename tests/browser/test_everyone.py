"""Every page type for everyone: both languages, light and dark, on a phone and on a desk; nothing is left out."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.pages.routes import MAIN

EXPECTED_COMPLAINT = "Failed to load resource: the server responded with a status of 40"
# What differs between a page in light and the same page in dark: its colours alone. They take most of the time, so that
# dark is looked at on a phone in the one language, on a desk in the other.
OF_COLOURS = ["color-contrast", "link-in-text-block"]
LIGHT = [(360, "light"), (1280, "light")]
LOOKS = {"": [*LIGHT, (360, "dark")], "/en": [*LIGHT, (1280, "dark")]}


def violations(page, where, only=None):
    """What axe finds with each of its rules, that on the size of targets (WCAG 2.2) too, which it must be asked for;
    or with those of `only`."""
    rules = {"runOnly": only} if only else {"rules": {"target-size": {"enabled": True}}}
    found = page.evaluate(
        "asked => axe.run({resultTypes: ['violations'], preload: false, ...asked}).then(said => said.violations)", rules
    )
    return [f"{where}: {rule['id']} {rule['nodes'][0]['html'][:200]}" for rule in found]


def opened(page, address):
    """The page at `address`, with axe in it."""
    page.goto(address)
    page.evaluate(AXE_SCRIPT)
    return page


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_page_type_is_accessible_and_quiet(served, quiet_page, page_types, prefix):
    quiet_page.emulate_media(reduced_motion="reduce")  # a colour on its way to another is none to measure
    faults = []

    for address in page_types:
        opened(quiet_page, served.url + prefix + address)
        for width, scheme in LOOKS[prefix]:
            quiet_page.set_viewport_size({"width": width, "height": 900})
            quiet_page.emulate_media(color_scheme=scheme)
            only = OF_COLOURS if scheme == "dark" else None
            faults += violations(quiet_page, f"{prefix}{address} {width} {scheme}", only)

    assert not faults, "\n".join(faults)
    assert [text for text in quiet_page.complaints if not text.startswith(EXPECTED_COMPLAINT)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("asked", [{"contrast": "more"}, {"forced_colors": "active"}], ids=["contrast", "forced"])
def test_more_contrast_and_forced_colours(served, page, scheme, asked):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce", **asked)

    faults = [fault for address in MAIN for fault in violations(opened(page, served.url + address), address)]

    assert not faults, "\n".join(faults)


BELOW_SEVEN_TO_ONE = """() => {
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => channels(colour).slice(0, 3)
    .map(value => value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = element => {
    for (; element; element = element.parentElement) {
      const colour = getComputedStyle(element).backgroundColor;
      if ((channels(colour)[3] ?? 1) === 1) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const ratio = element => {
    const [a, b] = [light(getComputedStyle(element).color), light(ground(element))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  return [...document.querySelectorAll("main p, main td, main dd, main dt, .note, .unknown, footer p")]
    .filter(element => element.checkVisibility() && element.innerText.trim() && !element.closest("svg"))
    .filter(element => ratio(element) < 7)
    .map(element => `${ratio(element).toFixed(1)} ${element.outerHTML.slice(0, 100)}`);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_contrast_makes_running_text_seven_to_one(served, page, scheme):
    page.emulate_media(color_scheme=scheme, contrast="more", reduced_motion="reduce")

    for address in MAIN:
        page.goto(served.url + address)
        assert page.evaluate(BELOW_SEVEN_TO_ONE) == [], address


def test_less_motion_means_none(served, page):
    page.emulate_media(reduced_motion="reduce")

    for address in MAIN:
        page.goto(served.url + address)
        moving = page.evaluate(
            """() => [...document.querySelectorAll("*")].filter(element => {
              const style = getComputedStyle(element);
              return [style.transitionDuration, style.animationDuration].some(text => /[1-9]/.test(text))
                || style.scrollBehavior === "smooth";
            }).map(element => element.outerHTML.slice(0, 100))"""
        )
        assert moving == [], address
