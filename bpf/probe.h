/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * How a probe says something:
 *
 *	struct eu_event_open *e = eu_begin(struct eu_event_open, ref, scratch);
 *	if (!e)
 *		return 0;                    (counted as lost already)
 *	*e = (struct eu_event_open){ .head = eu_head(e, ref), … };
 *	e->file.path = eu_string(scratch, name);
 *	eu_send(scratch);
 *
 * A record is built in scratch memory of this CPU and copied into this CPU's ring whole.
 */
#pragma once

#include "arch.h"
#include "compat.h"
#include "shared.h"
#include <eunomia/events.h>

#define EU_SCRATCH_DATA 32768 /* a record: fixed part, then up to six strings */
#define EU_STRING_MAX 4096
#define EU_PENDING 2

/* A path that is still to be walked: see pending.h. */
struct eu_pending {
	__u64 dentry, mnt;      /* where the walk begins; 0: nothing is known of it */
	__u64 name;             /* in the task's memory, when it is beneath that */
	__u64 passed;           /* the same with the dots at its beginning */
	__u16 path_at;          /* in the record: the struct eu_str … */
	__u16 state_at;         /* … and the enum eu_path_state; 0: none */
	__u32 kind;             /* enum eu_pending_kind */
};

struct eu_scratch {
	__u32 used;
	__u32 index; /* of this scratch in its map */
	__u64 time;
	eu_ref ref;
	__u16 type;
	__u16 pad;
	/* The path walk keeps its state in memory: in registers it would pass the verifier's limit. */
	struct {
		__u64 dentry, mnt, root_dentry, root_mnt;
		__u32 position;
		__u32 state; /* enum eu_path_state */
		__u32 steps;
		__u32 up;    /* names that ".." takes away again */
		__u8 text[EU_STRING_MAX + 256];
	} walk;
	struct eu_pending pending[EU_PENDING];
	__u32 at_pending, n_pending;
	__u8 data[EU_SCRATCH_DATA + EU_STRING_MAX];
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, EU_LEVELS); /* the loader makes it EU_LEVELS per CPU */
	__type(key, __u32);
	__type(value, struct eu_scratch);
} scratches SEC(".maps");

struct eu_ring {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096); /* the loader sets the size, the same for all */
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY_OF_MAPS);
	__uint(max_entries, 1); /* the loader makes it one per CPU */
	__type(key, __u32);
	__array(values, struct eu_ring);
} rings SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4096);
	__type(key, struct eu_loss_key);
	__type(value, __u64);
} losses SEC(".maps");

struct eu_cpu cpus[EU_MAX_CPUS];
/* What did not even fit into the loss table. */
__u64 losses_unattributed;

static __always_inline struct eu_cpu *eu_cpu(void)
{
	return &cpus[bpf_get_smp_processor_id() & (EU_MAX_CPUS - 1)];
}

static __always_inline void eu_lose(eu_ref ref, __u16 type, __u16 place)
{
	struct eu_loss_key key = {.container = ref, .type = type, .place = place};
	__u64 one = 1, *count = bpf_map_lookup_elem(&losses, &key);

	if (count)
		__sync_fetch_and_add(count, 1);
	else if (bpf_map_update_elem(&losses, &key, &one, BPF_NOEXIST))
		__sync_fetch_and_add(&losses_unattributed, 1);
}

/* Levels are given back in any order where programs can be preempted. */
static __always_inline __u32 eu_free_level(const struct eu_cpu *cpu)
{
	for (int i = 0; i < EU_LEVELS; i++)
		if (!*(volatile __u64 *)&cpu->level_time[i])
			return i;
	return EU_LEVELS;
}

/* Is more than the first level taken? */
static __always_inline bool eu_level_above(const struct eu_cpu *cpu)
{
	__u64 any = 0;

	for (int i = 1; i < EU_LEVELS; i++)
		any |= *(volatile __u64 *)&cpu->level_time[i];
	return any;
}

/* The time, or that of the oldest record that is being made on this CPU. */
static __always_inline __u64 eu_not_after(const struct eu_cpu *cpu, __u32 own, __u64 now)
{
	if (own == 0 && !eu_level_above(cpu))
		return now;
	for (int i = 0; i < EU_LEVELS; i++) {
		__u64 other = *(volatile __u64 *)&cpu->level_time[i];

		if (i != own && other > 1 && other < now)
			now = other;
	}
	return now;
}

/*
 * Takes a free level of this CPU and stamps the time; EU_LEVELS when there is none. The level's cell
 * tells user space, which merges the rings by time, that a record of about this time is still to
 * come; so it is set before the clock is read: to the last record's time, which is not after what
 * the clock will say. A program that interrupts another one sends first but began later: it gets
 * the outer one's time, which keeps each ring sorted.
 */
static __always_inline __u32 eu_take_level(struct eu_cpu *cpu)
{
	__u32 level = eu_free_level(cpu);

	if (level >= EU_LEVELS)
		return level;
	*(volatile __u64 *)&cpu->level_time[level] = cpu->last_time ?: 1;
	barrier();
	*(volatile __u64 *)&cpu->level_time[level] = eu_not_after(cpu, level, bpf_ktime_get_ns());
	return level;
}

static __always_inline void eu_give_level(struct eu_cpu *cpu, __u32 level)
{
	*(volatile __u64 *)&cpu->level_time[level & (EU_LEVELS - 1)] = 0;
}

static __always_inline struct eu_scratch *eu_take_scratch(__u16 type, eu_ref ref)
{
	struct eu_cpu *cpu = eu_cpu();
	struct eu_scratch *scratch;
	__u32 level = eu_take_level(cpu), index;

	if (level >= EU_LEVELS) {
		eu_lose(ref, type, EU_PLACE_SCRATCH);
		return NULL;
	}
	index = bpf_get_smp_processor_id() * EU_LEVELS + level;
	scratch = bpf_map_lookup_elem(&scratches, &index);
	if (!scratch) {
		eu_give_level(cpu, level);
		return NULL;
	}
	scratch->index = index;
	scratch->walk.steps = scratch->at_pending = scratch->n_pending = 0;
	scratch->time = cpu->level_time[level];
	scratch->ref = ref;
	scratch->type = type;
	return scratch;
}

static __always_inline void eu_release(struct eu_scratch *scratch)
{
	eu_give_level(eu_cpu(), scratch->index);
}

/* Begins a record of a type; `scratch` becomes its scratch. NULL: lost, and counted. */
#define eu_begin(type_, ref_, scratch_)                                                          \
	({                                                                                       \
		type_ *_record = NULL;                                                           \
		scratch_ = eu_take_scratch(bpf_core_type_id_local(type_), ref_);                 \
		if (scratch_) {                                                                  \
			_record = (type_ *)(scratch_)->data;                                     \
			(scratch_)->used = sizeof(type_);                                        \
		}                                                                                \
		_record;                                                                         \
	})

/* The head of a record by the current task. The size is set when it is sent. */
static __always_inline struct eu_head eu_head(const struct eu_scratch *scratch)
{
	__u64 ids = bpf_get_current_pid_tgid();

	return (struct eu_head){
		.type = scratch->type,
		.container = scratch->ref,
		.time = scratch->time,
		.pid = ids >> 32,
		.tid = (__u32)ids,
	};
}

/* Room for one more string: where it goes. The verifier wants the mask. */
static __always_inline __u32 eu_room(const struct eu_scratch *scratch)
{
	return scratch->used & (EU_SCRATCH_DATA - 1);
}

static __always_inline struct eu_str eu_appended(struct eu_scratch *scratch, long len, bool nul)
{
	struct eu_str str = {.offset = scratch->used, .len = 0};

	if (len <= 0)
		return str;
	scratch->used += len;
	if (scratch->used >= EU_SCRATCH_DATA) /* the next one would not fit: give it back */
		scratch->used = EU_SCRATCH_DATA - 1;
	str.len = len - nul;
	return str;
}

/* A NUL-terminated string of the kernel. */
static __always_inline struct eu_str eu_string(struct eu_scratch *scratch, const void *text)
{
	return eu_appended(scratch,
			   bpf_probe_read_kernel_str(scratch->data + eu_room(scratch),
						     EU_STRING_MAX, text), true);
}

#define EU_EFAULT 14

/* Memory of the task could not be read. Where the kernel could not read it either, and so the call
 * failed, there was nothing to know. */
static __always_inline void eu_lose_user_read(const struct eu_scratch *scratch)
{
	if (eu_arch_read_result(eu_task_regs(eu_task())) != -EU_EFAULT)
		eu_lose(scratch->ref, scratch->type, EU_PLACE_USER_READ);
}

/* A NUL-terminated string of the task; a failed read is counted and gives an empty one. */
static __always_inline struct eu_str eu_string_user(struct eu_scratch *scratch, const void *text)
{
	long len = bpf_probe_read_user_str(scratch->data + eu_room(scratch), EU_STRING_MAX, text);

	if (len < 0 && text)
		eu_lose_user_read(scratch);
	return eu_appended(scratch, len, true);
}

/* len bytes of the kernel, at most EU_STRING_MAX - 1. */
static __always_inline struct eu_str eu_bytes(struct eu_scratch *scratch, const void *bytes,
					      __u32 len)
{
	len = eu_bounded(len, EU_STRING_MAX);
	if (bpf_probe_read_kernel(scratch->data + eu_room(scratch), len, bytes))
		return eu_appended(scratch, 0, false);
	return eu_appended(scratch, len, false);
}

/* len bytes of the task, at most EU_STRING_MAX - 1. */
static __always_inline struct eu_str eu_bytes_user(struct eu_scratch *scratch, const void *bytes,
						   __u32 len)
{
	len = eu_bounded(len, EU_STRING_MAX);
	if (bpf_probe_read_user(scratch->data + eu_room(scratch), len, bytes)) {
		eu_lose_user_read(scratch);
		return eu_appended(scratch, 0, false);
	}
	return eu_appended(scratch, len, false);
}

/* How a record of this size is to be handed over: when so much waits, user space is woken. */
static __always_inline __u64 eu_wake_up(struct eu_cpu *cpu, __u32 size)
{
	cpu->unread += size + BPF_RINGBUF_HDR_SZ;
	if (!cpu->wake || cpu->unread < cpu->wake - 1)
		return BPF_RB_NO_WAKEUP;
	cpu->wake = 0;
	return BPF_RB_FORCE_WAKEUP;
}

/* Of a record: a multiple of 8 bytes, so that 64-bit members are aligned in the ring. */
static __always_inline __u32 eu_size(const struct eu_scratch *scratch)
{
	__u32 size = (scratch->used + 7) & (2 * EU_SCRATCH_DATA - 8);

	return size < sizeof(scratch->data) ? size : sizeof(scratch->data);
}

/* False: lost, and counted. */
static __always_inline bool eu_send(struct eu_scratch *scratch)
{
	struct eu_cpu *cpu = eu_cpu();
	struct eu_head *head = (struct eu_head *)scratch->data;
	__u32 index = bpf_get_smp_processor_id();
	__u32 size = eu_size(scratch);
	void *ring = bpf_map_lookup_elem(&rings, &index);
	bool lost;

	head->size = size;
	cpu->last_time = scratch->time;
	lost = ring && bpf_ringbuf_output(ring, scratch->data, size, eu_wake_up(cpu, size));
	if (lost)
		eu_lose(scratch->ref, scratch->type, EU_PLACE_RING);
	eu_release(scratch);
	return !lost;
}

/* ---- what the loader reads: which event a program serves, and when it runs ---- */

/* A program on a hook of its own: SEC("?tp_btf/…") EU_SERVES("exec") int … */
#define EU_SERVES(events) EU_TAG("serves:" events)
/* … whose events need calls to be looked at, to say right who the process is. Those of processes
 * that begin, execute and end say it themselves. */
#define EU_NEEDS_PICTURE EU_TAG("picture:")

/*
 * A program that runs when one of the syscalls (a list of names) returns, or begins. It is put
 * into the dispatch tables; `regs` and `result` are its arguments, `ref` says whose call it is.
 * Where a name ends in "!", the call changes what the picture of the world has of a process: there
 * the program runs whenever calls are looked at at all, whatever events are wanted.
 * When it is done the generic `syscall` event follows, if that is wanted as well.
 */
#define EU_SYSCALL_EXIT(name, events, syscalls)                                                  \
	static __always_inline void name##_body(struct pt_regs *regs, long result,               \
						struct eu_cpu *cpu, eu_ref ref);                 \
	SEC("?tp_btf/sys_exit") EU_SERVES(events) EU_TAG("exit:" syscalls) int name(__u64 *ctx)  \
	{                                                                                        \
		struct eu_cpu *cpu = eu_cpu();                                                   \
		name##_body(eu_hook_regs(ctx), eu_hook_result(ctx), cpu, cpu->ref);              \
		return eu_syscall_next(ctx, cpu);                                                \
	}                                                                                        \
	static __always_inline void name##_body(struct pt_regs *regs, long result,               \
						struct eu_cpu *cpu, eu_ref ref)
