/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which containers a selection by names, images and labels means. As long as not all is known of one
 * that it goes by, that is a question of its own, asked twice: may an answer that is still to come make
 * it one of them (so that what it does waits), and, when no answer came, may it have been one (so that
 * what was not shown is lost)?
 */
#pragma once

#include <stdbool.h>

struct eu_container;
struct eu_container_info;
struct eu_session;

/* Does it say more than what the cgroup is called? info may be NULL. */
bool eu_meant_is_told(const struct eu_container_info *info);
/* May what is not in info yet make it one that is meant? */
bool eu_meant_may_turn_out(const struct eu_session *session, const struct eu_container_info *info);
/* It is not one, as far as was told; but not all was told that the selection goes by. */
bool eu_session_may_mean(const struct eu_session *session, const struct eu_container *container);
/* What nobody has told of a container until now, nobody will: if that decides whether it is meant, it may
 * be lost, and counts as such. */
void eu_meant_forget(struct eu_session *session, const struct eu_container *container);
/* The same of all that there are. */
void eu_meant_end(struct eu_session *session);
