// SPDX-License-Identifier: Apache-2.0
/*
 * The YAML that a configuration is written in: one mapping of keys to scalars or to lists of
 * scalars, in one document. Aliases and tags are refused: nothing here needs them, and they are
 * how a short file becomes a large one.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "../cleanup.h"
#include "config.h"

struct walk {
	const char *name, *text;
	size_t len;
	yaml_parser_t parser;
	yaml_event_t event;
	bool has_event;
	char *key;
	struct eu_config_entry entry;
	char *items[EU_CONFIG_MAX_ITEMS];
	struct eu_config_place places[EU_CONFIG_MAX_ITEMS];
	eu_config_entry_fn each;
	void *context;
	struct eu_error *err;
};

static int fail_at(struct walk *walk, yaml_mark_t mark, const char *says)
{
	return eu_fail(walk->err, EINVAL, "%s:%zu:%zu: %s", walk->name, mark.line + 1,
		       mark.column + 1, says);
}

static int fail_here(struct walk *walk, const char *says)
{
	return fail_at(walk, walk->event.start_mark, says);
}

/* What is read ahead has no mark yet. */
static yaml_mark_t mark_of(const struct walk *walk, size_t offset)
{
	yaml_mark_t mark = {.index = offset};

	for (size_t i = 0; i < offset && i < walk->len; i++) {
		mark.column = walk->text[i] == '\n' ? 0 : mark.column + 1;
		mark.line += walk->text[i] == '\n';
	}
	return mark;
}

static int fail_parser(struct walk *walk)
{
	const yaml_parser_t *parser = &walk->parser;
	yaml_mark_t mark = parser->problem_mark;

	if (parser->error == YAML_MEMORY_ERROR)
		return eu_fail(walk->err, ENOMEM, "%s: out of memory", walk->name);
	if (parser->error == YAML_READER_ERROR)
		mark = mark_of(walk, parser->problem_offset);
	return fail_at(walk, mark, parser->problem ? parser->problem : "not YAML");
}

static int next(struct walk *walk)
{
	if (walk->has_event)
		yaml_event_delete(&walk->event);
	walk->has_event = yaml_parser_parse(&walk->parser, &walk->event);
	return walk->has_event ? 0 : fail_parser(walk);
}

/* A scalar, copied; what a key, a value and a list's item have in common. */
static int take_scalar(struct walk *walk, char **out)
{
	const yaml_event_t *event = &walk->event;

	if (event->type == YAML_ALIAS_EVENT)
		return fail_here(walk, "aliases are not allowed here");
	if (event->type != YAML_SCALAR_EVENT)
		return fail_here(walk, "expected a text, not something nested");
	if (event->data.scalar.tag || event->data.scalar.anchor)
		return fail_here(walk, "tags and anchors are not allowed here");
	if (event->data.scalar.length > EU_CONFIG_MAX_TEXT)
		return fail_here(walk, "this text is too long");
	if (memchr(event->data.scalar.value, '\0', event->data.scalar.length))
		return fail_here(walk, "a text must not contain a NUL byte");
	*out = strdup((const char *)event->data.scalar.value);
	return *out ? 0 : -ENOMEM;
}

static bool is_nothing(const yaml_event_t *event)
{
	const char *text = (const char *)event->data.scalar.value;

	if (event->type != YAML_SCALAR_EVENT || event->data.scalar.quoted_implicit)
		return false;
	return !*text || !strcmp(text, "~") || !strcmp(text, "null");
}

static struct eu_config_place place_of(const struct walk *walk)
{
	return (struct eu_config_place){walk->event.start_mark.line, walk->event.start_mark.column};
}

static void end_at(struct walk *walk)
{
	walk->entry.span.end_line = walk->event.end_mark.line;
	walk->entry.span.end_column = walk->event.end_mark.column;
}

static int add_item(struct walk *walk)
{
	struct eu_config_entry *entry = &walk->entry;

	if (entry->n_items == EU_CONFIG_MAX_ITEMS)
		return fail_here(walk, "this list is too long");
	end_at(walk);
	walk->places[entry->n_items] = place_of(walk);
	return take_scalar(walk, &walk->items[entry->n_items]) ?: (entry->n_items++, 0);
}

static int walk_list(struct walk *walk)
{
	bool flow = walk->event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
	int ret;

	if (walk->event.data.sequence_start.anchor || walk->event.data.sequence_start.tag)
		return fail_here(walk, "tags and anchors are not allowed here");
	walk->entry.is_list = true;
	end_at(walk);
	while (!(ret = next(walk)) && walk->event.type != YAML_SEQUENCE_END_EVENT) {
		ret = add_item(walk);
		if (ret)
			return ret;
	}
	/* A block list has no closing sign: its end is only known by what follows. */
	if (!ret && flow)
		end_at(walk);
	return ret;
}

static int walk_value(struct walk *walk)
{
	struct eu_config_entry *entry = &walk->entry;

	entry->value = place_of(walk);
	if (walk->event.type == YAML_SEQUENCE_START_EVENT)
		return walk_list(walk);
	if (walk->event.type == YAML_MAPPING_START_EVENT)
		return fail_here(walk, "expected a text or a list of texts, not a mapping");
	if (is_nothing(&walk->event)) {
		entry->is_list = true;
		end_at(walk);
		return 0;
	}
	return add_item(walk);
}

static void forget_entry(struct walk *walk)
{
	for (size_t i = 0; i < walk->entry.n_items; i++)
		free(walk->items[i]);
	free(walk->key);
	walk->key = NULL;
	walk->entry = (struct eu_config_entry){.items = (const char **)walk->items,
					       .places = walk->places};
}

static int walk_entry(struct walk *walk)
{
	int ret;

	forget_entry(walk);
	walk->entry.span.line = walk->event.start_mark.line;
	walk->entry.span.column = walk->event.start_mark.column;
	ret = take_scalar(walk, &walk->key);
	if (ret)
		return ret;
	walk->entry.key = walk->key;
	ret = next(walk);
	if (!ret)
		ret = walk_value(walk);
	return ret ? ret : walk->each(walk->context, &walk->entry, walk->err);
}

static int walk_mapping(struct walk *walk)
{
	int ret;

	if (walk->event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
		return fail_here(walk,
				 "write one setting per line, \"key: value\", without braces");
	if (walk->event.data.mapping_start.anchor || walk->event.data.mapping_start.tag)
		return fail_here(walk, "tags and anchors are not allowed here");
	while (!(ret = next(walk)) && walk->event.type != YAML_MAPPING_END_EVENT) {
		ret = walk_entry(walk);
		if (ret)
			break;
	}
	return ret;
}

static int walk_document(struct walk *walk)
{
	int ret = next(walk);

	if (ret)
		return ret;
	if (walk->event.type == YAML_MAPPING_START_EVENT)
		ret = walk_mapping(walk);
	else if (!is_nothing(&walk->event))
		ret = fail_here(walk, "expected settings, one per line: \"key: value\"");
	return ret ? ret : next(walk); /* the document's end */
}

static int walk_stream(struct walk *walk)
{
	int ret = next(walk); /* the stream's start */

	if (!ret)
		ret = next(walk);
	if (ret || walk->event.type == YAML_STREAM_END_EVENT)
		return ret;
	ret = walk_document(walk);
	if (!ret)
		ret = next(walk);
	if (!ret && walk->event.type != YAML_STREAM_END_EVENT)
		ret = fail_here(walk, "a second document; there must be one");
	return ret;
}

int eu_config_walk(const char *name, const char *text, size_t len, eu_config_entry_fn each,
		   void *context, struct eu_error *err)
{
	eu_auto_free struct walk *walk = calloc(1, sizeof(*walk));
	int ret;

	if (len > EU_CONFIG_MAX_FILE)
		return eu_fail(err, EFBIG, "%s: more than %d KiB", name, EU_CONFIG_MAX_FILE >> 10);
	if (!walk || !yaml_parser_initialize(&walk->parser))
		return -ENOMEM;
	walk->name = name;
	walk->text = text;
	walk->len = len;
	walk->each = each;
	walk->context = context;
	walk->err = err;
	yaml_parser_set_input_string(&walk->parser, (const unsigned char *)text, len);
	ret = walk_stream(walk);
	forget_entry(walk);
	if (walk->has_event)
		yaml_event_delete(&walk->event);
	yaml_parser_delete(&walk->parser);
	return ret;
}
