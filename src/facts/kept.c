/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cleanup.h"
#include "facts/kept.h"
#include "facts/key.h"

/* ---- containers ---- */

struct container *eu_facts_find(const struct eu_facts *facts, eu_ref ref)
{
	struct container *found;

	HASH_FIND(hh, facts->containers, &ref, sizeof(ref), found);
	return found;
}

struct container *eu_facts_container(struct eu_facts *facts, eu_ref ref)
{
	struct container *c = eu_facts_find(facts, ref);

	if (c)
		return c;
	c = calloc(1, sizeof(*c));
	if (c) {
		c->ref = ref;
		HASH_ADD(hh, facts->containers, ref, sizeof(ref), c);
		c = eu_hash_taken(c);
	}
	facts->starved += !c;
	return c;
}

/* ---- what is found by key ---- */

static void free_file(struct kept *kept)
{
	free((void *)((struct file *)kept)->fact.operations);
	free(kept);
}

static void free_executable(struct kept *kept)
{
	struct executable *exe = (struct executable *)kept;

	free((char *)exe->fact.parent);
	for (size_t i = 0; i < exe->n_vectors; i++)
		free(exe->vectors[i].bytes);
	free(exe);
}

static void free_peer(struct kept *kept)
{
	struct peer *peer = (struct peer *)kept;

	free(peer->container_id);
	free(peer->container_name);
	free(peer);
}

static const struct {
	size_t size;
	eu_key_fn key;
	void (*free)(struct kept *kept);
} kinds[EU_KEPT_KINDS] = {
	[EU_KEPT_FILES] = {sizeof(struct file), eu_key_file, free_file},
	[EU_KEPT_EXECUTABLES] = {sizeof(struct executable), eu_key_executable, free_executable},
	[EU_KEPT_PEERS] = {sizeof(struct peer), eu_key_peer, free_peer},
};

const char *eu_facts_text(struct eu_facts *facts, enum eu_text use, const char *text, size_t len)
{
	struct eu_bytes *bytes = &facts->texts[use];

	bytes->len = 0;
	eu_bytes_put(bytes, text, len);
	eu_bytes_char(bytes, '\0');
	return bytes->data;
}

/* There was no memory for the texts or the key. */
static bool forget_failure(struct eu_facts *facts)
{
	bool failed = facts->key.failed;

	facts->key.failed = false;
	for (int i = 0; i < EU_TEXTS; i++) {
		failed |= facts->texts[i].failed;
		facts->texts[i].failed = false;
	}
	return failed;
}

/* The last bytes of its key, which are followed by a NUL. */
static const char *end_of_key(const struct kept *kept, size_t len)
{
	return (const char *)kept->hh.key + kept->hh.keylen - len;
}

/* With the key that was made, which lies behind it. */
static struct kept *new_kept(struct eu_facts *facts, struct container *c, enum eu_kept kind)
{
	size_t size = kinds[kind].size, len = facts->key.len;
	struct kept *kept = calloc(1, size + len + 1);
	char *key = (char *)kept + size;

	if (!kept)
		return NULL;
	memcpy(key, facts->key.data, len);
	HASH_ADD_KEYPTR(hh, c->kept[kind], key, len, kept);
	facts->news = true;
	return eu_hash_taken(kept);
}

static struct kept *find_kept(const struct eu_facts *facts, const struct container *c,
			      enum eu_kept kind)
{
	struct kept *kept;

	HASH_FIND(hh, c->kept[kind], facts->key.data, facts->key.len, kept);
	return kept;
}

/* Zeroed but for its key when it is new; NULL: there is no room for one more, or no memory, which is
 * counted. */
static void *get_kept(struct eu_facts *facts, struct container *c, enum eu_kept kind,
		      const void *who)
{
	struct kept *kept;
	bool failed;

	facts->key.len = 0;
	kinds[kind].key(&facts->key, who, EU_ONE_RUN);
	failed = forget_failure(facts);
	kept = failed ? NULL : find_kept(facts, c, kind);
	if (kept)
		return kept;
	if (!failed && HASH_COUNT(c->kept[kind]) >= EU_FACTS_MAX) {
		c->lost[kind][facts->teller]++;
		return NULL;
	}
	kept = failed ? NULL : new_kept(facts, c, kind);
	facts->starved += !kept;
	return kept;
}

struct file *eu_facts_file(struct eu_facts *facts, struct container *c,
			   const struct eu_file_fact *who)
{
	struct eu_file_fact place = *who;
	struct file *file;

	eu_key_place(&place);
	file = get_kept(facts, c, EU_KEPT_FILES, &place);
	if (!file)
		return NULL;
	if (file->fact.path) {
		eu_key_known_as(&file->fact, who->path_state);
		return file;
	}
	file->fact = (struct eu_file_fact){
		.path = end_of_key(&file->kept, strlen(who->path) + 1),
		.path_state = place.path_state | (who->path_state & EU_PATH_RAW),
		.device = place.device,
		.inode = place.inode,
	};
	return file;
}

/* Most files have none, and few more than two: each is one more entry. */
static struct eu_operation_count *new_operation(struct eu_file_fact *fact, uint32_t operation)
{
	struct eu_operation_count *more = realloc((void *)fact->operations,
						  (fact->n_operations + 1) * sizeof(*more));

	if (!more)
		return NULL;
	fact->operations = more;
	more += fact->n_operations++;
	*more = (struct eu_operation_count){.operation = operation};
	return more;
}

void eu_facts_operation(struct eu_facts *facts, struct file *file, uint32_t operation, uint64_t n)
{
	struct eu_operation_count *own = (void *)file->fact.operations;
	struct eu_operation_count *end = own + file->fact.n_operations;

	while (own < end && own->operation != operation)
		own++;
	if (own == end)
		own = new_operation(&file->fact, operation);
	facts->starved += !own;
	if (own)
		own->count += n;
}

struct executable *eu_facts_executable(struct eu_facts *facts, struct container *c,
				       const struct eu_executable_fact *who)
{
	struct executable *exe = get_kept(facts, c, EU_KEPT_EXECUTABLES, who);

	if (!exe || exe->fact.path)
		return exe;
	exe->name = end_of_key(&exe->kept, strlen(who->argv[0]) + 1);
	exe->fact.path = exe->name - strlen(who->path) - 1;
	exe->fact.path_state = who->path_state;
	return exe;
}

/* NULL without memory, which is counted. */
static char *copy_text(struct eu_facts *facts, const char *text)
{
	char *copy = strdup(text);

	facts->starved += !copy;
	return copy;
}

static void fill_peer(struct eu_facts *facts, struct peer *peer, const struct eu_peer_fact *who)
{
	peer->fact = (struct eu_peer_fact){
		.transport = !strcmp(who->transport, "udp")  ? "udp" :
			     !strcmp(who->transport, "unix") ? "unix" : "tcp",
		.direction = !strcmp(who->direction, "in") ? "in" : "out",
		.port = who->port,
		.address = end_of_key(&peer->kept, who->address_len),
		.address_len = who->address_len,
	};
	if (who->container_id)
		peer->fact.container_id = peer->container_id = copy_text(facts, who->container_id);
}

/* Containers can be renamed. */
static void name_peer(struct eu_facts *facts, struct peer *peer, const char *name)
{
	if (!name || (peer->container_name && !strcmp(peer->container_name, name)))
		return;
	free(peer->container_name);
	peer->fact.container_name = peer->container_name = copy_text(facts, name);
}

struct peer *eu_facts_peer(struct eu_facts *facts, struct container *c,
			   const struct eu_peer_fact *who)
{
	struct peer *peer = get_kept(facts, c, EU_KEPT_PEERS, who);

	if (!peer)
		return NULL;
	if (!peer->fact.transport)
		fill_peer(facts, peer, who);
	name_peer(facts, peer, who->container_name);
	return peer;
}

/* ---- life of the facts ---- */

int eu_facts_new(struct eu_facts **out, struct eu_error *err)
{
	struct eu_facts *facts = calloc(1, sizeof(*facts));
	int ret = facts ? eu_bytes_init(&facts->key, 2 * EU_BYTES_ROOM) : -ENOMEM;

	for (int i = 0; i < EU_TEXTS && !ret; i++)
		ret = eu_bytes_init(&facts->texts[i], 2 * EU_BYTES_ROOM);
	if (ret) {
		eu_facts_free(facts);
		return eu_fail(err, ENOMEM, "out of memory");
	}
	facts->until = UINT64_MAX;
	*out = facts;
	return 0;
}

void eu_facts_clock(struct eu_facts *facts, uint64_t wall_offset)
{
	facts->wall_offset = wall_offset;
}

void eu_facts_until(struct eu_facts *facts, uint64_t until, bool whole)
{
	facts->until = until;
	facts->whole = whole;
}

/* ---- what found no room ---- */

static uint64_t lost_of_kind(const struct container *c, enum eu_kept kind)
{
	uint64_t events = c->lost[kind][EU_TOLD_BY_EVENTS];
	uint64_t totals = c->lost[kind][EU_TOLD_BY_TOTALS];

	return events > totals ? events : totals;
}

static void tell_losses(const struct container *c,
			void (*each)(void *context, eu_ref ref, const char *class, uint64_t count),
			void *context)
{
	static const char *const kept[] = {
		[EU_KEPT_FILES] = "files",
		[EU_KEPT_EXECUTABLES] = "executables",
		[EU_KEPT_PEERS] = "peers",
	};
	static const char *const counted[] = {
		[EU_COUNTED_CALLS] = "syscalls",
		[EU_COUNTED_CAPABILITIES] = "capabilities",
		[EU_COUNTED_VALUES] = "arguments",
	};

	for (enum eu_kept kind = 0; kind < EU_KEPT_KINDS; kind++)
		if (lost_of_kind(c, kind))
			each(context, c->ref, kept[kind], lost_of_kind(c, kind));
	for (int kind = 0; kind < EU_COUNTED_KINDS; kind++)
		if (c->lost_counts[kind])
			each(context, c->ref, counted[kind], c->lost_counts[kind]);
}

void eu_facts_losses(const struct eu_facts *facts,
		     void (*each)(void *context, eu_ref ref, const char *class, uint64_t count),
		     void *context)
{
	for (const struct container *c = facts->containers; c; c = c->hh.next)
		tell_losses(c, each, context);
	if (facts->forgotten_lost)
		each(context, EU_FACTS_FORGOTTEN, "any", facts->forgotten_lost);
}

static void add_forgotten(void *context, eu_ref ref, const char *class, uint64_t count)
{
	struct eu_facts *facts = context;

	(void)ref;
	(void)class;
	facts->forgotten_lost += count;
}

uint64_t eu_facts_starved(const struct eu_facts *facts)
{
	return facts->starved;
}

static void free_kept(struct container *c, enum eu_kept kind)
{
	struct kept *kept, *next;

	HASH_ITER(hh, c->kept[kind], kept, next) {
		HASH_DEL(c->kept[kind], kept);
		kinds[kind].free(kept);
	}
}

static void free_container(struct eu_facts *facts, struct container *c)
{
	eu_contacts_forget(&facts->contacts, c->ref);
	for (enum eu_kept kind = 0; kind < EU_KEPT_KINDS; kind++)
		free_kept(c, kind);
	for (int i = 0; i < EU_COUNTED_KINDS; i++)
		eu_tally_clear(&c->counted[i]);
	free(c->steps);
	HASH_DEL(facts->containers, c);
	free(c);
}

void eu_facts_forget(struct eu_facts *facts, eu_ref ref)
{
	struct container *c = eu_facts_find(facts, ref);

	if (!c)
		return;
	tell_losses(c, add_forgotten, facts);
	free_container(facts, c);
}

void eu_facts_free(struct eu_facts *facts)
{
	struct container *c, *next;

	if (!facts)
		return;
	eu_contacts_forget(&facts->contacts, 0);
	HASH_ITER(hh, facts->containers, c, next)
		free_container(facts, c);
	eu_bytes_free(&facts->key);
	for (int i = 0; i < EU_TEXTS; i++)
		eu_bytes_free(&facts->texts[i]);
	free(facts);
}
