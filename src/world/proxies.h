/* SPDX-License-Identifier: Apache-2.0 */
/* Docker's userland proxies that run already. */
#pragma once

#include <eunomia/record.h>

#include "source/live.h"
#include "world/world.h"

/* Tells the kernel side of them, and says one record for each. Finding none is no error. What a
 * container calls so, as far as its world knows, is not believed. */
void eu_proxies_discover(struct eu_live *live, struct eu_world *world,
			 void (*say)(void *context, const struct eu_head *record), void *context);
