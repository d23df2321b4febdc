"""The API as other programs meet it: held against its own description, its documentation run."""

import json
import os
import random
import re
import subprocess
import sys
import uuid

import hypothesis
import pytest
import requests
import schemathesis
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance, response_headers_conformance, response_schema_conformance, status_code_conformance)

from conftest import MONDAY, PASSWORD, ROOT, history

SCOPES = ("read", "write", "coach")
HERE = {"Sec-Fetch-Site": "same-origin"}


class Somebody:
    """Somebody in a browser, as far as the server can tell."""

    def __init__(self, server, name, invitation=""):
        self.url = server.url
        self.session = requests.Session()
        self.session.headers.update(HERE)
        self.form("/signup", name=name, password=PASSWORD, timeZone="Europe/Berlin", invitation=invitation)

    def form(self, path, **fields):
        answer = self.session.post(self.url + path, data=fields)
        assert answer.status_code < 400, answer.text
        return answer.text

    def token(self, *scopes):
        page = self.form("/settings/tokens", name="A test", scope=list(scopes))
        return re.search(r"eccentric_[\w-]+", page)[0]


def bearer(token):
    return {"Authorization": f"Bearer {token}"} if token else {}


class Place:
    """A place with a coach who has a history, a post with a comment, and a member."""

    def __init__(self, server, tmp_path):
        server.start(MONDAY)
        self.server = server
        self.ada = Somebody(server, "Ada")
        with open(history(tmp_path), "rb") as file:
            answer = self.ada.session.post(server.url + "/import", files={"file": file})
        assert answer.status_code == 200, answer.text
        code = re.search(r"invitation=([\w-]+)", self.ada.form("/settings/invitation"))[1]
        self.ben = Somebody(server, "Ben", code)
        code = re.search(r"/members/take\?code=([\w-]+)", self.ben.form("/coach/invite", sees="sessions"))[1]
        self.ada.form("/members/take", code=code)
        self.all = self.ada.token(*SCOPES)
        self.ids = {"post": str(uuid.uuid4()), "comment": str(uuid.uuid4())}
        self.call("PUT", f"/posts/{self.ids['post']}", {
            "text": "---\ntitle: A\n---\n## A\n- Squat: 3 x 5 @ 60 kg\n", "audience": "place", "publish": True})
        self.call("PUT", f"/posts/{self.ids['post']}/comments/{self.ids['comment']}", {"text": "Well"})
        self.ids["member"] = self.call("GET", "/members")["members"][0]["id"]

    def call(self, method, path, body=None):
        answer = requests.request(
            method, self.server.url + "/api/v1" + path, json=body, headers=bearer(self.all))
        assert answer.ok, answer.text
        return answer.json()


@pytest.fixture
def place(server, tmp_path):
    return Place(server, tmp_path)


CHECKS = (
    not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
    response_schema_conformance)


def scope_of(operation):
    found = re.search(r"scope `(\w+)`", operation.definition.raw.get("description", ""))
    return found[1] if found else None


@pytest.mark.parametrize("scopes", [(), ("read",), ("write",), ("coach",), SCOPES], ids="-".join)
def test_every_answer_is_within_the_description(place, scopes, capsys):
    """Calls of every kind, good and bad, with ids that are there and ids that aren't."""
    token = place.ada.token(*scopes) if scopes else None
    schema = schemathesis.openapi.from_url(place.server.url + "/api/v1/openapi.json")
    chance = random.Random(1)
    calls = 0
    good = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        needed = scope_of(operation)
        allowed = needed is None or needed in scopes
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

            # What the token may do is tried at length once, what it may not a few times.
            @hypothesis.settings(
                max_examples=(8 if scopes == SCOPES else 2) if allowed else 1, database=None, deadline=None,
                derandomize=True, phases=[hypothesis.Phase.generate],
                suppress_health_check=list(hypothesis.HealthCheck))
            @hypothesis.given(case=operation.as_strategy(generation_mode=mode))
            def check(case):
                nonlocal calls, good
                for name, there in place.ids.items():
                    if name in (case.path_parameters or {}) and chance.random() < 0.7:
                        case.path_parameters[name] = there
                # Who calls is ours to say.
                case.cookies = {}
                case.headers = {}
                sent = case.as_transport_kwargs()
                sent["headers"] = {**sent.get("headers", {}), **bearer(token)}
                answer = requests.request(**sent, timeout=20)
                calls += 1
                good += answer.status_code < 300
                case.validate_response(answer, checks=CHECKS)
                if not allowed:
                    assert answer.status_code in ((403, 404) if token else (401, 404)), answer.text

            try:
                check()
            except hypothesis.errors.Unsatisfiable:
                # Nothing wrong can be sent where nothing is taken.
                assert mode is GenerationMode.NEGATIVE
    assert place.server.process.poll() is None, "the server is gone"
    assert calls > 25 and (good > 50 or scopes != SCOPES)
    with capsys.disabled():
        print(f" {calls} calls, {good} of them good", end="")


def blocks(text):
    """The examples of a document: each command with the JSON that is said to come back, or None."""
    found = re.findall(r"```(\w+)\n(.*?)```", text, re.DOTALL)
    for (kind, code), (after, said) in zip(found, found[1:] + [("", "")]):
        if kind == "sh":
            yield code, json.loads(said) if after == "json" else None


def holds(said, got):
    """Whether an answer is what is said, which may leave fields and ends of lists out."""
    if isinstance(said, dict):
        return isinstance(got, dict) and all(name in got and holds(said[name], got[name]) for name in said)
    if isinstance(said, list):
        return isinstance(got, list) and len(got) == len(said) and all(map(holds, said, got))
    return said == got


def test_the_documentation_runs(place):
    environment = {**os.environ, "ECCENTRIC": place.server.url, "TOKEN": place.all}
    before = ""
    count = 0
    for code, said in blocks((ROOT / "docs/API.md").read_text()):
        # What an example defines is there for the next ones; what it prints is its own.
        script = f"exec 3>&1 >/dev/null\n{before}\nexec >&3\n{code}"
        run = subprocess.run(["bash", "-euo", "pipefail", "-c", script], env=environment, text=True, capture_output=True)
        assert run.returncode == 0, f"{code}\n{run.stderr}"
        if said is not None:
            assert holds(said, json.loads(run.stdout)), f"{code}\n{run.stdout}"
        else:
            assert "urn:eccentric:problem" not in run.stdout, f"{code}\n{run.stdout}"
        # Only what is defined: to send a thing twice isn't the example.
        before += "".join(line + "\n" for line in code.splitlines() if re.match(r"export |api\(\)|\w+=\S*$", line))
        count += 1
    assert count > 8


def test_the_client_runs(place):
    def client(*words):
        return subprocess.run(
            [sys.executable, ROOT / "docs/client.py", *words], text=True, capture_output=True,
            env={**os.environ, "ECCENTRIC": place.server.url, "TOKEN": place.all})

    kept = client("log", "squat", "5", "--load", "60 kg", "--at", "2026-03-02T16:00:00Z")
    assert kept.returncode == 0 and kept.stdout == "kept\n", kept.stderr
    lines = client("history").stdout.splitlines()
    assert '"reps": 5' in lines[-1] and '"60 kg"' in lines[-1]
    assert client("today").returncode == 0
    wrong = client("log", "squat", "-5", "--at", "2026-03-02T16:00:00Z")
    assert wrong.returncode == 1 and "reps is -5" in wrong.stderr
