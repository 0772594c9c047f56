/* SPDX-License-Identifier: Apache-2.0 */
/* From the tables of system calls to what the kernel side needs of them. */
#include "source/specs.h"

/* Behind these pointers lies something whose shape the tables know. */
static bool is_copied(enum eu_arg_kind kind)
{
	return kind > EU_ARG_PTR && kind < EU_ARG_KINDS;
}

static struct eu_arg_spec spec_of_arg(const struct eu_syscall_arg *arg)
{
	return (struct eu_arg_spec){arg->kind, arg->len_arg, arg->size};
}

bool eu_spec_of_case(struct eu_call_spec *call, struct eu_arg_spec *spec,
		     const struct eu_syscall_case *which)
{
	*spec = spec_of_arg(&which->is);
	if (!is_copied(which->is.kind) && !is_copied(call->args[which->arg].kind))
		return false;
	call->selected |= 1u << which->arg;
	call->pointers |= 1u << which->arg;
	return true;
}

/* The kernel side has room for one; no call has two on what is copied. */
static void add_condition(struct eu_call_spec *spec, const struct eu_syscall *call)
{
	for (unsigned c = 0; c < EU_CONDITIONS; c++) {
		const struct eu_condition *condition = &call->conditions[c];

		if (!(condition->args & spec->pointers))
			continue;
		spec->condition = condition->of;
		spec->conditional = condition->args;
		spec->condition_mask = condition->mask;
	}
}

void eu_spec_of_call(struct eu_call_spec *spec, const struct eu_syscall *call)
{
	*spec = (struct eu_call_spec){
	    .selector = call->selector,
	    .selector2 = call->selector2,
	    .kept = call->kept,
	};
	for (unsigned i = 0; i < call->n_args; i++) {
		const struct eu_syscall_arg *arg = &call->args[i];

		spec->args[i] = spec_of_arg(arg);
		if (is_copied(arg->kind))
			spec->pointers |= 1u << i;
		if (arg->kind == EU_ARG_FD || arg->kind == EU_ARG_DIRFD)
			spec->descriptors |= 1u << i;
	}
	add_condition(spec, call);
}
