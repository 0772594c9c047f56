/* SPDX-License-Identifier: Apache-2.0 */
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <linux/capability.h>
#include <linux/magic.h>

#include "names.h"

const char *eu_name_errno(uint64_t number)
{
	/* include/linux/errno.h: never seen by the caller, but by whoever watches */
	static const char *const internal[] = {
	    "ERESTARTSYS",           "ERESTARTNOINTR", "ERESTARTNOHAND", "ENOIOCTLCMD",
	    "ERESTART_RESTARTBLOCK", "EPROBE_DEFER",   "EOPENSTALE",     "ENOPARAM",
	};

	if (number >= 512 && number - 512 < sizeof(internal) / sizeof(internal[0]))
		return internal[number - 512];
	return number && number < 512 ? strerrorname_np(number) : NULL;
}

const char *eu_name_signal(uint64_t number)
{
	static const char *const names[] = {
	    [SIGHUP] = "SIGHUP",       [SIGINT] = "SIGINT",       [SIGQUIT] = "SIGQUIT",
	    [SIGILL] = "SIGILL",       [SIGTRAP] = "SIGTRAP",     [SIGABRT] = "SIGABRT",
	    [SIGBUS] = "SIGBUS",       [SIGFPE] = "SIGFPE",       [SIGKILL] = "SIGKILL",
	    [SIGUSR1] = "SIGUSR1",     [SIGSEGV] = "SIGSEGV",     [SIGUSR2] = "SIGUSR2",
	    [SIGPIPE] = "SIGPIPE",     [SIGALRM] = "SIGALRM",     [SIGTERM] = "SIGTERM",
	    [SIGSTKFLT] = "SIGSTKFLT", [SIGCHLD] = "SIGCHLD",     [SIGCONT] = "SIGCONT",
	    [SIGSTOP] = "SIGSTOP",     [SIGTSTP] = "SIGTSTP",     [SIGTTIN] = "SIGTTIN",
	    [SIGTTOU] = "SIGTTOU",     [SIGURG] = "SIGURG",       [SIGXCPU] = "SIGXCPU",
	    [SIGXFSZ] = "SIGXFSZ",     [SIGVTALRM] = "SIGVTALRM", [SIGPROF] = "SIGPROF",
	    [SIGWINCH] = "SIGWINCH",   [SIGIO] = "SIGIO",         [SIGPWR] = "SIGPWR",
	    [SIGSYS] = "SIGSYS",
	};

	return number < sizeof(names) / sizeof(names[0]) ? names[number] : NULL;
}

const char *eu_name_fs(uint64_t magic)
{
	switch (magic) {
	case OVERLAYFS_SUPER_MAGIC:
		return "overlay";
	case EXT4_SUPER_MAGIC:
		return "ext4";
	case XFS_SUPER_MAGIC:
		return "xfs";
	case BTRFS_SUPER_MAGIC:
		return "btrfs";
	case 0x2fc12fc1: /* out of the tree: OpenZFS */
		return "zfs";
	case F2FS_SUPER_MAGIC:
		return "f2fs";
	case 0xca451a4e: /* fs/bcachefs/bcachefs_format.h */
		return "bcachefs";
	case TMPFS_MAGIC:
		return "tmpfs";
	case RAMFS_MAGIC:
		return "ramfs";
	case HUGETLBFS_MAGIC:
		return "hugetlbfs";
	case PROC_SUPER_MAGIC:
		return "proc";
	case SYSFS_MAGIC:
		return "sysfs";
	case CGROUP_SUPER_MAGIC:
		return "cgroup";
	case CGROUP2_SUPER_MAGIC:
		return "cgroup2";
	case DEVPTS_SUPER_MAGIC:
		return "devpts";
	case 0x19800202: /* ipc/mqueue.c */
		return "mqueue";
	case PIPEFS_MAGIC:
		return "pipefs";
	case SOCKFS_MAGIC:
		return "sockfs";
	case ANON_INODE_FS_MAGIC:
		return "anon_inodefs";
	case NSFS_MAGIC:
		return "nsfs";
	case BPF_FS_MAGIC:
		return "bpf";
	case DEBUGFS_MAGIC:
		return "debugfs";
	case TRACEFS_MAGIC:
		return "tracefs";
	case SECURITYFS_MAGIC:
		return "securityfs";
	case BINFMTFS_MAGIC:
		return "binfmt_misc";
	case SQUASHFS_MAGIC:
		return "squashfs";
	case EROFS_SUPER_MAGIC_V1:
		return "erofs";
	case ISOFS_SUPER_MAGIC:
		return "iso9660";
	case MSDOS_SUPER_MAGIC:
		return "vfat";
	case EXFAT_SUPER_MAGIC:
		return "exfat";
	case FUSE_SUPER_MAGIC:
		return "fuse";
	case NFS_SUPER_MAGIC:
		return "nfs";
	case SMB2_SUPER_MAGIC:
	case CIFS_SUPER_MAGIC:
		return "cifs";
	case CEPH_SUPER_MAGIC:
		return "ceph";
	case V9FS_MAGIC:
		return "9p";
	case ECRYPTFS_SUPER_MAGIC:
		return "ecryptfs";
	case AUTOFS_SUPER_MAGIC:
		return "autofs";
	case EFIVARFS_MAGIC:
		return "efivarfs";
	}
	return NULL;
}

const char *eu_name_capability(unsigned bit)
{
	static const char *const names[] = {
	    [CAP_CHOWN] = "CAP_CHOWN",
	    [CAP_DAC_OVERRIDE] = "CAP_DAC_OVERRIDE",
	    [CAP_DAC_READ_SEARCH] = "CAP_DAC_READ_SEARCH",
	    [CAP_FOWNER] = "CAP_FOWNER",
	    [CAP_FSETID] = "CAP_FSETID",
	    [CAP_KILL] = "CAP_KILL",
	    [CAP_SETGID] = "CAP_SETGID",
	    [CAP_SETUID] = "CAP_SETUID",
	    [CAP_SETPCAP] = "CAP_SETPCAP",
	    [CAP_LINUX_IMMUTABLE] = "CAP_LINUX_IMMUTABLE",
	    [CAP_NET_BIND_SERVICE] = "CAP_NET_BIND_SERVICE",
	    [CAP_NET_BROADCAST] = "CAP_NET_BROADCAST",
	    [CAP_NET_ADMIN] = "CAP_NET_ADMIN",
	    [CAP_NET_RAW] = "CAP_NET_RAW",
	    [CAP_IPC_LOCK] = "CAP_IPC_LOCK",
	    [CAP_IPC_OWNER] = "CAP_IPC_OWNER",
	    [CAP_SYS_MODULE] = "CAP_SYS_MODULE",
	    [CAP_SYS_RAWIO] = "CAP_SYS_RAWIO",
	    [CAP_SYS_CHROOT] = "CAP_SYS_CHROOT",
	    [CAP_SYS_PTRACE] = "CAP_SYS_PTRACE",
	    [CAP_SYS_PACCT] = "CAP_SYS_PACCT",
	    [CAP_SYS_ADMIN] = "CAP_SYS_ADMIN",
	    [CAP_SYS_BOOT] = "CAP_SYS_BOOT",
	    [CAP_SYS_NICE] = "CAP_SYS_NICE",
	    [CAP_SYS_RESOURCE] = "CAP_SYS_RESOURCE",
	    [CAP_SYS_TIME] = "CAP_SYS_TIME",
	    [CAP_SYS_TTY_CONFIG] = "CAP_SYS_TTY_CONFIG",
	    [CAP_MKNOD] = "CAP_MKNOD",
	    [CAP_LEASE] = "CAP_LEASE",
	    [CAP_AUDIT_WRITE] = "CAP_AUDIT_WRITE",
	    [CAP_AUDIT_CONTROL] = "CAP_AUDIT_CONTROL",
	    [CAP_SETFCAP] = "CAP_SETFCAP",
	    [CAP_MAC_OVERRIDE] = "CAP_MAC_OVERRIDE",
	    [CAP_MAC_ADMIN] = "CAP_MAC_ADMIN",
	    [CAP_SYSLOG] = "CAP_SYSLOG",
	    [CAP_WAKE_ALARM] = "CAP_WAKE_ALARM",
	    [CAP_BLOCK_SUSPEND] = "CAP_BLOCK_SUSPEND",
	    [CAP_AUDIT_READ] = "CAP_AUDIT_READ",
	    [CAP_PERFMON] = "CAP_PERFMON",
	    [CAP_BPF] = "CAP_BPF",
	    [CAP_CHECKPOINT_RESTORE] = "CAP_CHECKPOINT_RESTORE",
	};

	return bit < sizeof(names) / sizeof(names[0]) ? names[bit] : NULL;
}
