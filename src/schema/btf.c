/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <linux/types.h>

#include <eunomia/record.h>
#include <eunomia/syscalls.h>

#include "../cleanup.h"
#include "btf.h"

#define MAX_FIELDS 64
#define MAX_DEPTH 4

static const char *const format_names[] = {
	[EU_FORMAT_UINT] = "uint",         [EU_FORMAT_INT] = "int",
	[EU_FORMAT_STRING] = "string",
	[EU_FORMAT_ARGV] = "argv",         [EU_FORMAT_ERRNO] = "errno",
	[EU_FORMAT_FLAGS] = "flags",       [EU_FORMAT_ENUM] = "enum",
	[EU_FORMAT_OCTAL] = "octal",       [EU_FORMAT_HEX] = "hex",
	[EU_FORMAT_SIGNAL] = "signal",     [EU_FORMAT_SYSCALL] = "syscall",
	[EU_FORMAT_ARGS] = "args",         [EU_FORMAT_ADDRESS] = "address",
	[EU_FORMAT_ARGS_STATE] = "args_state",
	[EU_FORMAT_DURATION] = "duration", [EU_FORMAT_FS] = "fs",
	[EU_FORMAT_DEVICE] = "device",     [EU_FORMAT_CAPS] = "caps",
	[EU_FORMAT_BOOL] = "bool",         [EU_FORMAT_HIDDEN] = "hidden",
};

/* One event while it is read. */
struct reader {
	const struct btf *btf;
	struct eu_schema *schema;
	const char *event;
	struct eu_field fields[MAX_FIELDS];
	size_t n_fields;
	struct eu_error *err;
};

static const char *text_of(const struct btf *btf, uint32_t offset)
{
	return btf__name_by_offset(btf, offset) ?: "";
}

const char *eu_btf_tag(const struct btf *btf, uint32_t type, int member, const char *key)
{
	size_t len = strlen(key);

	for (uint32_t id = 1; id < btf__type_cnt(btf); id++) {
		const struct btf_type *tag = btf__type_by_id(btf, id);

		if (!btf_is_decl_tag(tag) || tag->type != type ||
		    btf_decl_tag(tag)->component_idx != member)
			continue;
		if (!strncmp(text_of(btf, tag->name_off), key, len))
			return text_of(btf, tag->name_off) + len;
	}
	return NULL;
}

static uint32_t skip_modifiers(const struct btf *btf, uint32_t id)
{
	const struct btf_type *type = btf__type_by_id(btf, id);

	while (type && (btf_is_mod(type) || btf_is_typedef(type))) {
		id = type->type;
		type = btf__type_by_id(btf, id);
	}
	return id;
}

static const char *keep_name(struct eu_schema *schema, const char *prefix, const char *name)
{
	char **names = realloc(schema->names, (schema->n_names + 1) * sizeof(*names));
	char *joined;

	if (!names)
		return NULL;
	schema->names = names;
	if (asprintf(&joined, "%s%s%s", prefix, *prefix && *name ? "." : "", name) < 0)
		return NULL;
	names[schema->n_names++] = joined;
	return joined;
}

int eu_format_find(const char *name)
{
	for (size_t i = 0; i < sizeof(format_names) / sizeof(*format_names); i++)
		if (format_names[i] && !strcmp(format_names[i], name))
			return i;
	return -1;
}

const char *eu_format_name(unsigned format)
{
	return format < sizeof(format_names) / sizeof(*format_names) ? format_names[format] : NULL;
}

/* The format a member has without a tag; -1: none. */
static int default_format(const struct btf *btf, const struct btf_type *type)
{
	if (btf_is_struct(type))
		return strcmp(text_of(btf, type->name_off), "eu_str") ? -1 : EU_FORMAT_STRING;
	if (btf_is_int(type))
		return btf_int_encoding(type) & BTF_INT_SIGNED ? EU_FORMAT_INT : EU_FORMAT_UINT;
	return btf_is_any_enum(type) ? EU_FORMAT_UINT : -1;
}

static int sibling_offset(struct reader *r, const struct btf_type *owner, uint32_t base,
			  const char *name, uint16_t *out)
{
	const struct btf_member *members = btf_members(owner);

	for (int i = 0; i < btf_vlen(owner); i++)
		if (!strcmp(text_of(r->btf, members[i].name_off), name)) {
			*out = base + members[i].offset / 8;
			return 0;
		}
	return eu_fail(r->err, EINVAL, "%s: no member '%s'", r->event, name);
}

static int read_table(struct reader *r, struct eu_field *field, uint32_t owner, int member)
{
	if (field->format != EU_FORMAT_FLAGS && field->format != EU_FORMAT_ENUM)
		return 0;
	field->table_name = eu_btf_tag(r->btf, owner, member, "table:");
	field->table = field->table_name ? eu_flagset_find(field->table_name) : NULL;
	if (!field->table)
		return eu_fail(r->err, EINVAL, "%s.%s: no table of names '%s'", r->event,
			       field->name, field->table_name ?: "");
	return 0;
}

static int add_field(struct reader *r, uint32_t owner, int member, uint32_t base, const char *name,
		     bool hidden)
{
	const struct btf_type *parent = btf__type_by_id(r->btf, owner);
	const struct btf_member *m = btf_members(parent) + member;
	const struct btf_type *type = btf__type_by_id(r->btf, skip_modifiers(r->btf, m->type));
	const char *tag = eu_btf_tag(r->btf, owner, member, "fmt:");
	const char *unless = eu_btf_tag(r->btf, owner, member, "unless:");
	const char *present = eu_btf_tag(r->btf, owner, member, "present:");
	int format = tag ? eu_format_find(tag) : default_format(r->btf, type);
	struct eu_field *field = &r->fields[r->n_fields];
	int ret;

	if (format < 0)
		return eu_fail(r->err, EINVAL, "%s.%s: %s '%s'", r->event, name,
			       tag ? "unknown format" : "no rule for its type",
			       tag ?: text_of(r->btf, type->name_off));
	if (r->n_fields == MAX_FIELDS)
		return eu_fail(r->err, EINVAL, "%s: more than %d fields", r->event, MAX_FIELDS);
	*field = (struct eu_field){
		.name = name,
		.doc = eu_btf_tag(r->btf, owner, member, "doc:") ?: "",
		.offset = base + m->offset / 8,
		.size = btf__resolve_size(r->btf, m->type),
		.format = hidden ? EU_FORMAT_HIDDEN : format,
		.optional = eu_btf_tag(r->btf, owner, member, "optional:") != NULL,
		.string = btf_is_struct(type),
	};
	if (unless && (ret = sibling_offset(r, parent, base, unless, &field->unless)))
		return ret;
	if (present && (ret = sibling_offset(r, parent, base, present, &field->present)))
		return ret;
	ret = read_table(r, field, owner, member);
	if (!ret)
		r->n_fields++;
	return ret;
}

/* Padding has no name in the output, and the head is what every event has. */
static bool is_skipped(const char *member)
{
	return !strncmp(member, "pad", 3) || !strcmp(member, "head");
}

static bool is_nested(const struct btf *btf, const struct btf_type *type)
{
	return btf_is_struct(type) && strcmp(text_of(btf, type->name_off), "eu_str");
}

static int read_members(struct reader *r, uint32_t owner, uint32_t base, const char *prefix,
			bool hidden, int depth)
{
	const struct btf_type *type = btf__type_by_id(r->btf, owner);
	int ret = 0;

	if (depth > MAX_DEPTH)
		return eu_fail(r->err, EINVAL, "%s: structs nested too deep", r->event);
	for (int i = 0; i < btf_vlen(type) && !ret; i++) {
		const struct btf_member *m = btf_members(type) + i;
		const char *member = text_of(r->btf, m->name_off);
		uint32_t inner = skip_modifiers(r->btf, m->type);
		const char *name, *tag = eu_btf_tag(r->btf, owner, i, "fmt:");

		if (is_skipped(member))
			continue;
		name = keep_name(r->schema, prefix,
				 eu_btf_tag(r->btf, owner, i, "name:") ?: member);
		if (!name)
			return eu_fail(r->err, ENOMEM, "out of memory");
		if (is_nested(r->btf, btf__type_by_id(r->btf, inner)))
			ret = read_members(r, inner, base + m->offset / 8, name,
					   hidden || (tag && !strcmp(tag, "hidden")), depth + 1);
		else
			ret = add_field(r, owner, i, base, name, hidden);
	}
	return ret;
}

static int read_event(struct eu_schema *schema, const struct btf *btf, uint32_t id,
		      struct eu_error *err)
{
	const struct btf_type *type = btf__type_by_id(btf, id);
	const char *internal = eu_btf_tag(btf, id, -1, "internal:");
	const char *name = eu_btf_tag(btf, id, -1, "event:") ?: internal;
	const char *when = eu_btf_tag(btf, id, -1, "default:");
	struct reader r = {.btf = btf, .schema = schema, .event = name, .err = err};
	struct eu_event_desc *events;
	struct eu_field *fields;
	int ret;

	ret = read_members(&r, id, 0, "", false, 0);
	if (ret)
		return ret;
	events = realloc(schema->events, (schema->n_events + 1) * sizeof(*events));
	if (events)
		schema->events = events;
	fields = malloc(r.n_fields * sizeof(*fields) + 1);
	if (!events || !fields) {
		free(fields);
		return eu_fail(err, ENOMEM, "out of memory");
	}
	memcpy(fields, r.fields, r.n_fields * sizeof(*fields));
	events[schema->n_events++] = (struct eu_event_desc){
		.name = name,
		.set = eu_btf_tag(btf, id, -1, "set:") ?: "",
		.doc = eu_btf_tag(btf, id, -1, "doc:") ?: "",
		.type = text_of(btf, type->name_off),
		.fields = fields,
		.n_fields = r.n_fields,
		.id = id,
		.size = type->size,
		.internal = internal != NULL,
		.by_default = when != NULL,
		.by_default_failed = when && !strcmp(when, "failed"),
	};
	return 0;
}

static bool is_event(const struct btf *btf, uint32_t id)
{
	return btf_is_struct(btf__type_by_id(btf, id)) &&
	       (eu_btf_tag(btf, id, -1, "event:") || eu_btf_tag(btf, id, -1, "internal:"));
}

static void free_schema(struct eu_schema **schema)
{
	eu_schema_free(*schema);
}

int eu_schema_from_btf(struct eu_schema **out, const struct btf *btf, struct eu_error *err)
{
	eu_cleanup(free_schema) struct eu_schema *schema = calloc(1, sizeof(*schema));
	int ret;

	if (!schema)
		return eu_fail(err, ENOMEM, "out of memory");
	for (uint32_t id = 1; id < btf__type_cnt(btf); id++) {
		if (!is_event(btf, id))
			continue;
		if (id > UINT16_MAX)
			return eu_fail(err, EINVAL, "type ids above %d", UINT16_MAX);
		ret = read_event(schema, btf, id, err);
		if (ret)
			return ret;
	}
	*out = eu_take(schema);
	return 0;
}

void eu_schema_free(struct eu_schema *schema)
{
	if (!schema)
		return;
	for (size_t i = 0; i < schema->n_events; i++)
		free((void *)schema->events[i].fields);
	for (size_t i = 0; i < schema->n_names; i++)
		free(schema->names[i]);
	free(schema->names);
	free(schema->events);
	free(schema);
}
