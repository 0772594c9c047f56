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

/* Fills the key; false for what is not a file to be counted. */
static __always_inline bool eu_file_key(struct eu_file_key *key, eu_ref ref, struct file *file)
{
	struct inode *inode = eu_member(struct file, file, f_inode);
	__u16 type = eu_member(struct inode, inode, i_mode) & EU_S_IFMT;
	struct dentry *dentry = eu_member(struct file, file, f_path.dentry);
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
		.name_hash = eu_member(struct dentry, dentry, d_name.hash),
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
		.name_hash = key->name_hash,
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
		.opens = use == EU_USE_OPEN || use == EU_USE_CREATE,
		.reads = use == EU_USE_READ,
		.writes = use == EU_USE_WRITE,
		.maps = use == EU_USE_MAP,
		.bytes_mapped = use == EU_USE_MAP ? bytes : 0,
		.bytes_read = use == EU_USE_READ ? bytes : 0,
		.bytes_written = use == EU_USE_WRITE ? bytes : 0,
		.first = scratch->time,
		.last = scratch->time,
		.created = use == EU_USE_CREATE,
		.phases = eu_use_phase(ref),
	};
	eu_describe(&e->file, file);
	eu_path_of_file(scratch, e, file, file);
	eu_send_with_paths(scratch, cpu);
}

/* False: it is none to be counted. */
static __always_inline bool eu_count_use(struct eu_cpu *cpu, eu_ref ref, struct file *file,
					 enum eu_file_use use, __u64 bytes)
{
	__u32 now = bpf_jiffies64() - clock_jiffies;
	struct eu_file_total *total;
	struct eu_file_key key;

	if (!eu_file_key(&key, ref, file))
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
