/* SPDX-License-Identifier: Apache-2.0 */
/* Which containers an entry is merged of. */
#include "cleanup.h"
#include "report/csv.h"
#include "report/json.h"
#include "report/kind.h"
#include "report/merging.h"
#include "report/page.h"
#include "report/saved.h"

static void key_replica(struct eu_bytes *key, const void *fact, enum eu_scope scope)
{
	const struct eu_replica_fact *replica = fact;

	eu_key_text(key, replica->host);
	eu_key_text(key, replica->id);
	eu_key_text(key, replica->name);
}

static void own_replica(struct eu_merging *merging, void *fact)
{
	struct eu_replica_fact *own = fact;

	own->id = eu_merging_text(merging, own->id);
	own->name = eu_merging_text(merging, own->name);
	own->host = eu_merging_text(merging, own->host);
}

static void add_replica(struct eu_merging *merging, void *into, const void *more)
{
	struct eu_replica_fact *fact = into;
	const struct eu_replica_fact *from = more;

	fact->existed |= from->existed;
	eu_widen(&fact->first, &fact->last, from->first, from->last);
}

static void emit_replica(struct eu_emit *emit, const void *fact)
{
	const struct eu_replica_fact *replica = fact;

	eu_emit_str(emit, "id", replica->id);
	eu_emit_str(emit, "name", replica->name);
	eu_emit_str(emit, "host", replica->host);
	eu_emit_true_if(emit, "existed", replica->existed);
	eu_report_emit_seen(emit, replica->first, replica->last);
}

static void put_replica(struct eu_out *out, const struct eu_container *who, const void *fact)
{
	const struct eu_replica_fact *replica = fact;
	eu_auto_free char *details = eu_page_format("id=%s host=%s%s", replica->id, replica->host,
						    replica->existed ? " existed" : "");

	eu_row_put(out, &(struct eu_row){
				.container = who,
				.fact = "replica",
				.what = replica->name,
				.details = details,
				.counted = EU_NOT_COUNTED,
				.first = replica->first,
				.last = replica->last,
			});
}

static void read_replica(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	*(struct eu_replica_fact *)fact = (struct eu_replica_fact){
	    .id = eu_saved_copied(saved, from, "id"),
	    .name = eu_saved_copied(saved, from, "name"),
	    .host = eu_saved_copied(saved, from, "host"),
	    .existed = eu_saved_flag(from, "existed"),
	    .first = eu_saved_moment(from, "first"),
	    .last = eu_saved_moment(from, "last"),
	};
}

const struct eu_kind eu_kind_replicas = {
	EU_FACTS_IN(replicas),
	.only_merged = true,
	.key = key_replica,
	.own = own_replica,
	.add = add_replica,
	.emit = emit_replica,
	.read = read_replica,
	.row = put_replica,
};
