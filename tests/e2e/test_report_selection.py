# SPDX-License-Identifier: Apache-2.0
"""What a report can be asked for: containers and processes by pid, and nothing that is not counted."""

import json
import pathlib

import pytest

from support import recording
from support.process import call, children_of, wait_until


def named(facts, name, key="name"):
    found = [fact for fact in facts if fact[key] == name]
    assert len(found) == 1, (name, [fact[key] for fact in facts])
    return found[0]


@pytest.mark.parametrize("argv, says", [
    (("report", "--comm", "cat"), "eunomia report has no --comm: facts are counted"),
    (("report", "--exclude-comm", "cat"), "eunomia report has no --exclude-comm: facts are"),
    (("report", "--uid", "0"), "eunomia trace, replay"),
    (("report", "--all"), "eunomia report has no --all: facts are of containers"),
    (("record", "--comm", "cat"), "eunomia record has no --comm: facts are counted"),
    (("record", "--full", "--uid", "0"), "eunomia record has no --uid: facts are counted"),
    (("record", "--all"), "--all: facts are of containers; add --full"),
    (("diff", "--uid", "0", "a", "b"), "eunomia diff has no --uid: facts are counted"),
])
def test_what_cannot_be_counted_is_refused_and_not_counted_by_halves(eunomia, argv, says):
    done = eunomia.run(*argv)
    said = done.stderr
    assert done.returncode == 2 and says in said and said.count("\n") == 1, said


@pytest.mark.parametrize("argv, says", [
    (("-c", ","), '--container: "," is not a name: is a variable unset?'),
    (("--pid", "0"), "--pid 0: there is no such process"),
    (("--pid", "4294967295"), "--pid 4294967295: there is no such process"),
])
def test_what_names_nothing_does_not_mean_everything(eunomia, argv, says):
    done = eunomia.run("trace", "--duration", "100ms", *argv)
    assert done.returncode and says in done.stderr, done.stderr


def test_a_report_of_some_processes_has_nothing_of_the_others(eunomia, runc, name):
    """Counts, files, programs and peers of one shell; the rest of the container works as well."""
    script = "read x </tmp/go; cat /etc/group; nc 127.0.0.1 9; echo >/tmp/done"
    container = runc.start(
        name, "/bin/sh", "-c", f"mkfifo /tmp/go /tmp/done; /bin/sh -c '{script}' & "
        "while :; do cat /etc/passwd; usleep 20000; done >/dev/null")

    def chosen():
        return [pid for pid in children_of(container.pid)
                if pathlib.Path(f"/proc/{pid}/cmdline").read_text().endswith(f"\0{script}\0")]
    try:
        [pid] = wait_until(chosen, "the shell")
        watch = eunomia.start("report", "-o", "json", "-c", name, "--pid", pid)
        root = pathlib.Path(f"/proc/{container.pid}/root/tmp")
        (root / "go").write_text("go\n")
        (root / "done").read_text()
        assert watch.stop() == 0, watch.said()
    finally:
        container.stop()
    [about] = json.loads(watch.out.read_text())["containers"]
    paths = {fact["path"] for fact in about["files"] if not fact.get("existed")}
    assert "/etc/group" in paths and "/etc/passwd" not in paths, paths
    assert [fact["argv"][0] for fact in about["executables"]] == ["cat", "nc"]
    assert named(about["syscalls"], "execve")["count"] == 2
    assert named(about["peers"], 9, "port")["count"] == 1
    assert not {"nanosleep", "clock_nanosleep"} & {fact["name"] for fact in about["syscalls"]}


def test_a_report_of_some_processes_is_of_the_containers_that_they_are_in(eunomia, runc, name,
                                                                         tmp_path):
    chosen = runc.start(f"{name}-a", "/bin/sh", "-c", "while :; do usleep 20000; done")
    other = runc.start(f"{name}-b", "/bin/sleep", "1000")
    kept = tmp_path / "kept.eunomia"
    try:
        live = eunomia.run("report", "-o", "json", "--pid", chosen.pid, "--duration", "500ms",
                           "--record", kept)
    finally:
        chosen.stop()
        other.stop()
    again = eunomia.run("report", "-o", "json", kept)
    for done in (live, again):
        [about] = json.loads(done.stdout)["containers"]
        assert about["container"]["name"] == f"{name}-a"
        assert about["lifecycle"][0]["action"] == "found"


def test_a_recording_is_not_asked_for_what_some_processes_did(eunomia, runc, name, tmp_path):
    path = tmp_path / "run.eunomia"
    watch = eunomia.start("record", "-o", path, "-c", name)
    runc.run(name, "/bin/true")
    assert watch.stop() == 0, watch.said()
    done = eunomia.run("report", path, "--pid", "1")
    assert done.returncode == 2 and "a recording has counted for containers" in done.stderr


@pytest.mark.parametrize("output", ["-", "/dev/stdout", "/dev/fd/1"])
@pytest.mark.parametrize("verb", ["trace", "report"])
def test_what_a_file_held_that_is_standard_output_stays(eunomia, tmp_path, verb, output):
    with open(tmp_path / "all", "wb") as all_:
        all_.write(b"before\n")
        all_.flush()
        eunomia.start(verb, "-o", "json", "--output", output, "--duration", "100ms",
                      stdout=all_).wait()
    before, *lines = (tmp_path / "all").read_bytes().splitlines()
    assert before == b"before" and lines
    assert json.loads(lines[-1])["complete"] is True


@pytest.mark.parametrize("fails", [False, True])
def test_of_a_command_a_report_can_be_written_to_a_file(eunomia, tmp_path, fails):
    file = tmp_path / "report.json"
    file.write_text("old")
    done = eunomia.run("report", "-o", "json", "--output", "/dev/full" if fails else file, "--",
                       "sh", "-c", "echo its own")
    assert done.stdout == b"its own\n"
    if fails:
        assert "/dev/full: No space left on device" in done.stderr
        assert "not complete" in done.stderr
        return
    assert json.loads(file.read_text())["complete"] is True
    assert file.stat().st_mode & 0o777 == 0o600


BUSY = "while :; do /bin/cat /etc/group; sleep 0.1; done >/dev/null"


class Asked:
    """A trace, a report and a recording of the containers of one name, at the same time."""

    def __init__(self, eunomia, name, directory):
        self.eunomia, self.file = eunomia, directory / "run.eunomia"
        self.trace = eunomia.start("trace", "-o", "json", "-c", name, "--event", "container,exec")
        self.report = eunomia.start("report", "-o", "json", "-c", name)
        self.recorder = eunomia.start("record", "-o", self.file, "-c", name)

    def wait_for(self, number, of):
        """Until so many executions have been shown of a container that is called so."""
        def enough():
            return sum(f'"{of}"' in line and '"event":"exec"' in line and '"/bin/cat"' in line
                       for line in self.trace.out.read_text().splitlines()) >= number
        wait_until(enough, f"{number} executions of {of}")

    def stop(self):
        for watch in self.trace, self.report, self.recorder:
            assert watch.stop() == 0, watch.said()
        live = json.loads(self.report.out.read_text())
        again = [self.eunomia.run("report", self.file, "-o", "json", "-c", about["container"]["id"])
                 for about in live["containers"]]  # those of one image would be one entry
        return [live["containers"],
                [json.loads(done.stdout)["containers"][0] for done in again]]


def actions(about):
    return [step["action"] for step in about["lifecycle"]]


def runs_of(about, program):
    return sum(fact["count"] for fact in about["executables"] if fact["path"] == program)


def rename(docker, old, new):
    call(*docker.client("rename", old, new))


def test_who_gets_the_name_is_followed_from_then_on(eunomia, docker, name, tmp_path):
    eunomia.know(docker)
    before = docker.start(f"{name}-a", "/bin/sh", "-c", BUSY)
    try:
        asked = Asked(eunomia, f"{name},{name}-2", tmp_path)
        begun = docker.start(f"{name}-b", "/bin/sh", "-c", BUSY)
        rename(docker, f"{name}-a", name)
        rename(docker, f"{name}-b", f"{name}-2")
        asked.wait_for(3, name)
        asked.wait_for(3, f"{name}-2")
        call(*docker.client("exec", name, "/bin/true"))
        reports = asked.stop()
    finally:
        docker.remove(before.id)
        docker.remove(f"{name}-2")
    seen = asked.trace.read()
    assert seen.one("container", container=name, action="exec")
    assert set(seen.some("exec", process__executable__path="/bin/cat").values("process.name")) == \
        {"cat"}
    for report in reports:
        assert {about["container"]["name"]: about["container"]["id"] for about in report} == \
            {name: before.id, f"{name}-2": begun.id}
        for about in report:
            assert about["complete"], about["loss"]
            assert about["container"]["selected_late"] is True
            assert actions(about)[0] == "named"
            assert runs_of(about, "/bin/cat") >= 3 and named(about["syscalls"], "execve")


def test_who_loses_the_name_stays_who_was_asked_for(eunomia, docker, name, tmp_path):
    """As in a change-over: the old one goes, the next one takes its name."""
    eunomia.know(docker)
    asked = Asked(eunomia, name, tmp_path)
    old = docker.start(name, "/bin/sh", "-c", BUSY)
    try:
        asked.wait_for(1, name)
        rename(docker, name, f"{name}-old")
        asked.wait_for(3, f"{name}-old")
        docker.run(name, "/bin/true")
        rename(docker, f"{name}-old", f"{name}-older")
    finally:
        docker.remove(old.id)
    reports = asked.stop()
    life = asked.trace.read().of("container", container__id=old.id)
    assert [step["action"] for step in life if step["action"] != "named"] == \
        ["created", "started", "stopped", "removed"]
    for report in reports:
        first, second = report
        assert first["container"]["name"] == f"{name}-older"
        assert first["container"]["former_names"] == [name, f"{name}-old"]
        assert second["container"]["name"] == name and runs_of(second, "/bin/true") == 1
        assert runs_of(first, "/bin/cat") >= 4
        assert "selected_late" not in json.dumps(report)
        assert first["complete"] and second["complete"]


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("mode", [(), ("--full",)])
def test_a_recording_is_asked_for_any_name_that_a_container_has_in_it(
        eunomia, docker, name, tmp_path, mode, whole):
    """Also one that was not closed, and so has no summary."""
    eunomia.know(docker)
    recorder = eunomia.start("record", *mode, "-o", tmp_path / "run.eunomia")
    container = docker.start(name, "/bin/sleep", "1000")
    call(*docker.client("exec", name, "/bin/cat", "/etc/group"))
    names = [name, f"{name}-then", f"{name}-now"]
    for before, after in zip(names, names[1:]):
        rename(docker, before, after)
    docker.remove(container.id)
    assert recorder.stop() == 0, recorder.said()
    if not whole:
        with open(tmp_path / "run.eunomia", "r+b") as file:
            file.truncate((tmp_path / "run.eunomia").stat().st_size - recording.TRAILER.size)
    told = {word: [eunomia.run(verb, tmp_path / "run.eunomia", "-o", "json", "-c", word).stdout
                   for verb in ("report", "replay")] for word in names}
    assert told[names[0]] == told[names[1]] == told[names[2]]
    report, replay = told[names[0]]
    [about] = json.loads(report)["containers"]
    assert about["container"]["name"] == names[2]
    assert about["container"]["former_names"] == names[:2]
    assert "selected_late" not in about["container"] and runs_of(about, "/bin/cat") == 1
    if mode:
        assert b'"/etc/group"' in replay
