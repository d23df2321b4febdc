"""In the gym: a whole session by thumb, without a network, on two phones, and what was not planned."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import MONDAY, PHONE, follow, look, prepared, until

TUESDAY = "2026-03-03T07:00:00Z"
SESSION = "## A\n- Bench press: 2 x 5 @ 60 kg, rest 90 s\n- Biceps curl: 2 x 4 negative @ 8 kg, 4 s, two up, rest 1 min\n"
TWELVE = "## Full\n" + "".join(f"- {name}: 3 x 5 @ 20 kg, rest 1 min\n" for name in
                               ["Bench press", "Squat", "Barbell row", "Biceps curl"])
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichennadel"


def all_facts(page, server):
    return page.request.get(server.url + "/api/v1/facts").json()["facts"]


def done_sets(page, server):
    return [fact for fact in all_facts(page, server)
            if fact["kind"] == "workSet" and "session" in fact["body"] and "tempo" in fact["body"]]


def sent(page):
    until(page, "JSON.parse(localStorage.getItem('eccentric.outbox') ?? '[]').length === 0")


def kept_on_the_phone(page, server):
    page.goto(server.url + "/today")
    until(page, """Promise.all(['/today', '/train', '/log', '/soreness']
        .map((path) => caches.match(path))).then((kept) => kept.every(Boolean))""")


def lead_to_the_end(page, most=120):
    """Lets time pass until the set asks what was done."""
    save = page.get_by_role("button", name="Save the set")
    for _ in range(most):
        if save.count():
            return save
        page.clock.run_for(1000)
    raise AssertionError("the set never ended")


def test_a_cold_start_without_a_network_opens_all_that_a_session_needs(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path)
    kept_on_the_phone(page, server)
    server.stop()
    context = page.context
    page.close()
    cold = context.new_page()
    cold.set_default_timeout(15_000)
    cold.clock.install(time=MONDAY)
    for path, words in [("/today", "Pull"), ("/train", "Set 1 of 7"), ("/log", "Log Pull"),
                        ("/soreness", "How are you?")]:
        cold.goto(server.url + path)
        assert words in cold.locator("main").inner_text(), path
        assert "There is no network: this is as of" in cold.locator("main").inner_text()
    # What leads nowhere without a network says so at once.
    cold.goto(server.url + "/log/free")
    assert "No network" in cold.locator("main").inner_text()
    # A check-in waits like a set.
    cold.goto(server.url + "/soreness")
    cold.get_by_text("Other body parts").click()
    cold.get_by_role("group", name="Calves").get_by_label("4", exact=True).check()
    cold.get_by_role("button", name="Save").click()
    cold.wait_for_url("**/today")
    cold.locator("#outbox").get_by_text("1 entry waits to be sent").wait_for()
    # What comes up later is said on the same kept page, and is another.
    cold.goto(server.url + "/soreness")
    cold.get_by_text("Other body parts").click()
    cold.get_by_role("group", name="Glutes").get_by_label("3", exact=True).check()
    cold.get_by_role("button", name="Save").click()
    cold.wait_for_url("**/today")
    cold.locator("#outbox").get_by_text("2 entries wait to be sent").wait_for()
    # So does the log.
    cold.goto(server.url + "/log")
    cold.get_by_role("button", name="Save").click()
    cold.locator("#outbox").get_by_text("3 entries wait to be sent").wait_for()
    look(cold, "60-cold-start")

    server.start("2026-03-02T19:00:00Z")
    cold.clock.set_fixed_time("2026-03-02T19:00:00Z")
    cold.goto(server.url + "/today")
    until(cold, "caches.open('eccentric-forms').then((cache) => cache.keys()).then((keys) => keys.length === 0)")
    cold.goto(server.url + "/today")
    facts = all_facts(cold, server)
    assert len(done_sets(cold, server)) == 7
    [checkIn, later] = [fact for fact in facts if fact["kind"] == "checkIn"]
    assert later["body"]["soreness"] == {"glutes": 3}
    # As it was said, not as it arrived.
    assert checkIn["body"]["soreness"] == {"calves": 4} and checkIn["at"].startswith("2026-03-02T17:0")
    assert all(fact["at"] < "2026-03-02T17:30" for fact in done_sets(cold, server))
    assert "Done for today" in cold.locator("main").inner_text()


def test_pages_are_asked_for_again_only_when_today_says_something_else(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path)
    kept_on_the_phone(page, server)
    until(page, "caches.match('/seen').then(Boolean)")
    asked = []
    page.context.on("request", lambda request: asked.append(request.url.removeprefix(server.url)))
    page.goto(server.url + "/today")
    page.wait_for_timeout(500)
    assert "/train" not in asked and "/log" not in asked
    follow(page, server, SESSION)
    until(page, "caches.match('/train').then((kept) => kept.text()).then((text) => text.includes('biceps-curl'))")
    assert "/train" in asked


def test_what_arrives_though_the_answer_is_lost_is_kept_once(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path, SESSION)
    page.goto(server.url + "/train")

    def cut(route):
        route.fetch()
        route.abort()
    page.route("**/api/v1/facts", cut)
    page.get_by_role("button", name="Start the set").click()
    lead_to_the_end(page).click()
    page.get_by_role("timer").wait_for()
    page.locator("#outbox").get_by_text("2 entries wait to be sent").wait_for()
    assert len(done_sets(page, server)) == 1
    page.unroute("**/api/v1/facts")
    page.goto(server.url + "/today")
    sent(page)
    assert len(done_sets(page, server)) == 1
    page.get_by_text("You’ve done 1 of 4 sets.").wait_for()


def test_a_refused_set_among_good_ones_is_put_right(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path)
    page.goto(server.url + "/today")
    page.evaluate("""async () => {
      const { send, newID, instant } = await import('/assets/app.js');
      const set = (reps) => ({ id: newID(), at: instant(), kind: 'workSet', version: 1,
        body: { exercise: 'squat', reps, tempo: '2-0-1-0', session: 'S', load: { external: '50 kg' } } });
      await send([set(5), set(5000), set(6)]);
    }""")
    said = page.locator("#outbox .problem")
    said.wait_for()
    assert "squat" in said.inner_text() and "can’t be kept" in said.inner_text()
    assert [fact["body"]["reps"] for fact in done_sets(page, server)] == [5, 6]
    look(page, "61-refused")
    said.get_by_role("button", name="Put it right").click()
    page.wait_for_url("**/history/refused")
    assert "5000" in page.locator("main").inner_text()
    assert page.locator("input[name=load]").input_value() == "50"
    page.locator("input[name=reps]").fill("8")
    look(page, "62-put-right")
    page.get_by_role("button", name="Save the change").click()
    page.get_by_role("heading", name="Kept").wait_for()
    assert page.locator("#outbox").inner_text() == ""
    assert sorted(fact["body"]["reps"] for fact in done_sets(page, server)) == [5, 6, 8]
    page.goto(server.url + "/today")
    assert page.locator("#outbox .problem").count() == 0


def test_two_phones_go_on_with_one_session(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path, SESSION)
    other = phone(now=MONDAY)
    other.context.add_cookies(page.context.cookies())
    for one in (page, other):
        one.goto(server.url + "/train")
        one.get_by_text("Set 1 of 4").wait_for()
    page.get_by_role("button", name="Start the set").click()
    lead_to_the_end(page).click()
    page.get_by_role("timer").wait_for()
    sent(page)
    # The other phone, which began before it knew, goes on where the first one is.
    other.reload()
    other.get_by_text("Set 2 of 4").wait_for()
    other.get_by_role("button", name="Start the set").click()
    lead_to_the_end(other).click()
    other.get_by_role("timer").wait_for()
    sent(other)
    sessions = {fact["body"]["session"] for fact in done_sets(page, server)}
    assert len(sessions) == 1
    page.goto(server.url + "/today")
    page.get_by_text("You’ve done 2 of 4 sets.").wait_for()


def test_two_phones_with_clocks_an_hour_off_agree(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path, SESSION)
    other = phone(now="2026-03-02T18:05:00Z")
    other.context.add_cookies(page.context.cookies())
    for one, number in ((other, 1), (page, 2)):
        one.goto(server.url + "/train")
        one.get_by_text(f"Set {number} of 4").wait_for()
        one.get_by_role("button", name="Start the set").click()
        lead_to_the_end(one).click()
        one.get_by_role("timer").wait_for()
        sent(one)
    assert [fact["at"][:15] for fact in done_sets(page, server)] == ["2026-03-02T17:0"] * 2
    for one in (page, other):
        one.goto(server.url + "/today")
        one.get_by_text("You’ve done 2 of 4 sets.").wait_for()
        one.goto(server.url + "/history")
        assert "Bench press: 2 × 5, 60 kg" in one.locator("main").inner_text()


def test_skipping_to_the_end_says_so_and_today_agrees(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path, SESSION)
    page.goto(server.url + "/train")
    page.get_by_role("button", name="Skip this set").click()
    page.get_by_text("Set 2 of 4").wait_for()
    page.get_by_role("button", name="Start the set").click()
    lead_to_the_end(page).click()
    page.get_by_role("timer").wait_for()
    sent(page)
    # The log offers what is left, and not the skipped one's place twice.
    other = page.context.new_page()
    other.goto(server.url + "/log")
    assert other.locator("fieldset.set").count() == 3
    other.close()
    page.get_by_role("button", name="Skip this set").click()
    page.get_by_role("button", name="Skip this set").click()
    page.get_by_text("That was it.").wait_for()
    body = page.locator("#player").inner_text()
    assert "1 set of 4 done, 3 skipped." in body
    assert "Bench press: 1 of 2 sets, 5 of 5 reps" in body and "Biceps curl: 0 of 2 sets" in body
    look(page, "63-skipped")
    sent(page)
    page.get_by_role("link", name="Today").first.click()
    page.wait_for_url("**/today")
    assert "Done for today" in page.locator("main").inner_text()
    page.goto(server.url + "/log")
    page.wait_for_url("**/today")


def test_a_hidden_tab_counts_nothing(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path, SESSION)
    page.goto(server.url + "/train")
    page.get_by_role("button", name="Start the set").click()
    page.clock.run_for(7_000)
    before = page.locator(".reps").inner_text()
    page.evaluate("""() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }""")
    page.clock.run_for(60_000)
    page.evaluate("""() => {
      Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }""")
    assert page.locator(".reps").inner_text() == before
    page.get_by_role("button", name="Go on").click()
    page.clock.run_for(1_000)
    # A tap on the navigation loses nothing either.
    page.get_by_role("link", name="History").click()
    page.wait_for_url("**/history")
    page.goto(server.url + "/train")
    said = page.locator("#player").inner_text()
    led = int(re.search(r"Rep (\d+)", before).group(1))
    assert re.search(rf"You left in the middle: ({led - 1}|{led}) rep", said), said


def test_a_session_of_twelve_sets_takes_thirty_taps(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path, TWELVE)
    taps = 0

    def tap(button):
        nonlocal taps
        taps += 1
        button.click()
    tap(page.get_by_role("link", name="Start", exact=True))
    page.wait_for_url("**/train")
    tap(page.get_by_role("button", name="Start the set"))
    for number in range(1, 13):
        page.get_by_text(f"Set {number} of 12").first.wait_for()
        tap(lead_to_the_end(page))
        if number < 12:
            tap(page.get_by_role("button", name=re.compile("[Nn]ext set")))
    page.get_by_text("That was it.").wait_for()
    sent(page)
    assert len(done_sets(page, server)) == 12
    assert taps <= 30, taps


def test_a_check_in_of_three_sore_parts_takes_six_taps_and_is_taken_back(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path)
    page.goto(server.url + "/log")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/today")
    server.start(TUESDAY)
    page.clock.set_fixed_time(TUESDAY)
    page.goto(server.url + "/today")
    taps = [page.get_by_role("link", name="Rate it")]
    taps[0].click()
    page.wait_for_url("**/soreness")
    for part, rating in [("Biceps", 8), ("Lats", 6), ("Upper back", 2)]:
        taps.append(page.get_by_role("group", name=part).get_by_label(str(rating), exact=True))
        taps[-1].click()
    taps.append(page.get_by_role("button", name="Save"))
    taps[-1].click()
    page.wait_for_url("**/today*")
    assert len(taps) <= 6
    assert "Biceps 8, Lats 6, Upper back 2" in page.locator("main").inner_text()
    look(page, "64-rated")
    # Said by mistake: a second tap takes it back.
    page.get_by_role("link", name="Change", exact=True).click()
    page.get_by_role("group", name="Lats").get_by_label("6", exact=True).click()
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/today*")
    assert "Soreness today: Biceps 8, Upper back 2" in page.locator("main").inner_text()


def test_from_signing_up_to_today_in_eighteen_taps(server, phone, tmp_path):
    server.start(MONDAY)
    page = phone(now=MONDAY)
    page.goto(server.url + "/")
    taps = 0

    def fill(label, text):
        nonlocal taps
        taps += 1
        page.get_by_label(label).fill(text)

    def choose(label, text):
        nonlocal taps
        taps += 2
        page.get_by_label(label).select_option(label=text)

    def tap(button):
        nonlocal taps
        taps += 1
        button.click()
    fill("Name", "Ada")
    fill("Password", "correct horse battery")
    tap(page.get_by_role("button", name="Create the account"))
    page.wait_for_url("**/about")
    choose("How long have you trained", "2 years")
    fill("Body mass", "80")
    fill("Year of birth", "1990")
    choose("Where is that?", "In a gym that has everything")
    # What isn't said stays unsaid until it is.
    assert page.locator("fieldset.question input:checked").count() == 0
    tap(page.get_by_role("button", name="No to all that are still open"))
    tap(page.get_by_role("button", name="Save"))
    page.wait_for_url("**/import")
    tap(page.get_by_role("link", name="Go on without"))
    page.wait_for_url("**/today")
    assert taps <= 18, taps


def test_another_workout_an_exchange_and_what_nobody_planned(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path, "## One\n- Bench press: 2 x 5 @ 60 kg\n\n## Two\n- Biceps curl: 2 x 8 @ 10 kg\n")
    assert "One" in page.locator(".next h2").inner_text()
    page.get_by_text("Another workout of the program").click()
    page.get_by_role("link", name="Two").click()
    page.wait_for_url(re.compile("workout=Two"))
    assert "Two" in page.locator(".next h2").inner_text()
    page.get_by_role("link", name="Start", exact=True).click()
    page.get_by_role("button", name="Start the set").click()
    lead_to_the_end(page).click()
    page.get_by_role("timer").wait_for()
    sent(page)
    page.goto(server.url + "/today")
    page.get_by_text("You’ve done 1 of 2 sets.").wait_for()

    # Something that nobody planned, of an earlier day.
    page.get_by_role("link", name="Log something that wasn’t planned").click()
    page.get_by_label("Exercise").fill("Goblet squat")
    page.get_by_label("Day").fill("2026-02-28")
    page.get_by_role("button", name="On to the sets").click()
    page.get_by_label("Sets, each like this").fill("3")
    page.get_by_role("button", name="Save").click()
    assert "How much was it?" in page.locator("main").inner_text()
    page.get_by_label("Weight").fill("24")
    page.get_by_label("Reps", exact=True).fill("10")
    look(page, "65-free")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("3 sets of Goblet squat kept, Saturday, 28 February.").wait_for()
    squats = [fact for fact in all_facts(page, server) if fact["body"].get("exercise") == "goblet-squat"]
    assert [(fact["body"]["reps"], fact["body"]["load"], fact["at"][:10]) for fact in squats] == [(10, {"external": "24 kg"}, "2026-02-28")] * 3
    # The session that is on its way still is.
    page.goto(server.url + "/today")
    page.get_by_text("You’ve done 1 of 2 sets.").wait_for()

    server.start("2026-03-05T17:00:00Z")
    page.clock.set_fixed_time("2026-03-05T17:00:00Z")
    page.goto(server.url + "/today")
    page.get_by_role("link", name="Exchange Bench press").click()
    page.get_by_role("heading", name="Instead of Bench press").wait_for()
    look(page, "66-exchange")
    page.get_by_role("button", name="Dumbbell bench press", exact=True).click()
    page.wait_for_url("**/today")
    assert "Dumbbell bench press" in page.locator(".next").inner_text()
    programs = [fact["body"]["text"] for fact in all_facts(page, server) if fact["kind"] == "program"]
    assert "- Dumbbell bench press: 2 x 5" in programs[-1] and "Biceps curl: 2 x 8 @ 10 kg" in programs[-1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_of_the_player_is_seen_and_accessible(server, phone, tmp_path, scheme):
    page = prepared(server, phone, tmp_path, SESSION, color_scheme=scheme, reduced_motion="reduce")
    axe = Axe()

    def state(name):
        look(page, f"7-{name}-{scheme}")
        found = [violation for violation in axe.run(page).response["violations"]]
        assert found == [], (name, [violation["id"] for violation in found])
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.goto(server.url + "/train")
    page.get_by_role("button", name="Start the set").wait_for()
    assert "On the bar: 20 kg bar, each side" in page.locator("#player").inner_text()
    state("0-ready")
    page.get_by_role("button", name="Done: note them").click()
    page.get_by_text("Warm-ups noted.").wait_for()
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Start the set").focus()
    page.keyboard.press("Enter")
    page.clock.run_for(1_000)
    state("1-get-ready")
    page.clock.run_for(3_000)
    state("2-leading")
    # Each phase is said once.
    assert re.search(r"(Lower|Lift), rep 1", page.locator("#spoken").inner_text())
    assert page.evaluate("document.activeElement.closest('#player') !== null")
    page.get_by_role("button", name="Pause").focus()
    page.keyboard.press("Enter")
    state("3-paused")
    page.keyboard.press("Enter")
    lead_to_the_end(page)
    state("4-what-was-done")
    page.keyboard.press("Enter")
    page.get_by_role("timer").wait_for()
    state("5-rest")
    page.clock.run_for(100_000)
    state("6-rest-is-over")
    page.keyboard.press("Enter")
    page.clock.run_for(5_000)
    lead_to_the_end(page)
    page.get_by_role("button", name="Save the set").click()
    page.get_by_role("button", name="Something hurts, or is wrong").click()
    state("7-what-is-wrong")
    page.get_by_role("button", name="Nothing is wrong: go on").click()
    page.get_by_role("button", name="Start the set").click()
    page.clock.run_for(3_200)
    state("8-way-up")
    for _ in range(60):
        if page.locator(".stage.eccentric").count():
            break
        page.clock.run_for(200)
    state("9-negative")
    page.get_by_role("button", name="Lost control").click()
    state("a-lost-control")
    page.get_by_role("button", name="Save the set").click()
    page.get_by_role("button", name="Skip this set").click()
    page.get_by_text("That was it.").wait_for()
    state("b-done")
    warmUps = [fact for fact in all_facts(page, server) if fact["body"].get("kind") == "warmUp"]
    assert warmUps and all(fact["body"]["exercise"] == "bench-press" for fact in warmUps)


def test_words_of_sixty_letters_fit_on_every_page(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path, f"---\ntitle: {LONG}\nauthor: {LONG}\n---\n## {LONG}\nSome **{LONG}**.\n- Bench press: 2 x 5 @ 60 kg\n  {LONG} and *{LONG}*\n- {LONG}: 2 x 5\n")
    page.set_viewport_size({"width": 360, "height": 740})
    for path in ["/today", "/train", "/log", "/log/free", "/exchange?exercise=bench-press", "/soreness", "/history",
                 "/program", "/program/edit?from=current", "/settings", "/about", "/tests", "/import", "/exercises",
                 "/measure", "/members"]:
        page.goto(server.url + path)
        wide = page.evaluate("""() => [...document.querySelectorAll('main *')]
            .filter((element) => !element.closest('.scroll, pre, textarea, .hidden, datalist') && element.getBoundingClientRect().right > 361)
            .map((element) => element.outerHTML.slice(0, 120))""")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, (path, wide[:3])
        assert wide == [], (path, wide[:3])
    look(page, "67-long")


def test_on_a_wide_screen_the_navigation_is_at_the_side(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(server.url + "/today")
    side = page.locator("nav.bottom").bounding_box()
    assert side["x"] == 0 and side["width"] < 250 and side["height"] > 700
    assert page.locator("main").bounding_box()["x"] >= side["width"]
    look(page, "68-wide-today")
    page.goto(server.url + "/history")
    look(page, "69-wide-history")
