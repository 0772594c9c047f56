/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One event, complete: the record, and the world around it at that moment.
 *
 * Everything here is borrowed for the length of the callback; copy what must live longer.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <linux/types.h>

#include <eunomia/record.h>
#include <eunomia/schema.h>

/* A label, as `docker run --label` gave it. */
struct eu_label {
	const char *key;
	const char *value;
	bool cut; /* the value is longer than that */
};

/* A container as it is known so far. Strings are never NULL: "" is "not known (yet)". */
struct eu_container {
	eu_ref ref;          /* of this run of it: each start gives it a cgroup, and a ref, of its own */
	eu_ref first_ref;    /* of its first run that was seen: equal for all runs of a container */
	const char *id;      /* 64 hex digits, or the name that plain runc was given */
	const char *name;    /* what people call it; the id's first 12 until the name is known */
	const char *former_names; /* what it was called before: text after text, each with its NUL */
	size_t former_size;       /* of all of them in bytes */
	const char *runtime; /* "docker", "podman", "containerd", "runc", "crun", "lxc", … */
	const char *image_name;
	const char *image_tag;
	const char *image_digest; /* "sha256:…" of its manifest */
	const char *image_id;     /* "sha256:…" of its configuration; what `docker images` calls it by */
	const char *cgroup;  /* path below the hierarchy's root */
	const char *created; /* RFC 3339, as the runtime says */
	const struct eu_label *labels;
	size_t n_labels;
	bool labels_left_out; /* there are more than these */
	bool labels_unknown;  /* its engine keeps them where nobody could look, and was not asked */
	uint32_t init_pid;   /* in the initial PID namespace; 0: not known */
	bool named;          /* a runtime or a bundle confirmed the name */
	bool existed;        /* it was there before Eunomia */
	bool recovered;      /* it began under Eunomia, but the record of that was lost */
	bool cgroup_cut;     /* the path is longer than what is here */
	uint32_t version;    /* changes whenever anything above does; printers cache by it */
};

/* A process as it is at the time of the event. Strings are never NULL. */
struct eu_process {
	uint32_t pid;           /* in the initial PID namespace */
	uint32_t parent_pid;
	uint32_t container_pid; /* in its own PID namespace */
	uint32_t uid, gid;      /* of its first thread, effective, in the initial user namespace */
	uint64_t start_time;    /* CLOCK_BOOTTIME, ns: with the pid, unique since boot */
	const char *name;       /* comm of its first thread */
	const char *executable; /* path in the container, "" until known */
	uint32_t mount_namespace, pid_namespace; /* inode numbers, 0: not known */
	bool existed;           /* it was there before Eunomia */
	uint32_t version;       /* changes whenever anything above does; printers cache by it */
};

/* A thread that is called otherwise than the first one of its process, or may do something else. */
struct eu_thread {
	uint32_t tid;      /* in the initial PID namespace */
	uint32_t uid, gid; /* effective, in the initial user namespace */
	const char *name;  /* comm */
};

struct eu_event {
	const struct eu_event_desc *desc;
	const struct eu_head *record;
	uint64_t seq;        /* 1, 2, 3 … in the order of output */
	uint64_t time;       /* wall clock, ns since 1970, UTC */
	const char *host;
	const struct eu_container *container; /* NULL: the host */
	const struct eu_process *process;     /* NULL: none (container events) */
	const struct eu_thread *thread;       /* who acted; NULL: one like the process's first */
	const struct eu_process *parent;      /* in reports; NULL: not known */
	const struct eu_container *peer;      /* who is at the other end, NULL: not a container */
};
