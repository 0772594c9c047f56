// SPDX-License-Identifier: Apache-2.0
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "columns.h"
#include "terminal.h"

void columns_add(struct columns *columns, const char *text)
{
	char **cells = realloc(columns->cells, (columns->n_cells + 1) * sizeof(*cells));

	if (!cells)
		abort();
	columns->cells = cells;
	columns->cells[columns->n_cells++] = terminal_text(text ? text : "");
}

/* In characters, as UTF-8 counts them. */
static int width_of(const char *text)
{
	int width = 0;

	for (; *text; text++)
		width += (*text & 0xc0) != 0x80;
	return width;
}

static void print_row(const struct columns *columns, const char *const *row, const int *widths)
{
	for (size_t c = 0; c < columns->n; c++) {
		int pad = widths[c] - width_of(row[c]) + 2;

		printf("%s%*s", row[c], c + 1 < columns->n ? pad : 0, "");
	}
	putchar('\n');
}

void columns_print(struct columns *columns)
{
	int widths[COLUMNS_MAX] = {};

	for (size_t c = 0; c < columns->n; c++)
		widths[c] = width_of(columns->titles[c]);
	for (size_t i = 0; i < columns->n_cells; i++) {
		int width = width_of(columns->cells[i]), *widest = &widths[i % columns->n];

		*widest = width > *widest ? width : *widest;
	}
	print_row(columns, columns->titles, widths);
	for (size_t i = 0; i + columns->n <= columns->n_cells; i += columns->n)
		print_row(columns, (const char *const *)columns->cells + i, widths);
	for (size_t i = 0; i < columns->n_cells; i++)
		free(columns->cells[i]);
	free(columns->cells);
	columns->cells = NULL;
	columns->n_cells = 0;
}
