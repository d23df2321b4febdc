#!/usr/bin/env python3
"""Holds every module to the imports it declares.

The build's own check lets a module import what its dependencies depend on: a page could query the
store, because coaching does. Here only what the manifest names for the module itself will do.
"""

import json
import pathlib
import re
import subprocess
import sys

manifest = json.loads(subprocess.run(
    ["swift", "package", "dump-package"], capture_output=True, check=True, text=True).stdout)
ours = {target["name"] for target in manifest["targets"]}
wrong = []
for target in manifest["targets"]:
    declared = {(entry.get("byName") or entry.get("product") or entry.get("target"))[0]
                for entry in target["dependencies"]}
    kind = "Tests" if target["type"] == "test" else "Sources"
    folder = pathlib.Path(target.get("path") or f"{kind}/{target['name']}")
    for file in folder.rglob("*.swift"):
        for number, line in enumerate(file.read_text().splitlines(), 1):
            found = re.match(r"\s*(?:@testable )?(?:public |internal |private )?import (\w+)", line)
            if found and found[1] in ours - declared - {target["name"]}:
                wrong.append(f"{file}:{number}: {target['name']} must not import {found[1]}")
print("\n".join(wrong) or "The walls between the modules stand.")
sys.exit(1 if wrong else 0)
