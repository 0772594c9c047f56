/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The kernel side gives up a container's cgroup or namespace before it sends that it is gone. A
 * container that nothing is left of there has ended, then; and once all records of that time have
 * been taken, the one of its end has been lost if the container is still there for us.
 */

#include "clock.h"
#include "ends.h"
#include "pipeline.h"

/* Told like any other end, so that a recording has it; nobody may have heard of its beginning
 * either. */
static void end(struct eu_session *session, eu_ref ref)
{
	const struct eu_head *record;

	eu_pipeline_flush(session, ref, true);
	record = eu_world_removal(session->world, ref, session->last_time);
	if (record)
		eu_pipeline_take(session, record);
	else
		eu_live_recycle(session->live, ref);
}

static void begin_look(struct eu_session *session, struct eu_ends *ends)
{
	uint64_t lost = eu_live_lost_containers(session->live);

	if (lost == ends->looked || !eu_live_ended(session->live, ends->suspects))
		return;
	ends->looked = lost;
	ends->since = eu_now_ns();
}

/* Who had just been given a ref, and nothing else, has more by now. */
static void end_look(struct eu_session *session, struct eu_ends *ends)
{
	eu_ref still[EU_MAX_SLOTS];

	if (!eu_live_ended(session->live, still))
		return;
	ends->since = 0;
	for (int slot = 0; slot < EU_MAX_SLOTS; slot++)
		if (still[slot] && still[slot] == ends->suspects[slot])
			end(session, still[slot]);
}

void eu_ends_round(struct eu_session *session)
{
	struct eu_ends *ends = &session->ends;

	if (!ends->since)
		begin_look(session, ends);
	if (ends->since && eu_live_promised(session->live) > ends->since)
		end_look(session, ends);
}
