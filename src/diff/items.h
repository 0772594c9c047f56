/* SPDX-License-Identifier: Apache-2.0 */
/* A container's facts as things that can be the same in another run. */
#pragma once

#include <eunomia/diff.h>

#include "facts/arena.h"
#include "hash.h"
#include "schema/bytes.h"

/* Found by kind and what. */
struct eu_item {
	struct eu_difference fact;
	UT_hash_handle hh;
};

struct eu_items {
	struct eu_arena *arena; /* of all texts and items; borrowed */
	struct eu_bytes text;
	struct eu_item *items; /* by hash, in the order they came */
	struct eu_moved *moved; /* by the name that was left */
	bool failed;            /* no memory */
};

/* How many ports of the ephemeral range a peer has, over both sides. */
struct eu_ports {
	struct eu_port *ports;
};

#define EU_EPHEMERAL_FIRST 32768
#define EU_EPHEMERAL_LAST 60999

/* A path without what differs from run to run: appended. */
void eu_diff_path(struct eu_bytes *out, const char *path);

int eu_ports_add(struct eu_ports *ports, const struct eu_container_report *container);
void eu_ports_free(struct eu_ports *ports);

/* -ENOMEM. The facts stay the container's. */
int eu_items_make(struct eu_items *items, const struct eu_container_report *container,
		  const struct eu_ports *ports);
/* How often a call of this container ended with the error of this name. */
uint64_t eu_diff_errors(const struct eu_container_report *container, const char *call,
			const char *error);
struct eu_item *eu_items_find(const struct eu_items *items, const struct eu_item *like);
bool eu_item_has(const struct eu_item *item, const char *aspect);
void eu_items_free(struct eu_items *items);
