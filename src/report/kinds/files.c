/* SPDX-License-Identifier: Apache-2.0 */
/* Which files a container used, and how. */
#include <inttypes.h>

#include "cleanup.h"
#include "report/csv.h"
#include "report/cut.h"
#include "report/json.h"
#include "report/kind.h"
#include "report/merging.h"
#include "report/page.h"
#include "report/saved.h"

static void own_file(struct eu_merging *merging, void *fact)
{
	struct eu_file_fact *own = fact;

	own->path = eu_merging_text(merging, own->path);
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
	fact->other += from->other;
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
	eu_subtract(&file->other, old->other);
	eu_subtract(&file->maps, old->maps);
	eu_subtract(&file->bytes_mapped, old->bytes_mapped);
	file->created &= !old->created;
	file->deleted &= !old->deleted;
	cut_users(cut, file);
	return file->opens || file->reads || file->writes || file->failures || file->other ||
	       file->maps;
}

static const char *user_of(const struct eu_file_fact *file)
{
	if (has_no_user(file))
		return NULL;
	return !file->by_work ? "init" : file->by_init ? "both" : "work";
}

static void emit_file(struct eu_emit *emit, const void *fact)
{
	const struct eu_file_fact *file = fact;

	eu_emit_str(emit, "path", file->path);
	eu_report_emit_place(emit, file->path_state);
	if (file->device)
		eu_report_emit_device(emit, file->device);
	eu_emit_u64_if(emit, "inode", file->inode);
	emit->ops->object_begin(emit, "operations");
	eu_emit_u64_if(emit, "open", file->opens);
	eu_emit_u64_if(emit, "read", file->reads);
	eu_emit_u64_if(emit, "write", file->writes);
	eu_emit_u64_if(emit, "map", file->maps);
	eu_emit_u64_if(emit, "other", file->other);
	emit->ops->object_end(emit);
	emit->ops->object_begin(emit, "bytes");
	emit->ops->u64(emit, "read", file->bytes_read);
	emit->ops->u64(emit, "written", file->bytes_written);
	eu_emit_u64_if(emit, "mapped", file->bytes_mapped);
	emit->ops->object_end(emit);
	emit->ops->u64(emit, "failures", file->failures);
	eu_emit_true_if(emit, "existed", file->existed);
	eu_emit_true_if(emit, "created", file->created);
	eu_emit_true_if(emit, "deleted", file->deleted);
	eu_emit_str_if(emit, "used_by", user_of(file));
	eu_report_emit_seen(emit, file->first, file->last);
}

static char *details_of(const struct eu_file_fact *file)
{
	char room[EU_PLACE_ROOM];

	return eu_page_format("open=%" PRIu64 " read=%" PRIu64 " write=%" PRIu64 " map=%" PRIu64
			      " other=%" PRIu64 "%s%s%s%s",
			      file->opens, file->reads, file->writes, file->maps, file->other,
			      file->existed ? " existed" : "", file->created ? " created" : "",
			      file->deleted ? " deleted" : "",
			      eu_report_place(room, file->path_state, " path_"));
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
					 file->other,
				.failures = file->failures,
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

static void read_file(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	yyjson_val *operations = yyjson_obj_get(from, "operations");
	yyjson_val *bytes = yyjson_obj_get(from, "bytes");
	const char *user = eu_saved_text(from, "used_by") ?: "";

	*(struct eu_file_fact *)fact = (struct eu_file_fact){
	    .path = eu_saved_copied(saved, from, "path"),
	    .opens = eu_saved_number(operations, "open"),
	    .reads = eu_saved_number(operations, "read"),
	    .writes = eu_saved_number(operations, "write"),
	    .maps = eu_saved_number(operations, "map"),
	    .other = eu_saved_number(operations, "other"),
	    .bytes_read = eu_saved_number(bytes, "read"),
	    .bytes_written = eu_saved_number(bytes, "written"),
	    .bytes_mapped = eu_saved_number(bytes, "mapped"),
	    .failures = eu_saved_number(from, "failures"),
	    .existed = eu_saved_flag(from, "existed"),
	    .created = eu_saved_flag(from, "created"),
	    .deleted = eu_saved_flag(from, "deleted"),
	    .path_state = eu_saved_place(from),
	    .device = read_device(from),
	    .inode = eu_saved_number(from, "inode"),
	    .by_init = !strcmp(user, "init") || !strcmp(user, "both"),
	    .by_work = !strcmp(user, "work") || !strcmp(user, "both"),
	    .first = eu_saved_moment(from, "first"),
	    .last = eu_saved_moment(from, "last"),
	};
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
