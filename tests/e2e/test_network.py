# SPDX-License-Identifier: Apache-2.0
"""The network: who talked to whom, by name."""

import itertools
import subprocess

import pytest

from support.eunomia import field, parse
from support.process import call, wait_until

SERVE = ("/bin/httpd", "-f", "-p", "80", "-h", "/www")


def fetch(address, port=80):
    return ("/bin/wget", "-q", "-O", "/tmp/page", f"http://{address}:{port}/")


@pytest.fixture
def web(docker, name):
    """A web server in a container on Docker's bridge."""
    server = docker.start(f"{name}-web", *SERVE)
    server.address = docker.address(server.name)
    wait_until(lambda: not docker.exec(server.name, *fetch("127.0.0.1"), check=False).returncode,
               "the web server")
    yield server
    server.stop()


@pytest.fixture
def cabled(runc, name):
    """Two containers of runc's, a cable between their network namespaces."""
    first = runc.start(f"{name}-first", "/bin/sleep", "1000")
    second = runc.start(f"{name}-second", "/bin/sleep", "1000")
    call("ip", "link", "add", "eth0", "netns", first.pid,
         "type", "veth", "peer", "name", "eth0", "netns", second.pid)
    for container, address in (first, "198.18.77.1"), (second, "198.18.77.2"):
        container.address = address
        enter = ("nsenter", "-t", container.pid, "-n", "ip")
        call(*enter, "address", "add", f"{address}/24", "dev", "eth0")
        call(*enter, "link", "set", "eth0", "up")
        call(*enter, "link", "set", "lo", "up")
    yield first, second
    first.stop()
    second.stop()


def test_connect_names_the_peer_container(eunomia, docker, web, name):
    with eunomia.know(docker).trace("--event", "connect") as seen:
        call(*docker.command(f"{name}-client", *fetch(web.address), flags=("--network", "bridge")))
    event = seen.one("connect", container=f"{name}-client", network__peer__port=80)
    assert event["result"] == 0
    assert event["network"]["transport"] == "tcp" and event["network"]["type"] == "ipv4"
    assert event["network"]["peer"]["address"] == web.address
    assert event["network"]["peer"]["container"] == {"id": web.id, "name": web.name}
    assert event["network"]["local"]["port"] > 0


@pytest.fixture
def forwarded(docker, web):
    """Port 9090 of the bridge leads to the web server, and the way back is hidden, too."""
    rules = [("PREROUTING", "-p", "tcp", "--dport", "9090", "-j", "DNAT", "--to",
              f"{web.address}:80"),
             ("POSTROUTING", "-p", "tcp", "-d", web.address, "--dport", "80", "-j", "MASQUERADE")]
    inside = ("nsenter", "-t", docker.daemon.process.pid, "-n", "iptables", "-t", "nat")
    for rule in rules:
        call(*inside, "-I", *rule)
    yield 9090
    for rule in rules:
        call(*inside, "-D", *rule)


def test_connect_through_nat_names_the_container_behind_it(eunomia, docker, web, forwarded, name):
    with eunomia.know(docker).trace("--event", "connect,accept") as seen:
        call(*docker.command(f"{name}-client", *fetch("198.51.100.1", forwarded),
                             flags=("--network", "bridge")))
    connect = seen.one("connect", container=f"{name}-client", network__peer__port=forwarded)
    assert connect["network"]["peer"]["container"]["name"] == web.name
    accept = seen.one("accept", container=web.name)
    assert accept["network"]["peer"]["container"]["name"] == f"{name}-client"


def test_datagrams_to_a_published_port_name_both_containers(eunomia, docker, published, name):
    with eunomia.know(docker).trace("--event", "udp") as seen:
        call(*docker.command(f"{name}-client", "/workloads/udp", "198.51.100.1",
                             flags=("--network", "bridge")))
        wait_until(lambda: seen.read().of(container=f"{name}-client", network__packets_sent=0),
                   "the server's name")
    sent = seen.of("udp", container=f"{name}-client")
    assert sent.values("network.bytes_sent") == [5, 0]
    assert sent.values("network.peer.address") == ["198.51.100.1"] * 2
    assert sent.values("network.peer.container.name") == [None, published.name]
    assert sent.values("network.peer.source") == [None, published.source]
    received = seen.of("udp", container=published.name,
                       network__peer__container__name=f"{name}-client")
    assert received and field(received[-1], "network.peer.source") == published.source


def test_datagrams_from_one_socket_are_to_whoever_has_the_address_then(eunomia, docker, name):
    bridged = {"flags": ("--network", "bridge")}
    client = docker.start(f"{name}-client", "/bin/sleep", "1000", **bridged)

    def serve(which):
        argv = ("/workloads/talk", "udp-serve", "5353", "1000000")
        return docker.start(f"{name}-{which}", *argv, **bridged)

    first = serve("first")
    address = docker.address(first.name)
    with eunomia.know(docker).trace("--event", "udp") as seen:
        beat = subprocess.Popen(docker.client("exec", "-i", client.name, "/workloads/talk",
                                              "udp-beat", address, "5353"), stdin=subprocess.PIPE)

        def reaches(server):
            beat.stdin.write(b"x")
            beat.stdin.flush()
            return seen.read().of("udp", container=client.name,
                                  network__peer__container__name=server.name)

        wait_until(lambda: reaches(first), "the first server's name")
        first.stop()
        second = serve("second")
        assert docker.address(second.name) == address
        wait_until(lambda: reaches(second), "the second server's name")
        beat.stdin.close()
        assert not beat.wait(10)
    told = seen.of("udp", container=client.name).values("network.peer.container.name")
    assert [to for to, _ in itertools.groupby(filter(None, told))] == [first.name, second.name]
    client.stop()
    second.stop()


@pytest.mark.parametrize("published", ["proxy"], indirect=True)
def test_datagrams_to_a_published_port_of_ones_own_host_name_both_containers(
        eunomia, docker, published, name):
    with eunomia.know(docker).trace("--event", "udp") as seen:
        call(*docker.command(f"{name}-client", "/workloads/udp", "127.0.0.1",
                             flags=("--network", "host")))
        wait_until(lambda: seen.read().of(
            "udp", container=published.name, network__peer__container__name=f"{name}-client"),
            "the client's name")
    sent = seen.of("udp", container=f"{name}-client")
    assert set(sent.values("network.peer.container.name")) == {published.name}


def test_connect_to_a_published_port_names_the_container_behind_the_proxy(eunomia, docker, name):
    server = docker.start(f"{name}-web", *SERVE, flags=("-p", "8080:80"))
    try:
        with eunomia.know(docker).trace("--event", "connect") as seen:
            call(*docker.command(f"{name}-client", *fetch("198.51.100.1", 8080),
                                 flags=("--network", "bridge")))
        event = seen.one("connect", container=f"{name}-client", network__peer__port=8080)
        assert event["network"]["peer"]["container"]["name"] == server.name
    finally:
        server.stop()


def test_behind_the_proxy_is_who_takes_the_connection_in_a_shared_namespace(
        eunomia, docker, name):
    owner = docker.start(f"{name}-owner", "/bin/sleep", "1000", flags=("-p", "8080:80"))
    server = docker.start(f"{name}-web", *SERVE, flags=("--network", f"container:{owner.name}"))
    client = docker.start(f"{name}-client", "/bin/sleep", "1000")
    try:
        with eunomia.know(docker).trace("--event", "connect,close") as seen:
            for _ in range(2):
                client.exec("/workloads/talk", "later", "198.51.100.1", 8080)
        for event in "connect", "close":
            told = seen.of(event, container=client.name, network__peer__port=8080)
            names = set(told.values("network.peer.container.name"))
            assert names <= {None, server.name}, told.digest()
            assert event == "connect" or names == {server.name}
    finally:
        for container in client, server, owner:
            container.stop()


@pytest.mark.parametrize("clients", [1, 2])
def test_who_came_through_the_proxy_before_is_known_if_it_was_the_only_one(
        eunomia, docker, name, clients):
    server = docker.start(f"{name}-web", *SERVE, flags=("-p", "8080:80"))
    callers = [docker.start(f"{name}-{i}", "/bin/sh", "-c",
                            "sleep 1000 | /workloads/talk hold 198.51.100.1 8080",
                            flags=("--network", "bridge")) for i in range(clients)]
    wait_until(lambda: docker.exec(server.name, "/bin/netstat", "-tn").stdout.count(
        "ESTABLISHED") == clients, "the connections")
    try:
        with eunomia.know(docker).trace("--event", "close") as seen:
            for caller in callers:
                docker.end_program(caller.name, "sleep")
            wait_until(lambda: len(seen.read().of(
                "close", container=server.name, network__direction="inbound")) == clients,
                "their ends")
        ends = seen.of("close", container=server.name, network__direction="inbound")
        assert ends.values("network.existed") == [True] * clients
        alone = clients == 1
        assert ends.values("network.peer.container.name") == \
            ([callers[0].name] if alone else [None] * clients)
        assert ends.values("network.peer.source") == ["proxy" if alone else None] * clients
        for caller in callers:
            end = seen.one("close", container=caller.name, network__direction="outbound")
            assert end["network"]["peer"]["container"]["name"] == server.name
    finally:
        for container in (*callers, server):
            container.stop()


@pytest.mark.parametrize("address", ["127.0.0.1", "[::1]"])
def test_who_comes_from_the_host_through_the_proxy_is_not_the_container_itself(
        eunomia, docker, name, address):
    server = docker.start(f"{name}-web", *SERVE, flags=("-p", "8080:80"))
    try:
        with eunomia.know(docker).trace("--event", "accept,close") as seen:
            call("nsenter", "-t", docker.daemon.process.pid, "-n",
                 "busybox", "wget", "-q", "-O", "/dev/null", f"http://{address}:8080/")
        for event in (*seen.some("accept", container=server.name),
                      *seen.some("close", container=server.name)):
            assert "container" not in event["network"]["peer"]
    finally:
        server.stop()


def test_in_a_shared_network_namespace_both_ends_are_told_apart(eunomia, docker, web, name):
    with eunomia.know(docker).trace("--event", "connect,accept") as seen:
        call(*docker.command(f"{name}-client", *fetch("127.0.0.1"),
                             flags=("--network", f"container:{web.name}")))
    connect = seen.one("connect", container=f"{name}-client", network__peer__port=80)
    assert connect["network"]["peer"]["container"]["name"] == web.name
    accept = seen.one("accept", container=web.name)
    assert accept["network"]["peer"]["container"]["name"] == f"{name}-client"


def test_accept_names_the_calling_container(eunomia, docker, web, name):
    with eunomia.know(docker).trace("--event", "connect,accept") as seen:
        caller = docker.start(f"{name}-client", "/bin/sleep", "1000")
        caller.exec(*fetch(web.address))
        caller.stop()
    event = seen.one("accept", container=web.name)
    assert event["network"]["local"]["port"] == 80
    assert event["network"]["peer"]["container"]["name"] == f"{name}-client"


def test_peers_without_any_daemon_are_named(eunomia, cabled, name):
    server, client = cabled
    with eunomia.trace("--event", "listen,connect,accept") as seen:
        server.exec("/bin/sh", "-c", "httpd -p 80 -h /www")
        client.exec(*fetch(server.address))
    connect = seen.one("connect", container=client.name, network__peer__port=80)
    accept = seen.one("accept", container=server.name)
    assert connect["network"]["peer"]["container"]["name"] == server.name
    assert accept["network"]["peer"]["container"]["name"] == client.name


def test_a_listening_server_is_told_with_its_address(eunomia, runc, name):
    with eunomia.trace("--event", "listen,bind") as seen:
        runc.run(name, "/bin/sh", "-c", "httpd -p 80 -h /www; sleep 0.2")
    assert seen.one("bind", container=name, process__name="httpd")["network"]["local"]["port"] == 80
    assert seen.one("listen", container=name)["network"]["local"]["port"] == 80


def test_a_refused_connect_has_its_errno_and_the_address_asked_for(eunomia, cabled):
    server, client = cabled
    with eunomia.trace("--event", "connect") as seen:
        client.exec(*fetch(server.address, 81), check=False)
    event = seen.one("connect", container=client.name, network__peer__port=81)
    assert event["result"] == "ECONNREFUSED"
    assert event["network"]["peer"]["address"] == server.address


def test_a_closed_connection_has_bytes_both_ways_and_a_duration(eunomia, cabled):
    server, client = cabled
    server.exec("/bin/sh", "-c", "httpd -p 80 -h /www")
    with eunomia.trace("--event", "close") as seen:
        client.exec(*fetch(server.address))
    ended = [e for e in seen.of(container=client.name)
             if field(e, "network.peer.port") == 80]
    assert ended, seen.events.digest()
    assert ended[-1]["network"]["bytes_received"] > 100
    assert ended[-1]["network"]["bytes_sent"] > 20
    assert ended[-1]["duration"] > 0


def test_udp_shows_its_peer(eunomia, cabled):
    server, client = cabled
    with eunomia.trace("--set", "net") as seen:
        client.exec("/workloads/udp", server.address)
    udp = [e for e in seen.of(container=client.name) if field(e, "network.transport") == "udp"]
    assert any(field(e, "network.peer.address") == server.address
               and field(e, "network.peer.port") == 5353 for e in udp), seen.events.digest()


def test_a_unix_socket_is_shown_by_its_path_and_names_the_peer(eunomia, runc, name):
    with eunomia.trace("--event", "bind,listen,connect,accept") as seen:
        runc.run(name, "/workloads/unixpair")
    connect = seen.one("connect", container=name, network__transport="unix")
    assert connect["network"]["peer"]["path"] == "/tmp/the-socket"
    assert connect["network"]["peer"]["container"]["name"] == name


@pytest.mark.parametrize("selection", [(), ("--uid", "1000")], ids=["all", "uid"])
def test_sockets_that_were_inherited_end_once_and_with_who_closes_them(eunomia, runc, name,
                                                                       selection):
    with eunomia.trace("--event", "close", *selection) as seen:
        runc.run(name, "/workloads/dropped")
    closes = seen.of("close", container=name, process__name="dropped")
    assert [(field(e, "network.transport"), field(e, "network.bytes_sent"),
             field(e, "process.user.id")) for e in closes] == \
        [("udp", 4, 1000), ("unix", 5, 1000), ("unix", 0, 1000)]


def test_each_sockets_datagrams_are_its_own(eunomia, runc, name):
    """The kernel puts the next socket where the last one was, whoever makes it."""
    with eunomia.trace("--event", "udp") as seen:
        for container, size in ((f"{name}-a", 100), (f"{name}-b", 3), (f"{name}-c", 20)):
            runc.run(container, "/workloads/queries", "10", size)
    for container, size in ((f"{name}-a", 100), (f"{name}-b", 3), (f"{name}-c", 20)):
        sent = seen.of("udp", container=container)
        assert sum(sent.values("network.bytes_sent")) == 11 * size
        by_child = [e for e in sent if e["process"]["container_pid"] != 1]
        assert sum(e["network"]["bytes_sent"] for e in by_child) == size


def test_all_datagrams_of_one_call_are_counted(eunomia, runc, name):
    with eunomia.trace("--event", "udp,close") as seen:
        runc.run(name, "/workloads/limits")
    sent = seen.of("udp", container=name, network__peer__port=5353)
    assert sum(sent.values("network.packets_sent")) == 600
    assert sum(sent.values("network.bytes_sent")) == 6000
    assert seen.one("close", container=name,
                    network__transport="udp")["network"]["bytes_sent"] == 6000


def test_a_unix_address_ends_with_what_was_passed(eunomia, runc, name):
    with eunomia.trace("--event", "connect") as seen:
        runc.run(name, "/workloads/limits")
    paths = seen.of("connect", container=name).values("network.peer.path")
    assert paths == ["/tmp/" + "p" * 103, "/tmp/pp"]


def test_a_unix_path_that_fills_its_room_is_shown_whole(eunomia, runc, name):
    with eunomia.trace("--event", "bind,close") as seen:
        runc.run(name, "/workloads/limits")
    whole = "/tmp/" + "l" * 103
    assert whole in seen.of("bind", container=name).values("network.local.path")
    assert whole in seen.of("close", container=name).values("network.local.path")


def test_ipv6_is_shown_as_ipv6(eunomia, runc, name):
    with eunomia.trace("--event", "connect") as seen:
        runc.run(name, *fetch("[::1]", 81), check=False)
    event = seen.some("connect", container=name, network__peer__port=81)[0]
    assert event["network"]["type"] == "ipv6"
    assert event["network"]["peer"]["address"] == "::1"


def test_the_client_behind_a_published_port_is_named(eunomia, docker, name):
    server = docker.start(f"{name}-web", *SERVE, flags=("-p", "8081:80"))
    try:
        with eunomia.know(docker).trace("--event", "accept,close") as seen:
            call(*docker.command(f"{name}-client", *fetch("198.51.100.1", 8081),
                                 flags=("--network", "bridge")))
        for event in "accept", "close":
            peer = seen.one(event, container=server.name)["network"]["peer"]
            assert peer["container"]["name"] == f"{name}-client" and peer["source"] == "proxy"
    finally:
        server.stop()


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("client_kind", ["tcp", "mptcp"])
def test_a_server_that_listens_for_mptcp_is_one_of_tcp(eunomia, cabled, client_kind, when):
    """As every server is that Go built, from 1.24 on."""
    server, client = cabled

    def serve():
        started = subprocess.Popen(server.runtime.client(
            "exec", server.name, "/workloads/stream", "serve", "mptcp", 8080, 2))
        wait_until(lambda: ":8080" in server.exec("/bin/netstat", "-tln").stdout, "the server")
        return started

    serving = serve() if when == "before" else None
    with eunomia.trace("--event", "socket,bind,listen,connect,accept,close") as seen:
        serving = serving or serve()
        for _ in range(2):
            client.exec("/workloads/stream", "send", client_kind, server.address, 8080, 2000)
        serving.wait(10)
    own = [event for event in seen.events if event.get("network", {}).get("family") != "AF_UNIX"
           and event["event"] in ("socket", "bind", "listen", "connect", "accept", "close")]
    assert {event["network"]["transport"] for event in own
            if event["process"]["name"] == "stream"} == {"tcp"}
    for event_name in "accept", "close":
        ends = seen.of(event_name, container=server.name, network__direction="inbound")
        assert ends.values("network.peer.container.name") == [client.name] * 2
    assert ends.values("network.bytes_received") == [2000, 2000]
    assert ends.values("network.bytes_sent") == [100, 100]


def test_a_connection_from_before_is_known_when_it_closes(eunomia, cabled):
    server, client = cabled
    server.exec("/bin/sh", "-c", "httpd -p 80 -h /www")
    held = subprocess.Popen(client.runtime.client("exec", client.name, "/workloads/talk", "hold",
                                                  server.address, 80), stdin=subprocess.PIPE)
    wait_until(lambda: "ESTABLISHED" in client.exec("/bin/netstat", "-tn").stdout, "the connection")
    with eunomia.trace("--event", "close") as seen:
        held.communicate(timeout=10)
        wait_until(lambda: "ESTABLISHED" not in client.exec("/bin/netstat", "-tn").stdout, "its end")
    for own, other, direction in (client, server, "outbound"), (server, client, "inbound"):
        event = seen.one("close", container=own.name, network__direction=direction)
        assert event["network"]["existed"] is True
        assert event["network"]["peer"]["container"]["name"] == other.name
    assert seen.one("close", container=client.name)["network"]["bytes_sent"] == 1


def test_connections_from_before_are_no_loss_where_only_datagrams_are_asked_for(eunomia, cabled):
    server, client = cabled
    server.exec("/bin/sh", "-c", "httpd -p 80 -h /www")
    held = subprocess.Popen(client.runtime.client("exec", client.name, "/workloads/talk", "hold",
                                                  server.address, 80), stdin=subprocess.PIPE)
    wait_until(lambda: "ESTABLISHED" in client.exec("/bin/netstat", "-tn").stdout, "the connection")
    with eunomia.trace("--event", "udp", "--container", f"{server.name},{client.name}") as seen:
        held.communicate(timeout=10)
    assert seen.summary["complete"] is True, seen.summary


@pytest.mark.parametrize("how, state, sent, received",
                         [("asked", "SYN_SENT", 5, 0), ("shut", "FIN_WAIT2", 5, 1000)])
def test_a_connection_that_was_half_made_or_half_over_before_is_known(eunomia, cabled, how, state,
                                                                      sent, received):
    container, _ = cabled
    held = subprocess.Popen(container.runtime.client("exec", container.name, "/workloads/midway",
                                                     how), stdin=subprocess.PIPE)
    wait_until(lambda: state in container.exec("/bin/netstat", "-tn").stdout, "the connection")
    with eunomia.trace("--event", "close") as seen:
        held.communicate(timeout=30)
    ended = seen.of("close", container=container.name)
    ends = [ended.one(network__direction="outbound", network__bytes_sent=sent),
            ended.one(network__direction="inbound", network__bytes_received=sent)]
    assert _bytes(ends[0]) == (sent, received) and _bytes(ends[1]) == (received, sent)
    assert ends[0]["network"]["existed"] is True
    for own, other in ends, reversed(ends):
        assert own["network"]["peer"]["pid"] == other["process"]["pid"]


def test_sockets_that_share_an_address_end_each_and_own_what_comes_in(eunomia, runc, name):
    with eunomia.trace("--event", "listen,connect,accept,close") as seen:
        runc.run(name, "/workloads/reuseport")
    events = seen.of(container=name, process__name="reuseport")
    assert len(events.of("listen")) == 3
    ended = events.of("close")
    assert len(ended.of(network__direction="listening")) == 3
    parent = events.of("listen")[0]["process"]["pid"]
    child = events.one("accept")["process"]["pid"]
    assert events.of("connect").values("network.peer.pid") == [parent, parent]
    assert events.of("connect").values("network.peer.container.name") == [name, name]
    inbound = ended.of(network__direction="inbound")
    assert inbound.values("process.pid") == [child, parent]
    assert ended.of(network__direction="outbound").values("network.peer.pid") == [child, parent]


@pytest.mark.parametrize("port, outcome", [(80, 0), (81, "ECONNREFUSED")])
def test_a_connect_that_does_not_wait_is_followed_by_its_outcome(eunomia, cabled, port, outcome):
    server, client = cabled
    server.exec("/bin/sh", "-c", "httpd -p 80 -h /www")
    with eunomia.trace("--event", "connect") as seen:
        client.exec("/workloads/talk", "later", server.address, port)
    events = seen.of("connect", container=client.name, network__peer__port=port)
    assert events.values("result") == ["EINPROGRESS", outcome]
    assert events.values("network.late") == [None, True]
    with eunomia.trace("--event", "connect", "--failed") as seen:
        client.exec("/workloads/talk", "later", server.address, port)
    failed = seen.of("connect", container=client.name, network__peer__port=port)
    assert failed.values("result") == ([outcome] if outcome else [])
    if not outcome:  # of a port nobody listens on, no one knows whose it is
        assert events[-1]["network"]["peer"]["container"]["name"] == server.name


@pytest.mark.parametrize("how, told", [
    ("ended", [("EINTR", None), ("ECANCELED", True)]),
    ("killed", [("EINTR", None), ("ECANCELED", True)]),
    ("exits", [("ECANCELED", True)]),
    ("again", [(0, None)]),
    ("stopped", [(0, None)]),
])
def test_a_connect_that_a_signal_ends_is_told_and_one_that_begins_again_is_not(eunomia, runc, name,
                                                                               how, told):
    with eunomia.trace("--event", "connect") as seen:
        runc.run(name, "/workloads/interrupted", how)
    events = [e for e in seen.of("connect", container=name, network__peer__port=8080)
              if e["process"]["container_pid"] != 1]
    assert [(e["result"], e["network"].get("late")) for e in events] == told
    assert {e["network"]["peer"]["address"] for e in events} == {"127.0.0.1"}


@pytest.mark.parametrize("how", ["udp", "udp-connected"])
def test_datagrams_are_added_up_by_peer(eunomia, cabled, how):
    server, client = cabled
    with eunomia.trace("--event", "udp,bind") as seen:
        serving = subprocess.Popen(server.runtime.client(
            "exec", server.name, "/workloads/talk", "udp-serve", 5353, 50))
        wait_until(lambda: ":5353" in server.exec("/bin/netstat", "-uln").stdout, "the server")
        client.exec("/workloads/talk", how, server.address, 5353, 50)
        serving.wait(10)
    sent = seen.of("udp", container=client.name).values("network.bytes_sent")
    assert sum(sent) == 5000
    sums = {}
    for event in seen.of("udp", container=server.name):
        assert event["network"]["peer"]["address"] == client.address
        for key in "bytes_sent", "bytes_received", "packets_sent", "packets_received":
            sums[key] = sums.get(key, 0) + event["network"][key]
    assert sums == {"bytes_sent": 5000, "bytes_received": 5000,
                    "packets_sent": 50, "packets_received": 50}
    told = seen.of("udp", container=server.name)
    assert len(told) < 20, "they were not added up"


def test_an_abstract_unix_socket_is_shown_with_an_at_sign(eunomia, runc, name):
    with eunomia.trace("--event", "connect,accept") as seen:
        runc.run(name, "/bin/sh", "-c", "/workloads/talk unix-serve @nowhere & "
                 "until grep -q @nowhere /proc/net/unix; do :; done; "
                 "/workloads/talk unix @nowhere; wait")
    connect = seen.one("connect", container=name, network__transport="unix")
    assert connect["network"]["peer"]["path"] == "@nowhere"
    accept = seen.one("accept", container=name, network__transport="unix")
    assert accept["network"]["local"]["path"] == "@nowhere"
    assert accept["network"]["peer"]["container"]["name"] == name


def test_a_unix_socket_between_two_containers_names_both(eunomia, runc, tmp_path, name):
    shared = {"destination": "/shared", "type": "bind", "source": str(tmp_path),
              "options": ["rbind", "rw"]}
    mounts = runc.mounts() + [shared]
    (runc.image.rootfs / "shared").mkdir(exist_ok=True)
    server = runc.start(f"{name}-server", "/bin/sleep", "1000", mounts=mounts)
    client = runc.start(f"{name}-client", "/bin/sleep", "1000", mounts=mounts)
    try:
        with eunomia.trace("--event", "connect,accept") as seen:
            serving = subprocess.Popen(runc.client("exec", server.name, "/workloads/talk",
                                                   "unix-serve", "/shared/door"))
            wait_until((tmp_path / "door").exists, "the socket")
            client.exec("/workloads/talk", "unix", "/shared/door")
            serving.wait(10)
        connect = seen.one("connect", container=client.name, network__transport="unix")
        assert connect["network"]["peer"]["path"] == "/shared/door"
        assert connect["network"]["peer"]["container"]["name"] == server.name
        accept = seen.one("accept", container=server.name, network__transport="unix")
        assert accept["network"]["peer"]["container"]["name"] == client.name
    finally:
        server.stop()
        client.stop()


def _ends(eunomia, runc, name, how, *more):
    with eunomia.trace("--event", ",".join(("close", *more))) as seen:
        runc.run(name, "/workloads/ends", how)
    # runc's init has sockets of its own
    return seen.of("close", container=name, process__executable__path="/workloads/ends")


def _bytes(event):
    return event["network"]["bytes_sent"], event["network"]["bytes_received"]


@pytest.mark.parametrize("how, path", [("stream", "/tmp/stream"), ("q", "/tmp/packets")])
def test_a_unix_connection_ends_with_bytes_and_a_duration_at_both_ends(eunomia, runc, name, how,
                                                                       path):
    ended = _ends(eunomia, runc, name, how)
    client = ended.one(network__direction="outbound")
    assert client["network"]["peer"]["path"] == path and client["duration"] > 0
    assert client["network"]["peer"]["container"]["name"] == name
    assert _bytes(client) == (1000, 300)
    taken = ended.one(network__direction="inbound")
    assert taken["network"]["local"]["path"] == path and _bytes(taken) == (300, 1000)
    listening = ended.one(network__direction="listening")
    assert listening["network"]["local"]["path"] == path
    assert len(ended) == 3, ended.digest()


def test_unix_datagram_sockets_end_with_their_process(eunomia, runc, name):
    ended = _ends(eunomia, runc, name, "datagrams")
    to = ended.one(network__local__path="/tmp/datagrams")
    assert _bytes(to) == (0, 20)
    assert _bytes(ended.one(network__local__path=None)) == (20, 0)


def test_a_udp_socket_that_two_processes_share_ends_once(eunomia, runc, name):
    ended = _ends(eunomia, runc, name, "udp", "exit")
    event = ended.one(network__transport="udp")
    assert event["network"]["peer"] == {"address": "127.0.0.1", "port": 5353}
    assert _bytes(event) == (70, 0) and event["duration"] > 0
    assert event["process"]["container_pid"] != 1, "it is the child that had it last"


def test_ipv4_through_ipv6_datagram_sockets_is_counted_once(eunomia, runc, name):
    ended = _ends(eunomia, runc, name, "mapped")
    to = ended.one(network__local__port=5354)
    assert to["network"]["type"] == "ipv4" and _bytes(to) == (0, 50)
    assert _bytes(ended.one(network__local__port=lambda port: port != 5354)) == (50, 0)


def test_a_udp_socket_from_before_is_known_when_it_closes(eunomia, cabled):
    server, _ = cabled
    serving = subprocess.Popen(server.runtime.client("exec", server.name, "/workloads/talk",
                                                     "udp-serve", 5353, 1))
    wait_until(lambda: ":5353" in server.exec("/bin/netstat", "-uln").stdout, "the server")
    with eunomia.trace("--event", "close") as seen:
        server.exec("/workloads/talk", "udp", "127.0.0.1", 5353, 1)
        serving.wait(10)
    event = seen.one("close", container=server.name, network__local__port=5353)
    assert event["network"]["existed"] is True and _bytes(event) == (100, 100)


def test_socketcall_tells_what_the_calls_of_their_own_tell(eunomia, runc, name):
    with eunomia.trace("--event", "socket,bind,listen,connect,accept,udp,close") as seen:
        runc.run(name, "/workloads/socketcall")
    events = seen.of(container=name, process__name="socketcall")
    assert {e["syscall"] for e in events if "syscall" in e} == {"socketcall"}
    assert len(events.of("socket")) == 3
    assert events.one("bind")["network"]["local"] == {"address": "127.0.0.1", "port": 8080}
    assert events.one("listen")["network"]["backlog"] == 5
    connect, accept = events.one("connect"), events.one("accept")
    assert connect["network"]["peer"]["port"] == 8080
    assert accept["network"]["peer"]["port"] == connect["network"]["local"]["port"]
    udp = events.one("udp")
    assert udp["network"]["peer"]["port"] == 5353 and udp["network"]["bytes_sent"] == 9
    client = events.one("close", network__direction="outbound")
    assert _bytes(client) == (7, 0)
    assert _bytes(events.one("close", network__direction="inbound")) == (0, 7)
    assert _bytes(events.one("close", network__transport="udp")) == (9, 0)


def test_the_listening_socket_of_a_command_ends_with_it(eunomia, image, tmp_path):
    output = tmp_path / "events"
    done = eunomia.run("trace", "-o", "json", "--output", output, "--event", "close", "--",
                       image.rootfs / "workloads/socketcall")
    assert done.returncode == 0, done.stderr
    parse(output.read_bytes()).one("close", network__direction="listening")


def test_a_connection_that_was_reset_before_it_was_accepted_names_no_later_one(
        eunomia, docker, name):
    server = docker.start(f"{name}-server", "/bin/sleep", "1000")
    address = docker.address(server.name)
    with eunomia.know(docker).trace("--event", "accept") as seen:
        serving = subprocess.Popen(docker.client("exec", "-i", server.name, "/workloads/talk",
                                                 "serve-after", "9300", "80"),
                                   stdin=subprocess.PIPE)
        wait_until(lambda: ":9300" in docker.exec(server.name, "/bin/netstat", "-tln").stdout,
                   "the server")
        for who in "reset", "send":
            call(*docker.command(f"{name}-{who}", "/workloads/talk", who, address, 9300, 40,
                                 flags=("--network", "bridge")))
            if who == "reset":
                serving.stdin.close()
        serving.wait(20)
    server.stop()
    names = seen.of("accept", container=server.name).values("network.peer.container.name")
    assert sorted(names) == [f"{name}-reset"] * 40 + [f"{name}-send"] * 40


def test_who_used_a_port_of_loopback_is_not_the_peer_when_its_socket_is_closed(eunomia, runc, name):
    with eunomia.trace("--event", "udp") as seen:
        runc.run(name, "/bin/sh", "-c", "/workloads/talk udp-serve 5353 1 & "
                 "until netstat -uln | grep -q :5353; do :; done; "
                 "/workloads/talk udp 127.0.0.1 5353 1; wait; /workloads/udp 127.0.0.1")
    received = seen.some("udp", container=name, network__local__port=5353)[0]
    assert received["network"]["peer"]["container"]["name"] == name
    last = seen.some("udp", container=name, process__name="udp")[-1]
    assert "container" not in last["network"]["peer"]


@pytest.mark.parametrize("when", ["before", "meanwhile"])
def test_the_first_datagram_on_loopback_names_who_has_not_received_yet(eunomia, docker, name, when):
    def serve():
        server = docker.start(f"{name}-server", "/workloads/talk", "udp-serve", 5353, 2)
        wait_until(lambda: ":5353" in docker.exec(server.name, "/bin/netstat", "-uln").stdout,
                   "the server")
        return server

    server = serve() if when == "before" else None
    with eunomia.know(docker).trace("--event", "udp") as seen:
        server = server or serve()
        call(*docker.command(f"{name}-client", "/workloads/talk", "udp", "127.0.0.1", 5353, 1,
                             flags=("--network", f"container:{server.name}")))
    server.stop()
    sent = seen.some("udp", container=f"{name}-client", network__peer__port=5353)
    assert {event["network"]["peer"]["container"]["name"] for event in sent} == {server.name}
