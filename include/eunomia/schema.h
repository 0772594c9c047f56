/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The schema: what events there are and what their fields mean, read from BTF tags.
 *
 * Everything that prints, filters, documents or stores events walks these descriptors, so that
 * no event is described twice. Descriptors are constant and live as long as the process.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma GCC visibility push(default)

struct eu_event;
struct eu_flagset;

/* How a field is stored and shown. The word in front is what EU_FMT() says. */
enum eu_format {
	EU_FORMAT_UINT,     /* unsigned integer (default for unsigned members) */
	EU_FORMAT_INT,      /* signed integer (default for signed members) */
	EU_FORMAT_STRING,   /* struct eu_str, bytes that should be UTF-8 (default for eu_str) */
	EU_FORMAT_ARGV,     /* "argv": struct eu_str, NUL-separated strings */
	EU_FORMAT_ERRNO,    /* "errno": a result: a number, or when negative the errno's name */
	EU_FORMAT_FLAGS,    /* "flags": set of bits, see table */
	EU_FORMAT_ENUM,     /* "enum": one value, see table */
	EU_FORMAT_OCTAL,    /* "octal": permissions, as a string "0644" */
	EU_FORMAT_HEX,      /* "hex": as a string "0x1f" */
	EU_FORMAT_SIGNAL,   /* "signal": SIGKILL; left out when 0 */
	EU_FORMAT_SYSCALL,  /* "syscall": number of the call, shown by name; bit 15 set for i386 */
	EU_FORMAT_ARGS,     /* "args": struct eu_str, raw registers of the syscall, shown by name */
	EU_FORMAT_ARGS_STATE, /* "args_state": struct eu_str, the copies: which are not whole */
	EU_FORMAT_ADDRESS,  /* "address": 16 bytes; IPv4 mapped as ::ffff:a.b.c.d */
	EU_FORMAT_DURATION, /* "duration": nanoseconds */
	EU_FORMAT_FS,       /* "fs": file-system magic, shown by name */
	EU_FORMAT_DEVICE,   /* "device": dev_t of the kernel, shown "major:minor" */
	EU_FORMAT_CAPS,     /* "caps": mask of capabilities, an array of names */
	EU_FORMAT_BOOL,     /* "bool" */
	EU_FORMAT_TIME,     /* context only: wall-clock, RFC 3339 with ns */
	EU_FORMAT_LABELS,   /* context only: the container's labels, an object */
	EU_FORMAT_HIDDEN,   /* "hidden" */
};

/* One field. Context fields (container, process, …) belong to every event and have a getter. */
struct eu_field {
	const char *name;  /* dotted OpenTelemetry name, e.g. "file.path" */
	const char *doc;
	const struct eu_flagset *table; /* FLAGS and ENUM */
	const char *table_name;
	uint16_t offset;   /* in the record */
	uint8_t size;      /* in bytes */
	uint8_t format;    /* enum eu_format */
	bool optional;     /* not shown when zero or empty */
	bool string;       /* stored as struct eu_str, whatever its format */
	uint16_t present;  /* offset of a byte; not shown while that is zero; 0: always shown */
	uint16_t unless;   /* offset of an eu_str; not shown when equal to it; 0: always shown */
};

struct eu_event_desc {
	const char *name; /* "open" */
	const char *set;  /* "fs" */
	const char *doc;
	const char *type; /* the struct's name, "eu_event_open" */
	const struct eu_field *fields;
	uint16_t n_fields;
	uint16_t id;   /* eu_head.type */
	uint16_t size; /* of the fixed part */
	bool internal; /* never shown */
	bool by_default; /* part of `trace` when nothing else is asked for … */
	bool by_default_failed; /* … but then only with a result below zero */
};

/* All events of this build, ordered by id. */
const struct eu_event_desc *eu_schema_events(size_t *n);
/* The descriptor of a record type, or NULL. */
const struct eu_event_desc *eu_schema_event(uint16_t id);
/* By name ("open"), or NULL. */
const struct eu_event_desc *eu_schema_find(const char *name);

/* Fields that every event has, in the order of output: time, seq, event, host, container.*,
 * process.*. Their format is set; their value comes from the event's surroundings. */
const struct eu_field *eu_schema_context(size_t *n);
/* A field by its dotted name: of one event, or (desc NULL) of the context. NULL if unknown. */
const struct eu_field *eu_schema_field(const struct eu_event_desc *desc, const char *name);

/* A value out of an event; strings are borrowed from it. */
struct eu_value {
	enum eu_value_type {
		EU_VALUE_NONE, /* not present in this event */
		EU_VALUE_UINT,
		EU_VALUE_INT,
		EU_VALUE_STRING,
		EU_VALUE_BYTES, /* address: 16 bytes; args and argv: raw */
	} type;
	union {
		uint64_t u;
		int64_t i;
		struct {
			const char *text; /* not NUL-terminated */
			size_t len;
		};
	};
};

/* The raw value of a field in an event. Bounds are checked against the record's size. */
struct eu_value eu_event_value(const struct eu_event *event, const struct eu_field *field);
/* The value as a person reads it (flags joined by "|", errno by name), NUL-terminated, truncated
 * to size; returns the length it would have had. For tables, CSV and filters. */
size_t eu_event_text(const struct eu_event *event, const struct eu_field *field, char *out,
		     size_t size);

#pragma GCC visibility pop
