# SPDX-License-Identifier: Apache-2.0
"""Files: what they are, not what the caller typed."""

import ctypes
import datetime
import json
import re
import struct
import subprocess
import sys

import pytest

from support.eunomia import field
from support.process import call


@pytest.fixture
def trace_in(eunomia, runc, name):
    """Traces a shell script in a container, returns the container's events."""
    def trace(script, *options, check=True):
        with eunomia.trace(*options) as seen:
            runc.run(name, "/bin/sh", "-c", script, check=check)
        return seen.events.of(container=name)
    return trace


def test_an_open_shows_the_file_and_its_flags(trace_in):
    events = trace_in("cat /etc/group", "--event", "open")
    event = events.one("open", file__path="/etc/group", process__name="cat")
    assert "O_RDONLY" in event["file"]["flags"]
    assert isinstance(event["result"], int) and event["result"] >= 3
    assert event["file"]["inode"] > 0
    assert "raw_path" not in event["file"]


def test_bytes_are_told_after_they_were_written(trace_in):
    """Also where nothing else happens for a while."""
    events = trace_in("mkfifo /tmp/nobody; exec 3>/tmp/log 4<>/tmp/nobody; "
                      "for i in 1 2 3; do read -t 1 x <&4; echo $i >&3; done; read -t 1 x <&4",
                      "--event", "open,io", check=False)
    opened, *_, last = (datetime.datetime.fromisoformat(event["time"][:26])
                        for event in events.of(file__path="/tmp/log"))
    assert last - opened >= datetime.timedelta(seconds=2.9)


def test_failed_open_has_errno_name(trace_in):
    events = trace_in("cat /etc/shadow", "--event", "open", check=False)
    assert events.one("open", file__path="/etc/shadow")["result"] == "ENOENT"


def test_a_relative_path_through_a_link_is_resolved_and_kept(trace_in):
    events = trace_in("ln -s /etc /tmp/link; cd /tmp; cat link/../etc/group link/group",
                      "--event", "open")
    paths = events.of("open", file__raw_path="link/group")
    assert paths.values("file.path") == ["/etc/group"]


def test_a_failed_relative_open_is_placed_in_the_working_directory(trace_in):
    events = trace_in("cd /etc; cat not-here", "--event", "open", check=False)
    event = events.one("open", result="ENOENT")
    assert event["file"]["path"] == "/etc/not-here"
    assert event["file"]["raw_path"] == "not-here"


def test_what_was_passed_is_told_of_what_failed_too(trace_in):
    events = trace_in("mkdir /tmp/d; cd /tmp/d; cat ../../etc/none ./a a/../b /c; mv ./x ../y; "
                      "rmdir ..//.", "--event", "open,rename,rmdir", check=False)
    failed = [event["file"] for event in events.of(result=lambda r: isinstance(r, str))]
    expected = [("/etc/none", "../../etc/none"), ("/tmp/d/a", "./a"),
                ("/tmp/d/a/../b", "a/../b"), ("/c", None), ("/tmp/d/x", "./x"), ("/tmp", "..//.")]
    paths = {path for path, _ in expected}
    told = [(about["path"], about.get("raw_path")) for about in failed if about["path"] in paths]
    assert told == expected


def test_an_open_says_when_it_made_the_file(trace_in):
    events = trace_in("umask 027; echo a >/tmp/new; echo b >/tmp/new", "--event", "open")
    first, second = events.of("open", file__path="/tmp/new")
    assert first["file"]["created"] is True and not second["file"].get("created")
    assert {"O_WRONLY", "O_CREAT", "O_TRUNC"} <= set(first["file"]["flags"])


def test_a_deleted_file_is_opened_by_what_it_was(trace_in):
    events = trace_in("exec 3>/tmp/gone; rm /tmp/gone; cat /proc/self/fd/3", "--event", "open")
    event = events.one("open", file__raw_path="/proc/self/fd/3")
    assert event["file"]["path"].startswith("/tmp/gone")
    assert any("DELETED" in flag.upper() for flag in event["file"]["path_state"])


def test_a_file_with_other_names_is_not_deleted(trace_in):
    events = trace_in("echo >/tmp/one; exec 3</tmp/one; ln /tmp/one /tmp/two; rm /tmp/one; "
                      "cat /proc/self/fd/3", "--event", "open")
    event = events.one("open", file__raw_path="/proc/self/fd/3")
    assert event["file"]["path"] == "/tmp/one"
    assert event["file"]["path_state"] == ["unlinked"]


def test_an_open_of_a_pipe_has_the_name_that_proc_shows(trace_in):
    events = trace_in("echo | cat /dev/stdin", "--event", "open")
    event = events.one("open", file__raw_path="/dev/stdin")["file"]
    assert event["path"] == f"pipe:[{event['inode']}]" and event["path_state"] == ["detached"]


@pytest.mark.parametrize("event, script, wanted", [
    ("rename", "echo >/tmp/a; mv /tmp/a /tmp/b",
     {"file.path": "/tmp/a", "file.target.path": "/tmp/b"}),
    ("link", "echo >/tmp/a; ln /tmp/a /tmp/b",
     {"file.path": "/tmp/a", "file.target.path": "/tmp/b"}),
    ("symlink", "ln -s /etc/group /tmp/s",
     {"file.path": "/tmp/s", "file.target.path": "/etc/group"}),
    ("unlink", "echo >/tmp/a; rm /tmp/a", {"file.path": "/tmp/a"}),
    ("mkdir", "mkdir /tmp/d", {"file.path": "/tmp/d"}),
    ("rmdir", "mkdir /tmp/d; rmdir /tmp/d", {"file.path": "/tmp/d"}),
    ("chmod", "echo >/tmp/a; chmod 640 /tmp/a", {"file.path": "/tmp/a", "file.mode": "0640"}),
    ("chown", "echo >/tmp/a; chown 65534:65534 /tmp/a",
     {"file.path": "/tmp/a", "file.owner.id": 65534}),
    ("truncate", "echo >/tmp/a; truncate -s 7 /tmp/a", {"file.path": "/tmp/a", "file.size": 7}),
])
def test_a_change_of_the_tree_is_told(trace_in, event, script, wanted):
    found = trace_in(script, "--event", event).some(event, file__path=wanted["file.path"])[-1]
    assert {path: field(found, path) for path in wanted} == wanted
    assert found["result"] == 0


@pytest.mark.parametrize("event, script, errno", [
    ("rename", "mv /no/a /no/b", "ENOENT"), ("unlink", "unlink /no/a", "ENOENT"),
    ("mkdir", "mkdir /no/a", "ENOENT"), ("mkdir", "mkdir /tmp", "EEXIST"),
    ("rmdir", "rmdir /etc", "ENOTEMPTY"),
    ("chmod", "chmod 1 /proc/sys/kernel/hostname", "EPERM"),
    ("mount", "mount -t tmpfs none /tmp", "EPERM"), ("umount", "umount /tmp", "EPERM"),
])
def test_a_refused_change_of_the_tree_has_its_errno(trace_in, event, script, errno):
    events = trace_in(script, "--event", event, "--failed", check=False)
    assert errno in events.some(event).values("result")


def test_a_4096_byte_path_is_shown_whole_or_marked_as_cut(eunomia, runc, name):
    with eunomia.trace("--event", "open") as seen:
        runc.run(name, "/workloads/longpath")
    event = seen.some("open", container=name, process__name="longpath",
                      file__path=lambda p: p and p.endswith("/bottom"))[-1]
    path = event["file"]["path"]
    assert len(path) >= 4000 or "TRUNCATED" in str(event["file"]["path_state"]).upper(), event


def test_two_names_that_are_as_long_as_can_be_are_told(eunomia, runc, name):
    with eunomia.trace("--event", "rename,syscalls") as seen:
        runc.run(name, "/workloads/longpath")
    event = seen.one("rename", container=name, result="ENOENT")
    for path in (event["file"]["path"], event["file"]["target"]["path"]):
        assert path.startswith("/tmp/a-directory") and path.endswith("x/x/x") and len(path) > 8000
    call = seen.one("syscall", container=name, syscall="rename")
    assert {len(call["args"][side]) for side in ("oldname", "newname")} == {4095}


def test_what_is_read_and_written_is_added_up_per_file(trace_in):
    events = trace_in("dd if=/dev/zero of=/tmp/data bs=1000 count=7; cat /tmp/data >/dev/null; "
                      "mv /tmp/data /tmp/moved; cat /tmp/moved | cat >/dev/null", "--event", "io")
    sums = {path: [sum(field(e, f"file.bytes_{way}", 0) for e in events.of(file__path=path))
                   for way in ("read", "written")] for path in ("/tmp/data", "/tmp/moved")}
    assert sums == {"/tmp/data": [7000, 7000], "/tmp/moved": [7000, 0]}
    assert sum(field(e, "file.writes", 0) for e in events.of(file__path="/tmp/data")) == 7
    assert events.some("io", file__path="/tmp/data")[0]["file"]["fs"] == "tmpfs"
    assert not [p for p in events.values("file.path") if p is None or "pipe" in p]


def test_bytes_stand_under_the_path_that_the_file_had_at_the_time(trace_in):
    events = trace_in("mkdir -p /tmp/a/b; exec 3<>/tmp/a/b/file; echo 12345 >&3; mv /tmp/a /tmp/c; "
                      "echo 123 >&3; cat /tmp/c/b/file", "--event", "io")
    sums = {path: [sum(field(e, f"file.bytes_{way}", 0) for e in events.of(file__path=path))
                   for way in ("read", "written")] for path in ("/tmp/a/b/file", "/tmp/c/b/file")}
    assert sums == {"/tmp/a/b/file": [0, 6], "/tmp/c/b/file": [10, 4]}


def test_a_file_in_use_is_told_every_second(trace_in):
    events = trace_in("for i in 1 2 3 4; do echo now; sleep 0.7; done >/tmp/log", "--event", "io")
    log = events.some("io", file__path="/tmp/log")
    assert len(log) >= 2
    assert sum(field(e, "file.bytes_written") for e in log) == 16


def test_a_copy_within_the_kernel_reads_one_file_and_writes_the_other(trace_in):
    events = trace_in("cp /bin/busybox /tmp/copy", "--event", "io")
    [size] = {field(e, "file.bytes_written") for e in events.of(file__path="/tmp/copy")}
    assert size == sum(field(e, "file.bytes_read", 0)
                       for e in events.of(file__path="/bin/busybox", file__reads=lambda n: n))


def test_each_way_to_move_bytes_is_counted_once_for_each_file(eunomia, runc, name):
    with eunomia.trace("--event", "io") as seen:
        runc.run(name, "/workloads/moves")
    events = seen.events.of("io", container=name, file__path=lambda p: p and p.startswith("/tmp/"))
    sums = {path: [sum(field(e, f"file.{what}", 0) for e in events.of(file__path=path))
                   for what in ("reads", "bytes_read", "writes", "bytes_written")]
            for path in set(events.values("file.path"))}
    assert sums == {
        # sendfile, copy_file_range, splice, pread64, preadv, preadv2
        "/tmp/from": [6, 100 + 200 + 300 + 10 + 20 + 30, 1, 1000],
        "/tmp/sendfile": [0, 0, 1, 100],
        "/tmp/copy_file_range": [0, 0, 1, 200],
        "/tmp/splice": [0, 0, 1, 300],
        "/tmp/vmsplice": [0, 0, 1, 400],
        "/tmp/vectors": [0, 0, 3, 10 + 20 + 30],
    }


def test_what_is_submitted_to_aio_is_counted(eunomia, runc, name):
    with eunomia.trace("--event", "io") as seen:
        runc.run(name, "/workloads/aio")
    events = seen.events.of("io", container=name)
    data = events.one(file__path="/tmp/data")["file"]
    assert (data["writes"], data["bytes_written"]) == (2, 900)
    # one of the three ends where the file does, and one begins behind it
    assert (data["reads"], data["bytes_read"]) == (3, 1700)
    other = events.one(file__path="/tmp/other")["file"]
    assert (other["writes"], other["bytes_written"]) == (1, 50) and "reads" not in other
    many = events.one(file__path="/tmp/many")["file"]
    assert (many["writes"], many["bytes_written"]) == (71, 700 + 69 * 70 / 2)
    assert seen.summary["complete"]


def test_aio_of_a_32_bit_program_is_counted(eunomia, runc, name):
    with eunomia.trace("--event", "io") as seen:
        runc.run(name, "/workloads/aio32")
    data = seen.events.of("io", container=name).one(file__path="/tmp/data")["file"]
    assert (data["writes"], data["bytes_written"]) == (2, 57 + 100 + 23)


def test_calls_on_descriptors_show_the_file_itself(trace_in):
    events = trace_in("truncate -s 9 /tmp/long", "--event", "truncate")
    event = events.one("truncate", syscall="ftruncate")
    assert event["file"]["path"] == "/tmp/long" and event["file"]["inode"] > 0


@pytest.fixture
def opened_by_handle(eunomia, runc, name):
    """Traces what a process with the capability that this needs opens by handles."""
    def trace(*argv):
        process = json.loads((runc.bundle(name, ["/workloads/handle", *argv]) /
                              "config.json").read_text())["process"]
        for capabilities in process["capabilities"].values():
            capabilities.append("CAP_DAC_READ_SEARCH")
        with eunomia.trace("--event", "open") as seen:
            call(*runc.command(name, "/workloads/handle", *argv, process=process))
        return seen.events.of("open", container=name, syscall="open_by_handle_at")
    return trace


def test_a_file_opened_by_handle_is_the_file_it_is(opened_by_handle):
    opened, stale, refused = opened_by_handle()
    assert opened["file"]["path"] == "/etc/passwd" and opened["file"]["inode"] > 0
    assert opened["file"]["flags"] == ["O_RDONLY", "O_CLOEXEC"]
    assert (stale["result"], refused["result"]) == ("ESTALE", "EPERM")
    assert refused["file"] == {"flags": ["O_RDWR"]}


def test_a_file_outside_that_is_opened_by_handle_is_shown_as_such(opened_by_handle, image):
    outside = image.rootfs.parent / "outside"
    outside.write_text("")
    [opened] = opened_by_handle(*handle_of(outside))
    assert opened["file"]["inode"] == outside.stat().st_ino
    assert opened["file"]["path_state"] == ["detached"]
    # from the root of the file system, wherever that is mounted and whatever is our own root
    path = opened["file"]["path"]
    assert re.fullmatch("(/[^/]+)+", path)
    assert path.endswith(str(outside)) or str(outside).endswith(path)


def handle_of(path):
    """The type and the bytes of the file's handle."""
    room = 128
    handle = ctypes.create_string_buffer(struct.pack("Ii", room, 0), 8 + room)
    assert not ctypes.CDLL(None, use_errno=True).name_to_handle_at(
        -100, str(path).encode(), handle, ctypes.byref(ctypes.c_int()), 0), ctypes.get_errno()
    size, kind = struct.unpack_from("Ii", handle)
    return str(kind), handle.raw[8:8 + size].hex()


def test_what_is_not_opened_below_a_root_of_its_own_is_shown_there(eunomia, runc, name):
    with eunomia.trace("--event", "open") as seen:
        runc.run(name, "/workloads/rooted")
    tried = [event["file"] for event in seen.of("open", container=name, syscall="openat2")]
    below = "/tmp/root"
    assert [about.get("path") for about in tried] == [
        f"{below}/none", f"{below}/none", f"{below}/none", f"{below}/none/../x", below,
        f"{below}/..none", None]
    assert [about.get("raw_path") for about in tried] == [
        "/../../none", "none", "../none", "//./none/../x", "/", "..none", "../" * 18 + "none"]
    assert seen.summary["complete"]


def test_a_namespaces_file_has_the_name_that_proc_shows(trace_in):
    events = trace_in("exec 3</proc/self/ns/net 4</proc/self/ns/mnt; exec readlink /proc/self/fd/3",
                      "--event", "open")
    for kind in ("net", "mnt"):
        opened = events.one("open", file__raw_path=f"/proc/self/ns/{kind}")["file"]
        assert opened["path"] == f"{kind}:[{opened['inode']}]"
        assert opened["path_state"] == ["detached"] and opened["fs"] == "nsfs"


def test_what_is_moved_by_its_descriptor_is_not_said_to_come_from_where_it_is(eunomia, runc, name):
    process = json.loads((runc.bundle(name, ["/workloads/movetree"]) /
                          "config.json").read_text())["process"]
    for capabilities in process["capabilities"].values():
        capabilities.append("CAP_SYS_ADMIN")
    with eunomia.trace("--event", "mount") as seen:
        call(*runc.command(name, "/workloads/movetree", process=process))
    moved, back = seen.of("mount", container=name, syscall="move_mount", result=0)
    assert moved["file"]["path"] == "/tmp/there" and "source" not in moved["mount"]
    assert back["file"]["path"] == "/tmp/back" and back["mount"]["source"] == "/tmp/there"


def test_dots_before_a_name_are_resolved(trace_in):
    events = trace_in("mkdir -p /tmp/a/b; cd /tmp/a/b; mkdir ./x ../y ../../../w ../../../../v",
                      "--event", "mkdir")
    made = [field(e, "file.path") for e in events.of("mkdir", result=0)]
    assert made[-4:] == ["/tmp/a/b/x", "/tmp/a/y", "/w", "/v"]


@pytest.mark.parametrize("event, script, passed, path", [
    ("unlink", "rm link/a", "link/a", "/tmp/place/a"),
    ("rename", "mv link/a link/b", "link/a", "/tmp/place/a"),
    ("mkdir", "mkdir link/d", "link/d", "/tmp/place/d"),
    ("chmod", "chmod 600 link/a", "link/a", "/tmp/place/a"),
])
def test_a_change_through_a_link_is_shown_where_it_happens_or_marked(
        eunomia, trace_in, event, script, passed, path):
    features = eunomia.run("list", "features").stdout.decode().splitlines()
    [resolves] = ["  yes  " in line for line in features if line.startswith("links in names")]
    events = trace_in("cd /tmp; mkdir place; ln -s place link; echo >link/a; " + script,
                      "--event", event)
    about = events.some(event, result=0)[-1]["file"]
    if resolves:
        assert (about["path"], about["raw_path"]) == (path, passed) and "path_state" not in about
    else:
        assert (about["path"], about["raw_path"]) == (f"/tmp/{passed}", passed)
        assert about["path_state"] == ["raw"]


def test_a_name_that_cannot_be_read_gives_no_path_and_says_so(eunomia, runc, name):
    with eunomia.trace("--event", "open,unlink,rename,symlink") as seen:
        runc.run(name, "/workloads/badnames")
    events = seen.events.of(container=name, result="EFAULT")
    assert [e["event"] for e in events] == ["open"] * 3 + ["unlink", "symlink", "rename"]
    for event in events.of(event=lambda kind: kind in ("open", "unlink")):
        assert "path" not in event["file"] and event["file"]["path_state"] == ["raw", "unreadable"]
    for event in events[-2:]:
        assert event["file"]["path"] == "/tmp/a"
        assert "path" not in field(event, "file.target")
        assert "unreadable" in field(event, "file.target.path_state")
    assert seen.summary["complete"]


def test_an_empty_name_gives_no_path_and_says_so(eunomia, runc, name):
    with eunomia.trace("--event", "open,unlink,mkdir,chmod,rename,truncate,chown") as seen:
        runc.run(name, "/workloads/emptynames")
    events = seen.events.of(container=name, process__name="emptynames")
    empty = events.of(result="ENOENT").of(file__path=None)
    assert [e["event"] for e in empty] == ["open", "open", "unlink", "mkdir", "chmod", "rename",
                                           "truncate", "chown"]
    for event in empty:
        assert event["file"]["path_state"] == ["raw", "empty"]
    assert "path" not in field(empty.one("rename"), "file.target")
    given = events.one("chown", result=0)
    assert given["file"]["path"] == "/tmp" and "path_state" not in given["file"]
    assert given["flags"] == ["AT_EMPTY_PATH"]


def test_changes_of_a_link_itself_say_so(eunomia, runc, name):
    with eunomia.trace("--event", "chmod,chown") as seen:
        runc.run(name, "/workloads/nofollow")
    events = seen.events.of(container=name, process__name="nofollow", file__path="/tmp/link")
    assert [(e["event"], e.get("flags")) for e in events] == [
        ("chown", ["AT_SYMLINK_NOFOLLOW"]), ("chown", None), ("chmod", ["AT_SYMLINK_NOFOLLOW"])]


def test_a_name_longer_than_names_can_be_is_marked_as_cut(eunomia, runc, name):
    with eunomia.trace("--event", "open,mkdir") as seen:
        runc.run(name, "/workloads/badnames")
    for event in seen.events.of(container=name, result="ENAMETOOLONG"):
        assert event["file"]["path"].endswith("/" + "n" * 4095)
        assert event["file"]["path_state"] == ["truncated", "raw"]


def test_a_path_in_a_chroot_says_so(trace_in):
    events = trace_in("mkdir -p /tmp/r/bin; cp /bin/busybox /tmp/r/bin; mkdir /tmp/out; "
                      "chroot /tmp/r /bin/busybox mkdir /in", "--event", "mkdir,exec")
    inside = events.one("mkdir", file__path="/in")
    assert "chroot" in inside["file"]["path_state"]
    program = events.one("exec", file__path="/bin/busybox", file__path_state=lambda s: s)
    assert program["file"]["path_state"] == ["chroot"]
    assert "chroot" not in field(events.one("mkdir", file__path="/tmp/out"), "file.path_state", [])


WRITER = ("exec 3</etc/passwd 4>>/tmp/log; while [ ! -e /tmp/go ]; do sleep 0.1; done; "
          "echo hello >&4; sleep 60")


def until(container, condition):
    container.exec("/bin/sh", "-c", f"until [ {condition} ]; do sleep 0.1; done")


def test_files_that_were_open_before_are_known_and_marked(eunomia, runc, name):
    container = runc.start(name, "/bin/sh", "-c", WRITER)
    until(container, "-e /tmp/log")
    with eunomia.trace("--event", "io") as seen:
        container.exec("/bin/touch", "/tmp/go")
        until(container, "-s /tmp/log")
    events = seen.events.of("io", container=name)
    assert events.one(file__existed=True, file__path="/etc/passwd")["file"]["inode"] > 0
    log = events.of(file__path="/tmp/log")
    assert [field(e, "file.existed") for e in log].count(True) == 1
    assert sum(field(e, "file.bytes_written", 0) for e in log) == 6
    events.none(file__existed=True, file__path="/tmp/go")


def test_a_descriptor_of_a_process_is_no_file_that_was_open_before(eunomia):
    holder = subprocess.Popen(
        [sys.executable, "-c", "import os; fd = os.pidfd_open(os.getpid()); print(flush=True); input()"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        holder.stdout.readline()
        with eunomia.trace("--event", "io", "--pid", holder.pid) as seen:
            holder.communicate(b"\n", 15)
    finally:
        holder.kill()
        holder.wait()
    assert seen.summary["complete"] is True
    seen.none("io", file__path="/")


def test_a_report_has_the_files_that_were_open_before(eunomia, runc, name, tmp_path):
    container = runc.start(name, "/bin/sh", "-c", WRITER)
    until(container, "-e /tmp/log")
    watch = eunomia.start("report", "-d", tmp_path / "report")
    container.exec("/bin/touch", "/tmp/go")
    until(container, "-s /tmp/log")
    assert watch.stop() == 0
    [report] = (tmp_path / "report").glob(f"{name}-*.json")
    files = {file["path"]: file for file in json.loads(report.read_text())["files"]}
    assert files["/etc/passwd"]["existed"] and files["/tmp/log"]["existed"]
    assert files["/tmp/log"]["bytes"]["written"] == 6
    assert "existed" not in files["/tmp/go"]


@pytest.mark.parametrize("verb", ["trace", "report"])
def test_a_recording_and_the_output_are_two_files(eunomia, tmp_path, verb):
    path = tmp_path / "one.eunomia"
    done = eunomia.run(verb, "--record", path, "--output", f"{tmp_path}/./{path.name}",
                       "--duration", "100ms")
    assert done.returncode == 2 and "--record and --output name the same file" in done.stderr
    assert not path.exists()
