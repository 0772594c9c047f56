/* SPDX-License-Identifier: Apache-2.0 */
#include <arpa/inet.h>
#include <endian.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/sysmacros.h>
#include <sys/un.h>

#include "names.h"
#include "pointed.h"

static int64_t signed_bytes(uint64_t value, unsigned bytes)
{
	unsigned unused = bytes && bytes < 8 ? 64 - 8 * bytes : 0;

	return (int64_t)(value << unused) >> unused;
}

void eu_emit_string(struct eu_emit *out, const char *key, const char *text)
{
	out->ops->text(out, key, text, strlen(text));
}

void eu_emit_pointer(struct eu_emit *out, const char *key, uint64_t address)
{
	if (address)
		eu_emit_based(out, key, address, 4);
	else
		out->ops->null(out, key);
}

void eu_emit_pointer_or_name(struct eu_emit *out, const char *key, const struct eu_flagset *names,
			     uint64_t address)
{
	const char *name = names ? eu_flagset_name(names, address) : NULL;

	if (name)
		eu_emit_string(out, key, name);
	else
		eu_emit_pointer(out, key, address);
}

static void emit_device(struct eu_emit *out, const char *key, uint64_t device)
{
	char text[32];

	snprintf(text, sizeof(text), "%u:%u", gnu_dev_major(device), gnu_dev_minor(device));
	eu_emit_string(out, key, text);
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
		eu_emit_string(out, key, name);
	else
		out->ops->i64(out, key, signed_bytes(number, 4));
}

static void emit_id(struct eu_emit *out, const char *key, uint64_t id, unsigned bytes)
{
	if (id == eu_low_bytes(~0ULL, bytes))
		out->ops->i64(out, key, -1);
	else
		out->ops->u64(out, key, id);
}

static void emit_fd(struct eu_emit *out, const char *key, uint64_t value, bool is_directory)
{
	int fd = (int)value;

	if (is_directory && fd == -100) /* include/uapi/linux/fcntl.h */
		eu_emit_string(out, key, "AT_FDCWD");
	else
		out->ops->i64(out, key, fd);
}

/* What has no name may be negative: a process's clock. */
static void emit_one_of(struct eu_emit *out, const char *key, const struct eu_meaning *meaning,
			uint64_t value)
{
	if (meaning->is_signed && meaning->flags && !eu_flagset_name(meaning->flags, value))
		out->ops->i64(out, key, signed_bytes(value, meaning->bytes));
	else
		eu_emit_enum(out, key, meaning->flags, value);
}

void eu_emit_number(struct eu_emit *out, const char *key, const struct eu_meaning *meaning,
		    uint64_t raw)
{
	uint64_t value = eu_low_bytes(raw, meaning->bytes);

	switch (meaning->kind) {
	case EU_ARG_FLAGS:
		eu_emit_flags(out, key, meaning->flags, value);
		break;
	case EU_ARG_ENUM:
		emit_one_of(out, key, meaning, value);
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

static void emit_inet(struct eu_emit *out, int family, const void *address, uint16_t port)
{
	char text[INET6_ADDRSTRLEN];

	if (!inet_ntop(family, address, text, sizeof(text)))
		return;
	eu_emit_string(out, "address", text);
	out->ops->u64(out, "port", ntohs(port));
}

/* An address of a link means something on one interface. */
static void emit_inet6(struct eu_emit *out, const struct sockaddr_in6 *address)
{
	emit_inet(out, AF_INET6, &address->sin6_addr, address->sin6_port);
	if (address->sin6_scope_id)
		out->ops->u64(out, "scope_id", address->sin6_scope_id);
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

static void emit_members(struct eu_emit *out, const struct eu_struct *layout, const char *bytes,
			 size_t len);

void eu_emit_sockaddr(struct eu_emit *out, const char *key, const char *bytes, size_t len)
{
	union {
		struct sockaddr_in in;
		struct sockaddr_in6 in6;
	} address = {0};
	const struct eu_struct *layout;
	uint64_t family = eu_load(bytes, len < 2 ? len : 2);

	memcpy(&address, bytes, len < sizeof(address) ? len : sizeof(address));
	out->ops->object_begin(out, key);
	if (len >= 2)
		eu_emit_enum(out, "family", eu_flagset_find("socket_family"), family);
	if (family == AF_INET && len >= sizeof(address.in))
		emit_inet(out, AF_INET, &address.in.sin_addr, address.in.sin_port);
	else if (family == AF_INET6 && len >= offsetof(struct sockaddr_in6, sin6_scope_id))
		emit_inet6(out, &address.in6);
	else if (family == AF_UNIX && len >= 2)
		emit_unix_path(out, bytes + 2, len - 2);
	else if (len >= 2 && (layout = eu_sockaddr_layout(family)))
		emit_members(out, layout, bytes, len);
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
	uint64_t mask = eu_load(bytes, len);

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

static void emit_address_alone(struct eu_emit *out, const char *key, const char *bytes, size_t size)
{
	char text[INET6_ADDRSTRLEN];
	int family = size == sizeof(struct in6_addr) ? AF_INET6 : AF_INET;

	if (inet_ntop(family, bytes, text, sizeof(text)))
		eu_emit_string(out, key, text);
}

static void emit_lladdr(struct eu_emit *out, const char *key, const char *bytes, size_t size)
{
	char text[3 * sizeof(uint64_t) + 1] = "";

	for (size_t i = 0; i < size && i < sizeof(uint64_t); i++)
		snprintf(text + 3 * i, 4, "%02x:", (uint8_t)bytes[i]);
	out->ops->text(out, key, text, size ? strlen(text) - 1 : 0);
}

/* Of 16, 32 or 64 bits in the network's order. */
static uint64_t load_net(const char *bytes, unsigned size)
{
	return be64toh(eu_load(bytes, size)) >> (64 - 8 * size);
}

void eu_emit_member(struct eu_emit *out, const struct eu_struct_field *field, const char *bytes)
{
	struct eu_meaning meaning = {field->kind, field->size, field->is_signed, field->flags};

	switch (field->kind) {
	case EU_ARG_STRUCT_IN:
		emit_struct(out, field->name, field->layout, bytes, field->size);
		break;
	case EU_ARG_STR:
		out->ops->text(out, field->name, bytes, strnlen(bytes, field->size));
		break;
	case EU_ARG_PTR:
		eu_emit_pointer_or_name(out, field->name, field->flags,
					eu_load(bytes, field->size));
		break;
	case EU_ARG_SIGSET:
		emit_sigset(out, field->name, bytes, field->size);
		break;
	case EU_ARG_SOCKADDR_IN:
		eu_emit_sockaddr(out, field->name, bytes, field->size);
		break;
	case EU_ARG_INET:
		emit_address_alone(out, field->name, bytes, field->size);
		break;
	case EU_ARG_LLADDR:
		emit_lladdr(out, field->name, bytes, field->size);
		break;
	case EU_ARG_NET:
		eu_emit_enum(out, field->name, field->flags, load_net(bytes, field->size));
		break;
	default:
		eu_emit_number(out, field->name, &meaning, eu_load(bytes, field->size));
	}
}

/* How much of it the struct says that there is. */
static size_t own_size(const struct eu_struct *layout, const char *bytes, size_t len)
{
	uint64_t size = 0;

	for (unsigned i = 0; i < layout->n_fields; i++)
		if (layout->fields[i].kind == EU_ARG_OWN_SIZE && layout->fields[i].offset + 4u <= len)
			size = eu_load(bytes + layout->fields[i].offset, 4);
	return size && size < len ? size : len;
}

/* Members behind len are left out: an older program's struct is shorter. */
static void emit_members(struct eu_emit *out, const struct eu_struct *layout, const char *bytes,
			 size_t len)
{
	len = own_size(layout, bytes, len);
	for (unsigned i = 0; i < layout->n_fields; i++) {
		const struct eu_struct_field *field = &layout->fields[i];

		if ((size_t)field->offset + field->size <= len)
			eu_emit_member(out, field, bytes + field->offset);
	}
}

static void emit_struct(struct eu_emit *out, const char *key, const struct eu_struct *layout,
			const char *bytes, size_t len)
{
	out->ops->object_begin(out, key);
	emit_members(out, layout, bytes, len);
	out->ops->object_end(out);
}

static void emit_vector(struct eu_emit *out, const char *key, const struct eu_struct *layout,
			const struct eu_copied *copied)
{
	out->ops->array_begin(out, key);
	for (size_t at = 0; at + layout->size <= copied->len; at += layout->size)
		emit_struct(out, NULL, layout, copied->bytes + at, layout->size);
	out->ops->array_end(out);
}

static void emit_strings(struct eu_emit *out, const char *key, const struct eu_copied *copied)
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

static void emit_fd_pair(struct eu_emit *out, const char *key, const struct eu_copied *copied)
{
	out->ops->array_begin(out, key);
	for (size_t at = 0; at + 4 <= copied->len && at < 8; at += 4)
		out->ops->i64(out, NULL, (int32_t)eu_load(copied->bytes + at, 4));
	out->ops->array_end(out);
}

/* The descriptors in a set. */
static void emit_fd_set(struct eu_emit *out, const char *key, const struct eu_copied *copied)
{
	out->ops->array_begin(out, key);
	for (size_t fd = 0; fd < 8 * copied->len; fd++)
		if (copied->bytes[fd / 8] >> (fd % 8) & 1)
			out->ops->u64(out, NULL, fd);
	out->ops->array_end(out);
}

static void emit_numbers(struct eu_emit *out, const char *key, const struct eu_syscall_arg *arg,
			 const struct eu_copied *copied)
{
	struct eu_meaning meaning = {EU_ARG_NUM, arg->size, arg->is_signed, NULL};

	out->ops->array_begin(out, key);
	for (size_t at = 0; arg->size && at + arg->size <= copied->len; at += arg->size)
		eu_emit_number(out, NULL, &meaning, eu_load(copied->bytes + at, arg->size));
	out->ops->array_end(out);
}

/* struct linux_dirent and linux_dirent64: the name's place is known, and before it, aligned, are 16
 * bits with the entry's size. A name that was not copied to its end is left out. */
void eu_emit_dirents(struct eu_emit *out, const char *key, size_t name_at,
		     const struct eu_copied *copied)
{
	size_t size_at = (name_at - 2) & ~(size_t)1, at = 0;

	out->ops->array_begin(out, key);
	while (at + name_at < copied->len) {
		size_t size = eu_load(copied->bytes + at + size_at, 2);
		size_t room = copied->len - at - name_at;
		size_t len = strnlen(copied->bytes + at + name_at, room);

		if (len == room || size <= name_at)
			break;
		out->ops->text(out, NULL, copied->bytes + at + name_at, len);
		at += size;
	}
	out->ops->array_end(out);
}

struct eu_meaning eu_meaning_of_target(const struct eu_syscall_arg *arg)
{
	struct eu_meaning target = {EU_ARG_NUM, arg->size, arg->is_signed, arg->flags};

	if (arg->flags)
		target.kind = arg->flags->is_enum ? EU_ARG_ENUM : EU_ARG_FLAGS;
	return target;
}

void eu_emit_copied(struct eu_emit *out, const char *key, const struct eu_syscall_arg *arg,
		    const struct eu_copied *copied)
{
	struct eu_meaning target = eu_meaning_of_target(arg);

	switch (arg->kind) {
	case EU_ARG_PATH:
	case EU_ARG_STR:
	case EU_ARG_TEXT_IN:
	case EU_ARG_TEXT_OUT:
		out->ops->text(out, key, copied->bytes, strnlen(copied->bytes, copied->len));
		break;
	case EU_ARG_STRV:
		emit_strings(out, key, copied);
		break;
	case EU_ARG_SOCKADDR_IN:
	case EU_ARG_SOCKADDR_OUT:
		eu_emit_sockaddr(out, key, copied->bytes, copied->len);
		break;
	case EU_ARG_STRUCT_IN:
	case EU_ARG_STRUCT_OUT:
	case EU_ARG_STRUCT_INOUT:
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
	case EU_ARG_NUMS_IN:
	case EU_ARG_NUMS_OUT:
		emit_numbers(out, key, arg, copied);
		break;
	case EU_ARG_PTR_OUT:
		eu_emit_pointer(out, key, eu_load(copied->bytes, copied->len));
		break;
	default:
		eu_emit_number(out, key, &target, eu_load(copied->bytes, copied->len));
	}
}
