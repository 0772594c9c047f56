/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Records that only user space makes: no program uses them, and the schema must know them. */
#include "probe.h"

#define EU_MADE_BY_USER_SPACE(type) const struct type *type##_is_in_btf __attribute__((unused))

EU_MADE_BY_USER_SPACE(eu_event_metadata);
EU_MADE_BY_USER_SPACE(eu_event_present);
EU_MADE_BY_USER_SPACE(eu_event_confinement);
EU_MADE_BY_USER_SPACE(eu_event_runtime);
EU_MADE_BY_USER_SPACE(eu_event_credentials);
EU_MADE_BY_USER_SPACE(eu_event_counts);
EU_MADE_BY_USER_SPACE(eu_event_capability_counts);
EU_MADE_BY_USER_SPACE(eu_event_known_process);
EU_MADE_BY_USER_SPACE(eu_event_known_thread);
EU_MADE_BY_USER_SPACE(eu_event_known_container);
EU_MADE_BY_USER_SPACE(eu_event_bound);
EU_MADE_BY_USER_SPACE(eu_event_loss);
EU_MADE_BY_USER_SPACE(eu_event_end);
EU_MADE_BY_USER_SPACE(eu_event_values);
EU_MADE_BY_USER_SPACE(eu_event_window);
EU_MADE_BY_USER_SPACE(eu_event_file_totals);
EU_MADE_BY_USER_SPACE(eu_event_executable_totals);
EU_MADE_BY_USER_SPACE(eu_event_peer_totals);
EU_MADE_BY_USER_SPACE(eu_event_container_totals);
