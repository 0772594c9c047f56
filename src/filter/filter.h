/* SPDX-License-Identifier: Apache-2.0 */
/* Inside a compiled filter: parse.c makes it, check.c judges it, match.c runs it. */
#pragma once

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <eunomia/filter.h>

enum eu_filter_op {
	EU_OP_EQ,
	EU_OP_NE,
	EU_OP_LT,
	EU_OP_LE,
	EU_OP_GT,
	EU_OP_GE,
	EU_OP_BEGINS,
	EU_OP_ENDS,
	EU_OP_CONTAINS,
	EU_OP_MATCHES,
	EU_OP_IN,
	EU_OP_PRESENT, /* a field alone */
};

/* A value in the expression, in every form that it can be read in; fields decide which counts. */
struct eu_literal {
	char *text;
	size_t len;
	size_t column;
	bool is_number, is_duration, is_address;
	__int128 number; /* durations in ns */
	uint8_t address[16];
	uint8_t prefix; /* bits of the address that count, of 128 */
	pcre2_code *pattern;
	pcre2_match_data *match;
	pcre2_match_context *limits;
};

/* A field by name, found once for every event of this build. */
struct eu_reference {
	char *name;
	const char *part; /* container.labels.KEY: the KEY; args.NAME.MEMBER; or NULL */
	const char *of;   /* the field's own name then */
	size_t column;
	const struct eu_field *context;
	const struct eu_event_desc *events; /* where by_event was made from */
	size_t n_events;
	const struct eu_field **by_event; /* NULL where an event does not have it */
};

enum eu_filter_node_kind { EU_NODE_AND, EU_NODE_OR, EU_NODE_NOT, EU_NODE_COMPARE };

/* Nodes refer to each other by index; 0 is none. */
struct eu_filter_node {
	enum eu_filter_node_kind kind;
	enum eu_filter_op op;
	size_t first, next; /* AND, OR, NOT: operands; siblings */
	size_t reference;
	size_t literals, n_literals;
};

struct eu_filter {
	struct eu_filter_node *nodes;
	struct eu_reference *references;
	struct eu_literal *literals;
	size_t n_nodes, n_references, n_literals;
	size_t root;
};

/* -EINVAL when no event has the field, or none whose field could be compared like that. */
int eu_filter_resolve(struct eu_reference *reference, struct eu_error *err);
int eu_filter_check(const struct eu_filter *filter, const struct eu_filter_node *node,
		    struct eu_error *err);
/* Reads the literal's text in all the ways there are. */
void eu_literal_read(struct eu_literal *literal);
/* How much of it says a time, in whole or its beginning: "…T03:14:01Z" begins "…T03:14:01.3Z". */
size_t eu_literal_time_len(const struct eu_literal *literal);
int eu_literal_compile(struct eu_literal *literal, struct eu_error *err);
