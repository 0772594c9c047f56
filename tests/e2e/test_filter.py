# SPDX-License-Identifier: Apache-2.0
"""--filter over arguments of system calls and over labels."""

import pytest

from support.eunomia import Eunomia, parse
from support.process import call

SCRIPT = "ls /etc; cat /etc/group; cat /etc/passwd >/tmp/copy; cat /no/such; kill -0 1; true"


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
])
def test_arguments_select_what_they_say(recording, eunomia, expression, holds):
    path, events = recording
    done = eunomia.run("replay", path, "-e", "syscalls", "-o", "json", "--filter", expression)
    assert done.returncode == 0, done.stderr
    found = [(e["time"], e["syscall"], e["args"]) for e in parse(done.stdout)[:-1]]
    expected = [(e["time"], e["syscall"], e["args"]) for e in events if holds(e["args"])
                and ("syscall ==" not in expression or e["syscall"] == "openat")]
    assert expected and found == expected


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
    ("args.flags == O_CREATE", 'did you mean "O_CREAT"'),
])
def test_what_cannot_be_named_is_refused(eunomia, expression, says):
    done = eunomia.run("trace", "--filter", expression)
    assert done.returncode == 2 and says in done.stderr, done.stderr
