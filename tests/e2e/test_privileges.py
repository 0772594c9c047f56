# SPDX-License-Identifier: Apache-2.0
"""Privileges: what a thread gets and gives up, what it is refused, what it was asked for."""

import pytest

from support.eunomia import field


RUNTIME = "runc", "exe"  # /proc/self/exe, before it has named itself


@pytest.fixture
def trace_of(eunomia, runc, name):
    """Traces a command in a container, returns what the command itself did."""
    def trace(argv, *options):
        with eunomia.trace(*options) as seen:
            runc.run(name, *argv, check=False)
        events = seen.events.of(container=name)
        return events.of(process__name=lambda comm: comm and not comm.startswith(RUNTIME))
    return trace


def shell(script):
    return "/bin/sh", "-c", script


def test_a_change_of_credentials_tells_old_and_new(trace_of):
    events = trace_of(["/workloads/privileges"], "--event", "credentials")
    group = events.one("credentials", syscall="setresgid")
    assert field(group, "old.group.id") == 0 and field(group, "group.id") == 1000
    assert group["changed"] == ["group"]
    last = events.of("credentials", syscall="setresuid")[-1]
    assert field(last, "old.user.id") == 0 and field(last, "user.saved.id") == 1000
    assert set(last["changed"]) == {"user", "capabilities"}
    assert "CAP_SETUID" in field(last, "capabilities.lost")


def test_each_set_of_capabilities_has_its_changes(trace_of):
    events = trace_of(["/workloads/capabilities"], "--event", "credentials")
    inherits, rises, drops, refused = events.of("credentials")[-4:]
    kill = ["CAP_KILL"]
    assert inherits["capabilities"]["inheritable"] == {"gained": kill}
    assert rises["capabilities"]["ambient"] == {"gained": kill}
    assert drops["capabilities"]["bounding"] == {"lost": kill}
    assert [e["changed"] for e in (inherits, rises, drops)] == [["capabilities"]] * 3
    assert refused["result"] == "EINVAL" and "changed" not in refused


def test_each_thread_has_a_history_of_its_own(trace_of):
    events = trace_of(["/workloads/privileges"], "--event", "credentials")
    changes = [(field(e, "old.user.effective.id"), field(e, "user.effective.id"))
               for e in events.of("credentials", syscall="setresuid")]
    assert changes == [(0, 1000), (1000, 0)] * 2 + [(0, 1000)]
    # a thread begins with what its maker had by then
    assert events.of(syscall="setresuid").values("old.group.id") == [0, 0, 1000, 1000, 1000]


def test_a_refused_change_is_told_and_changes_nothing(trace_of):
    events = trace_of(["/workloads/privileges"])
    refused = events.one("credentials", syscall="setuid")
    assert refused["result"] == "EPERM" and "changed" not in refused
    assert field(refused, "old.user.id") == field(refused, "user.id") == 1000


def test_what_an_executable_gives_is_a_change_of_credentials(trace_of):
    events = trace_of(["/workloads/gains"], "--event", "credentials,exec")
    user, group, capable = events.of("credentials", process__name=lambda name: name != "gains")
    assert (user["syscall"], user["result"]) == ("execve", 0)
    assert field(user, "old.user.effective.id") == 1000 and field(user, "user.id") == 1000
    assert field(user, "user.effective.id") == field(user, "user.saved.id") == 0
    assert user["changed"] == ["user", "capabilities"]
    assert "CAP_SETUID" in field(user, "capabilities.gained")
    assert group["changed"] == ["group"] and field(group, "group.effective.id") == 0
    assert capable["changed"] == ["capabilities"] and capable["syscall"] == "execveat"
    assert field(capable, "capabilities.gained") == ["CAP_NET_BIND_SERVICE"]


def test_what_an_executable_gives_is_told_behind_its_exec(trace_of):
    events = trace_of(["/workloads/gains"], "--event", "credentials,exec")
    at = events.index(events.one("exec", file__path="/tmp/user"))
    assert events[at + 1]["event"] == "credentials"
    assert events[at + 1]["process"] == events[at]["process"]
    assert events[at]["process"]["user"] == {"id": 0}


def test_namespaces_are_told_by_kind(eunomia, runc, name):
    with eunomia.trace("--event", "namespace") as seen:
        runc.run(name, "/workloads/privileges")
    made = seen.some("namespace", container=name, syscall="unshare", result=0)[0]
    assert {"CLONE_NEWPID", "CLONE_NEWNS"} <= set(made["namespace"]["kinds"])
    assert made["namespace"]["mount"] > 4026531840
    refused = seen.one("namespace", container=name, result="EPERM")
    assert refused["namespace"] == {"kinds": ["CLONE_NEWUTS"]}


def test_entering_a_container_is_told_by_the_kinds_of_its_namespaces(eunomia, runc, name):
    container = runc.start(name, "/bin/sleep", "100")
    try:
        with eunomia.trace("--event", "namespace", "--all") as seen:
            container.exec("/bin/true")
    finally:
        container.stop()
    entered = seen.some("namespace", syscall="setns", result=0)
    kinds = {kind for event in entered for kind in event["namespace"]["kinds"]}
    assert {"CLONE_NEWPID", "CLONE_NEWNS", "CLONE_NEWNET"} <= kinds


def test_refused_calls_are_shown_unasked(trace_of):
    events = trace_of(shell("dmesg; hostname other; mkdir /proc/no"))
    assert events.some("syscall", syscall="syslog", result="EPERM")
    name = events.one("syscall", syscall="sethostname")
    assert name["result"] == "EPERM"
    events.none("syscall", result=lambda result: result not in ("EPERM", "EACCES"))


def test_refused_calls_can_be_asked_for_and_left_out(trace_of):
    assert trace_of(shell("hostname other"), "--event", "refused").values("syscall") == [
        "sethostname"]
    trace_of(shell("hostname other"), "--exclude-event", "refused").none("syscall")


def test_a_refused_capability_is_shown_unasked_and_once(trace_of):
    events = trace_of(shell("dmesg; dmesg; hostname other; chown 1 /tmp"))
    checks = [(e["capability"], e["syscall"]) for e in events.of("capability")]
    assert sorted(checks) == [("CAP_SYSLOG", "syslog"), ("CAP_SYS_ADMIN", "sethostname")]
    assert set(events.of("capability").values("result")) == {"EPERM"}


def test_memory_that_is_reserved_needs_no_capability(trace_of):
    events = trace_of(shell("echo here >/dev/shm/file; cat /dev/shm/file | cat"),
                      "--event", "capability")
    events.none("capability", capability="CAP_SYS_ADMIN")


def test_a_granted_capability_is_shown_when_asked_for(trace_of):
    events = trace_of(shell("chroot / /bin/true"), "--event", "capability")
    assert events.one("capability", capability="CAP_SYS_CHROOT")["result"] == 0


def test_what_is_granted_in_a_user_namespace_of_ones_own_is_told_apart(trace_of):
    events = trace_of(shell("unshare -U -r /bin/chroot / /bin/true; chroot / /bin/true"),
                      "--event", "capability")
    told = {(e.get("own_user_namespace", False), e["result"])
            for e in events.of("capability", capability="CAP_SYS_CHROOT")}
    assert told == {(True, 0), (False, 0)}


def test_a_user_namespace_gives_capabilities_that_count_inside(trace_of):
    events = trace_of(shell("unshare -U -r /bin/chroot / /bin/true"), "--event",
                      "credentials,namespace,exec")
    change = events.one("credentials", syscall="unshare")
    made = events.one("namespace", syscall="unshare")
    assert change["changed"] == ["capabilities"]
    assert "CAP_SYS_ADMIN" in change["capabilities"]["gained"]
    assert change["namespace"] == {"user": made["namespace"]["user"]}
    events.none("credentials", syscall="execve")  # which gives nothing more


def test_a_runtime_that_lowers_the_bounding_set_does_not_fill_the_page(eunomia, runc, name):
    with eunomia.trace() as seen:
        runc.run(name, "/bin/true")
    told = seen.of("credentials", container=name)
    assert told, "the runtime gave up capabilities"
    assert [e for e in told if set(e.get("capabilities", {})) == {"bounding"}] == []


def test_supplementary_groups_and_securebits_are_changes_of_credentials(trace_of):
    events = trace_of(["/workloads/groups"], "--event", "credentials")
    assert events.one("credentials", syscall="setgroups")["changed"] == ["supplementary_groups"]
    assert "securebits" in events.one("credentials", syscall="prctl")["changed"]


def test_what_the_runtime_had_to_ask_for_does_not_hide_what_the_workload_asks(trace_of):
    events = trace_of(shell("hostname other; mount -t tmpfs none /tmp"), "--event", "capability")
    assert events.some("capability", capability="CAP_SYS_ADMIN", syscall="sethostname")
