/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * A `syscall` event whose arguments are all numbers, written straight to where user space reads
 * it: no program and no scratch of its own, which is a third of what such an event costs.
 */
#pragma once

#include "belt.h"
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

_Static_assert(sizeof(struct eu_plain_call) <= EU_TRAY_SIZE, "a plain call fits on a tray");

/* Where the record is to be made: on the belt, or in the ring when it is to wake user space. */
static __always_inline struct eu_plain_call *eu_reserve_plain(struct eu_cpu *cpu, __u32 level,
							      __u64 wake_up, bool *in_ring)
{
	__u32 index = bpf_get_smp_processor_id();
	struct eu_plain_call *record = NULL;
	void *ring;

	if (wake_up == BPF_RB_NO_WAKEUP)
		record = eu_belt_tray(cpu, level);
	*in_ring = !record;
	if (record)
		return record;
	ring = bpf_map_lookup_elem(&rings, &index);
	return ring ? bpf_ringbuf_reserve(ring, sizeof(*record), 0) : NULL;
}

static __always_inline void eu_send_plain(struct eu_cpu *cpu, struct task_struct *me, eu_ref ref,
					  __u32 call, const struct pt_regs *regs, long result)
{
	const __u16 type = bpf_core_type_id_local(struct eu_event_syscall);
	struct eu_plain_call *record;
	__u32 level = eu_take_level(cpu);
	__u64 wake_up;
	bool in_ring;

	if (level >= EU_LEVELS) {
		eu_lose(ref, type, EU_PLACE_SCRATCH);
		return;
	}
	cpu->last_time = cpu->level_time[level];
	wake_up = eu_wake_up(cpu, sizeof(*record));
	record = eu_reserve_plain(cpu, level, wake_up, &in_ring);
	if (record)
		eu_fill_plain(record, me, ref, call, regs, result, cpu->level_time[level]);
	else
		eu_lose(ref, type, EU_PLACE_RING);
	if (record && in_ring)
		bpf_ringbuf_submit(record, wake_up);
	else if (record)
		eu_belt_send(cpu);
	eu_give_level(cpu, level);
}
