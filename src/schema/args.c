/* SPDX-License-Identifier: Apache-2.0 */
#include <arpa/inet.h>
#include <inttypes.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/sysmacros.h>
#include <sys/un.h>

#include <linux/magic.h>
#include <linux/netlink.h>

#include "args.h"
#include "names.h"

/* Bytes that were copied for an argument, checked to lie inside the record. */
struct copied {
	const char *bytes;
	size_t len;
	uint8_t kind, flags;
};

/* What a number means apart from its bits: the same for arguments and members of structs. */
struct meaning {
	enum eu_arg_kind kind;
	unsigned bytes;
	bool is_signed;
	const struct eu_flagset *flags;
};

static uint64_t low_bytes(uint64_t value, unsigned bytes)
{
	return bytes && bytes < 8 ? value & ((1ULL << 8 * bytes) - 1) : value;
}

static int64_t signed_bytes(uint64_t value, unsigned bytes)
{
	unsigned unused = bytes && bytes < 8 ? 64 - 8 * bytes : 0;

	return (int64_t)(value << unused) >> unused;
}

static void emit_string(struct eu_emit *out, const char *key, const char *text)
{
	out->ops->text(out, key, text, strlen(text));
}

static void emit_pointer(struct eu_emit *out, const char *key, uint64_t address)
{
	if (address)
		eu_emit_based(out, key, address, 4);
	else
		out->ops->null(out, key);
}

static void emit_device(struct eu_emit *out, const char *key, uint64_t device)
{
	char text[32];

	snprintf(text, sizeof(text), "%u:%u", gnu_dev_major(device), gnu_dev_minor(device));
	emit_string(out, key, text);
}

/* Real-time signals are counted from the kernel's first one, 32, which is not the C library's. */
static void emit_signal(struct eu_emit *out, const char *key, uint64_t number)
{
	const char *name = eu_name_signal(number);
	char text[16];

	if (!name && number >= 32 && number <= 64) {
		snprintf(text, sizeof(text), "SIGRT_%u", (unsigned)number - 32);
		name = text;
	}
	if (name)
		emit_string(out, key, name);
	else
		out->ops->i64(out, key, signed_bytes(number, 4));
}

static void emit_id(struct eu_emit *out, const char *key, uint64_t id, unsigned bytes)
{
	if (id == low_bytes(~0ULL, bytes))
		out->ops->i64(out, key, -1);
	else
		out->ops->u64(out, key, id);
}

static void emit_fd(struct eu_emit *out, const char *key, uint64_t value, bool is_directory)
{
	int fd = (int)value;

	if (is_directory && fd == -100) /* include/uapi/linux/fcntl.h */
		emit_string(out, key, "AT_FDCWD");
	else
		out->ops->i64(out, key, fd);
}

static void emit_number(struct eu_emit *out, const char *key, const struct meaning *meaning,
			uint64_t raw)
{
	uint64_t value = low_bytes(raw, meaning->bytes);

	switch (meaning->kind) {
	case EU_ARG_FLAGS:
		eu_emit_flags(out, key, meaning->flags, value);
		break;
	case EU_ARG_ENUM:
		eu_emit_enum(out, key, meaning->flags, value);
		break;
	case EU_ARG_MODE:
		eu_emit_based(out, key, value, 3);
		break;
	case EU_ARG_DEV:
		emit_device(out, key, value);
		break;
	case EU_ARG_FD:
	case EU_ARG_DIRFD:
		emit_fd(out, key, value, meaning->kind == EU_ARG_DIRFD);
		break;
	case EU_ARG_UID:
	case EU_ARG_GID:
		emit_id(out, key, value, meaning->bytes);
		break;
	case EU_ARG_SIGNAL:
		emit_signal(out, key, value);
		break;
	default:
		if (meaning->is_signed)
			out->ops->i64(out, key, signed_bytes(value, meaning->bytes));
		else
			out->ops->u64(out, key, value);
	}
}

/* ---- what pointers point to ---- */

static uint64_t load(const char *bytes, size_t len)
{
	uint64_t value = 0;

	memcpy(&value, bytes, len < sizeof(value) ? len : sizeof(value));
	return value;
}

static void emit_inet(struct eu_emit *out, int family, const void *address, uint16_t port)
{
	char text[INET6_ADDRSTRLEN];

	if (!inet_ntop(family, address, text, sizeof(text)))
		return;
	emit_string(out, "address", text);
	out->ops->u64(out, "port", ntohs(port));
}

/* An abstract name begins with a NUL, which is shown as "@", and reaches to the end. */
static void emit_unix_path(struct eu_emit *out, const char *path, size_t len)
{
	char text[sizeof(((struct sockaddr_un *)0)->sun_path)];

	if (len > sizeof(text))
		len = sizeof(text);
	memcpy(text, path, len);
	if (len && !text[0])
		text[0] = '@';
	else
		len = strnlen(text, len);
	out->ops->text(out, "path", text, len);
}

static void emit_sockaddr(struct eu_emit *out, const char *key, const char *bytes, size_t len)
{
	union {
		struct sockaddr_in in;
		struct sockaddr_in6 in6;
		struct sockaddr_nl nl;
	} address = {0};
	uint64_t family = load(bytes, len < 2 ? len : 2);

	memcpy(&address, bytes, len < sizeof(address) ? len : sizeof(address));
	out->ops->object_begin(out, key);
	if (len >= 2)
		eu_emit_enum(out, "family", eu_flagset_find("socket_family"), family);
	if (family == AF_INET && len >= sizeof(address.in))
		emit_inet(out, AF_INET, &address.in.sin_addr, address.in.sin_port);
	else if (family == AF_INET6 && len >= offsetof(struct sockaddr_in6, sin6_scope_id))
		emit_inet(out, AF_INET6, &address.in6.sin6_addr, address.in6.sin6_port);
	else if (family == AF_UNIX && len >= 2)
		emit_unix_path(out, bytes + 2, len - 2);
	else if (family == AF_NETLINK && len >= sizeof(address.nl))
		out->ops->u64(out, "pid", address.nl.nl_pid);
	out->ops->object_end(out);
}

static void emit_signals(struct eu_emit *out, const char *key, uint64_t mask)
{
	out->set = true;
	out->ops->array_begin(out, key);
	for (unsigned bit = 0; bit < 64; bit++)
		if (mask >> bit & 1)
			emit_signal(out, NULL, bit + 1);
	out->ops->array_end(out);
}

/* Libraries block everything for a moment, often: that is told by what is left out. */
static void emit_sigset(struct eu_emit *out, const char *key, const char *bytes, size_t len)
{
	uint64_t mask = load(bytes, len);

	if (__builtin_popcountll(mask) <= 32) {
		emit_signals(out, key, mask);
		return;
	}
	out->ops->object_begin(out, key);
	emit_signals(out, "all_but", ~mask);
	out->ops->object_end(out);
}

static void emit_struct(struct eu_emit *out, const char *key, const struct eu_struct *layout,
			const char *bytes, size_t len);

static void emit_member(struct eu_emit *out, const struct eu_struct_field *field, const char *bytes)
{
	struct meaning meaning = {field->kind, field->size, field->is_signed, field->flags};

	switch (field->kind) {
	case EU_ARG_STRUCT_IN:
		emit_struct(out, field->name, field->layout, bytes, field->size);
		break;
	case EU_ARG_STR:
		out->ops->text(out, field->name, bytes, strnlen(bytes, field->size));
		break;
	case EU_ARG_PTR:
		emit_pointer(out, field->name, load(bytes, field->size));
		break;
	case EU_ARG_SIGSET:
		emit_sigset(out, field->name, bytes, field->size);
		break;
	default:
		emit_number(out, field->name, &meaning, load(bytes, field->size));
	}
}

/* Members behind len are left out: an older program's struct is shorter. */
static void emit_struct(struct eu_emit *out, const char *key, const struct eu_struct *layout,
			const char *bytes, size_t len)
{
	out->ops->object_begin(out, key);
	for (unsigned i = 0; i < layout->n_fields; i++) {
		const struct eu_struct_field *field = &layout->fields[i];

		if ((size_t)field->offset + field->size <= len)
			emit_member(out, field, bytes + field->offset);
	}
	out->ops->object_end(out);
}

static void emit_vector(struct eu_emit *out, const char *key, const struct eu_struct *layout,
			const struct copied *copied)
{
	out->ops->array_begin(out, key);
	for (size_t at = 0; at + layout->size <= copied->len; at += layout->size)
		emit_struct(out, NULL, layout, copied->bytes + at, layout->size);
	out->ops->array_end(out);
}

static void emit_strings(struct eu_emit *out, const char *key, const struct copied *copied)
{
	const char *text = copied->bytes, *end = text + copied->len;

	out->ops->array_begin(out, key);
	while (text < end) {
		size_t len = strnlen(text, end - text);

		out->ops->text(out, NULL, text, len);
		text += len + 1;
	}
	out->ops->array_end(out);
}

static void emit_fd_pair(struct eu_emit *out, const char *key, const struct copied *copied)
{
	out->ops->array_begin(out, key);
	for (size_t at = 0; at + 4 <= copied->len && at < 8; at += 4)
		out->ops->i64(out, NULL, (int32_t)load(copied->bytes + at, 4));
	out->ops->array_end(out);
}

/* The descriptors in a set. */
static void emit_fd_set(struct eu_emit *out, const char *key, const struct copied *copied)
{
	out->ops->array_begin(out, key);
	for (size_t fd = 0; fd < 8 * copied->len; fd++)
		if (copied->bytes[fd / 8] >> (fd % 8) & 1)
			out->ops->u64(out, NULL, fd);
	out->ops->array_end(out);
}

/* ---- arguments ---- */

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

/* What an argument is may depend on another one. */
static const struct eu_syscall_arg *arg_of(const struct eu_args *args, unsigned i)
{
	return eu_syscall_arg_now(args->abi, args->call, i, args->raw);
}

/* The copy of an argument that is of its own kind, or, with other, the one that tells more. */
static bool find_copy(const struct eu_args *args, unsigned arg, bool other, struct copied *found)
{
	const char *at = args->copies, *bytes;
	size_t left = at ? args->copies_len : 0;
	struct eu_copy head;

	while (next_copy(&at, &left, &head, &bytes)) {
		bool same = head.kind == arg_of(args, arg)->kind;

		if (head.arg != arg || same == other)
			continue;
		*found = (struct copied){bytes, head.len, head.kind, head.flags};
		return true;
	}
	return false;
}

static uint64_t count_of(const struct eu_args *args, const struct eu_syscall_arg *arg)
{
	const struct eu_syscall_arg *length;

	if (!arg->len_arg || arg->len_arg > args->call->n_args)
		return 0;
	length = &args->call->args[arg->len_arg - 1];
	return low_bytes(args->raw[arg->len_arg - 1], length->bytes);
}

static uint64_t length_of(const struct eu_args *args, const struct eu_syscall_arg *arg)
{
	return count_of(args, arg) * (arg->size ? arg->size : 1);
}

/* How many bytes the program gave or got, and the first of them where they were copied. */
static void emit_buffer(struct eu_emit *out, const char *key, const struct eu_args *args,
			const struct eu_syscall_arg *arg, const struct copied *copied)
{
	uint64_t size = length_of(args, arg);

	if (arg->kind == EU_ARG_BUF_OUT && args->result < (int64_t)size)
		size = args->result > 0 ? args->result : 0;
	out->ops->object_begin(out, key);
	out->ops->u64(out, "size", size);
	if (copied)
		out->ops->text(out, "bytes", copied->bytes, copied->len);
	out->ops->object_end(out);
}

static void emit_copied(struct eu_emit *out, const char *key, const struct eu_syscall_arg *arg,
			const struct copied *copied)
{
	struct meaning target = {EU_ARG_NUM, arg->size, arg->is_signed, NULL};

	switch (arg->kind) {
	case EU_ARG_PATH:
	case EU_ARG_STR:
		out->ops->text(out, key, copied->bytes, strnlen(copied->bytes, copied->len));
		break;
	case EU_ARG_STRV:
		emit_strings(out, key, copied);
		break;
	case EU_ARG_SOCKADDR_IN:
	case EU_ARG_SOCKADDR_OUT:
		emit_sockaddr(out, key, copied->bytes, copied->len);
		break;
	case EU_ARG_STRUCT_IN:
	case EU_ARG_STRUCT_OUT:
		emit_struct(out, key, arg->layout, copied->bytes, copied->len);
		break;
	case EU_ARG_VECTOR_IN:
	case EU_ARG_VECTOR_OUT:
		emit_vector(out, key, arg->layout, copied);
		break;
	case EU_ARG_FDPAIR:
		emit_fd_pair(out, key, copied);
		break;
	case EU_ARG_FDSET:
		emit_fd_set(out, key, copied);
		break;
	case EU_ARG_SIGSET:
	case EU_ARG_SIGSET_OUT:
		emit_sigset(out, key, copied->bytes, copied->len);
		break;
	default:
		emit_number(out, key, &target, load(copied->bytes, copied->len));
	}
}

/* As in /proc/PID/fd: "socket:[1234]", "anon_inode:[eventpoll]". */
static void emit_file_without_path(struct eu_emit *out, const struct copied *copied)
{
	struct eu_copy_inode inode = {0};
	char text[64];

	if (copied->kind == EU_ARG_NUM) {
		memcpy(&inode, copied->bytes,
		       copied->len < sizeof(inode) ? copied->len : sizeof(inode));
		snprintf(text, sizeof(text), "%s:[%" PRIu64 "]",
			 inode.fs == SOCKFS_MAGIC ? "socket" : "pipe", (uint64_t)inode.number);
	} else {
		snprintf(text, sizeof(text), "anon_inode:%.*s",
			 (int)strnlen(copied->bytes, copied->len), copied->bytes);
	}
	emit_string(out, "path", text);
}

/* What a descriptor is, where the kernel side looked: {"fd":3,"path":"/etc/hosts"}. */
static void emit_known_fd(struct eu_emit *out, const char *key, const struct meaning *meaning,
			  uint64_t raw, const struct copied *copied)
{
	out->ops->object_begin(out, key);
	emit_number(out, "fd", meaning, raw);
	if (copied->kind == EU_ARG_NUM || copied->kind == EU_ARG_STR)
		emit_file_without_path(out, copied);
	else
		out->ops->text(out, "path", copied->bytes, strnlen(copied->bytes, copied->len));
	if (copied->flags & EU_COPY_RACY)
		out->ops->boolean(out, "shared", true);
	out->ops->object_end(out);
}

/* include/linux/socket.h, include/uapi/linux/in.h */
static const char *options_of_level(int level)
{
	switch (level) {
	case 0:
		return "sockopt_ip";
	case 1:
		return "sockopt_socket";
	case 6:
		return "sockopt_tcp";
	case 41:
		return "sockopt_ipv6";
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
		return eu_flagset_find_abi(args->abi, options_of_level(args->raw[1]));
	if (strcmp(table->name, "socket_protocol") || family == AF_INET || family == AF_INET6)
		return table;
	return family == AF_NETLINK ? eu_flagset_find("netlink_protocol") : NULL;
}

static void emit_value(struct eu_emit *out, const char *key, const struct eu_args *args, unsigned i)
{
	const struct eu_syscall_arg *arg = arg_of(args, i);
	struct meaning meaning = {arg->kind, arg->bytes, arg->is_signed, eu_args_table(args, i)};
	uint64_t raw = args->raw[i];
	struct copied copied;

	if (arg->kind == EU_ARG_OFFSET_LOW && i + 1 < args->call->n_args)
		out->ops->i64(out, key, low_bytes(raw, 4) | args->raw[i + 1] << 32);
	else if ((arg->kind == EU_ARG_FD || arg->kind == EU_ARG_DIRFD) &&
		 find_copy(args, i, true, &copied))
		emit_known_fd(out, key, &meaning, raw, &copied);
	else
		emit_number(out, key, &meaning, raw);
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
static bool take_copy(struct cursor *cursor, unsigned kind, struct copied *found)
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
	*found = (struct copied){bytes, head.len, head.kind, head.flags};
	*cursor = next;
	return true;
}

/* count is what the call was given: there may be more parts than were copied. */
static void emit_iovec(struct eu_emit *out, const char *key, const struct eu_args *args,
		       const struct copied *iovec, uint64_t count, struct cursor *cursor)
{
	bool filled = iovec->kind == EU_ARG_IOVEC_OUT;
	size_t word = args->abi == EU_ABI_I386 ? 4 : 8;
	uint64_t size = 0;
	struct copied first;

	out->ops->object_begin(out, key);
	out->ops->u64(out, "count", count);
	out->ops->array_begin(out, "parts");
	for (size_t at = 0; at + 2 * word <= iovec->len; at += 2 * word) {
		uint64_t part = load(iovec->bytes + at + word, word);

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

/* A message whose address and iovec have copies of their own; others are shown as pointers. */
static void emit_message(struct eu_emit *out, const char *key, const struct eu_args *args,
			 const struct eu_struct *layout, const char *bytes, struct cursor *cursor)
{
	struct copied name = {0}, iovec = {0};
	bool named = take_copy(cursor, EU_ARG_SOCKADDR_IN, &name) && name.len;
	bool parted = take_copy(cursor, EU_ARG_IOVEC_IN, &iovec) ||
		      take_copy(cursor, EU_ARG_IOVEC_OUT, &iovec);
	uint64_t count = 0;

	for (unsigned i = 0; i < layout->n_fields; i++)
		if (!strcmp(layout->fields[i].name, "msg_iovlen"))
			count = load(bytes + layout->fields[i].offset, layout->fields[i].size);
	out->ops->object_begin(out, key);
	for (unsigned i = 0; i < layout->n_fields; i++) {
		const struct eu_struct_field *field = &layout->fields[i];

		if (named && !strcmp(field->name, "msg_name"))
			emit_sockaddr(out, field->name, name.bytes, name.len);
		else if (parted && !strcmp(field->name, "msg_iov"))
			emit_iovec(out, field->name, args, &iovec, count, cursor);
		else
			emit_member(out, field, bytes + field->offset);
	}
	out->ops->object_end(out);
}

/* struct mmsghdr: the message, then its length. */
static void emit_messages(struct eu_emit *out, const char *key, const struct eu_args *args,
			  const struct eu_struct *layout, const struct copied *all,
			  struct cursor *cursor)
{
	const struct eu_struct_field *inner = &layout->fields[0];

	out->ops->array_begin(out, key);
	for (size_t at = 0; at + layout->size <= all->len; at += layout->size) {
		out->ops->object_begin(out, NULL);
		emit_message(out, inner->name, args, inner->layout,
			     all->bytes + at + inner->offset, cursor);
		for (unsigned i = 1; i < layout->n_fields; i++)
			emit_member(out, &layout->fields[i],
				    all->bytes + at + layout->fields[i].offset);
		out->ops->object_end(out);
	}
	out->ops->array_end(out);
}

/* struct sock_filter, include/uapi/linux/filter.h. */
static void emit_instructions(struct eu_emit *out, const char *key, const struct copied *all)
{
	out->ops->array_begin(out, key);
	for (size_t at = 0; at + 8 <= all->len; at += 8) {
		out->ops->object_begin(out, NULL);
		eu_emit_based(out, "code", load(all->bytes + at, 2), 4);
		out->ops->u64(out, "jt", load(all->bytes + at + 2, 1));
		out->ops->u64(out, "jf", load(all->bytes + at + 3, 1));
		eu_emit_based(out, "k", load(all->bytes + at + 4, 4), 4);
		out->ops->object_end(out);
	}
	out->ops->array_end(out);
}

static void emit_filter(struct eu_emit *out, const char *key, const struct copied *head,
			struct cursor *cursor)
{
	struct copied program;

	out->ops->object_begin(out, key);
	out->ops->u64(out, "len", load(head->bytes, 2));
	if (take_copy(cursor, EU_ARG_VECTOR_IN, &program) && program.len)
		emit_instructions(out, "filter", &program);
	out->ops->object_end(out);
}

/* The call that socketcall(2) stands for has its copies behind that of its arguments. */
static bool emit_inner_call(struct eu_emit *out, const char *key, const struct eu_args *args)
{
	struct cursor cursor = copies_of(args, 1);
	struct eu_args inner = {.abi = args->abi, .result = args->result};
	struct copied words;
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
		eu_args_emit_one(out, inner.call->args[i].name, &inner, i);
	out->ops->object_end(out);
	return true;
}

static bool has_parts(enum eu_arg_kind kind)
{
	return kind >= EU_ARG_IOVEC_IN && kind != EU_ARG_FDSET;
}

static bool emit_parts(struct eu_emit *out, const char *key, const struct eu_args *args, unsigned i)
{
	const struct eu_syscall_arg *arg = arg_of(args, i);
	struct cursor cursor = copies_of(args, i);
	struct copied own;

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

static void emit_address(struct eu_emit *out, const char *key, const struct eu_args *args,
			 unsigned i)
{
	const struct eu_syscall_arg *arg = arg_of(args, i);
	uint64_t address = low_bytes(args->raw[i], arg->bytes);
	bool is_buffer = arg->kind == EU_ARG_BUF_IN || arg->kind == EU_ARG_BUF_OUT;
	struct copied copied;
	bool found = find_copy(args, i, false, &copied);

	if (found && !copied.len && copied.flags & EU_COPY_FAULTED)
		found = false;
	if (!address)
		out->ops->null(out, key);
	else if (is_buffer)
		emit_buffer(out, key, args, arg, found ? &copied : NULL);
	else if (found && !has_parts(arg->kind))
		emit_copied(out, key, arg, &copied);
	else if (found && emit_parts(out, key, args, i))
		return;
	else if (arg->kind == EU_ARG_VECTOR_OUT && !args->result)
		emit_vector(out, key, arg->layout, &(struct copied){0});
	else
		emit_pointer(out, key, address);
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
	for (unsigned i = 0; i < args->call->n_args; i++)
		if (args->call->args[i].kind != EU_ARG_OFFSET_HIGH)
			eu_args_emit_one(out, args->call->args[i].name, args, i);
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
		if (head.kind == EU_ARG_BUF_IN || head.kind == EU_ARG_BUF_OUT)
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
		out->ops->array_begin(out, args->call->args[i].name);
		if (state & EU_COPY_TRUNCATED)
			emit_string(out, NULL, "truncated");
		if (state & EU_COPY_FAULTED)
			emit_string(out, NULL, "unreadable");
		out->ops->array_end(out);
	}
}
