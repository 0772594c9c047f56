# SPDX-License-Identifier: Apache-2.0
"""eunomia report of recordings: what the live report said, and several of them as one."""

import csv
import datetime
import io
import json
import os
import pathlib
import time

import pytest

from support.process import call

jsonschema = pytest.importorskip("jsonschema")
ROOT = pathlib.Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/report.schema.json").read_text())
GOLDEN = str(ROOT / "tests/golden/recording.eunomia")

WORK = ("/bin/sh", "-c", "dd if=/dev/zero of=/tmp/data bs=1000 count=7; cat /tmp/data >/dev/null;"
                         " cat /etc/none; /bin/hostname -s; /workloads/values; exit 3")


@pytest.fixture
def recorded(eunomia, tmp_path):
    """A report of a block that is recorded, too: the recording, and the report as it was live."""
    def record(work, *options, file=tmp_path / "run.eunomia"):
        watch = eunomia.start("report", "--record", file, *options)
        work()
        assert watch.stop() == 0, watch.said()
        return file, watch.out.read_bytes()
    return record


def again(eunomia, *argv, **options):
    done = eunomia.run("report", *argv, **options)
    assert done.returncode == 0, done.stderr
    return done.stdout


def run_as(runc, name, image, *argv):
    """A container to its end that says it is of this image."""
    runc.started.add(name)
    return call(*runc.command(name, *argv,
                              annotations={"org.opencontainers.image.ref.name": image}))


def test_a_report_of_a_trace_says_what_was_not_recorded(eunomia, runc, name, tmp_path):
    path = tmp_path / "trace.eunomia"
    watch = eunomia.start("trace", "--record", path, "-c", name, "-e", "open")
    runc.run(name, "/bin/true")
    assert watch.stop() == 0, watch.said()
    done = eunomia.run("report", path, "-o", "json")
    told = json.loads(done.stdout)
    jsonschema.validate(told, {**SCHEMA, "anyOf": [{"$ref": "#/definitions/report"}]})
    [container] = told["containers"]
    assert not told["complete"] and not container["complete"] and not container["loss"]
    assert {kind["kind"]: kind["events"] for kind in container["unrecorded"]} == {
        "syscalls": [], "files": ["open"], "peers": [], "capabilities": [], "confinement": []}
    kinds = "not recorded: syscalls, files (but for open), peers, capabilities, confinement"
    begun, closing = done.stderr.splitlines()
    assert "was made by trace" in begun and kinds in begun
    assert f"not complete: 1 container; {kinds}" in closing
    assert kinds in eunomia.run("report", path).stdout.decode().replace("\n" + 16 * " ", " ")


@pytest.mark.parametrize("form", ["json", "csv", "table"])
def test_a_recording_reports_what_the_live_report_did_byte_for_byte(
        eunomia, recorded, runtime, name, form):
    eunomia.know(runtime)
    file, live = recorded(lambda: runtime.run(name, *WORK, check=False), "-o", form,
                          "--container", name)
    assert name.encode() in live
    assert again(eunomia, file, "-o", form) == live


def test_the_files_of_a_directory_are_the_same_too(eunomia, recorded, runc, name, tmp_path):
    file, _ = recorded(lambda: runc.run(name, *WORK, check=False), "-d", tmp_path / "live",
                       "--container", name)
    again(eunomia, file, "-d", tmp_path / "again")

    def files(of):
        return {path.name: path.read_bytes() for path in (tmp_path / of).iterdir()}
    assert len(files("live")) == 2 and files("again") == files("live")


def test_a_container_that_was_there_before_is_reported_again(eunomia, recorded, docker, name):
    eunomia.know(docker)
    container = docker.start(name, "/bin/sleep", "60")
    file, live = recorded(lambda: container.exec("/bin/cat", "/etc/group"), "-o", "json",
                          "--container", name)
    container.stop()
    assert json.loads(live)["containers"][0]["container"]["existed"]
    assert again(eunomia, file, "-o", "json").decode() == live.decode()


def test_a_full_recording_reports_the_same_facts(eunomia, runc, name, tmp_path):
    file = tmp_path / "full.eunomia"
    watch = eunomia.start("record", "--full", "-o", file, "--container", name)
    runc.run(name, *WORK, check=False)
    assert watch.stop() == 0, watch.said()
    [about] = json.loads(again(eunomia, file, "-o", "json"))["containers"]
    [data] = [fact for fact in about["files"] if fact["path"] == "/tmp/data"]
    assert data["operations"]["open"] == 2
    assert data["bytes"] == {"read": 7000, "written": 7000}
    assert about["complete"], about["loss"]


def test_runs_and_replicas_of_one_image_are_one_entry(eunomia, recorded, runc, name, tmp_path):
    def run(*names):
        for own in names:
            run_as(runc, own, "shop/cart:1.0", "/bin/dd", "if=/dev/zero", "of=/tmp/data",
                   "bs=1000", "count=7")
    one, _ = recorded(lambda: run(f"{name}-a", f"{name}-b"),
                      "--container", f"{name}*", file=tmp_path / "1.eunomia")
    two, _ = recorded(lambda: run(f"{name}-c"), "--container", f"{name}*",
                      file=tmp_path / "2.eunomia")
    merged = json.loads(again(eunomia, one, two, "-o", "json"))
    [about] = merged["containers"]
    assert about["runs"] == 2
    assert [replica["name"] for replica in about["replicas"]] == [f"{name}-{c}" for c in "abc"]
    assert {replica["host"] for replica in about["replicas"]} == {os.uname().nodename}
    [data] = [fact for fact in about["files"] if fact["path"] == "/tmp/data"]
    assert data["bytes"]["written"] == 21000
    [dd] = [fact for fact in about["executables"] if fact["argv"][0] == "/bin/dd"]
    assert dd["count"] == 3
    assert [step["action"] for step in about["lifecycle"]].count("started") == 3
    assert about["complete"] and merged["complete"]
    assert f"{name}-a" in again(eunomia, one, two).decode()
    assert "3 containers in 2 runs" in again(eunomia, one, two).decode()


def test_containers_of_different_images_stay_apart(eunomia, recorded, runc, name):
    def work():
        for tag in ("1", "2"):
            run_as(runc, f"{name}-{tag}", f"shop/cart:{tag}", "/bin/true")
    file, live = recorded(work, "-o", "json", "--container", f"{name}*")
    assert again(eunomia, file, "-o", "json") == live
    assert len(json.loads(live)["containers"]) == 2


def test_a_recording_is_chosen_from_by_an_images_digest(eunomia, recorded, runc, name):
    digest = f"sha256:{'00ff' * 16}"
    file, _ = recorded(lambda: run_as(runc, name, f"shop/cart:1.0@{digest}", "/bin/true"))
    for image, expected in ((digest, [name]), (f"shop/cart@{digest}", [name]),
                            (f"sha256:{'ff00' * 16}", [])):
        found = json.loads(again(eunomia, file, "-o", "json", "--image", image))["containers"]
        assert [about["container"]["name"] for about in found] == expected, image


def test_what_found_no_room_is_told_once(eunomia, recorded, runc, name):
    """A report knows 16 384 files of a container; the shell makes more in less than a minute."""
    file, live = recorded(lambda: runc.run(
        name, "/bin/sh", "-c", "i=0; while [ $i -lt 17000 ]; do : >/tmp/$i; i=$((i+1)); done",
        timeout=120), "-o", "json", "--container", name)
    [about] = json.loads(live)["containers"]
    [loss] = about["loss"]
    assert (loss["class"], loss["place"]) == ("files", "facts")
    assert 17000 - 16384 <= loss["count"] < 700, loss
    done = eunomia.run("report", file)
    assert f"lost: {loss['count']} files in {name} (facts)" in done.stderr, done.stderr
    assert json.loads(again(eunomia, file, "-o", "json"))["containers"][0]["loss"] == about["loss"]


def test_csv_of_a_merged_report_has_all_rows_of_one_width(eunomia, recorded, runc, name):
    file, _ = recorded(lambda: runc.run(name, *WORK, check=False))
    rows = list(csv.reader(io.StringIO(again(eunomia, file, file, "-o", "csv").decode())))
    assert len(rows) > 10 and len({len(row) for row in rows}) == 1


def rfc3339(nanoseconds):
    seconds = datetime.datetime.fromtimestamp(nanoseconds // 10**9, datetime.timezone.utc)
    return f"{seconds:%Y-%m-%dT%H:%M:%S}.{nanoseconds % 10**9:09}Z"


@pytest.mark.parametrize("full", [("--full",), ()], ids=["full", "facts"])
def test_a_time_has_what_was_done_in_it(eunomia, runc, name, tmp_path, full):
    file = tmp_path / "run.eunomia"
    watch = eunomia.start("record", *full, "-o", file, "--container", f"{name}*")
    container = runc.start(f"{name}-long", "/bin/sleep", "1000")
    container.exec("/bin/cat", "/www/index.html")
    run_as(runc, f"{name}-one", "shop/one:1", "/bin/true")
    time.sleep(0.02)  # counters tell times by a clock that ticks every 10 ms, or more often
    middle = rfc3339(time.time_ns())
    container.exec("/bin/cat", "/nothing", check=False)
    run_as(runc, f"{name}-two", "shop/two:1", "/bin/true")
    assert watch.stop() == 0, watch.said()
    container.stop()

    def told(*options):
        report = json.loads(again(eunomia, file, *options, "-o", "json"))
        jsonschema.validate(report, {**SCHEMA, "anyOf": [{"$ref": "#/definitions/report"}]})
        assert report["complete"]
        return {about["container"]["name"].rpartition("-")[2]:
                {fact["path"] for fact in about.get("files", ())}
                for about in report["containers"]}
    before, after, all_of_it = told("--to", middle), told("--from", middle), told()
    assert set(before) == {"long", "one"} and set(after) == {"long", "two"}
    assert {"/www/index.html", "/nothing"} & before["long"] == {"/www/index.html"}
    assert {"/www/index.html", "/nothing"} & after["long"] == {"/nothing"}
    assert told("--from", "2020-01-01", "--to", "+1h") == all_of_it
    assert not told("--from", "2020-01-01", "--to", "2020-01-02")


# Between the times is a tick or more of the clock by which opens are told.
STEPS = (("mkdir", "/tmp/k"), ("chmod", "700", "/tmp/k"), ("touch", "/tmp/f"),
         ("mv", "/tmp/f", "/tmp/g"), ("chmod", "755", "/tmp/k"), ("sleep", "0.1"),
         ("true",), ("id",), ("chmod", "711", "/tmp/k"), ("rmdir", "/tmp/k"),
         ("mv", "/tmp/g", "/tmp/h"), ("id",))


@pytest.fixture(params=[("--full",), ()], ids=["full", "facts"])
def divided(request, eunomia, runc, name, tmp_path):
    """Reports of a recording until a program began, and since; is it one of all events?"""
    file = tmp_path / "run.eunomia"
    watch = eunomia.start("record", *request.param, "-o", file, "--container", name)
    script = "; ".join(" ".join(("/bin/" + step[0], *step[1:])) for step in STEPS)
    runc.run(name, "/bin/sh", "-c", script)
    assert watch.stop() == 0, watch.said()
    shown = eunomia.run("replay", file, "-e", "exec", "-o", "json").stdout.splitlines()
    [began] = [event["time"] for event in map(json.loads, shown)
               if event.get("args") == ["/bin/true"]]
    seconds, _, fraction = began.rstrip("Z").partition(".")
    just_before = f"{seconds}.{int(fraction) - 1:09}Z"

    def told(*options):
        [about] = json.loads(again(eunomia, file, *options, "-o", "json"))["containers"]
        return about
    return told("--to", just_before), told("--from", began), bool(request.param)


def file_in(about, path):
    return next((fact for fact in about["files"] if fact["path"] == path), {})


def programs_in(about):
    return {fact["argv"][0].rpartition("/")[2]: fact["count"] for fact in about["executables"]}


def test_a_change_of_a_file_is_of_the_time_in_which_it_was(divided):
    before, since, is_full = divided
    made, removed = file_in(before, "/tmp/k"), file_in(since, "/tmp/k")
    assert made.get("created") and not made.get("deleted"), made
    assert removed.get("deleted") and not removed.get("created"), removed
    assert "rmdir" not in made["operations"] and "mkdir" not in removed["operations"]
    if is_full:
        assert (made["operations"]["chmod"], removed["operations"]["chmod"]) == (2, 1)


def test_a_new_name_is_of_the_time_in_which_it_was_given(divided):
    before, since, _ = divided
    assert file_in(before, "/tmp/f")["new_path"] == "/tmp/g"
    assert "new_path" not in file_in(before, "/tmp/g")
    assert not file_in(before, "/tmp/h") and not file_in(since, "/tmp/f")
    assert file_in(since, "/tmp/g")["operations"] == {"rename": 1}
    assert file_in(since, "/tmp/g")["new_path"] == "/tmp/h"


def test_a_program_is_of_the_time_in_which_it_ran(divided):
    before, since, is_full = divided
    assert "true" not in programs_in(before) and "id" not in programs_in(before)
    assert programs_in(since)["true"] == 1 and programs_in(since)["id"] == 2
    assert not {"mkdir", "touch"} & set(programs_in(since))
    if is_full:
        assert programs_in(before)["chmod"] == 2 and programs_in(since)["chmod"] == 1


@pytest.mark.parametrize("time, first, last", [
    (("--to", "2020-01-02"), None, None), (("--from", "2040-01-01"), None, None),
    (("--from", "+3500ms", "--to", "+4s"), "07.213441201Z", "07.713441201Z")])
def test_the_index_says_the_time_that_was_asked_for(eunomia, tmp_path, time, first, last):
    again(eunomia, GOLDEN, "-d", tmp_path, *time)
    index = json.loads((tmp_path / "index.json").read_text())
    assert (index.get("first"), index.get("last")) == tuple(
        at and f"2026-11-22T08:58:{at}" for at in (first, last))


def test_a_time_is_of_recordings_and_has_a_direction(eunomia, name):
    for words in (("--from", "+1s"), ("x.eunomia", "--from", "never"),
                  (GOLDEN, "--from", "+2s", "--to", "+1s")):
        done = eunomia.run("report", *words)
        assert done.returncode in (1, 2) and len(done.stderr.splitlines()) == 1, done.stderr
    assert eunomia.run("report", GOLDEN, "--from", "never").returncode == 2
    for verb in "report", "replay":
        done = eunomia.run(verb, GOLDEN, "--from", "2020-01-01", "--to", "2020-01-02")
        assert done.returncode == 0 and "nothing was recorded then" in done.stderr


@pytest.mark.parametrize("live", [("--duration", "1s"), ("--interval", "1s"),
                                  ("--record", "x"), ("--socket", "/x"), ("--memory", "64M"),
                                  ("--", "true")])
def test_what_is_for_a_live_host_is_refused_with_a_recording(eunomia, live):
    done = eunomia.run("report", "some.eunomia", *live)
    assert done.returncode == 2 and live[0] in done.stderr


def test_what_is_no_recording_is_told(eunomia, tmp_path):
    (tmp_path / "none").write_text("hello")
    for path in ("none", "missing"):
        done = eunomia.run("report", tmp_path / path)
        assert done.returncode == 1 and path in done.stderr
