/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What containers do now (B) that they did not before (A), and back.
 *
 *	eu_differ_new → eu_differ_add for each report of A and of B → eu_differ_compare → …_free
 *
 * Each side is merged first (as in eunomia/report.h, but by the image's name whatever its tag and
 * digest are). Where each side has one container (or one image's), those are compared; else those
 * of one image, else of one name.
 *
 * What differs from run to run and means nothing is told apart:
 *	- process ids, descriptors and the like in /proc, /dev/pts, "pipe:[123]" and "/#123" (a file of
 *	  O_TMPFILE) are <pid>, <n>; 64 hex digits in a path are <id>
 *	- results that tell of timing are no difference: EINTR and the kernel's own ERESTART*, and
 *	  EAGAIN but of fork, vfork, clone and clone3; nor is restart_syscall
 *	- counts and times are none
 *	- what the runtime does inside is none, nor a C library that one side could not read in time
 *	- recordings of the first version do not tell its calls and files apart, but time them by the
 *	  kernel's jiffies: what came within 5 ms of the beginning is a difference only when the other
 *	  side has it nowhere, not even in its runtime's work; and what both runtimes do only when
 *	  one side does it after these 5 ms, and more often than the other. Calls of Go's scheduler
 *	  (futex, getpid, nanosleep and the like) are none where the runtime makes them, nor are
 *	  errors of a call that the runtime makes, too, when there are but one or two in each
 *	  container
 *	- UDP ports between 32768 and 60999 are one port, "ephemeral", and so are such TCP ports when
 *	  there are three or more of one peer
 *	- a peer that is a container is its name, not its address
 *	- a kind of facts of which a side was recorded only in part (by trace), or not at all, is
 *	  compared only where the same part of it was recorded of the other
 *	- what a container made to give it another name, and what is in such a directory, goes by the
 *	  last name
 * Other random names are not guessed at: eu_diff_options.ignore is for them.
 */
#pragma once

#include <eunomia/report.h>

#pragma GCC visibility push(default)

enum eu_diff_side { EU_DIFF_A, EU_DIFF_B };

enum eu_diff_kind {
	EU_DIFF_SYSCALLS,     /* aspects: errors, "ENOENT" */
	EU_DIFF_ARGUMENTS,    /* aspects: "family=AF_INET type=SOCK_STREAM protocol=0" */
	EU_DIFF_FILES,        /* aspects: read, write, create, delete, open (neither read nor
				 written), operations by their names (eu_file_operation_name),
				 fail (and nothing else) */
	EU_DIFF_EXECUTABLES,  /* aspects: names it was called by, when they are others than its own */
	EU_DIFF_PEERS,        /* aspects: reached, failed */
	EU_DIFF_CAPABILITIES, /* aspects: granted, refused */
	EU_DIFF_CONFINEMENT,  /* aspects: what it is set to; of a capability the sets that have it */
	EU_DIFF_KINDS
};

/* "syscalls", "arguments", …; NULL beyond the last. */
const char *eu_diff_kind_name(unsigned kind);

/* Something that one side has and the other has not. */
struct eu_difference {
	enum eu_diff_kind kind;
	enum eu_diff_side only;     /* who has it */
	bool known;                 /* the other one has it, too, but without these aspects */
	const char *what;           /* name or path; of a peer "to 198.51.100.2:443 (tcp)" */
	const char *const *aspects; /* in the order of the alphabet */
	size_t n_aspects;
	uint64_t count;                  /* how often, in all */
	const struct eu_peer_fact *peer; /* of a peer: the first of those that are the same here */
	bool any_port;                   /* of a peer: ephemeral */
};

struct eu_container_diff {
	const char *name; /* of the image, else of the container */
	/* Merged; NULL: this side has none, then nothing is compared. */
	const struct eu_container_report *sides[2];
	const struct eu_difference *differences; /* by kind; what B has before what A has */
	size_t n_differences;
	unsigned not_compared; /* bit n: kind n, of which the sides' recordings do not have the same; see
				  `unrecorded` of each */
};

struct eu_diff {
	const struct eu_report *sides[2]; /* merged; "complete" says whether an absence there may be
					     a loss */
	const struct eu_container_diff *containers;
	size_t n_containers;
	bool differs;
};

struct eu_diff_options {
	unsigned kinds;            /* bit n: enum eu_diff_kind n; 0: all */
	const char *const *ignore; /* globs; * matches slashes, too: paths, names, addresses */
	size_t n_ignore;
};

struct eu_differ;

/* Borrows the options until it is freed. */
int eu_differ_new(struct eu_differ **out, const struct eu_diff_options *options,
		  struct eu_error *err);
/* Copies what it needs. After a failure the differ can only be freed. */
int eu_differ_add(struct eu_differ *differ, enum eu_diff_side side, const struct eu_report *report,
		  struct eu_error *err);
/* Is this path a report that was written, and no recording? */
bool eu_diff_is_saved(const char *path);
/* What recordings would have told and such a report does not. */
struct eu_diff_saved {
	size_t n_merged;      /* entries of several containers: what their runtimes executed and
				 reached, and which capabilities they used, before the entrypoints
				 began is told apart of the first one only */
	uint64_t n_forgotten; /* containers that had ended, and were not written */
};
/* A report by path: JSON of eunomia report, a directory of its files, its index.json, or one
 * container's file; a pipe, too. selection: only its containers, images and labels count; NULL: all.
 * Adds to `told`. -EINVAL when it is no report. */
int eu_differ_add_saved(struct eu_differ *differ, enum eu_diff_side side, const char *path,
			const struct eu_selection *selection, struct eu_diff_saved *told,
			struct eu_error *err);
/* Once, when all have been added. The result is the differ's and lives as long. */
int eu_differ_compare(struct eu_differ *differ, const struct eu_diff **out, struct eu_error *err);
void eu_differ_free(struct eu_differ *differ);

/* As text; both return 0 or -errno. */

/* One JSON object; docs/diff.schema.json describes it. */
int eu_diff_write_json(const struct eu_diff *diff, int fd);

struct eu_diff_style {
	bool color;
	unsigned width;       /* of the terminal, 0: unknown */
	const char *names[2]; /* what A and B are called */
};

/* For people. */
int eu_diff_write_page(const struct eu_diff *diff, int fd, const struct eu_diff_style *style);

#pragma GCC visibility pop
