# SPDX-License-Identifier: Apache-2.0
"""What strace saw, thread by thread, and how its results compare with Eunomia's."""

import re

# "[ 257] openat(AT_FDCWD, …) = -1 ENOENT (No such file …)", from strace -n.
CALL = re.compile(rb"^\[ *\d+\] (?P<name>\w+|\?\?\?)\(.*\) += "
                  rb"(?P<value>\?|-?\d+|0x[0-9a-f]+)(?: (?P<errno>E[A-Z0-9_]+))?(?: \(.*\))?"
                  rb"(?:<.*>)?$", re.S)
# A call that never returned: the thread ended in it, or another thread's execve ended the thread.
ENDED = re.compile(rb"^\[ *\d+\] (?P<name>\w+)\(.*(?:<unfinished \.\.\.>|<pid changed.*>)$", re.S)
# A thread that executes becomes the leader, and its execve returns there.
RESUMED = re.compile(rb"^\[ *\d+\] <\.\.\. (?P<name>execve(?:at)?) resumed>\) += (?P<value>0)$")
CHATTER = re.compile(rb"^(?:\[ *\d+\] )?(?:\+\+\+ |--- |strace: |\[ Process)")
# The calls that never return by their nature; another one that did not was cut short by the end
# of its thread, and the kernel may or may not have had a last word about it.
WITHOUT_RETURN = ("exit", "exit_group")


class Call:
    """One syscall: its name, and a result as Eunomia writes it."""

    def __init__(self, name, result):
        self.name, self.result = name, result

    def __eq__(self, other):
        return (self.result == other.result
                and (self.name == other.name or "?" in (self.name, other.name)))

    def __repr__(self):
        return f"{self.name} = {self.result}"


class Thread(list):
    """The calls of a thread, and whether a signal ended it."""

    killed = False


def threads(prefix):
    """{tid: Thread} from the files that strace -ff -o PREFIX wrote."""
    found = {}
    for path in prefix.parent.glob(f"{prefix.name}.*"):
        lines = [line for line in path.read_bytes().split(b"\n") if line]
        thread = Thread(_call(line) for line in lines if not CHATTER.match(line))
        thread.killed = any(b"+++ killed by" in line for line in lines)
        found[int(path.suffix[1:])] = thread
    return found


def _call(line):
    match = CALL.match(line) or RESUMED.match(line)
    if match:
        return Call(_name(match["name"].decode()), _result(match))
    match = ENDED.match(line)
    if match:
        return Call(_name(match["name"].decode()), None)
    raise AssertionError(f"strace's line is not understood: {line!r}")


def _name(name):
    """What strace has no name for, or did not come to look at, compares as "?"."""
    return "?" if name.startswith(("syscall_0x", "???")) else name


def _result(match):
    value = match["value"].decode()
    if match.groupdict().get("errno"):
        return match["errno"].decode()
    if value == "?":
        return None
    # umask's result is octal as C has it.
    return int(value, 8 if value.startswith("0") and value.isdigit() else 0)


def seen_by_eunomia(events):
    """{tid: [Call, …]} from Eunomia's syscall events."""
    found = {}
    for event in events.of("syscall"):
        calls = found.setdefault(event["process"]["tid"], [])
        calls.append(Call(event["syscall"], _number(event.get("result"))))
    return found


def _number(result):
    if isinstance(result, str) and result.startswith("0x"):
        return int(result, 16)
    return result


def difference(expected, seen, around=4):
    """None when the two lists agree, else the first place where they do not."""
    killed = expected.killed
    expected = _without_the_cut_short(expected, seen)
    if killed and len(seen) == len(expected) + 1:
        # SIGKILL in the stop at the entry: strace is never told of the call, the kernel leaves it.
        seen = seen[:-1]
    for i in range(max(len(expected), len(seen))):
        if expected[i:i + 1] != seen[i:i + 1]:
            window = slice(max(0, i - around), i + around + 1)
            return (f"call {i} of {len(expected)} (strace) and {len(seen)} (eunomia) differs:\n"
                    f"  strace:  {expected[window]}\n  eunomia: {seen[window]}")
    return None


def _without_the_cut_short(expected, seen):
    """strace's list, where a call that was cut short is as Eunomia shows it, or not there."""
    kept = []
    for call in expected:
        if call.result is not None or call.name in WITHOUT_RETURN:
            kept.append(call)
        elif seen[len(kept):] and seen[len(kept)].name == call.name:
            kept.append(seen[len(kept)])
    return kept
