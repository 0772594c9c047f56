/* SPDX-License-Identifier: Apache-2.0 */
/* Lines for people: of foreign text, in colours, no wider than the terminal. */
#pragma once

#include "report/out.h"

#define EU_BOLD "\033[1m"
#define EU_DIM "\033[2m"
#define EU_RED "\033[31m"
#define EU_GREEN "\033[32m"
#define EU_PLAIN "\033[0m"

#define EU_PAGE_ROOM 4096 /* bytes of a line's text before it is cut */

struct eu_page {
	struct eu_out out;
	bool color;
	size_t width; /* SIZE_MAX: no limit */
};

/* width 0: no limit. eu_out_finish(&page->out) ends it. */
int eu_page_init(struct eu_page *page, int fd, bool color, unsigned width);
/* malloc'd; NULL without memory. */
__attribute__((format(printf, 1, 2))) char *eu_page_format(const char *pattern, ...);
size_t eu_page_columns(const char *text, size_t len);
void eu_page_put(struct eu_page *page, const char *text);
void eu_page_spaces(struct eu_page *page, size_t n);
/* Where there are colours. */
void eu_page_style(struct eu_page *page, const char *code);
/* Foreign text as a terminal may have it, malloc'd. */
char *eu_page_clean(const char *text);
/* The same of a text that is taken over; NULL when that is. */
char *eu_page_clean_taken(char *text);
/* Clean text, cut in its middle to so many columns: the end of a path says more. Returns the
 * columns it took. */
size_t eu_page_cut(struct eu_page *page, const char *text, size_t columns);
