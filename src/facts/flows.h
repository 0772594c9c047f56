/* SPDX-License-Identifier: Apache-2.0 */
/* Datagrams that the kernel adds up by socket and peer: from time to time what is new is said. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include <eunomia/error.h>
#include <eunomia/record.h>

struct eu_flows;
struct eu_live;

int eu_flows_new(struct eu_flows **out, struct eu_error *err);
/* Says a `udp` record for each flow with news; of one container, or of all when ref is 0. What has
 * been silent for a minute is forgotten, and with `over` all that was looked at. time: of the
 * records. */
void eu_flows_flush(struct eu_flows *flows, struct eu_live *live, eu_ref ref, bool over,
		    uint64_t time, void (*say)(void *context, const struct eu_head *record),
		    void *context);
/* How often there was no memory for something. */
uint64_t eu_flows_starved(const struct eu_flows *flows);
void eu_flows_free(struct eu_flows *flows);
