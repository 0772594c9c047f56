/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <eunomia/error.h>

/* 0, or -EPERM with one sentence that names the capabilities that are missing. */
int privileges_check(struct eu_error *err);
