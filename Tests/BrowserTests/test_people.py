"""An athlete lets a coach in, the coach looks, and the athlete ends it; on a phone and on a wide screen."""

import io
import json
import uuid

import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from PIL import Image

from conftest import PASSWORD, answer_questions, history, look, sign_up

MONDAY = "2026-03-02T17:00:00Z"
WIDE = {"width": 1440, "height": 900}
SMALL = {"width": 360, "height": 740}


def fits(page):
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def accessible(page):
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def join(phone, server, invitation, name):
    page = phone(now=MONDAY)
    page.goto(invitation if invitation.startswith("http") else server.url + invitation)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Create the account").click()
    page.wait_for_url("**/about")
    return page


def add(page, server, facts):
    answer = page.request.post(
        server.url + "/api/v1/facts", data=json.dumps({"facts": facts}),
        headers={"Content-Type": "application/json", "Sec-Fetch-Site": "same-origin"})
    assert answer.ok, answer.text()


def fact(kind, body, at="2026-03-02T16:00:00Z"):
    return {"id": str(uuid.uuid4()).upper(), "at": at, "kind": kind, "version": 1, "body": body}


def test_a_coach_is_let_in_sees_what_was_chosen_and_is_let_go(server, phone, tmp_path):
    server.start(MONDAY)
    coach = phone(now=MONDAY)
    sign_up(coach, server, name="Ada")
    coach.goto(server.url + "/settings")
    coach.get_by_role("button", name="Invite somebody").click()
    member = join(phone, server, coach.locator(".code").inner_text(), "Bob Featherstonehaugh")
    answer_questions(member)
    member.locator("input[type=file]").set_input_files(history(tmp_path))
    member.get_by_role("button", name="Read it").click()
    member.get_by_role("heading", name="What was understood").wait_for()
    add(member, server, [
        fact("checkIn", {"soreness": {"lats": 7, "elbowFlexors": 5}, "symptoms": [], "pains": [
            {"bodyPart": "elbowFlexors", "quality": "sharp", "tissue": "joint"}]}),
        fact("checkIn", {"soreness": {"lats": 2}}, at="2026-02-25T08:00:00Z"),
        fact("strengthTest", {"exercise": "bench-press", "reps": 1, "load": {"external": "95 kg"}}),
        fact("workSet", {"exercise": "biceps-curl", "kind": "negative", "side": "left", "reps": 6,
                         "load": {"external": "12 kg"}, "tempo": "5-0-A-0", "controlledReps": 5},
             at="2026-02-27T16:00:00Z"),
    ])

    # The coach's link is whole, is copied with a button, and reads the same from the screen.
    coach.goto(server.url + "/members")
    coach.get_by_role("button", name="Make an invitation").click()
    link = coach.locator("#link").inner_text()
    assert link.startswith(server.url + "/coach/take?code=")
    picture = Image.open(io.BytesIO(coach.locator("svg.qr").screenshot()))
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [link]
    coach.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.url)
    coach.get_by_role("button", name="Copy it").click()
    assert coach.evaluate("navigator.clipboard.readText()") == link
    look(coach, "80-invitation")
    accessible(coach)
    fits(coach)

    # Nothing is ticked beforehand; what each means stands beside it.
    member.goto(link)
    assert member.locator("input:checked").count() == 0
    member.get_by_label("Sessions").check()
    member.get_by_label("Soreness and pain").check()
    look(member, "81-what-a-coach-may-see")
    accessible(member)
    fits(member)
    member.get_by_role("button", name="Let Ada coach me").click()
    member.get_by_role("heading", name="Your coaches").wait_for()

    # The list on a phone.
    coach.goto(server.url + "/members")
    for _ in range(50):
        if "being worked out" not in coach.locator("main").inner_text():
            break
        coach.reload()
    row = coach.get_by_role("row", name="Bob")
    assert "Sharp pain in a joint" in row.inner_text()
    look(coach, "82-roster")
    accessible(coach)
    fits(coach)
    coach.set_viewport_size(SMALL)
    fits(coach)
    coach.set_viewport_size(WIDE)
    look(coach, "83-roster-wide")
    accessible(coach)
    fits(coach)

    # The member's pages, on both.
    coach.get_by_role("link", name="Bob").click()
    look(coach, "84-member-wide")
    coach.set_viewport_size(SMALL)
    for name, shot in [("Today", "85-member"), ("Sessions", "86-member-sessions"),
                       ("For a physio", "87-physio"), ("Limits", "88-limits")]:
        coach.get_by_role("navigation", name="Bob").get_by_role("link", name=name).click()
        coach.locator("h1").wait_for()
        look(coach, shot)
        accessible(coach)
        fits(coach)
        if name == "Limits":
            coach.go_back()
    assert coach.get_by_role("link", name="Measurements").count() == 0
    coach.get_by_role("link", name="For a physio").click()
    coach.emulate_media(media="print")
    coach.set_viewport_size({"width": 794, "height": 1123})
    look(coach, "89-physio-printed")
    coach.emulate_media(media="screen")
    coach.set_viewport_size(SMALL)

    # They write to one another.
    coach.get_by_role("link", name="Messages").click()
    coach.get_by_label("To Bob").fill("Leave the curls out this week.\nHow is the elbow?")
    coach.get_by_role("button", name="Send").click()
    member.goto(server.url + "/settings")
    member.get_by_role("link", name="Your coaches").click()
    member.get_by_role("link", name="Messages (1 new)").click()
    member.get_by_label("To Ada").fill("Better.")
    member.get_by_role("button", name="Send").click()
    assert "How is the elbow?" in member.locator("main").inner_text()
    look(member, "90-messages")
    accessible(member)

    # The athlete sees who looked, narrows it, and ends it.
    member.goto(server.url + "/coach")
    assert "your day and forecast" in member.locator("main").inner_text()
    look(member, "91-your-coaches")
    accessible(member)
    fits(member)
    member.get_by_text("Change what Ada sees").click()
    member.locator(".coach").get_by_label("Soreness and pain").uncheck()
    member.locator(".coach").get_by_role("button", name="Save").click()
    coach.goto(server.url + "/members")
    coach.get_by_role("row", name="Bob").wait_for()
    assert "Sharp" not in coach.locator("main").inner_text()
    assert "not shared" in coach.get_by_role("row", name="Bob").inner_text()
    coach.get_by_role("link", name="Bob").click()
    look(coach, "92-narrowed")
    assert "Sharp" not in coach.locator("main").inner_text()
    address = coach.url
    member.get_by_role("button", name="Ada coaches me no longer").click()
    assert coach.request.get(address).status == 403
