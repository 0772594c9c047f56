/* SPDX-License-Identifier: Apache-2.0 */
#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/events.h>

#include "event_ids.h"

#include "hash.h"
#include "world/peers.h"
#include "world/record.h"

#define MAX_OWNERS 4
#define TELLING_NS 1000000000 /* between two words of the same datagrams */

struct address {
	uint8_t bytes[16];
	eu_ref owners[MAX_OWNERS]; /* who used it, the last one first */
	UT_hash_handle hh;
};

/* An address and a port, of datagrams if udp. */
struct place {
	uint8_t address[16];
	uint16_t port;
};

struct proxy {
	uint32_t pid;
	bool udp;
	struct place host, target; /* where it listens, and what it stands for */
	UT_hash_handle hh;
};

struct eu_peers {
	struct eu_world *world;
	struct address *addresses;
	struct proxy *proxies;
	uint64_t starved;
};

/* ---- addresses that containers use ---- */

static void drop_address(struct eu_peers *peers, struct address *address)
{
	HASH_DEL(peers->addresses, address);
	free(address);
}

static void add_owner(struct address *address, eu_ref container)
{
	if (address->owners[0] == container)
		return;
	memmove(address->owners + 1, address->owners,
		(MAX_OWNERS - 1) * sizeof(*address->owners));
	address->owners[0] = container;
}

/* NULL without memory. */
static struct address *add_address(struct eu_peers *peers, const uint8_t bytes[16])
{
	struct address *address = calloc(1, sizeof(*address));

	if (!address)
		return NULL;
	memcpy(address->bytes, bytes, sizeof(address->bytes));
	HASH_ADD(hh, peers->addresses, bytes, sizeof(address->bytes), address);
	return eu_hash_taken(address);
}

static void apply_address(struct eu_peers *peers, const struct eu_event_address *e)
{
	struct address *address;

	HASH_FIND(hh, peers->addresses, e->address, sizeof(e->address), address);
	if (!address)
		address = add_address(peers, e->address);
	peers->starved += !address;
	if (!address)
		return;
	add_owner(address, e->head.container);
	if (HASH_COUNT(peers->addresses) > EU_PEERS_MAX_ADDRESSES)
		drop_address(peers, peers->addresses); /* the one learned first */
}

static const struct address *find_address(const struct eu_peers *peers, const uint8_t bytes[16])
{
	const struct address *address;

	HASH_FIND(hh, peers->addresses, bytes, 16, address);
	return address;
}

/* Whose address it was at a time. Containers that share a network namespace have all the same: then it
 * says nothing of either. */
static const struct eu_container *by_address(const struct eu_peers *peers, const uint8_t bytes[16],
					     uint64_t time)
{
	const struct eu_container *found = eu_world_by_address(peers->world, bytes, time), *other;
	const struct address *address = find_address(peers, bytes);

	for (int i = 0; address && i < MAX_OWNERS && address->owners[i]; i++) {
		if (!eu_world_lived(peers->world, address->owners[i], time))
			continue;
		other = eu_world_remembered(peers->world, address->owners[i]);
		if (found && other && strcmp(found->id, other->id))
			return NULL;
		found = found ?: other;
	}
	return found;
}

/* Is it one of those whose address it was? */
static bool has_address(const struct eu_peers *peers, eu_ref ref, const uint8_t bytes[16],
			uint64_t time)
{
	const struct eu_container *told = eu_world_by_address(peers->world, bytes, time);
	const struct address *address = find_address(peers, bytes);

	for (int i = 0; address && i < MAX_OWNERS; i++)
		if (address->owners[i] == ref)
			return true;
	return told && told->ref == ref;
}

/* ---- proxies ---- */

/* What stands behind an option among NUL-separated arguments, or "". */
static void option(const char *args, size_t len, const char *name, char out[64])
{
	const char *end = args + len;
	bool found = false;

	for (size_t n; args < end; args += n + 1) {
		n = strnlen(args, end - args);
		if (found && n < 64)
			memcpy(out, args, n);
		out[found && n < 64 ? n : 0] = '\0';
		if (found)
			return;
		found = n == strlen(name) && !memcmp(args, name, n);
	}
	out[0] = '\0';
}

static bool parse_address(const char *text, uint8_t out[16])
{
	memcpy(out, "\0\0\0\0\0\0\0\0\0\0\xff\xff", 12);
	return inet_pton(AF_INET, text, out + 12) == 1 || inet_pton(AF_INET6, text, out) == 1;
}

/* False: there is no such address. */
static bool parse_place(const char *args, size_t len, const char *address, const char *port,
			struct place *out)
{
	char text[64];

	option(args, len, port, text);
	out->port = strtoul(text, NULL, 10);
	option(args, len, address, text);
	return parse_address(text, out->address);
}

static bool parse_proxy(const char *args, size_t len, struct proxy *out)
{
	char text[64];

	option(args, len, "-proto", text);
	out->udp = !strcmp(text, "udp");
	parse_place(args, len, "-host-ip", "-host-port", &out->host);
	return parse_place(args, len, "-container-ip", "-container-port", &out->target);
}

static void drop_proxy(struct eu_peers *peers, struct proxy *proxy)
{
	HASH_DEL(peers->proxies, proxy);
	free(proxy);
}

/* False without memory. */
static bool add_proxy(struct eu_peers *peers, const struct proxy *parsed)
{
	struct proxy *proxy = calloc(1, sizeof(*proxy));

	if (!proxy)
		return false;
	*proxy = *parsed;
	HASH_ADD(hh, peers->proxies, pid, sizeof(proxy->pid), proxy);
	return eu_hash_taken(proxy);
}

static void apply_proxy(struct eu_peers *peers, const struct eu_event_proxy *e)
{
	struct proxy *proxy, parsed = {.pid = e->head.pid};
	size_t len;
	const char *args = eu_record_text(&e->head, e->args, &len);

	HASH_FIND(hh, peers->proxies, &e->head.pid, sizeof(e->head.pid), proxy);
	if (proxy)
		drop_proxy(peers, proxy);
	if (!parse_proxy(args, len, &parsed))
		return;
	peers->starved += !add_proxy(peers, &parsed);
	if (HASH_COUNT(peers->proxies) > EU_PEERS_MAX_PROXIES)
		drop_proxy(peers, peers->proxies);
}

static const struct proxy *proxy_of(const struct eu_peers *peers, const struct eu_socket *socket)
{
	uint32_t pid = socket->peer_pid;
	struct proxy *proxy;

	HASH_FIND(hh, peers->proxies, &pid, sizeof(pid), proxy);
	return proxy;
}

bool eu_peers_is_proxy(const struct eu_peers *peers, const struct eu_socket *socket)
{
	return proxy_of(peers, socket);
}

/* Of who connects to a proxy. Who accepts is the container behind it, and its peer is whoever came
 * through: if the kernel side did not find a container, a process of the host. */
static const struct eu_container *behind_proxy(const struct eu_peers *peers,
					       const struct eu_socket *socket, uint64_t time)
{
	const struct proxy *proxy;

	if (socket->direction == EU_DIRECTION_INBOUND)
		return NULL;
	proxy = proxy_of(peers, socket);
	return proxy ? by_address(peers, proxy->target.address, time) : NULL;
}

static bool is_any(const uint8_t address[16])
{
	static const uint8_t v4[16] = {[10] = 0xff, [11] = 0xff}, v6[16];

	return !memcmp(address, v4, 16) || !memcmp(address, v6, 16);
}

static bool listens_at(const struct place *place, const struct eu_endpoint *at)
{
	return place->port == at->port &&
	       (is_any(place->address) || !memcmp(place->address, at->address, 16));
}

bool eu_peers_forwards(const struct eu_peers *peers, const struct eu_event_udp *sent,
		       const struct eu_event_udp *received)
{
	for (const struct proxy *proxy = peers->proxies; proxy; proxy = proxy->hh.next) {
		if (!proxy->udp || !listens_at(&proxy->host, &sent->socket.peer) ||
		    proxy->target.port != received->socket.local.port)
			continue;
		if (has_address(peers, received->head.container, proxy->target.address,
				sent->head.time))
			return true;
	}
	return false;
}

/* ---- finding ---- */

const struct eu_socket *eu_peers_socket(const struct eu_head *record)
{
	switch (record->type) {
	case EU_TYPE(eu_event_connect):
		return &((const struct eu_event_connect *)record)->socket;
	case EU_TYPE(eu_event_accept):
		return &((const struct eu_event_accept *)record)->socket;
	case EU_TYPE(eu_event_close):
		return &((const struct eu_event_close *)record)->socket;
	case EU_TYPE(eu_event_udp):
		return &((const struct eu_event_udp *)record)->socket;
	case EU_TYPE(eu_event_traffic):
		return &((const struct eu_event_traffic *)record)->socket;
	}
	return NULL;
}

bool eu_peers_is_global(const uint8_t address[16])
{
	static const uint8_t v4[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
	static const uint8_t none[15];
	bool link_local_v4 = address[12] == 169 && address[13] == 254;
	bool link_local_v6 = address[0] == 0xfe && (address[1] & 0xc0) == 0x80;

	if (!memcmp(address, v4, sizeof(v4)))
		return address[12] && address[12] != 127 && !link_local_v4;
	return memcmp(address, none, sizeof(none)) && !link_local_v6;
}

uint64_t eu_peers_begun(const struct eu_head *record)
{
	const struct eu_event_close *close = (const void *)record;
	const struct eu_event_traffic *traffic = (const void *)record;
	const struct eu_event_udp *udp = (const void *)record;

	if (record->type == EU_TYPE(eu_event_traffic) && traffic->duration < record->time)
		return record->time - traffic->duration;
	if (record->type == EU_TYPE(eu_event_close) && close->duration < record->time)
		return record->time - close->duration;
	if (record->type == EU_TYPE(eu_event_udp) && udp->first)
		return udp->first;
	return record->time;
}

/* The address of a connection is that of who was met at its beginning; datagrams go to who has it. */
static uint64_t time_of_peer(const struct eu_head *record)
{
	const struct eu_event_udp *udp = (const void *)record;

	if (record->type == EU_TYPE(eu_event_udp) && udp->first)
		return udp->first + udp->duration;
	return eu_peers_begun(record);
}

/* Of datagrams, the kernel side says who had the port before, where nobody has it now. They are told
 * once a second: who has ended in that time had some of them. */
static bool is_gone(const struct eu_peers *peers, const struct eu_head *record)
{
	eu_ref ref = eu_peers_socket(record)->peer_container;
	uint64_t time = time_of_peer(record);

	return record->type == EU_TYPE(eu_event_udp) && !eu_world_lived(peers->world, ref, time) &&
	       !eu_world_lived(peers->world, ref, time - TELLING_NS);
}

const struct eu_container *eu_peers_find(const struct eu_peers *peers,
					 const struct eu_head *record)
{
	const struct eu_socket *socket = eu_peers_socket(record);
	uint64_t time = time_of_peer(record);

	if (!socket)
		return NULL;
	if (socket->peer_container && !is_gone(peers, record))
		return eu_world_container(peers->world, socket->peer_container) ?:
		       eu_world_remembered(peers->world, socket->peer_container);
	if (socket->peer_pid && !socket->peer_container) /* it may have ended before the kernel could ask for its container */
		return behind_proxy(peers, socket, time) ?:
		       eu_world_container_of(peers->world, socket->peer_pid);
	return eu_peers_is_global(socket->peer.address) ?
		       by_address(peers, socket->peer.address, time) :
		       NULL;
}

uint32_t eu_peers_pid(const struct eu_head *record)
{
	const struct eu_socket *socket = eu_peers_socket(record);

	return socket && !socket->peer_container ? socket->peer_pid : 0;
}

void eu_peers_apply(struct eu_peers *peers, const struct eu_head *record)
{
	switch (record->type) {
	case EU_TYPE(eu_event_address):
		return apply_address(peers, (const void *)record);
	case EU_TYPE(eu_event_proxy):
		return apply_proxy(peers, (const void *)record);
	}
}

static void tell_address(const struct address *address, uint64_t time,
			 void (*take)(void *context, const struct eu_head *record), void *context)
{
	struct eu_event_address e = {.head = {.type = EU_TYPE(eu_event_address),
					      .size = sizeof(e),
					      .time = time}};

	memcpy(e.address, address->bytes, sizeof(e.address));
	for (int i = MAX_OWNERS - 1; i >= 0; i--) {
		e.head.container = address->owners[i];
		if (e.head.container)
			take(context, &e.head);
	}
}

/* Appends an argument to what is NUL-separated in a buffer with room for it. */
static char *put_argument(char *at, const char *text)
{
	return stpcpy(at, text) + 1;
}

static char *put_place(char *at, const char *address, const char *port, const struct place *place)
{
	char text[INET6_ADDRSTRLEN];

	at = put_argument(put_argument(at, address),
			  inet_ntop(AF_INET6, place->address, text, sizeof(text)));
	snprintf(text, sizeof(text), "%u", place->port);
	return put_argument(put_argument(at, port), text);
}

/* As its arguments told it. */
static void tell_proxy(const struct proxy *proxy, uint64_t time, struct eu_builder *builder,
		       void (*take)(void *context, const struct eu_head *record), void *context)
{
	struct eu_event_proxy *e = eu_builder_begin(builder, sizeof(*e));
	char args[256], *end = put_argument(args, "-proto");

	e->head = (struct eu_head){.type = EU_TYPE(eu_event_proxy),
				   .time = time,
				   .pid = proxy->pid,
				   .tid = proxy->pid};
	end = put_argument(end, proxy->udp ? "udp" : "tcp");
	end = put_place(end, "-host-ip", "-host-port", &proxy->host);
	end = put_place(end, "-container-ip", "-container-port", &proxy->target);
	e->args = eu_builder_text(builder, args, end - 1 - args);
	take(context, eu_builder_end(builder));
}

void eu_peers_tell(const struct eu_peers *peers, uint64_t time,
		   void (*take)(void *context, const struct eu_head *record), void *context)
{
	struct eu_builder builder;

	for (struct address *a = peers->addresses; a; a = a->hh.next)
		tell_address(a, time, take, context);
	for (struct proxy *p = peers->proxies; p; p = p->hh.next)
		tell_proxy(p, time, &builder, take, context);
}

uint64_t eu_peers_starved(const struct eu_peers *peers)
{
	return peers->starved;
}

int eu_peers_new(struct eu_peers **out, struct eu_world *world, struct eu_error *err)
{
	struct eu_peers *peers = calloc(1, sizeof(*peers));

	if (!peers)
		return eu_fail(err, ENOMEM, "out of memory");
	peers->world = world;
	*out = peers;
	return 0;
}

void eu_peers_free(struct eu_peers *peers)
{
	struct address *address, *next_address;
	struct proxy *proxy, *next_proxy;

	if (!peers)
		return;
	HASH_ITER(hh, peers->addresses, address, next_address)
		drop_address(peers, address);
	HASH_ITER(hh, peers->proxies, proxy, next_proxy)
		drop_proxy(peers, proxy);
	free(peers);
}
