# SPDX-License-Identifier: Apache-2.0
"""More containers than are remembered: each is in the files and in the recording.

A cgroup with an engine's name is a container; nothing has to run in it."""

import json
import re
import signal

import pytest

from support import cgroups
from support.eunomia import Eunomia
from support.process import wait_until

FIRST = f"e2ef{0:08x}{0:052x}"
MANY = [f"e2ef{i:08x}{0:052x}" for i in range(4096 + 20)]


def hierarchy():
    """The one that containers are looked for in."""
    for name in ("memory", "pids", "."):
        if (cgroups.ROOT / name / "cgroup.procs").exists():
            return cgroups.ROOT / name
    raise AssertionError("no cgroup hierarchy")


def events_so_far(watch):
    said = len(watch.said())
    watch.process.send_signal(signal.SIGUSR1)
    wait_until(lambda: " so far" in watch.said()[said:], "a statement")
    return int(re.search(r"complete: (\d+) events? so far", watch.said()[said:]).group(1))


def live_and_die(identifiers, watch):
    """No more at a time than a host may have."""
    parent = hierarchy() / "e2e-forgotten"
    parent.mkdir()
    try:
        for done, identifier in enumerate(identifiers):
            (parent / f"docker-{identifier}.scope").mkdir()
            (parent / f"docker-{identifier}.scope").rmdir()
            if done % 500 == 499:
                wait_until(lambda n=2 * done: events_so_far(watch) >= n, "the watcher", 60)
    finally:
        parent.rmdir()


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    """All of them under one report that also records. The first id comes again."""
    directory = tmp_path_factory.mktemp("forgotten")

    class Watched:
        files = directory / "files"
        recording = directory / "run.eunomia"

    runner = Eunomia(directory)
    try:
        watch = runner.start("report", "-d", Watched.files, "-o", "json", "-c", "e2ef*",
                             "--record", Watched.recording)
        live_and_die(MANY + [FIRST], watch)
        assert watch.stop() == 0, watch.said()
    finally:
        runner.close()
    Watched.told = json.loads(watch.out.read_text())
    Watched.statement = [line for line in watch.said().splitlines() if "complete: " in line][-1]
    return Watched


def index_of(watched):
    return json.loads((watched.files / "index.json").read_text())


def test_each_has_its_file_and_is_in_the_index(watched):
    index = index_of(watched)
    assert [entry["id"] for entry in index["containers"]] == MANY + [FIRST]
    assert len({entry["file"] for entry in index["containers"]}) == len(MANY) + 1
    for entry in index["containers"]:
        about = json.loads((watched.files / entry["file"]).read_text())
        assert about["container"]["id"] == entry["id"] and about["complete"]
        assert [step["action"] for step in about["lifecycle"]] == ["created", "removed"]
    assert not list(watched.files.glob(".*"))


def test_nothing_is_lost_and_all_are_counted(watched):
    assert index_of(watched)["complete"] and watched.told["complete"]
    assert watched.statement == f"eunomia: complete: {len(MANY) + 1} containers, nothing lost"


def test_one_that_comes_again_leaves_the_file_of_the_one_before(watched):
    first, second = (entry["file"] for entry in index_of(watched)["containers"]
                     if entry["id"] == FIRST)
    assert second == first.removesuffix(".json") + ".2.json"


def test_standard_output_says_how_many_only_the_files_have(watched):
    assert watched.told["forgotten"] >= 20
    assert watched.told["forgotten"] + len(watched.told["containers"]) == len(MANY) + 1


def test_a_recording_has_them_all(watched, eunomia):
    done = eunomia.run("report", watched.recording, "-o", "json", timeout=120)
    assert done.returncode == 0 and "nothing lost" in done.stderr, done.stderr
    told = json.loads(done.stdout)
    assert told["complete"] and "forgotten" not in told
    assert {about["container"]["id"] for about in told["containers"]} == set(MANY)
    [again] = [about for about in told["containers"] if about["container"]["id"] == FIRST]
    assert "runs" not in again and len(again["lifecycle"]) == 4
