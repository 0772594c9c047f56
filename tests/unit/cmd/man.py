#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""man.py EUNOMIA: the pages have no warnings, and what is copied from one is what --help says."""

import re
import subprocess
import sys

VERBS = ["trace", "report", "record", "replay", "diff", "ls", "list", "config", "version"]


def said(*command, stdin=None):
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, check=True)
    assert not done.stderr, done.stderr
    return done.stdout


def rendered(page):
    """As on a terminal so wide that no line is broken."""
    return said("groff", "-k", "-Tutf8", "-P-c", "-P-b", "-P-u", "-man", "-ww", "-rLL=4000n", "-rHY=0",
                stdin=page)


def examples(eunomia, verb):
    text = said(eunomia, verb, "--help")
    assert not re.search(" $", text, re.M), verb
    lines = text.split("Examples:\n")
    return re.findall(r"^  (\S.*)$", lines[1], re.M) if len(lines) > 1 else []


def main(eunomia):
    rendered(said(eunomia, "--man"))
    for verb in VERBS:
        shown = rendered(said(eunomia, "--man", verb))
        assert verb == "version" or examples(eunomia, verb), verb
        for example in examples(eunomia, verb):
            assert example in shown, f"{verb}: {example}"
        live = verb in ("trace", "report", "record")
        assert ("Privileges are missing" in shown) == ("With -- COMMAND:" in shown) == live, verb
        assert ("There is no difference." in shown) == (verb == "diff"), verb


if __name__ == "__main__":
    main(*sys.argv[1:])
