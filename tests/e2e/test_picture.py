# SPDX-License-Identifier: Apache-2.0
"""The picture of the world is right whatever is printed: who a process is, and whose container."""

import contextlib
import json
import pathlib

import pytest

from support.eunomia import field, parse
from support.process import call

FIELDS = "event,process.name,process.user.id,process.mount_namespace,file.path,syscall,args"


@pytest.fixture
def becomes(eunomia, image, tmp_path):
    """Traces a process that becomes another one: what it did, and its mount namespace by then."""
    def trace(*options):
        file = tmp_path / "events"
        done = eunomia.run("trace", "-o", "json", "--fields", FIELDS, "--output", file, *options,
                           "--", image.rootfs / "workloads/becomes")
        assert done.returncode == 0, done.stderr
        return parse(file.read_bytes()), int(done.stdout)
    return trace


def who(event):
    return field(event, "process.user.id"), field(event, "process.mount_namespace")


@pytest.mark.parametrize("options", [("-e", "open"), ("-e", "open", "--failed"), ("--failed",),
                                     ("-e", "openat,open"), ("-e", "open", "--uid", "1000"),
                                     ("-e", "openat", "--failed", "--uid", "1000")],
                         ids=" ".join)
def test_a_process_is_who_it_became(becomes, options):
    events, namespace = becomes(*options)
    seen = {who(event) for event in events if field(event, "file.path") == "/nowhere"
            or field(event, "args.filename") == "/nowhere"}
    assert seen == {(1000, namespace)}


@pytest.mark.parametrize("event", ["exit", "fork", "exec,exit", "exec,fork"])
def test_events_that_no_call_makes_know_it_too(becomes, event):
    events, namespace = becomes("-e", event)
    last = events.of(event.rpartition(",")[2], process__name="becomes")[0]
    assert who(last) == (1000, namespace)


def test_what_it_had_been_is_none_of_the_user_that_was_asked_for(becomes):
    events, _ = becomes("-e", "open,exit", "--uid", "0")
    assert not events.of(file__path="/nowhere")
    assert not events.of("exit", process__name="becomes")


def test_a_container_that_the_command_makes_is_bound_when_only_failures_are_shown(
        eunomia, docker, name, tmp_path):
    eunomia.know(docker)
    file = tmp_path / "events"
    done = eunomia.run("trace", "-o", "json", "--output", file, "--failed", "--uid", "0", "--",
                       *docker.command(name, "/bin/cat", "/nowhere"))
    assert done.returncode == 1, done.stderr
    parse(file.read_bytes()).some("open", container=name, file__path="/nowhere", result="ENOENT")


def attached(pid):
    """The names of the programs whose links the process holds."""
    ids = set()
    for info in pathlib.Path(f"/proc/{pid}/fdinfo").iterdir():
        with contextlib.suppress(OSError):
            lines = dict(line.split(":", 1) for line in info.read_text().splitlines())
            if "link_type" in lines:
                ids.add(int(lines["prog_id"]))
    programs = json.loads(call("/usr/sbin/bpftool", "-j", "prog", "show").stdout)
    return {program.get("name") for program in programs if program["id"] in ids}


@pytest.mark.parametrize("events, looks_at_calls", [
    ("exec", False), ("exec,exit,fork", False), ("container", False),
    ("open", True), ("capability", True)])
def test_calls_are_looked_at_only_where_something_needs_them(eunomia, events, looks_at_calls):
    watch = eunomia.start("trace", "-e", events)
    names = attached(watch.process.pid)
    assert watch.stop() == 0
    assert "sched_process_exec" in names
    assert ("sys_exit" in names) is looks_at_calls and "sys_enter" not in names
