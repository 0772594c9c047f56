/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <string.h>

#include "event_ids.h"

#include "cleanup.h"
#include "follow.h"
#include "record/keep.h"

static bool *bound(struct eu_session *session, eu_ref ref)
{
	return &session->bound[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)];
}

static void follow(struct eu_session *session, eu_ref ref, bool begins)
{
	*bound(session, ref) = true;
	eu_live_mute(session->live, ref, false);
	eu_keep_bound(session, ref, begins);
}

static void follow_present(struct eu_session *session, eu_ref ref)
{
	if (!*bound(session, ref))
		follow(session, ref, false);
}

/* Until it is started it does next to nothing, and when a command names it to be started, its first
 * instructions are faster than we are: so it is heard until then, and left out by who is bound. */
static void leave(struct eu_session *session, eu_ref ref)
{
	eu_live_mute(session->live, ref, !eu_live_is_in_set_up(session->live, ref));
}

void eu_follow_started(struct eu_session *session, eu_ref ref)
{
	if (!*bound(session, ref))
		eu_live_mute(session->live, ref, true);
}

void eu_follow_begun(struct eu_session *session, eu_ref ref, const char *id, const char *name,
		     bool followed)
{
	*bound(session, ref) = false;
	if (followed || eu_bind_has(&session->bind, id) || eu_bind_begins(&session->bind, id, name))
		follow(session, ref, true);
	else
		leave(session, ref);
}

/* Has it a cgroup, where something may happen? */
static bool is_there(const struct eu_session *session, const struct eu_container *container)
{
	return EU_REF_SLOT(container->ref) &&
	       eu_world_container(session->world, container->ref) == container;
}

void eu_follow_named(struct eu_session *session, eu_ref ref)
{
	const struct eu_container *container = eu_world_container(session->world, ref);

	if (container && is_there(session, container) &&
	    eu_bind_named(&session->bind, container->id, container->name))
		follow_present(session, ref);
}

/* Who among those that are there is meant. */
struct search {
	struct eu_session *session;
	const char *word;
	const struct eu_container *found;
	size_t n; /* that it could be */
};

static bool look_for_name(void *context, const struct eu_container *container)
{
	struct search *search = context;

	if (!is_there(search->session, container) || strcmp(container->name, search->word))
		return true;
	follow_present(search->session, container->ref); /* two engines may have one of that name each */
	search->found = container;
	search->n++;
	return true;
}

static bool look_for_id(void *context, const struct eu_container *container)
{
	struct search *search = context;

	if (!is_there(search->session, container) || !eu_bind_abbreviates(search->word, container->id))
		return true;
	search->found = container;
	search->n++;
	return true;
}

/* As engines do: a name goes before the beginning of an id, which has to be the only one. */
static void follow_called(struct eu_session *session, const char *word)
{
	struct search search = {.session = session, .word = word};

	eu_world_containers(session->world, look_for_name, &search);
	if (!search.n)
		eu_world_containers(session->world, look_for_id, &search);
	if (search.n != 1)
		return;
	follow_present(session, search.found->ref);
	eu_bind_resolve(&session->bind, word, search.found->id);
}

struct entry {
	struct eu_session *session;
	const struct eu_head *record;
};

static bool look_for_entered(void *context, const struct eu_container *container)
{
	struct entry *entry = context;

	if (is_there(entry->session, container) &&
	    eu_bind_enters(entry->record, container->id, container->name))
		follow_present(entry->session, container->ref);
	return true;
}

static void follow_entered(struct eu_session *session, const struct eu_head *record)
{
	struct entry entry = {session, record};

	eu_world_containers(session->world, look_for_entered, &entry);
}

/* The record has 4 KiB of the arguments, and the id may be behind a long environment (`ctr run --env`):
 * then the process itself is asked, if it is still there. */
static void read_arguments(struct eu_session *session, uint32_t pid)
{
	eu_auto_free char *word = NULL;
	eu_auto_fclose FILE *file = NULL;
	char path[32];
	size_t room = 0;
	ssize_t len;

	snprintf(path, sizeof(path), "/proc/%u/cmdline", pid);
	file = fopen(path, "re");
	while (file && (len = getdelim(&word, &room, '\0', file)) > 0)
		eu_bind_word(&session->bind, word, strnlen(word, len));
}

static void follow_arguments(struct eu_session *session, const struct eu_event_exec *e)
{
	size_t len;

	eu_record_text(&e->head, e->args, &len);
	if (session->live && e->args_size > len + 1)
		read_arguments(session, e->head.pid);
	follow_entered(session, &e->head);
}

void eu_follow_record(struct eu_session *session, const struct eu_head *record)
{
	const struct eu_bind_name *name = eu_bind_record(&session->bind, record);
	char word[EU_BIND_NAME + 1];

	if (record->type == EU_TYPE(eu_event_exec) && !record->container)
		follow_arguments(session, (const void *)record);
	if (!name || name->starts)
		return; /* what is to be started is not there yet */
	strcpy(word, name->text);
	follow_called(session, word);
}
