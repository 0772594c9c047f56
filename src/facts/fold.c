/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "cleanup.h"
#include "facts/fold.h"
#include "hash.h"
#include "report/kind.h"
#include "report/merging.h"

/* A file of a report, by its key. */
struct known {
	struct eu_file_fact *file;
	bool owned; /* what it points to can become more */
	UT_hash_handle hh;
};

struct folding {
	struct eu_merging merging;
	struct eu_bytes key;
	struct known *all;
};

static void free_folding(struct folding *folding)
{
	HASH_CLEAR(hh, folding->all);
	eu_bytes_free(&folding->key);
}

/* In place; false: there was nothing to fold. */
static bool fold(char *path)
{
	const char *from = path;
	char *to = path;

	if (*path != '/')
		return false;
	while (*from) {
		size_t len = strcspn(from + 1, "/");

		if (len && (len > 1 || from[1] != '.')) {
			memmove(to, from, len + 1);
			to += len + 1;
		}
		from += len + 1;
	}
	if (to == path)
		to++; /* the root */
	*to = '\0';
	return to < from;
}

/* The paths are copies of the report's own. */
static bool fold_paths(const struct eu_container_report *out)
{
	bool folded = false;

	for (size_t i = 0; i < out->n_files; i++) {
		folded |= fold((char *)out->files[i].path);
		if (out->files[i].new_path)
			fold((char *)out->files[i].new_path);
	}
	return folded;
}

static struct known *find(struct folding *folding, const struct eu_file_fact *file)
{
	struct known *found;

	folding->key.len = 0;
	eu_key_file(&folding->key, file, EU_ONE_RUN);
	HASH_FIND(hh, folding->all, folding->key.data, folding->key.len, found);
	return found;
}

/* With the key that was looked for. */
static void remember(struct folding *folding, struct eu_file_fact *file)
{
	struct known *known = eu_merging_room(&folding->merging, sizeof(*known));
	char *key = eu_merging_room(&folding->merging, folding->key.len);

	if (!known || !key)
		return;
	known->file = file;
	memcpy(key, folding->key.data, folding->key.len);
	HASH_ADD_KEYPTR(hh, folding->all, key, folding->key.len, known);
	folding->merging.failed |= !eu_hash_took(known);
}

static void add(struct folding *folding, struct known *known, const struct eu_file_fact *file)
{
	if (!known->owned)
		eu_kind_files.own(&folding->merging, known->file);
	known->owned = true;
	eu_kind_files.add(&folding->merging, known->file, file);
}

/* What is alike now is one. */
static void merge(struct folding *folding, struct eu_container_report *out)
{
	struct eu_file_fact *files = (void *)out->files;
	size_t left = 0;

	for (size_t i = 0; i < out->n_files; i++) {
		struct known *known = find(folding, &files[i]);

		if (known) {
			add(folding, known, &files[i]);
			continue;
		}
		files[left] = files[i];
		remember(folding, &files[left++]);
	}
	out->n_files = left;
}

void eu_facts_fold(struct eu_arena *arena, struct eu_container_report *out)
{
	eu_cleanup(free_folding) struct folding folding = {};

	if (!fold_paths(out))
		return;
	if (eu_bytes_init(&folding.key, 2 * EU_BYTES_ROOM)) {
		arena->failed = true;
		return;
	}
	folding.merging.arena = *arena;
	merge(&folding, out);
	*arena = folding.merging.arena;
	arena->failed |= folding.merging.failed || folding.key.failed;
}
