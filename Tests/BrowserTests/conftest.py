"""A real server on a real file, and a real browser at the size of a phone."""

import os
import pathlib
import re
import shutil
import subprocess

import pytest
from playwright.sync_api import Error as PlaywrightError, sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("ECCENTRIC_BINARY", ROOT / ".build/debug/eccentric"))
SCREENSHOTS = pathlib.Path(__file__).parent / "screenshots"
PHONE = {"width": 390, "height": 844}
PASSWORD = "correct horse battery"


class Server:
    """`eccentric serve`, whose clock starts where a test wants it."""

    def __init__(self, folder):
        self.database = folder / "data.sqlite"
        self.process = None
        self.port = 0

    def start(self, now, *more):
        self.stop()
        self.process = subprocess.Popen(
            [str(BINARY), "serve", "--port", str(self.port), "--database", str(self.database), "--now", now, *more],
            stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if "Making up" in line:
            line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        assert found, f"the server said: {line}"
        # The same address after a restart, as a real installation has.
        self.port = int(found.group(1))
        return self

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=20)
            self.process = None

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"


@pytest.fixture
def server(tmp_path):
    running = Server(tmp_path)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser():
    shutil.rmtree(SCREENSHOTS, ignore_errors=True)
    SCREENSHOTS.mkdir()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def phone(browser, server):
    """Makes pages as a phone shows them; what goes wrong in a page fails the test."""
    contexts = []
    wrong = []

    def make(now=None, **options):
        options.setdefault("color_scheme", "light")
        context = browser.new_context(
            viewport=PHONE, device_scale_factor=2, has_touch=True, is_mobile=True,
            locale="en-GB", timezone_id="Europe/Berlin", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        if now:
            page.clock.install(time=now)
        return page

    yield make
    for context in contexts:
        context.close()
    # A phone that can't reach the server, or whose form is handed back to be put right, says so in
    # its console; that is no mistake of ours.
    gone = ("net::ERR_", "Failed to fetch", "status of 422")
    assert [text for text in wrong if not any(sign in text for sign in gone)] == []


def until(page, expression):
    """Waits until an expression, of a promise too, is true in the page."""
    for _ in range(200):
        try:
            if page.evaluate(expression):
                return
        except PlaywrightError:
            # The page is on its way to another.
            pass
        page.wait_for_timeout(50)
    raise AssertionError(f"never came true: {expression}")


def look(page, name):
    """Keeps a picture of the whole page, to be looked at."""
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)


def sign_up(page, server, name="Ada"):
    page.goto(server.url + "/")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Create the account").click()
    page.wait_for_url("**/about")


def answer_questions(page, training="2 years", yes=()):
    page.get_by_label("How long have you trained").select_option(label=training)
    page.get_by_label("Body mass").fill("80")
    page.get_by_label("Year of birth").fill("1990")
    page.get_by_label("Where is that?").select_option(label="In a gym that has everything")
    for question in page.locator("fieldset.question").all():
        text = question.locator("legend").inner_text()
        said = "Yes" if any(word in text for word in yes) else "No"
        question.get_by_label(said, exact=True).check()
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/import")


HEADER = ('"title","start_time","end_time","description","exercise_title","superset_id",'
          '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"')


def history(tmp_path):
    """Four weeks of two workouts, with a weight that is none and an exercise nobody knows."""
    rows = [HEADER]
    for week, day in enumerate([2, 9, 16, 23]):
        for name, kilograms, reps in [("Lat Pulldown (Cable)", 55 + week, 8), ("Bicep Curl (Dumbbell)", 14, 10)]:
            for index in range(3):
                rows.append(f'"Pull","{day} Feb 2026, 18:00","{day} Feb 2026, 19:00","","{name}",,"",{index},"normal",{kilograms},{reps},,,8')
        for name, kilograms, reps in [("Squat (Barbell)", 90 + 2.5 * week, 5), ("Bench Press (Barbell)", 70, 6)]:
            for index in range(3):
                rows.append(f'"Legs and push","{day + 3} Feb 2026, 18:00","{day + 3} Feb 2026, 19:00","","{name}",,"",{index},"normal",{kilograms},{reps},,,8')
    rows.append('"Pull","23 Feb 2026, 18:00","23 Feb 2026, 19:00","","Lat Pulldown (Cable)",,"",3,"normal",heavy,8,,,')
    rows.append('"Pull","23 Feb 2026, 18:00","23 Feb 2026, 19:00","","Zercher Carousel",,"",4,"normal",20,8,,,')
    file = tmp_path / "hevy.csv"
    file.write_text("\n".join(rows) + "\n")
    return file


MONDAY = "2026-03-02T17:00:00Z"


def prepared(server, phone, tmp_path, program=None, now=MONDAY, **options):
    """A lifter with a history, and a program where one is given."""
    server.start(now)
    page = phone(now=now, **options)
    sign_up(page, server)
    answer_questions(page)
    page.locator("input[type=file]").set_input_files(history(tmp_path))
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("heading", name="What was understood").wait_for()
    if program:
        follow(page, server, program)
    return page


def follow(page, server, program):
    """Writes a program and follows it."""
    page.goto(server.url + "/program/edit")
    page.get_by_label("A post in Markdown").fill(program)
    page.get_by_role("button", name="Save and use").click()
    page.wait_for_url("**/today")
