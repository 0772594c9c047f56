/* SPDX-License-Identifier: Apache-2.0 */
#include <arpa/inet.h>
#include <stdio.h>
#include <time.h>

#include "container_texts.h"
#include "meta/info.h"

/* Members that are copied, merged and freed alike: said once. */
static const size_t strings[] = {
#define AT(member) offsetof(struct eu_container_info, member),
    EU_TOLD_TEXTS(AT) AT(status) AT(bundle) AT(home) AT(cgroup_path) AT(claimed_cgroup)
    AT(pod_name) AT(pod_namespace) AT(pod_uid) AT(detail)
#undef AT
};

#define N_STRINGS (sizeof(strings) / sizeof(*strings))

static char **string_at(const struct eu_container_info *info, size_t i)
{
	return (char **)((char *)info + strings[i]);
}

struct eu_container_info *eu_container_info_new(void)
{
	return calloc(1, sizeof(struct eu_container_info));
}

static void clear_labels(struct eu_container_info *info)
{
	for (size_t i = 0; i < info->n_labels; i++) {
		free((char *)info->labels[i].key);
		free((char *)info->labels[i].value);
	}
	free(info->labels);
	info->labels = NULL;
	info->n_labels = 0;
	info->labels_left_out = false;
}

static void clear_addresses(struct eu_container_info *info)
{
	for (size_t i = 0; i < info->n_addresses; i++)
		free(info->addresses[i].network);
	free(info->addresses);
	info->addresses = NULL;
	info->n_addresses = 0;
}

static void clear_ports(struct eu_container_info *info)
{
	free(info->ports);
	info->ports = NULL;
	info->n_ports = 0;
}

void eu_container_info_free(struct eu_container_info *info)
{
	if (!info)
		return;
	for (size_t i = 0; i < N_STRINGS; i++)
		free(*string_at(info, i));
	clear_labels(info);
	clear_addresses(info);
	clear_ports(info);
	free(info);
}

/* A cut in the middle of a UTF-8 sequence would make a character that nobody wrote. */
size_t eu_info_cut(const char *text, size_t len, size_t most)
{
	if (len <= most)
		return len;
	len = most;
	while (len && ((unsigned char)text[len] & 0xc0) == 0x80)
		len--;
	return len;
}

bool eu_info_set(char **field, const char *text, size_t len)
{
	char *copy;

	if (!text || !len)
		return true;
	copy = strndup(text, eu_info_cut(text, len, EU_META_MAX_STRING));
	if (!copy)
		return false;
	free(*field);
	*field = copy;
	return true;
}

static bool is_digest(const char *reference)
{
	return !strncmp(reference, "sha256:", 7);
}

static bool is_hex(const char *text)
{
	return text[strspn(text, "0123456789abcdef")] == '\0';
}

/* No repository is called as a whole id (Docker's reference grammar forbids it). */
static bool is_whole_id(const char *reference)
{
	return is_digest(reference) || (strlen(reference) == 64 && is_hex(reference));
}

bool eu_info_set_image_id(struct eu_container_info *info, const char *id)
{
	char digest[7 + 64 + 1];

	if (!id || is_digest(id) || !is_whole_id(id))
		return eu_info_set_text(&info->image_id, id);
	snprintf(digest, sizeof(digest), "sha256:%s", id);
	return eu_info_set_text(&info->image_id, digest);
}

/* docker(1): a reference without tag and digest means "latest"; a shortened id means no name. Where
 * the id is not known, what may be one says nothing. */
static bool may_be_image_id(const struct eu_container_info *info, const char *reference)
{
	const char *hex = info->image_id;

	if (is_digest(reference))
		return true;
	if (!is_hex(reference))
		return false;
	if (!hex)
		return true;
	hex += is_digest(hex) ? 7 : 0;
	return !strncmp(hex, reference, strlen(reference));
}

bool eu_info_lacks_image_name(const struct eu_container_info *info)
{
	const char *id = info->image_name ? NULL : info->image_id;

	return id && is_digest(id) && strlen(id) == 7 + 64 && is_hex(id + 7);
}

bool eu_info_set_image(struct eu_container_info *info, const char *reference)
{
	const char *digest, *tag, *slash;
	size_t len;

	if (!reference || !*reference)
		return true;
	if (may_be_image_id(info, reference))
		return info->image_id || !is_whole_id(reference) ||
		       eu_info_set_image_id(info, reference);
	len = strlen(reference);
	digest = memchr(reference, '@', len);
	if (digest) {
		if (!eu_info_set_text(&info->image_digest, digest + 1))
			return false;
		len = digest - reference;
	}
	slash = memrchr(reference, '/', len);
	tag = memrchr(reference, ':', len);
	if (tag && (!slash || tag > slash)) {
		if (!eu_info_set(&info->image_tag, tag + 1, reference + len - tag - 1))
			return false;
		len = tag - reference;
	} else if (!digest && !eu_info_set_text(&info->image_tag, "latest")) {
		return false;
	}
	return eu_info_set(&info->image_name, reference, len);
}

/* Room for one more: doubles at powers of two, so that the arrays need no capacity beside n. */
static bool grow(void **array, size_t n, size_t size)
{
	void *larger;

	if (n & (n - 1))
		return true;
	larger = reallocarray(*array, n ? 2 * n : 1, size);
	if (!larger)
		return false;
	*array = larger;
	return true;
}

/* A key that is cut would be another one. */
static bool has_room(const struct eu_container_info *info, const char *key)
{
	return info->n_labels < EU_META_MAX_ITEMS && strlen(key) <= EU_META_MAX_STRING;
}

static bool add_label(struct eu_container_info *info, const struct eu_label *label)
{
	size_t len = strlen(label->value), kept = eu_info_cut(label->value, len, EU_META_MAX_STRING);
	eu_auto_free char *key = strdup(label->key), *value = strndup(label->value, kept);

	if (!key || !value || !grow((void **)&info->labels, info->n_labels, sizeof(*info->labels)))
		return false;
	info->labels[info->n_labels++] = (struct eu_label){
		.key = eu_take(key), .value = eu_take(value), .cut = label->cut || kept < len};
	return true;
}

bool eu_info_add_label(struct eu_container_info *info, const char *key, const char *value)
{
	const struct eu_label label = {.key = key, .value = value};

	if (!key || !*key)
		return true;
	info->labels_left_out |= !has_room(info, key);
	return !has_room(info, key) || add_label(info, &label);
}

bool eu_parse_ip(const char *text, uint8_t ip[16])
{
	static const uint8_t mapped[12] = {[10] = 0xff, [11] = 0xff};
	uint8_t parsed[16];

	if (!text)
		return false;
	if (inet_pton(AF_INET, text, parsed + 12) == 1)
		memcpy(parsed, mapped, sizeof(mapped));
	else if (inet_pton(AF_INET6, text, parsed) != 1)
		return false;
	memcpy(ip, parsed, sizeof(parsed));
	return true;
}

bool eu_info_add_address(struct eu_container_info *info, const char *network, const char *address,
			 unsigned int prefix)
{
	struct eu_address one = {.prefix = prefix <= 128 ? prefix : 0};

	if (info->n_addresses >= EU_META_MAX_ITEMS || !eu_parse_ip(address, one.ip))
		return true;
	if (!grow((void **)&info->addresses, info->n_addresses, sizeof(*info->addresses)) ||
	    !eu_info_set_text(&one.network, network))
		return false;
	info->addresses[info->n_addresses++] = one;
	return true;
}

bool eu_info_add_port(struct eu_container_info *info, const struct eu_port *port)
{
	if (info->n_ports >= EU_META_MAX_ITEMS)
		return true;
	if (!grow((void **)&info->ports, info->n_ports, sizeof(*info->ports)))
		return false;
	info->ports[info->n_ports++] = *port;
	return true;
}

static bool merge_labels(struct eu_container_info *into, const struct eu_container_info *from)
{
	if (!from->n_labels && !from->labels_left_out)
		return true;
	clear_labels(into);
	into->labels_left_out = from->labels_left_out;
	for (size_t i = 0; i < from->n_labels; i++) {
		if (!add_label(into, &from->labels[i]))
			return false;
	}
	return true;
}

static bool merge_addresses(struct eu_container_info *into, const struct eu_container_info *from)
{
	if (!from->n_addresses)
		return true;
	clear_addresses(into);
	for (size_t i = 0; i < from->n_addresses; i++) {
		const struct eu_address *a = &from->addresses[i];
		struct eu_address one = *a;

		one.network = NULL;
		if (!grow((void **)&into->addresses, i, sizeof(one)) ||
		    !eu_info_set_text(&one.network, a->network))
			return false;
		into->addresses[into->n_addresses++] = one;
	}
	return true;
}

static bool merge_ports(struct eu_container_info *into, const struct eu_container_info *from)
{
	if (!from->n_ports)
		return true;
	clear_ports(into);
	for (size_t i = 0; i < from->n_ports; i++) {
		if (!eu_info_add_port(into, &from->ports[i]))
			return false;
	}
	return true;
}

static void merge_numbers(struct eu_container_info *into, const struct eu_container_info *from)
{
	if (from->init_pid) {
		into->init_pid = from->init_pid;
		into->init_start = from->init_start;
	}
	if (from->has_exit_code) {
		into->exit_code = from->exit_code;
		into->has_exit_code = true;
	}
	if (from->time)
		into->time = from->time;
	into->oom_killed |= from->oom_killed;
	into->from_api |= from->from_api;
	into->from_bundle |= from->from_bundle;
	into->final |= from->final;
}

bool eu_info_merge(struct eu_container_info *into, const struct eu_container_info *from)
{
	for (size_t i = 0; i < N_STRINGS; i++) {
		if (!eu_info_set_text(string_at(into, i), *string_at(from, i)))
			return false;
	}
	merge_numbers(into, from);
	into->labels_unknown = !from->from_api && (into->labels_unknown || from->labels_unknown);
	return merge_labels(into, from) && merge_addresses(into, from) && merge_ports(into, from);
}

struct eu_container_info *eu_info_copy(const struct eu_container_info *info)
{
	eu_auto_info struct eu_container_info *copy = eu_container_info_new();

	if (!copy || !eu_info_merge(copy, info))
		return NULL;
	return eu_take(copy);
}

/* ".5" in ns; goes past it. */
static uint64_t parse_fraction(const char **text)
{
	uint64_t ns = 0, unit = 100000000;

	if (**text != '.')
		return 0;
	for (++*text; **text >= '0' && **text <= '9'; ++*text) {
		ns += (**text - '0') * unit;
		unit /= 10;
	}
	return ns;
}

/* RFC 3339, "2026-11-22T14:02:01.302574418+01:00". */
uint64_t eu_container_info_made(const struct eu_container_info *info)
{
	struct tm tm = {0}, zone = {0};
	const char *at = info->created ? strptime(info->created, "%Y-%m-%dT%H:%M:%S", &tm) : NULL;
	uint64_t ns = at ? parse_fraction(&at) : 0;
	time_t seconds;

	if (!at || !strptime(at, "%z", &zone))
		return 0;
	seconds = timegm(&tm) - zone.tm_gmtoff;
	return seconds > 0 ? seconds * UINT64_C(1000000000) + ns : 0;
}

size_t eu_info_size(const struct eu_container_info *info)
{
	size_t size = sizeof(*info) + info->n_ports * sizeof(*info->ports);

	for (size_t i = 0; i < N_STRINGS; i++)
		size += *string_at(info, i) ? strlen(*string_at(info, i)) : 0;
	for (size_t i = 0; i < info->n_labels; i++)
		size += 64 + strlen(info->labels[i].key) + strlen(info->labels[i].value);
	for (size_t i = 0; i < info->n_addresses; i++)
		size += 64 + sizeof(*info->addresses);
	return size;
}

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

static const char *short_name(const struct eu_container_info *info)
{
	return info->name && *info->name ? info->name : or_empty(info->id);
}

struct eu_container eu_info_container(const struct eu_container_info *info)
{
	struct eu_container container = {
	    .cgroup = or_empty(info->cgroup_path),
	    .labels = info->labels,
	    .n_labels = info->n_labels,
	    .labels_left_out = info->labels_left_out,
	    .labels_unknown = info->labels_unknown,
	    .init_pid = info->init_pid,
	    .named = info->from_api || info->from_bundle,
	    .existed = true,
	};

#define TAKE(member) container.member = or_empty(info->member);
	EU_TOLD_TEXTS(TAKE)
#undef TAKE
	container.name = short_name(info);
	return container;
}
