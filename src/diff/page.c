/* SPDX-License-Identifier: Apache-2.0 */
/* Differences for people: + what B does that A did not, − what A did that B does not. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "diff/diff.h"
#include "report/page.h"

enum {
	LABEL = 16, /* columns before the sign */
	SIGN = 2,
	MOST = 100, /* lines of one kind and container */
};

static const char *label_of(enum eu_diff_kind kind)
{
	static const char *const labels[] = {
	    [EU_DIFF_SYSCALLS] = "calls",	[EU_DIFF_ARGUMENTS] = "arguments",
	    [EU_DIFF_FILES] = "files",		[EU_DIFF_EXECUTABLES] = "programs",
	    [EU_DIFF_PEERS] = "peers",		[EU_DIFF_CAPABILITIES] = "capabilities",
	    [EU_DIFF_CONFINEMENT] = "confinement",
	};

	return labels[kind];
}

static const char *plural(uint64_t n)
{
	return n == 1 ? "" : "s";
}

static void put_taken(struct eu_page *page, char *text)
{
	eu_page_put(page, text ? text : "");
	free(text);
}

static void put_cleaned(struct eu_page *page, const char *text)
{
	put_taken(page, eu_page_clean(text));
}

static void put_label(struct eu_page *page, const char *label)
{
	eu_page_style(page, EU_DIM);
	eu_page_spaces(page, 2);
	eu_page_put(page, label);
	eu_page_style(page, EU_PLAIN);
	eu_page_spaces(page, LABEL - 2 - strlen(label));
}

/* ---- one difference ---- */

/* "also write · 3×" */
static char *note_of(const struct eu_difference *difference)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	if (!out)
		return NULL;
	if (difference->known)
		fputs(difference->only == EU_DIFF_B ? "also " : "no more ", out);
	for (size_t i = 0; i < difference->n_aspects; i++)
		fprintf(out, "%s%s", i ? ", " : "", difference->aspects[i]);
	if (difference->count && !difference->known)
		fprintf(out, "%s%" PRIu64 "×", difference->n_aspects ? " · " : "",
			difference->count);
	fclose(out);
	return text;
}

static char *clean_note(const struct eu_difference *difference)
{
	char *note = note_of(difference), *text = note ? eu_page_clean(note) : NULL;

	free(note);
	return text;
}

/* Half of what there is for the text, so that the note has room, too. */
static size_t text_room(const struct eu_page *page, size_t note)
{
	size_t room = page->width - LABEL - SIGN;

	if (page->width == SIZE_MAX)
		return SIZE_MAX;
	return note + 2 < room / 2 ? room - note - 2 : room - room / 2;
}

static void put_difference(struct eu_page *page, const char *label,
			   const struct eu_difference *difference)
{
	char *text = eu_page_clean(difference->what), *note = clean_note(difference);
	size_t note_columns = note ? eu_page_columns(note, strlen(note)) : 0, took;
	bool added = difference->only == EU_DIFF_B;

	put_label(page, label);
	eu_page_style(page, added ? EU_GREEN : EU_RED);
	eu_page_put(page, added ? "+ " : "− ");
	took = eu_page_cut(page, text ? text : "", text_room(page, note_columns));
	eu_page_style(page, EU_PLAIN);
	if (note_columns) {
		eu_page_style(page, EU_DIM);
		eu_page_put(page, "  ");
		eu_page_cut(page, note, page->width == SIZE_MAX
					    ? SIZE_MAX
					    : page->width - LABEL - SIGN - took - 2);
		eu_page_style(page, EU_PLAIN);
	}
	eu_page_put(page, "\n");
	eu_out_relieve(&page->out);
	free(text);
	free(note);
}

static void put_kind(struct eu_page *page, const struct eu_container_diff *c, enum eu_diff_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n_differences; i++)
		if (c->differences[i].kind == kind && n++ < MOST)
			put_difference(page, n > 1 ? "" : label_of(kind), &c->differences[i]);
	if (n <= MOST)
		return;
	put_label(page, "");
	put_taken(page, eu_page_format("and %zu more; -o json has all of them\n", n - MOST));
}

/* ---- one container ---- */

static const char *signs_of(const struct eu_container_diff *c)
{
	return c->sides[0] && c->sides[1] ? "" : c->sides[EU_DIFF_B] ? "+ " : "− ";
}

static void put_image(FILE *out, const struct eu_container_report *c)
{
	const struct eu_container *container = &c->container;

	if (*container->image_name)
		fprintf(out, "%s%s%s", container->image_name, *container->image_tag ? ":" : "",
			container->image_tag);
	else
		fputs(container->name, out);
}

/* "shop/cart:1.0 → shop/cart:1.1", or the one that there is. */
static char *versions_of(const struct eu_container_diff *c)
{
	const struct eu_container_report *a = c->sides[EU_DIFF_A], *b = c->sides[EU_DIFF_B];
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	if (!out)
		return NULL;
	put_image(out, a ?: b);
	if (a && b) {
		fputs(" → ", out);
		put_image(out, b);
	}
	fclose(out);
	return text;
}

/* Behind the name where there is room, else on a line of its own. */
static void put_versions(struct eu_page *page, const struct eu_container_diff *c, size_t taken)
{
	char *versions = versions_of(c), *clean = versions ? eu_page_clean(versions) : NULL;
	size_t columns = clean ? eu_page_columns(clean, strlen(clean)) : 0;
	bool fits = columns + 2 <= page->width && taken <= page->width - columns - 2;

	eu_page_style(page, EU_DIM);
	eu_page_put(page, fits ? "  " : "\n  ");
	eu_page_cut(page, clean ? clean : "", page->width - 2);
	eu_page_style(page, EU_PLAIN);
	free(clean);
	free(versions);
}

static void put_headline(struct eu_page *page, const struct eu_container_diff *c)
{
	const char *sign = signs_of(c);
	const char *side = !*sign ? "" : *sign == '+' ? "  only in B" : "  only in A";
	size_t taken = eu_page_columns(sign, strlen(sign)) + strlen(side);
	char *name = eu_page_clean(c->name);

	eu_page_put(page, "\n");
	eu_page_style(page, *sign == '+' ? EU_GREEN : *sign ? EU_RED : "");
	eu_page_put(page, sign);
	eu_page_style(page, EU_BOLD);
	taken += eu_page_cut(page, name ? name : "", page->width - taken);
	eu_page_style(page, EU_PLAIN);
	eu_page_style(page, EU_DIM);
	eu_page_put(page, side);
	eu_page_style(page, EU_PLAIN);
	put_versions(page, c, taken);
	eu_page_put(page, "\n");
	free(name);
}

static void put_container(struct eu_page *page, const struct eu_container_diff *c)
{
	put_headline(page, c);
	for (unsigned kind = 0; kind < EU_DIFF_KINDS; kind++)
		put_kind(page, c, kind);
	if (c->n_differences || *signs_of(c))
		return;
	put_label(page, "");
	eu_page_put(page, c->not_compared ? "no difference in what was compared\n" : "no difference\n");
}

/* ---- what it means ---- */

/* "lost in A: 34 open (ring)": then A may have done it, too. */
static void put_losses(struct eu_page *page, const struct eu_container_diff *c,
		       enum eu_diff_side side)
{
	static const char *const names[] = {"A", "B"};
	const struct eu_container_report *has = c->sides[side];

	if (!has || !has->n_loss)
		return;
	eu_page_style(page, EU_RED);
	put_taken(page, eu_page_format("not complete: %s of ", names[side]));
	put_cleaned(page, c->name);
	eu_page_style(page, EU_PLAIN);
	for (size_t i = 0; i < has->n_loss && i < 8; i++) {
		put_taken(page, eu_page_format("%s%" PRIu64 " ", i ? ", " : "; lost: ",
					       has->loss[i].count));
		put_cleaned(page, has->loss[i].class);
		eu_page_put(page, " (");
		put_cleaned(page, has->loss[i].place);
		eu_page_put(page, ")");
	}
	put_taken(page, eu_page_format(". What only %s seems to do may be among it.\n",
				       names[!side]));
}

static void put_missed_start(struct eu_page *page, const struct eu_container_diff *c,
			     enum eu_diff_side side)
{
	const struct eu_container_report *has = c->sides[side], *other = c->sides[!side];

	if (!has || !other || !eu_diff_missed_start(has) || eu_diff_missed_start(other))
		return;
	put_cleaned(page, c->name);
	put_taken(page,
		  eu_page_format(" was there before %c: what it did at its start is not in %c.\n",
				 "AB"[side], "AB"[side]));
}

/* "not recorded in A of web: syscalls, files (but for open)": A may have done it, too. */
static void put_unrecorded(struct eu_page *page, const struct eu_container_diff *c,
			   enum eu_diff_side side)
{
	const struct eu_container_report *has = c->sides[side];
	char *text;

	if (!has || !has->n_unrecorded)
		return;
	text = eu_unrecorded_text(has->unrecorded, has->n_unrecorded);
	eu_page_style(page, EU_RED);
	put_taken(page, eu_page_format("not recorded in %c of ", "AB"[side]));
	put_cleaned(page, c->name);
	eu_page_style(page, EU_PLAIN);
	eu_page_put(page, ": ");
	put_taken(page, eu_page_clean_taken(text));
	eu_page_put(page, "\n");
}

static void put_not_compared(struct eu_page *page, const struct eu_container_diff *c)
{
	const char *between = ": ";

	if (!c->not_compared)
		return;
	eu_page_style(page, EU_RED);
	eu_page_put(page, "not compared of ");
	put_cleaned(page, c->name);
	eu_page_style(page, EU_PLAIN);
	for (unsigned kind = 0; kind < EU_DIFF_KINDS; kind++) {
		if (!(c->not_compared >> kind & 1))
			continue;
		eu_page_put(page, between);
		eu_page_put(page, eu_diff_kind_name(kind));
		between = ", ";
	}
	eu_page_put(page, "\n");
}

/* False: there is none. */
static bool write_time(char out[32], uint64_t time)
{
	time_t seconds = time / 1000000000;
	struct tm tm;

	return seconds && gmtime_r(&seconds, &tm) &&
	       strftime(out, 32, "%Y-%m-%dT%H:%M:%SZ", &tm);
}

static void put_until(struct eu_page *page, const struct eu_diff *diff, enum eu_diff_side side)
{
	char until[32];

	if (!write_time(until, diff->sides[side]->until))
		return;
	put_taken(page, eu_page_format("%c was not watched to the end: what came after %s is not in "
				       "it.\n", "AB"[side], until));
}

static void put_since(struct eu_page *page, const struct eu_diff *diff, enum eu_diff_side side)
{
	char since[32];

	if (!write_time(since, diff->sides[side]->since))
		return;
	put_taken(page, eu_page_format("%c begins at %s: what was recorded before was given up.\n",
				       "AB"[side], since));
}

static void put_statement(struct eu_page *page, const struct eu_diff *diff)
{
	bool complete = diff->sides[0]->complete && diff->sides[1]->complete;

	put_since(page, diff, EU_DIFF_A);
	put_since(page, diff, EU_DIFF_B);
	put_until(page, diff, EU_DIFF_A);
	put_until(page, diff, EU_DIFF_B);
	for (size_t i = 0; i < diff->n_containers; i++) {
		for (unsigned side = 0; side < 2; side++) {
			put_losses(page, &diff->containers[i], side);
			put_missed_start(page, &diff->containers[i], side);
			put_unrecorded(page, &diff->containers[i], side);
		}
		put_not_compared(page, &diff->containers[i]);
	}
	if (!complete)
		return;
	eu_page_style(page, EU_GREEN);
	eu_page_put(page, "complete: nothing was lost in A or B\n");
	eu_page_style(page, EU_PLAIN);
}

static bool is_all_compared(const struct eu_diff *diff)
{
	for (size_t i = 0; i < diff->n_containers; i++)
		if (diff->containers[i].not_compared)
			return false;
	return true;
}

static void put_sum(struct eu_page *page, const struct eu_diff *diff)
{
	size_t n[2] = {}, containers[2] = {};

	for (size_t i = 0; i < diff->n_containers; i++) {
		const struct eu_container_diff *c = &diff->containers[i];

		containers[EU_DIFF_A] += !c->sides[EU_DIFF_B];
		containers[EU_DIFF_B] += !c->sides[EU_DIFF_A];
		for (size_t d = 0; d < c->n_differences; d++)
			n[c->differences[d].only]++;
	}
	eu_page_put(page, "\n");
	if (!diff->differs) {
		eu_page_put(page, is_all_compared(diff) ? "no difference\n" :
							 "no difference in what was compared\n");
		return;
	}
	put_taken(page, eu_page_format("%zu thing%s only in B, %zu only in A", n[EU_DIFF_B],
				       plural(n[EU_DIFF_B]), n[EU_DIFF_A]));
	if (containers[0] + containers[1])
		put_taken(page, eu_page_format("; %zu container%s only in B, %zu only in A",
					       containers[EU_DIFF_B],
					       plural(containers[EU_DIFF_B]),
					       containers[EU_DIFF_A]));
	eu_page_put(page, "\n");
}

/* "A  before.eunomia: 1 container on edge-1 in 2 runs" */
static void put_side(struct eu_page *page, const struct eu_diff *diff, enum eu_diff_side side,
		     const char *name)
{
	const struct eu_report *report = diff->sides[side];
	size_t n = 0;

	for (size_t i = 0; i < report->n_containers; i++)
		n += report->containers[i].n_replicas;
	eu_page_style(page, side == EU_DIFF_B ? EU_GREEN : EU_RED);
	eu_page_put(page, side == EU_DIFF_B ? "+ B" : "− A");
	eu_page_style(page, EU_PLAIN);
	eu_page_put(page, "  ");
	put_cleaned(page, name);
	put_taken(page, eu_page_format(": %zu container%s on ", n, plural(n)));
	put_cleaned(page, report->host);
	eu_page_put(page, "\n");
}

int eu_diff_write_page(const struct eu_diff *diff, int fd, const struct eu_diff_style *style)
{
	struct eu_page page;
	int ret = eu_page_init(&page, fd, style->color, style->width);

	if (ret)
		return ret;
	put_side(&page, diff, EU_DIFF_A, style->names[EU_DIFF_A]);
	put_side(&page, diff, EU_DIFF_B, style->names[EU_DIFF_B]);
	for (size_t i = 0; i < diff->n_containers; i++)
		put_container(&page, &diff->containers[i]);
	put_sum(&page, diff);
	put_statement(&page, diff);
	return eu_out_finish(&page.out);
}
