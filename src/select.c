/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/events.h>
#include <eunomia/filter.h>
#include <eunomia/syscalls.h>

#include "event_ids.h"

#include "cleanup.h"
#include <eunomia/nearest.h>
#include "schema/named.h"
#include "schema/schema.h"
#include "select.h"
#include "world/former.h"

#define SHORT_ID 12 /* as engines shorten their ids of 64 hex digits */
#define FULL_ID 64

struct list {
	char **words;
	size_t n;
};

struct eu_select {
	bool events[EU_MAX_TYPES];
	uint16_t plans[EU_CALLS];
	struct list comms, exclude_comms, containers, images, labels;
	uint32_t *uids;
	size_t n_uids;
	bool failed, host;
	bool unasked; /* nothing was named: events are shown by default */
	bool all;     /* everything was, what this build does not know included */
	bool alone;   /* no kernel side has chosen the system calls */
	struct eu_filter *filter;
};

/* ---- building ---- */

static int copy_list(struct list *out, const char *const *words, size_t n)
{
	out->words = calloc(n + 1, sizeof(*out->words));
	if (!out->words)
		return -ENOMEM;
	for (; out->n < n; out->n++) {
		out->words[out->n] = strdup(words[out->n]);
		if (!out->words[out->n])
			return -ENOMEM;
	}
	return 0;
}

static void free_list(struct list *list)
{
	for (size_t i = 0; i < list->n; i++)
		free(list->words[i]);
	free(list->words);
}

/* Both numberings that a task on this host may use. */
static const struct {
	enum eu_abi abi;
	uint32_t base;
} abis[] = {
	{EU_ABI_NATIVE, 0},
#if defined(__x86_64__)
	{EU_ABI_I386, EU_CALLS_I386},
#endif
};

typedef bool (*call_test)(const struct eu_syscall *call, const void *context);

/* Gives the syscalls that pass the test a plan; returns how many did. */
static size_t set_calls(struct eu_select *select, call_test test, const void *context, uint16_t plan)
{
	size_t found = 0;

	for (size_t a = 0; a < sizeof(abis) / sizeof(*abis); a++) {
		size_t n;
		const struct eu_syscall *calls = eu_syscall_all(abis[a].abi, &n);

		for (size_t i = 0; i < n; i++) {
			uint16_t *at = &select->plans[abis[a].base + calls[i].nr];

			if (!test(&calls[i], context) || calls[i].nr >= EU_CALL_STREAM)
				continue;
			/* a call that is shown whatever shows it, too, is so for another set */
			*at = plan && *at == EU_PLAN_STREAM ? *at : plan;
			found++;
		}
	}
	return found;
}

static bool has_name(const struct eu_syscall *call, const void *pattern)
{
	return !fnmatch(pattern, call->name, 0);
}

static bool in_set(const struct eu_syscall *call, const void *bit)
{
	return call->sets & *(const uint32_t *)bit;
}

/* Numbers that no table knows are calls, too. */
static void set_all_calls(struct eu_select *select, bool on)
{
	for (size_t i = 0; i < EU_CALLS; i++)
		select->plans[i] = on ? EU_PLAN_STREAM : 0;
}

static const char *const all_calls[] = {"syscalls", "sys_enter", "syscall"};

enum { ALL_CALLS = sizeof(all_calls) / sizeof(*all_calls) };

static bool means_all_calls(const char *word)
{
	for (size_t i = 0; i < ALL_CALLS; i++)
		if (!strcmp(word, all_calls[i]))
			return true;
	return false;
}

static size_t set_events(struct eu_select *select, bool by_set, const char *pattern, bool on)
{
	size_t n, found = 0;
	const struct eu_event_desc *all = eu_schema_events(&n);

	for (size_t i = 0; i < n; i++) {
		if (all[i].internal || all[i].id == EU_TYPE(eu_event_syscall))
			continue;
		if (fnmatch(pattern, by_set ? all[i].set : all[i].name, 0))
			continue;
		select->events[all[i].id] = on;
		found++;
	}
	return found;
}

static int unknown(const char *kind, const char *word, const char *const *names, size_t n,
		   struct eu_error *err)
{
	char hint[256];

	eu_nearest_hint(hint, sizeof(hint), word, names, n, "");
	return eu_fail(err, EINVAL, "unknown %s \"%s\"%s `eunomia list %ss` shows them all", kind, word,
		       *hint ? hint : ";", kind);
}

static int unknown_event(const char *word, struct eu_error *err)
{
	size_t n_events, n_calls, n = 0;
	const struct eu_event_desc *events = eu_schema_events(&n_events);
	const struct eu_syscall *calls = eu_syscall_all(EU_ABI_NATIVE, &n_calls);
	eu_auto_free const char **names = calloc(n_events + n_calls + ALL_CALLS, sizeof(*names));

	if (!names)
		return -ENOMEM;
	for (size_t i = 0; i < ALL_CALLS; i++)
		names[n++] = all_calls[i];
	for (size_t i = 0; i < n_events; i++)
		if (!events[i].internal)
			names[n++] = events[i].name;
	for (size_t i = 0; i < n_calls; i++)
		names[n++] = calls[i].name;
	return unknown("event", word, names, n, err);
}

static int unknown_set(const char *word, struct eu_error *err)
{
	size_t n_events, n = 0;
	const struct eu_event_desc *events = eu_schema_events(&n_events);
	eu_auto_free const char **names = calloc(n_events + 32, sizeof(*names));

	if (!names)
		return -ENOMEM;
	while (eu_syscall_set_name(n)) {
		names[n] = eu_syscall_set_name(n);
		n++;
	}
	for (size_t i = 0; i < n_events; i++)
		if (!events[i].internal && !eu_syscall_set_find(events[i].set))
			names[n++] = events[i].set;
	return unknown("set", word, names, n, err);
}

/* What they return is the register that they put back. */
static bool may_fail(const char *call)
{
	return strcmp(call, "rt_sigreturn") && strcmp(call, "sigreturn");
}

/* EPERM of these is no refusal: such a file cannot be waited for, such a lock is not one's own. */
static bool may_be_refused(const char *call)
{
	return may_fail(call) && strcmp(call, "epoll_ctl") && strncmp(call, "futex", 5);
}

/* What was refused is shown whatever the call: those with an event of their own show it there. */
static void set_refused(struct eu_select *select, bool on)
{
	for (size_t a = 0; a < sizeof(abis) / sizeof(*abis); a++) {
		size_t n;
		const struct eu_syscall *calls = eu_syscall_all(abis[a].abi, &n);

		for (size_t i = 0; i < n; i++) {
			uint16_t *plan = &select->plans[abis[a].base + calls[i].nr];

			if (calls[i].nr < EU_CALL_STREAM && may_be_refused(calls[i].name))
				*plan = on ? *plan | EU_PLAN_REFUSED : *plan & ~EU_PLAN_REFUSED;
		}
	}
}

static int name_event(struct eu_select *select, const char *word, bool on, struct eu_error *err)
{
	bool everything = !strcmp(word, "*");
	size_t found;

	if (everything || means_all_calls(word))
		set_all_calls(select, on);
	if (means_all_calls(word))
		return 0;
	if (!strcmp(word, "refused")) {
		set_refused(select, on);
		return 0;
	}
	select->all |= on && everything;
	found = set_events(select, false, word, on);
	/* a name that is both means the event: it says more */
	if (!found || strpbrk(word, "*?["))
		found += set_calls(select, has_name, word, on ? EU_PLAN_STREAM : 0);
	return found ? 0 : unknown_event(word, err);
}

/* A set is the events of that set, and those of its syscalls that none of the events shows. The set
 * of the syscalls' own event is all of them. */
static int name_set(struct eu_select *select, const char *word, bool on, struct eu_error *err)
{
	const uint16_t unless_served = EU_PLAN_STREAM | EU_PLAN_UNLESS_SERVED;
	uint32_t bit = eu_syscall_set_find(word);
	size_t found = set_events(select, true, word, on);

	if (!strcmp(word, eu_schema_event(EU_TYPE(eu_event_syscall))->set)) {
		set_all_calls(select, on);
		return 0;
	}
	if (bit)
		found += set_calls(select, in_set, &bit, on ? unless_served : 0);
	return found ? 0 : unknown_set(word, err);
}

static void choose_default(struct eu_select *select)
{
	size_t n;
	const struct eu_event_desc *all = eu_schema_events(&n);

	for (size_t i = 0; i < n; i++)
		select->events[all[i].id] |= all[i].by_default;
	set_refused(select, true);
}

static bool any_call(const struct eu_select *select)
{
	for (size_t i = 0; i < EU_CALLS; i++)
		if (select->plans[i])
			return true;
	return false;
}

/* What has no result cannot fail. It is not asked for either: nothing is to be looked at for it. */
static int leave_failures(struct eu_select *select, struct eu_error *err)
{
	bool any = any_call(select);
	size_t n;
	const struct eu_event_desc *all = eu_schema_events(&n);

	for (size_t i = 0; i < n; i++) {
		if (!all[i].internal && !eu_schema_field(&all[i], "result"))
			select->events[all[i].id] = false;
		any |= select->events[all[i].id];
	}
	return any ? 0 : eu_fail(err, EINVAL, "--failed leaves nothing of these events: they have no "
			"result; `eunomia list fields` shows which have one");
}

static int choose_events(struct eu_select *select, const struct eu_selection *from,
			 struct eu_error *err)
{
	int ret = 0;

	select->unasked = !from->n_events && !from->n_sets;
	if (select->unasked)
		choose_default(select);
	for (size_t i = 0; i < from->n_sets && !ret; i++)
		ret = name_set(select, from->sets[i], true, err);
	for (size_t i = 0; i < from->n_events && !ret; i++)
		ret = name_event(select, from->events[i], true, err);
	for (size_t i = 0; i < from->n_exclude_sets && !ret; i++)
		ret = name_set(select, from->exclude_sets[i], false, err);
	for (size_t i = 0; i < from->n_exclude_events && !ret; i++)
		ret = name_event(select, from->exclude_events[i], false, err);
	if (!ret && from->failed)
		ret = leave_failures(select, err);
	select->events[EU_TYPE(eu_event_syscall)] = any_call(select);
	return ret;
}

static int copy_lists(struct eu_select *select, const struct eu_selection *from)
{
	select->uids = calloc(from->n_uids + 1, sizeof(*select->uids));
	if (!select->uids)
		return -ENOMEM;
	memcpy(select->uids, from->uids ?: select->uids, from->n_uids * sizeof(*select->uids));
	select->n_uids = from->n_uids;
	select->failed = from->failed;
	select->host = from->host;
	return copy_list(&select->comms, from->comms, from->n_comms) ?:
	       copy_list(&select->exclude_comms, from->exclude_comms, from->n_exclude_comms) ?:
	       copy_list(&select->containers, from->containers, from->n_containers) ?:
	       copy_list(&select->images, from->images, from->n_images) ?:
	       copy_list(&select->labels, from->labels, from->n_labels);
}

/* "KEY=x" of a shell where KEY is unset chooses nothing, in silence. */
static int check_labels(const struct eu_selection *from, struct eu_error *err)
{
	for (size_t i = 0; i < from->n_labels; i++)
		if (!*from->labels[i] || *from->labels[i] == '=')
			return eu_fail(err, EINVAL, "label \"%.200s\" has no key; is a variable unset?",
				       from->labels[i]);
	return 0;
}

static void free_select(struct eu_select **select)
{
	eu_select_free(*select);
}

int eu_select_new(struct eu_select **out, const struct eu_selection *selection,
		  struct eu_error *err)
{
	eu_cleanup(free_select) struct eu_select *select = calloc(1, sizeof(*select));
	int ret;

	if (!select || copy_lists(select, selection))
		return eu_fail(err, ENOMEM, "out of memory");
	ret = check_labels(selection, err) ?: choose_events(select, selection, err);
	if (!ret && selection->filter)
		ret = eu_filter_new(&select->filter, selection->filter, err);
	if (!ret)
		*out = eu_take(select);
	return ret;
}

void eu_select_facts(struct eu_select *select, bool full)
{
	size_t n;
	const struct eu_event_desc *all = eu_schema_events(&n);

	for (size_t i = 0; i < n; i++)
		select->events[all[i].id] = full || all[i].id != EU_TYPE(eu_event_syscall);
	for (size_t i = 0; i < EU_CALLS; i++)
		select->plans[i] = EU_PLAN_COUNT | (full ? EU_PLAN_STREAM : 0);
	select->unasked = false;
}

void eu_select_want(struct eu_select *select, uint16_t type)
{
	select->events[type] = true;
}

const bool *eu_select_events(const struct eu_select *select)
{
	return select->events;
}

const uint16_t *eu_select_plans(const struct eu_select *select)
{
	return select->plans;
}

bool eu_select_host(const struct eu_select *select)
{
	return select->host;
}

bool eu_select_failed(const struct eu_select *select)
{
	return select->failed;
}

const uint32_t *eu_select_uids(const struct eu_select *select, size_t *n)
{
	*n = select->n_uids;
	return select->uids;
}

/* ---- without a kernel side ---- */

/* Numbers as in struct eu_call: i386 has bit 15. */
static unsigned call_index(uint16_t nr)
{
	return (nr & 0x8000 ? EU_CALLS_I386 | (nr & (EU_CALLS_I386 - 1)) : nr) & (EU_CALLS - 1);
}

static bool is_refusal(int64_t result)
{
	return result == -EPERM || result == -EACCES;
}

/* The next of the words in a tag, cut to size; false: there is none. */
static bool next_word(const char **at, char *out, size_t size)
{
	size_t len;

	*at += strspn(*at, " ,");
	len = strcspn(*at, " ,");
	snprintf(out, size, "%.*s", (int)len, *at);
	*at += len;
	return len;
}

/* Is one of the events wanted, and is one that is the call itself: its result is a field of it? */
static bool serves(const struct eu_select *select, const char *events, bool *shown)
{
	bool wanted = !*events;
	char name[64];

	*shown = false;
	while (next_word(&events, name, sizeof(name))) {
		const struct eu_event_desc *desc = eu_schema_find_any(name);

		if (!desc || !select->events[desc->id])
			continue;
		wanted = true;
		*shown |= !desc->internal && eu_schema_field(desc, "syscall");
	}
	return wanted;
}

static void plan_probe(struct eu_select *select, const char *calls, bool shown)
{
	char name[64];

	while (next_word(&calls, name, sizeof(name))) {
		name[strcspn(name, "=!")] = '\0';
		for (size_t a = 0; a < sizeof(abis) / sizeof(*abis); a++) {
			const struct eu_syscall *call = eu_syscall_find(abis[a].abi, name);
			uint16_t *plan = call ? &select->plans[abis[a].base + call->nr] : NULL;

			if (plan && shown && *plan & EU_PLAN_UNLESS_SERVED)
				*plan &= ~EU_PLAN_STREAM;
			if (plan)
				*plan |= EU_PLAN_PROBE;
		}
	}
}

void eu_select_alone(struct eu_select *select)
{
	bool shown;

	select->alone = true;
	for (size_t i = 0; i < eu_n_generated_probes; i++)
		if (serves(select, eu_generated_probes[i].serves, &shown))
			plan_probe(select, eu_generated_probes[i].calls, shown);
}

/* ---- matching ---- */

static bool any_glob(const struct list *list, const char *text)
{
	for (size_t i = 0; i < list->n; i++)
		if (!fnmatch(list->words[i], text, 0))
			return true;
	return false;
}

/* Whoever is renamed stays who was asked for. */
static bool is_called(const struct eu_container *container, const char *word)
{
	const char *former = NULL;
	bool is_it = !fnmatch(word, container->name, 0);

	while (!is_it && (former = eu_former_name(container, former)))
		is_it = !fnmatch(word, former, 0);
	return is_it;
}

/* Engines call containers otherwise than by such an id; of all others the id is the name. */
static bool may_have_name(const struct eu_container *container)
{
	return eu_metadata_missing(container) && strlen(container->id) == FULL_ID &&
	       strspn(container->id, "0123456789abcdef") == FULL_ID;
}

static bool is_id(const char *word, const char *id)
{
	size_t len = strlen(word);

	return !strcmp(word, id) ||
	       (len >= SHORT_ID && strlen(id) == FULL_ID && !strncmp(word, id, len));
}

static enum eu_fit fit_container(const struct list *list, const struct eu_container *container)
{
	for (size_t i = 0; i < list->n; i++)
		if (is_called(container, list->words[i]) || is_id(list->words[i], container->id))
			return EU_FITS;
	return !list->n ? EU_FITS : may_have_name(container) ? EU_MAY_FIT : EU_FITS_NOT;
}

/* By its name with what stands behind that; without, where nothing is known to. */
static bool any_glob_with(const struct list *list, const char *name, const char *sign,
			  const char *behind)
{
	char full[2048];

	snprintf(full, sizeof(full), "%s%s%s", name, *behind ? sign : "", behind);
	return any_glob(list, full);
}

/* With "sha256:" or without, whole or the beginning of it. */
static bool is_image_id(const char *word, const char *id)
{
	size_t algorithm = strlen("sha256:"), len;

	word += strncmp(word, "sha256:", algorithm) ? 0 : algorithm;
	id += strncmp(id, "sha256:", algorithm) ? 0 : algorithm;
	len = strlen(word);
	return len >= SHORT_ID && !strncmp(word, id, len);
}

static bool any_image_id(const struct list *list, const char *id)
{
	for (size_t i = 0; i < list->n; i++)
		if (is_image_id(list->words[i], id))
			return true;
	return false;
}

static bool is_image(const struct list *list, const struct eu_container *container)
{
	const char *name = container->image_name, *digest = container->image_digest;
	char tagged[1024];

	snprintf(tagged, sizeof(tagged), "%s:%s", name, container->image_tag);
	return any_glob(list, name) || any_glob(list, tagged) || any_glob(list, digest) ||
	       any_image_id(list, container->image_id) ||
	       any_glob_with(list, name, "@", digest) || any_glob_with(list, tagged, "@", digest);
}

/* Containers that runc or crun make for themselves come from no image. */
static bool may_have_image(const struct eu_container *container, bool more)
{
	bool name = *container->image_name, id = *container->image_id;

	if (more ? name && id : name || id)
		return false;
	return may_have_name(container) ||
	       (strcmp(container->runtime, "runc") && strcmp(container->runtime, "crun"));
}

static enum eu_fit fit_image(const struct list *list, const struct eu_container *container, bool more)
{
	if (!list->n || is_image(list, container))
		return EU_FITS;
	return may_have_image(container, more) ? EU_MAY_FIT : EU_FITS_NOT;
}

static bool may_be_value(const struct eu_label *label, const char *value)
{
	size_t len = strlen(label->value);

	if (label->cut)
		return strlen(value) > len && !strncmp(label->value, value, len);
	return !strcmp(label->value, value);
}

/* What is not known of a value that was cut, or of labels that were left out, may be what is asked
 * for: nothing is hidden for it. */
static enum eu_fit fit_label(const struct eu_container *container, const char *word)
{
	size_t key_len = strcspn(word, "=");

	for (size_t i = 0; i < container->n_labels; i++) {
		const struct eu_label *label = &container->labels[i];

		if (strlen(label->key) == key_len && !strncmp(label->key, word, key_len))
			return !word[key_len] || may_be_value(label, word + key_len + 1) ?
				       EU_FITS : EU_FITS_NOT;
	}
	if (container->labels_left_out)
		return EU_FITS;
	return container->labels_unknown || may_have_name(container) ? EU_MAY_FIT : EU_FITS_NOT;
}

static enum eu_fit worse(enum eu_fit a, enum eu_fit b)
{
	return a < b ? a : b;
}

enum eu_fit eu_select_fit(const struct eu_select *select, const struct eu_container *container,
			  bool more)
{
	enum eu_fit fit = worse(fit_container(&select->containers, container),
				fit_image(&select->images, container, more));

	for (size_t i = 0; i < select->labels.n; i++)
		fit = worse(fit, fit_label(container, select->labels.words[i]));
	return fit;
}

bool eu_select_container(const struct eu_select *select, const struct eu_container *container)
{
	return eu_select_fit(select, container, false) == EU_FITS;
}

bool eu_select_needs_labels(const struct eu_select *select)
{
	return select->labels.n;
}

bool eu_select_needs_names(const struct eu_select *select)
{
	return select->containers.n || select->images.n || select->labels.n;
}

/* The kernel keeps 15 characters of the name that was executed. An executable's own name may have all
 * of it; a script's, or that of a link to it, nobody knows, and who asks for more than 15 may mean it. */
static enum eu_fit fit_name(const char *word, const char *name, const char *executable)
{
	enum { KEPT = 15 }; /* TASK_COMM_LEN - 1 */
	const char *slash = strrchr(executable, '/');
	const char *whole = slash ? slash + 1 : executable;

	if (!fnmatch(word, name, 0))
		return EU_FITS;
	if (strlen(name) < KEPT)
		return EU_FITS_NOT;
	if (!strncmp(whole, name, KEPT) && !fnmatch(word, whole, 0))
		return EU_FITS;
	return strcspn(word, "*?[\\") >= KEPT && !strncmp(word, name, KEPT) ? EU_MAY_FIT : EU_FITS_NOT;
}

/* Of the process or of the thread: the best that there is. */
static enum eu_fit fit_any(const struct list *list, const struct eu_event *event)
{
	const char *executable = event->process->executable;
	enum eu_fit best = EU_FITS_NOT, one;

	for (size_t i = 0; i < list->n; i++) {
		one = fit_name(list->words[i], event->process->name, executable);
		best = one > best ? one : best;
		one = event->thread ? fit_name(list->words[i], event->thread->name, executable) : best;
		best = one > best ? one : best;
	}
	return best;
}

/* Who may be asked for is shown, whether to be shown or to be left out. */
static bool is_named(const struct eu_select *select, const struct eu_event *event)
{
	return (!select->comms.n || fit_any(&select->comms, event) != EU_FITS_NOT) &&
	       fit_any(&select->exclude_comms, event) != EU_FITS;
}

static bool match_process(const struct eu_select *select, const struct eu_event *event)
{
	const struct eu_process *process = event->process;
	bool uid_matches = !select->n_uids;
	uint32_t uid;

	if (!process)
		return !select->comms.n && !select->n_uids;
	uid = event->thread ? event->thread->uid : process->uid;
	for (size_t i = 0; i < select->n_uids; i++)
		uid_matches |= select->uids[i] == uid;
	return uid_matches && is_named(select, event);
}

static const char *called(const struct eu_event_syscall *e)
{
	const struct eu_syscall *call =
		eu_syscall_get(e->nr & EU_NR_I386 ? EU_ABI_I386 : EU_ABI_NATIVE, e->nr & ~EU_NR_I386);

	return call ? call->name : "";
}

/* A connect(2) that goes on is told again when its outcome is known. */
static bool has_failed(const struct eu_event *event)
{
	const struct eu_field *result = eu_schema_field(event->desc, "result");
	struct eu_value value = result ? eu_event_value(event, result) : (struct eu_value){};

	if (value.type != EU_VALUE_INT || value.i >= 0)
		return false;
	if (event->desc->id == EU_TYPE(eu_event_syscall))
		return may_fail(called((const void *)event->record));
	return event->desc->id != EU_TYPE(eu_event_connect) || value.i != -EINPROGRESS;
}

/* A type that only the recording knows. */
static bool match_unknown(const struct eu_select *select, const struct eu_event_desc *desc)
{
	return !eu_schema_event(desc->id) && (select->all || (select->unasked && desc->by_default));
}

static bool match_call(const struct eu_select *select, const struct eu_event *event)
{
	const struct eu_event_syscall *e = (const void *)event->record;
	uint16_t plan = select->plans[call_index(e->nr)];

	return plan & EU_PLAN_STREAM ||
	       (plan & EU_PLAN_REFUSED && !(plan & EU_PLAN_PROBE) && is_refusal(e->result));
}

static bool is_change(const struct eu_cap_change *change)
{
	return change->gained || change->lost;
}

/* Nothing but the bounding set, from which a runtime drops name by name before every container:
 * nobody who has not asked wants to read that. */
static bool only_bounds(const struct eu_event *event)
{
	const struct eu_event_credentials *e = (const void *)event->record;

	return event->desc->id == EU_TYPE(eu_event_credentials) &&
	       e->changed == EU_CRED_CAPABILITIES && is_change(&e->bounding) &&
	       !is_change(&e->effective) && !is_change(&e->permitted) && !is_change(&e->ambient) &&
	       !is_change(&e->inheritable);
}

bool eu_select_match(const struct eu_select *select, const struct eu_event *event)
{
	if (!select->events[event->desc->id] && !match_unknown(select, event->desc))
		return false;
	if (select->alone && event->desc->id == EU_TYPE(eu_event_syscall) &&
	    !match_call(select, event))
		return false;
	if (!match_process(select, event))
		return false;
	if ((select->failed || (select->unasked && event->desc->by_default_failed)) &&
	    !has_failed(event))
		return false;
	if (select->unasked && only_bounds(event))
		return false;
	return !select->filter || eu_filter_match(select->filter, event);
}

void eu_select_free(struct eu_select *select)
{
	if (!select)
		return;
	free_list(&select->comms);
	free_list(&select->exclude_comms);
	free_list(&select->containers);
	free_list(&select->images);
	free_list(&select->labels);
	free(select->uids);
	eu_filter_free(select->filter);
	free(select);
}
