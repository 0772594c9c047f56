/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <eunomia/syscalls.h>

#include "bpf/specs.h"

/* What is to be copied of one call's arguments. */
void eu_spec_of_call(struct eu_call_spec *spec, const struct eu_syscall *call);
