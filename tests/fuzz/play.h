/* SPDX-License-Identifier: Apache-2.0 */
/* Everything that can be done with a recording, for fuzz targets. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Opens these bytes as a file, and replays what opens as trace and as report would. */
void play(const void *bytes, size_t size);
