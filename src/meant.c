/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "meant.h"
#include "meta/info.h"
#include "pipeline.h"
#include "record/feed.h"

/* Is it the command's, and one that was asked for when it was recorded? */
static bool is_in_question(const struct eu_session *session, const struct eu_container *container)
{
	if ((session->command_pid || session->only_bound) &&
	    !session->bound[EU_REF_SLOT(container->ref) & (EU_MAX_SLOTS - 1)])
		return false;
	return !session->recorded || eu_select_container(session->recorded, container);
}

bool eu_session_selects(const struct eu_session *session, const struct eu_container *container)
{
	return is_in_question(session, container) &&
	       (eu_select_container(session->select, container) ||
		eu_feed_is_meant(session, container));
}

/* ---- what may be ---- */

/* Else it is what the cgroup is called, which everybody knows. */
bool eu_meant_is_told(const struct eu_container_info *info)
{
	return info && (info->from_api || info->from_bundle ||
			(info->name && info->id && strcmp(info->name, info->id)));
}

bool eu_meant_may_turn_out(const struct eu_session *session, const struct eu_container_info *info)
{
	struct eu_container container;

	if (!eu_meant_is_told(info))
		return true;
	container = eu_info_container(info);
	return eu_select_fit(session->select, &container, true) == EU_MAY_FIT;
}

bool eu_session_may_mean(const struct eu_session *session, const struct eu_container *container)
{
	return is_in_question(session, container) &&
	       eu_select_fit(session->select, container, false) == EU_MAY_FIT &&
	       !eu_feed_is_meant(session, container);
}

void eu_meant_forget(struct eu_session *session, const struct eu_container *container)
{
	if (eu_session_may_mean(session, container))
		eu_ledger_add(&session->dropped, container, "container", EU_PLACE_NAME, 1);
}

static bool forget(void *context, const struct eu_container *container)
{
	eu_meant_forget(context, container);
	return true;
}

void eu_meant_end(struct eu_session *session)
{
	eu_world_containers(session->world, forget, session);
}

struct census {
	const struct eu_session *session;
	size_t there, chosen;
};

static bool count_one(void *context, const struct eu_container *container)
{
	struct census *census = context;

	census->there += is_in_question(census->session, container);
	census->chosen += eu_session_selects(census->session, container);
	return true;
}

bool eu_session_leaves_all_out(struct eu_session *session)
{
	struct census census = {.session = session};

	eu_world_containers(session->world, count_one, &census);
	return census.there && !census.chosen;
}
