# SPDX-License-Identifier: Apache-2.0
"""Processes that a test starts, ends and asks about, each by its pid."""

import contextlib
import os
import signal
import subprocess
import time


class Failed(AssertionError):
    """A helper command failed; the message holds what it said."""


def call(*argv, check=True, timeout=60, **options):
    """Runs argv to its end and returns it, output as text."""
    options.setdefault("stdin", subprocess.DEVNULL)
    done = subprocess.run([str(a) for a in argv], capture_output=True, text=True,
                          errors="surrogateescape", timeout=timeout, **options)
    if check and done.returncode:
        raise Failed(f"{' '.join(map(str, argv))}: exit code {done.returncode}\n"
                     f"{done.stdout}{done.stderr}")
    return done


def wait_until(condition, what, timeout=15.0):
    """Returns the first true value of condition(); what names it when it never comes."""
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.01)
    raise Failed(f"waited {timeout} s in vain for {what}")


def alive(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as stat:
            return stat.read().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def children_of(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as children:
            return [int(child) for child in children.read().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def descendants_of(pid):
    found = []
    for child in children_of(pid):
        found += [child, *descendants_of(child)]
    return found


def end(process, timeout=15):
    """Asks a Popen to end, insists after timeout, returns its exit code."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        return process.wait(timeout)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


@contextlib.contextmanager
def stopped(process):
    """It does nothing meanwhile, and does not know."""
    process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        process.send_signal(signal.SIGCONT)


class Daemon:
    """A server started for the session: its log is shown when it does not come up."""

    def __init__(self, argv, log, ready, timeout=30, env=None):
        self.argv = [str(a) for a in argv]
        self.log, self.ready, self.timeout, self.env = log, ready, timeout, env
        self.start()

    def start(self):
        """Also again, after its end."""
        with open(self.log, "wb") as out:
            self.process = subprocess.Popen(self.argv, stdout=out, stderr=out,
                                            stdin=subprocess.DEVNULL, env=self.env,
                                            start_new_session=True)
        try:
            wait_until(lambda: self.process.poll() is not None or self.ready(), self.argv[0],
                       self.timeout)
            if self.process.poll() is not None:
                raise Failed(f"it ended with {self.process.returncode}")
        except Failed as failed:
            self.stop()
            tail = self.log.read_text(errors="replace")[-3000:]
            raise Failed(f"{' '.join(self.argv)} did not start: {failed}\n{tail}") from None

    def stop(self):
        """Ends the daemon and whatever it has left running below it."""
        below = descendants_of(self.process.pid)
        end(self.process)
        for pid in below:
            if alive(pid):
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass


class Namespace:
    """A mount namespace held open by a sleeping process, entered by a command prefix.

    Mounts made inside go away with it. nsenter must also take the holder's root: setns
    alone would leave a chroot that the tests run in.
    """

    def __init__(self, script="", network=False):
        flags = ["-m"] + (["-n"] if network else [])
        self.holder = subprocess.Popen(
            ["unshare", *flags, "--propagation", "private", "sh", "-ec",
             f"{script}\necho ready; exec sleep infinity"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if self.holder.stdout.readline() != "ready\n":
            raise Failed(f"no namespace of its own: {self.holder.stderr.read()}")
        self.prefix = ["nsenter", "-t", str(self.holder.pid), *flags,
                       f"-r/proc/{self.holder.pid}/root", f"-w/proc/{self.holder.pid}/cwd"]

    def close(self):
        self.holder.kill()
        self.holder.wait()
        self.holder.stdout.close()
        self.holder.stderr.close()
