# SPDX-License-Identifier: Apache-2.0
"""Every syscall strace saw, per thread, in order, with the same result, and none besides.

strace attaches from outside to a container whose workload waits for a file to appear. What is
compared begins after that: at the marker, or with the first call of a thread made later.
"""

import pathlib
import re
import subprocess

from support import straced
from support.process import wait_until

MARKER = "chroot"  # of a path that is not there: nothing else in the workloads calls it


def traced_by_both(eunomia, runtime, name, workload, tmp_path, *options):
    """Runs a workload under eunomia and strace; ({tid: calls}, {tid: calls}, summary)."""
    prefix = tmp_path / "strace"
    with eunomia.trace("--event", "syscalls", "--container", name, *options) as seen:
        container = runtime.start(name, f"/workloads/{workload}")
        strace = subprocess.Popen(
            ["strace", "-ff", "-n", "-s0", "-e", "signal=none", "-qq", "-o", str(prefix),
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
    return straced.threads(prefix), straced.seen_by_eunomia(seen.events), seen.summary


def _tracer(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"TracerPid:\t(\d+)", status)[1])


def _from_marker(calls):
    at = [i for i, one in enumerate(calls) if one.name == MARKER]
    return calls[at[0]:] if at else calls


def assert_same(expected, seen):
    complaints = []
    for tid, calls in sorted(expected.items()):
        differs = straced.difference(_from_marker(calls), _from_marker(seen.get(tid, [])))
        if differs:
            complaints.append(f"thread {tid}: {differs}")
    assert not complaints, "\n".join(complaints)
    extra = set(seen) - set(expected)
    assert not extra, f"threads that strace did not see: {extra}"


def test_a_single_thread_agrees_with_strace(eunomia, runc, name, tmp_path):
    expected, seen, summary = traced_by_both(eunomia, runc, name, "calls", tmp_path)
    assert sum(map(len, expected.values())) > 100
    assert_same(expected, seen)
    assert summary["complete"] is True


def test_threads_that_migrate_between_cpus_agree_with_strace(eunomia, runc, name, tmp_path):
    expected, seen, summary = traced_by_both(eunomia, runc, name, "threads", tmp_path)
    assert len(expected) >= 5
    assert_same(expected, seen)
    assert summary["complete"] is True


def test_i386_calls_agree_with_strace(eunomia, runc, name, tmp_path):
    expected, seen, _ = traced_by_both(eunomia, runc, name, "compat", tmp_path)
    assert_same(expected, seen)


def test_forks_and_execs_agree_with_strace(eunomia, runc, name, tmp_path):
    expected, seen, summary = traced_by_both(eunomia, runc, name, "family", tmp_path)
    assert len(expected) >= 4
    assert_same(expected, seen)
    assert summary["complete"] is True


def test_interrupted_and_restarted_calls_agree_with_strace(eunomia, runc, name, tmp_path):
    expected, seen, _ = traced_by_both(eunomia, runc, name, "restarts", tmp_path)
    assert_same(expected, seen)
