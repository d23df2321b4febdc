"""What a phone in a gym asks for: no network, no script, no mouse, no light."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import MONDAY, PASSWORD, answer_questions, history, look, prepared, sign_up, until

MEMBERS = ["/today", "/train", "/log", "/soreness", "/history", "/program", "/program/edit",
           "/program?read=strength-with-weights&week=3", "/settings", "/about",
           "/import", "/clearance"]


def test_without_a_network_today_and_the_player_work_and_facts_arrive_once(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path)
    page.goto(server.url + "/today")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    # Once more, now that the worker keeps what it sees.
    page.goto(server.url + "/today")
    page.goto(server.url + "/train")
    until(page, "caches.match('/train').then((kept) => kept !== undefined)")

    # Nothing answers any more, as in a gym in a cellar.
    server.stop()
    page.goto(server.url + "/today")
    assert "Pull" in page.locator("main").inner_text()
    page.goto(server.url + "/train")
    page.get_by_role("button", name="Start the set").click()
    page.clock.run_for(60_000)
    page.get_by_role("button", name="Save the set").click()
    page.locator("#outbox").get_by_text("2 entries wait to be sent").wait_for()
    look(page, "30-offline")
    page.goto(server.url + "/settings")
    assert "No network" in page.locator("main").inner_text()

    server.start(MONDAY)
    page.goto(server.url + "/today")
    page.get_by_text("You’ve done 1 of 7 sets.").wait_for()
    assert page.locator("#outbox").inner_text() == ""
    facts = page.request.get(server.url + "/api/v1/facts").json()["facts"]
    done = [fact for fact in facts if fact["kind"] == "workSet" and "tempo" in fact["body"]]
    assert len(done) == 1 and done[0]["body"]["reps"] == 8

    # The player goes on where it was.
    page.get_by_role("link", name="Go on").click()
    page.get_by_text("Set 2 of 7").wait_for()


def test_what_one_member_left_unsent_is_not_sent_as_another(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path)
    page.goto(server.url + "/train")
    page.get_by_role("button", name="Start the set").wait_for()
    page.route("**/api/v1/facts", lambda route: route.abort())
    page.get_by_role("button", name="Start the set").click()
    page.clock.run_for(60_000)
    page.get_by_role("button", name="Save the set").click()
    page.unroute("**/api/v1/facts")
    invitation = page.context.new_page()
    invitation.goto(server.url + "/settings")
    invitation.get_by_role("button", name="Invite somebody").click()
    path = invitation.locator(".code").inner_text()
    invitation.goto(server.url + "/settings")
    invitation.get_by_role("button", name="Log out").click()
    invitation.goto(server.url + path)
    invitation.get_by_label("Name").fill("Bob")
    invitation.get_by_label("Password").fill(PASSWORD)
    invitation.get_by_role("button", name="Create the account").click()
    invitation.wait_for_url("**/about")
    invitation.goto(server.url + "/history")
    facts = invitation.request.get(server.url + "/api/v1/facts").json()["facts"]
    assert facts == []


def test_without_javascript_everything_but_the_player_works(server, phone, tmp_path):
    server.start(MONDAY)
    page = phone(java_script_enabled=False)
    sign_up(page, server)
    answer_questions(page)
    page.locator("input[type=file]").set_input_files(history(tmp_path))
    page.get_by_role("button", name="Read it").click()
    page.goto(server.url + "/today")
    page.get_by_role("link", name="Log it without the player").click()
    def nth(number):
        return page.get_by_role("group", name=f"set {number} ")
    # What can't be is said beside its field, and nothing that was typed is lost.
    nth(1).get_by_label("Reps").fill("7.5")
    nth(2).get_by_label("Weight").fill("99999")
    nth(3).get_by_label("Weight").fill("-20")
    nth(4).get_by_label("Lowered under control").select_option(label="Lost from rep 3")
    page.get_by_role("button", name="Save").click()
    body = page.locator("main").inner_text()
    assert "“7.5” is not a whole number" in body and "3 things need a second look" in body
    assert "99999 kg is more than anybody moves" in body and "A weight isn’t below 0" in body
    assert nth(1).get_by_label("Reps").input_value() == "7.5"
    assert nth(4).get_by_label("Lowered under control").input_value() == "2"
    look(page, "30-log-to-put-right")
    nth(1).get_by_label("Reps").fill("7")
    nth(2).get_by_label("Weight").fill("60")
    nth(3).get_by_label("Weight").fill("60")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/today")
    assert "Done for today" in page.locator("main").inner_text()
    page.goto(server.url + "/soreness")
    page.get_by_text("Other body parts").click()
    page.get_by_role("group", name="Biceps").get_by_label("3", exact=True).check()
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/today*")
    assert "Soreness today: Biceps 3" in page.locator("main").inner_text()
    look(page, "31-without-javascript")


def test_the_keyboard_alone_reaches_the_player_and_starts_a_set(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path)
    page.goto(server.url + "/today")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Start":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/train")
    # The button that matters has the focus already.
    assert page.evaluate("document.activeElement.textContent") == "Start the set"
    page.keyboard.press("Enter")
    page.clock.run_for(3500)
    assert page.locator(".word").inner_text() == "Lift"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(server, phone, tmp_path, scheme):
    page = prepared(server, phone, tmp_path, color_scheme=scheme, reduced_motion="reduce")
    found = []
    for path in MEMBERS:
        page.goto(server.url + path)
        for details in page.locator("details").all():
            details.evaluate("(element) => { element.open = true; }")
        look(page, f"40-{scheme}{path.replace('/', '-')}")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 390, f"{path} is {width} wide"
        found += violations(page, path)
    page.goto(server.url + "/train")
    page.get_by_role("button", name="Start the set").click()
    page.clock.run_for(5000)
    found += violations(page, "the player, lowering")
    page.get_by_role("button", name="End the set").click()
    found += violations(page, "the player, after a set")
    assert not found, "\n".join(found)


def violations(page, where):
    rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
    result = Axe().run(page, options=rules)
    return [f"{where}: {entry['id']}: {node['html'][:120]}: {node['failureSummary'][:200]}"
            for entry in result.response["violations"] for node in entry["nodes"]]


def test_the_tempo_of_a_set_is_what_was_prescribed(server, phone, tmp_path):
    page = prepared(server, phone, tmp_path)
    page.goto(server.url + "/train")
    spans = page.evaluate("""async () => {
      const { timeline, at, phases } = await import('/assets/tempo.js');
      const negative = { begins: 'concentric', eccentricSeconds: 5, pauseBottomSeconds: 1,
        pauseTopSeconds: 0 };
      const bench = { toDo: { set: { reps: 3 }, repsUpTo: 4 }, begins: 'eccentric', eccentricSeconds: 4,
        pauseBottomSeconds: 1, concentricSeconds: 2, pauseTopSeconds: 0.5 };
      const half = at(timeline(bench), 2);
      return {
        negative: phases(negative), reps: timeline(bench).at(-1).rep, total: timeline(bench).at(-1).end,
        phase: half.phase, height: half.height, over: at(timeline(bench), 30) ?? null,
      };
    }""")
    assert spans["negative"] == [
        {"phase": "assisted", "seconds": 3}, {"phase": "eccentric", "seconds": 5},
        {"phase": "pauseBottom", "seconds": 1}]
    assert spans["reps"] == 4 and spans["total"] == 30
    assert spans["phase"] == "eccentric" and spans["height"] == 0.5
    assert spans["over"] is None
