/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* The least that hooks cost: programs that do nothing, and one that only sends. */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

SEC("tp_btf/sys_enter")
int on_enter(void *ctx)
{
	return 0;
}

SEC("tp_btf/sys_exit")
int on_exit(void *ctx)
{
	return 0;
}

/* As large as an event about a call with a few numbers; 1 MiB holds more than comes in 1 ms. */
struct record {
	__u64 time, words[13];
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 1 << 20);
} ring SEC(".maps");

SEC("tp_btf/sys_exit")
int on_exit_send(void *ctx)
{
	struct record *record = bpf_ringbuf_reserve(&ring, sizeof(*record), 0);

	if (!record)
		return 0;
	*record = (struct record){.time = bpf_ktime_get_ns()};
	bpf_ringbuf_submit(record, BPF_RB_NO_WAKEUP);
	return 0;
}
