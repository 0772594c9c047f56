/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <eunomia/event.h>

/* Is there more of a container's labels than what is known? */
static inline bool eu_labels_truncated(const struct eu_container *container)
{
	for (size_t i = 0; i < container->n_labels; i++)
		if (container->labels[i].cut)
			return true;
	return container->labels_left_out;
}
