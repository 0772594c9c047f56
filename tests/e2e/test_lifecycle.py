# SPDX-License-Identifier: Apache-2.0
"""The life of a container as its engine tells it: a container is created once and removed once, and
may be started and stopped in between as often as one likes."""

import contextlib
import json
import os
import signal
import subprocess
import time

import pytest

from support import cgroups, image, runtimes
from support.eunomia import field, parse
from support.process import Failed, alive, call, end, stopped, wait_until
from support.relay import Relay

ID = "c0ffee" + 58 * "0"


class Engine:
    """Docker or Podman, and the socket it is asked through."""

    def __init__(self, runtime, socket):
        self.runtime, self.socket = runtime, socket
        self.flags = ("--network", "none", *getattr(runtime, "limits", ()))

    def __call__(self, *argv, check=True):
        return call(*self.runtime.client(*argv), check=check)

    def create(self, name, *argv):
        self.runtime.started.add(name)
        self("create", "--name", name, *self.flags, image.REFERENCE, *argv)

    def run(self, name, *argv, flags=(), check=True):
        self.runtime.started.add(name)
        return self("run", "--name", name, *flags, *self.flags, image.REFERENCE, *argv,
                    check=check)

    def stop(self, name):
        self("stop", "-t", "0", name)

    def restart(self, name):
        self("restart", "-t", "0", name)


@contextlib.contextmanager
def service(podman):
    """Podman's API, which is a process of its own and not needed for anything else."""
    socket = podman.state / "api"
    server = subprocess.Popen([*map(str, podman.client("system", "service", "--time", "0")),
                               f"unix://{socket}"], stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_until(lambda: socket.exists() and not call(
            "curl", "-sf", "--unix-socket", socket, "http://d/_ping", check=False).returncode,
            "podman's service")
        yield socket
    finally:
        end(server)


@pytest.fixture(params=["docker", "podman", "docker without a socket", "podman without a socket"])
def engine(request, eunomia):
    """Where there is no socket, what the engine keeps on the disk has to tell."""
    runtime = request.getfixturevalue(request.param.split()[0])
    eunomia.env["EUNOMIA_SOCKETS"] = str(runtime.state / "nobody")
    with contextlib.ExitStack() as stack:
        socket = None
        if "without" not in request.param:
            socket = runtime.socket if runtime.title == "docker" else \
                stack.enter_context(service(runtime))
            eunomia.env["EUNOMIA_SOCKETS"] = str(socket)
        yield Engine(runtime, socket)


def life_of(events, name):
    life = events.of("container", container=name)
    return [step for step in life if step["action"] != "named"]


def told(events, name):
    return [step["action"] for step in life_of(events, name)]


def so_far(watch):
    data = watch.out.read_bytes()
    return parse(data[:data.rfind(b"\n") + 1])


def until(watch, name, *actions):
    """Waits until exactly these have been told of the container."""
    try:
        wait_until(lambda: told(so_far(watch), name) == list(actions), f"{actions} of {name}")
    except Failed as failed:
        raise Failed(f"{failed}, but {told(so_far(watch), name)}") from None


def test_a_container_is_started_again_and_removed(eunomia, engine, name):
    with eunomia.trace("--event", "container") as seen:
        engine.create(name, "/bin/sleep", "1000")
        if engine.socket:
            until(seen, name, "created")
        engine("start", name)
        until(seen, name, "created", "started")
        engine.stop(name)
        until(seen, name, "created", "started", "stopped")
        engine("start", name)
        engine.restart(name)
        engine.stop(name)
        engine("rm", name)
        until(seen, name, "created", *3 * ("started", "stopped"), "removed")
    life = life_of(seen.events, name)
    assert len({step["container"]["id"] for step in life}) == 1
    assert {step["container"]["runtime"] for step in life} == {engine.runtime.title}
    assert [step.get("exit_code") for step in life if step["action"] == "stopped"] == 3 * [137]
    times = [step["time"] for step in seen.events]
    assert times == sorted(times)


def test_one_that_removes_itself_is_removed_once(eunomia, engine, name):
    with eunomia.trace("--event", "container") as seen:
        assert engine.run(name, "/bin/sh", "-c", "exit 3", flags=["--rm"],
                          check=False).returncode == 3
    assert told(seen.events, name) == ["created", "started", "stopped", "removed"]
    assert seen.one("container", container=name, action="stopped")["exit_code"] == 3


def test_one_that_has_ended_is_not_removed(eunomia, engine, name):
    with eunomia.trace("--event", "container") as seen:
        engine.run(name, "/bin/true")
    assert told(seen.events, name) == ["created", "started", "stopped"]


@pytest.mark.parametrize("engine", ["docker", "podman"], indirect=True)
@pytest.mark.parametrize("flags", [[], ["-c"]])
def test_one_that_ended_before_it_could_be_asked_about_has_its_name(eunomia, engine, name, flags):
    flags = [*flags, name] if flags else []
    with eunomia.trace("--event", "container,exec", *flags) as seen:
        with stopped(seen.process):
            engine.run(name, "/bin/true")
        until(seen, name, "created", "started", "stopped")
        engine("start", "-a", name)
        engine("rm", name)
        until(seen, name, "created", *2 * ("started", "stopped"), "removed")
    assert len(seen.some("exec", container=name, process__executable__path="/bin/true")) == 2
    assert len({event["container"]["id"] for event in seen.of("container", container=name)}) == 1
    assert field(life_of(seen.events, name)[0], "container.image.name") == image.NAME


@pytest.mark.parametrize("engine", ["docker", "podman"], indirect=True)
def test_one_that_was_removed_before_it_could_be_asked_about_has_its_name(eunomia, engine, name):
    with eunomia.trace("--event", "container,exec", "-c", name) as seen:
        with stopped(seen.process):
            engine.run(name, "/bin/true", flags=["--rm"])
        until(seen, name, "created", "started", "stopped", "removed")
    seen.one("exec", container=name, process__executable__path="/bin/true")


@contextlib.contextmanager
def relayed(eunomia, runtime, socket):
    relay = Relay(runtime.state / "relay", socket)
    eunomia.env["EUNOMIA_SOCKETS"] = str(relay.socket)
    try:
        yield relay
    finally:
        relay.close()
        relay.socket.unlink()


@pytest.fixture
def relay(eunomia, docker):
    """What stands between Eunomia and Docker's socket."""
    with relayed(eunomia, docker, docker.socket) as relay:
        yield relay


@contextlib.contextmanager
def ended_unseen(watch, docker, relay, name):
    """A container that Eunomia reads of when it has ended; and nobody answers it: its id."""
    with contextlib.ExitStack() as hanging:
        with stopped(watch.process):
            hanging.enter_context(relay.hanging())
            Engine(docker, docker.socket).run(name, "/bin/true")
        yield docker.identify(name)[0]


def events_of(watch, id_):
    return [event for event in so_far(watch) if field(event, "container.id") == id_]


def test_one_that_has_ended_is_told_while_its_engine_hangs(eunomia, docker, relay, name):
    with eunomia.trace("--event", "container,exec") as seen:
        with ended_unseen(seen, docker, relay, name) as id_:
            wait_until(lambda: "removed" in [event.get("action") for event in events_of(seen, id_)],
                       "all of it")
            nameless = events_of(seen, id_)
        wait_until(lambda: so_far(seen).of("container", container=name, action="named"),
                   "its name")
    assert [event.get("action") for event in nameless] == ["created", None, "started", "stopped",
                                                           "removed"]
    assert all(event["container"]["metadata_missing"] for event in nameless)
    assert seen.summary["complete"] is True


def test_what_may_have_the_name_that_was_asked_for_waits(eunomia, docker, relay, name, tmp_path):
    recording = tmp_path / "run.eunomia"
    with eunomia.trace("--event", "container,exec", "-c", name, "--record", recording) as seen:
        with ended_unseen(seen, docker, relay, name):
            time.sleep(2)
        until(seen, name, "created", "started", "stopped")
    seen.one("exec", container=name)
    times = [event["time"] for event in seen.events if "container" in event]
    assert len(times) == 4 and times == sorted(times)
    assert seen.summary["complete"] is True
    assert eunomia.run("replay", recording, "-o", "json").stdout == seen.out.read_bytes()


def test_what_was_not_shown_for_a_name_that_came_too_late_is_lost(eunomia, docker, relay, name):
    with eunomia.trace("--event", "container,exec", "-c", name) as seen:
        with ended_unseen(seen, docker, relay, name):
            time.sleep(11)
        wait_until(lambda: "created" in told(so_far(seen), name), "its name")
    [lost] = [loss for loss in seen.summary["loss"] if loss["place"] == "name"]
    assert seen.summary["complete"] is False
    assert lost["container"]["name"] == name and lost["count"] == 1


def test_what_waits_at_the_end_is_lost(eunomia, docker, relay, name):
    watch = eunomia.start("trace", "-o", "json", "--event", "container,exec", "-c", name)
    with ended_unseen(watch, docker, relay, name):
        assert watch.stop() == 0
    [lost] = [loss for loss in watch.summary["loss"] if loss["place"] == "name"]
    assert watch.summary["complete"] is False and lost["count"] == 1


@pytest.mark.parametrize("seconds, lost", [(1, False), (12, True)])
def test_labels_that_an_engine_tells_late_are_gone_by(eunomia, podman, name, seconds, lost, tmp_path):
    """No file has Podman's labels. What waits ten seconds for them is lost after that, and said to be."""
    work, recording = "while :; do /bin/true; /bin/sleep 0.1; done", tmp_path / "run.eunomia"
    with service(podman) as socket, relayed(eunomia, podman, socket) as relay:
        with eunomia.trace("--event", "container,exec", "--label", f"role={name}",
                           "--record", recording) as seen:
            with relay.hanging():
                podman.start(name, "/bin/sh", "-c", work, flags=("--network", "none"))
                time.sleep(seconds)
            wait_until(lambda: len(so_far(seen).of("exec", container=name)) > 2, "its work")
            podman.remove(name)
    assert told(seen.events, name)[:2] == ["created", "started"]
    assert field(life_of(seen.events, name)[0], "container.labels.role") == name
    assert any(loss["place"] == "name" for loss in seen.summary.get("loss", ())) is lost
    assert seen.summary["complete"] is not lost
    assert eunomia.run("replay", recording, "-o", "json").stdout == seen.out.read_bytes()


def test_an_engine_that_comes_late_is_asked_about_what_runs_already(eunomia, podman, name, tmp_path):
    work = "while :; do /bin/true; /bin/sleep 0.1; done"
    with service(podman) as socket:
        relay = tmp_path / "relay"
        eunomia.env["EUNOMIA_SOCKETS"] = str(relay)
        podman.start(f"{name}-old", "/bin/sh", "-c", work, flags=("--network", "none"))
        with eunomia.trace("--event", "container,exec", "--label", "role") as seen:
            podman.start(f"{name}-new", "/bin/sh", "-c", work, flags=("--network", "none"))
            with contextlib.closing(Relay(relay, socket)):
                for which in "old", "new":
                    wait_until(lambda which=which: len(so_far(seen).of(
                        "exec", container=f"{name}-{which}")) > 2, which)
    assert told(seen.events, f"{name}-old")[:1] == ["found"]
    assert told(seen.events, f"{name}-new")[:1] == ["created"]
    lost = {loss["container"]["name"] for loss in seen.summary["loss"] if loss["place"] == "name"}
    assert {f"{name}-old", f"{name}-new"} <= lost


def test_a_report_by_labels_has_all_of_short_containers(eunomia, podman, name):
    with service(podman) as socket:
        eunomia.env["EUNOMIA_SOCKETS"] = str(socket)
        watch = eunomia.start("report", "-o", "json", "--label", f"role={name}")
        engine = Engine(podman, socket)
        for i in range(3):
            engine.run(f"{name}-{i}", "/bin/sh", "-c", f"exit {i}",
                       flags=["--rm", "--label", f"role={name}"], check=False)
        watch.stop()
    found = json.loads(watch.out.read_text())
    assert found["complete"] is True and len(found["containers"]) == 3
    for about in found["containers"]:
        assert [ran["path"] for ran in about["executables"]] == ["/bin/sh"]
        assert [step["action"] for step in about["lifecycle"]][:2] == ["created", "started"]


def test_a_recording_goes_by_labels_that_were_told_late(eunomia, podman, name, tmp_path):
    recording = tmp_path / "run.eunomia"
    with service(podman) as socket:
        eunomia.env["EUNOMIA_SOCKETS"] = str(socket)
        with eunomia.trace("--event", "container,exec", "--record", recording):
            podman.start(name, "/bin/sleep", "1000", flags=("--network", "none"))
            podman.remove(name)
    again = parse(eunomia.run("replay", recording, "-o", "json", "--label", f"role={name}").stdout)
    again.one("exec", process__executable__path="/bin/sleep")
    assert told(again, name) == ["created", "started", "stopped", "removed"]


def test_labels_that_nobody_could_tell_are_said_to_be_missing(eunomia, podman, name):
    with eunomia.trace("--event", "container", "--label", f"role={name}") as seen:
        podman.start(name, "/bin/sleep", "1000", flags=("--network", "none"))
    assert not seen.of("container", container=name)
    assert "nobody told image or labels of" in seen.said()
    with eunomia.trace("--event", "container", "-c", name) as seen:
        podman.remove(name)
    assert seen.of("container", container=name)[0]["container"]["labels_unknown"] is True


@pytest.mark.parametrize("runtime", ["containerd"], indirect=True)
def test_labels_of_an_image_are_said_to_be_missing_where_others_are_known(eunomia, runtime, name):
    def trace(label):
        with eunomia.know(runtime).trace("--event", "container,exec", "--label", label) as seen:
            runtime.exec(name, "/bin/true")
        return seen

    runtime.start(name, "/bin/sleep", "1000")
    role = trace(f"role={name}")
    role.one("exec", container=name, process__executable__path="/bin/true")
    assert role.one("container", container=name, action="found")["container"]["labels_unknown"] is True
    tier = trace("tier=test")
    assert not tier.of(container=name)
    assert lost_for_a_name(tier.summary, name)


def lost_for_a_name(summary, name):
    return [(loss["class"], loss["count"]) for loss in summary.get("loss", ())
            if loss["place"] == "name" and loss["container"]["name"] == name]


@pytest.mark.parametrize("more, lost", [((), True), (("-c", "another"), False)])
def test_one_that_may_have_been_meant_is_one_loss_live_and_replayed(
        eunomia, podman, name, tmp_path, more, lost):
    """Nobody tells its labels; what is known may exclude it."""
    recording, asked = tmp_path / "run.eunomia", ("--label", f"role={name}", *more)
    watch = eunomia.start("record", "--full", "-o", recording)
    with eunomia.trace("--event", "exec", *asked) as seen:
        podman.start(name, "/bin/sleep", "1000", flags=("--network", "none"))
        podman.remove(name)
    assert watch.stop() == 0, watch.said()
    replayed = eunomia.run("replay", recording, "-o", "json", *asked)
    reported = eunomia.run("report", recording, "-o", "json", *asked)
    for summary in seen.summary, parse(replayed.stdout).summary:
        assert lost_for_a_name(summary, name) == ([("container", 1)] if lost else [])
        assert not lost or summary["complete"] is False
    assert ("which may be meant" in replayed.stderr) is lost
    assert (f"1 container in {name} (name)" in reported.stderr) is lost
    assert not lost or json.loads(reported.stdout)["complete"] is False


@pytest.mark.parametrize("engine", ["docker", "podman"], indirect=True)
def test_one_that_is_never_started_is_created_and_removed(eunomia, engine, name):
    with eunomia.trace("--event", "container") as seen:
        engine.create(name, "/bin/true")
        until(seen, name, "created")
        engine("rm", name)
        until(seen, name, "created", "removed")
    created = life_of(seen.events, name)[0]
    assert field(created, "container.image.name") == image.NAME and "cgroup" not in created


@pytest.mark.parametrize("program", ["/nothing", "/etc/passwd"], ids=["absent", "no program"])
def test_one_that_cannot_be_started_has_failed(eunomia, runtime, name, program):
    with eunomia.know(runtime).trace("--event", "container") as seen:
        assert runtime.run(name, program, check=False).returncode
    told_of = [event for event in seen.of("container") if event["container"]["name"] == name]
    told_of = [event for event in told_of if event["action"] != "named"]
    assert [event["action"] for event in told_of] == ["created", "failed", "removed"]
    assert not any("exit_code" in event for event in told_of)


@pytest.mark.parametrize("behind", [False, True], ids=["beside", "command"])
def test_one_that_does_not_run_is_told_when_it_is_removed(eunomia, docker, name, behind,
                                                                tmp_path):
    engine = Engine(docker, docker.socket)
    eunomia.env["EUNOMIA_SOCKETS"] = str(docker.socket)
    for one in name, f"{name}-other":
        engine.create(one, "/bin/true")
    rm, what = docker.client("rm", name), ("--event", "container")
    if behind:
        out, recording = tmp_path / "out", tmp_path / "run.eunomia"
        eunomia.run("trace", "-o", "json", "--output", out, "--record", recording, *what, "--", *rm)
        events = parse(out.read_bytes())
        assert eunomia.run("replay", "-o", "json", recording).stdout == out.read_bytes()
    else:
        with eunomia.trace(*what) as seen:
            call(*rm)
            until(seen, name, "removed")
        events = seen.events
    [step] = events.of("container", container=name)
    assert step["action"] == "removed" and step["container"]["existed"] is True
    assert not events.of("container", container=f"{name}-other")


def test_one_that_was_made_before_is_found_when_it_is_started(eunomia, engine, name):
    engine.create(name, "/bin/true")
    with eunomia.trace("--event", "container,exec") as seen:
        for _ in range(2):
            engine("start", "-a", name)
        engine("rm", name)
    assert told(seen.events, name) == ["found", *2 * ("started", "stopped"), "removed"]
    assert "existed" not in seen.one("container", container=name, action="found")["container"]


def test_one_that_was_there_before_is_removed(eunomia, engine, name):
    engine.run(name, "/bin/sleep", "1000", flags=["-d"])
    with eunomia.trace("--event", "container") as seen:
        engine("kill", name)
        until(seen, name, "found", "stopped")
        engine("rm", name)
        until(seen, name, "found", "stopped", "removed")


def test_a_replay_tells_the_same(eunomia, engine, name, tmp_path):
    recording = tmp_path / "life.eunomia"
    with eunomia.trace("--event", "container", "--record", recording) as seen:
        engine.create(name, "/bin/sleep", "1000")
        engine("start", name)
        engine.restart(name)
        engine.stop(name)
        engine("rm", name)
    again = parse(eunomia.run("replay", recording, "-o", "json", "--event", "container").stdout)
    assert told(again, name) == ["created", *2 * ("started", "stopped"), "removed"]
    assert again.of("container") == seen.of("container")


@pytest.mark.parametrize("form", ["json", "table"])
def test_a_report_has_it_once_and_so_has_one_of_a_recording(eunomia, engine, name, form, tmp_path):
    recording = tmp_path / "facts.eunomia"
    watch = eunomia.start("report", "-o", form, "-c", name, "--record", recording,
                          "-d", tmp_path / "files")
    engine.create(name, "/bin/cat", "/www/index.html")
    for _ in range(3):
        engine("start", "-a", name)
    engine("rm", name)
    assert watch.stop() == 0, watch.said()
    live = watch.out.read_bytes()
    assert eunomia.run("report", recording, "-o", form).stdout == live
    assert len(list((tmp_path / "files").iterdir())) == 2
    if form != "json":
        return
    [about] = json.loads(live)["containers"]
    assert [step["action"] for step in about["lifecycle"] if step["action"] != "named"] == \
        ["created", *3 * ("started", "stopped"), "removed"]
    assert "runs" not in about and "replicas" not in about
    [page] = [fact for fact in about["files"] if fact["path"] == "/www/index.html"]
    assert page["operations"]["open"] == 3
    [cat] = [fact for fact in about["executables"] if fact["path"] == "/bin/cat"]
    assert cat["count"] == 3
    assert about["complete"], about["loss"]


def test_a_recording_lists_it_once(eunomia, engine, name, tmp_path):
    recording = tmp_path / "life.eunomia"
    watch = eunomia.start("record", "-o", recording, "-c", name)
    engine.create(name, "/bin/true")
    for _ in range(3):
        engine("start", "-a", name)
    assert watch.stop() == 0, watch.said()
    listed = json.loads(eunomia.run("ls", recording, "-o", "json").stdout)
    assert [about["name"] for about in listed[0]["containers"]].count(name) == 1, listed
    again = parse(eunomia.run("replay", recording, "-o", "json", "-c", name,
                              "--event", "exec").stdout)
    assert len(again.of("exec", process__executable__path="/bin/true")) == 3


def kill(docker):
    """dockerd and its containerd, without a word; what runs in containers goes on."""
    pid_file = docker.state / "exec/containerd/containerd.pid"
    containerd = int(pid_file.read_text())
    docker.daemon.process.kill()
    docker.daemon.process.wait()
    with contextlib.suppress(ProcessLookupError):
        os.kill(containerd, signal.SIGKILL)
    wait_until(lambda: not alive(containerd), "the end of containerd")
    pid_file.unlink() # somebody else's number may be that by now


def test_a_daemon_that_is_killed_leaves_the_life_of_its_containers_whole(eunomia, request, name):
    docker = runtimes.make("docker", request.getfixturevalue("image"))
    engine = Engine(docker, docker.socket)
    try:
        with eunomia.know(docker).trace("--event", "container") as seen:
            engine.run(name, "/bin/sleep", "1000", flags=["-d"])
            until(seen, name, "created", "started")
            kill(docker)
            started = so_far(seen).one("container", container=name, action="started")
            os.kill(started["target"]["pid"], signal.SIGKILL)
            docker.daemon.start()
            engine("start", name)
            engine.stop(name)
            engine("rm", name)
            until(seen, name, "created", *2 * ("started", "stopped"), "removed")
    finally:
        docker.daemon.stop()
        for shim in runtimes.processes_in(docker.state):
            os.kill(shim, signal.SIGKILL) # nobody's any more
        docker.close()


@pytest.mark.parametrize("runtime", ["runc", "crun", "containerd"], indirect=True)
def test_without_an_engine_the_end_of_the_cgroup_is_the_end(eunomia, runtime, name):
    watch = eunomia.know(runtime).start("report", "-o", "json", "-c", name)
    for _ in range(2):
        runtime.run(name, "/bin/true")
    assert watch.stop() == 0, watch.said()
    report = json.loads(watch.out.read_text())
    assert [[step["action"] for step in about["lifecycle"] if step["action"] != "named"]
            for about in report["containers"]] == \
        2 * [["created", "started", "stopped", "removed"]]


@contextlib.contextmanager
def deep_container():
    """A container in a cgroup whose path is longer than the kernel tells."""
    root = next(cgroups.ROOT / name for name in ("memory", "pids", ".")
                if (cgroups.ROOT / name / "cgroup.procs").exists())
    parts = [*(f"e2e-deep-{depth}-" + 200 * "x" for depth in range(6)), f"docker-{ID}.scope"]
    here, made = os.open(root, os.O_RDONLY), []
    try:
        for part in parts:
            os.mkdir(part, dir_fd=here)
            made.append((here, part))
            here = os.open(part, os.O_RDONLY, dir_fd=here)
        yield "/".join(parts)
    finally:
        os.close(here)
        for parent, part in reversed(made):
            os.rmdir(part, dir_fd=parent)
            os.close(parent)


def test_a_path_longer_than_the_kernel_tells_is_told_whole(eunomia, tmp_path):
    recording = tmp_path / "deep.eunomia"
    with eunomia.trace("--event", "container", "--record", recording) as seen:
        with deep_container() as path:
            wait_until(lambda: ID in seen.out.read_text(), "the container")
    about = seen.one("container", action="created", container__id=ID)["container"]
    assert about["runtime"] == "docker" and about["cgroup"].endswith(path)
    assert "cgroup_cut" not in about
    again = parse(eunomia.run("replay", recording, "-o", "json", "--event", "container").stdout)
    assert again.of("container") == seen.of("container")


def test_one_that_is_gone_before_it_could_be_read_says_that_it_is_cut(eunomia):
    with eunomia.trace("--event", "container") as seen:
        with stopped(seen.process), deep_container() as path:
            pass
    cut = seen.one("container", action="created", container__cgroup_cut=True)["container"]
    assert cut["id"].startswith("unknown-") and cut["cgroup"].rpartition("/e2e-deep-0")[2] in path
    assert len(cut["cgroup"]) == 1023


def test_a_runtime_that_runs_inside_brings_nobody_in(eunomia, docker, name):
    """The host's runc, given to a container that starts another one in itself."""
    oci = runtimes.Runc(docker.image, docker.state / name)
    bundle = oci.bundle("inner", ["/bin/hostname"], linux={
        "namespaces": [{"type": kind} for kind in ("pid", "ipc", "uts", "mount")]})
    given = (bundle, docker.image.rootfs, "/usr", "/lib", "/lib64", "/sys/fs/cgroup")
    flags = ("--cap-add", "SYS_ADMIN", "--security-opt", "seccomp=unconfined",
             "--cgroupns", "host", "--network", "none",
             *(flag for path in given for flag in ("-v", f"{path}:{path}")))
    with eunomia.know(docker).trace("--event", "container,exec") as seen:
        inside = call(*docker.command(name, "/usr/sbin/runc", "--root", "/tmp/state", "run",
                                      "--bundle", bundle, "inner", flags=flags))
    assert inside.stdout == "tiny\n"
    seen.one("exec", container=name, process__executable__path="/bin/hostname")
    assert told(seen.events, name) == ["created", "started", "stopped", "removed"]
