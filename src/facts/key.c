/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include <eunomia/events.h>

#include "facts/key.h"

/* With these a path is not all there is to say where a file is. What is `raw` or `deleted` has the
 * name that others have, too. */
#define PLACES (EU_PATH_TRUNCATED | EU_PATH_DETACHED | EU_PATH_CHROOT)

void eu_key_text(struct eu_bytes *key, const char *text)
{
	eu_bytes_put(key, text, strlen(text) + 1);
}

/* A file that is made anew and again has another inode each time: only where nothing else tells. */
void eu_key_place(struct eu_file_fact *file)
{
	file->path_state &= PLACES;
	if (!(file->path_state & (EU_PATH_TRUNCATED | EU_PATH_DETACHED)))
		file->device = 0;
	if (!(file->path_state & EU_PATH_TRUNCATED))
		file->inode = 0;
}

void eu_key_known_as(struct eu_file_fact *file, uint32_t path_state)
{
	file->path_state &= path_state | ~(uint32_t)EU_PATH_RAW;
}

void eu_key_file(struct eu_bytes *key, const void *fact, enum eu_scope scope)
{
	const struct eu_file_fact *file = fact;
	uint32_t state = file->path_state & PLACES;

	eu_bytes_put(key, (const char *)&state, sizeof(state));
	eu_bytes_put(key, (const char *)&file->device, sizeof(file->device));
	eu_bytes_put(key, (const char *)&file->inode, sizeof(file->inode));
	eu_key_text(key, file->path);
}

void eu_key_executable(struct eu_bytes *key, const void *fact, enum eu_scope scope)
{
	const struct eu_executable_fact *executable = fact;
	uint32_t state = executable->path_state & PLACES;

	eu_bytes_put(key, (const char *)&state, sizeof(state));
	eu_key_text(key, executable->path);
	eu_key_text(key, executable->n_argv ? executable->argv[0] : "");
}

const char *eu_peer_name(const struct eu_peer_fact *fact)
{
	const char *name = fact->container_name, *id = fact->container_id ?: "";
	bool nameless = strlen(id) == 64 && name && !strncmp(name, id, strlen(name));

	return name && *name && !nameless ? name : NULL;
}

/* Within a run the id of the peer's container, which may be renamed meanwhile. */
void eu_key_peer(struct eu_bytes *key, const void *fact, enum eu_scope scope)
{
	const struct eu_peer_fact *peer = fact;
	const char *who = scope == EU_ONE_RUN ? peer->container_id : eu_peer_name(peer);

	eu_key_text(key, peer->transport);
	eu_key_text(key, peer->direction);
	eu_bytes_put(key, (const char *)&peer->port, sizeof(peer->port));
	eu_key_text(key, who ?: "");
	eu_bytes_put(key, peer->address, peer->address_len);
}
