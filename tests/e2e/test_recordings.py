# SPDX-License-Identifier: Apache-2.0
"""Recordings: a replay is what was seen, what is missing is said, a full disk stops nothing."""

import contextlib
import datetime
import ipaddress
import os
import pathlib
import re
import shutil
import signal
import subprocess
import time

import pytest

from support import image, recording
from support.eunomia import BINARY, field, parse
from support.process import call, wait_until

# With paths: busybox's shell runs its own programs without an exec.
SCRIPT = ("/bin/cat /etc/passwd >/dev/null; /bin/ls / >/dev/null; /bin/cat /no/such/file; "
          "/bin/mkdir /tmp/d; echo hello >/tmp/d/f; /bin/rm -r /tmp/d; "
          "/bin/nc -w 1 127.0.0.1 9; true")


def work(runc, name, script=SCRIPT):
    runc.run(name, "/bin/sh", "-c", script, check=False)


@contextlib.contextmanager
def recording_to(eunomia, path, *argv):
    """eunomia record around a block."""
    watch = eunomia.start("record", "-o", path, *argv)
    yield watch
    assert watch.stop() == 0, watch.said()


def replay(eunomia, path, *argv, code=0):
    done = eunomia.run("replay", path, "-o", "json", *argv)
    assert done.returncode == code, done.stderr
    events = parse(done.stdout)
    events.said = done.stderr
    return events


def without_seq(events):
    return [{key: value for key, value in event.items() if key != "seq"} for event in events]


@pytest.fixture(name="load")
def fixture_load(runc, name):
    """A container that is busy until the test is over."""
    container = runc.start(name, "/bin/sh", "-c", "while :; do cat /etc/group >/dev/null; done")
    yield container
    container.stop()


# ---- the same as live ----

@pytest.mark.parametrize("argv", [
    ["-o", "json"],
    ["-o", "json", "-e", "*"],
    ["-o", "json", "-e", "*", "--filter", 'process.name == "cat" && result < 0'],
    ["-o", "csv"],
    ["-o", "table", "-e", "open,exec,connect,mkdir,unlink,container"],
], ids=["default", "all", "filter", "csv", "table"])
def test_a_replay_gives_what_trace_gave(eunomia, runc, name, tmp_path, argv):
    path = tmp_path / "seen.eunomia"
    watch = eunomia.start("trace", "--container", name, "--record", path, *argv)
    work(runc, name)
    assert watch.stop() == 0, watch.said()
    done = eunomia.run("replay", path, "--container", name, *argv)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout) > 400
    assert done.stdout == watch.out.read_bytes()


@pytest.mark.parametrize("argv", [
    ["-e", "mkdir,unlinkat,getppid"],
    ["-s", "fs", "--exclude-event", "open,newfstatat", "--exclude-set", "net"],
    ["-e", "*", "--exclude-event", "open"],
    ["--failed"],
    ["-e", "syscalls", "--failed", "--filter", 'process.name != "ls"'],
    ["--comm", "cat,sh", "--uid", "0"],
    ["--exclude-comm", "cat", "--filter", "file.path ^= \"/etc\" || event == 'exec'"],
], ids=["events", "sets", "without", "failed", "filter", "comm", "excluded"])
def test_a_replay_begins_with_what_trace_was_asked_for(eunomia, runc, name, tmp_path, argv):
    path = tmp_path / "seen.eunomia"
    watch = eunomia.start("trace", "-c", name, "-o", "json", "--record", path, *argv)
    work(runc, name)
    assert watch.stop() == 0, watch.said()
    shown = watch.out.read_bytes()
    assert len(parse(shown)) > 2
    assert eunomia.run("replay", path, "-o", "json").stdout == shown
    narrowed = replay(eunomia, path, "--comm", "cat", "--exclude-event", "exec")
    cats = [e for e in parse(shown) if e["event"] != "exec" and
            field(e, "process.name") == "cat"]
    assert without_seq(narrowed)[:-1] == without_seq(cats)
    if "--uid" not in argv:
        assert replay(eunomia, path, "-e", "container").some("container", action="removed")


@pytest.mark.parametrize("chosen", ["--container", "--image", "--label"])
@pytest.mark.parametrize("outside", ["--all", "--"])
def test_what_the_host_did_beside_the_chosen_is_shown_neither_live_nor_again(
        eunomia, docker, name, tmp_path, chosen, outside):
    """With names asked for, the host's processes are not; behind a command they are in the recording."""
    path, shown = tmp_path / "beside.eunomia", tmp_path / "shown.json"
    meant = {"--container": name, "--image": image.REFERENCE, "--label": f"role={name}"}[chosen]
    command = docker.command(name, "/bin/sh", "-c", "/bin/cat /etc/group; /bin/true",
                             flags=("--network", "none", "--label", f"role={name}"))
    docker.started.add(name)
    start = ["trace", chosen, meant, "-o", "json", "-e", "exec,exit,open", "--record", path,
             "--output", shown]
    eunomia.know(docker)
    if outside == "--":
        assert eunomia.run(*start, "--", *command).returncode == 0
    else:
        watch = eunomia.start(*start, "--all")
        call(*command)
        assert watch.stop() == 0, watch.said()
    seen = parse(shown.read_bytes())
    seen.some("exec", container=name, process__name="cat")
    assert eunomia.run("replay", path, "-o", "json").stdout == shown.read_bytes()


def test_a_name_that_came_late_was_asked_for_in_the_replay_too(eunomia, docker, name, tmp_path):
    path = tmp_path / "named.eunomia"
    watch = eunomia.know(docker).start("trace", "-o", "json", "-c", f"{name}*", "-e", "exec,container",
                                       "--record", path)
    docker.run(name, "/bin/sh", "-c", SCRIPT, check=False)
    docker.run(f"other-{name}", "/bin/sh", "-c", "true", check=False)
    assert watch.stop() == 0, watch.said()
    shown = watch.out.read_bytes()
    parse(shown).some("exec", container=name)
    assert eunomia.run("replay", path, "-o", "json").stdout == shown


def test_names_come_in_a_replay_when_they_came_live(eunomia, docker, name, tmp_path):
    """A daemon's answer is late: what was seen before has no name, in the replay neither."""
    path = tmp_path / "named.eunomia"
    watch = eunomia.know(docker).start("trace", "-o", "json", "--record", path)
    docker.run(name, "/bin/sh", "-c", SCRIPT, check=False)
    assert watch.stop() == 0, watch.said()
    done = eunomia.run("replay", path, "-o", "json")
    assert done.stdout == watch.out.read_bytes()
    parse(done.stdout).some("exec", container=name, process__name="cat")
    named = replay(eunomia, path, "--container", name, "-e", "exec")
    assert {e["container"]["name"] for e in named.of("exec")} == {name}


@pytest.mark.parametrize("by", ["--container", "--pid"])
@pytest.mark.parametrize("runtime", ["docker", "runc"], indirect=True)
def test_a_container_that_was_there_before_is_replayed_as_it_was(eunomia, runtime, name, tmp_path,
                                                                 by):
    """Its processes were there before its name was known, and are known by name in the replay."""
    path = tmp_path / "before.eunomia"
    container = runtime.start(
        name, "/bin/sh", "-c", "while :; do /bin/cat /etc/group >/dev/null; usleep 50000; done")
    argv = ["-o", "json", "-e", "*", by, name if by == "--container" else container.pid]
    watch = eunomia.know(runtime).start("trace", "--record", path, *argv)
    time.sleep(1)
    container.stop()
    assert watch.stop() == 0, watch.said()
    watch.some("io", file__path="/etc/group")
    done = eunomia.run("replay", path, *argv)
    assert done.stdout == watch.out.read_bytes()


def test_a_replay_of_all_can_be_narrowed_like_trace(eunomia, runc, name, tmp_path):
    path = tmp_path / "all.eunomia"
    with recording_to(eunomia, path, "--full", "--container", name):
        work(runc, name)
    everything = replay(eunomia, path, "-e", "*")
    narrow = replay(eunomia, path, "-e", "open", "--filter", 'file.path ^= "/etc/"')
    expected = everything.of("open", file__path=lambda p: p and p.startswith("/etc/"))
    assert expected
    assert without_seq(narrow.of("open")) == without_seq(expected)
    assert narrow.summary["complete"] and narrow.summary["events"] == len(expected)


def test_a_full_recording_has_the_workload_and_its_names(eunomia, runc, name, tmp_path):
    path = tmp_path / "full.eunomia"
    with recording_to(eunomia, path, "--full", "--container", name):
        work(runc, name)
    seen = replay(eunomia, path, "-e", "*")
    assert seen.summary["complete"]
    for program in ("cat", "ls", "mkdir", "rm", "nc"):
        seen.some("exec", container=name, process__name=program)
    seen.some("open", container=name, file__path="/etc/passwd", process__name="cat")
    seen.some("open", container=name, file__path="/no/such/file", result="ENOENT")
    seen.some("syscall", container=name, syscall="getdents64", process__name="ls")
    seen.some("connect", container=name, network__peer__port=9)
    assert {e["container"]["name"] for e in seen if "container" in e} == {name}
    assert seen.values("seq")[:-1] == list(range(1, len(seen)))


def test_times_choose_what_is_shown(eunomia, runc, name, tmp_path):
    path = tmp_path / "times.eunomia"
    moments = []
    with recording_to(eunomia, path, "--full", "--container", name):
        container = runc.start(name, "/bin/sleep", "100")
        for word in ("one", "two", "three"):
            moments.append(datetime.datetime.now(datetime.timezone.utc).isoformat())
            runc.exec(name, "/bin/echo", word)
            time.sleep(0.01)
        container.stop()

    def words(*argv):
        seen = replay(eunomia, path, "-e", "exec", *argv)
        return [args[1] for args in seen.of("exec", process__name="echo").values("args")]

    args = [m.replace("+00:00", "Z") for m in moments]
    assert words() == ["one", "two", "three"]
    assert words("--from", args[1]) == ["two", "three"]
    assert words("--to", args[1]) == ["one"]
    assert words("--from", args[1], "--to", args[2]) == ["two"]
    assert words("--from", "2001-01-01T00:00:00Z") == ["one", "two", "three"]
    assert words("--to", "2001-01-01T00:00:00Z") == []
    assert words("--from", "2101-01-01T00:00:00Z") == []
    seen = replay(eunomia, path, "-e", "exec", "--from", args[2])
    assert {e["container"]["name"] for e in seen.of("exec")} == {name}


# ---- the format ----

# Events that a replay makes of what it knows by then.
DERIVED = ("container", "credentials", "summary")


def as_json(value, entry, tables):
    """A field's value as JSON has it; None where that takes more than the document says."""
    kind = entry["format"]
    if kind in ("uint", "int"):
        return value
    if kind == "errno" and value >= 0:
        return value
    if kind == "string":
        return value.decode()
    if kind == "argv":
        return value.decode().split("\0")[:-1]
    if kind == "octal":
        return f"0{value:03o}"
    if kind == "hex":
        return f"{value:#x}"
    if kind == "bool":
        return bool(value)
    if kind == "enum":
        return next((n for n, v in tables[entry["table"]].items() if v == value), value)
    if kind == "address":
        address = ipaddress.IPv6Address(value)
        return str(address.ipv4_mapped or address)
    return None


def wall(header, record):
    ns = record.time + header["wall_offset"]
    seconds = datetime.datetime.fromtimestamp(ns // 10**9, datetime.timezone.utc)
    return f"{seconds:%Y-%m-%dT%H:%M:%S}.{ns % 10**9:09d}Z"


def compare(event, record, segment):
    """How many of the record's fields are in the event as they should be."""
    assert event["time"] == wall(segment.header, record)
    assert field(event, "process.pid", 0) == record.pid
    assert field(event, "process.tid", 0) == record.tid
    same = 0
    for entry in record.type["fields"]:
        shown = field(event, entry["name"])
        expected = as_json(record.value(entry), entry, segment.schema["tables"])
        if shown is None or expected is None or entry["name"].startswith("process."):
            continue
        assert shown == expected, (record.name, entry, shown, expected)
        same += 1
    return same


def test_another_reader_reads_the_same(eunomia, runc, name, tmp_path):
    path = tmp_path / "format.eunomia"
    with recording_to(eunomia, path, "--full", "--container", name):
        work(runc, name)
    segment = recording.Segment(path)
    events = [e for e in replay(eunomia, path, "-e", "*") if e["event"] not in DERIVED]
    shown = {e["event"] for e in events}
    records = [r for r in segment.stream()
               if r.name in shown and r.container and not r.type.get("internal")]
    assert [e["event"] for e in events] == [r.name for r in records]
    assert sum(compare(*pair, segment) for pair in zip(events, records)) > len(events)
    assert segment.header["format"] == {"major": 1, "minor": 0}
    assert segment.header["recording"] and segment.header["mode"] == "full"
    assert [c["name"] for c in segment.summaries[-1]["containers"] if c.get("name") == name]
    assert segment.records[-1].type["type"] == "eu_event_end"


def test_zstd_can_test_it(eunomia, runc, name, tmp_path):
    path = tmp_path / "zstd.eunomia"
    with recording_to(eunomia, path):
        work(runc, name, "true")
    call("zstd", "-t", path)


# ---- bad days ----

def test_killed_under_load_all_whole_frames_are_there(eunomia, load, name, tmp_path):
    path = tmp_path / "killed.eunomia"
    watch = eunomia.start("record", "--full", "-o", path, "--container", name)
    wait_until(lambda: path.stat().st_size > 100_000, "100 kB of recording", 60)
    assert not replay(eunomia, path, "-e", "exec").summary["complete"]  # nor is it while it grows
    watch.process.kill()
    watch.process.wait()
    seen = replay(eunomia, path, "-e", "open")
    assert len(seen) > 100
    seen.some("open", container=name, file__path="/etc/group")
    assert not seen.summary["complete"]
    assert [loss["place"] for loss in seen.summary["loss"]] == ["recording"]
    assert "not closed" in seen.said


def test_sigterm_keeps_everything_until_then(eunomia, runc, name, tmp_path):
    path = tmp_path / "term.eunomia"
    watch = eunomia.start("record", "--full", "-o", path, "--container", name)
    work(runc, name, "for i in 1 2 3 4 5 6 7 8 9; do /bin/echo number $i; done; /bin/echo last")
    assert watch.stop(signal.SIGTERM) == 0, watch.said()
    seen = replay(eunomia, path, "-e", "exec,exit")
    assert seen.summary["complete"]
    assert len(seen.of("exec", process__name="echo")) == 10
    assert len(seen.of("exit", process__name="echo")) == 10


def test_a_user_signal_counts_records_as_the_end_does(eunomia, runc, name, tmp_path):
    with recording_to(eunomia, tmp_path / "run.eunomia", "--full") as watch:
        work(runc, name)
        watch.process.send_signal(signal.SIGUSR1)
        wait_until(lambda: re.search(r"\d records? so far", watch.said()), "a statement")


def test_two_recorders_share_a_directory(eunomia, runc, name, tmp_path):
    place = f"{tmp_path}/shared/"
    with recording_to(eunomia, place, "--full", "--container", name), \
            recording_to(eunomia, place, "--full", "--container", name):
        work(runc, name)
    assert len(list(pathlib.Path(place).iterdir())) == 2
    seen = replay(eunomia, place, "-e", "exec")
    for program in ("ls", "mkdir", "rm", "nc"):
        assert len(seen.of("exec", process__name=program)) == 2
    assert [s["complete"] for s in seen.of("summary")] == [True, True]


def test_a_file_that_is_there_is_never_touched(eunomia, runc, name, tmp_path):
    path = tmp_path / "mine.eunomia"
    with recording_to(eunomia, path):
        done = eunomia.run("record", "-o", path)
        assert done.returncode == 1 and "is there already" in done.stderr
        done = eunomia.run("trace", "--record", path)
        assert done.returncode == 1 and "is there already" in done.stderr
        work(runc, name, "true")
    replay(eunomia, path)


@pytest.fixture(name="small_disk")
def fixture_small_disk(tmp_path):
    place = tmp_path / "small"
    place.mkdir()
    call("mount", "-t", "tmpfs", "-o", "size=4m", "small", place)
    yield place
    call("umount", "-l", place)


def test_a_full_disk_costs_what_came_meanwhile_and_no_more(eunomia, runc, name, small_disk):
    path, ballast = small_disk / "full.eunomia", small_disk / "ballast"
    ballast.write_bytes(bytes(4_100_000))
    watch = eunomia.start("record", "--full", "-o", path, "--container", name)
    container = runc.start(name, "/bin/sh", "-c", "until [ -e /tmp/go ]; do sleep 0.1; done; "
                                                  "while :; do cat /etc/group >/dev/null; done")
    runc.exec(name, "/bin/echo", "before")
    size = path.stat().st_size
    wait_until(lambda: path.stat().st_size > size, "the first words on the disk")
    pathlib.Path(f"/proc/{container.pid}/root/tmp/go").touch()
    wait_until(lambda: "No space left" in watch.said(), "the disk to be full", 60)
    time.sleep(0.5)
    assert watch.process.poll() is None
    ballast.unlink()
    # a little may have found room before, and then no more did
    wait_until(lambda: watch.said().rstrip().endswith("can be written again"),
               "the disk to be written again", 60)
    runc.exec(name, "/bin/echo", "after")
    container.stop()
    assert watch.stop() == 1, watch.said()
    seen = replay(eunomia, path, "-e", "exec")
    words = [e["args"][1] for e in seen.of("exec", process__name="echo", container=name)]
    assert words == ["before", "after"]
    assert not seen.summary["complete"]
    assert [loss for loss in seen.summary["loss"] if loss["place"] == "disk"
            and field(loss, "container.name") == name and loss["class"] == "open"], seen.summary
    call("zstd", "-t", path)


def test_a_ring_keeps_the_last_and_knows_their_names(eunomia, runc, name, tmp_path):
    place = tmp_path / "ring"
    watch = eunomia.start("record", "--full", "-o", f"{place}/", "--max-size", "4M",
                          "--container", name)
    container = runc.start(name, "/bin/sh", "-c",
                           "while :; do /bin/ls -lR /proc/self /bin /www; done")
    largest = 0

    def turned():
        nonlocal largest
        names = sorted(path.name for path in place.iterdir())
        assert watch.process.poll() is None, watch.said()
        with contextlib.suppress(FileNotFoundError):
            largest = max(largest, sum(path.stat().st_size for path in place.iterdir()))
        return names and int(names[0].split(".")[-2]) >= 1
    wait_until(turned, "the ring to turn", 120)
    container.stop()
    assert watch.stop() == 0, watch.said()
    assert largest <= 4 * 1024 * 1024 * 5 / 4
    seen = replay(eunomia, place, "-e", "exec")
    assert {e["container"]["name"] for e in seen if "container" in e} == {name}
    assert len(seen.of("exec", process__parent_pid=container.pid,
                       process__name="ls")) == len(seen.of("exec"))
    assert seen.summary["complete"], seen.summary
    middle = seen.of("exec")[len(seen) // 2]["time"]
    late = replay(eunomia, place, "-e", "exec", "--from", middle)
    expected = seen.of("exec", time=lambda at: at >= middle)
    assert without_seq(late.of("exec")) == without_seq(expected)


# ---- what is no recording ----

def refused(eunomia, *argv, **options):
    done = eunomia.run("replay", *argv, timeout=20, **options)
    lines = done.stderr.splitlines()
    assert done.returncode == 1 and not done.stdout, done
    assert len(lines) == 1 and lines[0].startswith("eunomia: "), done.stderr
    return lines[0]


def test_what_is_no_recording_is_refused_in_one_sentence(eunomia, tmp_path):
    text, empty, fifo = tmp_path / "text", tmp_path / "empty", tmp_path / "fifo"
    text.write_text("time,event\n" * 10000)
    empty.touch()
    os.mkfifo(fifo)
    (tmp_path / "directory").mkdir()
    for path in (text, empty, fifo, "/dev/zero", "/dev/null", "/proc/self/environ", BINARY,
                 tmp_path / "nothing", tmp_path / "directory"):
        assert str(path) in refused(eunomia, path)


def test_a_file_cut_short_is_read_as_far_as_it_goes(eunomia, runc, name, tmp_path):
    path = tmp_path / "cut.eunomia"
    with recording_to(eunomia, path, "--full", "--container", name):
        work(runc, name)
    whole = replay(eunomia, path, "-e", "*")
    with open(path, "r+b") as file:
        file.truncate(path.stat().st_size * 9 // 10)
    seen = replay(eunomia, path, "-e", "*")
    assert seen[:-1] == whole[:len(seen) - 1]
    assert not seen.summary["complete"]
    assert "in the middle of a block" in seen.said


@pytest.fixture(name="as_nobody")
def fixture_as_nobody():
    """A directory nobody can read in, and how to be nobody."""
    place = pathlib.Path("/tmp") / f"eunomia-e2e-{os.getpid()}"
    place.mkdir(mode=0o755)
    shutil.copy2(BINARY, place / "eunomia")

    def run(*argv):
        return subprocess.run(["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups",
                               place / "eunomia", *argv], stdin=subprocess.DEVNULL,
                              env={"PATH": os.environ["PATH"]}, capture_output=True, timeout=30,
                              check=False)
    run.place = place
    yield run
    shutil.rmtree(place)


def test_replay_needs_no_privileges_but_to_read(eunomia, runc, name, as_nobody):
    path = as_nobody.place / "theirs.eunomia"
    with recording_to(eunomia, path, "--full", "--container", name):
        work(runc, name)
    done = as_nobody("replay", path)
    assert done.returncode == 1 and b"Permission denied" in done.stderr
    path.chmod(0o644)
    done = as_nobody("replay", path, "-o", "json", "-e", "*")
    assert done.returncode == 0, done.stderr
    assert done.stdout == eunomia.run("replay", path, "-o", "json", "-e", "*").stdout


def test_a_long_path_is_the_one_that_is_recorded_to(eunomia, tmp_path):
    place = tmp_path / ("l" * 200)
    place.mkdir()
    path = place / f"{'m' * 110}.eunomia"
    done = eunomia.run("record", "-o", path, "--duration", "100ms")
    assert done.returncode == 0 and str(path) in done.stderr
    assert list(place.iterdir()) == [path]
    for argv in ("record", "-o"), ("trace", "--record"):
        done = eunomia.run(*argv, place / ("x" * 300), "--duration", "100ms")
        assert done.returncode == 1 and "File name too long" in done.stderr, done.stderr


@pytest.mark.parametrize("argv", [("record", "-o"), ("report", "-d")])
def test_another_users_directory_is_not_written_to(eunomia, tmp_path, argv):
    os.chown(tmp_path, 65534, 65534)
    done = eunomia.run(*argv, tmp_path, "--duration", "100ms")
    assert done.returncode == 1 and "belongs to user 65534" in done.stderr
    assert not list(tmp_path.iterdir())
