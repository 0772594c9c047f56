/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What containers read from and wrote to files: the kernel's totals, told as `io` records.
 *
 * The kernel adds up per container and file and says once which path a file has. From time to time
 * the difference to what was said last becomes a record, which goes through the pipeline as if the
 * kernel had sent it; so a recording has all of it. Files that rest make room for others.
 */
#pragma once

#include <stdint.h>

#include <eunomia/error.h>
#include <eunomia/record.h>

#include "source/live.h"

#define EU_FILES_REST_NS (30ull * 1000000000) /* then a file is forgotten until it is used again   \
					       */

struct eu_files;

int eu_files_new(struct eu_files **out, struct eu_error *err);
/* Takes note of a `file_seen` record. */
void eu_files_seen(struct eu_files *files, const struct eu_head *record);
/* Says what has happened since the last time: of one container or (ref 0) of all; for the last
 * time when it is over. The records are of `time`, which keeps them in order. */
void eu_files_flush(struct eu_files *files, struct eu_live *live, eu_ref ref, bool over,
		    uint64_t time, void (*say)(void *context, const struct eu_head *record),
		    void *context);
/* How often there was no memory for something. */
uint64_t eu_files_starved(const struct eu_files *files);
void eu_files_free(struct eu_files *files);
