/* SPDX-License-Identifier: Apache-2.0 */
/* Differences as JSON; docs/diff.schema.json says the same to programs. */
#include <string.h>

#include "diff/diff.h"
#include "report/json.h"
#include "report/kind.h"

/* What the aspects of a kind are called, and what the thing itself. */
static const struct {
	const char *what, *aspects;
} members[EU_DIFF_KINDS] = {
    [EU_DIFF_SYSCALLS] = {"name", "errors"},	[EU_DIFF_ARGUMENTS] = {"name", "values"},
    [EU_DIFF_FILES] = {"path", "access"},	[EU_DIFF_EXECUTABLES] = {"path", "names"},
    [EU_DIFF_PEERS] = {"peer", "outcome"},	[EU_DIFF_CAPABILITIES] = {"name", "results"},
    [EU_DIFF_CONFINEMENT] = {"name", "values"},
};

static void emit_peer(struct eu_emit *emit, const struct eu_difference *difference)
{
	const struct eu_peer_fact *peer = difference->peer;

	eu_emit_str(emit, "transport", peer->transport);
	eu_emit_str(emit, "direction", peer->direction);
	eu_emit_str(emit, "address", peer->address);
	if (peer->port && !difference->any_port)
		emit->ops->u64(emit, "port", peer->port);
	if (peer->container_name)
		eu_emit_str(emit, "container", peer->container_name);
}

static void emit_difference(struct eu_emit *emit, const struct eu_difference *difference)
{
	emit->ops->object_begin(emit, NULL);
	eu_emit_str(emit, members[difference->kind].what, difference->what);
	if (difference->peer)
		emit_peer(emit, difference);
	emit->ops->array_begin(emit, members[difference->kind].aspects);
	for (size_t i = 0; i < difference->n_aspects; i++)
		eu_emit_str(emit, NULL, difference->aspects[i]);
	emit->ops->array_end(emit);
	if (difference->known)
		emit->ops->boolean(emit, "known", true);
	if (difference->count)
		emit->ops->u64(emit, "count", difference->count);
	emit->ops->object_end(emit);
}

/* {"syscalls":[…],…}: what only this side has. */
static void emit_only(struct eu_out *out, const char *key, const struct eu_container_diff *c,
		      enum eu_diff_side side)
{
	struct eu_emit *emit = &out->json.emit;

	emit->ops->object_begin(emit, key);
	for (unsigned kind = 0; kind < EU_DIFF_KINDS; kind++) {
		emit->ops->array_begin(emit, eu_diff_kind_name(kind));
		for (size_t i = 0; i < c->n_differences; i++) {
			const struct eu_difference *difference = &c->differences[i];

			if (difference->kind == kind && difference->only == side)
				emit_difference(emit, difference);
			eu_out_relieve(out);
		}
		emit->ops->array_end(emit);
	}
	emit->ops->object_end(emit);
}

static void emit_who(struct eu_out *out, const char *key, const struct eu_container_report *c)
{
	struct eu_emit *emit = &out->json.emit;

	if (!c)
		return;
	emit->ops->object_begin(emit, key);
	eu_report_emit_identity(emit, &c->container);
	emit->ops->u64(emit, "runs", c->runs);
	emit->ops->u64(emit, "replicas", c->n_replicas);
	emit->ops->boolean(emit, "from_start", !eu_diff_missed_start(c));
	emit->ops->boolean(emit, "complete", eu_report_is_complete(c));
	eu_report_emit_facts(out, &eu_kind_unrecorded, c);
	emit->ops->object_end(emit);
}

static void emit_not_compared(struct eu_emit *emit, const struct eu_container_diff *c)
{
	if (!c->not_compared)
		return;
	emit->ops->array_begin(emit, "not_compared");
	for (unsigned kind = 0; kind < EU_DIFF_KINDS; kind++)
		if (c->not_compared >> kind & 1)
			eu_emit_str(emit, NULL, eu_diff_kind_name(kind));
	emit->ops->array_end(emit);
}

static void emit_container(struct eu_out *out, const struct eu_container_diff *c)
{
	struct eu_emit *emit = &out->json.emit;

	emit->ops->object_begin(emit, NULL);
	eu_emit_str(emit, "name", c->name);
	emit_who(out, "a", c->sides[EU_DIFF_A]);
	emit_who(out, "b", c->sides[EU_DIFF_B]);
	if (c->sides[0] && c->sides[1]) {
		emit_only(out, "added", c, EU_DIFF_B);
		emit_only(out, "removed", c, EU_DIFF_A);
		emit_not_compared(emit, c);
	}
	emit->ops->object_end(emit);
}

static void emit_side(struct eu_emit *emit, const char *key, const struct eu_report *report)
{
	emit->ops->object_begin(emit, key);
	eu_report_emit_head(emit, report);
	emit->ops->object_end(emit);
}

int eu_diff_write_json(const struct eu_diff *diff, int fd)
{
	struct eu_out out;
	struct eu_emit *emit = &out.json.emit;
	int ret = eu_out_init(&out, fd);

	if (ret)
		return ret;
	emit->ops->object_begin(emit, NULL);
	emit->ops->boolean(emit, "differs", diff->differs);
	emit_side(emit, "a", diff->sides[EU_DIFF_A]);
	emit_side(emit, "b", diff->sides[EU_DIFF_B]);
	emit->ops->array_begin(emit, "containers");
	for (size_t i = 0; i < diff->n_containers; i++)
		emit_container(&out, &diff->containers[i]);
	emit->ops->array_end(emit);
	emit->ops->object_end(emit);
	out.bytes.data[out.bytes.len - 1] = '\n';
	return eu_out_finish(&out);
}
