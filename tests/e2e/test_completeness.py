# SPDX-License-Identifier: Apache-2.0
"""Every syscall strace saw, per thread, in order, with the same result, and none besides.

strace attaches from outside to a container whose workload waits for a file to appear. What is
compared begins after that: at the marker, or with the first call of a thread made later.
"""

import pathlib
import re
import subprocess

from support import straced
from support.eunomia import Events
from support.process import wait_until

MARKER = "chroot"  # of a path that is not there: nothing else in the workloads calls it


def traced_by_both(eunomia, runtime, name, workload, tmp_path):
    """Runs a workload under eunomia and strace; ({tid: calls}, {tid: calls}, summary)."""
    prefix = tmp_path / "strace"
    with eunomia.trace("--event", "syscalls") as seen:
        container = runtime.start(name, f"/workloads/{workload}")
        strace = subprocess.Popen(
            ["strace", "-ff", "-n", "-s0", "-e", "signal=kill", "-q", "-o", str(prefix),
             "-p", str(container.pid)], stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        try:
            wait_until(lambda: _tracer(container.pid), "strace to attach")
            pathlib.Path(f"/proc/{container.pid}/root/tmp/go").touch()
            strace.wait(120)
        finally:
            strace.kill()
            strace.wait()
            strace.stderr.close()
            container.stop()
    calls = seen.some("syscall", container=name)
    begin = calls.values("syscall").index(MARKER)
    return (_from_marker(straced.threads(prefix)),
            straced.seen_by_eunomia(Events(calls[begin:])), seen.summary)


def _tracer(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"TracerPid:\t(\d+)", status)[1])


def _from_marker(threads):
    """The first thread from the marker on, the others, which are younger, as they are."""
    for calls in threads.values():
        names = [one.name for one in calls]
        if MARKER in names:
            del calls[:names.index(MARKER)]
    return threads


def assert_same(expected, seen):
    differences = {tid: straced.difference(calls, seen.get(tid, []))
                   for tid, calls in sorted(expected.items())}
    complaints = [f"thread {tid}: {said}" for tid, said in differences.items() if said]
    assert not complaints, "\n".join(complaints)
    extra = set(seen) - set(expected)
    assert not extra, f"threads that strace did not see: {[(t, seen[t][:5]) for t in extra]}"


def test_a_single_thread_agrees_with_strace(eunomia, runc, name, tmp_path):
    expected, seen, summary = traced_by_both(eunomia, runc, name, "calls", tmp_path)
    assert sum(map(len, expected.values())) > 100
    assert_same(expected, seen)
    assert summary["complete"] is True, summary


def test_threads_that_migrate_between_cpus_agree_with_strace(eunomia, runc, name, tmp_path):
    expected, seen, summary = traced_by_both(eunomia, runc, name, "threads", tmp_path)
    assert len(expected) >= 5
    assert_same(expected, seen)
    assert summary["complete"] is True, summary


def test_i386_calls_agree_with_strace(eunomia, runc, name, tmp_path):
    expected, seen, _ = traced_by_both(eunomia, runc, name, "compat", tmp_path)
    assert_same(expected, seen)


def test_forks_and_execs_agree_with_strace(eunomia, runc, name, tmp_path):
    expected, seen, summary = traced_by_both(eunomia, runc, name, "family", tmp_path)
    assert len(expected) >= 4
    assert_same(expected, seen)
    assert summary["complete"] is True, summary


def test_interrupted_and_restarted_calls_agree_with_strace(eunomia, runc, name, tmp_path):
    expected, seen, _ = traced_by_both(eunomia, runc, name, "restarts", tmp_path)
    assert_same(expected, seen)


def test_every_call_by_its_number_agrees_with_strace(eunomia, runc, name, tmp_path):
    expected, seen, summary = traced_by_both(eunomia, runc, name, "everycall", tmp_path)
    assert sum(map(len, expected.values())) > 350
    assert_same(expected, seen)
    # What the pointers should have pointed to could not be read, and that is said.
    assert {loss["place"] for loss in summary["loss"]} == {"user_read"}, summary


def test_calls_that_dockers_seccomp_filter_refuses_agree_with_strace(eunomia, docker, name,
                                                                     tmp_path):
    eunomia.know(docker)
    expected, seen, _ = traced_by_both(eunomia, docker, name, "everycall", tmp_path)
    assert_same(expected, seen)


def test_calls_that_seccomp_traps_and_punishes_agree_with_strace(eunomia, runc, name, tmp_path):
    expected, seen, _ = traced_by_both(eunomia, runc, name, "seccomp", tmp_path)
    assert_same(expected, seen)
