/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who is at the other end of datagrams that go through address translation or a proxy.
 *
 * What a container sends to a published port has the host's address, which is nobody's, and what its
 * server receives comes from the container, or from the host again. Nothing in the datagrams is the
 * same at both ends, as TCP's sequence numbers are. So the ends that are new are put side by side from
 * time to time: a receiver and the only sender who can have been meant. A sender who talked to the
 * receiver by its own address as well explains it, and nobody else does.
 *
 * What is found out becomes part of the records, so that a recording needs no more of this.
 */
#pragma once

#include <eunomia/error.h>
#include <eunomia/events.h>

struct eu_datagrams;
struct eu_peers;

/* The peers must outlive it. */
int eu_datagrams_new(struct eu_datagrams **out, const struct eu_peers *peers, struct eu_error *err);
/* Takes in a record, of any type. Returns it, or, when its peer has been found out, one that says so;
 * borrowed until the next call. */
const struct eu_head *eu_datagrams_take(struct eu_datagrams *datagrams,
					const struct eu_head *record);
/* Puts ends side by side; says a `udp` record without datagrams of each whose peer is known now. */
void eu_datagrams_match(struct eu_datagrams *datagrams, uint64_t time,
			void (*say)(void *context, const struct eu_head *record), void *context);
/* A second is over: what has found nobody in two of them will not. */
void eu_datagrams_age(struct eu_datagrams *datagrams);
/* How often there was no memory for something. */
uint64_t eu_datagrams_starved(const struct eu_datagrams *datagrams);
void eu_datagrams_free(struct eu_datagrams *datagrams);
