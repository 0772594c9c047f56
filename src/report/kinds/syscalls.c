/* SPDX-License-Identifier: Apache-2.0 */
/* Which system calls a container made, with their errors and the values of their arguments. */
#include <inttypes.h>
#include <stdlib.h>

#include "cleanup.h"
#include "facts/tally.h"
#include "report/csv.h"
#include "report/cut.h"
#include "report/json.h"
#include "report/kind.h"
#include "report/merging.h"
#include "report/saved.h"
#include "schema/names.h"

static void key_syscall(struct eu_bytes *key, const void *fact, enum eu_scope scope)
{
	eu_key_text(key, ((const struct eu_syscall_fact *)fact)->name);
}

static bool same_arguments(const struct eu_value_fact *a, const struct eu_value_fact *b)
{
	if (a->n_arguments != b->n_arguments)
		return false;
	for (size_t i = 0; i < a->n_arguments; i++)
		if (a->arguments[i].value != b->arguments[i].value ||
		    strcmp(a->arguments[i].name, b->arguments[i].name))
			return false;
	return true;
}

/* ---- merged ---- */

static void own_value(struct eu_merging *merging, struct eu_value_fact *fact)
{
	struct eu_argument_fact *arguments = eu_merging_array(
		merging, fact->arguments, &fact->n_arguments, sizeof(*arguments));

	for (size_t i = 0; i < fact->n_arguments; i++) {
		arguments[i].name = eu_merging_text(merging, arguments[i].name);
		arguments[i].text = eu_merging_text(merging, arguments[i].text);
	}
	fact->arguments = arguments;
}

static void add_value(struct eu_merging *merging, struct eu_syscall_fact *into,
		      struct eu_value_fact more)
{
	struct eu_value_fact *values = (void *)into->values;

	if (!eu_merging_part(merging, &more.count, &more.init, more.first, more.last))
		return;
	for (size_t i = 0; i < into->n_values; i++)
		if (same_arguments(&values[i], &more)) {
			values[i].count += more.count;
			values[i].init = eu_init_sum(values[i].init, more.init);
			eu_widen(&values[i].first, &values[i].last, more.first, more.last);
			return;
		}
	values = eu_merging_extend(merging, values, into->n_values, sizeof(*values));
	if (!values)
		return;
	values[into->n_values] = more;
	own_value(merging, &values[into->n_values++]);
	into->values = values;
}

static void add_error(struct eu_merging *merging, struct eu_syscall_fact *into,
		      struct eu_errno_count more)
{
	struct eu_errno_count *errors = (void *)into->errors;

	if (!eu_merging_part(merging, &more.count, &more.init, 0, 0))
		return;
	for (size_t i = 0; i < into->n_errors; i++)
		if (errors[i].error == more.error) {
			errors[i].count += more.count;
			errors[i].init = eu_init_sum(errors[i].init, more.init);
			return;
		}
	errors = eu_merging_extend(merging, errors, into->n_errors, sizeof(*errors));
	if (!errors)
		return;
	errors[into->n_errors++] = more;
	into->errors = errors;
}

static void add_details(struct eu_merging *merging, struct eu_syscall_fact *into,
			const struct eu_syscall_fact *from)
{
	for (size_t i = 0; i < from->n_errors; i++)
		add_error(merging, into, from->errors[i]);
	for (size_t i = 0; i < from->n_values; i++)
		add_value(merging, into, from->values[i]);
}

static void own_syscall(struct eu_merging *merging, void *fact)
{
	struct eu_syscall_fact *own = fact, from = *own;

	own->name = eu_merging_text(merging, own->name);
	own->errors = NULL;
	own->values = NULL;
	own->n_errors = own->n_values = 0;
	add_details(merging, own, &from);
}

static void add_syscall(struct eu_merging *merging, void *into, const void *more)
{
	struct eu_syscall_fact *fact = into;
	const struct eu_syscall_fact *from = more;

	fact->count += from->count;
	fact->init = eu_init_sum(fact->init, from->init);
	eu_widen(&fact->first, &fact->last, from->first, from->last);
	add_details(merging, fact, from);
}

/* Which calls were the runtime's is counted, and needs no times. */
static bool part_of_syscall(const struct eu_merging *merging, void *copy)
{
	struct eu_syscall_fact *fact = copy;

	return eu_merging_part(merging, &fact->count, &fact->init, fact->first, fact->last);
}

/* ---- of a time ---- */

static size_t cut_values(const struct eu_cut *cut, const struct eu_syscall_fact *now,
			 const struct eu_syscall_fact *before)
{
	static const struct eu_value_fact none;
	struct eu_value_fact *values = (void *)now->values;
	size_t left = 0, at = 0;

	for (size_t i = 0; i < now->n_values; i++) {
		struct eu_value_fact value = values[i];
		const struct eu_value_fact *old =
			EU_FIND_NEXT(before->values, before->n_values, &at,
				     same_arguments(it, &value)) ?: &none;

		eu_subtract(&value.count, old->count);
		eu_subtract_init(&value.init, old->init);
		if (value.count && eu_cut_times(cut, &value.first, &value.last))
			values[left++] = value;
	}
	return left;
}

static size_t cut_errors(const struct eu_syscall_fact *now, const struct eu_syscall_fact *before)
{
	static const struct eu_errno_count none;
	struct eu_errno_count *errors = (void *)now->errors;
	size_t left = 0, at = 0;

	for (size_t i = 0; i < now->n_errors; i++) {
		struct eu_errno_count error = errors[i];
		const struct eu_errno_count *old =
			EU_FIND_NEXT(before->errors, before->n_errors, &at,
				     it->error == error.error) ?: &none;

		eu_subtract(&error.count, old->count);
		eu_subtract_init(&error.init, old->init);
		if (error.count)
			errors[left++] = error;
	}
	return left;
}

static bool cut_syscall(const struct eu_cut *cut, void *fact, const void *before)
{
	struct eu_syscall_fact *call = fact;
	const struct eu_syscall_fact *old = before;

	eu_subtract(&call->count, old->count);
	eu_subtract_init(&call->init, old->init);
	call->n_errors = cut_errors(call, old);
	call->n_values = cut_values(cut, call, old);
	return call->count;
}

/* ---- written ---- */

/* How many of them were the runtime's, where that is known. */
static void emit_init(struct eu_emit *emit, uint64_t init)
{
	if (init != EU_INIT_UNKNOWN)
		emit->ops->u64(emit, "init", init);
}

/* {"family":{"value":2,"name":"AF_INET"},…} */
static void emit_value(struct eu_emit *emit, const struct eu_value_fact *fact)
{
	emit->ops->object_begin(emit, "arguments");
	for (size_t i = 0; i < fact->n_arguments; i++) {
		emit->ops->object_begin(emit, fact->arguments[i].name);
		emit->ops->u64(emit, "value", fact->arguments[i].value);
		eu_emit_str_if(emit, "name", fact->arguments[i].text);
		emit->ops->object_end(emit);
	}
	emit->ops->object_end(emit);
	emit->ops->u64(emit, "count", fact->count);
	emit_init(emit, fact->init);
	eu_report_emit_seen(emit, fact->first, fact->last);
}

static void emit_values(struct eu_emit *emit, const struct eu_syscall_fact *fact)
{
	if (!fact->n_values)
		return;
	emit->ops->array_begin(emit, "values");
	for (size_t i = 0; i < fact->n_values; i++) {
		emit->ops->object_begin(emit, NULL);
		emit_value(emit, &fact->values[i]);
		emit->ops->object_end(emit);
	}
	emit->ops->array_end(emit);
}

static void emit_errors(struct eu_emit *emit, const struct eu_syscall_fact *fact)
{
	emit->ops->object_begin(emit, "errors");
	for (size_t i = 0; i < fact->n_errors; i++) {
		char room[EU_ERRNO_ROOM];

		emit->ops->u64(emit, eu_report_errno(room, fact->errors[i].error),
			       fact->errors[i].count);
	}
	emit->ops->object_end(emit);
}

static bool is_of_init(const struct eu_errno_count *error)
{
	return error->init && error->init != EU_INIT_UNKNOWN;
}

static void emit_init_errors(struct eu_emit *emit, const struct eu_syscall_fact *fact)
{
	bool any = false;

	for (size_t i = 0; i < fact->n_errors; i++) {
		char room[EU_ERRNO_ROOM];

		if (!is_of_init(&fact->errors[i]))
			continue;
		if (!any)
			emit->ops->object_begin(emit, "init_errors");
		any = true;
		emit->ops->u64(emit, eu_report_errno(room, fact->errors[i].error),
			       fact->errors[i].init);
	}
	if (any)
		emit->ops->object_end(emit);
}

static void emit_syscall(struct eu_emit *emit, const void *fact)
{
	const struct eu_syscall_fact *call = fact;

	eu_emit_str(emit, "name", call->name);
	emit->ops->u64(emit, "count", call->count);
	emit_init(emit, call->init);
	emit_errors(emit, call);
	emit_init_errors(emit, call);
	emit_values(emit, call);
	eu_report_emit_seen(emit, call->first, call->last);
}

/* "ENOENT=2 EACCES=1" */
static char *errors_text(const struct eu_syscall_fact *call)
{
	char *text = NULL, room[EU_ERRNO_ROOM];
	size_t len;
	FILE *out = open_memstream(&text, &len);

	for (size_t i = 0; out && i < call->n_errors; i++)
		fprintf(out, "%s%s=%" PRIu64, i ? " " : "",
			eu_report_errno(room, call->errors[i].error), call->errors[i].count);
	if (out)
		fclose(out);
	return text;
}

/* "family=2 (AF_INET) type=1" */
static char *arguments_text(const struct eu_value_fact *value)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	for (size_t i = 0; out && i < value->n_arguments; i++) {
		const struct eu_argument_fact *argument = &value->arguments[i];
		const char *name = argument->text;

		fprintf(out, "%s%s=%" PRIu64 "%s%s%s", i ? " " : "", argument->name,
			argument->value, name ? " (" : "", name ?: "", name ? ")" : "");
	}
	if (out)
		fclose(out);
	return text;
}

static void put_value(struct eu_out *out, const struct eu_container *who, const char *call,
		      const struct eu_value_fact *value)
{
	eu_auto_free char *details = arguments_text(value);
	const struct eu_row_init init = {.count = value->init};

	eu_row_put(out, &(struct eu_row){
				.container = who,
				.fact = "argument",
				.what = call,
				.details = details,
				.count = value->count,
				.init = &init,
				.first = value->first,
				.last = value->last,
			});
}

static void put_syscall(struct eu_out *out, const struct eu_container *who, const void *fact)
{
	const struct eu_syscall_fact *call = fact;
	eu_auto_free char *details = errors_text(call);
	struct eu_row_init init = {.count = call->init};
	struct eu_row row = {
		.container = who,
		.fact = "syscall",
		.what = call->name,
		.details = details,
		.count = call->count,
		.init = &init,
		.first = call->first,
		.last = call->last,
	};

	for (size_t i = 0; i < call->n_errors; i++) {
		row.failures += call->errors[i].count;
		init.failures += is_of_init(&call->errors[i]) ? call->errors[i].init : 0;
	}
	eu_row_put(out, &row);
	for (size_t i = 0; i < call->n_values; i++)
		put_value(out, who, call->name, &call->values[i]);
}

/* ---- read ---- */

static int error_of(const char *name)
{
	for (unsigned i = 1; i < 600; i++) {
		const char *known = eu_name_errno(i);

		if (known && !strcmp(known, name))
			return i;
	}
	return atoi(name);
}

/* Where a version that told the runtime's calls apart wrote it, it says how many. */
static uint64_t init_of(yyjson_val *object)
{
	return yyjson_obj_get(object, "init") ? eu_saved_number(object, "init") : EU_INIT_UNKNOWN;
}

static void read_errors(struct eu_saved *saved, struct eu_syscall_fact *call, yyjson_val *from)
{
	yyjson_val *list = yyjson_obj_get(from, "errors"), *key, *value;
	yyjson_val *init = yyjson_obj_get(from, "init_errors");
	struct eu_errno_count *errors = eu_saved_object(saved, list, &call->n_errors, sizeof(*errors));
	size_t i, n;

	call->errors = errors;
	yyjson_obj_foreach(list, i, n, key, value)
		if (i < call->n_errors)
			errors[i] = (struct eu_errno_count){
			    .error = error_of(yyjson_get_str(key)),
			    .count = eu_saved_value(value),
			    .init = call->init == EU_INIT_UNKNOWN
					? EU_INIT_UNKNOWN
					: eu_saved_number(init, yyjson_get_str(key)),
			};
}

static void read_arguments(struct eu_saved *saved, struct eu_value_fact *fact, yyjson_val *from)
{
	yyjson_val *list = yyjson_obj_get(from, "arguments"), *key, *value;
	struct eu_argument_fact *arguments =
	    eu_saved_object(saved, list, &fact->n_arguments, sizeof(*arguments));
	size_t i, n, len;

	fact->arguments = arguments;
	yyjson_obj_foreach(list, i, n, key, value)
		if (i < fact->n_arguments)
			arguments[i] = (struct eu_argument_fact){
			    .name = eu_saved_copy(saved, key, &len),
			    .value = eu_saved_number(value, "value"),
			    .text = eu_saved_text_or_null(saved, value, "name"),
			};
}

static void read_values(struct eu_saved *saved, struct eu_syscall_fact *call, yyjson_val *from)
{
	yyjson_val *list = yyjson_obj_get(from, "values"), *one;
	struct eu_value_fact *values = eu_saved_array(saved, list, &call->n_values, sizeof(*values));
	size_t i, n;

	call->values = values;
	yyjson_arr_foreach(list, i, n, one) {
		if (i >= call->n_values)
			break;
		values[i] = (struct eu_value_fact){
		    .count = eu_saved_number(one, "count"),
		    .init = init_of(one),
		    .first = eu_saved_moment(one, "first"),
		    .last = eu_saved_moment(one, "last"),
		};
		read_arguments(saved, &values[i], one);
	}
}

static void read_syscall(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	struct eu_syscall_fact *call = fact;

	*call = (struct eu_syscall_fact){
	    .name = eu_saved_copied(saved, from, "name"),
	    .count = eu_saved_number(from, "count"),
	    .init = init_of(from),
	    .first = eu_saved_moment(from, "first"),
	    .last = eu_saved_moment(from, "last"),
	};
	read_errors(saved, call, from);
	read_values(saved, call, from);
}

const struct eu_kind eu_kind_syscalls = {
	EU_FACTS_IN(syscalls),
	EU_TIMES_IN(struct eu_syscall_fact, first, last),
	.key = key_syscall,
	.part = part_of_syscall,
	.own = own_syscall,
	.add = add_syscall,
	.cut = cut_syscall,
	.emit = emit_syscall,
	.read = read_syscall,
	.row = put_syscall,
};
