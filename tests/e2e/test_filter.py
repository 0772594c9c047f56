# SPDX-License-Identifier: Apache-2.0
"""--filter over arguments of system calls and over labels."""

import pytest

from support.eunomia import Eunomia, parse
from support.process import call

SCRIPT = "/workloads/arguments; ls /etc; cat /etc/group; " \
         "cat /etc/passwd >/tmp/copy; cat /no/such; kill -0 1; /bin/sleep -0; true"


@pytest.fixture(scope="module")
def recording(runc, tmp_path_factory):
    """Every call of a container, and what it is as JSON."""
    directory = tmp_path_factory.mktemp("filter")
    path = directory / "calls.eunomia"
    runner = Eunomia(directory)
    try:
        watch = runner.start("trace", "-e", "syscalls", "-o", "json", "--record", path,
                             "-c", "e2e-filter")
        runc.run("e2e-filter", "/bin/sh", "-c", SCRIPT, check=False)
        assert watch.stop() == 0, watch.said()
        return path, watch.read()[:-1]
    finally:
        runner.close()


def number(value):
    return value["fd"] if isinstance(value, dict) and "fd" in value else value


def at(value, path):
    """What lies there, behind lists, too."""
    if isinstance(value, list):
        return [found for element in value for found in at(element, path)]
    if not path:
        return [value]
    if not isinstance(value, dict):
        return [value] if path == ["fd"] and isinstance(value, int) else []
    return at(value[path[0]], path[1:]) if path[0] in value else []


def paths(value, above):
    """The names of all that is in it."""
    if isinstance(value, list):
        return {path for element in value for path in paths(element, above)}
    inside = value.items() if isinstance(value, dict) else ()
    return {above}.union(*(paths(member, f"{above}.{key}") for key, member in inside))


def path_of(value):
    return value.get("path") if isinstance(value, dict) else None


@pytest.mark.parametrize("expression, holds", [
    ("args.flags == O_DIRECTORY", lambda a: "O_DIRECTORY" in a.get("flags", ())),
    ("syscall == openat && args.flags != O_DIRECTORY",
     lambda a: "O_DIRECTORY" not in a.get("flags", ())),
    ("args.fd == 1", lambda a: number(a.get("fd")) == 1),
    ("args.fd > 2", lambda a: isinstance(number(a.get("fd")), int) and number(a["fd"]) > 2),
    ('args.fd.path ^= "/etc/"', lambda a: (path_of(a.get("fd")) or "").startswith("/etc/")),
    ("args.sig == SIGCHLD || args.pid == 1",
     lambda a: a.get("sig") == "SIGCHLD" or a.get("pid") == 1),
    ("args.fd.fd == 1", lambda a: at(a, ["fd", "fd"]) == [1]),
    ("args.msg.msg_name.port == 5355", lambda a: 5355 in at(a, ["msg", "msg_name", "port"])),
    ("args.msg.msg_hdr.msg_iov.size == 3",
     lambda a: 3 in at(a, ["msg", "msg_hdr", "msg_iov", "size"])),
    ("args.vec.parts == 15", lambda a: 15 in at(a, ["vec", "parts"])),
    ("args.ufds.revents == POLLOUT",
     lambda a: "POLLOUT" in at(a, ["ufds", "revents"])),
    ('args.argv == "-0"', lambda a: "-0" in a.get("argv", ())),
])
def test_arguments_select_what_they_say(recording, eunomia, expression, holds):
    path, events = recording
    done = eunomia.run("replay", path, "-e", "syscalls", "-o", "json", "--filter", expression)
    assert done.returncode == 0, done.stderr
    found = [(e["time"], e["syscall"], e["args"]) for e in parse(done.stdout)[:-1]]
    expected = [(e["time"], e["syscall"], e["args"]) for e in events if holds(e["args"])
                and ("syscall ==" not in expression or e["syscall"] == "openat")]
    assert expected and found == expected


def test_all_that_is_in_arguments_can_be_named(recording, eunomia):
    path, events = recording
    names = sorted({name for e in events for member, value in e["args"].items()
                    for name in paths(value, f"args.{member}")})
    assert len(names) > 150 and max(name.count(".") for name in names) > 3
    done = eunomia.run("replay", path, "-e", "syscalls", "-o", "json", "--count", 1,
                       "--filter", " || ".join(names))
    assert done.returncode == 0, done.stderr


def test_all_fields_can_be_asked_for(recording, eunomia):
    names = eunomia.run("list", "fields", "--names").stdout.decode().split()
    done = eunomia.run("replay", recording[0], "--count", 1, "--filter",
                       " || ".join(name for name in names if name != "seq"))
    assert done.returncode == 0, done.stderr
    shown = eunomia.run("replay", recording[0], "-e", "syscalls", "-o", "json", "--count", 1,
                        "--filter", "container.cgroup *= e2e-filter")
    event, summary = parse(shown.stdout)
    assert summary["events"] == 1 and "cgroup" not in event["container"]


def test_a_word_of_a_command_is_found(eunomia, runc, name):
    """A word that could be an option of this program, too."""
    watch = eunomia.start("trace", "-o", "json", "-e", "exec", "-c", name, "-f", 'args == "-c"')
    runc.run(name, "/bin/sh", "-c", "/bin/echo -n -c; /bin/echo -cn; /bin/true")
    assert watch.stop() == 0, watch.said()
    assert [e["args"][1:] for e in watch.of("exec")][-1] == ["-n", "-c"]
    assert all("-c" in e["args"] for e in watch.of("exec"))


def test_arguments_are_fields_of_the_output(recording, eunomia):
    path, events = recording
    names = ["syscall", "args.fd.path", "args.msg.msg_name.port", "args.ufds.fd"]
    rows = {}
    for form in ("json", "csv", "table"):
        done = eunomia.run("replay", path, "-e", "syscalls", "-o", form,
                           "--fields", ",".join(names), "--filter", " || ".join(names[1:]))
        assert done.returncode == 0, done.stderr
        rows[form] = done.stdout.decode()
    shown = [{"syscall": e["syscall"], **e["args"]} for e in parse(rows["json"].encode())[:-1]]
    assert {"syscall": "read", "fd": {"path": "/etc/group"}} in shown
    assert {"syscall": "sendmsg", "msg": {"msg_name": {"port": 5355}}} in [
        {k: v for k, v in s.items() if k != "fd"} for s in shown]
    polled = next(s["ufds"] for s in shown if "ufds" in s)
    assert len(polled) == 2 and all(list(p) == ["fd"] for p in polled)
    lines = rows["csv"].splitlines()
    assert lines[0] == ",".join(names) and "read,/etc/group,," in lines
    assert f"poll,,,{polled[0]['fd']} {polled[1]['fd']}" in lines
    assert any(line.split() == ["read", "/etc/group"] for line in rows["table"].splitlines())


@pytest.mark.parametrize("name, says", [
    ("args.fdx", 'no system call has an argument "fdx"; did you mean "args.fd"'),
    ("args.how.x", 'args.how has no member "x"; it has flags, mode and resolve'),
    ("fd", 'no event has a field "fd"; did you mean "args.fd"?'),
])
def test_a_field_that_is_none_is_refused(eunomia, name, says):
    done = eunomia.run("trace", "--fields", name)
    assert done.returncode == 2 and says in done.stderr, done.stderr


def test_a_label_selects_its_containers(eunomia, docker, name):
    flags = ("--label", "com.example.tier=front", "--label", "note=a=b c")
    watch = eunomia.know(docker).start(
        "trace", "-o", "json", "-e", "exit", "--filter",
        'container.labels.com.example.tier == front && container.labels.note == "a=b c"')
    for which, labels in (("front", flags), ("back", ("--label", "com.example.tier=back")),
                          ("bare", ())):
        call(*docker.command(f"{name}-{which}", "/bin/sleep", "1",
                             flags=("--network", "none", *labels)))
    assert watch.stop() == 0, watch.said()
    assert {e["container"]["name"] for e in watch.of("exit")} == {f"{name}-front"}


@pytest.mark.parametrize("expression, says", [
    ("args.flagz == O_CLOEXEC", 'did you mean "args.flags"'),
    ("args.nosuchthing == 1", 'no system call has an argument "nosuchthing"'),
    ("container.label.tier == x", 'did you mean "container.labels"'),
    ("container.labels.tier > 3", "has no order"),
    ('event == "opne"', 'column 10: event is never "opne"; did you mean "open"'),
    ("result == 0 && network.transport in (tcp, udpp)", 'column 43: network.transport is never'),
    ("network.type != inet", "it is one of: ipv4, ipv6"),
    ("syscall ^= opnat", 'syscall never begins with "opnat"'),
    ("capability == CAP_SYSADMIN", 'did you mean "CAP_SYS_ADMIN"'),
    ("args.how.flag == O_CREAT", 'args.how has no member "flag"; it has flags, mode and resolve'),
    ("args.fd.path.x == 1", 'args.fd.path has no member "x", it is one value'),
    ("seq == 2", "seq numbers what the filter lets through"),
    ("process.args == x", 'did you mean "args"'),
    ("args.flags == O_CREATE", 'did you mean "O_CREAT"'),
])
def test_what_cannot_be_named_is_refused(eunomia, expression, says):
    done = eunomia.run("trace", "--filter", expression)
    assert done.returncode == 2 and says in done.stderr, done.stderr
