/* SPDX-License-Identifier: Apache-2.0 */
/* Who a peer is, from one run to the next. */
#pragma once

#include <stdbool.h>
#include <string.h>

#include <eunomia/report.h>

/* A container by its name, unless that is but the beginning of its id; or NULL. */
static inline const char *eu_peer_name(const struct eu_peer_fact *fact)
{
	const char *name = fact->container_name, *id = fact->container_id ?: "";
	bool nameless = strlen(id) == 64 && name && !strncmp(name, id, strlen(name));

	return name && *name && !nameless ? name : NULL;
}

/* What came in over a unix socket has no address but the socket's own. */
static inline bool eu_peer_is_served(const struct eu_peer_fact *fact)
{
	return !strcmp(fact->direction, "in") && !strcmp(fact->transport, "unix");
}
