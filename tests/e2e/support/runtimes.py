# SPDX-License-Identifier: Apache-2.0
"""Real container runtimes, each with state of its own, behind one small interface.

    run(name, *argv)      a container to its end, in the foreground; CompletedProcess
    start(name, *argv)    a container that keeps running; Container
    command(name, *argv)  the client's command line for run, for a test that starts it itself
    close()               everything ended and removed
"""

import json
import os
import shutil
import subprocess
import tempfile
import pathlib

from . import image
from .process import Daemon, Failed, Namespace, alive, call, wait_until


class Container:
    """A running container: its name for people, its id and its first process."""

    def __init__(self, runtime, name, id_, pid):
        self.runtime, self.name, self.id, self.pid = runtime, name, id_, pid

    def exec(self, *argv, **options):
        return self.runtime.exec(self.name, *argv, **options)

    def stop(self):
        self.runtime.remove(self.name)


class Runtime:
    """What the runtimes share; a subclass says how its client is called."""

    title = ""          # container.runtime in the JSON
    has_names = False   # whether a container's name is something else than its id

    def __init__(self, image_, state):
        self.image = image_
        self.state = state
        self.started = set()

    def run(self, name, *argv, check=True, **options):
        self.started.add(name)
        return call(*self.command(name, *argv), check=check, **options)

    def start(self, name, *argv, **options):
        self.started.add(name)
        call(*self.detached(name, *argv, **options))
        return Container(self, name, *self.identify(name))

    def entry(self, name, *argv):
        """The client's command line for exec."""
        return self.client("exec", name, *argv)

    def exec(self, name, *argv, **options):
        return call(*self.entry(name, *argv), **options)

    def end_program(self, name, program):
        """Kills what runs program there. The container may end with it, and with that this exec."""
        self.exec(name, "/bin/busybox", "killall", program, check=False)

    def close(self):
        for name in self.started:
            self.remove(name)


class Docker(Runtime):
    title = "docker"
    has_names = True

    def __init__(self, image_, state):
        super().__init__(image_, state)
        self.socket = state / "s"
        # Namespaces of its own: bridge, NAT rules and mounts go away with the daemon, and two
        # test runs do not share an address.
        self.daemon = Daemon(
            ["unshare", "-m", "-n", "--propagation", "private", "sh", "-c", 'ip link set lo up; exec "$@"', "sh",
             "dockerd", "--data-root", state / "data", "--exec-root", state / "exec",
             "--host", f"unix://{self.socket}", "--pidfile", state / "pid",
             "--bip", "198.51.100.1/24"],
            state / "log", ready=lambda: self.socket.exists() and not call(
                "docker", *self._socket, "version", check=False).returncode)
        call(*self.client("load", "-i", image_.archive))

    @property
    def _socket(self):
        return ["-H", f"unix://{self.socket}"]

    def client(self, *argv):
        return ["docker", *self._socket, *argv]

    def command(self, name, *argv, flags=("--network", "none")):
        return self.client("run", "--rm", "--name", name, *flags, image.REFERENCE, *argv)

    def detached(self, name, *argv, flags=("--network", "bridge")):
        return self.client("run", "-d", "--name", name, "--label", f"role={name}",
                           *flags, image.REFERENCE, *argv)

    def identify(self, name):
        said = call(*self.client("inspect", "-f", "{{.Id}} {{.State.Pid}}", name)).stdout.split()
        return said[0], int(said[1])

    def address(self, name):
        return call(*self.client("inspect", "-f", "{{.NetworkSettings.IPAddress}}",
                                 name)).stdout.strip()

    def remove(self, name):
        call(*self.client("rm", "-f", name), check=False)

    def close(self):
        super().close()
        self.daemon.stop()


class Podman(Runtime):
    title = "podman"
    has_names = True
    limits = ("--ulimit", "nofile=1024:1024", "--ulimit", "nproc=4096:4096")

    def __init__(self, image_, state):
        super().__init__(image_, state)
        conf = state / "containers.conf"
        conf.write_text('[containers]\ndefault_ulimits = []\nlog_driver = "k8s-file"\n'
                        '[engine]\nlock_type = "file"\n'
                        'events_logger = "file"\nno_pivot_root = false\n')
        policy = state / "policy.json"
        policy.write_text('{"default": [{"type": "insecureAcceptAnything"}]}')
        self.namespace = Namespace("mount -t tmpfs e2e /dev/shm")
        self.env = dict(os.environ, CONTAINERS_CONF=str(conf))
        call(*self.client("load", "--signature-policy", policy, "-i", image_.archive))

    def client(self, *argv):
        return [*self.namespace.prefix, "env", f"CONTAINERS_CONF={self.state}/containers.conf",
                "podman", "--root", f"{self.state}/root", "--runroot", f"{self.state}/run",
                "--tmpdir", f"{self.state}/tmp", "--cgroup-manager", "cgroupfs",
                "--runtime", "runc", *map(str, argv)]

    def command(self, name, *argv, flags=("--network", "none")):
        return self.client("run", "--rm", "--name", name, *flags, *self.limits,
                           image.REFERENCE, *argv)

    def detached(self, name, *argv, flags=("--network", "none")):
        return self.client("run", "-d", "--name", name, "--label", f"role={name}", *flags,
                           *self.limits, image.REFERENCE, *argv)

    def identify(self, name):
        said = call(*self.client("inspect", "-f", "{{.Id}} {{.State.Pid}}", name)).stdout.split()
        return said[0], int(said[1])

    def remove(self, name):
        call(*self.client("rm", "-f", "-t", "0", name), check=False)

    def close(self):
        super().close()
        self.namespace.close()


class Containerd(Runtime):
    title = "containerd"

    def __init__(self, image_, state):
        super().__init__(image_, state)
        self.socket = state / "s"
        config = state / "config.toml"
        config.write_text(
            f'version = 2\nroot = "{state}/root"\nstate = "{state}/state"\n'
            f'disabled_plugins = ["io.containerd.grpc.v1.cri"]\n'
            f'[grpc]\naddress = "{self.socket}"\n[ttrpc]\naddress = "{self.socket}.ttrpc"\n')
        self.daemon = Daemon(
            ["unshare", "-m", "--propagation", "private", "containerd", "--config", config],
            state / "log",
            ready=lambda: self.socket.exists() and not call(
                *self.client("version"), check=False).returncode)
        call(*self.client("images", "import", image_.archive))

    def client(self, *argv):
        return ["ctr", "-a", str(self.socket), *map(str, argv)]

    def command(self, name, *argv):
        return self.client("run", "--rm", image.REFERENCE, name, *argv)

    def detached(self, name, *argv):
        return self.client("run", "-d", "--null-io", "--label", f"role={name}",
                           image.REFERENCE, name, *argv)

    def identify(self, name):
        for line in call(*self.client("tasks", "ls")).stdout.splitlines():
            if line.split()[0] == name:
                return name, int(line.split()[1])
        raise Failed(f"containerd knows no task {name}")

    def entry(self, name, *argv):
        self.execs = getattr(self, "execs", 0) + 1
        return self.client("tasks", "exec", "--exec-id", f"exec-{self.execs}", name, *argv)

    def remove(self, name):
        call(*self.client("tasks", "kill", "-s", "SIGKILL", name), check=False)
        call(*self.client("tasks", "rm", "-f", name), check=False)
        call(*self.client("containers", "rm", name), check=False)

    def close(self):
        super().close()
        self.daemon.stop()


class Oci(Runtime):
    """runc and crun: a bundle per container, and no daemon at all."""

    def __init__(self, image_, state, prefix=()):
        super().__init__(image_, state)
        self.root = state / "root"
        self.prefix = prefix

    def client(self, *argv):
        return [*self.prefix, self.title, "--root", str(self.root), *map(str, argv)]

    @staticmethod
    def mounts():
        """What a container has mounted when nothing else is said."""
        return _spec("", "", ())["mounts"]

    def bundle(self, name, argv, **changes):
        bundle = self.state / "bundles" / name
        shutil.rmtree(bundle, ignore_errors=True)
        bundle.mkdir(parents=True)
        spec = _spec(self.image.rootfs, name, argv)
        spec.update(changes)
        (bundle / "config.json").write_text(json.dumps(spec))
        return bundle

    def command(self, name, *argv, **changes):
        return self.client("run", "--bundle", self.bundle(name, argv, **changes), name)

    def detached(self, name, *argv, **changes):
        return self.client("run", "--detach", "--bundle", self.bundle(name, argv, **changes), name)

    def start(self, name, *argv, **changes):
        self.started.add(name)
        # The container inherits these three: a pipe would be held open by it.
        with open(self.state / f"{name}.log", "w+b") as log:
            done = subprocess.run(self.detached(name, *argv, **changes), stdin=subprocess.DEVNULL,
                                  stdout=log, stderr=log, timeout=30, check=False)
            log.seek(0)
            if done.returncode:
                raise Failed(f"{self.title} run {name}: {log.read().decode(errors='replace')}")
        return Container(self, name, *self.identify(name))

    def identify(self, name):
        return name, json.loads(call(*self.client("state", name)).stdout)["pid"]

    def remove(self, name):
        call(*self.client("delete", "-f", name), check=False)

    def forget(self, name):
        """Of a container that ended: the bundle goes, too."""
        shutil.rmtree(self.state / "bundles" / name)


class Runc(Oci):
    title = "runc"


class Crun(Oci):
    title = "crun"
    unified = pathlib.Path("/sys/fs/cgroup/unified")

    def __init__(self, image_, state):
        super().__init__(image_, state)
        self.namespace = None
        if self.unified.is_mount():
            # crun refuses hybrid cgroups.
            self.namespace = Namespace(f"umount {self.unified}")
            self.prefix = self.namespace.prefix

    def close(self):
        super().close()
        if self.namespace:
            self.namespace.close()


RUNTIMES = {"docker": Docker, "podman": Podman, "containerd": Containerd,
            "runc": Runc, "crun": Crun}


def make(name, image_, **options):
    """Starts the runtime called name. Unix sockets need a short path, so not pytest's own."""
    state = pathlib.Path(tempfile.mkdtemp(prefix=f"e2e-{name}-"))
    runtime = RUNTIMES[name](image_, state, **options)
    close = runtime.close

    def close_and_clean():
        close()
        wait_until(lambda: not processes_in(state), f"the last process of {name} to end", 10)
        shutil.rmtree(state, ignore_errors=True)
    runtime.close = close_and_clean
    return runtime


def processes_in(state):
    """Whose command line has a path in it."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/cmdline", "rb") as cmdline:
                if str(state).encode() in cmdline.read() and alive(int(pid)):
                    found.append(int(pid))
        except OSError:
            continue
    return found


CAPABILITIES = [f"CAP_{name}" for name in (
    "AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE NET_RAW "
    "SETFCAP SETGID SETPCAP SETUID SYS_CHROOT").split()]


def _spec(rootfs, name, argv):
    return {
        "ociVersion": "1.0.2",
        "process": {
            "terminal": False, "user": {"uid": 0, "gid": 0}, "args": [str(a) for a in argv],
            "env": ["PATH=/bin"], "cwd": "/",
            "capabilities": {kind: CAPABILITIES
                             for kind in ("bounding", "effective", "permitted")},
        },
        "root": {"path": str(rootfs), "readonly": False},
        "hostname": "tiny",
        "annotations": {"org.opencontainers.image.ref.name": image.REFERENCE, "role": name},
        "mounts": [
            {"destination": "/proc", "type": "proc", "source": "proc"},
            {"destination": "/dev", "type": "tmpfs", "source": "tmpfs",
             "options": ["nosuid", "mode=755"]},
            {"destination": "/tmp", "type": "tmpfs", "source": "tmpfs"},
        ],
        "linux": {
            "namespaces": [{"type": kind} for kind in ("pid", "network", "ipc", "uts", "mount")],
        },
    }
