// SPDX-License-Identifier: Apache-2.0
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "columns.h"
#include "terminal.h"

enum { GAP = 2, NARROWEST = 30, SENTENCE = 12 /* what is not wider is none to be wrapped */ };

void columns_add(struct columns *columns, const char *text)
{
	char **cells = realloc(columns->cells, (columns->n_cells + 1) * sizeof(*cells));

	if (!cells)
		abort();
	columns->cells = cells;
	columns->cells[columns->n_cells++] = terminal_text(text ? text : "");
}

/* On a terminal: some characters take two columns, some none. */
static unsigned width_of(const char *text, size_t len)
{
	mbstate_t state = {0};
	unsigned width = 0;
	wchar_t c;

	while (len) {
		size_t n = mbrtowc(&c, text, len, &state);
		int columns = n <= len ? wcwidth(c) : 1;

		if (n > len || !n) {
			memset(&state, 0, sizeof(state));
			n = 1;
		}
		width += columns < 0 ? 1 : columns;
		text += n;
		len -= n;
	}
	return width;
}

static const char *cell_of(const struct columns *columns, size_t row, size_t column)
{
	return row ? columns->cells[(row - 1) * columns->n + column] : columns->titles[column];
}

/* With the titles. */
static size_t rows_of(const struct columns *columns)
{
	return 1 + columns->n_cells / columns->n;
}

/* ---- how wide ---- */

struct layout {
	unsigned widths[COLUMNS_MAX];
	unsigned least[COLUMNS_MAX]; /* at least the longest word: words are never broken */
};

static unsigned longest_word(const char *text)
{
	unsigned longest = 0;

	while (*text) {
		size_t len = strcspn(text, " ");
		unsigned width = width_of(text, len);

		longest = width > longest ? width : longest;
		text += len + (text[len] == ' ');
	}
	return longest;
}

static void measure(struct layout *layout, const struct columns *columns)
{
	for (size_t row = 0; row < rows_of(columns); row++)
		for (size_t c = 0; c < columns->n; c++) {
			const char *cell = cell_of(columns, row, c);
			unsigned width = width_of(cell, strlen(cell)), word = longest_word(cell);

			if (width > layout->widths[c])
				layout->widths[c] = width;
			word = word > SENTENCE && !columns->cut ? word : SENTENCE;
			if (word > layout->least[c])
				layout->least[c] = word;
		}
}

/* The widest one that can give anything. */
static unsigned *widest(struct layout *layout, size_t n)
{
	unsigned *found = NULL;

	for (size_t c = 0; c < n; c++)
		if (layout->widths[c] > layout->least[c] && (!found || layout->widths[c] > *found))
			found = &layout->widths[c];
	return found;
}

/* Sentences are wrapped where the terminal ends. False: that is not enough. */
static bool fit(struct layout *layout, size_t n, unsigned room)
{
	unsigned taken = GAP * (n - 1), *give;

	for (size_t c = 0; c < n; c++)
		taken += layout->widths[c];
	for (; taken > room && (give = widest(layout, n)); taken--)
		--*give;
	return taken <= room;
}

/* ---- rows ---- */

/* The longest beginning that is not wider. */
static size_t beginning(const char *text, size_t len, unsigned width)
{
	while (len && ((text[len] & 0xc0) == 0x80 || width_of(text, len) > width))
		len--;
	return len;
}

/* Returns how many columns it took. */
static unsigned print_cut(const char *text, size_t len, unsigned width)
{
	unsigned all = width_of(text, len);
	size_t part = all > width ? beginning(text, len, width - 1) : len;

	printf("%.*s%s", (int)part, text, all > width ? "…" : "");
	return all > width ? width_of(text, part) + 1 : all;
}

/* How much of the text stands on one line, and what follows on the next. */
static size_t line_of(const char **text, unsigned width)
{
	const char *begin = *text;
	size_t len = 0;

	if (width_of(begin, strlen(begin)) <= width) {
		*text += strlen(begin);
		return *text - begin;
	}
	do {
		size_t more = len + strspn(begin + len, " ");

		more += strcspn(begin + more, " ");
		if (len && width_of(begin, more) > width)
			break;
		len = more;
	} while (begin[len]);
	*text = begin + len + strspn(begin + len, " ");
	return len;
}

/* One line of each cell; false: nothing is left of them. */
static bool print_line(const char **rest, const struct layout *layout, size_t n)
{
	int spaces = 0;
	bool more = false;

	for (size_t c = 0; c < n; c++) {
		const char *text = rest[c];
		size_t len = line_of(&rest[c], layout->widths[c]);

		if (len) {
			printf("%*s", spaces, "");
			spaces = -(int)print_cut(text, len, layout->widths[c]);
		}
		spaces += layout->widths[c] + GAP;
		more |= *rest[c];
	}
	putchar('\n');
	return more;
}

static void print_table(const struct columns *columns, const struct layout *layout)
{
	const char *rest[COLUMNS_MAX];

	for (size_t row = 0; row < rows_of(columns); row++) {
		for (size_t c = 0; c < columns->n; c++)
			rest[c] = cell_of(columns, row, c);
		while (print_line(rest, layout, columns->n))
			;
	}
}

/* A row as a block: a line for each title. */
static void print_blocks(const struct columns *columns, unsigned room)
{
	struct layout layout = {};

	for (size_t c = 0; c < columns->n; c++) {
		unsigned width = width_of(columns->titles[c], strlen(columns->titles[c]));

		layout.widths[0] = width > layout.widths[0] ? width : layout.widths[0];
	}
	layout.widths[1] = room - layout.widths[0] - GAP;
	for (size_t row = 1; row < rows_of(columns); row++) {
		if (row > 1)
			putchar('\n');
		for (size_t c = 0; c < columns->n; c++) {
			const char *line[] = {columns->titles[c], cell_of(columns, row, c)};

			while (*line[1] && print_line(line, &layout, 2))
				;
		}
	}
}

static void print_rows(const struct columns *columns)
{
	unsigned room = columns->unbounded ? 0 : terminal_width(STDOUT_FILENO);
	struct layout layout = {};

	measure(&layout, columns);
	if (room < NARROWEST || fit(&layout, columns->n, room))
		print_table(columns, &layout);
	else
		print_blocks(columns, room);
}

void columns_print(struct columns *columns)
{
	/* texts are UTF-8 whatever the terminal's locale says */
	locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0), before = (locale_t)0;

	if (utf8)
		before = uselocale(utf8);
	print_rows(columns);
	if (utf8) {
		uselocale(before);
		freelocale(utf8);
	}
	for (size_t i = 0; i < columns->n_cells; i++)
		free(columns->cells[i]);
	free(columns->cells);
	columns->cells = NULL;
	columns->n_cells = 0;
}
