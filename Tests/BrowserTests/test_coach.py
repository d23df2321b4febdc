"""A coach sets limits for a member, who sees them and their reasons."""

from axe_playwright_python.sync_playwright import Axe

from conftest import PASSWORD, answer_questions, history, look, sign_up

MONDAY = "2026-03-02T17:00:00Z"


def test_a_coach_makes_limits_stricter_and_the_member_sees_why(server, phone, tmp_path):
    server.start(MONDAY)

    # Ada owns the place, and invites Bob.
    coach = phone(now=MONDAY)
    sign_up(coach, server, name="Ada")
    coach.goto(server.url + "/settings")
    coach.get_by_role("button", name="Invite somebody").click()
    invitation = coach.locator(".code").inner_text()

    # Bob trains, has negatives today, and lets Ada coach him.
    member = phone(now=MONDAY)
    member.goto(server.url + invitation)
    member.get_by_label("Name").fill("Bob")
    member.get_by_label("Password").fill(PASSWORD)
    member.get_by_role("button", name="Create the account").click()
    member.wait_for_url("**/about")
    answer_questions(member)
    member.locator("input[type=file]").set_input_files(history(tmp_path))
    member.get_by_role("button", name="Read it").click()
    member.get_by_role("link", name="To today").click()
    assert "Negatives" in member.locator("main").inner_text()
    member.goto(server.url + "/settings")
    member.get_by_role("link", name="Your coaches").click()
    member.get_by_role("button", name="Make an invitation").click()
    link = member.locator("#link").inner_text()
    assert link.startswith(server.url)

    # A wrong code says so; the right one works once.
    coach.goto(server.url + "/members/take?code=not-a-code")
    assert "doesn’t hold" in coach.locator("main").inner_text()
    coach.goto(link)
    assert "You would see nothing" in coach.locator("main").inner_text()
    coach.get_by_role("button", name="Coach Bob").click()
    look(coach, "60-members")
    coach.get_by_role("link", name="Bob").click()
    assert "Not shared" in coach.locator("main").inner_text()
    coach.get_by_role("link", name="Limits").click()

    # Nonsense is handed back; what is understood is kept.
    coach.get_by_label("Percent of the one-rep maximum").fill("lots")
    coach.get_by_role("button", name="Save").click()
    assert "number from 0 to 120" in coach.locator("main").inner_text()
    coach.get_by_label("Percent of the one-rep maximum").fill("60")
    coach.get_by_label("Biceps").check()
    coach.get_by_label("Lats").check()
    coach.get_by_role("button", name="Save").click()
    coach.get_by_role("heading", name="What you set").wait_for()
    look(coach, "61-limits")
    assert Axe().run(coach).violations_count == 0

    # Bob's session is smaller now, says why, and Bob sees who set it.
    member.goto(server.url + "/today")
    look(member, "62-limited-today")
    assert "says your coach" in member.locator("main").inner_text()
    member.goto(server.url + "/settings")
    look(member, "63-settings-of-a-member")
    assert "Ada" in member.locator("main").inner_text()
    assert Axe().run(member).violations_count == 0

    # It ends when Bob says so.
    member.goto(server.url + "/coach")
    member.get_by_role("button", name="Ada coaches me no longer").click()
    member.goto(server.url + "/today")
    assert "says your coach" not in member.locator("main").inner_text()
