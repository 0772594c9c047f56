/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * A `syscall` event whose arguments are all numbers, written straight into the ring: no program
 * and no scratch of its own, which is a third of what such an event costs.
 */
#pragma once

#include "dispatch.h"

struct eu_plain_call {
	struct eu_event_syscall event;
	__u64 args[6];
};

static __always_inline void eu_fill_plain(struct eu_plain_call *record, struct task_struct *me,
					  eu_ref ref, __u32 call, const struct pt_regs *regs,
					  long result, __u64 now)
{
	__u32 n = arity[call & (EU_CALLS - 1)] & 7;
	__u64 ids = eu_my_ids(me);

	record->event = (struct eu_event_syscall){
		.head = {
			.type = bpf_core_type_id_local(struct eu_event_syscall),
			.size = sizeof(record->event) + n * sizeof(*record->args),
			.container = ref,
			.time = now,
			.pid = ids >> 32,
			.tid = (__u32)ids,
		},
		.nr = eu_call_nr(call),
		.returned = true,
		.args = {.offset = sizeof(record->event), .len = n * sizeof(*record->args)},
		.result = result,
	};
	eu_arch_args(regs, call >= EU_CALLS_I386, record->args);
}

static __always_inline void eu_send_plain(struct eu_cpu *cpu, struct task_struct *me, eu_ref ref,
					  __u32 call, const struct pt_regs *regs, long result)
{
	const __u16 type = bpf_core_type_id_local(struct eu_event_syscall);
	__u32 index = bpf_get_smp_processor_id();
	void *ring = bpf_map_lookup_elem(&rings, &index);
	struct eu_plain_call *record;
	__u32 level;

	if (!ring)
		return;
	level = eu_take_level(cpu);
	if (level >= EU_LEVELS) {
		eu_lose(ref, type, EU_PLACE_SCRATCH);
		return;
	}
	cpu->last_time = cpu->level_time[level];
	record = bpf_ringbuf_reserve(ring, sizeof(*record), 0);
	if (record) {
		eu_fill_plain(record, me, ref, call, regs, result, cpu->level_time[level]);
		bpf_ringbuf_submit(record, eu_wake_up(cpu, sizeof(*record)));
	} else {
		eu_lose(ref, type, EU_PLACE_RING);
	}
	eu_give_level(cpu, level);
}
