"""By keyboard alone: past the menu at once, and it is always seen where one is."""

import pytest

FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
# What an element, with all that is drawn in it, looks like.
WITHOUT_VISIBLE_FOCUS = """focusable => {
  const drawn = element => [element, ...element.querySelectorAll("*")].map(part => {
    const style = getComputedStyle(part);
    const outline = style.outlineStyle === "none" ? "" : style.outlineWidth + style.outlineColor;
    return outline + style.boxShadow + style.stroke + style.strokeWidth;
  }).join();
  return [...document.querySelectorAll(focusable)].filter(element => {
    if (!element.checkVisibility()) return false;
    element.blur();
    const before = drawn(element);
    element.focus();
    return document.activeElement !== element || drawn(element) === before;
  }).map(element => element.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_first_tab_leads_past_the_menu(served, page, prefix):
    page.goto(f"{served.url}{prefix}/companies/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#content"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_focus_is_seen_wherever_it_is(served, page, width, scheme):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")

    for address in ["/", "/companies/", "/companies/1/", "/statements/", "/figures/established/"]:
        page.goto(served.url + address)
        page.keyboard.press("Tab")  # from here on the browser shows focus as it does to whoever uses a keyboard
        assert page.evaluate(WITHOUT_VISIBLE_FOCUS, FOCUSABLE) == [], address
