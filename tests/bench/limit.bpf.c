/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* The least that hooks cost: programs that do nothing. */
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
