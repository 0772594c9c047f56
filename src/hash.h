/* SPDX-License-Identifier: Apache-2.0 */
/*
 * uthash, kept from ending the process when memory is out: what could not be added is in no table
 * then, and whoever adds it asks.
 */
#pragma once

#include <stdlib.h>

#define HASH_NONFATAL_OOM 1
#include <uthash.h>

/* element: a pointer to what HASH_ADD has been called for. */
#define eu_hash_took(element) ((element)->hh.tbl != NULL)

/* The element, or, where it was not taken, NULL: it has been freed. */
#define eu_hash_taken(element)                \
	({                                    \
		typeof(element) _e = element; \
		if (!eu_hash_took(_e)) {      \
			free(_e);             \
			_e = NULL;            \
		}                             \
		_e;                           \
	})
