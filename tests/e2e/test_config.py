# SPDX-License-Identifier: Apache-2.0
"""eunomia config --set: where it writes, and who can read it."""

import os
import shlex

import pytest

from support.process import call

NOBODY = "setpriv --reuid 65534 --regid 65534 --clear-groups env HOME=/nonexistent"


def in_empty_etc(script):
    """In mounts of its own, where /etc has nothing yet, and nobody can reach the program."""
    program = os.environ["EUNOMIA"]
    return call("unshare", "--mount", "--propagation", "private", "/bin/sh", "-ec",
                f"mount -t tmpfs -o mode=755 none /mnt; cp {shlex.quote(program)} /mnt/eunomia; "
                "mount -t tmpfs -o mode=755 none /etc; eunomia() { /mnt/eunomia \"$@\"; }; "
                f"nobody() {{ {NOBODY} /mnt/eunomia \"$@\"; }}; {script}",
                check=False)


def test_the_hosts_file_is_made_where_it_is_read_and_readable_for_all():
    done = in_empty_etc("umask 077; eunomia config --set color=never; stat -c %a "
                        "/etc/eunomia /etc/eunomia/eunomia.yaml; eunomia config; "
                        "nobody config; ls /etc")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("755\n644\n"), done.stdout
    assert done.stdout.count("/etc/eunomia/eunomia.yaml:1") == 2, done.stdout
    assert done.stdout.endswith("\neunomia\n"), "and nothing beside it"


def test_the_mode_of_the_hosts_file_stays():
    done = in_empty_etc("mkdir /etc/eunomia; echo 'color: never' >/etc/eunomia/eunomia.yaml; "
                        "chmod 600 /etc/eunomia/eunomia.yaml; eunomia config --set memory=64M; "
                        "stat -c %a /etc/eunomia/eunomia.yaml; nobody config")
    assert done.stdout == "600\n" and done.returncode == 2, done
    assert "chmod a+r" in done.stderr and "--config" in done.stderr, done.stderr


def test_a_users_file_is_the_users_own(tmp_path):
    done = in_empty_etc(f"mkdir {tmp_path}/home; export HOME={tmp_path}/home; "
                        f"chown 65534:65534 $HOME; chmod 755 {tmp_path} {tmp_path.parent} "
                        f"{tmp_path.parent.parent}; umask 022; setpriv --reuid 65534 --regid 65534 "
                        f"--clear-groups {shlex.quote(os.environ['EUNOMIA'])} config --set "
                        "color=never; stat -c %a $HOME/.config $HOME/.config/eunomia/eunomia.yaml; "
                        "ls -A $HOME")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "700\n600\n.config\n", done.stdout


def test_a_file_may_be_named_without_a_directory(eunomia, tmp_path):
    done = eunomia.run("config", "--config", "own.yaml", "--set", "color=never", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "own.yaml").read_text() == "color: never\n"


def test_a_list_that_is_shown_can_be_set(eunomia, tmp_path):
    def redact():
        shown = eunomia.run("config", "--config", "own.yaml", cwd=tmp_path)
        return next(line for line in shown.stdout.decode().splitlines()
                    if line.startswith("redact"))

    written = "['a,b', 'it''s']"
    (tmp_path / "own.yaml").write_text("redact:\n  - a,b\n  - it's\n")
    before = redact()
    assert written in before
    eunomia.run("config", "--config", "own.yaml", "--set", f"redact={written}", cwd=tmp_path)
    assert redact() == before
    eunomia.run("config", "--config", "own.yaml", "--set", "redact=a,b", cwd=tmp_path)
    assert "['a,b']" in redact()


@pytest.mark.parametrize("text, place", [
    (b"memory: 1M\n# \xff\xfe\n", "own.yaml:2:3: "), (b"\xff", "own.yaml:1:1: "),
    (b"redact:\n  - 'x\xc3('\n", "own.yaml:2:8: "), (b"memory: 1M\n# \x01", "own.yaml:2:3: "),
], ids=["octets", "first", "trailing", "control"])
def test_what_is_no_text_is_said_where_it_is(eunomia, tmp_path, text, place):
    (tmp_path / "own.yaml").write_bytes(text)
    done = eunomia.run("config", "--config", "own.yaml", cwd=tmp_path)
    assert done.returncode == 2 and place in done.stderr


def test_a_mistyped_variable_is_told_and_a_foreign_one_left_alone(eunomia):
    eunomia.env.update(EUNOMIA_OUTPUT_FROMAT="json", EUNOMIA_TOKEN="x")
    done = eunomia.run("ls")
    assert done.returncode == 0 and "did you mean EUNOMIA_OUTPUT_FORMAT?" in done.stderr
    assert "TOKEN" not in done.stderr
    eunomia.env["EUNOMIA_memory"] = "32MiB"
    assert "EUNOMIA_memory is no setting and is ignored; did you mean EUNOMIA_MEMORY?" in \
        eunomia.run("config").stderr
    assert "EUNOMIA_TOKEN is no setting" in eunomia.run("config").stderr


def test_a_list_that_is_not_roots_says_so():
    done = in_empty_etc("nobody ls")
    assert done.returncode == 0 and "root sees all" in done.stderr, done
