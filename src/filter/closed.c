/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include <eunomia/syscalls.h>

#include "closed.h"
#include "schema/args.h"
#include "schema/context.h"
#include "schema/names.h"

static void add(struct eu_closed *closed, const char *name)
{
	const char **bigger;

	if (closed->n == closed->room) {
		size_t room = 2 * closed->room + 64;

		bigger = realloc(closed->names, room * sizeof(*bigger));
		closed->failed |= !bigger;
		if (!bigger)
			return;
		closed->names = bigger;
		closed->room = room;
	}
	closed->names[closed->n++] = name;
}

void eu_closed_free(struct eu_closed *closed)
{
	free(closed->names);
}

/* ---- what there is ---- */

static void add_events(struct eu_closed *closed)
{
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	for (size_t i = 0; i < n; i++)
		if (!events[i].internal)
			add(closed, events[i].name);
}

/* The host's own, and those of its 32-bit programs. */
static void add_calls(struct eu_closed *closed)
{
	static const enum eu_abi abis[] = {EU_ABI_NATIVE, EU_ABI_I386};

	for (size_t a = 0; a < sizeof(abis) / sizeof(*abis); a++) {
		size_t n;
		const struct eu_syscall *calls = eu_syscall_all(abis[a], &n);

		for (size_t i = 0; i < n; i++)
			add(closed, calls[i].name);
	}
}

static void add_table(struct eu_closed *closed, const struct eu_flagset *table)
{
	if (table->zero)
		add(closed, table->zero);
	for (size_t i = 0; i < table->n_flags; i++)
		add(closed, table->flags[i].name);
}

static void add_errnos(struct eu_closed *closed)
{
	for (unsigned i = 1; i < 600; i++)
		if (eu_name_errno(i))
			add(closed, eu_name_errno(i));
}

static void add_signals(struct eu_closed *closed)
{
	for (unsigned i = 1; i < 65; i++)
		if (eu_name_signal(i))
			add(closed, eu_name_signal(i));
}

static void add_capabilities(struct eu_closed *closed)
{
	for (unsigned i = 0; i < 64; i++)
		if (eu_name_capability(i))
			add(closed, eu_name_capability(i));
}

bool eu_closed_add(struct eu_closed *closed, const struct eu_field *field)
{
	closed->numbers = true;
	switch ((enum eu_format)field->format) {
	case EU_FORMAT_ERRNO:
		add_errnos(closed);
		return true;
	case EU_FORMAT_SIGNAL:
		add_signals(closed);
		return true;
	case EU_FORMAT_SYSCALL:
		add_calls(closed);
		return true;
	case EU_FORMAT_CAPS:
		closed->set = true;
		add_capabilities(closed);
		return true;
	case EU_FORMAT_FLAGS:
	case EU_FORMAT_ENUM:
		closed->set |= field->format == EU_FORMAT_FLAGS;
		if (field->table)
			add_table(closed, field->table);
		return field->table != NULL;
	case EU_FORMAT_STRING:
		closed->numbers = false;
		if (!eu_is_context(field) || strcmp(field->name, "event"))
			return false;
		add_events(closed);
		return true;
	default:
		return false;
	}
}

/* ---- arguments ---- */

static void add_named(struct eu_closed *closed, enum eu_abi abi, const char *table)
{
	const struct eu_flagset *found = eu_flagset_find_abi(abi, table);

	if (found)
		add_table(closed, found);
}

/* Those of every level. */
static void add_options(struct eu_closed *closed, enum eu_abi abi)
{
	const struct eu_flagset *levels = eu_flagset_find_abi(abi, "socket_level");

	for (size_t i = 0; i < levels->n_flags; i++) {
		const struct eu_flagset *options =
			eu_args_names_of_level(abi, "sockopt", levels->flags[i].name);

		if (options)
			add_table(closed, options);
	}
}

/* Two tables stand for several: see eu_args_table. */
static void add_argument_table(struct eu_closed *closed, enum eu_abi abi,
			       const struct eu_flagset *table)
{
	add_table(closed, table);
	if (!strcmp(table->name, "socket_protocol")) {
		add_named(closed, abi, "netlink_protocol");
		add_named(closed, abi, "packet_protocol");
	}
	if (!strcmp(table->name, "sockopt_socket"))
		add_options(closed, abi);
}

/* By the kernel's numbers, as arguments are shown. */
static void add_realtime_signals(struct eu_closed *closed)
{
#define RT(n) "SIGRT_" #n
	static const char *const names[] = {
	    RT(0),  RT(1),  RT(2),  RT(3),  RT(4),  RT(5),  RT(6),  RT(7),  RT(8),  RT(9),  RT(10),
	    RT(11), RT(12), RT(13), RT(14), RT(15), RT(16), RT(17), RT(18), RT(19), RT(20), RT(21),
	    RT(22), RT(23), RT(24), RT(25), RT(26), RT(27), RT(28), RT(29), RT(30), RT(31), RT(32),
	};

#undef RT
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		add(closed, names[i]);
}

static bool add_argument(struct eu_closed *closed, enum eu_abi abi,
			 const struct eu_syscall_arg *arg)
{
	switch (arg->kind) {
	case EU_ARG_FLAGS:
	case EU_ARG_ENUM:
		closed->set |= arg->kind == EU_ARG_FLAGS;
		if (arg->flags)
			add_argument_table(closed, abi, arg->flags);
		return arg->flags != NULL;
	case EU_ARG_SIGNAL:
		add_signals(closed);
		add_realtime_signals(closed);
		return true;
	case EU_ARG_PTR:
		closed->hex = true;
		add(closed, "NULL");
		if (arg->flags)
			add_table(closed, arg->flags);
		return true;
	case EU_ARG_DIRFD:
		add(closed, "AT_FDCWD");
		return true;
	case EU_ARG_NONE:
	case EU_ARG_NUM:
	case EU_ARG_SIZE:
	case EU_ARG_OFFSET:
	case EU_ARG_OFFSET_LOW:
	case EU_ARG_OFFSET_HIGH:
	case EU_ARG_HEX:
	case EU_ARG_MODE:
	case EU_ARG_FD:
	case EU_ARG_PID:
	case EU_ARG_UID:
	case EU_ARG_GID:
		return true;
	default: /* what is behind a pointer */
		return false;
	}
}

static bool add_arguments_of(struct eu_closed *closed, enum eu_abi abi, const char *name)
{
	size_t n, n_cases;
	const struct eu_syscall *calls = eu_syscall_all(abi, &n);
	const struct eu_syscall_case *cases = eu_syscall_cases(abi, &n_cases);

	for (size_t i = 0; i < n; i++)
		for (unsigned a = 0; a < calls[i].n_args; a++)
			if (calls[i].args[a].name && !strcmp(calls[i].args[a].name, name) &&
			    !add_argument(closed, abi, &calls[i].args[a]))
				return false;
	for (size_t i = 0; i < n_cases; i++)
		if (cases[i].is.name && !strcmp(cases[i].is.name, name) &&
		    !add_argument(closed, abi, &cases[i].is))
			return false;
	return true;
}

bool eu_closed_add_argument(struct eu_closed *closed, const char *name)
{
	closed->numbers = true;
	for (int abi = 0; abi < EU_ABIS; abi++)
		if (!add_arguments_of(closed, abi, name))
			return false;
	return true;
}

/* ---- whether a value is among it ---- */

static bool is_name(const struct eu_closed *closed, const char *text, size_t len)
{
	for (size_t i = 0; i < closed->n; i++)
		if (strlen(closed->names[i]) == len && !memcmp(closed->names[i], text, len))
			return true;
	return false;
}

static bool is_number(const char *text, size_t len)
{
	return len && text[0] >= '0' && text[0] <= '9' &&
	       strspn(text, "0123456789abcdefABCDEFx") >= len;
}

/* "O_CREAT|O_EXCL", and bits that have no name */
static bool may_equal(const struct eu_closed *closed, const struct eu_literal *literal)
{
	const char *part = literal->text;
	bool number = literal->is_number && strcspn(part, "0123456789") <= (*part == '-');
	size_t len;

	if (closed->numbers && number)
		return true;
	if (!closed->set)
		return is_name(closed, part, literal->len);
	for (;; part += len + 1) {
		len = strcspn(part, "|");
		if (!is_name(closed, part, len) && !is_number(part, len))
			return false;
		if (!part[len])
			return true;
	}
}

static bool does(const char *name, enum eu_filter_op op, const struct eu_literal *literal)
{
	size_t len = strlen(name);

	switch (op) {
	case EU_OP_BEGINS:
		return len >= literal->len && !memcmp(name, literal->text, literal->len);
	case EU_OP_ENDS:
		return len >= literal->len &&
		       !memcmp(name + len - literal->len, literal->text, literal->len);
	case EU_OP_CONTAINS:
		return memmem(name, len, literal->text, literal->len) != NULL;
	default:
		return pcre2_match(literal->pattern, (PCRE2_SPTR)name, len, 0, 0, literal->match,
				   literal->limits) >= 0;
	}
}

/* Could it be about numbers, or about several names at once? In doubt it could. */
static bool may_be_else(const struct eu_closed *closed, enum eu_filter_op op, const char *text)
{
	if (op == EU_OP_MATCHES)
		return (closed->numbers && strpbrk(text, "0123456789.[\\")) ||
		       (closed->set && strpbrk(text, "^$.[\\|(*+?{"));
	if (closed->set && strchr(text, '|'))
		return true;
	return closed->numbers && !text[strspn(text, closed->hex || closed->set
							 ? "0123456789abcdefx"
							 : "-0123456789")];
}

bool eu_closed_may(const struct eu_closed *closed, enum eu_filter_op op,
		   const struct eu_literal *literal)
{
	if (closed->failed)
		return true;
	if (op == EU_OP_EQ || op == EU_OP_NE || op == EU_OP_IN)
		return may_equal(closed, literal);
	for (size_t i = 0; i < closed->n; i++)
		if (does(closed->names[i], op, literal))
			return true;
	return may_be_else(closed, op, literal->text);
}
