/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <eunomia/syscalls.h>

#include "diff/saved.h"
#include "report/json.h"
#include "schema/names.h"

/* ---- values ---- */

static void *room(struct eu_saved *saved, size_t size)
{
	void *memory = NULL;

	if (size <= saved->budget)
		memory = eu_arena_alloc(&saved->arena, size + !size);
	saved->failed |= !memory;
	saved->budget -= memory ? size : 0;
	return memory;
}

/* An array of *n elements; none without memory. */
static void *rooms(struct eu_saved *saved, size_t *n, size_t size)
{
	void *memory = room(saved, *n * size);

	if (!memory)
		*n = 0;
	return memory;
}

static void *array_room(struct eu_saved *saved, yyjson_val *list, size_t *n, size_t size)
{
	*n = yyjson_arr_size(list);
	return rooms(saved, n, size);
}

static void *object_room(struct eu_saved *saved, yyjson_val *object, size_t *n, size_t size)
{
	*n = yyjson_obj_size(object);
	return rooms(saved, n, size);
}

static int hex_value(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* \xe9 is the byte that was no UTF-8: see schema/escape.c. */
static size_t unescape(char *to, const char *from, size_t len)
{
	char *begin = to;

	for (size_t i = 0; i < len; i++) {
		bool escaped = i + 3 < len && from[i] == '\\' && from[i + 1] == 'x' &&
			       hex_value(from[i + 2]) >= 0 && hex_value(from[i + 3]) >= 0;

		*to++ = escaped ? hex_value(from[i + 2]) << 4 | hex_value(from[i + 3]) : from[i];
		i += escaped ? 3 : 0;
	}
	*to = '\0';
	return to - begin;
}

/* "" for what is no text. */
static const char *copy_text(struct eu_saved *saved, yyjson_val *value, size_t *len)
{
	size_t n = yyjson_get_len(value);
	char *copy = yyjson_is_str(value) ? room(saved, n + 1) : NULL;

	*len = copy ? unescape(copy, yyjson_get_str(value), n) : 0;
	return copy ?: "";
}

static const char *text(struct eu_saved *saved, yyjson_val *object, const char *key)
{
	size_t len;

	return copy_text(saved, yyjson_obj_get(object, key), &len);
}

static const char *text_or_null(struct eu_saved *saved, yyjson_val *object, const char *key)
{
	return yyjson_is_str(yyjson_obj_get(object, key)) ? text(saved, object, key) : NULL;
}

const char *eu_saved_text(yyjson_val *object, const char *key)
{
	return yyjson_get_str(yyjson_obj_get(object, key));
}

static uint64_t to_number(yyjson_val *value)
{
	return yyjson_is_uint(value) ? yyjson_get_uint(value) : 0;
}

static uint64_t number(yyjson_val *object, const char *key)
{
	return to_number(yyjson_obj_get(object, key));
}

static bool flag(yyjson_val *object, const char *key)
{
	return yyjson_is_true(yyjson_obj_get(object, key));
}

/* "2026-11-22T03:14:01.302574418Z" in ns. */
static uint64_t moment(yyjson_val *object, const char *key)
{
	const char *text = eu_saved_text(object, key), *rest;
	unsigned long ns = 0;
	struct tm tm = {0};
	time_t seconds;

	rest = text ? strptime(text, "%Y-%m-%dT%H:%M:%S", &tm) : NULL;
	if (!rest || (*rest == '.' && sscanf(rest, ".%9lu", &ns) != 1))
		return 0;
	seconds = timegm(&tm);
	return seconds < 0 ? 0 : seconds * 1000000000ull + ns;
}

static const char *const *texts(struct eu_saved *saved, yyjson_val *list, size_t *n)
{
	const char **copy = array_room(saved, list, n, sizeof(*copy));
	size_t i, most, len;
	yyjson_val *one;

	yyjson_arr_foreach(list, i, most, one)
		if (i < *n)
			copy[i] = copy_text(saved, one, &len);
	return copy;
}

/* ---- names that are numbers here ---- */

static int error_of(const char *name)
{
	for (unsigned i = 1; i < 600; i++) {
		const char *known = eu_name_errno(i);

		if (known && !strcmp(known, name))
			return i;
	}
	return atoi(name);
}

static uint64_t capability_of(const char *name)
{
	const struct eu_flagset *table = eu_flagset_find("capability");
	unsigned bit = *name >= '0' && *name <= '9' ? (unsigned)atoi(name) : 64;

	for (size_t i = 0; table && i < table->n_flags; i++)
		if (!strcmp(table->flags[i].name, name))
			bit = table->flags[i].value;
	return bit < 64 ? 1ull << bit : 0;
}

static uint64_t capabilities_of(yyjson_val *object, const char *key)
{
	yyjson_val *list = yyjson_obj_get(object, key), *one;
	uint64_t set = 0;
	size_t i, n;

	yyjson_arr_foreach(list, i, n, one)
		if (yyjson_is_str(one))
			set |= capability_of(yyjson_get_str(one));
	return set;
}

static unsigned seccomp_of(const char *mode)
{
	return !strcmp(mode, "off") ? 0 : !strcmp(mode, "strict") ? 1 : !strcmp(mode, "filter") ? 2 : 3;
}

/* ---- facts ---- */

/* Where a version that told the runtime's calls apart wrote it, it says how many. */
static uint64_t init_of(yyjson_val *object)
{
	return yyjson_obj_get(object, "init") ? number(object, "init") : EU_INIT_UNKNOWN;
}

static void read_errors(struct eu_saved *saved, struct eu_syscall_fact *call, yyjson_val *from)
{
	yyjson_val *list = yyjson_obj_get(from, "errors"), *key, *value;
	yyjson_val *init = yyjson_obj_get(from, "init_errors");
	struct eu_errno_count *errors = object_room(saved, list, &call->n_errors, sizeof(*errors));
	size_t i, n;

	call->errors = errors;
	yyjson_obj_foreach(list, i, n, key, value)
		if (i < call->n_errors)
			errors[i] = (struct eu_errno_count){
			    .error = error_of(yyjson_get_str(key)),
			    .count = to_number(value),
			    .init = call->init == EU_INIT_UNKNOWN
					? EU_INIT_UNKNOWN
					: number(init, yyjson_get_str(key)),
			};
}

static void read_arguments(struct eu_saved *saved, struct eu_value_fact *fact, yyjson_val *from)
{
	yyjson_val *list = yyjson_obj_get(from, "arguments"), *key, *value;
	struct eu_argument_fact *arguments =
	    object_room(saved, list, &fact->n_arguments, sizeof(*arguments));
	size_t i, n, len;

	fact->arguments = arguments;
	yyjson_obj_foreach(list, i, n, key, value)
		if (i < fact->n_arguments)
			arguments[i] = (struct eu_argument_fact){
			    .name = copy_text(saved, key, &len),
			    .value = number(value, "value"),
			    .text = text_or_null(saved, value, "name"),
			};
}

static void read_values(struct eu_saved *saved, struct eu_syscall_fact *call, yyjson_val *from)
{
	yyjson_val *list = yyjson_obj_get(from, "values"), *one;
	struct eu_value_fact *values = array_room(saved, list, &call->n_values, sizeof(*values));
	size_t i, n;

	call->values = values;
	yyjson_arr_foreach(list, i, n, one) {
		if (i >= call->n_values)
			break;
		values[i] = (struct eu_value_fact){
		    .count = number(one, "count"),
		    .init = init_of(one),
		    .first = moment(one, "first"),
		    .last = moment(one, "last"),
		};
		read_arguments(saved, &values[i], one);
	}
}

static void read_syscall(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	struct eu_syscall_fact *call = fact;

	*call = (struct eu_syscall_fact){
	    .name = text(saved, from, "name"),
	    .count = number(from, "count"),
	    .init = init_of(from),
	    .first = moment(from, "first"),
	    .last = moment(from, "last"),
	};
	read_errors(saved, call, from);
	read_values(saved, call, from);
}

static uint32_t read_place(yyjson_val *from)
{
	uint32_t state = 0;

	for (int i = 0; i < EU_PLACES; i++)
		state |= flag(from, eu_places[i].member) ? eu_places[i].state : 0;
	return state;
}

/* "8:1" */
static uint32_t read_device(yyjson_val *from)
{
	unsigned major, minor;
	const char *text = eu_saved_text(from, "device");

	return text && sscanf(text, "%u:%u", &major, &minor) == 2 ? major << 20 | minor : 0;
}

static void read_file(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	yyjson_val *operations = yyjson_obj_get(from, "operations");
	yyjson_val *bytes = yyjson_obj_get(from, "bytes");
	const char *user = eu_saved_text(from, "used_by") ?: "";

	*(struct eu_file_fact *)fact = (struct eu_file_fact){
	    .path = text(saved, from, "path"),
	    .opens = number(operations, "open"),
	    .reads = number(operations, "read"),
	    .writes = number(operations, "write"),
	    .maps = number(operations, "map"),
	    .other = number(operations, "other"),
	    .bytes_read = number(bytes, "read"),
	    .bytes_written = number(bytes, "written"),
	    .bytes_mapped = number(bytes, "mapped"),
	    .failures = number(from, "failures"),
	    .existed = flag(from, "existed"),
	    .created = flag(from, "created"),
	    .deleted = flag(from, "deleted"),
	    .path_state = read_place(from),
	    .device = read_device(from),
	    .inode = number(from, "inode"),
	    .by_init = !strcmp(user, "init") || !strcmp(user, "both"),
	    .by_work = !strcmp(user, "work") || !strcmp(user, "both"),
	    .first = moment(from, "first"),
	    .last = moment(from, "last"),
	};
}

static void read_others(struct eu_saved *saved, struct eu_executable_fact *fact, yyjson_val *from)
{
	yyjson_val *list = yyjson_obj_get(from, "other_argv"), *one;
	struct eu_argv_fact *others = array_room(saved, list, &fact->n_others, sizeof(*others));
	size_t i, n;

	fact->others = others;
	yyjson_arr_foreach(list, i, n, one)
		if (i < fact->n_others)
			others[i].argv = texts(saved, one, &others[i].n_argv);
}

static void read_executable(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	struct eu_executable_fact *executable = fact;

	*executable = (struct eu_executable_fact){
	    .path = text(saved, from, "path"),
	    .parent = text(saved, from, "parent"),
	    .count = number(from, "count"),
	    .more = flag(from, "more_argv"),
	    .cut = flag(from, "argv_cut"),
	    .path_state = read_place(from),
	    .first = moment(from, "first"),
	    .last = moment(from, "last"),
	};
	executable->argv = texts(saved, yyjson_obj_get(from, "argv"), &executable->n_argv);
	read_others(saved, executable, from);
}

static void read_peer(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	yyjson_val *container = yyjson_obj_get(from, "container");
	yyjson_val *bytes = yyjson_obj_get(from, "bytes");
	struct eu_peer_fact *peer = fact;

	*peer = (struct eu_peer_fact){
	    .transport = text(saved, from, "transport"),
	    .direction = text(saved, from, "direction"),
	    .port = number(from, "port"),
	    .container_id = text_or_null(saved, container, "id"),
	    .container_name = text_or_null(saved, container, "name"),
	    .bytes_sent = number(bytes, "sent"),
	    .bytes_received = number(bytes, "received"),
	    .count = number(from, "count"),
	    .failures = number(from, "failures"),
	    .first = moment(from, "first"),
	    .last = moment(from, "last"),
	};
	peer->address = copy_text(saved, yyjson_obj_get(from, "address"), &peer->address_len);
}

static void read_capability(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	struct eu_capability_fact *capability = fact;

	*capability = (struct eu_capability_fact){
	    .name = text(saved, from, "name"),
	    .granted = number(from, "granted"),
	    .refused = number(from, "refused"),
	    .init_granted = number(from, "init_granted"),
	    .init_refused = number(from, "init_refused"),
	    .below = number(from, "own_user_namespace"),
	    .first = moment(from, "first"),
	    .last = moment(from, "last"),
	};
	capability->syscalls =
	    texts(saved, yyjson_obj_get(from, "syscalls"), &capability->n_syscalls);
}

static void read_step(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	*(struct eu_lifecycle_fact *)fact = (struct eu_lifecycle_fact){
	    .time = moment(from, "time"),
	    .action = text(saved, from, "action"),
	    .detail = text_or_null(saved, from, "detail"),
	};
}

static void read_loss(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	*(struct eu_loss *)fact = (struct eu_loss){
	    .class = text(saved, from, "class"),
	    .place = text(saved, from, "place"),
	    .count = number(from, "count"),
	};
}

static void read_replica(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	*(struct eu_replica_fact *)fact = (struct eu_replica_fact){
	    .id = text(saved, from, "id"),
	    .name = text(saved, from, "name"),
	    .host = text(saved, from, "host"),
	    .existed = flag(from, "existed"),
	    .first = moment(from, "first"),
	    .last = moment(from, "last"),
	};
}

/* A list of objects, each read into an element of `size` bytes. */
static void *facts(struct eu_saved *saved, yyjson_val *container, const char *key, size_t *n,
		   size_t size,
		   void (*read)(struct eu_saved *saved, void *fact, yyjson_val *from))
{
	yyjson_val *list = yyjson_obj_get(container, key), *one;
	char *all = array_room(saved, list, n, size);
	size_t i, most;

	yyjson_arr_foreach(list, i, most, one)
		if (i < *n)
			read(saved, all + i * size, one);
	return all;
}

/* ---- a container ---- */

static void read_labels(struct eu_saved *saved, struct eu_container *container, yyjson_val *list)
{
	struct eu_label *labels = object_room(saved, list, &container->n_labels, sizeof(*labels));
	yyjson_val *key, *value;
	size_t i, n, len;

	container->labels = labels;
	yyjson_obj_foreach(list, i, n, key, value)
		if (i < container->n_labels)
			labels[i] = (struct eu_label){
			    .key = copy_text(saved, key, &len),
			    .value = copy_text(saved, value, &len),
			};
}

static void read_identity(struct eu_saved *saved, struct eu_container *container, yyjson_val *from)
{
	yyjson_val *image = yyjson_obj_get(from, "image");

	*container = (struct eu_container){
	    .id = text(saved, from, "id"),
	    .name = text(saved, from, "name"),
	    .runtime = text(saved, from, "runtime"),
	    .image_name = text(saved, image, "name"),
	    .image_tag = text(saved, image, "tag"),
	    .image_digest = text(saved, image, "digest"),
	    .cgroup = text(saved, from, "cgroup"),
	    .created = text(saved, from, "created"),
	    .init_pid = number(from, "init_pid"),
	    .existed = flag(from, "existed"),
	};
	read_labels(saved, container, yyjson_obj_get(from, "labels"));
}

static const struct eu_confinement_fact *read_confinement(struct eu_saved *saved, yyjson_val *from)
{
	yyjson_val *user = yyjson_obj_get(from, "user_namespace");
	yyjson_val *seccomp = yyjson_obj_get(from, "seccomp");
	yyjson_val *sets = yyjson_obj_get(from, "capabilities");
	struct eu_confinement_fact *fact = from ? room(saved, sizeof(*fact)) : NULL;

	if (fact)
		*fact = (struct eu_confinement_fact){
		    .no_new_privs = flag(from, "no_new_privs"),
		    .user_namespace = number(user, "inode"),
		    .initial_user_namespace = flag(user, "initial"),
		    .seccomp = seccomp_of(eu_saved_text(seccomp, "mode") ?: "off"),
		    .seccomp_filters = number(seccomp, "filters"),
		    .inheritable = capabilities_of(sets, "inheritable"),
		    .permitted = capabilities_of(sets, "permitted"),
		    .effective = capabilities_of(sets, "effective"),
		    .bounding = capabilities_of(sets, "bounding"),
		    .ambient = capabilities_of(sets, "ambient"),
		    .libc = text(saved, from, "libc"),
		};
	return fact;
}

static void read_container(struct eu_saved *saved, void *report, yyjson_val *from)
{
	struct eu_container_report *c = report;
	yyjson_val *who = yyjson_obj_get(from, "container");

	read_identity(saved, &c->container, who);
	c->host = text_or_null(saved, from, "host");
	c->first = moment(from, "first");
	c->last = moment(from, "last");
	c->runs = number(from, "runs");
	c->runtime_version = text_or_null(saved, who, "runtime_version");
	c->confinement = read_confinement(saved, yyjson_obj_get(who, "confinement"));
#define READ(list, read)                                                                           \
	(c->list = facts(saved, from, #list, &c->n_##list, sizeof(*c->list), read))
	READ(replicas, read_replica);
	READ(syscalls, read_syscall);
	READ(files, read_file);
	READ(executables, read_executable);
	READ(peers, read_peer);
	READ(capabilities, read_capability);
	READ(lifecycle, read_step);
	READ(loss, read_loss);
#undef READ
}

/* ---- all ---- */

void eu_saved_head(struct eu_saved *saved, yyjson_val *head)
{
	saved->pub.host = text(saved, head, "host");
	saved->pub.first = moment(head, "first");
	saved->pub.last = moment(head, "last");
	saved->pub.complete = flag(head, "complete");
	saved->pub.n_forgotten = number(head, "forgotten");
}

void eu_saved_containers(struct eu_saved *saved, yyjson_val *report)
{
	saved->pub.containers = facts(saved, report, "containers", &saved->pub.n_containers,
				      sizeof(*saved->pub.containers), read_container);
}

void eu_saved_container(struct eu_saved *saved, yyjson_val *file)
{
	struct eu_container_report *container = room(saved, sizeof(*container));

	if (!container)
		return;
	read_container(saved, container, file);
	saved->pub.containers = container;
	saved->pub.n_containers = 1;
}

void eu_saved_free(struct eu_saved *saved)
{
	eu_arena_free(&saved->arena);
}
