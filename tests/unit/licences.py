#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Every file says its licence, in its first lines or in REUSE.toml; and that one is in LICENSES."""
import fnmatch
import os
import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(sys.argv[1])


def ours():
    """What the repository has. A build's files lie beneath a directory with a cache of its own."""
    for where, directories, files in os.walk(ROOT):
        directories[:] = [d for d in directories if d not in (".git", "LICENSES", "__pycache__") and
                          not (pathlib.Path(where) / d / "build.ninja").exists() and
                          not d.startswith(".pytest")]
        yield from (pathlib.Path(where, name) for name in files if name != ".git")


def elsewhere():
    for entry in tomllib.loads((ROOT / "REUSE.toml").read_text())["annotations"]:
        paths = entry["path"] if isinstance(entry["path"], list) else [entry["path"]]
        yield from ((path, entry["SPDX-License-Identifier"]) for path in paths)


COVERED = list(elsewhere())


def licence_of(path):
    for pattern, licence in COVERED:
        if fnmatch.fnmatch(str(path.relative_to(ROOT)), pattern):
            return licence
    head = path.read_bytes()[:400].decode(errors="replace")
    found = re.search(r"SPDX-License-Identifier: ([\w.() -]+\w)", head)
    return found and found[1]


wrong = []
for file in ours():
    if file == ROOT / "LICENSE":
        continue
    said = licence_of(file)
    names = re.split(r" (?:OR|AND|WITH) ", said) if said else []
    if not names or any(not (ROOT / "LICENSES" / f"{name}.txt").exists() for name in names):
        wrong.append(f"{file.relative_to(ROOT)}: {said or 'no licence'}")
sys.exit("\n".join(wrong) or 0)
