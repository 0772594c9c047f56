// SPDX-License-Identifier: Apache-2.0
/* A report as JSON; docs/report.schema.json says the same to programs. */
#include <stdio.h>
#include <string.h>

#include <eunomia/syscalls.h>

#include "json.h"
#include "schema/names.h"

static void number(struct eu_emit *emit, const char *key, uint64_t value)
{
	emit->ops->u64(emit, key, value);
}

static void seen(struct eu_emit *emit, uint64_t first, uint64_t last)
{
	eu_emit_time_if(emit, "first", first);
	eu_emit_time_if(emit, "last", last);
}

static void texts(struct eu_emit *emit, const char *key, const char *const *list, size_t n)
{
	emit->ops->array_begin(emit, key);
	for (size_t i = 0; i < n; i++)
		eu_emit_str(emit, NULL, list[i]);
	emit->ops->array_end(emit);
}

/* ---- who ---- */

static void emit_image(struct eu_emit *emit, const struct eu_container *container)
{
	if (!*container->image_name && !*container->image_digest)
		return;
	emit->ops->object_begin(emit, "image");
	eu_emit_str_if(emit, "name", container->image_name);
	eu_emit_str_if(emit, "tag", container->image_tag);
	eu_emit_str_if(emit, "digest", container->image_digest);
	emit->ops->object_end(emit);
}

static void emit_labels(struct eu_emit *emit, const struct eu_container *container)
{
	if (!container->n_labels)
		return;
	emit->ops->object_begin(emit, "labels");
	for (size_t i = 0; i < container->n_labels; i++)
		eu_emit_str(emit, container->labels[i].key,
		     container->labels[i].value ? container->labels[i].value : "");
	emit->ops->object_end(emit);
}

void eu_report_emit_identity(struct eu_emit *emit, const struct eu_container *container)
{
	eu_emit_str(emit, "id", container->id);
	eu_emit_str(emit, "name", container->name);
	eu_emit_str_if(emit, "runtime", container->runtime);
	emit_image(emit, container);
}

static void emit_capability_set(struct eu_emit *emit, const char *key, uint64_t set)
{
	emit->ops->array_begin(emit, key);
	for (unsigned i = 0; i < 64; i++) {
		char name[EU_CAPABILITY_ROOM];

		if (set >> i & 1)
			eu_emit_str(emit, NULL, eu_report_capability(name, i));
	}
	emit->ops->array_end(emit);
}

const char *eu_report_seccomp(unsigned mode)
{
	static const char *const names[] = {"off", "strict", "filter"};

	return mode < sizeof(names) / sizeof(*names) ? names[mode] : "unknown";
}

const char *eu_report_capability(char room[EU_CAPABILITY_ROOM], unsigned capability)
{
	const struct eu_flagset *names = eu_flagset_find("capability");
	const char *name = names ? eu_flagset_name(names, capability) : NULL;

	if (name)
		return name;
	snprintf(room, EU_CAPABILITY_ROOM, "%u", capability);
	return room;
}

static void emit_confinement(struct eu_emit *emit, const struct eu_confinement_fact *fact)
{
	if (!fact)
		return;
	emit->ops->object_begin(emit, "confinement");
	emit->ops->boolean(emit, "no_new_privs", fact->no_new_privs);
	emit->ops->object_begin(emit, "user_namespace");
	number(emit, "inode", fact->user_namespace);
	emit->ops->boolean(emit, "initial", fact->initial_user_namespace);
	emit->ops->object_end(emit);
	emit->ops->object_begin(emit, "seccomp");
	eu_emit_str(emit, "mode", eu_report_seccomp(fact->seccomp));
	number(emit, "filters", fact->seccomp_filters);
	emit->ops->object_end(emit);
	emit->ops->object_begin(emit, "capabilities");
	emit_capability_set(emit, "inheritable", fact->inheritable);
	emit_capability_set(emit, "permitted", fact->permitted);
	emit_capability_set(emit, "effective", fact->effective);
	emit_capability_set(emit, "bounding", fact->bounding);
	emit_capability_set(emit, "ambient", fact->ambient);
	emit->ops->object_end(emit);
	eu_emit_str_if(emit, "libc", fact->libc);
	emit->ops->object_end(emit);
}

static void emit_who(struct eu_emit *emit, const struct eu_container_report *c)
{
	const struct eu_container *container = &c->container;

	emit->ops->object_begin(emit, "container");
	eu_report_emit_identity(emit, container);
	eu_emit_str_if(emit, "runtime_version", c->runtime_version);
	eu_emit_str_if(emit, "created", container->created);
	eu_emit_str_if(emit, "cgroup", container->cgroup);
	eu_emit_u64_if(emit, "init_pid", container->init_pid);
	eu_emit_true_if(emit, "existed", container->existed);
	emit_labels(emit, container);
	emit_confinement(emit, c->confinement);
	emit->ops->object_end(emit);
}

/* ---- facts ---- */

static void error_name(char *out, size_t size, int error)
{
	const char *name = eu_name_errno(error);

	if (name)
		snprintf(out, size, "%s", name);
	else
		snprintf(out, size, "%d", error);
}

/* How many of them were the runtime's, where that is known. */
static void init_part(struct eu_emit *emit, uint64_t init)
{
	if (init != EU_INIT_UNKNOWN)
		number(emit, "init", init);
}

/* {"family":{"value":2,"name":"AF_INET"},…} */
static void emit_value(struct eu_emit *emit, const struct eu_value_fact *fact)
{
	emit->ops->object_begin(emit, "arguments");
	for (size_t i = 0; i < fact->n_arguments; i++) {
		emit->ops->object_begin(emit, fact->arguments[i].name);
		number(emit, "value", fact->arguments[i].value);
		eu_emit_str_if(emit, "name", fact->arguments[i].text);
		emit->ops->object_end(emit);
	}
	emit->ops->object_end(emit);
	number(emit, "count", fact->count);
	init_part(emit, fact->init);
	seen(emit, fact->first, fact->last);
}

static void emit_values(struct eu_emit *emit, const struct eu_syscall_fact *fact)
{
	if (!fact->n_values)
		return;
	emit->ops->array_begin(emit, "values");
	for (size_t i = 0; i < fact->n_values; i++) {
		emit->ops->object_begin(emit, NULL);
		emit_value(emit, &fact->values[i]);
		emit->ops->object_end(emit);
	}
	emit->ops->array_end(emit);
}

static void emit_errors(struct eu_emit *emit, const struct eu_syscall_fact *fact)
{
	emit->ops->object_begin(emit, "errors");
	for (size_t i = 0; i < fact->n_errors; i++) {
		char name[32];

		error_name(name, sizeof(name), fact->errors[i].error);
		number(emit, name, fact->errors[i].count);
	}
	emit->ops->object_end(emit);
}

static bool is_of_init(const struct eu_errno_count *error)
{
	return error->init && error->init != EU_INIT_UNKNOWN;
}

static void emit_init_errors(struct eu_emit *emit, const struct eu_syscall_fact *fact)
{
	bool any = false;

	for (size_t i = 0; i < fact->n_errors; i++) {
		char name[32];

		if (!is_of_init(&fact->errors[i]))
			continue;
		if (!any)
			emit->ops->object_begin(emit, "init_errors");
		any = true;
		error_name(name, sizeof(name), fact->errors[i].error);
		number(emit, name, fact->errors[i].init);
	}
	if (any)
		emit->ops->object_end(emit);
}

static void emit_syscall(struct eu_emit *emit, const struct eu_syscall_fact *fact)
{
	eu_emit_str(emit, "name", fact->name);
	number(emit, "count", fact->count);
	init_part(emit, fact->init);
	emit_errors(emit, fact);
	emit_init_errors(emit, fact);
	emit_values(emit, fact);
	seen(emit, fact->first, fact->last);
}

/* By whom, where that is known. */
static const char *users_of(const struct eu_file_fact *fact)
{
	if (fact->untimed || (!fact->by_init && !fact->by_work))
		return NULL;
	return !fact->by_work ? "init" : fact->by_init ? "both" : "work";
}

static void emit_file(struct eu_emit *emit, const struct eu_file_fact *fact)
{
	eu_emit_str(emit, "path", fact->path);
	eu_emit_true_if(emit, "path_cut", fact->path_cut);
	emit->ops->object_begin(emit, "operations");
	eu_emit_u64_if(emit, "open", fact->opens);
	eu_emit_u64_if(emit, "read", fact->reads);
	eu_emit_u64_if(emit, "write", fact->writes);
	eu_emit_u64_if(emit, "map", fact->maps);
	eu_emit_u64_if(emit, "other", fact->other);
	emit->ops->object_end(emit);
	emit->ops->object_begin(emit, "bytes");
	number(emit, "read", fact->bytes_read);
	number(emit, "written", fact->bytes_written);
	eu_emit_u64_if(emit, "mapped", fact->bytes_mapped);
	emit->ops->object_end(emit);
	number(emit, "failures", fact->failures);
	eu_emit_true_if(emit, "existed", fact->existed);
	eu_emit_true_if(emit, "created", fact->created);
	eu_emit_true_if(emit, "deleted", fact->deleted);
	eu_emit_str_if(emit, "used_by", users_of(fact));
	seen(emit, fact->first, fact->last);
}

static void emit_executable(struct eu_emit *emit, const struct eu_executable_fact *fact)
{
	eu_emit_str(emit, "path", fact->path);
	texts(emit, "argv", fact->argv, fact->n_argv);
	if (fact->n_others) {
		emit->ops->array_begin(emit, "other_argv");
		for (size_t i = 0; i < fact->n_others; i++)
			texts(emit, NULL, fact->others[i].argv, fact->others[i].n_argv);
		emit->ops->array_end(emit);
	}
	eu_emit_true_if(emit, "more_argv", fact->more);
	eu_emit_true_if(emit, "argv_cut", fact->cut);
	eu_emit_str_if(emit, "parent", fact->parent);
	number(emit, "count", fact->count);
	seen(emit, fact->first, fact->last);
}

static void emit_peer(struct eu_emit *emit, const struct eu_peer_fact *fact)
{
	eu_emit_str(emit, "transport", fact->transport);
	emit->ops->text(emit, "address", fact->address, fact->address_len);
	eu_emit_u64_if(emit, "port", fact->port);
	eu_emit_str(emit, "direction", fact->direction);
	if (fact->container_id) {
		emit->ops->object_begin(emit, "container");
		eu_emit_str(emit, "id", fact->container_id);
		eu_emit_str_if(emit, "name", fact->container_name);
		emit->ops->object_end(emit);
	}
	emit->ops->object_begin(emit, "bytes");
	number(emit, "sent", fact->bytes_sent);
	number(emit, "received", fact->bytes_received);
	emit->ops->object_end(emit);
	number(emit, "count", fact->count);
	number(emit, "failures", fact->failures);
	seen(emit, fact->first, fact->last);
}

static void emit_capability(struct eu_emit *emit, const struct eu_capability_fact *fact)
{
	eu_emit_str(emit, "name", fact->name);
	number(emit, "granted", fact->granted);
	number(emit, "refused", fact->refused);
	eu_emit_u64_if(emit, "init_granted", fact->init_granted);
	eu_emit_u64_if(emit, "init_refused", fact->init_refused);
	eu_emit_u64_if(emit, "own_user_namespace", fact->below);
	texts(emit, "syscalls", fact->syscalls, fact->n_syscalls);
	seen(emit, fact->first, fact->last);
}

static void emit_step(struct eu_emit *emit, const struct eu_lifecycle_fact *fact)
{
	eu_emit_time_if(emit, "time", fact->time);
	eu_emit_str(emit, "action", fact->action);
	eu_emit_str_if(emit, "detail", fact->detail);
}

static void emit_loss(struct eu_emit *emit, const struct eu_loss *loss)
{
	eu_emit_str(emit, "class", loss->class);
	eu_emit_str(emit, "place", loss->place);
	number(emit, "count", loss->count);
}

static void emit_replica(struct eu_emit *emit, const struct eu_replica_fact *fact)
{
	eu_emit_str(emit, "id", fact->id);
	eu_emit_str(emit, "name", fact->name);
	eu_emit_str(emit, "host", fact->host);
	eu_emit_true_if(emit, "existed", fact->existed);
	seen(emit, fact->first, fact->last);
}

/* "key":[{…},{…}], each object's members written by emit_NAME. */
#define EMIT_FACTS(out, key, emit_one, facts, n)                                                   \
	do {                                                                                       \
		struct eu_emit *emit_ = &(out)->json.emit;                                         \
		emit_->ops->array_begin(emit_, key);                                               \
		for (size_t i_ = 0; i_ < (n); i_++) {                                              \
			emit_->ops->object_begin(emit_, NULL);                                     \
			emit_one(emit_, &(facts)[i_]);                                             \
			emit_->ops->object_end(emit_);                                             \
			eu_out_relieve(out);                                                       \
		}                                                                                  \
		emit_->ops->array_end(emit_);                                                      \
	} while (0)

void eu_report_emit_container(struct eu_out *out, const struct eu_report *report,
			      const struct eu_container_report *c)
{
	struct eu_emit *emit = &out->json.emit;

	eu_emit_str(emit, "host", c->host ?: report->host);
	seen(emit, c->first, c->last);
	emit->ops->boolean(emit, "complete", !c->n_loss);
	emit_who(emit, c);
	if (eu_report_is_merged(c)) {
		number(emit, "runs", c->runs);
		EMIT_FACTS(out, "replicas", emit_replica, c->replicas, c->n_replicas);
	}
	EMIT_FACTS(out, "syscalls", emit_syscall, c->syscalls, c->n_syscalls);
	EMIT_FACTS(out, "files", emit_file, c->files, c->n_files);
	EMIT_FACTS(out, "executables", emit_executable, c->executables, c->n_executables);
	EMIT_FACTS(out, "peers", emit_peer, c->peers, c->n_peers);
	EMIT_FACTS(out, "capabilities", emit_capability, c->capabilities, c->n_capabilities);
	EMIT_FACTS(out, "lifecycle", emit_step, c->lifecycle, c->n_lifecycle);
	EMIT_FACTS(out, "loss", emit_loss, c->loss, c->n_loss);
}

bool eu_report_is_merged(const struct eu_container_report *c)
{
	return c->runs > 1 || c->n_replicas > 1;
}

void eu_report_emit_head(struct eu_emit *emit, const struct eu_report *report)
{
	eu_emit_str(emit, "host", report->host);
	seen(emit, report->first, report->last);
	emit->ops->boolean(emit, "complete", report->complete);
}

int eu_report_write_json(const struct eu_report *report, int fd)
{
	struct eu_out out;
	struct eu_emit *emit = &out.json.emit;
	int ret = eu_out_init(&out, fd);

	if (ret)
		return ret;
	emit->ops->object_begin(emit, NULL);
	eu_report_emit_head(emit, report);
	eu_emit_u64_if(emit, "forgotten", report->n_forgotten);
	emit->ops->array_begin(emit, "containers");
	for (size_t i = 0; i < report->n_containers; i++) {
		emit->ops->object_begin(emit, NULL);
		eu_report_emit_container(&out, report, &report->containers[i]);
		emit->ops->object_end(emit);
	}
	emit->ops->array_end(emit);
	emit->ops->object_end(emit);
	out.bytes.data[out.bytes.len - 1] = '\n';
	return eu_out_finish(&out);
}
