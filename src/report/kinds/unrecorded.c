/* SPDX-License-Identifier: Apache-2.0 */
/* Which kinds of facts were not recorded, or only what some events tell. */
#include <string.h>

#include "cleanup.h"
#include "report/csv.h"
#include "report/json.h"
#include "report/kind.h"
#include "report/merging.h"
#include "report/saved.h"

bool eu_unrecorded_is_like(const struct eu_unrecorded *a, const struct eu_unrecorded *b)
{
	bool same = a->n_events == b->n_events;

	for (size_t i = 0; same && i < a->n_events; i++)
		same = !strcmp(a->events[i], b->events[i]);
	return same;
}

const struct eu_unrecorded *eu_unrecorded_find(const struct eu_unrecorded *all, size_t n,
					       const char *kind)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(all[i].kind, kind))
			return &all[i];
	return NULL;
}

static void key_unrecorded(struct eu_bytes *key, const void *fact, enum eu_scope scope)
{
	eu_key_text(key, ((const struct eu_unrecorded *)fact)->kind);
}

/* It has no time, and is true of all phases. */
static bool part_of_unrecorded(const struct eu_merging *merging, void *copy)
{
	return true;
}

static void own_unrecorded(struct eu_merging *merging, void *fact)
{
	struct eu_unrecorded *own = fact;

	own->kind = eu_merging_text(merging, own->kind);
	own->events = eu_merging_texts(merging, own->events, &own->n_events);
}

/* Of what one has and the other has not, nothing can be said of both. */
static void add_unrecorded(struct eu_merging *merging, void *into, const void *more)
{
	if (!eu_unrecorded_is_like(into, more))
		((struct eu_unrecorded *)into)->n_events = 0;
}

static void emit_unrecorded(struct eu_emit *emit, const void *fact)
{
	const struct eu_unrecorded *unrecorded = fact;

	eu_emit_str(emit, "kind", unrecorded->kind);
	eu_report_emit_texts(emit, "events", unrecorded->events, unrecorded->n_events);
}

static void put_unrecorded(struct eu_out *out, const struct eu_container *who, const void *fact)
{
	const struct eu_unrecorded *unrecorded = fact;
	eu_auto_free char *events = eu_row_texts(unrecorded->events, unrecorded->n_events);

	eu_row_put(out, &(struct eu_row){
				.container = who,
				.fact = "unrecorded",
				.what = unrecorded->kind,
				.details = events,
				.counted = EU_NOT_COUNTED,
			});
}

static void read_unrecorded(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	struct eu_unrecorded *unrecorded = fact;

	unrecorded->kind = eu_saved_copied(saved, from, "kind");
	unrecorded->events = eu_saved_texts(saved, yyjson_obj_get(from, "events"),
					    &unrecorded->n_events);
}

const struct eu_kind eu_kind_unrecorded = {
	EU_FACTS_IN(unrecorded),
	.only_some = true,
	.key = key_unrecorded,
	.part = part_of_unrecorded,
	.own = own_unrecorded,
	.add = add_unrecorded,
	.emit = emit_unrecorded,
	.read = read_unrecorded,
	.row = put_unrecorded,
};
