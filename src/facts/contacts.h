/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Open TCP connections by their two ends, and the peer that each was counted at when it began. Who
 * that is can be known better later: who took the connection, of several that listen at one address.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include <eunomia/events.h>

#define EU_CONTACTS_MAX 32768 /* as many connections as the kernel side knows */

struct peer;
struct contact;

/* What the table points to is its user's. */
struct contacts {
	struct contact *all; /* the oldest first */
};

/* False without memory: it stays where it is counted. */
bool eu_contacts_begin(struct contacts *contacts, eu_ref ref, const struct eu_socket *socket,
		       struct peer *counted, uint64_t time);
/* It is counted at `now` from here on. At whom it was before, and since when; NULL: it is not known,
 * or the same. */
struct peer *eu_contacts_move(struct contacts *contacts, eu_ref ref, const struct eu_socket *socket,
			      struct peer *now, uint64_t *begun);
void eu_contacts_end(struct contacts *contacts, eu_ref ref, const struct eu_socket *socket);
/* All of a container, or (ref 0) of everybody. */
void eu_contacts_forget(struct contacts *contacts, eu_ref ref);
