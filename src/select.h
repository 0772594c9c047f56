/* SPDX-License-Identifier: Apache-2.0 */
/* A selection, compiled: what the kernel can decide, and a test for the rest. */
#pragma once

#include <eunomia/session.h>

#include "bpf/shared.h"

#define EU_MAX_TYPES 65536

struct eu_select;

/* Copies all it needs. -EINVAL with the nearest names for what is unknown. */
int eu_select_new(struct eu_select **out, const struct eu_selection *selection,
		  struct eu_error *err);
/* For a report: every event but the syscalls, which are counted; full: streamed as well. */
void eu_select_facts(struct eu_select *select, bool full);
/* A record that is needed whatever was selected; internal ones are never shown. */
void eu_select_want(struct eu_select *select, uint16_t type);
/* By record type: is this event wanted? EU_MAX_TYPES entries. */
const bool *eu_select_events(const struct eu_select *select);
/* For each syscall: EU_PLAN_STREAM where its event is wanted. EU_CALLS entries. */
const uint16_t *eu_select_plans(const struct eu_select *select);
/* For a replay: decides about `syscall` events here, as the kernel side would have done. */
void eu_select_alone(struct eu_select *select);
/* Is this event to be shown? Whether its container is wanted, eu_select_container says. */
bool eu_select_match(const struct eu_select *select, const struct eu_event *event);
enum eu_fit {
	EU_FITS_NOT,
	EU_MAY_FIT, /* all that is known of it fits, and what decides is not known */
	EU_FITS,
};

/* Is it a container that was asked for? more: of its image more may be told than is known now. */
enum eu_fit eu_select_fit(const struct eu_select *select, const struct eu_container *container,
			  bool more);
/* … as far as is known? */
bool eu_select_container(const struct eu_select *select, const struct eu_container *container);
/* Does that go by anything that is to be told: names, images, labels? */
bool eu_select_needs_names(const struct eu_select *select);
bool eu_select_needs_labels(const struct eu_select *select);
/* What the kernel side can decide on its own. */
bool eu_select_host(const struct eu_select *select);
bool eu_select_failed(const struct eu_select *select);
const uint32_t *eu_select_uids(const struct eu_select *select, size_t *n);
void eu_select_free(struct eu_select *select);
