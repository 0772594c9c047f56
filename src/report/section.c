/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/section.h"

enum { LABEL = 16 }; /* columns of "  not complete  " */

void eu_section_add(struct eu_section *section, char *text, char *note)
{
	text = eu_page_clean_taken(text);
	note = eu_page_clean_taken(note);
	if (section->n < EU_SECTION_LINES && text) {
		section->lines[section->n++] = (struct eu_line){text, note};
		return;
	}
	section->more++;
	free(text);
	free(note);
}

/* Notes stand in one column, as far left as the longest text lets them. */
static size_t text_columns(const struct eu_section *section)
{
	size_t widest = 0, note = 0;
	size_t room = section->page->width;

	for (size_t i = 0; i < section->n; i++) {
		const struct eu_line *line = &section->lines[i];
		size_t columns = eu_page_columns(line->text, strlen(line->text));
		size_t beside = line->note ? eu_page_columns(line->note, strlen(line->note)) + 2 : 0;

		widest = columns > widest ? columns : widest;
		note = beside > note ? beside : note;
	}
	if (room == SIZE_MAX || widest + note + LABEL <= room)
		return widest;
	return room > LABEL + note + 20 ? room - LABEL - note : 20;
}

static void put_label(struct eu_page *page, const char *label)
{
	size_t columns = strlen(label);

	eu_page_style(page, EU_DIM);
	eu_page_spaces(page, 2);
	eu_page_put(page, label);
	eu_page_style(page, EU_PLAIN);
	eu_page_spaces(page, columns + 2 < LABEL ? LABEL - columns - 2 : 1);
}

static void put_line(struct eu_page *page, const char *label, const struct eu_line *line,
		     size_t columns)
{
	size_t took;

	put_label(page, label);
	took = eu_page_cut(page, line->text, columns);
	if (line->note) {
		eu_page_spaces(page, columns - took + 2);
		eu_page_style(page, EU_DIM);
		eu_page_cut(page, line->note,
			page->width == SIZE_MAX ? SIZE_MAX : page->width - LABEL - columns - 2);
		eu_page_style(page, EU_PLAIN);
	}
	eu_page_put(page, "\n");
}

static void put_rest(struct eu_section *section)
{
	char more[48] = "", background[80] = "";

	if (section->more)
		snprintf(more, sizeof(more), "and %zu more", section->more);
	if (section->background)
		snprintf(background, sizeof(background), "%sand %zu of the kernel or the runtime",
			 section->more ? ", " : "", section->background);
	if (!*more && !*background)
		return;
	put_label(section->page, section->n ? "" : section->label);
	eu_page_style(section->page, EU_DIM);
	eu_page_put(section->page, more);
	/* Alone, it begins the sentence. */
	eu_page_put(section->page, section->n || section->more ? background : background + strlen("and "));
	eu_page_style(section->page, EU_PLAIN);
	eu_page_put(section->page, "\n");
}

void eu_section_put(struct eu_section *section)
{
	struct eu_page *page = section->page;
	size_t columns = text_columns(section);

	for (size_t i = 0; i < section->n; i++) {
		put_line(page, i ? "" : section->label, &section->lines[i], columns);
		free(section->lines[i].text);
		free(section->lines[i].note);
	}
	put_rest(section);
	eu_out_relieve(&page->out);
}

void eu_flow_item(struct eu_flow *flow, char *text)
{
	char *item = eu_page_clean_taken(text);
	size_t columns = item ? eu_page_columns(item, strlen(item)) : 0;

	if (!item)
		return;
	if (!flow->at) {
		put_label(flow->page, flow->label);
		eu_page_style(flow->page, flow->color ? flow->color : "");
		flow->at = LABEL;
	} else if (flow->page->width != SIZE_MAX && flow->at + 3 + columns > flow->page->width) {
		eu_page_put(flow->page, ",\n");
		put_label(flow->page, "");
		flow->at = LABEL;
	} else {
		eu_page_put(flow->page, ", ");
		flow->at += 2;
	}
	flow->at +=
	    eu_page_cut(flow->page, item,
		    flow->page->width == SIZE_MAX ? SIZE_MAX : flow->page->width - LABEL - 1);
	free(item);
}

void eu_flow_end(struct eu_flow *flow)
{
	if (flow->at) {
		eu_page_style(flow->page, flow->color ? EU_PLAIN : "");
		eu_page_put(flow->page, "\n");
	}
	eu_out_relieve(&flow->page->out);
}
