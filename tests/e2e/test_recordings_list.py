# SPDX-License-Identifier: Apache-2.0
"""eunomia ls of recordings."""

import json
import os
import pathlib
import shutil

import pytest

jsonschema = pytest.importorskip("jsonschema")
SCHEMA = json.loads((pathlib.Path(__file__).parents[2] / "docs/ls.schema.json").read_text())


@pytest.fixture
def recording(eunomia, runc, name, tmp_path):
    path = tmp_path / "run.eunomia"
    watch = eunomia.start("record", "-o", path, "--container", f"{name}*")
    for i in range(2):
        runc.run(f"{name}-{i}", "/bin/true")
    assert watch.stop() == 0, watch.said()
    return path


def told(eunomia, *argv):
    done = eunomia.run("ls", *argv, "-o", "json")
    assert done.returncode == 0, done.stderr
    listed = json.loads(done.stdout)
    jsonschema.validate(listed, SCHEMA)
    return listed


def test_a_recording_and_its_containers_are_listed(eunomia, recording, name):
    [info] = told(eunomia, recording)
    assert info["host"] == os.uname().nodename and info["kernel"] == os.uname().release
    assert info["mode"] == "facts" and info["closed"] and info["damages"] == []
    assert info["bytes"] == recording.stat().st_size and info["records"] > 0
    assert info["started"] <= info["last"]
    assert {f"{name}-0", f"{name}-1"} <= {c["name"] for c in info["containers"]}


@pytest.mark.parametrize("form", ["table", "wide"])
def test_people_get_tables(eunomia, recording, name, form):
    said = eunomia.run("ls", recording, "-o", form).stdout.decode()
    assert "RECORDING" in said and "whole" in said and f"{name}-1" in said
    assert ("KERNEL" in said) == (form == "wide")


def test_names_alone_are_one_a_line(eunomia, recording, name):
    lines = eunomia.run("ls", recording, "--names").stdout.decode().splitlines()
    assert f"{name}-0" in lines


def test_one_that_was_cut_off_is_listed_from_its_records(eunomia, recording, name, tmp_path):
    cut = tmp_path / "cut.eunomia"
    shutil.copy(recording, cut)
    os.truncate(cut, cut.stat().st_size - 200)
    [info] = told(eunomia, cut)
    assert not info["closed"] and info["damages"]
    assert {f"{name}-0", f"{name}-1"} <= {c["name"] for c in info["containers"]}


def test_processes_are_of_a_live_host_only(eunomia, recording):
    assert eunomia.run("ls", recording, "--processes").returncode == 2
