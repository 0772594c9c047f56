/* SPDX-License-Identifier: Apache-2.0 */
/* What was lost of a container, or of nobody knows whom: when, nobody knows either. */
#include "report/csv.h"
#include "report/kind.h"
#include "report/merging.h"
#include "report/saved.h"

/* A report that was read back does not say whose its losses are: of nobody, only the class tells. */
bool eu_loss_is_anybodys(const struct eu_loss *loss)
{
	return !loss->container && !strcmp(loss->class, "any");
}

static void key_loss(struct eu_bytes *key, const void *fact, enum eu_scope scope)
{
	const struct eu_loss *loss = fact;

	eu_key_text(key, eu_loss_is_anybodys(loss) ? "anybody's" : "own");
	eu_key_text(key, loss->class);
	eu_key_text(key, loss->place);
}

static void own_loss(struct eu_merging *merging, void *fact)
{
	struct eu_loss *own = fact;

	own->class = eu_merging_text(merging, own->class);
	own->place = eu_merging_text(merging, own->place);
}

static void add_loss(struct eu_merging *merging, void *into, const void *more)
{
	((struct eu_loss *)into)->count += ((const struct eu_loss *)more)->count;
}

void eu_loss_move(struct eu_container_report *to)
{
	struct eu_loss *losses = (void *)to->loss;

	for (size_t i = 0; i < to->n_loss; i++)
		losses[i].container = losses[i].container ? &to->container : NULL;
}

static void emit_loss(struct eu_emit *emit, const void *fact)
{
	const struct eu_loss *loss = fact;

	eu_emit_str(emit, "class", loss->class);
	eu_emit_str(emit, "place", loss->place);
	emit->ops->u64(emit, "count", loss->count);
}

static void put_loss(struct eu_out *out, const struct eu_container *who, const void *fact)
{
	const struct eu_loss *loss = fact;

	eu_row_put(out, &(struct eu_row){
				.container = who,
				.fact = "loss",
				.what = loss->class,
				.details = loss->place,
				.count = loss->count,
			});
}

static void read_loss(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	*(struct eu_loss *)fact = (struct eu_loss){
	    .class = eu_saved_copied(saved, from, "class"),
	    .place = eu_saved_copied(saved, from, "place"),
	    .count = eu_saved_number(from, "count"),
	};
}

const struct eu_kind eu_kind_loss = {
	EU_FACTS_IN(loss),
	.key = key_loss,
	.own = own_loss,
	.add = add_loss,
	.emit = emit_loss,
	.read = read_loss,
	.row = put_loss,
};
