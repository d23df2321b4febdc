"""Once around the loop, as a lifter goes it."""

import re

from conftest import answer_questions, history, look, sign_up

MONDAY = "2026-03-02T17:00:00Z"
TUESDAY = "2026-03-03T07:00:00Z"


def play_a_set(page):
    """Starts the set on the screen, where the rest before it didn't, and lets its first seconds pass."""
    start = page.get_by_role("button", name="Start the set")
    if start.count():
        start.click()
    page.clock.run_for(3500)
    page.locator(".stage.eccentric, .stage.concentric, .stage.assisted").wait_for()
    return page


def save_the_set(page):
    page.get_by_role("button", name="Save the set").click()


def test_sign_up_import_today_player_soreness_changed_today(server, phone, tmp_path):
    server.start(MONDAY)
    page = phone(now=MONDAY)

    # An account, the questions, a history.
    sign_up(page, server)
    look(page, "01-about")
    answer_questions(page)
    look(page, "02-import")
    page.locator("input[type=file]").set_input_files(history(tmp_path))
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("heading", name="What was understood").wait_for()
    look(page, "03-understood")
    body = page.locator("main").inner_text()
    assert "8 workouts, 49 sets, 5 exercises" in body
    assert "Line 50, column" in body and "“heavy”" in body
    assert "Zercher Carousel" in body

    # Today: the workout that is longest ago, one negative set, why, and what to expect.
    page.get_by_role("link", name="To today").click()
    page.wait_for_url("**/today")
    look(page, "04-today")
    body = page.locator("main").inner_text()
    assert "Pull" in body and "Lat pulldown" in body and "Negatives" in body
    assert "longest ago" in body
    charts = page.locator("#forecast svg.chart")
    assert charts.count() >= 2
    assert page.locator("#forecast polygon.band").count() >= 2
    assert "Monday" in charts.first.get_attribute("aria-label")

    # The player: counts down, leads, records.
    page.get_by_role("link", name="Start", exact=True).click()
    page.wait_for_url("**/train")
    look(page, "05-ready")
    page.get_by_role("button", name="Start the set").click()
    page.clock.run_for(1100)
    assert page.locator(".word").inner_text() == "Get ready"
    page.clock.run_for(2400)
    stage = page.locator(".stage")
    assert "concentric" in stage.get_attribute("class")
    assert page.locator(".word").inner_text() == "Lift"
    assert page.locator(".reps").inner_text() == "Rep 1 of 8"
    page.clock.run_for(1000)
    assert "eccentric" in stage.get_attribute("class")
    assert page.locator(".word").inner_text() == "Lower"
    top = float(page.locator(".weight").get_attribute("y"))
    look(page, "06-lowering")
    page.clock.run_for(1000)
    assert float(page.locator(".weight").get_attribute("y")) > top
    # A pause stands still.
    page.get_by_role("button", name="Pause").click()
    held = page.locator(".weight").get_attribute("y")
    page.clock.run_for(5000)
    assert page.locator(".weight").get_attribute("y") == held
    page.get_by_role("button", name="Go on").click()
    # Eight reps of three seconds; then it asks what was done, and fills in nothing that wasn't said.
    page.clock.run_for(34_000)
    assert page.get_by_label("Reps done", exact=True).locator("input").input_value() == "8"
    assert page.get_by_label("Lowered under control?").input_value() == ""
    assert page.locator(".segments [aria-pressed=true]").count() == 0
    look(page, "07-what-was-done")
    page.get_by_label("Lowered under control?").select_option(label="Lost from rep 8")
    page.get_by_role("button", name="More: Weight in kg").click()
    page.get_by_role("group", name="How many more").get_by_role("button", name="2", exact=True).click()
    save_the_set(page)
    timer = page.get_by_role("timer")
    first = timer.inner_text()
    look(page, "08-rest")
    page.clock.run_for(10_000)
    assert timer.inner_text() < first
    # The weight carries over.
    assert re.search(r"65 kg|60 kg|62.5 kg", page.locator("main").inner_text())
    assert "Set 2 of 7" in page.locator("main").inner_text()
    assert "Last time, Mon 23 February: 3 × 8, 58 kg" in page.locator("main").inner_text()
    page.get_by_role("button", name="Next set now").click()

    # The rest of the session, quickly: sets two to seven.
    for number in range(2, 8):
        page.get_by_text(f"Set {number} of 7").wait_for()
        play_a_set(page)
        if number == 4:
            assert "Negatives" in page.locator("main").inner_text()
            look(page, "09-negative")
        page.clock.run_for(120_000)
        save_the_set(page)
        if number < 7:
            page.get_by_role("button", name=re.compile("[Nn]ext set")).click()
    page.get_by_text("That was it.").wait_for()
    look(page, "10-done")

    # What was done is kept.
    facts = page.request.get(server.url + "/api/v1/facts").json()["facts"]
    done = [fact["body"] for fact in facts if fact["kind"] == "workSet" and fact["body"].get("session") and "tempo" in fact["body"]]
    assert len(done) == 7
    assert done[0]["reps"] == 8 and done[0]["controlledReps"] == 7 and done[0]["repsInReserve"] == 2
    assert done[1]["load"] == done[0]["load"]
    assert not any("controlledReps" in body or "repsInReserve" in body for body in done[1:])
    assert [body["kind"] for body in done].count("negative") == 1
    assert [body.get("wayUp") for body in done if body["kind"] == "negative"] == ["otherLimb"]
    assert all("wayUp" not in body for body in done if body["kind"] == "normal")
    page.get_by_role("link", name="Today").first.click()
    page.wait_for_url("**/today")
    assert "Done for today" in page.locator("main").inner_text()
    look(page, "11-done-for-today")

    # The next day: three taps, and today is another.
    server.start(TUESDAY)
    page.clock.set_fixed_time(TUESDAY)
    page.goto(server.url + "/today")
    before = page.locator(".next h2").inner_text()
    page.get_by_role("link", name="Rate it").click()
    page.wait_for_url("**/soreness")
    look(page, "12-soreness")
    for part, rating in [("Biceps", 8), ("Lats", 6), ("Upper back", 2)]:
        page.get_by_role("group", name=part).get_by_label(str(rating), exact=True).check()
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/today*")
    look(page, "13-changed")
    after = page.locator("main").inner_text()
    assert before == "Legs and push"
    assert "Soreness today: Biceps 8, Lats 6, Upper back 2" in after

    # When it is the pull's turn again, the soreness decides.
    page.goto(server.url + "/program/edit")
    page.get_by_label("A post in Markdown").fill(
        "## Pull again\n- Biceps curl: 3 x 8 @ 14 kg, then 1 x 4 negative @ 80%, 4 s, two up\n- Goblet squat: 3 x 8 @ 20 kg\n")
    page.get_by_role("button", name="Save and use").click()
    page.wait_for_url("**/today")
    look(page, "14-sore-today")
    changed = page.locator("#changes").inner_text()
    assert "Biceps curl is out for today." in changed
    assert "you rated your biceps 8 of 10" in changed

    # History: sets by day, strength and lowering over time.
    page.get_by_role("link", name="History").click()
    page.wait_for_url("**/history")
    look(page, "15-history")
    body = page.locator("main").inner_text()
    assert "Monday, 2 March 2026" in body and re.search(r"\b[3-5] negatives", body)
    assert "Squat: about" in body
    assert page.locator("figure svg.chart polyline.line.strength").count() >= 3
    assert page.locator("svg.chart rect.bar.eccentric").count() >= 1


def test_a_beginner_is_told_not_yet_and_what_would_change_it(server, phone):
    server.start(MONDAY)
    page = phone(now=MONDAY)
    sign_up(page, server)
    answer_questions(page, training="3 months")
    page.goto(server.url + "/program")
    card = page.locator("section.card", has_text="First pull-up from negatives")
    card.get_by_role("button", name="Use this one").click()
    page.wait_for_url("**/today")
    body = page.locator("main").inner_text()
    assert "lowered calmly in 3 seconds" in body
    assert page.locator(".badge.eccentric").count() == 0
    look(page, "20-beginner")


def test_a_yes_in_the_screening_refuses_with_reasons(server, phone):
    server.start(MONDAY)
    page = phone(now=MONDAY)
    sign_up(page, server)
    answer_questions(page, yes=["heart condition"])
    page.goto(server.url + "/today")
    body = page.locator("main").inner_text()
    assert "Not yet" in body and "clinician" in body and "What would change it" in body
    look(page, "21-not-yet")


def test_a_red_flag_stops_training(server, phone):
    server.start(MONDAY)
    page = phone(now=MONDAY)
    sign_up(page, server)
    answer_questions(page)
    page.goto(server.url + "/soreness")
    page.get_by_text("Something hurts, or is wrong").click()
    page.get_by_label("Dark, cola-coloured urine").check()
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/today*")
    assert "Stop, and see a doctor today" in page.locator("main").inner_text()
    look(page, "22-red-flag")
    page.get_by_role("link", name="A clinician has cleared me").click()
    page.get_by_label("Who has cleared you").fill("Dr. Noor")
    page.get_by_label("On which day").fill("2026-03-02")
    page.get_by_label("They know of the sign").check()
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/today")
    assert "see a doctor" not in page.locator("main").inner_text()
