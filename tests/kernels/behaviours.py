# SPDX-License-Identifier: Apache-2.0
"""What must be seen of the containers of guest/standard.sh: one function a behaviour.

A function takes what a guest left behind and returns a complaint, or nothing when all is well.
Its docstring is the sentence that is printed. `needs` names what a kernel may lack (kernels.py).
"""
import datetime
import json
import re
from dataclasses import dataclass

ENGINE_ID = "7".rjust(64, "0")
ALL = []


def behaviour(needs=None, cgroup=None):
    def add(function):
        ALL.append((function.__doc__, needs, cgroup, function))
        return function
    return add


def check(out, kernel, hierarchy):
    """(sentence, complaint or None) of every behaviour that this kernel can show."""
    seen = Seen.of(out, kernel)
    if not seen.events and not seen.report:
        yield "eunomia runs", seen.errors or "neither events nor a report, and nothing said"
        return
    for sentence, needs, cgroup, function in ALL:
        if needs in kernel.without or cgroup not in (None, hierarchy):
            continue
        if (hierarchy, needs) == ("v1", "memory") and "v1 memory" in kernel.without:
            continue
        try:
            yield sentence, function(seen)
        except (KeyError, IndexError, TypeError) as error:
            yield sentence, f"a field is missing: {error!r}"


# --- reading ------------------------------------------------------------------------------------

def field(event, path):
    """The value at "file.path", or None."""
    for part in path.split("."):
        event = event.get(part) if isinstance(event, dict) else None
    return event


@dataclass
class Seen:
    """What one guest left behind."""
    events: list
    broken: list    # lines that are not JSON
    errors: str     # what `trace` said
    exit: dict      # "trace", "report", "record" → exit code
    report: dict    # file name → content
    replay: list    # lines of the recording's replay
    steps: list     # the wall clock before and after it was set, seconds
    skips: bool     # this kernel may skip programs, see kernels.LACKS

    @classmethod
    def of(cls, out, kernel):
        events, broken = [], []
        for line in read(out / "trace.json").splitlines():
            try:
                events.append(json.loads(line))
            except ValueError:
                broken.append(line)
        report = {p.name: json.loads(read(p) or "{}") for p in (out / "report").glob("*.json")}
        codes = {name: read(out / f"{name}.exit").strip() for name in ("trace", "report", "record")}
        replay = [json.loads(line) for line in read(out / "replay.json").splitlines()]
        steps = [int(line) for line in read(out / "steps").split()]
        return cls(events, broken, read(out / "trace.err"), codes, report, replay, steps,
                   "every run" in kernel.without)

    def all(self, event=None, container=None, **where):
        """Events of a kind and a container; file__path="/x" compares file.path."""
        named = {key.replace("__", "."): value for key, value in where.items()}
        return [e for e in self.events
                if event in (None, e.get("event"))
                and container in (None, *container_names(e))
                and all(field(e, key) == value for key, value in named.items())]

    def must(self, event, container=None, **where):
        """Complaint unless there is such an event; names what came nearest."""
        if self.all(event, container, **where):
            return None
        near = self.all(event, container)[:6]
        return (f"no {event} of {container or 'any container'} with {where}; "
                f"{len(self.all(event, container))} {event} events, such as\n"
                + "\n".join(json.dumps(e) for e in near) + "\n" + self.errors[-2000:])


def container_names(event):
    container = event.get("container") or {}
    return container.get("name"), container.get("id")


def read(path):
    return path.read_text(errors="surrogateescape") if path.exists() else ""


def verified(out):
    """The same shape for guest/verify.sh: one line for each program of a BPF object."""
    lines = read(out / "verified").splitlines()
    if not lines:
        yield "the object can be opened", read(out / "verified.errors") or "nothing was said"
    heads = [i for i, line in enumerate(lines) if re.match(r"(loads|refused|absent) \w+$", line)]
    for at, end in zip(heads, heads[1:] + [len(lines)]):
        verdict, name = lines[at].split()
        yield f"{verdict} {name}", "\n".join(lines[at:end]) if verdict == "refused" else None


# --- the statement at the end --------------------------------------------------------------------

@behaviour()
def whole(seen):
    """every line is JSON, and the last one says that nothing was lost but what a kernel skipped"""
    if seen.broken or not seen.events:
        return f"{len(seen.events)} events, broken lines: {seen.broken[:3]}\n{seen.errors}"
    last = seen.events[-1]
    places = {loss["place"] for loss in last.get("loss", [])}
    good = last.get("complete") is True and not last.get("lost")
    if last.get("event") != "summary" or not (good or (seen.skips and places == {"missed"})):
        return json.dumps(last)


@behaviour()
def interrupted(seen):
    """SIGINT ends it with 0"""
    return None if set(seen.exit.values()) == {"0"} else f"exit codes {seen.exit}\n{seen.errors}"


@behaviour()
def in_order(seen):
    """events come in the order of their time, numbered from 1"""
    stamped = [e for e in seen.events if "seq" in e]
    numbers = [e["seq"] for e in stamped]
    if numbers != list(range(1, len(numbers) + 1)):
        return f"numbers begin {numbers[:10]}"
    times = [e["time"] for e in stamped]
    late = [i for i in range(1, len(times)) if times[i] < times[i - 1]]
    return f"late: {[stamped[i] for i in late[:3]]}" if late else None


# --- containers ------------------------------------------------------------------------------------

@behaviour()
def entrypoint(seen):
    """the entrypoint's execve belongs to the container"""
    return seen.must("exec", "web", file__path="/bin/workload")


@behaviour()
def short(seen):
    """a container that does nothing but /bin/true is named"""
    return seen.must("exec", "short", file__path="/bin/busybox") or seen.must("exit", "short")


@behaviour()
def engine_id(seen):
    """a container under /docker/<id> has that id"""
    return seen.must("exec", ENGINE_ID, file__path="/bin/workload")


@behaviour()
def exec_into(seen):
    """what `runc exec` runs belongs to the container"""
    return seen.must("open", "web", file__path="/etc/motd")


@behaviour(cgroup="v2")
def by_crun(seen):
    """a container that crun made is named"""
    return seen.must("exec", "client", file__path="/bin/workload")


@behaviour(cgroup="v1")
def by_runc(seen):
    """a second container at the same time is named"""
    return seen.must("exec", "client", file__path="/bin/workload")


@behaviour()
def runtime(seen):
    """the container's runtime is known"""
    found = {field(e, "container.runtime") for e in seen.all(container="web")}
    return None if "runc" in found else f"runtimes seen: {found}"


@behaviour()
def lifecycle(seen):
    """a container is created, started, stopped and removed, in this order"""
    actions = [e["action"] for e in seen.all("container", "client")]
    wanted = ["created", "started", "stopped", "removed"]
    if [a for a in actions if a in wanted] != wanted:
        return f"actions of client: {actions}"


@behaviour()
def exit_codes(seen):
    """a container's exit code is that of its first process"""
    return seen.must("container", "client", action="stopped", exit_code=7)


@behaviour(needs="memory")
def oom(seen):
    """a container killed for want of memory says so"""
    return seen.must("container", "hog", action="oom")


@behaviour(needs="memory")
def oom_victim(seen):
    """the victim's exit names SIGKILL"""
    return seen.must("exit", "hog", exit__signal="SIGKILL")


@behaviour()
def no_runtime_outside(seen):
    """nothing of the host is shown unasked"""
    host = [e for e in seen.events if "process" in e and not e.get("container")]
    return f"{len(host)} events, such as {host[:2]}" if host else None


# --- processes ---------------------------------------------------------------------------------------

@behaviour()
def argv(seen):
    """exec shows the argument vector whole"""
    execs = seen.all("exec", "client", file__path="/bin/busybox")
    vectors = [e.get("args") or field(e, "process.args") for e in execs]
    wanted = ["/bin/true", "one", "two words"]
    return None if wanted in vectors else f"argument vectors: {vectors}"


@behaviour()
def from_the_image(seen):
    """an executable of the image is told from one written since"""
    execs = seen.all("exec", "client", file__path="/bin/workload")
    origins = [field(e, "file.origin") for e in execs]
    return None if any("image" in str(o).lower() for o in origins) else f"origins: {origins}"


@behaviour()
def a_script_written_since(seen):
    """a script that was written since is told from its interpreter"""
    event = seen.all("exec", "client", interpreter="/bin/true")[0]
    origins = field(event, "file.origin"), field(event, "script.origin")
    path = field(event, "script.path")
    return None if (origins, path) == ((["image"], ["upper"]), "/dropped") else f"{path}: {origins}"


@behaviour()
def forks(seen):
    """a fork names the child"""
    made = seen.all("fork", "client")
    born = {field(e, "child.pid") for e in made}
    exited = {field(e, "process.pid") for e in seen.all("exit", "client")}
    return None if len(born & exited) >= 3 else f"forked {born}, exited {exited}"


@behaviour()
def child_codes(seen):
    """exit shows the code"""
    return seen.must("exit", "client", exit__code=3) or seen.must("exit", "client", exit__code=7)


@behaviour()
def killed(seen):
    """exit shows the signal that killed"""
    return seen.must("exit", "client", exit__signal="SIGKILL")


@behaviour()
def own_pid(seen):
    """a process is known by its pid in the container, too"""
    return seen.must("exec", "web", process__container_pid=1)


@behaviour()
def failed_exec(seen):
    """an execve that failed is a failed syscall"""
    return seen.must("syscall", "client", syscall="execve", result="ENOENT")


# --- files ---------------------------------------------------------------------------------------------

@behaviour()
def opens(seen):
    """open shows path, flags, file system and descriptor"""
    found = seen.all("open", "client", file__path="/etc/motd")
    if not found:
        return seen.must("open", "client", file__path="/etc/motd")
    event = found[0]
    good = (isinstance(event["result"], int) and event["result"] >= 3
            and {"O_RDONLY", "O_CLOEXEC"} <= set(event["file"]["flags"])
            and event["file"]["fs"] == "overlay" and event["file"]["inode"] > 0)
    return None if good else json.dumps(event)


@behaviour()
def resolved(seen):
    """a relative path is resolved, and kept as it was passed"""
    return seen.must("open", "client", file__path="/etc/passwd", file__raw_path="../etc/./passwd")


@behaviour()
def failed_open(seen):
    """a failed open shows the errno by name"""
    return seen.must("open", "client", file__path="/nowhere/file", result="ENOENT")


@behaviour()
def opened_by_handle(seen):
    """an open by a handle is an open"""
    return seen.must("open", "client", syscall="open_by_handle_at", result="EPERM")


@behaviour()
def submitted(seen):
    """what io_submit was asked to write is counted"""
    return seen.must("io", "client", file__path="/tmp/async", file__bytes_written=321)


@behaviour()
def executed_as_another(seen):
    """an exec that makes another user of a process says so"""
    changes = seen.all("credentials", "client", syscall="execve", result=0)
    good = [e for e in changes if field(e, "old.user.effective.id") == 1000
            and "user" in e["changed"]]
    return None if good else json.dumps(changes)


@behaviour()
def threads(seen):
    """a thread acts under its own name and user"""
    return (seen.must("open", "client", file__path="/nowhere/worker", thread__name="worker",
                      process__user__id=1000)
            or seen.must("open", "client", file__path="/nowhere/first", thread__name=None,
                         process__user__id=0))


@behaviour()
def created(seen):
    """open says that it made the file"""
    return seen.must("open", "client", file__path="/tmp/made/new", file__created=True)


@behaviour()
def directories(seen):
    """mkdir and rmdir show the directory"""
    return (seen.must("mkdir", "client", file__path="/tmp/made", result=0)
            or seen.must("rmdir", "client", file__path="/tmp/made", result=0))


@behaviour()
def renames(seen):
    """rename shows both names"""
    found = [e for e in seen.all("rename", "client")
             if "/tmp/made/new" in json.dumps(e) and "/tmp/made/old" in json.dumps(e)]
    return None if found else seen.must("rename", "client", never=True)


@behaviour()
def unlinks(seen):
    """unlink shows the file"""
    return seen.must("unlink", "client", file__path="/tmp/made/old", result=0)


@behaviour()
def resolved(seen):
    """a change that is made through a link is shown where it happens, with the name as passed"""
    wanted = [("mkdir", "directory"), ("rmdir", "directory"), ("rename", "a"), ("link", "b"),
              ("symlink", "s"), ("chmod", "b"), ("truncate", "b"), ("chown", "b"), ("unlink", "b")]
    for event, name in wanted:
        complaint = seen.must(event, "client", file__path=f"/tmp/place/{name}", result=0)
        if complaint:
            return complaint
    return (seen.must("rename", "client", file__raw_path="way/a", file__target__path="/tmp/place/b")
            or seen.must("link", "client", file__raw_path="way/b", file__target__path="/tmp/place/c")
            or seen.must("unlink", "client", file__path="/tmp/way/b", file__path_state=["raw"],
                         result="ENOENT"))


# --- network ---------------------------------------------------------------------------------------------

@behaviour()
def connects(seen):
    """connect shows both addresses"""
    return seen.must("connect", "client", network__peer__address="198.51.100.1",
                     network__peer__port=80, network__local__address="198.51.100.2")


@behaviour()
def accepts(seen):
    """accept shows both addresses"""
    return seen.must("accept", "web", network__peer__address="198.51.100.2",
                     network__local__address="198.51.100.1", network__local__port=80)


@behaviour()
def peers(seen):
    """a connection names the container at the other end"""
    named = [e for e in seen.all("connect", "client")
             if field(e, "network.peer.container.name") == "web"]
    return None if named else seen.must("connect", "client",
                                        network__peer__container__name="web")


@behaviour()
def refused(seen):
    """a refused connection shows the errno and the address asked for"""
    return seen.must("connect", "client", result="ECONNREFUSED",
                     network__peer__address="127.0.0.1", network__peer__port=9)


@behaviour()
def unix_sockets(seen):
    """a unix socket is shown by its path"""
    found = [e for e in seen.all("connect", "client") if "/tmp/door" in json.dumps(e)]
    return None if found else seen.must("connect", "client", network__transport="unix")


@behaviour()
def unix_sockets_end(seen):
    """the end of a unix socket shows its peer's path and what was sent"""
    return seen.must("close", "client", network__transport="unix", network__direction="outbound",
                     network__peer__path="/tmp/door", network__bytes_sent=len("hello"))


@behaviour()
def parts(seen):
    """an iovec is shown with the sizes of its parts"""
    return seen.must("syscall", "client", syscall="writev",
                     args__vec={"count": 1, "parts": [5], "size": 5})


@behaviour()
def listens(seen):
    """listen shows the address"""
    return seen.must("listen", "web", network__local__port=80)


# --- syscalls and capabilities ---------------------------------------------------------------------------

@behaviour()
def syscalls(seen):
    """a syscall shows its arguments by name and its errno"""
    found = seen.all("syscall", "client", syscall="dup3")
    good = [e for e in found if e["result"] == "EBADF" and e["args"]["newfd"] == 5
            and e["args"]["flags"] == ["O_CLOEXEC"]]
    return None if good else seen.must("syscall", "client", syscall="dup3", result="EBADF")


@behaviour()
def each_syscall_once(seen):
    """ten calls of getpgrp are ten events"""
    count = len(seen.all("syscall", "client", syscall="getpgrp"))
    return None if count == 10 else f"{count} events"


@behaviour()
def capabilities(seen):
    """a capability that was refused is named, with the syscall that wanted it"""
    found = [e for e in seen.events if re.search("CAP_SYS_CHROOT", json.dumps(e))]
    return None if found else seen.must("capability", "client")


# --- the report --------------------------------------------------------------------------------------------

def reported(seen, name):
    """The file of a container, which is <name>-<12 digits of its id>.json."""
    return next((content for file, content in seen.report.items()
                 if file.startswith(f"{name}-") or file == f"{name}.json"), None)


@behaviour()
def report_files(seen):
    """the report has an index and a file for each container"""
    missing = [n for n in ("web", "client", "short") if not reported(seen, n)]
    if missing or "index.json" not in seen.report:
        return f"files {sorted(seen.report)}"


@behaviour()
def report_counts(seen):
    """the report counts syscalls and their errors"""
    calls = {c["name"]: c for c in reported(seen, "client")["syscalls"]}
    good = calls["getpgrp"]["count"] == 10 and calls["dup3"]["errors"] == {"EBADF": 1}
    return None if good else json.dumps([calls.get("getpgrp"), calls.get("dup3")])


@behaviour()
def report_crowd(seen):
    """each of 200 000 calls of two containers that share a CPU is counted, or said to be lost"""
    counts = []
    for name in ("busy1", "busy2"):
        calls = {c["name"]: c["count"] for c in reported(seen, name)["syscalls"]}
        counts.append(calls.get("getuid"))
    said = seen.skips and seen.report["index.json"]["complete"] is False
    return None if min(counts) >= 200000 or said else f"counts {counts}, nothing lost"


@behaviour()
def report_files_opened(seen):
    """the report names files with what was done to them"""
    files = {f["path"]: f for f in reported(seen, "client")["files"]}
    return None if {"/etc/motd", "/tmp/made/new"} <= set(files) else f"files {sorted(files)}"


@behaviour()
def report_names_left(seen):
    """the report knows that a rename replaced nothing, and that nothing is left there"""
    moved = {f["path"] for f in reported(seen, "client")["files"] if f.get("moved")}
    wanted = {"/tmp/made/new", "/tmp/first", "/tmp/between"}
    return None if wanted <= moved and "/tmp/last" not in moved else f"moved {sorted(moved)}"


@behaviour()
def report_executables(seen):
    """the report names executables"""
    paths = {e["path"] for e in reported(seen, "client")["executables"]}
    return None if {"/bin/workload", "/bin/busybox"} <= paths else f"executables {paths}"


@behaviour()
def report_peers(seen):
    """the report names peers and their containers"""
    peers = reported(seen, "client")["peers"]
    named = [p for p in peers if p["address"] == "198.51.100.1" and p["port"] == 80]
    good = named and "web" in json.dumps(named[0]["container"])
    return None if good else json.dumps(peers)


@behaviour()
def report_loss(seen):
    """the report says that nothing was lost but what a kernel skipped"""
    loss = reported(seen, "client")["loss"]
    skipped = seen.skips and {one["place"] for one in loss} == {"missed"}
    return None if not loss or skipped else json.dumps(loss)


@behaviour()
def recording_replays(seen):
    """a recording is replayed with the names of its containers, and what was lost"""
    ran = {e["container"]["name"] for e in seen.replay
           if e["event"] == "exec" and "container" in e}
    summary = seen.replay[-1]
    said = summary["complete"] or (seen.skips and
                                   {one["place"] for one in summary["loss"]} == {"missed"})
    good = seen.exit["record"] == "0" and {"short", ENGINE_ID[:12]} <= ran and said
    return None if good else f"exit {seen.exit['record']}, ran {sorted(ran)}, {summary}"


@behaviour()
def recording_of_steps(seen):
    """a wall clock that is set does not disturb the times of a recording"""
    times = [e["time"] for e in seen.replay]
    begun, ended = (datetime.datetime.fromisoformat(t[:26]) for t in (times[0], times[-1]))
    good = (times == sorted(times) and ended - begun < datetime.timedelta(minutes=30)
            and seen.steps[1] - seen.steps[0] >= 3600)
    return None if good else f"from {times[0]} to {times[-1]}, clock {seen.steps}"
