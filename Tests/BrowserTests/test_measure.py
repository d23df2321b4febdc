"""A recording measured on a phone: seen, put right, kept, attached, compared."""

import re
import subprocess

import pytest

from conftest import BINARY, answer_questions, look, sign_up, until
from test_phone import MONDAY, violations


def recording(tmp_path, *options, name="set.csv"):
    """A made-up recording, as the command line makes them."""
    made = subprocess.run(
        [str(BINARY), "simulate", "recording", *options], check=True, capture_output=True)
    file = tmp_path / name
    file.write_bytes(made.stdout)
    return file


def bench(tmp_path, seed="7", name="set.csv"):
    return recording(
        tmp_path, "--exercise", "bench-press", "--sensor", "encoder", "--reps", "6",
        "--tempo", "4-0-1-1", "--seed", seed, name=name)


def measured(page, server, file, exercise, load="", tempo=""):
    page.goto(server.url + "/measure")
    page.get_by_label("Recording").set_input_files(file)
    page.get_by_label("Exercise").select_option(exercise)
    page.locator("input[name=load]").fill(load)
    page.get_by_label("Tempo asked for").fill(tempo)
    page.get_by_role("button", name="Measure it").click()


def lifter(page, server):
    sign_up(page, server)
    answer_questions(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_set_is_seen_put_right_and_kept(server, phone, tmp_path, scheme):
    server.start(MONDAY)
    page = phone(color_scheme=scheme)
    lifter(page, server)
    measured(page, server, bench(tmp_path), "bench-press", "60", "4-0-1-0")
    page.get_by_role("heading", name="Bench press, 6 reps").wait_for()
    look(page, f"60-measured-{scheme}")
    assert "Kept" in page.locator("main").inner_text()
    # The picture is in the page's own colours: nothing of it is black for want of a style.
    fill = page.locator("rect.strip.eccentric").first.evaluate("(e) => getComputedStyle(e).fill")
    assert fill == ("rgb(213, 94, 0)" if scheme == "light" else "rgb(255, 140, 66)")
    assert violations(page, "measured") == []
    page.locator("#correct > summary").click()
    page.locator(".handle").first.wait_for()
    look(page, f"61-put-right-{scheme}")
    assert violations(page, "put right") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_label("Reps", exact=True).fill("5")
    page.get_by_label("How many more would have gone?").select_option("2")
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url("**/history")
    assert "Bench press: 1 × 5, 60 kg" in page.locator("main").inner_text()


def edge(page, name):
    return page.get_by_role("slider", name=name)


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_two_reps_are_put_right_by_keys_and_the_set_is_attached_and_compared(server, phone, tmp_path):
    server.start(MONDAY)
    page = phone()
    lifter(page, server)
    # Last week's set, only to compare with.
    measured(page, server, bench(tmp_path, "3", "before.csv"), "bench-press", "57.5")
    page.get_by_role("heading", name="Bench press, 6 reps").wait_for()
    # The set as it was logged.
    page.goto(server.url + "/log/free")
    page.get_by_label("Exercise").fill("Bench press")
    page.get_by_role("button", name="On to the sets").click()
    page.get_by_label("Reps", exact=True).fill("6")
    page.locator("input[name=load]").fill("60")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(re.compile("saved=1"))
    measured(page, server, bench(tmp_path), "bench-press")
    page.get_by_role("heading", name="Bench press, 6 reps").wait_for()
    assert "Against last time" in page.locator("main").inner_text()
    address = page.url

    # Without a mouse: the panel opens, two edges move, Enter saves each.
    page.locator("#correct > summary").focus()
    press(page, "Enter")
    second = edge(page, "Rep 2, lowering begins")
    second.focus()
    before = float(second.get_attribute("aria-valuenow"))
    press(page, "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight")
    assert "not saved yet" in second.get_attribute("aria-valuetext")
    with page.expect_navigation():
        press(page, "Enter")
    # One goes on where one was.
    until(page, "document.activeElement.classList.contains('handle')")
    assert abs(float(edge(page, "Rep 2, lowering begins").get_attribute("aria-valuenow")) - before - 0.2) < 0.02
    fifth = edge(page, "Rep 5, lowering begins")
    fifth.focus()
    start = float(fifth.get_attribute("aria-valuenow"))
    press(page, "ArrowLeft", "Escape")
    assert float(fifth.get_attribute("aria-valuenow")) == start
    press(page, "Shift+ArrowRight")
    with page.expect_navigation():
        press(page, "Enter")
    until(page, "document.activeElement.classList.contains('handle')")
    assert page.locator(".corrections > li").count() == 2
    look(page, "63-two-edges-moved")

    # It is of the set that was logged; none is added.
    page.get_by_role("button", name="It is of this set").click()
    page.get_by_role("heading", name="Attached").wait_for()
    look(page, "64-attached")
    page.goto(server.url + "/history")
    assert page.locator("main").inner_text().count("Bench press: 1 × 6, 60 kg") == 1

    # Measured again, what was put right stays.
    page.goto(address)
    page.locator("summary", has_text="What it is of").click()
    page.get_by_label("Tempo asked for").fill("4-0-1-0")
    page.get_by_role("button", name="Measure it again").click()
    page.get_by_text("Kept", exact=False).first.wait_for()
    page.locator("#correct > summary").click()
    assert page.locator(".corrections > li").count() == 2
    text = page.locator("main").inner_text()
    assert "In your log" in text and "Against last time" in text
    look(page, "65-compared")
    assert violations(page, "compared") == []


def test_an_edge_is_dragged_and_a_rep_dropped_with_a_thumb(server, phone, tmp_path):
    server.start(MONDAY)
    page = phone()
    lifter(page, server)
    measured(page, server, bench(tmp_path), "bench-press", "60")
    page.locator("#correct > summary").click()
    handle = edge(page, "Rep 1, lowering begins")
    handle.scroll_into_view_if_needed()
    before = float(handle.get_attribute("aria-valuenow"))
    box = handle.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 + 12, box["y"] + 60, steps=4)
    page.mouse.up()
    assert float(handle.get_attribute("aria-valuenow")) > before + 0.1
    page.get_by_role("button", name="Save what you moved").click()
    page.locator(".corrections > li").first.wait_for()
    page.get_by_role("button", name="Rep 6: No rep").click()
    page.get_by_role("heading", name="Bench press, 5 reps").wait_for()
    page.get_by_role("button", name=re.compile("Take back: No rep")).click()
    page.get_by_role("heading", name="Bench press, 6 reps").wait_for()


def test_what_cannot_be_measured_is_said(server, phone, tmp_path):
    server.start(MONDAY)
    page = phone()
    lifter(page, server)
    file = tmp_path / "shopping.csv"
    file.write_text("milk,eggs\n2,12\n")
    measured(page, server, file, "", "60", "slow")
    assert "“slow” is not a tempo" in page.locator("[role=alert]").inner_text()
    page.get_by_label("Recording").set_input_files(file)
    page.get_by_label("Tempo asked for").fill("")
    page.get_by_role("button", name="Measure it").click()
    assert "can’t be read as a recording" in page.locator("[role=alert]").inner_text()
    assert "its first line names none of the columns" in page.locator("main").inner_text()
    assert page.locator("input[name=load]").input_value() == "60"
    look(page, "66-not-a-recording")
    assert violations(page, "refused") == []


def test_the_exercise_is_proposed_where_nobody_said(server, phone, tmp_path):
    server.start(MONDAY)
    page = phone(java_script_enabled=False)
    lifter(page, server)
    file = recording(
        tmp_path, "--exercise", "biceps-curl", "--sensor", "wrist", "--reps", "8",
        "--tempo", "3-0-1-0", "--seed", "3")
    measured(page, server, file, "")
    assert "this is a guess from the motion" in page.locator("main").inner_text()
    assert ", 8 reps" in page.locator("h1").inner_text()
    # Without scripts every edge is a field.
    page.locator("#correct > summary").click()
    page.locator("summary", has_text="All edges as numbers").click()
    first = page.locator("input[name=now0]")
    first.fill(f"{float(first.input_value()) + 0.3:.2f}")
    page.get_by_role("button", name="Save the edges").click()
    assert page.locator(".corrections > li").count() == 1
    look(page, "62-proposed")
