"""What was entered can be mended: an import taken back, a set of last week corrected, a name told."""

from conftest import answer_questions, history, look, sign_up
from test_phone import MONDAY, violations


def lifter(server, phone):
    server.start(MONDAY)
    page = phone(now=MONDAY)
    sign_up(page, server)
    answer_questions(page)
    return page


def bring(page, server, tmp_path):
    page.goto(server.url + "/import")
    page.locator("input[type=file]").set_input_files(history(tmp_path))
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("heading", name="What was understood").wait_for()
    return page.locator("main").inner_text()


def fits(page, name):
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, name
    assert violations(page, name) == []
    look(page, name)


def test_an_import_is_taken_back_and_comes_again(server, phone, tmp_path):
    page = lifter(server, phone)
    assert "are new" in bring(page, server, tmp_path)
    fits(page, "70-understood")
    page.goto(server.url + "/import")
    fits(page, "71-imports")
    page.get_by_role("button", name="Take it back").click()
    page.get_by_role("heading", name="Taken back").wait_for()
    fits(page, "72-taken-back")
    page.goto(server.url + "/history")
    assert "estimated from your sets" not in page.locator("main").inner_text()
    assert "that had been deleted are back" in bring(page, server, tmp_path)
    page.goto(server.url + "/history")
    assert "estimated from your sets" in page.locator("main").inner_text()
    # And by its own line.
    page.goto(server.url + "/import")
    page.get_by_role("button", name="Take it back").click()
    page.get_by_role("link", name="All imports").click()
    page.get_by_role("button", name="Bring it back").click()
    page.get_by_role("heading", name="Brought back").wait_for()


def test_a_set_of_last_week_is_corrected_and_today_changes(server, phone, tmp_path):
    page = lifter(server, phone)
    bring(page, server, tmp_path)
    page.goto(server.url + "/today")
    before = page.locator("main").inner_text()
    page.goto(server.url + "/history")
    day = page.locator("section.day", has_text="Lat pulldown").first
    day.locator("summary").click()
    # The last workout's first lat pulldown went to 100 kg, and not 60.
    day.get_by_role("link", name="Lat pulldown").first.click()
    page.locator("input[name=load]").fill("100")
    page.locator("input[name=reps]").fill("8,5")
    page.get_by_role("button", name="Save the change").click()
    assert "is not a whole number" in page.locator("main").inner_text()
    assert page.locator("input[name=load]").input_value() == "100"
    fits(page, "73-not-a-number")
    page.locator("input[name=reps]").fill("8")
    page.get_by_role("button", name="Save the change").click()
    page.wait_for_load_state()
    fits(page, "74-corrected")
    page.goto(server.url + "/today")
    assert page.locator("main").inner_text() != before
    page.goto(server.url + "/history")
    assert "100 kg" in page.locator("main").inner_text()


def test_an_exercise_of_ones_own_is_told_once(server, phone, tmp_path):
    page = lifter(server, phone)
    bring(page, server, tmp_path)
    page.goto(server.url + "/program/edit")
    page.get_by_label("A post in Markdown").fill(
        "## A\n- Zercher carousel: 3 x 8 @ 20 kg\n- Lat pulldown: 3 x 8 @ 60 kg\n")
    page.get_by_role("button", name="Save and use").click()
    page.wait_for_url("**/today")
    assert "nobody knows how it moves" in page.locator("main").inner_text()
    fits(page, "75-unknown-today")
    page.get_by_role("link", name="Say it").click()
    page.get_by_label("Moves like").select_option("front-squat")
    page.get_by_text("What differs").click()
    page.get_by_label("Core", exact=True).check()
    fits(page, "76-own-exercise")
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url("**/exercises")
    fits(page, "77-own-exercises")
    page.goto(server.url + "/today")
    assert page.get_by_role("heading", name="Zercher carousel").count() == 1
