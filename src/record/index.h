/* SPDX-License-Identifier: Apache-2.0 */
/* Where the blocks of a segment are: from its index, or by going through the file. */
#pragma once

#include "record/reader.h"

/* Fills blocks and closed. A damage is told by say, with the segment's path in front. -ENOMEM. */
int eu_index_read(struct eu_read_segment *segment, int fd,
		  void (*say)(void *context, const char *text), void *context);
