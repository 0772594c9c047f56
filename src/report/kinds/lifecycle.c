/* SPDX-License-Identifier: Apache-2.0 */
/* What became of a container, step by step. */
#include "report/csv.h"
#include "report/json.h"
#include "report/kind.h"
#include "report/merging.h"
#include "report/saved.h"

static void own_step(struct eu_merging *merging, void *fact)
{
	struct eu_lifecycle_fact *own = fact;

	own->action = eu_merging_text(merging, own->action);
	own->detail = eu_merging_text(merging, own->detail);
}

static void emit_step(struct eu_emit *emit, const void *fact)
{
	const struct eu_lifecycle_fact *step = fact;

	eu_emit_time_if(emit, "time", step->time);
	eu_emit_str(emit, "action", step->action);
	eu_emit_str_if(emit, "detail", step->detail);
}

static void put_step(struct eu_out *out, const struct eu_container *who, const void *fact)
{
	const struct eu_lifecycle_fact *step = fact;

	eu_row_put(out, &(struct eu_row){
				.container = who,
				.fact = "lifecycle",
				.what = step->action,
				.details = step->detail,
				.count = 1,
				.first = step->time,
				.last = step->time,
			});
}

static void read_step(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	*(struct eu_lifecycle_fact *)fact = (struct eu_lifecycle_fact){
	    .time = eu_saved_moment(from, "time"),
	    .action = eu_saved_copied(saved, from, "action"),
	    .detail = eu_saved_text_or_null(saved, from, "detail"),
	};
}

const struct eu_kind eu_kind_lifecycle = {
	EU_FACTS_IN(lifecycle),
	EU_TIMES_IN(struct eu_lifecycle_fact, time, time),
	.own = own_step,
	.emit = emit_step,
	.read = read_step,
	.row = put_step,
};
