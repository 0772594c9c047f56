/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "facts/contacts.h"
#include "hash.h"

struct key {
	eu_ref ref;
	uint16_t local_port, peer_port;
	uint8_t local[16], peer[16];
	uint64_t direction;
};

struct contact {
	struct key key;
	struct peer *counted;
	uint64_t begun; /* wall clock, ns */
	UT_hash_handle hh;
};

static struct key key_of(eu_ref ref, const struct eu_socket *socket)
{
	struct key key = {
		.ref = ref,
		.local_port = socket->local.port,
		.peer_port = socket->peer.port,
		.direction = socket->direction,
	};

	memcpy(key.local, socket->local.address, sizeof(key.local));
	memcpy(key.peer, socket->peer.address, sizeof(key.peer));
	return key;
}

static struct contact *find(const struct contacts *contacts, eu_ref ref,
			    const struct eu_socket *socket)
{
	struct key key = key_of(ref, socket);
	struct contact *contact;

	HASH_FIND(hh, contacts->all, &key, sizeof(key), contact);
	return contact;
}

static void drop(struct contacts *contacts, struct contact *contact)
{
	HASH_DEL(contacts->all, contact);
	free(contact);
}

static struct contact *add(struct contacts *contacts, eu_ref ref, const struct eu_socket *socket)
{
	struct contact *contact = calloc(1, sizeof(*contact));

	if (!contact)
		return NULL;
	contact->key = key_of(ref, socket);
	HASH_ADD(hh, contacts->all, key, sizeof(contact->key), contact);
	contact = eu_hash_taken(contact);
	if (contact && HASH_COUNT(contacts->all) > EU_CONTACTS_MAX)
		drop(contacts, contacts->all);
	return contact;
}

bool eu_contacts_begin(struct contacts *contacts, eu_ref ref, const struct eu_socket *socket,
		       struct peer *counted, uint64_t time)
{
	struct contact *contact =
		find(contacts, ref, socket) ?: add(contacts, ref, socket);

	if (!contact)
		return false;
	contact->counted = counted;
	contact->begun = time;
	return true;
}

struct peer *eu_contacts_move(struct contacts *contacts, eu_ref ref, const struct eu_socket *socket,
			      struct peer *now, uint64_t *begun)
{
	struct contact *contact = find(contacts, ref, socket);
	struct peer *before = contact ? contact->counted : now;

	if (before == now)
		return NULL;
	contact->counted = now;
	*begun = contact->begun;
	return before;
}

void eu_contacts_end(struct contacts *contacts, eu_ref ref, const struct eu_socket *socket)
{
	struct contact *contact = find(contacts, ref, socket);

	if (contact)
		drop(contacts, contact);
}

void eu_contacts_forget(struct contacts *contacts, eu_ref ref)
{
	struct contact *contact, *next;

	HASH_ITER(hh, contacts->all, contact, next)
		if (!ref || contact->key.ref == ref)
			drop(contacts, contact);
}
