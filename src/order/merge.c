/* SPDX-License-Identifier: Apache-2.0 */
#include "merge.h"

void eu_merge_begin(struct eu_merge *merge)
{
	for (size_t i = 0; i < merge->n; i++)
		merge->lanes[i].head = eu_ring_peek(merge->lanes[i].ring);
}

const struct eu_head *eu_merge_next(const struct eu_merge *merge)
{
	const struct eu_head *oldest = NULL;
	uint64_t watermark = UINT64_MAX;

	for (size_t i = 0; i < merge->n; i++) {
		const struct eu_lane *lane = &merge->lanes[i];

		if (!lane->head && lane->silent_until < watermark)
			watermark = lane->silent_until;
		if (lane->head && (!oldest || lane->head->time < oldest->time))
			oldest = lane->head;
	}
	return oldest && oldest->time <= watermark ? oldest : NULL;
}

uint64_t eu_merge_promised(const struct eu_merge *merge)
{
	uint64_t promised = UINT64_MAX;

	for (size_t i = 0; i < merge->n; i++) {
		const struct eu_lane *lane = &merge->lanes[i];
		uint64_t own = lane->head ? lane->head->time : lane->silent_until;

		promised = own < promised ? own : promised;
	}
	return promised;
}

void eu_merge_pop(struct eu_merge *merge, const struct eu_head *head)
{
	for (size_t i = 0; i < merge->n; i++) {
		struct eu_lane *lane = &merge->lanes[i];

		if (lane->head != head)
			continue;
		eu_ring_next(lane->ring);
		lane->head = eu_ring_peek(lane->ring);
		return;
	}
}
