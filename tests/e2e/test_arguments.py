# SPDX-License-Identifier: Apache-2.0
"""What the arguments of calls point to, as strace decodes it."""

import os
import pathlib
import signal

import pytest

from support.process import wait_until


@pytest.fixture
def calls(eunomia, runc, name):
    """The arguments of each call of the workload, in order, by the call's name."""
    with eunomia.trace("--event", "syscalls") as seen:
        runc.run(name, "/workloads/arguments")
    assert seen.summary["complete"] is True, seen.summary
    found = {}
    for event in seen.of("syscall", container=name, process__executable__path="/workloads/arguments"):
        found.setdefault(event["syscall"], []).append(event["args"])
    return found


def test_arguments_that_point_to_more_are_shown_whole(calls):
    assert calls["writev"][-1]["vec"] == {"count": 2, "parts": [5, 15], "size": 20}
    assert calls["readv"][-1]["vec"] == {"count": 2, "parts": [50, 50], "size": 100}
    listed = calls["getdents64"][-1]["dirent"]
    assert listed["size"] > 0 and {".", "..", "tmp"} <= set(listed["entries"])
    to = {"family": "AF_INET", "address": "127.0.0.1", "port": 5355}
    sent, received = calls["sendmsg"][-1]["msg"], calls["recvmsg"][-1]["msg"]
    assert sent["msg_name"] == to and sent["msg_iov"] == {"count": 1, "parts": [5], "size": 5}
    assert received["msg_name"]["address"] == "127.0.0.1" and received["msg_namelen"] == 16
    several = calls["sendmmsg"][0]["msg"]
    assert [(m["msg_hdr"]["msg_name"], m["msg_hdr"]["msg_iov"]["size"], m["msg_len"])
            for m in several] == [(to, 5, 5), (to, 3, 3)]
    assert [m["msg_len"] for m in calls["recvmmsg"][-1]["msg"]] == [5, 3]
    select = calls.get("pselect6", calls.get("select"))[-1]
    first, second = select["inp"][0], select["n"] - 1
    assert select["inp"] == [first] and select["outp"][-1] == second and select["exp"] is None
    polled = calls["poll"][-1]["ufds"]
    assert [p["revents"] for p in polled] == [["POLLIN"], ["POLLOUT"]]
    assert calls["utimes"][-1]["utimes"] == [{"tv_sec": 1000, "tv_usec": 5},
                                             {"tv_sec": 2000, "tv_usec": 6}]


def test_descriptors_and_who_sends_them_go_with_a_message(calls):
    rights, who = calls["sendmsg"][0]["msg"]["msg_control"]
    assert rights == {"cmsg_len": 20, "cmsg_level": "SOL_SOCKET", "cmsg_type": "SCM_RIGHTS",
                      "cmsg_data": [calls["sendmsg"][0]["fd"]["fd"]]}
    assert who["cmsg_type"] == "SCM_CREDENTIALS" and who["cmsg_data"]["uid"] == 0
    received = calls["recvmsg"][0]["msg"]["msg_control"]
    assert [message["cmsg_data"] for message in received] == [[calls["dup2"][-1]["oldfd"]["fd"]]]


def test_arguments_are_what_the_command_makes_of_them(calls):
    fcntl = {args["cmd"]: args["arg"] for args in calls["fcntl"]}
    assert fcntl["F_SETFD"] == ["FD_CLOEXEC"] and fcntl["F_DUPFD"] == 90
    assert "O_APPEND" in fcntl["F_SETFL"]
    assert fcntl["F_SETLK"] == {"l_type": "F_WRLCK", "l_whence": "SEEK_SET", "l_start": 0,
                                "l_len": 10, "l_pid": 0}
    prctl = {args["option"]: args["arg2"] for args in calls["prctl"]}
    assert prctl["PR_SET_NAME"] == "renamed" and prctl["PR_CAPBSET_READ"] == "CAP_NET_RAW"
    assert prctl["PR_GET_NAME"] == "renamed"
    assert prctl["PR_SET_PDEATHSIG"] == prctl["PR_GET_PDEATHSIG"] == "SIGUSR1"
    named = next(args for args in calls["prctl"] if args["option"] == "PR_SET_VMA")
    assert named["arg2"] == "PR_SET_VMA_ANON_NAME" and named["arg5"] == "a name"
    assert fcntl["F_SETOWN_EX"] == fcntl["F_GETOWN_EX"]
    assert fcntl["F_SETOWN_EX"]["type"] == "F_OWNER_PID" and fcntl["F_SETOWN_EX"]["pid"] > 0
    assert [args["arg"] for args in calls["ioctl"] if args["cmd"] == "FIONBIO"] == [1]
    made = calls["bpf"][-1]
    assert made["cmd"] == "BPF_MAP_CREATE"
    assert made["attr"]["map_type"] == "BPF_MAP_TYPE_HASH" and made["attr"]["map_name"] == "a_map"
    assert calls["seccomp"][-1]["uargs"] == {"len": 2, "filter": [
        {"code": "0x20", "jt": 0, "jf": 0, "k": "0x4"},
        {"code": "0x6", "jt": 0, "jf": 0, "k": "0x7fff0000"}]}


def test_what_a_call_writes_over_is_shown_as_it_was_passed(eunomia, runc, name):
    with eunomia.trace("--event", "select,_newselect,pselect6,ppoll,ppoll_time64,recvmmsg,"
                                  "sendfile,sendfile64,copy_file_range,splice") as seen:
        runc.run(name, "/workloads/passed")
    assert seen.summary["complete"] is True, seen.summary
    found = {}
    for event in seen.of("syscall", container=name, process__executable__path="/workloads/passed"):
        found.setdefault(event["syscall"], []).append(event["args"])
    assert found["pselect6"][0]["tsp"] == {"tv_sec": 0, "tv_nsec": 20000000}
    assert found["ppoll"][0]["tsp"] == {"tv_sec": 0, "tv_nsec": 10000000}
    assert found["recvmmsg"][0]["timeout"] == {"tv_sec": 5, "tv_nsec": 7}
    copied, spliced = found["copy_file_range"][0], found["splice"][0]
    assert (copied["off_in"], copied["off_out"]) == (3, 9)
    assert (spliced["off_in"], spliced["off_out"]) == (2, None)
    offsets = [args["offset"] for args in found["sendfile"]]
    assert offsets[:3] == [5, 70, 80]
    if "select" in found:
        assert found["select"][0]["tvp"] == {"tv_sec": 0, "tv_usec": 30000}
    if "_newselect" in found:  # where programs of 32 bits may run
        assert found["_newselect"][0]["tvp"] == {"tv_sec": 0, "tv_usec": 4000}
        assert found["ppoll"][1]["tsp"] == {"tv_sec": 0, "tv_nsec": 5000000}
        assert found["ppoll_time64"][0]["tsp"] == {"tv_sec": 0, "tv_nsec": 6000000}
        assert offsets[3] == 11


def _call_of(pid):
    return pathlib.Path(f"/proc/{pid}/syscall").read_text().split()[0]


def test_what_a_call_writes_over_is_not_guessed_where_nobody_saw_it(eunomia, runc, name):
    waiting = runc.start(name, "/workloads/passed", "wait").pid
    wait_until(lambda: _call_of(waiting) in ("270", "72"), "pselect6")  # of x86-64, of arm64
    with eunomia.trace("--event", "pselect6") as seen:
        os.kill(waiting, signal.SIGSTOP)
        os.kill(waiting, signal.SIGCONT)
        wait_until(lambda: b"ERESTARTNOHAND" in seen.out.read_bytes(), "the call to return")
    call = seen.of("syscall", container=name)[0]
    assert call["result"] == "ERESTARTNOHAND" and call["args"]["tsp"].startswith("0x")


def test_options_of_sockets_are_shown_by_name_and_value(calls):
    to = {args["optname"]: args["optval"] for args in calls["setsockopt"] if args["fd"] != -1}
    assert to == {"SO_REUSEADDR": 1, "SO_LINGER": {"l_onoff": 1, "l_linger": 5},
                  "SO_RCVTIMEO": {"tv_sec": 2, "tv_usec": 500}, "TCP_NODELAY": 1,
                  "TCP_CONGESTION": "reno", "TCP_MD5SIG": {"size": 100}}
    *answers, refused = calls["getsockopt"]
    back = {args["optname"]: args["optval"] for args in answers}
    assert back["TCP_NODELAY"] == 1 and back["SO_TYPE"] == ["SOCK_STREAM"]
    assert back["TCP_CONGESTION"] == "reno"
    assert set(back["SO_PEERCRED"]) == {"pid", "uid", "gid"} and back["SO_PEERCRED"]["uid"] == 0
    assert back["TCP_INFO"]["tcpi_state"] == "TCP_CLOSE" and "tcpi_rtt" in back["TCP_INFO"]
    assert refused["optval"].startswith("0x")


def test_numbers_have_their_signs_and_families_their_addresses(calls):
    assert calls["clock_gettime"][-1]["which_clock"] < 0
    assert [args["arg"] for args in calls["fcntl"] if args["cmd"] == "F_SETOWN"] == [-1]
    assert calls["keyctl"] == [{"cmd": "KEYCTL_CLEAR", "arg2": "KEY_SPEC_PROCESS_KEYRING"}]
    file = calls["fstat"][-1]["statbuf"]
    assert file["st_mode"] == ["S_IFREG", "0600"]
    assert [file[name] for name in ("st_atime", "st_atime_nsec", "st_mtime", "st_mtime_nsec")] == \
        [-5, 1, 1700000000, 2]
    packet, netlink, vsock = (args["addr"] for args in calls["bind"][-3:])
    assert packet["protocol"] == "ETH_P_IP" and packet["addr"].startswith("02:42:00")
    assert netlink == {"family": "AF_NETLINK", "pid": 0, "groups": 3}
    assert vsock["cid"] == "VMADDR_CID_HOST" and vsock["port"] == 1234
    raw, extended = calls["setsockopt"][-2:]
    assert raw["optname"] == "ICMP_FILTER" and raw["optval"] == {"data": ["ICMP_ECHO"]}
    assert extended["level"] == "SOL_NETLINK" and extended["optname"] == "NETLINK_EXT_ACK"
    assert calls["mount"][-1]["data"] == "size=1m,password=hunter2"
    assert calls["fsconfig"][-1] == {"fs_fd": -1, "cmd": "FSCONFIG_SET_STRING",
                                     "key": "password", "value": "hunter2"}
    opened = [args for args in calls["open" if "open" in calls else "openat"]]
    assert ["mode" in args for args in opened] == ["O_CREAT" in args["flags"] for args in opened]


def test_what_is_redacted_is_so_in_a_mounts_options_too(eunomia, runc, name):
    with eunomia.trace("--event", "syscalls",
                       "--redact", r"password=\K[^,]*") as seen:
        runc.run(name, "/workloads/arguments")
    assert seen.some("syscall", container=name, syscall="mount",
                     args__data="size=1m,password=[redacted]")
    assert seen.one("syscall", container=name, syscall="fsconfig")["args"]["value"] == "[redacted]"


def test_what_is_redacted_is_so_in_buffers_and_not_in_names(eunomia, runc, name):
    with eunomia.trace("--event", "write,openat,open,symlink", "--buffer", "64",
                       "--redact", "hunter2") as seen:
        runc.run(name, "/bin/sh", "-c",
                 "echo is hunter2 >/tmp/hunter2; ln -s key=hunter2 /tmp/link")
    seen.one("syscall", container=name, syscall="write", args__buf__bytes="is [redacted]\n")
    seen.one("symlink", container=name, file__target__path="key=[redacted]")
    seen.one("open", container=name, file__path="/tmp/hunter2")


def test_what_is_filled_is_shown_as_what_it_is(calls):
    refused, set_groups = calls["setgroups"]
    assert refused["gidsetsize"] == -1 and refused["grouplist"].startswith("0x")
    assert set_groups == {"gidsetsize": 2, "grouplist": [7, 70000]}
    filled, counted = calls["getgroups"]
    assert filled["grouplist"] == [7, 70000] and counted["grouplist"].startswith("0x")
    given, got = calls["set_robust_list"][-1]["head"], calls["get_robust_list"][-1]["head_ptr"]
    assert set(given) == {"next", "futex_offset", "list_op_pending"} and got.startswith("0x")
    assert calls["readlink"][-1]["buf"] == "/usr/bin/true"
    assert calls["getcwd"][-1]["buf"] == "/"
    assert calls["fsync"][-1]["fd"]["path"] == "anon_inode:[pidfd]"


def test_an_interface_is_shown_with_what_was_asked_of_it(calls):
    assert [args["arg"] for args in calls["ioctl"] if args["cmd"] == "SIOCGIFMTU"] == \
        [{"ifr_name": "lo", "ifr_mtu": 65536}, {"ifr_name": "none"}]


def test_what_the_kernel_does_not_look_at_is_an_address(calls):
    nowhere = "0xdead1000"
    cloned = calls["clone"][-1]
    assert cloned["parent_tid"] == nowhere and not {"tls", "child_tid"} & set(cloned)
    nobody, killed = calls["wait4"]
    assert nobody["stat_addr"] == nobody["ru"] == nowhere
    assert killed["stat_addr"] == 9 and killed["ru"] is None
    added, deleted = (args["event"] for args in calls["epoll_ctl"])
    assert added["events"] == ["EPOLLIN"] and deleted == nowhere
    assert calls["recvfrom"][-1]["addrlen"] == nowhere


def test_a_vector_is_cut_where_there_is_more_of_it(eunomia, runc, name):
    with eunomia.trace("--event", "execve", "--failed") as seen:
        runc.run(name, "/workloads/arguments")
    whole, cut = [event for event in seen.of("syscall", container=name)
                  if event["args"]["filename"] == "/nowhere"]
    assert whole["args"]["argv"] == cut["args"]["argv"] == 32 * ["word"]
    assert "args_state" not in whole and cut["args_state"] == {"argv": ["truncated"]}


def test_of_many_messages_the_first_are_shown_and_it_is_said(eunomia, runc, name):
    with eunomia.trace("--event", "sendmmsg", "--failed") as seen:
        runc.run(name, "/workloads/arguments")
    refused = seen.one("syscall", container=name)
    assert refused["args"]["vlen"] == 5 and len(refused["args"]["msg"]) == 4
    assert refused["args_state"] == {"msg": ["truncated"]}


def test_socketcall_shows_the_arguments_of_the_call_it_stands_for(eunomia, runc, name):
    with eunomia.trace("--event", "socketcall") as seen:
        runc.run(name, "/workloads/socketcall")
    shown = {e["args"]["call"]: e["args"]["args"]
             for e in seen.of("syscall", container=name, process__name="socketcall")}
    door = {"family": "AF_INET", "address": "127.0.0.1", "port": 8080}
    assert shown["SYS_CONNECT"]["addr"] == door
    assert shown["SYS_CONNECT"]["fd"]["path"].startswith("socket:[")
    assert set(shown["SYS_ACCEPT"]) == {"fd", "addr", "addrlen"}
    assert shown["SYS_SEND"]["buf"] == {"size": 7}
    assert shown["SYS_SENDTO"]["addr"]["port"] == 5353
    for call in ("SYS_SETSOCKOPT", "SYS_GETSOCKOPT"):
        assert shown[call]["optname"] == "SO_REUSEADDR" and shown[call]["optval"] == 1
        assert shown[call]["optlen"] == 4


def test_ipc_shows_the_arguments_of_the_call_it_stands_for(eunomia, runc, name):
    with eunomia.trace("--event", "ipc") as seen:
        runc.run(name, "/workloads/sysv")
    assert seen.summary["complete"] is True, seen.summary
    shown = {e["args"].pop("call"): e for e in seen.of("syscall", container=name)}
    args = {call: event["args"] for call, event in shown.items()}
    semid, msqid, shmid = (shown[call]["result"] for call in ("SEMGET", "MSGGET", "SHMGET"))
    assert args["SEMGET"] == {"key": "IPC_PRIVATE", "nsems": 1,
                              "semflg": ["IPC_CREAT", "0600"]}
    assert args["SEMOP"] == {"semid": semid, "nsops": 1, "sops": [
        {"sem_num": 0, "sem_op": 1, "sem_flg": ["IPC_NOWAIT"]}]}
    assert args["SEMCTL"] == {"semid": semid, "semnum": 0, "cmd": ["IPC_RMID", "IPC_64"],
                              "arg": None}
    assert args["MSGSND"]["msqid"] == msqid and args["MSGSND"]["msgsz"] == 8
    assert args["MSGRCV"]["ptr"]["msgtyp"] == 3
    assert args["MSGCTL"] == {"msqid": msqid, "cmd": ["IPC_RMID", "IPC_64"], "buf": None}
    assert args["SHMAT"]["shmid"] == shmid and args["SHMAT"]["raddr"] == args["SHMDT"]["shmaddr"]
    assert args["SHMGET"]["size"] == 4096


def test_an_exec_by_descriptor_says_what_that_is(eunomia, runc, name):
    with eunomia.trace("--event", "execveat") as seen:
        runc.run(name, "/workloads/execveat")
    done = seen.of("syscall", container=name, syscall="execveat", result=0)
    dfds = [e["args"]["dfd"] for e in done if e["args"]["argv"][1:] == ["again"]]
    assert [isinstance(dfd, int) for dfd in dfds] == [True] * 3 + [False]  # O_CLOEXEC or not
    assert dfds[3]["path"] == "/workloads/execveat"


def test_a_call_that_says_efault_lost_nothing(eunomia, runc, name):
    with eunomia.trace("--event", "syscalls,bind,connect,open") as seen:
        runc.run(name, "/workloads/faults")
    assert seen.some("syscall", container=name, result="EFAULT")
    assert seen.summary["complete"] is True, seen.summary


def test_the_first_bytes_of_buffers_are_shown_up_to_the_most(eunomia, runc, name):
    with eunomia.trace("--event", "write", "--buffer", "4096") as seen:
        runc.run(name, "/workloads/limits")
    shown = [event["args"]["buf"] for event in seen.of("syscall", container=name,
                                                       process__name="limits")]
    assert [(len(buffer["bytes"]), buffer["size"]) for buffer in shown] == \
        [(4095, 4095), (4096, 4096), (4096, 5000)]
