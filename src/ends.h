/* SPDX-License-Identifier: Apache-2.0 */
/* Containers whose end was lost: they are looked for where records of containers have been. */
#pragma once

#include <stdint.h>

#include "bpf/shared.h"

struct eu_session;

struct eu_ends {
	uint64_t looked;  /* at so many lost records of containers */
	uint64_t since;   /* the time of the look that goes on; 0: none does */
	eu_ref suspects[EU_MAX_SLOTS]; /* by slot: of which nothing was left then; or 0 */
};

/* After each round of records. */
void eu_ends_round(struct eu_session *session);
