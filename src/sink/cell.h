/* SPDX-License-Identifier: Apache-2.0 */
/* Columns on a terminal: how wide text is there, and how it is cut and padded. */
#pragma once

#include "schema/bytes.h"

/* How many columns valid UTF-8 takes on a terminal. */
size_t eu_cell_width(const char *text, size_t len);
/* Appends text cut to width columns (with … at the end when cut); with pad, filled with spaces. */
void eu_cell_put(struct eu_bytes *bytes, const char *text, size_t len, size_t width, bool pad);
