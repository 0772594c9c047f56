/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "meant.h"
#include "meta/info.h"
#include "pipeline.h"
#include "record/feed.h"
#include "schema/named.h"

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
	return !eu_meant_is_told(info) ||
	       (eu_select_needs_images(session->select) && (!info->image_name || !info->image_id)) ||
	       (eu_select_needs_labels(session->select) && info->labels_unknown);
}

/* Containers that runc or crun make for themselves come from no image. */
static bool lacks_image(const struct eu_container *c)
{
	return !*c->image_name && !*c->image_id && strcmp(c->runtime, "runc") &&
	       strcmp(c->runtime, "crun");
}

/* Engines call containers otherwise than by such an id; of all others the id is the name. */
static bool may_have_name(const struct eu_container *c)
{
	return eu_metadata_missing(c) && strlen(c->id) == 64 &&
	       strspn(c->id, "0123456789abcdef") == 64;
}

bool eu_session_may_mean(const struct eu_session *session, const struct eu_container *container)
{
	const struct eu_select *select = session->select;

	return eu_select_needs_names(select) && is_in_question(session, container) &&
	       !eu_session_selects(session, container) &&
	       (may_have_name(container) ||
		(eu_select_needs_images(select) && lacks_image(container)) ||
		(eu_select_needs_labels(select) && container->labels_unknown));
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
