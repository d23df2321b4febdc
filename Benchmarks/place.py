#!/usr/bin/env python3
"""How long a place with 500 members and three years of posts takes to answer, and how much it sends.

    place.py [SERVER]      SERVER is the built `eccentric`; .build/release/eccentric where none is named

A server on a fresh file in a temporary folder, filled by SQL; then each page so many times in turn, from this
machine. Medians and the 95th percentile are of whole requests, pages packed as browsers take them.
"""

import gzip
import hashlib
import http.client
import pathlib
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import uuid

SERVER = sys.argv[1] if len(sys.argv) > 1 else ".build/release/eccentric"
MEMBERS, WEEKS, COMMENTS, LONGEST_THREAD, TURNS = 500, 156, 12, 300, 200
NOW = int(time.time())
TOKEN = "a-token-for-the-benchmark"

TEXT = """---
title: Strength With Weights, week {week}
week: {week}
video: https://www.youtube.com/watch?v=dQw4w9WgXcQ
---
This week is all about the way down. Take a little less than you are used to.

## A
- Squat: 3 x 6 @ 75%, tempo 2-0-1-0, keep 2 in reserve, rest 3 min
- Leg extension: 2 x 10, tempo 2-0-1-0, keep 2 in reserve, then 1 x 5 negative @ 40%, 4 s, two up
- Lat pulldown: 3 x 8, tempo 2-0-1-0, keep 2 in reserve, rest 2 min

## B
- Dumbbell bench press: 3 x 8, tempo 2-0-1-0, keep 2 in reserve, rest 2 min
- Lat pulldown: 2 x 8 @ 70%, tempo 2-0-1-0, then 1 x 4 negative @ 40%, 4 s, two up
- Biceps curl: 3 x 8, tempo 2-0-1-0, keep 2 in reserve, rest 90 s
"""


def new():
    return str(uuid.uuid4()).upper()


def fill(path):
    database = sqlite3.connect(path)
    members = [(new(), new(), f"Member {index}") for index in range(MEMBERS + 1)]
    for index, (account, athlete, name) in enumerate(members):
        database.execute(
            "INSERT INTO account (id, name, name_key, password, is_owner, created_at) VALUES (?, ?, ?, 'nobody', ?, ?)",
            (account, name, name.lower(), index == 0, NOW))
        database.execute("INSERT INTO athlete (id, account, time_zone) VALUES (?, ?, 'UTC')", (athlete, account))
        if index:
            database.execute(
                "INSERT INTO coaching (athlete, coach, begun_at, sees) VALUES (?, ?, ?, 'sessions')",
                (athlete, members[0][0], NOW))
    posts = [new() for _ in range(WEEKS)]
    for index, post in enumerate(posts):
        at = NOW - (WEEKS - index) * 7 * 86_400
        text = TEXT.format(week=index)
        database.execute(
            "INSERT INTO post (id, author, created_at) VALUES (?, ?, ?)", (post, members[0][0], at))
        database.execute(
            "INSERT INTO post_version VALUES (?, 1, 'members', NULL, ?, ?, ?, ?, ?)",
            (post, f"Strength With Weights, week {index}", text, text.lower(), at, at))
        for entry in range(LONGEST_THREAD if index == WEEKS - 1 else COMMENTS):
            author = members[1 + (index * 7 + entry * 13) % MEMBERS][0]
            database.execute(
                "INSERT INTO comment (post, entry, id, author, text, written_at) VALUES (?, ?, ?, ?, ?, ?)",
                (post, entry + 1, new(), author, "How slow is **slow**, and does it count when I am sore?", at + entry))
        for account, _, _ in members[1:]:
            database.execute("INSERT INTO post_reading VALUES (?, ?, ?, 5)", (post, account, at))
    for index, token in ((0, TOKEN + "-coach"), (1, TOKEN)):
        database.execute(
            "INSERT INTO login VALUES (?, ?, ?, ?)",
            (hashlib.sha256(token.encode()).hexdigest(), members[index][0], NOW, NOW + 86_400))
    database.commit()
    database.close()
    return posts


def measure(port, path, token):
    times, size, plain = [], 0, 0
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for _ in range(TURNS):
        start = time.perf_counter()
        connection.request("GET", path, headers={"Cookie": f"eccentric={token}", "Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        body = answer.read()
        times.append((time.perf_counter() - start) * 1000)
        assert answer.status == 200, f"{path}: {answer.status}"
        size, plain = len(body), len(gzip.decompress(body))
    return statistics.median(times), statistics.quantiles(times, n=20)[18], size, plain


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "place.sqlite"

        def serve():
            process = subprocess.Popen(
                [SERVER, "serve", "--port", "0", "--database", str(path)], stdout=subprocess.PIPE, text=True)
            return process, int(re.search(r":(\d+)", process.stdout.readline())[1])

        process, _ = serve()
        process.terminate()
        process.wait(20)
        posts = fill(path)
        process, port = serve()
        try:
            print(f"{MEMBERS} members, {WEEKS} posts, {TURNS} requests each\n")
            print("| page | median | 95 % | sent | unpacked |\n| --- | --- | --- | --- | --- |")
            for name, address, token in [
                ("a post with 12 comments", f"/posts/read?post={posts[50]}", TOKEN),
                (f"a post with {LONGEST_THREAD} comments", f"/posts/read?post={posts[-1]}", TOKEN),
                ("the same for its author, with its reach", f"/posts/read?post={posts[-1]}", TOKEN + "-coach"),
                ("the list of posts", "/posts", TOKEN),
                ("a search in three years", "/posts?search=week%2042", TOKEN),
            ]:
                median, late, size, plain = measure(port, address, token)
                print(f"| {name} | {median:.1f} ms | {late:.1f} ms | {size / 1000:.0f} kB | {plain / 1000:.0f} kB |")
        finally:
            process.terminate()
            process.wait(20)


main()
