/* SPDX-License-Identifier: Apache-2.0 */
/* What a container's first process may do. */
#include <inttypes.h>
#include <stdlib.h>

#include <eunomia/syscalls.h>

#include "cleanup.h"
#include "report/csv.h"
#include "report/json.h"
#include "report/kind.h"
#include "report/merging.h"
#include "report/saved.h"

/* Sets of capabilities, as they are called everywhere. */
static const struct set {
	const char *name;
	size_t at;
} sets[] = {
#define SET(name) {#name, offsetof(struct eu_confinement_fact, name)}
	SET(inheritable), SET(permitted), SET(effective), SET(bounding), SET(ambient),
};

enum { SETS = sizeof(sets) / sizeof(*sets) };

static uint64_t *get_set(const struct eu_confinement_fact *fact, int set)
{
	return (uint64_t *)((char *)fact + sets[set].at);
}

/* What any of them was allowed: that is what the image may have needed. */
void eu_confinement_add(struct eu_merging *merging, struct eu_confinement_fact *into,
			const struct eu_confinement_fact *more)
{
	into->no_new_privs &= more->no_new_privs;
	if (more->initial_user_namespace && !into->initial_user_namespace)
		into->user_namespace = more->user_namespace;
	into->initial_user_namespace |= more->initial_user_namespace;
	if (more->seccomp < into->seccomp)
		into->seccomp = more->seccomp;
	if (more->seccomp_filters < into->seccomp_filters)
		into->seccomp_filters = more->seccomp_filters;
	for (int i = 0; i < SETS; i++)
		*get_set(into, i) |= *get_set(more, i);
	if (!*into->libc)
		into->libc = eu_merging_text(merging, more->libc);
}

static void emit_set(struct eu_emit *emit, const char *key, uint64_t set)
{
	emit->ops->array_begin(emit, key);
	for (unsigned i = 0; i < 64; i++) {
		char name[EU_CAPABILITY_ROOM];

		if (set >> i & 1)
			eu_emit_str(emit, NULL, eu_report_capability(name, i));
	}
	emit->ops->array_end(emit);
}

void eu_confinement_emit(struct eu_emit *emit, const struct eu_confinement_fact *fact)
{
	emit->ops->boolean(emit, "no_new_privs", fact->no_new_privs);
	emit->ops->object_begin(emit, "user_namespace");
	emit->ops->u64(emit, "inode", fact->user_namespace);
	emit->ops->boolean(emit, "initial", fact->initial_user_namespace);
	emit->ops->object_end(emit);
	emit->ops->object_begin(emit, "seccomp");
	eu_emit_str(emit, "mode", eu_report_seccomp(fact->seccomp));
	emit->ops->u64(emit, "filters", fact->seccomp_filters);
	emit->ops->object_end(emit);
	emit->ops->object_begin(emit, "capabilities");
	for (int i = 0; i < SETS; i++)
		emit_set(emit, sets[i].name, *get_set(fact, i));
	emit->ops->object_end(emit);
	eu_emit_str_if(emit, "libc", fact->libc);
}

void eu_confinement_row(struct eu_out *out, const struct eu_container *who,
			const struct eu_confinement_fact *fact)
{
	eu_auto_free char *details = NULL;
	size_t len;
	FILE *text = open_memstream(&details, &len);

	if (!text)
		return;
	fprintf(text, "seccomp=%s filters=%" PRIu32 " no_new_privs=%d user_namespace=%" PRIu32 "%s",
		eu_report_seccomp(fact->seccomp), fact->seccomp_filters, fact->no_new_privs,
		fact->user_namespace, fact->initial_user_namespace ? " (initial)" : "");
	for (int i = 0; i < SETS; i++)
		fprintf(text, " %s=0x%" PRIx64, sets[i].name, *get_set(fact, i));
	fclose(text);
	eu_row_put(out, &(struct eu_row){
				.container = who,
				.fact = "confinement",
				.what = fact->libc,
				.details = details,
				.count = 1,
			});
}

/* ---- read ---- */

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

const struct eu_confinement_fact *eu_confinement_read(struct eu_saved *saved, yyjson_val *from)
{
	yyjson_val *user = yyjson_obj_get(from, "user_namespace");
	yyjson_val *seccomp = yyjson_obj_get(from, "seccomp");
	yyjson_val *capabilities = yyjson_obj_get(from, "capabilities");
	struct eu_confinement_fact *fact = from ? eu_saved_room(saved, sizeof(*fact)) : NULL;

	if (!fact)
		return NULL;
	*fact = (struct eu_confinement_fact){
		.no_new_privs = eu_saved_flag(from, "no_new_privs"),
		.user_namespace = eu_saved_number(user, "inode"),
		.initial_user_namespace = eu_saved_flag(user, "initial"),
		.seccomp = seccomp_of(eu_saved_text(seccomp, "mode") ?: "off"),
		.seccomp_filters = eu_saved_number(seccomp, "filters"),
		.libc = eu_saved_copied(saved, from, "libc"),
	};
	for (int i = 0; i < SETS; i++)
		*get_set(fact, i) = capabilities_of(capabilities, sets[i].name);
	return fact;
}
