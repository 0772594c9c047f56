/* SPDX-License-Identifier: Apache-2.0 */
/* A copy of struct eu_meta_options, with the usual sockets where none were given. */
#pragma once

#include "meta/meta.h"

struct eu_options {
	struct eu_meta_options view; /* points into what follows */
	char **sockets, **state_dirs;
	char *root;
};

/* options may be NULL. -EINVAL: too many sockets, or one that is no path. */
int eu_options_copy(struct eu_options *out, const struct eu_meta_options *options,
		    struct eu_error *err);
void eu_options_clear(struct eu_options *options);
