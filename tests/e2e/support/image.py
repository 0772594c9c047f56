# SPDX-License-Identifier: Apache-2.0
"""The one image of these tests: a static busybox and the compiled workloads."""

import hashlib
import io
import json
import os
import pathlib
import shutil
import tarfile

from .process import call

NAME = "e2e.test/tiny"
TAG = "1.0"
REFERENCE = f"{NAME}:{TAG}"

WORKLOADS = pathlib.Path(__file__).parents[1] / "workloads"
BUSYBOX = "/bin/busybox"


class Image:
    """The image as a directory (for runc and crun) and as a docker-archive (for the rest)."""

    def __init__(self, directory):
        self.rootfs = directory / "rootfs"
        self.archive = directory / "tiny.tar"
        self._make_rootfs()
        self._compile_workloads()
        self.archive.write_bytes(_docker_archive(self.rootfs))

    def _make_rootfs(self):
        for path in ("bin", "dev", "etc", "proc", "sys", "tmp", "www", "workloads"):
            (self.rootfs / path).mkdir(parents=True)
        (self.rootfs / "tmp").chmod(0o1777)
        shutil.copy2(BUSYBOX, self.rootfs / "bin/busybox")
        for applet in call(BUSYBOX, "--list").stdout.split():
            if applet != "busybox":
                os.link(self.rootfs / "bin/busybox", self.rootfs / "bin" / applet)
        (self.rootfs / "etc/passwd").write_text("root:x:0:0:root:/:/bin/sh\n"
                                                "nobody:x:65534:65534::/:/bin/sh\n")
        (self.rootfs / "etc/group").write_text("root:x:0:\nnogroup:x:65534:\n")
        (self.rootfs / "www/index.html").write_text("<p>Hello from a container.</p>\n")

    def _compile_workloads(self):
        for source in sorted(WORKLOADS.glob("*.c")):
            compile_static(source, self.rootfs / "workloads" / source.stem)


def compile_static(source, target):
    """Compiles a workload; its first line may name extra flags after 'flags:'."""
    head = source.read_text().partition("\n\n")[0]
    flags = [word for line in head.splitlines() if "flags:" in line
             for word in line.partition("flags:")[2].split("*/")[0].split()]
    call("gcc", "-O1", "-static", "-o", target, source, *flags)


def _docker_archive(rootfs):
    layer = _tar(lambda tar: tar.add(rootfs, arcname=".", filter=_owned_by_root))
    config = json.dumps({
        "architecture": "amd64", "os": "linux", "created": "2026-01-01T00:00:00Z",
        "config": {"Cmd": ["/bin/sh"], "Env": ["PATH=/bin"], "Labels": {"tier": "test"}},
        "rootfs": {"type": "layers", "diff_ids": [f"sha256:{hashlib.sha256(layer).hexdigest()}"]},
        "history": [{"created": "2026-01-01T00:00:00Z", "created_by": "the tests"}],
    }).encode()
    name = f"{hashlib.sha256(config).hexdigest()}.json"
    manifest = json.dumps([{"Config": name, "RepoTags": [REFERENCE],
                            "Layers": ["layer.tar"]}]).encode()

    def fill(tar):
        for path, data in (("layer.tar", layer), (name, config), ("manifest.json", manifest)):
            member = tarfile.TarInfo(path)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    return _tar(fill)


def _tar(fill):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as tar:
        fill(tar)
    return data.getvalue()


def _owned_by_root(member):
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member
