/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who is at the other end of a socket.
 *
 * The kernel side mostly knows: it has matched both ends of a connection, or the process that
 * listens on a unix socket. What remains is found by address: those that a container's runtime
 * told, those that its sockets used, and the one that docker's userland proxy stands for. Like
 * the world, this is kept from records alone.
 */
#pragma once

#include <eunomia/error.h>
#include <eunomia/event.h>
#include <eunomia/events.h>

#include "world/world.h"

#define EU_PEERS_MAX_ADDRESSES 8192
#define EU_PEERS_MAX_PROXIES 1024

struct eu_peers;

/* The world must outlive it. */
int eu_peers_new(struct eu_peers **out, struct eu_world *world, struct eu_error *err);
/* Takes in a record, before it is shown. */
void eu_peers_apply(struct eu_peers *peers, const struct eu_head *record);
/* The socket that a record tells of the two ends of, or NULL. */
const struct eu_socket *eu_peers_socket(const struct eu_head *record);
/* When the two ends first met: what is told later of a connection is about who was there then. */
uint64_t eu_peers_begun(const struct eu_head *record);
/* The container at the other end of a record's socket; NULL: none, or not known. */
const struct eu_container *eu_peers_find(const struct eu_peers *peers,
					 const struct eu_head *record);
/* Is an address the same one everywhere? Loopback and link-local ones are another one's in each
 * network namespace. */
bool eu_peers_is_global(const uint8_t address[16]);
/* Is the peer a process that passes on what it is sent? */
bool eu_peers_is_proxy(const struct eu_peers *peers, const struct eu_socket *socket);
/* Does a proxy take what the one has sent and pass it on to where the other one receives? */
bool eu_peers_forwards(const struct eu_peers *peers, const struct eu_event_udp *sent,
		       const struct eu_event_udp *received);
/* The process at the other end, when a record tells that and not a container; or 0. */
uint32_t eu_peers_pid(const struct eu_head *record);
/* Tells all that is known as records of a time, for a reader who begins there. */
void eu_peers_tell(const struct eu_peers *peers, uint64_t time,
		   void (*take)(void *context, const struct eu_head *record), void *context);
/* How often there was no memory for something. */
uint64_t eu_peers_starved(const struct eu_peers *peers);
void eu_peers_free(struct eu_peers *peers);
