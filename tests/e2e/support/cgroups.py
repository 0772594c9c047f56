# SPDX-License-Identifier: Apache-2.0
"""A container's cgroups, in every hierarchy there is."""

import pathlib

from .process import call

ROOT = pathlib.Path("/sys/fs/cgroup")

# move CONTROLLERS PATH PID, run where the container's runtime sees its cgroups
_MOVE = '''
    place=/sys/fs/cgroup/$1
    [ -n "$1" ] || ! mountpoint -q "$place/unified" || place=$place/unified
    place=$place$2
    [ -d "$place" ] || exit 0
    mkdir -p "$place/nested"
    # A v1 cpuset takes nobody in until it has processors and memory.
    if [ -e "$place/cgroup.clone_children" ]; then
        for file in cpuset.cpus cpuset.mems; do
            [ ! -e "$place/$file" ] || cat "$place/$file" >"$place/nested/$file"
        done
    fi
    echo "$3" >"$place/nested/cgroup.procs"'''


def of(pid):
    """[(controllers, path), …] of a process."""
    lines = pathlib.Path(f"/proc/{pid}/cgroup").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split(":", 2)[1:]) for line in lines]


def of_containers():
    """The hierarchy that carries them, as docs/architecture.md has it."""
    v1 = [ROOT / name for name in ("memory", "pids") if (ROOT / name).is_mount()]
    return v1[0] if v1 else ROOT


def move_into_nested(container, prefix=()):
    """Makes a cgroup below each of the container's and moves its first process there."""
    for controllers, path in of(container.pid):
        if container.id in path:
            call(*prefix, "sh", "-ec", _MOVE, "move", controllers.removeprefix("name="), path,
                 container.pid)


def is_nested(container):
    return any(path.endswith("/nested") for _, path in of(container.pid))
