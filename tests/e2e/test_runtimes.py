# SPDX-License-Identifier: Apache-2.0
"""The ground these tests stand on: every runtime really starts containers here."""


def test_a_runtime_runs_a_container_to_its_end(runtime, name):
    done = runtime.run(name, "/bin/sh", "-c", "echo inside; exit 3", check=False)
    assert (done.stdout, done.returncode) == ("inside\n", 3)


def test_a_runtime_keeps_a_container_running_and_execs_into_it(runtime, name):
    container = runtime.start(name, "/bin/sleep", "1000")
    try:
        assert container.exec("/bin/cat", "/www/index.html").stdout == \
            "<p>Hello from a container.</p>\n"
        with open(f"/proc/{container.pid}/cmdline", "rb") as cmdline:
            assert cmdline.read() == b"/bin/sleep\x001000\x00"
    finally:
        container.stop()
