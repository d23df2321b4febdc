"""A coach writes a themed week with a video; a member reads, asks, takes and trains it; strangers read what is open."""

import re
import xml.etree.ElementTree as ElementTree

from axe_playwright_python.sync_playwright import Axe

from conftest import MONDAY, PASSWORD, answer_questions, history, look, sign_up, until

TEXT = """---
title: Strength With Weights: negatives
week: 6
video: https://www.youtube.com/watch?v=dQw4w9WgXcQ
---
This week is all about the way down. Legs like jelly right after are part of it.

## A
- [Lat pulldown](https://youtu.be/dQw4w9WgXcQ): 3 x 8 @ 70%, tempo 3-0-1-0, keep 2 in reserve
- Biceps curl: 3 x 10, tempo 2-0-1-0, keep 2 in reserve
"""


def no_overflow(page):
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def accessible(page):
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()


def member_of(server, phone, tmp_path, coach, name):
    """Somebody whom the coach invited, with a history, and who lets the coach coach them."""
    coach.goto(server.url + "/settings")
    coach.get_by_role("button", name="Invite somebody").click()
    invitation = coach.locator(".code").first.inner_text()
    member = phone(now=MONDAY)
    member.goto(invitation if invitation.startswith("http") else server.url + invitation)
    member.get_by_label("Name").fill(name)
    member.get_by_label("Password").fill(PASSWORD)
    member.get_by_role("button", name="Create the account").click()
    member.wait_for_url("**/about")
    answer_questions(member)
    member.locator("input[type=file]").set_input_files(history(tmp_path))
    member.get_by_role("button", name="Read it").click()
    member.get_by_role("heading", name="What was understood").wait_for()
    return member


def test_a_week_is_written_read_asked_about_taken_and_trained(server, phone, tmp_path):
    server.start(MONDAY)
    coach = phone(now=MONDAY)
    sign_up(coach, server, name="Maria")
    member = member_of(server, phone, tmp_path, coach, "Bob")

    # She lets open posts out, and writes; what is missing is said, nothing typed is lost.
    coach.goto(server.url + "/settings")
    look(coach, "70-owner")
    accessible(coach)
    coach.get_by_role("button", name="Let open posts out").click()
    coach.goto(server.url + "/posts")
    look(coach, "71-no-posts")
    coach.get_by_role("link", name="Write one").click()
    box = coach.get_by_label("In Markdown")
    box.fill(TEXT.replace("title: Strength With Weights: negatives\n", ""))
    until(coach, "document.getElementById('findings').innerText.includes('no title yet')")
    coach.get_by_label("For whom").select_option(label="Everybody, on the web too")
    coach.get_by_role("button", name="Publish", exact=True).click()
    assert "needs a title" in coach.get_by_role("alert").inner_text()
    assert coach.get_by_label("For whom").input_value() == "web"
    coach.get_by_label("In Markdown").fill(TEXT)
    until(coach, "document.getElementById('findings').innerText.includes('1 workout, 2 exercises')")
    coach.get_by_text("How it reads").click()
    look(coach, "72-writing")
    accessible(coach)
    no_overflow(coach)
    coach.get_by_role("button", name="Publish", exact=True).click()
    coach.get_by_role("heading", name="Strength With Weights: negatives").wait_for()

    # Today tells Bob; he reads. Nothing foreign is asked for before a tap, and then one frame.
    asked = []
    member.route(re.compile(r"^https://"), lambda route: (
        asked.append(route.request.url),
        route.fulfill(status=200, content_type="text/html", body="<p>a player</p>")))
    member.goto(server.url + "/today")
    look(member, "73-this-week")
    member.get_by_role("link", name="Strength With Weights: negatives").click()
    member.get_by_text("jelly").wait_for()
    look(member, "74-post")
    accessible(member)
    no_overflow(member)
    assert asked == []
    member.locator(".video > a").first.click()
    until(member, "document.querySelector('.playing iframe') !== null")
    inner = member.frame_locator(".playing iframe").frame_locator("iframe")
    inner.get_by_text("a player").wait_for()
    assert asked == ["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0"]

    # He asks, she answers, he sees it as new.
    member.get_by_label("What do you say?").fill("@Maria how slow is **slow**?")
    member.get_by_role("button", name="Send").last.click()
    member.locator(".said-text", has_text="how slow is").wait_for()
    coach.goto(server.url + "/posts")
    assert "1 new comment" in coach.locator(".posts").inner_text()
    coach.get_by_role("link", name="Strength With Weights: negatives").click()
    coach.locator("summary", has_text="Answer").click()
    coach.get_by_label("Your answer").fill("Four seconds, @Bob.")
    coach.get_by_role("button", name="Send").first.click()
    coach.locator(".said-text", has_text="Four seconds").wait_for()
    member.goto(server.url + "/today")
    assert "spoken to" in member.locator("main").inner_text()
    member.goto(server.url + "/posts")
    look(member, "75-posts")
    accessible(member)
    member.get_by_role("link", name="Strength With Weights: negatives").click()
    member.locator(".said-text", has_text="Four seconds").wait_for()
    look(member, "76-comments")
    accessible(member)

    # He looks at his own numbers, takes it, and trains.
    member.get_by_role("link", name="What it would be for you").click()
    member.locator(".yours").first.wait_for()
    look(member, "77-with-numbers")
    member.get_by_role("button", name="Train this").click()
    member.wait_for_url("**/today")
    assert "Strength With Weights" in member.locator(".card.next").inner_text()
    member.get_by_role("link", name="Start").click()
    member.locator("#player").get_by_text("Lat pulldown").first.wait_for()
    asked.clear()
    film = member.get_by_role("button", name="Video of it (youtu.be)")
    film.wait_for()
    assert asked == []
    film.click()
    member.frame_locator(".film iframe").frame_locator("iframe").get_by_text("a player").wait_for()
    assert asked == ["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0"]
    look(member, "77b-film-beside-the-set")

    # She sees that it was read and taken.
    coach.goto(server.url + "/posts")
    coach.get_by_role("link", name="Strength With Weights: negatives").click()
    assert "Read by 1 · taken by 1 · done by 0" in coach.locator("#reach").inner_text()
    look(coach, "78-reach")
    accessible(coach)

    # A stranger reads the open post and the feed; a foreign reader of feeds understands it.
    stranger = phone(now=MONDAY)
    stranger.goto(server.url + "/")
    stranger.get_by_role("heading", name="Strength With Weights: negatives").wait_for()
    look(stranger, "79-front")
    accessible(stranger)
    no_overflow(stranger)
    assert stranger.get_by_text("Four seconds").count() == 0
    answer = stranger.request.get(server.url + "/feed.xml")
    feed = ElementTree.fromstring(answer.body())
    atom = "{http://www.w3.org/2005/Atom}"
    assert feed.findtext(f"{atom}entry/{atom}title") == "Strength With Weights: negatives"
    content = feed.findtext(f"{atom}entry/{atom}content")
    assert "jelly" in content and "Lat pulldown" in content
    picture = stranger.locator("meta[property='og:image']").get_attribute("content")
    shown = stranger.request.get(picture)
    assert shown.headers["content-type"] == "image/png" and shown.body()[:4] == b"\x89PNG"


def test_on_a_wide_screen_and_in_the_dark(server, browser, phone):
    server.start(MONDAY)
    coach = phone(now=MONDAY, color_scheme="dark")
    sign_up(coach, server, name="M" + "a" * 59 + "nnnn")
    coach.goto(server.url + "/settings")
    coach.get_by_role("button", name="Let open posts out").click()
    for week in range(3):
        coach.goto(server.url + "/posts/write")
        title = f"Week {week} " + "w" * 60
        coach.get_by_label("In Markdown").fill(
            TEXT.replace("Strength With Weights: negatives", title))
        coach.get_by_label("For whom").select_option("web")
        coach.get_by_role("button", name="Publish", exact=True).click()
        coach.get_by_role("heading", name=title).wait_for()
    coach.set_viewport_size({"width": 360, "height": 740})
    for path, name in (("/posts", "list"), ("/", "front"), ("/settings", "settings")):
        if path == "/":
            coach.context.clear_cookies()
        coach.goto(server.url + path)
        look(coach, f"80-dark-{name}")
        no_overflow(coach)
        accessible(coach)
        if path == "/posts":
            coach.goto(server.url + "/settings")
            no_overflow(coach)
    coach.set_viewport_size({"width": 1280, "height": 900})
    coach.goto(server.url + "/")
    look(coach, "81-wide-front")
    no_overflow(coach)
