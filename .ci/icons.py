#!/usr/bin/env python3
"""Draws the raster icons and the picture that links show elsewhere from the icon's SVG, with a browser."""

import pathlib
import shutil

from playwright.sync_api import sync_playwright

ASSETS = pathlib.Path(__file__).resolve().parents[1] / "Sources/Web/Assets"
ICON = (ASSETS / "icon.svg").read_text()

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path=shutil.which("chromium"), args=["--no-sandbox"])

    def draw(name, width, height, html):
        page = browser.new_page(viewport={"width": width, "height": height})
        page.set_content(f"<style>* {{ margin: 0 }} svg {{ display: block }}</style>{html}")
        page.screenshot(path=ASSETS / name, omit_background=True)
        page.close()

    for size in (192, 512):
        draw(f"icon-{size}.png", size, size, ICON.replace("<svg ", f'<svg width="{size}" height="{size}" '))
    # What phones cut to a shape of their own has no round corners and room at its edges.
    full = ICON.replace('rx="14" ', "").replace('viewBox="0 0 64 64"', 'viewBox="-10 -10 84 84"')
    for name, size in (("icon-touch.png", 180), ("icon-maskable.png", 512)):
        draw(name, size, size, f'<body style="background:#14161a">{full.replace("<svg ", f"<svg width={size} height={size} ")}')
    draw("share.png", 1200, 630, f"""
      <body style="background:#14161a;color:#eef0f3;font:600 76px/1.15 DejaVu Sans, sans-serif">
      <div style="display:flex;align-items:center;gap:56px;height:630px;padding:0 80px">
      <div style="flex:none;width:300px">{ICON.replace("<svg ", '<svg width="300" height="300" ')}</div>
      <div>Eccentric<p style="font:400 44px/1.3 DejaVu Sans, sans-serif;color:#a9b0bb;margin-top:24px">
      The lowering half<br>of every rep</p></div></div>""")
    browser.close()
