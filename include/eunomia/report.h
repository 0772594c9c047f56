/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a container did, as facts: counted in the kernel, read out when asked.
 *
 * A report is a snapshot: it owns all it holds and stays valid after the session is gone.
 */
#pragma once

#include <eunomia/recording.h>
#include <eunomia/session.h>

#pragma GCC visibility push(default)

/*
 * Of the calls of a container some were made by its runtime, inside it: before the entrypoint began,
 * and on the way to what it executes there later.
 * How many is `init` below, or this: a recording of a version that did not count them apart.
 */
#define EU_INIT_UNKNOWN UINT64_MAX

struct eu_errno_count {
	int error; /* positive errno */
	uint64_t count, init;
};

struct eu_argument_fact {
	const char *name;
	uint64_t value;
	const char *text; /* what the value is called: "AF_INET", "CLONE_VM|CLONE_FS"; or NULL */
};

/* Calls whose arguments were these: only those arguments that a profile can narrow. */
struct eu_value_fact {
	const struct eu_argument_fact *arguments;
	size_t n_arguments;
	uint64_t count, init, first, last;
};

struct eu_syscall_fact {
	const char *name;
	uint64_t count, init;
	uint64_t first, last; /* wall clock, ns */
	const struct eu_errno_count *errors;
	size_t n_errors;
	const struct eu_value_fact *values;
	size_t n_values;
};

struct eu_operation_count {
	uint32_t operation; /* enum eu_file_operation */
	uint64_t count; /* failed ones, too */
};

struct eu_file_fact {
	const char *path; /* bytes, NUL-terminated */
	const char *new_path; /* the name that it was given last, with rename(2); or NULL */
	uint64_t opens, reads, writes, bytes_read, bytes_written, failures;
	const struct eu_operation_count *operations; /* those that there were */
	size_t n_operations;
	uint64_t maps, bytes_mapped; /* into memory: length of the mappings */
	bool created, deleted;
	bool changed; /* an operation succeeded; of older versions that is not known */
	bool moved; /* it was made here, and renamed each time: nothing is left under this name */
	bool existed; /* it was open before Eunomia */
	bool by_init, by_work; /* used by the runtime, and by the container */
	bool untimed; /* but for what a recording does not tell apart */
	/* Where the path alone does not say which file it is: EU_PATH_TRUNCATED, EU_PATH_DETACHED,
	 * EU_PATH_CHROOT of enum eu_path_state. Files with the same text are told apart by these, by
	 * the device where the path has no beginning, and by the inode where it was cut; 0: not
	 * known. What is known of none of them, several files may be in. EU_PATH_RAW: nobody resolved the
	 * path, and a file may be here under another one, too. */
	uint32_t path_state, device;
	uint64_t inode;
	uint64_t first, last;
};

struct eu_argv_fact {
	const char *const *argv;
	size_t n_argv;
};

/* A program file under the name of its argv[0]. */
struct eu_executable_fact {
	const char *path;
	const char *const *argv; /* of the first time */
	size_t n_argv;
	const char *parent;      /* its executable */
	uint64_t count, first, last;
	const struct eu_argv_fact *others; /* different ones, at most 15 */
	size_t n_others;
	bool more; /* there were more than these */
	bool cut;  /* of one that was longer, 4095 bytes are known */
	uint32_t path_state; /* as of a file */
	uint32_t origin;        /* enum eu_file_origin: what it was at any time */
	uint32_t script_origin; /* the same of the scripts that it was executed for */
};

struct eu_peer_fact {
	const char *transport; /* "tcp", "udp", "unix" */
	const char *address;   /* or path of a unix socket; "in": its own, and the port is */
	size_t address_len;    /* abstract names ("@…") may have NULs in them */
	uint16_t port;
	const char *direction; /* "out" or "in" */
	const char *container_id, *container_name; /* NULL: not a watched container */
	uint32_t source; /* enum eu_peer_source: how that is known, when not from the socket itself */
	uint64_t bytes_sent, bytes_received, count, failures, first, last;
};

struct eu_capability_fact {
	const char *name;
	uint64_t granted, refused, first, last;
	const char *const *syscalls; /* in which */
	size_t n_syscalls;
	uint64_t below; /* asked for in user namespaces made in the container, which needs nothing for
			 * that; not among the others */
	uint64_t init_granted, init_refused; /* of them, the runtime's */
};

/* What the first process may do, when its entrypoint begins. Sets of capabilities: bit n is the
 * kernel's capability n. */
struct eu_confinement_fact {
	bool no_new_privs;
	bool initial_user_namespace;
	uint32_t user_namespace;  /* inode */
	unsigned seccomp;         /* mode: 0 off, 1 strict, 2 by filters */
	uint32_t seccomp_filters; /* how many */
	uint64_t inheritable, permitted, effective, bounding, ambient;
	const char *libc; /* "glibc 2.36", "musl 1.2.4"; "": none that is known */
};

struct eu_lifecycle_fact {
	uint64_t time;
	const char *action; /* "created", "found", "recovered", "named", "started", "exec", "oom",
			     * "stopped", "failed", "removed"; "left_out": as many steps as detail says */
	const char *detail; /* or NULL */
};

/* One of the containers that an entry is merged of. */
struct eu_replica_fact {
	const char *id, *name, *host;
	bool existed; /* it was there before Eunomia */
	uint64_t first, last;
};

struct eu_container_report {
	struct eu_container container;
	const char *host; /* NULL: the report's */
	bool selected_late; /* it ran before it had the name it was asked for by: that is not in here */
	/* What eu_merger_report made this entry of; none: of the container alone. */
	const struct eu_replica_fact *replicas;
	size_t n_replicas;
	size_t runs; /* reports that had one of them */
	const char *runtime_version; /* "20.10.24 (containerd 1.6.20, runc 1.1.5)"; NULL, "": not known */
	const struct eu_confinement_fact *confinement; /* NULL: not known */
	const struct eu_syscall_fact *syscalls;
	size_t n_syscalls;
	const struct eu_file_fact *files;
	size_t n_files;
	const struct eu_executable_fact *executables;
	size_t n_executables;
	const struct eu_peer_fact *peers;
	size_t n_peers;
	const struct eu_capability_fact *capabilities;
	size_t n_capabilities;
	const struct eu_lifecycle_fact *lifecycle;
	size_t n_lifecycle;
	const struct eu_loss *loss;
	size_t n_loss;
	const struct eu_unrecorded *unrecorded; /* kinds of facts that may be more than is here */
	size_t n_unrecorded;
	uint64_t first, last; /* wall clock, ns: from when to when it was watched */
	uint64_t until;       /* as of the report */
};

struct eu_report {
	const char *host;
	uint64_t first, last;
	uint64_t until; /* what came later is not in it, as the watching had not ended; 0: it had */
	uint64_t since; /* what was before was recorded, and given up (eu_recording_info); 0: nothing */
	const struct eu_container_report *containers;
	size_t n_containers;
	bool complete; /* nothing was lost anywhere, nor is anything unrecorded */
	const struct eu_loss *loss; /* what was lost of nobody knows whom, or of the host */
	size_t n_loss;
	bool partial;  /* one container that is being forgotten: another report has the others */
	uint64_t n_forgotten; /* containers that were handed over like that, and are not in here */
};

/* What a report calls it: "rename", "mkdir", … */
const char *eu_file_operation_name(uint32_t operation);

/* A snapshot of all containers of a session in EU_MODE_REPORT. */
int eu_report_take(struct eu_report **out, struct eu_session *session, struct eu_error *err);
/* The same of one container, which is `partial`. */
int eu_report_take_one(struct eu_report **out, struct eu_session *session,
		       const struct eu_container *container, struct eu_error *err);
void eu_report_free(struct eu_report *report);
/* Leaves in a report what was in a time (wall clock, ns): counts less those of a report of the
 * same recording up to its beginning (NULL: there was nothing), and containers that did something
 * in it. What each lost stays: nobody knows when it would have been. But for that, the time until
 * a report and the time since it, merged, are the whole. 0 or -ENOMEM: then the report can only
 * be freed. */
int eu_report_cut(struct eu_report *report, const struct eu_report *before, uint64_t from,
		  uint64_t to);

/* Of containers that have ended, 4096 are remembered. What is known of the oldest is handed over
 * before it is forgotten, borrowed for the call (and may be cut). If that returns anything but 0, or there is no such
 * function, the container is a loss in place "forgotten". */
typedef int (*eu_forget_fn)(void *context, struct eu_report *report);
void eu_session_on_forget(struct eu_session *session, eu_forget_fn on_forget, void *context);

/*
 * Several reports as one: what containers of one image did, on any host and in any run, is one
 * entry. Containers belong together by their image's digest, else by its name and tag, else by
 * their own name, if no run had two of that name in different cgroups. Counts and bytes add up,
 * times become the earliest and the latest; identity is that of the first that was added; the
 * confinement is what any of them was allowed; the losses of each are losses of the entry, those of
 * nobody knows whom once for each run. Partial reports come before the one that has the rest of
 * their run. Reports can be merged in any order, and what was merged again with others.
 */
struct eu_merger;

int eu_merger_new(struct eu_merger **out, struct eu_error *err);
/* Copies what it needs of the report. After a failure the merger can only be freed. */
int eu_merger_add(struct eu_merger *merger, const struct eu_report *report, struct eu_error *err);
/* All that was added; NULL without memory. Borrowed: valid until the next call with this merger. */
const struct eu_report *eu_merger_report(struct eu_merger *merger);
void eu_merger_free(struct eu_merger *merger);

/* Reports as text. Names and paths come from containers: in JSON and CSV they are escaped without
 * losing bytes, on a terminal control bytes are never passed on. All return 0 or -errno. */

/* One JSON object: {"host":…,"containers":[…],"complete":…}. */
int eu_report_write_json(const struct eu_report *report, int fd);
/* One line per fact: container, kind of fact, what, how often, by whom, first, last, and details.
 * The last one says whether that is all. */
int eu_report_write_csv(const struct eu_report *report, int fd);

struct eu_report_style {
	bool color;
	unsigned width; /* of the terminal, 0: unknown */
};

/* For people. */
int eu_report_write_summary(const struct eu_report *report, int fd,
			    const struct eu_report_style *style);
/* index.json and <name>-<12 of id>.json per container, each replaced in one step, 0600. The
 * directory is made, 0700, when it is not there. docs/report.schema.json describes the files. */
int eu_report_write_directory(const struct eu_report *report, const char *path,
			      struct eu_error *err);

/* The same again and again, for a session that forgets containers: the file of one that is kept
 * stays as it is, and the index goes on listing it, while memory holds nothing of it. One that has
 * another name by now has another file, and its former one is removed. */
struct eu_report_directory;

int eu_report_directory_new(struct eu_report_directory **out, const char *path,
			    struct eu_error *err);
/* A partial report. Its file is written now, the index with the next whole report. */
int eu_report_directory_keep(struct eu_report_directory *directory, const struct eu_report *report,
			     struct eu_error *err);
int eu_report_directory_write(struct eu_report_directory *directory, const struct eu_report *report,
			      struct eu_error *err);
void eu_report_directory_free(struct eu_report_directory *directory);

#pragma GCC visibility pop
