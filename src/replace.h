/* SPDX-License-Identifier: Apache-2.0 */
/* A file that is there whole, old or new, whenever one looks. */
#pragma once

#include <stddef.h>
#include <stdbool.h>
#include <limits.h>
#include <sys/types.h>

#include <eunomia/error.h>

struct eu_replacement {
	int fd;    /* write here; 0600 until it is whole … */
	mode_t mode; /* … and this then: 0600, unless it is changed */
	int dirfd; /* borrowed */
	char name[NAME_MAX + 1];
	char beside[NAME_MAX + 1];
	bool has_name; /* `beside` is there */
	bool hasty;    /* not synchronised: who sets it does that */
};

/* A file that will replace `name` (without a slash) in the directory. */
int eu_replace_begin(struct eu_replacement *out, int dirfd, const char *name, struct eu_error *err);
/* Synchronises and renames; ends the replacement either way. */
int eu_replace_commit(struct eu_replacement *replacement, struct eu_error *err);
/* Drops what was written. */
void eu_replace_abort(struct eu_replacement *replacement);

/* The three in one. */
int eu_replace_file(int dirfd, const char *name, mode_t mode, const void *data, size_t len,
		    struct eu_error *err);
