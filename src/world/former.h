/* SPDX-License-Identifier: Apache-2.0 */
/* What a container was called before. */
#pragma once

#include <string.h>

#include <eunomia/event.h>

/* The first of its former names (name NULL), or the next after one; NULL: there are no more. */
static inline const char *eu_former_name(const struct eu_container *container, const char *name)
{
	size_t at = name ? name - container->former_names + strlen(name) + 1 : 0;

	return at < container->former_size ? container->former_names + at : NULL;
}
