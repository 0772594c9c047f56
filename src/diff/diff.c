/* SPDX-License-Identifier: Apache-2.0 */
/* Two sides of reports, container by container. */
#include <errno.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

#include "diff/diff.h"
#include "diff/items.h"
#include "report/kind.h"
#include "report/merge.h"

struct eu_differ {
	struct eu_diff pub;
	struct eu_merger *mergers[2][EU_PHASES];
	const struct eu_report *reports[2][EU_PHASES];
	const struct eu_diff_options *options;
	struct eu_arena arena;
	struct eu_container_diff *containers; /* of pub */
};

const char *eu_diff_kind_name(unsigned kind)
{
	static const char *const names[] = {
	    [EU_DIFF_SYSCALLS] = "syscalls",
	    [EU_DIFF_ARGUMENTS] = "arguments",
	    [EU_DIFF_FILES] = "files",
	    [EU_DIFF_EXECUTABLES] = "executables",
	    [EU_DIFF_PEERS] = "peers",
	    [EU_DIFF_CAPABILITIES] = "capabilities",
	    [EU_DIFF_CONFINEMENT] = "confinement",
	};

	return kind < EU_DIFF_KINDS ? names[kind] : NULL;
}

/* ---- one pair ---- */

struct pair {
	struct eu_differ *differ;
	const struct eu_container_report *const *sides;
	unsigned not_compared; /* kinds, as bits */
	struct eu_items items[2][EU_PHASES];
	struct eu_difference *differences;
	size_t n, room;
};

static bool matches(const char *glob, const char *text)
{
	return text && !fnmatch(glob, text, 0);
}

/* A peer has an address and a name besides the text that says it all. */
static bool is_ignored(const struct eu_diff_options *options, const struct eu_difference *fact)
{
	const struct eu_peer_fact *peer = fact->peer;

	for (size_t i = 0; i < options->n_ignore; i++)
		if (matches(options->ignore[i], fact->what) ||
		    (peer && (matches(options->ignore[i], peer->address) ||
			      matches(options->ignore[i], peer->container_name))))
			return true;
	return false;
}

static bool is_asked_for(const struct pair *pair, const struct eu_difference *fact)
{
	const struct eu_diff_options *options = pair->differ->options;

	return (!options->kinds || options->kinds >> fact->kind & 1) &&
	       !(pair->not_compared >> fact->kind & 1) && !is_ignored(options, fact);
}

/* Arguments are known of the calls that were counted. */
static unsigned kinds_of(const char *recorded)
{
	for (unsigned kind = 0; kind < EU_DIFF_KINDS; kind++)
		if (!strcmp(recorded, eu_diff_kind_name(kind)))
			return kind == EU_DIFF_SYSCALLS ? 1u << kind | 1u << EU_DIFF_ARGUMENTS :
							  1u << kind;
	return 0;
}

/* What a side has no record of it may have done all the same. */
static unsigned not_compared(const struct eu_container_report *side,
			     const struct eu_container_report *other)
{
	unsigned kinds = 0;

	for (size_t i = 0; i < side->n_unrecorded; i++) {
		const struct eu_unrecorded *own = &side->unrecorded[i];
		const struct eu_unrecorded *like =
			eu_unrecorded_find(other->unrecorded, other->n_unrecorded, own->kind);

		if (!own->n_events || !like || !eu_unrecorded_is_like(own, like))
			kinds |= kinds_of(own->kind);
	}
	return kinds;
}

/* What one side may have done, and how it looks from the other. */
struct view {
	enum eu_diff_side side;
	const struct eu_item *item;
	const struct eu_item *sure;       /* what of it is the workload's without doubt; or NULL */
	const struct eu_item *other;      /* what may be the other side's workload's; or NULL */
	const struct eu_item *other_ever; /* and its runtime's */
};

/* What may be the runtime's is new only where the other one's runtime does not do it, either. */
static const struct eu_item *other_of(const struct view *view, const char *aspect)
{
	bool sure = view->sure && (!aspect || eu_item_has(view->sure, aspect));

	return sure ? view->other : view->other_ever;
}

/* Are calls and errors of the runtime's work told apart by count? Else times have to do. */
static bool is_counted_apart(const struct eu_container_report *side)
{
	for (size_t i = 0; i < side->n_syscalls; i++)
		if (side->syscalls[i].init == EU_INIT_UNKNOWN)
			return false;
	return true;
}

/* Errors have no times of their own. One or two of a call that the runtime makes may be the
 * runtime's, and it joins the container sometimes sooner and sometimes later. */
static bool is_runtimes_error(const struct pair *pair, const struct view *view, const char *error)
{
	const struct eu_container_report *side = pair->sides[view->side];

	return view->item->fact.kind == EU_DIFF_SYSCALLS && !is_counted_apart(side) &&
	       eu_items_find(&pair->items[view->side][EU_PHASE_EARLY], view->item) &&
	       eu_diff_errors(side, view->item->fact.what, error) <= 2 * side->n_replicas;
}

static bool is_new(const struct pair *pair, const struct view *view, const char *aspect)
{
	const struct eu_item *other = other_of(view, aspect);

	return (!other || !eu_item_has(other, aspect)) && !is_runtimes_error(pair, view, aspect);
}

/* Each container, on an average. */
static bool does_more(const struct pair *pair, const struct view *view)
{
	return view->item->fact.count * pair->sides[!view->side]->n_replicas >
	       view->other->fact.count * pair->sides[view->side]->n_replicas;
}

/* Both runtimes do it, and one workload without doubt. Nothing says that the other workload does,
 * and it would have to be done as often then. */
static bool is_runtimes(const struct pair *pair, const struct view *view)
{
	return view->sure && view->other &&
	       !eu_items_find(&pair->items[!view->side][EU_PHASE_WORK], view->item) &&
	       eu_items_find(&pair->items[view->side][EU_PHASE_EARLY], view->item) &&
	       does_more(pair, view);
}

static int take_new_aspects(struct pair *pair, struct eu_difference *out, const struct view *view)
{
	const struct eu_difference *fact = &view->item->fact;
	const char **aspects =
	    eu_arena_alloc(&pair->differ->arena, fact->n_aspects * sizeof(*aspects) + 1);

	if (!aspects)
		return -ENOMEM;
	*out = *fact;
	out->known = true;
	out->n_aspects = 0;
	out->aspects = aspects;
	for (size_t i = 0; i < fact->n_aspects; i++)
		if (is_new(pair, view, fact->aspects[i]))
			aspects[out->n_aspects++] = fact->aspects[i];
	return 0;
}

static int add(struct pair *pair, const struct eu_difference *difference, enum eu_diff_side side)
{
	struct eu_difference *all = pair->differences;

	if (pair->n == pair->room) {
		size_t room = pair->room ? 2 * pair->room : 64;

		all = realloc(all, room * sizeof(*all));
		if (!all)
			return -ENOMEM;
		pair->differences = all;
		pair->room = room;
	}
	all[pair->n] = *difference;
	all[pair->n++].only = side;
	return 0;
}

/* Where times have to tell: what the scheduler of a runtime in Go calls in one run and not in
 * another; of a workload the last ones are worth telling when they are its own for certain. */
static bool is_of_scheduling(const struct eu_difference *fact, bool sure)
{
	static const char *const calls[] = {"epoll_pwait", "futex",	   "getpid",	   "gettid",
					    "nanosleep",   "rt_sigreturn", "sched_yield",  "tgkill",
					    "clone",	   "clone3",	   "madvise",	   "mmap",
					    "munmap",	   "rt_sigaction"};
	size_t n = sure ? 8 : sizeof(calls) / sizeof(*calls);

	for (size_t i = 0; i < n; i++)
		if (fact->kind <= EU_DIFF_ARGUMENTS && !strcmp(fact->what, calls[i]))
			return true;
	return false;
}

/* The image's own files tell it, and they may be gone with a short container before they are read: that
 * one side does not know is no difference. */
static bool may_be_unread(const struct eu_difference *fact)
{
	return fact->kind == EU_DIFF_CONFINEMENT && !strcmp(fact->what, "libc");
}

static int compare_item(struct pair *pair, const struct eu_item *item, enum eu_diff_side side)
{
	struct eu_items *other = pair->items[!side];
	struct view view = {
	    .side = side,
	    .item = item,
	    .sure = eu_items_find(&pair->items[side][EU_PHASE_WORK], item),
	    .other = eu_items_find(&other[EU_PHASE_MAYBE], item),
	    .other_ever = eu_items_find(&other[EU_PHASE_ANY], item),
	};
	struct eu_difference difference;

	if (!is_asked_for(pair, &item->fact))
		return 0;
	if (!is_counted_apart(pair->sides[side]) &&
	    (!view.sure || eu_items_find(&pair->items[side][EU_PHASE_EARLY], item)) &&
	    is_of_scheduling(&item->fact, view.sure))
		return 0;
	if (is_runtimes(pair, &view))
		view.other = NULL;
	if (!other_of(&view, NULL))
		return may_be_unread(&item->fact) ? 0 : add(pair, &item->fact, side);
	if (take_new_aspects(pair, &difference, &view))
		return -ENOMEM;
	return difference.n_aspects ? add(pair, &difference, side) : 0;
}

/* By kind, what B has before what A has, then as people look things up. */
static int by_kind(const void *a, const void *b)
{
	const struct eu_difference *x = a, *y = b;

	if (x->kind != y->kind)
		return (int)x->kind - (int)y->kind;
	if (x->only != y->only)
		return x->only == EU_DIFF_B ? -1 : 1;
	return strcmp(x->what, y->what);
}

static int compare_sides(struct pair *pair)
{
	for (unsigned side = 0; side < 2; side++)
		for (struct eu_item *item = pair->items[side][EU_PHASE_MAYBE].items;
		     item; item = item->hh.next)
			if (compare_item(pair, item, side))
				return -ENOMEM;
	if (pair->n)
		qsort(pair->differences, pair->n, sizeof(*pair->differences), by_kind);
	return 0;
}

/* Into the arena, like all that a diff is made of. */
static int keep_differences(struct pair *pair, struct eu_container_diff *out)
{
	struct eu_difference *all =
	    eu_arena_alloc(&pair->differ->arena, pair->n * sizeof(*all) + 1);

	if (!all)
		return -ENOMEM;
	if (pair->n)
		memcpy(all, pair->differences, pair->n * sizeof(*all));
	out->differences = all;
	out->n_differences = pair->n;
	return 0;
}

/* All mergers of a side have its containers in the same order. */
static int make_items(struct pair *pair, enum eu_diff_side side,
		      const struct eu_container_report *container, const struct eu_ports *ports)
{
	const struct eu_report *const *reports = pair->differ->reports[side];
	size_t at = container - reports[EU_PHASE_MAYBE]->containers;
	int ret = 0;

	for (unsigned phase = 0; phase < EU_PHASES && !ret; phase++) {
		pair->items[side][phase].arena = &pair->differ->arena;
		ret = eu_items_make(&pair->items[side][phase], &reports[phase]->containers[at],
				    ports);
	}
	return ret;
}

static void free_pair(struct pair *pair)
{
	for (unsigned side = 0; side < 2; side++)
		for (unsigned phase = 0; phase < EU_PHASES; phase++)
			eu_items_free(&pair->items[side][phase]);
	free(pair->differences);
}

static int compare_pair(struct eu_differ *differ, struct eu_container_diff *out)
{
	struct pair pair = {.differ = differ, .sides = out->sides};
	struct eu_ports ports = {};
	int ret = eu_ports_add(&ports, out->sides[0]) ?: eu_ports_add(&ports, out->sides[1]);

	pair.not_compared = out->not_compared = not_compared(out->sides[0], out->sides[1]) |
						not_compared(out->sides[1], out->sides[0]);
	for (unsigned side = 0; side < 2 && !ret; side++)
		ret = make_items(&pair, side, out->sides[side], &ports);
	if (!ret)
		ret = compare_sides(&pair) ?: keep_differences(&pair, out);
	eu_ports_free(&ports);
	free_pair(&pair);
	return ret;
}

/* ---- which containers ---- */

bool eu_diff_missed_start(const struct eu_container_report *container)
{
	for (size_t i = 0; i < container->n_replicas; i++)
		if (!container->replicas[i].existed)
			return false;
	return true;
}

static const char *name_of(const struct eu_container_report *c)
{
	return *c->container.image_name ? c->container.image_name : c->container.name;
}

/* An image and a container may have one name. */
static bool are_alike(const struct eu_container_report *a, const struct eu_container_report *b)
{
	return !*a->container.image_name == !*b->container.image_name &&
	       !strcmp(name_of(a), name_of(b));
}

static void add_pair(struct eu_differ *differ, const struct eu_container_report *a,
		     const struct eu_container_report *b)
{
	differ->containers[differ->pub.n_containers++] =
	    (struct eu_container_diff){.name = name_of(b ?: a), .sides = {a, b}};
}

/* Of a name that one side has twice, in different cgroups. */
static bool are_same(const struct eu_container_report *a, const struct eu_container_report *b)
{
	return are_alike(a, b) && !strcmp(a->container.cgroup, b->container.cgroup);
}

static bool has_same(const struct eu_report *report, const struct eu_container_report *like)
{
	for (size_t i = 0; i < report->n_containers; i++)
		if (are_same(&report->containers[i], like))
			return true;
	return false;
}

static bool is_paired(const struct eu_differ *differ, const struct eu_container_report *a)
{
	for (size_t i = 0; i < differ->pub.n_containers; i++)
		if (differ->containers[i].sides[EU_DIFF_A] == a)
			return true;
	return false;
}

/* The same, else one of this name that is no other's. */
static const struct eu_container_report *find_alike(const struct eu_differ *differ,
						    const struct eu_container_report *like)
{
	const struct eu_report *a = differ->pub.sides[EU_DIFF_A], *b = differ->pub.sides[EU_DIFF_B];
	bool same = has_same(a, like);

	for (size_t i = 0; i < a->n_containers; i++) {
		const struct eu_container_report *c = &a->containers[i];

		if (same ? are_same(c, like) :
			   are_alike(c, like) && !has_same(b, c) && !is_paired(differ, c))
			return c;
	}
	return NULL;
}

static void pair_all(struct eu_differ *differ, const struct eu_report *a, const struct eu_report *b)
{
	if (a->n_containers == 1 && b->n_containers == 1) {
		add_pair(differ, &a->containers[0], &b->containers[0]);
		return;
	}
	for (size_t i = 0; i < b->n_containers; i++)
		add_pair(differ, find_alike(differ, &b->containers[i]), &b->containers[i]);
	for (size_t i = 0; i < a->n_containers; i++)
		if (!is_paired(differ, &a->containers[i]))
			add_pair(differ, &a->containers[i], NULL);
}

static int compare_all(struct eu_differ *differ)
{
	const struct eu_report *const *sides = differ->pub.sides;
	size_t most = sides[0]->n_containers + sides[1]->n_containers;
	int ret = 0;

	differ->containers = calloc(most + 1, sizeof(*differ->containers));
	if (!differ->containers)
		return -ENOMEM;
	pair_all(differ, sides[EU_DIFF_A], sides[EU_DIFF_B]);
	for (size_t i = 0; i < differ->pub.n_containers && !ret; i++) {
		struct eu_container_diff *c = &differ->containers[i];
		bool paired = c->sides[0] && c->sides[1];

		if (paired)
			ret = compare_pair(differ, c);
		differ->pub.differs |= !paired || c->n_differences;
	}
	differ->pub.containers = differ->containers;
	return ret;
}

/* ---- life ---- */

static int make_mergers(struct eu_differ *differ, enum eu_diff_side side, struct eu_error *err)
{
	int ret = 0;

	for (unsigned phase = 0; phase < EU_PHASES && !ret; phase++) {
		struct eu_merge_rules rules = {.by_image_name = true, .phase = phase};

		ret = eu_merger_new(&differ->mergers[side][phase], err);
		if (!ret)
			eu_merger_rule(differ->mergers[side][phase], &rules);
	}
	return ret;
}

int eu_differ_new(struct eu_differ **out, const struct eu_diff_options *options,
		  struct eu_error *err)
{
	struct eu_differ *differ = calloc(1, sizeof(*differ));
	int ret = differ ? 0 : eu_fail(err, ENOMEM, "out of memory");

	if (!ret)
		ret = make_mergers(differ, EU_DIFF_A, err) ?: make_mergers(differ, EU_DIFF_B, err);
	if (ret) {
		eu_differ_free(differ);
		return ret;
	}
	differ->options = options;
	*out = differ;
	return 0;
}

int eu_differ_add(struct eu_differ *differ, enum eu_diff_side side, const struct eu_report *report,
		  struct eu_error *err)
{
	int ret = 0;

	for (unsigned phase = 0; phase < EU_PHASES && !ret; phase++)
		ret = eu_merger_add(differ->mergers[side][phase], report, err);
	return ret;
}

int eu_differ_compare(struct eu_differ *differ, const struct eu_diff **out, struct eu_error *err)
{
	for (unsigned side = 0; side < 2; side++) {
		for (unsigned phase = 0; phase < EU_PHASES; phase++) {
			differ->reports[side][phase] =
			    eu_merger_report(differ->mergers[side][phase]);
			if (!differ->reports[side][phase])
				return eu_fail(err, ENOMEM, "out of memory");
		}
		differ->pub.sides[side] = differ->reports[side][EU_PHASE_MAYBE];
	}
	if (compare_all(differ))
		return eu_fail(err, ENOMEM, "out of memory");
	*out = &differ->pub;
	return 0;
}

void eu_differ_free(struct eu_differ *differ)
{
	if (!differ)
		return;
	for (unsigned side = 0; side < 2; side++)
		for (unsigned phase = 0; phase < EU_PHASES; phase++)
			eu_merger_free(differ->mergers[side][phase]);
	eu_arena_free(&differ->arena);
	free(differ->containers);
	free(differ);
}
