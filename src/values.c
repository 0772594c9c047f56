/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "bpf/shared.h"

#include "values.h"

/* socketcall() and ipc() are i386 calls that stand for others: a filter sees only for which. */
static const struct eu_values_spec specs[] = {
	{.call = "arch_prctl", .kind = EU_VALUED_FIRST, .arg = 0, .n = 1},
	{.call = "bpf", .kind = EU_VALUED_FIRST, .arg = 0, .n = 1},
	{.call = "clone", .kind = EU_VALUED_FIRST, .arg = 0, .n = 1},
	{.call = "clone3", .kind = EU_VALUED_POINTED, .arg = 0, .n = 1, .name = "flags", .flags = "clone"},
	{.call = "fcntl", .kind = EU_VALUED_SECOND, .arg = 1, .n = 1},
	{.call = "fcntl64", .kind = EU_VALUED_SECOND, .arg = 1, .n = 1},
	{.call = "ioctl", .kind = EU_VALUED_SECOND, .arg = 1, .n = 1},
	{.call = "ipc", .kind = EU_VALUED_FIRST, .arg = 0, .n = 1},
	{.call = "keyctl", .kind = EU_VALUED_FIRST, .arg = 0, .n = 1},
	{.call = "mmap", .kind = EU_VALUED_EXECUTABLE, .arg = 2, .n = 1},
	/* that of i386, whose arguments lie in memory */
	{.call = "mmap", .kind = EU_VALUED_EXECUTABLE_POINTED, .arg = 0, .n = 1, .name = "prot",
	 .flags = "mmap_prot"},
	{.call = "mmap2", .kind = EU_VALUED_EXECUTABLE, .arg = 2, .n = 1},
	{.call = "mprotect", .kind = EU_VALUED_EXECUTABLE, .arg = 2, .n = 1},
	{.call = "personality", .kind = EU_VALUED_FIRST, .arg = 0, .n = 1},
	{.call = "pkey_mprotect", .kind = EU_VALUED_EXECUTABLE, .arg = 2, .n = 1},
	{.call = "prctl", .kind = EU_VALUED_FIRST, .arg = 0, .n = 1},
	{.call = "ptrace", .kind = EU_VALUED_FIRST, .arg = 0, .n = 1},
	{.call = "seccomp", .kind = EU_VALUED_FIRST, .arg = 0, .n = 1},
	{.call = "setns", .kind = EU_VALUED_SECOND, .arg = 1, .n = 1},
	{.call = "setsockopt", .kind = EU_VALUED_SECOND_2, .arg = 1, .n = 2},
	{.call = "socket", .kind = EU_VALUED_FIRST_3, .arg = 0, .n = 3},
	{.call = "socketcall", .kind = EU_VALUED_FIRST, .arg = 0, .n = 1},
	{.call = "socketpair", .kind = EU_VALUED_FIRST_3, .arg = 0, .n = 3},
	{.call = "unshare", .kind = EU_VALUED_FIRST, .arg = 0, .n = 1},
};

const struct eu_values_spec *eu_values_spec(const struct eu_syscall *call)
{
	for (size_t i = 0; i < sizeof(specs) / sizeof(*specs); i++)
		if (!strcmp(specs[i].call, call->name) && specs[i].arg + specs[i].n <= call->n_args)
			return &specs[i];
	return NULL;
}
