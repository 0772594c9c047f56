/* SPDX-License-Identifier: Apache-2.0 */
/* Looking things up in the generated tables. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "tables.h"

static const struct eu_syscall_table *table_of(enum eu_abi abi)
{
	static const struct eu_syscall_table *const tables[EU_ABIS] = {
	    [EU_ABI_X86_64] = &eu_syscalls_x86_64,
	    [EU_ABI_I386] = &eu_syscalls_i386,
	    [EU_ABI_ARM64] = &eu_syscalls_arm64,
	};

	return (unsigned)abi < EU_ABIS ? tables[abi] : NULL;
}

const struct eu_syscall *eu_syscall_get(enum eu_abi abi, unsigned nr)
{
	const struct eu_syscall_table *table = table_of(abi);

	if (!table || nr >= table->n_numbers || !table->by_number[nr])
		return NULL;
	return &table->calls[table->by_number[nr] - 1];
}

const struct eu_syscall *eu_syscall_find(enum eu_abi abi, const char *name)
{
	const struct eu_syscall_table *table = table_of(abi);
	size_t low = 0, high = table && name ? table->n_calls : 0;

	while (low < high) {
		size_t middle = (low + high) / 2;
		const struct eu_syscall *call = &table->calls[table->by_name[middle]];
		int order = strcmp(name, call->name);

		if (!order)
			return call;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const struct eu_syscall_case *eu_syscall_cases(enum eu_abi abi, size_t *count)
{
	const struct eu_syscall_table *table = table_of(abi);

	*count = table ? table->n_cases : 0;
	return table ? table->cases : NULL;
}

const struct eu_control *eu_syscall_controls(enum eu_abi abi, size_t *count)
{
	const struct eu_syscall_table *table = table_of(abi);

	*count = table ? table->n_controls : 0;
	return table ? table->controls : NULL;
}

static int compare_cases(const void *key, const void *element)
{
	const struct eu_syscall_case *a = key, *b = element;

	if (a->nr != b->nr)
		return a->nr < b->nr ? -1 : 1;
	if (a->arg != b->arg)
		return a->arg < b->arg ? -1 : 1;
	if (a->value != b->value)
		return a->value < b->value ? -1 : 1;
	return 0;
}

const struct eu_syscall_arg *eu_syscall_arg_now(enum eu_abi abi, const struct eu_syscall *call,
						unsigned i, const uint64_t raw[6])
{
	const struct eu_syscall_table *table = table_of(abi);
	struct eu_syscall_case key = {.nr = call->nr, .arg = i};
	const struct eu_syscall_case *found;

	if (!table || !call->selector)
		return &call->args[i];
	key.value = (uint32_t)raw[call->selector - 1];
	if (call->selector2)
		key.value = key.value << 32 | (uint32_t)raw[call->selector2 - 1];
	found = bsearch(&key, table->cases, table->n_cases, sizeof(*found), compare_cases);
	return found ? &found->is : &call->args[i];
}

const struct eu_struct *eu_sockaddr_layout(unsigned family)
{
	for (size_t i = 0; i < eu_n_addresses; i++)
		if (eu_addresses[i].family == family)
			return eu_addresses[i].layout;
	return NULL;
}

/* Three have no call of their own, but one with more arguments. */
const struct eu_syscall *eu_syscall_of_socketcall(uint64_t number, unsigned *n_args)
{
	static const struct {
		const char *name, *instead;
		unsigned n_args;
	} shorter[] = {{"accept", "accept4", 3}, {"send", "sendto", 4}, {"recv", "recvfrom", 4}};
	const struct eu_flagset *names = eu_flagset_find("socketcall");
	const char *constant = names ? eu_flagset_name(names, number) : NULL;
	const struct eu_syscall *call;
	char name[32] = "";

	if (!constant)
		return NULL;
	for (size_t i = 0; constant[i + 4] && i < sizeof(name) - 1; i++) /* SYS_… */
		name[i] = tolower((unsigned char)constant[i + 4]);
	for (size_t i = 0; i < sizeof(shorter) / sizeof(*shorter); i++)
		if (!strcmp(name, shorter[i].name)) {
			*n_args = shorter[i].n_args;
			return eu_syscall_find(EU_ABI_I386, shorter[i].instead);
		}
	call = eu_syscall_find(EU_ABI_I386, name);
	*n_args = call ? call->n_args : 0;
	return call;
}

const struct eu_syscall *eu_syscall_all(enum eu_abi abi, size_t *count)
{
	const struct eu_syscall_table *table = table_of(abi);

	*count = table ? table->n_calls : 0;
	return table ? table->calls : NULL;
}

const char *eu_syscall_set_name(unsigned set)
{
	return set < eu_n_set_names ? eu_set_names[set].name : NULL;
}

const char *eu_syscall_set_doc(unsigned set)
{
	return set < eu_n_set_names ? eu_set_names[set].doc : NULL;
}

uint32_t eu_syscall_set_find(const char *name)
{
	for (unsigned set = 0; set < eu_n_set_names; set++)
		if (!strcmp(name, eu_set_names[set].name))
			return 1u << set;
	return 0;
}

static const struct eu_flagset *find_in(const struct eu_flagset *const *sets, size_t count,
					const char *name)
{
	size_t low = 0;

	while (low < count) {
		size_t middle = (low + count) / 2;
		int order = strcmp(name, sets[middle]->name);

		if (!order)
			return sets[middle];
		if (order < 0)
			count = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const struct eu_flagset *eu_flagset_find_abi(enum eu_abi abi, const char *name)
{
	const struct eu_flagset *set;

	if (!name)
		return NULL;
	set = abi == EU_ABI_ARM64 ? find_in(eu_flagsets_arm64, eu_n_flagsets_arm64, name)
				  : find_in(eu_flagsets_x86, eu_n_flagsets_x86, name);
	return set ? set : find_in(eu_flagsets_own, eu_n_flagsets_own, name);
}

const struct eu_flagset *eu_flagset_find(const char *name)
{
	return eu_flagset_find_abi(EU_ABI_NATIVE, name);
}

int eu_flagset_each(const struct eu_flagset *set, uint64_t value, eu_flag_fn fn, void *context)
{
	uint64_t done = 0;
	int calls = 0;

	if (!value && set->zero) {
		fn(context, set->zero, 0);
		return 1;
	}
	for (size_t i = 0; i < set->n_flags; i++) {
		const struct eu_flag *flag = &set->flags[i];

		/* A mask seen already: a bit of a name that was shown, as O_DSYNC is of O_SYNC. */
		if ((value & flag->mask) != flag->value || !(flag->mask & ~done))
			continue;
		fn(context, flag->name, 0);
		done |= flag->mask;
		calls++;
	}
	if (value & ~done) {
		fn(context, NULL, value & ~done);
		calls++;
	}
	return calls;
}

const char *eu_flagset_name(const struct eu_flagset *set, uint64_t value)
{
	for (size_t i = 0; i < set->n_flags; i++)
		if (set->flags[i].value == value)
			return set->flags[i].name;
	return value ? NULL : set->zero;
}
