"""Looking around in a made-up place: every page has something to show, and says that nobody in it is real."""

from axe_playwright_python.sync_playwright import Axe

from conftest import MONDAY, look

PAGES = ["/today", "/history", "/posts", "/program", "/measure", "/members", "/settings", "/learn", "/soreness"]


def test_every_page_of_the_sample_shows_something(server, phone):
    server.start(MONDAY, "--sample")
    for who in ("Maria", "Bea"):
        page = phone(now=MONDAY, color_scheme="dark" if who == "Bea" else "light")
        page.set_default_timeout(60_000)
        page.goto(server.url + "/")
        page.get_by_role("link", name="made-up place").first.click()
        look(page, "90-look")
        page.get_by_role("button", name=who).click()
        page.wait_for_url("**/today")
        for path in PAGES:
            page.goto(server.url + path)
            look(page, f"91-{who}{path.replace('/', '-')}")
            assert "made-up place" in page.locator(".made-up").inner_text()
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            result = Axe().run(page)
            assert result.violations_count == 0, path + result.generate_report()
        page.goto(server.url + "/posts")
        page.locator(".posts a").first.click()
        page.get_by_role("heading", name="Comments").wait_for()
        look(page, f"92-{who}-post")
