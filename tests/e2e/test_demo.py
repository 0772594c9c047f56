# SPDX-License-Identifier: Apache-2.0
"""scripts/demo: Docker's containers where there are some, else its own; nothing is left behind."""

import os
import pathlib
import signal
import subprocess

import pytest

from support.eunomia import BINARY
from support.process import wait_until

DEMO = pathlib.Path(__file__).parents[2] / "scripts/demo"


def hear_hangups():
    """Under nohup they are ignored from the start, and a shell cannot change that for itself."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture
def demo(eunomia):
    """Starts the demo with a daemon at this socket."""
    running = []

    def start(socket, seconds):
        env = dict(eunomia.env, EUNOMIA=str(BINARY), DOCKER_HOST=f"unix://{socket}")
        running.append(subprocess.Popen([DEMO, str(seconds)], env=env, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                        preexec_fn=hear_hangups))
        return running[-1]
    yield start
    for process in running:
        if process.poll() is None:
            process.terminate()
        process.communicate()


def traces():
    """What a demo that ended must not leave: its directory, its processes."""
    left = [str(path) for path in pathlib.Path("/tmp").glob("eunomia-demo.*")]
    for path in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if b"eunomia-demo." in path.read_bytes():
                left.append(str(path))
        except OSError:
            continue
    return left


def test_containers_of_docker_are_shown(demo, docker, name):
    container = docker.start(name, "/bin/sh", "-c", "while :; do cat /etc/group; sleep 0.2; done")
    said = demo(docker.socket, 2).communicate(timeout=120)[0].decode()
    container.stop()
    assert f"Watching Docker's containers: {name}" in said
    assert "/etc/group" in said and "complete      nothing was lost" in said
    assert not traces()


def test_its_own_containers_are_shown_twice_in_a_row(demo):
    for _ in range(2):
        process = demo("/nowhere", 2)
        said = process.communicate(timeout=120)[0].decode()
        assert process.returncode == 0, said
        assert "index.html" in said and "complete      nothing was lost" in said
        assert not traces()


@pytest.mark.parametrize("sig", [signal.SIGTERM, signal.SIGHUP])
def test_one_that_is_ended_in_the_middle_cleans_up_at_once(demo, sig):
    process = demo("/nowhere", 600)
    os.set_blocking(process.stdout.fileno(), False)
    said = bytearray()
    wait_until(lambda: b"httpd" in said or said.extend(process.stdout.read() or b""),
               "the trace of its server", 120)
    process.send_signal(sig)
    assert process.wait(60) == 128 + sig
    assert not traces()
