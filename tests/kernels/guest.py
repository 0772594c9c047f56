# SPDX-License-Identifier: Apache-2.0
"""One guest: its initramfs, QEMU, and what it handed back."""
import io
import pathlib
import re
import shutil
import signal
import stat
import subprocess
import tarfile
import time
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent
APPEND = ("console=ttyS0 panic=-1 quiet loglevel=4 "
          "lsm=landlock,lockdown,yama,apparmor,bpf rdinit=/init")


# --- initramfs ---------------------------------------------------------------------------------

class Archive:
    """A cpio archive in the newc format (Documentation/driver-api/early-userspace)."""

    def __init__(self):
        self.out = io.BytesIO()
        self.seen = set()

    def entry(self, name, mode, data=b"", device=(0, 0)):
        name = name.strip("/")
        if name in self.seen:
            return
        self.parents(name)
        self.seen.add(name)
        raw = name.encode() + b"\0"
        fields = (len(self.seen), mode, 0, 0, 1, 0, len(data), 0, 0, *device, len(raw), 0)
        self.out.write(b"070701" + b"".join(b"%08X" % f for f in fields))
        self.padded(raw, 110)
        self.padded(data)

    def padded(self, data, before=0):
        self.out.write(data)
        self.out.write(bytes(-(before + len(data)) % 4))

    def parents(self, name):
        parent = str(pathlib.PurePosixPath(name).parent)
        if parent != ".":
            self.entry(parent, stat.S_IFDIR | 0o755)

    def file(self, name, source, mode=None):
        source = pathlib.Path(source)
        mode = source.stat().st_mode & 0o777 if mode is None else mode
        self.entry(name, stat.S_IFREG | mode, source.read_bytes())

    def text(self, name, text, mode=0o755):
        self.entry(name, stat.S_IFREG | mode, text.encode())

    def program(self, name, source):
        """A program and the shared libraries it asks for, at the paths it asks for."""
        self.file(name, source, 0o755)
        for library in libraries(source):
            self.file(library, library, 0o755)

    def bytes(self):
        end = io.BytesIO()
        self.out, kept = end, self.out
        self.entry("TRAILER!!!", 0)
        self.out = kept
        self.seen.discard("TRAILER!!!")
        data = kept.getvalue() + end.getvalue()
        return data + bytes(-len(data) % 512)


def libraries(program):
    done = subprocess.run(["ldd", program], text=True, capture_output=True)
    return sorted(set(re.findall(r"(?:=> |^\s+)(/\S+) \(0x", done.stdout, re.M)))


def found(*names):
    """The first of some programs that this host has."""
    for name in names:
        path = shutil.which(name, path="/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/bin")
        if path:
            return path
    raise FileNotFoundError(f"{names[0]} is not installed")


def base_archive(programs):
    """What every guest shares: tools, runtimes, the rootfs of the containers, the scripts."""
    archive = Archive()
    for directory in ("proc", "sys", "dev", "tmp", "run", "out", "r", "lib/modules"):
        archive.entry(directory, stat.S_IFDIR | 0o755)
    archive.entry("dev/console", stat.S_IFCHR | 0o600, device=(5, 1))
    busybox = found("busybox")
    archive.file("bin/busybox", busybox, 0o755)
    for tool in ("runc", "crun", "ip"):
        archive.program(f"bin/{tool}", found(tool))
    for name, program in programs.items():
        archive.program(f"bin/{name}", program)
    archive.file("rootfs/bin/busybox", busybox, 0o755)
    if "workload" in programs:
        archive.file("rootfs/bin/workload", programs["workload"], 0o755)
    archive.text("rootfs/etc/passwd", "root:x:0:0::/:/bin/sh\n", 0o644)
    archive.text("rootfs/etc/motd", "a file of the image\n", 0o644)
    for directory in ("proc", "sys", "dev", "tmp", "run"):
        archive.entry(f"rootfs/{directory}", stat.S_IFDIR | 0o1777)
    for applet in ("sh", "cat", "true", "sleep", "ls"):
        archive.entry(f"rootfs/bin/{applet}", stat.S_IFLNK | 0o777, b"busybox")
    for source in sorted((HERE / "guest").iterdir()):
        archive.file("init" if source.name == "init" else f"guest/{source.name}", source, 0o755)
    return archive.bytes()


def cell_archive(home, about, hierarchy, script, seconds):
    """What differs from guest to guest: modules, the cgroup hierarchy, what to run."""
    archive = Archive()
    for name in about["files"]:
        if name.endswith(".ko"):
            archive.file(f"lib/modules/{name}", home / name, 0o644)
    archive.text("guest/hierarchy", hierarchy + "\n", 0o644)
    archive.text("guest/seconds", f"{seconds}\n", 0o644)
    archive.text("guest/script", script)
    return archive.bytes()


# --- running -----------------------------------------------------------------------------------

@dataclass
class Outcome:
    out: pathlib.Path   # directory with the files the guest left in /out
    console: str
    seconds: float
    problem: str = ""


def run(image, initrd, work, timeout, append):
    """Boots a guest, waits for its end, unpacks what it sent through its virtio port.

    One thread for both CPUs: with a thread each, QEMU 7.2 now and then runs an int3 of the
    kernel's own code patching after it was taken away again, and the kernel dies of it.
    """
    console, parcel = work / "console.log", work / "out.tar.gz"
    command = ["qemu-system-x86_64", "-accel", "tcg,thread=single", "-cpu", "max", "-m", "1024",
               "-smp", "2", "-display", "none", "-monitor", "none", "-no-reboot", "-nic", "none",
               "-serial", f"file:{console}", "-device", "virtio-serial",
               "-chardev", f"file,id=parcel,path={parcel}",
               "-device", "virtserialport,chardev=parcel,name=parcel",
               "-kernel", image, "-initrd", initrd, "-append", f"{APPEND} {append}"]
    start = time.monotonic()
    qemu = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                            stderr=subprocess.PIPE, text=True)
    problem = wait(qemu, timeout)
    text = console.read_text(errors="replace") if console.exists() else ""
    out = work / "out"
    problem = problem or unpack(parcel, out)
    return Outcome(out, text, time.monotonic() - start, problem)


def wait(qemu, timeout):
    try:
        _, errors = qemu.communicate(timeout=timeout)
        return errors.strip() if qemu.returncode else ""
    except subprocess.TimeoutExpired:
        return f"the guest did not end within {timeout} s"
    finally:
        if qemu.poll() is None:
            qemu.send_signal(signal.SIGKILL)
            qemu.communicate()


def unpack(parcel, out):
    out.mkdir(exist_ok=True)
    try:
        with tarfile.open(parcel) as tar:
            # Debian 12's Python is a little older than the filters of tarfile.
            tar.extractall(out, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
        return ""
    except (OSError, EOFError, tarfile.TarError) as error:
        return f"the guest's files did not arrive whole: {error}"
