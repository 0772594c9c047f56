# SPDX-License-Identifier: Apache-2.0
"""Fixtures: the image, each runtime (started when the first test wants it), eunomia."""

import itertools
import os
import pathlib

import pytest

from support import runtimes
from support.eunomia import Eunomia
from support.image import Image
from support.process import call, wait_until

names = itertools.count(1)


@pytest.fixture(scope="session")
def image(tmp_path_factory):
    if os.geteuid():
        pytest.exit("these tests start containers: run them as root", 1)
    return Image(tmp_path_factory.mktemp("image"))


def _session_runtime(name):
    @pytest.fixture(scope="session", name=name)
    def fixture(image):
        runtime = runtimes.make(name, image)
        yield runtime
        runtime.close()
    return fixture


docker = _session_runtime("docker")
podman = _session_runtime("podman")
containerd = _session_runtime("containerd")
runc = _session_runtime("runc")
crun = _session_runtime("crun")


@pytest.fixture(params=list(runtimes.RUNTIMES))
def runtime(request):
    """Each runtime in turn, or those a test names: parametrize("runtime", […], indirect=True)."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def name():
    """A container name nobody else has."""
    return f"e2e-{os.getpid()}-{next(names)}"


@pytest.fixture
def eunomia(tmp_path):
    """Runs eunomia; whatever the test leaves running is ended."""
    runner = Eunomia(tmp_path)
    yield runner
    runner.close()


def _udp_rules(how, server):
    rules = [("PREROUTING", "-p", "udp", "--dport", "5353", "-j", "DNAT", "--to", server)]
    if how == "nat":
        rules.append(("POSTROUTING", "-p", "udp", "-d", server, "-j", "MASQUERADE"))
    return [] if how == "proxy" else rules


@pytest.fixture(params=[None, "nat", "proxy"])
def published(docker, name, request):
    """A server of datagrams whose port 5353 is one of the bridge's; what tells who they are from."""
    flags = ("-p", "5353:5353/udp") if request.param == "proxy" else ()
    server = docker.start(f"{name}-server", "/workloads/talk", "udp-serve", 5353, 1000, flags=flags)
    server.address = docker.address(server.name)
    server.source = request.param
    wait_until(lambda: ":5353" in docker.exec(server.name, "/bin/netstat", "-uln").stdout,
               "the server")
    inside = ("nsenter", "-t", docker.daemon.process.pid, "-n", "iptables", "-t", "nat")
    for rule in _udp_rules(request.param, server.address):
        call(*inside, "-I", *rule)
    yield server
    for rule in _udp_rules(request.param, server.address):
        call(*inside, "-D", *rule)
    server.stop()
