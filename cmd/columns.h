/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of texts as aligned columns; foreign bytes arrive escaped. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum { COLUMNS_MAX = 12 };

struct columns {
	const char *const *titles;
	size_t n;       /* columns */
	bool cut;       /* names are cut before each row becomes a block */
	bool unbounded; /* whatever the terminal's width */
	char **cells;   /* row by row, owned */
	size_t n_cells;
};

/* Adds the next cell of a row, copied. NULL is "". */
void columns_add(struct columns *columns, const char *text);
/* Prints on standard output and forgets the cells. On a terminal, sentences that find no room are
 * wrapped in their column; where words would have to be broken, each row is a block of lines. */
void columns_print(struct columns *columns);
