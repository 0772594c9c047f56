/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * What goes through connections that stay open: their end may be days away, or never come. User space
 * has each of them looked at from time to time. Datagrams have events of their own.
 */
#include "../close.h"

/* What it told of is what the end need not tell again. */
static __always_inline bool eu_take_news(struct eu_through *told, struct eu_event_traffic *e,
					 __u64 sent, __u64 received)
{
	e->again = told->any;
	e->sent = sent - told->sent;
	e->received = received - told->received;
	if (!e->sent && !e->received && (told->any || !e->socket.existed))
		return false;
	*told = (struct eu_through){.sent = sent, .received = received, .any = 1};
	return true;
}

static __always_inline struct eu_event_traffic *
eu_begin_traffic(struct eu_scratch **scratch, const struct eu_end *owner, __u32 tid, __u64 start)
{
	struct eu_event_traffic *e = eu_begin(struct eu_event_traffic, owner->ref, *scratch);

	if (!e)
		return NULL;
	*e = (struct eu_event_traffic){
		.head = eu_head(*scratch),
		.duration = (*scratch)->time - start,
	};
	e->head.pid = owner->pid;
	e->head.tid = tid;
	return e;
}

/* Run by user space: its argument is a struct sock *, and what is read of it is only believed while
 * the connection is still known. */
SEC("?raw_tp")
EU_SERVES("traffic")
int tell_connection(__u64 *ctx)
{
	__u64 sock = ctx[0];
	struct eu_connection *connection = eu_connection(sock);
	struct eu_event_traffic *e;
	struct eu_scratch *scratch;

	if (!connection || !connection->established || !connection->watched ||
	    eu_is_muted(connection->owner.ref))
		return 0;
	e = eu_begin_traffic(&scratch, &connection->owner, connection->tid, connection->start);
	if (!e)
		return 0;
	eu_fill_socket(scratch->index, sock);
	eu_find_direction(connection, (const struct sock *)sock);
	eu_find_peer(connection);
	eu_say_peer(scratch, connection);
	if (eu_connection(sock) == connection &&
	    eu_take_news(&connection->told, e, eu_tcp_sent(sock), eu_tcp_received(sock)))
		eu_send(scratch);
	else
		eu_release(scratch);
	return 0;
}

/* The same of a unix socket. */
SEC("?raw_tp")
EU_SERVES("traffic")
int tell_socket(__u64 *ctx)
{
	struct eu_open_socket *open = eu_open_socket(ctx[0]);
	struct eu_event_traffic *e;
	struct eu_scratch *scratch;

	if (!open || open->about.transport != EU_TRANSPORT_UNIX || eu_is_muted(open->owner.ref))
		return 0;
	e = eu_begin_traffic(&scratch, &open->owner, open->tid, open->start);
	if (!e)
		return 0;
	e->socket = open->about;
	eu_say_paths(scratch, &e->socket, open);
	if (eu_take_news(&open->told, e, open->sent, open->received))
		eu_send(scratch);
	else
		eu_release(scratch);
	return 0;
}
