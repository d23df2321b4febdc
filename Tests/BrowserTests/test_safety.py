"""What ends a set, an exercise and a session while it goes on, and what comes of it the next time."""

import json

from conftest import MONDAY, ROOT, look, until
from conftest import prepared as with_history

THURSDAY = "2026-03-05T17:00:00Z"
NEGATIVES = "## A\n- Biceps curl: 2 x 4 negative @ 8 kg, 4 s, two up\n- Goblet squat: 2 x 8 @ 20 kg\n"


def prepared(server, phone, tmp_path, program, now=MONDAY):
    page = with_history(server, phone, tmp_path, program, now)
    page.goto(server.url + "/train")
    page.get_by_role("button", name="Start the set").wait_for()
    return page


def lowering(page):
    """Starts the set and lets its way up pass: the first lowering has just begun."""
    page.get_by_role("button", name="Start the set").click()
    page.clock.run_for(3_100)
    to_lowering(page)


def to_lowering(page):
    """Lets time pass until the next lowering, and what is left of the present one first."""
    for stage, count in ((".stage.eccentric", 0), (".stage.eccentric", 1)):
        for _ in range(80):
            if page.locator(stage).count() == count:
                break
            page.clock.run_for(100)
        else:
            raise AssertionError("no lowering ended" if count == 0 else "no lowering came")


def to_lowering_of(page, rep):
    """Lets time pass until the lowering of a rep has begun, by what the player itself says of it."""
    for _ in range(160):
        if page.locator(".reps").inner_text().startswith(f"Rep {rep} ") and page.locator(".stage.eccentric").count():
            return
        page.clock.run_for(100)
    raise AssertionError(f"the lowering of rep {rep} never came")


def sets(page, server):
    facts = page.request.get(server.url + "/api/v1/facts").json()["facts"]
    return [fact["body"] for fact in facts if fact["kind"] == "workSet" and "session" in fact["body"]
            and "tempo" in fact["body"]]


def test_the_page_watches_as_the_rules_do(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path, NEGATIVES)
    cases = json.loads((ROOT / "Tests/Fixtures/watch-cases.json").read_text())
    verdicts = page.evaluate(
        """async (cases) => {
          const { LoweringWatch } = await import('/assets/watch.js');
          const { rules } = JSON.parse(document.getElementById('plan').textContent);
          return cases.map((known) => {
            const watch = new LoweringWatch(rules.watch, known.targetSeconds);
            return known.lowerings.map((seconds, index) => watch.lowered(seconds, known.freeFall?.[index] ?? 0));
          });
        }""", cases)
    assert verdicts == [known["verdicts"] for known in cases]


def test_control_that_is_lost_ends_the_set_and_lowers_the_next_dose(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path, NEGATIVES)
    lowering(page)
    to_lowering_of(page, 2)
    page.get_by_role("button", name="Lost control").click()
    body = page.locator("#player").inner_text()
    assert "That one got away from you: the set is over." in body
    assert page.get_by_label("Reps done", exact=True).locator("input").input_value() == "2"
    assert page.get_by_label("Lowered under control?").input_value() == "1"
    look(page, "50-control-lost")
    page.get_by_role("button", name="Save the set").click()
    page.get_by_role("timer").wait_for()
    until(page, "JSON.parse(localStorage.getItem('eccentric.outbox') ?? '[]').length === 0")
    done = sets(page, server)
    assert [(body["reps"], body["controlledReps"], body["ended"]) for body in done] == [(2, 1, "controlLost")]
    asked = float(done[0]["load"]["external"].split()[0])

    server.start(THURSDAY)
    page.clock.set_fixed_time(THURSDAY)
    page.goto(server.url + "/today")
    today = page.request.get(server.url + "/api/v1/today").json()
    [curl] = [exercise for exercise in today["session"]["exercises"] if exercise["exercise"] == "biceps-curl"]
    lighter = float(curl["doses"][0]["load"]["external"].split()[0])
    assert lighter < asked
    assert "last time the lowering lost control" in page.locator("main").inner_text()


def test_lowerings_that_grow_short_end_the_exercises_eccentric_work(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path, NEGATIVES)
    lowering(page)
    page.clock.run_for(4_100)
    for _ in range(2):
        to_lowering(page)
        page.clock.run_for(2_750)
        page.get_by_role("button", name="I’m down").click()
    body = page.locator("#player").inner_text()
    assert "Your lowerings have grown short: that’s enough of this exercise." in body
    page.get_by_role("button", name="Save the set").click()
    page.get_by_role("button", name="Next set now").click()
    # The second negative set is left out; the squats go on.
    assert "Goblet squat" in page.locator("#player").inner_text()
    until(page, "JSON.parse(localStorage.getItem('eccentric.outbox') ?? '[]').length === 0")
    assert sets(page, server)[0]["ended"] == "loweringsShort"


def test_pain_leaves_out_what_loads_the_part_and_the_rest_goes_on(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path, NEGATIVES)
    lowering(page)
    page.clock.run_for(4_500)
    page.get_by_role("button", name="Something hurts").click()
    look(page, "51-what-is-wrong")
    page.get_by_role("button", name="Biceps", exact=True).click()
    page.get_by_role("button", name="Sharp, in a joint").click()
    body = page.locator("#player").inner_text()
    assert "Goblet squat" in body and "what loads it is out for today" in body
    until(page, "JSON.parse(localStorage.getItem('eccentric.outbox') ?? '[]').length === 0")
    facts = page.request.get(server.url + "/api/v1/facts").json()["facts"]
    pains = [fact["body"]["pains"] for fact in facts if fact["kind"] == "checkIn"]
    assert pains == [[{"bodyPart": "elbowFlexors", "quality": "sharp", "tissue": "joint"}]]
    assert sets(page, server)[0]["ended"] == "pain"
    # It stays told when the check-in is opened again.
    page.goto(server.url + "/soreness")
    assert page.get_by_label("Where it hurts").first.input_value() == "elbowFlexors"


def test_chest_pain_ends_the_session_and_only_a_statement_lifts_it(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path, NEGATIVES)
    page.get_by_role("button", name="Something hurts, or is wrong").click()
    page.get_by_role("button", name="Pain or pressure in the chest").click()
    assert "see a doctor today" in page.locator("#player").inner_text()
    until(page, "JSON.parse(localStorage.getItem('eccentric.outbox') ?? '[]').length === 0")
    page.get_by_role("link", name="Today").first.click()
    page.wait_for_url("**/today")
    assert "Stop, and see a doctor today" in page.locator("main").inner_text()
    page.goto(server.url + "/soreness")
    assert page.get_by_label("Pain or pressure in the chest").is_checked()
    page.goto(server.url + "/clearance")
    page.get_by_label("Who has cleared you").fill("Dr. Noor")
    page.get_by_label("On which day").fill("2026-02-20")
    page.get_by_label("They know of the sign").check()
    page.get_by_role("button", name="Save").click()
    assert "You reported the sign on 2026-03-02" in page.locator("main").inner_text()
    page.get_by_label("On which day").fill("2026-03-02")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/today")
    body = page.locator("main").inner_text()
    assert "first session since a clinician cleared you" in body
    look(page, "52-cleared")


def test_a_set_that_was_left_in_the_middle_is_asked_about_and_nothing_is_made_up(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path, NEGATIVES)
    lowering(page)
    page.clock.run_for(4_100)
    to_lowering(page)
    page.reload()
    body = page.locator("#player").inner_text()
    assert "You left in the middle: 1 rep was led." in body
    page.get_by_role("button", name="Save the set").click()
    until(page, "JSON.parse(localStorage.getItem('eccentric.outbox') ?? '[]').length === 0")
    [done] = sets(page, server)
    assert done["reps"] == 1 and "controlledReps" not in done and "repsInReserve" not in done


def test_help_goes_from_the_log_to_the_next_prescription(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path, "## A\n- Assisted pull-up: 1 x 8\n")
    page.goto(server.url + "/log")
    page.get_by_label("Weight").fill("25")
    page.get_by_label("Added to your body, or help").select_option("help")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/today")
    assert [body["load"] for body in sets(page, server)] == [{"assistance": "25 kg"}]
    server.start(THURSDAY)
    page.goto(server.url + "/log")
    assert page.get_by_label("Weight").input_value() == "25"
    assert page.get_by_label("Added to your body, or help").input_value() == "help"


def test_a_hold_on_each_side_goes_from_plan_to_history(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path, "## A\n- Bulgarian split squat: 1 x 20 s @ 10 kg, each side\n")
    for side in ["Left", "Right"]:
        assert f"{side} side" in page.locator("#player").inner_text()
        page.get_by_role("button", name="Start the set").click()
        page.clock.run_for(3_200)
        assert page.locator(".word").inner_text() == "Hold"
        look(page, f"53-hold-{side.lower()}")
        page.clock.run_for(21_000)
        assert page.get_by_label("Seconds held").locator("input").input_value() == "20"
        page.get_by_role("button", name="Save the set").click()
    page.get_by_text("2 sets of 2 done.").wait_for()
    until(page, "JSON.parse(localStorage.getItem('eccentric.outbox') ?? '[]').length === 0")
    facts = page.request.get(server.url + "/api/v1/facts").json()["facts"]
    held = [fact["body"] for fact in facts if fact["kind"] == "workSet" and "holdSeconds" in fact["body"]]
    assert [(body["side"], body["holdSeconds"], body["reps"]) for body in held] == [("left", 20, 1), ("right", 20, 1)]
    page.goto(server.url + "/history")
    assert "held 20 s" in page.locator("main").inner_text()
