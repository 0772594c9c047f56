/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <ifaddrs.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "event_ids.h"

#include "cleanup.h"
#include "hash.h"
#include "world/datagrams.h"
#include "world/peers.h"

#define MAX_FLOWS 16384
#define MAX_NEW 2048 /* of each kind, that are put side by side at once */
#define MAX_AGE 2   /* s: either end may be told first, and a second may end between them */
#define MAX_TURNS 8 /* with all of them, once a second */
#define MAX_BEFORE_NS 100000000ull  /* that something seems to be received before it was sent */
#define MAX_BEHIND_NS 1000000000ull /* that it may have waited */

/* What a socket's owner and one peer exchange, as this end sees it. */
struct flow_key {
	eu_ref container;
	uint32_t pid;
	uint8_t peer[16];
	uint16_t port, peer_port;
};

struct flow {
	struct flow_key key;
	struct eu_event_udp first; /* as it was told */
	uint64_t sent, received;   /* bytes that were told of an unknown peer */
	eu_ref owner;              /* of the peer's address, when that is a container's */
	eu_ref partner;            /* who the peer has been found to be */
	uint32_t source;           /* how: enum eu_peer_source */
	uint32_t age;              /* seconds */
	bool at_host;              /* the peer's address is one of the host's */
	bool to_proxy;             /* a sender that is known to send to one: owner is behind that */
	uint8_t gateway[16];       /* of a receiver's network namespace; zeroes: not known */
	UT_hash_handle hh;
};

struct eu_datagrams {
	const struct eu_peers *peers;
	struct flow *all;
	struct eu_event_udp told;
	uint64_t starved;
};

/* ---- what is told ---- */

/* Is its peer unknown, or does it explain what another one receives? What stays within a network
 * namespace has its own rules, but who is behind a proxy of that. */
static bool is_worth_keeping(const struct eu_datagrams *datagrams, const struct eu_socket *socket)
{
	if (!socket->local.port || !socket->peer.port)
		return false;
	if (socket->peer_container)
		return eu_peers_is_global(socket->peer.address);
	if (socket->peer_pid)
		return eu_peers_is_proxy(datagrams->peers, socket);
	return socket->host_namespace || eu_peers_is_global(socket->peer.address);
}

static struct flow *add_flow(struct eu_datagrams *datagrams, const struct flow_key *key)
{
	struct flow *flow = calloc(1, sizeof(*flow));

	if (!flow)
		return NULL;
	flow->key = *key;
	HASH_ADD(hh, datagrams->all, key, sizeof(flow->key), flow);
	return eu_hash_taken(flow);
}

static void drop_flow(struct eu_datagrams *datagrams, struct flow *flow)
{
	HASH_DEL(datagrams->all, flow);
	free(flow);
}

static struct flow *begin_flow(struct eu_datagrams *datagrams, const struct flow_key *key,
			       const struct eu_event_udp *e)
{
	const struct eu_container *owner = eu_peers_find(datagrams->peers, &e->head);
	struct flow *flow = add_flow(datagrams, key);

	datagrams->starved += !flow;
	if (!flow)
		return NULL;
	flow->first = *e;
	flow->owner = owner ? owner->ref : 0;
	flow->to_proxy = e->socket.peer_pid && !e->socket.peer_container;
	if (HASH_COUNT(datagrams->all) > MAX_FLOWS)
		drop_flow(datagrams, datagrams->all); /* the one that began first */
	return flow;
}

static struct flow *flow_of(struct eu_datagrams *datagrams, const struct eu_event_udp *e)
{
	struct flow_key key = {.container = e->head.container,
			       .pid = e->head.pid,
			       .port = e->socket.local.port,
			       .peer_port = e->socket.peer.port};
	struct flow *flow;

	memcpy(key.peer, e->socket.peer.address, sizeof(key.peer));
	HASH_FIND(hh, datagrams->all, &key, sizeof(key), flow);
	if (flow && !e->first && !flow->partner) { /* another socket with the same ends */
		drop_flow(datagrams, flow);
		flow = NULL;
	}
	return flow || e->first ? flow : begin_flow(datagrams, &key, e);
}

static void name_peer(struct eu_socket *socket, const struct flow *flow)
{
	socket->peer_container = flow->partner;
	socket->peer_source = flow->source;
}

const struct eu_head *eu_datagrams_take(struct eu_datagrams *datagrams,
					const struct eu_head *record)
{
	const struct eu_event_udp *e = (const void *)record;
	struct flow *flow;

	if (record->type != EU_TYPE(eu_event_udp) || !record->container ||
	    !is_worth_keeping(datagrams, &e->socket))
		return record;
	flow = flow_of(datagrams, e);
	if (!flow)
		return record;
	if (!flow->partner) {
		flow->sent += e->bytes_sent;
		flow->received += e->bytes_received;
		return record;
	}
	datagrams->told = *e;
	datagrams->told.head.size = sizeof(*e);
	name_peer(&datagrams->told.socket, flow);
	return &datagrams->told.head;
}

/* ---- who belongs together ---- */

static bool is_receiver(const struct flow *flow)
{
	return flow->first.socket.direction == EU_DIRECTION_INBOUND;
}

/* Did a container send to the receiver by its own address, from the same port? */
static bool talks_to(const struct flow *sender, const struct flow *receiver)
{
	return sender->owner && sender->owner == receiver->key.container &&
	       sender->key.container == receiver->owner &&
	       sender->key.port == receiver->key.peer_port;
}

/* IPv4 is mapped into IPv6 here. */
static bool has_address(const struct sockaddr *sa, const uint8_t address[16])
{
	static const uint8_t v4[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

	if (sa && sa->sa_family == AF_INET)
		return !memcmp(address, v4, 12) &&
		       !memcmp(address + 12, &((const struct sockaddr_in *)sa)->sin_addr, 4);
	return sa && sa->sa_family == AF_INET6 &&
	       !memcmp(address, &((const struct sockaddr_in6 *)sa)->sin6_addr, 16);
}

static bool is_hosts(const struct ifaddrs *hosts, const uint8_t address[16])
{
	while (hosts && !has_address(hosts->ifa_addr, address))
		hosts = hosts->ifa_next;
	return hosts;
}

/* The new ones, of one kind. */
struct news {
	struct flow *flows[MAX_NEW];
	size_t n;
};

/* One time that they are put side by side. */
struct round {
	const struct eu_datagrams *datagrams;
	struct news senders, receivers;
	uint64_t time;
	void (*say)(void *context, const struct eu_head *record);
	void *context;
};

/* The address of the host, or of what does its part, in a process's network namespace: what a proxy
 * or masquerading sends there comes from it. It may have none, or have ended. */
static void find_gateway(uint32_t pid, uint8_t out[16])
{
	char path[64], line[256];
	unsigned destination, gateway = 0;
	eu_auto_fclose FILE *routes = NULL;

	snprintf(path, sizeof(path), "/proc/%u/net/route", pid);
	routes = fopen(path, "re");
	while (routes && !gateway && fgets(line, sizeof(line), routes))
		if (sscanf(line, "%*s %x %x", &destination, &gateway) != 2 || destination)
			gateway = 0;
	if (!gateway)
		return;
	out[10] = out[11] = 0xff;
	memcpy(out + 12, &gateway, 4);
}

/* Is the peer of one of the two the host, as far as it and the receiver can tell? */
static bool is_of_host(const struct flow *flow, const struct flow *receiver)
{
	return flow->at_host || !memcmp(flow->key.peer, receiver->gateway, 16);
}

static bool is_multicast(const uint8_t address[16])
{
	static const uint8_t v4[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

	return memcmp(address, v4, sizeof(v4)) ? address[0] == 0xff : address[12] >= 224;
}

/* Is there nobody else unknown that its socket has sent to? */
static bool is_only_one(const struct round *round, const struct flow *sender)
{
	const struct flow_key *key = &sender->key;

	for (size_t i = 0; i < round->senders.n; i++) {
		const struct flow *other = round->senders.flows[i];

		if (other != sender && !other->owner && other->key.port == key->port &&
		    other->key.container == key->container)
			return false;
	}
	return true;
}

/* Can what the one sent be what the other received? If so, how well that is known is in source.
 * Masquerading leaves the port of the sender where it is free. */
static bool is_meant(const struct round *round, const struct flow *sender,
		     const struct flow *receiver, uint32_t *source)
{
	bool same_port = receiver->key.peer_port == sender->key.port;
	bool proxied;

	*source = 0;
	if (is_multicast(sender->key.peer))
		return false;
	if (receiver->owner)
		return receiver->owner == sender->key.container && same_port &&
		       (sender->at_host || is_only_one(round, sender));
	proxied = eu_peers_forwards(round->datagrams->peers, &sender->first, &receiver->first);
	*source = proxied ? EU_PEER_PROXY : EU_PEER_NAT;
	return (proxied || (same_port && !sender->to_proxy)) && is_of_host(sender, receiver) &&
	       is_of_host(receiver, receiver);
}

/* How long after a datagram was sent it was received, or how long before: a sender that was interrupted
 * is told later. UINT64_MAX: it was another one. */
static uint64_t apart(const struct flow *sender, const struct flow *receiver)
{
	uint64_t sent = sender->first.head.time, received = receiver->first.head.time;

	if (received < sent)
		return sent - received <= MAX_BEFORE_NS ? sent - received : UINT64_MAX;
	return received - sent <= MAX_BEHIND_NS ? received - sent : UINT64_MAX;
}

/* A receiver and the nearest of those who can have sent to it. */
struct pair {
	struct flow *receiver, *sender;
	uint64_t apart;
	uint32_t source;
};

static void find_sender(const struct round *round, struct pair *pair)
{
	pair->sender = NULL;
	pair->apart = UINT64_MAX;
	for (size_t i = 0; i < round->senders.n; i++) {
		struct flow *sender = round->senders.flows[i];
		uint64_t near = apart(sender, pair->receiver);
		uint32_t source;

		if (talks_to(sender, pair->receiver)) {
			pair->sender = NULL;
			return;
		}
		if ((sender->owner && !sender->to_proxy) || sender->partner || near >= pair->apart ||
		    !is_meant(round, sender, pair->receiver, &source))
			continue;
		pair->sender = sender;
		pair->apart = near;
		pair->source = source;
	}
}

static int by_distance(const void *a, const void *b)
{
	const struct pair *one = a, *other = b;

	return one->apart < other->apart ? -1 : one->apart > other->apart;
}

static void say_partner(const struct round *round, const struct flow *flow)
{
	struct eu_event_udp e = flow->first;

	e.head.size = sizeof(e);
	e.head.time = round->time;
	e.first = flow->first.head.time;
	e.bytes_sent = e.bytes_received = e.sent = e.received = 0;
	e.named_sent = flow->sent;
	e.named_received = flow->received;
	e.named = true;
	name_peer(&e.socket, flow);
	round->say(round->context, &e.head);
}

/* Of a receiver whose peer has its own address, the name is known by that; of a sender to a proxy by
 * what is behind that. */
static void bring_together(const struct round *round, struct flow *sender, struct flow *receiver,
			   uint32_t source)
{
	sender->partner = receiver->key.container;
	receiver->partner = sender->key.container;
	sender->source = receiver->source = source;
	if (!sender->to_proxy)
		say_partner(round, sender);
	if (!receiver->owner)
		say_partner(round, receiver);
}

static void collect(struct round *round)
{
	for (struct flow *flow = round->datagrams->all; flow; flow = flow->hh.next) {
		struct news *news = is_receiver(flow) ? &round->receivers : &round->senders;

		if (!flow->partner && news->n < MAX_NEW)
			news->flows[news->n++] = flow;
	}
}

void eu_datagrams_age(struct eu_datagrams *datagrams)
{
	struct flow *flow, *next;

	HASH_ITER(hh, datagrams->all, flow, next)
		if (!flow->partner && ++flow->age >= MAX_AGE)
			drop_flow(datagrams, flow);
}

static void look_at_addresses(struct round *round)
{
	struct ifaddrs *hosts = NULL;

	if (getifaddrs(&hosts))
		hosts = NULL;
	for (size_t i = 0; i < round->senders.n; i++)
		round->senders.flows[i]->at_host = is_hosts(hosts, round->senders.flows[i]->key.peer);
	for (size_t i = 0; i < round->receivers.n; i++) {
		struct flow *receiver = round->receivers.flows[i];

		receiver->at_host = is_hosts(hosts, receiver->key.peer);
		if (!receiver->owner)
			find_gateway(receiver->key.pid, receiver->gateway);
	}
	freeifaddrs(hosts);
}

/* Those that have no partner. */
static size_t find_pairs(const struct round *round, struct pair pairs[MAX_NEW])
{
	size_t n = 0;

	for (size_t i = 0; i < round->receivers.n; i++) {
		struct pair pair = {.receiver = round->receivers.flows[i]};

		if (!pair.receiver->partner)
			find_sender(round, &pair);
		if (pair.sender)
			pairs[n++] = pair;
	}
	qsort(pairs, n, sizeof(*pairs), by_distance);
	return n;
}

/* The nearest come together first; who wanted the same one looks again. Who has found nobody after some
 * turns is left to the next second. */
static void match(struct round *round)
{
	struct pair pairs[MAX_NEW];
	size_t n;

	look_at_addresses(round);
	for (int turn = 0; turn < MAX_TURNS && (n = find_pairs(round, pairs)); turn++)
		for (size_t i = 0; i < n; i++)
			if (!pairs[i].sender->partner)
				bring_together(round, pairs[i].sender, pairs[i].receiver,
					       pairs[i].source);
}

void eu_datagrams_match(struct eu_datagrams *datagrams, uint64_t time,
			void (*say)(void *context, const struct eu_head *record), void *context)
{
	struct round round = {.datagrams = datagrams, .time = time, .say = say, .context = context};

	collect(&round);
	if (round.senders.n && round.receivers.n)
		match(&round);
}

uint64_t eu_datagrams_starved(const struct eu_datagrams *datagrams)
{
	return datagrams->starved;
}

int eu_datagrams_new(struct eu_datagrams **out, const struct eu_peers *peers,
		     struct eu_error *err)
{
	struct eu_datagrams *datagrams = calloc(1, sizeof(*datagrams));

	if (!datagrams)
		return eu_fail(err, ENOMEM, "out of memory");
	datagrams->peers = peers;
	*out = datagrams;
	return 0;
}

void eu_datagrams_free(struct eu_datagrams *datagrams)
{
	struct flow *flow, *next;

	if (!datagrams)
		return;
	HASH_ITER(hh, datagrams->all, flow, next)
		drop_flow(datagrams, flow);
	free(datagrams);
}
