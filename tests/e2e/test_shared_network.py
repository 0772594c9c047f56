# SPDX-License-Identifier: Apache-2.0
"""Containers that share a network namespace: its addresses are all of theirs, a port is one's."""

import contextlib
import json

import pytest

from support import image
from support.eunomia import field, parse
from support.process import call, wait_until

MANY = 1000  # more than a server is asked
V4, V6 = ("198.18.78.1", "198.18.78.2"), ("fd00:78::1", "fd00:78::2")


def _serve(port, address):
    return "/workloads/talk", "udp-serve", port, MANY, address


# At one port for each family.
SERVES = ("/bin/sh", "-c", " & ".join(" ".join(map(str, _serve(port, address)))
                                      for port, address in ((9000, "0.0.0.0"), (9001, "::"))))


def _ask(how, address, port, n=3):
    return "/workloads/talk", how, address, port, n


def _await(container, port):
    wait_until(lambda: f":{port} " in container.exec("/bin/netstat", "-uln").stdout, "the server")


class Engine:
    """Containers on one link, the first of which others can join."""

    def __init__(self, runtime, name):
        self.runtime, self.name, self.started = runtime, name, []

    def _start(self, what, argv, flags):
        container = self.runtime.start(f"{self.name}-{what}", *argv, flags=flags)
        self.started.append(container)
        return container

    def _wire(self, first, second):
        """Both address families, between two network namespaces."""
        call("ip", "link", "add", "wire0", "netns", first.pid,
             "type", "veth", "peer", "name", "wire0", "netns", second.pid)
        for container, v4, v6 in zip((first, second), V4, V6):
            enter = ("nsenter", "-t", container.pid, "-n", "ip")
            call(*enter, "address", "add", f"{v4}/24", "dev", "wire0")
            call("nsenter", "-t", container.pid, "-n", "sh", "-c",
                 "echo 0 >/proc/sys/net/ipv6/conf/all/disable_ipv6")
            call(*enter, "address", "add", f"{v6}/64", "dev", "wire0", "nodad")
            call(*enter, "link", "set", "wire0", "up")
            call(*enter, "link", "set", "lo", "up")

    def begin(self):
        self.owner = self._start("owner", SERVES, self.alone)
        self.other = self._start("other", SERVES, self.alone)
        self._wire(self.owner, self.other)

    def join(self, what, *argv):
        """A container in the owner's network namespace."""
        return self._start(what, argv, self.joined)

    def crowd(self):
        """One more that joins, so that the address is nobody else's who was the last to do so."""
        self.join("bystander", "/bin/sleep", "1000")

    def serve(self, what, port, address="0.0.0.0"):
        """A container that joins, and answers datagrams."""
        container = self.join(what, *_serve(port, address))
        _await(container, port)
        return container

    def end(self):
        for container in reversed(self.started):
            container.stop()


class OfDocker(Engine):
    alone = ("--network", "bridge")

    @property
    def joined(self):
        return "--network", f"container:{self.owner.name}"


class OfPodman(Engine):
    """A pod; the other one is alone."""
    alone = ("--network", "none")

    def begin(self):
        call(*self.runtime.client("pod", "create", "--name", f"{self.name}-pod",
                                  "--network", "none", "--infra-image", image.REFERENCE,
                                  "--infra-command", "/bin/sleep 1000"))
        self.owner = self._start("owner", SERVES, self.joined)
        self.other = self._start("other", SERVES, self.alone)
        self._wire(self.owner, self.other)

    @property
    def joined(self):
        return "--pod", f"{self.name}-pod"

    def end(self):
        super().end()
        call(*self.runtime.client("pod", "rm", "-f", "-t", "0", f"{self.name}-pod"), check=False)


@pytest.fixture(params=[("docker", OfDocker), ("podman", OfPodman)], ids=["docker", "podman"])
def shared(request, name):
    runtime, engine = request.param
    shared = engine(request.getfixturevalue(runtime), name)
    with contextlib.ExitStack() as stack:
        stack.callback(shared.end)
        shared.begin()
        yield shared


def _names(seen, event, container, port):
    """Who the peer is said to be, in all events at a port; in its own, if it is the server's."""
    events = [e for e in seen.some(event, container=container.name)
              if port in (field(e, "network.peer.port"), field(e, "network.local.port"))]
    assert events, seen.events.digest()
    return [field(e, "network.peer.container.name") for e in events]


@pytest.mark.parametrize("when", ["before", "meanwhile"])
@pytest.mark.parametrize("family", [0, 1], ids=["ipv4", "ipv6"])
def test_who_has_the_port_is_the_peer_of_all_who_send_there(eunomia, shared, when, family):
    address, anywhere = (V4, V6)[family][0], ("0.0.0.0", "::")[family]
    server = shared.serve("server", 5353, anywhere) if when == "before" else None
    with eunomia.know(shared.runtime).trace("--event", "bind,connect,udp,close") as seen:
        server = server or shared.serve("server", 5353, anywhere)
        for client in shared.other, shared.owner:
            client.exec(*_ask("udp", address, 5353))
            client.exec(*_ask("udp-connected", address, 5353))
    for client in shared.other, shared.owner:
        for event in "udp", "connect", "close":
            names = _names(seen, event, client, 5353)
            assert set(names) == {server.name}, (event, client.name)


@pytest.mark.parametrize("family", [0, 1], ids=["ipv4", "ipv6"])
@pytest.mark.parametrize("how", ["udp", "udp-connected"])
def test_who_sends_from_a_shared_namespace_is_known_to_who_receives(eunomia, shared, family, how):
    own, away = (V4, V6)[family]
    client = shared.join("client", "/bin/sleep", "1000")
    with eunomia.know(shared.runtime).trace("--event", "bind,connect,udp") as seen:
        client.exec("/bin/true")
        shared.crowd()
        for address in away, own:
            client.exec(*_ask(how, address, 9000 + family))
    for server in shared.other, shared.owner:
        names = _names(seen, "udp", server, 9000 + family)
        # the first may have been received before the call that sent it returned
        assert set(names if how == "udp-connected" else names[-1:]) == {client.name}, server.name


def _listen(shared, port):
    """A container that joins, and takes connections."""
    server = shared.join("server", "/bin/httpd", "-f", "-p", str(port), "-h", "/www")
    wait_until(lambda: f":{port} " in server.exec("/bin/netstat", "-tln").stdout, "the server")
    shared.crowd()
    return server


@pytest.mark.parametrize("when", ["before", "meanwhile"])
@pytest.mark.parametrize("family", [0, 1], ids=["ipv4", "ipv6"])
def test_who_listens_is_the_peer_of_who_connects_and_does_not_wait(eunomia, shared, when, family):
    address = (V4, V6)[family][0]
    server = _listen(shared, 8001) if when == "before" else None
    with eunomia.know(shared.runtime).trace("--event", "connect,close") as seen:
        server = server or _listen(shared, 8001)
        for client in shared.other, shared.owner:
            client.exec("/workloads/talk", "later", address, 8001)
    for client in shared.other, shared.owner:
        for event in "connect", "close":
            assert set(_names(seen, event, client, 8001)) == {server.name}, (event, client.name)


def test_of_a_port_where_nobody_listens_a_shared_address_names_nobody(eunomia, shared):
    with eunomia.know(shared.runtime).trace("--event", "connect") as seen:
        shared.crowd()
        shared.other.exec("/workloads/talk", "later", V4[0], 8009)
    assert set(_names(seen, "connect", shared.other, 8009)) == {None}


def test_what_was_recorded_of_a_shared_namespace_has_the_same_names(eunomia, shared, tmp_path):
    eunomia.know(shared.runtime)
    watch = eunomia.start("record", "--full",
                          "-o", tmp_path / "recording")
    server = shared.serve("server", 5353)
    shared.crowd()
    shared.other.exec(*_ask("udp-connected", V4[0], 5353))
    assert watch.stop() == 0, watch.said()
    seen = eunomia.run("replay", "-o", "json", "--event", "connect,udp,close",
                       tmp_path / "recording")
    for event in ("connect", "udp", "close"):
        told = parse(seen.stdout).some(event, container=shared.other.name,
                                       network__peer__port=5353)
        assert set(told.values("network.peer.container.name")) == {server.name}


def test_a_report_has_who_was_talked_to_in_a_shared_namespace(eunomia, shared, tmp_path):
    eunomia.know(shared.runtime)
    watch = eunomia.start("report", "-d", tmp_path / "report")
    server, client = shared.serve("server", 5353), shared.join("client", "/bin/sleep", "1000")
    shared.other.exec(*_ask("udp-connected", V4[0], 5353))
    client.exec(*_ask("udp-connected", V4[1], 9000))
    assert watch.stop() == 0, watch.said()
    files = [path for path in (tmp_path / "report").glob("*.json") if path.name != "index.json"]
    told = {each["container"]["name"]: each for each in map(json.loads, (
        path.read_text() for path in files))}

    def peers(container, direction):
        return [(peer["port"], peer["container"]["name"], peer["count"], peer["bytes"])
                for peer in told[container.name]["peers"] if peer["direction"] == direction]
    all_bytes = {"sent": 300, "received": 300}
    assert peers(shared.other, "out") == [(5353, server.name, 1, all_bytes)]
    assert peers(server, "in") == [(5353, shared.other.name, 1, all_bytes)]
    assert peers(client, "out") == [(9000, shared.other.name, 1, all_bytes)]
    assert peers(shared.other, "in") == [(9000, client.name, 1, all_bytes)]
    assert not told[shared.owner.name]["peers"]
