/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Walks the paths of a record that a syscall's program has left, then sends the record. */
#include "pending.h"
#include "resolved.h"
#include "root.h"

#define EU_COMPONENTS_AT_ONCE 24
#define EU_LEADING_DOTS 8

/* "./x" is x, and "../x" is x in the parent: of a directory, which no link hides, both are right.
 * Inside of a name ".." may come after a link, so that it stays. */
static __always_inline void eu_eat_dots(struct eu_scratch *scratch, struct eu_pending *pending)
{
	for (int i = 0; i < EU_LEADING_DOTS; i++) {
		char text[4] = {};
		__u32 dots;

		bpf_probe_read_user_str(text, sizeof(text), (void *)pending->name);
		if (i && text[0] == '/') {
			pending->name++;
			continue;
		}
		dots = text[0] != '.' ? 0 : text[1] != '.' ? 1 : 2;
		if (!dots)
			return;
		if (dots == 1 ? text[1] && text[1] != '/' : text[2] && text[2] != '/')
			return; /* ".profile", "..." */
		scratch->walk.up += dots == 2;
		pending->name += dots;
		if (dots == 1 ? text[1] : text[2])
			pending->name++;
	}
}

/* Where the name led to is known: that is walked, and the name as passed is told beside it. */
static __always_inline void eu_take_resolved(struct eu_scratch *scratch, struct eu_pending *pending,
					     const struct eu_resolved_name *name, bool second)
{
	struct eu_file *file = (struct eu_file *)(scratch->data + (pending->path_at & 0xfc));
	__u32 unread = 0; /* the path is known in any case */

	if (!second) {
		file->raw_path = eu_name_user(scratch, pending->name, &unread);
		file->inode = name->inode;
		file->device = name->device;
		file->fs = name->fs;
	}
	pending->kind = EU_PENDING_FILE;
	pending->dentry = name->dentry;
	pending->mnt = name->mnt;
	eu_walk_begin(scratch, pending->dentry, pending->mnt);
	if (name->len)
		eu_walk_text(scratch, name->name, name->len, true);
}

/* All records with names begin with the call and the file that its first name is about. */
static __always_inline bool eu_is_first(const struct eu_pending *pending)
{
	return pending->path_at == __builtin_offsetof(struct eu_event_unlink, file.path);
}

static __always_inline bool eu_begin_resolved(struct eu_scratch *scratch,
					      struct eu_pending *pending, __u32 call)
{
	bool second = !eu_is_first(pending);
	const struct eu_resolved_name *name;

	if (pending->kind != EU_PENDING_NAME || !pending->state_at)
		return false;
	name = eu_resolved_name(call, second);
	if (name)
		eu_take_resolved(scratch, pending, name, second);
	return name;
}

static __always_inline void eu_begin_pending(struct eu_scratch *scratch, struct eu_pending *pending,
					     __u32 call)
{
	if (eu_begin_resolved(scratch, pending, call))
		return;
	eu_walk_begin(scratch, pending->dentry, pending->mnt);
	if (pending->kind == EU_PENDING_NAME) {
		scratch->walk.state |= EU_PATH_RAW;
		if (pending->dentry)
			eu_eat_dots(scratch, pending);
	}
}

/* Some steps further: false when there are more to go. */
static __always_inline bool eu_walk_on(struct eu_scratch *scratch)
{
#pragma clang loop unroll(disable)
	for (int i = 0; i < EU_COMPONENTS_AT_ONCE; i++)
		if (!eu_walk_step(scratch))
			return true;
	scratch->walk.steps += EU_COMPONENTS_AT_ONCE;
	if (scratch->walk.steps < EU_COMPONENTS)
		return false;
	scratch->walk.state |= EU_PATH_TRUNCATED;
	return true;
}

/* The walked directory, a slash unless it is the root, and the name, which is *end. */
static __always_inline struct eu_str eu_join_name(struct eu_scratch *scratch, struct eu_str all,
						  __u64 name, struct eu_str *end)
{
	char first;

	if (!bpf_probe_read_user(&first, 1, (void *)name) && !first && all.len)
		return all;
	if (all.len > 1) {
		scratch->data[eu_room(scratch)] = '/';
		all.len += eu_appended(scratch, 1, false).len;
	}
	*end = eu_name_user(scratch, name, &scratch->walk.state);
	all.len += end->len;
	if (scratch->walk.state & EU_PATH_UNREADABLE)
		all.len = 0;
	return all;
}

/* The name as passed: the end of the path, or, where that lacks the dots it began with, once more. */
static __always_inline void eu_put_passed(struct eu_scratch *scratch,
					  const struct eu_pending *pending, struct eu_str end)
{
	struct eu_event_unlink *record = (struct eu_event_unlink *)scratch->data;
	__u32 unread = 0; /* the path says what is wrong with it */

	if (record->file.raw_path.len)
		return; /* the program of the call knows better */
	if (pending->passed != pending->name)
		end = eu_name_user(scratch, pending->passed, &unread);
	record->file.raw_path = end;
}

static __always_inline void eu_end_pending(struct eu_scratch *scratch,
					   const struct eu_pending *pending)
{
	struct eu_str path = {.offset = scratch->used}, end = {};
	__u32 len;

	if (pending->dentry) {
		len = eu_walk_end(scratch);
		path = eu_bytes(scratch, scratch->walk.text +
						 (scratch->walk.position & (EU_STRING_MAX - 1)), len);
	}
	if (pending->kind == EU_PENDING_NAME)
		path = eu_join_name(scratch, path, pending->name, &end);
	if (pending->kind == EU_PENDING_NAME && pending->dentry && path.len && eu_is_first(pending))
		eu_put_passed(scratch, pending, end);
	*(struct eu_str *)(scratch->data + (pending->path_at & 0xfc)) = path;
	if (!pending->state_at)
		return;
	if (path.len && !(scratch->walk.state & EU_PATH_DETACHED) && eu_in_chroot(scratch))
		scratch->walk.state |= EU_PATH_CHROOT;
	*(__u32 *)(scratch->data + (pending->state_at & 0xfc)) = scratch->walk.state;
}

/* Goes on with the path that is next: true when it is complete. */
static __always_inline bool eu_walk_pending(struct eu_scratch *scratch, __u32 call)
{
	struct eu_pending *pending =
		&scratch->pending[eu_bounded(scratch->at_pending, EU_PENDING)];

	if (!scratch->walk.steps)
		eu_begin_pending(scratch, pending, call);
	if (pending->dentry && !eu_walk_on(scratch))
		return false;
	eu_end_pending(scratch, pending);
	scratch->walk.steps = 0;
	return true;
}

/* The scratch that a program of this task left: there is one, or this would not run. Some steps
 * further: NULL when there are more. */
static __always_inline struct eu_scratch *eu_walk_paths(struct eu_cpu *cpu)
{
	__u32 index = bpf_get_smp_processor_id() * EU_LEVELS + eu_pending_level(cpu);
	struct eu_scratch *scratch = bpf_map_lookup_elem(&scratches, &index);

	if (!scratch)
		return NULL;
	if (scratch->at_pending < scratch->n_pending && eu_walk_pending(scratch, cpu->call))
		scratch->at_pending++;
	if (scratch->at_pending < scratch->n_pending)
		return NULL;
	eu_forget_names();
	cpu->level_task[eu_bounded(scratch->index, EU_LEVELS)] = 0;
	return scratch;
}

SEC("?tp_btf/sys_exit")
EU_TAG("exit:@paths")
int paths_exit(__u64 *ctx)
{
	struct eu_cpu *cpu = eu_cpu();
	struct eu_scratch *scratch = eu_walk_paths(cpu);

	if (!scratch) {
		bpf_tail_call(ctx, &exits, EU_CALL_PATHS);
		return 0;
	}
	eu_send(scratch);
	return eu_syscall_next(ctx, cpu);
}

/* Tail calls stay on their hook since 6.12 (commit 28ead3eaabc1), so exec has its own. */
SEC("tp_btf/sched_process_exec")
EU_TAG("exit:@exec_paths")
int exec_paths(__u64 *ctx)
{
	struct eu_scratch *scratch = eu_walk_paths(eu_cpu());

	if (!scratch) {
		bpf_tail_call(ctx, &exec_walks, 0);
		return 0;
	}
	eu_send(scratch);
	return 0;
}
