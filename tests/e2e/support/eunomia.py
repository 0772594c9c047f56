# SPDX-License-Identifier: Apache-2.0
"""eunomia as a test sees it: started, waited for, stopped, and read strictly."""

import contextlib
import json
import os
import pathlib
import signal
import subprocess
import tempfile

from .process import Failed, wait_until

BINARY = pathlib.Path(os.environ.get(
    "EUNOMIA", pathlib.Path(__file__).parents[3] / "build/eunomia")).absolute()

# What eunomia says on stderr once its programs are attached.
READY = "eunomia: watching"

# A debug build with sanitizers takes its time.
PATIENCE = 60


def _no_constant(word):
    raise ValueError(f"{word} is not JSON")


def _no_twin(pairs):
    keys = [key for key, _ in pairs]
    twins = {key for key in keys if keys.count(key) > 1}
    if twins:
        raise ValueError(f"keys given twice: {twins}")
    return dict(pairs)


def parse_line(line):
    """One line of output: UTF-8, and JSON as RFC 8259 has it, no leniency of Python's."""
    return json.loads(line.decode("utf-8"), parse_constant=_no_constant,
                      object_pairs_hook=_no_twin)


def parse(data):
    events = []
    for number, line in enumerate(data.split(b"\n")[:-1] if data else [], 1):
        try:
            events.append(parse_line(line))
        except ValueError as error:
            raise Failed(f"line {number} is not valid JSON ({error}): {line[:2000]!r}") from None
    if data and not data.endswith(b"\n"):
        raise Failed(f"the last line is not complete: {data[-200:]!r}")
    return Events(events)


def field(event, path, default=None):
    """The value at a dotted path: field(event, "process.executable.path")."""
    for key in path.split("."):
        if not isinstance(event, dict) or key not in event:
            return default
        event = event[key]
    return event


class Events(list):
    """Events in the order of output, and questions about them.

    Conditions are given as container="web" (by the name it is known under anywhere in the
    output: early events may carry only its id) or as dotted paths with "__" for the dot,
    file__path="/etc/passwd". A condition may be a value or a predicate.
    """

    def __init__(self, events, names=None):
        super().__init__(events)
        self.names = names if names is not None else self._names()

    def _names(self):
        names = {}
        for event in self:
            id_, name = field(event, "container.id"), field(event, "container.name")
            if id_ and name and (id_ not in names or not id_.startswith(name)):
                names[id_] = name
        return names

    def of(self, event=None, **where):
        return Events((e for e in self if (event is None or e["event"] == event)
                       and all(self._holds(e, *item) for item in where.items())), self.names)

    def _holds(self, event, key, wanted):
        if key == "container" and not callable(wanted):
            id_ = field(event, "container.id")
            if wanted is None:
                return id_ is None
            return id_ is not None and wanted in (id_, self.names.get(id_))
        value = field(event, key.replace("__", "."))
        return bool(wanted(value)) if callable(wanted) else value == wanted

    def one(self, event=None, **where):
        found = self.of(event, **where)
        assert len(found) == 1, f"expected one {self._say(event, where)}, found {len(found)}:\n" \
            f"{found.digest() if found else 'of ' + self.digest()}"
        return found[0]

    def some(self, event=None, **where):
        found = self.of(event, **where)
        assert found, f"expected a {self._say(event, where)} among:\n{self.digest()}"
        return found

    def none(self, event=None, **where):
        found = self.of(event, **where)
        assert not found, f"expected no {self._say(event, where)}, found:\n{found.digest()}"

    def values(self, path):
        return [field(event, path) for event in self]

    @property
    def summary(self):
        return self.one("summary")

    def digest(self, most=25):
        lines = [json.dumps({k: v for k, v in e.items() if k not in ("time", "host")})[:400]
                 for e in self]
        more = [f"… and {len(lines) - most} more"] if len(lines) > most else []
        return "\n".join(lines[:most] + more) or "(no events at all)"

    @staticmethod
    def _say(event, where):
        conditions = ", ".join(f"{k.replace('__', '.')} = {v!r}" for k, v in where.items())
        return f"{event or 'any'} event with {conditions or 'anything'}"


class Watch:
    """A running eunomia. After stop() its events are there."""

    def __init__(self, argv, env, directory, stdout=None, prefix=()):
        self.argv = [*prefix, str(BINARY), *map(str, argv)]
        self.out = directory / "out"
        self.err = directory / "err"
        self.events = None
        self.code = None
        with open(self.out, "wb") as out, open(self.err, "wb") as err:
            self.process = subprocess.Popen(self.argv, stdin=subprocess.DEVNULL,
                                            stdout=out if stdout is None else stdout,
                                            stderr=err, env=env)

    def said(self):
        """Its stderr so far."""
        return self.err.read_text(errors="replace")

    def wait_ready(self):
        wait_until(lambda: self._ready() or self.process.poll() is not None,
                   f"'{READY}' from {' '.join(self.argv)}", PATIENCE)
        if not self._ready():
            raise Failed(f"{' '.join(self.argv)}: exit code {self.process.returncode}\n"
                         f"{self.said()}")

    def _ready(self):
        return any(line.startswith(READY) for line in self.said().splitlines())

    def wait(self, timeout=PATIENCE):
        """Waits for its own end, then reads what it wrote."""
        try:
            self.code = self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise Failed(f"{' '.join(self.argv)} did not end within {timeout} s\n"
                         f"{self.said()}") from None
        return self.code

    def stop(self, sig=signal.SIGINT):
        if self.process.poll() is None:
            self.process.send_signal(sig)
        return self.wait()

    def read(self):
        self.events = parse(self.out.read_bytes())
        return self.events

    # The questions of Events, asked of what was seen.
    def __getattr__(self, name):
        if name in ("of", "one", "some", "none", "values", "summary", "digest"):
            if self.events is None:
                self.read()
            return getattr(self.events, name)
        raise AttributeError(name)


class Eunomia:
    """Starts eunomia with an environment of its own: no configuration of this machine's."""

    def __init__(self, directory):
        self.directory = directory
        self.env = {key: value for key, value in os.environ.items()
                    if not key.startswith("EUNOMIA") and key != "DOCKER_HOST"}
        self.env.update(XDG_CONFIG_HOME=str(directory / "config"), HOME=str(directory))
        self.prefix = ()
        self.watches = []

    def know(self, runtime):
        """Tells eunomia where this runtime's socket or state is, if it has one of its own."""
        socket = getattr(runtime, "socket", None)
        if socket:
            self.env["EUNOMIA_SOCKETS"] = str(socket)
        root = getattr(runtime, "root", None)
        if root:
            self.env["EUNOMIA_STATE_DIRS"] = str(root)
        return self

    def start(self, *argv, stdout=None):
        """Starts it and returns when it watches."""
        own = pathlib.Path(tempfile.mkdtemp(dir=self.directory))
        watch = Watch(argv, self.env, own, stdout, self.prefix)
        self.watches.append(watch)
        watch.wait_ready()
        return watch

    @contextlib.contextmanager
    def trace(self, *argv):
        """eunomia trace -o json around a block; it must end well and with a summary."""
        watch = self.start("trace", "-o", "json", *argv)
        yield watch
        assert watch.stop() == 0, f"exit code {watch.code}: {watch.said()}"
        assert watch.read(), f"no output at all: {watch.said()}"
        assert watch.events[-1]["event"] == "summary", watch.events[-1]

    def run(self, *argv, timeout=PATIENCE, **options):
        """A command to its end; bytes on stdout, text on stderr."""
        options.setdefault("stdin", subprocess.DEVNULL)
        options.setdefault("env", self.env)
        options.setdefault("stdout", subprocess.PIPE)
        done = subprocess.run([str(BINARY), *map(str, argv)], stderr=subprocess.PIPE,
                              timeout=timeout, check=False, **options)
        done.stderr = done.stderr.decode("utf-8", "replace")
        return done

    def close(self):
        for watch in self.watches:
            if watch.process.poll() is None:
                watch.process.kill()
                watch.process.wait()
