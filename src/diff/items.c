/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diff/items.h"
#include "facts/operations.h"
#include "report/json.h"
#include "report/peer.h"
#include "schema/names.h"

enum { KERNELS_OWN = 512 }; /* ERESTARTSYS and its kin begin here */

static bool ends_component(char c)
{
	return !c || c == '/';
}

/* ---- items ---- */

static const char *keep(struct eu_items *items, const char *text)
{
	const char *copy = eu_arena_text(items->arena, text);

	items->failed |= *text && !*copy;
	return copy;
}

/* What has been written to items->text, as a text of its own. */
static const char *written(struct eu_items *items)
{
	items->failed |= items->text.failed;
	eu_bytes_char(&items->text, '\0');
	return items->text.data;
}

static void begin_text(struct eu_items *items)
{
	items->text.len = 0;
}

#define KEY_SIZE 8192 /* twice a path: what is longer comes from a forged recording */

/* Hashed are the kind and the text. */
static size_t make_key(char key[KEY_SIZE], enum eu_diff_kind kind, const char *what)
{
	size_t len = strnlen(what, KEY_SIZE - 1);

	key[0] = kind;
	memcpy(key + 1, what, len);
	return len + 1;
}

static struct eu_item *find(const struct eu_items *items, enum eu_diff_kind kind, const char *what)
{
	char key[KEY_SIZE];
	size_t len = make_key(key, kind, what);
	struct eu_item *found;

	HASH_FIND(hh, items->items, key, len, found);
	return found;
}

struct eu_item *eu_items_find(const struct eu_items *items, const struct eu_item *like)
{
	return find(items, like->fact.kind, like->fact.what);
}

/* NULL without memory. */
static struct eu_item *get(struct eu_items *items, enum eu_diff_kind kind, const char *what)
{
	struct eu_item *item = find(items, kind, what);
	char key[KEY_SIZE], *own;
	size_t len;

	if (item)
		return item;
	len = make_key(key, kind, what);
	item = eu_arena_alloc(items->arena, sizeof(*item));
	own = eu_arena_alloc(items->arena, len);
	items->failed |= !item || !own;
	if (!item || !own)
		return NULL;
	memcpy(own, key, len);
	item->fact = (struct eu_difference){.kind = kind, .what = keep(items, what)};
	HASH_ADD_KEYPTR(hh, items->items, own, len, item);
	items->failed |= !eu_hash_took(item);
	return eu_hash_took(item) ? item : NULL;
}

bool eu_item_has(const struct eu_item *item, const char *aspect)
{
	for (size_t i = 0; i < item->fact.n_aspects; i++)
		if (!strcmp(item->fact.aspects[i], aspect))
			return true;
	return false;
}

/* The array has room for a power of two. */
static void add_aspect(struct eu_items *items, struct eu_item *item, const char *aspect)
{
	const char **aspects = item ? (void *)item->fact.aspects : NULL;
	size_t n = item ? item->fact.n_aspects : 0;

	if (!item || eu_item_has(item, aspect))
		return;
	if (!(n & (n - 1))) {
		aspects = eu_arena_alloc(items->arena, (n ? 2 * n : 1) * sizeof(*aspects));
		items->failed |= !aspects;
		if (!aspects)
			return;
		if (n)
			memcpy(aspects, item->fact.aspects, n * sizeof(*aspects));
		item->fact.aspects = aspects;
	}
	aspects[n] = keep(items, aspect);
	item->fact.n_aspects++;
}

/* ---- system calls ---- */

/* May come and go from run to run, and nobody does anything else. */
static bool is_of_timing(const char *call, int error)
{
	static const char *const forks[] = {"fork", "vfork", "clone", "clone3"};

	if (error != EAGAIN)
		return error == EINTR || error >= KERNELS_OWN;
	for (size_t i = 0; i < sizeof(forks) / sizeof(*forks); i++)
		if (!strcmp(call, forks[i]))
			return false; /* a limit was reached */
	return true;
}

static const char *error_name(char room[16], int error)
{
	const char *name = eu_name_errno(error);

	if (name)
		return name;
	snprintf(room, 16, "%d", error);
	return room;
}

uint64_t eu_diff_errors(const struct eu_container_report *container, const char *call,
			const char *error)
{
	char room[16];

	for (size_t i = 0; i < container->n_syscalls; i++) {
		const struct eu_syscall_fact *fact = &container->syscalls[i];

		for (size_t e = 0; e < fact->n_errors && !strcmp(fact->name, call); e++)
			if (!strcmp(error_name(room, fact->errors[e].error), error))
				return fact->errors[e].count;
	}
	return 0;
}

static void write_arguments(struct eu_bytes *out, const struct eu_value_fact *fact)
{
	for (size_t i = 0; i < fact->n_arguments; i++) {
		const struct eu_argument_fact *argument = &fact->arguments[i];

		if (i)
			eu_bytes_char(out, ' ');
		eu_bytes_puts(out, argument->name);
		eu_bytes_char(out, '=');
		if (argument->text)
			eu_bytes_puts(out, argument->text);
		else
			eu_bytes_u64(out, argument->value);
	}
}

static void take_values(struct eu_items *items, const struct eu_syscall_fact *fact)
{
	for (size_t i = 0; i < fact->n_values; i++) {
		struct eu_item *item = get(items, EU_DIFF_ARGUMENTS, fact->name);

		begin_text(items);
		write_arguments(&items->text, &fact->values[i]);
		add_aspect(items, item, written(items));
		if (item)
			item->fact.count += fact->values[i].count;
	}
}

static void take_syscall(struct eu_items *items, const struct eu_syscall_fact *fact)
{
	struct eu_item *item;
	char room[16];

	if (!strcmp(fact->name, "restart_syscall"))
		return;
	item = get(items, EU_DIFF_SYSCALLS, fact->name);
	if (item)
		item->fact.count += fact->count;
	for (size_t i = 0; i < fact->n_errors; i++)
		if (!is_of_timing(fact->name, fact->errors[i].error))
			add_aspect(items, item, error_name(room, fact->errors[i].error));
	take_values(items, fact);
}

/* ---- files ---- */

/* Nothing is left under its name, which is mostly another one in each run: what was done under it
 * is told of the new one. Not where the path is not all there is to say. */
struct eu_moved {
	const struct eu_file_fact *fact;
	UT_hash_handle hh;
	char key[];
};

enum { MOVES = 32 }; /* more of one file are forged */

static bool is_moved(const struct eu_file_fact *fact)
{
	return fact->moved && fact->new_path &&
	       !(fact->path_state & ~(EU_PATH_CHROOT | EU_PATH_RAW));
}

/* As it was passed, or resolved: of what was told so and so a report has one entry. */
static char moved_key(uint32_t path_state)
{
	return path_state & ~EU_PATH_RAW;
}

static const struct eu_moved *find_moved(const struct eu_items *items, uint32_t path_state,
					 const char *path, size_t len)
{
	char key[KEY_SIZE];
	struct eu_moved *found;

	if (len >= KEY_SIZE)
		return NULL;
	key[0] = moved_key(path_state);
	memcpy(key + 1, path, len);
	HASH_FIND(hh, items->moved, key, len + 1, found);
	return found;
}

static void note_moved(struct eu_items *items, const struct eu_file_fact *fact)
{
	size_t len = strlen(fact->path);
	struct eu_moved *moved;

	if (!is_moved(fact) || find_moved(items, fact->path_state, fact->path, len))
		return;
	moved = eu_arena_alloc(items->arena, sizeof(*moved) + len + 1);
	if (moved) {
		moved->fact = fact;
		moved->key[0] = moved_key(fact->path_state);
		memcpy(moved->key + 1, fact->path, len);
		HASH_ADD_KEYPTR(hh, items->moved, moved->key, len + 1, moved);
	}
	items->failed |= !moved || !eu_hash_took(moved);
}

static const char *joined(struct eu_items *items, const char *directory, const char *rest)
{
	size_t len = strlen(directory), more = strlen(rest) + 1;
	char *path = eu_arena_alloc(items->arena, len + more);

	items->failed |= !path;
	if (!path)
		return NULL;
	memcpy(path, directory, len);
	memcpy(path + len, rest, more);
	return path;
}

/* After one more move, of itself or of a directory that it is in; NULL: it was not moved. */
static const char *moved_to(struct eu_items *items, uint32_t path_state, const char *path)
{
	for (size_t len = strlen(path); len; len--) {
		const struct eu_moved *moved;

		if (!ends_component(path[len]))
			continue;
		moved = find_moved(items, path_state, path, len);
		if (moved)
			return joined(items, moved->fact->new_path, path + len);
	}
	return NULL;
}

static const char *last_name(struct eu_items *items, const struct eu_file_fact *fact)
{
	const char *path = fact->path;

	for (unsigned i = 0; i < MOVES; i++) {
		const char *next = moved_to(items, fact->path_state, path);

		if (!next)
			return path;
		path = next;
	}
	return fact->path;
}

/* What removes a file is told as that. What a container has made itself, it may write anew as often as
 * it has the time to. */
static bool is_told(const struct eu_file_fact *fact, uint32_t operation)
{
	if (operation == EU_OPERATION_OTHER || eu_operation_removes(operation))
		return fact->deleted;
	if (operation == EU_OPERATION_TRUNCATE)
		return fact->created;
	return is_moved(fact) &&
	       (operation == EU_OPERATION_RENAME || operation == EU_OPERATION_RENAME_TO);
}

/* False: there is nothing to say. */
static bool take_operations(struct eu_items *items, struct eu_item *item,
			    const struct eu_file_fact *fact)
{
	bool any = false;

	for (size_t i = 0; i < fact->n_operations; i++) {
		uint32_t operation = fact->operations[i].operation;

		if (is_told(fact, operation))
			continue;
		add_aspect(items, item, eu_file_operation_name(operation));
		any = true;
	}
	return any;
}

static void take_file(struct eu_items *items, const struct eu_file_fact *fact)
{
	bool read = fact->reads || fact->bytes_read || fact->maps, written_to = fact->writes || fact->bytes_written;
	uint64_t tried = fact->opens + eu_operations_all(fact);
	bool failed = fact->failures && fact->failures >= tried;
	struct eu_item *item;

	begin_text(items);
	eu_diff_path(&items->text, last_name(items, fact));
	item = get(items, EU_DIFF_FILES, written(items));
	if (item)
		item->fact.count += tried ?: fact->reads + fact->writes;
	if (read)
		add_aspect(items, item, "read");
	if (written_to)
		add_aspect(items, item, "write");
	if (fact->created && !is_moved(fact))
		add_aspect(items, item, "create");
	if (fact->deleted)
		add_aspect(items, item, "delete");
	if (failed && !read && !written_to)
		add_aspect(items, item, "fail");
	else if (!take_operations(items, item, fact) && fact->opens && !read && !written_to &&
		 !fact->created)
		add_aspect(items, item, "open");
}

/* ---- executables ---- */

static const char *base_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && slash[1] ? slash + 1 : path;
}

static void take_executable(struct eu_items *items, const struct eu_executable_fact *fact)
{
	const char *name = fact->n_argv ? base_of(fact->argv[0]) : "";
	struct eu_item *item;

	begin_text(items);
	eu_diff_path(&items->text, fact->path);
	item = get(items, EU_DIFF_EXECUTABLES, written(items));
	if (item)
		item->fact.count += fact->count;
	if (*name && strcmp(name, base_of(fact->path)))
		add_aspect(items, item, name);
}

/* ---- peers ---- */

struct eu_port {
	unsigned n;
	uint16_t seen[2]; /* the first two */
	UT_hash_handle hh;
	char key[];
};

static bool is_ephemeral(uint16_t port)
{
	return port >= EU_EPHEMERAL_FIRST && port <= EU_EPHEMERAL_LAST;
}

static size_t port_key(char *out, size_t size, const struct eu_peer_fact *fact)
{
	int n = snprintf(out, size, "%s %s %s", fact->transport, fact->direction,
			 eu_peer_name(fact) ?: fact->address);

	return (size_t)n < size ? (size_t)n : size - 1;
}

static int note_port(struct eu_ports *ports, const struct eu_peer_fact *fact)
{
	char key[600];
	size_t len = port_key(key, sizeof(key), fact);
	struct eu_port *port;

	HASH_FIND(hh, ports->ports, key, len, port);
	if (!port) {
		port = calloc(1, sizeof(*port) + len);
		if (!port)
			return -ENOMEM;
		memcpy(port->key, key, len);
		HASH_ADD_KEYPTR(hh, ports->ports, port->key, len, port);
		port = eu_hash_taken(port);
		if (!port)
			return -ENOMEM;
	}
	for (unsigned i = 0; i < port->n && i < 2; i++)
		if (port->seen[i] == fact->port)
			return 0;
	if (port->n < 2)
		port->seen[port->n] = fact->port;
	port->n++;
	return 0;
}

int eu_ports_add(struct eu_ports *ports, const struct eu_container_report *container)
{
	int ret = 0;

	for (size_t i = 0; i < container->n_peers && !ret; i++)
		if (is_ephemeral(container->peers[i].port))
			ret = note_port(ports, &container->peers[i]);
	return ret;
}

void eu_ports_free(struct eu_ports *ports)
{
	struct eu_port *port, *next;

	HASH_ITER(hh, ports->ports, port, next) {
		HASH_DEL(ports->ports, port);
		free(port);
	}
}

static bool is_any_port(const struct eu_ports *ports, const struct eu_peer_fact *fact)
{
	char key[600];
	size_t len = port_key(key, sizeof(key), fact);
	struct eu_port *port;

	if (!is_ephemeral(fact->port))
		return false;
	HASH_FIND(hh, ports->ports, key, len, port);
	return !strcmp(fact->transport, "udp") || (port && port->n > 2);
}

/* "to web:80 (tcp)", "from 198.51.100.3 at 8080 (tcp)", "to [::1]:53 (udp)",
 * "from web at /run/db.sock (unix)", "at /run/db.sock (unix)" */
static void write_peer(struct eu_bytes *out, const struct eu_peer_fact *fact, bool any_port)
{
	const char *name = eu_peer_name(fact);
	bool in = !strcmp(fact->direction, "in");
	bool v6 = !name && !in && fact->port && strchr(fact->address, ':');
	bool served = eu_peer_is_served(fact);

	if (!served || name)
		eu_bytes_puts(out, in ? "from " : v6 ? "to [" : "to ");
	eu_bytes_puts(out, name ?: "");
	if (served)
		eu_bytes_puts(out, name ? " at " : "at ");
	if (served || !name)
		eu_diff_path(out, fact->address);
	eu_bytes_puts(out, v6 ? "]" : "");
	if (fact->port) {
		eu_bytes_puts(out, in ? " at " : ":");
		if (any_port)
			eu_bytes_puts(out, "ephemeral");
		else
			eu_bytes_u64(out, fact->port);
	}
	eu_bytes_puts(out, " (");
	eu_bytes_puts(out, fact->transport);
	eu_bytes_char(out, ')');
}

static void take_peer(struct eu_items *items, const struct eu_peer_fact *fact,
		      const struct eu_ports *ports)
{
	bool any_port = is_any_port(ports, fact);
	struct eu_item *item;

	begin_text(items);
	write_peer(&items->text, fact, any_port);
	item = get(items, EU_DIFF_PEERS, written(items));
	if (!item)
		return;
	item->fact.count += fact->count;
	item->fact.any_port = any_port;
	if (!item->fact.peer)
		item->fact.peer = fact;
	add_aspect(items, item,
		   fact->failures && fact->failures >= fact->count ? "failed" : "reached");
}

/* ---- privileges ---- */

static void take_capability(struct eu_items *items, const struct eu_capability_fact *fact)
{
	uint64_t granted = fact->granted - fact->init_granted;
	uint64_t refused = fact->refused - fact->init_refused;
	struct eu_item *item;

	if (!granted && !refused)
		return; /* only by the runtime, or in user namespaces of its own */
	item = get(items, EU_DIFF_CAPABILITIES, fact->name);
	if (item)
		item->fact.count += granted + refused;
	if (granted)
		add_aspect(items, item, "granted");
	if (refused)
		add_aspect(items, item, "refused");
}

static void take_set(struct eu_items *items, const char *name, uint64_t set)
{
	for (unsigned i = 0; i < 64; i++) {
		char room[EU_CAPABILITY_ROOM];

		if (set >> i & 1)
			add_aspect(items,
				   get(items, EU_DIFF_CONFINEMENT, eu_report_capability(room, i)),
				   name);
	}
}

static void take_setting(struct eu_items *items, const char *what, const char *is)
{
	add_aspect(items, get(items, EU_DIFF_CONFINEMENT, what), is);
}

static void take_confinement(struct eu_items *items, const struct eu_confinement_fact *fact)
{
	take_setting(items, "seccomp", eu_report_seccomp(fact->seccomp));
	take_setting(items, "no_new_privs", fact->no_new_privs ? "yes" : "no");
	take_setting(items, "user_namespace", fact->initial_user_namespace ? "initial" : "own");
	if (*fact->libc)
		take_setting(items, "libc", fact->libc);
	take_set(items, "inheritable", fact->inheritable);
	take_set(items, "permitted", fact->permitted);
	take_set(items, "effective", fact->effective);
	take_set(items, "bounding", fact->bounding);
	take_set(items, "ambient", fact->ambient);
}

/* ---- all ---- */

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int eu_items_make(struct eu_items *items, const struct eu_container_report *container,
		  const struct eu_ports *ports)
{
	if (eu_bytes_init(&items->text, 2 * EU_BYTES_ROOM))
		return -ENOMEM;
	for (size_t i = 0; i < container->n_syscalls; i++)
		take_syscall(items, &container->syscalls[i]);
	for (size_t i = 0; i < container->n_files; i++)
		note_moved(items, &container->files[i]);
	for (size_t i = 0; i < container->n_files; i++)
		take_file(items, &container->files[i]);
	for (size_t i = 0; i < container->n_executables; i++)
		take_executable(items, &container->executables[i]);
	for (size_t i = 0; i < container->n_peers; i++)
		take_peer(items, &container->peers[i], ports);
	for (size_t i = 0; i < container->n_capabilities; i++)
		take_capability(items, &container->capabilities[i]);
	if (container->confinement)
		take_confinement(items, container->confinement);
	for (struct eu_item *item = items->items; item; item = item->hh.next)
		if (item->fact.n_aspects > 1)
			qsort((void *)item->fact.aspects, item->fact.n_aspects, sizeof(char *),
			      by_text);
	return items->failed ? -ENOMEM : 0;
}

void eu_items_free(struct eu_items *items)
{
	HASH_CLEAR(hh, items->items);
	HASH_CLEAR(hh, items->moved);
	eu_bytes_free(&items->text);
}
