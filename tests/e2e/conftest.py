# SPDX-License-Identifier: Apache-2.0
"""Fixtures: the image, each runtime (started when the first test wants it), eunomia."""

import itertools
import os
import pathlib

import pytest

from support import runtimes
from support.eunomia import Eunomia
from support.image import Image

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
