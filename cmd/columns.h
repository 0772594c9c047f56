/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of texts as aligned columns; foreign bytes arrive escaped. */
#pragma once

#include <stddef.h>

enum { COLUMNS_MAX = 12 };

struct columns {
	const char *const *titles;
	size_t n;     /* columns */
	char **cells; /* row by row, owned */
	size_t n_cells;
};

/* Adds the next cell of a row, copied. NULL is "". */
void columns_add(struct columns *columns, const char *text);
/* Prints on standard output and forgets the cells. */
void columns_print(struct columns *columns);
