# SPDX-License-Identifier: Apache-2.0
"""What people see: on terminals of any width, with wide characters, without colours."""

import fcntl
import json
import os
import pathlib
import pty
import struct
import subprocess
import termios
import unicodedata

import pytest

from support.eunomia import BINARY

GOLDEN = str(pathlib.Path(__file__).parents[1] / "golden/recording.eunomia")


def on_terminal(eunomia, width, *argv, **environment):
    """What a command writes on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    with subprocess.Popen([str(BINARY), *map(str, argv)], stdin=subprocess.DEVNULL, stdout=theirs,
                          stderr=subprocess.DEVNULL,
                          env={**eunomia.env, "TERM": "xterm", **environment}):
        os.close(theirs)
        said = b""
        try:
            while piece := os.read(ours, 65536):
                said += piece
        except OSError:  # the other end is closed
            pass
        os.close(ours)
    return said.decode().replace("\r\n", "\n")


def columns(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


@pytest.mark.parametrize("argv, narrowest", [
    (("list", "events"), 40), (("list", "sets"), 40), (("list", "features"), 40),
    (("config",), 40), (("ls", GOLDEN), 40), (("report", GOLDEN), 60),
    (("replay", GOLDEN), 40)])
@pytest.mark.parametrize("wider", [0, 20, 40, 80])
def test_no_line_is_wider_than_the_terminal(eunomia, argv, narrowest, wider):
    width = narrowest + wider
    said = on_terminal(eunomia, width, *argv, NO_COLOR="1")
    said = said.partition("\n\nEach system call")[0]  # a sentence below a table
    assert said and max(map(columns, said.splitlines())) <= width, said


def test_the_first_help_fits_a_terminal(eunomia):
    assert max(map(columns, on_terminal(eunomia, 80, "--help").splitlines())) <= 80


@pytest.mark.parametrize("verb", ["trace", "report", "diff", "ls", "config"])
def test_help_fits_a_narrow_terminal(eunomia, verb):
    said = on_terminal(eunomia, 60, verb, "--help")
    about = said[:said.index("Examples:")] if "Examples:" in said else said
    long = [line for line in about.splitlines() if columns(line) > 60]
    assert all(line.startswith(("Usage:", "eunomia ")) for line in long), long


def test_rows_that_find_no_room_become_blocks(eunomia):
    said = on_terminal(eunomia, 60, "ls", GOLDEN)
    assert "RECORDING   287d845726fe762f\nHOST        edge-1\n" in said
    assert "RECORDING         HOST    MODE" in on_terminal(eunomia, 120, "ls", GOLDEN)


def test_what_is_no_terminal_gets_whole_lines(eunomia):
    events = eunomia.run("list", "events").stdout.decode().splitlines()
    assert max(map(len, events)) > 100 and len(events) > 20
    assert all(line == line.rstrip() for line in events)


@pytest.fixture
def wide(eunomia, tmp_path):
    """Two reports; the second one has a file with a name of wide characters."""
    report = json.loads(eunomia.run("report", GOLDEN, "-o", "json").stdout)
    (tmp_path / "a.json").write_text(json.dumps(report))
    [about] = report["containers"]
    about["files"].append({"path": "/srv/データベース/とても長い名前のディレクトリ/設定ファイル.json",
                           "operations": {"open": 3, "read": 2},
                           "bytes": {"read": 1, "written": 0}, "failures": 0, "used_by": "work"})
    about["container"]["image"] = {"name": "registry.example.com/team/an-image-with-a-long-name",
                                   "tag": "2026.11.22-rc1"}
    (tmp_path / "b.json").write_text(json.dumps(report))
    return tmp_path / "a.json", tmp_path / "b.json"


@pytest.mark.parametrize("width", [40, 60, 80])
def test_wide_characters_are_counted_as_they_are_shown(eunomia, wide, width):
    said = on_terminal(eunomia, width, "diff", *wide, "--only", "files", NO_COLOR="1")
    body = said[said.index("\n\n"):]  # behind the paths of the two files
    assert "/srv/" in body and ".json" in body and "2026.11.22-rc1" in body
    assert max(map(columns, body.splitlines())) <= width, body


def test_colours_are_for_terminals_that_want_them(eunomia, wide):
    assert "\033[" in on_terminal(eunomia, 80, "diff", *wide)
    assert "\033[" not in on_terminal(eunomia, 80, "diff", *wide, NO_COLOR="1")
    assert "\033[" not in on_terminal(eunomia, 80, "diff", *wide, TERM="dumb")
    assert "\033[" in on_terminal(eunomia, 80, "diff", *wide, NO_COLOR="1", EUNOMIA_COLOR="always")
    assert b"\033[" not in eunomia.run("diff", *wide).stdout
