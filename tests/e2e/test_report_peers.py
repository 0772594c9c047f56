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
    for end in client, published.name:
        assert peers[end]["peers"][0].get("source") == published.source


@pytest.fixture
def pool(docker, server, name):
    """A container that holds a connection to the server's port 80, through which went one byte."""
    docker.exec(server.name, "/bin/httpd", "-p", "80", "-h", "/www")

    def start():
        container = docker.start(
            f"{name}-pool", "/bin/sh", "-c",
            f"/bin/sleep 1000 | /workloads/talk hold {server.address} 80")
        pools.append(container)
        wait_until(lambda: "ESTABLISHED" in docker.exec(server.name, "/bin/netstat", "-tn").stdout,
                   "the connection")
        return container
    pools = []
    yield start
    for container in pools:
        container.stop()


def _tcp(report):
    return [(peer["direction"], peer.get("container", {}).get("name"), peer["count"],
             peer["bytes"]["sent"], peer["bytes"]["received"])
            for peer in report["peers"] if peer["transport"] == "tcp"]


@pytest.mark.parametrize("before", [False, True])
def test_the_bytes_of_a_connection_that_stays_open_are_counted(
        eunomia, docker, server, pool, reported, name, before):
    eunomia.know(docker)
    if before:
        pool()
    told = reported(pool if not before else lambda: None)
    assert _tcp(told[f"{name}-pool"]) == [("out", server.name, 1, 1, 0)]
    assert _tcp(told[server.name]) == [("in", f"{name}-pool", 1, 0, 1)]


def test_a_connection_that_was_told_of_while_open_is_counted_once(
        eunomia, docker, server, pool, reported, name):
    def long_enough():
        container = pool()
        with eunomia.trace("--event", "traffic") as seen:
            wait_until(lambda: seen.read().of("traffic", container=container.name), "its traffic",
                           timeout=60)
        docker.end_program(container.name, "sleep")
        wait_until(lambda: "ESTABLISHED" not in docker.exec(server.name, "/bin/netstat",
                                                            "-tn").stdout, "its end")
    eunomia.know(docker)
    told = reported(long_enough)
    assert _tcp(told[f"{name}-pool"]) == [("out", server.name, 1, 1, 0)]


@pytest.mark.parametrize("before", [False, True])
def test_a_unix_connection_that_stays_open_is_counted(reported, runc, name, before):
    def hold():
        container = runc.start(name, "/bin/sh", "-c",
                               "/workloads/talk unix-serve @here & "
                               "until grep -q @here /proc/net/unix; do :; done; "
                               "/bin/sleep 1000 | /workloads/talk unix-hold @here")
        wait_until(lambda: "talk" in container.exec("/bin/ps").stdout, "the client")
        holding.append(container)
    holding = []
    if before:
        hold()
    told = reported((lambda: None) if before else hold)
    holding[0].stop()
    peers = {peer["direction"]: (peer["address"], peer["container"]["name"], peer["count"],
                                 peer["bytes"]) for peer in told[name]["peers"]}
    byte = 0 if before else 1  # the kernel keeps no count of unix sockets
    assert peers == {"out": ("@here", name, 1, {"sent": byte, "received": 0}),
                     "in": ("@here", name, 1, {"sent": 0, "received": byte})}


def test_asking_for_the_outcome_of_a_connect_is_no_other_connect(eunomia, docker, server, reported,
                                                                 name):
    docker.exec(server.name, "/bin/httpd", "-p", "80", "-h", "/www")
    eunomia.know(docker)
    told = reported(lambda: call(*docker.command(
        f"{name}-client", "/workloads/talk", "again", server.address, 80,
        flags=("--network", "bridge"))))
    [peer] = told[f"{name}-client"]["peers"]
    assert (peer["count"], peer["failures"]) == (1, 0)


def test_a_connection_is_counted_with_who_took_it_of_those_that_share_a_port(
        eunomia, docker, reported, name):
    """connect(2) may name the other one: nobody can tell before it is accepted."""
    first = docker.start(f"{name}-1", "/workloads/talk", "share", 80)
    address = docker.address(first.name)
    second = docker.start(f"{name}-2", "/workloads/talk", "share", 80,
                          flags=("--network", f"container:{first.name}"))
    wait_until(lambda: docker.exec(first.name, "/bin/netstat", "-ltn").stdout.count(":80 ") == 2,
               "both to listen")
    eunomia.know(docker)
    told = reported(lambda: call(*docker.command(
        f"{name}-client", "/workloads/talk", "ask", address, 80, 16,
        flags=("--network", "bridge"))))
    second.stop()
    first.stop()
    taken = {server: peer[2:] for server in (first.name, second.name)
             for peer in _tcp(told[server])}
    asked = {peer[1]: peer[2:] for peer in _tcp(told[f"{name}-client"])}
    assert asked == taken and sum(count for count, _, _ in taken.values()) == 16
