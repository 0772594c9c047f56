/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where engines keep what they know of containers: a directory each, which is there until the
 * container is removed, whether it runs or not. So its removal is seen without asking a daemon,
 * and where there is none, as with Podman.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct eu_homes;

struct eu_homes *eu_homes_new(void); /* NULL: no memory */
/* From now on; again is as once. Of more than EU_META_MAX_HOMES the oldest is forgotten. */
void eu_homes_add(struct eu_homes *homes, const char *id, const char *path);
/* Its removal is known. */
void eu_homes_drop(struct eu_homes *homes, const char *id);
/* Says each that is gone, once; id is borrowed for the call. */
void eu_homes_look(struct eu_homes *homes, void (*gone)(void *context, const char *id),
		   void *context);
void eu_homes_free(struct eu_homes *homes);
