/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include <eunomia/events.h>

#include "event_ids.h"

#include "untold.h"

static struct eu_head **steps_of(struct eu_untold *untold, eu_ref ref)
{
	return untold->steps[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)];
}

static enum eu_untold_step step_of(const struct eu_event_container *e)
{
	switch (e->action) {
	case EU_CONTAINER_CREATED:
	case EU_CONTAINER_FOUND:
	case EU_CONTAINER_RECOVERED:
		return EU_UNTOLD_BEGINNING;
	case EU_CONTAINER_STARTED:
		return EU_UNTOLD_START;
	}
	return EU_UNTOLD_STEPS;
}

static void drop(struct eu_head **steps)
{
	for (int i = 0; i < EU_UNTOLD_STEPS; i++) {
		free(steps[i]);
		steps[i] = NULL;
	}
}

void eu_untold_keep(struct eu_untold *untold, const struct eu_event *event, bool named)
{
	const struct eu_head *record = event->record;
	struct eu_head **steps = steps_of(untold, record->container), *copy;
	enum eu_untold_step step;

	if (record->type != EU_TYPE(eu_event_container) || !EU_REF_SLOT(record->container) ||
	    !event->container || (event->container->named && !event->container->labels_unknown && !named))
		return;
	step = step_of((const void *)record);
	if (step == EU_UNTOLD_BEGINNING)
		drop(steps); /* of who had the slot before */
	copy = step < EU_UNTOLD_STEPS ? malloc(record->size) : NULL;
	if (!copy)
		return; /* it begins with its name then */
	memcpy(copy, record, record->size);
	free(steps[step]);
	steps[step] = copy;
}

const struct eu_head *eu_untold_get(struct eu_untold *untold, eu_ref ref,
				    enum eu_untold_step step, uint64_t time)
{
	struct eu_head *kept = steps_of(untold, ref)[step];

	if (!kept || kept->container != ref)
		return NULL;
	kept->time = time;
	return kept;
}

void eu_untold_drop(struct eu_untold *untold, eu_ref ref)
{
	drop(steps_of(untold, ref));
}

void eu_untold_clear(struct eu_untold *untold)
{
	for (int slot = 0; slot < EU_MAX_SLOTS; slot++)
		drop(untold->steps[slot]);
}
