/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "event_ids.h"

#include "cleanup.h"
#include "facts/kept.h"
#include "facts/operations.h"
#include "facts/totals.h"
#include "meta/meta.h"
#include "world/record.h"

enum {
	CREATED = 1,
	DELETED = 2,
	EXISTED = 4,
	BY_INIT = 8,
	BY_WORK = 16,
	UNTIMED = 32,
	CHANGED = 64,
	MOVED = 128,
};
enum { MORE = 1, CUT = 2 };

struct teller {
	struct eu_facts *facts;
	eu_ref ref;
	bool all;
	uint64_t time;
	void (*take)(void *context, const struct eu_head *record);
	void *context;
};

/* ---- telling ---- */

static void *begin(struct teller *teller, uint16_t type, size_t size)
{
	struct eu_head *head = eu_builder_begin(&teller->facts->builder, size);

	*head = (struct eu_head){.type = type, .container = teller->ref, .time = teller->time};
	return head;
}

static void end(struct teller *teller)
{
	teller->take(teller->context, eu_builder_end(&teller->facts->builder));
}

static struct eu_str put(struct teller *teller, const char *text)
{
	return eu_builder_text(&teller->facts->builder, text ?: "", text ? strlen(text) : 0);
}

/* Wall clock to CLOCK_MONOTONIC, as all times in records. */
static struct eu_seen seen(const struct teller *teller, uint64_t first, uint64_t last)
{
	return (struct eu_seen){first - teller->facts->wall_offset,
				last - teller->facts->wall_offset};
}

static void put_operations(struct teller *teller, struct eu_counters_list *list,
			   const struct eu_file_fact *fact)
{
	struct eu_operation_total packed[EU_OPERATIONS];
	size_t n = fact->n_operations < EU_OPERATIONS ? fact->n_operations : EU_OPERATIONS;

	for (size_t i = 0; i < n; i++)
		packed[i] = (struct eu_operation_total){.operation = fact->operations[i].operation,
							.count = fact->operations[i].count};
	list->entry = sizeof(*packed);
	list->entries = eu_builder_text(&teller->facts->builder, (const char *)packed,
					n * sizeof(*packed));
}

static void put_new_path(struct teller *teller, struct eu_event_file_totals *e,
			 const struct file *renamed_to)
{
	if (!renamed_to)
		return;
	e->new_path = put(teller, renamed_to->fact.path);
	e->new_path_state = renamed_to->fact.path_state;
	e->new_device = renamed_to->fact.device;
	e->new_inode = renamed_to->fact.inode;
}

static uint32_t flags_of(const struct eu_file_fact *fact)
{
	return (fact->created ? CREATED : 0) | (fact->deleted ? DELETED : 0) |
	       (fact->changed ? CHANGED : 0) | (fact->existed ? EXISTED : 0) |
	       (fact->by_init ? BY_INIT : 0) | (fact->by_work ? BY_WORK : 0) |
	       (fact->untimed ? UNTIMED : 0) | (fact->moved ? MOVED : 0);
}

static void tell_file(struct teller *teller, const struct kept *kept)
{
	struct eu_event_file_totals *e =
		begin(teller, EU_TYPE(eu_event_file_totals), sizeof(*e));
	const struct file *file = (const struct file *)kept;
	const struct eu_file_fact *fact = &file->fact;

	e->path = put(teller, fact->path);
	e->flags = flags_of(fact);
	e->path_state = fact->path_state;
	e->device = fact->device;
	e->inode = fact->inode;
	e->opens = fact->opens;
	e->reads = fact->reads;
	e->writes = fact->writes;
	e->bytes_read = fact->bytes_read;
	e->bytes_written = fact->bytes_written;
	e->failures = fact->failures;
	e->other = eu_operations_all(fact);
	put_operations(teller, &e->operations, fact);
	put_new_path(teller, e, file->renamed_to);
	e->maps = fact->maps;
	e->bytes_mapped = fact->bytes_mapped;
	e->seen = seen(teller, fact->first, fact->last);
	end(teller);
}

static void tell_executable(struct teller *teller, const struct kept *kept)
{
	const struct executable *exe = (const struct executable *)kept;
	struct eu_event_executable_totals *e =
		begin(teller, EU_TYPE(eu_event_executable_totals), sizeof(*e));

	e->path = put(teller, exe->fact.path);
	e->name = put(teller, exe->name);
	e->flags = (exe->fact.more ? MORE : 0) | (exe->fact.cut ? CUT : 0);
	e->path_state = exe->fact.path_state;
	e->origin = exe->fact.origin;
	e->script_origin = exe->fact.script_origin;
	e->count = exe->fact.count;
	e->seen = seen(teller, exe->fact.first, exe->fact.last);
	end(teller);
}

static void tell_peer(struct teller *teller, const struct kept *kept)
{
	struct eu_event_peer_totals *e =
		begin(teller, EU_TYPE(eu_event_peer_totals), sizeof(*e));
	const struct eu_peer_fact *fact = &((const struct peer *)kept)->fact;

	e->transport = put(teller, fact->transport);
	e->address = eu_builder_text(&teller->facts->builder, fact->address, fact->address_len);
	e->container_id = put(teller, fact->container_id);
	e->container_name = put(teller, fact->container_name);
	e->port = fact->port;
	e->inbound = !strcmp(fact->direction, "in");
	e->count = fact->count;
	e->failures = fact->failures;
	e->bytes_sent = fact->bytes_sent;
	e->bytes_received = fact->bytes_received;
	e->source = fact->source;
	e->seen = seen(teller, fact->first, fact->last);
	end(teller);
}

static void tell_span(struct teller *teller, struct container *c)
{
	struct eu_event_container_totals *e =
		begin(teller, EU_TYPE(eu_event_container_totals), sizeof(*e));

	e->seen = seen(teller, c->first, c->last);
	end(teller);
	c->told = c->last;
}

/* From now on it has been told. */
static void tell_kept(struct teller *teller, struct container *c, enum eu_kept kind)
{
	static void (*const tell[])(struct teller *teller, const struct kept *kept) = {
		[EU_KEPT_FILES] = tell_file,
		[EU_KEPT_EXECUTABLES] = tell_executable,
		[EU_KEPT_PEERS] = tell_peer,
	};

	for (struct kept *kept = c->kept[kind]; kept; kept = kept->hh.next) {
		if (kept->changed || teller->all)
			tell[kind](teller, kept);
		kept->changed = false;
	}
}

static void tell_counters(struct teller *teller, const struct container *c)
{
	for (int kind = 0; kind < EU_COUNTED_KINDS; kind++) {
		const struct eu_tally *tally = &c->counted[kind];

		for (size_t i = 0; i < tally->n;) {
			i += eu_counted_build(&teller->facts->builder, kind, c->ref, teller->time,
					      tally->entries + i, tally->n - i);
			teller->take(teller->context, (const void *)teller->facts->builder.bytes);
		}
	}
}

static void tell_confinement(struct teller *teller, const struct container *c)
{
	struct eu_event_confinement *e = begin(teller, EU_TYPE(eu_event_confinement), sizeof(*e));
	const struct eu_confinement_fact *fact = &c->confinement;

	e->confined = (struct eu_confined){
		.inheritable = fact->inheritable,
		.bounding = fact->bounding,
		.user_namespace = fact->user_namespace,
		.seccomp_filters = fact->seccomp_filters,
		.seccomp = fact->seccomp,
		.no_new_privs = fact->no_new_privs,
	};
	e->effective = fact->effective;
	e->permitted = fact->permitted;
	e->ambient = fact->ambient;
	e->libc = put(teller, c->libc);
	end(teller);
}

static void tell_runtimes(struct teller *teller)
{
	teller->ref = 0;
	for (int i = 0; i < EU_RUNTIMES && *teller->facts->runtimes[i].name; i++) {
		struct eu_event_runtime *e = begin(teller, EU_TYPE(eu_event_runtime), sizeof(*e));

		e->name = put(teller, teller->facts->runtimes[i].name);
		e->version = put(teller, teller->facts->runtimes[i].version);
		end(teller);
	}
}

/* What else became a record when it changed, and is told again to who begins in the middle. */
static void tell_records(struct teller *teller, const struct container *c)
{
	tell_counters(teller, c);
	if (c->confined)
		tell_confinement(teller, c);
}

static void tell_container(struct teller *teller, struct container *c)
{
	teller->ref = c->ref;
	for (enum eu_kept kind = 0; kind < EU_KEPT_KINDS; kind++)
		tell_kept(teller, c, kind);
	if (c->told != c->last || teller->all)
		tell_span(teller, c);
	if (teller->all)
		tell_records(teller, c);
}

void eu_totals_tell(struct eu_facts *facts, eu_ref ref, bool all, uint64_t time,
		    void (*take)(void *context, const struct eu_head *record), void *context)
{
	struct teller teller = {
		.facts = facts, .all = all, .time = time, .take = take, .context = context};

	for (struct container *c = facts->containers; c; c = c->hh.next)
		if (!ref || c->ref == ref)
			tell_container(&teller, c);
	if (all)
		tell_runtimes(&teller);
}

void eu_totals_tell_records(struct eu_facts *facts, eu_ref ref, uint64_t time,
			    void (*take)(void *context, const struct eu_head *record),
			    void *context)
{
	struct teller teller = {
		.facts = facts, .ref = ref, .time = time, .take = take, .context = context};
	const struct container *c = eu_facts_find(facts, ref);

	if (c)
		tell_records(&teller, c);
}

void eu_totals_tell_runtimes(struct eu_facts *facts, uint64_t time,
			     void (*take)(void *context, const struct eu_head *record),
			     void *context)
{
	struct teller teller = {
		.facts = facts, .time = time, .take = take, .context = context};

	tell_runtimes(&teller);
}

/* ---- taking back ---- */

/* Is none of it of the time until then, or is there more to it that is not wanted? */
static bool is_outside(const struct eu_facts *facts, const struct eu_seen *seen)
{
	return (facts->whole ? seen->last : seen->first) + facts->wall_offset > facts->until;
}

/* Is some of it of the time after? Then how often says nothing of whether. */
static bool is_beyond(const struct eu_facts *facts, const struct eu_seen *seen)
{
	return seen->last + facts->wall_offset > facts->until;
}

static void set_times(const struct eu_facts *facts, const struct eu_seen *seen, uint64_t *first,
		      uint64_t *last)
{
	*first = seen->first + facts->wall_offset;
	*last = seen->last + facts->wall_offset;
}

/* Where it adds something, that was last at some time until the end. */
static void set_times_beyond(const struct eu_facts *facts, const struct eu_seen *seen,
			     uint64_t *first, uint64_t *last, bool more)
{
	*first = seen->first + facts->wall_offset;
	if (more || !*last)
		*last = facts->until;
}

/* As much as that, if there is more than none. */
static void raise(uint64_t *count, uint64_t to)
{
	if (*count && *count < to)
		*count = to;
}

static void set_operation(struct eu_facts *facts, struct file *file, uint32_t operation,
			  uint64_t count, bool beyond)
{
	uint64_t known = eu_operations_count(&file->fact, operation);

	if (count > known && (known || !beyond))
		eu_facts_operation(facts, file, operation, count - known);
}

/* Entries of another version may be longer. Of what is not told one by one, more is `other`. */
static void take_operations(struct eu_facts *facts, struct file *file,
			    const struct eu_event_file_totals *e, bool beyond)
{
	struct eu_operation_total one;
	uint64_t other = e->other;
	size_t len, size = e->operations.entry;
	const char *at = eu_record_text(&e->head, e->operations.entries, &len), *end = at + len;

	if (!beyond)
		file->fact.n_operations = 0;
	for (; size >= sizeof(one) && size <= (size_t)(end - at); at += size) {
		memcpy(&one, at, sizeof(one));
		if (one.operation == EU_OPERATION_OTHER || one.operation >= EU_OPERATIONS)
			continue;
		set_operation(facts, file, one.operation, one.count, beyond);
		other -= one.count < other ? one.count : other;
	}
	if (other)
		set_operation(facts, file, EU_OPERATION_OTHER, other, beyond);
}

/* The file that has its name now: where it was lost what told of the change, the first that is heard
 * of that one. */
static void take_new_path(struct eu_facts *facts, struct container *c, struct file *file,
			  const struct eu_event_file_totals *e)
{
	size_t len;
	const char *path = eu_record_text(&e->head, e->new_path, &len);
	const struct eu_file_fact who = {
		.path = eu_facts_text(facts, EU_TEXT_PATH, path, len),
		.path_state = e->new_path_state,
		.device = e->new_device,
		.inode = e->new_inode,
	};

	file->renamed_to = len ? eu_facts_file(facts, c, &who) : NULL;
	file->fact.new_path = file->renamed_to ? file->renamed_to->fact.path : NULL;
}

static uint64_t count_all(const struct eu_file_fact *fact)
{
	return fact->opens + fact->reads + fact->writes + fact->maps + fact->failures +
	       eu_operations_all(fact);
}

/* Events have told what was done with it until the end of the time, and what became of it. */
static void take_file_beyond(struct eu_facts *facts, struct file *file,
			     const struct eu_event_file_totals *e)
{
	struct eu_file_fact *fact = &file->fact;
	uint64_t known = count_all(fact);

	take_operations(facts, file, e, true);
	raise(&fact->opens, e->opens);
	raise(&fact->reads, e->reads);
	raise(&fact->writes, e->writes);
	raise(&fact->maps, e->maps);
	raise(&fact->bytes_read, e->bytes_read);
	raise(&fact->bytes_written, e->bytes_written);
	raise(&fact->bytes_mapped, e->bytes_mapped);
	raise(&fact->failures, e->failures);
	set_times_beyond(facts, &e->seen, &fact->first, &fact->last, count_all(fact) > known);
}

static void take_file(struct eu_facts *facts, struct container *c,
		      const struct eu_event_file_totals *e)
{
	size_t len;
	const char *path = eu_record_text(&e->head, e->path, &len);
	const struct eu_file_fact who = {
		.path = eu_facts_text(facts, EU_TEXT_PATH, path, len),
		.path_state = e->path_state,
		.device = e->device,
		.inode = e->inode,
	};
	struct file *file = eu_facts_file(facts, c, &who);

	if (!file)
		return;
	if (is_beyond(facts, &e->seen)) {
		take_file_beyond(facts, file, e);
		return;
	}
	take_operations(facts, file, e, false);
	take_new_path(facts, c, file, e);
	file->fact.changed = e->flags & CHANGED;
	file->fact.created = e->flags & CREATED;
	file->fact.deleted = e->flags & DELETED;
	file->fact.existed = e->flags & EXISTED;
	file->fact.by_init = e->flags & BY_INIT;
	file->fact.by_work = e->flags & BY_WORK;
	file->fact.untimed = e->flags & UNTIMED;
	file->fact.moved = e->flags & MOVED;
	file->fact.opens = e->opens;
	file->fact.reads = e->reads;
	file->fact.writes = e->writes;
	file->fact.bytes_read = e->bytes_read;
	file->fact.bytes_written = e->bytes_written;
	file->fact.failures = e->failures;
	file->fact.maps = e->maps;
	file->fact.bytes_mapped = e->bytes_mapped;
	set_times(facts, &e->seen, &file->fact.first, &file->fact.last);
}

static void take_executable(struct eu_facts *facts, struct container *c,
			    const struct eu_event_executable_totals *e)
{
	size_t path_len, name_len;
	const char *path = eu_record_text(&e->head, e->path, &path_len);
	const char *name = eu_record_text(&e->head, e->name, &name_len);
	const struct eu_executable_fact who = {
		.path = eu_facts_text(facts, EU_TEXT_PATH, path, path_len),
		.path_state = e->path_state,
		.argv = &name,
		.n_argv = 1,
	};
	struct executable *exe;

	name = eu_facts_text(facts, EU_TEXT_NAME, name, name_len);
	exe = eu_facts_executable(facts, c, &who);
	if (!exe)
		return;
	if (!exe->fact.parent) {
		exe->fact.parent = strdup(""); /* what told of it is lost */
		facts->starved += !exe->fact.parent;
	}
	exe->fact.origin |= e->origin;
	exe->fact.script_origin |= e->script_origin;
	if (is_beyond(facts, &e->seen)) {
		set_times_beyond(facts, &e->seen, &exe->fact.first, &exe->fact.last,
				 e->count > exe->fact.count);
	} else {
		exe->fact.more = e->flags & MORE || !exe->n_vectors;
		exe->fact.cut = e->flags & CUT;
		set_times(facts, &e->seen, &exe->fact.first, &exe->fact.last);
	}
	exe->fact.count = e->count;
}

static void copy_text(char *out, size_t size, const struct eu_head *record, struct eu_str str)
{
	size_t len;
	const char *text = eu_record_text(record, str, &len);

	snprintf(out, size, "%.*s", (int)len, text);
}

static uint64_t amount(const struct eu_peer_fact *fact)
{
	return fact->count + fact->failures + fact->bytes_sent + fact->bytes_received;
}

/* Events have told whether there was a connection until the end of the time, and one that failed. */
static void take_peer_beyond(const struct eu_facts *facts, struct eu_peer_fact *fact,
			     const struct eu_event_peer_totals *e)
{
	uint64_t known = amount(fact);

	raise(&fact->count, e->count);
	raise(&fact->failures, e->failures);
	fact->bytes_sent = e->bytes_sent;
	fact->bytes_received = e->bytes_received;
	set_times_beyond(facts, &e->seen, &fact->first, &fact->last, amount(fact) > known);
}

static void take_peer(struct eu_facts *facts, struct container *c,
		      const struct eu_event_peer_totals *e)
{
	char transport[32], id[EU_META_MAX_STRING], name[EU_META_MAX_STRING];
	struct eu_peer_fact who = {.transport = transport,
				   .direction = e->inbound ? "in" : "out",
				   .port = e->port};
	struct peer *peer;

	copy_text(transport, sizeof(transport), &e->head, e->transport);
	copy_text(id, sizeof(id), &e->head, e->container_id);
	copy_text(name, sizeof(name), &e->head, e->container_name);
	who.address = eu_record_text(&e->head, e->address, &who.address_len);
	who.container_id = *id ? id : NULL;
	who.container_name = *name ? name : NULL;
	peer = eu_facts_peer(facts, c, &who);
	if (!peer)
		return;
	peer->fact.source = e->source;
	if (is_beyond(facts, &e->seen)) {
		take_peer_beyond(facts, &peer->fact, e);
		return;
	}
	peer->fact.count = e->count;
	peer->fact.failures = e->failures;
	peer->fact.bytes_sent = e->bytes_sent;
	peer->fact.bytes_received = e->bytes_received;
	set_times(facts, &e->seen, &peer->fact.first, &peer->fact.last);
}

/* NULL: it is no total. */
static const struct eu_seen *seen_of(const struct eu_head *record)
{
	switch (record->type) {
	case EU_TYPE(eu_event_file_totals):
		return &((const struct eu_event_file_totals *)record)->seen;
	case EU_TYPE(eu_event_executable_totals):
		return &((const struct eu_event_executable_totals *)record)->seen;
	case EU_TYPE(eu_event_peer_totals):
		return &((const struct eu_event_peer_totals *)record)->seen;
	case EU_TYPE(eu_event_container_totals):
		return &((const struct eu_event_container_totals *)record)->seen;
	}
	return NULL;
}

void eu_totals_take(struct eu_facts *facts, const struct eu_head *record)
{
	const struct eu_seen *seen = seen_of(record);
	struct container *c = seen && !is_outside(facts, seen) ?
				      eu_facts_container(facts, record->container) : NULL;

	if (!c)
		return;
	switch (record->type) {
	case EU_TYPE(eu_event_file_totals):
		return take_file(facts, c, (const void *)record);
	case EU_TYPE(eu_event_executable_totals):
		return take_executable(facts, c, (const void *)record);
	case EU_TYPE(eu_event_peer_totals):
		return take_peer(facts, c, (const void *)record);
	case EU_TYPE(eu_event_container_totals):
		set_times(facts, seen, &c->first, &c->last);
	}
}
