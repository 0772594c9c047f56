# SPDX-License-Identifier: Apache-2.0
"""What a container does to files by their names: under the name that each has afterwards, too."""

import json
import pathlib

import pytest

from support.process import call

jsonschema = pytest.importorskip("jsonschema")
SCHEMA = json.loads((pathlib.Path(__file__).parents[2] / "docs/report.schema.json").read_text())

# The ways in which programs replace, move and make files, and change what is not in them.
SCRIPT = """
cd /tmp
echo nobody > passwd; sed -i s/nobody/evil/ passwd
echo 12345678 > app.new; mv app.new app
cp /bin/busybox .x; mv .x moved
ln app hard; ln -s app soft
echo 1 > left; echo 2 > right; /workloads/exchange left right
mkdir d; rmdir d; chmod 600 app; chown 65534 app; truncate -s 7 app; rm hard
mv none never; mkdir /tmp; ln app soft
true"""
CHANGES = {
    "passwd": ({"rename_to": 1}, "created changed", None),
    "app.new": ({"rename": 1}, "created changed moved", "app"),
    "app": ({"rename_to": 1, "link": 2, "chmod": 1, "chown": 1, "truncate": 1}, "changed", None),
    ".x": ({"rename": 1}, "created changed moved", "moved"),
    "moved": ({"rename_to": 1}, "changed", None),
    "hard": ({"link_to": 1, "unlink": 1}, "created deleted changed", None),
    "soft": ({"symlink": 1, "link_to": 1}, "created changed", None),
    "left": ({"rename": 1, "rename_to": 1}, "created changed", "right"),
    "right": ({"rename": 1, "rename_to": 1}, "created changed", "left"),
    "d": ({"mkdir": 1, "rmdir": 1}, "created deleted changed", None),
    "none": ({"rename": 1}, "", None),
    "never": ({"rename_to": 1}, "", None),
}
COUNTED = ("open", "read", "write", "map")


def changes(about):
    """By name in /tmp: the operations that are told one by one, what came of them, the new name.
    Not what the runtime does there alone."""
    jsonschema.validate(about, {**SCHEMA, "anyOf": [{"$ref": "#/definitions/container_file"}]})
    found = {}
    for file in about["files"]:
        operations = {name: count for name, count in file["operations"].items()
                      if name not in COUNTED}
        if file["path"].startswith("/tmp/") and operations and file["used_by"] == "work":
            came = " ".join(key for key in ("created", "deleted", "changed", "moved") if file.get(key))
            new = file.get("new_path", "").removeprefix("/tmp/") or None
            found[file["path"].removeprefix("/tmp/")] = (operations, came, new)
    return found


def only(done):
    assert done.returncode == 0, done.stderr
    [about] = json.loads(done.stdout)["containers"]
    return about


def file_of(about, path):
    [found] = [file for file in about["files"] if file["path"] == path]
    return found


def check(about):
    found = changes(about)
    [temporary] = [name for name in found if name.startswith("passwd") and name != "passwd"]
    operations, came, new = found.pop(temporary)
    assert operations["rename"] == 1 and came.endswith("moved") and new == "passwd"
    assert file_of(about, "/tmp/" + temporary)["bytes"]["written"] == len("evil\n")
    assert found == CHANGES
    assert file_of(about, "/tmp/never")["failures"] == 1
    assert file_of(about, "/tmp/soft")["failures"] == 1
    assert file_of(about, "/tmp/app.new")["bytes"]["written"] == 9
    assert not about["loss"]
    assert "files" not in [kind["kind"] for kind in about.get("unrecorded", [])]


def three_watches(eunomia, name, tmp_path):
    """A report that leaves a recording of facts, and both kinds of recordings of events."""
    return [eunomia.start("report", "-o", "json", "--container", name,
                          "--record", tmp_path / "facts"),
            eunomia.start("record", "--full", "-o", tmp_path / "full", "--container", name),
            eunomia.start("trace", "-e", "*", "--record", tmp_path / "traced",
                          "--container", name)]


@pytest.mark.parametrize("runtime", ["docker", "runc"], indirect=True)
def test_files_stand_under_their_new_names_with_what_was_done(eunomia, runtime, name, tmp_path):
    """Live, and out of each kind of recording, and out of its own JSON."""
    eunomia.know(runtime)
    watches = three_watches(eunomia, name, tmp_path)
    runtime.run(name, "/bin/sh", "-c", SCRIPT)
    assert [watch.stop() for watch in watches] == [0, 0, 0], [w.said() for w in watches]
    live = watches[0].out.read_bytes()
    [about] = json.loads(live)["containers"]
    check(about)
    assert eunomia.run("report", tmp_path / "facts", "-o", "json").stdout == live
    for recording in ("full", "traced"):
        check(only(eunomia.run("report", tmp_path / recording, "-o", "json")))
    (tmp_path / "report.json").write_bytes(live)
    assert eunomia.run("diff", tmp_path / "report.json", tmp_path / "facts").returncode == 0


def test_a_file_that_an_open_empties_is_truncated(eunomia, runc, name, tmp_path):
    """Not one that the open makes, nor a device; nor where the open fails."""
    script = """cd /tmp
        echo full > old; echo full > kept; : >> kept; cat kept
        true > old; true > old; true > new; true > /dev/null
        true > /tmp; true > none/file; true"""
    watches = three_watches(eunomia, name, tmp_path)
    runc.run(name, "/bin/sh", "-c", script)
    assert [watch.stop() for watch in watches] == [0, 0, 0], [w.said() for w in watches]
    live = watches[0].out.read_bytes()
    reports = [live] + [eunomia.run("report", tmp_path / recording, "-o", "json").stdout
                        for recording in ("facts", "full", "traced")]
    assert reports[1] == live
    for report in reports:
        [about] = json.loads(report)["containers"]
        assert changes(about) == {"old": ({"truncate": 2}, "created changed", None)}
        assert file_of(about, "/tmp/old")["operations"]["open"] == 3
        assert all(file["operations"].get("truncate", 0) == 0
                   for file in about["files"] if file["path"] != "/tmp/old"
                   and file["used_by"] == "work")


def test_a_path_that_nobody_resolved_says_so(eunomia, runc, name, tmp_path):
    """A link on the way is resolved where the kernel lets it, and failed calls have the name alone; what
    leads nowhere in a name makes no other file."""
    features = eunomia.run("list", "features").stdout.decode().splitlines()
    [resolves] = ["  yes  " in line for line in features if line.startswith("links in names")]
    script = """mkdir /tmp/real; ln -s real /tmp/lk; cd /tmp
        echo new > /tmp/lk/new; mv /tmp/lk/new /tmp/lk/now; cat /tmp/real/now
        mkdir /tmp/real/d/; chmod 700 /tmp//real/./d/.; echo > /tmp/real/f; chmod 600 /tmp//real/f
        cat /tmp/none; true"""
    watches = three_watches(eunomia, name, tmp_path)
    runc.run(name, "/bin/sh", "-c", script)
    assert [watch.stop() for watch in watches] == [0, 0, 0], [w.said() for w in watches]
    reports = [watches[0].out.read_bytes()]
    reports += [eunomia.run("report", tmp_path / recording, "-o", "json").stdout
                for recording in ("facts", "full", "traced")]
    reports.append(eunomia.run("report", tmp_path / "facts", tmp_path / "full", "-o", "json").stdout)
    for report in reports:
        [about] = json.loads(report)["containers"]
        assert changes(about)
        files = {file["path"]: file.get("path_raw", False) for file in about["files"]
                 if file["path"].startswith("/tmp/") and file["used_by"] == "work"}
        expected = {"real": not resolves, "lk": not resolves, "real/new": False, "real/now": False,
                    "real/d": not resolves, "real/f": False, "none": True}
        if not resolves:
            expected |= {"lk/new": True, "lk/now": True}
        assert files == {f"/tmp/{path}": raw for path, raw in expected.items()}
    [about] = json.loads(reports[0])["containers"]
    assert file_of(about, "/tmp/real/d")["operations"] == {"mkdir": 1, "chmod": 1}
    [row] = [row for row in eunomia.run("report", tmp_path / "facts", "-o", "csv").stdout.decode()
             .splitlines() if '"/tmp/none"' in row]
    assert row.endswith(' path_raw"')


def test_people_and_spreadsheets_see_the_same(eunomia, runc, name, tmp_path):
    watch = eunomia.start("report", "--container", name, "--record", tmp_path / "facts")
    runc.run(name, "/bin/sh", "-c", SCRIPT)
    assert watch.stop() == 0, watch.said()
    page = watch.out.read_text()
    assert "created, renamed, now /tmp/app\n" in page
    assert "put here by rename" in page and "renamed, put here by rename, now /tmp/left" in page
    [row] = [row for row in eunomia.run("report", tmp_path / "facts", "-o", "csv").stdout.decode()
             .splitlines() if '"/tmp/app.new"' in row]
    assert row.endswith('rename=1 created changed moved new_path=/tmp/app"')


@pytest.fixture
def record(eunomia, runc, name, tmp_path):
    """Records a shell's script in a container of one image; the recording."""
    def run(own, script):
        watch = eunomia.start("record", "-o", tmp_path / own, "--container", f"{name}*")
        runc.started.add(f"{name}-{own}")
        call(*runc.command(f"{name}-{own}", "/bin/sh", "-c", script,
                           annotations={"org.opencontainers.image.ref.name": "shop/cart:1"}))
        assert watch.stop() == 0, watch.said()
        return tmp_path / own
    return run


def differences(eunomia, *recordings):
    """Of files, by their paths: what only the second did, and what only the first."""
    done = eunomia.run("diff", *recordings, "--only", "files", "-o", "json", "--ignore", "/proc/*")
    assert done.returncode in (0, 3), done.stderr
    [container] = json.loads(done.stdout)["containers"]
    return [{file["path"]: file["access"] for file in container[side]["files"]}
            for side in ("added", "removed")]


def test_a_file_that_is_moved_into_its_place_is_a_difference(eunomia, record):
    """In version 2 a new crontab; not in each the temporary name that sed -i makes up."""
    script = "echo x > /tmp/b; sed -i s/x/y/ /tmp/b; echo x > /tmp/a; mv /tmp/a /tmp/{}"
    first, again, second = (record(own, script.format(to))
                            for own, to in (("1", "c"), ("1b", "c"), ("2", "cron")))
    assert differences(eunomia, first, again) == [{}, {}]
    assert differences(eunomia, first, second) == [{"/tmp/cron": ["rename_to", "write"]},
                                                   {"/tmp/c": ["rename_to", "write"]}]


@pytest.mark.parametrize("again, told", [
    ("ln -s /etc/shadow app", ["create", "rename", "symlink", "write"]),
    ("mkdir app", ["create", "mkdir", "rename", "write"]),
    ("ln app.real app", ["create", "link_to", "rename", "write"]),
    ("mv b app", ["create", "rename", "rename_to", "write"]),
    ("echo evil > app", ["create", "rename", "write"]),
    ("rmdir app.real || echo evil > app", ["create", "rename", "write"]),
])
def test_what_is_made_where_a_file_was_moved_away_is_a_difference(eunomia, record, again, told):
    script = "cd /tmp; echo b > b; echo a > app; mv app app.real; {}; true"
    first, second = (record(own, script.format(more)) for own, more in (("1", ":"), ("2", again)))
    assert differences(eunomia, first, second)[0]["/tmp/app"] == told


def test_and_where_one_of_the_image_was(eunomia, docker, name, tmp_path):
    eunomia.know(docker)
    script = "cd /workloads; mv stream stream.real; {}"
    for run, more in (("1", ":"), ("2", "echo evil > stream")):
        watch = eunomia.start("record", "-o", tmp_path / run, "--container", f"{name}*")
        docker.run(f"{name}-{run}", "/bin/sh", "-c", script.format(more))
        assert watch.stop() == 0, watch.said()
    assert differences(eunomia, tmp_path / "1", tmp_path / "2") == [
        {"/workloads/stream": ["create", "write"]}, {}]


def test_names_that_are_others_in_each_run_are_none(eunomia, record):
    """A directory with what is in it, a file that is read before, and a symbolic link."""
    script = """
R={0}; cd /tmp
mkdir in.$R; echo a > in.$R/a; echo b > in.$R/b.$R; mv in.$R/b.$R in.$R/b; mv in.$R final
echo f > f.$R; cat f.$R; mv f.$R done
echo l > l; ln -s l link.$R; mv -T link.$R link
cat final/a"""
    first, second = (record(run, script.format(number))
                     for run, number in (("1", "4711"), ("2", "12")))
    assert differences(eunomia, first, second) == [{}, {}]


def test_nor_are_files_without_a_name(eunomia, record):
    """O_TMPFILE: the kernel calls them by a number."""
    script = "cd /tmp; for i in {}; do echo > other; rm other; done; /workloads/nameless . {}; true"
    first, second, more = (record(own, script.format(times, to)) for own, times, to in
                           (("1", "1", "app"), ("1b", "1 2 3", "app"), ("2", "1 2", "evil")))
    assert differences(eunomia, first, second) == [{}, {}]
    assert differences(eunomia, first, more)[0]["/tmp/evil"] == ["create", "link_to"]
