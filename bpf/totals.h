/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * What is done with files, added up per container and file.
 *
 * A descriptor is no help: at the exit of close and dup2 its file is gone. So totals belong to the
 * file, and user space reads them from time to time. The path is sent once, when a file comes in
 * sight. What finds no room in the table is sent at once, as an event of its own.
 *
 * Of mapped memory only the mappings are counted, not what goes through it. Not counted are
 * io_uring, and clones (ioctl FICLONE), which share blocks; pipes, sockets, and what else has no place
 * in a file system.
 */
#pragma once

#include "identity.h"
#include "pending.h"

#define EU_S_IFMT 0170000
#define EU_S_IFCHR 0020000
#define EU_S_IFBLK 0060000
#define EU_S_IFREG 0100000
#define EU_ANON_INODE_MAGIC 0x09041934
#define EU_PIDFS_MAGIC 0x50494446 /* since 6.9 */

enum eu_file_use {
	EU_USE_OPEN,
	EU_USE_CREATE,
	EU_USE_TRUNCATE, /* an open that emptied it */
	EU_USE_READ,
	EU_USE_WRITE,
	EU_USE_MAP,
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1); /* the loader makes it EU_MAX_FILES when somebody asks */
	__type(key, struct eu_file_key);
	__type(value, struct eu_file_total);
} file_totals SEC(".maps");

/* Names and mounts; what is further up is not told apart. A verifier goes through each of them. */
#define EU_HASHED_COMPONENTS 32

/* On the way up from a file. */
struct eu_climb {
	struct dentry *dentry, *top; /* top: where the mount begins */
	struct mount *mnt;
	__u32 hash;
};

/* Of one type, whether it is the file's mount or one above: or the verifier would tell the ways up
 * apart, and go through each. */
static __always_inline struct mount *eu_mount_of(const void *vfsmount)
{
	const void *mount = vfsmount - bpf_core_field_offset(struct mount, mnt);

	return eu_has_casts() ? bpf_rdonly_cast(mount, bpf_core_type_id_kernel(struct mount)) :
				(void *)mount;
}

/* False where there is no name above; also eu_climb_mount. */
static __always_inline bool eu_climb_name(struct eu_climb *at)
{
	struct eu_name name = eu_name_of(at->dentry);

	if (name.parent == at->dentry)
		return false;
	at->hash = at->hash * 31 + name.hash;
	at->dentry = name.parent;
	return true;
}

static __always_inline bool eu_climb_mount(struct eu_climb *at)
{
	struct mount *mnt = at->mnt;
	struct mount *above = eu_member(struct mount, mnt, mnt_parent);

	if (above == mnt)
		return false;
	at->dentry = eu_member(struct mount, mnt, mnt_mountpoint);
	at->mnt = above;
	at->top = eu_member(struct mount, above, mnt.mnt_root);
	return true;
}

/* One for each path from the task's root: of the names on the way, of which the dentry cache has
 * hashes at hand. It is made anew with each use, because a directory above may have got another
 * name; so a step is short. A function of its own: the verifier goes through what follows once, and
 * not for each way out of the loop. */
static __noinline __u32 eu_path_hash(struct task_struct *task, struct file *file)
{
	struct fs_struct *fs = (struct fs_struct *)eu_my(task, fs);
	struct dentry *root = eu_member(struct fs_struct, fs, root.dentry);
	struct mount *root_mnt = eu_mount_of(eu_member(struct fs_struct, fs, root.mnt));
	struct mount *mnt = eu_mount_of(eu_member(struct file, file, f_path.mnt));
	struct eu_climb at = {
		.dentry = eu_member(struct file, file, f_path.dentry),
		.top = eu_member(struct mount, mnt, mnt.mnt_root),
		.mnt = mnt,
	};

#pragma clang loop unroll(disable)
	for (int i = 0; i < EU_HASHED_COMPONENTS && (at.dentry != root || at.mnt != root_mnt); i++)
		if (!(at.dentry == at.top ? eu_climb_mount(&at) : eu_climb_name(&at)))
			break;
	return at.hash;
}

/* Fills the key; false for what is not a file to be counted. */
static __always_inline bool eu_file_key(struct eu_file_key *key, eu_ref ref,
					struct task_struct *task, struct file *file)
{
	struct inode *inode = eu_member(struct file, file, f_inode);
	__u16 type = eu_member(struct inode, inode, i_mode) & EU_S_IFMT;
	struct super_block *sb;
	__u64 magic;

	if (type != EU_S_IFREG && type != EU_S_IFCHR && type != EU_S_IFBLK)
		return false;
	sb = eu_member(struct inode, inode, i_sb);
	magic = eu_member(struct super_block, sb, s_magic);
	if (magic == EU_ANON_INODE_MAGIC || magic == EU_PIDFS_MAGIC)
		return false;
	*key = (struct eu_file_key){
		.container = ref,
		.path_hash = eu_path_hash(task, file),
		.inode = eu_member(struct inode, inode, i_ino),
		.device = eu_member(struct super_block, sb, s_dev),
		.generation = eu_member(struct inode, inode, i_generation),
	};
	return true;
}

static __always_inline void eu_add_use(struct eu_file_total *total, enum eu_file_use use,
				       __u64 bytes)
{
	switch (use) {
	case EU_USE_CREATE:
		total->created = 1;
		total->last_made = bpf_ktime_get_ns();
		if (!total->first_made)
			total->first_made = total->last_made;
		__sync_fetch_and_add(&total->opens, 1);
		return;
	case EU_USE_TRUNCATE:
		__sync_fetch_and_add(&total->truncations, 1);
		/* fallthrough */
	case EU_USE_OPEN:
		__sync_fetch_and_add(&total->opens, 1);
		return;
	case EU_USE_READ:
		__sync_fetch_and_add(&total->reads, 1);
		__sync_fetch_and_add(&total->bytes_read, bytes);
		return;
	case EU_USE_WRITE:
		__sync_fetch_and_add(&total->writes, 1);
		__sync_fetch_and_add(&total->bytes_written, bytes);
		return;
	case EU_USE_MAP:
		__sync_fetch_and_add(&total->maps, 1);
		__sync_fetch_and_add(&total->bytes_mapped, bytes);
	}
}

static __always_inline struct eu_file_total *eu_new_total(const struct eu_file_key *key, __u32 now)
{
	struct eu_file_total empty = {.first = now};

	bpf_map_update_elem(&file_totals, key, &empty, BPF_NOEXIST);
	return bpf_map_lookup_elem(&file_totals, key);
}

static __always_inline void eu_say_seen(struct eu_cpu *cpu, const struct eu_file_key *key,
					struct file *file)
{
	struct eu_event_file_seen *e;
	struct eu_scratch *scratch;

	e = eu_begin(struct eu_event_file_seen, key->container, scratch);
	if (!e)
		return;
	*e = (struct eu_event_file_seen){
		.head = eu_head(scratch),
		.generation = key->generation,
		.path_hash = key->path_hash,
	};
	eu_describe(&e->file, file);
	eu_path_of_file(scratch, e, file, file);
	eu_send_with_paths(scratch, cpu);
}

/* Two records of a call may wait for their paths: of what it reads, and of what it writes. Computed, as
 * eu_pending_level. */
static __always_inline bool eu_may_wait(const struct eu_cpu *cpu)
{
	__u64 task = (__u64)eu_task(), waiting = 0;

	for (int i = 0; i < EU_LEVELS; i++) {
		__u64 other = cpu->level_task[i] ^ task;

		waiting += 1 - ((other | -other) >> 63);
	}
	return waiting < 2;
}

/* There was no room to add it up. */
static __always_inline void eu_say_use(struct eu_cpu *cpu, eu_ref ref, struct file *file,
				       enum eu_file_use use, __u64 bytes)
{
	struct eu_scratch *scratch;
	struct eu_event_io *e;

	if (!eu_may_wait(cpu)) {
		eu_lose(ref, bpf_core_type_id_local(struct eu_event_io), EU_PLACE_MAP);
		return;
	}
	e = eu_begin(struct eu_event_io, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_io){
		.head = eu_head(scratch),
		.opens = use <= EU_USE_TRUNCATE, /* the ways to open it are the first */
		.reads = use == EU_USE_READ,
		.writes = use == EU_USE_WRITE,
		.maps = use == EU_USE_MAP,
		.bytes_mapped = use == EU_USE_MAP ? bytes : 0,
		.bytes_read = use == EU_USE_READ ? bytes : 0,
		.bytes_written = use == EU_USE_WRITE ? bytes : 0,
		.first = scratch->time,
		.last = scratch->time,
		.first_made = use == EU_USE_CREATE ? scratch->time : 0,
		.last_made = use == EU_USE_CREATE ? scratch->time : 0,
		.created = use == EU_USE_CREATE,
		.truncations = use == EU_USE_TRUNCATE,
		.phases = eu_use_phase(ref),
	};
	eu_describe(&e->file, file);
	eu_path_of_file(scratch, e, file, file);
	eu_send_with_paths(scratch, cpu);
}

/* False: it is none to be counted. */
static __always_inline bool eu_count_use(struct eu_cpu *cpu, struct task_struct *me, eu_ref ref,
					 struct file *file, enum eu_file_use use, __u64 bytes)
{
	__u32 now = bpf_jiffies64() - clock_jiffies;
	struct eu_file_total *total;
	struct eu_file_key key;

	if (!eu_file_key(&key, ref, me, file))
		return false;
	total = bpf_map_lookup_elem(&file_totals, &key);
	if (!total)
		total = eu_new_total(&key, now);
	if (!total) {
		eu_say_use(cpu, ref, file, use, bytes);
		return true;
	}
	eu_add_use(total, use, bytes);
	total->last = now;
	total->phases |= eu_use_phase(ref);
	if (total->named)
		return true;
	if (!eu_may_wait(cpu)) { /* perhaps with its next use */
		eu_lose(ref, bpf_core_type_id_local(struct eu_event_file_seen), EU_PLACE_SCRATCH);
		return true;
	}
	total->named = 1;
	eu_say_seen(cpu, &key, file);
	return true;
}
