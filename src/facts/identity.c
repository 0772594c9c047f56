/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/identity.h"

#include "container_texts.h"

static void keep(struct eu_arena *arena, const char **text)
{
	*text = eu_arena_text(arena, *text);
}

static void keep_labels(struct eu_arena *arena, struct eu_container *out,
			const struct eu_container *from)
{
	struct eu_label *labels = eu_arena_alloc(arena, from->n_labels * sizeof(*labels));

	out->labels = labels;
	out->n_labels = labels ? from->n_labels : 0;
	for (size_t i = 0; i < out->n_labels; i++) {
		labels[i] = from->labels[i];
		keep(arena, &labels[i].key);
		keep(arena, &labels[i].value);
	}
}

void eu_identity_copy(struct eu_arena *arena, struct eu_container *out,
		      const struct eu_container *from)
{
	*out = *from;
#define KEEP(member) keep(arena, &out->member);
	EU_CONTAINER_TEXTS(KEEP)
#undef KEEP
	out->former_names = eu_arena_bytes(arena, from->former_names ?: "", &out->former_size);
	keep_labels(arena, out, from);
}
