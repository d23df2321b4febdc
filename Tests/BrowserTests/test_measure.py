"""A recording measured on a phone: seen, put right, kept."""

import subprocess

import pytest

from conftest import BINARY, answer_questions, look, sign_up
from test_phone import MONDAY, violations


def recording(tmp_path, *options):
    """A made-up recording, as the command line makes them."""
    made = subprocess.run(
        [str(BINARY), "simulate", "recording", *options], check=True, capture_output=True)
    file = tmp_path / "set.csv"
    file.write_bytes(made.stdout)
    return file


def measured(page, file, exercise, load="", tempo=""):
    page.get_by_role("link", name="Measure a set").click()
    page.wait_for_url("**/measure")
    page.get_by_label("Recording").set_input_files(file)
    page.get_by_label("Exercise").select_option(exercise)
    page.locator("input[name=load]").fill(load)
    page.get_by_label("Tempo asked for").fill(tempo)
    page.get_by_role("button", name="Measure it").click()


def lifter(page, server):
    sign_up(page, server)
    answer_questions(page)
    page.goto(server.url + "/history")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_set_is_seen_put_right_and_kept(server, phone, tmp_path, scheme):
    server.start(MONDAY)
    page = phone(color_scheme=scheme)
    lifter(page, server)
    file = recording(
        tmp_path, "--exercise", "bench-press", "--sensor", "encoder", "--reps", "6",
        "--tempo", "4-0-1-1", "--seed", "7")
    measured(page, file, "bench-press", "60", "4-0-1-0")
    page.get_by_role("heading", name="Bench press, 6 reps").wait_for()
    look(page, f"60-measured-{scheme}")
    assert "Kept" in page.locator("main").inner_text()
    # The picture is in the page's own colours: nothing of it is black for want of a style.
    fill = page.locator("rect.strip.eccentric").first.evaluate("(e) => getComputedStyle(e).fill")
    assert fill == ("rgb(213, 94, 0)" if scheme == "light" else "rgb(255, 140, 66)")
    assert violations(page, "measured") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_label("Reps", exact=True).fill("5")
    page.get_by_label("How many more would have gone?").select_option("2")
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url("**/history")
    assert "Bench press: 1 × 5, 60 kg" in page.locator("main").inner_text()


def test_what_cannot_be_measured_is_said(server, phone, tmp_path):
    server.start(MONDAY)
    page = phone()
    lifter(page, server)
    file = tmp_path / "shopping.csv"
    file.write_text("milk,eggs\n2,12\n")
    measured(page, file, "", "60", "slow")
    assert "“slow” is not a tempo" in page.locator("[role=alert]").inner_text()
    page.get_by_label("Recording").set_input_files(file)
    page.get_by_label("Tempo asked for").fill("")
    page.get_by_role("button", name="Measure it").click()
    assert "can’t be read as a recording" in page.locator("[role=alert]").inner_text()
    assert "its first line names none of the columns" in page.locator("main").inner_text()
    assert page.locator("input[name=load]").input_value() == "60"
    look(page, "61-not-a-recording")
    assert violations(page, "refused") == []


def test_the_exercise_is_proposed_where_nobody_said(server, phone, tmp_path):
    server.start(MONDAY)
    page = phone(java_script_enabled=False)
    lifter(page, server)
    file = recording(
        tmp_path, "--exercise", "biceps-curl", "--sensor", "wrist", "--reps", "8",
        "--tempo", "3-0-1-0", "--seed", "3")
    measured(page, file, "")
    assert "this is a guess from the motion" in page.locator("main").inner_text()
    assert ", 8 reps" in page.locator("h1").inner_text()
    look(page, "62-proposed")
