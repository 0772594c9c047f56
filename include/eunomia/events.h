/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later OR BSD-2-Clause */
/*
 * Every event, once.
 *
 * To add one: describe its record here, and fill it in a file under bpf/probes/. Output, filters,
 * `eunomia list`, the documentation and the recording's schema follow from the struct.
 * Paddings are explicit (the build fails otherwise), so that no record carries old bytes.
 */
#pragma once

#include <eunomia/record.h>

#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic error "-Wpadded"
#endif

/* The call that caused an event, for the events that are one syscall. */
struct eu_call {
	__u16 nr EU_NAME("syscall") EU_FMT("syscall") EU_DOC("the system call");
	__u16 pad_;
	__s32 result EU_FMT("errno") EU_DOC("what it returned: a number, or an errno by name");
};

enum eu_path_state {
	EU_PATH_TRUNCATED = 1, /* more than 256 components or 4095 bytes: of a path the end is
	                        * shown, of a name as passed the beginning */
	EU_PATH_DELETED = 2,   /* that was the file's last name: it has none any more */
	EU_PATH_DETACHED = 4,  /* the walk did not arrive at the task's root */
	EU_PATH_RAW = 8,       /* as the caller passed it: links in it are not resolved */
	EU_PATH_CHROOT = 16,   /* begins at a root that the process had from chroot(2) */
	EU_PATH_UNREADABLE = 32, /* the name could not be read */
	EU_PATH_EMPTY = 64,      /* the name is empty, and leads nowhere */
	EU_PATH_UNLINKED = 128,  /* that is no name of the file, or none any more; it has others */
};

/* A file as the kernel knows it. */
struct eu_file {
	struct eu_str path EU_OPTIONAL EU_DOC("path in the container's root");
	struct eu_str raw_path EU_TAG("unless:path") EU_OPTIONAL EU_DOC("as passed, where it differs");
	__u64 inode EU_OPTIONAL EU_DOC("inode number");
	__u32 device EU_FMT("device") EU_OPTIONAL EU_DOC("device of the file system");
	__u32 fs EU_FMT("fs") EU_OPTIONAL EU_DOC("type of the file system");
	__u32 path_state EU_FLAGS("path_state") EU_OPTIONAL EU_DOC("what is special about the path");
	__u32 pad_;
};

/* The other file of a call that has two. */
struct eu_target {
	struct eu_str path EU_OPTIONAL EU_DOC("its path, as resolved as the first one's");
	__u32 path_state EU_FLAGS("path_state") EU_OPTIONAL EU_DOC("what is special about that path");
};

/* ---- containers ---- */

enum eu_container_action {
	EU_CONTAINER_CREATED = 1, /* its engine says so, or its first cgroup was made */
	EU_CONTAINER_STARTED = 2, /* its first process executed the entrypoint */
	EU_CONTAINER_EXEC = 3,    /* a process came in from outside */
	EU_CONTAINER_NAMED = 4,   /* its metadata is known or has changed */
	EU_CONTAINER_OOM = 5,     /* the kernel killed a process of it for want of memory */
	EU_CONTAINER_STOPPED = 6, /* its first process ended */
	EU_CONTAINER_REMOVED = 7, /* its engine knows it no more, or its cgroup is gone */
	EU_CONTAINER_FOUND = 8,   /* it was there before Eunomia */
	EU_CONTAINER_RECOVERED = 9, /* its beginning was lost; it was found by its cgroup */
	EU_CONTAINER_FAILED = 10, /* its runtime could not start it */
};

/* What an engine (Docker, Podman) says of a container, beside its names. Its containers outlive
 * their cgroups. */
enum eu_engine_word {
	EU_ENGINE_KNOWS = 1,
	EU_ENGINE_CREATED = 2,
	EU_ENGINE_REMOVED = 3,
	EU_ENGINE_KEPT = 4, /* made before Eunomia began, and started since */
};

/* Whether it says which labels a container has. */
enum eu_labels_word {
	EU_LABELS_UNSAID = 0,
	EU_LABELS_UNKNOWN = 1, /* its engine has them, and nobody else */
	EU_LABELS_KNOWN = 2,
};

struct eu_event_container {
	struct eu_head head;
	__u32 action EU_ENUM("container_action") EU_DOC("what happened to it");
	__s32 exit_code EU_PRESENT_IF("has_exit_code") EU_DOC("of its first process, when stopped; 128 + signal when killed");
	__u64 cgroup_id EU_NAME("cgroup.id") EU_OPTIONAL EU_DOC("inode of its cgroup directory");
	__u32 target EU_NAME("target.pid") EU_OPTIONAL EU_DOC("the process that came in or was killed");
	__u32 pid_namespace EU_OPTIONAL EU_DOC("of a container without a cgroup of its own");
	struct eu_str cgroup EU_NAME("cgroup.path") EU_OPTIONAL
		EU_DOC("path below the hierarchy's root");
	struct eu_str maker EU_HIDDEN; /* the executable's name of the process that made it */
	__u8 has_exit_code EU_HIDDEN;
	__u8 in_setup EU_HIDDEN; /* found, but its entrypoint has not begun */
	__u8 in_tree EU_HIDDEN;  /* made by a process that is followed */
	__u8 pad_[5];
} EU_EVENT("container", "container", "a container was created, started, entered, stopped, removed") EU_DEFAULT;

/* What a runtime or a bundle said about a container; a replay asks nobody. */
struct eu_event_metadata {
	struct eu_head head;
	struct eu_str id;
	struct eu_str name;
	struct eu_str runtime;
	struct eu_str image_name;
	struct eu_str image_tag;
	struct eu_str image_digest;
	struct eu_str image_id;
	struct eu_str created;
	struct eu_str labels EU_FMT("argv"); /* key, value, key, value … NUL-separated */
	struct eu_str addresses EU_FMT("argv");
	__u32 init_pid;
	__u32 engine; /* enum eu_engine_word; 0: none has said anything */
	struct eu_str cgroup; /* the whole path, where the kernel's was cut */
	struct eu_str labels_cut; /* a bit for each label: its value is longer than what is here */
	struct eu_str former_names EU_FMT("argv"); /* told to a reader who begins here */
	__u8 labels_left_out;     /* there are more */
	__u8 labels_word;         /* enum eu_labels_word */
	__u8 pad_[2];
} EU_INTERNAL("metadata", "names of a container, from its runtime");

/* Which version of a runtime there is on this host, where it says so. */
struct eu_event_runtime {
	struct eu_head head;
	struct eu_str name; /* as containers have it */
	struct eu_str version;
} EU_INTERNAL("runtime", "version of a runtime, from its daemon");

/* What a daemon answered to a watched command, or what that asked for: it may name a container. */
struct eu_event_answer {
	struct eu_head head;
	struct eu_str text;
	__u32 pad_;
} EU_INTERNAL("answer", "a daemon's answer or a request that names a container");

/* ---- processes ---- */

/* The ids of a thread, in the initial user namespace. */
struct eu_ids {
	__u32 real EU_NAME("id") EU_DOC("the real one");
	__u32 effective EU_NAME("effective.id") EU_DOC("the one that counts");
	__u32 saved EU_NAME("saved.id") EU_DOC("the one it may go back to");
	__u32 fs EU_NAME("fs.id") EU_DOC("the one that counts for files");
};

/* What a thread may do. */
struct eu_creds {
	struct eu_ids user EU_NAME("user");
	struct eu_ids group EU_NAME("group");
	__u64 effective EU_HIDDEN; /* capabilities */
	__u64 permitted EU_HIDDEN;
	__u64 inheritable EU_HIDDEN;
	__u64 ambient EU_HIDDEN;
	__u64 bounding EU_HIDDEN;
};

/* What keeps it from doing more. */
struct eu_confined {
	__u64 inheritable; /* capabilities */
	__u64 bounding;
	__u32 user_namespace;  /* inode */
	__u32 seccomp_filters; /* how many */
	__u8 seccomp;          /* mode: 0 off, 1 strict, 2 by filters */
	__u8 no_new_privs;
	__u8 pad_[6];
};

/* What the picture of the world needs to know about a process. */
struct eu_task {
	__u32 pid;
	__u32 parent_pid;
	__u32 container_pid; /* in its own PID namespace */
	__u32 pid_namespace; /* inode */
	__u32 uid, gid;      /* effective, in the initial user namespace */
	__u64 start_time;    /* CLOCK_BOOTTIME, ns */
	struct eu_creds creds;
	struct eu_str comm;
	__u32 mount_namespace; /* inode */
};

struct eu_event_fork {
	struct eu_head head; /* the parent */
	__u32 child_pid EU_NAME("child.pid") EU_DOC("process id of the child");
	__u32 child_tid EU_NAME("child.tid") EU_DOC("thread id of the child");
	__u64 flags EU_FLAGS("clone") EU_OPTIONAL
		EU_DOC("what is shared, and the signal at its end, as clone(2) takes them");
	struct eu_task child EU_HIDDEN;
	eu_ref child_container EU_HIDDEN;
	__u8 entering EU_HIDDEN; /* the child is a runtime's, on its way into a container that runs */
	__u8 pad_[3];
} EU_EVENT("fork", "proc", "a process or thread was made");

/* A task came into a container's cgroup from elsewhere. */
struct eu_event_join {
	struct eu_head head; /* who moved it; the container is the one moved into */
	struct eu_task task;
	struct eu_str executable; /* its name */
	__u8 entering; /* it is a runtime's, on its way into a container that runs */
	__u8 pad_[3];
} EU_INTERNAL("join", "a process was moved into a container's cgroup");

/* A process of a container that was there before Eunomia. */
struct eu_event_present {
	struct eu_head head;
	struct eu_task task;
	struct eu_str executable;
	__u8 made; /* by Eunomia: it will be the command */
	__u8 threaded; /* has more than one thread */
	__u8 pad_[2];
} EU_INTERNAL("present", "a process that was there before");

/* When a process began that was there before Eunomia. */
struct eu_event_start {
	struct eu_head head;
	__u64 start_time; /* CLOCK_BOOTTIME, ns */
} EU_INTERNAL("start", "when a process began that was there before");

/* What a container's first process may do, and with which C library, after its entrypoint was
 * executed, or when it was found. */
struct eu_event_confinement {
	struct eu_head head;
	struct eu_confined confined;
	__u64 effective; /* capabilities */
	__u64 permitted;
	__u64 ambient;
	struct eu_str libc; /* "glibc 2.36"; empty: none that is known */
	__u32 pad_;
} EU_INTERNAL("confinement", "what a container's first process may do");

enum eu_file_origin {
	EU_ORIGIN_IMAGE = 1,   /* lower layer of an overlay: from the image */
	EU_ORIGIN_UPPER = 2,   /* upper layer: written since the container was made */
	EU_ORIGIN_MEMFD = 4,   /* memfd_create(2): no file at all */
	EU_ORIGIN_DELETED = 8, /* a file that has no name any more */
};

enum eu_executes {
	EU_EXECUTES_RUNTIME = 1, /* a runtime itself once more, on its way into a container */
	EU_EXECUTES_OTHER = 2,
};

struct eu_event_exec {
	struct eu_head head;
	struct eu_file file EU_NAME("file");
	struct eu_str args EU_FMT("argv") EU_DOC("argument vector, at most 4095 bytes");
	__u32 args_size EU_DOC("bytes of the whole argument vector, as long as it may be");
	struct eu_str interpreter EU_OPTIONAL EU_DOC("what a script named, the last of several");
	__u32 origin EU_NAME("file.origin") EU_FLAGS("file_origin") EU_OPTIONAL
		EU_DOC("image, upper layer, memfd, deleted");
	struct eu_file script EU_NAME("script");
	__u32 script_origin EU_NAME("script.origin") EU_FLAGS("file_origin") EU_OPTIONAL
		EU_DOC("where the script is from, as file.origin");
	__u32 pad2_;
	struct eu_task task EU_HIDDEN;
	struct eu_confined confined EU_HIDDEN;
	__u32 old_tid EU_HIDDEN; /* the thread that called execve(2) and is the leader now */
	__u8 args_cut EU_FMT("bool") EU_OPTIONAL EU_DOC("there was more of the argument vector");
	__u8 by_descriptor EU_HIDDEN; /* the call was execveat(2) of an open file */
	__u8 executes EU_HIDDEN;      /* enum eu_executes; 0: not known */
	__u8 pad_;
} EU_EVENT("exec", "proc", "a process runs another executable") EU_DEFAULT;

struct eu_event_exit {
	struct eu_head head;
	__u32 code EU_NAME("exit.code") EU_PRESENT_IF("exited") EU_DOC("what it passed to exit(2)");
	__u32 signal EU_NAME("exit.signal") EU_FMT("signal") EU_OPTIONAL EU_DOC("what killed it");
	__u64 duration EU_FMT("duration") EU_DOC("since it was made");
	__u32 uid EU_HIDDEN;   /* effective ids, in the initial user namespace, at the end … */
	__u32 gid EU_HIDDEN;
	__u32 mount_namespace EU_HIDDEN; /* … and its inode; 0: none of the three is known */
	__u8 exited EU_HIDDEN; /* and not killed */
	__u8 pad_[3];
} EU_EVENT("exit", "proc", "a process ended") EU_DEFAULT;

struct eu_event_comm {
	struct eu_head head;
	struct eu_str comm;
	__u32 pad_;
} EU_INTERNAL("comm", "a thread changed its name");

/* Of a thread that is like the first one of its process nobody keeps anything. */
struct eu_event_thread_end {
	struct eu_head head;
} EU_INTERNAL("thread_end", "a thread ended that differed from its process, which goes on");

/* A thread asked for other credentials; what it had before is for user space to know. */
struct eu_event_new_credentials {
	struct eu_head head;
	struct eu_call call EU_HIDDEN;
	struct eu_creds creds EU_HIDDEN;
	__u32 asked EU_HIDDEN; /* for what the above does not have: enum eu_cred_change */
	__u32 user_namespace EU_HIDDEN; /* inode of the one that it made or entered; 0: none */
} EU_INTERNAL("new_credentials", "a thread asked for other credentials");

struct eu_cap_change {
	__u64 gained EU_FMT("caps") EU_OPTIONAL EU_DOC("capabilities it has now");
	__u64 lost EU_FMT("caps") EU_OPTIONAL EU_DOC("capabilities it has no more");
};

enum eu_cred_change {
	EU_CRED_USER = 1,
	EU_CRED_GROUP = 2,
	EU_CRED_CAPABILITIES = 4,
	EU_CRED_UNKNOWN = 8, /* what it had before is not known, and shown as what it has */
	EU_CRED_GROUPS = 16, /* the supplementary ones were set */
	EU_CRED_SECUREBITS = 32, /* they were set */
};

struct eu_event_credentials {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_creds now EU_NAME("");
	struct eu_creds old EU_NAME("old");
	struct eu_cap_change effective EU_NAME("capabilities");
	struct eu_cap_change permitted EU_NAME("capabilities.permitted"); /* if not the same */
	struct eu_cap_change ambient EU_NAME("capabilities.ambient");
	struct eu_cap_change inheritable EU_NAME("capabilities.inheritable");
	struct eu_cap_change bounding EU_NAME("capabilities.bounding");
	__u32 changed EU_FLAGS("cred_change") EU_OPTIONAL EU_DOC("which of them changed");
	__u32 user_namespace EU_NAME("namespace.user") EU_OPTIONAL
		EU_DOC("inode of the user namespace that it made or entered by the call: its capabilities count there, and not outside");
} EU_EVENT("credentials", "proc", "a thread changed its user, group or capabilities, by a call (also by making or entering a user namespace) or by what it executed, or not; what a child is made with is no change; when nothing is asked for, changes of the bounding set alone are left out") EU_DEFAULT;

struct eu_event_namespace {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	__u32 kinds EU_NAME("namespace.kinds") EU_FLAGS("namespace")
		EU_DOC("which; of clone(2) and clone3(2), the child's, and the result is its pid in the caller's PID namespace");
	__u32 mount EU_NAME("namespace.mount") EU_OPTIONAL EU_DOC("inode of the new one");
	__u32 pid EU_NAME("namespace.pid") EU_OPTIONAL EU_DOC("inode of that of children");
	__u32 net EU_NAME("namespace.net") EU_OPTIONAL EU_DOC("inode of the new one");
	__u32 ipc EU_NAME("namespace.ipc") EU_OPTIONAL EU_DOC("inode of the new one");
	__u32 uts EU_NAME("namespace.uts") EU_OPTIONAL EU_DOC("inode of the new one");
	__u32 user EU_NAME("namespace.user") EU_OPTIONAL EU_DOC("inode of the new one");
	__u32 cgroup EU_NAME("namespace.cgroup") EU_OPTIONAL EU_DOC("inode of the new one");
} EU_EVENT("namespace", "proc", "a thread made or entered namespaces, or not") EU_DEFAULT;

/* Sent for the first check of its kind; the others are counted: see bpf/probes/capability.bpf.c. */
struct eu_event_capability {
	struct eu_head head;
	struct eu_call call EU_NAME(""); /* -1: not in a syscall; the result is 0 or that of a refusal */
	__u32 capability EU_ENUM("capability") EU_DOC("which was asked for");
	__u8 below EU_NAME("own_user_namespace") EU_FMT("bool") EU_OPTIONAL
		EU_DOC("asked for in a user namespace that was made in the container");
	__u8 pad_[3];
} EU_EVENT("capability", "proc", "the kernel checked a capability, for the first time in this system call of the container since it or its entrypoint began") EU_DEFAULT_FAILED;

/* ---- files ---- */

struct eu_event_open {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_file file EU_NAME("file");
	__u32 flags EU_NAME("file.flags") EU_FLAGS("open") EU_DOC("as passed");
	__u32 mode EU_NAME("file.mode") EU_FMT("octal") EU_OPTIONAL EU_DOC("permissions, when made");
	__u8 created EU_NAME("file.created") EU_FMT("bool") EU_OPTIONAL EU_DOC("the call made the file");
	__u8 truncated EU_NAME("file.truncated") EU_FMT("bool") EU_OPTIONAL
		EU_DOC("the call emptied a file that was there");
	__u8 pad_[6];
} EU_EVENT("open", "fs", "a file was opened, or not") EU_DEFAULT;

/* What had the new name before. */
enum eu_replaced {
	EU_REPLACED_UNKNOWN,
	EU_REPLACED_NOTHING,
	EU_REPLACED_ANOTHER,
	EU_REPLACED_ITSELF, /* both are names of one file: nothing was done */
};

struct eu_event_rename {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_file file EU_NAME("file");
	struct eu_target target EU_NAME("file.target");
	__u32 flags EU_NAME("flags") EU_FLAGS("rename") EU_OPTIONAL EU_DOC("as passed");
	__u32 replaced EU_HIDDEN; /* enum eu_replaced */
} EU_EVENT("rename", "fs", "a file got another name, or not");

struct eu_event_link {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_file file EU_NAME("file");
	struct eu_target target EU_NAME("file.target");
	__u32 flags EU_NAME("flags") EU_FLAGS("at") EU_OPTIONAL EU_DOC("as passed");
	__u32 pad_;
} EU_EVENT("link", "fs", "a file got one more name, the target, or not");

struct eu_event_symlink {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_file file EU_NAME("file");
	struct eu_target target EU_NAME("file.target");
} EU_EVENT("symlink", "fs", "a symbolic link was made, or not; its target is as passed");

struct eu_event_unlink {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_file file EU_NAME("file");
} EU_EVENT("unlink", "fs", "a name of a file was removed, or not");

struct eu_event_rmdir {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_file file EU_NAME("file");
} EU_EVENT("rmdir", "fs", "a directory was removed, or not");

struct eu_event_mkdir {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_file file EU_NAME("file");
	__u32 mode EU_NAME("file.mode") EU_FMT("octal") EU_DOC("permissions as passed, before the umask");
	__u32 pad_;
} EU_EVENT("mkdir", "fs", "a directory was made, or not");

struct eu_event_chmod {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_file file EU_NAME("file");
	__u32 mode EU_NAME("file.mode") EU_FMT("octal") EU_DOC("the new permissions");
	__u32 flags EU_NAME("flags") EU_FLAGS("at") EU_OPTIONAL EU_DOC("as passed");
} EU_EVENT("chmod", "fs", "permissions of a file were changed, or not");

struct eu_event_chown {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_file file EU_NAME("file");
	__s32 owner EU_NAME("file.owner.id") EU_DOC("new owner in the caller's user namespace; -1: as before");
	__s32 group EU_NAME("file.group.id") EU_DOC("new group in the caller's user namespace; -1: as before");
	__u32 flags EU_NAME("flags") EU_FLAGS("at") EU_OPTIONAL EU_DOC("as passed");
	__u32 pad_;
} EU_EVENT("chown", "fs", "owner or group of a file were changed, or not");

struct eu_event_truncate {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_file file EU_NAME("file");
	__s64 size EU_NAME("file.size") EU_DOC("the new size in bytes");
} EU_EVENT("truncate", "fs", "the size of a file was set, or not");

/* Which path the totals of a file belong to: sent when the file comes in sight. */
struct eu_event_file_seen {
	struct eu_head head;
	struct eu_file file EU_HIDDEN;
	__u32 generation EU_HIDDEN;
	__u32 path_hash EU_HIDDEN;
} EU_INTERNAL("file_seen", "a file of a container that is counted from now on");

/* Counted in the kernel and told from time to time; so it has no process. */
/* Whose use of a file it was, by when. */
enum eu_use_phase {
	EU_USE_INIT = 1, /* the runtime's: the entrypoint had not begun */
	EU_USE_WORK = 2,
};

struct eu_event_io {
	struct eu_head head;
	struct eu_file file EU_NAME("file");
	__u64 opens EU_NAME("file.opens") EU_OPTIONAL EU_DOC("how often it was opened, in a report");
	__u64 reads EU_NAME("file.reads") EU_OPTIONAL EU_DOC("calls that read from it");
	__u64 writes EU_NAME("file.writes") EU_OPTIONAL EU_DOC("calls that wrote to it");
	__u64 maps EU_NAME("file.maps") EU_OPTIONAL EU_DOC("how often it was mapped into memory");
	__u64 bytes_read EU_NAME("file.bytes_read") EU_OPTIONAL EU_DOC("what they read");
	__u64 bytes_written EU_NAME("file.bytes_written") EU_OPTIONAL EU_DOC("what they wrote");
	__u64 bytes_mapped EU_NAME("file.bytes_mapped") EU_OPTIONAL
		EU_DOC("length of the mappings, whatever of them was used");
	__u64 first EU_HIDDEN; /* CLOCK_MONOTONIC, ns */
	__u64 last EU_HIDDEN;
	__u8 created EU_NAME("file.created") EU_FMT("bool") EU_OPTIONAL EU_DOC("an open made it");
	__u8 existed EU_NAME("file.existed") EU_FMT("bool") EU_OPTIONAL
		EU_DOC("it was open before Eunomia; said once");
	__u8 phases EU_HIDDEN; /* enum eu_use_phase */
	__u8 pad_;
	__u32 truncations EU_NAME("file.truncations") EU_OPTIONAL EU_DOC("opens that emptied it");
	__u64 first_made EU_HIDDEN; /* by an open, ever: CLOCK_MONOTONIC, ns; 0: never */
	__u64 last_made EU_HIDDEN;
} EU_EVENT("io", "fs", "what a container read from and wrote to a file since this was last said");

/* ---- mounts ---- */

struct eu_event_mount {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_file file EU_NAME("file"); /* where it is mounted, or the tree it is about */
	struct eu_str source EU_NAME("mount.source") EU_OPTIONAL
		EU_DOC("device, directory or other thing that was mounted, as passed");
	struct eu_str type EU_NAME("mount.type") EU_OPTIONAL EU_DOC("type of the file system");
	__u64 flags EU_NAME("mount.flags") EU_FLAGS("mount") EU_OPTIONAL EU_DOC("of mount(2)");
	__u32 move_flags EU_NAME("mount.move_flags") EU_FLAGS("move_mount") EU_OPTIONAL
		EU_DOC("of move_mount(2)");
	__u32 tree_flags EU_NAME("mount.tree_flags") EU_FLAGS("open_tree") EU_OPTIONAL
		EU_DOC("of open_tree(2)");
	__u64 attributes EU_NAME("mount.attributes") EU_FLAGS("mount_attr") EU_OPTIONAL
		EU_DOC("of fsmount(2); set by mount_setattr(2)");
} EU_EVENT("mount", "fs", "a file system was mounted, moved or changed, or not");

struct eu_event_umount {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_file file EU_NAME("file");
	__u32 flags EU_NAME("flags") EU_FLAGS("umount") EU_OPTIONAL EU_DOC("as passed");
	__u32 pad_;
} EU_EVENT("umount", "fs", "a file system was unmounted, or not");

/* ---- network ---- */

enum eu_transport {
	EU_TRANSPORT_TCP = 1,
	EU_TRANSPORT_UDP,
	EU_TRANSPORT_UNIX,
	EU_TRANSPORT_RAW,
	EU_TRANSPORT_ICMP,
	EU_TRANSPORT_NETLINK,
	EU_TRANSPORT_PACKET,
	EU_TRANSPORT_VSOCK,
	EU_TRANSPORT_SCTP,
	EU_TRANSPORT_OTHER,
};

enum eu_network_type {
	EU_NETWORK_IPV4 = 1,
	EU_NETWORK_IPV6,
};

enum eu_direction {
	EU_DIRECTION_OUTBOUND = 1, /* this end connected */
	EU_DIRECTION_INBOUND,      /* the other end did */
	EU_DIRECTION_LISTENING,
};

enum eu_peer_source {
	EU_PEER_CALLER = 1, /* the socket knew no peer: read from the memory of the caller */
	EU_PEER_PROXY,      /* the container behind a proxy process, by the order of connections */
	EU_PEER_NAT,        /* datagrams of the host's address: by the port they were sent from */
};

struct eu_endpoint {
	__u8 address[16] EU_FMT("address") EU_OPTIONAL EU_DOC("internet address");
	__u16 port EU_OPTIONAL EU_DOC("port");
	__u16 pad_;
	struct eu_str path EU_OPTIONAL EU_DOC("of a unix socket; @ in front of an abstract name");
};

/* A socket and its two ends, as the kernel knows them. */
struct eu_socket {
	__u8 transport EU_ENUM("transport") EU_OPTIONAL EU_DOC("tcp, udp, unix, …");
	__u8 type EU_ENUM("network_type") EU_OPTIONAL EU_DOC("ipv4 or ipv6");
	__u8 direction EU_ENUM("direction") EU_OPTIONAL EU_DOC("which end connected");
	__u8 existed EU_FMT("bool") EU_OPTIONAL EU_DOC("it was there before Eunomia");
	__u8 host_namespace EU_HIDDEN; /* its network namespace is that of the host */
	__u8 pad_[3];
	struct eu_endpoint local;
	struct eu_endpoint peer;
	__u32 peer_pid EU_NAME("peer.pid") EU_OPTIONAL
		EU_DOC("process at the other end, when it is on this host and known");
	__u32 peer_source EU_NAME("peer.source") EU_ENUM("peer_source") EU_OPTIONAL
		EU_DOC("where the peer's address comes from, when not from the socket");
	eu_ref peer_container EU_HIDDEN;
	__u32 pad2_;
};

struct eu_event_socket {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_socket socket EU_NAME("network");
	__u32 family EU_NAME("network.family") EU_ENUM("socket_family") EU_DOC("protocol family");
	__u32 kind EU_NAME("network.socket_type") EU_FLAGS("socket_type") EU_DOC("kind, and flags");
	__u32 protocol EU_NAME("network.protocol") EU_OPTIONAL EU_DOC("protocol, as passed");
	__u32 pad_;
} EU_EVENT("socket", "net", "a socket was made, or not");

struct eu_event_bind {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_socket socket EU_NAME("network");
} EU_EVENT("bind", "net", "a socket was given a local address, or not");

struct eu_event_listen {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_socket socket EU_NAME("network");
	__u32 backlog EU_NAME("network.backlog") EU_DOC("connections that may wait");
	__u32 pad_;
} EU_EVENT("listen", "net", "a socket waits for connections") EU_DEFAULT;

struct eu_event_connect {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_socket socket EU_NAME("network");
	__u8 late EU_NAME("network.late") EU_FMT("bool") EU_OPTIONAL
		EU_DOC("the outcome of a connect that went on after it returned");
	__u8 again EU_HIDDEN; /* 1: of a connection whose outcome has been told */
	__u8 pad_[6];
} EU_EVENT("connect", "net", "a socket was connected, or not") EU_DEFAULT;

struct eu_event_accept {
	struct eu_head head;
	struct eu_call call EU_NAME("");
	struct eu_socket socket EU_NAME("network");
} EU_EVENT("accept", "net", "a connection was taken in") EU_DEFAULT;

struct eu_event_close {
	struct eu_head head;
	__u64 duration EU_FMT("duration")
		EU_DOC("since it was connected, accepted or listening; of UDP and unix: made");
	struct eu_socket socket EU_NAME("network");
	__u64 sent EU_NAME("network.bytes_sent") EU_DOC("payload sent, without retransmissions");
	__u64 received EU_NAME("network.bytes_received") EU_DOC("payload received");
	/* what of that a `traffic` event has told of */
	__u64 told_sent EU_HIDDEN;
	__u64 told_received EU_HIDDEN;
	__u32 told EU_HIDDEN; /* 1: there was one */
	__u32 pad_;
} EU_EVENT("close", "net", "a connection, a listening, UDP or unix socket came to its end");

/* Of datagrams, `udp` tells. */
struct eu_event_traffic {
	struct eu_head head;
	__u64 duration EU_FMT("duration") EU_DOC("since it was connected, accepted or made");
	struct eu_socket socket EU_NAME("network");
	__u64 sent EU_NAME("network.bytes_sent") EU_DOC("payload sent since this was last said");
	__u64 received EU_NAME("network.bytes_received") EU_DOC("payload received since then");
	__u32 again EU_HIDDEN; /* 1: it has been said before */
	__u32 pad_;
} EU_EVENT("traffic", "net", "what has gone through a connection that is open");

/* Datagrams are added up in the kernel: the first one is told at once, the others from time to
 * time. */
struct eu_event_udp {
	struct eu_head head;
	__u64 duration EU_FMT("duration") EU_OPTIONAL EU_DOC("since the first datagram");
	struct eu_socket socket EU_NAME("network");
	__u64 bytes_sent EU_NAME("network.bytes_sent") EU_DOC("payload sent");
	__u64 bytes_received EU_NAME("network.bytes_received") EU_DOC("payload received");
	__u64 sent EU_NAME("network.packets_sent") EU_DOC("datagrams sent");
	__u64 received EU_NAME("network.packets_received") EU_DOC("datagrams received");
	__u64 first EU_HIDDEN; /* when the first datagram was seen; 0: this is about it */
	/* bytes that have been told of without the peer's name, which is known from here on */
	__u64 named_sent EU_HIDDEN;
	__u64 named_received EU_HIDDEN;
	__u32 named EU_HIDDEN; /* 1: this record tells the name */
	__u32 pad_;
} EU_EVENT("udp", "net", "datagrams to and from a peer since this was last said");

/* A container's socket has this address of its own. */
struct eu_event_address {
	struct eu_head head;
	__u8 address[16] EU_FMT("address");
} EU_INTERNAL("address", "an address that a container uses");

/* Docker's userland proxy: its arguments tell which container it stands for. */
struct eu_event_proxy {
	struct eu_head head;
	struct eu_str args EU_FMT("argv");
	__u32 pad_;
} EU_INTERNAL("proxy", "a proxy process in front of a container");

/* ---- syscalls ---- */

struct eu_event_syscall {
	struct eu_head head;
	__u16 nr EU_NAME("syscall") EU_FMT("syscall") EU_DOC("the system call");
	__u8 returned EU_HIDDEN; /* exit and exit_group do not */
	__u8 pad_;
	struct eu_str args EU_FMT("args") EU_DOC("its arguments, by name");
	struct eu_str copies EU_NAME("args_state") EU_FMT("args_state") EU_OPTIONAL
		EU_DOC("which arguments are truncated or could not be read"); /* and what pointers
		* pointed to: struct eu_copy, see argkind.h */
	__u32 pad2_;
	__s64 result EU_FMT("errno") EU_PRESENT_IF("returned")
		EU_DOC("what it returned: a number, or an errno by name");
	__u64 duration EU_FMT("duration") EU_OPTIONAL EU_DOC("from enter to exit, when asked for");
} EU_EVENT("syscall", "syscall", "a system call returned");

/* ---- counters ---- */

/* What the kernel has counted for a container, behind the record: entries of one size each. Values
 * are those since the container's beginning; what has not changed is not said again. */
struct eu_counters_list {
	struct eu_str entries;
	__u16 entry; /* size of one */
	__u16 pad_;
};

/* An entry of `counts`. */
struct eu_call_count {
	__u16 nr;    /* as in struct eu_call */
	__u16 error; /* positive errno; 0: all calls */
	__u32 pad_;
	__u64 count;
	__u64 first, last; /* CLOCK_MONOTONIC, ns; not of errors */
	__u64 init; /* how many of them were the runtime's: bpf/phase.h */
};

struct eu_event_counts {
	struct eu_head head;
	struct eu_counters_list counters;
} EU_INTERNAL("counts", "how often a container made which system calls, and how they failed");

/* An entry of `capability_counts`. */
struct eu_capability_count {
	__u16 nr; /* as in struct eu_call; without a name when it was asked for outside of calls */
	__u8 capability;
	__u8 how; /* 1: refused; 2: in a user namespace made in the container; 4: before the
	           * entrypoint began */
	__u32 pad_;
	__u64 count;
	__u64 first, last; /* CLOCK_MONOTONIC, ns */
};

struct eu_event_capability_counts {
	struct eu_head head;
	struct eu_counters_list counters;
} EU_INTERNAL("capability_counts", "how often a container was checked for which capabilities");

/* An entry of `values`. Which arguments, the call tells: src/values.c. */
struct eu_value_count {
	__u16 nr; /* as in struct eu_call */
	__u16 pad_;
	__u32 pad2_;
	__u64 values[3];
	__u64 count;
	__u64 first, last; /* CLOCK_MONOTONIC, ns */
	__u64 init; /* how many of them were the runtime's: bpf/phase.h */
};

struct eu_event_values {
	struct eu_head head;
	struct eu_counters_list counters;
} EU_INTERNAL("values", "with which arguments a container made the calls that a profile can narrow");

/* A window is as long as the time between two looks at the counters. */
struct eu_event_window {
	struct eu_head head;
	__u64 begun;  /* CLOCK_MONOTONIC, ns */
	__u64 length; /* ns */
	struct eu_str native, i386; /* sets of numbers: bit n % 8 of byte n / 8; up to the last one */
} EU_INTERNAL("window", "which system calls a container made in a window of time");

/* ---- what only recordings have ---- */

/* In a recording of facts, events that only make a number larger are left out. These are the
 * numbers, since the container's beginning. */
struct eu_seen {
	__u64 first, last; /* CLOCK_MONOTONIC, ns */
};

/* What is done to a file, beside opening, reading, writing and mapping it. Recordings have these
 * numbers. */
enum eu_file_operation {
	EU_OPERATION_OTHER = 0,     /* which, is not told: as older versions do */
	EU_OPERATION_RENAME = 1,    /* it was given another name … */
	EU_OPERATION_RENAME_TO = 2, /* … which is this one; who had it before, has it no more */
	EU_OPERATION_LINK = 3,      /* it was given one more name … */
	EU_OPERATION_LINK_TO = 4,   /* … which is this one */
	EU_OPERATION_SYMLINK = 5,
	EU_OPERATION_UNLINK = 6,
	EU_OPERATION_MKDIR = 7,
	EU_OPERATION_RMDIR = 8,
	EU_OPERATION_CHMOD = 9,
	EU_OPERATION_CHOWN = 10,
	EU_OPERATION_TRUNCATE = 11,
	EU_OPERATION_MOUNT = 12, /* on it */
	EU_OPERATION_UMOUNT = 13,
	EU_OPERATIONS
};

/* An entry of `file_totals`. */
struct eu_operation_total {
	__u32 operation; /* enum eu_file_operation */
	__u32 pad_;
	__u64 count;
};

struct eu_event_file_totals {
	struct eu_head head;
	struct eu_str path;
	__u32 flags; /* 1 created, 2 deleted, 4 it was open before Eunomia, 8 used by the runtime before
	              * the entrypoint began, 16 and after that, 32 when it was used is not known,
	              * 64 an operation changed it, 128 it was made here and moved away each time */
	__u64 opens, reads, writes, bytes_read, bytes_written, failures;
	__u64 other; /* operations, those that are told one by one among them */
	__u64 maps, bytes_mapped;
	struct eu_seen seen;
	__u64 inode; /* these two where the path does not tell it from others */
	__u32 device;
	__u32 path_state; /* as far as it says which file it is: truncated, detached, chroot; raw */
	struct eu_counters_list operations;
	struct eu_str new_path; /* the name that it was given last, and what else says where that is */
	__u32 new_path_state;
	__u64 new_inode;
	__u32 new_device;
	__u32 pad_;
} EU_INTERNAL("file_totals", "how often a container used a file");

struct eu_event_executable_totals {
	struct eu_head head;
	struct eu_str path;
	struct eu_str name; /* argv[0] */
	__u32 flags; /* 1 there were more argument vectors than are known, 2 one was cut */
	__u32 path_state;
	__u64 count;
	__u32 origin, script_origin; /* enum eu_file_origin */
	struct eu_seen seen;
} EU_INTERNAL("executable_totals", "how often a container ran a program");

struct eu_event_peer_totals {
	struct eu_head head;
	struct eu_str transport;
	struct eu_str address; /* or path of a unix socket */
	struct eu_str container_id, container_name;
	__u32 port;
	__u32 inbound;
	__u64 count, failures, bytes_sent, bytes_received;
	struct eu_seen seen;
	__u32 source; /* enum eu_peer_source */
	__u32 pad_;
} EU_INTERNAL("peer_totals", "how often a container talked to a peer");

struct eu_event_container_totals {
	struct eu_head head;
	struct eu_seen seen;
} EU_INTERNAL("container_totals", "from when to when a container was seen");

/* Answers that the host gave while a record was taken, and what a reader has to know who begins
 * in the middle. */
struct eu_event_known_process {
	struct eu_head head;
	struct eu_task task;
	struct eu_str executable;
	__u32 mount_namespace;
	__u8 existed; /* it was there before Eunomia */
	__u8 inside;  /* came to life in the container, or has executed in it */
	__u8 threaded;
	__u8 creds_unknown; /* those of the task are a guess */
	__u8 entering; /* it is a runtime's, on its way into a container that runs */
	__u8 pad_[3];
} EU_INTERNAL("known_process", "what is known of a process");

/* A thread that is called otherwise than the first one of its process, or may do something else. It
 * follows the record of its process. */
struct eu_event_known_thread {
	struct eu_head head; /* tid 0: all threads that are not told of */
	struct eu_creds creds;
	struct eu_str comm;
	__u8 creds_unknown; /* they are a guess */
	__u8 pad_[3];
} EU_INTERNAL("known_thread", "what is known of a thread that differs from its process");

struct eu_event_known_container {
	struct eu_head head;
	__u64 cgroup_id;
	struct eu_str cgroup;
	struct eu_str runtime; /* by what made it; a name of more weight is among its names */
	__u32 pid_namespace;
	__u32 init_pid;
	eu_ref first_ref; /* of its first run; 0: of a version that did not tell, it is this one */
	__u8 existed, started;
	__u8 recovered; /* its beginning was lost */
	__u8 resting;   /* it has no cgroup: created, or stopped and not removed */
} EU_INTERNAL("known_container", "what is known of a container; its names follow as metadata");

struct eu_event_bound {
	struct eu_head head;
} EU_INTERNAL("bound", "a container that the recorded command made");

/* Values are those since the recording began. */
struct eu_event_loss {
	struct eu_head head;
	struct eu_str class; /* the name of the event that is missing; "any" */
	struct eu_str place;
	__u64 count;
} EU_INTERNAL("loss", "what was lost of a container");

struct eu_event_end {
	struct eu_head head;
	__u64 stopped; /* wall clock, ns */
} EU_INTERNAL("end", "the recorder was stopped in good order");

#if defined(__clang__)
#pragma clang diagnostic pop
#endif
