/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "engines.h"
#include "follow.h"
#include "meant.h"
#include "meta/info.h"
#include "pipeline.h"
#include "record/feed.h"
#include "record/keep.h"
#include "world/cgroup_path.h"
#include "schema/named.h"
#include "world/metadata.h"

#define PATIENCE 1000000000ull /* ns */
#define PATIENCE_SELECTED (10 * PATIENCE)

/* What was found out becomes a record like any other. engine: enum eu_engine_word. */
static void take_word(struct eu_session *session, eu_ref ref, const struct eu_container_info *info,
		      unsigned engine)
{
	eu_pipeline_take(session, eu_metadata_record(&session->builder, ref, info, engine,
						     session->last_time));
}

/* Did an engine make the container before this session began? */
static bool is_kept(const struct eu_session *session, const struct eu_container_info *info)
{
	uint64_t made = info->home || info->from_api ? eu_container_info_made(info) : 0;

	return made && made < session->started;
}

/* Of a daemon, or out of a file that one keeps. begins: nobody has been told of its beginning. */
static void take_info(struct eu_session *session, eu_ref ref, const struct eu_container_info *info,
		      bool begins)
{
	unsigned engine = info->from_api || info->home ? EU_ENGINE_KNOWS : 0;

	take_word(session, ref, info, begins && is_kept(session, info) ? EU_ENGINE_KEPT : engine);
}

/* ---- asking ---- */

/* Where the kernel's path was cut, and with it the id. */
static bool find_whole_path(const struct eu_session *session, const struct eu_container *container,
			    uint64_t cgroup_id, char *path, size_t size, struct eu_cgroup_name *name)
{
	return container->cgroup_cut &&
	       eu_cgroup_path(eu_live_hierarchy(session->live)->mount, cgroup_id, path, size) &&
	       !eu_cgroup_name_parse(path, name);
}

/* Has the container ended by now, though the record of that is still to come? */
static bool is_over(const struct eu_session *session, const struct eu_container *container)
{
	char path[2 * PATH_MAX];

	if (!*container->cgroup || container->cgroup_cut)
		return false;
	snprintf(path, sizeof(path), "%s%s", eu_live_hierarchy(session->live)->mount,
		 container->cgroup);
	return access(path, F_OK) && errno == ENOENT;
}

/* Files are asked at once, which takes microseconds; daemons in their own time. over: nothing more can
 * be learned of the container from files. */
static struct eu_container_info *inquire(struct eu_session *session,
					 const struct eu_container *container, const char *id,
					 const char *cgroup, uint32_t pid, bool *over)
{
	struct eu_container_info *info = NULL;

	eu_meta_read_bundle(id, cgroup, pid, eu_meta_made_with(session->meta), &info);
	*over = !eu_meant_is_told(info) && is_over(session, container);
	if (*over)
		eu_meta_ask_ended(session->meta, id, cgroup, container->ref);
	else
		eu_meta_ask(session->meta, id, cgroup, pid, container->ref);
	return info;
}

/* How long what the container does waits for who it is, ns: with a selection by names until nobody
 * believes any more that an answer comes, and otherwise so long that nobody minds. */
static uint64_t patience(const struct eu_session *session, const struct eu_container *container,
			 const struct eu_container_info *info, bool over)
{
	if (eu_select_needs_names(session->select) && !eu_session_selects(session, container) &&
	    eu_meant_may_turn_out(session, info))
		return PATIENCE_SELECTED;
	return over ? PATIENCE : 0;
}

void eu_engines_ask(void *context, const struct eu_container *container, uint64_t cgroup_id,
		    uint32_t pid, bool in_tree)
{
	struct eu_session *session = context;
	const char *id = container->id, *cgroup = container->cgroup;
	struct eu_container_info *info, only_path = {};
	struct eu_cgroup_name name;
	char path[PATH_MAX];
	eu_ref ref = container->ref;
	bool followed, over;

	if (session->replay)
		return eu_feed_answer(session, ref);
	if (find_whole_path(session, container, cgroup_id, path, sizeof(path), &name)) {
		only_path.id = name.id;
		only_path.cgroup_path = path;
		id = name.id;
		cgroup = path;
	}
	followed = in_tree || (pid && eu_live_watches(session->live, pid));
	if (container->init_pid)
		pid = container->init_pid;
	info = inquire(session, container, id, cgroup, pid, &over);
	if (info && info->id)
		id = info->id;
	if (session->command_pid)
		eu_follow_begun(session, ref, id, info && info->name ? info->name : "",
				followed);
	session->silent = true;
	if (eu_meant_is_told(info) || only_path.id)
		take_info(session, ref, info ?: &only_path, true);
	session->silent = false;
	eu_hold_begin(session, ref, patience(session, container, info, over));
	eu_container_info_free(info);
}

/* ---- what they say ---- */

static uint64_t clamp(uint64_t time, uint64_t least, uint64_t most)
{
	return time < least ? least : time > most ? most : time;
}

/* A daemon's clock is believed as far as the order of records allows. */
static uint64_t time_of_word(const struct eu_session *session, const struct eu_container_info *info)
{
	uint64_t until = eu_pipeline_taken_until(session);

	return info->time > session->wall_offset ?
		       clamp(info->time - session->wall_offset, session->last_time, until) :
		       until;
}

/* Of a container that has no cgroup: the host's slot, in the kernel, is nobody else's. */
static eu_ref give_ref(struct eu_session *session)
{
	if (++session->engine_refs == eu_unknown_container.ref >> 16)
		session->engine_refs = 1;
	return (eu_ref)session->engine_refs << 16;
}

/* Whether it is asked for is known later, and its beginning is told with its first start then. */
static bool is_decided(const struct eu_session *session, const struct eu_container_info *info)
{
	const struct eu_container container = eu_info_container(info);

	return eu_session_selects(session, &container) || !eu_meant_may_turn_out(session, info);
}

static bool is_renamed(const struct eu_container *container, const struct eu_container_info *info)
{
	return info->name && strcmp(container->name, info->name);
}

/* Was it created in this session, and has nobody told so? The stream of an engine is open before the
 * kernel is watched. What a command makes is known by the answers to that. */
static bool is_news(const struct eu_session *session, const struct eu_container *container,
		    const struct eu_container_info *info)
{
	return !session->command_pid && (!info->time || info->time >= session->started) &&
	       (!container || eu_world_lacks_beginning(session->world, container->ref));
}

/* It did not run while we looked. With a command, only that which the command removes is told. */
static void take_removal(struct eu_session *session, const struct eu_container_info *info)
{
	eu_ref ref;

	if (info->time < session->started || !info->name ||
	    (session->command_pid && !eu_bind_begins(&session->bind, info->id, info->name)))
		return;
	ref = give_ref(session);
	if (session->command_pid) {
		session->bound[EU_REF_SLOT(ref)] = true;
		eu_keep_bound(session, ref, false);
	}
	take_word(session, ref, info, EU_ENGINE_REMOVED);
}

/* What an engine says by itself. Of what a container does between its beginning and its end the
 * kernel tells more, and sooner. */
static void take_life(struct eu_session *session, const struct eu_container_info *info,
		      enum eu_meta_action action)
{
	const struct eu_container *container = eu_world_by_id(session->world, info->id);
	struct eu_container_info only_name = {.id = info->id, .name = info->name};

	if (action == EU_META_CREATED && is_decided(session, info) &&
	    is_news(session, container, info))
		take_word(session, container ? container->ref : give_ref(session), info,
			  EU_ENGINE_CREATED);
	else if (container && action == EU_META_REMOVED)
		take_word(session, container->ref, info, EU_ENGINE_REMOVED);
	else if (action == EU_META_REMOVED)
		take_removal(session, info);
	else if (container && action == EU_META_NAMED && is_renamed(container, info))
		take_word(session, container->ref, &only_name, 0);
	else if (container && info->from_api && eu_world_lacks_engine(session->world, container->ref))
		take_word(session, container->ref, info, EU_ENGINE_KNOWS);
}

/* All have been asked who are there. */
static void note_answer(struct eu_session *session, const struct eu_container *container)
{
	bool lacks = eu_metadata_missing(container) || container->labels_unknown;

	session->unanswered[EU_REF_SLOT(container->ref) & (EU_MAX_SLOTS - 1)] =
		lacks ? container->ref : 0;
}

/* An engine has come, or is back. */
static void ask_again(struct eu_session *session)
{
	for (int slot = 0; slot < EU_MAX_SLOTS; slot++) {
		eu_ref ref = session->unanswered[slot];
		const struct eu_container *container =
			ref ? eu_world_container(session->world, ref) : NULL;

		session->unanswered[slot] = 0;
		if (container)
			eu_meta_ask(session->meta, container->id, container->cgroup,
				    container->init_pid, ref);
	}
}

/* Nothing of it is shown, as far as is known by now. */
static void silence(struct eu_session *session, const struct eu_container *container)
{
	if (!eu_select_needs_names(session->select) || eu_session_selects(session, container))
		return;
	eu_live_mute(session->live, container->ref, true);
	eu_hold_muted(session, container->ref);
}

static void on_answer(void *context, uint64_t cookie, const struct eu_container_info *info,
		      enum eu_meta_action action)
{
	struct eu_session *session = context;
	const struct eu_container *container = eu_world_container(session->world, cookie);
	bool known = eu_world_remembered(session->world, cookie);

	session->last_time = time_of_word(session, info);
	if (action == EU_META_RUNTIME) {
		eu_pipeline_take(session,
				 eu_runtime_record(&session->builder, info, session->last_time));
		ask_again(session);
	} else if (!cookie && info->id) {
		take_life(session, info, action);
	}
	if (action != EU_META_NONE && known && eu_meant_is_told(info))
		take_info(session, cookie, info, eu_hold_has(session, cookie));
	if (info->final)
		eu_hold_answered(session, cookie);
	if (container && info->final) {
		note_answer(session, container);
		silence(session, container);
	}
}

void eu_engines_hear(struct eu_session *session)
{
	eu_meta_dispatch(session->meta, on_answer, session);
}
