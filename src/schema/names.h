/* SPDX-License-Identifier: Apache-2.0 */
/* Names of small kernel numbers that need no table of ours. NULL: it has none. */
#pragma once

#include <stdint.h>

const char *eu_name_errno(uint64_t number);  /* "ENOENT", and the kernel's own "ERESTARTSYS" */
const char *eu_name_signal(uint64_t number); /* "SIGKILL" */
const char *eu_name_fs(uint64_t magic);      /* "overlay" */
const char *eu_name_capability(unsigned bit); /* "CAP_NET_RAW" */
