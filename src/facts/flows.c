/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include "bpf/flows.h"
#include "bpf/shared.h"
#include "bpf/specs.h"
#include "eunomia.skel.h"
#include "event_ids.h"

#include "clock.h"
#include "facts/flows.h"
#include "hash.h"
#include "source/live.h"
#include "world/record.h"

#define SILENCE_NS 60000000000ull

/* What was said of a flow. */
struct said {
	struct eu_flow_key key;
	struct eu_flow flow;
	UT_hash_handle hh;
};

struct eu_flows {
	struct said *all;
	uint64_t starved;
	struct eu_builder builder;
};

/* One flush. */
struct flush {
	struct eu_flows *flows;
	int map;
	bool over;
	uint64_t now, time;
	void (*say)(void *context, const struct eu_head *record);
	void *context;
};

static struct said *find_said(struct eu_flows *flows, const struct eu_flow_key *key)
{
	struct said *said;

	HASH_FIND(hh, flows->all, key, sizeof(*key), said);
	if (said)
		return said;
	said = calloc(1, sizeof(*said));
	if (!said)
		return NULL;
	said->key = *key;
	HASH_ADD(hh, flows->all, key, sizeof(said->key), said);
	return eu_hash_taken(said);
}

static void forget(struct eu_flows *flows, struct said *said)
{
	HASH_DEL(flows->all, said);
	free(said);
}

static void say_news(const struct flush *flush, const struct eu_flow *flow,
		     const struct eu_flow *said)
{
	struct eu_builder *builder = &flush->flows->builder;
	struct eu_event_udp *e = eu_builder_begin(builder, sizeof(*e));

	*e = (struct eu_event_udp){
		.head = {.type = EU_TYPE(eu_event_udp),
			 .container = flow->container,
			 .time = flush->time,
			 .pid = flow->pid,
			 .tid = flow->tid},
		.duration = flow->last - flow->first,
		.socket = flow->socket,
		.bytes_sent = flow->bytes_sent - said->bytes_sent,
		.bytes_received = flow->bytes_received - said->bytes_received,
		.sent = flow->sent - said->sent,
		.received = flow->received - said->received,
		.first = flow->first,
	};
	flush->say(flush->context, eu_builder_end(builder));
}

static bool has_news(const struct eu_flow *flow, const struct eu_flow *said)
{
	return flow->sent != said->sent || flow->received != said->received;
}

static void flush_flow(const struct flush *flush, const struct eu_flow_key *key,
		       const struct eu_flow *flow)
{
	struct said *said = find_said(flush->flows, key);

	flush->flows->starved += !said;
	if (!said)
		return; /* the next flush says it, if there is one */
	if (has_news(flow, &said->flow))
		say_news(flush, flow, &said->flow);
	said->flow = *flow;
	if (!flush->over && flow->last + SILENCE_NS > flush->now)
		return;
	bpf_map_delete_elem(flush->map, key);
	forget(flush->flows, said);
}

void eu_flows_flush(struct eu_flows *flows, struct eu_live *live, eu_ref ref, bool over,
		    uint64_t time, void (*say)(void *context, const struct eu_head *record),
		    void *context)
{
	struct flush flush = {.flows = flows,
			      .map = bpf_map__fd(eu_live_bpf(live)->maps.flows),
			      .over = over,
			      .now = eu_now_ns(),
			      .time = time,
			      .say = say,
			      .context = context};
	struct eu_flow_key key, next;
	struct eu_flow flow;
	bool more;

	eu_live_check_sockets(live);
	/* the next key is asked for before its predecessor may be deleted */
	more = !bpf_map_get_next_key(flush.map, NULL, &next);

	while (more) {
		key = next;
		more = !bpf_map_get_next_key(flush.map, &key, &next);
		if (!bpf_map_lookup_elem(flush.map, &key, &flow) && (!ref || flow.container == ref))
			flush_flow(&flush, &key, &flow);
	}
}

uint64_t eu_flows_starved(const struct eu_flows *flows)
{
	return flows->starved;
}

int eu_flows_new(struct eu_flows **out, struct eu_error *err)
{
	struct eu_flows *flows = calloc(1, sizeof(*flows));

	if (!flows)
		return eu_fail(err, ENOMEM, "out of memory");
	*out = flows;
	return 0;
}

void eu_flows_free(struct eu_flows *flows)
{
	struct said *said, *next;

	if (!flows)
		return;
	HASH_ITER(hh, flows->all, said, next)
		forget(flows, said);
	free(flows);
}
