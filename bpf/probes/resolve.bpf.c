/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * Where names lead to, seen in the functions of the kernel that have just looked them up; see
 * resolved.h. What is passed to chmod_common, chown_common, vfs_truncate and path_mount is the
 * same since 5.9, and the rest since long before.
 */
#include "../arch.h"
#include "../filter.h"
#include "../resolved.h"

static const struct eu_resolved nothing = {};

/* An entry for the call that the current task is in, if somebody will ask for it. */
static __always_inline struct eu_resolved *eu_resolve(void)
{
	__u64 task = (__u64)eu_task();
	struct eu_resolved *entry;
	struct pt_regs regs = {};
	eu_ref ref;
	__u32 call;

	if (!eu_watched(eu_cpu(), &ref))
		return NULL;
	bpf_probe_read_kernel(&regs, sizeof(regs), eu_task_regs(eu_task()));
	call = eu_call_index(&regs) & (EU_CALLS - 1);
	if (!(plans[call] & EU_PLAN_PROBE) ||
	    bpf_map_update_elem(&resolved, &task, &nothing, BPF_ANY))
		return NULL;
	entry = bpf_map_lookup_elem(&resolved, &task);
	if (entry)
		entry->call = call;
	return entry;
}

static __always_inline void eu_note_place(struct eu_resolved_name *out, struct dentry *dentry,
					  struct vfsmount *mnt)
{
	out->dentry = (__u64)dentry;
	out->mnt = (__u64)mnt;
	out->dentry_inode = (__u64)BPF_CORE_READ(dentry, d_inode);
}

static __always_inline void eu_note_inode(struct eu_resolved_name *out, struct dentry *dentry)
{
	struct inode *inode = BPF_CORE_READ(dentry, d_inode);

	if (!inode)
		return;
	out->inode = BPF_CORE_READ(inode, i_ino);
	out->device = BPF_CORE_READ(inode, i_sb, s_dev);
	out->fs = BPF_CORE_READ(inode, i_sb, s_magic);
}

static __always_inline void eu_note_file(struct eu_resolved_name *out, struct dentry *dentry,
					 struct vfsmount *mnt)
{
	eu_note_place(out, dentry, mnt);
	eu_note_inode(out, dentry);
}

/* A name in a directory: when the call is done there may be none, or another. */
static __always_inline void eu_note_name(struct eu_resolved_name *out, const struct path *dir,
					 struct dentry *dentry)
{
	long len = bpf_probe_read_kernel_str(out->name, sizeof(out->name),
					     BPF_CORE_READ(dentry, d_name.name));

	eu_note_place(out, BPF_CORE_READ(dir, dentry), BPF_CORE_READ(dir, mnt));
	eu_note_inode(out, dentry);
	out->len = len > 0 ? len - 1 : 0;
}

static __always_inline int eu_resolve_name(const struct path *dir, struct dentry *dentry)
{
	struct eu_resolved *entry = eu_resolve();

	if (entry)
		eu_note_name(&entry->names[0], dir, dentry);
	return 0;
}

static __always_inline int eu_resolve_path(const struct path *path)
{
	struct eu_resolved *entry = eu_resolve();

	if (entry)
		eu_note_file(&entry->names[0], BPF_CORE_READ(path, dentry), BPF_CORE_READ(path, mnt));
	return 0;
}

SEC("?fentry/security_path_unlink")
EU_SERVES("unlink")
int BPF_PROG(resolve_unlink, const struct path *dir, struct dentry *dentry)
{
	return eu_resolve_name(dir, dentry);
}

SEC("?fentry/security_path_rmdir")
EU_SERVES("rmdir")
int BPF_PROG(resolve_rmdir, const struct path *dir, struct dentry *dentry)
{
	return eu_resolve_name(dir, dentry);
}

SEC("?fentry/security_path_mkdir")
EU_SERVES("mkdir")
int BPF_PROG(resolve_mkdir, const struct path *dir, struct dentry *dentry)
{
	return eu_resolve_name(dir, dentry);
}

SEC("?fentry/security_path_symlink")
EU_SERVES("symlink")
int BPF_PROG(resolve_symlink, const struct path *dir, struct dentry *dentry)
{
	return eu_resolve_name(dir, dentry);
}

/* Both are on one mount, or it is refused before. */
SEC("?fentry/security_path_link")
EU_SERVES("link")
int BPF_PROG(resolve_link, struct dentry *old, const struct path *dir, struct dentry *dentry)
{
	struct eu_resolved *entry = eu_resolve();

	if (!entry)
		return 0;
	eu_note_file(&entry->names[0], old, BPF_CORE_READ(dir, mnt));
	eu_note_name(&entry->names[1], dir, dentry);
	return 0;
}

SEC("?fentry/security_path_rename")
EU_SERVES("rename")
int BPF_PROG(resolve_rename, const struct path *old_dir, struct dentry *old,
	     const struct path *dir, struct dentry *dentry)
{
	struct eu_resolved *entry = eu_resolve();

	if (!entry)
		return 0;
	eu_note_name(&entry->names[0], old_dir, old);
	eu_note_name(&entry->names[1], dir, dentry);
	return 0;
}

SEC("?fentry/chmod_common")
EU_SERVES("chmod")
int BPF_PROG(resolve_chmod, const struct path *path)
{
	return eu_resolve_path(path);
}

SEC("?fentry/chown_common")
EU_SERVES("chown")
int BPF_PROG(resolve_chown, const struct path *path)
{
	return eu_resolve_path(path);
}

SEC("?fentry/vfs_truncate")
EU_SERVES("truncate")
int BPF_PROG(resolve_truncate, const struct path *path)
{
	return eu_resolve_path(path);
}

SEC("?fentry/path_mount")
EU_SERVES("mount")
int BPF_PROG(resolve_mount, const char *source, const struct path *path)
{
	return eu_resolve_path(path);
}

SEC("?fentry/security_move_mount")
EU_SERVES("mount")
int BPF_PROG(resolve_move_mount, const struct path *from, const struct path *to)
{
	return eu_resolve_path(to);
}

/* What is unmounted has no place any more when the call returns. */
SEC("?fentry/path_umount")
EU_SERVES("umount")
int BPF_PROG(resolve_umount, const struct path *path)
{
	struct eu_resolved *entry = eu_resolve();
	struct mount *mnt, *above;

	if (!entry)
		return 0;
	mnt = (void *)BPF_CORE_READ(path, mnt) - bpf_core_field_offset(struct mount, mnt);
	above = BPF_CORE_READ(mnt, mnt_parent);
	if (BPF_CORE_READ(path, dentry) != BPF_CORE_READ(mnt, mnt.mnt_root) || above == mnt)
		eu_note_file(&entry->names[0], BPF_CORE_READ(path, dentry), BPF_CORE_READ(path, mnt));
	else
		eu_note_place(&entry->names[0], BPF_CORE_READ(mnt, mnt_mountpoint),
			      (void *)above + bpf_core_field_offset(struct mount, mnt));
	return 0;
}
