# SPDX-License-Identifier: Apache-2.0
"""The table of kernels, and how one gets from Debian's archive into the cache."""
import hashlib
import json
import lzma
import pathlib
import re
import shutil
import subprocess
import zlib
from dataclasses import dataclass

ARCHIVE = "http://deb.debian.org"
KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
MODULES = ("overlay", "veth", "virtio_pci", "virtio_console")


@dataclass(frozen=True)
class Kernel:
    name: str
    source: str         # archive path and suite
    packages: tuple     # patterns; all take the newest version that the first one finds
    without: tuple = () # what this kernel lacks, see LACKS


KERNELS = (
    Kernel("5.10", "debian-security bullseye-security",
           (r"linux-image-(5\.10\.0-\d+)-cloud-amd64",)),
    Kernel("6.1", "debian-security bookworm-security",
           (r"linux-image-(6\.1\.0-\d+)-cloud-amd64",)),
    Kernel("6.12", "debian-security trixie-security",
           (r"linux-image-(6\.12\.\d+\+deb13(?:\.\d+)?)-cloud-amd64",),
           ("v1 memory",)),
    Kernel("newest", "debian sid",
           (r"linux-binary-(\d[^-]*)-cloud-amd64", r"linux-modules-(\d[^-]*)-cloud-amd64"),
           ("v1 memory", "every run")),
)


LACKS = {
    "v1 memory": "the memory controller in cgroup v1",
    "every run": "running a program on a system call while another task of the CPU is preempted in "
                 "a bpf(2) call on a map: what is skipped has to be counted as lost",
}


class Missing(Exception):
    """A kernel could not be had; the message says why."""


# --- apt with a state of its own -------------------------------------------------------------

class Apt:
    """Debian's archive without the host's apt: other suites, nothing installed."""

    def __init__(self, cache):
        self.root = cache / "apt"
        for part in ("state/lists/partial", "cache/archives/partial"):
            (self.root / part).mkdir(parents=True, exist_ok=True)
        (self.root / "status").touch()
        sources = (f"deb [arch=amd64 signed-by={KEYRING}] {ARCHIVE}/{k.source} main\n"
                   for k in KERNELS)
        (self.root / "sources.list").write_text("".join(sources))
        self.updated = False

    def run(self, tool, *args, cwd=None):
        options = {
            "Dir::State": self.root / "state",
            "Dir::State::status": self.root / "status",
            "Dir::Cache": self.root / "cache",
            "Dir::Etc::sourcelist": self.root / "sources.list",
            "Dir::Etc::sourceparts": "-",
            "Acquire::Retries": 3,
            # A mirror that stands still for a while still has the signed packages.
            "Acquire::Check-Valid-Until": "false",
            "Acquire::Languages": "none",
            "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled": "false",
            "APT::Architecture": "amd64",
            "APT::Sandbox::User": "root",
        }
        command = [tool, "-q"]
        for key, value in options.items():
            command += ["-o", f"{key}={value}"]
        done = subprocess.run(command + list(args), cwd=cwd, text=True, capture_output=True)
        if done.returncode:
            raise Missing(f"{tool} {args[0]} failed: {done.stderr.strip().splitlines()[-1:]}")
        return done.stdout

    def newest(self, pattern):
        if not self.updated:
            self.run("apt-get", "update")
            self.updated = True
        names = self.run("apt-cache", "pkgnames", "linux-").split()
        found = [m for m in (re.fullmatch(pattern, n) for n in names) if m]
        if not found:
            raise Missing(f"no package matches {pattern}")
        return max(found, key=lambda m: version_key(m[1]))[1]

    def unpack(self, package, into):
        scratch = into / "deb"
        scratch.mkdir(parents=True, exist_ok=True)
        self.run("apt-get", "download", package, cwd=scratch)
        for deb in scratch.glob("*.deb"):
            subprocess.run(["dpkg-deb", "-x", deb, into / "tree"], check=True)
        shutil.rmtree(scratch)


def version_key(version):
    return [int(part) for part in re.findall(r"\d+", version)]


# --- from packages to a boot image and modules -------------------------------------------------

def unpacked(path):
    data = path.read_bytes()
    if path.suffix == ".xz":
        return lzma.decompress(data)
    if path.suffix == ".gz":
        return zlib.decompress(data, 31)
    if path.suffix == ".zst":
        return subprocess.run(["zstd", "-dcq", path], check=True, stdout=subprocess.PIPE).stdout
    return data


def module_order(tree, names):
    """(name, ELF) of the modules and what they depend on, dependencies first."""
    files = {p.name.split(".ko")[0].replace("-", "_"): p for p in tree.rglob("*.ko*")}
    order = {}

    def add(name):
        if name in order or name not in files:
            return
        elf = unpacked(files[name])
        depends = re.search(rb"\0depends=([^\0]*)\0", elf)
        for other in filter(None, depends[1].decode().split(",") if depends else ()):
            add(other.replace("-", "_"))
        order[name] = elf

    for name in names:
        add(name)
    return order.items()


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def present(home):
    """The kernel's description if every file is there as it was fetched, or None."""
    try:
        about = json.loads((home / "kernel.json").read_text())
        same = about["modules"] == list(MODULES)
        if same and all(digest(home / name) == sha for name, sha in about["files"].items()):
            return about
    except (OSError, ValueError, KeyError):
        pass
    return None


def fetch(kernel, apt, home):
    shutil.rmtree(home, ignore_errors=True)
    version = apt.newest(kernel.packages[0])
    for pattern in kernel.packages:
        apt.unpack(re.sub(r"\(.*\)", lambda _: version, pattern, count=1), home)
    image = next((p for p in (home / "tree").rglob("vmlinuz*") if p.is_file()), None)
    if not image:
        raise Missing(f"the packages of {kernel.name} hold no vmlinuz")
    shutil.copy(image, home / "vmlinuz")
    files = ["vmlinuz"]
    for place, (name, elf) in enumerate(module_order(home / "tree", MODULES)):
        files.append(f"{place}-{name}.ko")
        (home / files[-1]).write_bytes(elf)
    about = {"version": version, "modules": MODULES,
             "files": {name: digest(home / name) for name in files}}
    (home / "kernel.json").write_text(json.dumps(about, indent=1))
    shutil.rmtree(home / "tree")
    return about


def get(kernel, cache, apt):
    """(directory, description) of a kernel: from the cache, or else from the archive."""
    home = cache / kernel.name
    return home, present(home) or fetch(kernel, apt, home)


def by_name(name):
    for kernel in KERNELS:
        if kernel.name == name:
            return kernel
    raise Missing(f"no kernel {name}; there are {', '.join(k.name for k in KERNELS)}")


def label(kernel, about):
    """The kernel's name in a line of output: its version, where the table says only "newest"."""
    numbers = re.match(r"\d+\.\d+", about["version"])
    return numbers[0] if kernel.name == "newest" and numbers else kernel.name


def default_cache(environ):
    base = environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache"
    return pathlib.Path(base) / "eunomia" / "kernels"
