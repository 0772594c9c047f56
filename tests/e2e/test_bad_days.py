# SPDX-License-Identifier: Apache-2.0
"""Bad days: clear words, the right exit code, nothing lost in silence, no crash."""

import contextlib
import json
import os
import pathlib
import resource
import select
import shutil
import signal
import socket
import subprocess
import threading
import time

import pytest

from support.eunomia import BINARY, READY, field, parse, parse_line
from support.process import call, wait_until


GOLDEN = str(pathlib.Path(__file__).parents[1] / "golden/recording.eunomia")


def sentences(text):
    return [line for line in text.splitlines() if line.strip()]


def run_by_nobody(*argv):
    copy = pathlib.Path("/tmp") / f"eunomia-e2e-{os.getpid()}"
    shutil.copy2(BINARY, copy)
    try:
        return call("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups",
                    copy, *argv, check=False, env={"PATH": os.environ["PATH"]})
    finally:
        copy.unlink()


def test_a_socket_that_is_not_for_this_user_is_said_to_be_so(eunomia):
    path = pathlib.Path("/tmp") / f"eunomia-e2e-{os.getpid()}.sock"
    with socket.socket(socket.AF_UNIX) as daemon:
        daemon.bind(str(path))
        path.chmod(0o600)
        daemon.listen()
        done = run_by_nobody("ls", "--socket", path)
        path.unlink()
    assert f"{path} may not be asked by this user" in done.stderr


def test_without_root_it_says_what_it_needs_and_exits_77(eunomia):
    done = run_by_nobody("trace")
    assert done.returncode == 77
    said = sentences(done.stderr)
    assert len(said) == 1 and "CAP_BPF" in said[0] and "root" in said[0], said
    assert not done.stdout


@pytest.mark.parametrize("typed, meant", [("opne", "open"), ("exce", "exec"),
                                          ("conect", "connect"), ("opennat", "openat"),
                                          ("sys_entr", "sys_enter")])
def test_an_unknown_event_shows_the_nearest_names(eunomia, typed, meant):
    done = eunomia.run("trace", "--event", typed)
    assert done.returncode == 2
    assert len(sentences(done.stderr)) == 1 and typed in done.stderr and meant in done.stderr


def test_a_process_that_is_not_there_is_not_watched_in_silence(eunomia):
    done = eunomia.run("trace", "--pid", "4194300")
    assert done.returncode == 1
    assert len(sentences(done.stderr)) == 1 and "4194300" in done.stderr


def test_a_limit_on_descriptors_is_no_verdict_of_the_kernel_on_a_program(eunomia):
    def limit():
        resource.setrlimit(resource.RLIMIT_NOFILE, (20, 20))

    done = eunomia.run("trace", "--duration", "100ms", preexec_fn=limit)
    assert done.returncode == 1 and "ulimit -n" in done.stderr and "refuses" not in done.stderr
    assert len(sentences(done.stderr)) == 1


def test_an_unknown_option_shows_the_nearest(eunomia):
    done = eunomia.run("trace", "--evnt", "open")
    assert done.returncode == 2 and "--event" in done.stderr


@pytest.mark.parametrize("words, says", [
    (("replay", "x.eunomia", "--duration", "3s"), "--from and --to"),
    (("trace", "--dur", "3s"), "--duration"),
    (("diff", "a", "b", "--socket", "/x"), "live host"),
    (("list", "events", "--filter", "x"), "eunomia trace"),
    (("record", "--buffer", "10"), "--full"),
    (("ls", "x.eunomia", "--processes"), "--processes"),
    (("trace", "--failed", "-e", "exit"), "no result"),
    (("trace", "--label", "=x"), "unset"),
    (("trace", "--duration", "0"), "--duration"),
    (("trace", "-n", "0"), "--count"),
    (("report", "--interval", "1s", "--duration", "1s"), "--directory"),
    (("replay", GOLDEN, "--from", "+2s", "--to", "+1s"), "--from +2s"),
    (("replay", GOLDEN, ""), "unset"),
    (("list", "events", "--set", "nope"), "list sets"),
    (("list", "sets", "--event", "open"), "list fields"),
    (("list", "events", "sets"), "one of: events"),
    (("trace", "--", ""), "no command"),
    (("trace", "--record", ""), "--record"),
    (("trace", "web"), "a container behind --container"),
    (("trace", "--schema", "ctrace", "-o", "table"), "leave out --output-format table"),
    (("config", "--set", "nope=1"), "eunomia config"),
    (("trace", "--fields", "nope"), "--fields: no event has a field"),
    (("ls", "--socket", "relative"), "absolute path"),
    (("--vrsion",), "unknown option"),
], ids=lambda words: " ".join(words) if isinstance(words, tuple) else None)
def test_an_option_that_means_nothing_here_is_refused(eunomia, words, says):
    done = eunomia.run(*words)
    assert done.returncode == 2 and not done.stdout
    assert len(sentences(done.stderr)) == 1 and says in done.stderr


def test_an_unknown_field_shows_the_nearest(eunomia):
    done = eunomia.run("trace", "--fields", "proces.pid")
    assert done.returncode == 2 and "process.pid" in done.stderr


def test_a_filter_that_does_not_parse_says_where(eunomia):
    done = eunomia.run("trace", "--filter", 'file.path == "/etc" &&')
    assert done.returncode == 2 and "column" in done.stderr


def test_an_unknown_verb_shows_the_nearest(eunomia):
    done = eunomia.run("trcae")
    assert done.returncode == 2 and "trace" in done.stderr


def test_a_closed_pipe_ends_it_quietly(eunomia, runc, name):
    container = runc.start(name, "/bin/sh", "-c", "while :; do /bin/true; done")
    reader, writer = os.pipe()
    try:
        watch = eunomia.start("trace", "-o", "json", "--event", "exec,exit", stdout=writer)
        os.close(writer)
        os.read(reader, 100)
        os.close(reader)
        code = watch.wait(20)
    finally:
        container.stop()
    assert code == 1 and len(sentences(watch.said())) <= 4, watch.said()
    assert "the reader of the output has gone" in watch.said()


@contextlib.contextmanager
def no_reader():
    reader, writer = os.pipe()
    os.close(reader)
    try:
        yield writer
    finally:
        os.close(writer)


@pytest.mark.parametrize("argv", [
    ("replay", GOLDEN), ("replay", GOLDEN, "-o", "json"), ("report", GOLDEN),
    ("report", GOLDEN, "-o", "json"), ("report", GOLDEN, "-o", "csv"),
    ("report", "--duration", "200ms", "-o", "json"), ("diff", GOLDEN, GOLDEN, "-o", "json"),
], ids=lambda argv: " ".join(word for word in argv if word != GOLDEN))
def test_what_no_reader_got_is_never_called_complete(eunomia, argv):
    with no_reader() as pipe:
        done = eunomia.run(*argv, stdout=pipe)
    assert done.returncode == 1 and "the reader of the output has gone" in done.stderr
    assert "eunomia: complete" not in done.stderr
    assert "not complete" in done.stderr or argv[0] == "diff"


@pytest.mark.parametrize("format", ["json", "csv", "table"])
def test_a_limit_on_the_size_of_files_is_a_full_disk(eunomia, tmp_path, format):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))

    done = eunomia.run("replay", GOLDEN, "-o", format, "--output", tmp_path / "events",
                       preexec_fn=limit)
    assert done.returncode == 1 and "File too large" in done.stderr
    assert "not complete: " in done.stderr and "(sink)" in done.stderr
    assert (tmp_path / "events").read_bytes().endswith(b"\n")


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 64 KiB."""
    place = tmp_path / "small"
    place.mkdir()
    call("mount", "-t", "tmpfs", "-o", "size=64k", "small", place)
    yield place
    call("umount", "-l", place)


def test_a_full_disk_is_said_and_counted(eunomia, runc, name, small_disk):
    watch = eunomia.start("trace", "-o", "json", "--event", "syscalls", "--container", name,
                          "--output", small_disk / "events")
    for _ in range(5):
        runc.run(name, "/bin/sh", "-c", "for i in 1 2 3 4 5; do cat /etc/group; done")
    code = watch.stop()
    assert code == 1, watch.said()
    assert "No space left" in watch.said()
    assert "lost" in watch.said()
    lines = (small_disk / "events").read_bytes().split(b"\n")
    for line in lines[:-1]:
        parse_line(line)


def test_a_replay_that_finds_no_room_says_what_is_missing(eunomia, small_disk):
    done = eunomia.run("replay", GOLDEN, "-o", "json", "--output", small_disk / "events")
    assert done.returncode == 1 and "No space left" in done.stderr
    assert "not complete: " in done.stderr and "(sink)" in done.stderr


def test_an_output_that_cannot_be_made_is_said_before_anything_else(eunomia):
    done = eunomia.run("trace", "--output", "/no/such/directory/events")
    assert done.returncode == 1 and "/no/such/directory/events" in done.stderr
    assert READY not in done.stderr


@pytest.mark.parametrize("argv", [("replay", "-o", "json", "--output"), ("replay", "--errors"),
                                  ("report", "--output"),
                                  ("report", "--errors")], ids=" ".join)
def test_a_recording_is_never_written_over(eunomia, tmp_path, argv):
    read, other = tmp_path / "read.eunomia", tmp_path / "other"
    whole = pathlib.Path(GOLDEN).read_bytes()
    for path in (read, other):
        path.write_bytes(whole)
        done = eunomia.run(argv[0], read, *argv[1:], path)
        assert done.returncode == 1 and not done.stdout
        assert len(sentences(done.stderr)) == 1 and f"{path} is a recording" in done.stderr
        assert path.read_bytes() == whole


@pytest.fixture(name="flood")
def fixture_flood():
    """A process of the host that does nothing but calls."""
    with subprocess.Popen(["dd", "if=/dev/zero", "of=/dev/null", "bs=1"],
                          stderr=subprocess.DEVNULL) as busy:
        yield busy
        busy.kill()


@pytest.mark.parametrize("format", ["json", "table"])
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT, "--duration"])
def test_a_reader_that_stands_still_does_not_keep_it(eunomia, flood, format, end):
    reader, writer = os.pipe()
    more = (end, "2s") if end == "--duration" else ()
    watch = eunomia.start("trace", "-a", "--pid", str(flood.pid), "-e", "read,write", "-o", format,
                          *more, stdout=writer)
    wait_until(lambda: not select.select([], [writer], [], 0)[1], "the pipe to be full")
    assert os.get_blocking(writer)
    os.close(writer)
    if not more:
        watch.process.send_signal(end)
    assert watch.wait(10) == 1, watch.said()
    assert "waited for no longer" in watch.said() and "(sink)" in watch.said()
    with open(reader, "rb") as left:
        lines = left.read().split(b"\n")[:-1]
    [events] = [int(line.split()[3]) for line in watch.said().splitlines() if "lost:" in line]
    if format == "json":
        assert len(parse(b"".join(line + b"\n" for line in lines))) == events
    else:
        assert len(lines) - 1 == events


@pytest.mark.parametrize("argv", [("trace", "--duration", "100ms"), ("replay", GOLDEN),
                                  ("report", GOLDEN)], ids=lambda argv: argv[0])
def test_events_and_messages_are_not_written_over_each_other(eunomia, tmp_path, argv):
    path = tmp_path / "both"
    path.write_text("older\n")
    done = eunomia.run(*argv, "-o", "json", "--output", path, "--errors", path)
    assert done.returncode == 2 and not done.stdout
    assert len(sentences(done.stderr)) == 1 and "choose another file" in done.stderr
    assert path.read_text().startswith("older\n")
    for option, descriptor in (("--output", "stderr"), ("--errors", "stdout")):
        with open(path, "w") as file:
            done = subprocess.run([BINARY, *argv, option, path], env=eunomia.env, check=False,
                                  **{"stdout": subprocess.DEVNULL, descriptor: file})
        assert done.returncode == 2


def test_messages_among_the_events_of_one_descriptor_are_objects(eunomia, tmp_path):
    with open(tmp_path / "both", "w+b") as both:
        done = eunomia.run("trace", "--duration", "100ms", "-o", "json", "--output", "-", "--errors",
                           "-", stdout=both)
        both.seek(0)
        seen = [parse_line(line) for line in both]
    assert done.returncode == 0
    assert seen[0]["message"].startswith("watching") and "summary" in map(
        lambda line: line.get("event"), seen)


def test_names_with_newlines_and_control_bytes_keep_every_line_valid(eunomia, runc, name):
    with eunomia.trace() as seen:
        runc.run(name, "/workloads/oddnames")
    opened = seen.some("open", container=name, file__path=lambda p: p and "/tmp/odd" in p)
    assert len(opened) == 9
    assert len(set(opened.values("file.path"))) == 9


@contextlib.contextmanager
def false_daemon(answer):
    """A unix socket on which answer(connection) is called for each caller."""
    path = pathlib.Path(f"/tmp/e2e-false-{os.getpid()}")
    path.unlink(missing_ok=True)
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(path))
    server.listen(8)
    held = []

    def serve():
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            held.append(connection)
            threading.Thread(target=quietly, args=(connection,), daemon=True).start()

    def quietly(connection):
        with contextlib.suppress(OSError):
            answer(connection)

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield path
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        for connection in held:
            connection.close()
        path.unlink()


def hang(connection):
    connection.recv(1)
    time.sleep(3600)


def lie(connection):
    connection.recv(4096)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                       b"Content-Length: 30\r\n\r\n" b'[{"Id": 7, "Names": {"a":[]}}]')
    connection.close()


def speak_nonsense(connection):
    connection.recv(4096)
    connection.sendall(os.urandom(4096))
    connection.close()


def flood(connection):
    connection.recv(4096)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n")
    for _ in range(1600):
        connection.sendall(b"[" * 65536)
    connection.close()


@pytest.mark.parametrize("answer", [hang, lie, speak_nonsense, flood])
def test_a_list_does_not_wait_for_a_socket_that_misbehaves(eunomia, answer):
    with false_daemon(answer) as path:
        begin = time.monotonic()
        done = eunomia.run("ls", "--socket", path, "-o", "json")
    assert time.monotonic() - begin < 20
    assert done.returncode == 0 and isinstance(parse_line(done.stdout), list)
    assert "may not be complete" in done.stderr and str(path) in done.stderr


@pytest.mark.parametrize("answer", [hang, lie, speak_nonsense, flood])
def test_a_docker_socket_that_misbehaves_delays_a_name_but_no_event(eunomia, docker, name, answer):
    with false_daemon(answer) as path:
        eunomia.env["EUNOMIA_SOCKETS"] = str(path)
        begin = time.monotonic()
        with eunomia.trace("--event", "exec") as seen:
            assert time.monotonic() - begin < 5
            docker.run(name, "/bin/true")
            peak = _peak_kib(seen.process.pid)
        assert time.monotonic() - begin < 20
    seen.one("exec", process__executable__path="/bin/true",
             container__id=lambda id_: id_ and len(id_) == 64)
    assert seen.summary["complete"] is True
    assert answer is hang or f"names may be missing: {path}" in seen.said()
    assert peak < 96 * 1024, f"{peak} KiB"


def test_on_a_terminal_it_is_said_too_that_names_may_be_missing(eunomia, docker, name):
    reader, terminal = os.openpty()
    with false_daemon(lie) as path, open(reader, "rb"), open(terminal, "wb") as screen:
        eunomia.env["EUNOMIA_SOCKETS"] = str(path)
        watch = eunomia.start("trace", "-c", "nobody", stdout=screen)
        docker.run(name, "/bin/true")
        assert watch.stop() == 0
    assert f"names may be missing: {path}" in watch.said()


def create_of(id_, seconds_ago):
    return json.dumps({"Type": "container", "Action": "create", "id": id_,
                       "Actor": {"ID": id_, "Attributes": {"name": id_[:12], "image": "x"}},
                       "timeNano": time.time_ns() - seconds_ago * 1_000_000_000}).encode()


def test_what_an_engine_made_before_the_kernel_was_watched_is_not_told_as_new(eunomia):
    old, new, started = "0e" * 32, "1f" * 32, threading.Event()

    def tell(connection):
        request = connection.recv(4096)
        head = b"HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Type: application/json\r\n"
        if b"/events" not in request:
            connection.sendall(head + b"Content-Length: 2\r\n\r\n{}")
            return
        connection.sendall(head + b"\r\n" + create_of(old, 60) + b"\n")
        started.wait(60)
        connection.sendall(create_of(new, 0) + b"\n")
        time.sleep(3600)

    with false_daemon(tell) as path:
        eunomia.env["EUNOMIA_SOCKETS"] = str(path)
        with eunomia.trace("--event", "container") as seen:
            started.set()
            wait_until(lambda: new.encode() in seen.out.read_bytes(), "the new one")
    seen.one(container__id=new, action="created")
    seen.none(container__id=old)


def _peak_kib(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


@pytest.mark.parametrize("path", ["/etc/passwd", "/no/such/socket"])
def test_a_socket_that_was_asked_for_and_is_none_is_told(eunomia, path):
    done = eunomia.run("ls", "--socket", path, "-o", "json")
    assert done.returncode == 0 and isinstance(parse_line(done.stdout), list)
    assert len(sentences(done.stderr)) == 1 and f"no socket is at {path}" in done.stderr


def test_a_socket_that_is_not_there_is_no_failure(eunomia, runc, name):
    eunomia.env["EUNOMIA_SOCKETS"] = "/no/such/socket"
    with eunomia.trace("--event", "exec") as seen:
        runc.run(name, "/bin/true")
    seen.one("exec", container=name, process__executable__path="/bin/true")


def test_a_container_removed_while_it_is_asked_about_keeps_what_is_known(eunomia, docker, name):
    with eunomia.know(docker).trace("--event", "exec") as seen:
        for i in range(10):
            docker.run(f"{name}-{i}", "/bin/true")
    entries = seen.of("exec", process__executable__path="/bin/true")
    assert len(entries) == 10
    assert len({field(e, "container.id") for e in entries}) == 10


def test_a_fork_bomb_is_survived_and_told(eunomia, runc, name):
    with eunomia.trace() as seen:
        runc.run(name, "/workloads/forkbomb", timeout=120)
    assert len(seen.of("exit", container=name, process__name="forkbomb")) >= 5000
    assert seen.summary["complete"] is True


def test_a_flood_that_outruns_a_tiny_budget_is_counted_as_lost(eunomia, runc, name, tmp_path):
    """The reader of the pipe stops: what is lost then must be in the closing statement."""
    reader, writer = os.pipe()
    watch = eunomia.start("trace", "-o", "json", "--event", "syscalls", "--container", name,
                          stdout=writer)
    os.close(writer)
    runc.run(name, "/workloads/forkbomb", timeout=120)
    watch.process.send_signal(signal.SIGINT)
    data = bytearray()
    while chunk := os.read(reader, 1 << 20):
        data += chunk
    os.close(reader)
    assert watch.wait() == 0
    events = parse(bytes(data))
    summary = events.summary
    assert summary["complete"] is (summary["lost"] == 0)
    told = len(events.of("syscall", syscall="exit_group"))
    if told < 5001:
        assert summary["lost"] >= 5001 - told


def test_it_can_be_killed_and_leaves_nothing_in_the_kernel(eunomia):
    before = _programs()
    watch = eunomia.start("trace", "-o", "json", "--event", "exec")
    watch.process.kill()
    watch.process.wait()
    wait_until(lambda: _programs() <= before, "the programs to be gone")


def _programs():
    done = subprocess.run(["bpftool", "prog", "show"], capture_output=True, text=True, check=True,
                          env=dict(os.environ, PATH="/usr/sbin:/usr/bin:/sbin:/bin"))
    return sum("  name " in line for line in done.stdout.splitlines())


@pytest.mark.parametrize("verb", ["trace", "report", "record"])
def test_a_pid_namespace_of_its_own_is_told_and_refused(eunomia, verb, tmp_path):
    done = call("unshare", "--pid", "--fork", "--mount-proc", BINARY, verb, check=False,
                cwd=tmp_path)
    assert done.returncode == 77
    assert len(sentences(done.stderr)) == 1 and "--pid=host" in done.stderr


def test_root_of_a_user_namespace_is_told_that_it_is_none(eunomia):
    done = call("unshare", "-Ur", BINARY, "trace", check=False, env=eunomia.env)
    assert done.returncode == 77
    assert len(sentences(done.stderr)) == 1 and "user namespace" in done.stderr


@pytest.mark.parametrize("hidden, says", [("/sys/kernel/btf", "CONFIG_DEBUG_INFO_BTF"),
                                          ("/sys", "is /sys mounted?"),
                                          ("/proc", "is proc mounted on /proc?")])
def test_what_the_host_lacks_is_named(eunomia, hidden, says):
    done = call("unshare", "-m", "sh", "-c", 'mount -t tmpfs none "$0" && exec "$@"', hidden,
                BINARY, "trace", "--duration", "1s", check=False, env=eunomia.env)
    assert done.returncode == 1
    assert len(sentences(done.stderr)) == 1 and says in done.stderr


def redirected(eunomia, redirection, *argv):
    return call("sh", "-c", f'exec "$0" "$@" {redirection}', BINARY, *argv, check=False,
                env=eunomia.env)


@pytest.mark.parametrize("argv", [
    ("list", "events"), ("ls",), ("ls", "-o", "json"), ("ls", GOLDEN, "-o", "json"), ("config",),
    ("--help",), ("version",), ("--man",), ("--completion",), ("replay", GOLDEN),
    ("report", GOLDEN), ("report", GOLDEN, "-o", "json"), ("diff", GOLDEN, GOLDEN, "-o", "json"),
], ids=lambda argv: " ".join(word for word in argv if word != GOLDEN))
@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"])
def test_output_that_is_not_written_is_a_failure(eunomia, argv, redirection):
    done = redirected(eunomia, redirection, *argv)
    assert done.returncode == 1
    assert "standard output" in done.stderr or "cannot write" in done.stderr


def test_a_recording_is_not_mistaken_for_a_closed_descriptor(eunomia, runc, name, tmp_path):
    for number, closed in enumerate((">&-", "2>&-", "<&- >&- 2>&-")):
        file = tmp_path / f"{number}.eunomia"
        done = redirected(eunomia, closed, "record", "-o", file, "--", *runc.command(
            f"{name}-{number}", "/bin/true"))
        assert done.returncode == 0, done.stderr
        listed = eunomia.run("ls", file, "-o", "json")
        assert b'"damages":[]' in listed.stdout and not listed.stderr
    done = redirected(eunomia, ">&-", "report", "--duration", "200ms")
    assert done.returncode == 1 and "output" in done.stderr


def test_a_command_that_goes_on_is_told_and_does_not_hold_the_terminal(eunomia, tmp_path):
    command = ("/bin/sh", "-c", f"echo $$ >{tmp_path}/pid; exec sleep 1000")
    watch = eunomia.start("trace", "-e", "exec", "--duration", "100ms", "--", *command)
    try:
        wait_until(lambda: "still runs" in watch.said(), "the words about the command")
        assert watch.stop() == -signal.SIGINT
    finally:
        os.kill(int((tmp_path / "pid").read_text()), signal.SIGKILL)


def test_messages_that_find_no_room_in_their_file_are_told(eunomia, small_disk):
    (small_disk / "fill").write_bytes(bytes(60 * 1024))
    with contextlib.suppress(OSError), open(small_disk / "fill", "ab", buffering=0) as fill:
        while fill.write(bytes(4096)):
            pass
    done = eunomia.run("trace", "--duration", "100ms", "--errors", small_disk / "errors")
    assert "messages cannot be written" in done.stderr and "No space" in done.stderr


def test_a_report_that_finds_no_room_says_which_file(eunomia, small_disk):
    with contextlib.suppress(OSError), open(small_disk / "fill", "ab", buffering=0) as fill:
        while fill.write(bytes(4096)):
            pass
    done = eunomia.run("report", GOLDEN, "-d", small_disk / "report")
    assert done.returncode == 1 and str(small_disk / "report") in done.stderr
    assert not [path for path in (small_disk / "report").iterdir() if path.name.startswith(".")]


def test_a_part_of_the_cgroups_is_no_view_of_the_host_and_is_told_so(eunomia):
    """As in a container that was not given the host's."""
    own = "/sys/fs/cgroup/memory" if os.path.ismount("/sys/fs/cgroup/memory") else "/sys/fs/cgroup"
    done = call("unshare", "--mount", "--propagation", "private", "/bin/sh", "-ec",
                f"mkdir -p {own}/e2e-part; mount --bind {own}/e2e-part {own}; "
                f"exec {BINARY} trace --duration 200ms", env=eunomia.env)
    assert f"{own} is not the host's" in done.stderr, done.stderr
    os.rmdir(f"{own}/e2e-part")
    done = eunomia.run("trace", "--duration", "200ms")
    assert "is not the host's" not in done.stderr


LISTENERS = """
import os, resource, socket
resource.setrlimit(resource.RLIMIT_NOFILE, (9000, 9000))
sockets = [socket.socket() for _ in range(8300)]
for number, one in enumerate(sockets):
    one.bind((f"127.0.3.{1 + number % 200}", 20000 + number // 200))
    one.listen(1)
print("there", flush=True)
os.read(0, 1)
"""


def test_sockets_that_no_table_holds_are_counted_as_lost(eunomia):
    process = subprocess.Popen(["unshare", "--net", "/bin/sh", "-c",
                                'ip link set lo up; exec python3 -c "$0"', LISTENERS],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert process.stdout.readline() == b"there\n"
        done = eunomia.run("trace", "--all", "-e", "close", "--duration", "100ms", "-o", "json")
    finally:
        process.communicate(b"", timeout=60)
    lost = [one for one in parse(done.stdout).summary["loss"] if one["place"] == "map"]
    assert [one["class"] for one in lost] == ["close"] and lost[0]["count"] >= 8300 - 8192
