/* SPDX-License-Identifier: Apache-2.0 */
/* Reports of several runs and replicas as one. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <uthash.h>

#include "cleanup.h"
#include "facts/identity.h"
#include "facts/tally.h"
#include "report/merge.h"
#include "report/peer.h"
#include "schema/bytes.h"

/* Where a fact is in its table. */
struct slot {
	size_t index;
	UT_hash_handle hh;
};

/* The facts of one kind, found by key. */
struct table {
	char *items;
	size_t n, room;
	struct slot *slots;
};

enum { SYSCALLS, FILES, EXECUTABLES, PEERS, CAPABILITIES, LOSS, REPLICAS, KINDS };

struct group {
	struct eu_container_report entry;
	struct eu_confinement_fact confinement;
	struct table tables[KINDS];
	struct eu_lifecycle_fact *steps;
	size_t n_steps;
	size_t last_run; /* the newest report that had one of these */
	UT_hash_handle hh;
};

struct eu_merger {
	struct eu_report pub;
	struct eu_container_report *entries; /* of pub */
	struct eu_arena arena;
	struct eu_merge_rules rules;
	struct group *groups;
	struct eu_bytes key;
	size_t runs;
	struct eu_syscall_fact part; /* of the one that is being added */
	uint64_t start; /* when the entrypoint began of what is being added; 0: not known */
	bool failed;    /* no memory */
};

/* ---- memory ---- */

static void *take_room(struct eu_merger *merger, size_t size)
{
	void *room = eu_arena_alloc(&merger->arena, size);

	merger->failed |= !room;
	return room;
}

static const char *keep_bytes(struct eu_merger *merger, const char *bytes, size_t len)
{
	char *copy = take_room(merger, len + 1);

	return copy ? memcpy(copy, bytes, len) : "";
}

static const char *keep(struct eu_merger *merger, const char *text)
{
	if (!text || !*text)
		return text ? "" : NULL;
	return keep_bytes(merger, text, strlen(text));
}

/* Arrays that facts point to have room for a power of two. */
static size_t room_for(size_t n)
{
	size_t room = 1;

	while (room < n)
		room *= 2;
	return room;
}

static void *keep_array(struct eu_merger *merger, const void *items, size_t *n, size_t size)
{
	void *copy = *n ? take_room(merger, room_for(*n) * size) : NULL;

	if (copy)
		memcpy(copy, items, *n * size);
	else
		*n = 0;
	return copy;
}

/* The array with room for one more. */
static void *extend(struct eu_merger *merger, const void *items, size_t n, size_t size)
{
	void *larger;

	if (n && n < room_for(n))
		return (void *)items;
	larger = take_room(merger, room_for(n + 1) * size);
	if (larger && n)
		memcpy(larger, items, n * size);
	return larger;
}

static void widen(uint64_t *first, uint64_t *last, uint64_t more_first, uint64_t more_last)
{
	if (more_first && (!*first || more_first < *first))
		*first = more_first;
	if (more_last > *last)
		*last = more_last;
}

/* Such as the runtime's work before the entrypoint began, where only the workload's is wanted.
 * margin: how far from what they say the times may be. */
static bool is_of_another_phase(const struct eu_merger *merger, uint64_t first, uint64_t last,
				uint64_t margin)
{
	switch (last && merger->start ? merger->rules.phase : EU_PHASE_ANY) {
	case EU_PHASE_MAYBE:
		return last + margin < merger->start;
	case EU_PHASE_WORK:
		return last < merger->start + margin;
	case EU_PHASE_EARLY:
		return first >= merger->start + margin;
	default:
		return false;
	}
}

/* What of a count is of the phase that is wanted; false: nothing. */
static bool take_part(const struct eu_merger *merger, uint64_t *count, uint64_t *init,
		      uint64_t first, uint64_t last)
{
	if (*init == EU_INIT_UNKNOWN)
		return !is_of_another_phase(merger, first, last, EU_PHASE_MARGIN);
	switch (merger->rules.phase) {
	case EU_PHASE_MAYBE:
	case EU_PHASE_WORK:
		*count -= *init;
		*init = 0;
		break;
	case EU_PHASE_EARLY:
		*count = *init;
		break;
	default:
		break;
	}
	return *count;
}

/* ---- system calls ---- */

static void key_text(struct eu_bytes *key, const char *text)
{
	eu_bytes_put(key, text, strlen(text) + 1);
}

static void key_syscall(struct eu_bytes *key, const void *fact)
{
	key_text(key, ((const struct eu_syscall_fact *)fact)->name);
}

static void own_value(struct eu_merger *merger, struct eu_value_fact *fact)
{
	struct eu_argument_fact *arguments = keep_array(merger, fact->arguments, &fact->n_arguments,
							sizeof(*arguments));

	for (size_t i = 0; i < fact->n_arguments; i++) {
		arguments[i].name = keep(merger, arguments[i].name);
		arguments[i].text = keep(merger, arguments[i].text);
	}
	fact->arguments = arguments;
}

bool eu_same_arguments(const struct eu_value_fact *a, const struct eu_value_fact *b)
{
	if (a->n_arguments != b->n_arguments)
		return false;
	for (size_t i = 0; i < a->n_arguments; i++)
		if (a->arguments[i].value != b->arguments[i].value ||
		    strcmp(a->arguments[i].name, b->arguments[i].name))
			return false;
	return true;
}

static void add_value(struct eu_merger *merger, struct eu_syscall_fact *into,
		      struct eu_value_fact more)
{
	struct eu_value_fact *values = (void *)into->values;

	if (!take_part(merger, &more.count, &more.init, more.first, more.last))
		return;
	for (size_t i = 0; i < into->n_values; i++)
		if (eu_same_arguments(&values[i], &more)) {
			values[i].count += more.count;
			values[i].init = eu_init_sum(values[i].init, more.init);
			widen(&values[i].first, &values[i].last, more.first, more.last);
			return;
		}
	values = extend(merger, values, into->n_values, sizeof(*values));
	if (!values)
		return;
	values[into->n_values] = more;
	own_value(merger, &values[into->n_values++]);
	into->values = values;
}

static void add_error(struct eu_merger *merger, struct eu_syscall_fact *into,
		      struct eu_errno_count more)
{
	struct eu_errno_count *errors = (void *)into->errors;

	if (!take_part(merger, &more.count, &more.init, 0, 0))
		return;
	for (size_t i = 0; i < into->n_errors; i++)
		if (errors[i].error == more.error) {
			errors[i].count += more.count;
			errors[i].init = eu_init_sum(errors[i].init, more.init);
			return;
		}
	errors = extend(merger, errors, into->n_errors, sizeof(*errors));
	if (!errors)
		return;
	errors[into->n_errors++] = more;
	into->errors = errors;
}

static void add_details(struct eu_merger *merger, struct eu_syscall_fact *into,
			const struct eu_syscall_fact *from)
{
	for (size_t i = 0; i < from->n_errors; i++)
		add_error(merger, into, from->errors[i]);
	for (size_t i = 0; i < from->n_values; i++)
		add_value(merger, into, from->values[i]);
}

static void own_syscall(struct eu_merger *merger, void *fact)
{
	struct eu_syscall_fact *own = fact, from = *own;

	own->name = keep(merger, own->name);
	own->errors = NULL;
	own->values = NULL;
	own->n_errors = own->n_values = 0;
	add_details(merger, own, &from);
}

static void add_syscall(struct eu_merger *merger, void *into, const void *more)
{
	struct eu_syscall_fact *fact = into;
	const struct eu_syscall_fact *from = more;

	fact->count += from->count;
	fact->init = eu_init_sum(fact->init, from->init);
	widen(&fact->first, &fact->last, from->first, from->last);
	add_details(merger, fact, from);
}

/* Which calls were the runtime's is counted, and needs no times. */
static const void *part_of_syscall(struct eu_merger *merger, const void *fact)
{
	struct eu_syscall_fact *part = &merger->part;

	*part = *(const struct eu_syscall_fact *)fact;
	return take_part(merger, &part->count, &part->init, part->first, part->last) ? part : NULL;
}

/* ---- files ---- */

static void key_file(struct eu_bytes *key, const void *fact)
{
	key_text(key, ((const struct eu_file_fact *)fact)->path);
}

static void own_file(struct eu_merger *merger, void *fact)
{
	struct eu_file_fact *own = fact;

	own->path = keep(merger, own->path);
}

static void add_file(struct eu_merger *merger, void *into, const void *more)
{
	struct eu_file_fact *fact = into;
	const struct eu_file_fact *from = more;

	fact->opens += from->opens;
	fact->reads += from->reads;
	fact->writes += from->writes;
	fact->bytes_read += from->bytes_read;
	fact->bytes_written += from->bytes_written;
	fact->maps += from->maps;
	fact->bytes_mapped += from->bytes_mapped;
	fact->failures += from->failures;
	fact->other += from->other;
	fact->created |= from->created;
	fact->deleted |= from->deleted;
	fact->existed |= from->existed;
	fact->by_init |= from->by_init;
	fact->by_work |= from->by_work;
	fact->untimed |= from->untimed;
	fact->path_cut |= from->path_cut;
	widen(&fact->first, &fact->last, from->first, from->last);
}

static const void *part_of_file(struct eu_merger *merger, const void *fact)
{
	const struct eu_file_fact *file = fact;

	if (file->untimed || (!file->by_init && !file->by_work))
		return is_of_another_phase(merger, file->first, file->last, EU_PHASE_MARGIN) ? NULL
											    : fact;
	switch (merger->rules.phase) {
	case EU_PHASE_MAYBE:
	case EU_PHASE_WORK:
		return file->by_work ? fact : NULL;
	case EU_PHASE_EARLY:
		return file->by_init ? fact : NULL;
	default:
		return fact;
	}
}

/* ---- executables ---- */

enum { MAX_OTHERS = 15 }; /* as in one report */

/* One program file may be many programs: the name it was called by tells which. */
static void key_executable(struct eu_bytes *key, const void *fact)
{
	const struct eu_executable_fact *executable = fact;

	key_text(key, executable->path);
	key_text(key, executable->n_argv ? executable->argv[0] : "");
}

static bool same_argv(const struct eu_argv_fact *a, const struct eu_argv_fact *b)
{
	if (a->n_argv != b->n_argv)
		return false;
	for (size_t i = 0; i < a->n_argv; i++)
		if (strcmp(a->argv[i], b->argv[i]))
			return false;
	return true;
}

static void own_argv(struct eu_merger *merger, struct eu_argv_fact *own)
{
	const char **argv = keep_array(merger, own->argv, &own->n_argv, sizeof(*argv));

	for (size_t i = 0; i < own->n_argv; i++)
		argv[i] = keep(merger, argv[i]);
	own->argv = argv;
}

/* One that is not there yet. */
static void add_argv(struct eu_merger *merger, struct eu_executable_fact *into,
		     const struct eu_argv_fact *more)
{
	struct eu_argv_fact *others = (void *)into->others;

	if (same_argv(&(struct eu_argv_fact){into->argv, into->n_argv}, more))
		return;
	for (size_t i = 0; i < into->n_others; i++)
		if (same_argv(&others[i], more))
			return;
	if (into->n_others == MAX_OTHERS) {
		into->more = true;
		return;
	}
	others = extend(merger, others, into->n_others, sizeof(*others));
	if (!others)
		return;
	others[into->n_others] = *more;
	own_argv(merger, &others[into->n_others++]);
	into->others = others;
}

static void add_others(struct eu_merger *merger, struct eu_executable_fact *into,
		       const struct eu_argv_fact *others, size_t n)
{
	for (size_t i = 0; i < n; i++)
		add_argv(merger, into, &others[i]);
}

static void own_executable(struct eu_merger *merger, void *fact)
{
	struct eu_executable_fact *own = fact;
	struct eu_argv_fact first = {own->argv, own->n_argv};
	const struct eu_argv_fact *others = own->others;
	size_t n = own->n_others;

	own_argv(merger, &first);
	own->argv = first.argv;
	own->n_argv = first.n_argv;
	own->path = keep(merger, own->path);
	own->parent = keep(merger, own->parent);
	own->others = NULL;
	own->n_others = 0;
	add_others(merger, own, others, n);
}

static void add_executable(struct eu_merger *merger, void *into, const void *more)
{
	struct eu_executable_fact *fact = into;
	const struct eu_executable_fact *from = more;

	add_argv(merger, fact, &(struct eu_argv_fact){from->argv, from->n_argv});
	add_others(merger, fact, from->others, from->n_others);
	fact->more |= from->more;
	fact->cut |= from->cut;
	fact->count += from->count;
	widen(&fact->first, &fact->last, from->first, from->last);
}

/* ---- peers ---- */

static void key_peer(struct eu_bytes *key, const void *fact)
{
	const struct eu_peer_fact *peer = fact;

	key_text(key, peer->transport);
	key_text(key, peer->direction);
	eu_bytes_u64(key, peer->port);
	eu_bytes_char(key, ' ');
	key_text(key, eu_peer_name(peer) ?: ""); /* ids change from run to run */
	eu_bytes_put(key, peer->address, peer->address_len);
}

static void own_peer(struct eu_merger *merger, void *fact)
{
	struct eu_peer_fact *own = fact;

	own->transport = keep(merger, own->transport);
	own->direction = keep(merger, own->direction);
	own->address = keep_bytes(merger, own->address, own->address_len);
	own->container_id = keep(merger, own->container_id);
	own->container_name = keep(merger, own->container_name);
}

static void add_peer(struct eu_merger *merger, void *into, const void *more)
{
	struct eu_peer_fact *fact = into;
	const struct eu_peer_fact *from = more;

	fact->bytes_sent += from->bytes_sent;
	fact->bytes_received += from->bytes_received;
	fact->count += from->count;
	fact->failures += from->failures;
	widen(&fact->first, &fact->last, from->first, from->last);
}

/* ---- capabilities ---- */

static void key_capability(struct eu_bytes *key, const void *fact)
{
	key_text(key, ((const struct eu_capability_fact *)fact)->name);
}

static void own_capability(struct eu_merger *merger, void *fact)
{
	struct eu_capability_fact *own = fact;
	const char **calls = keep_array(merger, own->syscalls, &own->n_syscalls, sizeof(*calls));

	for (size_t i = 0; i < own->n_syscalls; i++)
		calls[i] = keep(merger, calls[i]);
	own->name = keep(merger, own->name);
	own->syscalls = calls;
}

static void add_call(struct eu_merger *merger, struct eu_capability_fact *into, const char *call)
{
	const char **calls = (void *)into->syscalls;

	for (size_t i = 0; i < into->n_syscalls; i++)
		if (!strcmp(calls[i], call))
			return;
	calls = extend(merger, calls, into->n_syscalls, sizeof(*calls));
	if (!calls)
		return;
	calls[into->n_syscalls++] = keep(merger, call);
	into->syscalls = calls;
}

static void add_capability(struct eu_merger *merger, void *into, const void *more)
{
	struct eu_capability_fact *fact = into;
	const struct eu_capability_fact *from = more;

	fact->granted += from->granted;
	fact->refused += from->refused;
	fact->below += from->below;
	fact->init_granted += from->init_granted;
	fact->init_refused += from->init_refused;
	widen(&fact->first, &fact->last, from->first, from->last);
	for (size_t i = 0; i < from->n_syscalls; i++)
		add_call(merger, fact, from->syscalls[i]);
}

/* ---- losses ---- */

static void key_loss(struct eu_bytes *key, const void *fact)
{
	const struct eu_loss *loss = fact;

	key_text(key, loss->container ? "own" : "anybody's");
	key_text(key, loss->class);
	key_text(key, loss->place);
}

static void own_loss(struct eu_merger *merger, void *fact)
{
	struct eu_loss *own = fact;

	own->class = keep(merger, own->class);
	own->place = keep(merger, own->place);
}

static void add_loss(struct eu_merger *merger, void *into, const void *more)
{
	((struct eu_loss *)into)->count += ((const struct eu_loss *)more)->count;
}

/* ---- who ---- */

static void key_replica(struct eu_bytes *key, const void *fact)
{
	const struct eu_replica_fact *replica = fact;

	key_text(key, replica->host);
	key_text(key, replica->id);
	key_text(key, replica->name);
}

static void own_replica(struct eu_merger *merger, void *fact)
{
	struct eu_replica_fact *own = fact;

	own->id = keep(merger, own->id);
	own->name = keep(merger, own->name);
	own->host = keep(merger, own->host);
}

static void add_replica(struct eu_merger *merger, void *into, const void *more)
{
	struct eu_replica_fact *fact = into;
	const struct eu_replica_fact *from = more;

	fact->existed |= from->existed;
	widen(&fact->first, &fact->last, from->first, from->last);
}

/* ---- tables ---- */

static const struct kind {
	size_t size;
	size_t list, n; /* where in struct eu_container_report */
	size_t first, last; /* where in the fact; 0: nowhere */
	const void *(*part)(struct eu_merger *merger, const void *fact); /* instead of times, or NULL */
	void (*key)(struct eu_bytes *key, const void *fact);
	void (*own)(struct eu_merger *merger, void *fact); /* of a plain copy */
	void (*add)(struct eu_merger *merger, void *into, const void *fact);
} kinds[KINDS] = {
#define KIND(member, one, ...)                                                                     \
	{                                                                                          \
		.size = sizeof(*((struct eu_container_report *)0)->member),                        \
		.list = offsetof(struct eu_container_report, member),                              \
		.n = offsetof(struct eu_container_report, n_##member),                             \
		.key = key_##one, .own = own_##one, .add = add_##one, __VA_ARGS__                  \
	}
#define TIMES(fact) .first = offsetof(struct fact, first), .last = offsetof(struct fact, last)
	[SYSCALLS] = KIND(syscalls, syscall, .part = part_of_syscall),
	[FILES] = KIND(files, file, .part = part_of_file),
	[EXECUTABLES] = KIND(executables, executable, TIMES(eu_executable_fact)),
	[PEERS] = KIND(peers, peer, TIMES(eu_peer_fact)),
	[CAPABILITIES] = KIND(capabilities, capability, TIMES(eu_capability_fact)),
	[LOSS] = KIND(loss, loss),
	[REPLICAS] = KIND(replicas, replica),
};

static void append(struct eu_merger *merger, struct table *table, const struct kind *kind,
		   const void *fact)
{
	struct slot *slot = take_room(merger, sizeof(*slot));
	char *key = take_room(merger, merger->key.len);

	if (table->n == table->room) {
		size_t room = table->room ? 2 * table->room : 16;
		char *items = realloc(table->items, room * kind->size);

		merger->failed |= !items;
		if (!items)
			return;
		table->items = items;
		table->room = room;
	}
	if (!slot || !key)
		return;
	memcpy(key, merger->key.data, merger->key.len);
	memcpy(table->items + table->n * kind->size, fact, kind->size);
	kind->own(merger, table->items + table->n * kind->size);
	slot->index = table->n++;
	HASH_ADD_KEYPTR(hh, table->slots, key, merger->key.len, slot);
}

static void add_fact(struct eu_merger *merger, struct table *table, const struct kind *kind,
		     const void *fact)
{
	struct slot *found;

	merger->key.len = 0;
	kind->key(&merger->key, fact);
	HASH_FIND(hh, table->slots, merger->key.data, merger->key.len, found);
	if (found)
		kind->add(merger, table->items + found->index * kind->size, fact);
	else
		append(merger, table, kind, fact);
}

/* What of it is wanted; NULL: nothing. */
static const void *wanted_of(struct eu_merger *merger, const struct kind *kind, const char *fact)
{
	uint64_t first, last;

	if (kind->part)
		return kind->part(merger, fact);
	if (!kind->last)
		return fact;
	memcpy(&first, fact + kind->first, sizeof(first));
	memcpy(&last, fact + kind->last, sizeof(last));
	return is_of_another_phase(merger, first, last, 0) ? NULL : fact;
}

static void add_facts(struct eu_merger *merger, struct group *group, unsigned which,
		      const struct eu_container_report *from)
{
	const struct kind *kind = &kinds[which];
	const char *facts;
	size_t n;

	memcpy(&facts, (const char *)from + kind->list, sizeof(facts));
	memcpy(&n, (const char *)from + kind->n, sizeof(n));
	for (size_t i = 0; i < n; i++) {
		const void *fact = wanted_of(merger, kind, facts + i * kind->size);

		if (fact)
			add_fact(merger, &group->tables[which], kind, fact);
	}
}

/* ---- what is not found by key ---- */

/* Both are in order of time, and so is what becomes of them. */
static void add_steps(struct eu_merger *merger, struct group *group,
		      const struct eu_container_report *from)
{
	size_t n = group->n_steps + from->n_lifecycle, a = 0, b = 0;
	struct eu_lifecycle_fact *steps = calloc(n + 1, sizeof(*steps));

	merger->failed |= !steps;
	for (size_t i = 0; steps && i < n; i++) {
		bool more = a == group->n_steps ||
			    (b < from->n_lifecycle && from->lifecycle[b].time < group->steps[a].time);

		if (!more) {
			steps[i] = group->steps[a++];
			continue;
		}
		steps[i] = from->lifecycle[b++];
		steps[i].action = keep(merger, steps[i].action);
		steps[i].detail = keep(merger, steps[i].detail);
	}
	if (!steps)
		return;
	free(group->steps);
	group->steps = steps;
	group->n_steps = n;
}

/* What any of them was allowed: that is what the image may have needed. */
static void add_confinement(struct eu_merger *merger, struct group *group,
			    const struct eu_confinement_fact *from)
{
	struct eu_confinement_fact *into = &group->confinement;

	if (!from)
		return;
	if (!group->entry.confinement) {
		*into = *from;
		into->libc = keep(merger, from->libc);
		group->entry.confinement = into;
		return;
	}
	into->no_new_privs &= from->no_new_privs;
	if (from->initial_user_namespace && !into->initial_user_namespace)
		into->user_namespace = from->user_namespace;
	into->initial_user_namespace |= from->initial_user_namespace;
	if (from->seccomp < into->seccomp)
		into->seccomp = from->seccomp;
	if (from->seccomp_filters < into->seccomp_filters)
		into->seccomp_filters = from->seccomp_filters;
	into->inheritable |= from->inheritable;
	into->permitted |= from->permitted;
	into->effective |= from->effective;
	into->bounding |= from->bounding;
	into->ambient |= from->ambient;
	if (!*into->libc)
		into->libc = keep(merger, from->libc);
}

static void add_itself(struct eu_merger *merger, struct group *group, const char *host,
		       const struct eu_container_report *from)
{
	const struct eu_replica_fact replica = {
	    .id = from->container.id,
	    .name = from->container.name,
	    .host = host,
	    .existed = from->container.existed,
	    .first = from->first,
	    .last = from->last,
	};

	if (from->n_replicas)
		add_facts(merger, group, REPLICAS, from);
	else
		add_fact(merger, &group->tables[REPLICAS], &kinds[REPLICAS], &replica);
	if (group->last_run != merger->runs || !group->entry.runs)
		group->entry.runs += from->runs ?: 1;
	group->last_run = merger->runs;
}

/* ---- groups ---- */

static void key_group(const struct eu_merger *merger, struct eu_bytes *key,
		      const struct eu_container *container)
{
	if (merger->rules.by_image_name && *container->image_name) {
		key_text(key, "image");
		key_text(key, container->image_name);
	} else if (!merger->rules.by_image_name && *container->image_digest) {
		key_text(key, "digest");
		key_text(key, container->image_digest);
	} else if (*container->image_name) {
		key_text(key, "image");
		key_text(key, container->image_name);
		key_text(key, container->image_tag);
	} else {
		key_text(key, "container");
		key_text(key, container->name);
	}
}

static struct group *get_group(struct eu_merger *merger, const char *host,
			       const struct eu_container_report *from)
{
	struct group *group;
	char *key;

	merger->key.len = 0;
	key_group(merger, &merger->key, &from->container);
	HASH_FIND(hh, merger->groups, merger->key.data, merger->key.len, group);
	if (group)
		return group;
	group = take_room(merger, sizeof(*group));
	key = take_room(merger, merger->key.len);
	if (!group || !key)
		return NULL;
	memcpy(key, merger->key.data, merger->key.len);
	HASH_ADD_KEYPTR(hh, merger->groups, key, merger->key.len, group);
	merger->failed |= !eu_identity_copy(&merger->arena, &group->entry.container,
					    &from->container);
	group->entry.host = keep(merger, host);
	return group;
}

uint64_t eu_report_start(const struct eu_container_report *container)
{
	for (size_t i = 0; i < container->n_lifecycle; i++)
		if (!strcmp(container->lifecycle[i].action, "started"))
			return container->lifecycle[i].time;
	return 0;
}

static void add_container(struct eu_merger *merger, const struct eu_report *report,
			  const struct eu_container_report *from)
{
	const char *host = from->host ?: report->host;
	struct group *group = get_group(merger, host, from);

	if (!group)
		return;
	merger->start = eu_report_start(from);
	widen(&group->entry.first, &group->entry.last, from->first, from->last);
	if (!group->entry.runtime_version)
		group->entry.runtime_version = keep(merger, from->runtime_version);
	for (unsigned kind = 0; kind < REPLICAS; kind++)
		add_facts(merger, group, kind, from);
	add_steps(merger, group, from);
	add_confinement(merger, group, from->confinement);
	add_itself(merger, group, host, from);
}

/* ---- the merged report ---- */

/* "edge-1, edge-2" */
static void add_host(struct eu_merger *merger, const char *host)
{
	const char *before = merger->pub.host;
	size_t len = strlen(before), more = strlen(host);
	char *both;

	for (const char *at = before; (at = strstr(at, host)) && more; at += more)
		if ((at == before || at[-1] == ' ') && (!at[more] || at[more] == ','))
			return;
	if (!len) {
		merger->pub.host = keep(merger, host);
		return;
	}
	both = take_room(merger, len + more + 3);
	if (!both)
		return;
	memcpy(both, before, len);
	memcpy(both + len, ", ", 2);
	memcpy(both + len + 2, host, more);
	merger->pub.host = both;
}

int eu_merger_add(struct eu_merger *merger, const struct eu_report *report, struct eu_error *err)
{
	merger->pub.complete &= report->complete;
	add_host(merger, report->host);
	widen(&merger->pub.first, &merger->pub.last, report->first, report->last);
	for (size_t i = 0; i < report->n_containers; i++)
		add_container(merger, report, &report->containers[i]);
	merger->runs += !report->partial;
	free(merger->entries);
	merger->entries = calloc(HASH_COUNT(merger->groups) + 1, sizeof(*merger->entries));
	if (!merger->entries || merger->failed || merger->key.failed)
		return eu_fail(err, ENOMEM, "out of memory");
	return 0;
}

static void publish(const struct group *group, struct eu_container_report *out)
{
	*out = group->entry;
	for (unsigned i = 0; i < KINDS; i++) {
		const struct table *table = &group->tables[i];

		memcpy((char *)out + kinds[i].list, &table->items, sizeof(table->items));
		memcpy((char *)out + kinds[i].n, &table->n, sizeof(table->n));
	}
	for (size_t i = 0; i < out->n_loss; i++) {
		struct eu_loss *loss = (struct eu_loss *)&out->loss[i];

		loss->container = loss->container ? &out->container : NULL;
	}
	out->lifecycle = group->steps;
	out->n_lifecycle = group->n_steps;
}

const struct eu_report *eu_merger_report(struct eu_merger *merger)
{
	merger->pub.n_containers = 0;
	for (struct group *group = merger->groups; group && merger->entries; group = group->hh.next)
		publish(group, &merger->entries[merger->pub.n_containers++]);
	merger->pub.containers = merger->entries;
	return &merger->pub;
}

/* ---- life ---- */

int eu_merger_new(struct eu_merger **out, struct eu_error *err)
{
	struct eu_merger *merger = calloc(1, sizeof(*merger));

	if (!merger || eu_bytes_init(&merger->key, 2 * EU_BYTES_ROOM)) {
		free(merger);
		return eu_fail(err, ENOMEM, "out of memory");
	}
	merger->pub.host = "";
	merger->pub.complete = true;
	*out = merger;
	return 0;
}

void eu_merger_rule(struct eu_merger *merger, const struct eu_merge_rules *rules)
{
	merger->rules = *rules;
}

static void free_group(struct group *group)
{
	for (unsigned i = 0; i < KINDS; i++) {
		HASH_CLEAR(hh, group->tables[i].slots);
		free(group->tables[i].items);
	}
	free(group->steps);
}

void eu_merger_free(struct eu_merger *merger)
{
	if (!merger)
		return;
	for (struct group *group = merger->groups; group; group = group->hh.next)
		free_group(group);
	HASH_CLEAR(hh, merger->groups);
	eu_arena_free(&merger->arena);
	eu_bytes_free(&merger->key);
	free(merger->entries);
	free(merger);
}
