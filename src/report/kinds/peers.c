/* SPDX-License-Identifier: Apache-2.0 */
/* Whom a container talked to. */
#include <eunomia/syscalls.h>

#include "cleanup.h"
#include "report/csv.h"
#include "report/cut.h"
#include "report/json.h"
#include "report/kind.h"
#include "report/merging.h"
#include "report/page.h"
#include "report/peer.h"
#include "report/saved.h"

static void own_peer(struct eu_merging *merging, void *fact)
{
	struct eu_peer_fact *own = fact;

	own->transport = eu_merging_text(merging, own->transport);
	own->direction = eu_merging_text(merging, own->direction);
	own->address = eu_merging_bytes(merging, own->address, own->address_len);
	own->container_id = eu_merging_text(merging, own->container_id);
	own->container_name = eu_merging_text(merging, own->container_name);
}

static void add_peer(struct eu_merging *merging, void *into, const void *more)
{
	struct eu_peer_fact *fact = into;
	const struct eu_peer_fact *from = more;

	fact->bytes_sent += from->bytes_sent;
	fact->bytes_received += from->bytes_received;
	fact->count += from->count;
	fact->failures += from->failures;
	fact->source = fact->source ?: from->source;
	if (!fact->container_id && from->container_id) { /* one of them knew whose the address is */
		fact->container_id = eu_merging_text(merging, from->container_id);
		fact->container_name = eu_merging_text(merging, from->container_name);
	}
	eu_widen(&fact->first, &fact->last, from->first, from->last);
}

static bool cut_peer(const struct eu_cut *cut, void *fact, const void *before)
{
	struct eu_peer_fact *peer = fact;
	const struct eu_peer_fact *old = before;

	eu_subtract(&peer->count, old->count);
	eu_subtract(&peer->failures, old->failures);
	eu_subtract(&peer->bytes_sent, old->bytes_sent);
	eu_subtract(&peer->bytes_received, old->bytes_received);
	return peer->count || peer->failures || peer->bytes_sent || peer->bytes_received;
}

const char *eu_peer_source_name(uint32_t source)
{
	const struct eu_flagset *table = eu_flagset_find("peer_source");

	for (size_t i = 0; i < table->n_flags; i++)
		if (table->flags[i].value == source)
			return table->flags[i].name;
	return "";
}

static uint32_t read_source(yyjson_val *from)
{
	const struct eu_flagset *table = eu_flagset_find("peer_source");

	for (size_t i = 0; i < table->n_flags; i++)
		if (yyjson_equals_str(from, table->flags[i].name))
			return table->flags[i].value;
	return 0;
}

static void emit_peer(struct eu_emit *emit, const void *fact)
{
	const struct eu_peer_fact *peer = fact;

	eu_emit_str(emit, "transport", peer->transport);
	emit->ops->text(emit, "address", peer->address, peer->address_len);
	eu_emit_u64_if(emit, "port", peer->port);
	eu_emit_str(emit, "direction", peer->direction);
	if (peer->container_id) {
		emit->ops->object_begin(emit, "container");
		eu_emit_str(emit, "id", peer->container_id);
		eu_emit_str_if(emit, "name", peer->container_name);
		emit->ops->object_end(emit);
	}
	eu_emit_str_if(emit, "source", eu_peer_source_name(peer->source));
	emit->ops->object_begin(emit, "bytes");
	emit->ops->u64(emit, "sent", peer->bytes_sent);
	emit->ops->u64(emit, "received", peer->bytes_received);
	emit->ops->object_end(emit);
	emit->ops->u64(emit, "count", peer->count);
	emit->ops->u64(emit, "failures", peer->failures);
	eu_report_emit_seen(emit, peer->first, peer->last);
}

static void put_peer(struct eu_out *out, const struct eu_container *who, const void *fact)
{
	const struct eu_peer_fact *peer = fact;
	bool own_port = peer->port && !strcmp(peer->direction, "in");
	eu_auto_free char *where = peer->port && !own_port ?
		eu_page_format("%s:%u", peer->address, peer->port) : NULL;
	eu_auto_free char *port = own_port ? eu_page_format(" to port %u", peer->port) : NULL;
	eu_auto_free char *details = eu_page_format("%s %s%s %s%s%s", peer->transport, peer->direction,
						    port ?: "", peer->container_name ?: "",
						    peer->source ? " by " : "",
						    eu_peer_source_name(peer->source));

	eu_row_put(out, &(struct eu_row){
				.container = who,
				.fact = "peer",
				.what = where ?: peer->address,
				.what_len = where ? 0 : peer->address_len,
				.details = details,
				.count = peer->count,
				.failures = peer->failures,
				.in = peer->bytes_received,
				.out = peer->bytes_sent,
				.first = peer->first,
				.last = peer->last,
			});
}

static void read_peer(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	yyjson_val *container = yyjson_obj_get(from, "container");
	yyjson_val *bytes = yyjson_obj_get(from, "bytes");
	struct eu_peer_fact *peer = fact;

	*peer = (struct eu_peer_fact){
	    .transport = eu_saved_copied(saved, from, "transport"),
	    .direction = eu_saved_copied(saved, from, "direction"),
	    .port = eu_saved_number(from, "port"),
	    .container_id = eu_saved_text_or_null(saved, container, "id"),
	    .container_name = eu_saved_text_or_null(saved, container, "name"),
	    .source = read_source(yyjson_obj_get(from, "source")),
	    .bytes_sent = eu_saved_number(bytes, "sent"),
	    .bytes_received = eu_saved_number(bytes, "received"),
	    .count = eu_saved_number(from, "count"),
	    .failures = eu_saved_number(from, "failures"),
	    .first = eu_saved_moment(from, "first"),
	    .last = eu_saved_moment(from, "last"),
	};
	peer->address = eu_saved_copy(saved, yyjson_obj_get(from, "address"), &peer->address_len);
}

const struct eu_kind eu_kind_peers = {
	EU_FACTS_IN(peers),
	EU_TIMES_IN(struct eu_peer_fact, first, last),
	.key = eu_key_peer,
	.own = own_peer,
	.add = add_peer,
	.cut = cut_peer,
	.emit = emit_peer,
	.read = read_peer,
	.row = put_peer,
};
