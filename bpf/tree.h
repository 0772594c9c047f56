/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Processes asked for by pid or by command, with their descendants. */
#pragma once

#include "probe.h"

const volatile bool watch_tree = false; /* of the host's tasks only the ones in `tree` */
const volatile bool tree_only = false;  /* of containers' tasks, too */

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 65536);
	__type(key, __u32);
	__type(value, __u8);
} tree SEC(".maps");

static __always_inline bool eu_in_tree(__u32 pid)
{
	return bpf_map_lookup_elem(&tree, &pid) != NULL;
}
