/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/events.h>

#include "event_ids.h"

#include "cleanup.h"
#include "hash.h"
#include "source/iterators.h"
#include "source/starts.h"

struct start {
	uint32_t pid;
	uint64_t time;
	UT_hash_handle hh;
};

struct eu_starts {
	struct start *all;
};

/* One that finds no memory is known as /proc knows it. */
static void take_start(void *context, const struct eu_head *record)
{
	const struct eu_event_start *e = (const void *)record;
	struct eu_starts *starts = context;
	struct start *start = calloc(1, sizeof(*start));

	if (!start)
		return;
	start->pid = e->head.pid;
	start->time = e->start_time;
	HASH_ADD(hh, starts->all, pid, sizeof(start->pid), start);
	(void)eu_hash_taken(start);
}

uint64_t eu_starts_refine(const struct eu_starts *starts, uint32_t pid, uint64_t step)
{
	struct start *start;

	HASH_FIND(hh, starts->all, &pid, sizeof(pid), start);
	return start && start->time - start->time % EU_START_STEP == step ? start->time : step;
}

static void free_starts(struct eu_starts **starts)
{
	eu_starts_free(*starts);
}

int eu_starts_new(struct eu_starts **out, struct eunomia_bpf *bpf, struct eu_error *err)
{
	eu_cleanup(free_starts) struct eu_starts *starts = calloc(1, sizeof(*starts));
	int ret;

	if (!starts)
		return eu_fail(err, ENOMEM, "out of memory");
	ret = eu_iterators_starts(bpf, take_start, starts, err);
	if (!ret)
		*out = eu_take(starts);
	return ret;
}

void eu_starts_free(struct eu_starts *starts)
{
	struct start *start, *next;

	if (!starts)
		return;
	HASH_ITER(hh, starts->all, start, next) {
		HASH_DEL(starts->all, start);
		free(start);
	}
	free(starts);
}
