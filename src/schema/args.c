/* SPDX-License-Identifier: Apache-2.0 */
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include <linux/magic.h>

#include "args.h"
#include "control.h"
#include "pointed.h"

static bool next_copy(const char **at, size_t *left, struct eu_copy *head, const char **bytes)
{
	size_t whole;

	if (*left < sizeof(*head))
		return false;
	memcpy(head, *at, sizeof(*head));
	whole = sizeof(*head) + head->len;
	if (whole > *left)
		return false;
	*bytes = *at + sizeof(*head);
	whole = (whole + 7) & ~(size_t)7;
	if (whole > *left)
		whole = *left;
	*at += whole;
	*left -= whole;
	return true;
}

/* Whether what is in the register means anything: open's mode does where a file may be made. */
static bool is_given(const struct eu_args *args, unsigned i)
{
	for (unsigned c = 0; c < EU_CONDITIONS; c++) {
		const struct eu_condition *condition = &args->call->conditions[c];

		if (condition->args >> i & 1 && condition->of != EU_ARG_RESULT)
			return args->raw[condition->of - 1] & condition->mask;
	}
	return true;
}

/* What an argument is may depend on another one. */
static const struct eu_syscall_arg *arg_of(const struct eu_args *args, unsigned i)
{
	static const struct eu_syscall_arg none = {.kind = EU_ARG_NONE};
	const struct eu_syscall_arg *arg =
		eu_syscall_arg_now(args->abi, args->call, i, args->raw);

	return arg->kind > EU_ARG_PTR || is_given(args, i) ? arg : &none;
}

/* The copy of an argument that is of its own kind, or, with other, the one that tells more. */
static bool find_copy(const struct eu_args *args, unsigned arg, bool other, struct eu_copied *found)
{
	const char *at = args->copies, *bytes;
	size_t left = at ? args->copies_len : 0;
	struct eu_copy head;

	while (next_copy(&at, &left, &head, &bytes)) {
		bool same = head.kind == arg_of(args, arg)->kind;

		if (head.arg != arg || same == other)
			continue;
		*found = (struct eu_copied){bytes, head.len, head.kind, head.flags};
		return true;
	}
	return false;
}

/* What the call was given as length, or, behind a pointer, what the kernel made of it. */
static uint64_t count_of(const struct eu_args *args, const struct eu_syscall_arg *arg)
{
	const struct eu_syscall_arg *length;
	struct eu_copied behind;

	if (!arg->len_arg || arg->len_arg > args->call->n_args)
		return 0;
	length = &args->call->args[arg->len_arg - 1];
	if (length->kind != EU_ARG_NUM_OUT)
		return eu_low_bytes(args->raw[arg->len_arg - 1], length->bytes);
	if (!find_copy(args, arg->len_arg - 1, false, &behind))
		return 0;
	return eu_load(behind.bytes, behind.len < 4 ? behind.len : 4);
}

static bool is_buffer(enum eu_arg_kind kind)
{
	return kind == EU_ARG_BUF_IN || kind == EU_ARG_BUF_OUT || kind == EU_ARG_DIRENTS;
}

static bool is_option(enum eu_arg_kind kind)
{
	return kind == EU_ARG_OPTION_IN || kind == EU_ARG_OPTION_OUT;
}

/* How many bytes the program gave or got, and what is in them where they were copied. */
static void emit_buffer(struct eu_emit *out, const char *key, const struct eu_args *args,
			const struct eu_syscall_arg *arg, const struct eu_copied *copied)
{
	bool by_result = arg->kind == EU_ARG_BUF_OUT || arg->kind == EU_ARG_DIRENTS;
	uint64_t size = count_of(args, arg);

	if (by_result && args->result < (int64_t)size)
		size = args->result > 0 ? args->result : 0;
	out->ops->object_begin(out, key);
	out->ops->u64(out, "size", size);
	if (copied && arg->kind == EU_ARG_DIRENTS)
		eu_emit_dirents(out, "entries", arg->size, copied);
	else if (copied)
		out->ops->text(out, "bytes", copied->bytes, copied->len);
	out->ops->object_end(out);
}

/* An option of an int's size. */
static void emit_option_number(struct eu_emit *out, const char *key,
			       const struct eu_syscall_arg *arg, const struct eu_copied *copied)
{
	struct eu_meaning meaning = eu_meaning_of_target(arg);

	meaning.bytes = sizeof(int32_t);
	meaning.is_signed = true;
	eu_emit_number(out, key, &meaning, eu_load(copied->bytes, sizeof(int32_t)));
}

/* A socket's option: most are an int. */
static void emit_option(struct eu_emit *out, const char *key, const struct eu_args *args,
			unsigned i, const struct eu_copied *copied)
{
	const struct eu_syscall_arg *arg = arg_of(args, i);
	uint64_t size = count_of(args, arg);

	if (copied && size == sizeof(int32_t) && copied->len == sizeof(int32_t))
		emit_option_number(out, key, arg, copied);
	else if (copied || (size && size != sizeof(int32_t)))
		emit_buffer(out, key, args, arg, copied);
	else
		eu_emit_pointer(out, key, eu_low_bytes(args->raw[i], arg->bytes));
}

#ifndef PID_FS_MAGIC /* in headers since 6.9 */
#define PID_FS_MAGIC 0x50494446
#endif

/* As in /proc/PID/fd: "socket:[1234]", "anon_inode:[eventpoll]". */
static void emit_file_without_path(struct eu_emit *out, const struct eu_copied *copied)
{
	struct eu_copy_inode inode = {0};
	char text[64];

	if (copied->kind == EU_ARG_NUM)
		memcpy(&inode, copied->bytes,
		       copied->len < sizeof(inode) ? copied->len : sizeof(inode));
	if (copied->kind != EU_ARG_NUM)
		snprintf(text, sizeof(text), "anon_inode:%.*s",
			 (int)strnlen(copied->bytes, copied->len), copied->bytes);
	else if (inode.fs == PID_FS_MAGIC)
		snprintf(text, sizeof(text), "anon_inode:[pidfd]");
	else
		snprintf(text, sizeof(text), "%s:[%" PRIu64 "]",
			 inode.fs == SOCKFS_MAGIC ? "socket" : "pipe", (uint64_t)inode.number);
	eu_emit_string(out, "path", text);
}

/* What a descriptor is, where the kernel side looked: {"fd":3,"path":"/etc/hosts"}. */
static void emit_known_fd(struct eu_emit *out, const char *key, const struct eu_meaning *meaning,
			  uint64_t raw, const struct eu_copied *copied)
{
	out->ops->object_begin(out, key);
	eu_emit_number(out, "fd", meaning, raw);
	if (copied->kind == EU_ARG_NUM || copied->kind == EU_ARG_STR)
		emit_file_without_path(out, copied);
	else
		out->ops->text(out, "path", copied->bytes, strnlen(copied->bytes, copied->len));
	if (copied->flags & EU_COPY_RACY)
		out->ops->boolean(out, "shared", true);
	out->ops->object_end(out);
}

/* Of SOL_TCP and "sockopt", "sockopt_tcp". */
const struct eu_flagset *eu_args_names_of_level(enum eu_abi abi, const char *what,
						const char *level)
{
	const char *name = level ? strchr(level, '_') : NULL;
	char table[32] = "";
	size_t len = snprintf(table, sizeof(table), "%s", what);

	for (; name && *name && len < sizeof(table) - 1; name++)
		table[len++] = tolower((unsigned char)*name);
	return name ? eu_flagset_find_abi(abi, table) : NULL;
}

static const struct eu_flagset *options_of_level(enum eu_abi abi, uint32_t level)
{
	return eu_args_names_of_level(abi, "sockopt",
				      eu_flagset_name(eu_flagset_find("socket_level"), level));
}

static const struct eu_flagset *protocols_of(int family, const struct eu_flagset *internet)
{
	switch (family) {
	case AF_INET:
	case AF_INET6:
		return internet;
	case AF_NETLINK:
		return eu_flagset_find("netlink_protocol");
	case AF_PACKET:
		return eu_flagset_find("packet_protocol");
	}
	return NULL;
}

/* Two enumerations depend on another argument: a protocol on the family, an option on the level. */
const struct eu_flagset *eu_args_table(const struct eu_args *args, unsigned i)
{
	const struct eu_syscall_arg *arg = arg_of(args, i);
	const struct eu_flagset *table = arg->flags;
	int family = args->raw[0];

	if (!table || arg->kind != EU_ARG_ENUM)
		return table;
	if (!strcmp(table->name, "sockopt_socket"))
		return options_of_level(args->abi, args->raw[1]);
	if (strcmp(table->name, "socket_protocol"))
		return table;
	return protocols_of(family, table);
}

/* The upper half of a position, which is the next argument or the one before. */
static uint64_t high_of(const struct eu_args *args, unsigned low)
{
	bool next = low + 1 < args->call->n_args &&
		    args->call->args[low + 1].kind == EU_ARG_OFFSET_HIGH;

	return next ? args->raw[low + 1] : low ? args->raw[low - 1] : 0;
}

static void emit_value(struct eu_emit *out, const char *key, const struct eu_args *args, unsigned i)
{
	const struct eu_syscall_arg *arg = arg_of(args, i);
	struct eu_meaning meaning = {arg->kind, arg->bytes, arg->is_signed, eu_args_table(args, i)};
	uint64_t raw = args->raw[i];
	struct eu_copied copied;

	if (arg->kind == EU_ARG_OFFSET_LOW)
		out->ops->i64(out, key, eu_low_bytes(raw, 4) | high_of(args, i) << 32);
	else if ((arg->kind == EU_ARG_FD || arg->kind == EU_ARG_DIRFD) &&
		 find_copy(args, i, true, &copied))
		emit_known_fd(out, key, &meaning, raw, &copied);
	else
		eu_emit_number(out, key, &meaning, raw);
}

/* ---- what has several copies: see argkind.h ---- */

/* The copies of one argument, in order. */
struct cursor {
	const char *at;
	size_t left;
	unsigned arg;
};

static struct cursor copies_of(const struct eu_args *args, unsigned arg)
{
	return (struct cursor){args->copies, args->copies ? args->copies_len : 0, arg};
}

/* The next one if it is of this kind; others stay for who asks for them. */
static bool take_copy(struct cursor *cursor, unsigned kind, struct eu_copied *found)
{
	struct cursor next = *cursor;
	struct eu_copy head;
	const char *bytes;

	do {
		if (!next_copy(&next.at, &next.left, &head, &bytes))
			return false;
	} while (head.arg != cursor->arg);
	if (head.kind != kind)
		return false;
	*found = (struct eu_copied){bytes, head.len, head.kind, head.flags};
	*cursor = next;
	return true;
}

/* count is what the call was given: there may be more parts than were copied. */
static void emit_iovec(struct eu_emit *out, const char *key, const struct eu_args *args,
		       const struct eu_copied *iovec, uint64_t count, struct cursor *cursor)
{
	bool filled = iovec->kind == EU_ARG_IOVEC_OUT;
	size_t word = args->abi == EU_ABI_I386 ? 4 : 8;
	uint64_t size = 0;
	struct eu_copied first;

	out->ops->object_begin(out, key);
	out->ops->u64(out, "count", count);
	out->ops->array_begin(out, "parts");
	for (size_t at = 0; at + 2 * word <= iovec->len; at += 2 * word) {
		uint64_t part = eu_load(iovec->bytes + at + word, word);

		size += part;
		out->ops->u64(out, NULL, part);
	}
	out->ops->array_end(out);
	if (!(iovec->flags & EU_COPY_TRUNCATED))
		out->ops->u64(out, "size", size);
	if (take_copy(cursor, filled ? EU_ARG_BUF_OUT : EU_ARG_BUF_IN, &first))
		out->ops->text(out, "bytes", first.bytes, first.len);
	out->ops->object_end(out);
}

/* A message whose address, iovec and control messages have copies of their own; what has none is
 * shown as a pointer. */
static void emit_message(struct eu_emit *out, const char *key, const struct eu_args *args,
			 const struct eu_struct *layout, const char *bytes, struct cursor *cursor)
{
	struct eu_copied name = {0}, iovec = {0}, control = {0};
	bool controlled = take_copy(cursor, EU_ARG_CONTROL, &control);
	bool named = take_copy(cursor, EU_ARG_SOCKADDR_IN, &name) && name.len;
	bool parted = take_copy(cursor, EU_ARG_IOVEC_IN, &iovec) ||
		      take_copy(cursor, EU_ARG_IOVEC_OUT, &iovec);
	uint64_t count = 0;

	for (unsigned i = 0; i < layout->n_fields; i++)
		if (!strcmp(layout->fields[i].name, "msg_iovlen"))
			count = eu_load(bytes + layout->fields[i].offset, layout->fields[i].size);
	out->ops->object_begin(out, key);
	for (unsigned i = 0; i < layout->n_fields; i++) {
		const struct eu_struct_field *field = &layout->fields[i];

		if (named && !strcmp(field->name, "msg_name"))
			eu_emit_sockaddr(out, field->name, name.bytes, name.len);
		else if (parted && !strcmp(field->name, "msg_iov"))
			emit_iovec(out, field->name, args, &iovec, count, cursor);
		else if (controlled && !strcmp(field->name, "msg_control"))
			eu_emit_control(out, field->name, args->abi, &control);
		else
			eu_emit_member(out, field, bytes + field->offset);
	}
	out->ops->object_end(out);
}

/* struct mmsghdr: the message, then its length. */
static void emit_messages(struct eu_emit *out, const char *key, const struct eu_args *args,
			  const struct eu_struct *layout, const struct eu_copied *all,
			  struct cursor *cursor)
{
	const struct eu_struct_field *inner = &layout->fields[0];

	out->ops->array_begin(out, key);
	for (size_t at = 0; at + layout->size <= all->len; at += layout->size) {
		out->ops->object_begin(out, NULL);
		emit_message(out, inner->name, args, inner->layout,
			     all->bytes + at + inner->offset, cursor);
		for (unsigned i = 1; i < layout->n_fields; i++)
			eu_emit_member(out, &layout->fields[i],
				    all->bytes + at + layout->fields[i].offset);
		out->ops->object_end(out);
	}
	out->ops->array_end(out);
}

/* struct sock_filter, include/uapi/linux/filter.h. */
static void emit_instructions(struct eu_emit *out, const char *key, const struct eu_copied *all)
{
	out->ops->array_begin(out, key);
	for (size_t at = 0; at + 8 <= all->len; at += 8) {
		out->ops->object_begin(out, NULL);
		eu_emit_based(out, "code", eu_load(all->bytes + at, 2), 4);
		out->ops->u64(out, "jt", eu_load(all->bytes + at + 2, 1));
		out->ops->u64(out, "jf", eu_load(all->bytes + at + 3, 1));
		eu_emit_based(out, "k", eu_load(all->bytes + at + 4, 4), 4);
		out->ops->object_end(out);
	}
	out->ops->array_end(out);
}

static void emit_filter(struct eu_emit *out, const char *key, const struct eu_copied *head,
			struct cursor *cursor)
{
	struct eu_copied program;

	out->ops->object_begin(out, key);
	out->ops->u64(out, "len", eu_load(head->bytes, 2));
	if (take_copy(cursor, EU_ARG_VECTOR_IN, &program) && program.len)
		emit_instructions(out, "filter", &program);
	out->ops->object_end(out);
}

/* The call that socketcall(2) stands for has its copies behind that of its arguments. */
static bool emit_inner_call(struct eu_emit *out, const char *key, const struct eu_args *args)
{
	struct cursor cursor = copies_of(args, 1);
	struct eu_args inner = {.abi = args->abi, .result = args->result};
	struct eu_copied words;
	unsigned n;

	inner.call = eu_syscall_of_socketcall(args->raw[0], &n);
	if (!inner.call || !take_copy(&cursor, EU_ARG_SOCKETCALL, &words) ||
	    words.len < sizeof(inner.raw))
		return false;
	memcpy(inner.raw, words.bytes, sizeof(inner.raw));
	inner.copies = cursor.at;
	inner.copies_len = cursor.left;
	out->ops->object_begin(out, key);
	for (unsigned i = 0; i < n; i++)
		eu_args_emit_one(out, arg_of(&inner, i)->name, &inner, i);
	out->ops->object_end(out);
	return true;
}

static bool has_parts(enum eu_arg_kind kind)
{
	return kind >= EU_ARG_IOVEC_IN && kind <= EU_ARG_SOCKETCALL && kind != EU_ARG_FDSET;
}

static bool emit_parts(struct eu_emit *out, const char *key, const struct eu_args *args, unsigned i)
{
	const struct eu_syscall_arg *arg = arg_of(args, i);
	struct cursor cursor = copies_of(args, i);
	struct eu_copied own;

	if (arg->kind == EU_ARG_SOCKETCALL)
		return emit_inner_call(out, key, args);
	if (!take_copy(&cursor, arg->kind, &own) || own.len < (arg->layout ? arg->layout->size : 0))
		return false;
	switch (arg->kind) {
	case EU_ARG_IOVEC_IN:
	case EU_ARG_IOVEC_OUT:
		emit_iovec(out, key, args, &own, count_of(args, arg), &cursor);
		return true;
	case EU_ARG_MSGHDR_IN:
	case EU_ARG_MSGHDR_OUT:
		emit_message(out, key, args, arg->layout, own.bytes, &cursor);
		return true;
	case EU_ARG_MMSGHDR_IN:
	case EU_ARG_MMSGHDR_OUT:
		emit_messages(out, key, args, arg->layout, &own, &cursor);
		return true;
	case EU_ARG_FILTER:
		emit_filter(out, key, &own, &cursor);
		return true;
	default:
		return false;
	}
}

/* The copy of an argument as far as it means something. It does not where it could not be read, nor
 * where the call says how much room it would have needed and filled none; and a call that failed
 * has filled nothing. */
static bool find_meant(const struct eu_args *args, unsigned i, struct eu_copied *found)
{
	const struct eu_syscall_arg *arg = arg_of(args, i);

	if (!find_copy(args, i, false, found) || (!found->len && found->flags & EU_COPY_FAULTED))
		return false;
	if (arg->kind == EU_ARG_TEXT_OUT && args->result > (int64_t)count_of(args, arg))
		return false;
	if (arg->kind == EU_ARG_STRUCT_INOUT && args->result < 0 && found->len > arg->layout->given)
		found->len = arg->layout->given;
	return true;
}

static void emit_address(struct eu_emit *out, const char *key, const struct eu_args *args,
			 unsigned i)
{
	const struct eu_syscall_arg *arg = arg_of(args, i);
	uint64_t address = eu_low_bytes(args->raw[i], arg->bytes);
	struct eu_copied copied;
	bool found = find_meant(args, i, &copied);

	if (arg->kind == EU_ARG_PTR)
		eu_emit_pointer_or_name(out, key, arg->flags, address);
	else if (!address)
		out->ops->null(out, key);
	else if (is_buffer(arg->kind))
		emit_buffer(out, key, args, arg, found ? &copied : NULL);
	else if (is_option(arg->kind))
		emit_option(out, key, args, i, found ? &copied : NULL);
	else if (found && !has_parts(arg->kind))
		eu_emit_copied(out, key, arg, &copied);
	else if (found && emit_parts(out, key, args, i))
		return;
	else if ((arg->kind == EU_ARG_VECTOR_OUT || arg->kind == EU_ARG_NUMS_OUT) && !args->result)
		eu_emit_copied(out, key, arg, &(struct eu_copied){0});
	else
		eu_emit_pointer(out, key, address);
}

void eu_args_emit_one(struct eu_emit *out, const char *key, const struct eu_args *args, unsigned i)
{
	if (arg_of(args, i)->kind < EU_ARG_PTR)
		emit_value(out, key, args, i);
	else
		emit_address(out, key, args, i);
}

void eu_args_emit(struct eu_emit *out, const struct eu_args *args)
{
	for (unsigned i = 0; i < args->call->n_args; i++) {
		const struct eu_syscall_arg *arg = arg_of(args, i);

		if (arg->kind != EU_ARG_OFFSET_HIGH && arg->kind != EU_ARG_NONE)
			eu_args_emit_one(out, arg->name, args, i);
	}
}

/* ---- what is not whole ---- */

/* How much of a buffer is copied was asked for, and its size says the rest. Copies behind those of
 * socketcall(2) belong to its arguments. */
static unsigned state_of(const struct eu_args *args, unsigned arg)
{
	const char *at = args->copies, *bytes;
	size_t left = at ? args->copies_len : 0;
	struct eu_copy head;
	unsigned state = 0;
	bool inner = false;

	while (next_copy(&at, &left, &head, &bytes)) {
		inner |= head.kind == EU_ARG_SOCKETCALL;
		if ((inner ? 1 : head.arg) != arg)
			continue;
		if (head.kind == EU_ARG_BUF_IN || head.kind == EU_ARG_BUF_OUT || is_option(head.kind))
			head.flags &= ~EU_COPY_TRUNCATED;
		state |= head.flags & (EU_COPY_TRUNCATED | EU_COPY_FAULTED);
	}
	return state;
}

unsigned eu_copies_flags(const char *copies, size_t len)
{
	struct eu_copy head;
	const char *bytes;
	unsigned flags = 0;

	while (next_copy(&copies, &len, &head, &bytes))
		flags |= head.flags;
	return flags & (EU_COPY_TRUNCATED | EU_COPY_FAULTED);
}

bool eu_args_has_state(const struct eu_args *args)
{
	for (unsigned i = 0; i < args->call->n_args; i++)
		if (state_of(args, i))
			return true;
	return false;
}

void eu_args_emit_state(struct eu_emit *out, const struct eu_args *args)
{
	for (unsigned i = 0; i < args->call->n_args; i++) {
		unsigned state = state_of(args, i);

		if (!state)
			continue;
		out->ops->array_begin(out, arg_of(args, i)->name);
		if (state & EU_COPY_TRUNCATED)
			eu_emit_string(out, NULL, "truncated");
		if (state & EU_COPY_FAULTED)
			eu_emit_string(out, NULL, "unreadable");
		out->ops->array_end(out);
	}
}
