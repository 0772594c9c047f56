# SPDX-License-Identifier: Apache-2.0
"""What a report can be asked for: containers and processes by pid, and nothing that is not counted."""

import json
import pathlib

import pytest

from support.process import children_of, wait_until


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
