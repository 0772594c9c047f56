# SPDX-License-Identifier: Apache-2.0
"""Whose event is it? Known before the first instruction, for every runtime."""

import contextlib
import json
import os
import pathlib
import signal
import subprocess
import sys

import pytest

from support import cgroups, image
from support.eunomia import Events, field, parse
from support.process import call, descendants_of, stopped, wait_until


def test_the_entrypoints_execve_belongs_to_the_container(eunomia, runtime, name):
    with eunomia.know(runtime).trace("--event", "exec") as seen:
        runtime.run(name, "/bin/true", "one", "two words")
    entry = seen.one("exec", container=name, process__executable__path="/bin/true")
    assert entry["process"]["container_pid"] == 1
    assert entry["args"] == ["/bin/true", "one", "two words"]


def test_what_the_runtimes_init_does_inside_belongs_to_the_container(eunomia, runtime, name):
    with eunomia.know(runtime).trace("--event", "syscalls") as seen:
        runtime.run(name, "/bin/true")
    inside = seen.some("syscall", container=name, process__container_pid=1)
    before = inside.values("syscall")[:inside.values("syscall").index("execve")]
    assert {"capset", "prctl"} & set(before), before


def test_a_container_that_lives_20ms_is_named(eunomia, runtime, name):
    with eunomia.know(runtime).trace() as seen:
        runtime.run(name, "/bin/true")
    named = seen.some(container=name)
    assert name in named.values("container.name")
    # of a runtime alone the files may be gone before they are read, and then that is said
    if runtime.title not in ("runc", "crun"):
        assert named[-1]["container"].get("metadata_missing") is None


def test_the_runtime_of_a_container_is_known(eunomia, runtime, name):
    with eunomia.know(runtime).trace("--event", "exec,container") as seen:
        container = runtime.start(name, "/bin/sleep", "1000")
        wait_until(lambda: _sleeps(container), "the container's sleep")
        container.exec("/bin/true")
        container.stop()
    assert runtime.title in seen.of(container=name).values("container.runtime")


@pytest.mark.parametrize("runtime", ["runc", "crun"], indirect=True)
def test_the_runtime_of_a_container_that_is_gone_when_one_looks_is_known(eunomia, runtime, name):
    """Nothing is left to be read by the time that Eunomia may: who made the cgroup tells."""
    with eunomia.trace("--event", "exec,container") as seen:
        seen.process.send_signal(signal.SIGSTOP)
        runtime.run(name, "/bin/true")
        runtime.forget(name)
        seen.process.send_signal(signal.SIGCONT)
    told = seen.some(container=name)
    assert set(told.values("container.runtime")) == {runtime.title}
    assert set(told.values("container.image")) == {None}
    assert set(told.values("container.metadata_missing")) == {True}
    assert "metadata_missing" in seen.said()


@pytest.mark.parametrize("runtime", ["runc", "crun"], indirect=True)
def test_an_id_as_long_as_ids_can_be_is_kept_whole(eunomia, runtime, name):
    """Its cgroup's path is one byte longer."""
    id_ = name + "n" * (255 - len(name))
    with eunomia.know(runtime).trace("--event", "exec", "--container", id_) as seen:
        runtime.run(id_, "/bin/true")
    event = seen.one("exec", args=["/bin/true"])
    assert (event["container"]["id"], event["container"]["name"]) == (id_, id_)


def test_what_is_executed_inside_later_belongs_to_the_container(eunomia, runtime, name):
    container = runtime.start(name, "/bin/sleep", "1000")
    try:
        with eunomia.know(runtime).trace("--event", "exec") as seen:
            container.exec("/bin/hostname")
        seen.one("exec", container=container.id, process__executable__path="/bin/hostname")
    finally:
        container.stop()


LOOP = "while :; do cat /etc/group; sleep 0.1; done"


@pytest.fixture
def spaces(containerd, name):
    """A container of this id in each of two namespaces of containerd."""
    clients = {space: containerd.client("-n", space) for space in ("default", f"{name}-two")}
    for space, client in clients.items():
        call(*client, "images", "import", containerd.image.archive)
        call(*client, "run", "-d", "--null-io", "--label", f"space={space}", image.REFERENCE, name,
             "/bin/sh", "-c", LOOP)
    yield clients
    for client in clients.values():
        call(*client, "tasks", "kill", "-s", "SIGKILL", name, check=False)
        call(*client, "tasks", "rm", "-f", name, check=False)
        call(*client, "containers", "rm", name, check=False)
    for left in pathlib.Path("/sys/fs/cgroup").glob(f"**/{name}-two"):
        left.rmdir()


def test_containers_of_one_id_have_each_their_own_labels_and_end(eunomia, spaces, name):
    told = json.loads(eunomia.run("ls", "-o", "json").stdout)
    assert {c["labels"]["space"]: c["cgroup"] for c in told if c["id"] == name} == \
        {space: f"/{space}/{name}" for space in spaces}
    with eunomia.trace("--event", "exec,container", "--container", name) as seen:
        for client in spaces.values():
            call(*client, "tasks", "kill", "-s", "SIGKILL", name)
        wait_until(lambda: seen.out.read_text().count('"stopped"') == 2, "both to end")
    for space in spaces:
        ended = seen.one("container", action="stopped", container__cgroup=f"/{space}/{name}")
        assert ended["container"]["labels"]["space"] == space


def test_containers_of_one_id_are_apart_in_a_recordings_report_too(eunomia, spaces, name, tmp_path):
    watch = eunomia.start("report", "--record", tmp_path / "run.eunomia", "-c", name, "-o", "json")
    for client in spaces.values():
        call(*client, "tasks", "kill", "-s", "SIGKILL", name)
    assert watch.stop() == 0, watch.said()
    live = json.loads(watch.out.read_text())
    assert {one["container"]["cgroup"] for one in live["containers"]} == \
        {f"/{space}/{name}" for space in spaces}
    told = eunomia.run("report", tmp_path / "run.eunomia", "-o", "json").stdout
    assert json.loads(told) == live
    saved = eunomia.run("diff", tmp_path / "run.eunomia", watch.out, "-o", "json")
    assert saved.returncode == 0, saved.stdout
    assert len(json.loads(saved.stdout)["containers"]) == 2


@pytest.mark.parametrize("when", ["begun", "from before"])
@pytest.mark.parametrize("runtime", ["runc", "crun"], indirect=True)
def test_an_id_is_the_runtimes_whatever_its_cgroup_is_called(eunomia, runtime, name, when):
    linux = {"namespaces": [{"type": kind} for kind in ("pid", "mount", "uts")],
             "cgroupsPath": f"/twin-of-{name}"}
    if when == "from before":
        runtime.start(name, "/bin/sh", "-c", LOOP, linux=linux)
    with eunomia.know(runtime).trace("--event", "exec,container", "--container", name) as seen:
        if when == "begun":
            runtime.start(name, "/bin/sh", "-c", LOOP, linux=linux)
        wait_until(lambda: '"/etc/group"' in seen.out.read_text(), "what it executes")
        listed = json.loads(eunomia.know(runtime).run("ls", "-o", "json").stdout)
        runtime.remove(name)
    assert [c["id"] for c in listed if c.get("cgroup", "").endswith(f"/twin-of-{name}")] == [name]
    told = seen.some("exec")
    assert (set(told.values("container.id")), set(told.values("container.name"))) == \
        ({name}, {name})


def test_a_container_that_is_renamed_has_its_new_name(eunomia, docker, name):
    container = docker.start(name, "/bin/sh", "-c", "while :; do cat /etc/group; sleep 0.1; done")
    try:
        with eunomia.know(docker).trace("--event", "container,open") as seen:
            wait_until(lambda: f'"{name}"' in seen.out.read_text(), "its old name")
            call(*docker.client("rename", name, f"{name}-new"))
            wait_until(lambda: f'"{name}-new"' in seen.out.read_text(), "its new name")
        assert seen.some("container", container=f"{name}-new", action="named")
    finally:
        docker.remove(container.id)


def test_a_container_from_before_the_start_is_known_from_the_first_event(eunomia, runtime, name):
    container = runtime.start(name, "/bin/sh", "-c", "while :; do cat /etc/group; sleep 0.1; done")
    try:
        with eunomia.know(runtime).trace("--event", "open", "--count", "5",
                                         "--container", name) as seen:
            seen.wait(15)
        assert seen.some("open", file__path="/etc/group").values("container.id") == \
            [container.id] * len(seen.of("open", file__path="/etc/group"))
    finally:
        container.stop()


def test_a_container_from_before_is_one_container_however_busy(eunomia, runc, name):
    """Its state lies where nobody looks, and it executes while Eunomia is starting."""
    container = runc.start(name, "/bin/sh", "-c", "while :; do cat /etc/group; done >/dev/null")
    try:
        for _ in range(3):
            with eunomia.trace("--event", "exec,container", "--duration", "300ms") as seen:
                seen.wait(15)
            seen.some("exec", container=name)
            seen.none("container", action="created")
        with eunomia.trace("--event", "exec", "--all", "--duration", "300ms") as seen:
            seen.wait(15)
        ours = seen.some("exec", args=["cat", "/etc/group"])
        assert set(ours.values("container.name")) == {name}
    finally:
        container.stop()


@pytest.fixture(params=["podman's parent", "a parent of the user's"])
def pod(request, podman, name):
    """A pod whose infra container is of the tests' own image."""
    parent = [] if request.param == "podman's parent" else ["--cgroup-parent", "/e2e-pods"]
    call(*podman.client("pod", "create", "--name", f"{name}-pod", "--network", "none", *parent,
                        "--infra-image", image.REFERENCE, "--infra-command", "/bin/sleep 1000"))
    yield f"{name}-pod"
    call(*podman.client("pod", "rm", "-f", "-t", "0", f"{name}-pod"), check=False)
    for made in sorted(cgroups.ROOT.glob("**/e2e-pods/**/"), reverse=True):
        with contextlib.suppress(OSError):  # it is gone, or was never made
            made.rmdir()


@pytest.mark.parametrize("when", ["before", "after"])
def test_the_containers_of_a_pod_are_themselves(eunomia, podman, pod, name, when):
    def start():
        return podman.start(name, "/bin/sh", "-c", "while :; do cat /etc/group; sleep 0.1; done",
                            flags=("--pod", pod))

    container = start() if when == "before" else None
    with eunomia.know(podman).trace("--event", "container,exec,open") as seen:
        container = container or start()
        wait_until(lambda: b'"path":"/etc/group"' in seen.out.read_bytes(), "what it opens")
    assert seen.some("open", container=name, file__path="/etc/group")[-1]["container"]["id"] == \
        container.id
    pod_id = call(*podman.client("pod", "inspect", "-f", "{{.Id}}", pod)).stdout.strip()
    seen.none(container__id=pod_id)
    seen.none("exec", process__executable__path="/usr/bin/podman")
    listed = json.loads(eunomia.run("ls", "-o", "json").stdout)
    assert container.id in [each["id"] for each in listed]
    assert pod_id not in [each["id"] for each in listed]
    container.stop()


def test_nested_cgroups_inherit(eunomia, runtime, name):
    container = runtime.start(name, "/bin/sh", "-c", "while :; do cat /etc/group; sleep 0.1; done")
    try:
        with eunomia.know(runtime).trace("--event", "open") as seen:
            cgroups.move_into_nested(container)
            assert cgroups.is_nested(container)
            _let_it_open(container)
        assert seen.some("open", container=name)[-1]["container"]["id"] == container.id
        seen.none("open", file__path="/etc/group", container=None)
    finally:
        container.stop()


def test_a_child_pid_namespace_in_no_known_cgroup_is_a_container(eunomia):
    with eunomia.trace("--event", "exec,open") as seen:
        call("unshare", "--pid", "--fork", "--mount-proc", "/bin/busybox", "cat", "/etc/hostname")
    event = seen.one("open", process__name="busybox", file__path="/etc/hostname")
    assert event["process"]["container_pid"] == 1
    assert event["container"]["id"]


def test_a_pid_namespace_that_has_the_number_of_one_before_is_another_container(eunomia):
    with eunomia.trace("--event", "exec,container") as seen:
        for _ in range(3):
            call("unshare", "--pid", "--fork", "/bin/busybox", "true")
    assert len(seen.some("container", action="created")) == 3
    assert len(seen.some("exec", process__name="busybox")) == 3


SANDBOX = ("unshare", "--pid", "--fork")


def asks_for_its_session(times):
    return [sys.executable, "-c", f"import os\nfor _ in range({times}): os.getsid(0)"]


def life_of(events, args):
    """The events of the PID namespace in which this was executed, from then on to its end."""
    begin = next(i for i, e in enumerate(events) if e["event"] == "exec" and e["args"] == args)
    ours = Events(events[begin:]).of(container__id=field(events[begin], "container.id"))
    ends = [i for i, e in enumerate(ours) if field(e, "action") == "removed"]
    return Events(ours[:ends[0] + 1] if ends else ours)


def is_over(seen, args):
    events = parse(seen.out.read_bytes().rpartition(b"\n")[0] + b"\n")
    return any(e.get("args") == args for e in events) and \
        life_of(events, args).of("container", action="removed")


def test_pid_namespaces_one_after_the_other_have_their_own_counts(eunomia, tmp_path):
    """The kernel gives the number of one to the next."""
    watch = eunomia.start("report", "-d", tmp_path / "report")
    for times in range(11, 17):
        call(*SANDBOX, *asks_for_its_session(times))
    assert watch.stop() == 0, watch.said()
    counts = {}
    for path in (tmp_path / "report").glob("pidns-*.json"):
        about = json.loads(path.read_text())
        for executed in about["executables"]:
            counts[executed["argv"][-1]] = [call_["count"] for call_ in about["syscalls"]
                                            if call_["name"] == "getsid"]
    for times in range(11, 17):
        assert counts[asks_for_its_session(times)[-1]] == [times]


def test_more_pid_namespaces_may_come_and_go_than_there_is_room_for_at_a_time(eunomia):
    last = asks_for_its_session(5)
    with eunomia.trace("--event", "container,exec,getsid") as seen:
        call("/bin/sh", "-c", 'i=0; while [ $((i += 1)) -le 1100 ]; do "$@"; done', "sh",
             *SANDBOX, "/bin/busybox", "true", "1100", timeout=120)
        call(*SANDBOX, *last)
        wait_until(lambda: is_over(seen, last), "the end of the last one")
    assert len(seen.of("exec", args=["/bin/busybox", "true", "1100"])) == 1100
    assert len(life_of(seen.events, last).of(syscall="getsid")) == 5
    assert seen.summary["complete"], seen.summary


def test_a_pid_namespace_is_removed_after_all_that_the_kernel_kills_with_it(eunomia):
    sleep = ["/bin/busybox", "sleep", "1000"]
    first = [sys.executable, "-c",
             f"import subprocess\nfor _ in range(3): subprocess.Popen({sleep})"]
    with eunomia.trace("--event", "container,exec,exit") as seen:
        call(*SANDBOX, *first)
        wait_until(lambda: is_over(seen, first), "its end")
    life = life_of(seen.events, first)
    assert len(life.of("exec", args=sleep)) == 3
    assert len(life.of("exit", process__name="busybox")) == 3
    assert life.of("container").values("action")[-2:] == ["stopped", "removed"]
    assert life[-1]["action"] == "removed"


def test_a_pid_namespace_within_one_ends_without_it(eunomia):
    nested, last = ["/bin/busybox", "true", "nested"], ["/bin/busybox", "true", "last"]
    first = ["/bin/sh", "-c",
             f"i=0; while [ $((i += 1)) -le 30 ]; do {' '.join((*SANDBOX, *nested))}; done; "
             f"{' '.join(last)}; exit 0"]
    with eunomia.trace("--event", "container,exec") as seen:
        call(*SANDBOX, *first)
        wait_until(lambda: is_over(seen, first), "its end")
    life = life_of(seen.events, first)
    assert len(life.of("exec", args=nested)) == 30
    assert len(life.of("exec", args=last)) == 1


def test_a_pid_namespace_from_before_is_removed_when_it_ends(eunomia):
    with subprocess.Popen([*SANDBOX, "--kill-child", "/bin/busybox", "sleep", "1000"]) as sandbox:
        wait_until(lambda: [pid for pid in descendants_of(sandbox.pid) if _executes_busybox(pid)],
                   "what is executed there")
        [pid] = descendants_of(sandbox.pid)
        with eunomia.trace("--event", "container") as seen:
            sandbox.kill()
            wait_until(lambda: len(of_namespace_of(seen, pid)) == 3, "its end")
        assert of_namespace_of(seen, pid) == ["found", "stopped", "removed"]


def test_who_has_ended_and_is_waited_for_is_no_container_that_runs(eunomia, name):
    def listed():
        return [c["id"] for c in json.loads(eunomia.run("ls", "-o", "json").stdout)]
    v2 = [root for root in (cgroups.ROOT / "unified", cgroups.ROOT) if root.is_mount()]
    own = v2[0] / name  # in v1 who has ended is in the root again
    own.mkdir()
    with subprocess.Popen([*SANDBOX, "/bin/busybox", "sleep", "1000"]) as sandbox:
        try:
            wait_until(lambda: descendants_of(sandbox.pid), "what is executed there")
            [pid] = descendants_of(sandbox.pid)
            (own / "cgroup.procs").write_text(str(pid))
            assert name in listed()
            with stopped(sandbox):
                os.kill(pid, signal.SIGKILL)
                wait_until(lambda: "(zombie)" in pathlib.Path(f"/proc/{pid}/status").read_text(),
                           "its end")
                own.rmdir()
                assert not [id_ for id_ in listed() if id_.startswith(name)]
        finally:
            sandbox.kill()


def of_namespace_of(seen, pid):
    """What has become of the container that was found with this process."""
    events = parse(seen.out.read_bytes().rpartition(b"\n")[0] + b"\n")
    ours = events.of("container", action="found", target__pid=pid)
    return events.of("container", container__id=ours.one()["container"]["id"]).values("action") \
        if ours else []


def _executes_busybox(pid):
    with contextlib.suppress(OSError):
        return os.readlink(f"/proc/{pid}/exe").endswith("/busybox")
    return False


def leaderless():
    """The pid, once the first thread has ended."""
    for status in pathlib.Path("/proc").glob("[0-9]*/status"):
        with contextlib.suppress(OSError):
            if "Name:\tleaderless\n" in (text := status.read_text()) and "State:\tZ" in text:
                return int(status.parent.name)
    return None


def test_a_container_whose_first_thread_has_ended_is_found_once(eunomia, runc, name):
    """What runc takes for a container that has stopped."""
    container = runc.start(name, "/workloads/leaderless")
    wait_until(leaderless, "the end of its first thread")
    pid = leaderless()
    try:
        with eunomia.trace("--event", "container,open", "--exclude-comm", "runc*",
                           "--count", "20") as seen:
            seen.wait(30)
        found = [event["container"]["id"] for event in seen.of("container", action="found")
                 if event.get("target") == {"pid": pid}]
        assert found == [container.id]
        seen.some("open", container=name, file__path="/still-here")
    finally:
        os.kill(pid, signal.SIGKILL)
        container.stop()


@pytest.mark.parametrize("when", ["before", "after"])
def test_who_enters_a_containers_namespaces_belongs_to_it(eunomia, runc, name, when):
    container = runc.start(name, "/bin/sleep", "1000") if when == "before" else None
    try:
        with eunomia.trace("--event", "exec,container") as seen:
            container = container or runc.start(name, "/bin/sleep", "1000")
            call("nsenter", "--target", container.pid, "--all", "/bin/cat", "/etc/group")
        seen.one("exec", container=container.id, process__executable__path="/bin/cat")
    finally:
        container.stop()


def test_a_pid_namespace_made_in_a_containers_is_its_own(eunomia, runc, name):
    container = runc.start(name, "/bin/sleep", "1000")
    try:
        with eunomia.trace("--event", "exec,container") as seen:
            call("nsenter", "--target", container.pid, "--pid",
                 "unshare", "--pid", "--fork", "unshare", "--pid", "--fork", "/bin/busybox", "true")
        event = seen.one("exec", process__name="busybox")
        assert event["container"]["id"] == container.id
    finally:
        container.stop()


def test_a_cgroup_that_a_container_removes_is_not_the_containers(eunomia, runc, name):
    container = runc.start(name, "/bin/sleep", "1000")
    try:
        own = [pathlib.Path(f"/sys/fs/cgroup/{controllers}{path}")
               for controllers, path in cgroups.of(container.pid) if container.id in path]
        with eunomia.trace("--event", "container,exec") as seen:
            for directory in own:
                if directory.is_dir():
                    (directory / "nested").mkdir()
                    (directory / "nested").rmdir()
            container.exec("/bin/true")
        seen.none("container", action="removed")
        seen.some("exec", container=name, process__executable__path="/bin/true")
    finally:
        container.stop()


def fill_the_rings():
    """More than fits, on every processor."""
    flood = "import os\nfor _ in range(400000): os.getppid()"
    for cpu in sorted(os.sched_getaffinity(0)):
        call("taskset", "--cpu-list", cpu, "python3", "-c", flood)


def is_told(seen):
    call("/bin/busybox", "true")
    return b"busybox" in seen.out.read_bytes()


@pytest.mark.parametrize("runtime", ["docker", "runc"], indirect=True)
def test_a_container_whose_beginning_was_lost_is_found_again(eunomia, runtime, name, tmp_path):
    recording = tmp_path / "all.eunomia"
    with eunomia.know(runtime).trace("--all", "--event", "getppid,exec,exit,container",
                                     "--record", recording) as seen:
        seen.process.send_signal(signal.SIGSTOP)
        fill_the_rings()
        container = runtime.start(name, "/bin/sleep", "1000")
        runtime.run(f"{name}-gone", "/bin/true")
        seen.process.send_signal(signal.SIGCONT)
        wait_until(lambda: is_told(seen), "that it reads what happens now")
        container.exec("/bin/cat", "/etc/group")
        container.stop()
    lost = seen.one("container", container=container.id, action="recovered")
    assert lost["container"]["recovered"] and "existed" not in lost["container"]
    created = seen.of("container", container=container.id, action="created")
    assert len(created) == (runtime.title == "docker") and created.values("cgroup") == \
        [None] * len(created), "what was lost is told by an engine alone"
    seen.one("exec", process__executable__path="/bin/cat", container=name)
    end = seen.one("exit", process__pid=container.pid)
    assert seen.one("container", container=container.id, action="stopped")["time"] == end["time"]
    assert seen.summary["complete"] is False
    again = parse(eunomia.run("replay", recording, "-o", "json").stdout)
    assert again.summary["lost"] == seen.summary["lost"]


@pytest.mark.parametrize("runtime", ["docker", "runc"], indirect=True)
def test_a_container_whose_end_was_lost_has_ended_all_the_same(eunomia, runtime, name, tmp_path):
    recording = tmp_path / "all.eunomia"
    with eunomia.know(runtime).trace("--all", "--event", "getppid,exec,exit,container",
                                     "--memory", "8M", "--record", recording) as seen:
        container = runtime.start(name, "/bin/sleep", "1000")
        wait_until(lambda: '"started"' in seen.out.read_text(), "its beginning")
        seen.process.send_signal(signal.SIGSTOP)
        fill_the_rings()
        container.stop()
        seen.process.send_signal(signal.SIGCONT)
        wait_until(lambda: '"removed"' in seen.out.read_text(), "its end")
    again = parse(eunomia.run("replay", recording, "-o", "json", "--event", "container").stdout)
    for events in seen, again:
        life = [step for step in events.of("container", container=container.id)
                if step["action"] != "named"]
        assert [step["action"] for step in life] == ["created", "started", "stopped", "removed"]
        assert "exit_code" not in life[2], "nobody has seen it"
        assert events.summary["complete"] is False


def test_more_ends_than_there_are_places_may_be_lost(eunomia, runc, name):
    with eunomia.know(runc).trace("--all", "--event", "getppid,exec,container",
                                  "--memory", "8M") as seen:
        for _ in range(3):
            seen.process.send_signal(signal.SIGSTOP)
            fill_the_rings()
            for _ in range(800):
                place = cgroups.of_containers() / os.urandom(32).hex()
                place.mkdir()
                place.rmdir()
            seen.process.send_signal(signal.SIGCONT)
            wait_until(lambda: is_told(seen), "that it reads what happens now")
        runc.run(name, "/bin/true")
        wait_until(lambda: f'"{name}"' in seen.out.read_text(), "one that comes after them")
    assert seen.of("container", container=name).values("action") == \
        ["created", "started", "stopped", "removed"]
    seen.one("exec", process__executable__path="/bin/true", container=name)


def test_host_processes_are_silent_by_default(eunomia, runc, name):
    with eunomia.trace("--event", "exec,open") as seen:
        call("/bin/busybox", "cat", "/etc/hostname")
        runc.run(name, "/bin/true")
    seen.none(process__executable__path="/bin/busybox", file__path="/etc/hostname")
    assert not [e for e in seen.events if e["event"] != "summary" and "container" not in e]


def test_host_processes_are_shown_on_request_without_a_container(eunomia):
    with eunomia.trace("--all", "--event", "open") as seen:
        call("/bin/busybox", "cat", "/etc/hostname")
    event = seen.one("open", process__name="busybox", file__path="/etc/hostname")
    assert event.get("container") is None


def test_eunomia_leaves_itself_out(eunomia):
    with eunomia.trace("--all", "--event", "syscalls") as seen:
        call("/bin/busybox", "cat", "/etc/hostname")
    seen.none(process__pid=seen.process.pid)


@pytest.mark.parametrize("runtime", ["docker", "podman"], indirect=True)
def test_an_image_has_name_and_tag(eunomia, runtime, name):
    container = runtime.start(name, "/bin/sleep", "1000")
    try:
        with eunomia.know(runtime).trace("--event", "exec") as seen:
            wait_until(lambda: not container.exec("/bin/true").returncode, "an exec")
        about = seen.some("exec", container=name)[-1]["container"]["image"]
        assert (about["name"], about["tag"]) == (image.NAME, image.TAG)
    finally:
        container.stop()


def image_id(runtime, reference=image.REFERENCE):
    [id_] = {id_ for id_ in call(*runtime.client(
        "images", "--no-trunc", "-q", reference)).stdout.split()}
    return id_


@pytest.mark.parametrize("runtime", ["docker", "podman"], indirect=True)
def test_an_image_that_was_asked_for_by_its_id_has_id_name_and_tag(
        eunomia, runtime, name, tmp_path):
    id_ = image_id(runtime)
    short = id_.removeprefix("sha256:")[:12]
    argv = [id_ if word == image.REFERENCE else word for word in runtime.command(name, "/bin/true")]
    expected = {"name": image.NAME, "tag": image.TAG, "id": id_}
    runtime.started.add(name)
    with eunomia.know(runtime).trace("--event", "container", "--image", short,
                                     "--record", tmp_path / "run.eunomia") as seen:
        call(*argv)
    life = seen.some("container", container=name)
    assert [event["action"] for event in life][:2] == ["created", "started"]
    assert {event["container"]["image"]["id"] for event in life} == {id_}
    assert expected.items() <= life[-1]["container"]["image"].items()
    for other, number in ((id_, 1), (short, 1), (f"sha256:{'0' * 12}", 0)):
        done = eunomia.run("report", "-o", "json", "--image", other, tmp_path / "run.eunomia")
        found = json.loads(done.stdout)["containers"]
        assert [about["container"]["image"]["id"] for about in found] == number * [id_], other
    [listed] = json.loads(eunomia.run("ls", "-o", "json", tmp_path / "run.eunomia").stdout)
    assert [one["image"]["id"] for one in listed["containers"] if one["name"] == name] == [id_]


@pytest.mark.parametrize("runs, asked", [("id", "name"), ("name", "id")])
def test_by_its_image_a_container_is_shown_from_its_beginning(eunomia, docker, name, runs, asked):
    called = {"id": image_id(docker), "name": image.REFERENCE}
    argv = [called[runs] if word == image.REFERENCE else word
            for word in docker.command(name, "/bin/true")]
    docker.started.add(name)
    with eunomia.know(docker).trace("--event", "container", "--image", called[asked]) as seen:
        call(*argv)
    life = seen.some("container", container=name)
    assert [event["action"] for event in life if event["action"] != "named"][:2] == \
        ["created", "started"]


def test_an_image_without_a_name_has_its_id(eunomia, docker, name, tmp_path):
    """`docker run $(docker build -q .)`."""
    (tmp_path / "Dockerfile").write_text(f"FROM {image.REFERENCE}\nLABEL of={name}\n")
    id_ = call(*docker.client("build", "-q", tmp_path), env=dict(
        os.environ, DOCKER_BUILDKIT="0")).stdout.split()[-1]
    docker.started.add(name)
    call(*docker.client("run", "-d", "--name", name, id_, "/bin/sleep", "1000"))
    listed = json.loads(eunomia.know(docker).run("ls", "-o", "json").stdout)
    assert [one["image"] for one in listed if one["name"] == name] == [{"id": id_}]
    with eunomia.trace("--event", "container", "--image", id_) as seen:
        call(*docker.client("restart", "-t", "0", name))
    for event in seen.some("container", container=name):
        assert event["container"]["image"] == {"id": id_}


def test_a_name_is_known_without_any_socket(eunomia, docker, name):
    """Docker's own config.v2.json lies beside the bundle; nobody is asked."""
    with eunomia.trace("--event", "exec,container") as seen:
        docker.run(name, "/bin/true")
    by_id = seen.of("exec", process__executable__path="/bin/true")
    assert len(by_id) == 1 and len(by_id[0]["container"]["id"]) == 64


def test_an_event_before_the_name_is_followed_by_one_that_carries_it(eunomia, docker, name):
    with eunomia.know(docker).trace("--event", "exec") as seen:
        container = docker.start(name, "/bin/sleep", "1000")
        wait_until(lambda: not container.exec("/bin/true").returncode, "an exec")
        container.stop()
    early = [i for i, e in enumerate(seen.events) if field(e, "container.id") == container.id
             and e["container"].get("name") != name]
    if early:
        later = [e for e in seen.events[early[-1]:] if e["event"] == "container"
                 and e["container"]["id"] == container.id and e["container"]["name"] == name]
        assert later, seen.events.digest()


@pytest.mark.parametrize("runtime", ["runc", "crun"], indirect=True)
def test_a_list_says_what_a_container_without_an_engine_is_up_to(eunomia, runtime, name):
    def status():
        listed = json.loads(eunomia.know(runtime).run("ls", "--processes", "-o", "json").stdout)
        [found] = [one for one in listed if one["name"] == name]
        return found["status"], [process["pid"] for process in found.get("processes", ())]

    runtime.started.add(name)
    subprocess.run(runtime.client("create", "--bundle",
                                  runtime.bundle(name, ["/bin/sleep", "1000"]), name),
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   check=True, timeout=30)
    _, pid = runtime.identify(name)
    assert status() == ("created", [pid])
    call(*runtime.client("start", name))
    assert status() == ("running", [pid])
    call(*runtime.client("pause", name))
    try:
        assert status() == ("paused", [pid])
    finally:
        call(*runtime.client("resume", name))
    call(*runtime.client("kill", name, "KILL"))
    wait_until(lambda: status() == ("stopped", []), "its end")


def test_labels_select_containers(eunomia, docker, name):
    container = docker.start(name, "/bin/sleep", "1000")
    other = docker.start(f"{name}-other", "/bin/sleep", "1000")
    try:
        with eunomia.know(docker).trace("--event", "exec", "--label", f"role={name}") as seen:
            container.exec("/bin/true")
            other.exec("/bin/false", check=False)
        seen.some("exec", container=name, process__executable__path="/bin/true")
        seen.none(process__executable__path="/bin/false")
    finally:
        container.stop()
        other.stop()


def test_a_label_that_is_cut_is_not_taken_for_the_whole(eunomia, docker, name):
    value = "v" * 6000
    container = docker.start(name, "/bin/sleep", "1000", flags=("--label", f"big={value}"))
    try:
        for asked, found in ((value, True), (value[:4096], False), ("w", False)):
            with eunomia.know(docker).trace("--event", "exec,container", "--label", f"big={asked}",
                                            "--label", f"role={name}") as seen:
                container.exec("/bin/true")
            execs = seen.of("exec", container=name, process__executable__path="/bin/true")
            assert bool(execs) == found, seen.events.digest()
            for told in seen.of("container", container=name):
                if told["container"].get("labels"):
                    assert told["container"]["labels"]["big"] == value[:4096]
                    assert told["container"]["labels_truncated"] is True
        listed = json.loads(eunomia.know(docker).run("ls", "-o", "json").stdout)
        entry = [c for c in listed if c["name"] == name][0]
        assert len(entry["labels"]["big"]) == 4096 and entry["labels_truncated"] is True
    finally:
        container.stop()


def test_a_container_name_selects_from_its_first_instruction(eunomia, runc, name):
    with eunomia.trace("--event", "exec", "--container", f"{name}-wanted") as seen:
        runc.run(f"{name}-wanted-not", "/bin/false", check=False)
        runc.run(f"{name}-wanted", "/bin/true")
    seen.one("exec", process__executable__path="/bin/true")
    seen.none(process__executable__path="/bin/false")


def test_the_life_of_a_container_is_told(eunomia, runtime, name):
    with eunomia.know(runtime).trace("--event", "container") as seen:
        runtime.run(name, "/bin/sh", "-c", "exit 3", check=False)
    life = seen.some("container", container=name)
    told = [action for action in life.values("action") if action != "named"]
    assert told == ["created", "started", "stopped", "removed"], told
    assert life.one("container", action="stopped")["exit_code"] == 3


def test_an_oom_kill_is_told(eunomia, docker, name):
    with eunomia.know(docker).trace("--event", "container,exit") as seen:
        call(*docker.command(name, "/workloads/hungry", flags=("-m", "16m", "--network", "none")),
             check=False)
    seen.one("container", container=name, action="oom")
    assert seen.one("exit", container=name, process__name="hungry",
                    exit__signal="SIGKILL")


def _sleeps(container):
    with open(f"/proc/{container.pid}/cmdline", "rb") as cmdline:
        return cmdline.read().startswith(b"/bin/sleep")


def _let_it_open(container):
    """Waits until the container has made a process and that one has ended."""
    for _ in range(3):
        child = wait_until(lambda: set(descendants_of(container.pid)), "a process inside")
        wait_until(lambda: not child & set(descendants_of(container.pid)), "its end")


GROUPS = ",".join(str(1_000_000_000 + n) for n in range(700))


def started(*argv):
    """A process that waits for its input to end, and is called as it will be."""
    process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"there\n"
    return process


def ended(process):
    process.stdin.close()
    assert process.wait(60) == 0


def test_many_groups_hide_no_capabilities(eunomia):
    process = started("setpriv", "--groups", GROUPS, "python3", "-c", "import os; "
                      "print('there', flush=True); os.read(0, 1); os.setegid(5)")
    with eunomia.trace("--pid", process.pid, "--event", "credentials") as seen:
        ended(process)
    assert seen.one("credentials")["changed"] == ["group"]


def test_many_groups_let_nobody_say_what_its_container_is_called(eunomia, tmp_path):
    id_, engine = "d9" * 32, cgroups.of_containers() / "docker"
    (tmp_path / "config.json").write_text(json.dumps({
        "ociVersion": "1.0", "root": {"path": "/"},
        "annotations": {"io.kubernetes.cri.container-type": "container",
                        "io.kubernetes.cri.container-name": "postgres"}}))
    (engine / id_).mkdir(parents=True)
    try:
        process = started(
            "unshare", "--pid", "--fork", "/bin/bash", "-c",
            f"echo 0 >{engine / id_}/cgroup.procs; exec setpriv --groups {GROUPS} /bin/bash -c "
            f"'exec -a runc /bin/sh -c \"echo there; read x; :\" run -b {tmp_path} {id_}'")
        [found] = [one for one in json.loads(eunomia.run("ls", "-o", "json").stdout)
                   if one["id"] == id_]
        ended(process)
    finally:
        (engine / id_).rmdir()
        with contextlib.suppress(OSError): # others are in it
            engine.rmdir()
    assert found["name"] == id_ and "labels" not in found


def test_what_a_command_does_in_short_namespaces_of_its_own_is_followed(eunomia, tmp_path):
    """Who made the container has ended when its record is read."""
    file = tmp_path / "seen.json"
    script = "for i in 1 2 3 4 5 6 7 8; do unshare --pid --fork /bin/busybox true; done"
    eunomia.run("trace", "-o", "json", "--event", "exec", "--output", file, "--", "sh", "-c", script)
    seen = parse(file.read_bytes())
    assert len(seen.of("exec", process__name="busybox")) == 8
    assert seen.summary["complete"] is True
