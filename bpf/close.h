/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Sockets that come to their end, and what is kept of those that the kernel keeps no count of. */
#pragma once

#include "tcp.h"

#define EU_SOCK_DGRAM 2
#define EU_UNIX_PATH 112 /* sun_path, and the @ in front */

/* What was last known of a UDP or unix socket of a container. When its end is seen the kernel has
 * forgotten it. */
struct eu_open_socket {
	struct eu_end owner; /* who made it, or accepted it */
	__u32 tid;
	__u32 fd;
	__u64 files; /* struct files_struct *, of the process in which it is known as fd */
	__u64 file, socket, inode; /* struct file *, … */
	__u64 number;              /* of the inode: never the same twice */
	__u64 start;
	__u64 sent, received; /* bytes */
	struct eu_through told;
	__u64 counted;        /* in which walk through a process's descriptors … */
	__u32 found;          /* … and how many descriptors of it lead here */
	__u16 local_len, peer_len;
	struct eu_socket about;
	char local[EU_UNIX_PATH], peer[EU_UNIX_PATH];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 65536);
	__uint(map_flags, BPF_F_NO_PREALLOC); /* memory for those there are */
	__type(key, __u64); /* struct sock * */
	__type(value, struct eu_open_socket);
} sockets SEC(".maps");

/* Which socket a descriptor led to when that was last looked at. */
struct eu_holder {
	__u64 files; /* struct files_struct * */
	__u64 fd;
};

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 16384);
	__type(key, struct eu_holder);
	__type(value, __u64); /* struct sock * */
} holders SEC(".maps");

const volatile bool wants_close = false;
const volatile bool wants_udp = false;

/* Keeps what the record under construction says about a socket. */
__noinline int eu_track(__u32 scratch_index, __u64 sock, __u32 fd);
/* Tells the end of a socket if it has come. */
__noinline int eu_check_socket(__u64 sock, __u32 by_current);
/* Adds what went through a socket of datagrams, or a unix one, to it and to its peer. address: of the
 * peer, in the task's memory; 0: who the socket is connected to. */
__noinline int eu_count_datagram(__u64 sock, __u64 address, __u32 bytes, __u32 sent);
/* A process that ends lets go of a file. walk: of all its descriptors, unlike any other. */
__noinline int eu_let_go(__u64 address, __u64 walk);

static __always_inline void eu_say_told(struct eu_event_close *e, const struct eu_through *told)
{
	e->told_sent = told->sent;
	e->told_received = told->received;
	e->told = told->any;
}

static __always_inline void eu_say_paths(struct eu_scratch *scratch, struct eu_socket *socket,
					 const struct eu_open_socket *open)
{
	if (open->local_len)
		socket->local.path = eu_bytes(scratch, open->local, open->local_len);
	if (open->peer_len)
		socket->peer.path = eu_bytes(scratch, open->peer, open->peer_len);
}

static __always_inline struct eu_open_socket *eu_open_socket(__u64 sock)
{
	return bpf_map_lookup_elem(&sockets, &sock);
}

/* Other processes than the one that made it use it as well. */
static __always_inline void eu_hold_for(__u64 files, struct eu_open_socket *open, __u64 sock,
					__u32 fd)
{
	struct eu_holder holder = {.files = files, .fd = fd};

	if (open->files == files && open->fd == fd)
		return;
	open->files = files;
	open->fd = fd;
	bpf_map_update_elem(&holders, &holder, &sock, BPF_ANY);
}

static __always_inline void eu_hold(struct eu_open_socket *open, __u64 sock, __u32 fd)
{
	eu_hold_for(eu_current(files), open, sock, fd);
}

/* A datagram gives a socket a port. */
static __always_inline void eu_refresh(struct eu_scratch *scratch, __u64 sock)
{
	struct eu_open_socket *open = eu_open_socket(sock);
	struct eu_socket *socket = eu_record_socket(scratch);

	if (open && !open->about.local.port)
		open->about.local = socket->local;
}

static __always_inline void eu_count_bytes(struct eu_open_socket *open, __u64 bytes, bool sent)
{
	if (sent)
		__sync_fetch_and_add(&open->sent, bytes);
	else
		__sync_fetch_and_add(&open->received, bytes);
}

static __always_inline bool eu_is_udp(const struct sock *sk)
{
	__u16 protocol = BPF_CORE_READ(sk, sk_protocol);

	return BPF_CORE_READ(sk, sk_type) == EU_SOCK_DGRAM && eu_is_inet(eu_sock_family(sk)) &&
	       (protocol == IPPROTO_UDP || protocol == EU_UDPLITE);
}

/* Is it one of those whose end is told by what is kept here? */
static __always_inline bool eu_is_counted(const struct sock *sk)
{
	return eu_sock_family(sk) == EU_AF_UNIX || eu_is_udp(sk);
}

/* The current task has nothing to do with it: the owner goes into the head. */
static __always_inline struct eu_event_close *eu_begin_close(struct eu_scratch **scratch,
							     const struct sock *sk,
							     const struct eu_end *owner,
							     __u64 start)
{
	struct eu_event_close *e;

	e = eu_begin(struct eu_event_close, owner->ref, *scratch);
	if (!e)
		return NULL;
	*e = (struct eu_event_close){
		.head = eu_head(*scratch),
		.duration = (*scratch)->time - start,
	};
	e->head.pid = e->head.tid = owner->pid;
	eu_fill_socket((*scratch)->index, (__u64)sk);
	return e;
}
