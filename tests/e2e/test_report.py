# SPDX-License-Identifier: Apache-2.0
"""eunomia report: what a container did, counted in the kernel, in files one can trust."""

import collections
import csv
import io
import json
import pathlib
import signal
import stat
import subprocess

import pytest

from support.process import call, wait_until

KEYS = {"container", "syscalls", "files", "executables", "peers", "capabilities", "lifecycle",
        "loss"}


@pytest.fixture
def report(eunomia, tmp_path):
    """Runs a block under eunomia report; returns what it wrote about one container."""
    class Report:
        directory = tmp_path / "report"

        def around(self, work, *options):
            watch = eunomia.start("report", "-d", self.directory, *options)
            work()
            assert watch.stop() == 0, watch.said()
            self.terminal = watch.out.read_text()
            return self

        def index(self):
            return json.loads((self.directory / "index.json").read_text())

        def of(self, name):
            found = [path for path in self.directory.glob("*.json") if path.name != "index.json"
                     and json.loads(path.read_text())["container"]["name"] == name]
            assert len(found) == 1, (name, list(self.directory.iterdir()))
            return json.loads(found[0].read_text())
    return Report()


def named(facts, name, key="name"):
    found = [fact for fact in facts if fact[key] == name]
    assert len(found) == 1, (name, [fact[key] for fact in facts])
    return found[0]


def test_there_is_a_file_per_container_with_the_agreed_keys(report, runtime, eunomia, name):
    eunomia.know(runtime)
    report.around(lambda: runtime.run(name, "/bin/cat", "/etc/group"))
    about = report.of(name)
    assert KEYS <= set(about)
    assert about["container"]["runtime"] == runtime.title
    [path] = [p for p in report.directory.glob(f"{name}-*.json")]
    assert path.name == f"{name}-{about['container']['id'][:12]}.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_index_names_every_container(report, runc, name):
    report.around(lambda: [runc.run(f"{name}-{i}", "/bin/true") for i in range(3)])
    told = json.dumps(report.index())
    assert all(f"{name}-{i}" in told for i in range(3))


def test_syscalls_are_counted_exactly(report, runc, name):
    """Of calls that the runtime's own init does not make."""
    report.around(lambda: runc.run(name, "/bin/sh", "-c",
                                   "touch /tmp/go; /workloads/threads; /workloads/forkbomb",
                                   timeout=120))
    calls = report.of(name)["syscalls"]
    assert named(calls, "sched_setaffinity")["count"] == 180
    assert named(calls, "wait4")["errors"]["ECHILD"] >= 50
    assert named(calls, "exit_group")["count"] >= 5002


def test_arguments_that_a_profile_can_narrow_are_counted_by_value(report, runc, name):
    """Of those that the runtime's own init does not pass."""
    report.around(lambda: runc.run(name, "/workloads/values"))
    about = report.of(name)

    def count(call, *names):
        found = [value for value in named(about["syscalls"], call)["values"]
                 if [argument.get("name", argument["value"])
                     for argument in value["arguments"].values()] == list(names)]
        assert len(found) < 2
        return found[0]["count"] if found else 0
    assert count("socket", "AF_INET6", "SOCK_DGRAM|SOCK_CLOEXEC", "IPPROTO_UDP") == 3
    assert count("setsockopt", "SOL_IPV6", "IPV6_V6ONLY") == 3
    assert count("setsockopt", "SOL_SOCKET", "SO_KEEPALIVE") == 3
    assert count("ioctl", "FIONBIO") == count("ioctl", 0xabcdef01) == 3
    assert count("fcntl", "F_NOTIFY") == 3
    assert count("prctl", "PR_GET_KEEPCAPS") == 1
    assert count("unshare", "CLONE_SYSVSEM") == 1
    assert count("clone3", "CLONE_FS|CLONE_CLEAR_SIGHAND") == 1
    assert count("mmap", "PROT_READ|PROT_WRITE|PROT_EXEC") == 1
    assert count("mmap", "PROT_READ|PROT_WRITE") == 0
    [personality] = named(about["syscalls"], "personality")["values"]
    assert personality["arguments"]["personality"]["value"] == 0xffffffff
    assert about["complete"], about["loss"]


def test_values_that_old_programs_pass_in_memory_are_counted(report, runc, name):
    report.around(lambda: runc.run(name, "/workloads/sysv"))
    [executable] = [value for value in named(report.of(name)["syscalls"], "mmap")["values"]
                    if value["arguments"]["prot"]["name"] == "PROT_READ|PROT_EXEC"
                    and value["count"] - value.get("init", 0) == 2]
    assert executable["first"] <= executable["last"]


def test_numbers_that_no_call_has_are_counted_as_no_call(report, runc, name):
    report.around(lambda: runc.run(name, "/workloads/nocall"))
    calls = report.of(name)["syscalls"]
    unknown = named(calls, "unknown")
    assert unknown["count"] == unknown["errors"]["ENOSYS"] == 5
    assert "symlink" not in [call["name"] for call in calls]


def sleeps(pid):
    """In nanosleep or clock_nanosleep, by their numbers."""
    return pathlib.Path(f"/proc/{pid}/syscall").read_text().split()[0] in ("35", "230")


def own_calls(calls):
    return {fact["name"]: fact["count"] - fact["init"] for fact in calls
            if fact["count"] > fact["init"]}


def calls_of(program, tmp_path):
    """As strace counts them."""
    call("strace", "-o", tmp_path / "calls", program)
    return collections.Counter(line.split("(")[0]
                               for line in (tmp_path / "calls").read_text().splitlines()
                               if not line.startswith("+++"))


def test_what_the_runtime_did_before_the_entrypoint_is_told_apart(
        report, runtime, eunomia, image, name, tmp_path):
    """What is left is what the same program does without any runtime, call for call."""
    eunomia.know(runtime)
    report.around(lambda: runtime.run(name, "/bin/true"))
    calls = report.of(name)["syscalls"]
    assert own_calls(calls) == calls_of(image.rootfs / "bin/true", tmp_path)
    assert named(calls, "capset")["init"] >= 1


def test_of_errors_and_values_the_runtimes_are_told_apart_too(report, runc, name):
    report.around(lambda: runc.run(name, "/workloads/values"))
    calls = report.of(name)["syscalls"]
    own = {value["count"] - value["init"] for value in named(calls, "socket")["values"]
           if value["arguments"]["family"].get("name") == "AF_INET6"}
    assert own == {3}
    assert sum(value["init"] for value in named(calls, "prctl")["values"]) > 10
    assert all(fact.get("init_errors", {}).get(error, 0) <= count
               for fact in calls for error, count in fact["errors"].items())
    assert any("init_errors" in fact for fact in calls)


def test_what_is_executed_inside_later_is_told_apart_from_who_brings_it_in(
        report, runtime, eunomia, image, name, tmp_path):
    """Here, too, what is left is what the same program does without any runtime."""
    eunomia.know(runtime)
    container = runtime.start(name, "/bin/sleep", "1000")
    wait_until(lambda: sleeps(container.pid), "the entrypoint's sleep")
    report.around(lambda: container.exec("/bin/true"))
    container.stop()
    calls = report.of(name)["syscalls"]
    assert own_calls(calls) == calls_of(image.rootfs / "bin/true", tmp_path)
    assert named(calls, "capset")["init"] >= 1


def test_what_a_runtime_does_in_vain_is_never_the_containers(report, runc, name):
    """runc moves a process that runs: from its first instruction inside it is known for runc's."""
    container = runc.start(name, "/bin/sleep", "1000")
    wait_until(lambda: sleeps(container.pid), "the entrypoint's sleep")

    def work():
        for _ in range(40):
            assert container.exec("/bin/nosuch", check=False).returncode
    report.around(work)
    container.stop()
    about = report.of(name)
    assert own_calls(about["syscalls"]) == {}
    assert named(about["syscalls"], "capset")["init"] >= 40
    of_proc = [file["path"] for file in about["files"] if file["path"].startswith("/proc/")]
    assert "/proc/<pid>/fd" in of_proc and not [p for p in of_proc if any(map(str.isdigit, p))]


def test_a_container_that_never_started_did_nothing_but_its_runtimes_work(report, runc, name):
    def work():
        runc.started.add(name)
        subprocess.run(runc.client("create", "--bundle", runc.bundle(name, ["/bin/true"]), name),
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, timeout=30, check=True)
        runc.remove(name)
    report.around(work)
    calls = report.of(name)["syscalls"]
    assert calls and all(fact["init"] == fact["count"] for fact in calls)


def test_a_container_that_is_found_in_its_set_up_begins_later(
        report, runc, image, name, tmp_path):
    runc.started.add(name)
    with open(tmp_path / "runc.log", "wb") as log:
        subprocess.run(runc.client("create", "--bundle", runc.bundle(name, ["/bin/true"]), name),
                       stdin=subprocess.DEVNULL, stdout=log, stderr=log, timeout=30, check=True)

    def work():
        call(*runc.client("start", name))
        wait_until(lambda: runc.identify(name)[1] == 0, "its end")
    report.around(work)
    about = report.of(name)
    assert [step["action"] for step in about["lifecycle"]][:3] == ["found", "started", "stopped"]
    assert own_calls(about["syscalls"]) == calls_of(image.rootfs / "bin/true", tmp_path)
    runc.remove(name)


def test_files_have_their_operations_and_bytes(report, runc, name):
    report.around(lambda: runc.run(
        name, "/bin/sh", "-c", "dd if=/dev/zero of=/tmp/data bs=1000 count=7; cat /tmp/data"))
    data = named(report.of(name)["files"], "/tmp/data", "path")
    assert data["bytes"] == {"read": 7000, "written": 7000}
    assert data["operations"]["open"] == 2


def opens_and_bytes(about, *paths):
    files = [named(about["files"], path, "path") for path in paths]
    return [(f["operations"]["open"], f["bytes"]["read"], f["bytes"]["written"]) for f in files]


def test_what_directories_that_are_renamed_have_in_them_stands_under_each_path(report, runc, name):
    deploy = "mkdir -p /tmp/new/etc; echo {} > /tmp/new/etc/conf; mv /tmp/new /tmp/now; "
    script = (deploy.format(12345678) + "cat /tmp/now/etc/conf; mv /tmp/now /tmp/old; "
              + deploy.format(1234) + "cat /tmp/now/etc/conf /tmp/now/etc/conf /tmp/old/etc/conf")
    report.around(lambda: runc.run(name, "/bin/sh", "-c", script))
    assert opens_and_bytes(report.of(name), "/tmp/new/etc/conf", "/tmp/now/etc/conf",
                           "/tmp/old/etc/conf") == [(2, 0, 14), (3, 19, 0), (1, 9, 0)]


def test_a_directory_that_is_mounted_twice_has_its_files_under_both_paths(
        report, runc, name, tmp_path):
    volume = tmp_path / "volume"
    volume.mkdir()
    (volume / "file").write_text("12345678\n")
    twice = [{"destination": f"/tmp/{where}", "type": "bind", "source": str(volume),
              "options": ["bind"]} for where in ("public", "secret")]
    report.around(lambda: call(*runc.command(
        name, "/bin/sh", "-c", "cat /tmp/public/file /tmp/secret/file /tmp/secret/file; "
        "echo x >> /tmp/secret/file", mounts=runc.mounts() + twice)))
    assert opens_and_bytes(report.of(name), "/tmp/public/file", "/tmp/secret/file") == [
        (1, 9, 0), (3, 18, 2)]


def test_files_that_only_the_runtime_used_are_told_apart(report, runc, name):
    report.around(lambda: runc.run(name, "/bin/sh", "-c",
                                   "cat /etc/group /etc/none; echo > /tmp/own", check=False))
    used = {file["path"]: file["used_by"] for file in report.of(name)["files"]}
    assert used["/tmp/own"] == used["/etc/none"] == "work"
    assert used["/etc/group"] in ("work", "both")
    assert "init" in used.values()


def users(about):
    """By path; what only lay open from before was used by nobody."""
    return {file["path"]: file["used_by"] for file in about["files"] if "used_by" in file}


def without_users(runtime):
    """The options for a container in which a runtime does not find /etc/passwd and /etc/group."""
    if runtime.title == "docker":
        return {"flags": ("--network", "none", "--tmpfs", "/etc")}
    etc = {"destination": "/etc", "type": "tmpfs", "source": "tmpfs"}
    return {"mounts": [*runtime.mounts(), etc]}


@pytest.mark.parametrize("runtime", ["docker", "runc", "crun"], indirect=True)
@pytest.mark.parametrize("when", ["before", "within"])
def test_files_that_a_runtime_used_to_bring_somebody_in_are_told_apart(
        report, runtime, eunomia, name, when, tmp_path):
    """What it opened, and what it did not find: live, and again out of recordings."""
    eunomia.know(runtime)

    def start():
        container = runtime.start(name, "/bin/sleep", "1000", **without_users(runtime))
        wait_until(lambda: sleeps(container.pid), "the entrypoint's sleep")
        return container
    before = start() if when == "before" else None

    def work():
        running = before or start()
        running.exec("/bin/sh", "-c", "cat /etc/none; echo >/tmp/own; rm /tmp/own", check=False)
    full = eunomia.start("record", "--full", "-o", tmp_path / "full", "--container", name)
    report.around(work, "--record", tmp_path / "facts", "--container", name)
    assert full.stop() == 0, full.said()
    runtime.remove(name)
    live = users(report.of(name))
    assert named(report.of(name)["files"], "/etc/passwd", "path")["failures"]
    for recording in ("facts", "full"):
        done = eunomia.run("report", tmp_path / recording, "-o", "json")
        [about] = json.loads(done.stdout)["containers"]
        assert {path for path, who in users(about).items() if who != "init"} == \
            {"/etc/none", "/tmp/own"}
        assert recording == "full" or users(about) == live


def test_mappings_of_a_file_are_counted_and_memory_without_one_is_not(report, runc, name):
    report.around(lambda: runc.run(name, "/workloads/maps"))
    own = named(report.of(name)["files"], "/workloads/maps", "path")
    assert own["operations"] == {"open": 1, "map": 2}
    assert own["bytes"] == {"read": 0, "written": 0, "mapped": 8192}


def test_a_path_that_is_cut_says_so(report, runc, name):
    report.around(lambda: runc.run(name, "/workloads/longpath"))
    bottoms = [fact for fact in report.of(name)["files"] if fact["path"].endswith("/bottom")]
    whole, cut = sorted(bottoms, key=lambda fact: "path_cut" in fact)
    assert whole["path"].startswith("/tmp/a-directory") and "path_cut" not in whole
    assert cut["path"].startswith("/a-directory") and len(cut["path"]) > 3900


def test_a_file_that_was_not_there_is_told_with_its_failures(report, runc, name):
    report.around(lambda: runc.run(name, "/bin/cat", "/etc/shadow", check=False))
    shadow = named(report.of(name)["files"], "/etc/shadow", "path")
    assert "fail" in json.dumps(shadow)


def test_executables_have_arguments_parent_and_count(report, runc, name):
    report.around(lambda: runc.run(
        name, "/bin/sh", "-c", "for i in 1 2 3; do /bin/hostname -s; done; true"))
    hostname = named(report.of(name)["executables"], "/bin/hostname", "path")
    assert hostname["count"] == 3 and hostname["parent"] == "/bin/sh"
    assert hostname["argv"] == ["/bin/hostname", "-s"]


def test_executables_have_their_origin(report, eunomia, docker, name):
    eunomia.know(docker)
    report.around(lambda: docker.run(name, "/bin/sh", "-c", """
        cp /bin/busybox /www/true; /www/true; /bin/hostname; cp /bin/busybox /www/new
        mv /www/new /bin/hostname; /bin/hostname"""))
    programs = report.of(name)["executables"]
    origins = {path: named(programs, path, "path")["origin"]
               for path in ("/bin/sh", "/www/true", "/bin/hostname")}
    assert origins == {"/bin/sh": ["image"], "/www/true": ["upper"],
                       "/bin/hostname": ["image", "upper"]}


def test_different_arguments_of_an_executable_are_told(report, runc, name):
    report.around(lambda: runc.run(name, "/bin/sh", "-c", """
        for i in 1 2 1; do /bin/echo $i; done
        for i in $(seq 20); do /bin/basename $i; done
        /bin/true $(printf %05000d 0)"""))
    programs = report.of(name)["executables"]
    echo = named(programs, "/bin/echo", "path")
    assert echo["argv"] == ["/bin/echo", "1"] and echo["other_argv"] == [["/bin/echo", "2"]]
    assert echo["count"] == 3 and "more_argv" not in echo
    basename = named(programs, "/bin/basename", "path")
    assert len(basename["other_argv"]) == 15 and basename["more_argv"]
    assert named(programs, "/bin/true", "path")["argv_cut"]


def test_execveat_is_counted_as_such(report, runc, name):
    """By descriptor and by name. runc's own init may execute itself by descriptor, too, when it is
    already inside."""
    report.around(lambda: runc.run(name, "/workloads/execveat"))
    about = report.of(name)
    execveat = named(about["syscalls"], "execveat")
    assert execveat["count"] in (7, 8) and execveat["errors"] == {"ENOTDIR": 1}
    program = named(about["executables"], "/workloads/execveat", "path")
    assert program["other_argv"] == [["/workloads/execveat", "again"]]


def confined(report, name):
    return report.of(name)["container"]["confinement"]


def test_a_container_that_begins_has_what_its_entrypoint_may_do(report, crun, runc, name):
    for runtime in (runc, crun):
        process = {"user": {"uid": 0, "gid": 0}, "args": ["/bin/true"], "cwd": "/", "env": [],
                   "noNewPrivileges": True,
                   "capabilities": {"bounding": ["CAP_KILL", "CAP_CHOWN"],
                                    "permitted": ["CAP_KILL"], "effective": ["CAP_KILL"]}}
        own = f"{name}-{runtime.title}"
        runtime.started.add(own)
        report.around(lambda: call(*runtime.command(own, "/bin/true", process=process)))
        assert confined(report, own) == {
            "no_new_privs": True,
            "user_namespace": {"inode": 0xeffffffd, "initial": True},
            "seccomp": {"mode": "off", "filters": 0},
            "capabilities": {"inheritable": [], "permitted": ["CAP_KILL"],
                             "effective": ["CAP_KILL"], "ambient": [],
                             "bounding": ["CAP_CHOWN", "CAP_KILL"]}}


def test_a_container_of_docker_is_confined_as_docker_does(report, eunomia, docker, name):
    eunomia.know(docker)
    found = docker.start(f"{name}-found", "/bin/sleep", "60")
    report.around(lambda: docker.run(f"{name}-new", "/bin/true"))
    found.stop()
    new = confined(report, f"{name}-new")
    assert new["seccomp"]["mode"] == "filter" and new["seccomp"]["filters"] >= 1
    assert len(new["capabilities"]["bounding"]) == 14
    assert new["capabilities"]["effective"] == new["capabilities"]["bounding"]
    assert confined(report, f"{name}-found") == new
    version = call("dockerd", "--version").stdout.split()[2].rstrip(",")
    assert report.of(f"{name}-new")["container"]["runtime_version"].startswith(f"{version} (")


def test_peers_are_containers_by_name(report, eunomia, docker, name):
    eunomia.know(docker)

    def work():
        server = docker.start(f"{name}-web", "/bin/httpd", "-f", "-p", "80", "-h", "/www")
        address = docker.address(server.name)
        fetch = ("/bin/wget", "-q", "-O", "/tmp/page", f"http://{address}/")
        wait_until(lambda: not server.exec(*fetch, check=False).returncode, "the web server")
        call(*docker.command(f"{name}-client", *fetch, flags=("--network", "bridge")))
        server.stop()
    report.around(work)
    out = [peer for peer in report.of(f"{name}-client")["peers"] if peer["port"] == 80]
    assert len(out) == 1 and out[0]["container"]["name"] == f"{name}-web", out
    assert out[0]["direction"] == "out" and out[0]["count"] == 1
    came = [peer for peer in report.of(f"{name}-web")["peers"]
            if peer.get("container", {}) and peer["container"].get("name") == f"{name}-client"]
    assert came and came[0]["direction"] == "in"


def test_the_lifecycle_is_in_order(report, runc, name):
    report.around(lambda: runc.run(name, "/bin/sh", "-c", "exit 3", check=False))
    life = [step["action"] for step in report.of(name)["lifecycle"] if step["action"] != "named"]
    assert life == ["created", "started", "stopped", "removed"]


def test_a_report_of_a_quiet_watch_says_complete(report, runc, name):
    report.around(lambda: runc.run(name, "/bin/true"))
    assert report.of(name)["loss"] == [] or report.of(name)["loss"] == {}
    assert "complete" in report.terminal


def test_the_summary_on_the_terminal_names_the_container_and_its_facts(report, runc, name):
    report.around(lambda: runc.run(name, "/bin/cat", "/etc/group"))
    assert name in report.terminal and "/etc/group" in report.terminal


def test_only_the_chosen_containers_are_reported(report, runc, name):
    report.around(lambda: [runc.run(f"{name}-{i}", "/bin/true") for i in range(2)],
                  "--container", f"{name}-1")
    told = json.dumps(report.index())
    assert f"{name}-1" in told and f"{name}-0" not in told


def test_a_command_is_reported_and_its_exit_code_returned(report, eunomia, runc, name):
    runc.started.add(name)
    done = eunomia.run("report", "-d", report.directory, "--",
                       *runc.command(name, "/bin/sh", "-c", "cat /etc/group; exit 3"))
    assert done.returncode == 3
    named(report.of(name)["files"], "/etc/group", "path")


def test_a_report_is_written_as_it_goes(report, eunomia, runc, name):
    container = runc.start(name, "/bin/sh", "-c", "while :; do cat /etc/group; sleep 0.1; done")
    watch = eunomia.start("report", "-d", report.directory, "--interval", "1s")
    try:
        wait_until(lambda: (report.directory / "index.json").exists(), "the first report")
        report.of(name)
        for _ in range(2):
            written = (report.directory / "index.json").stat().st_mtime_ns
            wait_until(lambda: (report.directory / "index.json").stat().st_mtime_ns != written,
                       "the next report")
        assert watch.process.poll() is None
        assert not [path for path in report.directory.iterdir() if path.suffix != ".json"]
    finally:
        container.stop()
    assert watch.stop(signal.SIGTERM) == 0


def test_a_disk_that_was_full_in_between_is_no_failure(eunomia, runc, name, tmp_path):
    """What could not be written then is in the last writing."""
    place = tmp_path / "small"
    place.mkdir()
    call("mount", "-t", "tmpfs", "-o", "size=1m", "small", place)
    try:
        (place / "ballast").write_bytes(bytes(1 << 20))
        watch = eunomia.start("report", "-d", place, "--interval", "200ms")
        runc.run(name, "/bin/cat", "/etc/group")
        wait_until(lambda: "No space left" in watch.said(), "the disk to be full")
        (place / "ballast").unlink()
        assert watch.stop() == 0, watch.said()
        assert "nothing lost" in watch.said() and "not all of it" not in watch.said()
        assert [path for path in place.iterdir() if path.name.startswith(name)]
    finally:
        call("umount", "-l", place)


@pytest.mark.parametrize("end, ended", [(signal.SIGKILL, False), (signal.SIGTERM, True)])
def test_files_say_whether_the_watching_came_to_its_end(report, eunomia, runc, name, end, ended):
    container = runc.start(name, "/bin/sleep", "1000")
    watch = eunomia.start("report", "-d", report.directory, "--interval", "1s")
    wait_until(lambda: (report.directory / "index.json").exists(), "the first report")
    watch.process.send_signal(end)
    assert watch.wait() == (0 if ended else -signal.SIGKILL)
    container.stop()
    for told in (report.index(), report.of(name)):
        assert told["complete"] and told["ended"] is ended, told
        assert ("until" in told) is not ended, told
    done = eunomia.run("diff", report.directory, report.directory)
    assert (b"not watched to the end" in done.stdout) is not ended, done.stdout


def test_the_summary_can_be_csv(report, runc, name):
    report.around(lambda: runc.run(name, "/bin/true"), "-o", "csv")
    rows = list(csv.reader(io.StringIO(report.terminal)))
    assert len(rows) > 1 and len({len(row) for row in rows if row}) == 1
    assert any(name in row for row in rows)


def test_csv_tells_the_runtimes_part_apart_and_whether_that_is_all(report, runc, name):
    report.around(lambda: runc.run(name, "/bin/sh", "-c", "/bin/ls /; /bin/ls /etc"), "-o", "csv",
                  "--container", name)
    rows = list(csv.DictReader(io.StringIO(report.terminal)))
    used = {(row["fact"], row["what"]): row["used_by"] for row in rows}
    assert used["syscall", "pivot_root"] == "init" and used["syscall", "wait4"] == "work"
    [who] = [row for row in rows if row["fact"] == "container"]
    assert who["container"] == name and "runtime=runc" in who["details"]
    argv = [row["details"] for row in rows if row["fact"] == "argv"]
    assert {"/bin/ls /", "/bin/ls /etc"} <= set(argv), argv
    assert (rows[-1]["fact"], rows[-1]["what"]) == ("summary", "complete")
    assert "lost=0" in rows[-1]["details"]


def test_capabilities_that_the_runtime_needed_are_told_apart(report, runc, name):
    report.around(lambda: runc.run(name, "/bin/chroot", "/", "/bin/true"))
    used = {fact["name"]: fact["granted"] - fact.get("init_granted", 0)
            for fact in report.of(name)["capabilities"]}
    assert used["CAP_SYS_CHROOT"] == 1 and used["CAP_SYS_ADMIN"] == 0, used


def test_an_entrypoint_that_is_called_as_a_runtime_is_none(report, runc, name):
    report.around(lambda: runc.run(name, "/workloads/crun"))
    about = report.of(name)
    work = {call["name"] for call in about["syscalls"] if call["count"] > call.get("init", 0)}
    assert {"execve", "write", "exit_group"} <= work, work
    assert "started" in [step["action"] for step in about["lifecycle"]]
    assert named(about["files"], "/etc/group", "path")["used_by"] in ("work", "both")
