/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/nearest.h>
#include <eunomia/syscalls.h>

#include "parts.h"

#define ARGS   "args"
#define STATE  "args_state"
#define LABELS "container.labels"

/* What follows "prefix."; or NULL. */
static const char *behind(const char *name, const char *prefix)
{
	size_t len = strlen(prefix);

	return !strncmp(name, prefix, len) && name[len] == '.' ? name + len + 1 : NULL;
}

const char *eu_part_of(const char *name, const char **part)
{
	static const char *const fields[] = {ARGS, STATE, LABELS};

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		*part = behind(name, fields[i]);
		if (*part && **part)
			return fields[i];
	}
	return NULL;
}

/* ---- members ---- */

#define MEMBER(member, is, of) {.name = member, .kind = is, .layout = of}
#define SHAPE(of)              {.n_fields = sizeof(of) / sizeof(*of), .fields = of}

static const struct eu_struct_field descriptor[] = {
    MEMBER("fd", EU_ARG_NUM, NULL),
    MEMBER("path", EU_ARG_STR, NULL),
    MEMBER("shared", EU_ARG_NUM, NULL),
};
static const struct eu_struct_field address[] = {
    MEMBER("family", EU_ARG_ENUM, NULL), MEMBER("address", EU_ARG_STR, NULL),
    MEMBER("port", EU_ARG_NUM, NULL),    MEMBER("path", EU_ARG_STR, NULL),
    MEMBER("scope_id", EU_ARG_NUM, NULL),
};
static const struct eu_struct_field buffer[] = {
    MEMBER("size", EU_ARG_NUM, NULL),
    MEMBER("bytes", EU_ARG_STR, NULL),
};
static const struct eu_struct_field directory[] = {
    MEMBER("size", EU_ARG_NUM, NULL),
    MEMBER("entries", EU_ARG_STRV, NULL),
};
static const struct eu_struct_field iovec[] = {
    MEMBER("count", EU_ARG_NUM, NULL),
    MEMBER("parts", EU_ARG_NUMS_IN, NULL),
    MEMBER("size", EU_ARG_NUM, NULL),
    MEMBER("bytes", EU_ARG_STR, NULL),
};
static const struct eu_struct_field instruction[] = {
    MEMBER("code", EU_ARG_HEX, NULL),
    MEMBER("jt", EU_ARG_NUM, NULL),
    MEMBER("jf", EU_ARG_NUM, NULL),
    MEMBER("k", EU_ARG_HEX, NULL),
};
static const struct eu_struct instructions = SHAPE(instruction);
static const struct eu_struct_field program[] = {
    MEMBER("len", EU_ARG_NUM, NULL),
    MEMBER("filter", EU_ARG_VECTOR_IN, &instructions),
};
static const struct eu_struct_field control[] = {
    MEMBER("cmsg_len", EU_ARG_NUM, NULL),
    MEMBER("cmsg_level", EU_ARG_ENUM, NULL),
    MEMBER("cmsg_type", EU_ARG_ENUM, NULL),
};
static const struct eu_struct_field signals[] = {
    MEMBER("all_but", EU_ARG_SIGSET, NULL),
};

/* What docs/syscalls.md says of kinds that are not shown as their structs. */
static const struct eu_struct *shape_of(enum eu_arg_kind kind)
{
	static const struct eu_struct descriptors = SHAPE(descriptor), addresses = SHAPE(address),
				      buffers = SHAPE(buffer), directories = SHAPE(directory),
				      iovecs = SHAPE(iovec), programs = SHAPE(program),
				      masks = SHAPE(signals), controls = SHAPE(control);
	static const struct eu_struct *const shapes[EU_ARG_KINDS] = {
	    [EU_ARG_FD] = &descriptors,         [EU_ARG_DIRFD] = &descriptors,
	    [EU_ARG_SOCKADDR_IN] = &addresses,  [EU_ARG_SOCKADDR_OUT] = &addresses,
	    [EU_ARG_BUF_IN] = &buffers,         [EU_ARG_BUF_OUT] = &buffers,
	    [EU_ARG_OPTION_IN] = &buffers,      [EU_ARG_OPTION_OUT] = &buffers,
	    [EU_ARG_IOVEC_IN] = &iovecs,        [EU_ARG_IOVEC_OUT] = &iovecs,
	    [EU_ARG_DIRENTS] = &directories,    [EU_ARG_FILTER] = &programs,
	    [EU_ARG_SIGSET] = &masks,           [EU_ARG_SIGSET_OUT] = &masks,
	    [EU_ARG_CONTROL] = &controls,
	};

	return shapes[kind];
}

/* As args.c shows it: a message's address, iovec and control messages by what they are, descriptors
 * in structs by their numbers. */
static struct eu_struct_field as_shown(const struct eu_struct_field *field)
{
	struct eu_struct_field shown = *field;

	if (!strcmp(field->name, "msg_name"))
		shown.kind = EU_ARG_SOCKADDR_IN;
	else if (!strcmp(field->name, "msg_iov"))
		shown.kind = EU_ARG_IOVEC_IN;
	else if (!strcmp(field->name, "msg_control"))
		shown.kind = EU_ARG_CONTROL;
	else if (field->kind == EU_ARG_FD || field->kind == EU_ARG_DIRFD)
		shown.kind = EU_ARG_NUM;
	return shown;
}

typedef bool member_test(void *context, const struct eu_struct_field *member);

static bool any_of(const struct eu_struct *layout, member_test *test, void *context)
{
	for (unsigned i = 0; layout && i < layout->n_fields; i++) {
		struct eu_struct_field member = as_shown(&layout->fields[i]);

		if (test(context, &member))
			return true;
	}
	return false;
}

static bool any_argument(member_test *test, void *context);

static bool any_of_addresses(member_test *test, void *context)
{
	const struct eu_flagset *families = eu_flagset_find("socket_family");

	for (size_t i = 0; i < families->n_flags; i++)
		if (any_of(eu_sockaddr_layout(families->flags[i].value), test, context))
			return true;
	return false;
}

static bool test_argument(const struct eu_syscall_arg *arg, member_test *test, void *context)
{
	struct eu_struct_field as = {.name = arg->name, .kind = arg->kind, .layout = arg->layout};

	return arg->name && test(context, &as);
}

static bool any_of_controls(member_test *test, void *context)
{
	size_t n;
	const struct eu_control *all = eu_syscall_controls(EU_ABI_NATIVE, &n);

	for (size_t i = 0; i < n; i++)
		if (test_argument(&all[i].data, test, context))
			return true;
	return false;
}

/* Calls back with the members of what is shown of a kind until one says yes. */
static bool any_member(enum eu_arg_kind kind, const struct eu_struct *layout, member_test *test,
		       void *context)
{
	const struct eu_struct *shape = shape_of(kind);

	if (kind == EU_ARG_SOCKETCALL)
		return any_argument(test, context);
	if ((kind == EU_ARG_SOCKADDR_IN || kind == EU_ARG_SOCKADDR_OUT) &&
	    any_of_addresses(test, context))
		return true;
	if (kind == EU_ARG_CONTROL && any_of_controls(test, context))
		return true;
	return any_of(shape ? shape : layout, test, context);
}

static bool any_argument_of(enum eu_abi abi, member_test *test, void *context)
{
	size_t n, n_cases;
	const struct eu_syscall *calls = eu_syscall_all(abi, &n);
	const struct eu_syscall_case *cases = eu_syscall_cases(abi, &n_cases);

	for (size_t i = 0; i < n; i++)
		for (unsigned a = 0; a < calls[i].n_args; a++)
			if (test_argument(&calls[i].args[a], test, context))
				return true;
	for (size_t i = 0; i < n_cases; i++)
		if (test_argument(&cases[i].is, test, context))
			return true;
	return false;
}

/* The same with every argument of every system call. */
static bool any_argument(member_test *test, void *context)
{
	for (int abi = 0; abi < EU_ABIS; abi++)
		if (any_argument_of(abi, test, context))
			return true;
	return false;
}

/* ---- is there such a one? ---- */

static bool leads_there(void *context, const struct eu_struct_field *member)
{
	const char *path = context, *rest = behind(path, member->name);

	return !strcmp(path, member->name) ||
	       (rest && any_member(member->kind, member->layout, leads_there, (void *)rest));
}

static bool is_argument(const char *path)
{
	return any_argument(leads_there, (void *)path);
}

/* ---- which are there instead? ---- */

struct names {
	const char *path; /* of what they are members of */
	const char **names;
	size_t n;
};

static bool add_name(void *context, const struct eu_struct_field *member)
{
	struct names *names = context;
	const char **bigger;

	for (size_t i = 0; i < names->n; i++)
		if (!strcmp(names->names[i], member->name))
			return false;
	bigger = realloc(names->names, (names->n + 1) * sizeof(*bigger));
	if (!bigger)
		return true;
	names->names = bigger;
	names->names[names->n++] = member->name;
	return false;
}

/* Adds the members of all that has this path. */
static bool add_members(void *context, const struct eu_struct_field *member)
{
	struct names *names = context;
	const char *path = names->path, *rest = behind(path, member->name);

	if (!strcmp(path, member->name)) {
		any_member(member->kind, member->layout, add_name, names);
	} else if (rest) {
		names->path = rest;
		any_member(member->kind, member->layout, add_members, names);
		names->path = path;
	}
	return false;
}

static void no_argument(const char *of, const char *path, char *why, size_t size)
{
	struct names names = {};
	char name[100], prefix[32], hint[256];

	snprintf(name, sizeof(name), "%.*s", (int)strcspn(path, "."), path);
	snprintf(prefix, sizeof(prefix), "%s.", of);
	any_argument(add_name, &names);
	eu_nearest_hint(hint, sizeof(hint), name, names.names, names.n, prefix);
	free(names.names);
	snprintf(why, size, "no system call has an argument \"%s\"%s", name,
		 *hint ? hint : "; `eunomia list syscalls` shows them all");
}

static void no_member(const char *above, const char *member, char *why, size_t size)
{
	struct names names = {.path = above};
	int at;

	any_argument(add_members, &names);
	at = snprintf(why, size, "%s.%.100s has no member \"%.100s\"%s", ARGS, above, member,
		      names.n ? "; it has " : ", it is one value");
	for (size_t i = 0; i < names.n && at >= 0 && (size_t)at < size; i++)
		at += snprintf(why + at, size - at, "%s%s",
			       !i ? "" : i + 1 < names.n ? ", " : " and ", names.names[i]);
	free(names.names);
}

/* The longest part of the path that leads somewhere, and what follows it. */
static void why_not(const char *path, char *why, size_t size)
{
	char above[256];
	char *dot;

	snprintf(above, sizeof(above), "%s", path);
	while ((dot = strrchr(above, '.'))) {
		*dot = '\0';
		if (is_argument(above)) {
			no_member(above, path + (dot - above) + 1, why, size);
			return;
		}
	}
	no_argument(ARGS, path, why, size);
}

/* Of an argument's state there is nothing but a list. */
static bool is_state_known(const char *path, char *why, size_t size)
{
	bool has_members = strchr(path, '.');

	if (has_members)
		snprintf(why, size, STATE ".%.*s is a list, it has no members",
			 (int)strcspn(path, "."), path);
	else if (!is_argument(path))
		no_argument(STATE, path, why, size);
	else
		return true;
	return false;
}

bool eu_part_is_known(const char *name, char *why, size_t size)
{
	const char *path, *of = eu_part_of(name, &path);

	if (!of || !strcmp(of, LABELS))
		return of;
	if (!strcmp(of, STATE))
		return is_state_known(path, why, size);
	if (is_argument(path))
		return true;
	why_not(path, why, size);
	return false;
}

char *eu_part_hint(char *out, size_t size, const char *name)
{
	*out = '\0';
	if (is_argument(name))
		snprintf(out, size, "; did you mean \"" ARGS ".%.100s\"?", name);
	return out;
}
