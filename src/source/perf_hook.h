/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Perf events on the tracepoints of system calls. A program on one cannot be preempted, which
 * since Linux 7.2 a program on the tracepoint itself can: the kernel skips it then for every other
 * task of the CPU.
 */
#pragma once

#include <stdbool.h>

struct btf;

/* Does this kernel preempt programs on the tracepoints of system calls? */
bool eu_syscall_hooks_preempted(const struct btf *kernel);
/* Are there perf events on them? */
bool eu_has_perf_hooks(void);
/* Where it helps, programs of the sections tp_btf/sys_exit and tp_btf/sys_enter hang on perf events
 * from now on: to be asked before the BPF object is opened. Tells whether they do. */
bool eu_use_perf_hooks(void);
