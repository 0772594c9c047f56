/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What reports say adds up: of two times of one run, of several runs in any order, of the runtime's
 * part and the rest. The runs are made up, from a seed, and what happened in each time is counted
 * beside what a report has of it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <eunomia/events.h>
#include <eunomia/report.h>

#include "report/merge.h"
#include "report/saved.h"

enum {
	SEEDS = 300,
	STEPS = 120, /* what happens in a run */
	CONTAINERS = 3,
	CALLS = 3,
	ERRORS = 2,
	VALUES = 3,
	FILES = 6,
	OPERATIONS = 2,
	PROGRAMS = 3,
	WAYS = 4, /* to call a program */
	PEERS = 6,
	CAPABILITIES = 2,
	LOSSES = 3,
};

/* ---- chance ---- */

static uint64_t chance;

static unsigned below(unsigned n)
{
	chance ^= chance << 13;
	chance ^= chance >> 7;
	chance ^= chance << 17;
	return chance % n;
}

/* ---- what there is ---- */

#define HEX "7339f952c18f0123456789abcdef0123456789abcdef0123456789abcdef0123"

static const char *const call_names[CALLS] = {"openat", "read", "unshare"};
static const int error_numbers[ERRORS] = {2, 13};
static const uint32_t operation_numbers[OPERATIONS] = {EU_OPERATION_MKDIR, EU_OPERATION_OTHER};
static const struct eu_argument_fact arguments[VALUES][1] = {
	{{"flags", 0x10000000, "CLONE_NEWUSER"}}, {{"flags", 0, NULL}}, {{"other", 0, NULL}}};
static const struct eu_file_fact file_names[FILES] = {
	{.path = "/etc/a"},
	{.path = "/etc/a", .path_state = EU_PATH_CHROOT},
	{.path = "/etc/a", .path_state = EU_PATH_DETACHED, .device = 5},
	{.path = "/deep", .path_state = EU_PATH_TRUNCATED, .device = 5, .inode = 7},
	{.path = "/deep", .path_state = EU_PATH_TRUNCATED, .device = 5, .inode = 8},
	{.path = "/tmp/b", .path_state = EU_PATH_RAW},
};
static const char *const program_names[PROGRAMS][2] = {
	{"/bin/busybox", "sh"}, {"/bin/busybox", "ls"}, {"/sbin/init", "init"}};
static const char *const ways[PROGRAMS][WAYS][2] = {
	{{"sh", "-c"}, {"sh", "-i"}, {"sh", ""}, {"sh", "-l"}},
	{{"ls", "/"}, {"ls", "-l"}, {"ls", "/etc"}, {"ls", "/tmp"}},
	{{"init", "1"}, {"init", "2"}, {"init", "3"}, {"init", "4"}},
};
static const struct eu_peer_fact peer_names[PEERS] = {
	{.transport = "tcp", .direction = "out", .address = "198.51.100.2", .address_len = 12,
	 .port = 80, .container_id = "one", .container_name = "web"},
	{.transport = "tcp", .direction = "out", .address = "198.51.100.2", .address_len = 12,
	 .port = 80, .container_id = "two", .container_name = "web"},
	{.transport = "tcp", .direction = "out", .address = "198.51.100.2", .address_len = 12, .port = 80},
	{.transport = "tcp", .direction = "out", .address = "198.51.100.2", .address_len = 12,
	 .port = 80, .container_id = HEX, .container_name = "7339f952c18f"},
	{.transport = "unix", .direction = "out", .address = "@a\0b", .address_len = 4},
	{.transport = "unix", .direction = "out", .address = "@a\0c", .address_len = 4},
};
static const char *const capability_names[CAPABILITIES] = {"CAP_NET_RAW", "CAP_CHOWN"};
static const struct eu_loss loss_names[LOSSES] = {
	{.class = "any", .place = "missed"}, {.class = "open", .place = "ring"},
	{.class = "any", .place = "map"}};
static const char *const actions[] = {"created", "removed", "oom"};

/* ---- a run ---- */

struct container {
	struct eu_confinement_fact confinement;
	struct eu_syscall_fact calls[CALLS];
	struct eu_errno_count errors[CALLS][ERRORS];
	struct eu_value_fact values[CALLS][VALUES];
	struct eu_file_fact files[FILES];
	struct eu_operation_count operations[FILES][OPERATIONS];
	struct eu_executable_fact programs[PROGRAMS];
	struct eu_argv_fact others[PROGRAMS][WAYS];
	struct eu_peer_fact peers[PEERS];
	struct eu_capability_fact capabilities[CAPABILITIES];
	const char *in_calls[CAPABILITIES][CALLS];
	struct eu_lifecycle_fact steps[STEPS];
	struct eu_loss loss[LOSSES];
	uint64_t start; /* of the entrypoint */
	bool init_unknown;
};

struct run {
	struct eu_report report;
	struct eu_container_report reports[CONTAINERS];
	struct container containers[CONTAINERS];
};

/* Something that happens. */
struct event {
	uint64_t time;
	unsigned container, kind, what, how, n;
};

static void note(uint64_t *first, uint64_t *last, uint64_t time)
{
	*first = *first && *first < time ? *first : time;
	*last = *last > time ? *last : time;
}

static void count(const struct container *c, const struct event *e, uint64_t *count,
		  uint64_t *init)
{
	*count += e->n;
	if (c->init_unknown)
		*init = EU_INIT_UNKNOWN;
	else if (e->time < c->start)
		*init += e->n;
}

static void call(struct container *c, const struct event *e)
{
	struct eu_syscall_fact *fact = &c->calls[e->what % CALLS];
	struct eu_value_fact *value = &c->values[e->what % CALLS][e->how % VALUES];
	struct eu_errno_count *error = &c->errors[e->what % CALLS][e->how % ERRORS];

	fact->name = call_names[e->what % CALLS];
	count(c, e, &fact->count, &fact->init);
	note(&fact->first, &fact->last, e->time);
	value->arguments = arguments[e->how % VALUES];
	value->n_arguments = 1;
	count(c, e, &value->count, &value->init);
	note(&value->first, &value->last, e->time);
	error->error = error_numbers[e->how % ERRORS];
	if (e->how % 3)
		count(c, e, &error->count, &error->init);
}

static void use(struct container *c, const struct event *e)
{
	struct eu_file_fact *fact = &c->files[e->what % FILES];
	struct eu_operation_count *operation = &c->operations[e->what % FILES][e->n % OPERATIONS];
	uint64_t *counts[] = {&fact->opens, &fact->reads,    &fact->writes,
			      &fact->maps,  &fact->failures, &operation->count};
	uint64_t *bytes[] = {NULL, &fact->bytes_read, &fact->bytes_written, &fact->bytes_mapped};

	fact->path = file_names[e->what % FILES].path;
	fact->path_state = file_names[e->what % FILES].path_state;
	fact->device = file_names[e->what % FILES].device;
	fact->inode = file_names[e->what % FILES].inode;
	operation->operation = operation_numbers[e->n % OPERATIONS];
	*counts[e->how % 6] += e->n;
	if (e->how % 6 && e->how % 6 < 4)
		*bytes[e->how % 6] += 100 * e->n;
	fact->created |= !(e->how % 6) && e->n == 1;
	fact->deleted |= e->how % 6 == 5 && e->n == 1;
	if (c->init_unknown)
		fact->untimed = true;
	else
		*(e->time < c->start ? &fact->by_init : &fact->by_work) = true;
	note(&fact->first, &fact->last, e->time);
}

static void run_program(struct container *c, const struct event *e)
{
	unsigned which = e->what % PROGRAMS;
	struct eu_executable_fact *fact = &c->programs[which];
	const struct eu_argv_fact way = {ways[which][e->how % WAYS], 2};
	bool known = fact->argv == way.argv;

	for (size_t i = 0; i < fact->n_others; i++)
		known |= c->others[which][i].argv == way.argv;
	if (!fact->count) {
		fact->path = program_names[which][0];
		fact->argv = way.argv;
		fact->n_argv = way.n_argv;
		fact->parent = "";
	} else if (!known) {
		c->others[which][fact->n_others++] = way;
	}
	fact->count += e->n;
	note(&fact->first, &fact->last, e->time);
}

static void talk(struct container *c, const struct event *e)
{
	struct eu_peer_fact *fact = &c->peers[e->what % PEERS];

	if (!fact->transport)
		*fact = peer_names[e->what % PEERS];
	fact->count += e->how % 3 ? e->n : 0;
	fact->failures += e->how % 3 == 1 ? e->n : 0;
	fact->bytes_sent += e->how % 3 == 0 ? 10 * e->n : 0;
	fact->bytes_received += e->how % 3 == 2 ? 7 * e->n : 0;
	note(&fact->first, &fact->last, e->time);
}

static void check(struct container *c, const struct event *e)
{
	unsigned which = e->what % CAPABILITIES;
	struct eu_capability_fact *fact = &c->capabilities[which];
	const char **calls = c->in_calls[which], *name = call_names[e->how % CALLS];
	bool early = e->time < c->start, refused = e->how & 1;
	size_t i = 0;

	fact->name = capability_names[which];
	*(refused ? &fact->refused : &fact->granted) += e->n;
	*(refused ? &fact->init_refused : &fact->init_granted) += early ? e->n : 0;
	fact->below += e->how == 5 ? e->n : 0;
	while (i < fact->n_syscalls && strcmp(calls[i], name))
		i++;
	calls[i] = name;
	fact->n_syscalls += i == fact->n_syscalls;
	note(&fact->first, &fact->last, e->time);
}

static void happen(struct run *run, const struct event *e)
{
	struct container *c = &run->containers[e->container];
	struct eu_container_report *report = &run->reports[e->container];
	static void (*const kinds[])(struct container *c, const struct event *e) = {
		call, use, run_program, talk, check};

	note(&report->first, &report->last, e->time);
	if (e->kind < 5)
		kinds[e->kind](c, e);
	else
		c->steps[report->n_lifecycle++] = (struct eu_lifecycle_fact){
			e->time, e->time == c->start ? "started" : actions[e->how % 3], "x"};
}

/* ---- as a report ---- */

/* What has no count is not there. */
#define KEEP(list, n, all, any)                                                                    \
	do {                                                                                       \
		(n) = 0;                                                                           \
		for (size_t k_ = 0; k_ < sizeof(all) / sizeof(*(all)); k_++) {                     \
			__typeof__(*(all)) *it = &(all)[k_];                                       \
			if (any)                                                                   \
				(all)[(n)++] = *it;                                                \
		}                                                                                  \
		(list) = (all);                                                                    \
	} while (0)

static void publish_container(struct container *c, struct eu_container_report *out)
{
	for (int i = 0; i < CALLS; i++) {
		KEEP(c->calls[i].errors, c->calls[i].n_errors, c->errors[i], it->count);
		KEEP(c->calls[i].values, c->calls[i].n_values, c->values[i], it->count);
	}
	for (int i = 0; i < FILES; i++)
		KEEP(c->files[i].operations, c->files[i].n_operations, c->operations[i], it->count);
	for (int i = 0; i < PROGRAMS; i++)
		c->programs[i].others = c->others[i];
	for (int i = 0; i < CAPABILITIES; i++)
		c->capabilities[i].syscalls = c->in_calls[i];
	for (int i = 0; i < LOSSES; i++)
		c->loss[i].container = c->loss[i].container ? &out->container : NULL;
	KEEP(out->syscalls, out->n_syscalls, c->calls, it->count);
	KEEP(out->files, out->n_files, c->files, it->path);
	KEEP(out->executables, out->n_executables, c->programs, it->count);
	KEEP(out->peers, out->n_peers, c->peers, it->transport);
	KEEP(out->capabilities, out->n_capabilities, c->capabilities, it->name);
	KEEP(out->loss, out->n_loss, c->loss, it->count);
	out->lifecycle = c->steps;
	out->confinement = &c->confinement;
}

/* A report of its own, which can be cut. */
static struct run *report_of(const struct run *run)
{
	struct run *copy = malloc(sizeof(*copy));

	*copy = *run;
	for (int i = 0; i < CONTAINERS; i++)
		publish_container(&copy->containers[i], &copy->reports[i]);
	copy->report.containers = copy->reports;
	copy->report.n_containers = CONTAINERS;
	return copy;
}

/* ---- what runs there are ---- */

/* Two containers of one image, and one alone. */
static void begin_container(struct run *run, int i, unsigned number)
{
	static const char *const ids[] = {"a", "b", "c", "d"};
	struct container *c = &run->containers[i];
	const char *id = ids[(number + i) % 4];

	run->reports[i].container = (struct eu_container){
		.ref = i + 1, .id = id, .name = i == 2 ? "alone" : id, .runtime = "runc", .created = "",
		.cgroup = "", .image_name = i == 2 ? "" : "web", .image_tag = "1",
		.image_digest = "", .image_id = ""};
	run->reports[i].runtime_version = below(2) ? "1.2" : "";
	c->confinement = (struct eu_confinement_fact){.seccomp = below(3),
						      .no_new_privs = below(2),
						      .bounding = below(8),
						      .libc = below(2) ? "musl" : ""};
	c->start = 2 + CONTAINERS * below(STEPS / CONTAINERS - 1) + i; /* one at a time */
	c->init_unknown = !below(8);
	for (int l = 0; l < LOSSES; l++)
		c->loss[l] = loss_names[l];
	c->loss[0].count = 3; /* nobody's, and so everybody's */
	c->loss[1].count = below(3);
	c->loss[1].container = &run->reports[i].container;
	c->loss[2].count = number;
}

static void begin_run(struct run *run, unsigned number)
{
	static const char *const hosts[] = {"edge-1", "edge-11", "edge-2"};

	*run = (struct run){.report = {.host = hosts[number % 3], .first = 1, .complete = number}};
	for (int i = 0; i < CONTAINERS; i++)
		begin_container(run, i, number);
}

static struct event some_event(const struct run *run, uint64_t time)
{
	struct event e = {.time = time, .container = below(CONTAINERS), .kind = below(6),
			  .what = below(6), .how = below(12), .n = 1 + below(4)};

	for (unsigned i = 0; i < CONTAINERS; i++)
		if (run->containers[i].start == time)
			e.container = i, e.kind = 5;
	return e;
}

/* A run, and at a moment of it what was known then, and what happened after. */
struct story {
	struct run whole, before, after;
	uint64_t moment; /* the first time that is after */
};

static void tell(struct story *story, unsigned number)
{
	struct event e;

	begin_run(&story->whole, number);
	story->before = story->after = story->whole;
	story->moment = 2 + below(STEPS);
	for (uint64_t time = 1; time <= STEPS; time++) {
		e = some_event(&story->whole, time);
		happen(&story->whole, &e);
		happen(time < story->moment ? &story->before : &story->after, &e);
		story->whole.report.last = time;
		(time < story->moment ? &story->before : &story->after)->report.last = time;
	}
}

/* ---- the same whatever the order ---- */

struct page {
	char *lines[2048];
	size_t n;
};

__attribute__((format(printf, 2, 3))) static void say(struct page *page, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	assert_true(vasprintf(&page->lines[page->n++], format, args) >= 0);
	va_end(args);
	assert_true(page->n < 2048);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static char *text_of(struct page *page)
{
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	qsort(page->lines, page->n, sizeof(*page->lines), by_text);
	for (size_t i = 0; i < page->n; i++) {
		fprintf(out, "%s\n", page->lines[i]);
		free(page->lines[i]);
	}
	fclose(out);
	return text;
}

/* Which part of a report is looked at. */
enum {
	COUNTS = 0,
	FIRST = 1, /* when it was first */
	LISTS = 2, /* what is a set: arguments, calls of capabilities, what became of files */
	USERS = 4, /* of files */
	SUMS = 8,  /* losses and runs */
	ALL = FIRST | LISTS | USERS | SUMS
};

#define N(x) ((unsigned long long)(x))

static void say_calls(struct page *page, const char *who, const struct eu_container_report *c, int part)
{
	for (size_t i = 0; i < c->n_syscalls; i++) {
		const struct eu_syscall_fact *f = &c->syscalls[i];

		say(page, "%s %s %llu init %lld, %llu-%llu", who, f->name, N(f->count), N(f->init),
		    part & FIRST ? N(f->first) : 0, N(f->last));
		for (size_t e = 0; e < f->n_errors; e++)
			say(page, "%s %s error %d %llu init %lld", who, f->name, f->errors[e].error,
			    N(f->errors[e].count), N(f->errors[e].init));
		for (size_t v = 0; v < f->n_values; v++)
			say(page, "%s %s %s=%llu %llu init %lld, %llu-%llu", who, f->name,
			    f->values[v].arguments->name, N(f->values[v].arguments->value),
			    N(f->values[v].count), N(f->values[v].init),
			    part & FIRST ? N(f->values[v].first) : 0, N(f->values[v].last));
	}
}

static void say_files(struct page *page, const char *who, const struct eu_container_report *c, int part)
{
	for (size_t i = 0; i < c->n_files; i++) {
		const struct eu_file_fact *f = &c->files[i];

		say(page, "%s %s %u %u %llu: %llu %llu %llu %llu %llu, %llu %llu %llu, %llu-%llu%s%s%s%s%s",
		    who, f->path, f->path_state, f->device, N(f->inode), N(f->opens), N(f->reads),
		    N(f->writes), N(f->maps), N(f->failures), N(f->bytes_read),
		    N(f->bytes_written), N(f->bytes_mapped), part & FIRST ? N(f->first) : 0, N(f->last),
		    part & LISTS && f->created ? " created" : "",
		    part & LISTS && f->deleted ? " deleted" : "",
		    part & USERS && f->by_init ? " init" : "",
		    part & USERS && f->by_work ? " work" : "",
		    part & USERS && f->untimed ? " untimed" : "");
		for (size_t o = 0; o < f->n_operations; o++)
			say(page, "%s %s %u %u %llu %s %llu", who, f->path, f->path_state, f->device,
			    N(f->inode), eu_file_operation_name(f->operations[o].operation),
			    N(f->operations[o].count));
	}
}

static void say_programs(struct page *page, const char *who, const struct eu_container_report *c, int part)
{
	for (size_t i = 0; i < c->n_executables; i++) {
		const struct eu_executable_fact *f = &c->executables[i];

		say(page, "%s ran %s %s %llu, %llu-%llu%s", who, f->path, f->argv[0], N(f->count),
		    part & FIRST ? N(f->first) : 0, N(f->last), f->more ? " more" : "");
		if (part & LISTS)
			say(page, "%s ran %s %s", who, f->argv[0], f->argv[1]);
		for (size_t o = 0; part & LISTS && o < f->n_others; o++)
			say(page, "%s ran %s %s", who, f->others[o].argv[0], f->others[o].argv[1]);
	}
}

static void say_peers(struct page *page, const char *who, const struct eu_container_report *c, int part)
{
	for (size_t i = 0; i < c->n_peers; i++) {
		const struct eu_peer_fact *f = &c->peers[i];

		say(page, "%s %s %s %.2s%.1s:%u %s: %llu %llu, %llu %llu, %llu-%llu", who, f->transport,
		    f->direction, f->address, f->address + 3, f->port, f->container_name ?: "-",
		    N(f->count), N(f->failures), N(f->bytes_sent), N(f->bytes_received),
		    part & FIRST ? N(f->first) : 0, N(f->last));
	}
}

static void say_checks(struct page *page, const char *who, const struct eu_container_report *c, int part)
{
	for (size_t i = 0; i < c->n_capabilities; i++) {
		const struct eu_capability_fact *f = &c->capabilities[i];

		say(page, "%s %s %llu %llu %llu init %llu %llu, %llu-%llu", who, f->name, N(f->granted),
		    N(f->refused), N(f->below), N(f->init_granted), N(f->init_refused),
		    part & FIRST ? N(f->first) : 0, N(f->last));
		for (size_t s = 0; part & LISTS && s < f->n_syscalls; s++)
			say(page, "%s %s in %s", who, f->name, f->syscalls[s]);
	}
}

static void say_rest(struct page *page, const char *who, const struct eu_container_report *c, int part)
{
	for (size_t i = 0; i < c->n_lifecycle; i++)
		say(page, "%s %s at %llu", who, c->lifecycle[i].action, N(c->lifecycle[i].time));
	say(page, "%s from %llu to %llu", who, part & FIRST ? N(c->first) : 0, N(c->last));
	say(page, "%s confined %u %d %llu %s", who, c->confinement->seccomp,
	    c->confinement->no_new_privs, N(c->confinement->bounding), c->confinement->libc);
	say(page, "%s runtime %s", who, c->runtime_version ?: "");
	if (!(part & SUMS))
		return;
	for (size_t i = 0; i < c->n_loss; i++)
		say(page, "%s lost %s %s %s %llu", who, c->loss[i].container ? "own" : "any",
		    c->loss[i].class, c->loss[i].place, N(c->loss[i].count));
	for (size_t i = 0; i < c->n_replicas; i++)
		say(page, "%s is %s %s %llu-%llu", who, c->replicas[i].host, c->replicas[i].id,
		    N(c->replicas[i].first), N(c->replicas[i].last));
	say(page, "%s in %zu runs", who, c->runs);
}

static char *as_text(const struct eu_report *report, bool merged, int part)
{
	struct page page = {};

	for (size_t i = 0; i < report->n_containers; i++) {
		const struct eu_container_report *c = &report->containers[i];
		const char *who = merged && *c->container.image_name ? "web" : c->container.name;

		say_calls(&page, who, c, part);
		say_files(&page, who, c, part);
		say_programs(&page, who, c, part);
		say_peers(&page, who, c, part);
		say_checks(&page, who, c, part);
		say_rest(&page, who, c, part);
	}
	say(&page, "to %llu%s", N(report->last), report->complete ? "" : ", not complete");
	return text_of(&page);
}

static char *line_at(const char *text, size_t at)
{
	while (at && text[at - 1] != '\n')
		at--;
	return strndup(text + at, strcspn(text + at, "\n"));
}

static void assert_same(char *a, char *b, unsigned seed)
{
	size_t at = 0;

	while (a[at] && a[at] == b[at])
		at++;
	if (a[at] || b[at])
		fail_msg("seed %u: \"%s\" should be \"%s\"", seed, line_at(a, at), line_at(b, at));
	free(a);
	free(b);
}

static struct eu_merger *merged(const struct eu_report *const *reports, size_t n)
{
	struct eu_merger *merger;

	assert_int_equal(eu_merger_new(&merger, NULL), 0);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(eu_merger_add(merger, reports[i], NULL), 0);
	return merger;
}

static char *merged_text(const struct eu_report *const *reports, size_t n, int part)
{
	struct eu_merger *merger = merged(reports, n);
	char *text = as_text(eu_merger_report(merger), true, part);

	eu_merger_free(merger);
	return text;
}

/* ---- what holds ---- */

static struct story story, other_story, third_story;

static void each_seed(void (*holds)(unsigned seed))
{
	for (unsigned seed = 1; seed <= SEEDS; seed++) {
		chance = seed * 0x9e3779b97f4a7c15ull;
		tell(&story, 0);
		tell(&other_story, 1);
		tell(&third_story, 2);
		holds(seed);
	}
}

/* A copy of what was known until then, of the whole, or of the rest of it. */
static struct run *until_then(void)
{
	struct run *run = report_of(&story.before);

	assert_int_equal(eu_report_cut(&run->report, NULL, 0, story.moment - 1), 0);
	return run;
}

static struct run *since_then(void)
{
	struct run *before = report_of(&story.before), *run = report_of(&story.whole);

	assert_int_equal(eu_report_cut(&run->report, &before->report, story.moment, STEPS), 0);
	free(before);
	return run;
}

/* Only containers that did something have an entry in a report of a time. */
static void leave_out_idle(struct run *run)
{
	size_t left = 0;

	for (size_t i = 0; i < run->report.n_containers; i++)
		if (run->reports[i].last)
			run->reports[left++] = run->reports[i];
	run->report.n_containers = left;
}

static void rest_is_what_happened(unsigned seed)
{
	struct run *rest = since_then(), *truth = report_of(&story.after);

	leave_out_idle(truth);
	assert_same(as_text(&rest->report, false, COUNTS), as_text(&truth->report, false, COUNTS), seed);
	free(rest);
	free(truth);
}

static void a_time_has_what_happened_in_it(void **state)
{
	each_seed(rest_is_what_happened);
}

static bool begins_within(const struct run *run)
{
	for (int i = 0; i < CONTAINERS; i++)
		if (run->containers[i].start >= story.moment)
			return true;
	return false;
}

/* Where the entrypoint had begun before, all that came then is the workload's. */
static void rest_is_of_whom_it_was(unsigned seed)
{
	struct run *rest = since_then(), *truth = report_of(&story.after);

	leave_out_idle(truth);
	if (!begins_within(&story.whole))
		assert_same(as_text(&rest->report, false, USERS),
			    as_text(&truth->report, false, USERS), seed);
	free(rest);
	free(truth);
}

static void a_time_knows_the_users_of_its_files(void **state)
{
	each_seed(rest_is_of_whom_it_was);
}

/* A runtime that brings in a process is at work again: nobody knows when that was over. */
static void after_an_exec_it_may_have_been_the_runtime(void **state)
{
	struct eu_lifecycle_fact steps[] = {{10, "started", NULL}, {30, "exec", NULL}};
	struct eu_file_fact file = {.path = "/etc/a", .opens = 5, .by_init = true, .by_work = true,
				    .first = 5, .last = 50};
	struct eu_file_fact early = file, late = file;
	struct eu_container_report c = {.lifecycle = steps, .n_lifecycle = 2, .files = &early,
					.n_files = 1, .first = 1, .last = 60};
	struct eu_container_report same = c;
	struct eu_report report = {.containers = &c, .n_containers = 1};
	struct eu_report same_report = {.containers = &same, .n_containers = 1};

	same.files = &late;
	same.lifecycle = (struct eu_lifecycle_fact[]){steps[0], steps[1]};
	assert_int_equal(eu_report_cut(&report, NULL, 11, 29), 0);
	assert_true(early.by_work && !early.by_init);
	assert_int_equal(eu_report_cut(&same_report, NULL, 40, 60), 0);
	assert_true(late.by_work && late.by_init);
}

static void times_make_the_whole(unsigned seed)
{
	struct run *first = until_then(), *rest = since_then(), *whole = report_of(&story.whole);
	const struct eu_report *both[] = {&first->report, &rest->report}, *one = &whole->report;
	int part = FIRST | LISTS | USERS;

	assert_same(merged_text(both, 2, part), merged_text(&one, 1, part), seed);
	free(first);
	free(rest);
	free(whole);
}

static void two_times_of_a_run_are_the_whole(void **state)
{
	each_seed(times_make_the_whole);
}

static void nothing_is_cut_off(unsigned seed)
{
	struct run *whole = report_of(&story.whole), *same = report_of(&story.whole);

	leave_out_idle(whole);
	assert_int_equal(eu_report_cut(&same->report, NULL, 0, UINT64_MAX), 0);
	assert_same(as_text(&same->report, false, ALL), as_text(&whole->report, false, ALL), seed);
	free(whole);
	free(same);
}

static void all_of_the_time_is_the_report_itself(void **state)
{
	each_seed(nothing_is_cut_off);
}

static void order_does_not_matter(unsigned seed)
{
	struct run *a = report_of(&story.whole), *b = report_of(&other_story.whole);
	struct run *c = report_of(&third_story.whole);
	const struct eu_report *one[] = {&a->report, &b->report, &c->report};
	const struct eu_report *other[] = {&c->report, &a->report, &b->report};

	assert_same(merged_text(one, 3, ALL), merged_text(other, 3, ALL), seed);
	free(a);
	free(b);
	free(c);
}

static void runs_can_be_merged_in_any_order(void **state)
{
	each_seed(order_does_not_matter);
}

static void grouping_does_not_matter(unsigned seed)
{
	struct run *a = report_of(&story.whole), *b = report_of(&other_story.whole);
	struct run *c = report_of(&third_story.whole);
	const struct eu_report *all[] = {&a->report, &b->report, &c->report};
	struct eu_merger *left = merged(all, 2), *right = merged(all + 1, 2);
	const struct eu_report *left_first[] = {eu_merger_report(left), all[2]};
	const struct eu_report *right_first[] = {all[0], eu_merger_report(right)};

	assert_same(merged_text(left_first, 2, ALL), merged_text(all, 3, ALL), seed);
	assert_same(merged_text(right_first, 2, ALL), merged_text(all, 3, ALL), seed);
	eu_merger_free(left);
	eu_merger_free(right);
	free(a);
	free(b);
	free(c);
}

static void merged_reports_can_be_merged(void **state)
{
	each_seed(grouping_does_not_matter);
}

/* ---- written and read back ---- */

static yyjson_doc *written(const struct eu_report *report)
{
	static char text[1 << 20];
	FILE *file = tmpfile();
	yyjson_doc *doc;
	size_t len;

	assert_int_equal(eu_report_write_json(report, fileno(file)), 0);
	rewind(file);
	len = fread(text, 1, sizeof(text), file);
	fclose(file);
	doc = yyjson_read(text, len, 0);
	assert_non_null(doc);
	return doc;
}

/* Who used a file is not written where it is not known by all of its uses. */
static void nothing_is_lost_in_json(unsigned seed)
{
	struct run *run = report_of(&story.whole);
	yyjson_doc *doc = written(&run->report);
	struct eu_saved saved = {.budget = 1 << 20};
	int part = FIRST | LISTS | USERS;

	for (int i = 0; i < CONTAINERS; i++)
		if (run->containers[i].init_unknown)
			part &= ~USERS;
	eu_saved_head(&saved, yyjson_doc_get_root(doc));
	eu_saved_containers(&saved, yyjson_doc_get_root(doc));
	assert_false(saved.failed);
	assert_same(as_text(&saved.pub, false, part), as_text(&run->report, false, part), seed);
	eu_saved_free(&saved);
	yyjson_doc_free(doc);
	free(run);
}

static void what_is_written_can_be_read_back(void **state)
{
	each_seed(nothing_is_lost_in_json);
}

/* ---- sums ---- */

static uint64_t calls_in(const struct eu_report *report, bool errors, bool values)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < report->n_containers; i++)
		for (size_t k = 0; k < report->containers[i].n_syscalls; k++) {
			const struct eu_syscall_fact *fact = &report->containers[i].syscalls[k];

			sum += errors || values ? 0 : fact->count;
			for (size_t e = 0; errors && e < fact->n_errors; e++)
				sum += fact->errors[e].count;
			for (size_t v = 0; values && v < fact->n_values; v++)
				sum += fact->values[v].count;
		}
	return sum;
}

static uint64_t calls_of_phase(const struct eu_report *report, enum eu_phase phase, int what)
{
	const struct eu_merge_rules rules = {.phase = phase};
	struct eu_merger *merger;
	uint64_t sum;

	assert_int_equal(eu_merger_new(&merger, NULL), 0);
	eu_merger_rule(merger, &rules);
	assert_int_equal(eu_merger_add(merger, report, NULL), 0);
	sum = calls_in(eu_merger_report(merger), what == 1, what == 2);
	eu_merger_free(merger);
	return sum;
}

static void parts_make_the_whole(unsigned seed)
{
	struct run *whole;

	for (int i = 0; i < CONTAINERS; i++)
		if (story.whole.containers[i].init_unknown)
			return;
	whole = report_of(&story.whole);
	for (int what = 0; what < 3; what++)
		assert_int_equal(calls_of_phase(&whole->report, EU_PHASE_EARLY, what) +
					 calls_of_phase(&whole->report, EU_PHASE_WORK, what),
				 calls_in(&whole->report, what == 1, what == 2));
	free(whole);
}

static void calls_of_the_runtime_and_of_the_workload_are_all(void **state)
{
	each_seed(parts_make_the_whole);
}

/* ---- what a run has once ---- */

static uint64_t lost_of_nobody(const struct eu_report *report, const char *place)
{
	const struct eu_container_report *c = &report->containers[0];

	for (size_t i = 0; i < c->n_loss; i++)
		if (!c->loss[i].container && !strcmp(c->loss[i].place, place))
			return c->loss[i].count;
	return 0;
}

/* Two containers of one image have the same: it was lost once, and known of in parts before. */
static void a_loss_of_nobody_knows_whom_is_one_of_the_run(void **state)
{
	struct run *early, *late;
	const struct eu_report *all[3];
	struct eu_merger *merger;

	chance = 1;
	tell(&story, 0);
	early = report_of(&story.whole);
	late = report_of(&story.whole);
	early->report.partial = true;
	for (int i = 0; i < CONTAINERS; i++)
		late->containers[i].loss[0].count = 5;
	all[0] = &early->report;
	all[1] = all[2] = &late->report;
	merger = merged(all, 2);
	assert_int_equal(eu_merger_report(merger)->containers[0].n_replicas, 2);
	assert_int_equal(lost_of_nobody(eu_merger_report(merger), "missed"), 5);
	assert_int_equal(eu_merger_report(merger)->containers[0].runs, 1);
	eu_merger_free(merger);
	merger = merged(all, 3);
	assert_int_equal(lost_of_nobody(eu_merger_report(merger), "missed"), 10);
	assert_int_equal(eu_merger_report(merger)->containers[0].runs, 2);
	eu_merger_free(merger);
	free(early);
	free(late);
}

/* What is read back does not say whose it was. */
static void losses_of_containers_add_up_whoever_tells_them(void **state)
{
	static const struct eu_loss loss = {.class = "open", .place = "ring", .count = 2};
	struct eu_container_report both[2] = {{.loss = &loss, .n_loss = 1}, {.loss = &loss, .n_loss = 1}};
	const struct eu_report report = {.host = "", .containers = both, .n_containers = 2};
	const struct eu_report *one = &report;
	struct eu_merger *merger;

	both[0].container = both[1].container = (struct eu_container){
		.id = "", .name = "web", .runtime = "", .created = "", .cgroup = "",
		.image_name = "", .image_tag = "", .image_digest = "", .image_id = ""};
	merger = merged(&one, 1);
	assert_int_equal(eu_merger_report(merger)->containers[0].n_loss, 1);
	assert_int_equal(eu_merger_report(merger)->containers[0].loss[0].count, 4);
	eu_merger_free(merger);
}

static void images_without_a_name_are_told_apart_by_their_ids(void **state)
{
	static const char *const ids[] = {"sha256:00", "sha256:00", "sha256:11"};
	struct eu_container_report containers[3] = {};
	const struct eu_report report = {.host = "", .containers = containers, .n_containers = 3};
	const struct eu_report *one = &report;
	struct eu_merger *merger;

	for (int i = 0; i < 3; i++)
		containers[i].container = (struct eu_container){
			.id = "", .name = i ? "one" : "two", .runtime = "", .created = "",
			.cgroup = "", .image_name = "", .image_tag = "", .image_digest = "",
			.image_id = ids[i]};
	merger = merged(&one, 1);
	assert_int_equal(eu_merger_report(merger)->n_containers, 2);
	assert_int_equal(eu_merger_report(merger)->containers[0].n_replicas, 2);
	eu_merger_free(merger);
}

/* ---- hosts ---- */

static const char *host_of(struct eu_merger *merger, const char *host)
{
	const struct eu_report report = {.host = host};

	assert_int_equal(eu_merger_add(merger, &report, NULL), 0);
	return eu_merger_report(merger)->host;
}

static void each_host_is_named_once(void **state)
{
	struct eu_merger *merger = merged(NULL, 0);

	assert_string_equal(host_of(merger, ""), "");
	assert_string_equal(host_of(merger, "edge-11"), "edge-11");
	assert_string_equal(host_of(merger, "edge-1"), "edge-11, edge-1");
	assert_string_equal(host_of(merger, "edge-1, edge-2, edge-11"), "edge-11, edge-1, edge-2");
	assert_string_equal(host_of(merger, ""), "edge-11, edge-1, edge-2");
	eu_merger_free(merger);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_time_has_what_happened_in_it),
		cmocka_unit_test(a_time_knows_the_users_of_its_files),
		cmocka_unit_test(after_an_exec_it_may_have_been_the_runtime),
		cmocka_unit_test(two_times_of_a_run_are_the_whole),
		cmocka_unit_test(all_of_the_time_is_the_report_itself),
		cmocka_unit_test(runs_can_be_merged_in_any_order),
		cmocka_unit_test(merged_reports_can_be_merged),
		cmocka_unit_test(what_is_written_can_be_read_back),
		cmocka_unit_test(calls_of_the_runtime_and_of_the_workload_are_all),
		cmocka_unit_test(a_loss_of_nobody_knows_whom_is_one_of_the_run),
		cmocka_unit_test(losses_of_containers_add_up_whoever_tells_them),
		cmocka_unit_test(images_without_a_name_are_told_apart_by_their_ids),
		cmocka_unit_test(each_host_is_named_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
