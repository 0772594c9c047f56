/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * Processes that the kernel kills for want of memory.
 *
 * mark_victim says only a pid on kernels before 6.8 and their stable releases, and not whose it
 * is; a victim that ends says it itself: signal_struct.oom_mm is set for good by mark_oom_victim()
 * (mm/oom_kill.c). This file comes before process.bpf.c, so that the cause is told before the end.
 */
#include "../filter.h"
#include "../task.h"

SEC("?tp_btf/sched_process_exit")
EU_SERVES("container")
int BPF_PROG(oom_victim_exit, struct task_struct *task)
{
	struct eu_event_container *e;
	struct eu_scratch *scratch;
	eu_ref ref;

	if (!BPF_CORE_READ(task, signal, oom_mm) || BPF_CORE_READ(task, signal, live.counter) > 0)
		return 0;
	ref = eu_identify(eu_cpu());
	if (!ref || !eu_task_watched(ref, task->tgid) || !eu_ends_process(task, EU_TOLD_OOM))
		return 0;
	e = eu_begin(struct eu_event_container, ref, scratch);
	if (!e)
		return 0;
	*e = (struct eu_event_container){
		.head = eu_head(scratch),
		.action = EU_CONTAINER_OOM,
		.target = task->tgid,
	};
	eu_send(scratch);
	return 0;
}
