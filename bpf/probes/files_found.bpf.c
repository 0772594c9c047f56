/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Files that were open before Eunomia: run once, when its other programs watch already. Thousands
 * of them would not fit into a ring, so that user space reads their records from the iterator. */
#include "../filter.h"
#include "../totals.h"
#include "../walk.h"

#define EU_FOUND_COMPONENTS 48
#define EU_MAX_FOUND (EU_MAX_FILES / 2) /* the table is for what is used */

__u32 files_found;

/* The path as the process that has the file open sees it. */
static __always_inline void eu_found_path(struct eu_scratch *scratch, struct eu_event_file_seen *e,
					  struct task_struct *task, struct file *file)
{
	__u32 from, len;
	int i;

	eu_walk_from(scratch, task, (__u64)BPF_CORE_READ(file, f_path.dentry),
		     (__u64)BPF_CORE_READ(file, f_path.mnt));
#pragma clang loop unroll(disable)
	for (i = 0; i < EU_FOUND_COMPONENTS; i++)
		if (!eu_walk_step(scratch))
			break;
	if (i == EU_FOUND_COMPONENTS)
		scratch->walk.state |= EU_PATH_TRUNCATED;
	len = eu_bounded(eu_walk_end(scratch), EU_STRING_MAX);
	from = eu_bounded(scratch->walk.position, EU_STRING_MAX);
	e->file.path = eu_bytes(scratch, scratch->walk.text + from, len);
	e->file.path_state = scratch->walk.state;
}

static __always_inline void eu_write_found(struct seq_file *out, const struct eu_file_key *key,
					   struct task_struct *task, struct file *file)
{
	struct eu_event_file_seen *e;
	struct eu_scratch *scratch;
	__u32 pid = BPF_CORE_READ(task, tgid), size;

	e = eu_begin(struct eu_event_file_seen, key->container, scratch);
	if (!e)
		return;
	*e = (struct eu_event_file_seen){
		.head = eu_head(scratch),
		.generation = key->generation,
		.path_hash = key->path_hash,
	};
	e->head.pid = e->head.tid = pid;
	eu_describe(&e->file, file);
	eu_found_path(scratch, e, task, file);
	size = eu_size(scratch);
	e->head.size = size;
	bpf_seq_write(out, scratch->data, size);
	eu_release(scratch);
}

SEC("?iter/task_file")
EU_SERVES("io")
int found_files(struct bpf_iter__task_file *ctx)
{
	__u32 now = bpf_jiffies64() - clock_jiffies;
	struct eu_file_total empty = {.first = now, .last = now, .existed = 1, .named = 1};
	struct task_struct *task = ctx->task;
	struct file *file = ctx->file;
	struct eu_file_total *total;
	struct eu_file_key key;
	eu_ref ref;

	if (!task || !file || BPF_CORE_READ(task, pid) != BPF_CORE_READ(task, tgid))
		return 0;
	ref = eu_task_ref(task);
	if (!eu_task_watched(ref, BPF_CORE_READ(task, tgid)) || !eu_file_key(&key, ref, task, file))
		return 0;
	total = bpf_map_lookup_elem(&file_totals, &key);
	if (total) /* found in another process, or used since we watch */
		total->existed = 1;
	if (total || files_found >= EU_MAX_FOUND ||
	    bpf_map_update_elem(&file_totals, &key, &empty, BPF_NOEXIST))
		return 0;
	files_found++;
	eu_write_found(ctx->meta->seq, &key, task, file);
	return 0;
}
