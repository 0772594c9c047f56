# SPDX-License-Identifier: Apache-2.0
"""Processes: made, turned into something else, ended."""

import os

import pytest


def run_in(runtime, name, script, **options):
    return runtime.run(name, "/bin/sh", "-c", script, **options)


def test_an_exec_shows_the_resolved_executable_and_its_arguments(eunomia, runc, name):
    with eunomia.trace("--event", "exec") as seen:
        run_in(runc, name, "ln -s /bin/echo /tmp/echo; /tmp/../tmp/echo 'a b' ''")
    event = seen.one("exec", container=name, file__path="/bin/echo")
    assert event["args"] == ["/tmp/../tmp/echo", "a b", ""]
    assert event["process"]["executable"]["path"] == "/bin/echo"


def test_an_exec_of_a_script_names_its_interpreter(eunomia, runc, name):
    with eunomia.trace("--event", "exec") as seen:
        run_in(runc, name, "printf '#!/bin/sh\\ntrue\\n' >/tmp/script; chmod +x /tmp/script; "
                           "/tmp/script")
    event = seen.one("exec", container=name, interpreter="/bin/sh")
    assert event["args"][-1] == "/tmp/script"


def test_of_scripts_of_scripts_the_last_interpreter_is_told(eunomia, runc, name):
    with eunomia.trace("--event", "exec") as seen:
        run_in(runc, name, "cd /tmp; printf '#!/bin/sh\ntrue\n' >one; printf '#!/tmp/one\n' >two; "
                           "chmod +x one two; /tmp/two")
    event = seen.one("exec", container=name, interpreter=lambda value: value)
    assert event["interpreter"] == "/bin/sh" and event["args"] == ["/bin/sh", "/tmp/one", "/tmp/two"]


def test_arguments_beyond_the_limit_are_cut_and_say_so(eunomia, runc, name):
    with eunomia.trace("--event", "exec") as seen:
        run_in(runc, name, "exec /bin/true $(seq 1 3000)")
    event = seen.one("exec", container=name, process__executable__path="/bin/true")
    shown = sum(len(arg) + 1 for arg in event["args"])
    assert event["args_size"] == len("/bin/true") + 1 + sum(len(str(i)) + 1
                                                            for i in range(1, 3001))
    assert 4000 <= shown <= 4200
    assert event["args_cut"] is True
    assert not any("args_cut" in e for e in seen.of("exec", container=name) if e is not event)


def test_clone3_tells_the_signal_at_the_end_as_clone_does(eunomia, runc, name):
    with eunomia.trace("--event", "fork") as seen:
        run_in(runc, name, "touch /tmp/go; exec /workloads/family")
    flags = [set(event.get("flags", [])) for event in seen.of("fork", container=name)]
    assert {"SIGCHLD"} in flags
    assert {"SIGCHLD", "CLONE_CHILD_SETTID", "CLONE_CHILD_CLEARTID"} in flags


@pytest.mark.parametrize("asked", [("-e", "execve"), ("-e", "execveat"),
                                   ("-e", "exec*", "--exclude-event", "execve,exec"),
                                   ("-e", "execve,execveat")])
def test_each_call_that_executes_can_be_asked_for_by_its_name(eunomia, runc, name, asked):
    with eunomia.trace("-c", name, *asked) as seen:
        runc.run(name, "/workloads/execveat")
    calls = {}
    for event in seen.of("syscall"):
        calls.setdefault(event["syscall"], []).append(event["args"])
    assert set(calls) == set(asked[1].split(",")) if "*" not in asked[1] else {"execveat"}
    for args in calls.get("execve", ()):
        assert isinstance(args["filename"], str) and isinstance(args["argv"], list)
    if "execve" in calls:
        assert [a["argv"] for a in calls["execve"]][-2:] == [["true", "two"], ["true", "one"]]
    if "execveat" in calls:
        assert [a["argv"][1:] for a in calls["execveat"]][-7:] == \
            [["again"]] * 3 + [["three"]] * 2 + [["again"], []]


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="has neither fork nor vfork")
def test_fork_and_vfork_have_the_flags_that_they_stand_for(eunomia, runc, name):
    with eunomia.trace("--event", "fork") as seen:
        run_in(runc, name, "touch /tmp/go; exec /workloads/family")
    flags = [set(event.get("flags", [])) for event in
             seen.of("fork", container=name, process__name="family")]
    assert flags.count({"CLONE_VM", "CLONE_VFORK", "SIGCHLD"}) == 1
    assert flags.count({"SIGCHLD"}) == 2  # that of clone3(2) is the other one


def test_a_failed_exec_shows_in_the_syscalls_with_its_errno(eunomia, runc, name):
    with eunomia.trace("--event", "execve") as seen:
        run_in(runc, name, "/no/such/program", check=False)
    event = seen.one("syscall", container=name, syscall="execve", result="ENOENT")
    assert event["args"]["filename"] == "/no/such/program"


@pytest.mark.parametrize("workload, origin", [("memfd", "memfd"), ("deleted", "deleted")])
def test_an_exec_says_where_an_unusual_file_comes_from(eunomia, runc, name, workload, origin):
    with eunomia.trace("--event", "exec") as seen:
        runc.run(name, f"/workloads/{workload}")
    event = seen.of("exec", container=name)[-1]
    assert any(origin in flag.lower() for flag in event["file"]["origin"]), event


def test_an_exec_tells_image_from_upper_layer(eunomia, docker, name):
    with eunomia.know(docker).trace("--event", "exec") as seen:
        docker.run(name, "/bin/sh", "-c", "cp /bin/busybox /www/true; /www/true")
    image = seen.one("exec", container=name, file__path="/bin/sh")
    upper = seen.one("exec", container=name, file__path="/www/true")
    assert any("image" in flag.lower() for flag in image["file"]["origin"]), image
    assert any("upper" in flag.lower() for flag in upper["file"]["origin"]), upper


def test_an_exec_tells_where_a_script_is_from(eunomia, docker, name):
    with eunomia.know(docker).trace("--event", "exec") as seen:
        docker.run(name, "/bin/sh", "-c", "cd /www; printf '#!/bin/sh\ntrue\n' >drop; "
                   "ln -s drop link; printf '#!/www/link\n' >twice; chmod +x drop twice; "
                   "./link; ./twice")
    features = eunomia.run("list", "features").stdout.decode().splitlines()
    [known] = ["  yes  " in line for line in features if line.startswith("scripts")]
    event, twice = seen.of("exec", container=name, interpreter=lambda value: value)
    assert event["file"]["path"] == "/bin/sh" and event["file"]["origin"] == ["image"]
    assert event["process"]["executable"]["path"] == event["file"]["path"]
    assert event["file"]["raw_path"] == "./link"
    seen.none("exec", container=name, interpreter=None, script=lambda value: value)
    if known:
        assert event["script"].pop("inode") != event["file"]["inode"]
        assert event["script"] == {"path": "/www/drop", "device": event["file"]["device"],
                                   "fs": "overlay", "origin": ["upper"]}
        assert twice["script"]["path"] == "/www/twice"
    else:
        assert "script" not in event and "script" not in twice


def test_an_exit_has_code_and_duration(eunomia, runc, name):
    with eunomia.trace("--event", "exit") as seen:
        run_in(runc, name, "sleep 0.3; exit 42", check=False)
    event = seen.one("exit", container=name, exit__code=42)
    assert event["duration"] >= 300_000_000
    assert "signal" not in event["exit"]


@pytest.mark.parametrize("how", ["", "0", "3"])
def test_the_exit_code_is_what_the_parent_is_told(eunomia, runc, name, how):
    with eunomia.trace("--event", "exit") as seen:
        run_in(runc, name, f"/workloads/lastthread {how}; exit $?", check=False)
    event = seen.one("exit", container=name, process__name="lastthread")
    told = seen.one("exit", container=name, process__name="sh")
    assert event["exit"] == told["exit"]
    assert not how or event["exit"] == {"code": int(how)}


def test_a_killed_process_has_its_signal(eunomia, runc, name):
    with eunomia.trace("--event", "exit") as seen:
        run_in(runc, name, "sleep 100 & kill -TERM $!; wait")
    assert seen.one("exit", container=name, exit__signal="SIGTERM")


def test_a_fork_names_the_child_and_what_is_shared(eunomia, runc, name):
    with eunomia.trace("--event", "fork,exec") as seen:
        run_in(runc, name, "/bin/hostname; true")
    child = seen.one("exec", container=name, process__executable__path="/bin/hostname")
    fork = seen.one("fork", container=name, child__pid=child["process"]["pid"])
    assert child["process"]["parent_pid"] == fork["process"]["pid"]
    assert child["process"]["container_pid"] > 1


def test_the_key_of_a_process_stays_the_same_and_is_its_own(eunomia, runc, name):
    with eunomia.trace("--event", "open,exec,exit") as seen:
        run_in(runc, name, "for i in 1 2 3 4 5; do /bin/cat /etc/group; done")
    pairs = {(e["process"]["pid"], e["process"]["key"])
             for e in seen.some("open", container=name)}
    assert len(pairs) == len({pid for pid, _ in pairs}) == len({key for _, key in pairs})


def test_a_change_of_user_and_group_is_told(eunomia, runc, name):
    with eunomia.trace() as seen:
        run_in(runc, name, "su nobody -c /bin/id")
    event = seen.some("credentials", container=name)[-1]
    assert event["process"]["user"]["id"] == 65534


def test_names_with_control_bytes_keep_the_json_valid_and_lose_nothing(eunomia, runc, name):
    with eunomia.trace("--event", "open,exit") as seen:
        runc.run(name, "/workloads/oddnames")
    names = seen.some("open", container=name, file__path=lambda p: p and "odd" in p)
    assert "/tmp/odd\nname\x01" in names.values("file.path")
