/* SPDX-License-Identifier: Apache-2.0 */
/* What a container's first process may do. */
#include <inttypes.h>

#include "cleanup.h"
#include "report/csv.h"
#include "report/json.h"
#include "report/kind.h"
#include "report/merging.h"

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
