/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "hash.h"
#include "meta/homes.h"
#include "meta/meta.h"

struct home {
	char *id, *path;
	dev_t device;
	ino_t inode;
	UT_hash_handle hh;
};

struct eu_homes {
	struct home *all; /* by id, in the order of coming */
};

struct eu_homes *eu_homes_new(void)
{
	return calloc(1, sizeof(struct eu_homes));
}

static void free_home(struct home *home)
{
	free(home->id);
	free(home->path);
	free(home);
}

static void forget(struct eu_homes *homes, struct home *home)
{
	HASH_DEL(homes->all, home);
	free_home(home);
}

static struct home *find(const struct eu_homes *homes, const char *id)
{
	struct home *home;

	HASH_FIND_STR(homes->all, id, home);
	return home;
}

static struct home *new_home(const char *id, const char *path, const struct stat *st)
{
	struct home *home = calloc(1, sizeof(*home));

	if (!home)
		return NULL;
	home->id = strdup(id);
	home->path = strdup(path);
	if (!home->id || !home->path) {
		free_home(home);
		return NULL;
	}
	home->device = st->st_dev;
	home->inode = st->st_ino;
	return home;
}

void eu_homes_add(struct eu_homes *homes, const char *id, const char *path)
{
	struct home *home;
	struct stat st;

	if (find(homes, id) || stat(path, &st))
		return;
	home = new_home(id, path, &st);
	if (!home)
		return;
	if (HASH_COUNT(homes->all) == EU_META_MAX_HOMES)
		forget(homes, homes->all);
	HASH_ADD_KEYPTR(hh, homes->all, home->id, strlen(home->id), home);
	if (!eu_hash_took(home))
		free_home(home);
}

void eu_homes_drop(struct eu_homes *homes, const char *id)
{
	struct home *home = find(homes, id);

	if (home)
		forget(homes, home);
}

/* What cannot be looked at for another reason may be there. */
static bool is_gone(const struct home *home)
{
	struct stat st;

	if (stat(home->path, &st))
		return errno == ENOENT || errno == ENOTDIR;
	return st.st_dev != home->device || st.st_ino != home->inode;
}

void eu_homes_look(struct eu_homes *homes, void (*gone)(void *context, const char *id),
		   void *context)
{
	struct home *home, *next;

	HASH_ITER(hh, homes->all, home, next) {
		if (!is_gone(home))
			continue;
		gone(context, home->id);
		forget(homes, home);
	}
}

void eu_homes_free(struct eu_homes *homes)
{
	while (homes && homes->all)
		forget(homes, homes->all);
	free(homes);
}
