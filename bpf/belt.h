/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * A second way to user space for short records: the belt of a CPU, equal trays in memory that user
 * space maps. Only the program that holds the first level of its CPU puts something there, so there
 * is one writer at a time and plain stores do, where the ring takes a lock and two atomic operations:
 * that is a quarter of what a streamed call costs. Whatever does not fit (a full belt, a program
 * that interrupted another one, a record that is to wake user space) goes through the ring, and what
 * one CPU sends is sorted by time across both.
 */
#pragma once

#include "probe.h"

struct eu_tray {
	__u64 words[EU_TRAY_SIZE / sizeof(__u64)];
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(map_flags, BPF_F_MMAPABLE);
	__uint(max_entries, 1); /* the loader makes it belt_trays per CPU */
	__type(key, __u32);
	__type(value, struct eu_tray);
} trays SEC(".maps");

const volatile __u32 belt_trays = 0; /* per CPU, a power of two; 0: no belt */

/* The next tray, or NULL: use the ring. A tray counts as filled when eu_belt_send says so; without
 * a barrier that holds only where the processor keeps the order of stores. */
static __always_inline void *eu_belt_tray(const struct eu_cpu *cpu, __u32 level)
{
#if defined(__TARGET_ARCH_x86)
	__u64 sent = cpu->belt_sent;
	__u32 index;

	if (level || sent - *(volatile __u64 *)&cpu->belt_taken >= belt_trays)
		return NULL;
	index = bpf_get_smp_processor_id() * belt_trays + (sent & (belt_trays - 1));
	return bpf_map_lookup_elem(&trays, &index);
#else
	return NULL;
#endif
}

static __always_inline void eu_belt_send(struct eu_cpu *cpu)
{
	barrier();
	*(volatile __u64 *)&cpu->belt_sent = cpu->belt_sent + 1;
}
