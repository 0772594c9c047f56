/* SPDX-License-Identifier: Apache-2.0 */
/* Which programs a container ran. */
#include <eunomia/syscalls.h>

#include "cleanup.h"
#include "report/csv.h"
#include "report/cut.h"
#include "report/json.h"
#include "report/kind.h"
#include "report/merging.h"
#include "report/saved.h"

enum { MAX_OTHERS = 15 }; /* as in one report */

static bool same_argv(const struct eu_argv_fact *a, const struct eu_argv_fact *b)
{
	if (a->n_argv != b->n_argv)
		return false;
	for (size_t i = 0; i < a->n_argv; i++)
		if (strcmp(a->argv[i], b->argv[i]))
			return false;
	return true;
}

static struct eu_argv_fact first_of(const struct eu_executable_fact *executable)
{
	return (struct eu_argv_fact){executable->argv, executable->n_argv};
}

/* ---- merged ---- */

static bool has_argv(const struct eu_executable_fact *executable, const struct eu_argv_fact *argv)
{
	const struct eu_argv_fact first = first_of(executable);

	for (size_t i = 0; i < executable->n_others; i++)
		if (same_argv(&executable->others[i], argv))
			return true;
	return same_argv(&first, argv);
}

static void add_argv(struct eu_merging *merging, struct eu_executable_fact *into,
		     struct eu_argv_fact more)
{
	struct eu_argv_fact *others = (void *)into->others;

	if (has_argv(into, &more))
		return;
	if (into->n_others == MAX_OTHERS) {
		into->more = true;
		return;
	}
	others = eu_merging_extend(merging, others, into->n_others, sizeof(*others));
	if (!others)
		return;
	more.argv = eu_merging_texts(merging, more.argv, &more.n_argv);
	others[into->n_others++] = more;
	into->others = others;
}

static void add_others(struct eu_merging *merging, struct eu_executable_fact *into,
		       const struct eu_argv_fact *others, size_t n)
{
	for (size_t i = 0; i < n; i++)
		add_argv(merging, into, others[i]);
}

static void own_executable(struct eu_merging *merging, void *fact)
{
	struct eu_executable_fact *own = fact;
	const struct eu_argv_fact *others = own->others;
	size_t n = own->n_others;

	own->argv = eu_merging_texts(merging, own->argv, &own->n_argv);
	own->path = eu_merging_text(merging, own->path);
	own->parent = eu_merging_text(merging, own->parent);
	own->others = NULL;
	own->n_others = 0;
	add_others(merging, own, others, n);
}

static void add_executable(struct eu_merging *merging, void *into, const void *more)
{
	struct eu_executable_fact *fact = into;
	const struct eu_executable_fact *from = more;

	add_argv(merging, fact, first_of(from));
	add_others(merging, fact, from->others, from->n_others);
	fact->more |= from->more;
	fact->cut |= from->cut;
	fact->origin |= from->origin;
	fact->script_origin |= from->script_origin;
	fact->count += from->count;
	eu_widen(&fact->first, &fact->last, from->first, from->last);
}

/* ---- of a time ---- */

/* Those that were new in it. */
static size_t cut_others(const struct eu_executable_fact *now, const struct eu_executable_fact *old)
{
	struct eu_argv_fact *others = (void *)now->others;
	size_t left = 0, at = 0;

	for (size_t i = 0; i < now->n_others; i++)
		if (!EU_FIND_NEXT(old->others, old->n_others, &at, same_argv(it, &others[i])))
			others[left++] = others[i];
	return left;
}

static bool cut_executable(const struct eu_cut *cut, void *fact, const void *before)
{
	struct eu_executable_fact *executable = fact;
	const struct eu_executable_fact *old = before;

	eu_subtract(&executable->count, old->count);
	executable->n_others = cut_others(executable, old);
	return executable->count;
}

/* ---- written ---- */

static void emit_others(struct eu_emit *emit, const struct eu_executable_fact *executable)
{
	if (!executable->n_others)
		return;
	emit->ops->array_begin(emit, "other_argv");
	for (size_t i = 0; i < executable->n_others; i++)
		eu_report_emit_texts(emit, NULL, executable->others[i].argv,
				     executable->others[i].n_argv);
	emit->ops->array_end(emit);
}

static void emit_origin(struct eu_emit *emit, const char *key, uint32_t origin)
{
	if (origin)
		eu_emit_flags(emit, key, eu_flagset_find("file_origin"), origin);
}

static void emit_executable(struct eu_emit *emit, const void *fact)
{
	const struct eu_executable_fact *executable = fact;

	eu_emit_str(emit, "path", executable->path);
	eu_report_emit_place(emit, executable->path_state);
	emit_origin(emit, "origin", executable->origin);
	emit_origin(emit, "script_origin", executable->script_origin);
	eu_report_emit_texts(emit, "argv", executable->argv, executable->n_argv);
	emit_others(emit, executable);
	eu_emit_true_if(emit, "more_argv", executable->more);
	eu_emit_true_if(emit, "argv_cut", executable->cut);
	eu_emit_str_if(emit, "parent", executable->parent);
	emit->ops->u64(emit, "count", executable->count);
	eu_report_emit_seen(emit, executable->first, executable->last);
}

static void put_origin(FILE *out, const char *key, uint32_t origin)
{
	const struct eu_flagset *table = eu_flagset_find("file_origin");
	const char *sign = "";

	if (origin)
		fprintf(out, " %s=", key);
	for (size_t i = 0; i < table->n_flags; i++)
		if (origin & table->flags[i].value) {
			fprintf(out, "%s%s", sign, table->flags[i].name);
			sign = "|";
		}
}

static char *about(const struct eu_executable_fact *executable)
{
	char *text = NULL, room[EU_PLACE_ROOM];
	size_t len;
	FILE *out = open_memstream(&text, &len);

	if (!out)
		return NULL;
	fprintf(out, "argv=%zu%s%s%s%s%s", executable->n_others + 1,
		executable->more ? " more_argv" : "", executable->cut ? " argv_cut" : "",
		eu_report_place(room, executable->path_state, " path_"),
		executable->parent && *executable->parent ? " parent=" : "",
		executable->parent ?: "");
	put_origin(out, "origin", executable->origin);
	put_origin(out, "script_origin", executable->script_origin);
	fclose(out);
	return text;
}

/* How often each was used is counted where there is but one. */
static void put_argv(struct eu_out *out, const struct eu_container *who,
		     const struct eu_executable_fact *executable, struct eu_argv_fact argv)
{
	eu_auto_free char *text = eu_row_texts(argv.argv, argv.n_argv);
	bool is_only = !executable->n_others && !executable->more;

	eu_row_put(out, &(struct eu_row){
				.container = who,
				.fact = "argv",
				.what = executable->path,
				.details = text,
				.count = executable->count,
				.counted = is_only ? EU_COUNTED : EU_NOT_COUNTED,
			});
}

static void put_executable(struct eu_out *out, const struct eu_container *who, const void *fact)
{
	const struct eu_executable_fact *executable = fact;
	eu_auto_free char *details = about(executable);

	eu_row_put(out, &(struct eu_row){
				.container = who,
				.fact = "executable",
				.what = executable->path,
				.details = details,
				.count = executable->count,
				.first = executable->first,
				.last = executable->last,
			});
	put_argv(out, who, executable, first_of(executable));
	for (size_t i = 0; i < executable->n_others; i++)
		put_argv(out, who, executable, executable->others[i]);
}

/* ---- read ---- */

static void read_others(struct eu_saved *saved, struct eu_executable_fact *fact, yyjson_val *from)
{
	yyjson_val *list = yyjson_obj_get(from, "other_argv"), *one;
	struct eu_argv_fact *others = eu_saved_array(saved, list, &fact->n_others, sizeof(*others));
	size_t i, n;

	fact->others = others;
	yyjson_arr_foreach(list, i, n, one)
		if (i < fact->n_others)
			others[i].argv = eu_saved_texts(saved, one, &others[i].n_argv);
}

static uint32_t read_origin(yyjson_val *from, const char *key)
{
	const struct eu_flagset *table = eu_flagset_find("file_origin");
	yyjson_val *list = yyjson_obj_get(from, key), *one;
	uint32_t origin = 0;
	size_t i, n;

	yyjson_arr_foreach(list, i, n, one)
		for (size_t k = 0; k < table->n_flags; k++)
			if (yyjson_equals_str(one, table->flags[k].name))
				origin |= table->flags[k].value;
	return origin;
}

static void read_executable(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	struct eu_executable_fact *executable = fact;

	*executable = (struct eu_executable_fact){
	    .path = eu_saved_copied(saved, from, "path"),
	    .parent = eu_saved_copied(saved, from, "parent"),
	    .count = eu_saved_number(from, "count"),
	    .more = eu_saved_flag(from, "more_argv"),
	    .cut = eu_saved_flag(from, "argv_cut"),
	    .path_state = eu_saved_place(from),
	    .origin = read_origin(from, "origin"),
	    .script_origin = read_origin(from, "script_origin"),
	    .first = eu_saved_moment(from, "first"),
	    .last = eu_saved_moment(from, "last"),
	};
	executable->argv = eu_saved_texts(saved, yyjson_obj_get(from, "argv"), &executable->n_argv);
	read_others(saved, executable, from);
}

const struct eu_kind eu_kind_executables = {
	EU_FACTS_IN(executables),
	EU_TIMES_IN(struct eu_executable_fact, first, last),
	.key = eu_key_executable,
	.own = own_executable,
	.add = add_executable,
	.cut = cut_executable,
	.emit = emit_executable,
	.read = read_executable,
	.row = put_executable,
};
