/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <eunomia/syscalls.h>

#include "bpf/specs.h"

/* What is to be copied of one call's arguments. */
void eu_spec_of_call(struct eu_call_spec *spec, const struct eu_syscall *call);
/* What is to be copied of an argument in one case; the call learns that it has cases. False: that
 * is nothing, as always, and the kernel side need not know. */
bool eu_spec_of_case(struct eu_call_spec *call, struct eu_arg_spec *spec,
		     const struct eu_syscall_case *which);
