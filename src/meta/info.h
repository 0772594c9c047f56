/* SPDX-License-Identifier: Apache-2.0 */
/* Filling a struct eu_container_info. Every setter takes a copy and returns false without memory.
 */
#pragma once

#include <string.h>

#include "cleanup.h"
#include "meta/meta.h"

/* How much of a text is left when it is cut to at most so many bytes, on a character. */
size_t eu_info_cut(const char *text, size_t len, size_t most);
/* Replaces *field with at most EU_META_MAX_STRING bytes of text; NULL and "" leave it alone. */
bool eu_info_set(char **field, const char *text, size_t len);

static inline bool eu_info_set_text(char **field, const char *text)
{
	return eu_info_set(field, text, text ? strlen(text) : 0);
}

/* With or without "sha256:", which containers/storage leaves out. */
bool eu_info_set_image_id(struct eu_container_info *info, const char *id);
/* Is nothing known of its image but the id? Docker was told that alone, and can be asked for more. */
bool eu_info_lacks_image_name(const struct eu_container_info *info);
/* "registry:5000/a/b:tag@sha256:…" into name, tag and digest; "sha256:…" or 64 digits alone are an image id. Nothing is
 * taken from what may be the beginning of one, or a name, as long as the id is not known. */
bool eu_info_set_image(struct eu_container_info *info, const char *reference);
/* What is cut of it, or left out, is marked. */
bool eu_info_add_label(struct eu_container_info *info, const char *key, const char *value);
/* address: as inet_pton(3) takes it; what it does not take is left out. */
bool eu_info_add_address(struct eu_container_info *info, const char *network, const char *address,
			 unsigned int prefix);
bool eu_info_add_port(struct eu_container_info *info, const struct eu_port *port);
/* An address as 16 bytes, IPv4 mapped. */
bool eu_parse_ip(const char *text, uint8_t ip[16]);

struct eu_container_info *eu_info_copy(const struct eu_container_info *info);
/* What from knows replaces what into knew; into keeps the rest. */
bool eu_info_merge(struct eu_container_info *into, const struct eu_container_info *from);

/* The same as others see it, borrowed; what is not known is "". */
struct eu_container eu_info_container(const struct eu_container_info *info);
/* Bytes that it holds, roughly: for budgets. */
size_t eu_info_size(const struct eu_container_info *info);

static inline void eu_info_freep(struct eu_container_info **info)
{
	eu_container_info_free(*info);
}

#define eu_auto_info eu_cleanup(eu_info_freep)
