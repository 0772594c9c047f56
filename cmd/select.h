/* SPDX-License-Identifier: Apache-2.0 */
/* The options that trace and report have in common: what to watch, and with which settings. */
#pragma once

#include <eunomia/config.h>
#include <eunomia/session.h>

#include "cmd.h"

extern const struct eu_option_group select_containers; /* which containers */
extern const struct eu_option_group select_tree;       /* … of their processes with descendants */
extern const struct eu_option_group select_processes;  /* … by what they are */
extern const struct eu_option_group select_outside;    /* … and of the host */
extern const struct eu_option_group select_events;     /* which events */
extern const struct eu_option_group select_details;    /* what is told of each system call */
extern const struct eu_option_group select_host;       /* of a live host: runtimes, memory */
extern const struct eu_option_group select_common;     /* settings of any session */
extern const char *select_config_path;                 /* --config */
extern const char *select_names; /* what chooses containers, as people said it; NULL: nothing does */

/* Says where --all shows nobody, of trace: what record --full keeps of the host is shown. */
void select_say_all(void);
/* The settings of all layers, flags included; exit code, 0 when good. */
int select_config(struct eu_config **out, const struct eu_arguments *arguments);
/* Options of a session out of flags and settings; borrows from both. */
void select_options(struct eu_session_options *options, const struct eu_config *config);
