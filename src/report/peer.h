/* SPDX-License-Identifier: Apache-2.0 */
/* What a peer is called. */
#pragma once

#include <stdbool.h>
#include <string.h>

#include "facts/key.h"

/* Of enum eu_peer_source; "" when the socket itself told. */
const char *eu_peer_source_name(uint32_t source);

/* What came in over a unix socket has no address but the socket's own. */
static inline bool eu_peer_is_served(const struct eu_peer_fact *fact)
{
	return !strcmp(fact->direction, "in") && !strcmp(fact->transport, "unix");
}
