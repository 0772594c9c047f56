// SPDX-License-Identifier: Apache-2.0
/*
 * Recordings of other versions: fields that came, went, moved or grew, and unknown events.
 * Each test changes this build's schema as another version's would be.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <yyjson.h>

#include <eunomia/sink.h>

#include "sample.h"
#include "record/schema.h"

static yyjson_mut_doc *this_schema(void)
{
	struct eu_bytes json;
	yyjson_doc *doc;
	yyjson_mut_doc *copy;

	assert_int_equal(eu_record_schema_emit(&json), 0);
	doc = yyjson_read(json.data, json.len, 0);
	assert_non_null(doc);
	copy = yyjson_doc_mut_copy(doc, NULL);
	yyjson_doc_free(doc);
	eu_bytes_free(&json);
	return copy;
}

static yyjson_mut_val *find(yyjson_mut_val *list, const char *key, const char *text)
{
	yyjson_mut_val *at;
	size_t i, max;

	yyjson_mut_arr_foreach(list, i, max, at)
		if (!strcmp(yyjson_mut_get_str(yyjson_mut_obj_get(at, key)), text))
			return at;
	fail_msg("no %s", text);
	return NULL;
}

static yyjson_mut_val *type_of(yyjson_mut_doc *doc, const char *type)
{
	return find(yyjson_mut_obj_get(yyjson_mut_doc_get_root(doc), "types"), "type", type);
}

static yyjson_mut_val *field_of(yyjson_mut_doc *doc, const char *type, const char *name)
{
	return find(yyjson_mut_obj_get(type_of(doc, type), "fields"), "name", name);
}

static void set_number(yyjson_mut_doc *doc, yyjson_mut_val *object, const char *key,
		       uint64_t value)
{
	yyjson_mut_obj_put(object, yyjson_mut_str(doc, key), yyjson_mut_uint(doc, value));
}

static void set_text(yyjson_mut_doc *doc, yyjson_mut_val *object, const char *key,
		     const char *value)
{
	yyjson_mut_obj_put(object, yyjson_mut_str(doc, key), yyjson_mut_str(doc, value));
}

static int parse_text(struct eu_record_schema **out, const char *json)
{
	return eu_record_schema_parse(out, json, strlen(json));
}

/* Parses and frees the document. */
static int parse(struct eu_record_schema **out, yyjson_mut_doc *doc)
{
	char *json = yyjson_mut_write(doc, 0, NULL);
	int ret = parse_text(out, json);

	free(json);
	yyjson_mut_doc_free(doc);
	return ret;
}

static struct eu_record_schema *parsed(yyjson_mut_doc *doc)
{
	struct eu_record_schema *schema;

	assert_int_equal(parse(&schema, doc), 0);
	return schema;
}

static uint16_t place_of(const struct eu_record_schema *schema, const char *type)
{
	const struct eu_event_desc *desc;

	for (uint16_t i = 0; (desc = eu_record_schema_place(schema, i)); i++)
		if (!strcmp(desc->type, type))
			return i;
	fail_msg("no %s", type);
	return 0;
}

static const struct eu_head *convert(const struct eu_record_schema *schema, const char *type,
				     struct eu_head *record)
{
	static _Alignas(8) char room[EU_CODER_RECORD];

	memset(room, 0xa5, sizeof(room)); /* what is not written is seen */
	record->type = place_of(schema, type);
	return eu_record_schema_convert(schema, record, (void *)room);
}

static struct eu_head *a_rmdir(void)
{
	static _Alignas(8) char bytes[4096];
	struct eu_event_rmdir *e = (void *)bytes;

	*e = (struct eu_event_rmdir){.head = {.size = sizeof(*e) + 4, .pid = 7, .time = 9}};
	e->call.result = -2;
	e->file.path = (struct eu_str){sizeof(*e), 4};
	memcpy(e + 1, "/tmp", 4);
	return &e->head;
}

static struct eu_value value_of(const struct eu_record_schema *schema,
				const struct eu_head *record, const char *name)
{
	struct eu_event event = {.desc = eu_record_schema_event(schema, record->type),
				 .record = record};
	const struct eu_field *field;

	assert_non_null(event.desc);
	field = eu_schema_field(event.desc, name);
	if (!field)
		fail_msg("no field %s", name);
	return eu_event_value(&event, field);
}

static bool is_text(struct eu_value value, const char *text)
{
	return value.type == EU_VALUE_STRING && value.len == strlen(text) &&
	       !memcmp(value.text, text, value.len);
}

static bool is_int(struct eu_value value, int64_t number)
{
	return (value.type == EU_VALUE_INT || value.type == EU_VALUE_UINT) && value.i == number;
}

static void test_this_builds_schema_changes_nothing(void **test)
{
	struct eu_record_schema *schema = parsed(this_schema());
	static _Alignas(8) char room[EU_CODER_RECORD], copy[EU_CODER_RECORD];
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	(void)test;
	for (size_t i = 0; i < n; i++) {
		const struct eu_head *record = sample_record(&events[i]), *converted;

		memcpy(copy, record, record->size);
		((struct eu_head *)copy)->type = i;
		converted = eu_record_schema_convert(schema, (void *)copy, (void *)room);
		assert_ptr_equal(converted, copy); /* not even copied */
		assert_memory_equal(converted, record, record->size);
		assert_ptr_equal(eu_record_schema_place(schema, i)->fields, events[i].fields);
	}
	eu_record_schema_free(schema);
}

static void test_a_field_that_was_not_there_yet_is_empty(void **test)
{
	yyjson_mut_doc *doc = this_schema();
	yyjson_mut_val *fields = yyjson_mut_obj_get(type_of(doc, "eu_event_rmdir"), "fields");
	struct eu_record_schema *schema;
	const struct eu_head *record;
	size_t i, max;
	yyjson_mut_val *at;

	(void)test;
	yyjson_mut_arr_foreach(fields, i, max, at)
		if (!strcmp(yyjson_mut_get_str(yyjson_mut_obj_get(at, "name")), "result"))
			break;
	assert_true(i < max);
	yyjson_mut_arr_remove(fields, i);
	schema = parsed(doc);
	record = convert(schema, "eu_event_rmdir", a_rmdir());
	assert_true(is_int(value_of(schema, record, "result"), 0));
	assert_true(is_text(value_of(schema, record, "file.path"), "/tmp"));
	assert_int_equal(record->pid, 7);
	assert_int_equal(record->type, EU_TYPE(eu_event_rmdir));
	eu_record_schema_free(schema);
}

static void add_field(yyjson_mut_doc *doc, const char *type, const char *name, const char *format,
		      unsigned offset, unsigned size, bool string)
{
	yyjson_mut_val *field = yyjson_mut_arr_add_obj(
		doc, yyjson_mut_obj_get(type_of(doc, type), "fields"));

	yyjson_mut_obj_add_str(doc, field, "name", name);
	yyjson_mut_obj_add_str(doc, field, "format", format);
	yyjson_mut_obj_add_uint(doc, field, "offset", offset);
	yyjson_mut_obj_add_uint(doc, field, "size", size);
	if (string)
		yyjson_mut_obj_add_bool(doc, field, "string", true);
}

/* A fork says the child's pid twice, for the kernel's tree and for people: both are kept. */
static void test_fields_of_the_same_name_keep_apart(void **test)
{
	yyjson_mut_doc *doc = this_schema();
	struct eu_event_fork e = {.head = {.size = sizeof(e)}, .child_pid = 11, .child.pid = 12};
	const struct eu_event_fork *converted;
	struct eu_record_schema *schema;

	(void)test;
	add_field(doc, "eu_event_fork", "novelty", "uint", 24, 4, false);
	schema = parsed(doc);
	converted = (const void *)convert(schema, "eu_event_fork", &e.head);
	assert_int_equal(converted->child_pid, 11);
	assert_int_equal(converted->child.pid, 12);
	eu_record_schema_free(schema);
}

/* rmdir as a later version may have it: a number, a string and an address more. */
struct later_rmdir {
	struct eu_event_rmdir now;
	__u32 mood;
	struct eu_str reason;
	__u8 address[16];
	char tail[16];
};

static struct eu_record_schema *a_later_schema(void)
{
	yyjson_mut_doc *doc = this_schema();
	const char *type = "eu_event_rmdir";

	set_number(doc, type_of(doc, type), "size", offsetof(struct later_rmdir, tail));
	add_field(doc, type, "mood", "uint", offsetof(struct later_rmdir, mood), 4, false);
	add_field(doc, type, "reason", "string", offsetof(struct later_rmdir, reason), 4, true);
	add_field(doc, type, "from", "address", offsetof(struct later_rmdir, address), 16, false);
	set_text(doc, yyjson_mut_doc_get_root(doc), "novelty", "not known here");
	return parsed(doc);
}

static struct eu_head *a_later_rmdir(void)
{
	static struct later_rmdir e;

	memcpy(&e.now, a_rmdir(), sizeof(e.now));
	e.now.file.path = (struct eu_str){offsetof(struct later_rmdir, tail), 4};
	e.mood = 5;
	e.reason = (struct eu_str){offsetof(struct later_rmdir, tail) + 4, 7};
	memcpy(e.address, "\0\0\0\0\0\0\0\0\0\0\xff\xff\xc0\x00\x02\x01", 16);
	memcpy(e.tail, "/tmpbecause", 11);
	e.now.head.size = offsetof(struct later_rmdir, tail) + 11;
	return &e.now.head;
}

static void test_fields_that_came_later_are_kept(void **test)
{
	struct eu_record_schema *schema = a_later_schema();
	const struct eu_head *record = convert(schema, "eu_event_rmdir", a_later_rmdir());
	struct eu_value address = value_of(schema, record, "from");

	(void)test;
	assert_true(is_text(value_of(schema, record, "file.path"), "/tmp"));
	assert_true(is_int(value_of(schema, record, "result"), -2));
	assert_true(is_int(value_of(schema, record, "mood"), 5));
	assert_true(is_text(value_of(schema, record, "reason"), "because"));
	assert_int_equal(address.type, EU_VALUE_BYTES);
	assert_memory_equal(address.text, "\0\0\0\0\0\0\0\0\0\0\xff\xff\xc0\x00\x02\x01", 16);
	/* For those who know the struct and not the schema, too. */
	assert_int_equal(((const struct eu_event_rmdir *)record)->call.result, -2);
	assert_int_equal(record->type, EU_TYPE(eu_event_rmdir));
	eu_record_schema_free(schema);
}

static void test_fields_may_move(void **test)
{
	yyjson_mut_doc *doc = this_schema();
	const char *type = "eu_event_rmdir";
	struct eu_record_schema *schema;
	const struct eu_head *record;
	struct {
		struct eu_head head;
		struct eu_str path;
		__s32 result;
		__u16 nr, pads[3];
		__u32 pad;
		char tail[8];
	} e = {.head = {.size = offsetof(typeof(e), tail) + 3, .pid = 8},
	       .path = {offsetof(typeof(e), tail), 3},
	       .result = -13,
	       .nr = 80,
	       .tail = "/me"};

	(void)test;
	/* Only these three, at other places. */
	yyjson_mut_obj_put(type_of(doc, type), yyjson_mut_str(doc, "fields"), yyjson_mut_arr(doc));
	set_number(doc, type_of(doc, type), "size", offsetof(typeof(e), tail));
	add_field(doc, type, "file.path", "string", offsetof(typeof(e), path), 4, true);
	add_field(doc, type, "result", "errno", offsetof(typeof(e), result), 4, false);
	add_field(doc, type, "syscall", "syscall", offsetof(typeof(e), nr), 2, false);
	schema = parsed(doc);
	record = convert(schema, type, &e.head);
	assert_true(is_text(value_of(schema, record, "file.path"), "/me"));
	assert_true(is_int(value_of(schema, record, "result"), -13));
	assert_true(is_int(value_of(schema, record, "syscall"), 80));
	eu_record_schema_free(schema);
}

/* Nobody can know what the bytes of another size mean: the field is empty, the rest is right. */
static void test_a_field_of_another_size_is_empty(void **test)
{
	yyjson_mut_doc *doc = this_schema();
	struct eu_record_schema *schema;
	const struct eu_head *record;

	(void)test;
	set_number(doc, field_of(doc, "eu_event_rmdir", "result"), "size", 8);
	schema = parsed(doc);
	record = convert(schema, "eu_event_rmdir", a_rmdir());
	assert_true(is_int(value_of(schema, record, "result"), 0));
	assert_true(is_text(value_of(schema, record, "file.path"), "/tmp"));
	eu_record_schema_free(schema);
}

static struct eu_record_schema *a_schema_with_an_unknown_event(void)
{
	yyjson_mut_doc *doc = this_schema();
	yyjson_mut_val *type = yyjson_mut_arr_add_obj(
		doc, yyjson_mut_obj_get(yyjson_mut_doc_get_root(doc), "types"));

	yyjson_mut_obj_add_str(doc, type, "type", "eu_event_teleport");
	yyjson_mut_obj_add_str(doc, type, "name", "teleport");
	yyjson_mut_obj_add_str(doc, type, "set", "physics");
	yyjson_mut_obj_add_uint(doc, type, "size", 40);
	yyjson_mut_obj_add_val(doc, type, "fields", yyjson_mut_arr(doc));
	add_field(doc, "eu_event_teleport", "distance", "parsec", 24, 8, false);
	add_field(doc, "eu_event_teleport", "speed", "uint", 32, 4, false);
	add_field(doc, "eu_event_teleport", "place", "string", 36, 4, true);
	add_field(doc, "eu_event_teleport", "mode", "enum", 24, 4, false);
	return parsed(doc);
}

static void test_an_event_that_is_not_known_here_is_kept(void **test)
{
	struct eu_record_schema *schema = a_schema_with_an_unknown_event();
	struct {
		struct eu_head head;
		__u64 distance;
		__u32 speed;
		struct eu_str place;
		char tail[8];
	} e = {.head = {.size = 44}, .distance = 3, .speed = 9, .place = {40, 4}, .tail = "moon"};
	const struct eu_head *record = convert(schema, "eu_event_teleport", &e.head);
	struct eu_event event = {.desc = eu_record_schema_event(schema, record->type),
				 .record = record,
				 .host = "there"};
	struct eu_sink_options options = {.format = EU_SINK_JSON};
	const char *path = sample_path("unknown.json");
	FILE *file = fopen(path, "w+");
	struct eu_sink *sink;
	char line[2048] = "";

	(void)test;
	assert_null(eu_schema_event(record->type));
	assert_string_equal(event.desc->name, "teleport");
	assert_true(is_int(value_of(schema, record, "speed"), 9));
	assert_true(is_text(value_of(schema, record, "place"), "moon"));
	assert_int_equal(eu_sink_new(&sink, fileno(file), &options, NULL), 0);
	assert_int_equal(eu_sink_event(sink, &event), 0);
	assert_int_equal(eu_sink_flush(sink), 0);
	eu_sink_free(sink);
	rewind(file);
	assert_non_null(fgets(line, sizeof(line), file));
	assert_non_null(strstr(line, "\"event\":\"teleport\""));
	assert_non_null(strstr(line, "\"speed\":9"));
	assert_non_null(strstr(line, "\"place\":\"moon\""));
	fclose(file);
	eu_record_schema_free(schema);
	sample_clean();
}

static void test_the_place_of_a_type_means_nothing(void **test)
{
	yyjson_mut_doc *doc = this_schema();
	yyjson_mut_val *types = yyjson_mut_obj_get(yyjson_mut_doc_get_root(doc), "types");
	struct eu_record_schema *schema;
	const struct eu_head *record;

	(void)test;
	yyjson_mut_arr_append(types, yyjson_mut_arr_remove_first(types));
	schema = parsed(doc);
	record = convert(schema, "eu_event_rmdir", a_rmdir());
	assert_int_equal(record->type, EU_TYPE(eu_event_rmdir));
	eu_record_schema_free(schema);
}

/* ---- numbers that cannot be ---- */

static int with_number(const char *field, const char *key, uint64_t value)
{
	yyjson_mut_doc *doc = this_schema();
	struct eu_record_schema *schema = NULL;
	int ret;

	set_number(doc, field ? field_of(doc, "eu_event_rmdir", field) : type_of(doc, "eu_event_rmdir"),
		   key, value);
	ret = parse(&schema, doc);
	eu_record_schema_free(schema);
	return ret;
}

static void test_numbers_that_cannot_be_are_refused(void **test)
{
	static const uint64_t bad[] = {0, 8, 65535, 65536, 65536 + 24, UINT32_MAX, UINT64_MAX};
	static const uint64_t sizes[] = {0, 3, 9, 256, 65536 + 8, UINT64_MAX};

	(void)test;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		assert_int_equal(with_number("result", "offset", bad[i]), -EBADMSG);
		assert_int_equal(with_number("file.path", "offset", bad[i]), -EBADMSG);
		assert_int_equal(with_number(NULL, "size", bad[i]), -EBADMSG);
	}
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		assert_int_equal(with_number("result", "size", sizes[i]), -EBADMSG);
		assert_int_equal(with_number("file.path", "size", sizes[i]), -EBADMSG);
	}
	assert_int_equal(with_number("result", "present", UINT64_MAX), -EBADMSG);
	assert_int_equal(with_number("result", "unless", UINT64_MAX), -EBADMSG);
	assert_int_equal(with_number(NULL, "size", 2048 + 4), -EBADMSG);
	assert_int_equal(with_number(NULL, "size", 50), -EBADMSG);
}

static void test_what_is_no_schema_is_refused(void **test)
{
	static const char *const texts[] = {
		"", "null", "[]", "{}", "{\"types\":{}}", "{\"types\":[]}", "{\"types\":[1,2]}",
		"{\"types\":[{}]}", "{\"types\":[{\"name\":\"x\",\"size\":24,\"fields\":[7]}]}",
		"{\"types\":[{\"name\":\"x\",\"size\":\"24\"}]}", "{\"types\":[{\"size\":24}]}",
		"{\"types\":[{\"name\":\"x\",\"size\":-24}]}", "{\"types\":[{\"name\":\"x\",\"size\":24}",
	};
	struct eu_record_schema *schema = NULL;
	char *many = malloc(300 * 40 + 20), *at = many;

	(void)test;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		if (parse_text(&schema, texts[i]) != -EBADMSG)
			fail_msg("%s", texts[i]);
	at += sprintf(at, "{\"types\":[");
	for (unsigned i = 0; i < 300; i++)
		at += sprintf(at, "%s{\"name\":\"x\",\"size\":24}", i ? "," : "");
	sprintf(at, "]}");
	assert_int_equal(parse_text(&schema, many), -EBADMSG);
	free(many);
}

/* Fields one above the other, as many as there may be: they get places of their own, as long as
 * there is room. */
static void test_many_unknown_fields_stay_within_a_record(void **test)
{
	static _Alignas(8) char room[EU_CODER_RECORD];
	struct eu_head record = {.size = 2048};
	static _Alignas(8) char bytes[2048];
	struct eu_record_schema *schema;
	const struct eu_head *converted;
	char *json = malloc(65536), *at = json;

	(void)test;
	at += sprintf(at, "{\"types\":[{\"type\":\"t\",\"name\":\"t\",\"size\":2048,\"fields\":[");
	for (unsigned i = 0; i < 128; i++)
		at += sprintf(at, "%s{\"name\":\"f%u\",\"format\":\"hidden\",\"offset\":%u,\"size\":255}",
			      i ? "," : "", i, 24 + i);
	sprintf(at, "]}]}");
	assert_int_equal(parse_text(&schema, json), 0);
	memcpy(bytes, &record, sizeof(record));
	converted = eu_record_schema_convert(schema, (void *)bytes, (void *)room);
	assert_non_null(converted);
	assert_true(converted->size <= 2048);
	assert_int_equal(eu_record_schema_event(schema, converted->type)->size, converted->size);
	free(json);
	eu_record_schema_free(schema);
}

/* A string that points into the fixed part, or behind the record, is empty after it has moved. */
static void test_strings_that_point_elsewhere_are_empty(void **test)
{
	static const struct eu_str wrong[] = {{0, 8}, {24, 4}, {65535, 65535}, {65530, 10}, {500, 9}};
	struct eu_record_schema *schema = a_later_schema();

	(void)test;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct eu_head *later = a_later_rmdir();
		const struct eu_head *record;

		((struct eu_event_rmdir *)later)->file.path = wrong[i];
		record = convert(schema, "eu_event_rmdir", later);
		if (record && value_of(schema, record, "file.path").len)
			fail_msg("%u %u", wrong[i].offset, wrong[i].len);
	}
	eu_record_schema_free(schema);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_this_builds_schema_changes_nothing),
	    cmocka_unit_test(test_fields_of_the_same_name_keep_apart),
	    cmocka_unit_test(test_a_field_that_was_not_there_yet_is_empty),
	    cmocka_unit_test(test_fields_that_came_later_are_kept),
	    cmocka_unit_test(test_fields_may_move),
	    cmocka_unit_test(test_a_field_of_another_size_is_empty),
	    cmocka_unit_test(test_an_event_that_is_not_known_here_is_kept),
	    cmocka_unit_test(test_the_place_of_a_type_means_nothing),
	    cmocka_unit_test(test_numbers_that_cannot_be_are_refused),
	    cmocka_unit_test(test_what_is_no_schema_is_refused),
	    cmocka_unit_test(test_many_unknown_fields_stay_within_a_record),
	    cmocka_unit_test(test_strings_that_point_elsewhere_are_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
