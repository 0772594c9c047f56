/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names for containers: what runtimes know and the kernel does not.
 *
 *	eu_meta_new → poll eu_meta_fd → eu_meta_ask … eu_meta_dispatch … → eu_meta_free
 *
 * One thread of its own asks ("eu-meta"), so that a daemon that hangs delays a name and nothing
 * else. Every ask reads the OCI bundle first (microseconds), then asks the Docker and Podman
 * sockets; both answers are handed over by eu_meta_dispatch on the caller's thread. The daemons'
 * event streams arrive the same way. That an engine has removed a container is also seen where no
 * daemon can be asked: the directory in which it keeps what it knows of the container is gone.
 *
 * What daemons and files say is bounded and never believed: see the limits below. What breaks a
 * limit, is not JSON, or takes too long is counted in struct eu_meta_stats and leaves the
 * container with what is known already.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <eunomia/error.h>
#include <eunomia/event.h>
#include "meta/cgroup_name.h"

#define EU_META_MAX_ASKS    8192        /* not answered finally; more: -EAGAIN */
#define EU_META_MAX_ANSWERS 8192        /* not dispatched; more are dropped and counted */
#define EU_META_MAX_KNOWN   1024        /* containers remembered from event streams */
#define EU_META_MAX_HOMES   8192        /* containers whose removal is looked for */
#define EU_META_MAX_HELD    (16u << 20) /* bytes of asks, answers and known ones, each */
#define EU_META_MAX_SOCKETS 16
#define EU_META_MAX_FILE    (4u << 20)  /* bytes of a bundle's or runtime's file */
#define EU_META_MAX_ANSWER  (8u << 20)  /* bytes of one answer of a daemon */
#define EU_META_MAX_LINE    (1u << 20)  /* bytes of one message of an event stream */
#define EU_META_MAX_JSON    (32u << 20) /* bytes that parsing one document may take */
#define EU_META_MAX_STRING  4096        /* bytes of one string, cut on a character; a label says so */
#define EU_META_MAX_ITEMS   1024        /* labels, addresses and ports of a container, each */
#define EU_META_MAX_LISTED  16384       /* containers in a list; processes of one */
#define EU_META_CONNECT_MS  2000
#define EU_META_ANSWER_MS   5000 /* a whole answer */

struct eu_address {
	char *network;  /* "bridge"; NULL: not known */
	uint8_t ip[16]; /* IPv4 as ::ffff:a.b.c.d */
	uint8_t prefix; /* in bits of the address's own family */
};

/* A port of the container that the host publishes. */
struct eu_port {
	uint8_t host_ip[16]; /* as in eu_address; 0.0.0.0 or :: for all of the family */
	uint16_t host_port;
	uint16_t port;    /* in the container */
	uint8_t protocol; /* IPPROTO_TCP, IPPROTO_UDP, IPPROTO_SCTP */
};

/* A container, seen from outside the kernel. Strings are owned; NULL and 0: not known. */
struct eu_container_info {
	char *id;
	char *name;
	char *runtime;    /* "docker", "podman", "containerd", "crio", "runc", "crun", "lxc", … */
	char *image_name; /* "docker.io/library/nginx", as it was asked for */
	char *image_tag;
	char *image_digest; /* "sha256:…" of the manifest */
	char *image_id;     /* "sha256:…" of the configuration */
	char *created;      /* RFC 3339 */
	char *status;       /* "created", "running", "exited", … */
	char *bundle;       /* directory of config.json */
	char *home;         /* directory that an engine keeps as long as it knows the container */
	char *cgroup_path;
	char *claimed_cgroup; /* where its runtime's files say it is, as far as the runtime sees */
	char *pod_name, *pod_namespace, *pod_uid;
	struct eu_label *labels; /* the container's; annotations where a runtime has no labels */
	size_t n_labels;
	bool labels_left_out; /* there are more than these */
	bool labels_unknown;  /* no file has them, and its engine has not been asked */
	struct eu_address *addresses;
	size_t n_addresses;
	struct eu_port *ports;
	size_t n_ports;
	int init_pid;        /* in the initial PID namespace */
	uint64_t init_start; /* of init_pid, clock ticks since boot (proc(5), stat, starttime) */
	int exit_code;       /* of the last run, when has_exit_code */
	bool has_exit_code;
	bool oom_killed;
	bool from_api;    /* a daemon said so */
	bool from_bundle; /* a bundle or a runtime's state said so */
	bool final;       /* nothing more will be said to this ask */
	uint64_t time;    /* of an action, wall clock, ns; 0: not an action of a daemon */
	char *detail;     /* of EU_META_EXEC: the command, where the daemon tells */
	const char *former_names; /* as in struct eu_container; borrowed, no runtime tells them */
	size_t former_size;
};

enum eu_meta_action {
	EU_META_NONE,  /* asked, and nobody knew more */
	EU_META_NAMED, /* this is what it is called (again after a rename) */
	EU_META_CREATED,
	EU_META_STARTED,
	EU_META_EXEC,
	EU_META_STOPPED,
	EU_META_REMOVED,
	EU_META_OOM,
	EU_META_RUNTIME, /* no container: detail is the version of the daemon for info->runtime */
};

struct eu_meta_options {
	const char *const *sockets; /* paths, also "unix:///…"; NULL: the usual ones */
	size_t n_sockets;
	const char *const *state_dirs; /* of runc and crun (--root), beside the usual ones */
	size_t n_state_dirs;
	const char *root; /* where the host's "/" is; NULL: "/" */
	bool no_daemons;  /* bundles only */
};

struct eu_meta_stats {
	uint64_t asked, answered;
	uint64_t refused;   /* asks when the queue was full */
	uint64_t dropped;   /* answers when nobody dispatched */
	uint64_t malformed; /* answers or files that are not the JSON they should be */
	uint64_t too_large;
	uint64_t timed_out;
	uint64_t unreachable; /* a socket that takes no connection, or hangs up, or answers with an error */
	uint64_t reconnects;  /* of event streams */
	char last_error[256]; /* a sentence, "" while all is well */
};

struct eu_meta;

/* Copies the options. Daemons need not be there yet. */
int eu_meta_new(struct eu_meta **out, const struct eu_meta_options *options, struct eu_error *err);
/* What it was made with; valid as long as it. */
const struct eu_meta_options *eu_meta_made_with(const struct eu_meta *meta);
/* Readable when eu_meta_dispatch has something to hand over. */
int eu_meta_fd(const struct eu_meta *meta);

/*
 * Asks who this is; any of id, cgroup_path and pid (an init, or any process of the runtime that
 * makes the container) may be missing. Never blocks: -EAGAIN when the queue is full. Each ask is
 * answered once or more under its cookie, the last time with info->final.
 */
int eu_meta_ask(struct eu_meta *meta, const char *id, const char *cgroup_path, int pid,
		uint64_t cookie);

/* The same of a container that has ended already: there are no files of it any more, but its engine
 * may know it, and its events have been told or still are. */
int eu_meta_ask_ended(struct eu_meta *meta, const char *id, const char *cgroup_path,
		      uint64_t cookie);

/* info is borrowed for the call. cookie 0: nobody asked, a daemon's event stream told. */
typedef void (*eu_meta_answer_fn)(void *ctx, uint64_t cookie, const struct eu_container_info *info,
				  enum eu_meta_action action);
void eu_meta_dispatch(struct eu_meta *meta, eu_meta_answer_fn fn, void *ctx);

/* Looks whether what has been asked for is still known to its engine, which happens every second
 * anyway: what is not is handed over by the next dispatch as EU_META_REMOVED. */
void eu_meta_look(struct eu_meta *meta);

void eu_meta_stats(struct eu_meta *meta, struct eu_meta_stats *out);
/* Returns promptly, whatever a daemon does. Asks that are still open are not answered. */
void eu_meta_free(struct eu_meta *meta);

/*
 * What bundle and runtime state say, now, on this thread: files below 4 MiB and no sockets.
 * options may be NULL. -ENOENT when nothing was found; *out is then left alone.
 */
int eu_meta_read_bundle(const char *id, const char *cgroup_path, int pid,
			const struct eu_meta_options *options, struct eu_container_info **out);

struct eu_container_process {
	int pid; /* in the initial PID namespace */
	char *command;
};

struct eu_container_entry {
	struct eu_container_info *info;
	struct eu_container_process *processes;
	size_t n_processes;
};

struct eu_container_list {
	struct eu_container_entry *entries; /* ordered by runtime, then name */
	size_t n_entries;
	bool more; /* than EU_META_MAX_LISTED: it ends there */
	struct eu_meta_stats stats; /* what went wrong on the way */
};

/* All containers of all runtimes on this host, with their processes on request. Takes at most
 * deadline_ms; a daemon that is late is missing from the list and counted in its stats. */
int eu_meta_list(struct eu_container_list **out, const struct eu_meta_options *options,
		 bool processes, unsigned int deadline_ms, struct eu_error *err);
void eu_container_list_free(struct eu_container_list *list);

/* When it was made, wall clock, ns; 0: not known. */
uint64_t eu_container_info_made(const struct eu_container_info *info);

struct eu_container_info *eu_container_info_new(void); /* NULL: no memory */
void eu_container_info_free(struct eu_container_info *info);
