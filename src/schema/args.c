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

/* The copy of an argument that is of its own kind, or, with other, the one that tells more. */
static bool find_copy(const struct eu_args *args, unsigned arg, bool other, struct copied *found)
{
	const char *at = args->copies, *bytes;
	size_t left = at ? args->copies_len : 0;
	struct eu_copy head;

	while (next_copy(&at, &left, &head, &bytes)) {
		bool same = head.kind == args->call->args[arg].kind;

		if (head.arg != arg || same == other)
			continue;
		*found = (struct copied){bytes, head.len, head.kind, head.flags};
		return true;
	}
	return false;
}

static uint64_t length_of(const struct eu_args *args, const struct eu_syscall_arg *arg)
{
	const struct eu_syscall_arg *length;

	if (!arg->len_arg || arg->len_arg > args->call->n_args)
		return 0;
	length = &args->call->args[arg->len_arg - 1];
	return low_bytes(args->raw[arg->len_arg - 1], length->bytes) * (arg->size ? arg->size : 1);
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
	const struct eu_flagset *table = args->call->args[i].flags;
	int family = args->raw[0];

	if (!table || args->call->args[i].kind != EU_ARG_ENUM)
		return table;
	if (!strcmp(table->name, "sockopt_socket"))
		return eu_flagset_find_abi(args->abi, options_of_level(args->raw[1]));
	if (strcmp(table->name, "socket_protocol") || family == AF_INET || family == AF_INET6)
		return table;
	return family == AF_NETLINK ? eu_flagset_find("netlink_protocol") : NULL;
}

static void emit_value(struct eu_emit *out, const char *key, const struct eu_args *args, unsigned i)
{
	const struct eu_syscall_arg *arg = &args->call->args[i];
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

static void emit_address(struct eu_emit *out, const char *key, const struct eu_args *args,
			 unsigned i)
{
	const struct eu_syscall_arg *arg = &args->call->args[i];
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
	else if (found)
		emit_copied(out, key, arg, &copied);
	else
		emit_pointer(out, key, address);
}

void eu_args_emit_one(struct eu_emit *out, const char *key, const struct eu_args *args, unsigned i)
{
	if (args->call->args[i].kind < EU_ARG_PTR)
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

/* How much of a buffer is copied was asked for, and its size says the rest. */
static unsigned state_of(const struct eu_args *args, const struct eu_copy *copy)
{
	const struct eu_syscall_arg *arg;

	if (copy->arg >= args->call->n_args)
		return 0;
	arg = &args->call->args[copy->arg];
	if (arg->kind == EU_ARG_BUF_IN || arg->kind == EU_ARG_BUF_OUT)
		return copy->flags & EU_COPY_FAULTED;
	return copy->flags & (EU_COPY_TRUNCATED | EU_COPY_FAULTED);
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
	const char *at = args->copies, *bytes;
	size_t left = at ? args->copies_len : 0;
	struct eu_copy head;

	while (next_copy(&at, &left, &head, &bytes))
		if (state_of(args, &head))
			return true;
	return false;
}

void eu_args_emit_state(struct eu_emit *out, const struct eu_args *args)
{
	const char *at = args->copies, *bytes;
	size_t left = at ? args->copies_len : 0;
	struct eu_copy head;

	while (next_copy(&at, &left, &head, &bytes)) {
		unsigned state = state_of(args, &head);

		if (!state)
			continue;
		out->ops->array_begin(out, args->call->args[head.arg].name);
		if (state & EU_COPY_TRUNCATED)
			emit_string(out, NULL, "truncated");
		if (state & EU_COPY_FAULTED)
			emit_string(out, NULL, "unreadable");
		out->ops->array_end(out);
	}
}
