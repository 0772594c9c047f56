# SPDX-License-Identifier: Apache-2.0
"""A recording of 2026 is read by every later version, and says what it said then.

tests/golden/recording.eunomia: `eunomia record --full` of a busybox container (runc, Linux 6.18):
files made, moved through a link and removed, a connection to itself, a refused chroot(2). Beside it
is what `replay` and `report` made of it. A change of these is a change of what users read: look at
the difference, and say in the commit why it is right.
"""

import pathlib

import pytest

GOLDEN = pathlib.Path(__file__).resolve().parents[1] / "golden"
RECORDING = GOLDEN / "recording.eunomia"


@pytest.mark.parametrize("verb, expected", [
    ("replay", "recording.json"),
    ("report", "recording-report.json"),
])
def test_an_old_recording_says_what_it_said(eunomia, verb, expected):
    done = eunomia.run(verb, RECORDING, "-o", "json")
    assert done.returncode == 0, done.stderr
    assert done.stdout == (GOLDEN / expected).read_bytes()
