/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <limits.h>
#include <malloc.h>
#include <netinet/in.h>
#include <stdio.h>
#include <time.h>
#include <yyjson.h>

#include "meta/info.h"
#include "meta/json.h"

/* --- documents ------------------------------------------------------------------------- */

/* yyjson's memory, limited: a document of 8 MiB could otherwise ask for twelve times as much. */
struct budget {
	size_t left;
	bool exceeded;
};

static bool budget_allows(struct budget *budget, size_t size)
{
	if (size <= budget->left)
		return true;
	budget->exceeded = true;
	return false;
}

/* What malloc rounded up is paid for, too, because free gives that back. */
static void *budget_charge(struct budget *budget, void *p)
{
	size_t size = p ? malloc_usable_size(p) : 0;

	budget->left -= size < budget->left ? size : budget->left;
	return p;
}

static void *budget_malloc(void *ctx, size_t size)
{
	return budget_allows(ctx, size) ? budget_charge(ctx, malloc(size)) : NULL;
}

static void *budget_realloc(void *ctx, void *p, size_t old_size, size_t size)
{
	struct budget *budget = ctx;
	size_t before = malloc_usable_size(p);
	void *larger;

	if (size > old_size && !budget_allows(budget, size - old_size))
		return NULL;
	larger = realloc(p, size);
	if (!larger)
		return NULL;
	budget->left += before;
	return budget_charge(budget, larger);
}

static void budget_free(void *ctx, void *p)
{
	struct budget *budget = ctx;

	budget->left += malloc_usable_size(p);
	free(p);
}

static void doc_freep(yyjson_doc **doc)
{
	yyjson_doc_free(*doc);
}

/* A document and the allocator it must be freed with, which therefore lives longer. */
#define AUTO_DOC(name)                                                                             \
	struct budget name##_budget = {.left = EU_META_MAX_JSON};                                  \
	__attribute__((cleanup(doc_freep))) yyjson_doc *name = NULL

static int parse(yyjson_doc **doc, struct budget *budget, const char *text, size_t len)
{
	yyjson_alc alc = {budget_malloc, budget_realloc, budget_free, budget};
	yyjson_read_err err;

	/* Without YYJSON_READ_INSITU yyjson does not write to text. */
	*doc = yyjson_read_opts((char *)text, len, 0, &alc, &err);
	if (*doc)
		return 0;
	if (budget->exceeded)
		return -E2BIG;
	return err.code == YYJSON_READ_ERROR_MEMORY_ALLOCATION ? -ENOMEM : -EINVAL;
}

static int parse_object(yyjson_doc **doc, struct budget *budget, const char *text, size_t len,
			yyjson_val **root)
{
	int ret = parse(doc, budget, text, len);

	if (ret)
		return ret;
	*root = yyjson_doc_get_root(*doc);
	return yyjson_is_obj(*root) ? 0 : -EINVAL;
}

static int parse_array(yyjson_doc **doc, struct budget *budget, const char *text, size_t len,
		       yyjson_val **root)
{
	int ret = parse(doc, budget, text, len);

	if (ret)
		return ret;
	*root = yyjson_doc_get_root(*doc);
	return yyjson_is_arr(*root) ? 0 : -EINVAL;
}

/* --- values: of another type is the same as absent --------------------------------------- */

static const char *text_of(yyjson_val *object, const char *key)
{
	return yyjson_get_str(yyjson_obj_get(object, key));
}

static bool set(char **field, yyjson_val *object, const char *key)
{
	return eu_info_set_text(field, text_of(object, key));
}

/* Linux pids end at 2^22 (PID_MAX_LIMIT). */
static int pid_of(yyjson_val *object, const char *key)
{
	int64_t pid = yyjson_get_sint(yyjson_obj_get(object, key));

	return pid > 0 && pid <= 1 << 22 ? pid : 0;
}

static void set_exit_code(struct eu_container_info *info, int64_t code)
{
	if (code < INT_MIN || code > INT_MAX)
		return;
	info->exit_code = code;
	info->has_exit_code = true;
}

static bool set_time(char **field, yyjson_val *object, const char *key)
{
	int64_t seconds = yyjson_get_sint(yyjson_obj_get(object, key));
	char text[64];
	time_t t = seconds;
	struct tm tm;

	if (seconds <= 0 || !gmtime_r(&t, &tm) || tm.tm_year > 9999 - 1900)
		return true;
	strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &tm);
	return eu_info_set_text(field, text);
}

/* Docker and Podman write names with a leading slash. */
static bool set_name(struct eu_container_info *info, const char *name)
{
	return eu_info_set_text(&info->name, name && *name == '/' ? name + 1 : name);
}

static bool add_labels(struct eu_container_info *info, yyjson_val *object)
{
	yyjson_val *key, *value;
	size_t i, max;

	yyjson_obj_foreach (object, i, max, key, value) {
		if (yyjson_is_str(value) &&
		    !eu_info_add_label(info, yyjson_get_str(key), yyjson_get_str(value)))
			return false;
	}
	return true;
}

static bool add_endpoint(struct eu_container_info *info, const char *network, yyjson_val *endpoint)
{
	uint64_t v4 = yyjson_get_uint(yyjson_obj_get(endpoint, "IPPrefixLen"));
	uint64_t v6 = yyjson_get_uint(yyjson_obj_get(endpoint, "GlobalIPv6PrefixLen"));

	return eu_info_add_address(info, network, text_of(endpoint, "IPAddress"),
				   v4 <= 32 ? v4 : 0) &&
	       eu_info_add_address(info, network, text_of(endpoint, "GlobalIPv6Address"),
				   v6 <= 128 ? v6 : 0);
}

/* {"bridge": {"IPAddress": …}}; without Networks, old daemons tell the one of the bridge. */
static bool add_networks(struct eu_container_info *info, yyjson_val *settings)
{
	yyjson_val *networks = yyjson_obj_get(settings, "Networks"), *name, *endpoint;
	size_t i, max;

	if (!yyjson_obj_size(networks))
		return add_endpoint(info, NULL, settings);
	yyjson_obj_foreach (networks, i, max, name, endpoint) {
		if (!add_endpoint(info, yyjson_get_str(name), endpoint))
			return false;
	}
	return true;
}

static bool port_number(uint64_t number, uint16_t *out)
{
	*out = number <= UINT16_MAX ? number : 0;
	return *out != 0;
}

static bool port_text(const char *text, uint16_t *out)
{
	char *end;
	unsigned long number;

	if (!text || *text < '0' || *text > '9')
		return false;
	number = strtoul(text, &end, 10);
	return (!*end || *end == '/') && port_number(number, out);
}

static uint8_t protocol_of(const char *name)
{
	if (!name || !strcmp(name, "tcp"))
		return IPPROTO_TCP;
	if (!strcmp(name, "udp"))
		return IPPROTO_UDP;
	return strcmp(name, "sctp") ? 0 : IPPROTO_SCTP;
}

/* "80/tcp": [{"HostIp": "0.0.0.0", "HostPort": "8080"}], or null when it is not published. */
static bool add_bindings(struct eu_container_info *info, const char *port, yyjson_val *bindings)
{
	const char *slash = port ? strchr(port, '/') : NULL;
	struct eu_port one = {.protocol = protocol_of(slash ? slash + 1 : NULL)};
	yyjson_val *binding;
	size_t i, max;

	if (!one.protocol || !port_text(port, &one.port))
		return true;
	yyjson_arr_foreach (bindings, i, max, binding) {
		const char *ip = text_of(binding, "HostIp");

		if (!port_text(text_of(binding, "HostPort"), &one.host_port))
			continue;
		if (!eu_parse_ip(ip && *ip ? ip : "0.0.0.0", one.host_ip))
			continue;
		if (!eu_info_add_port(info, &one))
			return false;
	}
	return true;
}

static bool add_ports(struct eu_container_info *info, yyjson_val *ports)
{
	yyjson_val *port, *bindings;
	size_t i, max;

	yyjson_obj_foreach (ports, i, max, port, bindings) {
		if (!add_bindings(info, yyjson_get_str(port), bindings))
			return false;
	}
	return true;
}

/* --- Docker API -------------------------------------------------------------------------- */

static bool fill_state(struct eu_container_info *info, yyjson_val *state)
{
	info->init_pid = pid_of(state, "Pid");
	info->oom_killed = yyjson_get_bool(yyjson_obj_get(state, "OOMKilled"));
	if (!set(&info->status, state, "Status"))
		return false;
	if (!info->status && yyjson_get_bool(yyjson_obj_get(state, "Running")))
		return eu_info_set_text(&info->status, "running");
	/* A container that has never ended says 0, too. */
	if (info->status && (!strcmp(info->status, "exited") || !strcmp(info->status, "dead")))
		set_exit_code(info, yyjson_get_sint(yyjson_obj_get(state, "ExitCode")));
	return true;
}

static bool fill_inspect(struct eu_container_info *info, yyjson_val *root)
{
	yyjson_val *config = yyjson_obj_get(root, "Config");
	yyjson_val *network = yyjson_obj_get(root, "NetworkSettings");

	return set(&info->id, root, "Id") && set(&info->id, root, "ID") &&
	       set_name(info, text_of(root, "Name")) && set(&info->created, root, "Created") &&
	       eu_info_set_image_id(info, text_of(root, "Image")) &&
	       eu_info_set_image(info, text_of(config, "Image")) &&
	       set(&info->image_digest, yyjson_obj_get(root, "ImageManifestDescriptor"),
		   "digest") && /* since API 1.48 */
	       add_labels(info, yyjson_obj_get(config, "Labels")) &&
	       fill_state(info, yyjson_obj_get(root, "State")) && add_networks(info, network) &&
	       add_ports(info, yyjson_obj_get(network, "Ports"));
}

int eu_json_inspect(const char *text, size_t len, struct eu_container_info *info)
{
	AUTO_DOC(doc);
	yyjson_val *root;
	int ret = parse_object(&doc, &doc_budget, text, len, &root);

	if (ret)
		return ret;
	if (!fill_inspect(info, root))
		return -ENOMEM;
	return info->id ? 0 : -EINVAL;
}

/* [{"IP": "0.0.0.0", "PrivatePort": 80, "PublicPort": 8080, "Type": "tcp"}] */
static bool add_listed_ports(struct eu_container_info *info, yyjson_val *ports)
{
	yyjson_val *port;
	size_t i, max;

	yyjson_arr_foreach (ports, i, max, port) {
		struct eu_port one = {.protocol = protocol_of(text_of(port, "Type"))};
		const char *ip = text_of(port, "IP");

		if (!one.protocol || !eu_parse_ip(ip && *ip ? ip : "0.0.0.0", one.host_ip))
			continue;
		if (!port_number(yyjson_get_uint(yyjson_obj_get(port, "PrivatePort")), &one.port))
			continue;
		if (!port_number(yyjson_get_uint(yyjson_obj_get(port, "PublicPort")),
				 &one.host_port))
			continue;
		if (!eu_info_add_port(info, &one))
			return false;
	}
	return true;
}

static bool fill_listed(struct eu_container_info *info, yyjson_val *entry)
{
	return set(&info->id, entry, "Id") &&
	       set_name(info,
			yyjson_get_str(yyjson_arr_get_first(yyjson_obj_get(entry, "Names")))) &&
	       eu_info_set_image_id(info, text_of(entry, "ImageID")) &&
	       eu_info_set_image(info, text_of(entry, "Image")) &&
	       set_time(&info->created, entry, "Created") && set(&info->status, entry, "State") &&
	       add_labels(info, yyjson_obj_get(entry, "Labels")) &&
	       add_networks(info, yyjson_obj_get(entry, "NetworkSettings")) &&
	       add_listed_ports(info, yyjson_obj_get(entry, "Ports"));
}

int eu_json_list(const char *text, size_t len, eu_json_container_fn add, void *ctx)
{
	AUTO_DOC(doc);
	yyjson_val *root, *entry;
	size_t i, max;
	int ret = parse_array(&doc, &doc_budget, text, len, &root);

	if (ret)
		return ret;
	yyjson_arr_foreach (root, i, max, entry) {
		eu_auto_info struct eu_container_info *info = eu_container_info_new();

		if (!info || !fill_listed(info, entry))
			return -ENOMEM;
		if (!info->id)
			continue;
		ret = add(ctx, info);
		if (ret < 0)
			return ret;
	}
	return 0;
}

void eu_container_processes_free(struct eu_container_process *processes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(processes[i].command);
	free(processes);
}

static int find_title(yyjson_val *titles, const char *name)
{
	yyjson_val *title;
	size_t i, max;

	yyjson_arr_foreach (titles, i, max, title) {
		if (yyjson_equals_str(title, name))
			return i;
	}
	return -1;
}

static int process_of(struct eu_container_process *process, yyjson_val *row, int pid, int command)
{
	const char *text = yyjson_get_str(yyjson_arr_get(row, pid));
	const char *line = command < 0 ? NULL : yyjson_get_str(yyjson_arr_get(row, command));
	long number = text ? strtol(text, NULL, 10) : 0;

	if (number <= 0 || number > 1 << 22)
		return 0;
	process->pid = number;
	process->command = NULL;
	return eu_info_set_text(&process->command, line) ? 1 : -ENOMEM;
}

int eu_json_top(const char *text, size_t len, struct eu_container_process **out, size_t *n)
{
	AUTO_DOC(doc);
	yyjson_val *root, *rows, *row;
	struct eu_container_process *processes;
	size_t i, max, count = 0;
	int ret = parse_object(&doc, &doc_budget, text, len, &root), pid, command;

	if (ret)
		return ret;
	pid = find_title(yyjson_obj_get(root, "Titles"), "HPID"); /* Podman's name for the host's */
	if (pid < 0)
		pid = find_title(yyjson_obj_get(root, "Titles"), "PID");
	command = find_title(yyjson_obj_get(root, "Titles"), "CMD");
	if (command < 0)
		command = find_title(yyjson_obj_get(root, "Titles"), "COMMAND");
	rows = yyjson_obj_get(root, "Processes");
	if (pid < 0 || !yyjson_is_arr(rows))
		return -EINVAL;
	max = yyjson_arr_size(rows);
	processes =
	    calloc(max < EU_META_MAX_LISTED ? max + 1 : EU_META_MAX_LISTED, sizeof(*processes));
	if (!processes)
		return -ENOMEM;
	yyjson_arr_foreach (rows, i, max, row) {
		if (count == EU_META_MAX_LISTED)
			break;
		ret = process_of(&processes[count], row, pid, command);
		if (ret < 0) {
			eu_container_processes_free(processes, count);
			return ret;
		}
		count += ret;
	}
	*out = processes;
	*n = count;
	return 0;
}

static const struct {
	const char *name; /* up to a ':' behind which docker puts the command of an exec */
	enum eu_meta_action action;
} actions[] = {
    {"create", EU_META_CREATED},  {"start", EU_META_STARTED},  {"exec_create", EU_META_EXEC},
    {"exec", EU_META_EXEC}, /* Podman */
    {"die", EU_META_STOPPED},     {"died", EU_META_STOPPED},   {"oom", EU_META_OOM},
    {"destroy", EU_META_REMOVED}, {"remove", EU_META_REMOVED}, /* Podman */
    {"rename", EU_META_NAMED},
};

static enum eu_meta_action action_of(const char *name, const char **detail)
{
	size_t len = name ? strcspn(name, ":") : 0;

	for (size_t i = 0; i < sizeof(actions) / sizeof(*actions); i++) {
		if (strlen(actions[i].name) == len && !strncmp(actions[i].name, name, len)) {
			*detail =
			    name[len] == ':' ? name + len + 1 + strspn(name + len + 1, " ") : NULL;
			return actions[i].action;
		}
	}
	return EU_META_NONE;
}

/* The attributes of an event are the container's labels and these. */
static bool is_attribute(const char *key)
{
	static const char *const own[] = {"image",       "name",    "exitCode",          "execID",
					  "podId",       "oldName", "containerExitCode", "signal",
					  "execDuration"};

	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++) {
		if (!strcmp(key, own[i]))
			return true;
	}
	return false;
}

static bool fill_attributes(struct eu_container_info *info, yyjson_val *attributes)
{
	yyjson_val *key, *value;
	size_t i, max;

	yyjson_obj_foreach (attributes, i, max, key, value) {
		const char *k = yyjson_get_str(key), *v = yyjson_get_str(value);

		if (!v || is_attribute(k))
			continue;
		if (!eu_info_add_label(info, k, v))
			return false;
	}
	return set_name(info, text_of(attributes, "name")) &&
	       eu_info_set_image(info, text_of(attributes, "image"));
}

static void fill_exit(struct eu_container_info *info, yyjson_val *attributes)
{
	const char *code = text_of(attributes, "exitCode");

	if (code && *code)
		set_exit_code(info, strtol(code, NULL, 10));
}

int eu_json_event(const char *text, size_t len, struct eu_container_info *info,
		  enum eu_meta_action *action)
{
	AUTO_DOC(doc);
	yyjson_val *root, *actor, *attributes;
	const char *detail = NULL;
	int ret = parse_object(&doc, &doc_budget, text, len, &root);

	*action = EU_META_NONE;
	if (ret)
		return ret;
	if (!yyjson_equals_str(yyjson_obj_get(root, "Type"), "container"))
		return 0;
	actor = yyjson_obj_get(root, "Actor");
	attributes = yyjson_obj_get(actor, "Attributes");
	if (!set(&info->id, actor, "ID"))
		return -ENOMEM;
	if (!info->id)
		return -EINVAL;
	*action = action_of(text_of(root, "Action"), &detail);
	if (!fill_attributes(info, attributes) || !eu_info_set_text(&info->detail, detail))
		return -ENOMEM;
	if (*action == EU_META_STOPPED)
		fill_exit(info, attributes);
	info->oom_killed = *action == EU_META_OOM;
	info->time = yyjson_get_uint(yyjson_obj_get(root, "timeNano"));
	return 0;
}

/* A text of an object, and no more. */
static int copy_member(const char *text, size_t len, const char *key, char *out, size_t size)
{
	AUTO_DOC(doc);
	yyjson_val *root;
	const char *value;
	int ret = parse_object(&doc, &doc_budget, text, len, &root);

	if (ret)
		return ret;
	value = text_of(root, key);
	if (value)
		snprintf(out, size, "%s", value);
	return 0;
}

int eu_json_version(const char *text, size_t len, char *version, size_t size)
{
	return copy_member(text, len, "ApiVersion", version, size);
}

int eu_json_message(const char *text, size_t len, char *message, size_t size)
{
	return copy_member(text, len, "message", message, size);
}

/* "conmon version 2.1.6, commit: …" is what some programs take for their version. */
static void put_version(FILE *out, const char *text)
{
	const char *behind = strstr(text, " version ");
	int len;

	text = behind ? behind + strlen(" version ") : text;
	len = strcspn(text, " ,\n");
	fprintf(out, "%.*s", len < 64 ? len : 64, text);
}

/* The first component is the daemon itself. */
static void put_components(FILE *out, yyjson_val *components)
{
	size_t i, n, shown = 0;
	yyjson_val *component;

	yyjson_arr_foreach(components, i, n, component) {
		const char *name = text_of(component, "Name"), *version = text_of(component, "Version");

		if (!i || !name || !version || shown == 8)
			continue;
		fprintf(out, "%s%.40s ", shown++ ? ", " : " (", name);
		put_version(out, version);
	}
	if (shown)
		fputc(')', out);
}

int eu_json_runtime(const char *text, size_t len, char *version, size_t size)
{
	AUTO_DOC(doc);
	yyjson_val *root;
	const char *own;
	FILE *out;
	int ret = parse_object(&doc, &doc_budget, text, len, &root);

	if (ret)
		return ret;
	own = text_of(root, "Version");
	out = own ? fmemopen(version, size, "w") : NULL;
	if (!out)
		return own ? -ENOMEM : -EINVAL;
	put_version(out, own);
	put_components(out, yyjson_obj_get(root, "Components"));
	fclose(out);
	version[size - 1] = '\0';
	return 0;
}

/* --- images ------------------------------------------------------------------------------- */

/* "nginx:1.25", of an image that the container was made from by its id: the first that it has. Old
 * daemons say "<none>:<none>" of one that has none. */
static bool take_tag(struct eu_container_info *info, const char *reference)
{
	if (!reference || *reference == '<' || strchr(reference, '@') || info->image_name)
		return true;
	return eu_info_set_image(info, reference);
}

/* "nginx@sha256:…": of the repository that the container's image was asked for by. */
static bool take_digest(struct eu_container_info *info, const char *reference)
{
	const char *at = reference ? strchr(reference, '@') : NULL;

	if (!at || *reference == '<' || info->image_digest)
		return true;
	if (!info->image_name)
		return eu_info_set_image(info, reference);
	if (strlen(info->image_name) != (size_t)(at - reference) ||
	    strncmp(info->image_name, reference, at - reference))
		return true;
	return eu_info_set_text(&info->image_digest, at + 1);
}

typedef bool take_fn(struct eu_container_info *info, const char *reference);

static bool take_each(struct eu_container_info *info, yyjson_val *references, take_fn *take)
{
	yyjson_val *reference;
	size_t i, max;

	yyjson_arr_foreach (references, i, max, reference) {
		if (!take(info, yyjson_get_str(reference)))
			return false;
	}
	return true;
}

static bool is_image_of(const struct eu_container_info *info, yyjson_val *image)
{
	return info->image_id && yyjson_equals_str(yyjson_obj_get(image, "Id"), info->image_id);
}

static bool fill_image(struct eu_container_info *info, yyjson_val *image)
{
	return take_each(info, yyjson_obj_get(image, "RepoTags"), take_tag) &&
	       take_each(info, yyjson_obj_get(image, "RepoDigests"), take_digest);
}

int eu_json_image(const char *text, size_t len, struct eu_container_info *info)
{
	AUTO_DOC(doc);
	yyjson_val *root;
	int ret = parse_object(&doc, &doc_budget, text, len, &root);

	if (ret)
		return ret;
	if (!is_image_of(info, root))
		return -EINVAL;
	return fill_image(info, root) ? 0 : -ENOMEM;
}

int eu_json_images(const char *text, size_t len, struct eu_container_info *const *infos, size_t n)
{
	AUTO_DOC(doc);
	yyjson_val *root, *image;
	size_t i, max;
	int ret = parse_array(&doc, &doc_budget, text, len, &root);

	if (ret)
		return ret;
	yyjson_arr_foreach (root, i, max, image) {
		for (size_t k = 0; k < n; k++)
			if (is_image_of(infos[k], image) && !fill_image(infos[k], image))
				return -ENOMEM;
	}
	return 0;
}

static bool fill_repository(struct eu_container_info *info, yyjson_val *repository, take_fn *take)
{
	yyjson_val *reference, *id;
	size_t i, max;

	yyjson_obj_foreach (repository, i, max, reference, id) {
		if (yyjson_equals_str(id, info->image_id) && !take(info, yyjson_get_str(reference)))
			return false;
	}
	return true;
}

static bool fill_repositories(struct eu_container_info *info, yyjson_val *repositories,
			      take_fn *take)
{
	yyjson_val *name, *repository;
	size_t i, max;

	yyjson_obj_foreach (repositories, i, max, name, repository) {
		if (!fill_repository(info, repository, take))
			return false;
	}
	return true;
}

int eu_json_repositories(const char *text, size_t len, struct eu_container_info *info)
{
	AUTO_DOC(doc);
	yyjson_val *root, *repositories;
	bool was_named = info->image_name;
	int ret = parse_object(&doc, &doc_budget, text, len, &root);

	if (ret || !info->image_id)
		return ret ? ret : -ENOENT;
	repositories = yyjson_obj_get(root, "Repositories");
	if (!fill_repositories(info, repositories, take_tag) ||
	    !fill_repositories(info, repositories, take_digest))
		return -ENOMEM;
	return info->image_digest || (!was_named && info->image_name) ? 0 : -ENOENT;
}

/* --- bundles and runtime state --------------------------------------------------------------- */

/* https://github.com/containerd/containerd pkg/cri/annotations, cri-o pkg/annotations, and libpod
 */
static bool fill_annotations(struct eu_container_info *info, yyjson_val *a)
{
	if (yyjson_equals_str(yyjson_obj_get(a, "io.container.manager"), "libpod"))
		return eu_info_set_text(&info->runtime, "podman") &&
		       set(&info->created, a, "io.kubernetes.cri-o.Created");
	if (text_of(a, "io.kubernetes.cri.container-type") &&
	    !eu_info_set_text(&info->runtime, "containerd"))
		return false;
	if (text_of(a, "io.kubernetes.cri-o.ContainerID") &&
	    !eu_info_set_text(&info->runtime, "crio"))
		return false;
	return add_labels(info, a) && set(&info->name, a, "io.kubernetes.cri.container-name") &&
	       set(&info->pod_name, a, "io.kubernetes.cri.sandbox-name") &&
	       set(&info->pod_namespace, a, "io.kubernetes.cri.sandbox-namespace") &&
	       set(&info->pod_uid, a, "io.kubernetes.cri.sandbox-uid") &&
	       eu_info_set_image(info, text_of(a, "io.kubernetes.cri.image-name")) &&
	       set(&info->name, a, "io.kubernetes.container.name") &&
	       set(&info->pod_name, a, "io.kubernetes.pod.name") &&
	       set(&info->pod_namespace, a, "io.kubernetes.pod.namespace") &&
	       set(&info->pod_uid, a, "io.kubernetes.pod.uid") &&
	       set(&info->created, a, "io.kubernetes.cri-o.Created") &&
	       eu_info_set_image(info, text_of(a, "io.kubernetes.cri-o.ImageName")) &&
	       eu_info_set_image(info, text_of(a, "org.opencontainers.image.ref.name"));
}

/* A pod's pause container has no name of its own. */
static bool name_sandbox(struct eu_container_info *info, yyjson_val *a)
{
	const char *type = text_of(a, "io.kubernetes.cri.container-type");

	if (info->name || !type || strcmp(type, "sandbox"))
		return true;
	return eu_info_set_text(&info->name, "POD");
}

/* dockerd binds <data-root>/containers/<id>/hostname over /etc/hostname. */
static char *docker_data_root(yyjson_val *mounts)
{
	yyjson_val *mount;
	size_t i, max;

	yyjson_arr_foreach (mounts, i, max, mount) {
		const char *source = text_of(mount, "source"), *at;

		if (!yyjson_equals_str(yyjson_obj_get(mount, "destination"), "/etc/hostname"))
			continue;
		at = source ? strstr(source, "/containers/") : NULL;
		while (at && strstr(at + 1, "/containers/"))
			at = strstr(at + 1, "/containers/");
		if (at && strlen(at) == strlen("/containers/") + 64 + strlen("/hostname"))
			return strndup(source, at - source);
	}
	return NULL;
}

/* What is no path is systemd's "slice:prefix:name", what leads elsewhere proves nothing. */
static bool set_claim(struct eu_container_info *info, const char *path)
{
	if (!path || !strchr(path, '/') || strstr(path, "//") || strstr(path, "/.") ||
	    path[strlen(path) - 1] == '/')
		return true;
	return eu_info_set_text(&info->claimed_cgroup, path);
}

int eu_json_oci_config(const char *text, size_t len, struct eu_container_info *info,
		       char **data_root)
{
	AUTO_DOC(doc);
	yyjson_val *root, *annotations;
	int ret = parse_object(&doc, &doc_budget, text, len, &root);

	if (ret)
		return ret;
	annotations = yyjson_obj_get(root, "annotations");
	if (!fill_annotations(info, annotations) || !name_sandbox(info, annotations) ||
	    !set_claim(info, text_of(yyjson_obj_get(root, "linux"), "cgroupsPath")))
		return -ENOMEM;
	if (data_root && !*data_root)
		*data_root = docker_data_root(yyjson_obj_get(root, "mounts"));
	return 0;
}

/* runc keeps annotations and the bundle's path as "key=value" in config.labels. */
static bool fill_runc_labels(struct eu_container_info *info, yyjson_val *labels)
{
	yyjson_val *label;
	size_t i, max;

	yyjson_arr_foreach (labels, i, max, label) {
		const char *text = yyjson_get_str(label);

		if (text && !strncmp(text, "bundle=", 7) &&
		    !eu_info_set_text(&info->bundle, text + 7))
			return false;
	}
	return true;
}

/* "/sys/fs/cgroup/memory/a/b" of v1, "/sys/fs/cgroup/a/b" of v2. */
static const char *below_mount(const char *path, bool v1)
{
	static const char mount[] = "/sys/fs/cgroup/";

	if (!path || strncmp(path, mount, sizeof(mount) - 1))
		return NULL;
	path += sizeof(mount) - 1;
	return v1 ? strchr(path, '/') : path - 1;
}

/* runc has a path for each of v1's hierarchies, crun one for all. */
static bool claim_by_state(struct eu_container_info *info, yyjson_val *root)
{
	yyjson_val *paths = yyjson_obj_get(root, "cgroup_paths");
	const char *v1 = text_of(paths, "memory") ?: text_of(paths, "pids");

	return set_claim(info, text_of(root, "cgroup-path")) &&
	       set_claim(info, v1 ? below_mount(v1, true) : below_mount(text_of(paths, ""), false));
}

int eu_json_runtime_state(const char *text, size_t len, struct eu_container_info *info)
{
	AUTO_DOC(doc);
	yyjson_val *root;
	int ret = parse_object(&doc, &doc_budget, text, len, &root);

	if (ret)
		return ret;
	info->init_pid = pid_of(root, "init_process_pid");
	info->init_start = yyjson_get_uint(yyjson_obj_get(root, "init_process_start"));
	if (!info->init_pid) { /* crun */
		info->init_pid = pid_of(root, "pid");
		info->init_start = yyjson_get_uint(yyjson_obj_get(root, "process-start-time"));
	}
	if (!set(&info->created, root, "created") || !set(&info->bundle, root, "bundle") ||
	    !set(&info->cgroup_path, root, "cgroup-path") || !claim_by_state(info, root) ||
	    !fill_runc_labels(info, yyjson_obj_get(yyjson_obj_get(root, "config"), "labels")))
		return -ENOMEM;
	return 0;
}

static yyjson_val *find_by_id(yyjson_val *array, const char *id)
{
	yyjson_val *entry;
	size_t i, max;

	yyjson_arr_foreach (array, i, max, entry) {
		if (yyjson_equals_str(yyjson_obj_get(entry, "id"), id))
			return entry;
	}
	return NULL;
}

/* What podman and cri-o wrote beside the entry, as JSON within JSON. */
static int fill_storage_metadata(struct eu_container_info *info, yyjson_val *entry)
{
	AUTO_DOC(doc);
	yyjson_val *metadata = yyjson_obj_get(entry, "metadata"), *root;
	int ret;

	if (!yyjson_is_str(metadata) || !yyjson_get_len(metadata))
		return 0;
	ret = parse_object(&doc, &doc_budget, yyjson_get_str(metadata), yyjson_get_len(metadata),
			   &root);
	if (ret)
		return ret;
	return eu_info_set_image_id(info, text_of(root, "image-id")) &&
		       eu_info_set_image(info, text_of(root, "image-name"))
		   ? 0
		   : -ENOMEM;
}

int eu_json_storage_container(const char *text, size_t len, struct eu_container_info *info)
{
	AUTO_DOC(doc);
	yyjson_val *root, *entry;
	int ret = parse_array(&doc, &doc_budget, text, len, &root);

	if (ret)
		return ret;
	entry = info->id ? find_by_id(root, info->id) : NULL;
	if (!entry)
		return -ENOENT;
	if (!set_name(info, yyjson_get_str(yyjson_arr_get_first(yyjson_obj_get(entry, "names")))))
		return -ENOMEM;
	return fill_storage_metadata(info, entry);
}

int eu_json_storage_image(const char *text, size_t len, struct eu_container_info *info)
{
	AUTO_DOC(doc);
	yyjson_val *root, *entry;
	const char *hex = info->image_id;
	int ret = parse_array(&doc, &doc_budget, text, len, &root);

	if (ret || !hex)
		return ret ? ret : -ENOENT;
	hex += strncmp(hex, "sha256:", 7) ? 0 : 7;
	entry = find_by_id(root, hex);
	if (!entry)
		return -ENOENT;
	return take_each(info, yyjson_obj_get(entry, "names"), take_tag) &&
		       set(&info->image_digest, entry, "digest")
		   ? 0
		   : -ENOMEM;
}
