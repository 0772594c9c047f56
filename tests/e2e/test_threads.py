# SPDX-License-Identifier: Apache-2.0
"""Whose deed it was, where the threads of a process have names and users of their own."""

import csv
import io
import pathlib

import pytest

from support import recording
from support.eunomia import field, parse
from support.process import wait_until

WHO = "process.name", "thread.name", "process.user.id"

# Who looked for what: the first thread, one with a name and user of its own, what this one made,
# one that never changed. Then the first one has another name, and the worker executes.
DEEDS = {
    "/first": ("named", None, 0),
    "/worker": ("named", "worker", 1000),
    "/child": ("worker", None, 1000),
    "/made": ("named", "worker", 1000),
    "/plain": ("named", None, 0),
    "/first-then": ("first", None, 0),
    "/plain-then": ("first", "named", 0),
    "/after": ("first", None, 0),
    "/again": ("exe", None, 1000),
}


def deeds(events):
    return {field(e, "file.path"): tuple(field(e, name) for name in WHO)
            for e in events.of("open") if field(e, "file.path") in DEEDS}


@pytest.fixture
def threaded(runc, name):
    """A container whose threads are what they are before anybody looks, and wait for go()."""
    container = runc.start(name, "/workloads/named")
    tasks = pathlib.Path(f"/proc/{container.pid}/task")

    def is_set_up():
        lines = [(task / "status").read_text().splitlines() for task in tasks.iterdir()]
        return any("Name:\tworker" in line and "Uid:\t0\t1000\t0\t1000" in line for line in lines)
    wait_until(is_set_up, "the worker")

    def go():
        container.exec("/bin/touch", "/tmp/go")
        wait_until(lambda: not pathlib.Path(f"/proc/{container.pid}").exists(), "its end")
    container.go = go
    yield container
    container.stop()


def test_each_thread_acts_under_its_name_and_user(eunomia, runc, name):
    with eunomia.trace("-e", "open") as seen:
        runc.run(name, "/workloads/named", "now")
    assert deeds(seen.events) == DEEDS


def test_threads_that_were_there_before_are_known(eunomia, threaded):
    with eunomia.trace("-e", "open") as seen:
        threaded.go()
    assert deeds(seen.events) == DEEDS


def test_threads_of_a_process_asked_for_by_pid_are_known(eunomia, threaded):
    with eunomia.trace("-e", "open", "--pid", threaded.pid) as seen:
        threaded.go()
    assert deeds(seen.events) == DEEDS


def test_threads_that_end_at_the_same_time_end_their_process_once(eunomia, runc, name):
    with eunomia.trace("-e", "exit") as seen:
        runc.run(name, "/workloads/endall")
    ends = seen.of("exit", container=name, exit__code=3).values("process.key")
    assert len(ends) == len(set(ends)) == 200


MARKS = {"eu_event_exec": "exec", "eu_event_fork": "+", "eu_event_thread_end": "-"}


@pytest.mark.parametrize("script, after, forks, ends", [
    ("touch /tmp/go; exec /workloads/threads", -1, 6, 0),
    ("exec /workloads/named now", -2, 5, 3)])  # then the worker executes
def test_the_kernel_tells_the_end_only_of_threads_that_differed(eunomia, runc, name, tmp_path,
                                                                script, after, forks, ends):
    path = tmp_path / "ends.eunomia"
    watch = eunomia.start("record", "--full", "-o", path, "--container", name)
    runc.run(name, "/bin/sh", "-c", script)
    assert watch.stop() == 0, watch.said()
    kinds = (record.type["type"] for record in recording.Segment(path).stream())
    marks = "".join(MARKS.get(kind, "") for kind in kinds).split("exec")[after]
    assert (marks.count("+"), marks.count("-")) == (forks, ends)


@pytest.mark.parametrize("event", ["exit", "fork", "exec"])
def test_events_that_no_call_makes_know_it_too(eunomia, runc, name, event):
    with eunomia.trace("-e", event) as seen:
        runc.run(name, "/workloads/named", "now")
    users = {(field(e, "process.name"), field(e, "thread.name")): field(e, "process.user.id")
             for e in seen.of(event, container=name)}
    assert {"exit": (("worker", None), 1000), "exec": (("exe", None), 1000),
            "fork": (("named", "worker"), 1000)}[event] in users.items()


def test_a_change_of_credentials_is_the_threads(eunomia, runc, name):
    with eunomia.trace("-e", "credentials") as seen:
        runc.run(name, "/workloads/named", "now")
    change = seen.one("credentials", container=name, syscall="setresuid", process__name="named")
    assert field(change, "thread.name") == "worker"
    assert field(change, "process.user.id") == field(change, "user.effective.id") == 1000
    assert field(change, "old.user.effective.id") == 0


@pytest.mark.parametrize("options, expected", [
    (("--comm", "worker"), {"/worker", "/child", "/made"}),
    (("--comm", "first"), {"/first-then", "/plain-then", "/after"}),
    (("--exclude-comm", "worker,first"), {"/first", "/plain", "/again"}),
    (("--uid", "1000"), {"/worker", "/child", "/made", "/again"}),
    (("--uid", "0"), {"/first", "/plain", "/first-then", "/plain-then", "/after"}),
    (("--filter", 'thread.name == "worker"'), {"/worker", "/made"}),
], ids=lambda value: " ".join(value) if isinstance(value, tuple) else "")
def test_threads_can_be_asked_for(eunomia, runc, name, options, expected):
    with eunomia.trace("-e", "open", *options) as seen:
        runc.run(name, "/workloads/named", "now")
    assert set(deeds(seen.events)) == expected


@pytest.mark.parametrize("by", ["trace", "full"])
@pytest.mark.parametrize("argv", [["-o", "json"], ["-o", "json", "--container", "NAME"],
                                  ["-o", "csv"], ["-o", "table"]], ids=" ".join)
def test_a_replay_has_the_same_threads(eunomia, threaded, tmp_path, argv, by):
    path = tmp_path / "threads.eunomia"
    argv = ["-e", "*" if by == "full" else "open",
            *(threaded.name if word == "NAME" else word for word in argv)]
    watch = eunomia.start("trace", "--record", path, *argv)
    threaded.go()
    assert watch.stop() == 0, watch.said()
    done = eunomia.run("replay", path, *argv)
    assert b"worker" in done.stdout
    assert done.stdout == watch.out.read_bytes()


def test_a_recording_of_facts_has_the_same_threads(eunomia, threaded, tmp_path):
    path = tmp_path / "facts.eunomia"
    watch = eunomia.start("record", "-o", path)
    threaded.go()
    assert watch.stop() == 0, watch.said()
    events = parse(eunomia.run("replay", path, "-o", "json", "-e", "open").stdout)
    assert deeds(events) == DEEDS


def test_whoever_begins_in_the_middle_of_a_recording_knows_the_threads(eunomia, runc, threaded,
                                                                       name, tmp_path):
    """The files that tell of the threads are gone; the snapshots of the others are not."""
    ring = tmp_path / "ring"
    watch = eunomia.start("record", "--full", "-o", f"{ring}/", "--max-size", "4M")
    load = runc.start(f"{name}-load", "/bin/sh", "-c",
                      "while :; do /bin/ls -lR /proc/self /bin /www; done")

    def has_turned():
        assert watch.process.poll() is None, watch.said()
        return min(int(path.name.split(".")[-2]) for path in ring.iterdir()) >= 1
    wait_until(has_turned, "the ring to turn", 120)
    load.stop()
    threaded.go()
    assert watch.stop() == 0, watch.said()
    seen = parse(eunomia.run("replay", ring, "-o", "json", "-e", "open").stdout)
    assert deeds(seen) == DEEDS


def test_a_table_shows_the_thread_behind_its_process_and_csv_beside_it(eunomia, runc, name,
                                                                       tmp_path):
    path = tmp_path / "seen.eunomia"
    watch = eunomia.start("record", "--full", "-o", path)
    runc.run(name, "/workloads/named", "now")
    assert watch.stop() == 0, watch.said()
    table = eunomia.run("replay", path, "-o", "table", "-e", "open").stdout.decode()
    assert [line for line in table.splitlines() if "named/worker" in line and "/worker" in line]
    rows = csv.DictReader(io.StringIO(eunomia.run("replay", path, "-o", "csv",
                                                  "-e", "open").stdout.decode()))
    assert {(row["process.name"], row["thread.name"]) for row in rows
            if row["thread.name"]} == {("named", "worker"), ("first", "named")}
