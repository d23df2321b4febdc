"""Programs: read as the coach's post, written with what is wrong beside it."""

from conftest import answer_questions, history, look, sign_up

MONDAY = "2026-03-02T17:00:00Z"


def lifter(page, server, tmp_path):
    sign_up(page, server)
    answer_questions(page)
    page.locator("input[type=file]").set_input_files(history(tmp_path))
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("heading", name="What was understood").wait_for()


def test_a_program_reads_as_a_post_with_ones_own_numbers(server, phone, tmp_path):
    server.start(MONDAY)
    page = phone(now=MONDAY)
    lifter(page, server, tmp_path)
    page.goto(server.url + "/program")
    page.get_by_role("link", name="Strength With Weights").click()
    page.get_by_role("heading", name="Week 1: Getting set up").wait_for()
    page.get_by_role("navigation", name="Weeks").get_by_role("link", name="3").click()
    page.get_by_role("heading", name="Week 3: All about lowering").wait_for()
    look(page, "30-program-week")
    squat = page.locator(".asked li", has_text="Squat").first
    # The history's best squat, 97.5 kg for five, decides what 62.5 % is.
    assert "@ 62.5%" in squat.locator(".asks").inner_text()
    assert "kg" in squat.locator(".yours").inner_text()
    curl = page.locator(".asked > li", has_text="Biceps curl")
    curl.get_by_text("Why").click()
    assert curl.locator(".yours details li").count() >= 1
    assert page.get_by_role("link", name="This week's video").get_attribute("href") == "https://example.org/week-3"
    page.get_by_role("button", name="Use this one").click()
    page.wait_for_url("**/today")
    assert "Week 1, Strength A" in page.locator("main").inner_text()
    page.goto(server.url + "/program")
    assert "Next: Week 1, Strength A" in page.locator("#current").inner_text()
    look(page, "31-program")


BAD = """## A
- Squat: 3 x 8, tmepo 4-1-1-0
- Pull-up: 5 x 3 negative, 5 s, jump up
- Zercher carry 👩‍👩‍👧: 3 x 8, rset 2 min
"""


def test_the_editor_says_what_is_wrong_while_one_types(server, phone):
    server.start(MONDAY)
    page = phone()
    sign_up(page, server)
    answer_questions(page)
    page.goto(server.url + "/program/edit")
    findings = page.locator("#findings")
    assert "1 workout, 2 exercises" in findings.inner_text()
    text = page.get_by_label("A post in Markdown")
    text.fill(BAD)
    findings.get_by_text("did you mean “tempo”?").wait_for()
    said = findings.inner_text()
    assert "three in a session are the most" in said and "Zercher carry" in said
    look(page, "32-editor")
    findings.locator("li", has_text="rset").get_by_role("link").click()
    selected = "document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)"
    assert page.evaluate(selected) == "rset"
    # What has errors isn't saved, and nothing that was written is lost.
    answer = page.request.post(
        server.url + "/program", form={"text": BAD}, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status == 422
    assert "Not saved" in answer.text() and "tmepo 4-1-1-0\n- Pull-up" in answer.text()


def test_the_editor_works_without_a_script(server, phone):
    server.start(MONDAY)
    page = phone()
    sign_up(page, server)
    answer_questions(page)
    page = phone(java_script_enabled=False, storage_state=page.context.storage_state())
    page.goto(server.url + "/program/edit")
    text = page.get_by_label("A post in Markdown")
    text.fill(BAD)
    page.get_by_role("button", name="Check").click()
    assert "did you mean “tempo”?" in page.locator("#findings").inner_text()
    text.fill("---\ntitle: Mine\n---\n## A\n- Squat: 3 x 8 @ 40 kg\n")
    page.get_by_role("button", name="Save and use").click()
    page.wait_for_url("**/today")
    page.goto(server.url + "/program")
    assert page.locator(".card.program", has_text="Mine").get_by_role("link", name="Edit").count() == 1


def test_the_way_to_the_first_pull_up_and_the_week_are_on_today(server, phone, tmp_path):
    server.start(MONDAY)
    page = phone(now=MONDAY)
    lifter(page, server, tmp_path)
    page.goto(server.url + "/program")
    page.get_by_role("link", name="First pull-up").click()
    page.get_by_role("button", name="Use this one").click()
    page.wait_for_url("**/today")
    path = page.locator(".card.path")
    assert "The way to one pull-up" in path.inner_text()
    assert path.locator("li strong").count() == 1
    # Two workouts a week, on the days of the week that the history was trained on.
    week = page.locator(".card.week")
    assert week.locator("li strong").all_inner_texts() == ["Monday", "Thursday"]
    assert "Week 1, Pull A" in week.inner_text() and "no room" not in week.inner_text()
    look(page, "34-path-and-week")
