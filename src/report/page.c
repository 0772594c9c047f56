/* SPDX-License-Identifier: Apache-2.0 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/page.h"
#include "sink/cell.h"

enum { NARROW = 40 }; /* a terminal below this is treated as one of this */

int eu_page_init(struct eu_page *page, int fd, bool color, unsigned width)
{
	*page = (struct eu_page){.color = color, .width = width ?: SIZE_MAX};
	if (page->width < NARROW)
		page->width = NARROW;
	return eu_out_init(&page->out, fd);
}

char *eu_page_format(const char *pattern, ...)
{
	va_list args;
	char *text;
	int n;

	va_start(args, pattern);
	n = vasprintf(&text, pattern, args);
	va_end(args);
	return n < 0 ? NULL : text;
}

size_t eu_page_columns(const char *text, size_t len)
{
	return eu_cell_width(text, len);
}

void eu_page_put(struct eu_page *page, const char *text)
{
	eu_bytes_puts(&page->out.bytes, text);
}

void eu_page_spaces(struct eu_page *page, size_t n)
{
	while (n--)
		eu_bytes_char(&page->out.bytes, ' ');
}

void eu_page_style(struct eu_page *page, const char *code)
{
	if (page->color)
		eu_page_put(page, code);
}

char *eu_page_clean(const char *text)
{
	char room[EU_BYTES_ROOM], *copy;
	struct eu_bytes bytes = {.data = room, .size = sizeof(room), .borrowed = true};

	eu_bytes_text(&bytes, text, strnlen(text, EU_PAGE_ROOM));
	copy = strndup(bytes.data, bytes.len);
	eu_bytes_free(&bytes);
	return copy;
}

char *eu_page_clean_taken(char *text)
{
	char *copy = text ? eu_page_clean(text) : NULL;

	free(text);
	return copy;
}

static const char *next_of(const char *at)
{
	do
		at++;
	while ((*at & 0xc0) == 0x80);
	return at;
}

/* The first characters that take at most so many columns; *used is how many of them. */
static const char *first_of(const char *text, size_t columns, size_t *used)
{
	const char *at = text;

	for (*used = 0; *at;) {
		const char *next = next_of(at);
		size_t width = eu_cell_width(at, next - at);

		if (*used + width > columns)
			break;
		*used += width;
		at = next;
	}
	return at;
}

/* The same of the last ones. */
static const char *last_of(const char *text, size_t columns, size_t *used)
{
	*used = eu_cell_width(text, strlen(text));
	while (*used > columns) {
		const char *next = next_of(text);

		*used -= eu_cell_width(text, next - text);
		text = next;
	}
	return text;
}

size_t eu_page_cut(struct eu_page *page, const char *text, size_t columns)
{
	size_t all = eu_page_columns(text, strlen(text)), head, tail;
	const char *rest;

	if (all <= columns) {
		eu_page_put(page, text);
		return all;
	}
	if (!columns)
		return 0;
	rest = first_of(text, columns / 2, &head);
	eu_bytes_put(&page->out.bytes, text, rest - text);
	eu_page_put(page, "…");
	eu_page_put(page, last_of(rest, columns - head - 1, &tail));
	return head + 1 + tail;
}
