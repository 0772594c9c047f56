/* SPDX-License-Identifier: Apache-2.0 */
/* Control messages: what goes with a message besides its bytes. */
#pragma once

#include "pointed.h"

/* Those of one message, one after the other, as the ABI has them. */
void eu_emit_control(struct eu_emit *out, const char *key, enum eu_abi abi,
		     const struct eu_copied *all);
