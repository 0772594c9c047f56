/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Descriptors out of BTF: the struct's members give place and type, their tags give the rest.
 * Runs when Eunomia is built (the result becomes constant tables) and for recordings of others.
 */
#pragma once

#include <bpf/btf.h>

#include <eunomia/error.h>
#include <eunomia/schema.h>

struct eu_schema {
	struct eu_event_desc *events; /* ordered by id */
	size_t n_events;
	char **names;                 /* what fields' names are stored in */
	size_t n_names;
};

/* -EINVAL with the struct and member that have no rule. The BTF must outlive the schema. */
int eu_schema_from_btf(struct eu_schema **out, const struct btf *btf, struct eu_error *err);
void eu_schema_free(struct eu_schema *schema);

/* The text of a tag "key…" on a type (member -1) or a member of it, or NULL. */
const char *eu_btf_tag(const struct btf *btf, uint32_t type, int member, const char *key);

/* A format's name, as EU_FMT() has it; NULL: there is none. And back; -1: none is called so. */
const char *eu_format_name(unsigned format);
int eu_format_find(const char *name);
