/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* When processes that were there before Eunomia began: /proc tells it in steps of 10 ms, and a pid may
 * be used again sooner. Run once, before the others are asked about what is there. */
#include "../probe.h"
#include "../compat.h"

SEC("iter/task")
int found_starts(struct bpf_iter__task *ctx)
{
	struct eu_event_start e = {
		.head = {.type = bpf_core_type_id_local(struct eu_event_start), .size = sizeof(e)},
	};
	struct task_struct *task = ctx->task;

	if (!task || BPF_CORE_READ(task, pid) != BPF_CORE_READ(task, tgid))
		return 0;
	e.head.pid = e.head.tid = BPF_CORE_READ(task, tgid);
	e.start_time = eu_start_time(task);
	bpf_seq_write(ctx->meta->seq, &e, sizeof(e));
	return 0;
}
