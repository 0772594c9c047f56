/* SPDX-License-Identifier: Apache-2.0 */
/* From the tables of system calls to what the kernel side needs of them. */
#include "source/specs.h"

/* Behind these pointers lies something whose shape the tables know. */
static bool is_copied(enum eu_arg_kind kind)
{
	return kind > EU_ARG_PTR && kind < EU_ARG_KINDS;
}

void eu_spec_of_call(struct eu_call_spec *spec, const struct eu_syscall *call)
{
	*spec = (struct eu_call_spec){0};
	for (unsigned i = 0; i < call->n_args; i++) {
		const struct eu_syscall_arg *arg = &call->args[i];

		spec->args[i] = (struct eu_arg_spec){arg->kind, arg->len_arg, arg->size};
		if (is_copied(arg->kind))
			spec->pointers |= 1u << i;
		if (arg->kind == EU_ARG_FD || arg->kind == EU_ARG_DIRFD)
			spec->descriptors |= 1u << i;
	}
}
