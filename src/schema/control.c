/* SPDX-License-Identifier: Apache-2.0 */
#include "args.h"
#include "control.h"

/* struct cmsghdr: the length, as wide as a word, with the head in it; then level and type. */
struct control {
	uint64_t len;
	uint32_t level, type;
	struct eu_copied data; /* as far as it was copied */
};

/* Where it is not a control message of its own, a type is the option that asks for it. */
static const struct eu_flagset *types_of(enum eu_abi abi, uint32_t level)
{
	const char *name = eu_flagset_name(eu_flagset_find("socket_level"), level);
	const struct eu_flagset *own = eu_args_names_of_level(abi, "control", name);

	return own ? own : eu_args_names_of_level(abi, "sockopt", name);
}

static const struct eu_syscall_arg *known_data(enum eu_abi abi, const struct control *control)
{
	size_t n;
	const struct eu_control *all = eu_syscall_controls(abi, &n);

	for (size_t i = 0; i < n; i++)
		if (all[i].level == control->level && all[i].type == control->type)
			return &all[i].data;
	return NULL;
}

/* What the tables do not know is a number where it has the size of one: an int (IP_TTL), or 16 or 8
 * bits (UDP_SEGMENT, IP_TOS), which have no sign. Else it is left out. */
static void emit_data(struct eu_emit *out, enum eu_abi abi, const struct control *control)
{
	const struct eu_syscall_arg *known = known_data(abi, control);
	size_t len = control->data.len;
	struct eu_syscall_arg number = {.kind = EU_ARG_NUM_IN, .size = len,
					.is_signed = len == sizeof(int32_t)};

	if (known)
		eu_emit_copied(out, "cmsg_data", known, &control->data);
	else if (len == 1 || len == 2 || len == 4)
		eu_emit_copied(out, "cmsg_data", &number, &control->data);
}

static void emit_one(struct eu_emit *out, enum eu_abi abi, const struct control *control)
{
	out->ops->object_begin(out, NULL);
	out->ops->u64(out, "cmsg_len", control->len);
	eu_emit_enum(out, "cmsg_level", eu_flagset_find("socket_level"), control->level);
	eu_emit_enum(out, "cmsg_type", types_of(abi, control->level), control->type);
	emit_data(out, abi, control);
	out->ops->object_end(out);
}

void eu_emit_control(struct eu_emit *out, const char *key, enum eu_abi abi,
		     const struct eu_copied *all)
{
	size_t word = abi == EU_ABI_I386 ? 4 : 8, head = word + 8, at = 0;

	out->ops->array_begin(out, key);
	while (at < all->len && all->len - at >= head) {
		const char *bytes = all->bytes + at;
		size_t left = all->len - at;
		struct control control = {.len = eu_load(bytes, word),
					  .level = eu_load(bytes + word, 4),
					  .type = eu_load(bytes + word + 4, 4)};

		if (control.len < head)
			break;
		if (left > control.len)
			left = control.len;
		control.data = (struct eu_copied){.bytes = bytes + head, .len = left - head};
		emit_one(out, abi, &control);
		at += (left + word - 1) & ~(word - 1);
	}
	out->ops->array_end(out);
}
