/* SPDX-License-Identifier: Apache-2.0 */
/* What a page has of one kind, behind a label: lines with notes beside them, or short items. */
#pragma once

#include "report/page.h"

enum { EU_SECTION_LINES = 10 };

struct eu_section {
	struct eu_page *page;
	const char *label;
	struct eu_line {
		char *text, *note;
	} lines[EU_SECTION_LINES];
	size_t n, more;
	size_t background; /* files of the kernel and the runtime, only counted */
};

/* A line, or one more that there is no line for. Takes both texts over, which may be foreign. */
void eu_section_add(struct eu_section *section, char *text, char *note);
/* Writes it, with how many more there are; nothing where there is nothing. */
void eu_section_put(struct eu_section *section);

/* Short items, one behind the other, wrapped at the right edge. */
struct eu_flow {
	struct eu_page *page;
	const char *label;
	const char *color; /* NULL: plain */
	size_t at;         /* column, 0: nothing yet */
};

/* Takes the text over. */
void eu_flow_item(struct eu_flow *flow, char *text);
void eu_flow_end(struct eu_flow *flow);
