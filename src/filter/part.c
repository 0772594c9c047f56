/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/nearest.h>
#include <eunomia/syscalls.h>

#include "cleanup.h"
#include "part.h"
#include "schema/emit.h"

#define LABELS "container.labels"
#define ARGS "args"

/* ---- which there are ---- */

/* What follows "prefix."; or NULL. */
static const char *behind(const char *name, const char *prefix)
{
	size_t len = strlen(prefix);

	return !strncmp(name, prefix, len) && name[len] == '.' ? name + len + 1 : NULL;
}

typedef bool argument_test(void *context, const struct eu_syscall_arg *arg);

/* Calls back with every argument of every system call. */
static bool any_argument(argument_test *test, void *context)
{
	for (int abi = 0; abi < EU_ABIS; abi++) {
		size_t n, n_cases;
		const struct eu_syscall *calls = eu_syscall_all(abi, &n);
		const struct eu_syscall_case *cases = eu_syscall_cases(abi, &n_cases);

		for (size_t i = 0; i < n; i++)
			for (unsigned a = 0; a < calls[i].n_args; a++)
				if (calls[i].args[a].name && test(context, &calls[i].args[a]))
					return true;
		for (size_t i = 0; i < n_cases; i++)
			if (cases[i].is.name && test(context, &cases[i].is))
				return true;
	}
	return false;
}

static bool is_among(const char *name, const char *const *names)
{
	while (*names && strcmp(name, *names))
		names++;
	return *names;
}

static bool is_in_struct(const struct eu_struct *layout, const char *name)
{
	for (unsigned i = 0; i < layout->n_fields; i++) {
		const struct eu_struct_field *field = &layout->fields[i];
		const char *rest = behind(name, field->name);

		if (!strcmp(name, field->name) ||
		    (rest && field->layout && is_in_struct(field->layout, rest)))
			return true;
	}
	return false;
}

/* Whether what is shown of an argument can have such a member: see docs/syscalls.md. */
static bool is_member(const struct eu_syscall_arg *arg, const char *name)
{
	static const char *const descriptor[] = {"path", "shared", NULL};
	static const char *const address[] = {"family", "address", "port", "path", "pid", NULL};
	static const char *const buffer[] = {"size", "bytes", NULL};

	switch (arg->kind) {
	case EU_ARG_FD:
	case EU_ARG_DIRFD:
		return is_among(name, descriptor);
	case EU_ARG_SOCKADDR_IN:
	case EU_ARG_SOCKADDR_OUT:
		return is_among(name, address);
	case EU_ARG_BUF_IN:
	case EU_ARG_BUF_OUT:
	case EU_ARG_OPTION_IN:
	case EU_ARG_OPTION_OUT:
	case EU_ARG_IOVEC_IN:
	case EU_ARG_IOVEC_OUT:
	case EU_ARG_DIRENTS:
		return is_among(name, buffer);
	case EU_ARG_MSGHDR_IN:
	case EU_ARG_MSGHDR_OUT:
		return is_in_struct(arg->layout, name) ||
		       (behind(name, "msg_name") && is_among(behind(name, "msg_name"), address)) ||
		       (behind(name, "msg_iov") && is_among(behind(name, "msg_iov"), buffer));
	default:
		return arg->layout && is_in_struct(arg->layout, name);
	}
}

/* "fd", "fd.path", "how.flags". */
static bool is_argument(void *context, const struct eu_syscall_arg *arg)
{
	const char *part = context, *member = behind(part, arg->name);

	return !strcmp(part, arg->name) || (member && is_member(arg, member));
}

struct names {
	const char **names;
	size_t n;
};

static bool add_name(void *context, const struct eu_syscall_arg *arg)
{
	struct names *names = context;
	const char **bigger;

	for (size_t i = 0; i < names->n; i++)
		if (!strcmp(names->names[i], arg->name))
			return false;
	bigger = realloc(names->names, (names->n + 1) * sizeof(*bigger));
	if (!bigger)
		return true;
	names->names = bigger;
	names->names[names->n++] = arg->name;
	return false;
}

static int unknown_argument(const struct eu_reference *reference, struct eu_error *err)
{
	struct names names = {};
	char hint[256];

	any_argument(add_name, &names);
	eu_nearest_hint(hint, sizeof(hint), reference->part, names.names, names.n, ARGS ".");
	free(names.names);
	return eu_fail(err, EINVAL, "filter, column %zu: no system call has an argument \"%.100s\"%s",
		       reference->column, reference->part, hint);
}

static int resolve_argument(struct eu_reference *reference, struct eu_error *err)
{
	if (!any_argument(is_argument, (void *)reference->part))
		return unknown_argument(reference, err);
	reference->events = eu_schema_events(&reference->n_events);
	reference->by_event = calloc(reference->n_events, sizeof(*reference->by_event));
	if (!reference->by_event)
		return eu_fail(err, ENOMEM, "no memory for the filter");
	reference->of = ARGS;
	for (size_t i = 0; i < reference->n_events; i++) {
		const struct eu_field *field = eu_schema_field(&reference->events[i], ARGS);

		if (!reference->events[i].internal && field && field->format == EU_FORMAT_ARGS)
			reference->by_event[i] = field;
	}
	return 0;
}

int eu_part_resolve(struct eu_reference *reference, struct eu_error *err)
{
	reference->part = behind(reference->name, LABELS);
	if (reference->part && *reference->part) {
		reference->context = eu_schema_field(NULL, LABELS);
		return 0;
	}
	reference->part = behind(reference->name, ARGS);
	if (reference->part && *reference->part)
		return resolve_argument(reference, err);
	reference->part = NULL;
	return 1;
}

/* ---- an argument out of what is printed ---- */

/* Hands on what stands under one path of keys, "addr.port", and nothing else. */
struct picker {
	struct eu_emit emit;
	struct eu_emit_text text;
	const char *path;
	unsigned depth;  /* of what is open … */
	unsigned opened; /* … and how much of that lies on the path */
	bool inside;     /* the object or list at its end */
	bool found, set;
	bool done;       /* a descriptor is its number; what else is known of it is not wanted */
};

static struct picker *self(struct eu_emit *out)
{
	return (struct picker *)out;
}

/* Is this the path's next key? *last: with it the path ends. */
static bool is_next(const struct picker *picker, const char *key, bool *last)
{
	const char *wanted = picker->path;
	size_t len;

	if (!key || picker->depth != picker->opened + 1)
		return false;
	for (unsigned i = 0; i < picker->opened; i++)
		wanted = strchr(wanted, '.') + 1;
	len = strcspn(wanted, ".");
	*last = !wanted[len];
	return strlen(key) == len && !memcmp(key, wanted, len);
}

/* Is this value wanted? The key under which it is handed on goes to *key. */
static bool is_wanted(struct picker *picker, const char **key)
{
	bool wanted = picker->inside && !picker->done, alone = false, last;

	if (wanted) {
		alone = picker->depth == picker->opened + 1 && *key && !strcmp(*key, "fd") &&
			!picker->text.bytes->len;
		picker->done = alone;
	} else if (!picker->inside) {
		wanted = alone = is_next(picker, *key, &last) && last;
	}
	picker->found |= wanted;
	if (alone)
		*key = NULL;
	return wanted;
}

static bool is_handed_on(const struct picker *picker)
{
	return picker->inside && !picker->done;
}

static void open_one(struct eu_emit *out, const char *key,
		     void (*begin)(struct eu_emit *out, const char *key))
{
	struct picker *picker = self(out);
	bool last;

	if (!picker->inside && is_next(picker, key, &last)) {
		picker->opened++;
		picker->inside = last;
		picker->set = last && out->set;
		key = NULL;
	}
	if (is_handed_on(picker)) {
		picker->text.emit.set = out->set;
		picker->found = true;
		begin(&picker->text.emit, key);
	}
	out->set = false;
	picker->depth++;
}

static void close_one(struct eu_emit *out, void (*end)(struct eu_emit *out))
{
	struct picker *picker = self(out);

	if (is_handed_on(picker))
		end(&picker->text.emit);
	if (--picker->depth && picker->depth == picker->opened) {
		picker->opened--;
		picker->inside = false;
	}
}

static void object_begin(struct eu_emit *out, const char *key)
{
	open_one(out, key, self(out)->text.emit.ops->object_begin);
}

static void object_end(struct eu_emit *out)
{
	close_one(out, self(out)->text.emit.ops->object_end);
}

static void array_begin(struct eu_emit *out, const char *key)
{
	open_one(out, key, self(out)->text.emit.ops->array_begin);
}

static void array_end(struct eu_emit *out)
{
	close_one(out, self(out)->text.emit.ops->array_end);
}

static void text(struct eu_emit *out, const char *key, const char *text, size_t len)
{
	struct picker *picker = self(out);

	if (is_wanted(picker, &key))
		picker->text.emit.ops->text(&picker->text.emit, key, text, len);
}

static void u64(struct eu_emit *out, const char *key, uint64_t value)
{
	struct picker *picker = self(out);

	if (is_wanted(picker, &key))
		picker->text.emit.ops->u64(&picker->text.emit, key, value);
}

static void i64(struct eu_emit *out, const char *key, int64_t value)
{
	struct picker *picker = self(out);

	if (is_wanted(picker, &key))
		picker->text.emit.ops->i64(&picker->text.emit, key, value);
}

static void boolean(struct eu_emit *out, const char *key, bool value)
{
	struct picker *picker = self(out);

	if (is_wanted(picker, &key))
		picker->text.emit.ops->boolean(&picker->text.emit, key, value);
}

static void null(struct eu_emit *out, const char *key)
{
	struct picker *picker = self(out);

	if (is_wanted(picker, &key))
		picker->text.emit.ops->null(&picker->text.emit, key);
}

static const struct eu_emit_ops ops = {
	.object_begin = object_begin,
	.object_end = object_end,
	.array_begin = array_begin,
	.array_end = array_end,
	.text = text,
	.u64 = u64,
	.i64 = i64,
	.boolean = boolean,
	.null = null,
};

static bool find_argument(struct eu_part *part, const struct eu_reference *reference,
			  const struct eu_field *field, const struct eu_event *event)
{
	struct picker picker = {.emit.ops = &ops, .path = reference->part};

	eu_emit_text_init(&picker.text, &part->bytes);
	eu_emit_field(&picker.emit, NULL, event, field);
	part->set = picker.set;
	return picker.found && !part->bytes.failed;
}

static bool find_label(struct eu_part *part, const char *key, const struct eu_container *container)
{
	for (size_t i = 0; container && i < container->n_labels; i++)
		if (!strcmp(container->labels[i].key, key)) {
			eu_bytes_puts(&part->bytes, container->labels[i].value);
			return true;
		}
	return false;
}

bool eu_part_find(struct eu_part *part, const struct eu_reference *reference,
		  const struct eu_field *field, const struct eu_event *event)
{
	bool found = false;

	part->bytes = (struct eu_bytes){.data = part->room, .size = sizeof(part->room),
					.borrowed = true};
	part->set = false;
	if (field->format == EU_FORMAT_LABELS)
		found = find_label(part, reference->part, event->container);
	else if (field->format == EU_FORMAT_ARGS)
		found = find_argument(part, reference, field, event);
	if (!found)
		eu_bytes_free(&part->bytes);
	return found;
}

bool eu_part_number(const struct eu_part *part, __int128 *value)
{
	char digits[32];
	const char *at = digits;
	char *end;

	if (!part->bytes.len || part->bytes.len >= sizeof(digits))
		return false;
	memcpy(digits, part->bytes.data, part->bytes.len);
	digits[part->bytes.len] = '\0';
	if (!strcmp(digits, "NULL")) {
		*value = 0;
		return true;
	}
	at += *at == '-';
	if (*at < '0' || *at > '9')
		return false;
	errno = 0;
	*value = strtoull(at, &end, 0);
	if (at > digits)
		*value = -*value;
	return !errno && !*end;
}
