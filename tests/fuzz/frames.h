/* SPDX-License-Identifier: Apache-2.0 */
/* A block that is not packed, as fuzz_frames reads it; `size` bytes follow. */
#pragma once

#include <stdint.h>

struct frame {
	uint32_t size;
	uint16_t kind;
	uint8_t skipped; /* records that are missing before it */
	uint8_t records;
	uint64_t from, to;
};
