/* SPDX-License-Identifier: Apache-2.0 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/page.h"

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
	size_t columns = 0;

	for (size_t i = 0; i < len; i++)
		columns += (text[i] & 0xc0) != 0x80;
	return columns;
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

static const char *forward(const char *at, size_t columns)
{
	while (columns--)
		do
			at++;
		while ((*at & 0xc0) == 0x80);
	return at;
}

size_t eu_page_cut(struct eu_page *page, const char *text, size_t columns)
{
	struct eu_bytes *bytes = &page->out.bytes;
	size_t len = strlen(text), all = eu_page_columns(text, len), head = columns / 2;
	const char *cut;

	if (all <= columns) {
		eu_bytes_put(bytes, text, len);
		return all;
	}
	if (!columns)
		return 0;
	cut = forward(text, head);
	eu_bytes_put(bytes, text, cut - text);
	eu_page_put(page, "…");
	cut = forward(cut, all - head - (columns - head - 1));
	eu_bytes_put(bytes, cut, text + len - cut);
	return columns;
}
