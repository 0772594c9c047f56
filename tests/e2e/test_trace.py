# SPDX-License-Identifier: Apache-2.0
"""eunomia trace: what it shows, what it leaves out, how it ends."""

import csv
import datetime
import io
import json
import os
import shlex
import signal
import socket
import stat
import subprocess
import time

import pytest

from support import image
from support.eunomia import BINARY, field, parse, parse_line
from support.process import call, wait_until


def shell(runtime, name, script):
    return runtime.run(name, "/bin/sh", "-c", script, check=False)


def test_summary_says_complete(eunomia, runc, name):
    with eunomia.trace("--event", "exec") as seen:
        runc.run(name, "/bin/true")
    assert seen.summary["complete"] is True
    assert seen.summary["lost"] == 0
    assert seen.summary["events"] == len(seen.events) - 1


def test_it_says_at_once_how_many_containers_it_was_asked_for(eunomia, runc, name):
    container = runc.start(name, "/bin/sleep", "1000")
    try:
        with eunomia.trace("--container", name[:-1]) as seen:
            pass
        assert "watching 0 of " in seen.said()
        with eunomia.trace("--container", name) as seen:
            pass
        assert "watching 1 " in seen.said()
    finally:
        container.stop()


@pytest.mark.parametrize("everything", ["syscalls", "*"])
def test_numbers_that_no_call_has_are_calls_too(eunomia, runc, name, everything):
    with eunomia.trace("--event", everything, "--container", name) as seen:
        runc.run(name, "/workloads/nocall")
    assert len(seen.of("syscall", process__name="nocall", result="ENOSYS")) == 5


def test_every_line_has_the_contracts_fields(eunomia, docker, name):
    with eunomia.know(docker).trace("--event", "open") as seen:
        docker.run(name, "/bin/cat", "/etc/group")
    event = seen.one("open", container=name, file__path="/etc/group", process__name="cat")
    assert list(event)[:4] == ["time", "seq", "event", "host"]
    datetime.datetime.fromisoformat(event["time"][:26])
    assert len(event["time"]) == 30 and event["time"].endswith("Z")
    assert event["host"] == socket.gethostname()
    assert len(event["container"]["id"]) == 64
    process = event["process"]
    assert {"pid", "tid", "parent_pid", "container_pid", "key", "user", "group", "name",
            "executable"} <= set(process)
    assert (process["user"]["id"], process["group"]["id"]) == (0, 0)
    assert process["executable"]["path"] == "/bin/cat"
    assert {"path", "flags", "inode", "fs"} <= set(event["file"])
    assert isinstance(event["result"], int) and event["syscall"] in ("open", "openat")


def test_events_are_numbered_and_in_the_order_of_time(eunomia, runc, name):
    with eunomia.trace("--event", "syscalls") as seen:
        runc.run(name, "/workloads/forkbomb", timeout=120)
    events = seen.events[:-1]
    assert [e["seq"] for e in events] == list(range(1, len(events) + 1))
    times = [e["time"] for e in events]
    assert times == sorted(times)


def test_wall_clock_times_are_right(eunomia, runc, name):
    before = time.time()
    with eunomia.trace("--event", "exec") as seen:
        runc.run(name, "/bin/true")
    after = time.time()
    told = seen.one("exec", container=name, process__executable__path="/bin/true")["time"]
    moment = datetime.datetime.fromisoformat(told[:26] + "+00:00").timestamp()
    assert before - 0.01 <= moment <= after + 0.01


def test_by_default_one_sees_what_a_person_wants_to_see_first(eunomia, runc, name):
    with eunomia.trace() as seen:
        shell(runc, name, "cat /etc/group; getppid() { :; }; getppid")
    kinds = set(seen.of(container=name).values("event"))
    assert {"exec", "exit", "open", "container"} <= kinds
    assert "syscall" not in kinds


@pytest.mark.parametrize("options, shown, hidden", [
    (["--event", "exec"], {"exec"}, {"open", "exit", "syscall"}),
    (["--event", "exec,exit"], {"exec", "exit"}, {"open"}),
    (["--event", "ex*"], {"exec", "exit"}, {"open"}),
    (["--event", "exec", "--event", "exit"], {"exec", "exit"}, {"open"}),
    (["--exclude-event", "open"], {"exec", "exit"}, {"open"}),
    (["--set", "proc"], {"exec", "exit"}, {"open"}),
    (["--exclude-set", "proc"], {"open"}, {"exec", "exit"}),
])
def test_events_are_chosen_by_name_glob_and_set(eunomia, runc, name, options, shown, hidden):
    with eunomia.trace(*options) as seen:
        shell(runc, name, "cat /etc/group")
    kinds = set(seen.of(container=name).values("event"))
    assert shown <= kinds and not hidden & kinds, kinds


def test_a_syscall_is_an_event_by_its_name(eunomia, runc, name):
    with eunomia.trace("--event", "mkdir*,getuid") as seen:
        shell(runc, name, "mkdir /tmp/d; id")
    calls = set(seen.of("syscall", container=name).values("syscall"))
    assert "getuid" in calls and calls <= {"getuid", "mkdir", "mkdirat"}


@pytest.mark.parametrize("word", ["syscalls", "sys_enter"])
def test_every_syscall_can_be_asked_for(eunomia, runc, name, word):
    with eunomia.trace("--event", word) as seen:
        runc.run(name, "/bin/cat", "/etc/group")
    calls = set(seen.of("syscall", container=name).values("syscall"))
    assert {"execve", "brk", "read", "write", "close", "exit_group"} <= calls, calls


def test_syscall_arguments_are_shown_by_name_and_type(eunomia, runc, name):
    with eunomia.trace("--event", "dup3,openat,mmap", "--comm", "calls") as seen:
        shell(runc, name, "touch /tmp/go; /workloads/calls")
    dup3 = seen.some("syscall", syscall="dup3", args__newfd__fd=50)[0]
    assert dup3["args"]["flags"] == ["O_CLOEXEC"] and dup3["result"] == 50
    assert seen.some("syscall", syscall="dup3", result="EINVAL")
    mapped = seen.some("syscall", syscall="mmap", args__len=1 << 16)[0]
    assert mapped["args"]["prot"] == ["PROT_READ"]
    assert set(mapped["args"]["flags"]) == {"MAP_PRIVATE", "MAP_ANONYMOUS"}


def test_durations_are_shown_on_request(eunomia, runc, name):
    with eunomia.trace("--event", "clock_nanosleep,nanosleep", "--durations") as seen:
        runc.run(name, "/bin/sleep", "0.2")
    assert seen.some("syscall", container=name)[-1]["duration"] >= 200_000_000


def test_failures_alone_can_be_asked_for(eunomia, runc, name):
    with eunomia.trace("--event", "open", "--failed") as seen:
        shell(runc, name, "cat /etc/group /etc/shadow")
    paths = seen.some("open", container=name).values("file.path")
    assert "/etc/shadow" in paths and "/etc/group" not in paths


@pytest.mark.parametrize("options", [(), ("--failed", "--event", "syscalls")])
def test_what_a_handlers_end_puts_back_is_no_failure(eunomia, runc, name, options):
    with eunomia.trace(*options) as seen:
        runc.run(name, "/workloads/handler")
    assert not seen.of("syscall", container=name, syscall="rt_sigreturn")
    with eunomia.trace("--event", "rt_sigreturn") as seen:
        runc.run(name, "/workloads/handler")
    assert "EPERM" in seen.some("syscall", container=name).values("result")


def test_processes_are_chosen_by_name(eunomia, runc, name):
    with eunomia.trace("--event", "open", "--comm", "cat") as seen:
        shell(runc, name, "cat /etc/group; head /etc/group")
    assert set(seen.some("open", container=name).values("process.name")) == {"cat"}


def test_processes_are_left_out_by_name(eunomia, runc, name):
    with eunomia.trace("--event", "open", "--exclude-comm", "cat") as seen:
        shell(runc, name, "cat /etc/group; head /etc/group")
    names = seen.some("open", container=name).values("process.name")
    assert "head" in names and "cat" not in names


def test_a_process_is_chosen_with_its_children(eunomia, runc, name):
    first = runc.start(f"{name}-a", "/bin/sh", "-c", "while :; do cat /etc/group; sleep 0.1; done")
    second = runc.start(f"{name}-b", "/bin/sh", "-c", "while :; do cat /etc/group; sleep 0.1; done")
    try:
        with eunomia.trace("--event", "open", "--pid", first.pid, "--count", "3") as seen:
            seen.wait(15)
        seen.some("open", container=first.name)
        seen.none("open", container=second.name)
    finally:
        first.stop()
        second.stop()


def test_a_process_is_chosen_with_the_children_it_has(eunomia, runc, name):
    loop = "while :; do cat /etc/group; sleep 0.1; done"
    container = runc.start(name, "/bin/sh", "-c", f"/bin/sh -c '{loop}' & wait")
    try:
        with eunomia.trace("--event", "open", "--pid", container.pid, "--count", "3") as seen:
            seen.wait(15)
        seen.some("open", container=name, process__name="cat")
    finally:
        container.stop()


def test_of_containers_those_of_chosen_processes_are_told(eunomia, runc, name, tmp_path):
    """And what becomes of them: not of those that are there besides, or come and go."""
    first = runc.start(f"{name}-a", "/bin/sleep", "1000")
    second = runc.start(f"{name}-b", "/bin/sleep", "1000")
    kept = tmp_path / "kept.eunomia"
    try:
        watch = eunomia.start("trace", "-o", "json", "--pid", first.pid, "--record", kept)
        runc.run(f"{name}-c", "/bin/true")
        second.stop()
        first.stop()
        assert watch.stop() == 0, watch.said()
    finally:
        first.stop()
        second.stop()
    told = watch.of("container")
    assert {e["container"]["name"] for e in told} == {f"{name}-a"}
    actions = [e["action"] for e in told]
    assert actions[0] == "found" and "stopped" in actions, actions
    for option in ((), ("--pid", first.pid)):
        replayed = parse(eunomia.run("replay", kept, "-o", "json", *option).stdout).of("container")
        assert [(e["container"]["name"], e["action"], e["time"]) for e in replayed] == [
            (e["container"]["name"], e["action"], e["time"]) for e in told]


def test_a_container_that_a_chosen_process_makes_is_told_from_its_beginning(eunomia, runc, name):
    command = shlex.join(map(str, runc.command(name, "/bin/true")))
    starter = subprocess.Popen(["/bin/sh", "-c", f"read line; {command}"], stdin=subprocess.PIPE)
    try:
        with eunomia.trace("--event", "container", "--pid", starter.pid) as seen:
            starter.communicate(b"\n", 30)
    finally:
        starter.kill()
        starter.wait()
    actions = [e["action"] for e in seen.of("container", container=name)]
    assert actions[:2] == ["created", "started"] and "stopped" in actions, actions
    assert {e["container"]["name"] for e in seen.of("container")} == {name}


def test_processes_of_the_host_are_known_before_their_first_event(eunomia):
    sleeper = subprocess.Popen(["/bin/sh", "-c", "read line"], stdin=subprocess.PIPE)
    try:
        with eunomia.trace("--event", "exit", "--pid", sleeper.pid, "--count", "1") as seen:
            sleeper.stdin.close()
            seen.wait(15)
    finally:
        sleeper.kill()
        sleeper.wait()
    for event in seen.some("exit"):
        assert event["process"]["name"] == "sh" and event["process"]["existed"], event
        assert not event["process"]["key"].endswith("-0"), event


READS_AND_BECOMES_ANOTHER = ("/bin/sh", "-c", "read line; read first </etc/passwd; exec cat")


def test_a_process_from_before_keeps_its_key_when_it_executes(eunomia):
    sleeper = subprocess.Popen(READS_AND_BECOMES_ANOTHER, stdin=subprocess.PIPE)
    try:
        with eunomia.trace("--event", "open,exec,exit", "--pid", sleeper.pid) as seen:
            sleeper.communicate(b"\n", 15)
    finally:
        sleeper.kill()
        sleeper.wait()
    own = seen.of(process__pid=sleeper.pid)
    assert own.of(file__path="/etc/passwd", process__name="sh") and own.of("exit")
    assert len(set(own.values("process.key"))) == 1
    assert set(own.values("process.existed")) == {True}


def test_a_process_has_one_key_in_every_output(eunomia, tmp_path):
    first = eunomia.start("trace", "-o", "json", "--event", "exec", "--all")
    sleeper = subprocess.Popen(READS_AND_BECOMES_ANOTHER, stdin=subprocess.PIPE)
    try:
        with eunomia.trace("--event", "open", "--pid", sleeper.pid) as second:
            sleeper.communicate(b"\n", 15)
    finally:
        sleeper.kill()
        sleeper.wait()
    assert first.stop() == 0
    began = first.of("exec", process__pid=sleeper.pid)
    found = second.some("open", file__path="/etc/passwd", process__name="sh")
    assert set(began.values("process.key")) == set(found.values("process.key"))


def test_the_process_that_becomes_the_command_was_not_there_before(eunomia, tmp_path):
    done = eunomia.run("trace", "-o", "json", "--event", "exec,exit",
                       "--output", tmp_path / "events", "--", "/bin/true")
    assert done.returncode == 0, done.stderr
    own = parse((tmp_path / "events").read_bytes()).some(process__name="true")
    assert own.values("event") == ["exec", "exit"]
    assert own.values("process.existed") == [None, None]


def test_users_are_chosen_by_id(eunomia, runc, name):
    with eunomia.trace("--event", "open", "--uid", "65534") as seen:
        shell(runc, name, "cat /etc/passwd; su nobody -c 'cat /etc/group'")
    assert set(seen.some("open", container=name).values("process.user.id")) == {65534}


def test_an_expression_filters_over_any_field(eunomia, runc, name):
    with eunomia.trace("--event", "open", "--filter",
                       'file.path ^= "/etc/" && process.user.id != 0') as seen:
        shell(runc, name, "cat /etc/passwd; su nobody -c 'cat /etc/group'")
    for event in seen.some("open", container=name):
        assert event["file"]["path"].startswith("/etc/") and event["process"]["user"]["id"]


def test_an_image_selects_containers(eunomia, docker, runc, name):
    with eunomia.know(docker).trace("--event", "exec", "--image", "e2e.test/tiny") as seen:
        runc.run(f"{name}-bare", "/bin/false", check=False)
        container = docker.start(name, "/bin/sleep", "1000")
        container.exec("/bin/true")
        container.stop()
    seen.some("exec", container=name)


def test_trace_ends_after_a_duration(eunomia):
    begin = time.monotonic()
    done = eunomia.run("trace", "-o", "json", "--duration", "1s")
    assert done.returncode == 0 and parse(done.stdout)[-1]["event"] == "summary"
    assert 1 <= time.monotonic() - begin < 10


def test_trace_ends_after_a_count(eunomia, runc, name):
    with eunomia.trace("--event", "open", "--count", "2") as seen:
        shell(runc, name, "for i in 1 2 3 4 5; do cat /etc/group; done")
        assert seen.wait() == 0
    assert len(seen.of("open")) == 2 and seen.summary["events"] == 2


@pytest.mark.parametrize("sig", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_drains_and_ends_well(eunomia, runc, name, sig):
    watch = eunomia.start("trace", "-o", "json", "--event", "syscalls", "--container", name)
    runc.run(name, "/workloads/forkbomb", timeout=120)
    assert watch.stop(sig) == 0
    assert watch.some("syscall", syscall="exit_group")
    assert watch.summary["complete"] is True


@pytest.mark.parametrize("verb", ["trace", "record", "report"])
def test_under_nohup_a_hangup_ends_nothing(eunomia, tmp_path, verb):
    def start(file):
        return eunomia.start(verb, *(["-o", tmp_path / file] if verb == "record" else []))

    assert start("1.eunomia").stop(signal.SIGHUP) == 0
    eunomia.prefix = ["nohup"]
    watch = start("2.eunomia")
    watch.process.send_signal(signal.SIGHUP)
    time.sleep(0.5)
    assert watch.process.poll() is None
    assert watch.stop() == 0


def test_a_user_signal_prints_the_loss_statement_and_goes_on(eunomia, runc, name):
    watch = eunomia.start("trace", "-o", "json", "--event", "exec")
    watch.process.send_signal(signal.SIGUSR1)
    time.sleep(0.5)
    assert watch.process.poll() is None
    assert "complete" in watch.said()
    assert watch.stop() == 0


def test_output_goes_to_a_file_that_only_the_owner_reads(eunomia, runc, name, tmp_path):
    path = tmp_path / "events"
    watch = eunomia.start("trace", "-o", "json", "--event", "exec", "--output", path)
    runc.run(name, "/bin/true")
    assert watch.stop() == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert parse(path.read_bytes()).one("exec", container=name,
                                        process__executable__path="/bin/true")


def test_errors_go_to_a_file(eunomia, tmp_path):
    path = tmp_path / "errors"
    done = eunomia.run("trace", "-o", "json", "--errors", path, "--duration", "1s",
                       "--", "/no/such/program")
    assert done.returncode == 127
    assert "/no/such/program" in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_csv_has_a_header_and_the_asked_for_fields(eunomia, runc, name):
    watch = eunomia.start("trace", "-o", "csv", "--event", "exec", "--fields",
                          "event,container.name,process.executable.path,args")
    runc.run(name, "/bin/echo", "a,b", 'say "x"', "new\nline")
    assert watch.stop() == 0
    rows = list(csv.reader(io.StringIO(watch.out.read_text())))
    assert rows[0] == ["event", "container.name", "process.executable.path", "args"]
    assert [row[:3] for row in rows].count(["exec", name, "/bin/echo"]) == 1


def test_json_shows_only_the_asked_for_fields(eunomia, runc, name):
    with eunomia.trace("--event", "exec", "--fields", "process.pid,container.name") as seen:
        runc.run(name, "/bin/true")
    event = seen.of(container__name=name)[0]
    assert set(event) <= {"process", "container", "event"} and set(event["process"]) == {"pid"}


def test_the_table_is_readable_and_names_the_container(eunomia, runc, name):
    watch = eunomia.start("trace", "--event", "exec")
    runc.run(name, "/bin/echo", "esc\x1b[31mape", "bell\a")
    assert watch.stop() == 0
    table = watch.out.read_text()
    line = [line for line in table.splitlines() if "/bin/echo" in line]
    assert line and name[:8] in line[0], table
    assert "\x1b[31m" not in table and "\a" not in table


def test_exit_code_of_command_is_returned(eunomia):
    done = eunomia.run("trace", "-o", "json", "--", "/bin/sh", "-c", "exit 42")
    assert done.returncode == 42


def test_a_commands_death_by_signal_is_returned_as_128_and_the_signal(eunomia):
    done = eunomia.run("trace", "-o", "json", "--", "/bin/sh", "-c", "kill -KILL $$")
    assert done.returncode == 128 + signal.SIGKILL


def test_a_command_that_is_not_there_is_127(eunomia):
    done = eunomia.run("trace", "-o", "json", "--", "/no/such/program")
    assert done.returncode == 127 and "/no/such/program" in done.stderr


@pytest.mark.parametrize("program", ["/etc/passwd", "/"])
def test_a_command_that_cannot_be_executed_is_126(eunomia, program):
    done = eunomia.run("trace", "-o", "json", "--", program)
    assert done.returncode == 126 and f"{program}: Permission denied" in done.stderr


def test_a_script_whose_interpreter_is_missing_is_told_as_such(eunomia, tmp_path):
    (tmp_path / "script").write_text("#!/no/such/interpreter\n")
    (tmp_path / "script").chmod(0o755)
    done = eunomia.run("trace", "-o", "json", "--", tmp_path / "script")
    assert done.returncode == 126 and "its interpreter is not there" in done.stderr


def test_a_command_has_the_standard_input_and_output(eunomia):
    done = subprocess.run([str(BINARY), "trace", "-o", "json", "-e", "exec", "--", "/bin/cat"],
                          input=b"what is\0asked\n", capture_output=True, env=eunomia.env,
                          timeout=60, check=False)
    assert done.returncode == 0 and done.stdout == b"what is\0asked\n", done.stderr


@pytest.mark.parametrize("form", [("-o", "json"), ("--schema", "ctrace")], ids=["json", "ctrace"])
def test_beside_a_silent_command_each_line_of_standard_error_is_json(eunomia, form):
    done = eunomia.run("trace", "-e", "exec", *form, "--", "/bin/true")
    events = parse(done.stderr.encode())
    names = [e.get("event") or e.get("eventName") for e in events if "level" not in e]
    assert names == ["exec", "summary"]
    done = eunomia.run("trace", "-e", "exec", *form, "--", "/no/such/program")
    [said] = [e for e in parse(done.stderr.encode()) if "level" in e]
    assert said["level"] == "error" and said["message"] == "/no/such/program: command not found"


@pytest.mark.parametrize("verb", [("trace", "-e", "exec", "--duration", "100ms"),
                                  ("report", "--", "/bin/true")], ids=["trace", "report"])
def test_messages_that_go_where_json_goes_are_json(eunomia, tmp_path, verb):
    with open(tmp_path / "both", "wb") as both:
        done = subprocess.run([str(BINARY), *verb[:1], "-o", "json", *verb[1:]], stdout=both,
                              stderr=subprocess.STDOUT, env=eunomia.env, timeout=60, check=False)
    said = (tmp_path / "both").read_text()
    assert done.returncode == 0 and said
    decoder, at, found = json.JSONDecoder(), 0, []
    while said[at:].strip():
        one, end = decoder.raw_decode(said[at:].lstrip())
        at += end + len(said[at:]) - len(said[at:].lstrip())
        found.append(one)
    assert all("level" in one or "complete" in one or "event" in one for one in found)
    assert not any(one.get("message", "").startswith(("watching", "complete")) for one in found)


def test_csv_beside_a_silent_command_has_nothing_but_rows(eunomia):
    done = eunomia.run("trace", "-e", "exec", "-o", "csv", "--", "/bin/true")
    rows = list(csv.reader(done.stderr.splitlines()))
    assert len(rows) == 3 and {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("option, found", [
    (("--comm", "averyveryverylongprogram"), {"program", "other", "script"}),
    (("--comm", "*longpro*am"), {"program"}),
    (("--comm", "averyveryverylongpro*am,*otherprog"), {"program", "other", "script"}),
    (("--comm", "averyveryverylongscript"), {"program", "other", "script"}),
    (("--comm", "averyveryverylo"), {"program", "other", "script"}),
    (("--exclude-comm", "averyveryverylongprogram,cp,sh"), {"other", "script"}),
    (("--exclude-comm", "averyveryverylongscript,cp,sh"), {"program", "other", "script"}),
    (("--exclude-comm", "averyveryverylong*prog*,cp,sh"), {"script"}),
])
def test_names_longer_than_the_kernel_keeps_are_told_apart(eunomia, tmp_path, option, found):
    """All three are averyveryverylo to the kernel: which is the script, or a link, nobody knows."""
    names = {"averyveryverylongprogram": "program", "averyveryverylongotherprog": "other",
             "averyveryverylongscript": "script"}
    script = tmp_path / "averyveryverylongscript"
    script.write_text("#!/bin/cat\n")
    script.chmod(0o755)
    out = tmp_path / "out"
    done = eunomia.run("trace", "-e", "exec", "-o", "json", "--output", out, *option, "--", "/bin/sh",
                       "-c", f"cd {tmp_path}; cp /bin/true averyveryverylongprogram;"
                       " cp /bin/true averyveryverylongotherprog; ./averyveryverylongprogram;"
                       " ./averyveryverylongotherprog; ./averyveryverylongscript; :")
    assert done.returncode == 0, done.stderr
    execs = [e for e in parse(out.read_bytes()) if e["event"] == "exec"]
    paths = [e["file"].get("raw_path") or e["file"]["path"] for e in execs]
    assert {names[path.rsplit("/", 1)[1]] for path in paths} == found


def test_a_command_on_the_host_is_traced_with_its_children(eunomia):
    done = eunomia.run("trace", "-o", "json", "--event", "open", "--output",
                       eunomia.directory / "out", "--",
                       "/bin/busybox", "sh", "-c", "/bin/busybox cat /etc/hostname; true")
    assert done.returncode == 0
    events = parse((eunomia.directory / "out").read_bytes())
    events.some("open", file__path="/etc/hostname", process__name="busybox")


def test_a_container_that_a_command_starts_is_traced_from_its_first_instruction(
        eunomia, runtime, name):
    eunomia.know(runtime)
    out = eunomia.directory / "events"
    runtime.started.add(name)
    done = eunomia.run("trace", "-o", "json", "--event", "exec,open", "--output", out, "--",
                       *runtime.command(name, "/bin/sh", "-c", "cat /etc/group; exit 3"))
    assert done.returncode == 3, done.stderr
    events = parse(out.read_bytes())
    entry = events.some("exec", container=name, process__executable__path="/bin/sh")[0]
    assert entry["process"]["container_pid"] == 1
    assert events.some("open", container=name, file__path="/etc/group")


@pytest.mark.parametrize("selection", [
    ("--event", "exec"), ("--event", "exec,exit"), ("--event", "container"), ("--event", "capability"),
    ("--failed", "--event", "open"), ("--uid", "65534", "--event", "exec"),
    ("--label", "asked=for", "--event", "exec"), ("--container", "NAME", "--event", "exec"),
], ids=" ".join)
def test_a_command_is_told_its_container_whatever_is_selected(eunomia, docker, name, selection):
    selection = [name if word == "NAME" else word for word in selection]
    out = eunomia.directory / f"{name}.json"
    command = docker.command(name, "/bin/cat", "/etc/group", "/nothing",
                             flags=("--network", "none", "-u", "65534", "--label", "asked=for"))
    done = eunomia.know(docker).run("trace", "-o", "json", *selection, "--output", out, "--", *command)
    assert done.returncode == 1
    assert parse(out.read_bytes()).some(container__name=name)


@pytest.mark.parametrize("verb", ["trace", "report", "record"])
def test_a_setting_that_leaves_out_the_commands_container_is_named(eunomia, runc, name, tmp_path, verb):
    eunomia.env["EUNOMIA_CONTAINERS"] = "another"
    where = ["--output", tmp_path / "out"]
    for word, says in ((("--container", name), False), ((), True)):
        runc.started.add(name)
        done = eunomia.run(verb, *where, *word, "--", *runc.command(name, "/bin/true"))
        said = "every container of the command is left out by EUNOMIA_CONTAINERS" in done.stderr
        assert done.returncode == 0 and said == says, done.stderr
        where[1] = tmp_path / "again"


def test_that_all_changes_nothing_beside_names_is_said(eunomia):
    done = eunomia.run("trace", "--all", "--container", "nobody", "--duration", "1ms")
    assert done.returncode == 0
    assert "--all changes nothing: containers are chosen (--container)" in done.stderr
    assert "--all" not in eunomia.run("trace", "--all", "--duration", "1ms").stderr


def test_other_containers_are_not_the_commands(eunomia, runc, name):
    other = runc.start(f"{name}-other", "/bin/sh", "-c",
                       "while :; do cat /etc/group; sleep 0.05; done")
    out = eunomia.directory / "events"
    try:
        runc.started.add(name)
        eunomia.run("trace", "-o", "json", "--event", "exec,open", "--output", out, "--",
                    *runc.command(name, "/bin/sleep", "0.3"))
    finally:
        other.stop()
    events = parse(out.read_bytes())
    events.some("exec", container=name)
    events.none(container=other.name)


@pytest.fixture
def neighbour(docker, name):
    """A container of the same engine that is busy, and nobody's."""
    container = docker.start(f"{name}-other", "/bin/sh", "-c",
                             "while :; do cat /etc/group; sleep 0.05; done")
    yield container
    container.stop()


# The first time it waits, the next time it works.
TWICE = ("/bin/sh", "-c", "test -e /tmp/again && exec /bin/cat /etc/group; "
                          "touch /tmp/again; exec sleep 1000")


def waits(docker, *argv):
    """A command that ends when the container, which argv starts, has ended."""
    return ["sh", "-c", '"$@" && exec $WAIT', "sh", *docker.client(*argv)]


def started(docker, container):
    call(*docker.client("stop", "-t", "0", container.name))
    return docker.client("start", "-a", container.name)


def started_by_prefix(docker, container):
    call(*docker.client("stop", "-t", "0", container.name))
    return waits(docker, "start", container.id[:12])


def restarted(docker, container):
    return waits(docker, "restart", "-t", "0", container.name)


def entered(docker, container):
    return docker.entry(container.name, "/bin/cat", "/etc/group")


def entered_by_prefix(docker, container):
    return docker.entry(container.id[:12], "/bin/cat", "/etc/group")


@pytest.mark.parametrize("selection", [("--event", "exec"), ()], ids=["exec", "default"])
@pytest.mark.parametrize("way", [started, started_by_prefix, restarted, entered, entered_by_prefix])
def test_a_container_that_a_command_names_to_docker_is_the_commands(
        eunomia, docker, neighbour, name, way, selection):
    container = docker.start(name, *TWICE)
    wait_until(lambda: not container.exec("/bin/ls", "/tmp/again", check=False).returncode, "the first")
    command = way(docker, container)
    out = eunomia.directory / "events"
    done = eunomia.know(docker).run(
        "trace", "-o", "json", *selection, "--output", out, "--", *command,
        env=dict(eunomia.env, WAIT=" ".join(docker.client("wait", name))))
    assert done.returncode == 0, done.stderr
    assert "complete: " in done.stderr and "not complete" not in done.stderr
    events = parse(out.read_bytes())
    events.some("exec", container=name, process__executable__path="/bin/cat")
    events.none(container=neighbour.name)


@pytest.mark.parametrize("runtime", ["docker", "podman"], indirect=True)
@pytest.mark.parametrize("words", [("stop", "-t", "0"), ("rm", "-f")], ids=" ".join)
def test_a_container_that_a_command_ends_is_the_commands(eunomia, runtime, name, words):
    container = runtime.start(name, "/bin/sleep", "1000")
    other = runtime.start(f"{name}-other", "/bin/sleep", "1000")
    out = eunomia.directory / "events"
    done = eunomia.know(runtime).run("trace", "-o", "json", "--event", "container,exit", "--output",
                                     out, "--", *runtime.client(*words, container.name))
    assert done.returncode == 0, done.stderr
    events = parse(out.read_bytes())
    events.one("container", container=name, action="stopped", exit_code=137)
    events.one("exit", container=name, process__name="sleep")
    assert words[0] != "rm" or events.one("container", container=name, action="removed")
    events.none(container=other.name)


@pytest.fixture
def build(eunomia, docker, tmp_path):
    """What `docker build` of two steps is, with the classic builder: a command line."""
    def command(of, *flags):
        context = tmp_path / of
        context.mkdir()
        (context / "Dockerfile").write_text(
            f"FROM {image.REFERENCE}\nENV of={of}\nRUN /bin/cat /etc/passwd; touch /{of}\n"
            "RUN /bin/cat /etc/group\n")
        return docker.client("build", *flags, str(context))
    eunomia.env["DOCKER_BUILDKIT"] = "0"
    return command


@pytest.fixture
def other_build(eunomia, build):
    """It goes on, over and over."""
    script = f"while {shlex.join(build('other', '--no-cache'))}; do :; done"
    with subprocess.Popen(["sh", "-c", script], env=eunomia.env, stdout=subprocess.DEVNULL,
                          start_new_session=True) as process:
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)


@pytest.mark.usefixtures("other_build")
def test_containers_of_a_build_are_the_commands_that_asked_for_it(eunomia, docker, build):
    out = eunomia.directory / "events"
    done = eunomia.know(docker).run("trace", "-o", "json", "--event", "exec,container", "--output",
                                    out, "--", *build("own", "--no-cache"), env=eunomia.env)
    assert done.returncode == 0, done.stderr
    assert "begun to build" not in done.stderr
    events = parse(out.read_bytes())
    shown = events.of("exec", process__name="cat")
    begun = [line.split()[-1] for line in done.stdout.decode().splitlines() if "Running in" in line]
    ended = {event["container"]["id"][:12] for event in events.of("container", action="stopped")}
    assert len(shown) == 2 and len(begun) == 3 and ended == set(begun[1:]), (begun, ended, shown)


@pytest.mark.parametrize("verb", ["trace", "report"])
def test_a_build_of_which_nobody_tells_the_containers_is_told(eunomia, docker, build, verb):
    done = eunomia.know(docker).run(verb, "--", *build("quiet", "-q", "--no-cache"), env=eunomia.env)
    assert done.returncode == 0, done.stderr
    assert "containers that were begun to build an image may be missing" in done.stderr


@pytest.mark.parametrize("runtime", ["podman", "containerd", "runc", "crun"], indirect=True)
def test_a_container_that_a_command_enters_is_the_commands(eunomia, runtime, name):
    container = runtime.start(name, "/bin/sleep", "1000")
    out = eunomia.directory / "events"
    done = eunomia.know(runtime).run("trace", "-o", "json", "--event", "exec", "--output", out, "--",
                                     *runtime.entry(container.name, "/bin/cat", "/etc/group"))
    assert done.returncode == 0, done.stderr
    parse(out.read_bytes()).some("exec", container=name, process__executable__path="/bin/cat")


@pytest.mark.parametrize("runtime", ["runc", "crun"], indirect=True)
def test_a_container_that_was_created_is_the_commands_that_starts_it(eunomia, runtime, name):
    create = runtime.client("create", "--bundle", runtime.bundle(name, ["/bin/cat", "/etc/group"]), name)
    start, state = (shlex.join(runtime.client(verb, name)) for verb in ("start", "state"))
    runtime.started.add(name)
    subprocess.run(create, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=True, timeout=30)
    out = eunomia.directory / "events"
    done = eunomia.know(runtime).run(
        "trace", "-o", "json", "--event", "exec,container", "--output", out, "--", "/bin/sh", "-c",
        f"{start} && until {state} | grep -q stopped; do sleep 0.05; done")
    assert done.returncode == 0, done.stderr
    events = parse(out.read_bytes())
    events.some("exec", container=name, process__executable__path="/bin/cat")
    events.some("container", container=name, action="started")


@pytest.mark.parametrize("runtime", ["containerd"], indirect=True)
def test_a_container_is_a_scripts_however_much_that_says_before_it(eunomia, runtime, name):
    """Many programs, and arguments that are longer than the record of an exec."""
    run = runtime.client("run", "--rm", "--env", f"X={'x' * 6000}", image.REFERENCE, name,
                         "/bin/cat", "/etc/group")
    script = f"for i in $(seq 200); do /bin/true {name}-$i {'y' * 100}; done; {shlex.join(run)}"
    out = eunomia.directory / "events"
    done = eunomia.know(runtime).run("trace", "-o", "json", "--event", "exec", "--output", out, "--",
                                     "/bin/sh", "-c", script)
    assert done.returncode == 0, done.stderr
    parse(out.read_bytes()).some("exec", container=name, process__executable__path="/bin/cat")


def test_a_report_and_a_recording_are_of_the_container_that_a_command_enters(
        eunomia, docker, neighbour, name):
    container = docker.start(name, "/bin/sleep", "1000")
    eunomia.know(docker)
    file = eunomia.directory / "of.eunomia"
    reports = eunomia.directory / "reports"
    for verb in (("record", "--full", "-o", file), ("report", "-d", reports)):
        done = eunomia.run(*verb, "--", *entered(docker, container))
        assert done.returncode == 0, done.stderr
    index = (reports / "index.json").read_text()
    assert name in index and neighbour.name not in index
    replayed = parse(eunomia.run("replay", file, "-o", "json").stdout)
    replayed.some("open", container=name, file__path="/etc/group")
    replayed.none(container=neighbour.name)


@pytest.mark.parametrize("verb", ["inspect", "top", "logs"])
def test_a_container_that_a_command_only_asks_about_is_not_the_commands(
        eunomia, docker, neighbour, verb):
    out = eunomia.directory / "events"
    done = eunomia.know(docker).run("trace", "-o", "json", "--output", out, "--",
                                    *docker.client(verb, neighbour.name))
    assert done.returncode == 0, done.stderr
    parse(out.read_bytes()).none(container=neighbour.name)


def test_the_ctrace_schema_is_kept(eunomia, runc, name):
    watch = eunomia.start("trace", "-o", "json", "--schema", "ctrace", "--event", "syscalls",
                          "--container", name)
    runc.run(name, "/bin/cat", "/etc/group")
    assert watch.stop() == 0
    lines = [parse_line(line) for line in watch.out.read_bytes().splitlines()]
    objects = [one for one in lines if one.get("eventName") in ("open", "openat")]
    assert objects, lines[:3]
    assert {"timestamp", "processId", "threadId", "parentProcessId", "userId", "mountNamespace",
            "pidNamespace", "processName", "hostName", "eventId", "eventName", "argsNum",
            "returnValue", "args"} == set(objects[0])
    assert all({"name", "type", "value"} == set(arg) for arg in objects[0]["args"])
    assert objects[0]["argsNum"] == len(objects[0]["args"])
    assert all(one["mountNamespace"] for one in objects)


def test_flags_inside_of_a_struct_are_one_string_in_the_ctrace_schema(eunomia, runc, name):
    watch = eunomia.start("trace", "--schema", "ctrace", "--event", "openat2",
                          "--container", name)
    runc.run(name, "/workloads/rooted")
    assert watch.stop() == 0
    lines = [parse_line(line) for line in watch.out.read_bytes().splitlines()]
    calls = [one for one in lines if one.get("eventName") == "openat2"]
    [how] = [arg["value"] for arg in calls[0]["args"] if arg["name"] == "how"]
    assert how["flags"] == "O_WRONLY" and how["resolve"] == "RESOLVE_IN_ROOT"


def test_arguments_that_match_a_pattern_are_redacted(eunomia, runc, name):
    with eunomia.trace("--event", "exec", "--redact", "password=.*") as seen:
        runc.run(name, "/bin/echo", "user=me", "password=hunter2")
    event = seen.one("exec", container=name, process__executable__path="/bin/echo")
    assert "user=me" in event["args"] and "hunter2" not in json.dumps(event)


@pytest.mark.parametrize("form", [("trace", "-o", "json"), ("trace", "-o", "table"),
                                  ("trace", "-o", "csv"), ("trace", "--schema", "ctrace"),
                                  ("report", "-o", "json", "-c", "*")],
                         ids=["json", "table", "csv", "ctrace", "report"])
def test_a_secret_of_two_arguments_is_redacted_everywhere(eunomia, runc, name, tmp_path, form):
    out = tmp_path / "out"
    script = "exec /bin/echo shown --password hunter2"
    done = eunomia.run(*form, "--output", out, "--redact", r"--password \S+", "--",
                       *runc.command(name, "/bin/sh", "-c", script))
    assert done.returncode == 0, done.stderr
    said = out.read_text()
    assert "[redacted]" in said and "shown" in said
    assert "hunter2" not in said


def test_a_secret_is_redacted_whose_end_was_cut_off(eunomia, tmp_path):
    out = tmp_path / "out.json"
    key = f"-----BEGIN KEY-----{'x' * 5400}-----END KEY-----"
    done = eunomia.run("trace", "-e", "exec", "-o", "json", "--output", out, "--redact",
                       "-----BEGIN.*?-----END KEY-----", "--", "/bin/true", "before", key)
    assert done.returncode == 0, done.stderr
    [event] = [e for e in parse(out.read_bytes()) if e["event"] == "exec"]
    assert event["args_cut"]
    assert event["args"] == ["/bin/true", "before", "[redacted]"]


def test_files_open_before_the_start_are_known(eunomia, runc, name):
    container = runc.start(name, "/bin/sh", "-c",
                           "exec 3</etc/group; while :; do sleep 0.1; read line <&3; done")
    try:
        with eunomia.trace("--event", "read", "--container", name, "--count", "3") as seen:
            seen.wait(15)
        reads = seen.some("syscall", syscall="read")
        assert "/etc/group" in json.dumps([field(e, "args") for e in reads])
    finally:
        container.stop()


def test_capability_checks_are_told_where_the_kernel_tells_them(eunomia, runc, name):
    with eunomia.trace("--event", "capability") as seen:
        shell(runc, name, "mount -t tmpfs none /tmp; chown 1 /tmp")
    refused = seen.some("capability", container=name, capability="CAP_SYS_ADMIN")
    assert refused


def test_the_first_event_comes_soon(eunomia, runc, name):
    """Half a second is the aim; the machine that runs this may be busy, so the best of three."""
    container = runc.start(name, "/bin/sh", "-c", "while :; do /bin/true; done")
    try:
        took = []
        for _ in range(3):
            begin = time.monotonic()
            eunomia.start("trace", "-o", "json", "--event", "exec", "--count", "1").wait()
            took.append(time.monotonic() - begin)
        assert min(took) < 1.0, took
    finally:
        container.stop()


def test_memory_stays_bounded(eunomia, runc, name):
    watch = eunomia.start("trace", "-o", "json", "--event", "syscalls")
    runc.run(name, "/workloads/forkbomb", timeout=120)
    status = open(f"/proc/{watch.process.pid}/status", encoding="ascii").read()
    peak = int(status.partition("VmHWM:")[2].split()[0])
    assert watch.stop() == 0
    assert peak <= 64 * 1024, f"{peak} KiB"


def test_five_thousand_short_processes_are_all_told(eunomia, runc, name):
    with eunomia.trace("--event", "fork,exit") as seen:
        runc.run(name, "/workloads/forkbomb", timeout=120)
    assert seen.summary["complete"] is True
    forks = seen.of("fork", container=name, process__name="forkbomb")
    assert len(forks) == 5000
    ended = {e["process"]["pid"] for e in seen.of("exit", container=name)}
    assert {e["child"]["pid"] for e in forks} <= ended


def test_two_eunomias_do_not_disturb_each_other(eunomia, runc, name):
    with eunomia.trace("--event", "exec") as first, eunomia.trace("--event", "exec") as second:
        runc.run(name, "/bin/true")
    for seen in first, second:
        seen.one("exec", container=name, process__executable__path="/bin/true")


def test_help_is_there_without_root_and_kernel(eunomia):
    done = eunomia.run("trace", "--help")
    assert done.returncode == 0 and b"--container" in done.stdout


def test_the_same_call_reports_the_same_process(eunomia, runc, name):
    with eunomia.trace("--event", "exec,exit") as seen:
        call(*runc.command(name, "/bin/true"))
    execs = seen.one("exec", container=name, process__executable__path="/bin/true")
    ended = seen.one("exit", container=name, process__pid=execs["process"]["pid"])
    assert ended["process"]["key"] == execs["process"]["key"]


def test_arguments_that_are_cut_or_unreadable_are_marked(eunomia, runc, name):
    with eunomia.trace("--event", "execve,open,openat,syscalls", "--comm", "badnames") as seen:
        runc.run(name, "/workloads/badnames")
    events = seen.events.of("syscall", container=name)
    empty, bad = events.of(syscall="execve", args__filename="/not-here")
    assert empty["args"]["argv"] == ["first", "", "third", ""] and "args_state" not in empty
    assert bad["args"]["argv"] == ["first"]
    assert bad["args_state"] == {"argv": ["unreadable"]}
    unlink = events.one(syscall="unlink")
    assert unlink["args"]["pathname"] == "0x8"
    assert unlink["args_state"] == {"pathname": ["unreadable"]}
    mkdir = events.one(syscall="mkdir")
    assert mkdir["args_state"] == {"pathname": ["truncated"]}


@pytest.mark.parametrize("command, code", [("true", 0), ("/nosuch", 127), ("/etc/passwd", 126)])
def test_who_looks_for_the_command_is_none_of_its_events(eunomia, tmp_path, command, code):
    output, recording = tmp_path / "output", tmp_path / "r.eunomia"
    wanted = ("-e", "syscalls,exec,exit", "-o", "json")
    done = eunomia.run("trace", *wanted, "--output", output, "--record", recording, "--", command)
    assert done.returncode == code
    events = parse(output.read_bytes())
    assert {field(event, "process.name") for event in events[:-1]} == ({command} - {"/nosuch",
                                                                             "/etc/passwd"})
    assert events[0]["event"] == ("summary" if code else "exec")
    again = eunomia.run("replay", recording, "--all", *wanted)
    assert again.stdout == output.read_bytes()
