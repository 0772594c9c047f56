# SPDX-License-Identifier: Apache-2.0
"""Who talked to whom, in a report: addresses and ports are used again, containers are not."""

import json
import subprocess

import pytest

from support.eunomia import field
from support.process import call, wait_until

CLIENTS = 4


@pytest.fixture
def reported(eunomia, tmp_path):
    """reported(work) → the containers of a report about it, by name."""
    def around(work):
        watch = eunomia.start("report", "-d", tmp_path / "report")
        work()
        assert watch.stop() == 0, watch.said()
        files = [path for path in (tmp_path / "report").glob("*.json") if path.name != "index.json"]
        found = [json.loads(path.read_text()) for path in files]
        return {container["container"]["name"]: container for container in found}
    return around


@pytest.fixture
def server(docker, name):
    container = docker.start(f"{name}-server", "/bin/sleep", "1000")
    container.address = docker.address(container.name)
    yield container
    container.stop()


def answer(server, client, n):
    """A UDP server inside that answers n datagrams of each of CLIENTS short containers."""
    docker = server.runtime
    serving = subprocess.Popen(docker.client("exec", server.name, "/workloads/talk", "udp-serve",
                                             "5353", str(n * CLIENTS)))
    wait_until(lambda: ":5353" in server.exec("/bin/netstat", "-uln").stdout, "the server")
    for i in range(CLIENTS):
        call(*docker.command(f"{client}-{i}", "/workloads/talk", "udp", server.address, "5353", n,
                             flags=("--network", "bridge")))
    serving.wait(10)


def test_containers_that_had_one_address_after_another_are_told_apart(
        eunomia, docker, server, reported, name):
    eunomia.know(docker)
    containers = reported(lambda: answer(server, name, 3))
    ids = {name: container["container"]["id"] for name, container in containers.items()}
    came = [peer for peer in containers[server.name]["peers"] if peer["direction"] == "in"]
    assert len({peer["address"] for peer in came}) == 1
    for i in range(CLIENTS):
        [peer] = [p for p in came if p.get("container", {}).get("id") == ids[f"{name}-{i}"]]
        assert peer["bytes"] == {"sent": 300, "received": 300}
        assert peer["count"] == 1, "a socket, however often it was told of"


def test_datagrams_are_told_of_who_had_the_address_when_they_began(
        eunomia, docker, server, name):
    with eunomia.know(docker).trace("--event", "udp") as seen:
        answer(server, name, 3)
    told = seen.some("udp", container=server.name)
    clients = [field(event, "network.peer.container.name") for event in told]
    assert set(clients) == {f"{name}-{i}" for i in range(CLIENTS)}, clients
    ports = {(event["network"]["peer"]["port"], client) for event, client in zip(told, clients)}
    assert len(ports) == CLIENTS


def test_who_serves_a_unix_socket_has_its_clients_as_peers(reported, runc, name):
    containers = reported(lambda: runc.run(
        name, "/bin/sh", "-c", "/workloads/talk unix-serve @no$(printf '\\377')where & "
        "until grep -q @no /proc/net/unix; do :; done; /workloads/talk unix @no$(printf '\\377')where; wait"))
    peers = {peer["direction"]: peer for peer in containers[name]["peers"]
             if peer["transport"] == "unix" and peer["address"].startswith("@no")}
    assert set(peers) == {"in", "out"}
    for peer in peers.values():
        assert peer["address"] == "@no\\xffwhere"
        assert peer["container"]["name"] == name and peer["count"] == 1
    assert peers["in"]["bytes"]["received"] == peers["out"]["bytes"]["sent"] == 1


def test_datagrams_to_a_published_port_are_the_servers(reported, published, docker, name):
    client = f"{name}-client"
    peers = reported(lambda: call(*docker.command(
        client, "/workloads/udp", "198.51.100.1", flags=("--network", "bridge"))))
    assert [(peer["address"], peer["container"]["name"], peer["count"], peer["bytes"]["sent"])
            for peer in peers[client]["peers"]] == [("198.51.100.1", published.name, 1, 5)]
    assert [(peer["port"], peer["container"]["name"], peer["count"], peer["bytes"]["received"])
            for peer in peers[published.name]["peers"]] == [(5353, client, 1, 5)]
