/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <yyjson.h>

#include <eunomia/syscalls.h>

#include "cleanup.h"
#include "record/schema.h"
#include "schema/btf.h"
#include "schema/emit.h"
#include "schema/schema.h"

#define MAX_FIELDS 128
#define UNKNOWN_TYPES 0xff00 /* types above are the recording's own */

/* ---- writing ---- */

static void emit_field(struct eu_emit *emit, const struct eu_field *field)
{
	emit->ops->object_begin(emit, NULL);
	eu_emit_str(emit, "name", field->name);
	eu_emit_str(emit, "format", eu_format_name(field->format));
	emit->ops->u64(emit, "offset", field->offset);
	emit->ops->u64(emit, "size", field->size);
	eu_emit_true_if(emit, "string", field->string);
	eu_emit_true_if(emit, "optional", field->optional);
	eu_emit_u64_if(emit, "present", field->present);
	eu_emit_u64_if(emit, "unless", field->unless);
	if (field->table_name)
		eu_emit_str(emit, "table", field->table_name);
	if (*field->doc)
		eu_emit_str(emit, "doc", field->doc);
	emit->ops->object_end(emit);
}

static void emit_event(struct eu_emit *emit, const struct eu_event_desc *event)
{
	emit->ops->object_begin(emit, NULL);
	eu_emit_str(emit, "type", event->type);
	eu_emit_str(emit, "name", event->name);
	eu_emit_str(emit, "set", event->set);
	eu_emit_str(emit, "doc", event->doc);
	emit->ops->u64(emit, "size", event->size);
	eu_emit_true_if(emit, "internal", event->internal);
	eu_emit_true_if(emit, "default", event->by_default);
	emit->ops->array_begin(emit, "fields");
	for (size_t i = 0; i < event->n_fields; i++)
		emit_field(emit, &event->fields[i]);
	emit->ops->array_end(emit);
	emit->ops->object_end(emit);
}

static void emit_table(struct eu_emit *emit, const struct eu_flagset *table)
{
	emit->ops->object_begin(emit, table->name);
	for (size_t i = 0; i < table->n_flags; i++)
		emit->ops->u64(emit, table->flags[i].name, table->flags[i].value);
	emit->ops->object_end(emit);
}

/* Each table once: where the field that names it is the first to do so. */
static bool is_first_use(const struct eu_event_desc *events, size_t event, size_t field)
{
	const char *name = events[event].fields[field].table_name;

	for (size_t e = 0; e <= event; e++)
		for (size_t f = 0; f < (e == event ? field : events[e].n_fields); f++)
			if (events[e].fields[f].table_name &&
			    !strcmp(events[e].fields[f].table_name, name))
				return false;
	return true;
}

static void emit_tables(struct eu_emit *emit, const struct eu_event_desc *events, size_t n)
{
	emit->ops->object_begin(emit, "tables");
	for (size_t e = 0; e < n; e++)
		for (size_t f = 0; f < events[e].n_fields; f++)
			if (events[e].fields[f].table && is_first_use(events, e, f))
				emit_table(emit, events[e].fields[f].table);
	emit->ops->object_end(emit);
}

int eu_record_schema_emit(struct eu_bytes *out)
{
	struct eu_emit_json json;
	struct eu_emit *emit = &json.emit;
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	if (eu_bytes_init(out, 2 * EU_BYTES_ROOM))
		return -ENOMEM;
	eu_emit_json_init(&json, out);
	emit->ops->object_begin(emit, NULL);
	emit->ops->array_begin(emit, "types");
	for (size_t i = 0; i < n; i++)
		emit_event(emit, &events[i]);
	emit->ops->array_end(emit);
	emit_tables(emit, events, n);
	emit->ops->object_end(emit);
	out->len--;
	return out->failed ? -ENOMEM : 0;
}

/* ---- reading ---- */

struct copy {
	uint16_t from, to, size;
	bool string;
};

struct type {
	struct eu_event_desc desc; /* of a converted record; its fields are owned unless same */
	uint16_t size;             /* of the fixed part in the recording */
	bool same;                 /* as in this build: nothing has to change but the type's number */
	struct copy copies[MAX_FIELDS];
	size_t n_copies;
};

struct eu_record_schema {
	yyjson_doc *doc; /* owns the texts */
	struct type *types;
	uint16_t *sizes;
	size_t n;
};

static const char *get_text(yyjson_val *object, const char *key)
{
	return yyjson_get_str(yyjson_obj_get(object, key)) ?: "";
}

/* Of a field: more than a byte's worth is none. */
static uint8_t get_size(yyjson_val *object)
{
	uint64_t value = yyjson_get_uint(yyjson_obj_get(object, "size"));

	return value > UINT8_MAX ? 0 : value;
}

/* Where or how large: more than a record can have is one too many, which nothing takes. */
static uint16_t get_place(yyjson_val *object, const char *key)
{
	uint64_t value = yyjson_get_uint(yyjson_obj_get(object, key));

	return value > EU_CODER_FIXED ? EU_CODER_FIXED + 1 : value;
}

static bool size_fits_format(const struct eu_field *field)
{
	if (field->string)
		return field->size == sizeof(struct eu_str);
	return field->format == EU_FORMAT_HIDDEN || field->format == EU_FORMAT_ADDRESS ?
		       field->size > 0 :
		       field->size == 1 || field->size == 2 || field->size == 4 || field->size == 8;
}

/* Every number is checked against the record's size, so that no reader of fields has to. */
static int parse_field(struct eu_field *out, yyjson_val *from, uint16_t record_size)
{
	int format = eu_format_find(get_text(from, "format"));

	*out = (struct eu_field){
		.name = get_text(from, "name"),
		.doc = get_text(from, "doc"),
		.format = format < 0 ? EU_FORMAT_HIDDEN : format, /* of a newer version */
		.offset = get_place(from, "offset"),
		.size = get_size(from),
		.string = yyjson_get_bool(yyjson_obj_get(from, "string")),
		.optional = yyjson_get_bool(yyjson_obj_get(from, "optional")),
		.present = get_place(from, "present"),
		.unless = get_place(from, "unless"),
	};
	if (out->format == EU_FORMAT_FLAGS || out->format == EU_FORMAT_ENUM) {
		out->table_name = get_text(from, "table");
		out->table = eu_flagset_find(out->table_name);
		if (!out->table)
			out->format = EU_FORMAT_UINT;
	}
	if (!*out->name || !size_fits_format(out) || out->offset < sizeof(struct eu_head) ||
	    out->offset + out->size > record_size || out->present >= record_size ||
	    out->unless + sizeof(struct eu_str) > record_size)
		return -EBADMSG;
	if (out->format == EU_FORMAT_ADDRESS && out->size != 16)
		return -EBADMSG;
	if (!out->string && (out->format == EU_FORMAT_STRING || out->format == EU_FORMAT_ARGV ||
			     out->format == EU_FORMAT_ARGS))
		return -EBADMSG;
	return 0;
}

static bool has_name(const struct eu_field *field, const struct eu_field *like)
{
	return field->string == like->string && !strcmp(field->name, like->name);
}

/* This build's field for one of the recording's. Of several with the same name the first is the
 * first, and so on. */
static const struct eu_field *find_field(const struct eu_field *here, size_t n_here,
					 const struct eu_field *fields, size_t at)
{
	size_t before = 0;

	for (size_t i = 0; i < at; i++)
		before += has_name(&fields[i], &fields[at]);
	for (size_t i = 0; i < n_here; i++)
		if (has_name(&here[i], &fields[at]) && !before--)
			return &here[i];
	return NULL;
}

static bool is_same(const struct eu_event_desc *here, const struct eu_field *fields, size_t n,
		    uint16_t size)
{
	if (here->size != size || here->n_fields != n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (strcmp(here->fields[i].name, fields[i].name) ||
		    here->fields[i].offset != fields[i].offset ||
		    here->fields[i].size != fields[i].size ||
		    here->fields[i].string != fields[i].string)
			return false;
	return true;
}

static const struct eu_event_desc *find_type(const char *type)
{
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	for (size_t i = 0; i < n; i++)
		if (!strcmp(events[i].type, type))
			return &events[i];
	return NULL;
}

static void add_copy(struct type *type, uint16_t from, uint16_t to, uint16_t size, bool string)
{
	type->copies[type->n_copies++] = (struct copy){from, to, size, string};
}

/* Where a member of the recording's record lies after conversion; 0: nowhere. */
static uint16_t moved(const struct type *type, uint16_t from)
{
	for (size_t i = 0; from && i < type->n_copies; i++)
		if (type->copies[i].from == from)
			return type->copies[i].to;
	return 0;
}

/* A field this build does not know gets a place behind what it knows. */
static void keep_field(struct type *type, struct eu_field *fields, const struct eu_field *field)
{
	struct eu_field *kept = &fields[type->desc.n_fields];
	uint16_t align = field->string ? 2 : field->size < 8 ? field->size : 8;
	uint16_t to = (type->desc.size + align - 1) / align * align;

	if (field->size & (field->size - 1))
		to = (type->desc.size + 7) / 8 * 8;
	if (type->desc.n_fields == 2 * MAX_FIELDS || to + field->size > EU_CODER_FIXED)
		return;
	*kept = *field;
	kept->offset = to;
	type->desc.n_fields++;
	type->desc.size = to + field->size;
	add_copy(type, field->offset, to, field->size, field->string);
}

static int make_conversion(struct type *type, const struct eu_event_desc *here,
			   const struct eu_field *fields, size_t n)
{
	struct eu_field *merged = calloc(2 * MAX_FIELDS + 1, sizeof(*merged));
	size_t n_known = here ? here->n_fields : 0;

	if (!merged) {
		type->desc.fields = NULL; /* this build's are not ours to free */
		return -ENOMEM;
	}
	memcpy(merged, here ? here->fields : merged, n_known * sizeof(*merged));
	type->desc.fields = merged;
	type->desc.n_fields = n_known;
	for (size_t i = 0; i < n; i++) {
		const struct eu_field *known = find_field(merged, n_known, fields, i);

		if (known && known->size == fields[i].size)
			add_copy(type, fields[i].offset, known->offset, known->size, known->string);
		else if (!known)
			keep_field(type, merged, &fields[i]);
	}
	for (size_t i = n_known; i < type->desc.n_fields; i++) {
		merged[i].present = moved(type, merged[i].present);
		merged[i].unless = moved(type, merged[i].unless);
	}
	type->desc.size = (type->desc.size + 7) / 8 * 8;
	return 0;
}

static int describe(struct type *type, yyjson_val *from, const struct eu_event_desc *here,
		    const struct eu_field *fields, size_t n, uint16_t unknown)
{
	if (here) {
		type->desc = *here;
		type->same = is_same(here, fields, n, type->size);
		return type->same ? 0 : make_conversion(type, here, fields, n);
	}
	type->desc = (struct eu_event_desc){
		.name = get_text(from, "name"),
		.set = get_text(from, "set"),
		.doc = get_text(from, "doc"),
		.type = get_text(from, "type"),
		.id = unknown,
		.size = sizeof(struct eu_head),
		.internal = yyjson_get_bool(yyjson_obj_get(from, "internal")),
		.by_default = yyjson_get_bool(yyjson_obj_get(from, "default")),
	};
	return make_conversion(type, NULL, fields, n);
}

static int parse_type(struct type *type, yyjson_val *from, uint16_t unknown)
{
	yyjson_val *list = yyjson_obj_get(from, "fields"), *field;
	struct eu_field fields[MAX_FIELDS];
	size_t n = 0, i, max;

	type->size = get_place(from, "size");
	if (type->size < sizeof(struct eu_head) || type->size % 4 ||
	    yyjson_arr_size(list) > MAX_FIELDS || !*get_text(from, "name"))
		return -EBADMSG;
	yyjson_arr_foreach(list, i, max, field)
		if (parse_field(&fields[n++], field, type->size))
			return -EBADMSG;
	return describe(type, from, find_type(get_text(from, "type")), fields, n, unknown);
}

static int parse_types(struct eu_record_schema *schema, yyjson_val *list)
{
	yyjson_val *from;
	size_t i, max;
	int ret = 0;

	if (!yyjson_arr_size(list) || yyjson_arr_size(list) >= EU_CODER_TYPES)
		return -EBADMSG;
	schema->types = calloc(yyjson_arr_size(list), sizeof(*schema->types));
	schema->sizes = calloc(yyjson_arr_size(list), sizeof(*schema->sizes));
	if (!schema->types || !schema->sizes)
		return -ENOMEM;
	yyjson_arr_foreach(list, i, max, from) {
		ret = parse_type(&schema->types[i], from, UNKNOWN_TYPES + i);
		schema->sizes[i] = schema->types[i].size;
		schema->n++;
		if (ret)
			return ret;
	}
	return 0;
}

static void free_schema(struct eu_record_schema **schema)
{
	eu_record_schema_free(*schema);
}

int eu_record_schema_parse(struct eu_record_schema **out, const char *json, size_t len)
{
	eu_cleanup(free_schema) struct eu_record_schema *schema = calloc(1, sizeof(*schema));
	int ret;

	if (!schema)
		return -ENOMEM;
	schema->doc = yyjson_read(json, len, 0);
	if (!schema->doc)
		return -EBADMSG;
	ret = parse_types(schema, yyjson_obj_get(yyjson_doc_get_root(schema->doc), "types"));
	if (!ret)
		*out = eu_take(schema);
	return ret;
}

const uint16_t *eu_record_schema_sizes(const struct eu_record_schema *schema, size_t *n)
{
	*n = schema->n;
	return schema->sizes;
}

/* ---- converting ---- */

static const struct eu_head *convert(const struct type *type, const struct eu_head *record,
				     struct eu_head *room)
{
	size_t tail = record->size - type->size;
	int shift = type->desc.size - type->size;

	if (type->desc.size + tail > UINT16_MAX)
		return NULL;
	memset(room, 0, type->desc.size);
	*room = *record;
	room->type = type->desc.id;
	room->size = type->desc.size + tail;
	for (size_t i = 0; i < type->n_copies; i++) {
		const struct copy *copy = &type->copies[i];
		struct eu_str *str = (void *)((char *)room + copy->to);

		memcpy((char *)room + copy->to, (const char *)record + copy->from, copy->size);
		if (copy->string && str->len)
			str->offset = str->offset < type->size ? UINT16_MAX : str->offset + shift;
	}
	memcpy((char *)room + type->desc.size, (const char *)record + type->size, tail);
	return room;
}

const struct eu_head *eu_record_schema_convert(const struct eu_record_schema *schema,
					       struct eu_head *record, struct eu_head *room)
{
	const struct type *type = &schema->types[record->type];

	if (!type->same)
		return convert(type, record, room);
	record->type = type->desc.id;
	return record;
}

const struct eu_event_desc *eu_record_schema_event(const struct eu_record_schema *schema,
						   uint16_t id)
{
	for (size_t i = 0; i < schema->n; i++)
		if (schema->types[i].desc.id == id)
			return &schema->types[i].desc;
	return NULL;
}

const struct eu_event_desc *eu_record_schema_place(const struct eu_record_schema *schema,
						   size_t place)
{
	return place < schema->n ? &schema->types[place].desc : NULL;
}

void eu_record_schema_free(struct eu_record_schema *schema)
{
	if (!schema)
		return;
	for (size_t i = 0; i < schema->n; i++)
		if (!schema->types[i].same)
			free((void *)schema->types[i].desc.fields);
	free(schema->types);
	free(schema->sizes);
	yyjson_doc_free(schema->doc);
	free(schema);
}
