/* SPDX-License-Identifier: Apache-2.0 */
/* Which files a container used, and how. */
#include <inttypes.h>

#include "cleanup.h"
#include "facts/operations.h"
#include "report/csv.h"
#include "report/cut.h"
#include "report/json.h"
#include "report/kind.h"
#include "report/merging.h"
#include "report/page.h"
#include "report/saved.h"

/* The i-th of all that there are, as they are written: what is not told apart is the last. */
static uint32_t operation_at(uint32_t i)
{
	return (i + 1) % EU_OPERATIONS;
}

static void own_file(struct eu_merging *merging, void *fact)
{
	struct eu_file_fact *own = fact;

	own->path = eu_merging_text(merging, own->path);
	own->new_path = eu_merging_text(merging, own->new_path);
	own->operations = eu_merging_array(merging, own->operations, &own->n_operations,
					   sizeof(*own->operations));
}

static void add_operation(struct eu_merging *merging, struct eu_file_fact *into,
			  const struct eu_operation_count *more)
{
	struct eu_operation_count *own = (void *)into->operations;

	for (size_t i = 0; i < into->n_operations; i++)
		if (own[i].operation == more->operation) {
			own[i].count += more->count;
			return;
		}
	own = eu_merging_extend(merging, own, into->n_operations, sizeof(*own));
	if (!own)
		return;
	own[into->n_operations++] = *more;
	into->operations = own;
}

static void add_file(struct eu_merging *merging, void *into, const void *more)
{
	struct eu_file_fact *fact = into;
	const struct eu_file_fact *from = more;

	fact->opens += from->opens;
	fact->reads += from->reads;
	fact->writes += from->writes;
	fact->bytes_read += from->bytes_read;
	fact->bytes_written += from->bytes_written;
	fact->maps += from->maps;
	fact->bytes_mapped += from->bytes_mapped;
	fact->failures += from->failures;
	for (size_t i = 0; i < from->n_operations; i++)
		add_operation(merging, fact, &from->operations[i]);
	if (!fact->new_path)
		fact->new_path = eu_merging_text(merging, from->new_path);
	eu_key_known_as(fact, from->path_state);
	fact->changed |= from->changed;
	fact->moved &= from->moved;
	fact->created |= from->created;
	fact->deleted |= from->deleted;
	fact->existed |= from->existed;
	fact->by_init |= from->by_init;
	fact->by_work |= from->by_work;
	fact->untimed |= from->untimed;
	eu_widen(&fact->first, &fact->last, from->first, from->last);
}

/* Is it not known by whom it was used? */
static bool has_no_user(const struct eu_file_fact *file)
{
	return file->untimed || (!file->by_init && !file->by_work);
}

static bool part_of_file(const struct eu_merging *merging, void *fact)
{
	const struct eu_file_fact *file = fact;

	if (has_no_user(file))
		return !eu_merging_excludes(merging, file->first, file->last, EU_PHASE_MARGIN);
	switch (merging->phase) {
	case EU_PHASE_MAYBE:
	case EU_PHASE_WORK:
		return file->by_work;
	case EU_PHASE_EARLY:
		return file->by_init;
	default:
		return true;
	}
}

/* Who used it at some time did so in this one, if the other was not there then. */
static void cut_users(const struct eu_cut *cut, struct eu_file_fact *file)
{
	if (cut->only_work && file->by_work)
		file->by_init = false;
	if (cut->only_init && file->by_init)
		file->by_work = false;
}

static void cut_operations(struct eu_file_fact *file, const struct eu_file_fact *before)
{
	struct eu_operation_count *all = (void *)file->operations;
	size_t left = 0;

	for (size_t i = 0; i < file->n_operations; i++) {
		struct eu_operation_count one = all[i];

		eu_subtract(&one.count, eu_operations_count(before, one.operation));
		if (one.count)
			all[left++] = one;
	}
	file->n_operations = left;
}

/* Did all fail that was done to it in the time? */
static bool has_only_failed(const struct eu_file_fact *file)
{
	return file->failures && file->failures >= file->opens + eu_operations_all(file);
}

/* What is known to have become of it before is told again only where it can have happened again. */
static void cut_changes(struct eu_file_fact *file, const struct eu_file_fact *before)
{
	bool failed = has_only_failed(file);

	file->created &= !before->created;
	file->deleted &= !before->deleted;
	file->changed &= file->n_operations && !(before->changed && failed);
	if (!eu_operations_count(file, EU_OPERATION_RENAME) || (before->new_path && failed))
		file->new_path = NULL;
}

static bool cut_file(const struct eu_cut *cut, void *fact, const void *before)
{
	struct eu_file_fact *file = fact;
	const struct eu_file_fact *old = before;

	eu_subtract(&file->opens, old->opens);
	eu_subtract(&file->reads, old->reads);
	eu_subtract(&file->writes, old->writes);
	eu_subtract(&file->bytes_read, old->bytes_read);
	eu_subtract(&file->bytes_written, old->bytes_written);
	eu_subtract(&file->failures, old->failures);
	eu_subtract(&file->maps, old->maps);
	eu_subtract(&file->bytes_mapped, old->bytes_mapped);
	cut_operations(file, old);
	cut_changes(file, old);
	file->moved &= file->created && file->new_path;
	cut_users(cut, file);
	return file->opens || file->reads || file->writes || file->failures || file->maps ||
	       file->n_operations;
}

static const char *user_of(const struct eu_file_fact *file)
{
	if (has_no_user(file))
		return NULL;
	return !file->by_work ? "init" : file->by_init ? "both" : "work";
}

static void emit_operations(struct eu_emit *emit, const struct eu_file_fact *file)
{
	emit->ops->object_begin(emit, "operations");
	eu_emit_u64_if(emit, "open", file->opens);
	eu_emit_u64_if(emit, "read", file->reads);
	eu_emit_u64_if(emit, "write", file->writes);
	eu_emit_u64_if(emit, "map", file->maps);
	for (uint32_t i = 0; i < EU_OPERATIONS; i++)
		eu_emit_u64_if(emit, eu_file_operation_name(operation_at(i)),
			       eu_operations_count(file, operation_at(i)));
	emit->ops->object_end(emit);
}

static void emit_file(struct eu_emit *emit, const void *fact)
{
	const struct eu_file_fact *file = fact;

	eu_emit_str(emit, "path", file->path);
	eu_emit_str_if(emit, "new_path", file->new_path);
	eu_report_emit_place(emit, file->path_state);
	if (file->device)
		eu_report_emit_device(emit, file->device);
	eu_emit_u64_if(emit, "inode", file->inode);
	emit_operations(emit, file);
	emit->ops->object_begin(emit, "bytes");
	emit->ops->u64(emit, "read", file->bytes_read);
	emit->ops->u64(emit, "written", file->bytes_written);
	eu_emit_u64_if(emit, "mapped", file->bytes_mapped);
	emit->ops->object_end(emit);
	emit->ops->u64(emit, "failures", file->failures);
	eu_emit_true_if(emit, "existed", file->existed);
	eu_emit_true_if(emit, "created", file->created);
	eu_emit_true_if(emit, "deleted", file->deleted);
	eu_emit_true_if(emit, "changed", file->changed);
	eu_emit_true_if(emit, "moved", file->moved);
	eu_emit_str_if(emit, "used_by", user_of(file));
	eu_report_emit_seen(emit, file->first, file->last);
}

static char *details_of(const struct eu_file_fact *file)
{
	char room[EU_PLACE_ROOM], *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	if (!out)
		return NULL;
	fprintf(out, "open=%" PRIu64 " read=%" PRIu64 " write=%" PRIu64 " map=%" PRIu64,
		file->opens, file->reads, file->writes, file->maps);
	for (uint32_t i = 0; i < EU_OPERATIONS; i++) {
		uint64_t count = eu_operations_count(file, operation_at(i));

		if (count)
			fprintf(out, " %s=%" PRIu64, eu_file_operation_name(operation_at(i)),
				count);
	}
	fprintf(out, "%s%s%s%s%s%s", file->existed ? " existed" : "",
		file->created ? " created" : "", file->deleted ? " deleted" : "",
		file->changed ? " changed" : "", file->moved ? " moved" : "",
		eu_report_place(room, file->path_state, " path_"));
	if (file->new_path)
		fprintf(out, " new_path=%s", file->new_path);
	fclose(out);
	return text;
}

static void put_file(struct eu_out *out, const struct eu_container *who, const void *fact)
{
	const struct eu_file_fact *file = fact;
	eu_auto_free char *details = details_of(file);

	eu_row_put(out, &(struct eu_row){
				.container = who,
				.fact = "file",
				.what = file->path,
				.details = details,
				.count = file->opens + file->reads + file->writes + file->maps +
					 eu_operations_all(file),
				.failures = file->failures,
				.used_by = user_of(file),
				.in = file->bytes_read,
				.out = file->bytes_written,
				.first = file->first,
				.last = file->last,
			});
}

/* "8:1" */
static uint32_t read_device(yyjson_val *from)
{
	unsigned major, minor;
	const char *text = eu_saved_text(from, "device");

	return text && sscanf(text, "%u:%u", &major, &minor) == 2 ? major << 20 | minor : 0;
}

static void read_operations(struct eu_saved *saved, struct eu_file_fact *file, yyjson_val *from)
{
	struct eu_operation_count found[EU_OPERATIONS], *all;
	size_t n = 0;

	for (uint32_t i = 0; i < EU_OPERATIONS; i++) {
		uint64_t count = eu_saved_number(from, eu_file_operation_name(i));

		if (count)
			found[n++] = (struct eu_operation_count){i, count};
	}
	all = n ? eu_saved_room(saved, n * sizeof(*all)) : NULL;
	if (!all)
		return;
	memcpy(all, found, n * sizeof(*all));
	file->operations = all;
	file->n_operations = n;
}

static void read_file(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	yyjson_val *operations = yyjson_obj_get(from, "operations");
	yyjson_val *bytes = yyjson_obj_get(from, "bytes");
	const char *user = eu_saved_text(from, "used_by") ?: "";

	*(struct eu_file_fact *)fact = (struct eu_file_fact){
	    .path = eu_saved_copied(saved, from, "path"),
	    .new_path = eu_saved_text_or_null(saved, from, "new_path"),
	    .opens = eu_saved_number(operations, "open"),
	    .reads = eu_saved_number(operations, "read"),
	    .writes = eu_saved_number(operations, "write"),
	    .maps = eu_saved_number(operations, "map"),
	    .bytes_read = eu_saved_number(bytes, "read"),
	    .bytes_written = eu_saved_number(bytes, "written"),
	    .bytes_mapped = eu_saved_number(bytes, "mapped"),
	    .failures = eu_saved_number(from, "failures"),
	    .existed = eu_saved_flag(from, "existed"),
	    .created = eu_saved_flag(from, "created"),
	    .deleted = eu_saved_flag(from, "deleted"),
	    .changed = eu_saved_flag(from, "changed"),
	    .moved = eu_saved_flag(from, "moved"),
	    .path_state = eu_saved_place(from),
	    .device = read_device(from),
	    .inode = eu_saved_number(from, "inode"),
	    .by_init = !strcmp(user, "init") || !strcmp(user, "both"),
	    .by_work = !strcmp(user, "work") || !strcmp(user, "both"),
	    .first = eu_saved_moment(from, "first"),
	    .last = eu_saved_moment(from, "last"),
	};
	read_operations(saved, fact, operations);
}

const struct eu_kind eu_kind_files = {
	EU_FACTS_IN(files),
	EU_TIMES_IN(struct eu_file_fact, first, last),
	.key = eu_key_file,
	.part = part_of_file,
	.own = own_file,
	.add = add_file,
	.cut = cut_file,
	.emit = emit_file,
	.read = read_file,
	.row = put_file,
};
