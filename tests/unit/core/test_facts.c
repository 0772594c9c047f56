/* SPDX-License-Identifier: Apache-2.0 */
/* Facts are made of records alone: these tests have no kernel. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include <eunomia/report.h>
#include <eunomia/syscalls.h>

#include "facts/counted.h"
#include "facts/facts.h"
#include "facts/totals.h"
#include "facts/windows.h"
#include "pipeline.h"
#include "records.h"
#include "world/record.h"

#define ID "7339f952c18f0e1d7339f952c18f0e1d7339f952c18f0e1d7339f952c18f0e1d"
#define REF 0x10003u
#define WALL 1000000000000ull
#define I386 0x8000

static void on_event(void *context, const struct eu_event *event)
{
}

static struct eu_session *session;

/* A session that was never started: only records come in, and its world asks nobody. */
static int begin_session(struct eu_session **out)
{
	const struct eu_session_options options = {.mode = EU_MODE_REPORT};
	const struct eu_world_ops silent = {};
	struct eu_session *new;

	if (eu_session_new(&new, &options, NULL))
		return -1;
	eu_peers_free(new->peers);
	eu_world_free(new->world);
	if (eu_world_new(&new->world, &silent, NULL) ||
	    eu_peers_new(&new->peers, new->world, NULL))
		return -1;
	new->on_event = on_event;
	new->wall_offset = WALL;
	eu_facts_clock(new->facts, WALL);
	eu_pipeline_take(new, a_container(REF, 77, "/docker/" ID));
	*out = new;
	return 0;
}

static int begin(void **state)
{
	return begin_session(&session);
}

static int end(void **state)
{
	eu_session_free(session);
	return 0;
}

static uint64_t number_of(const char *name)
{
	return eu_syscall_find(EU_ABI_NATIVE, name)->nr;
}

static void count_of(eu_ref ref, enum eu_counted kind, const struct eu_tally_entry *entries,
		     size_t n)
{
	static struct eu_builder builder;

	while (n) {
		size_t told = eu_counted_build(&builder, kind, ref, 2000, entries, n);

		eu_pipeline_take(session, (const struct eu_head *)builder.bytes);
		entries += told;
		n -= told;
	}
}

static void count(enum eu_counted kind, const struct eu_tally_entry *entries, size_t n)
{
	count_of(REF, kind, entries, n);
}

static struct eu_report *report(void)
{
	struct eu_report *taken;

	assert_return_code(eu_report_take(&taken, session, NULL), 0);
	assert_int_equal(taken->n_containers, 1);
	return taken;
}

static void counters_are_told_as_they_stand(void **state)
{
	const struct eu_tally_entry calls[] = {
		{.key = {number_of("openat")}, .count = 7, .first = 50, .last = 90, .init = 5},
		{.key = {number_of("openat"), ENOENT}, .count = 3, .init = 2},
		{.key = {number_of("read")}, .count = 2, .first = 60, .last = 70},
	};
	struct eu_report *taken;
	const struct eu_syscall_fact *call;

	count(EU_COUNTED_CALLS, calls, 3);
	count(EU_COUNTED_CALLS, calls, 3);
	taken = report();
	assert_int_equal(taken->containers[0].n_syscalls, 2);
	call = &taken->containers[0].syscalls[1];
	assert_string_equal(call->name, "openat");
	assert_int_equal(call->count, 7);
	assert_int_equal(call->init, 5);
	assert_int_equal(call->first, WALL + 50);
	assert_int_equal(call->last, WALL + 90);
	assert_int_equal(call->n_errors, 1);
	assert_int_equal(call->errors[0].error, ENOENT);
	assert_int_equal(call->errors[0].init, 2);
	assert_int_equal(call->errors[0].count, 3);
	eu_report_free(taken);
}

static void calls_of_both_abis_are_one_fact(void **state)
{
	const struct eu_tally_entry calls[] = {
		{.key = {number_of("close")}, .count = 7, .first = 50, .last = 90},
		{.key = {number_of("close"), EBADF}, .count = 1},
		{.key = {6 | I386}, .count = 2, .first = 40, .last = 60},
		{.key = {6 | I386, EBADF}, .count = 1},
		{.key = {6 | I386, EINTR}, .count = 1},
	};
	struct eu_report *taken;
	const struct eu_syscall_fact *call;

	count(EU_COUNTED_CALLS, calls, 5);
	taken = report();
	assert_int_equal(taken->containers[0].n_syscalls, 1);
	call = taken->containers[0].syscalls;
	assert_int_equal(call->count, 9);
	assert_int_equal(call->first, WALL + 40);
	assert_int_equal(call->last, WALL + 90);
	assert_int_equal(call->n_errors, 2);
	assert_int_equal(call->errors[0].count, 2);
	eu_report_free(taken);
}

static void more_counters_than_a_record_holds_come_in_several(void **state)
{
	static struct eu_tally_entry errors[1200];
	uint64_t sum = 0;
	struct eu_report *taken;

	for (size_t i = 0; i < 1200; i++)
		errors[i] = (struct eu_tally_entry){.key = {number_of("read"), i + 1}, .count = i};
	count(EU_COUNTED_CALLS, errors, 1200);
	taken = report();
	assert_int_equal(taken->containers[0].syscalls[0].n_errors, 1200);
	for (size_t i = 0; i < 1200; i++)
		sum += taken->containers[0].syscalls[0].errors[i].count;
	assert_int_equal(sum, 1199 * 600);
	eu_report_free(taken);
}

static void checks_are_added_up_by_capability(void **state)
{
	const struct eu_tally_entry checks[] = {
		{.key = {1, 0, number_of("openat")}, .count = 2, .first = 30, .last = 40},
		{.key = {1, 1, number_of("openat")}, .count = 3, .first = 20, .last = 50},
		{.key = {1, 0, 1023}, .count = 1, .first = 35, .last = 35},
		{.key = {21, 1, number_of("mount")}, .count = 4, .first = 60, .last = 60},
		{.key = {60, 0, number_of("mount")}, .count = 5, .first = 60, .last = 60},
		{.key = {61, 0, number_of("mount")}, .count = 6, .first = 60, .last = 60},
	};
	struct eu_report *taken;
	const struct eu_capability_fact *cap;

	count(EU_COUNTED_CAPABILITIES, checks, 6);
	taken = report();
	assert_int_equal(taken->containers[0].n_capabilities, 4); /* two of a newer kernel */
	cap = taken->containers[0].capabilities;
	assert_int_equal(cap->granted, 3);
	assert_int_equal(cap->refused, 3);
	assert_int_equal(cap->first, WALL + 20);
	assert_int_equal(cap->last, WALL + 50);
	assert_int_equal(cap->n_syscalls, 1);
	assert_string_equal(cap[1].syscalls[0], "mount");
	assert_string_equal(cap[2].name, "60");
	assert_string_equal(cap[3].name, "61");
	eu_report_free(taken);
}

static void values_of_arguments_belong_to_their_call(void **state)
{
	const struct eu_tally_entry calls[] = {
		{.key = {number_of("socket")}, .count = 3, .first = 50, .last = 90},
		{.key = {359 | I386}, .count = 2, .first = 50, .last = 90},
	};
	const struct eu_tally_entry values[] = {
		{.key = {number_of("socket"), 2, 1, 6}, .count = 2, .first = 50, .last = 60},
		{.key = {number_of("socket"), 16, 3, 15}, .count = 1, .first = 70, .last = 90},
		{.key = {number_of("bpf"), 5}, .count = 1}, /* without a call: not told */
		{.key = {359 | I386, 2, 1, 6}, .count = 2, .first = 40, .last = 55},
		{.key = {511}, .count = 1},
	};
	struct eu_report *taken;
	const struct eu_syscall_fact *call;

	count(EU_COUNTED_CALLS, calls, 2);
	count(EU_COUNTED_VALUES, values, 5);
	taken = report();
	assert_int_equal(taken->containers[0].n_syscalls, 1);
	call = taken->containers[0].syscalls;
	assert_int_equal(call->n_values, 2);
	assert_int_equal(call->values[0].count, 4);
	assert_int_equal(call->values[0].first, WALL + 40);
	assert_int_equal(call->values[0].n_arguments, 3);
	assert_string_equal(call->values[0].arguments[0].name, "family");
	assert_string_equal(call->values[0].arguments[0].text, "AF_INET");
	assert_string_equal(call->values[0].arguments[2].text, "IPPROTO_TCP");
	assert_string_equal(call->values[1].arguments[2].text, "NETLINK_KOBJECT_UEVENT");
	eu_report_free(taken);
}

static void take_into(void *context, const struct eu_head *record)
{
	eu_facts_record(context, record);
}

static void a_use_of(const char *path, uint32_t state, uint32_t device, uint64_t inode)
{
	static struct eu_builder builder;
	struct eu_event_io *io = eu_builder_begin(&builder, sizeof(*io));

	io->head = (struct eu_head){.type = EU_TYPE(eu_event_io), .container = REF};
	io->file.path_state = state;
	io->file.device = device;
	io->file.inode = inode;
	io->reads = 1;
	io->file.path = eu_builder_text(&builder, path, strlen(path));
	eu_pipeline_take(session, eu_builder_end(&builder));
}

/* All that the facts of the session are told as, in a report of their own. */
static struct eu_container_report told_again(struct eu_arena *arena)
{
	struct eu_container_report out = {};
	struct eu_facts *copy;

	assert_return_code(eu_facts_new(&copy, NULL), 0);
	eu_facts_clock(copy, WALL);
	eu_totals_tell(session->facts, 0, true, 3000, take_into, copy);
	eu_facts_fill(copy, REF, arena, &out);
	eu_facts_free(copy);
	return out;
}

static void files_whose_paths_are_not_their_whole_place_stay_apart(void **state)
{
	static const struct {
		const char *path;
		uint32_t state, device;
		uint64_t inode;
		unsigned uses;
	} places[] = {
		{"/etc/a", 0, 0, 0, 3},
		{"/etc/a", EU_PATH_CHROOT, 0, 0, 2},
		{"/etc/a", EU_PATH_DETACHED, 5, 0, 2},
		{"/etc/a", EU_PATH_DETACHED, 6, 0, 1},
		{"/a/deep", EU_PATH_TRUNCATED, 5, 70, 1},
		{"/a/deep", EU_PATH_TRUNCATED, 5, 71, 2},
		{"/a/deep", EU_PATH_TRUNCATED, 0, 0, 1},
	};
	struct eu_arena arena = {};
	struct eu_container_report out;

	a_use_of("/etc/a", 0, 5, 70);
	a_use_of("/etc/a", EU_PATH_CHROOT, 5, 71);
	a_use_of("/etc/a", EU_PATH_CHROOT, 6, 72); /* it was made anew */
	a_use_of("/etc/a", EU_PATH_DETACHED, 5, 70);
	a_use_of("/etc/a", EU_PATH_DETACHED, 5, 71);
	a_use_of("/etc/a", EU_PATH_DETACHED, 6, 70);
	a_use_of("/a/deep", EU_PATH_TRUNCATED, 5, 70);
	a_use_of("/a/deep", EU_PATH_TRUNCATED, 5, 71);
	a_use_of("/a/deep", EU_PATH_TRUNCATED | EU_PATH_DELETED, 5, 71);
	a_use_of("/a/deep", EU_PATH_TRUNCATED, 0, 0);
	a_use_of("/etc/a", EU_PATH_RAW, 0, 0);
	a_use_of("/etc/a", EU_PATH_DELETED, 5, 70);
	out = told_again(&arena);
	assert_int_equal(out.n_files, sizeof(places) / sizeof(*places));
	for (size_t i = 0; i < out.n_files; i++) {
		assert_string_equal(out.files[i].path, places[i].path);
		assert_int_equal(out.files[i].path_state, places[i].state);
		assert_int_equal(out.files[i].device, places[i].device);
		assert_int_equal(out.files[i].inode, places[i].inode);
		assert_int_equal(out.files[i].reads, places[i].uses);
	}
	eu_arena_free(&arena);
}

/* A ring of segments begins in the middle of what happened. */
static void all_is_told_again_to_who_begins_in_the_middle(void **state)
{
	static struct eu_builder builder;
	const struct eu_tally_entry calls[] = {
		{.key = {number_of("unshare")}, .count = 7, .first = 50, .last = 90},
		{.key = {number_of("unshare"), EPERM}, .count = 3},
	};
	const struct eu_tally_entry value = {.key = {number_of("unshare"), 0x10000000}, .count = 7};
	struct eu_event_confinement *e = eu_builder_begin(&builder, sizeof(*e));
	struct eu_container_report out;
	struct eu_arena arena = {};

	e->head = (struct eu_head){.type = EU_TYPE(eu_event_confinement), .container = REF};
	e->confined.seccomp_filters = 2;
	e->permitted = 5;
	e->libc = eu_builder_text(&builder, "musl", 4);
	eu_pipeline_take(session, eu_builder_end(&builder));
	a_use_of("/deep", EU_PATH_TRUNCATED, 1, 2);
	count(EU_COUNTED_CALLS, calls, 2);
	count(EU_COUNTED_VALUES, &value, 1);
	out = told_again(&arena);
	assert_int_equal(out.n_syscalls, 1);
	assert_int_equal(out.syscalls->count, 7);
	assert_int_equal(out.syscalls->first, WALL + 50);
	assert_int_equal(out.syscalls->errors->count, 3);
	assert_string_equal(out.syscalls->values->arguments->text, "CLONE_NEWUSER");
	assert_int_equal(out.confinement->seccomp_filters, 2);
	assert_int_equal(out.confinement->permitted, 5);
	assert_string_equal(out.confinement->libc, "musl");
	assert_int_equal(out.n_files, 1);
	assert_int_equal(out.files->reads, 1);
	assert_int_equal(out.files->path_state, EU_PATH_TRUNCATED);
	eu_arena_free(&arena);
}

/* Abstract names are bytes: those of some programs have NULs in them. */
static void a_connection_to(const char *path, size_t len)
{
	static struct eu_builder builder;
	struct eu_event_connect *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = (struct eu_head){
		.type = EU_TYPE(eu_event_connect), .container = REF, .time = 2000, .pid = 5};
	e->socket.transport = EU_TRANSPORT_UNIX;
	e->socket.peer.path = eu_builder_text(&builder, path, len);
	eu_pipeline_take(session, eu_builder_end(&builder));
}

static void names_of_sockets_are_whole_and_tell_them_apart(void **state)
{
	static const char long_name[] = "@a\0name\0that\0goes\0on\0behind\0its\0first\0NUL";
	struct eu_report *taken;
	const struct eu_peer_fact *peers;

	a_connection_to(long_name, sizeof(long_name));
	a_connection_to("@a", 2);
	a_connection_to(long_name, sizeof(long_name));
	taken = report();
	peers = taken->containers[0].peers;
	assert_int_equal(taken->containers[0].n_peers, 2);
	assert_int_equal(peers[0].count, 2);
	assert_int_equal(peers[0].address_len, sizeof(long_name));
	assert_memory_equal(peers[0].address, long_name, sizeof(long_name));
	assert_int_equal(peers[1].address_len, 2);
	eu_report_free(taken);
}

/* ---- what a recording of facts has ---- */

static struct eu_session *replayed;
static uint64_t chance = 0x9e3779b97f4a7c15ull;

static unsigned below(unsigned n)
{
	chance ^= chance << 13;
	chance ^= chance >> 7;
	chance ^= chance << 17;
	return chance % n;
}

static struct eu_builder made;

static void *make(uint16_t type, size_t size, uint64_t time)
{
	struct eu_head *head = eu_builder_begin(&made, size);

	*head = (struct eu_head){.type = type, .container = REF, .time = time, .pid = 50 + below(3)};
	return head;
}

static struct eu_str made_text(const char *text)
{
	return eu_builder_text(&made, text, strlen(text));
}

static void ids_and_names_of_peers_are_as_long_as_live(void **state)
{
	struct eu_event_peer_totals *e = make(EU_TYPE(eu_event_peer_totals), sizeof(*e), 2000);
	char id[256] = "", name[1001] = "";
	struct eu_report *taken;

	memset(id, 'i', sizeof(id) - 1);
	memset(name, 'n', sizeof(name) - 1);
	e->transport = made_text("tcp");
	e->address = made_text("198.51.100.2");
	e->container_id = made_text(id);
	e->container_name = made_text(name);
	e->count = 1;
	eu_pipeline_take(session, eu_builder_end(&made));
	taken = report();
	assert_int_equal(taken->containers[0].n_peers, 1);
	assert_string_equal(taken->containers[0].peers[0].container_id, id);
	assert_string_equal(taken->containers[0].peers[0].container_name, name);
	eu_report_free(taken);
}

/* Two containers may be at the other end: they listen at one address. */
#define ONE 0x10004u
#define ONE_ID "1" ID_END
#define TWO 0x10005u
#define TWO_ID "2" ID_END
#define ID_END "339f952c18f0e1d7339f952c18f0e1d7339f952c18f0e1d7339f952c18f0e1d"

static struct eu_socket to_port(uint16_t local_port, eu_ref peer)
{
	return (struct eu_socket){
		.transport = EU_TRANSPORT_TCP,
		.type = 1,
		.direction = EU_DIRECTION_OUTBOUND,
		.local = {.address = {[10] = 255, 255, 127, 0, 0, 1}, .port = local_port},
		.peer = {.address = {[10] = 255, 255, 127, 0, 0, 1}, .port = 80},
		.peer_container = peer,
	};
}

static void connected(uint16_t local_port, eu_ref peer)
{
	struct eu_event_connect *e = make(EU_TYPE(eu_event_connect), sizeof(*e), 2000);

	e->socket = to_port(local_port, peer);
	eu_pipeline_take(session, eu_builder_end(&made));
}

static void closed(uint16_t local_port, eu_ref peer)
{
	struct eu_event_close *e = make(EU_TYPE(eu_event_close), sizeof(*e), 9000);

	e->socket = to_port(local_port, peer);
	e->sent = 7;
	eu_pipeline_take(session, eu_builder_end(&made));
}

static void a_connection_is_counted_with_who_took_it(void **state)
{
	struct eu_report *taken;
	const struct eu_peer_fact *peer;

	eu_pipeline_take(session, a_container(ONE, 78, "/docker/" ONE_ID));
	eu_pipeline_take(session, a_container(TWO, 79, "/docker/" TWO_ID));
	connected(40000, ONE);
	connected(40001, ONE);
	closed(40000, TWO);
	closed(40000, ONE); /* of nobody who began */
	assert_int_equal(eu_report_take(&taken, session, NULL), 0);
	assert_int_equal(taken->containers[0].n_peers, 2);
	peer = &taken->containers[0].peers[0];
	assert_string_equal(peer->container_id, ONE_ID);
	assert_int_equal(peer->count, 1);
	peer = &taken->containers[0].peers[1];
	assert_string_equal(peer->container_id, TWO_ID);
	assert_int_equal(peer->count, 1);
	assert_int_equal(peer->bytes_sent, 7);
	assert_int_equal(peer->first, WALL + 2000);
	eu_report_free(taken);
}

static void nothing_is_left_of_who_did_not_take_a_connection(void **state)
{
	struct eu_report *taken;

	eu_pipeline_take(session, a_container(ONE, 78, "/docker/" ONE_ID));
	eu_pipeline_take(session, a_container(TWO, 79, "/docker/" TWO_ID));
	connected(40000, ONE);
	closed(40000, TWO);
	assert_int_equal(eu_report_take(&taken, session, NULL), 0);
	assert_int_equal(taken->containers[0].n_peers, 1);
	assert_string_equal(taken->containers[0].peers[0].container_id, TWO_ID);
	eu_report_free(taken);
}

static struct eu_file some_file(void)
{
	static const char *const paths[] = {"/etc/a", "/tmp/b", "/tmp/c", "", "/tmp//./b/"};
	static const uint32_t states[] = {0, EU_PATH_CHROOT, EU_PATH_DETACHED, EU_PATH_TRUNCATED,
					  EU_PATH_RAW};

	return (struct eu_file){.path = made_text(paths[below(5)]),
				.path_state = states[below(5)],
				.device = below(2),
				.inode = below(3)};
}

static struct eu_socket some_socket(void)
{
	struct eu_socket socket = {.transport = 1 + below(3), .direction = below(3)};

	if (socket.transport == EU_TRANSPORT_UNIX)
		socket.peer.path = made_text(below(2) ? "@a" : "/run/a.sock");
	else
		socket.type = 1;
	socket.peer.address[0] = socket.type ? 198 : 0;
	socket.peer.port = below(2);
	return socket;
}

static const struct eu_head *some_use(uint64_t time)
{
	struct eu_event_io *io;
	struct eu_event_open *open;
	struct eu_event_unlink *unlink;
	struct eu_event_rename *rename;

	switch (below(4)) {
	case 0:
		io = make(EU_TYPE(eu_event_io), sizeof(*io), time);
		io->file = some_file();
		io->reads = below(3);
		io->bytes_read = io->reads * 10;
		io->opens = below(2);
		io->truncations = io->opens ? below(2) : 0;
		io->first = time - below(5);
		io->last = time;
		io->phases = below(4);
		io->created = below(2);
		io->first_made = io->last_made = io->created ? io->first : 0;
		break;
	case 1:
		open = make(EU_TYPE(eu_event_open), sizeof(*open), time);
		open->file = some_file();
		open->call.result = -(int)below(3);
		open->created = below(2);
		open->truncated = !open->created && below(2);
		break;
	case 2:
		unlink = make(EU_TYPE(eu_event_unlink), sizeof(*unlink), time);
		unlink->file = some_file();
		unlink->call.result = -(int)below(2);
		break;
	case 3:
		rename = make(EU_TYPE(eu_event_rename), sizeof(*rename), time);
		rename->file = some_file();
		rename->target = (struct eu_target){some_file().path, EU_PATH_RAW * below(2)};
		rename->flags = below(3);
		rename->call.result = -(int)below(2);
	}
	return eu_builder_end(&made);
}

static const struct eu_head *some_talk(uint64_t time)
{
	struct eu_event_connect *connect;
	struct eu_event_close *close;
	struct eu_event_udp *udp;

	switch (below(3)) {
	case 0:
		connect = make(EU_TYPE(eu_event_connect), sizeof(*connect), time);
		connect->socket = some_socket();
		connect->call.result = -(int)below(2);
		break;
	case 1:
		close = make(EU_TYPE(eu_event_close), sizeof(*close), time);
		close->socket = some_socket();
		close->sent = below(100);
		break;
	case 2:
		udp = make(EU_TYPE(eu_event_udp), sizeof(*udp), time);
		udp->socket = some_socket();
		udp->bytes_received = below(100);
	}
	return eu_builder_end(&made);
}

static const struct eu_head *some_exec(uint64_t time)
{
	static const char *const args[] = {"sh\0-c\0a", "sh\0-c\0b", "ls\0-ll\0a"};
	struct eu_head *head = (void *)an_exec(50 + below(3), REF, below(2) ? "/bin/sh" : "/bin/busybox",
					       args[below(3)], 5 + below(4));

	head->time = time;
	return head;
}

static void take_into_replayed(void *context, const struct eu_head *record)
{
	eu_pipeline_take(replayed, record);
}

static char *json_of(struct eu_session *of)
{
	struct eu_report *taken;
	FILE *file = tmpfile();
	char *text = calloc(1, 1 << 20);

	assert_return_code(eu_report_take(&taken, of, NULL), 0);
	taken->last = 0; /* now */
	assert_int_equal(eu_report_write_json(taken, fileno(file)), 0);
	rewind(file);
	assert_true(fread(text, 1, (1 << 20) - 1, file) > 0);
	fclose(file);
	eu_report_free(taken);
	return text;
}

/* Events that are only one more of what is known are left out, and the numbers told now and then. */
static void a_recording_of_facts_comes_to_the_same_report(void **state)
{
	char *live, *again;
	size_t at = 0;

	assert_int_equal(begin_session(&replayed), 0);
	for (uint64_t time = 1000; time < 6000; time++) {
		unsigned which = below(5);

		const struct eu_head *record = which < 2 ? some_use(time) :
					       which < 4 ? some_talk(time) : some_exec(time);

		eu_pipeline_take(session, record);
		if (session->news)
			eu_pipeline_take(replayed, record);
		if (!below(50))
			eu_totals_tell(session->facts, 0, false, time, take_into_replayed, NULL);
	}
	eu_totals_tell(session->facts, 0, false, 6000, take_into_replayed, NULL);
	live = json_of(session);
	again = json_of(replayed);
	while (live[at] && live[at] == again[at])
		at++;
	if (live[at] != again[at])
		fail_msg("%.300s instead of %.300s", again + (at > 200 ? at - 200 : 0), live + at);
	free(live);
	free(again);
	eu_session_free(replayed);
}

#define OTHER_REF 0x10004u

/* Of full recordings: every open is an event, and totals tell of the same file once more. */
static void what_finds_no_room_is_counted_once_and_is_its_containers(void **state)
{
	enum { TOO_MANY = 5 };
	const struct eu_loss *loss;
	struct eu_report *taken;
	char path[32];
	size_t n;

	eu_pipeline_take(session, a_container(OTHER_REF, 78, "/docker/other"));
	eu_pipeline_take(session, a_failed_open(300, OTHER_REF, "/etc/none"));
	for (int i = 0; i < EU_FACTS_MAX + TOO_MANY; i++) {
		snprintf(path, sizeof(path), "/tmp/%d", i);
		eu_pipeline_take(session, a_failed_open(200, REF, path));
		a_use_of(path, 0, 0, 0);
	}
	loss = eu_session_loss(session, &n);
	assert_int_equal(n, 1);
	assert_string_equal(loss->container->id, ID);
	assert_string_equal(loss->class, "files");
	assert_string_equal(loss->place, "facts");
	assert_int_equal(loss->count, TOO_MANY);
	assert_return_code(eu_report_take(&taken, session, NULL), 0);
	assert_int_equal(taken->n_loss, 0);
	for (size_t i = 0; i < taken->n_containers; i++)
		assert_int_equal(taken->containers[i].n_loss,
				 !strcmp(taken->containers[i].container.id, ID));
	eu_report_free(taken);
}

static const struct eu_file_fact *file_of(const struct eu_report *taken, const char *path)
{
	for (size_t i = 0; i < taken->containers[0].n_files; i++)
		if (!strcmp(taken->containers[0].files[i].path, path))
			return &taken->containers[0].files[i];
	fail_msg("there is no %s", path);
	return NULL;
}

static uint64_t done_to(const struct eu_report *taken, const char *path, uint32_t operation)
{
	const struct eu_file_fact *file = file_of(taken, path);

	for (size_t i = 0; i < file->n_operations; i++)
		if (file->operations[i].operation == operation)
			return file->operations[i].count;
	return 0;
}

/* As sed -i and every other careful program does it. */
static void a_file_that_is_replaced_is_told_under_its_name(void **state)
{
	struct eu_report *taken;

	eu_pipeline_take(session, a_move(REF, "/etc/passwdXY", "/etc/passwd", 0, 0));
	eu_pipeline_take(session, a_move(REF, "/etc/passwdAB", "/etc/passwd", 0, 0));
	eu_pipeline_take(session, a_move(REF, "/etc/none", "/etc/never", 0, -ENOENT));
	taken = report();
	assert_int_equal(taken->containers[0].n_files, 5);
	assert_int_equal(done_to(taken, "/etc/passwd", EU_OPERATION_RENAME_TO), 2);
	assert_int_equal(done_to(taken, "/etc/passwd", EU_OPERATION_RENAME), 0);
	assert_int_equal(done_to(taken, "/etc/passwdXY", EU_OPERATION_RENAME), 1);
	assert_string_equal(file_of(taken, "/etc/passwdXY")->new_path, "/etc/passwd");
	assert_true(file_of(taken, "/etc/passwd")->changed);
	assert_null(file_of(taken, "/etc/none")->new_path);
	assert_int_equal(done_to(taken, "/etc/never", EU_OPERATION_RENAME_TO), 1);
	assert_int_equal(file_of(taken, "/etc/never")->failures, 1);
	assert_false(file_of(taken, "/etc/never")->changed);
	eu_report_free(taken);
}

static void files_that_are_exchanged_are_both_renamed(void **state)
{
	static const char *const paths[] = {"/a", "/b"};
	struct eu_report *taken;

	eu_pipeline_take(session, a_move(REF, "/a", "/b", 2 /* RENAME_EXCHANGE */, 0));
	taken = report();
	for (int i = 0; i < 2; i++) {
		assert_int_equal(done_to(taken, paths[i], EU_OPERATION_RENAME), 1);
		assert_int_equal(done_to(taken, paths[i], EU_OPERATION_RENAME_TO), 1);
		assert_string_equal(file_of(taken, paths[i])->new_path, paths[!i]);
	}
	eu_report_free(taken);
}

static void a_name_given_to_itself_is_no_new_one(void **state)
{
	struct eu_report *taken;

	eu_pipeline_take(session, a_move(REF, "/same", "/same", 0, 0));
	taken = report();
	assert_null(file_of(taken, "/same")->new_path);
	assert_int_equal(done_to(taken, "/same", EU_OPERATION_RENAME), 1);
	eu_report_free(taken);
}

static void take_at(uint64_t time, const struct eu_head *record)
{
	((struct eu_head *)record)->time = time;
	eu_pipeline_take(session, record);
}

/* Also to who reads a recording of it. */
static bool is_moved(const char *path)
{
	struct eu_arena arena = {};
	struct eu_report *taken = report();
	struct eu_container_report again = told_again(&arena);
	const struct eu_report recorded = {.containers = &again, .n_containers = 1};
	bool moved = file_of(taken, path)->moved;

	assert_int_equal(file_of(&recorded, path)->moved, moved);
	eu_arena_free(&arena);
	eu_report_free(taken);
	return moved;
}

static void what_is_made_and_gets_another_name_is_moved(void **state)
{
	take_at(10, a_mkdir(REF, "/in", 0));
	take_at(20, a_move(REF, "/in", "/out", 0, 0));
	assert_true(is_moved("/in"));
	assert_false(is_moved("/out"));
	take_at(30, a_mkdir(REF, "/in", 0));
	assert_false(is_moved("/in"));
	take_at(40, a_move(REF, "/in", "/out2", 0, 0));
	assert_true(is_moved("/in"));
	take_at(50, a_move(REF, "/out", "/in", 0, 0));
	assert_false(is_moved("/in"));
}

static void what_was_there_before_is_not_moved(void **state)
{
	take_at(10, a_move(REF, "/app", "/app.real", 0, 0));
	take_at(20, a_mkdir(REF, "/app", 0));
	take_at(30, a_move(REF, "/app", "/other", 0, 0));
	assert_false(is_moved("/app"));
}

/* Only the flag, or that the name was left before, says that nothing was replaced. */
static void what_may_have_replaced_something_is_not_moved(void **state)
{
	for (uint32_t flag = 0; flag < 2; flag++) { /* RENAME_NOREPLACE */
		const char *between = flag ? "/b1" : "/b0";

		take_at(10 + 100 * flag, a_move(REF, "/a", between, flag, 0));
		take_at(20 + 100 * flag, a_move(REF, between, "/c", 0, 0));
		assert_int_equal(is_moved(between), flag);
	}
	take_at(300, a_mkdir(REF, "/d", 0));
	take_at(310, a_move(REF, "/d", "/e", 0, 0));
	take_at(320, a_move(REF, "/e", "/d", 0, 0));
	take_at(330, a_move(REF, "/d", "/e", 0, 0));
	assert_true(is_moved("/d"));
}

/* Both may be names of one file: then both stay. */
static void what_has_a_hard_link_is_moved_only_with_certainty(void **state)
{
	take_at(10, a_link(REF, "/app", "/new"));
	take_at(20, a_move(REF, "/new", "/app", 0, 0));
	assert_false(is_moved("/new"));
	take_at(30, a_link(REF, "/app", "/new2"));
	take_at(40, a_move(REF, "/new2", "/app2", 1 /* RENAME_NOREPLACE */, 0));
	assert_true(is_moved("/new2"));
}

static const struct eu_head *a_move_that_replaced(uint32_t what, const char *path,
						  const char *target)
{
	const struct eu_head *record = a_move(REF, path, target, 0, 0);

	((struct eu_event_rename *)record)->replaced = what;
	return record;
}

static void what_a_kernel_says_of_the_new_name_is_certain(void **state)
{
	struct eu_report *taken;

	take_at(10, a_move_that_replaced(EU_REPLACED_NOTHING, "/a", "/b"));
	take_at(20, a_move_that_replaced(EU_REPLACED_NOTHING, "/b", "/c"));
	assert_true(is_moved("/b"));
	take_at(10, a_move_that_replaced(EU_REPLACED_ANOTHER, "/d", "/e"));
	take_at(20, a_move_that_replaced(EU_REPLACED_NOTHING, "/e", "/f"));
	assert_false(is_moved("/e"));
	take_at(10, a_link(REF, "/app", "/new"));
	take_at(20, a_move_that_replaced(EU_REPLACED_ITSELF, "/new", "/app"));
	assert_false(is_moved("/new"));
	taken = report();
	assert_null(file_of(taken, "/new")->new_path);
	eu_report_free(taken);
	take_at(30, a_move_that_replaced(EU_REPLACED_ANOTHER, "/new", "/other"));
	assert_true(is_moved("/new"));
}

static void a_use_that_made_it(const char *path, uint64_t first, uint64_t last)
{
	static struct eu_builder builder;
	struct eu_event_io *io = eu_builder_begin(&builder, sizeof(*io));

	io->head = (struct eu_head){.type = EU_TYPE(eu_event_io), .container = REF, .time = 1000};
	io->created = true;
	io->first_made = first;
	io->last_made = last;
	io->file.path = eu_builder_text(&builder, path, strlen(path));
	eu_pipeline_take(session, eu_builder_end(&builder));
}

/* Opens are told later than what comes after them. */
static void what_an_open_made_is_moved_if_that_was_before(void **state)
{
	take_at(20, a_move(REF, "/before", "/x", 0, 0));
	a_use_that_made_it("/before", 10, 10);
	assert_true(is_moved("/before"));
	take_at(20, a_move(REF, "/after", "/y", 0, 0));
	a_use_that_made_it("/after", 30, 30);
	assert_false(is_moved("/after"));
	take_at(20, a_move(REF, "/again", "/z", 0, 0));
	a_use_that_made_it("/again", 10, 30);
	assert_false(is_moved("/again"));
}

static void what_is_made_by_its_name_is_created(void **state)
{
	struct eu_report *taken;

	eu_pipeline_take(session, a_link(REF, "/etc/app.conf", "/etc/hard"));
	eu_pipeline_take(session, a_symlink(REF, "/etc/soft", "app.conf"));
	eu_pipeline_take(session, a_mkdir(REF, "/tmp/d", 0));
	eu_pipeline_take(session, a_mkdir(REF, "/tmp", -EEXIST));
	eu_pipeline_take(session, a_chmod(REF, "/etc/passwd", 0));
	taken = report();
	assert_int_equal(taken->containers[0].n_files, 6);
	assert_int_equal(done_to(taken, "/etc/app.conf", EU_OPERATION_LINK), 1);
	assert_false(file_of(taken, "/etc/app.conf")->created);
	assert_int_equal(done_to(taken, "/etc/hard", EU_OPERATION_LINK_TO), 1);
	assert_true(file_of(taken, "/etc/hard")->created);
	assert_int_equal(done_to(taken, "/etc/soft", EU_OPERATION_SYMLINK), 1);
	assert_true(file_of(taken, "/etc/soft")->created);
	assert_true(file_of(taken, "/tmp/d")->created);
	assert_false(file_of(taken, "/tmp")->created);
	assert_int_equal(file_of(taken, "/tmp")->failures, 1);
	assert_int_equal(done_to(taken, "/etc/passwd", EU_OPERATION_CHMOD), 1);
	assert_true(file_of(taken, "/etc/passwd")->changed);
	eu_report_free(taken);
}

static void a_mode(const char *path, uint32_t state)
{
	struct eu_event_chmod *e = make(EU_TYPE(eu_event_chmod), sizeof(*e), 2000);

	e->file.path = made_text(path);
	e->file.path_state = state;
	eu_pipeline_take(session, eu_builder_end(&made));
}

/* Told by events, and told again by totals. */
static void a_path_that_nobody_resolved_says_so(void **state)
{
	static const struct {
		const char *path;
		uint32_t state;
	} files[] = {
		{"/lk/a", EU_PATH_RAW},
		{"/lk/to", EU_PATH_RAW},
		{"/etc/a", 0},
		{"/etc/b", 0},
		{"/lk/c", EU_PATH_RAW | EU_PATH_CHROOT},
	};
	struct eu_arena arena = {};
	struct eu_container_report out;
	struct eu_event_rename *rename;

	a_mode("/lk/a", EU_PATH_RAW);
	a_mode("/etc/a", EU_PATH_RAW);
	a_mode("/etc/a", 0);
	a_mode("/etc/b", 0);
	a_mode("/etc/b", EU_PATH_RAW);
	a_mode("/lk/c", EU_PATH_RAW | EU_PATH_CHROOT);
	rename = make(EU_TYPE(eu_event_rename), sizeof(*rename), 2000);
	rename->file.path = made_text("/lk/a");
	rename->file.path_state = EU_PATH_RAW;
	rename->target = (struct eu_target){made_text("/lk/to"), EU_PATH_RAW};
	eu_pipeline_take(session, eu_builder_end(&made));
	out = told_again(&arena);
	assert_int_equal(out.n_files, sizeof(files) / sizeof(*files));
	for (size_t i = 0; i < out.n_files; i++) {
		assert_string_equal(out.files[i].path, files[i].path);
		assert_int_equal(out.files[i].path_state, files[i].state);
	}
	eu_arena_free(&arena);
}

static void what_leads_nowhere_in_a_name_makes_no_other_file(void **state)
{
	static const struct {
		const char *path, *is;
		unsigned done;
	} names[] = {
		{"/etc//a", "/etc/a", 5}, {"/etc/a", "/etc/a", 5},	 {"/./etc/a", "/etc/a", 5},
		{"/etc/a/", "/etc/a", 5}, {"/etc/./a/.", "/etc/a", 5}, {"/etc/../a", "/etc/../a", 1},
		{"/", "/", 4},		  {"//", "/", 4},		 {"/.", "/", 4},
		{"/./", "/", 4},	  {"/.a/..b//", "/.a/..b", 1},	 {"a//b", "a//b", 1},
	};
	struct eu_report *taken;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		a_mode(names[i].path, EU_PATH_RAW);
	a_use_of("/etc/a", 0, 0, 0);
	eu_pipeline_take(session, a_move(REF, "/tmp//x", "/tmp/y/", 0, 0));
	taken = report();
	assert_int_equal(taken->containers[0].n_files, 5 + 2);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		assert_int_equal(done_to(taken, names[i].is, EU_OPERATION_CHMOD), names[i].done);
	assert_int_equal(file_of(taken, "/etc/a")->reads, 1);
	assert_int_equal(file_of(taken, "/etc/a")->path_state, 0);
	assert_int_equal(file_of(taken, "/")->path_state, EU_PATH_RAW);
	assert_string_equal(file_of(taken, "/tmp/x")->new_path, "/tmp/y");
	assert_int_equal(done_to(taken, "/tmp/y", EU_OPERATION_RENAME_TO), 1);
	eu_report_free(taken);
}

/* Counted in the kernel, and told one by one. */
static void an_open_that_empties_a_file_is_a_truncation(void **state)
{
	struct eu_event_io *io = make(EU_TYPE(eu_event_io), sizeof(*io), 2000);
	struct eu_event_open *open;
	struct eu_report *taken;

	io->file.path = made_text("/etc/passwd");
	io->opens = 3;
	io->truncations = 2;
	eu_pipeline_take(session, eu_builder_end(&made));
	open = make(EU_TYPE(eu_event_open), sizeof(*open), 2001);
	open->file.path = made_text("/etc/passwd");
	open->truncated = true;
	eu_pipeline_take(session, eu_builder_end(&made));
	open = make(EU_TYPE(eu_event_open), sizeof(*open), 2002);
	open->file.path = made_text("/etc/group");
	eu_pipeline_take(session, eu_builder_end(&made));
	taken = report();
	assert_int_equal(file_of(taken, "/etc/passwd")->opens, 4);
	assert_int_equal(done_to(taken, "/etc/passwd", EU_OPERATION_TRUNCATE), 3);
	assert_true(file_of(taken, "/etc/passwd")->changed);
	assert_int_equal(file_of(taken, "/etc/group")->n_operations, 0);
	assert_false(file_of(taken, "/etc/group")->changed);
	eu_report_free(taken);
}

static const struct eu_head *at(uint64_t time, const struct eu_head *record)
{
	((struct eu_head *)record)->time = time;
	return record;
}

/* A time of a recording of facts ends at 2000: what came first before is in it, and so are totals of
 * 4000. */
static void tell_of_a_time(bool whole)
{
	assert_int_equal(begin_session(&replayed), 0);
	eu_facts_until(replayed->facts, WALL + 2000, whole);
	for (int i = 0; i < 2; i++) {
		struct eu_session *each = i ? replayed : session;

		eu_pipeline_take(each, at(1000, a_mkdir(REF, "/tmp/k", 0)));
		eu_pipeline_take(each, at(1100, a_mkdir(REF, "/tmp/j", 0)));
		eu_pipeline_take(each, at(1200, a_chmod(REF, "/tmp/k", 0)));
		eu_pipeline_take(each, at(1300, an_exec(50, REF, "/bin/sh", "sh", 3)));
		eu_pipeline_take(each, at(1400, a_move(REF, "/tmp/a", "/tmp/b", 0, 0)));
	}
	eu_pipeline_take(session, at(3000, a_chmod(REF, "/tmp/k", 0)));
	eu_pipeline_take(session, at(3000, a_mkdir(REF, "/tmp/j", -EEXIST)));
	eu_pipeline_take(session, at(3000, a_chmod(REF, "/tmp/j", 0)));
	eu_pipeline_take(session, at(3000, a_link(REF, "/tmp/k", "/tmp/l")));
	eu_pipeline_take(session, at(3000, an_exec(50, REF, "/bin/sh", "sh", 3)));
	eu_pipeline_take(session, at(3000, an_exec(50, REF, "/bin/ls", "ls", 3)));
	eu_pipeline_take(session, at(3000, a_move(REF, "/tmp/b", "/tmp/c", 0, 0)));
	eu_pipeline_take(session, at(3000, a_move(REF, "/tmp/a", "/tmp/d", 0, 0)));
	assert_true(session->news);
	eu_totals_tell(session->facts, 0, true, 4000, take_into_replayed, NULL);
}

static struct eu_report *report_replayed(void)
{
	struct eu_session *live = session;
	struct eu_report *taken;

	session = replayed;
	taken = report();
	session = live;
	return taken;
}

static void end_of_replayed(struct eu_report *taken)
{
	eu_report_free(taken);
	eu_session_free(replayed);
}

static void totals_told_after_a_time_say_how_often_and_not_what(void **state)
{
	struct eu_report *taken;

	tell_of_a_time(false);
	taken = report_replayed();
	assert_int_equal(taken->containers[0].n_files, 4);
	assert_int_equal(file_of(taken, "/tmp/k")->n_operations, 2);
	assert_int_equal(done_to(taken, "/tmp/k", EU_OPERATION_MKDIR), 1);
	assert_int_equal(done_to(taken, "/tmp/k", EU_OPERATION_CHMOD), 2); /* when, is not known */
	assert_int_equal(file_of(taken, "/tmp/k")->last, WALL + 2000);
	assert_int_equal(file_of(taken, "/tmp/j")->n_operations, 1);
	assert_int_equal(file_of(taken, "/tmp/j")->failures, 0);
	assert_string_equal(file_of(taken, "/tmp/a")->new_path, "/tmp/b");
	assert_int_equal(file_of(taken, "/tmp/b")->n_operations, 1);
	assert_int_equal(file_of(taken, "/tmp/b")->last, WALL + 1400);
	assert_int_equal(taken->containers[0].n_executables, 1);
	assert_int_equal(taken->containers[0].executables[0].count, 2);
	end_of_replayed(taken);
}

static void totals_that_may_be_of_the_time_after_can_be_left_out(void **state)
{
	struct eu_report *taken;

	tell_of_a_time(true);
	taken = report_replayed();
	assert_int_equal(taken->containers[0].n_files, 4);
	assert_int_equal(done_to(taken, "/tmp/k", EU_OPERATION_CHMOD), 1);
	assert_int_equal(file_of(taken, "/tmp/k")->last, WALL + 1200);
	assert_int_equal(taken->containers[0].executables[0].count, 1);
	end_of_replayed(taken);
}

/* They said how many, and not of which kind. */
static void operations_of_older_recordings_are_others(void **state)
{
	static struct eu_builder builder;
	struct eu_event_file_totals *e = eu_builder_begin(&builder, sizeof(*e));
	struct eu_report *taken;

	e->head = (struct eu_head){.type = EU_TYPE(eu_event_file_totals), .container = REF};
	e->path = eu_builder_text(&builder, "/tmp/a", 6);
	e->other = 7;
	eu_pipeline_take(session, eu_builder_end(&builder));
	taken = report();
	assert_int_equal(file_of(taken, "/tmp/a")->n_operations, 1);
	assert_int_equal(done_to(taken, "/tmp/a", EU_OPERATION_OTHER), 7);
	assert_false(file_of(taken, "/tmp/a")->changed);
	eu_report_free(taken);
}

static void the_container_starts(void)
{
	struct eu_event_container *e = (void *)a_container(REF, 77, "/docker/" ID);

	e->action = EU_CONTAINER_STARTED;
	eu_pipeline_take(session, &e->head);
}

static void what_a_runtime_fails_to_open_on_its_way_in_is_the_runtimes(void **state)
{
	struct eu_report *taken;

	the_container_starts();
	eu_pipeline_take(session, a_join_entering(200, REF));
	eu_pipeline_take(session, a_failed_open(200, REF, "/etc/group"));
	eu_pipeline_take(session, an_exec(200, REF, "/bin/sh", "sh", 3));
	eu_pipeline_take(session, a_failed_open(200, REF, "/etc/none"));
	taken = report();
	assert_true(file_of(taken, "/etc/group")->by_init && !file_of(taken, "/etc/group")->by_work);
	assert_true(file_of(taken, "/etc/none")->by_work && !file_of(taken, "/etc/none")->by_init);
	eu_report_free(taken);
}

/* A recording of a later version may have more in each entry, and a broken one anything. */
static void entries_of_another_size_are_read_within_their_bounds(void **state)
{
	struct {
		struct eu_event_counts e;
		struct eu_call_count call;
		uint64_t later;
	} record = {
		.e = {.head = {.type = EU_TYPE(eu_event_counts),
			       .size = sizeof(record),
			       .container = REF},
		      .counters = {.entries = {sizeof(record.e), sizeof(record) - sizeof(record.e)},
				   .entry = sizeof(record) - sizeof(record.e)}},
		.call = {.nr = number_of("read"), .count = 5, .first = 1, .last = 2},
		.later = 77,
	};
	struct eu_report *taken;

	eu_pipeline_take(session, &record.e.head);
	for (unsigned size = 0; size < 32; size += 5) {
		record.e.counters.entry = size * 2000;
		eu_pipeline_take(session, &record.e.head);
	}
	record.e.counters.entries.len = 60000;
	eu_pipeline_take(session, &record.e.head);
	taken = report();
	assert_int_equal(taken->containers[0].n_syscalls, 1);
	assert_int_equal(taken->containers[0].syscalls[0].count, 5);
	eu_report_free(taken);
}

/* The first version did not count the runtime's calls apart. */
static void of_an_older_recording_nobody_knows_which_calls_were_the_runtimes(void **state)
{
	struct {
		struct eu_event_counts e;
		struct eu_call_count call;
	} record = {
		.e = {.head = {.type = EU_TYPE(eu_event_counts),
			       .size = sizeof(record) - sizeof(record.call.init),
			       .container = REF},
		      .counters = {.entries = {sizeof(record.e),
					       sizeof(record.call) - sizeof(record.call.init)},
				   .entry = sizeof(record.call) - sizeof(record.call.init)}},
		.call = {.nr = number_of("read"), .count = 5, .first = 1, .last = 2},
	};
	struct eu_report *taken;

	eu_pipeline_take(session, &record.e.head);
	taken = report();
	assert_int_equal(taken->containers[0].syscalls[0].count, 5);
	assert_true(taken->containers[0].syscalls[0].init == EU_INIT_UNKNOWN);
	eu_report_free(taken);
}

/* A broken recording may say so. */
static void the_runtime_made_no_more_calls_than_there_were(void **state)
{
	const struct eu_tally_entry call = {.key = {number_of("read")}, .count = 5, .init = 6};
	struct eu_report *taken;

	count(EU_COUNTED_CALLS, &call, 1);
	taken = report();
	assert_int_equal(taken->containers[0].syscalls[0].init, 5);
	eu_report_free(taken);
}

static struct eu_event_window told[4];
static char told_calls[4][64];
static size_t n_told;

static void take_window(void *context, const struct eu_head *record)
{
	const struct eu_event_window *e = (const void *)record;
	size_t len;
	const char *calls = eu_record_text(record, e->native, &len);

	assert_int_equal(record->type, EU_TYPE(eu_event_window));
	memcpy(told_calls[n_told], calls, len);
	told[n_told++] = *e;
}

static void windows_have_the_calls_of_each_container(void **state)
{
	struct eu_windows *windows;

	assert_return_code(eu_windows_new(&windows, NULL), 0);
	n_told = 0;
	eu_windows_mark(windows, REF, 9);
	eu_windows_mark(windows, REF, 0);
	eu_windows_mark(windows, REF, 5 | I386);
	eu_windows_mark(windows, REF, 1023);
	eu_windows_mark(windows, REF + 1, 511);
	eu_windows_tell(windows, REF, 2000, take_window, NULL);
	assert_int_equal(n_told, 1);
	assert_int_equal(told[0].head.container, REF);
	assert_int_equal(told[0].head.time, 2000);
	assert_memory_equal(told_calls[0], "\1\2", 2);
	assert_int_equal(told[0].native.len, 2);
	assert_int_equal(told[0].i386.len, 1);
	eu_windows_tell(windows, 0, 2000, take_window, NULL);
	assert_int_equal(n_told, 2);
	assert_int_equal(told[1].native.len, 64);
	eu_windows_mark(windows, REF, 3);
	eu_windows_tell(windows, 0, 3000, take_window, NULL);
	assert_int_equal(n_told, 3);
	assert_int_equal(told[2].begun, told[1].begun + told[1].length);
	eu_windows_free(windows);
}

/* ---- a long life ---- */

static void a_long_life_keeps_its_beginning_and_its_end(void **state)
{
	const struct eu_container_report *one;
	struct eu_report *taken;

	for (int i = 0; i < 1600; i++) {
		struct eu_event_container *step = (void *)a_container(REF, 77, "");

		step->action = i ? EU_CONTAINER_EXEC : EU_CONTAINER_STARTED;
		eu_pipeline_take(session, &step->head);
	}
	eu_pipeline_take(session, its_removal(REF, 77));
	taken = report();
	one = &taken->containers[0];
	assert_int_equal(one->n_lifecycle, EU_FACTS_STEPS);
	assert_string_equal(one->lifecycle[0].action, "created");
	assert_string_equal(one->lifecycle[1].action, "started");
	assert_string_equal(one->lifecycle[511].action, "exec");
	assert_string_equal(one->lifecycle[512].action, "left_out");
	assert_string_equal(one->lifecycle[512].detail, "579 steps"); /* of 1602, 1023 are told */
	assert_string_equal(one->lifecycle[1023].action, "removed");
	eu_report_free(taken);
}

/* ---- more containers than are remembered ---- */

static uint64_t n_taken;
static int taking;

static int take_forgotten(void *context, struct eu_report *one)
{
	assert_true(one->partial && one->complete);
	assert_int_equal(one->n_containers, 1);
	assert_int_equal(one->containers[0].n_lifecycle, 2);
	assert_int_equal(one->containers[0].container.ref, 0x10000u + n_taken);
	n_taken++;
	return taking;
}

/* The first is 0x10000; `more` of them come to be forgotten. */
static void live_and_die(unsigned more)
{
	struct eu_world_ops ops = {.forget = eu_pipeline_world_ops.forget, .context = session};

	eu_peers_free(session->peers);
	eu_world_free(session->world);
	assert_return_code(eu_world_new(&session->world, &ops, NULL), 0);
	assert_return_code(eu_peers_new(&session->peers, session->world, NULL), 0);
	for (unsigned i = 0; i < EU_WORLD_MAX_GONE + more; i++) {
		eu_pipeline_take(session, a_container(0x10000u + i, 100 + i, "/docker/" ID));
		eu_pipeline_take(session, its_removal(0x10000u + i, 100 + i));
	}
}

static void containers_that_nobody_takes_are_a_loss_when_they_are_forgotten(void **state)
{
	struct eu_report *taken;
	const struct eu_loss *loss;
	size_t n;

	live_and_die(2);
	loss = eu_session_loss(session, &n);
	assert_int_equal(n, 1);
	assert_string_equal(loss->place, "forgotten");
	assert_string_equal(loss->class, "container");
	assert_int_equal(loss->count, 2);
	assert_return_code(eu_report_take(&taken, session, NULL), 0);
	assert_false(taken->complete);
	assert_int_equal(taken->n_forgotten, 0);
	eu_report_free(taken);
}

static void containers_are_handed_over_before_they_are_forgotten(void **state)
{
	struct eu_report *taken;
	size_t n;

	n_taken = taking = 0;
	eu_session_on_forget(session, take_forgotten, NULL);
	live_and_die(3);
	assert_int_equal(n_taken, 3);
	eu_session_loss(session, &n);
	assert_int_equal(n, 0);
	assert_return_code(eu_report_take(&taken, session, NULL), 0);
	assert_true(taken->complete);
	assert_int_equal(taken->n_forgotten, 3);
	assert_int_equal(taken->n_containers, EU_WORLD_MAX_GONE);
	eu_report_free(taken);
}

static void what_could_not_be_handed_over_is_a_loss(void **state)
{
	const struct eu_loss *loss;
	size_t n;

	n_taken = 0;
	taking = -ENOSPC;
	eu_session_on_forget(session, take_forgotten, NULL);
	live_and_die(1);
	loss = eu_session_loss(session, &n);
	assert_int_equal(n, 1);
	assert_int_equal(loss->count, 1);
}

/* The container is freed; its losses stay, as somebody's. */
static void losses_of_a_forgotten_container_are_nobodys(void **state)
{
	const struct eu_container *first;
	const struct eu_loss *loss;
	size_t n;

	live_and_die(0);
	first = eu_world_remembered(session->world, 0x10000u);
	eu_ledger_add(&session->dropped, first, "open", "sink", 5);
	eu_pipeline_take(session, a_container(0x90000u, 7, "/docker/" ID));
	eu_pipeline_take(session, its_removal(0x90000u, 7));
	assert_null(eu_world_remembered(session->world, 0x10000u));
	loss = eu_session_loss(session, &n);
	assert_int_equal(n, 2);
	assert_string_equal(loss[1].container->name, "an unknown container");
	assert_string_equal(loss[1].class, "open");
	assert_int_equal(loss[1].count, 5);
}


static const struct eu_loss *loss_of(const struct eu_container_report *c, const char *class)
{
	for (size_t i = 0; i < c->n_loss; i++)
		if (!strcmp(c->loss[i].class, class))
			return &c->loss[i];
	return NULL;
}

/* Counters of a new cgroup begin at zero. */
static void runs_of_a_container_are_one_entry(void **state)
{
	const struct eu_tally_entry calls[] = {{.key = {number_of("openat")}, .count = 7}};
	const eu_ref again = REF + 1, other = REF + 2;
	const struct eu_container_report *c;
	struct eu_report *taken;

	count(EU_COUNTED_CALLS, calls, 1);
	eu_pipeline_take(session, its_word(REF, ID, "web", EU_ENGINE_KNOWS));
	eu_pipeline_take(session, its_removal(REF, 77));
	eu_pipeline_take(session, a_container(other, 79, "/docker/0" ID));
	eu_pipeline_take(session, a_container(again, 78, "/docker/" ID));
	count_of(again, EU_COUNTED_CALLS, calls, 1);
	eu_pipeline_take(session, its_word(again, ID, "shop", EU_ENGINE_KNOWS));
	eu_ledger_add(&session->dropped, NULL, "any", "sink", 5);
	eu_ledger_add(&session->dropped, eu_world_remembered(session->world, REF), "open", "sink", 1);
	eu_ledger_add(&session->dropped, eu_world_remembered(session->world, again), "open", "sink", 2);
	assert_return_code(eu_report_take(&taken, session, NULL), 0);
	assert_int_equal(taken->n_containers, 2);
	c = &taken->containers[0];
	assert_string_equal(c->container.name, "shop");
	assert_int_equal(c->container.first_ref, REF);
	assert_int_equal(c->n_replicas, 0);
	assert_int_equal(c->syscalls[0].count, 14);
	assert_int_equal(loss_of(c, "any")->count, 5);
	assert_int_equal(loss_of(c, "open")->count, 3);
	assert_ptr_equal(loss_of(c, "open")->container, &c->container);
	assert_int_equal(taken->containers[1].container.ref, other);
	eu_report_free(taken);
}

static struct eu_session *session_of(const char *container)
{
	const struct eu_session_options options = {
		.mode = EU_MODE_REPORT,
		.select = {.containers = &container, .n_containers = 1},
	};
	struct eu_world_ops ops = {.say = eu_pipeline_world_ops.say};
	struct eu_session *new;

	assert_return_code(eu_session_new(&new, &options, NULL), 0);
	eu_peers_free(new->peers);
	eu_world_free(new->world);
	ops.context = new;
	assert_return_code(eu_world_new(&new->world, &ops, NULL), 0);
	assert_return_code(eu_peers_new(&new->peers, new->world, NULL), 0);
	new->on_event = on_event;
	return new;
}

static void expect_life(struct eu_session *of, const char *const *actions, size_t n)
{
	struct eu_report *taken;

	assert_return_code(eu_report_take(&taken, of, NULL), 0);
	assert_int_equal(taken->n_containers, 1);
	assert_int_equal(taken->containers[0].n_lifecycle, n);
	for (size_t i = 0; i < n; i++)
		assert_string_equal(taken->containers[0].lifecycle[i].action, actions[i]);
	eu_report_free(taken);
}

static void one_whose_name_comes_late_begins_as_it_began(void **state)
{
	static const char *const life[] = {"created", "started", "named", "named"};
	struct eu_session *named = session_of("web");

	eu_pipeline_take(named, a_container(REF, 77, "/docker/" ID));
	eu_pipeline_take(named, a_join(100, 1, REF));
	eu_pipeline_take(named, an_exec(100, REF, "/bin/sh", "sh", 3));
	eu_pipeline_take(named, its_word(REF, ID, "web", EU_ENGINE_KNOWS));
	expect_life(named, life, 2);
	eu_pipeline_take(named, its_word(REF, ID, "web-1", EU_ENGINE_KNOWS));
	eu_pipeline_take(named, its_word(REF, ID, "web", EU_ENGINE_KNOWS));
	expect_life(named, life, 4);
	eu_session_free(named);
}

static void one_that_was_called_otherwise_begins_with_its_name(void **state)
{
	static const char *const life[] = {"named"};
	struct eu_session *named = session_of("web");

	eu_pipeline_take(named, a_container(REF, 77, "/docker/" ID));
	eu_pipeline_take(named, its_word(REF, ID, "shop", EU_ENGINE_KNOWS));
	eu_pipeline_take(named, its_removal(REF, 77));
	eu_pipeline_take(named, a_container(REF + 0x10000, 78, "/docker/" ID));
	eu_pipeline_take(named, its_word(REF + 0x10000, ID, "web", EU_ENGINE_KNOWS));
	expect_life(named, life, 1);
	eu_session_free(named);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_whose_name_comes_late_begins_as_it_began),
		cmocka_unit_test(one_that_was_called_otherwise_begins_with_its_name),
		cmocka_unit_test_setup_teardown(counters_are_told_as_they_stand, begin, end),
		cmocka_unit_test_setup_teardown(calls_of_both_abis_are_one_fact, begin, end),
		cmocka_unit_test_setup_teardown(ids_and_names_of_peers_are_as_long_as_live, begin,
						end),
		cmocka_unit_test_setup_teardown(more_counters_than_a_record_holds_come_in_several,
						begin, end),
		cmocka_unit_test_setup_teardown(checks_are_added_up_by_capability, begin, end),
		cmocka_unit_test_setup_teardown(values_of_arguments_belong_to_their_call, begin,
						end),
		cmocka_unit_test(windows_have_the_calls_of_each_container),
		cmocka_unit_test_setup_teardown(
			files_whose_paths_are_not_their_whole_place_stay_apart, begin, end),
		cmocka_unit_test_setup_teardown(all_is_told_again_to_who_begins_in_the_middle,
						begin, end),
		cmocka_unit_test_setup_teardown(a_connection_is_counted_with_who_took_it,
						begin, end),
		cmocka_unit_test_setup_teardown(nothing_is_left_of_who_did_not_take_a_connection,
						begin, end),
		cmocka_unit_test_setup_teardown(names_of_sockets_are_whole_and_tell_them_apart,
						begin, end),
		cmocka_unit_test_setup_teardown(
			what_a_runtime_fails_to_open_on_its_way_in_is_the_runtimes, begin, end),
		cmocka_unit_test_setup_teardown(
			what_finds_no_room_is_counted_once_and_is_its_containers, begin, end),
		cmocka_unit_test_setup_teardown(a_file_that_is_replaced_is_told_under_its_name,
						begin, end),
		cmocka_unit_test_setup_teardown(files_that_are_exchanged_are_both_renamed, begin,
						end),
		cmocka_unit_test_setup_teardown(what_is_made_by_its_name_is_created, begin, end),
		cmocka_unit_test_setup_teardown(a_path_that_nobody_resolved_says_so, begin, end),
		cmocka_unit_test_setup_teardown(what_leads_nowhere_in_a_name_makes_no_other_file,
						begin, end),
		cmocka_unit_test_setup_teardown(an_open_that_empties_a_file_is_a_truncation, begin,
						end),
		cmocka_unit_test_setup_teardown(a_name_given_to_itself_is_no_new_one, begin, end),
		cmocka_unit_test_setup_teardown(what_is_made_and_gets_another_name_is_moved,
						begin, end),
		cmocka_unit_test_setup_teardown(what_was_there_before_is_not_moved, begin, end),
		cmocka_unit_test_setup_teardown(what_may_have_replaced_something_is_not_moved,
						begin, end),
		cmocka_unit_test_setup_teardown(what_has_a_hard_link_is_moved_only_with_certainty,
						begin, end),
		cmocka_unit_test_setup_teardown(what_a_kernel_says_of_the_new_name_is_certain,
						begin, end),
		cmocka_unit_test_setup_teardown(what_an_open_made_is_moved_if_that_was_before,
						begin, end),
		cmocka_unit_test_setup_teardown(totals_told_after_a_time_say_how_often_and_not_what,
						begin, end),
		cmocka_unit_test_setup_teardown(totals_that_may_be_of_the_time_after_can_be_left_out,
						begin, end),
		cmocka_unit_test_setup_teardown(operations_of_older_recordings_are_others, begin,
						end),
		cmocka_unit_test_setup_teardown(a_recording_of_facts_comes_to_the_same_report,
						begin, end),
		cmocka_unit_test_setup_teardown(
			entries_of_another_size_are_read_within_their_bounds, begin, end),
		cmocka_unit_test_setup_teardown(
			of_an_older_recording_nobody_knows_which_calls_were_the_runtimes, begin, end),
		cmocka_unit_test_setup_teardown(
			the_runtime_made_no_more_calls_than_there_were, begin, end),
		cmocka_unit_test_setup_teardown(
			containers_that_nobody_takes_are_a_loss_when_they_are_forgotten, begin, end),
		cmocka_unit_test_setup_teardown(
			containers_are_handed_over_before_they_are_forgotten, begin, end),
		cmocka_unit_test_setup_teardown(what_could_not_be_handed_over_is_a_loss, begin, end),
		cmocka_unit_test_setup_teardown(losses_of_a_forgotten_container_are_nobodys, begin,
						end),
		cmocka_unit_test_setup_teardown(a_long_life_keeps_its_beginning_and_its_end, begin,
						end),
		cmocka_unit_test_setup_teardown(runs_of_a_container_are_one_entry, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
