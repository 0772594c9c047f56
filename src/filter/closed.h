/* SPDX-License-Identifier: Apache-2.0 */
/* Fields whose values have names, all of which are known: what is none of them is never seen. */
#pragma once

#include "filter.h"

struct eu_closed {
	const char **names; /* borrowed from tables; some may come twice */
	size_t n, room;
	bool numbers; /* what has no name is shown as its number */
	bool hex;     /* … in hexadecimal */
	bool set;     /* several of them, joined by | */
	bool failed;  /* no memory: nothing is known then */
};

/* Adds what the field can be. False: anything. */
bool eu_closed_add(struct eu_closed *closed, const struct eu_field *field);
/* What an argument of this name can be, over all system calls. False: anything. */
bool eu_closed_add_argument(struct eu_closed *closed, const char *name);
/* Is there a value for which the comparison holds (or of which != tells another)? */
bool eu_closed_may(const struct eu_closed *closed, enum eu_filter_op op,
		   const struct eu_literal *literal);
void eu_closed_free(struct eu_closed *closed);
