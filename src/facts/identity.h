/* SPDX-License-Identifier: Apache-2.0 */
/* Who a container is, kept for as long as a report. */
#pragma once

#include <eunomia/event.h>

#include "facts/arena.h"

/* Copies all of it, texts and labels into the arena. */
void eu_identity_copy(struct eu_arena *arena, struct eu_container *out,
		      const struct eu_container *from);
