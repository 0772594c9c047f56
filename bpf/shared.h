/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later OR BSD-2-Clause */
/* What the kernel side and the loader share besides events: tables, counters, states. */
#pragma once

#include <eunomia/record.h>

#include "specs.h"

#define EU_MAX_CPUS 512    /* a power of two; more CPUs are refused at the start */
#define EU_MAX_SLOTS 1024  /* containers at one time, the host's slot 0 included */
#define EU_MAX_CGROUPS 8192 /* of containers; those below their own leave room for others */
#define EU_MAX_PID_NAMESPACES 4096 /* of containers without a cgroup, as well */
#define EU_LEVELS 4        /* programs that may interrupt each other on one CPU */
#define EU_CALLS 2048      /* x86-64 or arm64 numbers, then i386 ones */
#define EU_CALLS_I386 1024 /* where the i386 numbers begin */
#define EU_CALL_UNKNOWN 1023
#define EU_CALL_ANSWER 1020 /* slot of the program that looks for containers' ids and names */
#define EU_CALL_STREAM 1022 /* slot of the generic program in the dispatch tables */
#define EU_CALL_PATHS 1021  /* slot of the program that walks the paths of a record */
#define EU_MAX_VALUES 32768 /* of arguments, of all containers … */
#define EU_MAX_VALUES_EACH 2048 /* … and of one */
#define EU_MAX_FILES 32768 /* of all containers, that are counted at one time */
#define EU_MAX_RESOLVED 4096 /* tasks at a time that are in a call with names */
#define EU_NR_I386 0x8000  /* in a record: the number is an i386 one */

/* The v1 controller that carries the containers, where one does. */
enum eu_v1 {
	EU_V1_MEMORY = 1,
	EU_V1_PIDS,
};

/* What is done with a syscall: bits of plans[]. */
enum eu_plan {
	EU_PLAN_PROBE = 1,  /* a program of its own runs */
	EU_PLAN_STREAM = 2, /* a `syscall` event is sent */
	EU_PLAN_COUNT = 4,  /* counted per container */
	EU_PLAN_ENTER = 8,  /* its number, time, and arguments or what they point to are kept at enter */
	EU_PLAN_ANSWER = 16,  /* what a watched command reads, or writes, may name a container */
	EU_PLAN_REFUSED = 32, /* a `syscall` event is sent when it was refused */
	EU_PLAN_VALUES = 128, /* values of its arguments are counted per container */
	EU_PLAN_UNLESS_SERVED = 64, /* for the loader: not streamed if an event shows the call */
	EU_PLAN_PICTURE = 256, /* its program runs for the picture of the world, too */
	EU_PLAN_REQUEST = 512, /* with ANSWER: a watched command writes, and does not read */
	EU_PLAN_IN_PLACE = 1024, /* with STREAM: only because another call returns with its number */
};

/* More than to count it is done. */
#define EU_PLAN_RUN (EU_PLAN_PROBE | EU_PLAN_STREAM | EU_PLAN_REFUSED | EU_PLAN_ALWAYS)
/* Done whatever is to be shown: whose events are shown depends on it. */
#define EU_PLAN_ALWAYS (EU_PLAN_ANSWER | EU_PLAN_REQUEST | EU_PLAN_PICTURE)

/* In arity[]: the call's event needs nothing but the registers. See plain.h. */
#define EU_ARITY_PLAIN 0x80

/* Calls that do not simply return once: values of variants[], above those of the probes. */
enum eu_special_call {
	EU_CALL_SPECIAL = 100,
	EU_CALL_FORK,   /* returns twice, as all four */
	EU_CALL_VFORK,
	EU_CALL_CLONE,  /* flags are the first argument */
	EU_CALL_CLONE3, /* flags are behind the first argument */
	EU_CALL_EXEC,   /* execve, execveat: success leaves neither number nor arguments */
	EU_CALL_EXIT,   /* exit, exit_group: never return */
	EU_CALL_INT,    /* modify_ldt: its result is an int whatever the register says */
	EU_CALL_MEMORY, /* mmap and its like: reserve memory */
	EU_CALL_SIGRETURN, /* its result is the register that it puts back */
	EU_CALL_ACCESS, /* access and its like: ask with credentials of their own */
};

/* A cgroup that becomes a container's with the first task in it. */
struct eu_candidate {
	char path[1024]; /* a fork into the cgroup is not told it */
	char maker[32];  /* the executable; who moves a task into the cgroup may be another */
};

/* Where knowledge can be lost. */
enum eu_place {
	EU_PLACE_RING = 1,  /* the ring of a CPU was full */
	EU_PLACE_SCRATCH,   /* more nested programs than scratch levels */
	EU_PLACE_MAP,       /* a table was full */
	EU_PLACE_SLOTS,     /* more containers than slots */
	EU_PLACE_USER_READ, /* memory of the task could not be read */
	EU_PLACE_MISSED,    /* the kernel skipped a program (recursion) */
	/* In user space: */
	EU_PLACE_QUEUE,     /* the writer of a recording was too slow */
	EU_PLACE_DISK,      /* a recording could not be written */
	EU_PLACE_RECORDING, /* a part of a recording is missing or damaged */
};

struct eu_loss_key {
	eu_ref container;
	__u16 type; /* BTF id of the record that is missing */
	__u16 place;
};

/* One per CPU, in memory that user space maps. A line of its own for each CPU. */
struct eu_cpu {
	__u64 task;  /* the task_struct whose syscall came last */
	__u64 css;   /* the css_set looked up last … */
	__u64 whose; /* … its container, css_generation above it … */
	__u64 mark;  /* … and eu_mark of the two */
	eu_ref ref;  /* the task whose syscall is being handled */
	__u32 call;  /* index of that syscall */
	__u32 unread; /* bytes sent since user space said how many wait in the ring */
	__u32 wake;   /* so many, plus one, wake it; 0: none */
	__u64 last_time; /* of the record sent last */
	__u64 belt_sent; /* trays filled since the start; belt.h … */
	__u64 level_time[EU_LEVELS]; /* 0: free; 1: taken, no time yet; else the record's
	                              * time, or before the clock was read that of the last one */
	__u64 level_task[EU_LEVELS]; /* whose record of this level waits for its paths; 0: none */
	__u64 belt_taken; /* … and emptied, as user space says */
	__u8 pad_[56]; /* what user space writes has a cache line of its own */
} __attribute__((aligned(64)));

/* Room for one short record; a line of its own, or two. */
#define EU_TRAY_SIZE 128

struct eu_count {
	__u64 count;
	__u32 first, last; /* jiffies since the start; if count is not 0 */
};

struct eu_counts {
	struct eu_count calls[EU_CALLS / 2]; /* x86-64 below 512, i386 above: see eu_count_index */
};

/* How many of them were made before the entrypoint began. */
struct eu_init_counts {
	__u32 calls[EU_CALLS / 2];
};

struct eu_error_key {
	eu_ref container;
	__u16 call;  /* eu_count_index() */
	__u16 error; /* positive errno */
};

struct eu_error_count {
	__u64 count;
	__u64 init; /* of them, before the entrypoint began */
};

#define EU_COUNT_UNKNOWN 511 /* place of all numbers above those that calls have */

static inline __u32 eu_count_index(__u32 call)
{
	__u32 nr = call & (EU_CALLS_I386 - 1);

	return (nr < EU_COUNT_UNKNOWN ? nr : EU_COUNT_UNKNOWN) | (call >= EU_CALLS_I386 ? 512 : 0);
}

/* The number that a record has, by the place of its counts. */
static inline __u16 eu_count_nr(__u32 index)
{
	return index < 512 ? index : (index - 512) | EU_NR_I386;
}

/* Which arguments of a call are counted by value: valued[]. */
enum eu_valued {
	EU_VALUED_FIRST = 1,
	EU_VALUED_SECOND,
	EU_VALUED_FIRST_3,    /* the first three */
	EU_VALUED_SECOND_2,   /* the second and the third */
	EU_VALUED_EXECUTABLE, /* the third, when it has PROT_EXEC */
	EU_VALUED_POINTED,    /* eight bytes behind the first */
	EU_VALUED_EXECUTABLE_POINTED, /* the third of the words of 32 bits behind the first, when it
				       * has PROT_EXEC */
};

struct eu_value_key {
	eu_ref container;
	__u16 call; /* index, EU_CALLS */
	__u16 pad_;
	__u64 first; /* the value of the first of them … */
	__u32 second, third;
};

struct eu_value_total {
	struct eu_count all;
	__u64 init; /* of them, before the entrypoint began */
};

/* Checks of capabilities are counted by what was asked for, how it ended, and in which call. */
struct eu_cap_key {
	eu_ref container;
	__u16 call; /* index, EU_CALLS; EU_CALL_UNKNOWN: in none */
	__u8 capability;
	__u8 how; /* enum eu_cap_how */
};

/* How deep the user namespace of a container lies: home.h. */
struct eu_home {
	eu_ref ref; /* whose; 0: nobody's */
	__u32 level;
};

enum eu_cap_how {
	EU_CAP_REFUSED = 1,
	EU_CAP_BELOW = 2, /* in a user namespace that was made in the container */
	EU_CAP_INIT = 4,  /* the runtime's part: phase.h */
};

struct eu_cap_count {
	__u64 count;
	__u64 first, last; /* CLOCK_MONOTONIC, ns */
};

/* A file of a container, under one path. Inode numbers come round again: the generation differs
 * then, where the file system keeps one, and mostly the path. */
struct eu_file_key {
	eu_ref container;
	__u32 path_hash;
	__u64 inode;
	__u32 device;
	__u32 generation;
};

/* What was done with it. Times are jiffies since the start, as in struct eu_count. */
struct eu_file_total {
	__u64 opens, reads, writes, maps;
	__u64 bytes_read, bytes_written, bytes_mapped;
	__u64 first_made, last_made; /* by an open: CLOCK_MONOTONIC, ns; 0: never */
	__u32 first, last;
	__u8 created;
	__u8 named; /* its path was sent */
	__u8 existed; /* it was open before Eunomia */
	__u8 phases; /* enum eu_use_phase */
	__u32 truncations; /* opens that emptied it */
};
