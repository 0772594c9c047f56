/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include "cmd.h"

extern const struct eu_cmd eu_cmd_trace;
extern const struct eu_cmd eu_cmd_report;
extern const struct eu_cmd eu_cmd_record;
extern const struct eu_cmd eu_cmd_replay;
extern const struct eu_cmd eu_cmd_diff;
extern const struct eu_cmd eu_cmd_ls;
extern const struct eu_cmd eu_cmd_list;
extern const struct eu_cmd eu_cmd_config;
extern const struct eu_cmd eu_cmd_version;
