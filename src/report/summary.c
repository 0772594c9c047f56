/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A report for people: what they ask first, per container, in as many lines as they will read.
 * The files of a report have everything; here the long lists end in "and 12 more".
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <eunomia/report.h>

#include "cleanup.h"
#include "facts/operations.h"
#include "report/json.h"
#include "report/kind.h"
#include "report/merge.h"
#include "report/page.h"
#include "report/peer.h"
#include "report/section.h"

/* ---- words ---- */

static const char *plural(uint64_t n)
{
	return n == 1 ? "" : "s";
}

static void size_text(char *out, size_t size, uint64_t bytes)
{
	static const char *const units[] = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
	unsigned unit = 0;
	double value = bytes;

	for (; value >= 1024 && unit < 6; unit++)
		value /= 1024;
	snprintf(out, size, unit && value < 10 ? "%.1f %s" : "%.0f %s", value, units[unit]);
}

static void duration_text(char *out, size_t size, uint64_t ns)
{
	uint64_t ms = ns / 1000000, s = ms / 1000;

	if (s < 10)
		snprintf(out, size, "%" PRIu64 ".%" PRIu64 " s", s, ms % 1000 / 100);
	else if (s < 60)
		snprintf(out, size, "%" PRIu64 " s", s);
	else if (s < 3600)
		snprintf(out, size, "%" PRIu64 " min %02" PRIu64 " s", s / 60, s % 60);
	else
		snprintf(out, size, "%" PRIu64 " h %02" PRIu64 " min", s / 3600, s % 3600 / 60);
}

static void clock_text(char *out, size_t size, uint64_t time)
{
	time_t seconds = time / 1000000000;
	struct tm tm;

	gmtime_r(&seconds, &tm);
	strftime(out, size, "%H:%M:%S", &tm);
}

/* ---- facts ---- */

static const char *base_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && slash[1] ? slash + 1 : path;
}

/* The count is of all its argument vectors, of which one is shown. */
static void put_others(FILE *out, const struct eu_executable_fact *fact)
{
	if (fact->n_others || fact->more)
		fprintf(out, " and %s%zu other%s", fact->more ? "more than " : "", fact->n_others,
			fact->n_others == 1 && !fact->more ? "" : "s");
}

/* As one would type it; where a program goes by another name (busybox), both. */
static char *command_text(const struct eu_executable_fact *fact)
{
	bool alias = fact->n_argv && strcmp(base_of(fact->argv[0]), base_of(fact->path));
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	if (!out)
		return NULL;
	fprintf(out, "%s", alias ? fact->argv[0] : fact->path);
	for (size_t a = 1; a < fact->n_argv && a < 16; a++)
		fprintf(out, " %.256s", fact->argv[a]);
	put_others(out, fact);
	if (alias)
		fprintf(out, " (%s)", fact->path);
	fclose(out);
	return text;
}

static void put_ran(struct eu_page *page, const struct eu_container_report *c)
{
	struct eu_section section = {.page = page, .label = "ran"};

	for (size_t i = 0; i < c->n_executables; i++)
		eu_section_add(&section, command_text(&c->executables[i]),
		    eu_page_format("%" PRIu64 "×", c->executables[i].count));
	eu_section_put(&section);
}

/* The port is where it went to: of the peer, or of the container itself where that was called. */
static void write_place(char *out, size_t size, const struct eu_peer_fact *fact)
{
	bool in = !strcmp(fact->direction, "in");
	bool v6 = strchr(fact->address, ':') && !in;
	const char *address = *fact->address ? fact->address : "an unknown address";

	if (!fact->port)
		snprintf(out, size, "%.150s", fact->address);
	else if (in)
		snprintf(out, size, "%.100s, to port %u", address, fact->port);
	else
		snprintf(out, size, "%s%.100s%s:%u", v6 ? "[" : "", fact->address, v6 ? "]" : "",
			 fact->port);
}

static char *peer_text(const struct eu_peer_fact *fact)
{
	bool in = !strcmp(fact->direction, "in");
	char where[160];

	write_place(where, sizeof(where), fact);
	return eu_page_format("%s%s%s%s%s (%s%s%s)",
		      eu_peer_is_served(fact) && !fact->container_name ? "at " : in ? "from " : "to ",
		      fact->container_name ? fact->container_name : "",
		      fact->container_name ? " at " : "", where,
		      fact->failures && fact->failures >= fact->count ? ", failed" : "",
		      fact->transport, fact->source ? ", by " : "",
		      eu_peer_source_name(fact->source));
}

static void put_peers(struct eu_page *page, const struct eu_container_report *c)
{
	struct eu_section section = {.page = page, .label = "talked"};

	for (size_t i = 0; i < c->n_peers; i++) {
		const struct eu_peer_fact *fact = &c->peers[i];
		char sent[32], received[32];

		size_text(sent, sizeof(sent), fact->bytes_sent);
		size_text(received, sizeof(received), fact->bytes_received);
		eu_section_add(&section, peer_text(fact),
		    eu_page_format("%" PRIu64 "×, sent %s, received %s", fact->count, sent, received));
	}
	eu_section_put(&section);
}

enum file_kind { WROTE, READ, MISSED };

static enum file_kind kind_of(const struct eu_file_fact *fact)
{
	bool changed = fact->writes || fact->bytes_written || fact->created || fact->deleted ||
		       fact->changed;

	if (!changed && !fact->reads && !fact->bytes_read && fact->failures &&
	    fact->failures >= fact->opens + eu_operations_all(fact))
		return MISSED;
	return changed ? WROTE : READ;
}

static bool is_kernels(const char *path)
{
	return !strcmp(path, "/") || !strncmp(path, "/proc/", 6) || !strncmp(path, "/sys/", 5) ||
	       !strncmp(path, "/dev/", 5);
}

/* A file with what it is sorted by. */
struct ranked {
	const struct eu_file_fact *fact;
	bool background; /* the kernel's own, or only touched by the runtime */
	uint64_t bytes;
};

/* Most bytes first, then most opens, then in the order of appearance. */
static int compare_files(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->bytes != y->bytes)
		return x->bytes < y->bytes ? 1 : -1;
	if (x->fact->opens != y->fact->opens)
		return x->fact->opens < y->fact->opens ? 1 : -1;
	return x->fact < y->fact ? -1 : x->fact > y->fact;
}

enum { NOTE_PATH = 60 }; /* longer ones would leave the first name no room */

/* What was done to it, after a comma each: what made and what removed it is told as that. */
static void put_operations(FILE *out, const struct eu_file_fact *fact)
{
	static const char *const words[EU_OPERATIONS] = {
		[EU_OPERATION_RENAME] = "renamed",	[EU_OPERATION_RENAME_TO] = "put here by rename",
		[EU_OPERATION_LINK] = "linked",		[EU_OPERATION_CHMOD] = "mode set",
		[EU_OPERATION_CHOWN] = "owner set",	[EU_OPERATION_TRUNCATE] = "size set",
		[EU_OPERATION_MOUNT] = "mounted on",	[EU_OPERATION_UMOUNT] = "unmounted",
	};

	fprintf(out, "%s%s", fact->created ? ", created" : "", fact->deleted ? ", deleted" : "");
	for (uint32_t i = 0; fact->changed && i < EU_OPERATIONS; i++)
		if (words[i] && eu_operations_count(fact, i))
			fprintf(out, ", %s", words[i]);
	if (fact->new_path && strlen(fact->new_path) <= NOTE_PATH)
		fprintf(out, ", now %s", fact->new_path);
}

/* Of one that was written and read: what it says besides. */
static void put_read(FILE *out, const struct eu_file_fact *fact)
{
	char size[32];

	size_text(size, sizeof(size), fact->bytes_read);
	if (fact->bytes_read)
		fprintf(out, ", read %s", size);
	else if (fact->reads)
		fputs(", read", out);
}

static char *file_note(const struct eu_file_fact *fact, enum file_kind kind)
{
	uint64_t bytes = kind == WROTE ? fact->bytes_written : fact->bytes_read;
	char size[32], place[EU_PLACE_ROOM], *text = NULL;
	size_t len;
	FILE *out;

	if (kind == MISSED)
		return eu_page_format("%" PRIu64 "×", fact->failures);
	out = open_memstream(&text, &len);
	if (!out)
		return NULL;
	size_text(size, sizeof(size), bytes);
	if (!bytes)
		snprintf(size, sizeof(size), "opened %" PRIu64 "×", fact->opens);
	fputs(bytes || fact->opens ? size : fact->existed ? "was open" : "touched", out);
	if (kind == WROTE)
		put_read(out, fact);
	put_operations(out, fact);
	/* as passed: so are most names that are not opened, and most of them are the whole path */
	fputs(eu_report_place(place, fact->path_state & ~EU_PATH_RAW, ", path "), out);
	fclose(out);
	return text;
}

/* Recordings of versions that did not tell who used a file have the times. */
static bool is_runtimes(const struct eu_file_fact *fact, uint64_t start)
{
	return fact->by_init || fact->by_work ? !fact->by_work : fact->last && fact->last < start;
}

static void put_files(struct eu_page *page, const struct eu_container_report *c,
		      enum file_kind kind, const char *label)
{
	struct eu_section section = {.page = page, .label = label};
	struct ranked *files = calloc(c->n_files + 1, sizeof(*files));
	uint64_t start = eu_report_start(c);
	size_t n = 0;

	if (!files)
		return;
	for (size_t i = 0; i < c->n_files; i++) {
		const struct eu_file_fact *fact = &c->files[i];

		if (kind_of(fact) == kind)
			files[n++] = (struct ranked){
			    fact, is_kernels(fact->path) || is_runtimes(fact, start),
			    fact->bytes_read + fact->bytes_written};
	}
	qsort(files, n, sizeof(*files), compare_files);
	for (size_t i = 0; i < n; i++)
		if (files[i].background)
			section.background++;
		else
			eu_section_add(&section, strndup(files[i].fact->path, EU_PAGE_ROOM),
			    file_note(files[i].fact, kind));
	eu_section_put(&section);
	free(files);
}

static void put_capabilities(struct eu_page *page, const struct eu_container_report *c,
			     bool refused)
{
	struct eu_section section = {.page = page, .label = refused ? "was refused" : "used"};

	for (size_t i = 0; i < c->n_capabilities; i++) {
		const struct eu_capability_fact *fact = &c->capabilities[i];
		uint64_t count = refused ? fact->refused - fact->init_refused :
					   fact->granted - fact->init_granted;

		if (!count)
			continue;
		eu_section_add(&section, strdup(fact->name),
		    fact->n_syscalls ? eu_page_format("%" PRIu64 "×, in %s%s", count, fact->syscalls[0],
					      fact->n_syscalls > 1 ? " and others" : "")
				     : eu_page_format("%" PRIu64 "×", count));
	}
	eu_section_put(&section);
}

/* Of calls: what the runtime did is not what the container is like. */
static uint64_t own_part(uint64_t count, uint64_t init)
{
	return init == EU_INIT_UNKNOWN ? count : count - init;
}

struct failure {
	const char *call;
	int error;
	uint64_t count;
};

static int compare_failures(const void *a, const void *b)
{
	const struct failure *x = a, *y = b;

	return x->count < y->count ? 1 : x->count > y->count ? -1 : strcmp(x->call, y->call);
}

static struct failure *collect_failures(const struct eu_container_report *c, size_t *n)
{
	struct failure *failures;
	size_t all = 0;

	*n = 0;
	for (size_t i = 0; i < c->n_syscalls; i++)
		all += c->syscalls[i].n_errors;
	failures = calloc(all + 1, sizeof(*failures));
	for (size_t i = 0; failures && i < c->n_syscalls; i++)
		for (size_t e = 0; e < c->syscalls[i].n_errors; e++) {
			const struct eu_errno_count *error = &c->syscalls[i].errors[e];
			uint64_t count = own_part(error->count, error->init);

			if (count)
				failures[(*n)++] = (struct failure){c->syscalls[i].name,
								    error->error, count};
		}
	return failures;
}

static void put_failures(struct eu_page *page, const struct eu_container_report *c)
{
	struct eu_flow flow = {.page = page, .label = "failed"};
	size_t n;
	struct failure *failures = collect_failures(c, &n);

	if (failures)
		qsort(failures, n, sizeof(*failures), compare_failures);
	for (size_t i = 0; failures && i < n && i < 6; i++) {
		char room[EU_ERRNO_ROOM];

		eu_flow_item(&flow, eu_page_format("%s %s %" PRIu64 "×", failures[i].call,
						eu_report_errno(room, failures[i].error),
						failures[i].count));
	}
	if (failures && n > 6)
		eu_flow_item(&flow, eu_page_format("and %zu more", n - 6));
	free(failures);
	eu_flow_end(&flow);
}

struct own_calls {
	const char *name;
	uint64_t count;
};

static int compare_calls(const void *a, const void *b)
{
	const struct own_calls *x = a, *y = b;

	return x->count < y->count ? 1 : x->count > y->count ? -1 : strcmp(x->name, y->name);
}

static void put_calls(struct eu_page *page, const struct eu_container_report *c)
{
	struct own_calls *calls = calloc(c->n_syscalls + 1, sizeof(*calls));
	struct eu_flow flow = {.page = page, .label = "called"};
	uint64_t total = 0, runtimes = 0;
	size_t n = 0;

	for (size_t i = 0; calls && i < c->n_syscalls; i++) {
		const struct eu_syscall_fact *fact = &c->syscalls[i];
		uint64_t count = own_part(fact->count, fact->init);

		total += count;
		runtimes += fact->count - count;
		if (count)
			calls[n++] = (struct own_calls){fact->name, count};
	}
	if (n)
		qsort(calls, n, sizeof(*calls), compare_calls);
	for (size_t i = 0; i < n && i < 6; i++)
		eu_flow_item(&flow, eu_page_format("%s %" PRIu64 "×", calls[i].name, calls[i].count));
	if (n)
		eu_flow_item(&flow, eu_page_format("in all %" PRIu64 " call%s of %zu kind%s", total,
						   plural(total), n, plural(n)));
	if (runtimes)
		eu_flow_item(&flow, eu_page_format("%" PRIu64 " %sby the runtime", runtimes,
						   n ? "more " : ""));
	free(calls);
	eu_flow_end(&flow);
}

/* How many of the same follow each other: a health check's exec comes every few seconds. */
static size_t run_of(const struct eu_container_report *c, size_t from)
{
	size_t n = 1;

	while (from + n < c->n_lifecycle &&
	       !strcmp(c->lifecycle[from + n].action, c->lifecycle[from].action))
		n++;
	return n;
}

static char *step_text(const struct eu_lifecycle_fact *fact, size_t times)
{
	bool detail = fact->detail && *fact->detail;
	char clock[16], more[48] = "";

	clock_text(clock, sizeof(clock), fact->time);
	if (times > 1)
		snprintf(more, sizeof(more), " and %zu× more", times - 1);
	return eu_page_format("%s %s%s%s%.120s%s", fact->action, clock, more, detail ? " (" : "",
		      detail ? fact->detail : "", detail ? ")" : "");
}

static void put_life(struct eu_page *page, const struct eu_container_report *c)
{
	struct eu_flow flow = {.page = page, .label = "life, UTC"};
	size_t times;

	for (size_t i = 0; i < c->n_lifecycle; i += times) {
		times = run_of(c, i);
		eu_flow_item(&flow, step_text(&c->lifecycle[i], times));
	}
	eu_flow_end(&flow);
}

/* Shown are those of the bounding set, which no process of the container gets beyond. */
static char *capabilities_text(uint64_t set)
{
	char room[EU_CAPABILITY_ROOM], *text = NULL;
	unsigned n = __builtin_popcountll(set);
	size_t len;
	FILE *out;

	if (!n || n > 3)
		return n ? eu_page_format("%u capabilities", n) : strdup("no capabilities");
	out = open_memstream(&text, &len);
	for (unsigned i = 0, shown = 0; out && i < 64; i++)
		if (set >> i & 1)
			fprintf(out, "%s%s", shown++ ? " " : "", eu_report_capability(room, i));
	if (out)
		fclose(out);
	return text;
}

static void put_confinement(struct eu_page *page, const struct eu_container_report *c)
{
	const struct eu_confinement_fact *fact = c->confinement;
	struct eu_flow flow = {.page = page, .label = "confined"};

	if (!fact)
		return;
	if (fact->seccomp_filters)
		eu_flow_item(&flow, eu_page_format("seccomp by %" PRIu32 " filter%s", fact->seccomp_filters,
					plural(fact->seccomp_filters)));
	else
		eu_flow_item(&flow, eu_page_format("seccomp %s", eu_report_seccomp(fact->seccomp)));
	eu_flow_item(&flow, capabilities_text(fact->bounding));
	eu_flow_item(&flow, strdup(fact->no_new_privs ? "no new privileges" : "may gain privileges"));
	eu_flow_item(&flow, strdup(fact->initial_user_namespace ? "the host's users" :
							      "users of its own"));
	if (*fact->libc)
		eu_flow_item(&flow, eu_page_clean(fact->libc));
	eu_flow_end(&flow);
}

/* A report that was read back may say anything. */
static char *unrecorded_text(const struct eu_unrecorded *unrecorded, size_t before)
{
	eu_auto_free char *text = eu_unrecorded_text(unrecorded, 1);

	return eu_page_clean_taken(
		eu_page_format("%s%s", before ? "" : "not recorded: ", text ? text : ""));
}

static void put_statement(struct eu_page *page, const struct eu_container_report *c)
{
	bool complete = eu_report_is_complete(c);
	struct eu_flow flow = {.page = page,
			    .label = complete ? "complete" : "not complete",
			    .color = complete ? EU_GREEN : EU_RED};

	if (complete)
		eu_flow_item(&flow, strdup("nothing was lost"));
	for (size_t i = 0; i < c->n_loss; i++)
		eu_flow_item(&flow, eu_page_format("%s%" PRIu64 " %s (%s)", i ? "" : "lost: ",
					c->loss[i].count, c->loss[i].class, c->loss[i].place));
	for (size_t i = 0; i < c->n_unrecorded; i++)
		eu_flow_item(&flow, unrecorded_text(&c->unrecorded[i], i));
	eu_flow_end(&flow);
}

/* ---- the page ---- */

static void part(FILE *out, const char *text, const char *more, int most)
{
	if (*text)
		fprintf(out, "%.*s%s%.100s · ", most, text, *more ? ":" : "", more);
}

/* As engines show it: without a name by the first digits of its id. */
static void put_image(FILE *out, const struct eu_container *container)
{
	const char *algorithm = strchr(container->image_id, ':');

	if (*container->image_name)
		part(out, container->image_name, container->image_tag, 200);
	else
		part(out, algorithm ? algorithm + 1 : container->image_id, "", 12);
}

static bool has_ended(const struct eu_container_report *c)
{
	const char *last = c->n_lifecycle ? c->lifecycle[c->n_lifecycle - 1].action : "";

	return !strcmp(last, "stopped") || !strcmp(last, "failed") || !strcmp(last, "removed");
}

/* until: the end of the report. A container that is there is watched up to then, whether it does
 * anything or not. */
static uint64_t time_watched(const struct eu_container_report *c, uint64_t until)
{
	uint64_t all = 0, last = has_ended(c) || until < c->last ? c->last : until;

	for (size_t i = 0; i < c->n_replicas; i++)
		all += c->replicas[i].last - c->replicas[i].first;
	return c->n_replicas ? all : last > c->first ? last - c->first : 0;
}

/* Of a merged entry: "3 containers in 2 runs"; else "". */
static void merged_text(char *out, size_t size, const struct eu_container_report *c)
{
	snprintf(out, size, eu_report_is_merged(c) ? "%zu container%s in %zu run%s" : "",
		 c->n_replicas, plural(c->n_replicas), c->runs, plural(c->runs));
}

/* "docker · nginx:1.27 · 7339f952c18f · watched 1 min 02 s" */
static char *identity_text(const struct eu_container_report *c, uint64_t until)
{
	const struct eu_container *container = &c->container;
	char watched[48], merged[80], *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	if (!out)
		return NULL;
	duration_text(watched, sizeof(watched), time_watched(c, until));
	merged_text(merged, sizeof(merged), c);
	part(out, container->runtime, "", 40);
	put_image(out, container);
	if (strcmp(container->id, container->name) && !eu_report_is_merged(c))
		part(out, container->id, "", 12);
	part(out, merged, "", sizeof(merged));
	fprintf(out, "watched %s%s", watched, c->selected_late ? " since it was renamed" : "");
	fclose(out);
	return eu_page_clean_taken(text);
}

static void put_headline(struct eu_page *page, const struct eu_container_report *c,
			 uint64_t until)
{
	char *name = eu_page_clean(c->container.name), *rest = identity_text(c, until);
	size_t took;

	eu_page_put(page, "\n");
	eu_page_style(page, EU_BOLD);
	took = eu_page_cut(page, name ? name : "", page->width);
	eu_page_style(page, EU_PLAIN);
	eu_page_style(page, EU_DIM);
	if (rest && took + 2 < page->width) {
		eu_page_spaces(page, 2);
		eu_page_cut(page, rest, page->width == SIZE_MAX ? SIZE_MAX : page->width - took - 2);
	}
	eu_page_style(page, EU_PLAIN);
	eu_page_put(page, "\n");
	free(rest);
	free(name);
}

static void put_container(struct eu_page *page, const struct eu_container_report *c,
			  uint64_t until)
{
	put_headline(page, c, until);
	put_life(page, c);
	put_confinement(page, c);
	put_ran(page, c);
	put_peers(page, c);
	put_files(page, c, WROTE, "wrote");
	put_files(page, c, READ, "read");
	put_files(page, c, MISSED, "did not get");
	put_capabilities(page, c, false);
	put_capabilities(page, c, true);
	put_calls(page, c);
	put_failures(page, c);
	put_statement(page, c);
}

static void put_title(struct eu_page *page, const struct eu_report *report)
{
	char watched[48], *text;

	duration_text(watched, sizeof(watched),
		      report->last > report->first ? report->last - report->first : 0);
	text = eu_page_format("%zu container%s on %s in %s\n", report->n_containers,
		      plural(report->n_containers), report->host, watched);
	eu_page_put(page, text ? text : "");
	free(text);
	if (!report->n_forgotten)
		return;
	text = eu_page_format("%" PRIu64 " more that ended earlier are in the files only\n",
			      report->n_forgotten);
	eu_page_put(page, text ? text : "");
	free(text);
}

int eu_report_write_summary(const struct eu_report *report, int fd,
			    const struct eu_report_style *look)
{
	struct eu_page page;
	int ret = eu_page_init(&page, fd, look->color, look->width);

	if (ret)
		return ret;
	put_title(&page, report);
	for (size_t i = 0; i < report->n_containers; i++)
		put_container(&page, &report->containers[i], report->last);
	return eu_out_finish(&page.out);
}
