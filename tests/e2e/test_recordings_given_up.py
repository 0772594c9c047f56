# SPDX-License-Identifier: Apache-2.0
"""What is left of a flight recorder whose first files have gone."""

import json
import pathlib

import pytest

from support.process import alive, wait_until

jsonschema = pytest.importorskip("jsonschema")
DOCS = pathlib.Path(__file__).parents[2] / "docs"

# What is done at the beginning is counted before the first files go: counters are read every ten seconds.
WORK = ("until [ -e /tmp/begin ]; do sleep 0.1; done; /bin/hostname; mkdir /tmp/first; sleep 11; i=0;"
        "until [ -e /tmp/go ]; do i=$((i+1)); echo $i > /tmp/r$((i*7919%14001)); done;"
        "/bin/id; sleep 0.2; mkdir /tmp/end")


def told(eunomia, schema, *argv, code=0):
    done = eunomia.run(*argv, "-o", "json")
    assert done.returncode == code, done.stderr
    listed = json.loads(done.stdout)
    jsonschema.validate(listed, json.loads((DOCS / f"{schema}.schema.json").read_text()))
    return listed


def said(eunomia, *argv, code=0):
    done = eunomia.run(*argv)
    assert done.returncode == code, done.stderr
    return "".join(text if isinstance(text, str) else text.decode()
                   for text in (done.stdout, done.stderr))


def number_of(path):
    return int(path.name.split(".")[-2])


def segments(place):
    return sorted(place.glob("*.eunomia"))


@pytest.fixture(params=["full", "facts"])
def left(eunomia, runc, name, tmp_path, request):
    """A recording without its first files, of a container that had begun by then. Of facts they are removed
    by hand, as there is little to turn a ring with."""
    place, full = tmp_path / "ring", request.param == "full"
    watch = eunomia.start("record", *(["--full"] if full else []), "-o", f"{place}/",
                          "--max-size", "4M", "--container", name)
    container = runc.start(name, "/bin/sh", "-c", WORK)
    runc.exec(name, "/bin/touch", "/tmp/begin")
    wait_until(lambda: number_of(segments(place)[0 if full else -1]) >= 1, "files to go", 150)
    runc.exec(name, "/bin/touch", "/tmp/go")
    wait_until(lambda: not alive(container.pid), "the end", 60)
    assert watch.stop() == 0, watch.said()
    if not full:
        segments(place)[0].unlink()
    return place


def test_what_is_left_of_a_recording_is_told_as_that_time(eunomia, left, name, tmp_path):
    report = told(eunomia, "report", "report", left)
    [info] = told(eunomia, "ls", "ls", left)
    [c] = report["containers"]
    assert report["first"] == report["since"] == info["since"] and info["given_up"] >= 1
    assert report["since"] > info["started"] and info["containers"][0]["existed"]
    assert c["complete"] and c["container"]["existed"] and c["container"]["confinement"]
    assert c["lifecycle"][-1]["action"] == "stopped"
    assert not {"created", "started"} & {step["action"] for step in c["lifecycle"]}
    programs = {e["path"] for e in c["executables"]}
    assert "/bin/id" in str(c["executables"]) and "hostname" not in str(c["executables"]), programs
    paths = {f["path"] for f in c["files"]}
    assert "/tmp/end" in paths and "/tmp/first" not in paths
    counts = {s["name"]: s["count"] for s in c["syscalls"]}
    assert counts["mkdir"] == 1, counts
    assert all(s["first"] >= report["since"] for s in c["syscalls"])
    saved = tmp_path / "left.json"
    saved.write_text(json.dumps(report))
    same = said(eunomia, "diff", left, saved)
    assert "begins at" in same and "A begins at" in same and "B begins at" in same


def test_people_are_told_where_it_begins(eunomia, left, name):
    assert "gone" in said(eunomia, "ls", left) and "was there" in said(eunomia, "ls", left)
    for verb in "report", "replay":
        assert "what was before was given up" in said(eunomia, verb, left), verb


    none = told(eunomia, "report", "report", left, "--to", told(eunomia, "ls", "ls", left)[0]["started"])
    assert not none["containers"] and none["complete"] is False


def test_what_came_later_is_told_as_of_a_whole_recording(eunomia, left, name):
    info = told(eunomia, "ls", "ls", left)[0]
    [whole] = told(eunomia, "report", "report", left)["containers"]
    [end] = [e["first"] for e in whole["executables"] if "/bin/id" in e["argv"]]
    late = told(eunomia, "report", "report", left, "--from", end)
    assert "since" not in late and late["first"] == end > info["since"]
    [c] = late["containers"]
    assert {s["name"]: s["count"] for s in c["syscalls"]}["mkdir"] == 1
