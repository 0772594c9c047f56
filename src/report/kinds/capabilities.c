/* SPDX-License-Identifier: Apache-2.0 */
/* Checks of capabilities: which, with what outcome, in which system calls. */
#include "cleanup.h"
#include "report/csv.h"
#include "report/cut.h"
#include "report/json.h"
#include "report/kind.h"
#include "report/merging.h"
#include "report/saved.h"

static void key_capability(struct eu_bytes *key, const void *fact, enum eu_scope scope)
{
	eu_key_text(key, ((const struct eu_capability_fact *)fact)->name);
}

static void own_capability(struct eu_merging *merging, void *fact)
{
	struct eu_capability_fact *own = fact;

	own->name = eu_merging_text(merging, own->name);
	own->syscalls = eu_merging_texts(merging, own->syscalls, &own->n_syscalls);
}

static void add_call(struct eu_merging *merging, struct eu_capability_fact *into, const char *call)
{
	const char **calls = (void *)into->syscalls;

	for (size_t i = 0; i < into->n_syscalls; i++)
		if (!strcmp(calls[i], call))
			return;
	calls = eu_merging_extend(merging, calls, into->n_syscalls, sizeof(*calls));
	if (!calls)
		return;
	calls[into->n_syscalls++] = eu_merging_text(merging, call);
	into->syscalls = calls;
}

static void add_capability(struct eu_merging *merging, void *into, const void *more)
{
	struct eu_capability_fact *fact = into;
	const struct eu_capability_fact *from = more;

	fact->granted += from->granted;
	fact->refused += from->refused;
	fact->below += from->below;
	fact->init_granted += from->init_granted;
	fact->init_refused += from->init_refused;
	eu_widen(&fact->first, &fact->last, from->first, from->last);
	for (size_t i = 0; i < from->n_syscalls; i++)
		add_call(merging, fact, from->syscalls[i]);
}

static bool cut_capability(const struct eu_cut *cut, void *fact, const void *before)
{
	struct eu_capability_fact *capability = fact;
	const struct eu_capability_fact *old = before;

	eu_subtract(&capability->granted, old->granted);
	eu_subtract(&capability->refused, old->refused);
	eu_subtract(&capability->below, old->below);
	eu_subtract(&capability->init_granted, old->init_granted);
	eu_subtract(&capability->init_refused, old->init_refused);
	return capability->granted || capability->refused || capability->below;
}

static void emit_capability(struct eu_emit *emit, const void *fact)
{
	const struct eu_capability_fact *capability = fact;

	eu_emit_str(emit, "name", capability->name);
	emit->ops->u64(emit, "granted", capability->granted);
	emit->ops->u64(emit, "refused", capability->refused);
	eu_emit_u64_if(emit, "init_granted", capability->init_granted);
	eu_emit_u64_if(emit, "init_refused", capability->init_refused);
	eu_emit_u64_if(emit, "own_user_namespace", capability->below);
	eu_report_emit_texts(emit, "syscalls", capability->syscalls, capability->n_syscalls);
	eu_report_emit_seen(emit, capability->first, capability->last);
}

static void put_capability(struct eu_out *out, const struct eu_container *who, const void *fact)
{
	const struct eu_capability_fact *capability = fact;
	eu_auto_free char *calls = eu_row_texts(capability->syscalls, capability->n_syscalls);
	const struct eu_row_init init = {capability->init_granted + capability->init_refused,
					 capability->init_refused};

	eu_row_put(out, &(struct eu_row){
				.container = who,
				.fact = "capability",
				.what = capability->name,
				.details = calls,
				.init = &init,
				.count = capability->granted + capability->refused,
				.failures = capability->refused,
				.first = capability->first,
				.last = capability->last,
			});
}

static void read_capability(struct eu_saved *saved, void *fact, yyjson_val *from)
{
	struct eu_capability_fact *capability = fact;

	*capability = (struct eu_capability_fact){
	    .name = eu_saved_copied(saved, from, "name"),
	    .granted = eu_saved_number(from, "granted"),
	    .refused = eu_saved_number(from, "refused"),
	    .init_granted = eu_saved_number(from, "init_granted"),
	    .init_refused = eu_saved_number(from, "init_refused"),
	    .below = eu_saved_number(from, "own_user_namespace"),
	    .first = eu_saved_moment(from, "first"),
	    .last = eu_saved_moment(from, "last"),
	};
	capability->syscalls =
	    eu_saved_texts(saved, yyjson_obj_get(from, "syscalls"), &capability->n_syscalls);
}

const struct eu_kind eu_kind_capabilities = {
	EU_FACTS_IN(capabilities),
	EU_TIMES_IN(struct eu_capability_fact, first, last),
	.key = key_capability,
	.own = own_capability,
	.add = add_capability,
	.cut = cut_capability,
	.emit = emit_capability,
	.read = read_capability,
	.row = put_capability,
};
