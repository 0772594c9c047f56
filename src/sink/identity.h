/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who did it, as JSON, rendered once per process: most of a line is the same as last time.
 */
#pragma once

#include "layout.h"

struct eu_identity;

int eu_identity_new(struct eu_identity **out);
/* Writes "container":{…},"process":{… and leaves "process" open on the run's stack. */
void eu_identity_put(struct eu_identity *identity, struct eu_layout_run *run);
void eu_identity_free(struct eu_identity *identity);
