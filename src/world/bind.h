/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which containers a command causes. Five ways lead to one:
 *  - a descendant of the command made it (runc, crun, podman);
 *  - a daemon answered the command with its id (docker, also through compose);
 *  - the command asked a daemon to start it, to do something in it, or to end it (docker start, docker
 *    exec, docker stop);
 *  - a daemon said which one runs a step of what it builds for the command (docker build);
 *  - the command names its id (ctr run IMAGE ID, runc exec ID, runc kill ID).
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <eunomia/events.h>

#define EU_BIND_MAX 64

/* Arguments of the command and its descendants that an id could be. */
#define EU_BIND_SETS 1024
#define EU_BIND_WAYS 4
#define EU_BIND_WORD 255 /* bytes; a longer one is no id */

#define EU_BIND_SHORT 12 /* digits of an id, where an engine shortens it */
#define EU_BIND_NAME 127 /* bytes; an engine takes longer ones, but nobody writes them */

/* What a request called a container: its name, its id, or the beginning of that. */
struct eu_bind_name {
	char text[EU_BIND_NAME + 1]; /* "": none, or it is known by now whose it was */
	bool starts;                 /* the container was not running */
};

/* Of more than there is room for, the latest are kept. */
struct eu_bind {
	char ids[EU_BIND_MAX][65];
	size_t n_ids;
	struct eu_bind_name names[EU_BIND_MAX];
	size_t n_names;
	size_t builds, told_builds; /* asked for; and those of which the daemon says what it runs */
	uint64_t words[EU_BIND_SETS][EU_BIND_WAYS]; /* hashes; of a set the latest one first */
};

/* Takes note of what a watched process outside containers did. Borrowed: how it called a container;
 * or NULL. */
const struct eu_bind_name *eu_bind_record(struct eu_bind *bind, const struct eu_head *record);
/* Takes note of an argument that the record of its exec had no room for. */
void eu_bind_word(struct eu_bind *bind, const char *word, size_t len);
/* Is this container's id one that the command was told, or named itself? */
bool eu_bind_has(const struct eu_bind *bind, const char *id);
/* Did a request call it so? From then on its id is meant. */
bool eu_bind_named(struct eu_bind *bind, const char *id, const char *name);
/* The same of one that begins: of that a request may have said the beginning of the id. */
bool eu_bind_begins(struct eu_bind *bind, const char *id, const char *name);
/* Is it an engine's id, or the beginning of that? */
bool eu_bind_abbreviates(const char *word, const char *id);
/* Did a watched process outside containers execute a runtime's client, to enter or to end this
 * container? */
bool eu_bind_enters(const struct eu_head *record, const char *id, const char *name);
/* It is known whose name this is. */
void eu_bind_resolve(struct eu_bind *bind, const char *word, const char *id);
