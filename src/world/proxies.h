/* SPDX-License-Identifier: Apache-2.0 */
/* Docker's userland proxies that run already. */
#pragma once

#include <eunomia/record.h>

#include "source/live.h"

/* Tells the kernel side of them, and says one record for each. Finding none is no error. */
void eu_proxies_discover(struct eu_live *live,
			 void (*say)(void *context, const struct eu_head *record), void *context);
