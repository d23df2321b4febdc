#!/usr/bin/env python3
"""Talks to Eccentric: what is on today, a set that was done, and all that is kept. No packages needed.

    ECCENTRIC=http://127.0.0.1:8080 TOKEN=eccentric_… docs/client.py today
    … docs/client.py log squat 5 --load "60 kg"
    … docs/client.py history
"""

import argparse
import datetime
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
import uuid


def call(method, path, body=None, **query):
    """One call: the answer as JSON, or an end with what was wrong, line by line."""
    asked = {name: value for name, value in query.items() if value is not None}
    request = urllib.request.Request(
        os.environ["ECCENTRIC"] + "/api/v1" + path + ("?" + urllib.parse.urlencode(asked) if asked else ""),
        method=method, data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": "Bearer " + os.environ["TOKEN"], "Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        problem = json.load(error)
        sys.exit("\n".join([problem["detail"]] + [item["message"] for item in problem["problems"]]))


def pages(path, name):
    """Every entry of a list, however many pages it has."""
    after = None
    while True:
        page = call("GET", path, after=after)
        yield from page[name]
        after = page.get("next")
        if after is None:
            return


def today(_):
    prescription = call("GET", "/today")
    for reason in prescription.get("refusal", {}).get("because", []):
        print(reason)
    for exercise in prescription.get("session", {}).get("exercises", []):
        for dose in exercise["doses"]:
            print(f"{exercise['name']}: {dose['sets']} x {dose['reps']}, tempo {dose['tempo']}")


def log(said):
    # The id is made here, so that sending it again after a lost answer keeps it once.
    fact = {"id": str(uuid.uuid4()), "at": f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%dT%H:%M:%SZ}",
            "kind": "workSet", "version": 1, "body": {"exercise": said.exercise, "reps": said.reps}}
    if said.load:
        fact["body"]["load"] = {"external": said.load}
    if said.at:
        fact["at"] = said.at
    print("kept" if call("POST", "/facts", {"facts": [fact]})["new"] else "was kept before")


def history(_):
    for fact in pages("/facts", "facts"):
        print(fact["at"], fact["kind"], json.dumps(fact["body"], sort_keys=True))


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
verbs = parser.add_subparsers(required=True)
verbs.add_parser("today").set_defaults(run=today)
verbs.add_parser("history").set_defaults(run=history)
logging = verbs.add_parser("log")
logging.add_argument("exercise")
logging.add_argument("reps", type=int)
logging.add_argument("--load", help="as in “60 kg”")
logging.add_argument("--at", help="when, as in 2026-03-02T16:00:00Z; else now")
logging.set_defaults(run=log)
said = parser.parse_args()
said.run(said)
