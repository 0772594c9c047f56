/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <eunomia/sink.h>

#include "fixture.h"

/* What a sink writes for one event (or, with NULL, for none), NUL-terminated; free it. */
char *print_event(const struct eu_sink_options *options, const struct eu_event *event);
/* The same as default JSON. */
char *print_json(const struct eu_event *event);
/* All that is in the file, NUL-terminated; free it. */
char *read_file(int fd);
/* An unnamed regular file. */
int temporary_file(void);
