/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A small schema of hand-made events, for tests that need neither BPF nor the generated tables.
 * It defines eu_schema_events() and its kin.
 */
#pragma once

#include <eunomia/event.h>

enum fixture_event {
	FIXTURE_OPEN,
	FIXTURE_CONNECT,
	FIXTURE_EXEC,
	FIXTURE_CONTAINER,
	FIXTURE_EXIT,
	FIXTURE_SYSCALL,
	FIXTURE_CHANGE,
	FIXTURE_EVENTS
};

struct fixture_open {
	struct eu_head head;
	__u16 nr;
	__u16 pad;
	__s32 result;
	struct eu_str path, raw_path;
	__u64 inode;
	__u32 device, fs;
	__u32 flags, mode;
	__u8 created;
	__u8 pad2[7];
};

struct fixture_connect {
	struct eu_head head;
	__u16 nr;
	__u16 pad;
	__s32 result;
	__u32 transport;
	__u16 local_port, peer_port;
	__u8 local[16], peer[16];
};

struct fixture_exec {
	struct eu_head head;
	struct eu_str path, args;
};

struct fixture_container {
	struct eu_head head;
	__u32 action;
	__s32 exit_code;
};

struct fixture_exit {
	struct eu_head head;
	__u32 code, signal;
	__u64 duration, caps;
};

struct fixture_syscall {
	struct eu_head head;
	__u16 nr;
	__u16 pad;
	struct eu_str args;
	struct eu_str copies;
	__u32 pad2;
	__s64 result;
};

struct fixture_change {
	struct eu_head head;
	__u32 user, effective, old_user, old_effective;
	__u64 gained, lost;
};

/* A record with the strings behind it; a whole event around it. */
struct fixture {
	union {
		struct eu_head head;
		struct fixture_open open;
		struct fixture_connect connect;
		struct fixture_exec exec;
		struct fixture_container container;
		struct fixture_exit exit;
		struct fixture_syscall syscall;
		struct fixture_change change;
		char bytes[65536];
	} record;
	struct eu_event event;
	struct eu_process process;
	struct eu_container in, peer;
};

/* An event of that kind in a container "web", by nginx, with everything set to something. */
void fixture_init(struct fixture *fixture, enum fixture_event kind);
/* Appends bytes to the record and makes str point to them. */
void fixture_str(struct fixture *fixture, struct eu_str *str, const char *bytes, size_t len);
