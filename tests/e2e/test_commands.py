# SPDX-License-Identifier: Apache-2.0
"""The other verbs: ls, list, config."""

import json
import pathlib
import subprocess

import pytest

from support import image
from support.eunomia import BINARY
from support.process import call

jsonschema = pytest.importorskip("jsonschema")
SCHEMA = json.loads((pathlib.Path(__file__).parents[2] / "docs/ls.schema.json").read_text())


@pytest.fixture
def sleeper(runtime, name):
    container = runtime.start(name, "/bin/sleep", "1000")
    yield container
    container.stop()


def listed(eunomia, *options):
    done = eunomia.run("ls", "-o", "json", *options)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    jsonschema.validate(told, SCHEMA)
    return told


def test_ls_shows_a_running_container_of_every_runtime(eunomia, sleeper):
    eunomia.know(sleeper.runtime)
    found = [one for one in listed(eunomia) if sleeper.name in json.dumps(one)]
    assert len(found) == 1, found
    told = json.dumps(found[0])
    assert sleeper.id in told and sleeper.runtime.title in told


def test_ls_shows_processes_on_request(eunomia, sleeper):
    eunomia.know(sleeper.runtime)
    told = json.dumps([one for one in listed(eunomia, "--processes")
                       if sleeper.name in json.dumps(one)])
    assert str(sleeper.pid) in told and "sleep" in told


def test_ls_shows_no_argument_that_is_redacted(eunomia, sleeper):
    eunomia.know(sleeper.runtime)
    eunomia.env["EUNOMIA_REDACT"] = "^1(?=000$)|hunter2"
    [found] = [one for one in listed(eunomia, "--processes") if sleeper.name in json.dumps(one)]
    assert "/bin/sleep [redacted]000" in [one["command"] for one in found["processes"]]
    shown = eunomia.run("ls", "--processes", "--redact", "sleep").stdout.decode()
    assert "/bin/[redacted] 1000" in shown and "/bin/sleep 1000" not in shown


def test_ls_shows_what_is_known_of_one_that_has_ended(eunomia, docker, name):
    docker.start(name, "/bin/sh", "-c", "exit 7")
    call(*docker.client("wait", name))
    [found] = [one for one in listed(eunomia.know(docker)) if one["name"] == name]
    assert found["status"] == "exited" and found["labels"]["role"] == name
    assert found["image"]["name"] == image.NAME and found["created"] and "init_pid" not in found


@pytest.mark.parametrize("runtime", ["docker"], indirect=True)
@pytest.mark.parametrize("style", ["table", "wide"])
def test_ls_is_readable(eunomia, sleeper, style):
    eunomia.know(sleeper.runtime)
    table = eunomia.run("ls", "-o", style).stdout.decode()
    [line] = [line for line in table.splitlines() if sleeper.name in line]
    assert "docker" in line and image.NAME in line


@pytest.mark.parametrize("what", ["events", "syscalls"])
def test_a_mistyped_set_is_told_with_the_nearest(eunomia, what):
    done = eunomia.run("list", what, "--set", "nett")
    assert done.returncode == 2
    assert 'there is no set "nett"; did you mean "net"?' in done.stderr


def test_without_proc_that_is_what_is_said():
    done = subprocess.run(["unshare", "--mount", "sh", "-c", f"umount -l /proc; exec {BINARY} trace -n 1"],
                          capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1 and "is proc mounted on /proc?" in done.stderr, done.stderr
    assert "/sys/fs/cgroup" not in done.stderr


def test_list_documents_events_sets_and_fields(eunomia):
    events = eunomia.run("list", "events").stdout.decode()
    assert "exec" in events and "connect" in events and "openat" in events
    assert "process" in eunomia.run("list", "sets").stdout.decode()
    assert eunomia.run("list", "syscalls", "-s", "syscall").stdout == \
        eunomia.run("list", "syscalls").stdout
    assert "file.path" in eunomia.run("list", "fields").stdout.decode()
    assert "\nsystem calls " in eunomia.run("list", "features").stdout.decode()


def test_config_shows_where_a_value_comes_from(eunomia):
    eunomia.env["EUNOMIA_OUTPUT_FORMAT"] = "csv"
    shown = eunomia.run("config", "show").stdout.decode()
    [line] = [line for line in shown.splitlines() if line.startswith("output-format")]
    assert "csv" in line and "EUNOMIA_OUTPUT_FORMAT" in line


def test_a_flag_wins_over_the_environment_and_that_over_the_file(eunomia, tmp_path):
    file = tmp_path / "eunomia.yaml"
    file.write_text("output-format: csv\n")
    eunomia.env["EUNOMIA_CONFIG"] = str(file)

    def first_byte(*options):
        return eunomia.run("trace", "--duration", "1s", "--event", "exec", *options).stdout[:1]
    assert first_byte() not in (b"{", b"")
    eunomia.env["EUNOMIA_OUTPUT_FORMAT"] = "json"
    assert first_byte() == b"{"
    assert first_byte("-o", "csv") not in (b"{", b"")


def test_an_error_in_the_file_is_told_with_line_and_column(eunomia, tmp_path):
    file = tmp_path / "eunomia.yaml"
    file.write_text("output-format: json\nno-such-key: 7\n")
    eunomia.env["EUNOMIA_CONFIG"] = str(file)
    done = eunomia.run("trace", "--duration", "1s")
    assert done.returncode == 2 and f"{file}:2:1" in done.stderr


def test_the_binary_carries_its_libbpf(eunomia):
    linked = subprocess.run(["ldd", str(BINARY)], capture_output=True, text=True,
                            check=True).stdout
    assert "libbpf" not in linked
