/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <linux/magic.h>

#include <eunomia/syscalls.h>

#include "event_ids.h"

#include "cleanup.h"
#include "facts/calls.h"
#include "facts/counted.h"
#include "facts/kept.h"
#include "facts/operations.h"
#include "facts/proc_path.h"
#include "facts/totals.h"
#include "world/peers.h"
#include "world/record.h"

#define INITIAL_USER_NAMESPACE 0xeffffffd /* PROC_USER_INIT_INO of include/linux/proc_ns.h */

#define EXEC_ARGS_MAX 4095 /* bytes of an argument vector that an exec record has */

static void note_time(uint64_t *first, uint64_t *last, uint64_t time)
{
	if (!*first || time < *first)
		*first = time;
	if (time > *last)
		*last = time;
}

static uint64_t sooner(uint64_t time, uint64_t other)
{
	return time < other ? time : other;
}

static size_t field_text(const struct eu_event *event, const char *name, char *out, size_t size)
{
	const struct eu_field *field = eu_schema_field(event->desc, name);

	*out = '\0';
	return field ? eu_event_text(event, field, out, size) : 0;
}

/* As they are, borrowed. */
static const char *field_bytes(const struct eu_event *event, const char *name, size_t *len)
{
	const struct eu_field *field = eu_schema_field(event->desc, name);
	struct eu_value value = field ? eu_event_value(event, field) : (struct eu_value){};
	bool is_text = value.type == EU_VALUE_STRING || value.type == EU_VALUE_BYTES;

	*len = is_text ? value.len : 0;
	return is_text ? value.text : "";
}

static uint64_t field_number(const struct eu_event *event, const char *name)
{
	const struct eu_field *field = eu_schema_field(event->desc, name);
	struct eu_value value = field ? eu_event_value(event, field) : (struct eu_value){};

	return value.type == EU_VALUE_UINT || value.type == EU_VALUE_INT ? value.u : 0;
}

/* ---- files ---- */

static void note_truncations(struct eu_facts *facts, struct file *file, uint64_t n)
{
	if (!n)
		return;
	eu_facts_operation(facts, file, EU_OPERATION_TRUNCATE, n);
	file->fact.changed = true;
}

/* Did it only ever come to be under this name to get another one? */
static void note_moved(struct file *file)
{
	file->fact.moved = file->fact.new_path && !file->fact.deleted && file->first_made &&
			   file->first_made < file->first_gone &&
			   file->last_there < file->last_gone;
}

static void note_made(struct file *file, uint64_t first, uint64_t last)
{
	if (!file->first_made || first < file->first_made)
		file->first_made = first;
	if (last > file->last_there)
		file->last_there = last;
}

static void add_totals(struct eu_facts *facts, struct file *file, const struct eu_event_io *e)
{
	note_time(&file->fact.first, &file->fact.last, e->first + facts->wall_offset);
	note_time(&file->fact.first, &file->fact.last, e->last + facts->wall_offset);
	file->fact.opens += e->opens;
	file->fact.reads += e->reads;
	file->fact.writes += e->writes;
	file->fact.maps += e->maps;
	file->fact.bytes_mapped += e->bytes_mapped;
	file->fact.bytes_read += e->bytes_read;
	file->fact.bytes_written += e->bytes_written;
	file->fact.created |= e->created;
	file->fact.existed |= e->existed;
	file->fact.by_init |= e->phases & EU_USE_INIT;
	file->fact.by_work |= !!(e->phases & EU_USE_WORK);
	file->fact.untimed |= !e->phases;
	note_truncations(facts, file, e->truncations);
	if (e->first_made)
		note_made(file, e->first_made + facts->wall_offset,
			  e->last_made + facts->wall_offset);
	note_moved(file);
}

static bool has_begun(const struct container *c, const struct eu_event *event)
{
	return c->begun || event->container->existed;
}

/* Events are in order: what comes before the entrypoint is the runtime's, and later what it does to
 * bring somebody in. */
static bool is_runtimes(const struct eu_facts *facts, const struct container *c,
			const struct eu_event *event)
{
	return facts->entering || (c->created && !has_begun(c, event));
}

static void note_phase(const struct eu_facts *facts, struct eu_file_fact *fact,
		       const struct container *c, const struct eu_event *event)
{
	if (is_runtimes(facts, c, event))
		fact->by_init = true;
	else if (has_begun(c, event))
		fact->by_work = true;
	else
		fact->untimed = true; /* of a recording that begins in between */
}

/* What of it is more than a number: a change of this is news. */
static unsigned file_shape(const struct eu_file_fact *fact)
{
	unsigned operations = 0;

	for (size_t i = 0; i < fact->n_operations; i++)
		operations |= 1u << fact->operations[i].operation;
	return (fact->opens ? 1 : 0) | (fact->reads ? 2 : 0) | (fact->writes ? 4 : 0) |
	       (fact->failures ? 8 : 0) | (fact->changed ? 16 : 0) | (fact->created ? 32 : 0) |
	       (fact->deleted ? 64 : 0) | (fact->existed ? 128 : 0) |
	       (fact->by_init ? 256 : 0) | (fact->by_work ? 512 : 0) |
	       (fact->moved ? 1024 : 0) | (fact->maps ? 2048 : 0) | operations << 12;
}

static bool has_failed(const struct eu_event *event)
{
	return (int64_t)field_number(event, "result") < 0;
}

static void note_operation(struct eu_facts *facts, struct file *file, uint32_t operation,
			   const struct eu_event *event)
{
	bool done = !has_failed(event);

	eu_facts_operation(facts, file, operation, 1);
	file->fact.changed |= done;
	file->fact.deleted |= done && eu_operation_removes(operation);
	if (done && eu_operation_makes(operation)) {
		file->fact.created = true;
		note_made(file, event->time, event->time);
	}
}

/* operation: what was done to it, if that is one. */
static void note_use(struct eu_facts *facts, const struct container *c, struct file *file,
		     const struct eu_event *event, uint32_t operation)
{
	note_time(&file->fact.first, &file->fact.last, event->time);
	note_phase(facts, &file->fact, c, event);
	file->fact.failures += has_failed(event);
	if (event->record->type != EU_TYPE(eu_event_open)) {
		note_operation(facts, file, operation, event);
		return;
	}
	file->fact.opens++;
	if (has_failed(event))
		return;
	if (field_number(event, "file.created")) {
		file->fact.created = true;
		note_made(file, event->time, event->time);
	}
	note_truncations(facts, file, field_number(event, "file.truncated"));
}

/* Was a file used to bring somebody in, and for nothing else? */
static bool is_to_enter(const struct eu_facts *facts, const struct container *c,
			const struct eu_event *event)
{
	const struct eu_event_io *e = (const void *)event->record;

	if (event->record->type != EU_TYPE(eu_event_io))
		return facts->entering;
	return e->phases == EU_USE_INIT && has_begun(c, event) &&
	       e->first + facts->wall_offset >= c->begun_at;
}

/* What a runtime looks at in /proc has another number each time that it brings somebody in. */
static const char *without_numbers(struct eu_facts *facts, const char *path)
{
	struct eu_bytes *bytes = &facts->texts[EU_TEXT_PROC];

	bytes->len = 0;
	eu_proc_path(bytes, path);
	eu_bytes_char(bytes, '\0');
	return bytes->data;
}

/* What an event says of one of its files; of a target it does not say the last two. */
struct place {
	const char *path, *state, *device, *inode;
};

static const struct place file_place = {"file.path", "file.path_state", "file.device",
					"file.inode"};
static const struct place target_place = {"file.target.path", "file.target.path_state", "", ""};

static const char *path_of(struct eu_facts *facts, const struct container *c,
			   const struct eu_event *event, const char *field, size_t *len)
{
	const char *bytes = field_bytes(event, field, len);
	const char *path = eu_facts_text(facts, EU_TEXT_PATH, bytes, *len);

	if (path && !strncmp(path, "/proc/", 6) && is_to_enter(facts, c, event))
		return without_numbers(facts, path);
	return path;
}

/* A pipe has a number for a name: there would be one more file for each. */
static bool is_pipe(const struct eu_event *event)
{
	return field_number(event, "file.fs") == PIPEFS_MAGIC;
}

/* A file that an event is about; NULL: it has no path, or finds no room. */
static struct file *file_of(struct eu_facts *facts, struct container *c,
			    const struct eu_event *event, const struct place *place)
{
	size_t len;
	const struct eu_file_fact who = {
		.path = path_of(facts, c, event, place->path, &len),
		.path_state = field_number(event, place->state),
		.device = field_number(event, place->device),
		.inode = field_number(event, place->inode),
	};

	return len && !is_pipe(event) ? eu_facts_file(facts, c, &who) : NULL;
}

static void note_total(struct eu_facts *facts, struct container *c, const struct eu_event *event)
{
	struct file *file = file_of(facts, c, event, &file_place);
	unsigned shape;

	if (!file)
		return;
	shape = file_shape(&file->fact);
	add_totals(facts, file, (const void *)event->record);
	facts->news |= shape != file_shape(&file->fact);
	file->kept.changed = true;
}

/* NULL: there is no such file. */
static void note_file(struct eu_facts *facts, struct container *c, struct file *file,
		      const struct eu_event *event, uint32_t operation)
{
	unsigned shape = file ? file_shape(&file->fact) : 0;

	if (!file)
		return;
	note_use(facts, c, file, event, operation);
	note_moved(file);
	facts->news |= shape != file_shape(&file->fact);
	file->kept.changed = true;
}

/* Of two names of one file, rename(2) leaves both, and says that it has been done. */
static bool may_do_nothing(const struct file *file, const struct eu_event_rename *rename)
{
	return !(rename->flags & RENAME_NOREPLACE) && rename->replaced == EU_REPLACED_UNKNOWN &&
	       (eu_operations_count(&file->fact, EU_OPERATION_LINK) ||
		eu_operations_count(&file->fact, EU_OPERATION_LINK_TO));
}

/* There is nothing under the old name any more: only where that is certain. Whether there was
 * something under the new one not all kernels say: else the flag does, or that it was left before. */
static void note_move(struct file *file, struct file *target, const struct eu_event *event)
{
	const struct eu_event_rename *rename = (const void *)event->record;
	bool was_free = rename->flags & RENAME_NOREPLACE ||
			rename->replaced == EU_REPLACED_NOTHING ||
			target->last_gone > target->last_there;

	if (!may_do_nothing(file, rename)) {
		file->first_gone = file->first_gone ?: event->time;
		file->last_gone = event->time;
	}
	if (was_free)
		note_made(target, event->time, event->time);
	target->last_there = event->time;
	note_moved(file);
	note_moved(target);
}

/* From now on `target` is the name of what was called `file`. */
static void note_names(struct eu_facts *facts, struct container *c, struct file *file,
		       struct file *target, const struct eu_event *event)
{
	const struct eu_event_rename *rename = (const void *)event->record;
	struct eu_operations_of did = eu_operations_of(event->record);

	note_file(facts, c, file, event, did.file);
	note_file(facts, c, target, event, did.target);
	if (!file || !target || file == target || did.file != EU_OPERATION_RENAME ||
	    has_failed(event) || rename->replaced == EU_REPLACED_ITSELF)
		return;
	facts->news |= file->renamed_to != target;
	file->renamed_to = target;
	file->fact.new_path = target->fact.path;
	if (did.exchanged)
		file->last_there = event->time;
	else
		note_move(file, target, event);
}

static void note_files(struct eu_facts *facts, struct container *c, const struct eu_event *event)
{
	struct eu_operations_of did = eu_operations_of(event->record);
	struct file *file = file_of(facts, c, event, &file_place), *target;

	if (did.target == EU_OPERATIONS) {
		note_file(facts, c, file, event, did.file);
		return;
	}
	target = file_of(facts, c, event, &target_place);
	note_names(facts, c, file, target, event);
	if (did.exchanged)
		note_names(facts, c, target, file, event);
}

/* ---- executables ---- */

static bool has_vector(const struct executable *exe, const char *args, size_t len)
{
	for (size_t i = 0; i < exe->n_vectors; i++)
		if (exe->vectors[i].len == len && !memcmp(exe->vectors[i].bytes, args, len))
			return true;
	return false;
}

/* Arguments that it had not before; of so many that there is no room, it is said. */
static void note_vector(struct eu_facts *facts, struct container *c, struct executable *exe,
			const char *args, size_t len)
{
	size_t more = exe->n_vectors ? len : 0;
	struct vector *vector = &exe->vectors[exe->n_vectors];

	if (exe->n_vectors == EU_FACTS_VECTORS || c->vector_bytes + more > EU_FACTS_VECTOR_BYTES) {
		exe->fact.more = true;
		return;
	}
	vector->bytes = malloc(len + 1);
	facts->starved += !vector->bytes;
	if (!vector->bytes)
		return;
	memcpy(vector->bytes, args, len);
	vector->bytes[len] = '\0';
	vector->len = len;
	exe->n_vectors++;
	c->vector_bytes += more;
}

static void note_executable(struct eu_facts *facts, struct container *c,
			    const struct eu_event *event)
{
	const struct eu_event_exec *e = (const void *)event->record;
	size_t len, args_len;
	const char *path = eu_record_text(event->record, e->file.path, &len);
	const char *args = eu_record_text(event->record, e->args, &args_len);
	const char *name = eu_facts_text(facts, EU_TEXT_NAME, args, strnlen(args, args_len));
	const struct eu_executable_fact who = {
		.path = eu_facts_text(facts, EU_TEXT_PATH, path, len),
		.path_state = e->file.path_state,
		.argv = &name,
		.n_argv = 1,
	};
	struct executable *exe;

	if (e->executes == EU_EXECUTES_RUNTIME && is_runtimes(facts, c, event))
		return; /* runc, once more on its way in: in the cgroup already, or not yet */
	exe = eu_facts_executable(facts, c, &who);
	if (!exe)
		return;
	note_time(&exe->fact.first, &exe->fact.last, event->time);
	exe->fact.cut |= e->args_size > EXEC_ARGS_MAX;
	exe->fact.origin |= e->origin;
	exe->fact.script_origin |= e->script_origin;
	exe->kept.changed = true;
	if (!has_vector(exe, args, args_len)) {
		note_vector(facts, c, exe, args, args_len);
		facts->news = true;
	}
	if (!exe->fact.count++) {
		exe->fact.parent = strdup(event->parent ? event->parent->executable : "");
		facts->starved += !exe->fact.parent;
	}
}

/* ---- peers ---- */

/* Who the peer is. What came in is known by where it came in; and of a unix socket that is all there
 * is, because who connects to one mostly has no name. A receiver of datagrams need not ask for an
 * address, and has an unknown peer then, "". False: there is none. */
static bool identify_peer(const struct eu_event *event, struct eu_peer_fact *who, char transport[32],
			  char address[64])
{
	char direction[16];
	bool inbound;

	field_text(event, "network.transport", transport, 32);
	field_text(event, "network.direction", direction, sizeof(direction));
	inbound = !strcmp(direction, "inbound");
	*who = (struct eu_peer_fact){
		.transport = transport,
		.direction = inbound ? "in" : "out",
		.port = field_number(event, inbound ? "network.local.port" : "network.peer.port"),
		.address = address,
		.address_len = field_text(event, "network.peer.address", address, 64),
	};
	if (!who->address_len)
		who->address = field_bytes(event, inbound ? "network.local.path" : "network.peer.path",
					   &who->address_len);
	if (event->peer) {
		who->container_id = event->peer->id;
		who->container_name = event->peer->name;
	}
	return who->address_len || event->record->type == EU_TYPE(eu_event_udp);
}

/* Does it tell of a connection, or of the first datagram that a socket and a peer have exchanged? What
 * comes after is told of as often as there is time to. */
static bool begins(const struct eu_event *event)
{
	const struct eu_event_udp *udp = (const void *)event->record;
	const struct eu_event_close *close = (const void *)event->record;
	const struct eu_event_traffic *traffic = (const void *)event->record;
	const struct eu_event_connect *connect = (const void *)event->record;

	switch (event->record->type) {
	case EU_TYPE(eu_event_connect):
		return !connect->again;
	case EU_TYPE(eu_event_udp):
		return !udp->first;
	case EU_TYPE(eu_event_close): /* what was there before is counted when it is first told of */
		return close->socket.existed && !close->told;
	case EU_TYPE(eu_event_traffic):
		return traffic->socket.existed && !traffic->again;
	}
	return true;
}

/* The bytes that the end of a connection adds to what has been told of it. */
static void add_bytes(struct eu_peer_fact *fact, const struct eu_event *event)
{
	const struct eu_event_close *close = (const void *)event->record;
	bool over = event->record->type == EU_TYPE(eu_event_close);

	fact->bytes_sent += field_number(event, "network.bytes_sent") -
			    (over ? close->told_sent : 0);
	fact->bytes_received += field_number(event, "network.bytes_received") -
				(over ? close->told_received : 0);
}

static void subtract(uint64_t *from, uint64_t n)
{
	*from -= n < *from ? n : *from;
}

/* What was counted of datagrams while nobody knew whose the peer's address was. */
static void move_peer(struct eu_facts *facts, struct container *c, const struct eu_event *event,
		      const struct eu_peer_fact *who, struct peer *peer)
{
	const struct eu_event_udp *e = (const void *)event->record;
	struct eu_peer_fact unknown = *who;
	struct peer *from;

	unknown.container_id = unknown.container_name = NULL;
	from = eu_facts_peer(facts, c, &unknown);
	if (!from)
		return;
	from->kept.changed = true;
	subtract(&from->fact.count, 1);
	subtract(&from->fact.bytes_sent, e->named_sent);
	subtract(&from->fact.bytes_received, e->named_received);
	peer->fact.count++;
	peer->fact.bytes_sent += e->named_sent;
	peer->fact.bytes_received += e->named_received;
	note_time(&peer->fact.first, &peer->fact.last, e->first + facts->wall_offset);
}

/* A connection is counted when it begins, and who the other end is may be known better later: who took
 * it, of several that listen at one address. */
static void follow(struct eu_facts *facts, const struct container *c, const struct eu_event *event,
		   struct peer *peer)
{
	const struct eu_socket *socket = eu_peers_socket(event->record);
	struct peer *from;
	uint64_t begun;

	if (begins(event) && !eu_contacts_begin(&facts->contacts, c->ref, socket, peer, event->time))
		facts->starved++;
	from = eu_contacts_move(&facts->contacts, c->ref, socket, peer, &begun);
	if (from) {
		from->kept.changed = true;
		subtract(&from->fact.count, 1);
		peer->fact.count++;
		note_time(&peer->fact.first, &peer->fact.last, begun);
	}
	if (event->record->type == EU_TYPE(eu_event_close))
		eu_contacts_end(&facts->contacts, c->ref, socket);
}

/* A connect that goes on is told of when it is over, and asking for that is no other one. */
static bool is_outcome(int64_t result, const char *transport)
{
	return result != -EINPROGRESS && result != -EALREADY && result != -EISCONN &&
	       (result != -EINTR || !strcmp(transport, "unix"));
}

static void note_peer(struct eu_facts *facts, struct container *c, const struct eu_event *event)
{
	bool datagrams = event->record->type == EU_TYPE(eu_event_udp);
	int64_t result = field_number(event, "result");
	bool failed = result < 0;
	char transport[32], address[64];
	struct eu_peer_fact who;
	struct peer *peer;

	if (!identify_peer(event, &who, transport, address))
		return;
	if (!datagrams && !failed && !strcmp(transport, "udp"))
		return; /* its datagrams are told, or there were none */
	if (!is_outcome(result, transport))
		return;
	peer = eu_facts_peer(facts, c, &who);
	if (!peer)
		return;
	note_time(&peer->fact.first, &peer->fact.last, event->time);
	facts->news |= !peer->fact.count && begins(event);
	facts->news |= !peer->fact.failures && failed;
	peer->kept.changed = true;
	peer->fact.source = eu_peers_socket(event->record)->peer_source ?: peer->fact.source;
	peer->fact.count += begins(event);
	peer->fact.failures += failed;
	add_bytes(&peer->fact, event);
	if (datagrams && event->peer && ((const struct eu_event_udp *)event->record)->named)
		move_peer(facts, c, event, &who, peer);
	if (!failed && !strcmp(transport, "tcp"))
		follow(facts, c, event, peer);
}

bool eu_facts_is_peer_event(uint16_t type)
{
	return type == EU_TYPE(eu_event_connect) || type == EU_TYPE(eu_event_accept) ||
	       type == EU_TYPE(eu_event_close) || type == EU_TYPE(eu_event_udp) ||
	       type == EU_TYPE(eu_event_traffic);
}

/* ---- life ---- */

/* A long life keeps its beginning and its end; one step between them says how many are left out. */
static struct step *leave_one_out(struct container *c)
{
	struct step *mark = &c->steps[EU_FACTS_STEPS / 2], *oldest = mark + 1;
	size_t later = EU_FACTS_STEPS / 2 - 2;

	if (!c->steps_left_out++)
		c->steps_left_out++; /* the mark takes a place, too */
	*mark = (struct step){.time = oldest->time, .action = "left_out"};
	snprintf(mark->detail, sizeof(mark->detail), "%zu steps", c->steps_left_out);
	memmove(oldest, oldest + 1, later * sizeof(*oldest));
	return oldest + later;
}

static struct step *new_step(struct container *c)
{
	struct step *steps;

	if (c->n_steps == EU_FACTS_STEPS)
		return leave_one_out(c);
	steps = realloc(c->steps, (c->n_steps + 1) * sizeof(*steps));
	if (!steps)
		return NULL;
	c->steps = steps;
	return &steps[c->n_steps++];
}

static void note_step(struct eu_facts *facts, struct container *c, const struct eu_event *event)
{
	const struct eu_event_container *e = (const void *)event->record;
	const struct eu_flagset *actions = eu_flagset_find("container_action");
	struct step *step = new_step(c);

	c->created |= e->action == EU_CONTAINER_CREATED;
	if (e->action == EU_CONTAINER_STARTED && !c->begun) {
		c->begun = true;
		c->begun_at = event->time;
	}
	facts->starved += !step;
	if (!step)
		return;
	*step = (struct step){
		.time = event->time,
		.action = (actions ? eu_flagset_name(actions, e->action) : NULL) ?: "unknown",
	};
	if (e->has_exit_code)
		snprintf(step->detail, sizeof(step->detail), "exit code %d", e->exit_code);
}

void eu_facts_begun(struct eu_facts *facts, eu_ref ref)
{
	struct container *c = eu_facts_container(facts, ref);

	if (c)
		c->created = true;
}

void eu_facts_late(struct eu_facts *facts, eu_ref ref)
{
	struct container *c = eu_facts_container(facts, ref);

	if (c)
		c->late = true;
}

bool eu_facts_event(struct eu_facts *facts, const struct eu_event *event, bool entering)
{
	struct container *c = event->container ? eu_facts_container(facts, event->container->ref) : NULL;

	facts->entering = entering;
	facts->teller = event->record->type == EU_TYPE(eu_event_io) ? EU_TOLD_BY_TOTALS :
								      EU_TOLD_BY_EVENTS;
	facts->news = false;
	if (!c)
		return false;
	note_time(&c->first, &c->last, sooner(event->time, facts->until));
	if (event->record->type == EU_TYPE(eu_event_container))
		note_step(facts, c, event);
	else if (event->record->type == EU_TYPE(eu_event_exec))
		note_executable(facts, c, event);
	else if (eu_facts_is_peer_event(event->record->type))
		note_peer(facts, c, event);
	else if (event->record->type == EU_TYPE(eu_event_io))
		note_total(facts, c, event);
	else if (!strcmp(event->desc->set, "fs"))
		note_files(facts, c, event);
	return facts->news;
}

/* ---- the kernel's counters ---- */

struct counting {
	struct eu_facts *facts;
	struct eu_tally *tally;
	uint64_t *lost;
};

static void take_counter(void *context, const struct eu_tally_entry *entry)
{
	struct counting *counting = context;

	if (eu_tally_set(counting->tally, entry))
		return;
	if (eu_tally_is_full(counting->tally))
		(*counting->lost)++;
	else
		counting->facts->starved++;
}

static void copy_text(char *out, size_t size, const struct eu_head *record, struct eu_str str)
{
	size_t len;
	const char *text = eu_record_text(record, str, &len);

	snprintf(out, size, "%.*s", (int)len, text);
}

static void take_confinement(struct container *c, const struct eu_event_confinement *e)
{
	copy_text(c->libc, sizeof(c->libc), &e->head, e->libc);
	c->confined = true;
	c->confinement = (struct eu_confinement_fact){
		.no_new_privs = e->confined.no_new_privs,
		.initial_user_namespace = e->confined.user_namespace == INITIAL_USER_NAMESPACE,
		.user_namespace = e->confined.user_namespace,
		.seccomp = e->confined.seccomp,
		.seccomp_filters = e->confined.seccomp_filters,
		.inheritable = e->confined.inheritable,
		.permitted = e->permitted,
		.effective = e->effective,
		.bounding = e->confined.bounding,
		.ambient = e->ambient,
	};
}

/* In place of what it said before; a host has few. */
static void take_runtime(struct eu_facts *facts, const struct eu_event_runtime *e)
{
	struct runtime runtime;

	copy_text(runtime.name, sizeof(runtime.name), &e->head, e->name);
	copy_text(runtime.version, sizeof(runtime.version), &e->head, e->version);
	for (int i = 0; i < EU_RUNTIMES; i++) {
		struct runtime *known = &facts->runtimes[i];

		if (*known->name && strcmp(known->name, runtime.name))
			continue;
		*known = runtime;
		return;
	}
}

const char *eu_facts_runtime(const struct eu_facts *facts, const char *name)
{
	for (int i = 0; i < EU_RUNTIMES; i++)
		if (!strcmp(facts->runtimes[i].name, name))
			return facts->runtimes[i].version;
	return "";
}

static void take_counters(struct eu_facts *facts, enum eu_counted kind,
			  const struct eu_head *record)
{
	struct container *c = eu_facts_container(facts, record->container);
	struct counting counting = {.facts = facts};

	if (!c)
		return;
	counting.tally = &c->counted[kind];
	counting.lost = &c->lost_counts[kind];
	eu_counted_each(record, take_counter, &counting);
}

void eu_facts_record(struct eu_facts *facts, const struct eu_head *record)
{
	enum eu_counted kind = eu_counted_kind(record);
	struct container *c;

	facts->teller = EU_TOLD_BY_TOTALS;
	if (kind < EU_COUNTED_KINDS) {
		take_counters(facts, kind, record);
	} else if (record->type == EU_TYPE(eu_event_confinement)) {
		c = eu_facts_container(facts, record->container);
		if (c)
			take_confinement(c, (const void *)record);
	} else if (record->type == EU_TYPE(eu_event_runtime)) {
		take_runtime(facts, (const void *)record);
	} else {
		eu_totals_take(facts, record);
	}
}
