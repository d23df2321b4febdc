"""The Learn page on a phone: dragged, read without a script, seen in the dark."""

import pytest

from conftest import look
from test_phone import MONDAY, violations


def drag(page, name, share):
    """Drags a slider's thumb to a share of its way, as a finger would."""
    box = page.locator(f"#curl-{name}").bounding_box()
    at = float(page.locator(f"#curl-{name}").evaluate("(e) => (e.value - e.min) / (e.max - e.min)"))
    middle = box["y"] + box["height"] / 2
    left, width = box["x"] + 22, box["width"] - 44
    page.mouse.move(left + at * width, middle)
    page.mouse.down()
    for step in range(1, 9):
        page.mouse.move(left + (at + (share - at) * step / 8) * width, middle)
    page.mouse.up()


def test_dragging_the_load_shows_control_become_free_fall(server, phone):
    server.start(MONDAY)
    page = phone()
    page.goto(server.url + "/")
    page.get_by_role("link", name="Why lower slowly").click()
    page.wait_for_url("**/learn")
    assert "Under control" in page.locator(".verdict").inner_text()
    drag(page, "load", 0.9)
    page.locator(".verdict.lost").wait_for()
    assert "Lost" in page.locator(".verdict").inner_text()
    # The answer is that of the last place of the thumb, and the address keeps it.
    load = page.locator("#curl-load").input_value()
    page.wait_for_url(f"**/learn?load={load}&*")
    assert page.locator("output").first.inner_text() == f"{float(load):g} kg"
    page.locator("#curl-said").get_by_text("Lost").wait_for()
    look(page, "50-learn-lost")
    page.reload()
    assert "Lost" in page.locator(".verdict").inner_text()


def test_the_keyboard_moves_the_sliders_and_plays_the_rep(server, phone):
    server.start(MONDAY)
    page = phone()
    page.goto(server.url + "/learn?lower=1")
    page.locator("#curl-lower").focus()
    page.keyboard.press("End")
    page.get_by_text("come down in 15 s").first.wait_for()
    page.keyboard.press("Home")
    page.locator("#curl-play").wait_for()
    forearm = page.locator(".arm .forearm").nth(1)
    before = forearm.get_attribute("transform")
    page.locator("#curl-play").click()
    # It begins with the arm hanging, goes up, and in the end the weight that was let go hangs.
    page.locator(".arm svg.assisted").first.wait_for()
    page.locator(".arm svg.eccentric").nth(1).wait_for()
    degrees = []
    while len(degrees) < 20 or degrees[-1] != degrees[-2]:
        degrees.append(float(forearm.get_attribute("transform")[8:].split()[0]))
        page.wait_for_timeout(100)
    assert degrees[-1] < 30 and before == "rotate(-130 62 98)"


def test_without_javascript_the_form_asks(server, phone):
    server.start(MONDAY)
    page = phone(java_script_enabled=False)
    page.goto(server.url + "/learn")
    page.get_by_label("Best single curl").fill("30")
    page.get_by_role("button", name="Show it").click()
    assert "best=30" in page.url
    assert "With a best curl of 30 kg" in page.locator("main").inner_text()
    assert page.locator("#curl-play").is_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["", "?load=24", "?load=18.5&training=years"])
def test_it_is_accessible(server, phone, scheme, query):
    server.start(MONDAY)
    page = phone(color_scheme=scheme, reduced_motion="reduce")
    page.goto(server.url + "/learn" + query)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    look(page, f"51-learn-{scheme}-{len(query)}")
    found = violations(page, "/learn" + query)
    assert not found, "\n".join(found)
