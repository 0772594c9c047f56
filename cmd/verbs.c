// SPDX-License-Identifier: Apache-2.0
#include "verbs.h"

const struct eu_cmd *const eu_cmds[] = {
    &eu_cmd_trace, &eu_cmd_report, &eu_cmd_record, &eu_cmd_replay,  &eu_cmd_diff,
    &eu_cmd_ls,    &eu_cmd_list,   &eu_cmd_config, &eu_cmd_version, NULL,
};
