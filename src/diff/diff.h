/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <eunomia/diff.h>

/* Was it there before anybody looked? Then what it did at its start is not known. */
bool eu_diff_missed_start(const struct eu_container_report *container);
