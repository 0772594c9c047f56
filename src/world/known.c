/* SPDX-License-Identifier: Apache-2.0 */
#include "event_ids.h"

#include "world/known.h"

const struct eu_head *eu_known_process_record(struct eu_builder *builder,
					      const struct eu_known_process *known, uint64_t time)
{
	const struct eu_process *process = &known->process;
	struct eu_event_known_process *e = eu_builder_begin(builder, sizeof(*e));

	e->head = (struct eu_head){.type = EU_TYPE(eu_event_known_process),
				   .container = known->container,
				   .time = time,
				   .pid = process->pid,
				   .tid = process->pid};
	e->task = (struct eu_task){
		.pid = process->pid,
		.parent_pid = process->parent_pid,
		.container_pid = process->container_pid,
		.pid_namespace = process->pid_namespace,
		.uid = process->uid,
		.gid = process->gid,
		.start_time = process->start_time,
		.creds = known->creds,
	};
	e->task.comm = eu_builder_text(builder, process->name, strlen(process->name));
	e->executable = eu_builder_text(builder, process->executable, strlen(process->executable));
	e->mount_namespace = process->mount_namespace;
	e->existed = process->existed;
	e->inside = known->inside;
	return eu_builder_end(builder);
}

static void copy_text(const struct eu_head *record, struct eu_str str, char *out, size_t size)
{
	size_t len;
	const char *text = eu_record_text(record, str, &len);

	if (len >= size)
		len = size - 1;
	memcpy(out, text, len);
	out[len] = '\0';
}

void eu_known_process_read(const struct eu_event_known_process *e, struct eu_process *out,
			   struct eu_creds *creds, char comm[16], char path[4096])
{
	out->parent_pid = e->task.parent_pid;
	out->container_pid = e->task.container_pid;
	out->pid_namespace = e->task.pid_namespace;
	out->mount_namespace = e->mount_namespace;
	out->uid = e->task.uid;
	out->gid = e->task.gid;
	out->start_time = e->task.start_time;
	*creds = e->task.creds;
	copy_text(&e->head, e->task.comm, comm, 16);
	copy_text(&e->head, e->executable, path, 4096);
}
