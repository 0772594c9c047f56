// SPDX-License-Identifier: Apache-2.0
/* The public list of containers, out of what src/meta found. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/containers.h>

#include "cleanup.h"
#include "meta/file.h"
#include "meta/info.h"
#include "meta/meta.h"
#include "redact.h"
#include "report/json.h"
#include "schema/emit.h"
#include "schema/labels.h"
#include "write.h"

/* What is handed out points into `found`, which it owns. */
struct list {
	struct eu_containers public;
	struct eu_container_list *found;
	char trouble[320];
};

static void free_redact(struct eu_redact **redact)
{
	eu_redact_free(*redact);
}

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

/* A daemon tells a line: of a process that is gone, its words are all that can be told apart. */
static int redact_process(struct eu_redact *redact, struct eu_container_process *process)
{
	char args[EU_META_MAX_STRING], *line;
	ssize_t len = eu_read_proc(process->pid, "cmdline", args, sizeof(args));

	if (!process->command)
		return 0;
	if (len <= 0) {
		len = snprintf(args, sizeof(args), "%s", process->command);
		len = len < (ssize_t)sizeof(args) ? len : (ssize_t)sizeof(args) - 1;
		for (char *at = args; (at = strchr(at, ' '));)
			*at = '\0';
	}
	line = eu_redact_line(redact, args, len, (size_t)len >= sizeof(args) - 1);
	if (!line)
		return -ENOMEM;
	free(process->command);
	process->command = line;
	return 0;
}

static int redact_processes(const struct list *list, const struct eu_containers_options *options,
			    struct eu_error *err)
{
	eu_cleanup(free_redact) struct eu_redact *redact = NULL;
	int ret = 0;

	if (!options->n_redact)
		return 0;
	ret = eu_redact_new(&redact, options->redact, options->n_redact, err);
	for (size_t i = 0; i < list->found->n_entries && !ret; i++) {
		const struct eu_container_entry *entry = &list->found->entries[i];

		for (size_t p = 0; p < entry->n_processes && !ret; p++)
			if (redact_process(redact, &entry->processes[p]))
				ret = eu_fail(err, ENOMEM, "out of memory");
	}
	return ret;
}

static int fill_processes(struct eu_listed_container *out, const struct eu_container_entry *entry)
{
	struct eu_container_member *members = calloc(entry->n_processes, sizeof(*members));

	if (!members)
		return entry->n_processes ? -ENOMEM : 0;
	for (size_t i = 0; i < entry->n_processes; i++)
		members[i] = (struct eu_container_member){
		    .pid = entry->processes[i].pid,
		    .command = or_empty(entry->processes[i].command),
		};
	out->processes = members;
	out->n_processes = entry->n_processes;
	return 0;
}

static int fill(struct list *list)
{
	size_t n = list->found->n_entries;
	struct eu_listed_container *out = calloc(n ? n : 1, sizeof(*out));
	int ret = 0;

	if (!out)
		return -ENOMEM;
	list->public.list = out;
	for (size_t i = 0; i < n && !ret; i++) {
		const struct eu_container_info *info = list->found->entries[i].info;

		out[i].container = eu_info_container(info);
		out[i].status = or_empty(info->status);
		out[i].exit_code = info->has_exit_code ? info->exit_code : -1;
		ret = fill_processes(&out[i], &list->found->entries[i]);
		list->public.n++;
	}
	return ret;
}

static void describe_trouble(struct list *list)
{
	const struct eu_meta_stats *stats = &list->found->stats;

	list->public.trouble = list->trouble;
	if (stats->timed_out || stats->unreachable || stats->malformed || stats->too_large)
		snprintf(list->trouble, sizeof(list->trouble),
			 "the list may not be complete: %.250s",
			 *stats->last_error ? stats->last_error : "a runtime did not answer well");
	if (list->found->more)
		snprintf(list->trouble, sizeof(list->trouble),
			 "there are more containers than these %d", EU_META_MAX_LISTED);
}

int eu_containers_list(struct eu_containers **out, const struct eu_containers_options *options,
		       struct eu_error *err)
{
	struct eu_meta_options meta = {.sockets = options->sockets,
				       .n_sockets = options->n_sockets,
				       .state_dirs = options->state_dirs,
				       .n_state_dirs = options->n_state_dirs};
	struct list *list = calloc(1, sizeof(*list));
	int ret;

	if (!list)
		return eu_fail(err, ENOMEM, "out of memory");
	ret = eu_meta_list(&list->found, &meta, options->processes,
			   options->deadline_ms ? options->deadline_ms : 5000, err);
	if (!ret)
		ret = redact_processes(list, options, err);
	if (!ret && fill(list))
		ret = eu_fail(err, ENOMEM, "out of memory");
	if (ret) {
		eu_containers_free(&list->public);
		return ret;
	}
	describe_trouble(list);
	*out = &list->public;
	return 0;
}

void eu_containers_free(struct eu_containers *containers)
{
	struct list *list = (struct list *)containers;

	if (!list)
		return;
	for (size_t i = 0; i < containers->n; i++)
		free((void *)containers->list[i].processes);
	free((void *)containers->list);
	eu_container_list_free(list->found);
	free(list);
}

/* ---- JSON ---- */

static void put(struct eu_emit *out, const char *key, const char *value)
{
	if (*value)
		out->ops->text(out, key, value, strlen(value));
}

static void put_labels(struct eu_emit *out, const struct eu_container *container)
{
	if (!container->n_labels)
		return;
	out->ops->object_begin(out, "labels");
	for (size_t i = 0; i < container->n_labels; i++)
		out->ops->text(out, container->labels[i].key, or_empty(container->labels[i].value),
			       strlen(or_empty(container->labels[i].value)));
	out->ops->object_end(out);
}

static void put_processes(struct eu_emit *out, const struct eu_listed_container *listed)
{
	if (!listed->n_processes)
		return;
	out->ops->array_begin(out, "processes");
	for (size_t i = 0; i < listed->n_processes; i++) {
		out->ops->object_begin(out, NULL);
		out->ops->u64(out, "pid", listed->processes[i].pid);
		put(out, "command", listed->processes[i].command);
		out->ops->object_end(out);
	}
	out->ops->array_end(out);
}

static void put_container(struct eu_emit *out, const struct eu_listed_container *listed)
{
	const struct eu_container *container = &listed->container;

	out->ops->object_begin(out, NULL);
	put(out, "id", container->id);
	put(out, "name", container->name);
	put(out, "runtime", container->runtime);
	put(out, "status", listed->status);
	eu_report_emit_image(out, container);
	put(out, "created", container->created);
	put(out, "cgroup", container->cgroup);
	if (container->init_pid)
		out->ops->u64(out, "init_pid", container->init_pid);
	if (listed->exit_code >= 0)
		out->ops->i64(out, "exit_code", listed->exit_code);
	put_labels(out, container);
	eu_emit_true_if(out, "labels_truncated", eu_labels_truncated(container));
	eu_emit_true_if(out, "labels_unknown", container->labels_unknown);
	put_processes(out, listed);
	out->ops->object_end(out);
}

int eu_containers_write_json(const struct eu_containers *containers, int fd)
{
	struct eu_emit_json json;
	struct eu_bytes bytes;
	int ret = eu_bytes_init(&bytes, 64 << 10);

	if (ret)
		return ret;
	eu_emit_json_init(&json, &bytes);
	json.emit.ops->array_begin(&json.emit, NULL);
	for (size_t i = 0; i < containers->n; i++)
		put_container(&json.emit, &containers->list[i]);
	json.emit.ops->array_end(&json.emit);
	bytes.data[bytes.len - 1] = '\n';
	ret = bytes.failed ? -EFBIG : eu_write_all(fd, bytes.data, bytes.len);
	eu_bytes_free(&bytes);
	return ret;
}
