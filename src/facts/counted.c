/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include <eunomia/events.h>

#include "event_ids.h"

#include "facts/counted.h"
#include "world/record.h"

#define PER_RECORD 500 /* entries; a record stays below what a builder holds */

/* ---- each kind's entry ---- */

static void pack_call(void *out, const struct eu_tally_entry *entry)
{
	*(struct eu_call_count *)out = (struct eu_call_count){
		.nr = entry->key[0],
		.error = entry->key[1],
		.count = entry->count,
		.first = entry->first,
		.last = entry->last,
		.init = entry->init,
	};
}

static void unpack_call(struct eu_tally_entry *entry, const void *from)
{
	const struct eu_call_count *call = from;

	*entry = (struct eu_tally_entry){
		.key = {call->nr, call->error},
		.count = call->count,
		.first = call->first,
		.last = call->last,
		.init = call->init,
	};
}

static void pack_capability(void *out, const struct eu_tally_entry *entry)
{
	*(struct eu_capability_count *)out = (struct eu_capability_count){
		.capability = entry->key[0],
		.how = entry->key[1],
		.nr = entry->key[2],
		.count = entry->count,
		.first = entry->first,
		.last = entry->last,
	};
}

static void unpack_capability(struct eu_tally_entry *entry, const void *from)
{
	const struct eu_capability_count *check = from;

	*entry = (struct eu_tally_entry){
		.key = {check->capability, check->how, check->nr},
		.count = check->count,
		.first = check->first,
		.last = check->last,
	};
}

static void pack_value(void *out, const struct eu_tally_entry *entry)
{
	*(struct eu_value_count *)out = (struct eu_value_count){
		.nr = entry->key[0],
		.values = {entry->key[1], entry->key[2], entry->key[3]},
		.count = entry->count,
		.first = entry->first,
		.last = entry->last,
		.init = entry->init,
	};
}

static void unpack_value(struct eu_tally_entry *entry, const void *from)
{
	const struct eu_value_count *value = from;

	*entry = (struct eu_tally_entry){
		.key = {value->nr, value->values[0], value->values[1], value->values[2]},
		.count = value->count,
		.first = value->first,
		.last = value->last,
		.init = value->init,
	};
}

static const struct kind {
	uint16_t type, size;
	void (*pack)(void *out, const struct eu_tally_entry *entry);
	void (*unpack)(struct eu_tally_entry *entry, const void *from);
} kinds[EU_COUNTED_KINDS] = {
	[EU_COUNTED_CALLS] = {EU_TYPE(eu_event_counts), sizeof(struct eu_call_count), pack_call,
			      unpack_call},
	[EU_COUNTED_CAPABILITIES] = {EU_TYPE(eu_event_capability_counts),
				     sizeof(struct eu_capability_count), pack_capability,
				     unpack_capability},
	[EU_COUNTED_VALUES] = {EU_TYPE(eu_event_values), sizeof(struct eu_value_count), pack_value,
			       unpack_value},
};

/* ---- records ---- */

enum eu_counted eu_counted_kind(const struct eu_head *record)
{
	enum eu_counted kind = 0;

	while (kind < EU_COUNTED_KINDS && kinds[kind].type != record->type)
		kind++;
	return kind;
}

/* Entries of another version may be longer or shorter; what is missing is zero, but for what the
 * first version did not know: which calls were made before the entrypoint began. */
void eu_counted_each(const struct eu_head *record,
		     void (*each)(void *context, const struct eu_tally_entry *entry), void *context)
{
	const struct kind *kind = &kinds[eu_counted_kind(record)];
	const struct eu_event_counts *e = (const void *)record; /* all begin alike */
	_Alignas(8) char one[EU_COUNTED_ENTRY_MAX] = {};
	size_t len, known = e->counters.entry < kind->size ? e->counters.entry : kind->size;
	const char *at = eu_record_text(record, e->counters.entries, &len), *end = at + len;
	struct eu_tally_entry entry;

	for (; e->counters.entry && e->counters.entry <= end - at; at += e->counters.entry) {
		memcpy(one, at, known);
		kind->unpack(&entry, one);
		if (e->counters.entry < kind->size)
			entry.init = EU_INIT_UNKNOWN;
		else if (entry.init > entry.count)
			entry.init = entry.count;
		each(context, &entry);
	}
}

size_t eu_counted_build(struct eu_builder *builder, enum eu_counted kind, eu_ref ref, uint64_t time,
			const struct eu_tally_entry *entries, size_t n)
{
	_Alignas(8) char packed[PER_RECORD * EU_COUNTED_ENTRY_MAX];
	struct eu_event_counts *e = eu_builder_begin(builder, sizeof(*e));
	size_t size = kinds[kind].size;

	if (n > PER_RECORD)
		n = PER_RECORD;
	for (size_t i = 0; i < n; i++)
		kinds[kind].pack(packed + i * size, &entries[i]);
	e->head = (struct eu_head){.type = kinds[kind].type, .container = ref, .time = time};
	e->counters.entry = size;
	e->counters.entries = eu_builder_text(builder, packed, n * size);
	eu_builder_end(builder);
	return n;
}
