# SPDX-License-Identifier: Apache-2.0
"""Where only the v2 tree is mounted, and where only v1 controllers are: containers are known.

Both are made out of this machine's mounts, in a mount namespace that runc and eunomia share.
"""

import pytest

from support import cgroups, runtimes
from support.process import Namespace, call

VIEWS = {
    "v2": f"umount -R {cgroups.ROOT}; mount -t cgroup2 none {cgroups.ROOT}",
    "v1": f"umount {cgroups.ROOT}/unified",
}


@pytest.fixture(scope="module", params=VIEWS)
def view(request):
    if not (cgroups.ROOT / "unified").is_mount():
        pytest.skip("this machine has no hybrid of cgroup v1 and v2 to choose from")
    namespace = Namespace(VIEWS[request.param])
    yield namespace
    namespace.close()


@pytest.fixture(scope="module")
def runc_there(view, image):
    runtime = runtimes.make("runc", image, prefix=view.prefix)
    yield runtime
    runtime.close()


@pytest.fixture
def eunomia_there(view, eunomia):
    eunomia.prefix = view.prefix
    return eunomia


def test_a_container_is_known_from_its_first_instruction(eunomia_there, runc_there, name):
    with eunomia_there.trace("--event", "exec") as seen:
        runc_there.run(name, "/bin/true")
    entry = seen.one("exec", container=name, process__executable__path="/bin/true")
    assert entry["process"]["container_pid"] == 1


def test_a_container_from_before_is_known(eunomia_there, runc_there, name):
    container = runc_there.start(name, "/bin/sleep", "1000")
    try:
        with eunomia_there.trace("--event", "exec") as seen:
            container.exec("/bin/hostname")
        seen.one("exec", container=name, process__executable__path="/bin/hostname")
    finally:
        container.stop()


def test_the_life_of_a_container_is_told(eunomia_there, runc_there, name):
    with eunomia_there.trace("--event", "container") as seen:
        runc_there.run(name, "/bin/sh", "-c", "exit 3", check=False)
    life = [action for action in seen.some("container", container=name).values("action")
            if action != "named"]
    assert life == ["created", "started", "stopped", "removed"]


def test_a_nested_cgroup_inherits(eunomia_there, runc_there, view, name):
    container = runc_there.start(name, "/bin/sh", "-c",
                                 "while :; do cat /etc/group; sleep 0.05; done")
    try:
        with eunomia_there.trace("--event", "open") as seen:
            cgroups.move_into_nested(container, view.prefix)
            assert cgroups.is_nested(container)
            call("sleep", "0.3")
        seen.none("open", process__name="cat", container=None)
        assert seen.some("open", container=name, process__name="cat")
    finally:
        container.stop()
