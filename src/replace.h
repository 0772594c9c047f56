/* SPDX-License-Identifier: Apache-2.0 */
/* A file that is there whole, old or new, whenever one looks. */
#pragma once

#include <stddef.h>

#include <eunomia/error.h>

/* Replaces `name` in a directory by these bytes: written beside it, synchronised, renamed; 0600. */
int eu_replace_file(int dirfd, const char *name, const void *data, size_t len,
		    struct eu_error *err);
