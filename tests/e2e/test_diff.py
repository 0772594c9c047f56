# SPDX-License-Identifier: Apache-2.0
"""eunomia diff: what version 2 of a program does that version 1 did not."""

import json
import pathlib
import subprocess

import pytest

from support.eunomia import BINARY
from support.process import call

jsonschema = pytest.importorskip("jsonschema")
SCHEMA = json.loads((pathlib.Path(__file__).parents[2] / "docs/diff.schema.json").read_text())

# It begins at once: what the shell does is told apart from what its runtime did just before.
V1 = "cat /etc/group >/dev/null; echo state > /tmp/state; /bin/hostname -s >/dev/null"
V2 = ("cat /etc/group /etc/passwd >/dev/null; echo state > /tmp/state; rm /tmp/state;"
      " /bin/id -u >/dev/null; cat /etc/none; /workloads/values")


@pytest.fixture
def record(eunomia, runc, name, tmp_path):
    """Records containers, given as (name, image, script), into a file."""
    def run(file, *containers):
        path = tmp_path / file
        watch = eunomia.start("record", "-o", path, "--container", f"{name}*")
        for own, image, script in containers:
            runc.started.add(f"{name}-{own}")
            call(*runc.command(
                f"{name}-{own}", "/bin/sh", "-c", script,
                annotations={"org.opencontainers.image.ref.name": image}), check=False)
        assert watch.stop() == 0, watch.said()
        return path
    return run


def diff(eunomia, *argv):
    done = eunomia.run("diff", *argv, "-o", "json")
    assert done.returncode in (0, 3), done.stderr
    told = json.loads(done.stdout)
    jsonschema.validate(told, SCHEMA)
    assert told["differs"] == (done.returncode == 3)
    return told


def by(facts, key="name"):
    return {fact[key]: fact for fact in facts}


@pytest.fixture
def versions(eunomia, record):
    a = record("1.eunomia", ("a", "shop/cart:1", V1))
    b = record("2.eunomia", ("b", "shop/cart:2", V2))
    return a, b


def test_two_runs_of_the_same_do_not_differ(eunomia, record):
    runs = [record(f"{i}.eunomia", (f"r{i}", "shop/cart:1", V2)) for i in range(2)]
    told = diff(eunomia, *runs)
    assert not told["differs"], json.dumps(told["containers"], indent=1)


@pytest.mark.parametrize("engine", ["docker", "podman", "containerd", "crun"])
def test_nor_do_they_with_another_runtime(eunomia, request, name, tmp_path, engine):
    """One each: their own work before the entrypoint is as different as it gets."""
    runtime = request.getfixturevalue(engine)
    eunomia.know(runtime)
    paths = []
    for i in range(2):
        paths.append(tmp_path / f"{i}.eunomia")
        watch = eunomia.start("record", "-o", paths[i], "--container", f"{name}*")
        runtime.run(f"{name}-{i}", "/bin/sh", "-c", V2, check=False)
        assert watch.stop() == 0, watch.said()
    told = diff(eunomia, *paths)
    assert not told["differs"], json.dumps(told["containers"], indent=1)


def test_what_the_second_version_does_more_and_less_is_told(eunomia, versions):
    [cart] = diff(eunomia, *versions)["containers"]
    added, removed = cart["added"], cart["removed"]
    assert cart["a"]["image"]["tag"] == "1" and cart["b"]["image"]["tag"] == "2"
    files = by(added["files"], "path")
    assert files["/etc/passwd"]["access"] == ["read"]
    assert files["/tmp/state"] == {"path": "/tmp/state", "access": ["delete"], "known": True,
                                   "count": files["/tmp/state"]["count"]}
    assert files["/etc/none"]["access"] == ["fail"]
    assert "/etc/group" not in files
    assert "/workloads/values" in by(added["executables"], "path")
    calls = by(added["syscalls"])
    assert "personality" in calls and "known" not in calls["personality"]
    sockets = by(added["arguments"])["socket"]["values"]
    assert "family=AF_INET6 type=SOCK_DGRAM|SOCK_CLOEXEC protocol=IPPROTO_UDP" in sockets
    told = json.dumps(removed["executables"]) + json.dumps(removed["syscalls"])
    assert "hostname" in told


def test_back_it_is_the_same_with_sides_changed(eunomia, versions):
    a, b = versions
    [there], [back] = (diff(eunomia, *pair)["containers"] for pair in ((a, b), (b, a)))
    assert there["added"] == back["removed"] and there["removed"] == back["added"]


def test_people_get_signs_and_the_exit_code_three(eunomia, versions):
    done = eunomia.run("diff", *versions)
    said = done.stdout.decode()
    assert done.returncode == 3
    assert "shop/cart:1 → shop/cart:2" in said
    assert "+ /etc/passwd" in said and "− " in said
    assert "complete: " in said


def test_kinds_can_be_chosen_and_names_ignored(eunomia, versions):
    [cart] = diff(eunomia, *versions, "--only", "files")["containers"]
    assert cart["added"]["files"] and not cart["added"]["syscalls"]
    told = diff(eunomia, *versions, "--only", "files", "--ignore", "/etc/*", "--ignore", "/tmp/*",
                "--ignore", "/workloads/*", "--ignore", "/proc/*", "--ignore", "/bin/*")
    assert not told["differs"], told["containers"]


def test_containers_that_only_one_side_has_are_told(eunomia, record):
    a = record("a.eunomia", ("web", "shop/web:1", "true"), ("old", "shop/old:1", "true"))
    b = record("b.eunomia", ("web", "shop/web:2", "true"), ("new", "shop/new:1", "true"))
    told = by(diff(eunomia, a, b)["containers"])
    assert set(told) == {"shop/web", "shop/old", "shop/new"}
    assert "b" not in told["shop/old"] and "a" not in told["shop/new"]
    assert "added" in told["shop/web"] and "added" not in told["shop/new"]


def test_a_directory_is_all_its_runs(eunomia, record, tmp_path):
    (tmp_path / "runs").mkdir()
    record("runs/1.eunomia", ("r1", "shop/cart:1", V1))
    record("runs/2.eunomia", ("r2", "shop/cart:1", V2))
    both = record("both.eunomia", ("r3", "shop/cart:2", V1 + ";" + V2))
    told = diff(eunomia, tmp_path / "runs", both, "--only", "files,executables,arguments")
    assert not told["differs"], told["containers"]
    assert told["containers"][0]["a"]["runs"] == 2


def test_a_container_from_before_is_told_as_such(eunomia, record, runc, name, tmp_path):
    whole = record("whole.eunomia", ("x", "shop/cart:1", "sleep 0.1"))
    container = runc.start(f"{name}-y", "/bin/sleep", "60")
    late = record("late.eunomia")
    container.stop()
    done = eunomia.run("diff", late, whole)
    assert done.returncode == 3 and "was there before A" in done.stdout.decode()


def written(eunomia, recording, form, tmp_path):
    """A report of a recording, as a file or a directory of files."""
    path = tmp_path / f"{recording.stem}.{form}"
    options = ("-o", "json") if form == "json" else ("-d", path)
    done = eunomia.run("report", recording, *options)
    assert done.returncode == 0, done.stderr
    if form == "json":
        path.write_bytes(done.stdout)
    if form == "index":
        return path / "index.json"
    if form == "container":
        [path] = [file for file in path.iterdir() if file.name != "index.json"]
    return path


@pytest.mark.parametrize("form", ["json", "directory", "index", "container"])
def test_reports_differ_as_their_recordings_do(eunomia, versions, tmp_path, form):
    expected = eunomia.run("diff", *versions, "-o", "json").stdout
    a, b = (written(eunomia, recording, form, tmp_path) for recording in versions)
    for pair in ((a, b), (a, versions[1]), (versions[0], b)):
        done = eunomia.run("diff", *pair, "-o", "json")
        assert done.returncode == 3 and done.stderr == "", done.stderr
        if form == "container":  # its times are the container's, not the recording's
            assert json.loads(done.stdout)["containers"] == json.loads(expected)["containers"]
        else:
            assert done.stdout.decode() == expected.decode()


def test_a_report_comes_through_a_pipe(eunomia, versions, tmp_path):
    file = written(eunomia, versions[0], "json", tmp_path)
    expected = eunomia.run("diff", *versions).stdout
    with open(file, "rb") as report:
        piped = subprocess.run(["cat"], stdin=report, stdout=subprocess.PIPE, check=True).stdout
    done = subprocess.run([str(BINARY), "diff", "/dev/stdin", str(versions[1])], input=piped,
                          capture_output=True, env=eunomia.env, check=False)
    assert done.stdout.replace(b"/dev/stdin", str(versions[0]).encode()) == expected


def test_containers_are_chosen_out_of_a_report_too(eunomia, record, name, tmp_path):
    both = record("both.eunomia", ("a", "shop/a:1", "true"), ("b", "shop/b:1", "true"))
    report = written(eunomia, both, "json", tmp_path)
    told = diff(eunomia, report, both, "--container", f"{name}-a")
    assert [one["a"]["name"] for one in told["containers"]] == [f"{name}-a"]
    assert not told["differs"]
    assert len(diff(eunomia, report, both)["containers"]) == 2


def test_what_a_report_of_several_runs_does_not_tell_is_said(eunomia, record, tmp_path):
    runs = [record(f"{i}.eunomia", ("again", "", V1)) for i in range(2)]
    report = tmp_path / "both.json"
    report.write_bytes(eunomia.run("report", *runs, "-o", "json").stdout)
    done = eunomia.run("diff", report, report)
    assert done.returncode == 0, done.stdout.decode()
    assert "1 entry of several runs or containers" in done.stderr
    told = diff(eunomia, report, runs[0], "--only", "syscalls,arguments,files,confinement")
    assert not told["differs"], told["containers"]


@pytest.mark.parametrize("text, says", [
    ('{"host":"x","containers":[{"fi', "byte"),
    ('{"event":"open"}', "it has no containers"),
    ('{"containers":{}}', "it has no containers"),
    ('{"host":1,"containers":[{"container":7,"files":[3,{"path":{}}],"executables":'
     '[{"argv":{"a":1}}],"peers":[null],"syscalls":[{"errors":[1],"values":{"a":2}}]}]}', ""),
    ('{"containers":[{"file":"../../etc/passwd"}]}', "names a file that is none"),
    ('{"containers":[{"file":"missing.json"}]}', "missing.json: No such file"),
])
def test_a_report_that_lies_is_told_in_a_sentence(eunomia, tmp_path, text, says):
    file = tmp_path / "report.json"
    file.write_text(text)
    done = eunomia.run("diff", file, file)
    assert done.returncode == (1 if says else 0), done.stderr
    assert says in done.stderr and done.stderr.count("\n") <= 1, done.stderr


@pytest.fixture
def traced(eunomia, runc, name, tmp_path):
    """Records with trace what a container of this script does."""
    def run(file, script, *argv):
        path = tmp_path / file
        watch = eunomia.start("trace", "--record", path, "--container", f"{name}*", *argv)
        own = f"{name}-{path.stem}"
        runc.started.add(own)
        call(*runc.command(own, "/bin/sh", "-c", script), check=False)
        assert watch.stop() == 0, watch.said()
        return path
    return run


def unrecorded(container):
    return {kind["kind"]: kind["events"] for kind in container.get("unrecorded", [])}


def test_what_trace_did_not_record_is_no_difference(eunomia, runc, name, traced, record, tmp_path):
    trace, whole = traced("a.eunomia", V2), record("b.eunomia", ("b", "e2e.test/tiny:1.0", V2))
    saved = tmp_path / "a.json"
    assert eunomia.run("report", trace, "-o", "json", "--output", saved).returncode == 0
    for pair, side in ((trace, whole), "a"), ((whole, trace), "b"), ((saved, whole), "a"):
        told = diff(eunomia, *pair)
        [container] = told["containers"]
        assert not told["differs"], json.dumps(told["containers"], indent=1)
        assert not told[side]["complete"] and told["b" if side == "a" else "a"]["complete"]
        assert unrecorded(container[side]) == {
            "syscalls": [], "files": ["open"], "peers": ["accept", "connect"],
            "capabilities": [], "confinement": []}
        assert container["not_compared"] == ["syscalls", "arguments", "files", "peers",
                                             "capabilities", "confinement"]


def test_what_two_traces_both_recorded_is_compared(eunomia, traced):
    [container] = diff(eunomia, traced("a.eunomia", V1), traced("b.eunomia", V2))["containers"]
    files = by(container["added"]["files"], "path")
    assert "/etc/passwd" in files and "/etc/group" not in files
    assert "/workloads/values" in by(container["added"]["executables"], "path")
    assert container["not_compared"] == ["syscalls", "arguments", "capabilities", "confinement"]


def test_a_trace_of_all_of_a_kind_has_the_kind(eunomia, traced, record):
    pair = (traced("a.eunomia", V1, "--set", "fs,net"),
            record("b.eunomia", ("b", "e2e.test/tiny:1.0", V2)))
    [container] = diff(eunomia, *pair)["containers"]
    assert sorted(unrecorded(container["a"])) == ["capabilities", "confinement", "syscalls"]
    files = by(container["added"]["files"], "path")
    assert files["/etc/passwd"]["access"] == ["read"] and "/etc/group" not in files


def test_a_kind_that_cannot_be_compared_and_was_asked_for_is_a_failure(eunomia, traced):
    trace = traced("a.eunomia", "true", "-e", "syscalls")
    done = eunomia.run("diff", trace, trace, "--only", "syscalls,files")
    assert done.returncode == 1, done.stdout
    assert "nothing was compared" in done.stderr and "not recorded: syscalls" in done.stderr
    assert eunomia.run("diff", trace, trace, "--only", "syscalls,executables").returncode == 0


@pytest.mark.parametrize("by", ["--container", "--image", "EUNOMIA_CONTAINERS"])
def test_nothing_compared_is_not_no_difference(eunomia, record, tmp_path, by):
    run = record("1.eunomia", ("a", "shop/cart:1", "true"))
    report = tmp_path / "1.json"
    assert eunomia.run("report", run, "-o", "json", "--output", report).returncode == 0
    eunomia.env["EUNOMIA_CONTAINERS"] = "typo" if by.isupper() else ""
    argv = [] if by.isupper() else [by, "typo"]
    for pair in ((run, run), (report, run)):
        done = eunomia.run("diff", *pair, *argv)
        assert done.returncode == 1
        assert done.stdout == b""
        assert done.stderr == ("eunomia: nothing was compared: every container of A and B is left out "
                               f"by {by}\n")
    for verb in ("report", "replay"):
        done = eunomia.run(verb, run, *argv)
        assert done.returncode == 0
        assert f"every container of what was recorded is left out by {by}" in done.stderr, verb


@pytest.mark.parametrize("wrong", [("a",), ("a", "b", "c"), ("a", "b", "--only", "fish"),
                                   ("a", "b", "-o", "csv")])
def test_wrong_use_is_two(eunomia, wrong):
    assert eunomia.run("diff", *wrong).returncode == 2


def test_what_is_no_recording_is_a_failure(eunomia, tmp_path):
    (tmp_path / "x").write_text("no")
    assert eunomia.run("diff", tmp_path / "x", tmp_path / "x").returncode == 1


def test_what_was_lost_of_nobody_knows_whom_is_told_of_its_side(eunomia, tmp_path):
    report = json.loads(eunomia.run(
        "report", pathlib.Path(__file__).parents[1] / "golden/recording.eunomia", "-o", "json").stdout)
    loss = [{"class": "any", "place": "ring", "count": 3}]
    (tmp_path / "whole").write_text(json.dumps({**report, "complete": True}))
    (tmp_path / "lost").write_text(json.dumps({**report, "complete": False, "loss": loss}))
    told = diff(eunomia, tmp_path / "whole", tmp_path / "lost")
    assert told["b"]["loss"] == loss and not told["b"]["complete"]
