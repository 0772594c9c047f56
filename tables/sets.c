/* SPDX-License-Identifier: Apache-2.0 */
/* Made by tables/generate; do not edit. */
#include "tables.h"

const struct eu_set_name eu_set_names[] = {
	{ "fs", "names and attributes of files" },
	{ "desc", "a file descriptor among the arguments, or made" },
	{ "io", "reading and writing" },
	{ "net", "sockets" },
	{ "proc", "processes and threads" },
	{ "ipc", "System V and POSIX messages, semaphores, shared memory, pipes, futexes" },
	{ "signal", "signals" },
	{ "time", "clocks and timers" },
	{ "memory", "address spaces" },
	{ "sched", "scheduling" },
	{ "cred", "users, groups, capabilities" },
	{ "key", "keys in the kernel" },
	{ "poll", "waiting for descriptors" },
	{ "mount", "mounts and roots" },
	{ "security", "what limits a process further, or looks into others" },
	{ "system", "the machine as a whole" },
	{ "obsolete", "numbers without a call behind them any more" },
};
const unsigned eu_n_set_names = 17;
