/* SPDX-License-Identifier: Apache-2.0 */
#include <ctype.h>
#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "meta/cgroup_name.h"

enum id_kind {
	ID_HEX,     /* 64 hex digits */
	ID_NAME,    /* any name */
	ID_MACHINE, /* a name that systemd escaped, to be found in the parent */
};

enum parent_kind {
	PARENT_ANY,
	PARENT_IS,    /* the parent's whole name */
	PARENT_FIRST, /* the same, and it is the first component of the path */
	PARENT_FROM,  /* the parent's beginning */
	PARENT_IS_NOT,
};

struct pattern {
	const char *prefix, *suffix; /* around the id */
	bool suffix_optional;
	enum id_kind id;
	enum parent_kind parent_kind;
	const char *parent;
	const char *parent_suffix; /* ID_MACHINE: what follows the id in the parent's name */
	const char *runtime;
};

/*
 * The first row that matches a component decides. Seen on: docker 20.10–26, podman 4.3 and 5.4,
 * containerd 1.6 and 1.7 (CRI and ctr), cri-o's and kubelet's cgroup managers, lxc 5, systemd 252,
 * each with cgroupfs and with systemd naming.
 */
static const struct pattern patterns[] = {
    {"docker-", ".scope", false, ID_HEX, PARENT_ANY, NULL, NULL, "docker"},
    {"libpod-payload-", "", false, ID_HEX, PARENT_ANY, NULL, NULL, "podman"}, /* --cgroups=split */
    {"libpod-", ".scope", true, ID_HEX, PARENT_ANY, NULL, NULL, "podman"},
    {"crio-", ".scope", true, ID_HEX, PARENT_ANY, NULL, NULL, "crio"},
    {"cri-containerd-", ".scope", false, ID_HEX, PARENT_ANY, NULL, NULL, "containerd"},
    {"nerdctl-", ".scope", false, ID_HEX, PARENT_ANY, NULL, NULL, "containerd"},
    {"runc-", ".scope", false, ID_NAME, PARENT_ANY, NULL, NULL, "runc"},
    {"crun-", ".scope", false, ID_NAME, PARENT_ANY, NULL, NULL, "crun"},
    {"lxc.payload.", "", false, ID_NAME, PARENT_ANY, NULL, NULL, "lxc"},
    {"payload", "", false, ID_MACHINE, PARENT_FROM, "machine-", ".scope", "nspawn"},
    {"payload", "", false, ID_MACHINE, PARENT_FROM, "systemd-nspawn@", ".service", "nspawn"},
    {"", "", false, ID_HEX, PARENT_IS, "docker", NULL, "docker"},
    {"", "", false, ID_HEX, PARENT_IS, "k8s.io", NULL, "containerd"},
    {"", "", false, ID_NAME, PARENT_FIRST, "k8s.io", NULL, "containerd"},
    {"", "", false, ID_NAME, PARENT_FIRST, "default", NULL, "containerd"},
    {"", "", false, ID_NAME, PARENT_FIRST, "lxc", NULL, "lxc"},
    /* A parent of the user's choice (--cgroup-parent, pods of kubelet, tasks of ECS). Below podman's
     * own parent it is a pod, whose containers are in it. */
    {"", "", false, ID_HEX, PARENT_IS_NOT, "libpod_parent", NULL, NULL},
};

struct span {
	const char *text;
	size_t len;
};

static bool starts(struct span s, const char *prefix)
{
	return s.len >= strlen(prefix) && !memcmp(s.text, prefix, strlen(prefix));
}

static bool ends(struct span s, const char *suffix)
{
	size_t len = strlen(suffix);

	return s.len >= len && !memcmp(s.text + s.len - len, suffix, len);
}

static bool equals(struct span s, const char *text)
{
	return s.len == strlen(text) && starts(s, text);
}

/* What is left between prefix and suffix; empty when they do not fit. */
static struct span between(struct span s, const char *prefix, const char *suffix, bool optional)
{
	if (!starts(s, prefix))
		return (struct span){0};
	s.text += strlen(prefix);
	s.len -= strlen(prefix);
	if (ends(s, suffix))
		s.len -= strlen(suffix);
	else if (!optional)
		return (struct span){0};
	return s;
}

static bool is_hex_id(struct span s)
{
	if (s.len != 64)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (!isdigit((unsigned char)s.text[i]) && (s.text[i] < 'a' || s.text[i] > 'f'))
			return false;
	}
	return true;
}

static bool parent_fits(const struct pattern *p, struct span parent, bool parent_is_first)
{
	switch (p->parent_kind) {
	case PARENT_IS:
		return equals(parent, p->parent);
	case PARENT_FIRST:
		return parent_is_first && equals(parent, p->parent);
	case PARENT_FROM:
		return starts(parent, p->parent);
	case PARENT_IS_NOT:
		return !equals(parent, p->parent);
	default:
		return true;
	}
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

/* systemd.unit(5) writes what a unit name cannot hold as \xNN; a '/' or NUL stays escaped. */
static void copy_unescaped(char *out, struct span in)
{
	size_t n = 0;

	for (size_t i = 0; i < in.len; i++) {
		if (i + 3 < in.len && in.text[i] == '\\' && in.text[i + 1] == 'x') {
			int high = hex_digit(in.text[i + 2]), low = hex_digit(in.text[i + 3]);
			int byte = high * 16 + low;

			if (high >= 0 && low >= 0 && byte && byte != '/') {
				out[n++] = byte;
				i += 3;
				continue;
			}
		}
		out[n++] = in.text[i];
	}
	out[n] = '\0';
}

static bool match(const struct pattern *p, struct span name, struct span parent, bool parent_first,
		  struct eu_cgroup_name *out)
{
	struct span id;

	if (!parent_fits(p, parent, parent_first))
		return false;
	if (p->id == ID_MACHINE && !equals(name, p->prefix))
		return false;
	id = p->id == ID_MACHINE ? between(parent, p->parent, p->parent_suffix, false)
				 : between(name, p->prefix, p->suffix, p->suffix_optional);
	if (!id.len || id.len > EU_CGROUP_ID_MAX || (p->id == ID_HEX && !is_hex_id(id)))
		return false;
	if (p->id == ID_MACHINE)
		copy_unescaped(out->id, id);
	else
		*(char *)mempcpy(out->id, id.text, id.len) = '\0';
	out->runtime = p->runtime;
	return true;
}

int eu_cgroup_name_parse(const char *path, struct eu_cgroup_name *out)
{
	struct span parent = {0};
	const char *at = path;
	size_t depth = 0;

	for (;;) {
		struct span name;

		at += strspn(at, "/");
		name = (struct span){at, strcspn(at, "/")};
		if (!name.len)
			return -ENOENT;
		for (size_t i = 0; i < sizeof(patterns) / sizeof(*patterns); i++) {
			if (match(&patterns[i], name, parent, depth == 1, out)) {
				out->length = at + name.len - path;
				return 0;
			}
		}
		parent = name;
		at += name.len;
		depth++;
	}
}
