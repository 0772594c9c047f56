/* SPDX-License-Identifier: Apache-2.0 */
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "cleanup.h"
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
	PARENT_OF_ANY_BUT_PODS,
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
    /* A parent of the user's choice (--cgroup-parent, pods of kubelet, tasks of ECS). */
    {"", "", false, ID_HEX, PARENT_OF_ANY_BUT_PODS, "libpod_parent", NULL, NULL},
};

struct span {
	const char *text;
	size_t len;
};

/* A component of a path, and those beside it; empty where there is none. */
struct component {
	struct span name, parent, child;
	bool parent_is_first;
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

bool eu_is_engine_id(const char *id)
{
	return is_hex_id((struct span){id, strlen(id)});
}

bool eu_cgroup_is_claimed(const char *path, const char *claim)
{
	size_t len, claimed;

	if (!path || !claim)
		return true;
	claim += strspn(claim, "/");
	path += strspn(path, "/");
	len = strlen(path);
	claimed = strlen(claim);
	if (claimed > len)
		return !strncmp(claim, path, len) && claim[len] == '/';
	return !strcmp(path + len - claimed, claim) &&
	       (claimed == len || path[len - claimed - 1] == '/');
}

/* What podman makes in the cgroup of a pod: for its containers, and for those who monitor them. */
static bool is_of_pod(struct span name)
{
	return starts(name, "libpod-") || equals(name, "conmon");
}

/* Podman calls the cgroup of a pod by its id alone, in a parent of its own or of the user's choice. */
static bool is_pod(const struct pattern *p, const struct component *c)
{
	return equals(c->parent, p->parent) || is_of_pod(c->child);
}

static bool parent_fits(const struct pattern *p, const struct component *c)
{
	switch (p->parent_kind) {
	case PARENT_IS:
		return equals(c->parent, p->parent);
	case PARENT_FIRST:
		return c->parent_is_first && equals(c->parent, p->parent);
	case PARENT_FROM:
		return starts(c->parent, p->parent);
	case PARENT_OF_ANY_BUT_PODS:
		return !is_pod(p, c);
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

static bool match(const struct pattern *p, const struct component *c, struct eu_cgroup_name *out)
{
	struct span id;

	if (!parent_fits(p, c))
		return false;
	if (p->id == ID_MACHINE && !equals(c->name, p->prefix))
		return false;
	id = p->id == ID_MACHINE ? between(c->parent, p->parent, p->parent_suffix, false)
				 : between(c->name, p->prefix, p->suffix, p->suffix_optional);
	if (!id.len || id.len > EU_CGROUP_ID_MAX || (p->id == ID_HEX && !is_hex_id(id)))
		return false;
	if (p->id == ID_MACHINE)
		copy_unescaped(out->id, id);
	else
		*(char *)mempcpy(out->id, id.text, id.len) = '\0';
	out->runtime = p->runtime;
	out->may_be_pod = p->parent_kind == PARENT_OF_ANY_BUT_PODS;
	return true;
}

static struct span first_component(const char *path)
{
	path += strspn(path, "/");
	return (struct span){path, strcspn(path, "/")};
}

int eu_cgroup_name_parse(const char *path, struct eu_cgroup_name *out)
{
	struct component c = {.child = first_component(path)};

	for (size_t depth = 0; c.child.len; depth++) {
		const char *end = c.child.text + c.child.len;

		c.parent = c.name;
		c.name = c.child;
		c.child = first_component(end);
		c.parent_is_first = depth == 1;
		for (size_t i = 0; i < sizeof(patterns) / sizeof(*patterns); i++) {
			if (match(&patterns[i], &c, out)) {
				out->length = end - path;
				return 0;
			}
		}
	}
	return -ENOENT;
}

/* ---- pods ---- */

static bool has_processes(const char *cgroup)
{
	eu_auto_fclose FILE *file = NULL;
	char path[PATH_MAX];

	if (snprintf(path, sizeof(path), "%s/cgroup.procs", cgroup) >= (int)sizeof(path))
		return true;
	file = fopen(path, "re");
	return !file || fgetc(file) != EOF;
}

static enum eu_cgroup_use use_below(const char *cgroup)
{
	eu_auto_closedir DIR *below = opendir(cgroup);
	enum eu_cgroup_use use = EU_CGROUP_EMPTY;
	struct dirent *entry;

	while (below && (entry = readdir(below))) {
		if (entry->d_type != DT_DIR || *entry->d_name == '.')
			continue;
		if (is_of_pod((struct span){entry->d_name, strlen(entry->d_name)}))
			return EU_CGROUP_POD;
		use = EU_CGROUP_CONTAINER;
	}
	return use;
}

enum eu_cgroup_use eu_cgroup_use(const struct eu_cgroup_name *name, const char *directory)
{
	if (!name->may_be_pod || has_processes(directory))
		return EU_CGROUP_CONTAINER;
	return use_below(directory);
}
