/* SPDX-License-Identifier: Apache-2.0 */
/* Which system calls containers made in each window of time: records for who looks for phases. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include <eunomia/error.h>
#include <eunomia/record.h>

struct eu_windows;

int eu_windows_new(struct eu_windows **out, struct eu_error *err);
/* The container made this call, whose number is as in records; false: no memory to note it. */
bool eu_windows_mark(struct eu_windows *windows, eu_ref ref, uint16_t nr);
/* Tells the window of one container, which ends with it, or (ref 0) those of all: then the next
 * window begins. Nothing is told of who made no calls. */
void eu_windows_tell(struct eu_windows *windows, eu_ref ref, uint64_t time,
		     void (*take)(void *context, const struct eu_head *record), void *context);
void eu_windows_free(struct eu_windows *windows);
