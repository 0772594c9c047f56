/* SPDX-License-Identifier: Apache-2.0 */
/* Made by tables/generate; do not edit. */
#include "flags.h"

static const struct eu_flag flags_accept[] = {
	{ 0x80000, 0x80000, "SOCK_CLOEXEC" },
	{ 0x800, 0x800, "SOCK_NONBLOCK" },
};
const struct eu_flagset eu_flags_accept = {
	"accept", NULL, flags_accept,
	2, false, false,
};

static const struct eu_flag flags_access[] = {
	{ 0x4, 0x4, "R_OK" },
	{ 0x2, 0x2, "W_OK" },
	{ 0x1, 0x1, "X_OK" },
};
const struct eu_flagset eu_flags_access = {
	"access", "F_OK", flags_access,
	3, false, false,
};

static const struct eu_flag flags_arch_prctl[] = {
	{ ~0ULL, 0x1001, "ARCH_SET_GS" },
	{ ~0ULL, 0x1002, "ARCH_SET_FS" },
	{ ~0ULL, 0x1003, "ARCH_GET_FS" },
	{ ~0ULL, 0x1004, "ARCH_GET_GS" },
	{ ~0ULL, 0x1011, "ARCH_GET_CPUID" },
	{ ~0ULL, 0x1012, "ARCH_SET_CPUID" },
	{ ~0ULL, 0x1021, "ARCH_GET_XCOMP_SUPP" },
	{ ~0ULL, 0x1022, "ARCH_GET_XCOMP_PERM" },
	{ ~0ULL, 0x1023, "ARCH_REQ_XCOMP_PERM" },
	{ ~0ULL, 0x1024, "ARCH_GET_XCOMP_GUEST_PERM" },
	{ ~0ULL, 0x1025, "ARCH_REQ_XCOMP_GUEST_PERM" },
	{ ~0ULL, 0x2001, "ARCH_MAP_VDSO_X32" },
	{ ~0ULL, 0x2002, "ARCH_MAP_VDSO_32" },
	{ ~0ULL, 0x2003, "ARCH_MAP_VDSO_64" },
	{ ~0ULL, 0x4001, "ARCH_GET_UNTAG_MASK" },
	{ ~0ULL, 0x4002, "ARCH_ENABLE_TAGGED_ADDR" },
	{ ~0ULL, 0x4003, "ARCH_GET_MAX_TAG_BITS" },
	{ ~0ULL, 0x4004, "ARCH_FORCE_TAGGED_SVA" },
	{ ~0ULL, 0x5001, "ARCH_SHSTK_ENABLE" },
	{ ~0ULL, 0x5002, "ARCH_SHSTK_DISABLE" },
	{ ~0ULL, 0x5003, "ARCH_SHSTK_LOCK" },
	{ ~0ULL, 0x5004, "ARCH_SHSTK_UNLOCK" },
	{ ~0ULL, 0x5005, "ARCH_SHSTK_STATUS" },
};
const struct eu_flagset eu_flags_arch_prctl = {
	"arch_prctl", NULL, flags_arch_prctl,
	23, true, false,
};

static const struct eu_flag flags_arphrd[] = {
	{ ~0ULL, 0x0, "ARPHRD_NETROM" },
	{ ~0ULL, 0x1, "ARPHRD_ETHER" },
	{ ~0ULL, 0x2, "ARPHRD_EETHER" },
	{ ~0ULL, 0x3, "ARPHRD_AX25" },
	{ ~0ULL, 0x4, "ARPHRD_PRONET" },
	{ ~0ULL, 0x5, "ARPHRD_CHAOS" },
	{ ~0ULL, 0x6, "ARPHRD_IEEE802" },
	{ ~0ULL, 0x7, "ARPHRD_ARCNET" },
	{ ~0ULL, 0x8, "ARPHRD_APPLETLK" },
	{ ~0ULL, 0xf, "ARPHRD_DLCI" },
	{ ~0ULL, 0x13, "ARPHRD_ATM" },
	{ ~0ULL, 0x17, "ARPHRD_METRICOM" },
	{ ~0ULL, 0x18, "ARPHRD_IEEE1394" },
	{ ~0ULL, 0x1b, "ARPHRD_EUI64" },
	{ ~0ULL, 0x20, "ARPHRD_INFINIBAND" },
	{ ~0ULL, 0x100, "ARPHRD_SLIP" },
	{ ~0ULL, 0x101, "ARPHRD_CSLIP" },
	{ ~0ULL, 0x102, "ARPHRD_SLIP6" },
	{ ~0ULL, 0x103, "ARPHRD_CSLIP6" },
	{ ~0ULL, 0x104, "ARPHRD_RSRVD" },
	{ ~0ULL, 0x108, "ARPHRD_ADAPT" },
	{ ~0ULL, 0x10e, "ARPHRD_ROSE" },
	{ ~0ULL, 0x10f, "ARPHRD_X25" },
	{ ~0ULL, 0x110, "ARPHRD_HWX25" },
	{ ~0ULL, 0x118, "ARPHRD_CAN" },
	{ ~0ULL, 0x122, "ARPHRD_MCTP" },
	{ ~0ULL, 0x200, "ARPHRD_PPP" },
	{ ~0ULL, 0x201, "ARPHRD_CISCO" },
	{ ~0ULL, 0x204, "ARPHRD_LAPB" },
	{ ~0ULL, 0x205, "ARPHRD_DDCMP" },
	{ ~0ULL, 0x206, "ARPHRD_RAWHDLC" },
	{ ~0ULL, 0x207, "ARPHRD_RAWIP" },
	{ ~0ULL, 0x300, "ARPHRD_TUNNEL" },
	{ ~0ULL, 0x301, "ARPHRD_TUNNEL6" },
	{ ~0ULL, 0x302, "ARPHRD_FRAD" },
	{ ~0ULL, 0x303, "ARPHRD_SKIP" },
	{ ~0ULL, 0x304, "ARPHRD_LOOPBACK" },
	{ ~0ULL, 0x305, "ARPHRD_LOCALTLK" },
	{ ~0ULL, 0x306, "ARPHRD_FDDI" },
	{ ~0ULL, 0x307, "ARPHRD_BIF" },
	{ ~0ULL, 0x308, "ARPHRD_SIT" },
	{ ~0ULL, 0x309, "ARPHRD_IPDDP" },
	{ ~0ULL, 0x30a, "ARPHRD_IPGRE" },
	{ ~0ULL, 0x30b, "ARPHRD_PIMREG" },
	{ ~0ULL, 0x30c, "ARPHRD_HIPPI" },
	{ ~0ULL, 0x30d, "ARPHRD_ASH" },
	{ ~0ULL, 0x30e, "ARPHRD_ECONET" },
	{ ~0ULL, 0x30f, "ARPHRD_IRDA" },
	{ ~0ULL, 0x310, "ARPHRD_FCPP" },
	{ ~0ULL, 0x311, "ARPHRD_FCAL" },
	{ ~0ULL, 0x312, "ARPHRD_FCPL" },
	{ ~0ULL, 0x313, "ARPHRD_FCFABRIC" },
	{ ~0ULL, 0x320, "ARPHRD_IEEE802_TR" },
	{ ~0ULL, 0x321, "ARPHRD_IEEE80211" },
	{ ~0ULL, 0x322, "ARPHRD_IEEE80211_PRISM" },
	{ ~0ULL, 0x323, "ARPHRD_IEEE80211_RADIOTAP" },
	{ ~0ULL, 0x324, "ARPHRD_IEEE802154" },
	{ ~0ULL, 0x325, "ARPHRD_IEEE802154_MONITOR" },
	{ ~0ULL, 0x334, "ARPHRD_PHONET" },
	{ ~0ULL, 0x335, "ARPHRD_PHONET_PIPE" },
	{ ~0ULL, 0x336, "ARPHRD_CAIF" },
	{ ~0ULL, 0x337, "ARPHRD_IP6GRE" },
	{ ~0ULL, 0x338, "ARPHRD_NETLINK" },
	{ ~0ULL, 0x339, "ARPHRD_6LOWPAN" },
	{ ~0ULL, 0x33a, "ARPHRD_VSOCKMON" },
	{ ~0ULL, 0xffff, "ARPHRD_VOID" },
	{ ~0ULL, 0xfffe, "ARPHRD_NONE" },
};
const struct eu_flagset eu_flags_arphrd = {
	"arphrd", NULL, flags_arphrd,
	67, true, false,
};

static const struct eu_flag flags_at[] = {
	{ 0x100, 0x100, "AT_SYMLINK_NOFOLLOW" },
	{ 0x200, 0x200, "AT_REMOVEDIR" },
	{ 0x400, 0x400, "AT_SYMLINK_FOLLOW" },
	{ 0x800, 0x800, "AT_NO_AUTOMOUNT" },
	{ 0x1000, 0x1000, "AT_EMPTY_PATH" },
	{ 0x2000, 0x2000, "AT_STATX_FORCE_SYNC" },
	{ 0x4000, 0x4000, "AT_STATX_DONT_SYNC" },
	{ 0x8000, 0x8000, "AT_RECURSIVE" },
};
const struct eu_flagset eu_flags_at = {
	"at", NULL, flags_at,
	8, false, false,
};

static const struct eu_flag flags_at_access[] = {
	{ 0x200, 0x200, "AT_EACCESS" },
	{ 0x100, 0x100, "AT_SYMLINK_NOFOLLOW" },
	{ 0x1000, 0x1000, "AT_EMPTY_PATH" },
};
const struct eu_flagset eu_flags_at_access = {
	"at_access", NULL, flags_at_access,
	3, false, false,
};

static const struct eu_flag flags_at_exec[] = {
	{ 0x1000, 0x1000, "AT_EMPTY_PATH" },
	{ 0x100, 0x100, "AT_SYMLINK_NOFOLLOW" },
	{ 0x10000, 0x10000, "AT_EXECVE_CHECK" },
};
const struct eu_flagset eu_flags_at_exec = {
	"at_exec", NULL, flags_at_exec,
	3, false, false,
};

static const struct eu_flag flags_at_handle[] = {
	{ 0x200, 0x200, "AT_HANDLE_FID" },
	{ 0x1, 0x1, "AT_HANDLE_MNT_ID_UNIQUE" },
	{ 0x2, 0x2, "AT_HANDLE_CONNECTABLE" },
	{ 0x400, 0x400, "AT_SYMLINK_FOLLOW" },
	{ 0x1000, 0x1000, "AT_EMPTY_PATH" },
};
const struct eu_flagset eu_flags_at_handle = {
	"at_handle", NULL, flags_at_handle,
	5, false, false,
};

static const struct eu_flag flags_at_unlink[] = {
	{ 0x200, 0x200, "AT_REMOVEDIR" },
};
const struct eu_flagset eu_flags_at_unlink = {
	"at_unlink", NULL, flags_at_unlink,
	1, false, false,
};

static const struct eu_flag flags_bpf_cmd[] = {
	{ ~0ULL, 0x0, "BPF_MAP_CREATE" },
	{ ~0ULL, 0x1, "BPF_MAP_LOOKUP_ELEM" },
	{ ~0ULL, 0x2, "BPF_MAP_UPDATE_ELEM" },
	{ ~0ULL, 0x3, "BPF_MAP_DELETE_ELEM" },
	{ ~0ULL, 0x4, "BPF_MAP_GET_NEXT_KEY" },
	{ ~0ULL, 0x5, "BPF_PROG_LOAD" },
	{ ~0ULL, 0x6, "BPF_OBJ_PIN" },
	{ ~0ULL, 0x7, "BPF_OBJ_GET" },
	{ ~0ULL, 0x8, "BPF_PROG_ATTACH" },
	{ ~0ULL, 0x9, "BPF_PROG_DETACH" },
	{ ~0ULL, 0xa, "BPF_PROG_TEST_RUN" },
	{ ~0ULL, 0xb, "BPF_PROG_GET_NEXT_ID" },
	{ ~0ULL, 0xc, "BPF_MAP_GET_NEXT_ID" },
	{ ~0ULL, 0xd, "BPF_PROG_GET_FD_BY_ID" },
	{ ~0ULL, 0xe, "BPF_MAP_GET_FD_BY_ID" },
	{ ~0ULL, 0xf, "BPF_OBJ_GET_INFO_BY_FD" },
	{ ~0ULL, 0x10, "BPF_PROG_QUERY" },
	{ ~0ULL, 0x11, "BPF_RAW_TRACEPOINT_OPEN" },
	{ ~0ULL, 0x12, "BPF_BTF_LOAD" },
	{ ~0ULL, 0x13, "BPF_BTF_GET_FD_BY_ID" },
	{ ~0ULL, 0x14, "BPF_TASK_FD_QUERY" },
	{ ~0ULL, 0x15, "BPF_MAP_LOOKUP_AND_DELETE_ELEM" },
	{ ~0ULL, 0x16, "BPF_MAP_FREEZE" },
	{ ~0ULL, 0x17, "BPF_BTF_GET_NEXT_ID" },
	{ ~0ULL, 0x18, "BPF_MAP_LOOKUP_BATCH" },
	{ ~0ULL, 0x19, "BPF_MAP_LOOKUP_AND_DELETE_BATCH" },
	{ ~0ULL, 0x1a, "BPF_MAP_UPDATE_BATCH" },
	{ ~0ULL, 0x1b, "BPF_MAP_DELETE_BATCH" },
	{ ~0ULL, 0x1c, "BPF_LINK_CREATE" },
	{ ~0ULL, 0x1d, "BPF_LINK_UPDATE" },
	{ ~0ULL, 0x1e, "BPF_LINK_GET_FD_BY_ID" },
	{ ~0ULL, 0x1f, "BPF_LINK_GET_NEXT_ID" },
	{ ~0ULL, 0x20, "BPF_ENABLE_STATS" },
	{ ~0ULL, 0x21, "BPF_ITER_CREATE" },
	{ ~0ULL, 0x22, "BPF_LINK_DETACH" },
	{ ~0ULL, 0x23, "BPF_PROG_BIND_MAP" },
	{ ~0ULL, 0x24, "BPF_TOKEN_CREATE" },
	{ ~0ULL, 0x25, "BPF_PROG_STREAM_READ_BY_FD" },
};
const struct eu_flagset eu_flags_bpf_cmd = {
	"bpf_cmd", NULL, flags_bpf_cmd,
	38, true, false,
};

static const struct eu_flag flags_bpf_map_type[] = {
	{ ~0ULL, 0x0, "BPF_MAP_TYPE_UNSPEC" },
	{ ~0ULL, 0x1, "BPF_MAP_TYPE_HASH" },
	{ ~0ULL, 0x2, "BPF_MAP_TYPE_ARRAY" },
	{ ~0ULL, 0x3, "BPF_MAP_TYPE_PROG_ARRAY" },
	{ ~0ULL, 0x4, "BPF_MAP_TYPE_PERF_EVENT_ARRAY" },
	{ ~0ULL, 0x5, "BPF_MAP_TYPE_PERCPU_HASH" },
	{ ~0ULL, 0x6, "BPF_MAP_TYPE_PERCPU_ARRAY" },
	{ ~0ULL, 0x7, "BPF_MAP_TYPE_STACK_TRACE" },
	{ ~0ULL, 0x8, "BPF_MAP_TYPE_CGROUP_ARRAY" },
	{ ~0ULL, 0x9, "BPF_MAP_TYPE_LRU_HASH" },
	{ ~0ULL, 0xa, "BPF_MAP_TYPE_LRU_PERCPU_HASH" },
	{ ~0ULL, 0xb, "BPF_MAP_TYPE_LPM_TRIE" },
	{ ~0ULL, 0xc, "BPF_MAP_TYPE_ARRAY_OF_MAPS" },
	{ ~0ULL, 0xd, "BPF_MAP_TYPE_HASH_OF_MAPS" },
	{ ~0ULL, 0xe, "BPF_MAP_TYPE_DEVMAP" },
	{ ~0ULL, 0xf, "BPF_MAP_TYPE_SOCKMAP" },
	{ ~0ULL, 0x10, "BPF_MAP_TYPE_CPUMAP" },
	{ ~0ULL, 0x11, "BPF_MAP_TYPE_XSKMAP" },
	{ ~0ULL, 0x12, "BPF_MAP_TYPE_SOCKHASH" },
	{ ~0ULL, 0x13, "BPF_MAP_TYPE_CGROUP_STORAGE_DEPRECATED" },
	{ ~0ULL, 0x14, "BPF_MAP_TYPE_REUSEPORT_SOCKARRAY" },
	{ ~0ULL, 0x15, "BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE_DEPRECATED" },
	{ ~0ULL, 0x16, "BPF_MAP_TYPE_QUEUE" },
	{ ~0ULL, 0x17, "BPF_MAP_TYPE_STACK" },
	{ ~0ULL, 0x18, "BPF_MAP_TYPE_SK_STORAGE" },
	{ ~0ULL, 0x19, "BPF_MAP_TYPE_DEVMAP_HASH" },
	{ ~0ULL, 0x1a, "BPF_MAP_TYPE_STRUCT_OPS" },
	{ ~0ULL, 0x1b, "BPF_MAP_TYPE_RINGBUF" },
	{ ~0ULL, 0x1c, "BPF_MAP_TYPE_INODE_STORAGE" },
	{ ~0ULL, 0x1d, "BPF_MAP_TYPE_TASK_STORAGE" },
	{ ~0ULL, 0x1e, "BPF_MAP_TYPE_BLOOM_FILTER" },
	{ ~0ULL, 0x1f, "BPF_MAP_TYPE_USER_RINGBUF" },
	{ ~0ULL, 0x20, "BPF_MAP_TYPE_CGRP_STORAGE" },
	{ ~0ULL, 0x21, "BPF_MAP_TYPE_ARENA" },
	{ ~0ULL, 0x22, "BPF_MAP_TYPE_INSN_ARRAY" },
	{ ~0ULL, 0x23, "BPF_MAP_TYPE_RHASH" },
};
const struct eu_flagset eu_flags_bpf_map_type = {
	"bpf_map_type", NULL, flags_bpf_map_type,
	36, true, false,
};

static const struct eu_flag flags_bpf_prog_type[] = {
	{ ~0ULL, 0x0, "BPF_PROG_TYPE_UNSPEC" },
	{ ~0ULL, 0x1, "BPF_PROG_TYPE_SOCKET_FILTER" },
	{ ~0ULL, 0x2, "BPF_PROG_TYPE_KPROBE" },
	{ ~0ULL, 0x3, "BPF_PROG_TYPE_SCHED_CLS" },
	{ ~0ULL, 0x4, "BPF_PROG_TYPE_SCHED_ACT" },
	{ ~0ULL, 0x5, "BPF_PROG_TYPE_TRACEPOINT" },
	{ ~0ULL, 0x6, "BPF_PROG_TYPE_XDP" },
	{ ~0ULL, 0x7, "BPF_PROG_TYPE_PERF_EVENT" },
	{ ~0ULL, 0x8, "BPF_PROG_TYPE_CGROUP_SKB" },
	{ ~0ULL, 0x9, "BPF_PROG_TYPE_CGROUP_SOCK" },
	{ ~0ULL, 0xa, "BPF_PROG_TYPE_LWT_IN" },
	{ ~0ULL, 0xb, "BPF_PROG_TYPE_LWT_OUT" },
	{ ~0ULL, 0xc, "BPF_PROG_TYPE_LWT_XMIT" },
	{ ~0ULL, 0xd, "BPF_PROG_TYPE_SOCK_OPS" },
	{ ~0ULL, 0xe, "BPF_PROG_TYPE_SK_SKB" },
	{ ~0ULL, 0xf, "BPF_PROG_TYPE_CGROUP_DEVICE" },
	{ ~0ULL, 0x10, "BPF_PROG_TYPE_SK_MSG" },
	{ ~0ULL, 0x11, "BPF_PROG_TYPE_RAW_TRACEPOINT" },
	{ ~0ULL, 0x12, "BPF_PROG_TYPE_CGROUP_SOCK_ADDR" },
	{ ~0ULL, 0x13, "BPF_PROG_TYPE_LWT_SEG6LOCAL" },
	{ ~0ULL, 0x14, "BPF_PROG_TYPE_LIRC_MODE2" },
	{ ~0ULL, 0x15, "BPF_PROG_TYPE_SK_REUSEPORT" },
	{ ~0ULL, 0x16, "BPF_PROG_TYPE_FLOW_DISSECTOR" },
	{ ~0ULL, 0x17, "BPF_PROG_TYPE_CGROUP_SYSCTL" },
	{ ~0ULL, 0x18, "BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE" },
	{ ~0ULL, 0x19, "BPF_PROG_TYPE_CGROUP_SOCKOPT" },
	{ ~0ULL, 0x1a, "BPF_PROG_TYPE_TRACING" },
	{ ~0ULL, 0x1b, "BPF_PROG_TYPE_STRUCT_OPS" },
	{ ~0ULL, 0x1c, "BPF_PROG_TYPE_EXT" },
	{ ~0ULL, 0x1d, "BPF_PROG_TYPE_LSM" },
	{ ~0ULL, 0x1e, "BPF_PROG_TYPE_SK_LOOKUP" },
	{ ~0ULL, 0x1f, "BPF_PROG_TYPE_SYSCALL" },
	{ ~0ULL, 0x20, "BPF_PROG_TYPE_NETFILTER" },
};
const struct eu_flagset eu_flags_bpf_prog_type = {
	"bpf_prog_type", NULL, flags_bpf_prog_type,
	33, true, false,
};

static const struct eu_flag flags_cap_ambient[] = {
	{ ~0ULL, 0x1, "PR_CAP_AMBIENT_IS_SET" },
	{ ~0ULL, 0x2, "PR_CAP_AMBIENT_RAISE" },
	{ ~0ULL, 0x3, "PR_CAP_AMBIENT_LOWER" },
	{ ~0ULL, 0x4, "PR_CAP_AMBIENT_CLEAR_ALL" },
};
const struct eu_flagset eu_flags_cap_ambient = {
	"cap_ambient", NULL, flags_cap_ambient,
	4, true, false,
};

static const struct eu_flag flags_cap_version[] = {
	{ ~0ULL, 0x19980330, "_LINUX_CAPABILITY_VERSION_1" },
	{ ~0ULL, 0x20071026, "_LINUX_CAPABILITY_VERSION_2" },
	{ ~0ULL, 0x20080522, "_LINUX_CAPABILITY_VERSION_3" },
};
const struct eu_flagset eu_flags_cap_version = {
	"cap_version", NULL, flags_cap_version,
	3, true, false,
};

static const struct eu_flag flags_capability[] = {
	{ ~0ULL, 0x0, "CAP_CHOWN" },
	{ ~0ULL, 0x1, "CAP_DAC_OVERRIDE" },
	{ ~0ULL, 0x2, "CAP_DAC_READ_SEARCH" },
	{ ~0ULL, 0x3, "CAP_FOWNER" },
	{ ~0ULL, 0x4, "CAP_FSETID" },
	{ ~0ULL, 0x5, "CAP_KILL" },
	{ ~0ULL, 0x6, "CAP_SETGID" },
	{ ~0ULL, 0x7, "CAP_SETUID" },
	{ ~0ULL, 0x8, "CAP_SETPCAP" },
	{ ~0ULL, 0x9, "CAP_LINUX_IMMUTABLE" },
	{ ~0ULL, 0xa, "CAP_NET_BIND_SERVICE" },
	{ ~0ULL, 0xb, "CAP_NET_BROADCAST" },
	{ ~0ULL, 0xc, "CAP_NET_ADMIN" },
	{ ~0ULL, 0xd, "CAP_NET_RAW" },
	{ ~0ULL, 0xe, "CAP_IPC_LOCK" },
	{ ~0ULL, 0xf, "CAP_IPC_OWNER" },
	{ ~0ULL, 0x10, "CAP_SYS_MODULE" },
	{ ~0ULL, 0x11, "CAP_SYS_RAWIO" },
	{ ~0ULL, 0x12, "CAP_SYS_CHROOT" },
	{ ~0ULL, 0x13, "CAP_SYS_PTRACE" },
	{ ~0ULL, 0x14, "CAP_SYS_PACCT" },
	{ ~0ULL, 0x15, "CAP_SYS_ADMIN" },
	{ ~0ULL, 0x16, "CAP_SYS_BOOT" },
	{ ~0ULL, 0x17, "CAP_SYS_NICE" },
	{ ~0ULL, 0x18, "CAP_SYS_RESOURCE" },
	{ ~0ULL, 0x19, "CAP_SYS_TIME" },
	{ ~0ULL, 0x1a, "CAP_SYS_TTY_CONFIG" },
	{ ~0ULL, 0x1b, "CAP_MKNOD" },
	{ ~0ULL, 0x1c, "CAP_LEASE" },
	{ ~0ULL, 0x1d, "CAP_AUDIT_WRITE" },
	{ ~0ULL, 0x1e, "CAP_AUDIT_CONTROL" },
	{ ~0ULL, 0x1f, "CAP_SETFCAP" },
	{ ~0ULL, 0x20, "CAP_MAC_OVERRIDE" },
	{ ~0ULL, 0x21, "CAP_MAC_ADMIN" },
	{ ~0ULL, 0x22, "CAP_SYSLOG" },
	{ ~0ULL, 0x23, "CAP_WAKE_ALARM" },
	{ ~0ULL, 0x24, "CAP_BLOCK_SUSPEND" },
	{ ~0ULL, 0x25, "CAP_AUDIT_READ" },
	{ ~0ULL, 0x26, "CAP_PERFMON" },
	{ ~0ULL, 0x27, "CAP_BPF" },
	{ ~0ULL, 0x28, "CAP_CHECKPOINT_RESTORE" },
};
const struct eu_flagset eu_flags_capability = {
	"capability", NULL, flags_capability,
	41, true, false,
};

static const struct eu_flag flags_capability_set[] = {
	{ 0x1, 0x1, "CAP_CHOWN" },
	{ 0x2, 0x2, "CAP_DAC_OVERRIDE" },
	{ 0x4, 0x4, "CAP_DAC_READ_SEARCH" },
	{ 0x8, 0x8, "CAP_FOWNER" },
	{ 0x10, 0x10, "CAP_FSETID" },
	{ 0x20, 0x20, "CAP_KILL" },
	{ 0x40, 0x40, "CAP_SETGID" },
	{ 0x80, 0x80, "CAP_SETUID" },
	{ 0x100, 0x100, "CAP_SETPCAP" },
	{ 0x200, 0x200, "CAP_LINUX_IMMUTABLE" },
	{ 0x400, 0x400, "CAP_NET_BIND_SERVICE" },
	{ 0x800, 0x800, "CAP_NET_BROADCAST" },
	{ 0x1000, 0x1000, "CAP_NET_ADMIN" },
	{ 0x2000, 0x2000, "CAP_NET_RAW" },
	{ 0x4000, 0x4000, "CAP_IPC_LOCK" },
	{ 0x8000, 0x8000, "CAP_IPC_OWNER" },
	{ 0x10000, 0x10000, "CAP_SYS_MODULE" },
	{ 0x20000, 0x20000, "CAP_SYS_RAWIO" },
	{ 0x40000, 0x40000, "CAP_SYS_CHROOT" },
	{ 0x80000, 0x80000, "CAP_SYS_PTRACE" },
	{ 0x100000, 0x100000, "CAP_SYS_PACCT" },
	{ 0x200000, 0x200000, "CAP_SYS_ADMIN" },
	{ 0x400000, 0x400000, "CAP_SYS_BOOT" },
	{ 0x800000, 0x800000, "CAP_SYS_NICE" },
	{ 0x1000000, 0x1000000, "CAP_SYS_RESOURCE" },
	{ 0x2000000, 0x2000000, "CAP_SYS_TIME" },
	{ 0x4000000, 0x4000000, "CAP_SYS_TTY_CONFIG" },
	{ 0x8000000, 0x8000000, "CAP_MKNOD" },
	{ 0x10000000, 0x10000000, "CAP_LEASE" },
	{ 0x20000000, 0x20000000, "CAP_AUDIT_WRITE" },
	{ 0x40000000, 0x40000000, "CAP_AUDIT_CONTROL" },
	{ 0x80000000, 0x80000000, "CAP_SETFCAP" },
	{ 0x100000000, 0x100000000, "CAP_MAC_OVERRIDE" },
	{ 0x200000000, 0x200000000, "CAP_MAC_ADMIN" },
	{ 0x400000000, 0x400000000, "CAP_SYSLOG" },
	{ 0x800000000, 0x800000000, "CAP_WAKE_ALARM" },
	{ 0x1000000000, 0x1000000000, "CAP_BLOCK_SUSPEND" },
	{ 0x2000000000, 0x2000000000, "CAP_AUDIT_READ" },
	{ 0x4000000000, 0x4000000000, "CAP_PERFMON" },
	{ 0x8000000000, 0x8000000000, "CAP_BPF" },
	{ 0x10000000000, 0x10000000000, "CAP_CHECKPOINT_RESTORE" },
};
const struct eu_flagset eu_flags_capability_set = {
	"capability_set", NULL, flags_capability_set,
	41, false, false,
};

static const struct eu_flag flags_capability_set_high[] = {
	{ 0x1, 0x1, "CAP_MAC_OVERRIDE" },
	{ 0x2, 0x2, "CAP_MAC_ADMIN" },
	{ 0x4, 0x4, "CAP_SYSLOG" },
	{ 0x8, 0x8, "CAP_WAKE_ALARM" },
	{ 0x10, 0x10, "CAP_BLOCK_SUSPEND" },
	{ 0x20, 0x20, "CAP_AUDIT_READ" },
	{ 0x40, 0x40, "CAP_PERFMON" },
	{ 0x80, 0x80, "CAP_BPF" },
	{ 0x100, 0x100, "CAP_CHECKPOINT_RESTORE" },
};
const struct eu_flagset eu_flags_capability_set_high = {
	"capability_set_high", NULL, flags_capability_set_high,
	9, false, false,
};

static const struct eu_flag flags_clock[] = {
	{ ~0ULL, 0x0, "CLOCK_REALTIME" },
	{ ~0ULL, 0x1, "CLOCK_MONOTONIC" },
	{ ~0ULL, 0x2, "CLOCK_PROCESS_CPUTIME_ID" },
	{ ~0ULL, 0x3, "CLOCK_THREAD_CPUTIME_ID" },
	{ ~0ULL, 0x4, "CLOCK_MONOTONIC_RAW" },
	{ ~0ULL, 0x5, "CLOCK_REALTIME_COARSE" },
	{ ~0ULL, 0x6, "CLOCK_MONOTONIC_COARSE" },
	{ ~0ULL, 0x7, "CLOCK_BOOTTIME" },
	{ ~0ULL, 0x8, "CLOCK_REALTIME_ALARM" },
	{ ~0ULL, 0x9, "CLOCK_BOOTTIME_ALARM" },
	{ ~0ULL, 0xa, "CLOCK_SGI_CYCLE" },
	{ ~0ULL, 0xb, "CLOCK_TAI" },
	{ ~0ULL, 0x10, "CLOCK_AUX" },
	{ ~0ULL, 0x17, "CLOCK_AUX_LAST" },
};
const struct eu_flagset eu_flags_clock = {
	"clock", NULL, flags_clock,
	14, true, false,
};

static const struct eu_flag flags_clone[] = {
	{ 0xff, 0x1, "SIGHUP" },
	{ 0xff, 0x2, "SIGINT" },
	{ 0xff, 0x3, "SIGQUIT" },
	{ 0xff, 0x4, "SIGILL" },
	{ 0xff, 0x5, "SIGTRAP" },
	{ 0xff, 0x6, "SIGABRT" },
	{ 0xff, 0x7, "SIGBUS" },
	{ 0xff, 0x8, "SIGFPE" },
	{ 0xff, 0x9, "SIGKILL" },
	{ 0xff, 0xa, "SIGUSR1" },
	{ 0xff, 0xb, "SIGSEGV" },
	{ 0xff, 0xc, "SIGUSR2" },
	{ 0xff, 0xd, "SIGPIPE" },
	{ 0xff, 0xe, "SIGALRM" },
	{ 0xff, 0xf, "SIGTERM" },
	{ 0xff, 0x10, "SIGSTKFLT" },
	{ 0xff, 0x11, "SIGCHLD" },
	{ 0xff, 0x12, "SIGCONT" },
	{ 0xff, 0x13, "SIGSTOP" },
	{ 0xff, 0x14, "SIGTSTP" },
	{ 0xff, 0x15, "SIGTTIN" },
	{ 0xff, 0x16, "SIGTTOU" },
	{ 0xff, 0x17, "SIGURG" },
	{ 0xff, 0x18, "SIGXCPU" },
	{ 0xff, 0x19, "SIGXFSZ" },
	{ 0xff, 0x1a, "SIGVTALRM" },
	{ 0xff, 0x1b, "SIGPROF" },
	{ 0xff, 0x1c, "SIGWINCH" },
	{ 0xff, 0x1d, "SIGIO" },
	{ 0xff, 0x1e, "SIGPWR" },
	{ 0xff, 0x1f, "SIGSYS" },
	{ 0x100, 0x100, "CLONE_VM" },
	{ 0x200, 0x200, "CLONE_FS" },
	{ 0x400, 0x400, "CLONE_FILES" },
	{ 0x800, 0x800, "CLONE_SIGHAND" },
	{ 0x1000, 0x1000, "CLONE_PIDFD" },
	{ 0x2000, 0x2000, "CLONE_PTRACE" },
	{ 0x4000, 0x4000, "CLONE_VFORK" },
	{ 0x8000, 0x8000, "CLONE_PARENT" },
	{ 0x10000, 0x10000, "CLONE_THREAD" },
	{ 0x20000, 0x20000, "CLONE_NEWNS" },
	{ 0x40000, 0x40000, "CLONE_SYSVSEM" },
	{ 0x80000, 0x80000, "CLONE_SETTLS" },
	{ 0x100000, 0x100000, "CLONE_PARENT_SETTID" },
	{ 0x200000, 0x200000, "CLONE_CHILD_CLEARTID" },
	{ 0x400000, 0x400000, "CLONE_DETACHED" },
	{ 0x800000, 0x800000, "CLONE_UNTRACED" },
	{ 0x1000000, 0x1000000, "CLONE_CHILD_SETTID" },
	{ 0x2000000, 0x2000000, "CLONE_NEWCGROUP" },
	{ 0x4000000, 0x4000000, "CLONE_NEWUTS" },
	{ 0x8000000, 0x8000000, "CLONE_NEWIPC" },
	{ 0x10000000, 0x10000000, "CLONE_NEWUSER" },
	{ 0x20000000, 0x20000000, "CLONE_NEWPID" },
	{ 0x40000000, 0x40000000, "CLONE_NEWNET" },
	{ 0x80000000, 0x80000000, "CLONE_IO" },
	{ 0x100000000, 0x100000000, "CLONE_CLEAR_SIGHAND" },
	{ 0x200000000, 0x200000000, "CLONE_INTO_CGROUP" },
	{ 0x400000000, 0x400000000, "CLONE_AUTOREAP" },
	{ 0x800000000, 0x800000000, "CLONE_NNP" },
	{ 0x1000000000, 0x1000000000, "CLONE_PIDFD_AUTOKILL" },
	{ 0x2000000000, 0x2000000000, "CLONE_EMPTY_MNTNS" },
};
const struct eu_flagset eu_flags_clone = {
	"clone", NULL, flags_clone,
	61, false, false,
};

static const struct eu_flag flags_clone3[] = {
	{ 0x100, 0x100, "CLONE_VM" },
	{ 0x200, 0x200, "CLONE_FS" },
	{ 0x400, 0x400, "CLONE_FILES" },
	{ 0x800, 0x800, "CLONE_SIGHAND" },
	{ 0x1000, 0x1000, "CLONE_PIDFD" },
	{ 0x2000, 0x2000, "CLONE_PTRACE" },
	{ 0x4000, 0x4000, "CLONE_VFORK" },
	{ 0x8000, 0x8000, "CLONE_PARENT" },
	{ 0x10000, 0x10000, "CLONE_THREAD" },
	{ 0x20000, 0x20000, "CLONE_NEWNS" },
	{ 0x40000, 0x40000, "CLONE_SYSVSEM" },
	{ 0x80000, 0x80000, "CLONE_SETTLS" },
	{ 0x100000, 0x100000, "CLONE_PARENT_SETTID" },
	{ 0x200000, 0x200000, "CLONE_CHILD_CLEARTID" },
	{ 0x400000, 0x400000, "CLONE_DETACHED" },
	{ 0x800000, 0x800000, "CLONE_UNTRACED" },
	{ 0x1000000, 0x1000000, "CLONE_CHILD_SETTID" },
	{ 0x2000000, 0x2000000, "CLONE_NEWCGROUP" },
	{ 0x4000000, 0x4000000, "CLONE_NEWUTS" },
	{ 0x8000000, 0x8000000, "CLONE_NEWIPC" },
	{ 0x10000000, 0x10000000, "CLONE_NEWUSER" },
	{ 0x20000000, 0x20000000, "CLONE_NEWPID" },
	{ 0x40000000, 0x40000000, "CLONE_NEWNET" },
	{ 0x80000000, 0x80000000, "CLONE_IO" },
	{ 0x100000000, 0x100000000, "CLONE_CLEAR_SIGHAND" },
	{ 0x200000000, 0x200000000, "CLONE_INTO_CGROUP" },
	{ 0x400000000, 0x400000000, "CLONE_AUTOREAP" },
	{ 0x800000000, 0x800000000, "CLONE_NNP" },
	{ 0x1000000000, 0x1000000000, "CLONE_PIDFD_AUTOKILL" },
	{ 0x2000000000, 0x2000000000, "CLONE_EMPTY_MNTNS" },
	{ 0x80, 0x80, "CLONE_NEWTIME" },
};
const struct eu_flagset eu_flags_clone3 = {
	"clone3", NULL, flags_clone3,
	31, false, false,
};

static const struct eu_flag flags_close_range[] = {
	{ 0x2, 0x2, "CLOSE_RANGE_UNSHARE" },
	{ 0x4, 0x4, "CLOSE_RANGE_CLOEXEC" },
};
const struct eu_flagset eu_flags_close_range = {
	"close_range", NULL, flags_close_range,
	2, false, false,
};

static const struct eu_flag flags_control_socket[] = {
	{ ~0ULL, 0x1, "SCM_RIGHTS" },
	{ ~0ULL, 0x2, "SCM_CREDENTIALS" },
	{ ~0ULL, 0x3, "SCM_SECURITY" },
	{ ~0ULL, 0x4, "SCM_PIDFD" },
	{ ~0ULL, 0x1d, "SCM_TIMESTAMP" },
	{ ~0ULL, 0x23, "SCM_TIMESTAMPNS" },
	{ ~0ULL, 0x25, "SCM_TIMESTAMPING" },
	{ ~0ULL, 0x3f, "SCM_TIMESTAMP_NEW" },
	{ ~0ULL, 0x40, "SCM_TIMESTAMPNS_NEW" },
	{ ~0ULL, 0x41, "SCM_TIMESTAMPING_NEW" },
	{ ~0ULL, 0x29, "SCM_WIFI_STATUS" },
	{ ~0ULL, 0x36, "SCM_TIMESTAMPING_OPT_STATS" },
	{ ~0ULL, 0x3a, "SCM_TIMESTAMPING_PKTINFO" },
	{ ~0ULL, 0x3d, "SCM_TXTIME" },
	{ ~0ULL, 0x4e, "SCM_DEVMEM_LINEAR" },
	{ ~0ULL, 0x4f, "SCM_DEVMEM_DMABUF" },
	{ ~0ULL, 0x51, "SCM_TS_OPT_ID" },
	{ ~0ULL, 0x28, "SO_RXQ_OVFL" },
	{ ~0ULL, 0x24, "SO_MARK" },
	{ ~0ULL, 0xc, "SO_PRIORITY" },
	{ ~0ULL, 0x54, "SCM_INQ" },
};
const struct eu_flagset eu_flags_control_socket = {
	"control_socket", NULL, flags_control_socket,
	21, true, false,
};

static const struct eu_flag flags_control_tls[] = {
	{ ~0ULL, 0x1, "TLS_SET_RECORD_TYPE" },
	{ ~0ULL, 0x2, "TLS_GET_RECORD_TYPE" },
};
const struct eu_flagset eu_flags_control_tls = {
	"control_tls", NULL, flags_control_tls,
	2, true, false,
};

static const struct eu_flag flags_delete_module[] = {
	{ 0x800, 0x800, "O_NONBLOCK" },
	{ 0x200, 0x200, "O_TRUNC" },
};
const struct eu_flagset eu_flags_delete_module = {
	"delete_module", NULL, flags_delete_module,
	2, false, false,
};

static const struct eu_flag flags_dnotify[] = {
	{ 0x1, 0x1, "DN_ACCESS" },
	{ 0x2, 0x2, "DN_MODIFY" },
	{ 0x4, 0x4, "DN_CREATE" },
	{ 0x8, 0x8, "DN_DELETE" },
	{ 0x10, 0x10, "DN_RENAME" },
	{ 0x20, 0x20, "DN_ATTRIB" },
	{ 0x80000000, 0x80000000, "DN_MULTISHOT" },
};
const struct eu_flagset eu_flags_dnotify = {
	"dnotify", NULL, flags_dnotify,
	7, false, false,
};

static const struct eu_flag flags_dup3[] = {
	{ 0x80000, 0x80000, "O_CLOEXEC" },
};
const struct eu_flagset eu_flags_dup3 = {
	"dup3", NULL, flags_dup3,
	1, false, false,
};

static const struct eu_flag flags_epoll_create[] = {
	{ 0x80000, 0x80000, "EPOLL_CLOEXEC" },
};
const struct eu_flagset eu_flags_epoll_create = {
	"epoll_create", NULL, flags_epoll_create,
	1, false, false,
};

static const struct eu_flag flags_epoll_events[] = {
	{ 0x1, 0x1, "EPOLLIN" },
	{ 0x2, 0x2, "EPOLLPRI" },
	{ 0x4, 0x4, "EPOLLOUT" },
	{ 0x8, 0x8, "EPOLLERR" },
	{ 0x10, 0x10, "EPOLLHUP" },
	{ 0x20, 0x20, "EPOLLNVAL" },
	{ 0x40, 0x40, "EPOLLRDNORM" },
	{ 0x80, 0x80, "EPOLLRDBAND" },
	{ 0x100, 0x100, "EPOLLWRNORM" },
	{ 0x200, 0x200, "EPOLLWRBAND" },
	{ 0x400, 0x400, "EPOLLMSG" },
	{ 0x2000, 0x2000, "EPOLLRDHUP" },
	{ 0x10000000, 0x10000000, "EPOLLEXCLUSIVE" },
	{ 0x20000000, 0x20000000, "EPOLLWAKEUP" },
	{ 0x40000000, 0x40000000, "EPOLLONESHOT" },
	{ 0x80000000, 0x80000000, "EPOLLET" },
};
const struct eu_flagset eu_flags_epoll_events = {
	"epoll_events", NULL, flags_epoll_events,
	16, false, false,
};

static const struct eu_flag flags_epoll_op[] = {
	{ ~0ULL, 0x1, "EPOLL_CTL_ADD" },
	{ ~0ULL, 0x2, "EPOLL_CTL_DEL" },
	{ ~0ULL, 0x3, "EPOLL_CTL_MOD" },
};
const struct eu_flagset eu_flags_epoll_op = {
	"epoll_op", NULL, flags_epoll_op,
	3, true, false,
};

static const struct eu_flag flags_errno[] = {
	{ ~0ULL, 0x1, "EPERM" },
	{ ~0ULL, 0x2, "ENOENT" },
	{ ~0ULL, 0x3, "ESRCH" },
	{ ~0ULL, 0x4, "EINTR" },
	{ ~0ULL, 0x5, "EIO" },
	{ ~0ULL, 0x6, "ENXIO" },
	{ ~0ULL, 0x7, "E2BIG" },
	{ ~0ULL, 0x8, "ENOEXEC" },
	{ ~0ULL, 0x9, "EBADF" },
	{ ~0ULL, 0xa, "ECHILD" },
	{ ~0ULL, 0xb, "EAGAIN" },
	{ ~0ULL, 0xc, "ENOMEM" },
	{ ~0ULL, 0xd, "EACCES" },
	{ ~0ULL, 0xe, "EFAULT" },
	{ ~0ULL, 0xf, "ENOTBLK" },
	{ ~0ULL, 0x10, "EBUSY" },
	{ ~0ULL, 0x11, "EEXIST" },
	{ ~0ULL, 0x12, "EXDEV" },
	{ ~0ULL, 0x13, "ENODEV" },
	{ ~0ULL, 0x14, "ENOTDIR" },
	{ ~0ULL, 0x15, "EISDIR" },
	{ ~0ULL, 0x16, "EINVAL" },
	{ ~0ULL, 0x17, "ENFILE" },
	{ ~0ULL, 0x18, "EMFILE" },
	{ ~0ULL, 0x19, "ENOTTY" },
	{ ~0ULL, 0x1a, "ETXTBSY" },
	{ ~0ULL, 0x1b, "EFBIG" },
	{ ~0ULL, 0x1c, "ENOSPC" },
	{ ~0ULL, 0x1d, "ESPIPE" },
	{ ~0ULL, 0x1e, "EROFS" },
	{ ~0ULL, 0x1f, "EMLINK" },
	{ ~0ULL, 0x20, "EPIPE" },
	{ ~0ULL, 0x21, "EDOM" },
	{ ~0ULL, 0x22, "ERANGE" },
	{ ~0ULL, 0x23, "EDEADLK" },
	{ ~0ULL, 0x24, "ENAMETOOLONG" },
	{ ~0ULL, 0x25, "ENOLCK" },
	{ ~0ULL, 0x26, "ENOSYS" },
	{ ~0ULL, 0x27, "ENOTEMPTY" },
	{ ~0ULL, 0x28, "ELOOP" },
	{ ~0ULL, 0x2a, "ENOMSG" },
	{ ~0ULL, 0x2b, "EIDRM" },
	{ ~0ULL, 0x2c, "ECHRNG" },
	{ ~0ULL, 0x2d, "EL2NSYNC" },
	{ ~0ULL, 0x2e, "EL3HLT" },
	{ ~0ULL, 0x2f, "EL3RST" },
	{ ~0ULL, 0x30, "ELNRNG" },
	{ ~0ULL, 0x31, "EUNATCH" },
	{ ~0ULL, 0x32, "ENOCSI" },
	{ ~0ULL, 0x33, "EL2HLT" },
	{ ~0ULL, 0x34, "EBADE" },
	{ ~0ULL, 0x35, "EBADR" },
	{ ~0ULL, 0x36, "EXFULL" },
	{ ~0ULL, 0x37, "ENOANO" },
	{ ~0ULL, 0x38, "EBADRQC" },
	{ ~0ULL, 0x39, "EBADSLT" },
	{ ~0ULL, 0x3b, "EBFONT" },
	{ ~0ULL, 0x3c, "ENOSTR" },
	{ ~0ULL, 0x3d, "ENODATA" },
	{ ~0ULL, 0x3e, "ETIME" },
	{ ~0ULL, 0x3f, "ENOSR" },
	{ ~0ULL, 0x40, "ENONET" },
	{ ~0ULL, 0x41, "ENOPKG" },
	{ ~0ULL, 0x42, "EREMOTE" },
	{ ~0ULL, 0x43, "ENOLINK" },
	{ ~0ULL, 0x44, "EADV" },
	{ ~0ULL, 0x45, "ESRMNT" },
	{ ~0ULL, 0x46, "ECOMM" },
	{ ~0ULL, 0x47, "EPROTO" },
	{ ~0ULL, 0x48, "EMULTIHOP" },
	{ ~0ULL, 0x49, "EDOTDOT" },
	{ ~0ULL, 0x4a, "EBADMSG" },
	{ ~0ULL, 0x4b, "EOVERFLOW" },
	{ ~0ULL, 0x4c, "ENOTUNIQ" },
	{ ~0ULL, 0x4d, "EBADFD" },
	{ ~0ULL, 0x4e, "EREMCHG" },
	{ ~0ULL, 0x4f, "ELIBACC" },
	{ ~0ULL, 0x50, "ELIBBAD" },
	{ ~0ULL, 0x51, "ELIBSCN" },
	{ ~0ULL, 0x52, "ELIBMAX" },
	{ ~0ULL, 0x53, "ELIBEXEC" },
	{ ~0ULL, 0x54, "EILSEQ" },
	{ ~0ULL, 0x55, "ERESTART" },
	{ ~0ULL, 0x56, "ESTRPIPE" },
	{ ~0ULL, 0x57, "EUSERS" },
	{ ~0ULL, 0x58, "ENOTSOCK" },
	{ ~0ULL, 0x59, "EDESTADDRREQ" },
	{ ~0ULL, 0x5a, "EMSGSIZE" },
	{ ~0ULL, 0x5b, "EPROTOTYPE" },
	{ ~0ULL, 0x5c, "ENOPROTOOPT" },
	{ ~0ULL, 0x5d, "EPROTONOSUPPORT" },
	{ ~0ULL, 0x5e, "ESOCKTNOSUPPORT" },
	{ ~0ULL, 0x5f, "EOPNOTSUPP" },
	{ ~0ULL, 0x60, "EPFNOSUPPORT" },
	{ ~0ULL, 0x61, "EAFNOSUPPORT" },
	{ ~0ULL, 0x62, "EADDRINUSE" },
	{ ~0ULL, 0x63, "EADDRNOTAVAIL" },
	{ ~0ULL, 0x64, "ENETDOWN" },
	{ ~0ULL, 0x65, "ENETUNREACH" },
	{ ~0ULL, 0x66, "ENETRESET" },
	{ ~0ULL, 0x67, "ECONNABORTED" },
	{ ~0ULL, 0x68, "ECONNRESET" },
	{ ~0ULL, 0x69, "ENOBUFS" },
	{ ~0ULL, 0x6a, "EISCONN" },
	{ ~0ULL, 0x6b, "ENOTCONN" },
	{ ~0ULL, 0x6c, "ESHUTDOWN" },
	{ ~0ULL, 0x6d, "ETOOMANYREFS" },
	{ ~0ULL, 0x6e, "ETIMEDOUT" },
	{ ~0ULL, 0x6f, "ECONNREFUSED" },
	{ ~0ULL, 0x70, "EHOSTDOWN" },
	{ ~0ULL, 0x71, "EHOSTUNREACH" },
	{ ~0ULL, 0x72, "EALREADY" },
	{ ~0ULL, 0x73, "EINPROGRESS" },
	{ ~0ULL, 0x74, "ESTALE" },
	{ ~0ULL, 0x75, "EUCLEAN" },
	{ ~0ULL, 0x76, "ENOTNAM" },
	{ ~0ULL, 0x77, "ENAVAIL" },
	{ ~0ULL, 0x78, "EISNAM" },
	{ ~0ULL, 0x79, "EREMOTEIO" },
	{ ~0ULL, 0x7a, "EDQUOT" },
	{ ~0ULL, 0x7b, "ENOMEDIUM" },
	{ ~0ULL, 0x7c, "EMEDIUMTYPE" },
	{ ~0ULL, 0x7d, "ECANCELED" },
	{ ~0ULL, 0x7e, "ENOKEY" },
	{ ~0ULL, 0x7f, "EKEYEXPIRED" },
	{ ~0ULL, 0x80, "EKEYREVOKED" },
	{ ~0ULL, 0x81, "EKEYREJECTED" },
	{ ~0ULL, 0x82, "EOWNERDEAD" },
	{ ~0ULL, 0x83, "ENOTRECOVERABLE" },
	{ ~0ULL, 0x84, "ERFKILL" },
	{ ~0ULL, 0x85, "EHWPOISON" },
	{ ~0ULL, 0x86, "EFTYPE" },
};
const struct eu_flagset eu_flags_errno = {
	"errno", NULL, flags_errno,
	132, true, false,
};

static const struct eu_flag flags_ethertype[] = {
	{ ~0ULL, 0x60, "ETH_P_LOOP" },
	{ ~0ULL, 0x200, "ETH_P_PUP" },
	{ ~0ULL, 0x201, "ETH_P_PUPAT" },
	{ ~0ULL, 0x22f0, "ETH_P_TSN" },
	{ ~0ULL, 0x22eb, "ETH_P_ERSPAN2" },
	{ ~0ULL, 0x800, "ETH_P_IP" },
	{ ~0ULL, 0x805, "ETH_P_X25" },
	{ ~0ULL, 0x806, "ETH_P_ARP" },
	{ ~0ULL, 0x8ff, "ETH_P_BPQ" },
	{ ~0ULL, 0xa00, "ETH_P_IEEEPUP" },
	{ ~0ULL, 0xa01, "ETH_P_IEEEPUPAT" },
	{ ~0ULL, 0x4305, "ETH_P_BATMAN" },
	{ ~0ULL, 0x6000, "ETH_P_DEC" },
	{ ~0ULL, 0x6001, "ETH_P_DNA_DL" },
	{ ~0ULL, 0x6002, "ETH_P_DNA_RC" },
	{ ~0ULL, 0x6003, "ETH_P_DNA_RT" },
	{ ~0ULL, 0x6004, "ETH_P_LAT" },
	{ ~0ULL, 0x6005, "ETH_P_DIAG" },
	{ ~0ULL, 0x6006, "ETH_P_CUST" },
	{ ~0ULL, 0x6007, "ETH_P_SCA" },
	{ ~0ULL, 0x6558, "ETH_P_TEB" },
	{ ~0ULL, 0x8035, "ETH_P_RARP" },
	{ ~0ULL, 0x809b, "ETH_P_ATALK" },
	{ ~0ULL, 0x80f3, "ETH_P_AARP" },
	{ ~0ULL, 0x8100, "ETH_P_8021Q" },
	{ ~0ULL, 0x88be, "ETH_P_ERSPAN" },
	{ ~0ULL, 0x8137, "ETH_P_IPX" },
	{ ~0ULL, 0x86dd, "ETH_P_IPV6" },
	{ ~0ULL, 0x8808, "ETH_P_PAUSE" },
	{ ~0ULL, 0x8809, "ETH_P_SLOW" },
	{ ~0ULL, 0x883e, "ETH_P_WCCP" },
	{ ~0ULL, 0x8847, "ETH_P_MPLS_UC" },
	{ ~0ULL, 0x8848, "ETH_P_MPLS_MC" },
	{ ~0ULL, 0x884c, "ETH_P_ATMMPOA" },
	{ ~0ULL, 0x8863, "ETH_P_PPP_DISC" },
	{ ~0ULL, 0x8864, "ETH_P_PPP_SES" },
	{ ~0ULL, 0x886c, "ETH_P_LINK_CTL" },
	{ ~0ULL, 0x8870, "ETH_P_8021AC" },
	{ ~0ULL, 0x8884, "ETH_P_ATMFATE" },
	{ ~0ULL, 0x888e, "ETH_P_PAE" },
	{ ~0ULL, 0x8892, "ETH_P_PROFINET" },
	{ ~0ULL, 0x8899, "ETH_P_REALTEK" },
	{ ~0ULL, 0x88a2, "ETH_P_AOE" },
	{ ~0ULL, 0x88a4, "ETH_P_ETHERCAT" },
	{ ~0ULL, 0x88a8, "ETH_P_8021AD" },
	{ ~0ULL, 0x88b5, "ETH_P_802_EX1" },
	{ ~0ULL, 0x88c3, "ETH_P_MXLGSW" },
	{ ~0ULL, 0x88c7, "ETH_P_PREAUTH" },
	{ ~0ULL, 0x88ca, "ETH_P_TIPC" },
	{ ~0ULL, 0x88cc, "ETH_P_LLDP" },
	{ ~0ULL, 0x88e3, "ETH_P_MRP" },
	{ ~0ULL, 0x88e5, "ETH_P_MACSEC" },
	{ ~0ULL, 0x88e7, "ETH_P_8021AH" },
	{ ~0ULL, 0x88f5, "ETH_P_MVRP" },
	{ ~0ULL, 0x88f7, "ETH_P_1588" },
	{ ~0ULL, 0x88f8, "ETH_P_NCSI" },
	{ ~0ULL, 0x88fb, "ETH_P_PRP" },
	{ ~0ULL, 0x8902, "ETH_P_CFM" },
	{ ~0ULL, 0x8906, "ETH_P_FCOE" },
	{ ~0ULL, 0x8915, "ETH_P_IBOE" },
	{ ~0ULL, 0x890d, "ETH_P_TDLS" },
	{ ~0ULL, 0x8914, "ETH_P_FIP" },
	{ ~0ULL, 0x8917, "ETH_P_80221" },
	{ ~0ULL, 0x892f, "ETH_P_HSR" },
	{ ~0ULL, 0x894f, "ETH_P_NSH" },
	{ ~0ULL, 0x9000, "ETH_P_LOOPBACK" },
	{ ~0ULL, 0x9100, "ETH_P_QINQ1" },
	{ ~0ULL, 0x9200, "ETH_P_QINQ2" },
	{ ~0ULL, 0x9300, "ETH_P_QINQ3" },
	{ ~0ULL, 0x9988, "ETH_P_YT921X" },
	{ ~0ULL, 0xdada, "ETH_P_EDSA" },
	{ ~0ULL, 0xdadb, "ETH_P_DSA_8021Q" },
	{ ~0ULL, 0xe001, "ETH_P_DSA_A5PSW" },
	{ ~0ULL, 0xed3e, "ETH_P_IFE" },
	{ ~0ULL, 0xfbfb, "ETH_P_AF_IUCV" },
	{ ~0ULL, 0xfd3a, "ETH_P_NXP_NETC" },
	{ ~0ULL, 0x1, "ETH_P_802_3" },
	{ ~0ULL, 0x2, "ETH_P_AX25" },
	{ ~0ULL, 0x3, "ETH_P_ALL" },
	{ ~0ULL, 0x4, "ETH_P_802_2" },
	{ ~0ULL, 0x5, "ETH_P_SNAP" },
	{ ~0ULL, 0x6, "ETH_P_DDCMP" },
	{ ~0ULL, 0x7, "ETH_P_WAN_PPP" },
	{ ~0ULL, 0x8, "ETH_P_PPP_MP" },
	{ ~0ULL, 0x9, "ETH_P_LOCALTALK" },
	{ ~0ULL, 0xc, "ETH_P_CAN" },
	{ ~0ULL, 0xd, "ETH_P_CANFD" },
	{ ~0ULL, 0xe, "ETH_P_CANXL" },
	{ ~0ULL, 0x10, "ETH_P_PPPTALK" },
	{ ~0ULL, 0x11, "ETH_P_TR_802_2" },
	{ ~0ULL, 0x15, "ETH_P_MOBITEX" },
	{ ~0ULL, 0x16, "ETH_P_CONTROL" },
	{ ~0ULL, 0x17, "ETH_P_IRDA" },
	{ ~0ULL, 0x18, "ETH_P_ECONET" },
	{ ~0ULL, 0x19, "ETH_P_HDLC" },
	{ ~0ULL, 0x1a, "ETH_P_ARCNET" },
	{ ~0ULL, 0x1b, "ETH_P_DSA" },
	{ ~0ULL, 0x1c, "ETH_P_TRAILER" },
	{ ~0ULL, 0xf5, "ETH_P_PHONET" },
	{ ~0ULL, 0xf6, "ETH_P_IEEE802154" },
	{ ~0ULL, 0xf7, "ETH_P_CAIF" },
	{ ~0ULL, 0xf8, "ETH_P_XDSA" },
	{ ~0ULL, 0xf9, "ETH_P_MAP" },
	{ ~0ULL, 0xfa, "ETH_P_MCTP" },
	{ ~0ULL, 0xfe, "ETH_P_GRE_OSI" },
};
const struct eu_flagset eu_flags_ethertype = {
	"ethertype", NULL, flags_ethertype,
	105, true, false,
};

static const struct eu_flag flags_eventfd[] = {
	{ 0x1, 0x1, "EFD_SEMAPHORE" },
	{ 0x80000, 0x80000, "EFD_CLOEXEC" },
	{ 0x800, 0x800, "EFD_NONBLOCK" },
};
const struct eu_flagset eu_flags_eventfd = {
	"eventfd", NULL, flags_eventfd,
	3, false, false,
};

static const struct eu_flag flags_f_owner_type[] = {
	{ ~0ULL, 0x0, "F_OWNER_TID" },
	{ ~0ULL, 0x1, "F_OWNER_PID" },
	{ ~0ULL, 0x2, "F_OWNER_PGRP" },
};
const struct eu_flagset eu_flags_f_owner_type = {
	"f_owner_type", NULL, flags_f_owner_type,
	3, true, false,
};

static const struct eu_flag flags_fadvise[] = {
	{ ~0ULL, 0x0, "POSIX_FADV_NORMAL" },
	{ ~0ULL, 0x1, "POSIX_FADV_RANDOM" },
	{ ~0ULL, 0x2, "POSIX_FADV_SEQUENTIAL" },
	{ ~0ULL, 0x3, "POSIX_FADV_WILLNEED" },
	{ ~0ULL, 0x4, "POSIX_FADV_DONTNEED" },
	{ ~0ULL, 0x5, "POSIX_FADV_NOREUSE" },
};
const struct eu_flagset eu_flags_fadvise = {
	"fadvise", NULL, flags_fadvise,
	6, true, false,
};

static const struct eu_flag flags_fallocate[] = {
	{ 0x1, 0x1, "FALLOC_FL_KEEP_SIZE" },
	{ 0x2, 0x2, "FALLOC_FL_PUNCH_HOLE" },
	{ 0x4, 0x4, "FALLOC_FL_NO_HIDE_STALE" },
	{ 0x8, 0x8, "FALLOC_FL_COLLAPSE_RANGE" },
	{ 0x10, 0x10, "FALLOC_FL_ZERO_RANGE" },
	{ 0x20, 0x20, "FALLOC_FL_INSERT_RANGE" },
	{ 0x40, 0x40, "FALLOC_FL_UNSHARE_RANGE" },
	{ 0x80, 0x80, "FALLOC_FL_WRITE_ZEROES" },
};
const struct eu_flagset eu_flags_fallocate = {
	"fallocate", NULL, flags_fallocate,
	8, false, false,
};

static const struct eu_flag flags_fanotify_init[] = {
	{ 0x1, 0x1, "FAN_CLOEXEC" },
	{ 0x2, 0x2, "FAN_NONBLOCK" },
	{ 0xc, 0x0, "FAN_CLASS_NOTIF" },
	{ 0xc, 0x4, "FAN_CLASS_CONTENT" },
	{ 0xc, 0x8, "FAN_CLASS_PRE_CONTENT" },
	{ 0x10, 0x10, "FAN_UNLIMITED_QUEUE" },
	{ 0x20, 0x20, "FAN_UNLIMITED_MARKS" },
	{ 0x40, 0x40, "FAN_ENABLE_AUDIT" },
	{ 0x80, 0x80, "FAN_REPORT_PIDFD" },
	{ 0x100, 0x100, "FAN_REPORT_TID" },
	{ 0x200, 0x200, "FAN_REPORT_FID" },
	{ 0x400, 0x400, "FAN_REPORT_DIR_FID" },
	{ 0x800, 0x800, "FAN_REPORT_NAME" },
	{ 0x1000, 0x1000, "FAN_REPORT_TARGET_FID" },
	{ 0x2000, 0x2000, "FAN_REPORT_FD_ERROR" },
	{ 0x4000, 0x4000, "FAN_REPORT_MNT" },
};
const struct eu_flagset eu_flags_fanotify_init = {
	"fanotify_init", NULL, flags_fanotify_init,
	16, false, false,
};

static const struct eu_flag flags_fanotify_mark[] = {
	{ 0x1, 0x1, "FAN_MARK_ADD" },
	{ 0x2, 0x2, "FAN_MARK_REMOVE" },
	{ 0x4, 0x4, "FAN_MARK_DONT_FOLLOW" },
	{ 0x8, 0x8, "FAN_MARK_ONLYDIR" },
	{ 0x10, 0x10, "FAN_MARK_MOUNT" },
	{ 0x20, 0x20, "FAN_MARK_IGNORED_MASK" },
	{ 0x40, 0x40, "FAN_MARK_IGNORED_SURV_MODIFY" },
	{ 0x80, 0x80, "FAN_MARK_FLUSH" },
	{ 0x100, 0x100, "FAN_MARK_FILESYSTEM" },
	{ 0x200, 0x200, "FAN_MARK_EVICTABLE" },
	{ 0x400, 0x400, "FAN_MARK_IGNORE" },
};
const struct eu_flagset eu_flags_fanotify_mark = {
	"fanotify_mark", NULL, flags_fanotify_mark,
	11, false, false,
};

static const struct eu_flag flags_fanotify_mask[] = {
	{ 0x1, 0x1, "FAN_ACCESS" },
	{ 0x2, 0x2, "FAN_MODIFY" },
	{ 0x4, 0x4, "FAN_ATTRIB" },
	{ 0x8, 0x8, "FAN_CLOSE_WRITE" },
	{ 0x10, 0x10, "FAN_CLOSE_NOWRITE" },
	{ 0x20, 0x20, "FAN_OPEN" },
	{ 0x40, 0x40, "FAN_MOVED_FROM" },
	{ 0x80, 0x80, "FAN_MOVED_TO" },
	{ 0x100, 0x100, "FAN_CREATE" },
	{ 0x200, 0x200, "FAN_DELETE" },
	{ 0x400, 0x400, "FAN_DELETE_SELF" },
	{ 0x800, 0x800, "FAN_MOVE_SELF" },
	{ 0x1000, 0x1000, "FAN_OPEN_EXEC" },
	{ 0x4000, 0x4000, "FAN_Q_OVERFLOW" },
	{ 0x8000, 0x8000, "FAN_FS_ERROR" },
	{ 0x10000, 0x10000, "FAN_OPEN_PERM" },
	{ 0x20000, 0x20000, "FAN_ACCESS_PERM" },
	{ 0x40000, 0x40000, "FAN_OPEN_EXEC_PERM" },
	{ 0x8000000, 0x8000000, "FAN_EVENT_ON_CHILD" },
	{ 0x10000000, 0x10000000, "FAN_RENAME" },
	{ 0x40000000, 0x40000000, "FAN_ONDIR" },
};
const struct eu_flagset eu_flags_fanotify_mask = {
	"fanotify_mask", NULL, flags_fanotify_mask,
	21, false, false,
};

static const struct eu_flag flags_fcntl_cmd[] = {
	{ ~0ULL, 0x0, "F_DUPFD" },
	{ ~0ULL, 0x1, "F_GETFD" },
	{ ~0ULL, 0x2, "F_SETFD" },
	{ ~0ULL, 0x3, "F_GETFL" },
	{ ~0ULL, 0x4, "F_SETFL" },
	{ ~0ULL, 0x5, "F_GETLK" },
	{ ~0ULL, 0x6, "F_SETLK" },
	{ ~0ULL, 0x7, "F_SETLKW" },
	{ ~0ULL, 0x8, "F_SETOWN" },
	{ ~0ULL, 0x9, "F_GETOWN" },
	{ ~0ULL, 0xa, "F_SETSIG" },
	{ ~0ULL, 0xb, "F_GETSIG" },
	{ ~0ULL, 0xc, "F_GETLK64" },
	{ ~0ULL, 0xd, "F_SETLK64" },
	{ ~0ULL, 0xe, "F_SETLKW64" },
	{ ~0ULL, 0xf, "F_SETOWN_EX" },
	{ ~0ULL, 0x10, "F_GETOWN_EX" },
	{ ~0ULL, 0x11, "F_GETOWNER_UIDS" },
	{ ~0ULL, 0x24, "F_OFD_GETLK" },
	{ ~0ULL, 0x25, "F_OFD_SETLK" },
	{ ~0ULL, 0x26, "F_OFD_SETLKW" },
	{ ~0ULL, 0x400, "F_SETLEASE" },
	{ ~0ULL, 0x401, "F_GETLEASE" },
	{ ~0ULL, 0x402, "F_NOTIFY" },
	{ ~0ULL, 0x403, "F_DUPFD_QUERY" },
	{ ~0ULL, 0x404, "F_CREATED_QUERY" },
	{ ~0ULL, 0x405, "F_CANCELLK" },
	{ ~0ULL, 0x406, "F_DUPFD_CLOEXEC" },
	{ ~0ULL, 0x407, "F_SETPIPE_SZ" },
	{ ~0ULL, 0x408, "F_GETPIPE_SZ" },
	{ ~0ULL, 0x409, "F_ADD_SEALS" },
	{ ~0ULL, 0x40a, "F_GET_SEALS" },
	{ ~0ULL, 0x40b, "F_GET_RW_HINT" },
	{ ~0ULL, 0x40c, "F_SET_RW_HINT" },
	{ ~0ULL, 0x40d, "F_GET_FILE_RW_HINT" },
	{ ~0ULL, 0x40e, "F_SET_FILE_RW_HINT" },
};
const struct eu_flagset eu_flags_fcntl_cmd = {
	"fcntl_cmd", NULL, flags_fcntl_cmd,
	36, true, false,
};

static const struct eu_flag flags_fd_flags[] = {
	{ 0x1, 0x1, "FD_CLOEXEC" },
};
const struct eu_flagset eu_flags_fd_flags = {
	"fd_flags", NULL, flags_fd_flags,
	1, false, false,
};

static const struct eu_flag flags_fiemap[] = {
	{ 0x1, 0x1, "FIEMAP_FLAG_SYNC" },
	{ 0x2, 0x2, "FIEMAP_FLAG_XATTR" },
	{ 0x4, 0x4, "FIEMAP_FLAG_CACHE" },
};
const struct eu_flagset eu_flags_fiemap = {
	"fiemap", NULL, flags_fiemap,
	3, false, false,
};

static const struct eu_flag flags_file_mode[] = {
	{ 0xf000, 0xc000, "S_IFSOCK" },
	{ 0xf000, 0xa000, "S_IFLNK" },
	{ 0xf000, 0x8000, "S_IFREG" },
	{ 0xf000, 0x6000, "S_IFBLK" },
	{ 0xf000, 0x4000, "S_IFDIR" },
	{ 0xf000, 0x2000, "S_IFCHR" },
	{ 0xf000, 0x1000, "S_IFIFO" },
	{ 0x800, 0x800, "S_ISUID" },
	{ 0x400, 0x400, "S_ISGID" },
	{ 0x200, 0x200, "S_ISVTX" },
};
const struct eu_flagset eu_flags_file_mode = {
	"file_mode", NULL, flags_file_mode,
	10, false, true,
};

static const struct eu_flag flags_finit_module[] = {
	{ 0x1, 0x1, "MODULE_INIT_IGNORE_MODVERSIONS" },
	{ 0x2, 0x2, "MODULE_INIT_IGNORE_VERMAGIC" },
	{ 0x4, 0x4, "MODULE_INIT_COMPRESSED_FILE" },
};
const struct eu_flagset eu_flags_finit_module = {
	"finit_module", NULL, flags_finit_module,
	3, false, false,
};

static const struct eu_flag flags_flock[] = {
	{ 0x1, 0x1, "LOCK_SH" },
	{ 0x2, 0x2, "LOCK_EX" },
	{ 0x8, 0x8, "LOCK_UN" },
	{ 0x4, 0x4, "LOCK_NB" },
	{ 0x20, 0x20, "LOCK_MAND" },
	{ 0x40, 0x40, "LOCK_READ" },
	{ 0x80, 0x80, "LOCK_WRITE" },
};
const struct eu_flagset eu_flags_flock = {
	"flock", NULL, flags_flock,
	7, false, false,
};

static const struct eu_flag flags_fs_magic[] = {
	{ ~0ULL, 0xef53, "EXT4_SUPER_MAGIC" },
	{ ~0ULL, 0xadf5, "ADFS_SUPER_MAGIC" },
	{ ~0ULL, 0xadff, "AFFS_SUPER_MAGIC" },
	{ ~0ULL, 0x5346414f, "AFS_SUPER_MAGIC" },
	{ ~0ULL, 0x187, "AUTOFS_SUPER_MAGIC" },
	{ ~0ULL, 0xc36400, "CEPH_SUPER_MAGIC" },
	{ ~0ULL, 0x73757245, "CODA_SUPER_MAGIC" },
	{ ~0ULL, 0x28cd3d45, "CRAMFS_MAGIC" },
	{ ~0ULL, 0x64626720, "DEBUGFS_MAGIC" },
	{ ~0ULL, 0x73636673, "SECURITYFS_MAGIC" },
	{ ~0ULL, 0xf97cff8c, "SELINUX_MAGIC" },
	{ ~0ULL, 0x43415d53, "SMACK_MAGIC" },
	{ ~0ULL, 0x858458f6, "RAMFS_MAGIC" },
	{ ~0ULL, 0x1021994, "TMPFS_MAGIC" },
	{ ~0ULL, 0x958458f6, "HUGETLBFS_MAGIC" },
	{ ~0ULL, 0x73717368, "SQUASHFS_MAGIC" },
	{ ~0ULL, 0xf15f, "ECRYPTFS_SUPER_MAGIC" },
	{ ~0ULL, 0x414a53, "EFS_SUPER_MAGIC" },
	{ ~0ULL, 0xabba1974, "XENFS_SUPER_MAGIC" },
	{ ~0ULL, 0x9123683e, "BTRFS_SUPER_MAGIC" },
	{ ~0ULL, 0x3434, "NILFS_SUPER_MAGIC" },
	{ ~0ULL, 0xf2f52010, "F2FS_SUPER_MAGIC" },
	{ ~0ULL, 0xf995e849, "HPFS_SUPER_MAGIC" },
	{ ~0ULL, 0x9660, "ISOFS_SUPER_MAGIC" },
	{ ~0ULL, 0x72b6, "JFFS2_SUPER_MAGIC" },
	{ ~0ULL, 0x58465342, "XFS_SUPER_MAGIC" },
	{ ~0ULL, 0x6165676c, "PSTOREFS_MAGIC" },
	{ ~0ULL, 0xde5e81e4, "EFIVARFS_MAGIC" },
	{ ~0ULL, 0xc0ffee, "HOSTFS_SUPER_MAGIC" },
	{ ~0ULL, 0x794c7630, "OVERLAYFS_SUPER_MAGIC" },
	{ ~0ULL, 0x65735546, "FUSE_SUPER_MAGIC" },
	{ ~0ULL, 0xca451a4e, "BCACHEFS_SUPER_MAGIC" },
	{ ~0ULL, 0x137f, "MINIX_SUPER_MAGIC" },
	{ ~0ULL, 0x2468, "MINIX2_SUPER_MAGIC" },
	{ ~0ULL, 0x4d5a, "MINIX3_SUPER_MAGIC" },
	{ ~0ULL, 0x4d44, "MSDOS_SUPER_MAGIC" },
	{ ~0ULL, 0x2011bab0, "EXFAT_SUPER_MAGIC" },
	{ ~0ULL, 0x564c, "NCP_SUPER_MAGIC" },
	{ ~0ULL, 0x6969, "NFS_SUPER_MAGIC" },
	{ ~0ULL, 0x7461636f, "OCFS2_SUPER_MAGIC" },
	{ ~0ULL, 0x9fa1, "OPENPROM_SUPER_MAGIC" },
	{ ~0ULL, 0x2f, "QNX4_SUPER_MAGIC" },
	{ ~0ULL, 0x68191122, "QNX6_SUPER_MAGIC" },
	{ ~0ULL, 0x6b414653, "AFS_FS_MAGIC" },
	{ ~0ULL, 0x52654973, "REISERFS_SUPER_MAGIC" },
	{ ~0ULL, 0x517b, "SMB_SUPER_MAGIC" },
	{ ~0ULL, 0xff534d42, "CIFS_SUPER_MAGIC" },
	{ ~0ULL, 0xfe534d42, "SMB2_SUPER_MAGIC" },
	{ ~0ULL, 0x27e0eb, "CGROUP_SUPER_MAGIC" },
	{ ~0ULL, 0x63677270, "CGROUP2_SUPER_MAGIC" },
	{ ~0ULL, 0x7655821, "RDTGROUP_SUPER_MAGIC" },
	{ ~0ULL, 0x57ac6e9d, "STACK_END_MAGIC" },
	{ ~0ULL, 0x74726163, "TRACEFS_MAGIC" },
	{ ~0ULL, 0x1021997, "V9FS_MAGIC" },
	{ ~0ULL, 0x62646576, "BDEVFS_MAGIC" },
	{ ~0ULL, 0x64646178, "DAXFS_MAGIC" },
	{ ~0ULL, 0x42494e4d, "BINFMTFS_MAGIC" },
	{ ~0ULL, 0x1cd1, "DEVPTS_SUPER_MAGIC" },
	{ ~0ULL, 0x6c6f6f70, "BINDERFS_SUPER_MAGIC" },
	{ ~0ULL, 0xbad1dea, "FUTEXFS_SUPER_MAGIC" },
	{ ~0ULL, 0x50495045, "PIPEFS_MAGIC" },
	{ ~0ULL, 0x9fa0, "PROC_SUPER_MAGIC" },
	{ ~0ULL, 0x534f434b, "SOCKFS_MAGIC" },
	{ ~0ULL, 0x62656572, "SYSFS_MAGIC" },
	{ ~0ULL, 0x9fa2, "USBDEVICE_SUPER_MAGIC" },
	{ ~0ULL, 0x11307854, "MTD_INODE_FS_MAGIC" },
	{ ~0ULL, 0x9041934, "ANON_INODE_FS_MAGIC" },
	{ ~0ULL, 0x73727279, "BTRFS_TEST_MAGIC" },
	{ ~0ULL, 0x6e736673, "NSFS_MAGIC" },
	{ ~0ULL, 0xcafe4a11, "BPF_FS_MAGIC" },
	{ ~0ULL, 0x5a3c69f0, "AAFS_MAGIC" },
	{ ~0ULL, 0x5a4f4653, "ZONEFS_MAGIC" },
	{ ~0ULL, 0x15013346, "UDF_SUPER_MAGIC" },
	{ ~0ULL, 0x444d4142, "DMA_BUF_MAGIC" },
	{ ~0ULL, 0x454d444d, "DEVMEM_MAGIC" },
	{ ~0ULL, 0x5345434d, "SECRETMEM_MAGIC" },
	{ ~0ULL, 0x50494446, "PID_FS_MAGIC" },
	{ ~0ULL, 0x474d454d, "GUEST_MEMFD_MAGIC" },
	{ ~0ULL, 0x4e554c4c, "NULL_FS_MAGIC" },
	{ ~0ULL, 0xe0f5e1e2, "EROFS_SUPER_MAGIC_V1" },
};
const struct eu_flagset eu_flags_fs_magic = {
	"fs_magic", NULL, flags_fs_magic,
	80, true, false,
};

static const struct eu_flag flags_fsconfig[] = {
	{ ~0ULL, 0x0, "FSCONFIG_SET_FLAG" },
	{ ~0ULL, 0x1, "FSCONFIG_SET_STRING" },
	{ ~0ULL, 0x2, "FSCONFIG_SET_BINARY" },
	{ ~0ULL, 0x3, "FSCONFIG_SET_PATH" },
	{ ~0ULL, 0x4, "FSCONFIG_SET_PATH_EMPTY" },
	{ ~0ULL, 0x5, "FSCONFIG_SET_FD" },
	{ ~0ULL, 0x6, "FSCONFIG_CMD_CREATE" },
	{ ~0ULL, 0x7, "FSCONFIG_CMD_RECONFIGURE" },
	{ ~0ULL, 0x8, "FSCONFIG_CMD_CREATE_EXCL" },
};
const struct eu_flagset eu_flags_fsconfig = {
	"fsconfig", NULL, flags_fsconfig,
	9, true, false,
};

static const struct eu_flag flags_fsmount[] = {
	{ 0x1, 0x1, "FSMOUNT_CLOEXEC" },
};
const struct eu_flagset eu_flags_fsmount = {
	"fsmount", NULL, flags_fsmount,
	1, false, false,
};

static const struct eu_flag flags_fsopen[] = {
	{ 0x1, 0x1, "FSOPEN_CLOEXEC" },
};
const struct eu_flagset eu_flags_fsopen = {
	"fsopen", NULL, flags_fsopen,
	1, false, false,
};

static const struct eu_flag flags_fspick[] = {
	{ 0x1, 0x1, "FSPICK_CLOEXEC" },
	{ 0x2, 0x2, "FSPICK_SYMLINK_NOFOLLOW" },
	{ 0x4, 0x4, "FSPICK_NO_AUTOMOUNT" },
	{ 0x8, 0x8, "FSPICK_EMPTY_PATH" },
};
const struct eu_flagset eu_flags_fspick = {
	"fspick", NULL, flags_fspick,
	4, false, false,
};

static const struct eu_flag flags_futex2[] = {
	{ 0x3, 0x0, "FUTEX2_SIZE_U8" },
	{ 0x3, 0x1, "FUTEX2_SIZE_U16" },
	{ 0x3, 0x2, "FUTEX2_SIZE_U32" },
	{ 0x3, 0x3, "FUTEX2_SIZE_U64" },
	{ 0x4, 0x4, "FUTEX2_NUMA" },
	{ 0x8, 0x8, "FUTEX2_MPOL" },
	{ 0x80, 0x80, "FUTEX2_PRIVATE" },
};
const struct eu_flagset eu_flags_futex2 = {
	"futex2", NULL, flags_futex2,
	7, false, false,
};

static const struct eu_flag flags_futex_op[] = {
	{ 0x7f, 0x0, "FUTEX_WAIT" },
	{ 0x7f, 0x1, "FUTEX_WAKE" },
	{ 0x7f, 0x2, "FUTEX_FD" },
	{ 0x7f, 0x3, "FUTEX_REQUEUE" },
	{ 0x7f, 0x4, "FUTEX_CMP_REQUEUE" },
	{ 0x7f, 0x5, "FUTEX_WAKE_OP" },
	{ 0x7f, 0x6, "FUTEX_LOCK_PI" },
	{ 0x7f, 0x7, "FUTEX_UNLOCK_PI" },
	{ 0x7f, 0x8, "FUTEX_TRYLOCK_PI" },
	{ 0x7f, 0x9, "FUTEX_WAIT_BITSET" },
	{ 0x7f, 0xa, "FUTEX_WAKE_BITSET" },
	{ 0x7f, 0xb, "FUTEX_WAIT_REQUEUE_PI" },
	{ 0x7f, 0xc, "FUTEX_CMP_REQUEUE_PI" },
	{ 0x7f, 0xd, "FUTEX_LOCK_PI2" },
	{ 0x80, 0x80, "FUTEX_PRIVATE_FLAG" },
	{ 0x100, 0x100, "FUTEX_CLOCK_REALTIME" },
};
const struct eu_flagset eu_flags_futex_op = {
	"futex_op", NULL, flags_futex_op,
	16, false, false,
};

static const struct eu_flag flags_getrandom[] = {
	{ 0x1, 0x1, "GRND_NONBLOCK" },
	{ 0x2, 0x2, "GRND_RANDOM" },
	{ 0x4, 0x4, "GRND_INSECURE" },
};
const struct eu_flagset eu_flags_getrandom = {
	"getrandom", NULL, flags_getrandom,
	3, false, false,
};

static const struct eu_flag flags_icmp_filter[] = {
	{ 0x1, 0x1, "ICMP_ECHOREPLY" },
	{ 0x8, 0x8, "ICMP_DEST_UNREACH" },
	{ 0x10, 0x10, "ICMP_SOURCE_QUENCH" },
	{ 0x20, 0x20, "ICMP_REDIRECT" },
	{ 0x100, 0x100, "ICMP_ECHO" },
	{ 0x800, 0x800, "ICMP_TIME_EXCEEDED" },
	{ 0x1000, 0x1000, "ICMP_PARAMETERPROB" },
	{ 0x2000, 0x2000, "ICMP_TIMESTAMP" },
	{ 0x4000, 0x4000, "ICMP_TIMESTAMPREPLY" },
	{ 0x8000, 0x8000, "ICMP_INFO_REQUEST" },
	{ 0x10000, 0x10000, "ICMP_INFO_REPLY" },
	{ 0x20000, 0x20000, "ICMP_ADDRESS" },
	{ 0x40000, 0x40000, "ICMP_ADDRESSREPLY" },
};
const struct eu_flagset eu_flags_icmp_filter = {
	"icmp_filter", NULL, flags_icmp_filter,
	13, false, false,
};

static const struct eu_flag flags_inode_flags[] = {
	{ 0x1, 0x1, "FS_SECRM_FL" },
	{ 0x2, 0x2, "FS_UNRM_FL" },
	{ 0x4, 0x4, "FS_COMPR_FL" },
	{ 0x8, 0x8, "FS_SYNC_FL" },
	{ 0x10, 0x10, "FS_IMMUTABLE_FL" },
	{ 0x20, 0x20, "FS_APPEND_FL" },
	{ 0x40, 0x40, "FS_NODUMP_FL" },
	{ 0x80, 0x80, "FS_NOATIME_FL" },
	{ 0x100, 0x100, "FS_DIRTY_FL" },
	{ 0x200, 0x200, "FS_COMPRBLK_FL" },
	{ 0x400, 0x400, "FS_NOCOMP_FL" },
	{ 0x800, 0x800, "FS_ENCRYPT_FL" },
	{ 0x1000, 0x1000, "FS_INDEX_FL" },
	{ 0x2000, 0x2000, "FS_IMAGIC_FL" },
	{ 0x4000, 0x4000, "FS_JOURNAL_DATA_FL" },
	{ 0x8000, 0x8000, "FS_NOTAIL_FL" },
	{ 0x10000, 0x10000, "FS_DIRSYNC_FL" },
	{ 0x20000, 0x20000, "FS_TOPDIR_FL" },
	{ 0x40000, 0x40000, "FS_HUGE_FILE_FL" },
	{ 0x80000, 0x80000, "FS_EXTENT_FL" },
	{ 0x100000, 0x100000, "FS_VERITY_FL" },
	{ 0x200000, 0x200000, "FS_EA_INODE_FL" },
	{ 0x400000, 0x400000, "FS_EOFBLOCKS_FL" },
	{ 0x800000, 0x800000, "FS_NOCOW_FL" },
	{ 0x2000000, 0x2000000, "FS_DAX_FL" },
	{ 0x10000000, 0x10000000, "FS_INLINE_DATA_FL" },
	{ 0x20000000, 0x20000000, "FS_PROJINHERIT_FL" },
	{ 0x40000000, 0x40000000, "FS_CASEFOLD_FL" },
	{ 0x80000000, 0x80000000, "FS_RESERVED_FL" },
};
const struct eu_flagset eu_flags_inode_flags = {
	"inode_flags", NULL, flags_inode_flags,
	29, false, false,
};

static const struct eu_flag flags_inode_xflags[] = {
	{ 0x1, 0x1, "FS_XFLAG_REALTIME" },
	{ 0x2, 0x2, "FS_XFLAG_PREALLOC" },
	{ 0x8, 0x8, "FS_XFLAG_IMMUTABLE" },
	{ 0x10, 0x10, "FS_XFLAG_APPEND" },
	{ 0x20, 0x20, "FS_XFLAG_SYNC" },
	{ 0x40, 0x40, "FS_XFLAG_NOATIME" },
	{ 0x80, 0x80, "FS_XFLAG_NODUMP" },
	{ 0x100, 0x100, "FS_XFLAG_RTINHERIT" },
	{ 0x200, 0x200, "FS_XFLAG_PROJINHERIT" },
	{ 0x400, 0x400, "FS_XFLAG_NOSYMLINKS" },
	{ 0x800, 0x800, "FS_XFLAG_EXTSIZE" },
	{ 0x1000, 0x1000, "FS_XFLAG_EXTSZINHERIT" },
	{ 0x2000, 0x2000, "FS_XFLAG_NODEFRAG" },
	{ 0x4000, 0x4000, "FS_XFLAG_FILESTREAM" },
	{ 0x8000, 0x8000, "FS_XFLAG_DAX" },
	{ 0x10000, 0x10000, "FS_XFLAG_COWEXTSIZE" },
	{ 0x20000, 0x20000, "FS_XFLAG_VERITY" },
	{ 0x40000, 0x40000, "FS_XFLAG_CASEFOLD" },
	{ 0x80000, 0x80000, "FS_XFLAG_CASENONPRESERVING" },
	{ 0x80000000, 0x80000000, "FS_XFLAG_HASATTR" },
};
const struct eu_flagset eu_flags_inode_xflags = {
	"inode_xflags", NULL, flags_inode_xflags,
	20, false, false,
};

static const struct eu_flag flags_inotify[] = {
	{ 0xfff, 0xfff, "IN_ALL_EVENTS" },
	{ 0x1, 0x1, "IN_ACCESS" },
	{ 0x2, 0x2, "IN_MODIFY" },
	{ 0x4, 0x4, "IN_ATTRIB" },
	{ 0x8, 0x8, "IN_CLOSE_WRITE" },
	{ 0x10, 0x10, "IN_CLOSE_NOWRITE" },
	{ 0x20, 0x20, "IN_OPEN" },
	{ 0x40, 0x40, "IN_MOVED_FROM" },
	{ 0x80, 0x80, "IN_MOVED_TO" },
	{ 0x100, 0x100, "IN_CREATE" },
	{ 0x200, 0x200, "IN_DELETE" },
	{ 0x400, 0x400, "IN_DELETE_SELF" },
	{ 0x800, 0x800, "IN_MOVE_SELF" },
	{ 0x2000, 0x2000, "IN_UNMOUNT" },
	{ 0x4000, 0x4000, "IN_Q_OVERFLOW" },
	{ 0x8000, 0x8000, "IN_IGNORED" },
	{ 0x1000000, 0x1000000, "IN_ONLYDIR" },
	{ 0x2000000, 0x2000000, "IN_DONT_FOLLOW" },
	{ 0x4000000, 0x4000000, "IN_EXCL_UNLINK" },
	{ 0x10000000, 0x10000000, "IN_MASK_CREATE" },
	{ 0x20000000, 0x20000000, "IN_MASK_ADD" },
	{ 0x40000000, 0x40000000, "IN_ISDIR" },
	{ 0x80000000, 0x80000000, "IN_ONESHOT" },
};
const struct eu_flagset eu_flags_inotify = {
	"inotify", NULL, flags_inotify,
	23, false, false,
};

static const struct eu_flag flags_inotify_init[] = {
	{ 0x80000, 0x80000, "IN_CLOEXEC" },
	{ 0x800, 0x800, "IN_NONBLOCK" },
};
const struct eu_flagset eu_flags_inotify_init = {
	"inotify_init", NULL, flags_inotify_init,
	2, false, false,
};

static const struct eu_flag flags_interface[] = {
	{ 0x1, 0x1, "IFF_UP" },
	{ 0x2, 0x2, "IFF_BROADCAST" },
	{ 0x4, 0x4, "IFF_DEBUG" },
	{ 0x8, 0x8, "IFF_LOOPBACK" },
	{ 0x10, 0x10, "IFF_POINTOPOINT" },
	{ 0x20, 0x20, "IFF_NOTRAILERS" },
	{ 0x40, 0x40, "IFF_RUNNING" },
	{ 0x80, 0x80, "IFF_NOARP" },
	{ 0x100, 0x100, "IFF_PROMISC" },
	{ 0x200, 0x200, "IFF_ALLMULTI" },
	{ 0x400, 0x400, "IFF_MASTER" },
	{ 0x800, 0x800, "IFF_SLAVE" },
	{ 0x1000, 0x1000, "IFF_MULTICAST" },
	{ 0x2000, 0x2000, "IFF_PORTSEL" },
	{ 0x4000, 0x4000, "IFF_AUTOMEDIA" },
	{ 0x8000, 0x8000, "IFF_DYNAMIC" },
};
const struct eu_flagset eu_flags_interface = {
	"interface", NULL, flags_interface,
	16, false, false,
};

static const struct eu_flag flags_io_uring_enter[] = {
	{ 0x1, 0x1, "IORING_ENTER_GETEVENTS" },
	{ 0x2, 0x2, "IORING_ENTER_SQ_WAKEUP" },
	{ 0x4, 0x4, "IORING_ENTER_SQ_WAIT" },
	{ 0x8, 0x8, "IORING_ENTER_EXT_ARG" },
	{ 0x10, 0x10, "IORING_ENTER_REGISTERED_RING" },
	{ 0x20, 0x20, "IORING_ENTER_ABS_TIMER" },
	{ 0x40, 0x40, "IORING_ENTER_EXT_ARG_REG" },
	{ 0x80, 0x80, "IORING_ENTER_NO_IOWAIT" },
};
const struct eu_flagset eu_flags_io_uring_enter = {
	"io_uring_enter", NULL, flags_io_uring_enter,
	8, false, false,
};

static const struct eu_flag flags_io_uring_register[] = {
	{ ~0ULL, 0x0, "IORING_REGISTER_BUFFERS" },
	{ ~0ULL, 0x1, "IORING_UNREGISTER_BUFFERS" },
	{ ~0ULL, 0x2, "IORING_REGISTER_FILES" },
	{ ~0ULL, 0x3, "IORING_UNREGISTER_FILES" },
	{ ~0ULL, 0x4, "IORING_REGISTER_EVENTFD" },
	{ ~0ULL, 0x5, "IORING_UNREGISTER_EVENTFD" },
	{ ~0ULL, 0x6, "IORING_REGISTER_FILES_UPDATE" },
	{ ~0ULL, 0x7, "IORING_REGISTER_EVENTFD_ASYNC" },
	{ ~0ULL, 0x8, "IORING_REGISTER_PROBE" },
	{ ~0ULL, 0x9, "IORING_REGISTER_PERSONALITY" },
	{ ~0ULL, 0xa, "IORING_UNREGISTER_PERSONALITY" },
	{ ~0ULL, 0xb, "IORING_REGISTER_RESTRICTIONS" },
	{ ~0ULL, 0xc, "IORING_REGISTER_ENABLE_RINGS" },
	{ ~0ULL, 0xd, "IORING_REGISTER_FILES2" },
	{ ~0ULL, 0xe, "IORING_REGISTER_FILES_UPDATE2" },
	{ ~0ULL, 0xf, "IORING_REGISTER_BUFFERS2" },
	{ ~0ULL, 0x10, "IORING_REGISTER_BUFFERS_UPDATE" },
	{ ~0ULL, 0x11, "IORING_REGISTER_IOWQ_AFF" },
	{ ~0ULL, 0x12, "IORING_UNREGISTER_IOWQ_AFF" },
	{ ~0ULL, 0x13, "IORING_REGISTER_IOWQ_MAX_WORKERS" },
	{ ~0ULL, 0x14, "IORING_REGISTER_RING_FDS" },
	{ ~0ULL, 0x15, "IORING_UNREGISTER_RING_FDS" },
	{ ~0ULL, 0x16, "IORING_REGISTER_PBUF_RING" },
	{ ~0ULL, 0x17, "IORING_UNREGISTER_PBUF_RING" },
	{ ~0ULL, 0x18, "IORING_REGISTER_SYNC_CANCEL" },
	{ ~0ULL, 0x19, "IORING_REGISTER_FILE_ALLOC_RANGE" },
	{ ~0ULL, 0x1a, "IORING_REGISTER_PBUF_STATUS" },
	{ ~0ULL, 0x1b, "IORING_REGISTER_NAPI" },
	{ ~0ULL, 0x1c, "IORING_UNREGISTER_NAPI" },
	{ ~0ULL, 0x1d, "IORING_REGISTER_CLOCK" },
	{ ~0ULL, 0x1e, "IORING_REGISTER_CLONE_BUFFERS" },
	{ ~0ULL, 0x1f, "IORING_REGISTER_SEND_MSG_RING" },
	{ ~0ULL, 0x20, "IORING_REGISTER_ZCRX_IFQ" },
	{ ~0ULL, 0x21, "IORING_REGISTER_RESIZE_RINGS" },
	{ ~0ULL, 0x22, "IORING_REGISTER_MEM_REGION" },
};
const struct eu_flagset eu_flags_io_uring_register = {
	"io_uring_register", NULL, flags_io_uring_register,
	35, true, false,
};

static const struct eu_flag flags_io_uring_setup[] = {
	{ 0x1, 0x1, "IORING_SETUP_IOPOLL" },
	{ 0x2, 0x2, "IORING_SETUP_SQPOLL" },
	{ 0x4, 0x4, "IORING_SETUP_SQ_AFF" },
	{ 0x8, 0x8, "IORING_SETUP_CQSIZE" },
	{ 0x10, 0x10, "IORING_SETUP_CLAMP" },
	{ 0x20, 0x20, "IORING_SETUP_ATTACH_WQ" },
	{ 0x40, 0x40, "IORING_SETUP_R_DISABLED" },
	{ 0x80, 0x80, "IORING_SETUP_SUBMIT_ALL" },
	{ 0x100, 0x100, "IORING_SETUP_COOP_TASKRUN" },
	{ 0x200, 0x200, "IORING_SETUP_TASKRUN_FLAG" },
	{ 0x400, 0x400, "IORING_SETUP_SQE128" },
	{ 0x800, 0x800, "IORING_SETUP_CQE32" },
	{ 0x1000, 0x1000, "IORING_SETUP_SINGLE_ISSUER" },
	{ 0x2000, 0x2000, "IORING_SETUP_DEFER_TASKRUN" },
	{ 0x4000, 0x4000, "IORING_SETUP_NO_MMAP" },
	{ 0x8000, 0x8000, "IORING_SETUP_REGISTERED_FD_ONLY" },
	{ 0x10000, 0x10000, "IORING_SETUP_NO_SQARRAY" },
	{ 0x20000, 0x20000, "IORING_SETUP_HYBRID_IOPOLL" },
	{ 0x40000, 0x40000, "IORING_SETUP_CQE_MIXED" },
	{ 0x80000, 0x80000, "IORING_SETUP_SQE_MIXED" },
	{ 0x100000, 0x100000, "IORING_SETUP_SQ_REWIND" },
};
const struct eu_flagset eu_flags_io_uring_setup = {
	"io_uring_setup", NULL, flags_io_uring_setup,
	21, false, false,
};

static const struct eu_flag flags_ioctl[] = {
	{ ~0ULL, 0x5401, "TCGETS" },
	{ ~0ULL, 0x5402, "TCSETS" },
	{ ~0ULL, 0x5403, "TCSETSW" },
	{ ~0ULL, 0x5404, "TCSETSF" },
	{ ~0ULL, 0x5405, "TCGETA" },
	{ ~0ULL, 0x5406, "TCSETA" },
	{ ~0ULL, 0x5407, "TCSETAW" },
	{ ~0ULL, 0x5408, "TCSETAF" },
	{ ~0ULL, 0x5409, "TCSBRK" },
	{ ~0ULL, 0x540a, "TCXONC" },
	{ ~0ULL, 0x540b, "TCFLSH" },
	{ ~0ULL, 0x540c, "TIOCEXCL" },
	{ ~0ULL, 0x540d, "TIOCNXCL" },
	{ ~0ULL, 0x540e, "TIOCSCTTY" },
	{ ~0ULL, 0x540f, "TIOCGPGRP" },
	{ ~0ULL, 0x5410, "TIOCSPGRP" },
	{ ~0ULL, 0x5411, "TIOCOUTQ" },
	{ ~0ULL, 0x5412, "TIOCSTI" },
	{ ~0ULL, 0x5413, "TIOCGWINSZ" },
	{ ~0ULL, 0x5414, "TIOCSWINSZ" },
	{ ~0ULL, 0x5415, "TIOCMGET" },
	{ ~0ULL, 0x5416, "TIOCMBIS" },
	{ ~0ULL, 0x5417, "TIOCMBIC" },
	{ ~0ULL, 0x5418, "TIOCMSET" },
	{ ~0ULL, 0x541b, "FIONREAD" },
	{ ~0ULL, 0x541c, "TIOCLINUX" },
	{ ~0ULL, 0x541d, "TIOCCONS" },
	{ ~0ULL, 0x541e, "TIOCGSERIAL" },
	{ ~0ULL, 0x541f, "TIOCSSERIAL" },
	{ ~0ULL, 0x5420, "TIOCPKT" },
	{ ~0ULL, 0x5421, "FIONBIO" },
	{ ~0ULL, 0x5422, "TIOCNOTTY" },
	{ ~0ULL, 0x5423, "TIOCSETD" },
	{ ~0ULL, 0x5424, "TIOCGETD" },
	{ ~0ULL, 0x5425, "TCSBRKP" },
	{ ~0ULL, 0x5427, "TIOCSBRK" },
	{ ~0ULL, 0x5428, "TIOCCBRK" },
	{ ~0ULL, 0x5429, "TIOCGSID" },
	{ ~0ULL, 0x802c542a, "TCGETS2" },
	{ ~0ULL, 0x402c542b, "TCSETS2" },
	{ ~0ULL, 0x402c542c, "TCSETSW2" },
	{ ~0ULL, 0x402c542d, "TCSETSF2" },
	{ ~0ULL, 0x80045430, "TIOCGPTN" },
	{ ~0ULL, 0x40045431, "TIOCSPTLCK" },
	{ ~0ULL, 0x80045432, "TIOCGDEV" },
	{ ~0ULL, 0x40045436, "TIOCSIG" },
	{ ~0ULL, 0x5437, "TIOCVHANGUP" },
	{ ~0ULL, 0x80045438, "TIOCGPKT" },
	{ ~0ULL, 0x80045439, "TIOCGPTLCK" },
	{ ~0ULL, 0x80045440, "TIOCGEXCL" },
	{ ~0ULL, 0x5441, "TIOCGPTPEER" },
	{ ~0ULL, 0x5450, "FIONCLEX" },
	{ ~0ULL, 0x5451, "FIOCLEX" },
	{ ~0ULL, 0x5452, "FIOASYNC" },
	{ ~0ULL, 0x5460, "FIOQSIZE" },
	{ ~0ULL, 0x8901, "FIOSETOWN" },
	{ ~0ULL, 0x8903, "FIOGETOWN" },
	{ ~0ULL, 0x8905, "SIOCATMARK" },
	{ ~0ULL, 0x8906, "SIOCGSTAMP" },
	{ ~0ULL, 0x8907, "SIOCGSTAMPNS" },
	{ ~0ULL, 0x890b, "SIOCADDRT" },
	{ ~0ULL, 0x890c, "SIOCDELRT" },
	{ ~0ULL, 0x8910, "SIOCGIFNAME" },
	{ ~0ULL, 0x8911, "SIOCSIFLINK" },
	{ ~0ULL, 0x8912, "SIOCGIFCONF" },
	{ ~0ULL, 0x8913, "SIOCGIFFLAGS" },
	{ ~0ULL, 0x8914, "SIOCSIFFLAGS" },
	{ ~0ULL, 0x8915, "SIOCGIFADDR" },
	{ ~0ULL, 0x8916, "SIOCSIFADDR" },
	{ ~0ULL, 0x8917, "SIOCGIFDSTADDR" },
	{ ~0ULL, 0x8918, "SIOCSIFDSTADDR" },
	{ ~0ULL, 0x8919, "SIOCGIFBRDADDR" },
	{ ~0ULL, 0x891a, "SIOCSIFBRDADDR" },
	{ ~0ULL, 0x891b, "SIOCGIFNETMASK" },
	{ ~0ULL, 0x891c, "SIOCSIFNETMASK" },
	{ ~0ULL, 0x891d, "SIOCGIFMETRIC" },
	{ ~0ULL, 0x891e, "SIOCSIFMETRIC" },
	{ ~0ULL, 0x8921, "SIOCGIFMTU" },
	{ ~0ULL, 0x8922, "SIOCSIFMTU" },
	{ ~0ULL, 0x8923, "SIOCSIFNAME" },
	{ ~0ULL, 0x8924, "SIOCSIFHWADDR" },
	{ ~0ULL, 0x8927, "SIOCGIFHWADDR" },
	{ ~0ULL, 0x8931, "SIOCADDMULTI" },
	{ ~0ULL, 0x8932, "SIOCDELMULTI" },
	{ ~0ULL, 0x8933, "SIOCGIFINDEX" },
	{ ~0ULL, 0x8942, "SIOCGIFTXQLEN" },
	{ ~0ULL, 0x8943, "SIOCSIFTXQLEN" },
	{ ~0ULL, 0x8946, "SIOCETHTOOL" },
	{ ~0ULL, 0x8947, "SIOCGMIIPHY" },
	{ ~0ULL, 0x8948, "SIOCGMIIREG" },
	{ ~0ULL, 0x8953, "SIOCDARP" },
	{ ~0ULL, 0x8954, "SIOCGARP" },
	{ ~0ULL, 0x8955, "SIOCSARP" },
	{ ~0ULL, 0x89a0, "SIOCBRADDBR" },
	{ ~0ULL, 0x89a1, "SIOCBRDELBR" },
	{ ~0ULL, 0x89a2, "SIOCBRADDIF" },
	{ ~0ULL, 0x89a3, "SIOCBRDELIF" },
	{ ~0ULL, 0x40049409, "FICLONE" },
	{ ~0ULL, 0x4020940d, "FICLONERANGE" },
	{ ~0ULL, 0xc0189436, "FIDEDUPERANGE" },
	{ ~0ULL, 0x1, "FIBMAP" },
	{ ~0ULL, 0x2, "FIGETBSZ" },
	{ ~0ULL, 0xc0045877, "FIFREEZE" },
	{ ~0ULL, 0xc0045878, "FITHAW" },
	{ ~0ULL, 0xc0185879, "FITRIM" },
	{ ~0ULL, 0x80086601, "FS_IOC_GETFLAGS" },
	{ ~0ULL, 0x40086602, "FS_IOC_SETFLAGS" },
	{ ~0ULL, 0x80087601, "FS_IOC_GETVERSION" },
	{ ~0ULL, 0x40087602, "FS_IOC_SETVERSION" },
	{ ~0ULL, 0x80046601, "FS_IOC32_GETFLAGS" },
	{ ~0ULL, 0x40046602, "FS_IOC32_SETFLAGS" },
	{ ~0ULL, 0x80047601, "FS_IOC32_GETVERSION" },
	{ ~0ULL, 0x40047602, "FS_IOC32_SETVERSION" },
	{ ~0ULL, 0xc020660b, "FS_IOC_FIEMAP" },
	{ ~0ULL, 0x801c581f, "FS_IOC_FSGETXATTR" },
	{ ~0ULL, 0x401c5820, "FS_IOC_FSSETXATTR" },
	{ ~0ULL, 0x81009431, "FS_IOC_GETFSLABEL" },
	{ ~0ULL, 0x41009432, "FS_IOC_SETFSLABEL" },
	{ ~0ULL, 0x800c6613, "FS_IOC_SET_ENCRYPTION_POLICY" },
	{ ~0ULL, 0x400c6615, "FS_IOC_GET_ENCRYPTION_POLICY" },
	{ ~0ULL, 0x40806685, "FS_IOC_ENABLE_VERITY" },
	{ ~0ULL, 0xc0046686, "FS_IOC_MEASURE_VERITY" },
	{ ~0ULL, 0x125d, "BLKROSET" },
	{ ~0ULL, 0x125e, "BLKROGET" },
	{ ~0ULL, 0x125f, "BLKRRPART" },
	{ ~0ULL, 0x1260, "BLKGETSIZE" },
	{ ~0ULL, 0x1261, "BLKFLSBUF" },
	{ ~0ULL, 0x1262, "BLKRASET" },
	{ ~0ULL, 0x1263, "BLKRAGET" },
	{ ~0ULL, 0x1268, "BLKSSZGET" },
	{ ~0ULL, 0x80081270, "BLKBSZGET" },
	{ ~0ULL, 0x80081272, "BLKGETSIZE64" },
	{ ~0ULL, 0x1277, "BLKDISCARD" },
	{ ~0ULL, 0x1278, "BLKIOMIN" },
	{ ~0ULL, 0x1279, "BLKIOOPT" },
	{ ~0ULL, 0x127a, "BLKALIGNOFF" },
	{ ~0ULL, 0x127b, "BLKPBSZGET" },
	{ ~0ULL, 0x127c, "BLKDISCARDZEROES" },
	{ ~0ULL, 0x127d, "BLKSECDISCARD" },
	{ ~0ULL, 0x127e, "BLKROTATIONAL" },
	{ ~0ULL, 0x127f, "BLKZEROOUT" },
	{ ~0ULL, 0x400454c8, "TUNSETNOCSUM" },
	{ ~0ULL, 0x400454c9, "TUNSETDEBUG" },
	{ ~0ULL, 0x400454ca, "TUNSETIFF" },
	{ ~0ULL, 0x400454cb, "TUNSETPERSIST" },
	{ ~0ULL, 0x400454cc, "TUNSETOWNER" },
	{ ~0ULL, 0x400454ce, "TUNSETGROUP" },
	{ ~0ULL, 0x800454cf, "TUNGETFEATURES" },
	{ ~0ULL, 0x400454d0, "TUNSETOFFLOAD" },
	{ ~0ULL, 0x800454d2, "TUNGETIFF" },
	{ ~0ULL, 0x400454d8, "TUNSETVNETHDRSZ" },
	{ ~0ULL, 0x400454d9, "TUNSETQUEUE" },
	{ ~0ULL, 0xb701, "NS_GET_USERNS" },
	{ ~0ULL, 0xb702, "NS_GET_PARENT" },
	{ ~0ULL, 0xb703, "NS_GET_NSTYPE" },
	{ ~0ULL, 0xb704, "NS_GET_OWNER_UID" },
	{ ~0ULL, 0xae00, "KVM_GET_API_VERSION" },
	{ ~0ULL, 0xae01, "KVM_CREATE_VM" },
	{ ~0ULL, 0xae03, "KVM_CHECK_EXTENSION" },
	{ ~0ULL, 0xae04, "KVM_GET_VCPU_MMAP_SIZE" },
	{ ~0ULL, 0xae41, "KVM_CREATE_VCPU" },
	{ ~0ULL, 0xae80, "KVM_RUN" },
	{ ~0ULL, 0x4020ae46, "KVM_SET_USER_MEMORY_REGION" },
	{ ~0ULL, 0x4c00, "LOOP_SET_FD" },
	{ ~0ULL, 0x4c01, "LOOP_CLR_FD" },
	{ ~0ULL, 0x4c02, "LOOP_SET_STATUS" },
	{ ~0ULL, 0x4c03, "LOOP_GET_STATUS" },
	{ ~0ULL, 0x4c04, "LOOP_SET_STATUS64" },
	{ ~0ULL, 0x4c05, "LOOP_GET_STATUS64" },
	{ ~0ULL, 0x4c06, "LOOP_CHANGE_FD" },
	{ ~0ULL, 0x4c07, "LOOP_SET_CAPACITY" },
	{ ~0ULL, 0x4c08, "LOOP_SET_DIRECT_IO" },
	{ ~0ULL, 0x4c09, "LOOP_SET_BLOCK_SIZE" },
	{ ~0ULL, 0x4c0a, "LOOP_CONFIGURE" },
	{ ~0ULL, 0x4c80, "LOOP_CTL_ADD" },
	{ ~0ULL, 0x4c81, "LOOP_CTL_REMOVE" },
	{ ~0ULL, 0x4c82, "LOOP_CTL_GET_FREE" },
	{ ~0ULL, 0xc018aa3f, "UFFDIO_API" },
	{ ~0ULL, 0xc020aa00, "UFFDIO_REGISTER" },
	{ ~0ULL, 0x8010aa01, "UFFDIO_UNREGISTER" },
	{ ~0ULL, 0x8010aa02, "UFFDIO_WAKE" },
	{ ~0ULL, 0xc028aa03, "UFFDIO_COPY" },
	{ ~0ULL, 0xc020aa04, "UFFDIO_ZEROPAGE" },
	{ ~0ULL, 0xc018aa06, "UFFDIO_WRITEPROTECT" },
	{ ~0ULL, 0x2400, "PERF_EVENT_IOC_ENABLE" },
	{ ~0ULL, 0x2401, "PERF_EVENT_IOC_DISABLE" },
	{ ~0ULL, 0x2402, "PERF_EVENT_IOC_REFRESH" },
	{ ~0ULL, 0x2403, "PERF_EVENT_IOC_RESET" },
	{ ~0ULL, 0x40082404, "PERF_EVENT_IOC_PERIOD" },
	{ ~0ULL, 0x2405, "PERF_EVENT_IOC_SET_OUTPUT" },
	{ ~0ULL, 0x40082406, "PERF_EVENT_IOC_SET_FILTER" },
	{ ~0ULL, 0x80082407, "PERF_EVENT_IOC_ID" },
	{ ~0ULL, 0x40042408, "PERF_EVENT_IOC_SET_BPF" },
	{ ~0ULL, 0x80045200, "RNDGETENTCNT" },
	{ ~0ULL, 0x40045201, "RNDADDTOENTCNT" },
	{ ~0ULL, 0x40085203, "RNDADDENTROPY" },
	{ ~0ULL, 0x5204, "RNDZAPENTCNT" },
	{ ~0ULL, 0x5206, "RNDCLEARPOOL" },
	{ ~0ULL, 0x5207, "RNDRESEEDCRNG" },
	{ ~0ULL, 0xc0502100, "SECCOMP_IOCTL_NOTIF_RECV" },
	{ ~0ULL, 0xc0182101, "SECCOMP_IOCTL_NOTIF_SEND" },
	{ ~0ULL, 0x40082102, "SECCOMP_IOCTL_NOTIF_ID_VALID" },
	{ ~0ULL, 0x40182103, "SECCOMP_IOCTL_NOTIF_ADDFD" },
	{ ~0ULL, 0x5600, "VT_OPENQRY" },
	{ ~0ULL, 0x5601, "VT_GETMODE" },
	{ ~0ULL, 0x5602, "VT_SETMODE" },
	{ ~0ULL, 0x5603, "VT_GETSTATE" },
	{ ~0ULL, 0x5606, "VT_ACTIVATE" },
	{ ~0ULL, 0x5607, "VT_WAITACTIVE" },
	{ ~0ULL, 0x4b3b, "KDGETMODE" },
	{ ~0ULL, 0x4b3a, "KDSETMODE" },
	{ ~0ULL, 0x4b33, "KDGKBTYPE" },
	{ ~0ULL, 0x4b44, "KDGKBMODE" },
	{ ~0ULL, 0x4b45, "KDSKBMODE" },
};
const struct eu_flagset eu_flags_ioctl = {
	"ioctl", NULL, flags_ioctl,
	214, true, false,
};

static const struct eu_flag flags_ioprio_who[] = {
	{ ~0ULL, 0x1, "IOPRIO_WHO_PROCESS" },
	{ ~0ULL, 0x2, "IOPRIO_WHO_PGRP" },
	{ ~0ULL, 0x3, "IOPRIO_WHO_USER" },
};
const struct eu_flagset eu_flags_ioprio_who = {
	"ioprio_who", NULL, flags_ioprio_who,
	3, true, false,
};

static const struct eu_flag flags_ipc[] = {
	{ 0x200, 0x200, "IPC_CREAT" },
	{ 0x400, 0x400, "IPC_EXCL" },
};
const struct eu_flagset eu_flags_ipc = {
	"ipc", NULL, flags_ipc,
	2, false, true,
};

static const struct eu_flag flags_ipc_call[] = {
	{ ~0ULL, 0x1, "SEMOP" },
	{ ~0ULL, 0x2, "SEMGET" },
	{ ~0ULL, 0x3, "SEMCTL" },
	{ ~0ULL, 0x4, "SEMTIMEDOP" },
	{ ~0ULL, 0xb, "MSGSND" },
	{ ~0ULL, 0xc, "MSGRCV" },
	{ ~0ULL, 0xd, "MSGGET" },
	{ ~0ULL, 0xe, "MSGCTL" },
	{ ~0ULL, 0x15, "SHMAT" },
	{ ~0ULL, 0x16, "SHMDT" },
	{ ~0ULL, 0x17, "SHMGET" },
	{ ~0ULL, 0x18, "SHMCTL" },
};
const struct eu_flagset eu_flags_ipc_call = {
	"ipc_call", NULL, flags_ipc_call,
	12, true, false,
};

static const struct eu_flag flags_ipc_cmd[] = {
	{ ~0ULL, 0x0, "IPC_RMID" },
	{ ~0ULL, 0x1, "IPC_SET" },
	{ ~0ULL, 0x2, "IPC_STAT" },
	{ ~0ULL, 0x3, "IPC_INFO" },
};
const struct eu_flagset eu_flags_ipc_cmd = {
	"ipc_cmd", NULL, flags_ipc_cmd,
	4, true, false,
};

static const struct eu_flag flags_ipc_key[] = {
	{ ~0ULL, 0x0, "IPC_PRIVATE" },
};
const struct eu_flagset eu_flags_ipc_key = {
	"ipc_key", NULL, flags_ipc_key,
	1, true, false,
};

static const struct eu_flag flags_itimer[] = {
	{ ~0ULL, 0x0, "ITIMER_REAL" },
	{ ~0ULL, 0x1, "ITIMER_VIRTUAL" },
	{ ~0ULL, 0x2, "ITIMER_PROF" },
};
const struct eu_flagset eu_flags_itimer = {
	"itimer", NULL, flags_itimer,
	3, true, false,
};

static const struct eu_flag flags_kcmp[] = {
	{ ~0ULL, 0x0, "KCMP_FILE" },
	{ ~0ULL, 0x1, "KCMP_VM" },
	{ ~0ULL, 0x2, "KCMP_FILES" },
	{ ~0ULL, 0x3, "KCMP_FS" },
	{ ~0ULL, 0x4, "KCMP_SIGHAND" },
	{ ~0ULL, 0x5, "KCMP_IO" },
	{ ~0ULL, 0x6, "KCMP_SYSVSEM" },
	{ ~0ULL, 0x7, "KCMP_EPOLL_TFD" },
};
const struct eu_flagset eu_flags_kcmp = {
	"kcmp", NULL, flags_kcmp,
	8, true, false,
};

static const struct eu_flag flags_kexec[] = {
	{ 0x1, 0x1, "KEXEC_ON_CRASH" },
	{ 0x2, 0x2, "KEXEC_PRESERVE_CONTEXT" },
	{ 0x4, 0x4, "KEXEC_UPDATE_ELFCOREHDR" },
	{ 0xffff0000, 0x30000, "KEXEC_ARCH_386" },
	{ 0xffff0000, 0x3e0000, "KEXEC_ARCH_X86_64" },
	{ 0xffff0000, 0xb70000, "KEXEC_ARCH_AARCH64" },
};
const struct eu_flagset eu_flags_kexec = {
	"kexec", NULL, flags_kexec,
	6, false, false,
};

static const struct eu_flag flags_kexec_file[] = {
	{ 0x1, 0x1, "KEXEC_FILE_UNLOAD" },
	{ 0x2, 0x2, "KEXEC_FILE_ON_CRASH" },
	{ 0x4, 0x4, "KEXEC_FILE_NO_INITRAMFS" },
	{ 0x8, 0x8, "KEXEC_FILE_DEBUG" },
	{ 0x10, 0x10, "KEXEC_FILE_NO_CMA" },
	{ 0x20, 0x20, "KEXEC_FILE_FORCE_DTB" },
};
const struct eu_flagset eu_flags_kexec_file = {
	"kexec_file", NULL, flags_kexec_file,
	6, false, false,
};

static const struct eu_flag flags_key_move[] = {
	{ 0x1, 0x1, "KEYCTL_MOVE_EXCL" },
};
const struct eu_flagset eu_flags_key_move = {
	"key_move", NULL, flags_key_move,
	1, false, false,
};

static const struct eu_flag flags_key_perm[] = {
	{ 0x1000000, 0x1000000, "KEY_POS_VIEW" },
	{ 0x2000000, 0x2000000, "KEY_POS_READ" },
	{ 0x4000000, 0x4000000, "KEY_POS_WRITE" },
	{ 0x8000000, 0x8000000, "KEY_POS_SEARCH" },
	{ 0x10000000, 0x10000000, "KEY_POS_LINK" },
	{ 0x20000000, 0x20000000, "KEY_POS_SETATTR" },
	{ 0x10000, 0x10000, "KEY_USR_VIEW" },
	{ 0x20000, 0x20000, "KEY_USR_READ" },
	{ 0x40000, 0x40000, "KEY_USR_WRITE" },
	{ 0x80000, 0x80000, "KEY_USR_SEARCH" },
	{ 0x100000, 0x100000, "KEY_USR_LINK" },
	{ 0x200000, 0x200000, "KEY_USR_SETATTR" },
	{ 0x100, 0x100, "KEY_GRP_VIEW" },
	{ 0x200, 0x200, "KEY_GRP_READ" },
	{ 0x400, 0x400, "KEY_GRP_WRITE" },
	{ 0x800, 0x800, "KEY_GRP_SEARCH" },
	{ 0x1000, 0x1000, "KEY_GRP_LINK" },
	{ 0x2000, 0x2000, "KEY_GRP_SETATTR" },
	{ 0x1, 0x1, "KEY_OTH_VIEW" },
	{ 0x2, 0x2, "KEY_OTH_READ" },
	{ 0x4, 0x4, "KEY_OTH_WRITE" },
	{ 0x8, 0x8, "KEY_OTH_SEARCH" },
	{ 0x10, 0x10, "KEY_OTH_LINK" },
	{ 0x20, 0x20, "KEY_OTH_SETATTR" },
};
const struct eu_flagset eu_flags_key_perm = {
	"key_perm", NULL, flags_key_perm,
	24, false, false,
};

static const struct eu_flag flags_key_serial[] = {
	{ ~0ULL, 0xffffffff, "KEY_SPEC_THREAD_KEYRING" },
	{ ~0ULL, 0xfffffffe, "KEY_SPEC_PROCESS_KEYRING" },
	{ ~0ULL, 0xfffffffd, "KEY_SPEC_SESSION_KEYRING" },
	{ ~0ULL, 0xfffffffc, "KEY_SPEC_USER_KEYRING" },
	{ ~0ULL, 0xfffffffb, "KEY_SPEC_USER_SESSION_KEYRING" },
	{ ~0ULL, 0xfffffffa, "KEY_SPEC_GROUP_KEYRING" },
	{ ~0ULL, 0xfffffff9, "KEY_SPEC_REQKEY_AUTH_KEY" },
	{ ~0ULL, 0xfffffff8, "KEY_SPEC_REQUESTOR_KEYRING" },
};
const struct eu_flagset eu_flags_key_serial = {
	"key_serial", NULL, flags_key_serial,
	8, true, false,
};

static const struct eu_flag flags_keyctl[] = {
	{ ~0ULL, 0x0, "KEYCTL_GET_KEYRING_ID" },
	{ ~0ULL, 0x1, "KEYCTL_JOIN_SESSION_KEYRING" },
	{ ~0ULL, 0x2, "KEYCTL_UPDATE" },
	{ ~0ULL, 0x3, "KEYCTL_REVOKE" },
	{ ~0ULL, 0x4, "KEYCTL_CHOWN" },
	{ ~0ULL, 0x5, "KEYCTL_SETPERM" },
	{ ~0ULL, 0x6, "KEYCTL_DESCRIBE" },
	{ ~0ULL, 0x7, "KEYCTL_CLEAR" },
	{ ~0ULL, 0x8, "KEYCTL_LINK" },
	{ ~0ULL, 0x9, "KEYCTL_UNLINK" },
	{ ~0ULL, 0xa, "KEYCTL_SEARCH" },
	{ ~0ULL, 0xb, "KEYCTL_READ" },
	{ ~0ULL, 0xc, "KEYCTL_INSTANTIATE" },
	{ ~0ULL, 0xd, "KEYCTL_NEGATE" },
	{ ~0ULL, 0xe, "KEYCTL_SET_REQKEY_KEYRING" },
	{ ~0ULL, 0xf, "KEYCTL_SET_TIMEOUT" },
	{ ~0ULL, 0x10, "KEYCTL_ASSUME_AUTHORITY" },
	{ ~0ULL, 0x11, "KEYCTL_GET_SECURITY" },
	{ ~0ULL, 0x12, "KEYCTL_SESSION_TO_PARENT" },
	{ ~0ULL, 0x13, "KEYCTL_REJECT" },
	{ ~0ULL, 0x14, "KEYCTL_INSTANTIATE_IOV" },
	{ ~0ULL, 0x15, "KEYCTL_INVALIDATE" },
	{ ~0ULL, 0x16, "KEYCTL_GET_PERSISTENT" },
	{ ~0ULL, 0x17, "KEYCTL_DH_COMPUTE" },
	{ ~0ULL, 0x18, "KEYCTL_PKEY_QUERY" },
	{ ~0ULL, 0x19, "KEYCTL_PKEY_ENCRYPT" },
	{ ~0ULL, 0x1a, "KEYCTL_PKEY_DECRYPT" },
	{ ~0ULL, 0x1b, "KEYCTL_PKEY_SIGN" },
	{ ~0ULL, 0x1c, "KEYCTL_PKEY_VERIFY" },
	{ ~0ULL, 0x1d, "KEYCTL_RESTRICT_KEYRING" },
	{ ~0ULL, 0x1e, "KEYCTL_MOVE" },
	{ ~0ULL, 0x1f, "KEYCTL_CAPABILITIES" },
	{ ~0ULL, 0x20, "KEYCTL_WATCH_KEY" },
};
const struct eu_flagset eu_flags_keyctl = {
	"keyctl", NULL, flags_keyctl,
	33, true, false,
};

static const struct eu_flag flags_landlock_access_fs[] = {
	{ 0x1, 0x1, "LANDLOCK_ACCESS_FS_EXECUTE" },
	{ 0x2, 0x2, "LANDLOCK_ACCESS_FS_WRITE_FILE" },
	{ 0x4, 0x4, "LANDLOCK_ACCESS_FS_READ_FILE" },
	{ 0x8, 0x8, "LANDLOCK_ACCESS_FS_READ_DIR" },
	{ 0x10, 0x10, "LANDLOCK_ACCESS_FS_REMOVE_DIR" },
	{ 0x20, 0x20, "LANDLOCK_ACCESS_FS_REMOVE_FILE" },
	{ 0x40, 0x40, "LANDLOCK_ACCESS_FS_MAKE_CHAR" },
	{ 0x80, 0x80, "LANDLOCK_ACCESS_FS_MAKE_DIR" },
	{ 0x100, 0x100, "LANDLOCK_ACCESS_FS_MAKE_REG" },
	{ 0x200, 0x200, "LANDLOCK_ACCESS_FS_MAKE_SOCK" },
	{ 0x400, 0x400, "LANDLOCK_ACCESS_FS_MAKE_FIFO" },
	{ 0x800, 0x800, "LANDLOCK_ACCESS_FS_MAKE_BLOCK" },
	{ 0x1000, 0x1000, "LANDLOCK_ACCESS_FS_MAKE_SYM" },
	{ 0x2000, 0x2000, "LANDLOCK_ACCESS_FS_REFER" },
	{ 0x4000, 0x4000, "LANDLOCK_ACCESS_FS_TRUNCATE" },
	{ 0x8000, 0x8000, "LANDLOCK_ACCESS_FS_IOCTL_DEV" },
	{ 0x10000, 0x10000, "LANDLOCK_ACCESS_FS_RESOLVE_UNIX" },
};
const struct eu_flagset eu_flags_landlock_access_fs = {
	"landlock_access_fs", NULL, flags_landlock_access_fs,
	17, false, false,
};

static const struct eu_flag flags_landlock_access_net[] = {
	{ 0x1, 0x1, "LANDLOCK_ACCESS_NET_BIND_TCP" },
	{ 0x2, 0x2, "LANDLOCK_ACCESS_NET_CONNECT_TCP" },
	{ 0x4, 0x4, "LANDLOCK_ACCESS_NET_BIND_UDP" },
	{ 0x8, 0x8, "LANDLOCK_ACCESS_NET_CONNECT_SEND_UDP" },
};
const struct eu_flagset eu_flags_landlock_access_net = {
	"landlock_access_net", NULL, flags_landlock_access_net,
	4, false, false,
};

static const struct eu_flag flags_landlock_create[] = {
	{ 0x1, 0x1, "LANDLOCK_CREATE_RULESET_VERSION" },
	{ 0x2, 0x2, "LANDLOCK_CREATE_RULESET_ERRATA" },
};
const struct eu_flagset eu_flags_landlock_create = {
	"landlock_create", NULL, flags_landlock_create,
	2, false, false,
};

static const struct eu_flag flags_landlock_rule[] = {
	{ ~0ULL, 0x1, "LANDLOCK_RULE_PATH_BENEATH" },
	{ ~0ULL, 0x2, "LANDLOCK_RULE_NET_PORT" },
};
const struct eu_flagset eu_flags_landlock_rule = {
	"landlock_rule", NULL, flags_landlock_rule,
	2, true, false,
};

static const struct eu_flag flags_lock_type[] = {
	{ ~0ULL, 0x0, "F_RDLCK" },
	{ ~0ULL, 0x1, "F_WRLCK" },
	{ ~0ULL, 0x2, "F_UNLCK" },
};
const struct eu_flagset eu_flags_lock_type = {
	"lock_type", NULL, flags_lock_type,
	3, true, false,
};

static const struct eu_flag flags_lsm_attr[] = {
	{ ~0ULL, 0x64, "LSM_ATTR_CURRENT" },
	{ ~0ULL, 0x65, "LSM_ATTR_EXEC" },
	{ ~0ULL, 0x66, "LSM_ATTR_FSCREATE" },
	{ ~0ULL, 0x67, "LSM_ATTR_KEYCREATE" },
	{ ~0ULL, 0x68, "LSM_ATTR_PREV" },
	{ ~0ULL, 0x69, "LSM_ATTR_SOCKCREATE" },
};
const struct eu_flagset eu_flags_lsm_attr = {
	"lsm_attr", NULL, flags_lsm_attr,
	6, true, false,
};

static const struct eu_flag flags_madvise[] = {
	{ ~0ULL, 0x0, "MADV_NORMAL" },
	{ ~0ULL, 0x1, "MADV_RANDOM" },
	{ ~0ULL, 0x2, "MADV_SEQUENTIAL" },
	{ ~0ULL, 0x3, "MADV_WILLNEED" },
	{ ~0ULL, 0x4, "MADV_DONTNEED" },
	{ ~0ULL, 0x8, "MADV_FREE" },
	{ ~0ULL, 0x9, "MADV_REMOVE" },
	{ ~0ULL, 0xa, "MADV_DONTFORK" },
	{ ~0ULL, 0xb, "MADV_DOFORK" },
	{ ~0ULL, 0x64, "MADV_HWPOISON" },
	{ ~0ULL, 0x65, "MADV_SOFT_OFFLINE" },
	{ ~0ULL, 0xc, "MADV_MERGEABLE" },
	{ ~0ULL, 0xd, "MADV_UNMERGEABLE" },
	{ ~0ULL, 0xe, "MADV_HUGEPAGE" },
	{ ~0ULL, 0xf, "MADV_NOHUGEPAGE" },
	{ ~0ULL, 0x10, "MADV_DONTDUMP" },
	{ ~0ULL, 0x11, "MADV_DODUMP" },
	{ ~0ULL, 0x12, "MADV_WIPEONFORK" },
	{ ~0ULL, 0x13, "MADV_KEEPONFORK" },
	{ ~0ULL, 0x14, "MADV_COLD" },
	{ ~0ULL, 0x15, "MADV_PAGEOUT" },
	{ ~0ULL, 0x16, "MADV_POPULATE_READ" },
	{ ~0ULL, 0x17, "MADV_POPULATE_WRITE" },
	{ ~0ULL, 0x18, "MADV_DONTNEED_LOCKED" },
	{ ~0ULL, 0x19, "MADV_COLLAPSE" },
	{ ~0ULL, 0x66, "MADV_GUARD_INSTALL" },
	{ ~0ULL, 0x67, "MADV_GUARD_REMOVE" },
};
const struct eu_flagset eu_flags_madvise = {
	"madvise", NULL, flags_madvise,
	27, true, false,
};

static const struct eu_flag flags_membarrier[] = {
	{ ~0ULL, 0x0, "MEMBARRIER_CMD_QUERY" },
	{ ~0ULL, 0x1, "MEMBARRIER_CMD_GLOBAL" },
	{ ~0ULL, 0x2, "MEMBARRIER_CMD_GLOBAL_EXPEDITED" },
	{ ~0ULL, 0x4, "MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED" },
	{ ~0ULL, 0x8, "MEMBARRIER_CMD_PRIVATE_EXPEDITED" },
	{ ~0ULL, 0x10, "MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED" },
	{ ~0ULL, 0x20, "MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE" },
	{ ~0ULL, 0x40, "MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE" },
	{ ~0ULL, 0x80, "MEMBARRIER_CMD_PRIVATE_EXPEDITED_RSEQ" },
	{ ~0ULL, 0x100, "MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_RSEQ" },
	{ ~0ULL, 0x200, "MEMBARRIER_CMD_GET_REGISTRATIONS" },
};
const struct eu_flagset eu_flags_membarrier = {
	"membarrier", NULL, flags_membarrier,
	11, true, false,
};

static const struct eu_flag flags_membarrier_flags[] = {
	{ 0x1, 0x1, "MEMBARRIER_CMD_FLAG_CPU" },
};
const struct eu_flagset eu_flags_membarrier_flags = {
	"membarrier_flags", NULL, flags_membarrier_flags,
	1, false, false,
};

static const struct eu_flag flags_memfd[] = {
	{ 0x1, 0x1, "MFD_CLOEXEC" },
	{ 0x2, 0x2, "MFD_ALLOW_SEALING" },
	{ 0x4, 0x4, "MFD_HUGETLB" },
	{ 0x8, 0x8, "MFD_NOEXEC_SEAL" },
	{ 0x10, 0x10, "MFD_EXEC" },
	{ 0xfc000000, 0x40000000, "MFD_HUGE_64KB" },
	{ 0xfc000000, 0x4c000000, "MFD_HUGE_512KB" },
	{ 0xfc000000, 0x50000000, "MFD_HUGE_1MB" },
	{ 0xfc000000, 0x54000000, "MFD_HUGE_2MB" },
	{ 0xfc000000, 0x5c000000, "MFD_HUGE_8MB" },
	{ 0xfc000000, 0x60000000, "MFD_HUGE_16MB" },
	{ 0xfc000000, 0x64000000, "MFD_HUGE_32MB" },
	{ 0xfc000000, 0x70000000, "MFD_HUGE_256MB" },
	{ 0xfc000000, 0x74000000, "MFD_HUGE_512MB" },
	{ 0xfc000000, 0x78000000, "MFD_HUGE_1GB" },
	{ 0xfc000000, 0x7c000000, "MFD_HUGE_2GB" },
	{ 0xfc000000, 0x88000000, "MFD_HUGE_16GB" },
};
const struct eu_flagset eu_flags_memfd = {
	"memfd", NULL, flags_memfd,
	17, false, false,
};

static const struct eu_flag flags_mempolicy[] = {
	{ 0xfff, 0x0, "MPOL_DEFAULT" },
	{ 0xfff, 0x1, "MPOL_PREFERRED" },
	{ 0xfff, 0x2, "MPOL_BIND" },
	{ 0xfff, 0x3, "MPOL_INTERLEAVE" },
	{ 0xfff, 0x4, "MPOL_LOCAL" },
	{ 0xfff, 0x5, "MPOL_PREFERRED_MANY" },
	{ 0xfff, 0x6, "MPOL_WEIGHTED_INTERLEAVE" },
	{ 0x8000, 0x8000, "MPOL_F_STATIC_NODES" },
	{ 0x4000, 0x4000, "MPOL_F_RELATIVE_NODES" },
	{ 0x2000, 0x2000, "MPOL_F_NUMA_BALANCING" },
};
const struct eu_flagset eu_flags_mempolicy = {
	"mempolicy", NULL, flags_mempolicy,
	10, false, false,
};

static const struct eu_flag flags_mempolicy_get[] = {
	{ 0x1, 0x1, "MPOL_F_NODE" },
	{ 0x2, 0x2, "MPOL_F_ADDR" },
	{ 0x4, 0x4, "MPOL_F_MEMS_ALLOWED" },
};
const struct eu_flagset eu_flags_mempolicy_get = {
	"mempolicy_get", NULL, flags_mempolicy_get,
	3, false, false,
};

static const struct eu_flag flags_mempolicy_move[] = {
	{ 0x1, 0x1, "MPOL_MF_STRICT" },
	{ 0x2, 0x2, "MPOL_MF_MOVE" },
	{ 0x4, 0x4, "MPOL_MF_MOVE_ALL" },
};
const struct eu_flagset eu_flags_mempolicy_move = {
	"mempolicy_move", NULL, flags_mempolicy_move,
	3, false, false,
};

static const struct eu_flag flags_mlock[] = {
	{ 0x1, 0x1, "MLOCK_ONFAULT" },
};
const struct eu_flagset eu_flags_mlock = {
	"mlock", NULL, flags_mlock,
	1, false, false,
};

static const struct eu_flag flags_mlockall[] = {
	{ 0x1, 0x1, "MCL_CURRENT" },
	{ 0x2, 0x2, "MCL_FUTURE" },
	{ 0x4, 0x4, "MCL_ONFAULT" },
};
const struct eu_flagset eu_flags_mlockall = {
	"mlockall", NULL, flags_mlockall,
	3, false, false,
};

static const struct eu_flag flags_mmap_flags[] = {
	{ 0xf, 0x1, "MAP_SHARED" },
	{ 0xf, 0x2, "MAP_PRIVATE" },
	{ 0xf, 0x3, "MAP_SHARED_VALIDATE" },
	{ 0xf, 0x8, "MAP_DROPPABLE" },
	{ 0x10, 0x10, "MAP_FIXED" },
	{ 0x20, 0x20, "MAP_ANONYMOUS" },
	{ 0x40, 0x40, "MAP_32BIT" },
	{ 0x80, 0x80, "MAP_ABOVE4G" },
	{ 0x100, 0x100, "MAP_GROWSDOWN" },
	{ 0x800, 0x800, "MAP_DENYWRITE" },
	{ 0x1000, 0x1000, "MAP_EXECUTABLE" },
	{ 0x2000, 0x2000, "MAP_LOCKED" },
	{ 0x4000, 0x4000, "MAP_NORESERVE" },
	{ 0x8000, 0x8000, "MAP_POPULATE" },
	{ 0x10000, 0x10000, "MAP_NONBLOCK" },
	{ 0x20000, 0x20000, "MAP_STACK" },
	{ 0x40000, 0x40000, "MAP_HUGETLB" },
	{ 0x80000, 0x80000, "MAP_SYNC" },
	{ 0x100000, 0x100000, "MAP_FIXED_NOREPLACE" },
	{ 0xfc000000, 0x38000000, "MAP_HUGE_16KB" },
	{ 0xfc000000, 0x40000000, "MAP_HUGE_64KB" },
	{ 0xfc000000, 0x4c000000, "MAP_HUGE_512KB" },
	{ 0xfc000000, 0x50000000, "MAP_HUGE_1MB" },
	{ 0xfc000000, 0x54000000, "MAP_HUGE_2MB" },
	{ 0xfc000000, 0x5c000000, "MAP_HUGE_8MB" },
	{ 0xfc000000, 0x60000000, "MAP_HUGE_16MB" },
	{ 0xfc000000, 0x64000000, "MAP_HUGE_32MB" },
	{ 0xfc000000, 0x70000000, "MAP_HUGE_256MB" },
	{ 0xfc000000, 0x74000000, "MAP_HUGE_512MB" },
	{ 0xfc000000, 0x78000000, "MAP_HUGE_1GB" },
	{ 0xfc000000, 0x7c000000, "MAP_HUGE_2GB" },
	{ 0xfc000000, 0x88000000, "MAP_HUGE_16GB" },
};
const struct eu_flagset eu_flags_mmap_flags = {
	"mmap_flags", NULL, flags_mmap_flags,
	32, false, false,
};

static const struct eu_flag flags_mmap_flags_arm64[] = {
	{ 0xf, 0x1, "MAP_SHARED" },
	{ 0xf, 0x2, "MAP_PRIVATE" },
	{ 0xf, 0x3, "MAP_SHARED_VALIDATE" },
	{ 0xf, 0x8, "MAP_DROPPABLE" },
	{ 0x10, 0x10, "MAP_FIXED" },
	{ 0x20, 0x20, "MAP_ANONYMOUS" },
	{ 0x100, 0x100, "MAP_GROWSDOWN" },
	{ 0x800, 0x800, "MAP_DENYWRITE" },
	{ 0x1000, 0x1000, "MAP_EXECUTABLE" },
	{ 0x2000, 0x2000, "MAP_LOCKED" },
	{ 0x4000, 0x4000, "MAP_NORESERVE" },
	{ 0x8000, 0x8000, "MAP_POPULATE" },
	{ 0x10000, 0x10000, "MAP_NONBLOCK" },
	{ 0x20000, 0x20000, "MAP_STACK" },
	{ 0x40000, 0x40000, "MAP_HUGETLB" },
	{ 0x80000, 0x80000, "MAP_SYNC" },
	{ 0x100000, 0x100000, "MAP_FIXED_NOREPLACE" },
	{ 0xfc000000, 0x38000000, "MAP_HUGE_16KB" },
	{ 0xfc000000, 0x40000000, "MAP_HUGE_64KB" },
	{ 0xfc000000, 0x4c000000, "MAP_HUGE_512KB" },
	{ 0xfc000000, 0x50000000, "MAP_HUGE_1MB" },
	{ 0xfc000000, 0x54000000, "MAP_HUGE_2MB" },
	{ 0xfc000000, 0x5c000000, "MAP_HUGE_8MB" },
	{ 0xfc000000, 0x60000000, "MAP_HUGE_16MB" },
	{ 0xfc000000, 0x64000000, "MAP_HUGE_32MB" },
	{ 0xfc000000, 0x70000000, "MAP_HUGE_256MB" },
	{ 0xfc000000, 0x74000000, "MAP_HUGE_512MB" },
	{ 0xfc000000, 0x78000000, "MAP_HUGE_1GB" },
	{ 0xfc000000, 0x7c000000, "MAP_HUGE_2GB" },
	{ 0xfc000000, 0x88000000, "MAP_HUGE_16GB" },
};
const struct eu_flagset eu_flags_mmap_flags_arm64 = {
	"mmap_flags", NULL, flags_mmap_flags_arm64,
	30, false, false,
};

static const struct eu_flag flags_mmap_prot[] = {
	{ 0x1, 0x1, "PROT_READ" },
	{ 0x2, 0x2, "PROT_WRITE" },
	{ 0x4, 0x4, "PROT_EXEC" },
	{ 0x8, 0x8, "PROT_SEM" },
	{ 0x1000000, 0x1000000, "PROT_GROWSDOWN" },
	{ 0x2000000, 0x2000000, "PROT_GROWSUP" },
};
const struct eu_flagset eu_flags_mmap_prot = {
	"mmap_prot", "PROT_NONE", flags_mmap_prot,
	6, false, false,
};

static const struct eu_flag flags_mmap_prot_arm64[] = {
	{ 0x1, 0x1, "PROT_READ" },
	{ 0x2, 0x2, "PROT_WRITE" },
	{ 0x4, 0x4, "PROT_EXEC" },
	{ 0x8, 0x8, "PROT_SEM" },
	{ 0x1000000, 0x1000000, "PROT_GROWSDOWN" },
	{ 0x2000000, 0x2000000, "PROT_GROWSUP" },
	{ 0x10, 0x10, "PROT_BTI" },
	{ 0x20, 0x20, "PROT_MTE" },
};
const struct eu_flagset eu_flags_mmap_prot_arm64 = {
	"mmap_prot", "PROT_NONE", flags_mmap_prot_arm64,
	8, false, false,
};

static const struct eu_flag flags_mount[] = {
	{ 0xffff0000, 0xc0ed0000, "MS_MGC_VAL" },
	{ 0x1, 0x1, "MS_RDONLY" },
	{ 0x2, 0x2, "MS_NOSUID" },
	{ 0x4, 0x4, "MS_NODEV" },
	{ 0x8, 0x8, "MS_NOEXEC" },
	{ 0x10, 0x10, "MS_SYNCHRONOUS" },
	{ 0x20, 0x20, "MS_REMOUNT" },
	{ 0x40, 0x40, "MS_MANDLOCK" },
	{ 0x80, 0x80, "MS_DIRSYNC" },
	{ 0x100, 0x100, "MS_NOSYMFOLLOW" },
	{ 0x400, 0x400, "MS_NOATIME" },
	{ 0x800, 0x800, "MS_NODIRATIME" },
	{ 0x1000, 0x1000, "MS_BIND" },
	{ 0x2000, 0x2000, "MS_MOVE" },
	{ 0x4000, 0x4000, "MS_REC" },
	{ 0x8000, 0x8000, "MS_SILENT" },
	{ 0x10000, 0x10000, "MS_POSIXACL" },
	{ 0x20000, 0x20000, "MS_UNBINDABLE" },
	{ 0x40000, 0x40000, "MS_PRIVATE" },
	{ 0x80000, 0x80000, "MS_SLAVE" },
	{ 0x100000, 0x100000, "MS_SHARED" },
	{ 0x200000, 0x200000, "MS_RELATIME" },
	{ 0x400000, 0x400000, "MS_KERNMOUNT" },
	{ 0x800000, 0x800000, "MS_I_VERSION" },
	{ 0x1000000, 0x1000000, "MS_STRICTATIME" },
	{ 0x2000000, 0x2000000, "MS_LAZYTIME" },
};
const struct eu_flagset eu_flags_mount = {
	"mount", NULL, flags_mount,
	26, false, false,
};

static const struct eu_flag flags_mount_attr[] = {
	{ 0x1, 0x1, "MOUNT_ATTR_RDONLY" },
	{ 0x2, 0x2, "MOUNT_ATTR_NOSUID" },
	{ 0x4, 0x4, "MOUNT_ATTR_NODEV" },
	{ 0x8, 0x8, "MOUNT_ATTR_NOEXEC" },
	{ 0x70, 0x10, "MOUNT_ATTR_NOATIME" },
	{ 0x70, 0x20, "MOUNT_ATTR_STRICTATIME" },
	{ 0x80, 0x80, "MOUNT_ATTR_NODIRATIME" },
	{ 0x100000, 0x100000, "MOUNT_ATTR_IDMAP" },
	{ 0x200000, 0x200000, "MOUNT_ATTR_NOSYMFOLLOW" },
};
const struct eu_flagset eu_flags_mount_attr = {
	"mount_attr", NULL, flags_mount_attr,
	9, false, false,
};

static const struct eu_flag flags_mount_propagation[] = {
	{ 0x20000, 0x20000, "MS_UNBINDABLE" },
	{ 0x40000, 0x40000, "MS_PRIVATE" },
	{ 0x80000, 0x80000, "MS_SLAVE" },
	{ 0x100000, 0x100000, "MS_SHARED" },
};
const struct eu_flagset eu_flags_mount_propagation = {
	"mount_propagation", NULL, flags_mount_propagation,
	4, false, false,
};

static const struct eu_flag flags_move_mount[] = {
	{ 0x1, 0x1, "MOVE_MOUNT_F_SYMLINKS" },
	{ 0x2, 0x2, "MOVE_MOUNT_F_AUTOMOUNTS" },
	{ 0x4, 0x4, "MOVE_MOUNT_F_EMPTY_PATH" },
	{ 0x10, 0x10, "MOVE_MOUNT_T_SYMLINKS" },
	{ 0x20, 0x20, "MOVE_MOUNT_T_AUTOMOUNTS" },
	{ 0x40, 0x40, "MOVE_MOUNT_T_EMPTY_PATH" },
	{ 0x100, 0x100, "MOVE_MOUNT_SET_GROUP" },
	{ 0x200, 0x200, "MOVE_MOUNT_BENEATH" },
};
const struct eu_flagset eu_flags_move_mount = {
	"move_mount", NULL, flags_move_mount,
	8, false, false,
};

static const struct eu_flag flags_mq[] = {
	{ 0x800, 0x800, "O_NONBLOCK" },
};
const struct eu_flagset eu_flags_mq = {
	"mq", NULL, flags_mq,
	1, false, false,
};

static const struct eu_flag flags_mremap[] = {
	{ 0x1, 0x1, "MREMAP_MAYMOVE" },
	{ 0x2, 0x2, "MREMAP_FIXED" },
	{ 0x4, 0x4, "MREMAP_DONTUNMAP" },
};
const struct eu_flagset eu_flags_mremap = {
	"mremap", NULL, flags_mremap,
	3, false, false,
};

static const struct eu_flag flags_msg[] = {
	{ 0x1, 0x1, "MSG_OOB" },
	{ 0x2, 0x2, "MSG_PEEK" },
	{ 0x4, 0x4, "MSG_DONTROUTE" },
	{ 0x8, 0x8, "MSG_CTRUNC" },
	{ 0x10, 0x10, "MSG_PROBE" },
	{ 0x20, 0x20, "MSG_TRUNC" },
	{ 0x40, 0x40, "MSG_DONTWAIT" },
	{ 0x80, 0x80, "MSG_EOR" },
	{ 0x100, 0x100, "MSG_WAITALL" },
	{ 0x200, 0x200, "MSG_FIN" },
	{ 0x400, 0x400, "MSG_SYN" },
	{ 0x800, 0x800, "MSG_CONFIRM" },
	{ 0x1000, 0x1000, "MSG_RST" },
	{ 0x2000, 0x2000, "MSG_ERRQUEUE" },
	{ 0x4000, 0x4000, "MSG_NOSIGNAL" },
	{ 0x8000, 0x8000, "MSG_MORE" },
	{ 0x10000, 0x10000, "MSG_WAITFORONE" },
	{ 0x40000, 0x40000, "MSG_BATCH" },
	{ 0x4000000, 0x4000000, "MSG_ZEROCOPY" },
	{ 0x20000000, 0x20000000, "MSG_FASTOPEN" },
	{ 0x40000000, 0x40000000, "MSG_CMSG_CLOEXEC" },
};
const struct eu_flagset eu_flags_msg = {
	"msg", NULL, flags_msg,
	21, false, false,
};

static const struct eu_flag flags_msgctl_cmd[] = {
	{ ~0ULL, 0x0, "IPC_RMID" },
	{ ~0ULL, 0x1, "IPC_SET" },
	{ ~0ULL, 0x2, "IPC_STAT" },
	{ ~0ULL, 0x3, "IPC_INFO" },
	{ ~0ULL, 0xb, "MSG_STAT" },
	{ ~0ULL, 0xc, "MSG_INFO" },
	{ ~0ULL, 0xd, "MSG_STAT_ANY" },
};
const struct eu_flagset eu_flags_msgctl_cmd = {
	"msgctl_cmd", NULL, flags_msgctl_cmd,
	7, true, false,
};

static const struct eu_flag flags_msgctl_cmd_64[] = {
	{ 0xff, 0x0, "IPC_RMID" },
	{ 0xff, 0x1, "IPC_SET" },
	{ 0xff, 0x2, "IPC_STAT" },
	{ 0xff, 0x3, "IPC_INFO" },
	{ 0xff, 0xb, "MSG_STAT" },
	{ 0xff, 0xc, "MSG_INFO" },
	{ 0xff, 0xd, "MSG_STAT_ANY" },
	{ 0x100, 0x100, "IPC_64" },
};
const struct eu_flagset eu_flags_msgctl_cmd_64 = {
	"msgctl_cmd_64", NULL, flags_msgctl_cmd_64,
	8, false, false,
};

static const struct eu_flag flags_msgrcv[] = {
	{ 0x800, 0x800, "IPC_NOWAIT" },
	{ 0x1000, 0x1000, "MSG_NOERROR" },
	{ 0x2000, 0x2000, "MSG_EXCEPT" },
	{ 0x4000, 0x4000, "MSG_COPY" },
};
const struct eu_flagset eu_flags_msgrcv = {
	"msgrcv", NULL, flags_msgrcv,
	4, false, false,
};

static const struct eu_flag flags_msync[] = {
	{ 0x1, 0x1, "MS_ASYNC" },
	{ 0x2, 0x2, "MS_INVALIDATE" },
	{ 0x4, 0x4, "MS_SYNC" },
};
const struct eu_flagset eu_flags_msync = {
	"msync", NULL, flags_msync,
	3, false, false,
};

static const struct eu_flag flags_mtu_discover[] = {
	{ ~0ULL, 0x0, "IP_PMTUDISC_DONT" },
	{ ~0ULL, 0x1, "IP_PMTUDISC_WANT" },
	{ ~0ULL, 0x2, "IP_PMTUDISC_DO" },
	{ ~0ULL, 0x3, "IP_PMTUDISC_PROBE" },
	{ ~0ULL, 0x4, "IP_PMTUDISC_INTERFACE" },
	{ ~0ULL, 0x5, "IP_PMTUDISC_OMIT" },
};
const struct eu_flagset eu_flags_mtu_discover = {
	"mtu_discover", NULL, flags_mtu_discover,
	6, true, false,
};

static const struct eu_flag flags_mtu_discover6[] = {
	{ ~0ULL, 0x0, "IPV6_PMTUDISC_DONT" },
	{ ~0ULL, 0x1, "IPV6_PMTUDISC_WANT" },
	{ ~0ULL, 0x2, "IPV6_PMTUDISC_DO" },
	{ ~0ULL, 0x3, "IPV6_PMTUDISC_PROBE" },
	{ ~0ULL, 0x4, "IPV6_PMTUDISC_INTERFACE" },
	{ ~0ULL, 0x5, "IPV6_PMTUDISC_OMIT" },
};
const struct eu_flagset eu_flags_mtu_discover6 = {
	"mtu_discover6", NULL, flags_mtu_discover6,
	6, true, false,
};

static const struct eu_flag flags_namespace[] = {
	{ 0x80, 0x80, "CLONE_NEWTIME" },
	{ 0x20000, 0x20000, "CLONE_NEWNS" },
	{ 0x2000000, 0x2000000, "CLONE_NEWCGROUP" },
	{ 0x4000000, 0x4000000, "CLONE_NEWUTS" },
	{ 0x8000000, 0x8000000, "CLONE_NEWIPC" },
	{ 0x10000000, 0x10000000, "CLONE_NEWUSER" },
	{ 0x20000000, 0x20000000, "CLONE_NEWPID" },
	{ 0x40000000, 0x40000000, "CLONE_NEWNET" },
};
const struct eu_flagset eu_flags_namespace = {
	"namespace", NULL, flags_namespace,
	8, false, false,
};

static const struct eu_flag flags_netlink_protocol[] = {
	{ ~0ULL, 0x0, "NETLINK_ROUTE" },
	{ ~0ULL, 0x2, "NETLINK_USERSOCK" },
	{ ~0ULL, 0x3, "NETLINK_FIREWALL" },
	{ ~0ULL, 0x4, "NETLINK_SOCK_DIAG" },
	{ ~0ULL, 0x5, "NETLINK_NFLOG" },
	{ ~0ULL, 0x6, "NETLINK_XFRM" },
	{ ~0ULL, 0x7, "NETLINK_SELINUX" },
	{ ~0ULL, 0x8, "NETLINK_ISCSI" },
	{ ~0ULL, 0x9, "NETLINK_AUDIT" },
	{ ~0ULL, 0xa, "NETLINK_FIB_LOOKUP" },
	{ ~0ULL, 0xb, "NETLINK_CONNECTOR" },
	{ ~0ULL, 0xc, "NETLINK_NETFILTER" },
	{ ~0ULL, 0xd, "NETLINK_IP6_FW" },
	{ ~0ULL, 0xe, "NETLINK_DNRTMSG" },
	{ ~0ULL, 0xf, "NETLINK_KOBJECT_UEVENT" },
	{ ~0ULL, 0x10, "NETLINK_GENERIC" },
	{ ~0ULL, 0x12, "NETLINK_SCSITRANSPORT" },
	{ ~0ULL, 0x13, "NETLINK_ECRYPTFS" },
	{ ~0ULL, 0x14, "NETLINK_RDMA" },
	{ ~0ULL, 0x15, "NETLINK_CRYPTO" },
	{ ~0ULL, 0x16, "NETLINK_SMC" },
};
const struct eu_flagset eu_flags_netlink_protocol = {
	"netlink_protocol", NULL, flags_netlink_protocol,
	21, true, false,
};

static const struct eu_flag flags_open[] = {
	{ 0x3, 0x0, "O_RDONLY" },
	{ 0x3, 0x1, "O_WRONLY" },
	{ 0x3, 0x2, "O_RDWR" },
	{ 0x410000, 0x410000, "O_TMPFILE" },
	{ 0x400000, 0x400000, "__O_TMPFILE" },
	{ 0x101000, 0x101000, "O_SYNC" },
	{ 0x40, 0x40, "O_CREAT" },
	{ 0x80, 0x80, "O_EXCL" },
	{ 0x100, 0x100, "O_NOCTTY" },
	{ 0x200, 0x200, "O_TRUNC" },
	{ 0x400, 0x400, "O_APPEND" },
	{ 0x800, 0x800, "O_NONBLOCK" },
	{ 0x1000, 0x1000, "O_DSYNC" },
	{ 0x2000, 0x2000, "O_ASYNC" },
	{ 0x4000, 0x4000, "O_DIRECT" },
	{ 0x8000, 0x8000, "O_LARGEFILE" },
	{ 0x10000, 0x10000, "O_DIRECTORY" },
	{ 0x20000, 0x20000, "O_NOFOLLOW" },
	{ 0x40000, 0x40000, "O_NOATIME" },
	{ 0x80000, 0x80000, "O_CLOEXEC" },
	{ 0x200000, 0x200000, "O_PATH" },
};
const struct eu_flagset eu_flags_open = {
	"open", NULL, flags_open,
	21, false, false,
};

static const struct eu_flag flags_open_arm64[] = {
	{ 0x3, 0x0, "O_RDONLY" },
	{ 0x3, 0x1, "O_WRONLY" },
	{ 0x3, 0x2, "O_RDWR" },
	{ 0x404000, 0x404000, "O_TMPFILE" },
	{ 0x400000, 0x400000, "__O_TMPFILE" },
	{ 0x101000, 0x101000, "O_SYNC" },
	{ 0x40, 0x40, "O_CREAT" },
	{ 0x80, 0x80, "O_EXCL" },
	{ 0x100, 0x100, "O_NOCTTY" },
	{ 0x200, 0x200, "O_TRUNC" },
	{ 0x400, 0x400, "O_APPEND" },
	{ 0x800, 0x800, "O_NONBLOCK" },
	{ 0x1000, 0x1000, "O_DSYNC" },
	{ 0x2000, 0x2000, "O_ASYNC" },
	{ 0x10000, 0x10000, "O_DIRECT" },
	{ 0x20000, 0x20000, "O_LARGEFILE" },
	{ 0x4000, 0x4000, "O_DIRECTORY" },
	{ 0x8000, 0x8000, "O_NOFOLLOW" },
	{ 0x40000, 0x40000, "O_NOATIME" },
	{ 0x80000, 0x80000, "O_CLOEXEC" },
	{ 0x200000, 0x200000, "O_PATH" },
};
const struct eu_flagset eu_flags_open_arm64 = {
	"open", NULL, flags_open_arm64,
	21, false, false,
};

static const struct eu_flag flags_open_tree[] = {
	{ 0x1, 0x1, "OPEN_TREE_CLONE" },
	{ 0x80000, 0x80000, "OPEN_TREE_CLOEXEC" },
	{ 0x100, 0x100, "AT_SYMLINK_NOFOLLOW" },
	{ 0x800, 0x800, "AT_NO_AUTOMOUNT" },
	{ 0x1000, 0x1000, "AT_EMPTY_PATH" },
	{ 0x8000, 0x8000, "AT_RECURSIVE" },
};
const struct eu_flagset eu_flags_open_tree = {
	"open_tree", NULL, flags_open_tree,
	6, false, false,
};

static const struct eu_flag flags_openat2_resolve[] = {
	{ 0x1, 0x1, "RESOLVE_NO_XDEV" },
	{ 0x2, 0x2, "RESOLVE_NO_MAGICLINKS" },
	{ 0x4, 0x4, "RESOLVE_NO_SYMLINKS" },
	{ 0x8, 0x8, "RESOLVE_BENEATH" },
	{ 0x10, 0x10, "RESOLVE_IN_ROOT" },
	{ 0x20, 0x20, "RESOLVE_CACHED" },
};
const struct eu_flagset eu_flags_openat2_resolve = {
	"openat2_resolve", NULL, flags_openat2_resolve,
	6, false, false,
};

static const struct eu_flag flags_packet_fanout[] = {
	{ 0xff0000, 0x0, "PACKET_FANOUT_HASH" },
	{ 0xff0000, 0x10000, "PACKET_FANOUT_LB" },
	{ 0xff0000, 0x20000, "PACKET_FANOUT_CPU" },
	{ 0xff0000, 0x30000, "PACKET_FANOUT_ROLLOVER" },
	{ 0xff0000, 0x40000, "PACKET_FANOUT_RND" },
	{ 0xff0000, 0x50000, "PACKET_FANOUT_QM" },
	{ 0xff0000, 0x60000, "PACKET_FANOUT_CBPF" },
	{ 0xff0000, 0x70000, "PACKET_FANOUT_EBPF" },
	{ 0x10000000, 0x10000000, "PACKET_FANOUT_FLAG_ROLLOVER" },
	{ 0x20000000, 0x20000000, "PACKET_FANOUT_FLAG_UNIQUEID" },
	{ 0x40000000, 0x40000000, "PACKET_FANOUT_FLAG_IGNORE_OUTGOING" },
	{ 0x80000000, 0x80000000, "PACKET_FANOUT_FLAG_DEFRAG" },
};
const struct eu_flagset eu_flags_packet_fanout = {
	"packet_fanout", NULL, flags_packet_fanout,
	12, false, false,
};

static const struct eu_flag flags_packet_mreq[] = {
	{ ~0ULL, 0x0, "PACKET_MR_MULTICAST" },
	{ ~0ULL, 0x1, "PACKET_MR_PROMISC" },
	{ ~0ULL, 0x2, "PACKET_MR_ALLMULTI" },
	{ ~0ULL, 0x3, "PACKET_MR_UNICAST" },
};
const struct eu_flagset eu_flags_packet_mreq = {
	"packet_mreq", NULL, flags_packet_mreq,
	4, true, false,
};

static const struct eu_flag flags_packet_protocol[] = {
	{ ~0ULL, 0x6000, "ETH_P_LOOP" },
	{ ~0ULL, 0x2, "ETH_P_PUP" },
	{ ~0ULL, 0x102, "ETH_P_PUPAT" },
	{ ~0ULL, 0xf022, "ETH_P_TSN" },
	{ ~0ULL, 0xeb22, "ETH_P_ERSPAN2" },
	{ ~0ULL, 0x8, "ETH_P_IP" },
	{ ~0ULL, 0x508, "ETH_P_X25" },
	{ ~0ULL, 0x608, "ETH_P_ARP" },
	{ ~0ULL, 0xff08, "ETH_P_BPQ" },
	{ ~0ULL, 0xa, "ETH_P_IEEEPUP" },
	{ ~0ULL, 0x10a, "ETH_P_IEEEPUPAT" },
	{ ~0ULL, 0x543, "ETH_P_BATMAN" },
	{ ~0ULL, 0x60, "ETH_P_DEC" },
	{ ~0ULL, 0x160, "ETH_P_DNA_DL" },
	{ ~0ULL, 0x260, "ETH_P_DNA_RC" },
	{ ~0ULL, 0x360, "ETH_P_DNA_RT" },
	{ ~0ULL, 0x460, "ETH_P_LAT" },
	{ ~0ULL, 0x560, "ETH_P_DIAG" },
	{ ~0ULL, 0x660, "ETH_P_CUST" },
	{ ~0ULL, 0x760, "ETH_P_SCA" },
	{ ~0ULL, 0x5865, "ETH_P_TEB" },
	{ ~0ULL, 0x3580, "ETH_P_RARP" },
	{ ~0ULL, 0x9b80, "ETH_P_ATALK" },
	{ ~0ULL, 0xf380, "ETH_P_AARP" },
	{ ~0ULL, 0x81, "ETH_P_8021Q" },
	{ ~0ULL, 0xbe88, "ETH_P_ERSPAN" },
	{ ~0ULL, 0x3781, "ETH_P_IPX" },
	{ ~0ULL, 0xdd86, "ETH_P_IPV6" },
	{ ~0ULL, 0x888, "ETH_P_PAUSE" },
	{ ~0ULL, 0x988, "ETH_P_SLOW" },
	{ ~0ULL, 0x3e88, "ETH_P_WCCP" },
	{ ~0ULL, 0x4788, "ETH_P_MPLS_UC" },
	{ ~0ULL, 0x4888, "ETH_P_MPLS_MC" },
	{ ~0ULL, 0x4c88, "ETH_P_ATMMPOA" },
	{ ~0ULL, 0x6388, "ETH_P_PPP_DISC" },
	{ ~0ULL, 0x6488, "ETH_P_PPP_SES" },
	{ ~0ULL, 0x6c88, "ETH_P_LINK_CTL" },
	{ ~0ULL, 0x7088, "ETH_P_8021AC" },
	{ ~0ULL, 0x8488, "ETH_P_ATMFATE" },
	{ ~0ULL, 0x8e88, "ETH_P_PAE" },
	{ ~0ULL, 0x9288, "ETH_P_PROFINET" },
	{ ~0ULL, 0x9988, "ETH_P_REALTEK" },
	{ ~0ULL, 0xa288, "ETH_P_AOE" },
	{ ~0ULL, 0xa488, "ETH_P_ETHERCAT" },
	{ ~0ULL, 0xa888, "ETH_P_8021AD" },
	{ ~0ULL, 0xb588, "ETH_P_802_EX1" },
	{ ~0ULL, 0xc388, "ETH_P_MXLGSW" },
	{ ~0ULL, 0xc788, "ETH_P_PREAUTH" },
	{ ~0ULL, 0xca88, "ETH_P_TIPC" },
	{ ~0ULL, 0xcc88, "ETH_P_LLDP" },
	{ ~0ULL, 0xe388, "ETH_P_MRP" },
	{ ~0ULL, 0xe588, "ETH_P_MACSEC" },
	{ ~0ULL, 0xe788, "ETH_P_8021AH" },
	{ ~0ULL, 0xf588, "ETH_P_MVRP" },
	{ ~0ULL, 0xf788, "ETH_P_1588" },
	{ ~0ULL, 0xf888, "ETH_P_NCSI" },
	{ ~0ULL, 0xfb88, "ETH_P_PRP" },
	{ ~0ULL, 0x289, "ETH_P_CFM" },
	{ ~0ULL, 0x689, "ETH_P_FCOE" },
	{ ~0ULL, 0x1589, "ETH_P_IBOE" },
	{ ~0ULL, 0xd89, "ETH_P_TDLS" },
	{ ~0ULL, 0x1489, "ETH_P_FIP" },
	{ ~0ULL, 0x1789, "ETH_P_80221" },
	{ ~0ULL, 0x2f89, "ETH_P_HSR" },
	{ ~0ULL, 0x4f89, "ETH_P_NSH" },
	{ ~0ULL, 0x90, "ETH_P_LOOPBACK" },
	{ ~0ULL, 0x91, "ETH_P_QINQ1" },
	{ ~0ULL, 0x92, "ETH_P_QINQ2" },
	{ ~0ULL, 0x93, "ETH_P_QINQ3" },
	{ ~0ULL, 0x8899, "ETH_P_YT921X" },
	{ ~0ULL, 0xdada, "ETH_P_EDSA" },
	{ ~0ULL, 0xdbda, "ETH_P_DSA_8021Q" },
	{ ~0ULL, 0x1e0, "ETH_P_DSA_A5PSW" },
	{ ~0ULL, 0x3eed, "ETH_P_IFE" },
	{ ~0ULL, 0xfbfb, "ETH_P_AF_IUCV" },
	{ ~0ULL, 0x3afd, "ETH_P_NXP_NETC" },
	{ ~0ULL, 0x100, "ETH_P_802_3" },
	{ ~0ULL, 0x200, "ETH_P_AX25" },
	{ ~0ULL, 0x300, "ETH_P_ALL" },
	{ ~0ULL, 0x400, "ETH_P_802_2" },
	{ ~0ULL, 0x500, "ETH_P_SNAP" },
	{ ~0ULL, 0x600, "ETH_P_DDCMP" },
	{ ~0ULL, 0x700, "ETH_P_WAN_PPP" },
	{ ~0ULL, 0x800, "ETH_P_PPP_MP" },
	{ ~0ULL, 0x900, "ETH_P_LOCALTALK" },
	{ ~0ULL, 0xc00, "ETH_P_CAN" },
	{ ~0ULL, 0xd00, "ETH_P_CANFD" },
	{ ~0ULL, 0xe00, "ETH_P_CANXL" },
	{ ~0ULL, 0x1000, "ETH_P_PPPTALK" },
	{ ~0ULL, 0x1100, "ETH_P_TR_802_2" },
	{ ~0ULL, 0x1500, "ETH_P_MOBITEX" },
	{ ~0ULL, 0x1600, "ETH_P_CONTROL" },
	{ ~0ULL, 0x1700, "ETH_P_IRDA" },
	{ ~0ULL, 0x1800, "ETH_P_ECONET" },
	{ ~0ULL, 0x1900, "ETH_P_HDLC" },
	{ ~0ULL, 0x1a00, "ETH_P_ARCNET" },
	{ ~0ULL, 0x1b00, "ETH_P_DSA" },
	{ ~0ULL, 0x1c00, "ETH_P_TRAILER" },
	{ ~0ULL, 0xf500, "ETH_P_PHONET" },
	{ ~0ULL, 0xf600, "ETH_P_IEEE802154" },
	{ ~0ULL, 0xf700, "ETH_P_CAIF" },
	{ ~0ULL, 0xf800, "ETH_P_XDSA" },
	{ ~0ULL, 0xf900, "ETH_P_MAP" },
	{ ~0ULL, 0xfa00, "ETH_P_MCTP" },
	{ ~0ULL, 0xfe00, "ETH_P_GRE_OSI" },
};
const struct eu_flagset eu_flags_packet_protocol = {
	"packet_protocol", NULL, flags_packet_protocol,
	105, true, false,
};

static const struct eu_flag flags_packet_type[] = {
	{ ~0ULL, 0x0, "PACKET_HOST" },
	{ ~0ULL, 0x1, "PACKET_BROADCAST" },
	{ ~0ULL, 0x2, "PACKET_MULTICAST" },
	{ ~0ULL, 0x3, "PACKET_OTHERHOST" },
	{ ~0ULL, 0x4, "PACKET_OUTGOING" },
	{ ~0ULL, 0x5, "PACKET_LOOPBACK" },
	{ ~0ULL, 0x6, "PACKET_USER" },
	{ ~0ULL, 0x7, "PACKET_KERNEL" },
};
const struct eu_flagset eu_flags_packet_type = {
	"packet_type", NULL, flags_packet_type,
	8, true, false,
};

static const struct eu_flag flags_packet_version[] = {
	{ ~0ULL, 0x0, "TPACKET_V1" },
	{ ~0ULL, 0x1, "TPACKET_V2" },
	{ ~0ULL, 0x2, "TPACKET_V3" },
};
const struct eu_flagset eu_flags_packet_version = {
	"packet_version", NULL, flags_packet_version,
	3, true, false,
};

static const struct eu_flag flags_perf_event_open[] = {
	{ 0x1, 0x1, "PERF_FLAG_FD_NO_GROUP" },
	{ 0x2, 0x2, "PERF_FLAG_FD_OUTPUT" },
	{ 0x4, 0x4, "PERF_FLAG_PID_CGROUP" },
	{ 0x8, 0x8, "PERF_FLAG_FD_CLOEXEC" },
};
const struct eu_flagset eu_flags_perf_event_open = {
	"perf_event_open", NULL, flags_perf_event_open,
	4, false, false,
};

static const struct eu_flag flags_perf_type[] = {
	{ ~0ULL, 0x0, "PERF_TYPE_HARDWARE" },
	{ ~0ULL, 0x1, "PERF_TYPE_SOFTWARE" },
	{ ~0ULL, 0x2, "PERF_TYPE_TRACEPOINT" },
	{ ~0ULL, 0x3, "PERF_TYPE_HW_CACHE" },
	{ ~0ULL, 0x4, "PERF_TYPE_RAW" },
	{ ~0ULL, 0x5, "PERF_TYPE_BREAKPOINT" },
	{ ~0ULL, 0x6, "PERF_TYPE_MAX" },
};
const struct eu_flagset eu_flags_perf_type = {
	"perf_type", NULL, flags_perf_type,
	7, true, false,
};

static const struct eu_flag flags_personality[] = {
	{ 0xff, 0x0, "PER_LINUX" },
	{ 0xff, 0x800000, "PER_LINUX_32BIT" },
	{ 0xff, 0x80000, "PER_LINUX_FDPIC" },
	{ 0xff, 0x4100001, "PER_SVR4" },
	{ 0xff, 0x6, "PER_BSD" },
	{ 0xff, 0x8, "PER_LINUX32" },
	{ 0xff, 0x400000d, "PER_SOLARIS" },
	{ 0xff, 0x410000e, "PER_UW7" },
	{ 0xff, 0x10, "PER_HPUX" },
	{ 0xff, 0xf, "PER_OSF4" },
	{ 0x20000, 0x20000, "UNAME26" },
	{ 0x40000, 0x40000, "ADDR_NO_RANDOMIZE" },
	{ 0x80000, 0x80000, "FDPIC_FUNCPTRS" },
	{ 0x100000, 0x100000, "MMAP_PAGE_ZERO" },
	{ 0x200000, 0x200000, "ADDR_COMPAT_LAYOUT" },
	{ 0x400000, 0x400000, "READ_IMPLIES_EXEC" },
	{ 0x800000, 0x800000, "ADDR_LIMIT_32BIT" },
	{ 0x1000000, 0x1000000, "SHORT_INODE" },
	{ 0x2000000, 0x2000000, "WHOLE_SECONDS" },
	{ 0x4000000, 0x4000000, "STICKY_TIMEOUTS" },
	{ 0x8000000, 0x8000000, "ADDR_LIMIT_3GB" },
};
const struct eu_flagset eu_flags_personality = {
	"personality", NULL, flags_personality,
	21, false, false,
};

static const struct eu_flag flags_pidfd_open[] = {
	{ 0x800, 0x800, "PIDFD_NONBLOCK" },
	{ 0x80, 0x80, "PIDFD_THREAD" },
};
const struct eu_flagset eu_flags_pidfd_open = {
	"pidfd_open", NULL, flags_pidfd_open,
	2, false, false,
};

static const struct eu_flag flags_pidfd_signal[] = {
	{ 0x1, 0x1, "PIDFD_SIGNAL_THREAD" },
	{ 0x2, 0x2, "PIDFD_SIGNAL_THREAD_GROUP" },
	{ 0x4, 0x4, "PIDFD_SIGNAL_PROCESS_GROUP" },
};
const struct eu_flagset eu_flags_pidfd_signal = {
	"pidfd_signal", NULL, flags_pidfd_signal,
	3, false, false,
};

static const struct eu_flag flags_pipe[] = {
	{ 0x80000, 0x80000, "O_CLOEXEC" },
	{ 0x4000, 0x4000, "O_DIRECT" },
	{ 0x800, 0x800, "O_NONBLOCK" },
	{ 0x80, 0x80, "O_NOTIFICATION_PIPE" },
};
const struct eu_flagset eu_flags_pipe = {
	"pipe", NULL, flags_pipe,
	4, false, false,
};

static const struct eu_flag flags_pipe_arm64[] = {
	{ 0x80000, 0x80000, "O_CLOEXEC" },
	{ 0x10000, 0x10000, "O_DIRECT" },
	{ 0x800, 0x800, "O_NONBLOCK" },
	{ 0x80, 0x80, "O_NOTIFICATION_PIPE" },
};
const struct eu_flagset eu_flags_pipe_arm64 = {
	"pipe", NULL, flags_pipe_arm64,
	4, false, false,
};

static const struct eu_flag flags_pkey[] = {
	{ 0x1, 0x1, "PKEY_DISABLE_ACCESS" },
	{ 0x2, 0x2, "PKEY_DISABLE_WRITE" },
};
const struct eu_flagset eu_flags_pkey = {
	"pkey", NULL, flags_pkey,
	2, false, false,
};

static const struct eu_flag flags_pkey_arm64[] = {
	{ 0x1, 0x1, "PKEY_DISABLE_ACCESS" },
	{ 0x2, 0x2, "PKEY_DISABLE_WRITE" },
	{ 0x4, 0x4, "PKEY_DISABLE_EXECUTE" },
	{ 0x8, 0x8, "PKEY_DISABLE_READ" },
};
const struct eu_flagset eu_flags_pkey_arm64 = {
	"pkey", NULL, flags_pkey_arm64,
	4, false, false,
};

static const struct eu_flag flags_poll_events[] = {
	{ 0x1, 0x1, "POLLIN" },
	{ 0x2, 0x2, "POLLPRI" },
	{ 0x4, 0x4, "POLLOUT" },
	{ 0x8, 0x8, "POLLERR" },
	{ 0x10, 0x10, "POLLHUP" },
	{ 0x20, 0x20, "POLLNVAL" },
	{ 0x40, 0x40, "POLLRDNORM" },
	{ 0x80, 0x80, "POLLRDBAND" },
	{ 0x100, 0x100, "POLLWRNORM" },
	{ 0x200, 0x200, "POLLWRBAND" },
	{ 0x400, 0x400, "POLLMSG" },
	{ 0x1000, 0x1000, "POLLREMOVE" },
	{ 0x2000, 0x2000, "POLLRDHUP" },
};
const struct eu_flagset eu_flags_poll_events = {
	"poll_events", NULL, flags_poll_events,
	13, false, false,
};

static const struct eu_flag flags_prctl[] = {
	{ ~0ULL, 0x1, "PR_SET_PDEATHSIG" },
	{ ~0ULL, 0x2, "PR_GET_PDEATHSIG" },
	{ ~0ULL, 0x3, "PR_GET_DUMPABLE" },
	{ ~0ULL, 0x4, "PR_SET_DUMPABLE" },
	{ ~0ULL, 0x5, "PR_GET_UNALIGN" },
	{ ~0ULL, 0x6, "PR_SET_UNALIGN" },
	{ ~0ULL, 0x7, "PR_GET_KEEPCAPS" },
	{ ~0ULL, 0x8, "PR_SET_KEEPCAPS" },
	{ ~0ULL, 0x9, "PR_GET_FPEMU" },
	{ ~0ULL, 0xa, "PR_SET_FPEMU" },
	{ ~0ULL, 0xb, "PR_GET_FPEXC" },
	{ ~0ULL, 0xc, "PR_SET_FPEXC" },
	{ ~0ULL, 0xd, "PR_GET_TIMING" },
	{ ~0ULL, 0xe, "PR_SET_TIMING" },
	{ ~0ULL, 0xf, "PR_SET_NAME" },
	{ ~0ULL, 0x10, "PR_GET_NAME" },
	{ ~0ULL, 0x13, "PR_GET_ENDIAN" },
	{ ~0ULL, 0x14, "PR_SET_ENDIAN" },
	{ ~0ULL, 0x15, "PR_GET_SECCOMP" },
	{ ~0ULL, 0x16, "PR_SET_SECCOMP" },
	{ ~0ULL, 0x17, "PR_CAPBSET_READ" },
	{ ~0ULL, 0x18, "PR_CAPBSET_DROP" },
	{ ~0ULL, 0x19, "PR_GET_TSC" },
	{ ~0ULL, 0x1a, "PR_SET_TSC" },
	{ ~0ULL, 0x1b, "PR_GET_SECUREBITS" },
	{ ~0ULL, 0x1c, "PR_SET_SECUREBITS" },
	{ ~0ULL, 0x1d, "PR_SET_TIMERSLACK" },
	{ ~0ULL, 0x1e, "PR_GET_TIMERSLACK" },
	{ ~0ULL, 0x1f, "PR_TASK_PERF_EVENTS_DISABLE" },
	{ ~0ULL, 0x20, "PR_TASK_PERF_EVENTS_ENABLE" },
	{ ~0ULL, 0x21, "PR_MCE_KILL" },
	{ ~0ULL, 0x22, "PR_MCE_KILL_GET" },
	{ ~0ULL, 0x23, "PR_SET_MM" },
	{ ~0ULL, 0x59616d61, "PR_SET_PTRACER" },
	{ ~0ULL, 0x24, "PR_SET_CHILD_SUBREAPER" },
	{ ~0ULL, 0x25, "PR_GET_CHILD_SUBREAPER" },
	{ ~0ULL, 0x26, "PR_SET_NO_NEW_PRIVS" },
	{ ~0ULL, 0x27, "PR_GET_NO_NEW_PRIVS" },
	{ ~0ULL, 0x28, "PR_GET_TID_ADDRESS" },
	{ ~0ULL, 0x29, "PR_SET_THP_DISABLE" },
	{ ~0ULL, 0x2a, "PR_GET_THP_DISABLE" },
	{ ~0ULL, 0x2d, "PR_SET_FP_MODE" },
	{ ~0ULL, 0x2e, "PR_GET_FP_MODE" },
	{ ~0ULL, 0x2f, "PR_CAP_AMBIENT" },
	{ ~0ULL, 0x32, "PR_SVE_SET_VL" },
	{ ~0ULL, 0x33, "PR_SVE_GET_VL" },
	{ ~0ULL, 0x34, "PR_GET_SPECULATION_CTRL" },
	{ ~0ULL, 0x35, "PR_SET_SPECULATION_CTRL" },
	{ ~0ULL, 0x36, "PR_PAC_RESET_KEYS" },
	{ ~0ULL, 0x37, "PR_SET_TAGGED_ADDR_CTRL" },
	{ ~0ULL, 0x38, "PR_GET_TAGGED_ADDR_CTRL" },
	{ ~0ULL, 0x39, "PR_SET_IO_FLUSHER" },
	{ ~0ULL, 0x3a, "PR_GET_IO_FLUSHER" },
	{ ~0ULL, 0x3b, "PR_SET_SYSCALL_USER_DISPATCH" },
	{ ~0ULL, 0x3c, "PR_PAC_SET_ENABLED_KEYS" },
	{ ~0ULL, 0x3d, "PR_PAC_GET_ENABLED_KEYS" },
	{ ~0ULL, 0x3e, "PR_SCHED_CORE" },
	{ ~0ULL, 0x3f, "PR_SME_SET_VL" },
	{ ~0ULL, 0x40, "PR_SME_GET_VL" },
	{ ~0ULL, 0x41, "PR_SET_MDWE" },
	{ ~0ULL, 0x42, "PR_GET_MDWE" },
	{ ~0ULL, 0x53564d41, "PR_SET_VMA" },
	{ ~0ULL, 0x43, "PR_SET_MEMORY_MERGE" },
	{ ~0ULL, 0x44, "PR_GET_MEMORY_MERGE" },
	{ ~0ULL, 0x41555856, "PR_GET_AUXV" },
	{ ~0ULL, 0x4a, "PR_GET_SHADOW_STACK_STATUS" },
	{ ~0ULL, 0x4b, "PR_SET_SHADOW_STACK_STATUS" },
	{ ~0ULL, 0x4c, "PR_LOCK_SHADOW_STACK_STATUS" },
	{ ~0ULL, 0x4d, "PR_TIMER_CREATE_RESTORE_IDS" },
	{ ~0ULL, 0x4e, "PR_FUTEX_HASH" },
};
const struct eu_flagset eu_flags_prctl = {
	"prctl", NULL, flags_prctl,
	70, true, false,
};

static const struct eu_flag flags_prctl_dispatch[] = {
	{ ~0ULL, 0x0, "PR_SYS_DISPATCH_OFF" },
	{ ~0ULL, 0x1, "PR_SYS_DISPATCH_ON" },
};
const struct eu_flagset eu_flags_prctl_dispatch = {
	"prctl_dispatch", NULL, flags_prctl_dispatch,
	2, true, false,
};

static const struct eu_flag flags_prctl_mce[] = {
	{ ~0ULL, 0x0, "PR_MCE_KILL_CLEAR" },
	{ ~0ULL, 0x1, "PR_MCE_KILL_SET" },
};
const struct eu_flagset eu_flags_prctl_mce = {
	"prctl_mce", NULL, flags_prctl_mce,
	2, true, false,
};

static const struct eu_flag flags_prctl_mce_kill[] = {
	{ ~0ULL, 0x0, "PR_MCE_KILL_LATE" },
	{ ~0ULL, 0x1, "PR_MCE_KILL_EARLY" },
	{ ~0ULL, 0x2, "PR_MCE_KILL_DEFAULT" },
};
const struct eu_flagset eu_flags_prctl_mce_kill = {
	"prctl_mce_kill", NULL, flags_prctl_mce_kill,
	3, true, false,
};

static const struct eu_flag flags_prctl_mdwe[] = {
	{ 0x1, 0x1, "PR_MDWE_REFUSE_EXEC_GAIN" },
	{ 0x2, 0x2, "PR_MDWE_NO_INHERIT" },
};
const struct eu_flagset eu_flags_prctl_mdwe = {
	"prctl_mdwe", NULL, flags_prctl_mdwe,
	2, false, false,
};

static const struct eu_flag flags_prctl_mm[] = {
	{ ~0ULL, 0x1, "PR_SET_MM_START_CODE" },
	{ ~0ULL, 0x2, "PR_SET_MM_END_CODE" },
	{ ~0ULL, 0x3, "PR_SET_MM_START_DATA" },
	{ ~0ULL, 0x4, "PR_SET_MM_END_DATA" },
	{ ~0ULL, 0x5, "PR_SET_MM_START_STACK" },
	{ ~0ULL, 0x6, "PR_SET_MM_START_BRK" },
	{ ~0ULL, 0x7, "PR_SET_MM_BRK" },
	{ ~0ULL, 0x8, "PR_SET_MM_ARG_START" },
	{ ~0ULL, 0x9, "PR_SET_MM_ARG_END" },
	{ ~0ULL, 0xa, "PR_SET_MM_ENV_START" },
	{ ~0ULL, 0xb, "PR_SET_MM_ENV_END" },
	{ ~0ULL, 0xc, "PR_SET_MM_AUXV" },
	{ ~0ULL, 0xd, "PR_SET_MM_EXE_FILE" },
	{ ~0ULL, 0xe, "PR_SET_MM_MAP" },
	{ ~0ULL, 0xf, "PR_SET_MM_MAP_SIZE" },
};
const struct eu_flagset eu_flags_prctl_mm = {
	"prctl_mm", NULL, flags_prctl_mm,
	15, true, false,
};

static const struct eu_flag flags_prctl_sched_core[] = {
	{ ~0ULL, 0x0, "PR_SCHED_CORE_GET" },
	{ ~0ULL, 0x1, "PR_SCHED_CORE_CREATE" },
	{ ~0ULL, 0x2, "PR_SCHED_CORE_SHARE_TO" },
	{ ~0ULL, 0x3, "PR_SCHED_CORE_SHARE_FROM" },
};
const struct eu_flagset eu_flags_prctl_sched_core = {
	"prctl_sched_core", NULL, flags_prctl_sched_core,
	4, true, false,
};

static const struct eu_flag flags_prctl_sched_scope[] = {
	{ ~0ULL, 0x0, "PR_SCHED_CORE_SCOPE_THREAD" },
	{ ~0ULL, 0x1, "PR_SCHED_CORE_SCOPE_THREAD_GROUP" },
	{ ~0ULL, 0x2, "PR_SCHED_CORE_SCOPE_PROCESS_GROUP" },
};
const struct eu_flagset eu_flags_prctl_sched_scope = {
	"prctl_sched_scope", NULL, flags_prctl_sched_scope,
	3, true, false,
};

static const struct eu_flag flags_prctl_speculation[] = {
	{ ~0ULL, 0x0, "PR_SPEC_STORE_BYPASS" },
	{ ~0ULL, 0x1, "PR_SPEC_INDIRECT_BRANCH" },
	{ ~0ULL, 0x2, "PR_SPEC_L1D_FLUSH" },
};
const struct eu_flagset eu_flags_prctl_speculation = {
	"prctl_speculation", NULL, flags_prctl_speculation,
	3, true, false,
};

static const struct eu_flag flags_prctl_speculation_control[] = {
	{ ~0ULL, 0x1, "PR_SPEC_PRCTL" },
	{ ~0ULL, 0x2, "PR_SPEC_ENABLE" },
	{ ~0ULL, 0x4, "PR_SPEC_DISABLE" },
	{ ~0ULL, 0x8, "PR_SPEC_FORCE_DISABLE" },
	{ ~0ULL, 0x10, "PR_SPEC_DISABLE_NOEXEC" },
};
const struct eu_flagset eu_flags_prctl_speculation_control = {
	"prctl_speculation_control", NULL, flags_prctl_speculation_control,
	5, true, false,
};

static const struct eu_flag flags_prctl_tsc[] = {
	{ ~0ULL, 0x1, "PR_TSC_ENABLE" },
	{ ~0ULL, 0x2, "PR_TSC_SIGSEGV" },
};
const struct eu_flagset eu_flags_prctl_tsc = {
	"prctl_tsc", NULL, flags_prctl_tsc,
	2, true, false,
};

static const struct eu_flag flags_prctl_vma[] = {
	{ ~0ULL, 0x0, "PR_SET_VMA_ANON_NAME" },
};
const struct eu_flagset eu_flags_prctl_vma = {
	"prctl_vma", NULL, flags_prctl_vma,
	1, true, false,
};

static const struct eu_flag flags_priority[] = {
	{ ~0ULL, 0x0, "PRIO_PROCESS" },
	{ ~0ULL, 0x1, "PRIO_PGRP" },
	{ ~0ULL, 0x2, "PRIO_USER" },
};
const struct eu_flagset eu_flags_priority = {
	"priority", NULL, flags_priority,
	3, true, false,
};

static const struct eu_flag flags_ptrace[] = {
	{ ~0ULL, 0x0, "PTRACE_TRACEME" },
	{ ~0ULL, 0x1, "PTRACE_PEEKTEXT" },
	{ ~0ULL, 0x2, "PTRACE_PEEKDATA" },
	{ ~0ULL, 0x3, "PTRACE_PEEKUSR" },
	{ ~0ULL, 0x4, "PTRACE_POKETEXT" },
	{ ~0ULL, 0x5, "PTRACE_POKEDATA" },
	{ ~0ULL, 0x6, "PTRACE_POKEUSR" },
	{ ~0ULL, 0x7, "PTRACE_CONT" },
	{ ~0ULL, 0x8, "PTRACE_KILL" },
	{ ~0ULL, 0x9, "PTRACE_SINGLESTEP" },
	{ ~0ULL, 0xc, "PTRACE_GETREGS" },
	{ ~0ULL, 0xd, "PTRACE_SETREGS" },
	{ ~0ULL, 0xe, "PTRACE_GETFPREGS" },
	{ ~0ULL, 0xf, "PTRACE_SETFPREGS" },
	{ ~0ULL, 0x10, "PTRACE_ATTACH" },
	{ ~0ULL, 0x11, "PTRACE_DETACH" },
	{ ~0ULL, 0x12, "PTRACE_GETFPXREGS" },
	{ ~0ULL, 0x13, "PTRACE_SETFPXREGS" },
	{ ~0ULL, 0x19, "PTRACE_GET_THREAD_AREA" },
	{ ~0ULL, 0x1a, "PTRACE_SET_THREAD_AREA" },
	{ ~0ULL, 0x1e, "PTRACE_ARCH_PRCTL" },
	{ ~0ULL, 0x1f, "PTRACE_SYSEMU" },
	{ ~0ULL, 0x20, "PTRACE_SYSEMU_SINGLESTEP" },
	{ ~0ULL, 0x18, "PTRACE_SYSCALL" },
	{ ~0ULL, 0x4200, "PTRACE_SETOPTIONS" },
	{ ~0ULL, 0x4201, "PTRACE_GETEVENTMSG" },
	{ ~0ULL, 0x4202, "PTRACE_GETSIGINFO" },
	{ ~0ULL, 0x4203, "PTRACE_SETSIGINFO" },
	{ ~0ULL, 0x4204, "PTRACE_GETREGSET" },
	{ ~0ULL, 0x4205, "PTRACE_SETREGSET" },
	{ ~0ULL, 0x4206, "PTRACE_SEIZE" },
	{ ~0ULL, 0x4207, "PTRACE_INTERRUPT" },
	{ ~0ULL, 0x4208, "PTRACE_LISTEN" },
	{ ~0ULL, 0x4209, "PTRACE_PEEKSIGINFO" },
	{ ~0ULL, 0x420a, "PTRACE_GETSIGMASK" },
	{ ~0ULL, 0x420b, "PTRACE_SETSIGMASK" },
	{ ~0ULL, 0x420c, "PTRACE_SECCOMP_GET_FILTER" },
	{ ~0ULL, 0x420d, "PTRACE_SECCOMP_GET_METADATA" },
	{ ~0ULL, 0x420e, "PTRACE_GET_SYSCALL_INFO" },
	{ ~0ULL, 0x4212, "PTRACE_SET_SYSCALL_INFO" },
	{ ~0ULL, 0x420f, "PTRACE_GET_RSEQ_CONFIGURATION" },
	{ ~0ULL, 0x4210, "PTRACE_SET_SYSCALL_USER_DISPATCH_CONFIG" },
	{ ~0ULL, 0x4211, "PTRACE_GET_SYSCALL_USER_DISPATCH_CONFIG" },
};
const struct eu_flagset eu_flags_ptrace = {
	"ptrace", NULL, flags_ptrace,
	43, true, false,
};

static const struct eu_flag flags_ptrace_arm64[] = {
	{ ~0ULL, 0x0, "PTRACE_TRACEME" },
	{ ~0ULL, 0x1, "PTRACE_PEEKTEXT" },
	{ ~0ULL, 0x2, "PTRACE_PEEKDATA" },
	{ ~0ULL, 0x3, "PTRACE_PEEKUSR" },
	{ ~0ULL, 0x4, "PTRACE_POKETEXT" },
	{ ~0ULL, 0x5, "PTRACE_POKEDATA" },
	{ ~0ULL, 0x6, "PTRACE_POKEUSR" },
	{ ~0ULL, 0x7, "PTRACE_CONT" },
	{ ~0ULL, 0x8, "PTRACE_KILL" },
	{ ~0ULL, 0x9, "PTRACE_SINGLESTEP" },
	{ ~0ULL, 0x10, "PTRACE_ATTACH" },
	{ ~0ULL, 0x11, "PTRACE_DETACH" },
	{ ~0ULL, 0x1f, "PTRACE_SYSEMU" },
	{ ~0ULL, 0x20, "PTRACE_SYSEMU_SINGLESTEP" },
	{ ~0ULL, 0x18, "PTRACE_SYSCALL" },
	{ ~0ULL, 0x4200, "PTRACE_SETOPTIONS" },
	{ ~0ULL, 0x4201, "PTRACE_GETEVENTMSG" },
	{ ~0ULL, 0x4202, "PTRACE_GETSIGINFO" },
	{ ~0ULL, 0x4203, "PTRACE_SETSIGINFO" },
	{ ~0ULL, 0x4204, "PTRACE_GETREGSET" },
	{ ~0ULL, 0x4205, "PTRACE_SETREGSET" },
	{ ~0ULL, 0x4206, "PTRACE_SEIZE" },
	{ ~0ULL, 0x4207, "PTRACE_INTERRUPT" },
	{ ~0ULL, 0x4208, "PTRACE_LISTEN" },
	{ ~0ULL, 0x4209, "PTRACE_PEEKSIGINFO" },
	{ ~0ULL, 0x420a, "PTRACE_GETSIGMASK" },
	{ ~0ULL, 0x420b, "PTRACE_SETSIGMASK" },
	{ ~0ULL, 0x420c, "PTRACE_SECCOMP_GET_FILTER" },
	{ ~0ULL, 0x420d, "PTRACE_SECCOMP_GET_METADATA" },
	{ ~0ULL, 0x420e, "PTRACE_GET_SYSCALL_INFO" },
	{ ~0ULL, 0x4212, "PTRACE_SET_SYSCALL_INFO" },
	{ ~0ULL, 0x420f, "PTRACE_GET_RSEQ_CONFIGURATION" },
	{ ~0ULL, 0x4210, "PTRACE_SET_SYSCALL_USER_DISPATCH_CONFIG" },
	{ ~0ULL, 0x4211, "PTRACE_GET_SYSCALL_USER_DISPATCH_CONFIG" },
};
const struct eu_flagset eu_flags_ptrace_arm64 = {
	"ptrace", NULL, flags_ptrace_arm64,
	34, true, false,
};

static const struct eu_flag flags_ptrace_options[] = {
	{ 0x1, 0x1, "PTRACE_O_TRACESYSGOOD" },
	{ 0x2, 0x2, "PTRACE_O_TRACEFORK" },
	{ 0x4, 0x4, "PTRACE_O_TRACEVFORK" },
	{ 0x8, 0x8, "PTRACE_O_TRACECLONE" },
	{ 0x10, 0x10, "PTRACE_O_TRACEEXEC" },
	{ 0x20, 0x20, "PTRACE_O_TRACEVFORKDONE" },
	{ 0x40, 0x40, "PTRACE_O_TRACEEXIT" },
	{ 0x80, 0x80, "PTRACE_O_TRACESECCOMP" },
	{ 0x100000, 0x100000, "PTRACE_O_EXITKILL" },
	{ 0x200000, 0x200000, "PTRACE_O_SUSPEND_SECCOMP" },
};
const struct eu_flagset eu_flags_ptrace_options = {
	"ptrace_options", NULL, flags_ptrace_options,
	10, false, false,
};

static const struct eu_flag flags_reboot[] = {
	{ ~0ULL, 0x1234567, "LINUX_REBOOT_CMD_RESTART" },
	{ ~0ULL, 0xcdef0123, "LINUX_REBOOT_CMD_HALT" },
	{ ~0ULL, 0x89abcdef, "LINUX_REBOOT_CMD_CAD_ON" },
	{ ~0ULL, 0x0, "LINUX_REBOOT_CMD_CAD_OFF" },
	{ ~0ULL, 0x4321fedc, "LINUX_REBOOT_CMD_POWER_OFF" },
	{ ~0ULL, 0xa1b2c3d4, "LINUX_REBOOT_CMD_RESTART2" },
	{ ~0ULL, 0xd000fce2, "LINUX_REBOOT_CMD_SW_SUSPEND" },
	{ ~0ULL, 0x45584543, "LINUX_REBOOT_CMD_KEXEC" },
};
const struct eu_flagset eu_flags_reboot = {
	"reboot", NULL, flags_reboot,
	8, true, false,
};

static const struct eu_flag flags_rename[] = {
	{ 0x1, 0x1, "RENAME_NOREPLACE" },
	{ 0x2, 0x2, "RENAME_EXCHANGE" },
	{ 0x4, 0x4, "RENAME_WHITEOUT" },
};
const struct eu_flagset eu_flags_rename = {
	"rename", NULL, flags_rename,
	3, false, false,
};

static const struct eu_flag flags_reqkey[] = {
	{ ~0ULL, 0xffffffff, "KEY_REQKEY_DEFL_NO_CHANGE" },
	{ ~0ULL, 0x0, "KEY_REQKEY_DEFL_DEFAULT" },
	{ ~0ULL, 0x1, "KEY_REQKEY_DEFL_THREAD_KEYRING" },
	{ ~0ULL, 0x2, "KEY_REQKEY_DEFL_PROCESS_KEYRING" },
	{ ~0ULL, 0x3, "KEY_REQKEY_DEFL_SESSION_KEYRING" },
	{ ~0ULL, 0x4, "KEY_REQKEY_DEFL_USER_KEYRING" },
	{ ~0ULL, 0x5, "KEY_REQKEY_DEFL_USER_SESSION_KEYRING" },
	{ ~0ULL, 0x6, "KEY_REQKEY_DEFL_GROUP_KEYRING" },
	{ ~0ULL, 0x7, "KEY_REQKEY_DEFL_REQUESTOR_KEYRING" },
};
const struct eu_flagset eu_flags_reqkey = {
	"reqkey", NULL, flags_reqkey,
	9, true, false,
};

static const struct eu_flag flags_rlimit[] = {
	{ ~0ULL, 0x0, "RLIMIT_CPU" },
	{ ~0ULL, 0x1, "RLIMIT_FSIZE" },
	{ ~0ULL, 0x2, "RLIMIT_DATA" },
	{ ~0ULL, 0x3, "RLIMIT_STACK" },
	{ ~0ULL, 0x4, "RLIMIT_CORE" },
	{ ~0ULL, 0x5, "RLIMIT_RSS" },
	{ ~0ULL, 0x6, "RLIMIT_NPROC" },
	{ ~0ULL, 0x7, "RLIMIT_NOFILE" },
	{ ~0ULL, 0x8, "RLIMIT_MEMLOCK" },
	{ ~0ULL, 0x9, "RLIMIT_AS" },
	{ ~0ULL, 0xa, "RLIMIT_LOCKS" },
	{ ~0ULL, 0xb, "RLIMIT_SIGPENDING" },
	{ ~0ULL, 0xc, "RLIMIT_MSGQUEUE" },
	{ ~0ULL, 0xd, "RLIMIT_NICE" },
	{ ~0ULL, 0xe, "RLIMIT_RTPRIO" },
	{ ~0ULL, 0xf, "RLIMIT_RTTIME" },
};
const struct eu_flagset eu_flags_rlimit = {
	"rlimit", NULL, flags_rlimit,
	16, true, false,
};

static const struct eu_flag flags_rseq[] = {
	{ 0x1, 0x1, "RSEQ_FLAG_UNREGISTER" },
};
const struct eu_flagset eu_flags_rseq = {
	"rseq", NULL, flags_rseq,
	1, false, false,
};

static const struct eu_flag flags_rusage[] = {
	{ ~0ULL, 0x0, "RUSAGE_SELF" },
	{ ~0ULL, 0x1, "RUSAGE_THREAD" },
	{ ~0ULL, 0xffffffff, "RUSAGE_CHILDREN" },
};
const struct eu_flagset eu_flags_rusage = {
	"rusage", NULL, flags_rusage,
	3, true, false,
};

static const struct eu_flag flags_rw_hint[] = {
	{ ~0ULL, 0x0, "RWH_WRITE_LIFE_NOT_SET" },
	{ ~0ULL, 0x1, "RWH_WRITE_LIFE_NONE" },
	{ ~0ULL, 0x2, "RWH_WRITE_LIFE_SHORT" },
	{ ~0ULL, 0x3, "RWH_WRITE_LIFE_MEDIUM" },
	{ ~0ULL, 0x4, "RWH_WRITE_LIFE_LONG" },
	{ ~0ULL, 0x5, "RWH_WRITE_LIFE_EXTREME" },
};
const struct eu_flagset eu_flags_rw_hint = {
	"rw_hint", NULL, flags_rw_hint,
	6, true, false,
};

static const struct eu_flag flags_rwf[] = {
	{ 0x1, 0x1, "RWF_HIPRI" },
	{ 0x2, 0x2, "RWF_DSYNC" },
	{ 0x4, 0x4, "RWF_SYNC" },
	{ 0x8, 0x8, "RWF_NOWAIT" },
	{ 0x10, 0x10, "RWF_APPEND" },
	{ 0x20, 0x20, "RWF_NOAPPEND" },
	{ 0x40, 0x40, "RWF_ATOMIC" },
	{ 0x80, 0x80, "RWF_DONTCACHE" },
	{ 0x100, 0x100, "RWF_NOSIGNAL" },
};
const struct eu_flagset eu_flags_rwf = {
	"rwf", NULL, flags_rwf,
	9, false, false,
};

static const struct eu_flag flags_sched_attr[] = {
	{ 0x1, 0x1, "SCHED_FLAG_RESET_ON_FORK" },
	{ 0x2, 0x2, "SCHED_FLAG_RECLAIM" },
	{ 0x4, 0x4, "SCHED_FLAG_DL_OVERRUN" },
	{ 0x8, 0x8, "SCHED_FLAG_KEEP_POLICY" },
	{ 0x10, 0x10, "SCHED_FLAG_KEEP_PARAMS" },
	{ 0x20, 0x20, "SCHED_FLAG_UTIL_CLAMP_MIN" },
	{ 0x40, 0x40, "SCHED_FLAG_UTIL_CLAMP_MAX" },
};
const struct eu_flagset eu_flags_sched_attr = {
	"sched_attr", NULL, flags_sched_attr,
	7, false, false,
};

static const struct eu_flag flags_sched_policy[] = {
	{ ~0ULL, 0x0, "SCHED_NORMAL" },
	{ ~0ULL, 0x1, "SCHED_FIFO" },
	{ ~0ULL, 0x2, "SCHED_RR" },
	{ ~0ULL, 0x3, "SCHED_BATCH" },
	{ ~0ULL, 0x5, "SCHED_IDLE" },
	{ ~0ULL, 0x6, "SCHED_DEADLINE" },
	{ ~0ULL, 0x7, "SCHED_EXT" },
};
const struct eu_flagset eu_flags_sched_policy = {
	"sched_policy", NULL, flags_sched_policy,
	7, true, false,
};

static const struct eu_flag flags_sched_policy_flags[] = {
	{ 0xff, 0x0, "SCHED_NORMAL" },
	{ 0xff, 0x1, "SCHED_FIFO" },
	{ 0xff, 0x2, "SCHED_RR" },
	{ 0xff, 0x3, "SCHED_BATCH" },
	{ 0xff, 0x5, "SCHED_IDLE" },
	{ 0xff, 0x6, "SCHED_DEADLINE" },
	{ 0xff, 0x7, "SCHED_EXT" },
	{ 0x40000000, 0x40000000, "SCHED_RESET_ON_FORK" },
};
const struct eu_flagset eu_flags_sched_policy_flags = {
	"sched_policy_flags", NULL, flags_sched_policy_flags,
	8, false, false,
};

static const struct eu_flag flags_seals[] = {
	{ 0x1, 0x1, "F_SEAL_SEAL" },
	{ 0x2, 0x2, "F_SEAL_SHRINK" },
	{ 0x4, 0x4, "F_SEAL_GROW" },
	{ 0x8, 0x8, "F_SEAL_WRITE" },
	{ 0x10, 0x10, "F_SEAL_FUTURE_WRITE" },
	{ 0x20, 0x20, "F_SEAL_EXEC" },
};
const struct eu_flagset eu_flags_seals = {
	"seals", NULL, flags_seals,
	6, false, false,
};

static const struct eu_flag flags_seccomp[] = {
	{ ~0ULL, 0x0, "SECCOMP_SET_MODE_STRICT" },
	{ ~0ULL, 0x1, "SECCOMP_SET_MODE_FILTER" },
	{ ~0ULL, 0x2, "SECCOMP_GET_ACTION_AVAIL" },
	{ ~0ULL, 0x3, "SECCOMP_GET_NOTIF_SIZES" },
};
const struct eu_flagset eu_flags_seccomp = {
	"seccomp", NULL, flags_seccomp,
	4, true, false,
};

static const struct eu_flag flags_seccomp_flags[] = {
	{ 0x1, 0x1, "SECCOMP_FILTER_FLAG_TSYNC" },
	{ 0x2, 0x2, "SECCOMP_FILTER_FLAG_LOG" },
	{ 0x4, 0x4, "SECCOMP_FILTER_FLAG_SPEC_ALLOW" },
	{ 0x8, 0x8, "SECCOMP_FILTER_FLAG_NEW_LISTENER" },
	{ 0x10, 0x10, "SECCOMP_FILTER_FLAG_TSYNC_ESRCH" },
	{ 0x20, 0x20, "SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV" },
};
const struct eu_flagset eu_flags_seccomp_flags = {
	"seccomp_flags", NULL, flags_seccomp_flags,
	6, false, false,
};

static const struct eu_flag flags_seccomp_mode[] = {
	{ ~0ULL, 0x0, "SECCOMP_MODE_DISABLED" },
	{ ~0ULL, 0x1, "SECCOMP_MODE_STRICT" },
	{ ~0ULL, 0x2, "SECCOMP_MODE_FILTER" },
};
const struct eu_flagset eu_flags_seccomp_mode = {
	"seccomp_mode", NULL, flags_seccomp_mode,
	3, true, false,
};

static const struct eu_flag flags_secretmem[] = {
	{ 0x80000, 0x80000, "O_CLOEXEC" },
};
const struct eu_flagset eu_flags_secretmem = {
	"secretmem", NULL, flags_secretmem,
	1, false, false,
};

static const struct eu_flag flags_securebits[] = {
	{ 0x1, 0x1, "SECBIT_NOROOT" },
	{ 0x2, 0x2, "SECBIT_NOROOT_LOCKED" },
	{ 0x4, 0x4, "SECBIT_NO_SETUID_FIXUP" },
	{ 0x8, 0x8, "SECBIT_NO_SETUID_FIXUP_LOCKED" },
	{ 0x10, 0x10, "SECBIT_KEEP_CAPS" },
	{ 0x20, 0x20, "SECBIT_KEEP_CAPS_LOCKED" },
	{ 0x40, 0x40, "SECBIT_NO_CAP_AMBIENT_RAISE" },
	{ 0x80, 0x80, "SECBIT_NO_CAP_AMBIENT_RAISE_LOCKED" },
	{ 0x100, 0x100, "SECBIT_EXEC_RESTRICT_FILE" },
	{ 0x200, 0x200, "SECBIT_EXEC_RESTRICT_FILE_LOCKED" },
	{ 0x400, 0x400, "SECBIT_EXEC_DENY_INTERACTIVE" },
	{ 0x800, 0x800, "SECBIT_EXEC_DENY_INTERACTIVE_LOCKED" },
};
const struct eu_flagset eu_flags_securebits = {
	"securebits", NULL, flags_securebits,
	12, false, false,
};

static const struct eu_flag flags_seek[] = {
	{ ~0ULL, 0x0, "SEEK_SET" },
	{ ~0ULL, 0x1, "SEEK_CUR" },
	{ ~0ULL, 0x2, "SEEK_END" },
	{ ~0ULL, 0x3, "SEEK_DATA" },
	{ ~0ULL, 0x4, "SEEK_HOLE" },
};
const struct eu_flagset eu_flags_seek = {
	"seek", NULL, flags_seek,
	5, true, false,
};

static const struct eu_flag flags_sembuf[] = {
	{ 0x800, 0x800, "IPC_NOWAIT" },
	{ 0x1000, 0x1000, "SEM_UNDO" },
};
const struct eu_flagset eu_flags_sembuf = {
	"sembuf", NULL, flags_sembuf,
	2, false, false,
};

static const struct eu_flag flags_semctl_cmd[] = {
	{ ~0ULL, 0x0, "IPC_RMID" },
	{ ~0ULL, 0x1, "IPC_SET" },
	{ ~0ULL, 0x2, "IPC_STAT" },
	{ ~0ULL, 0x3, "IPC_INFO" },
	{ ~0ULL, 0xb, "GETPID" },
	{ ~0ULL, 0xc, "GETVAL" },
	{ ~0ULL, 0xd, "GETALL" },
	{ ~0ULL, 0xe, "GETNCNT" },
	{ ~0ULL, 0xf, "GETZCNT" },
	{ ~0ULL, 0x10, "SETVAL" },
	{ ~0ULL, 0x11, "SETALL" },
	{ ~0ULL, 0x12, "SEM_STAT" },
	{ ~0ULL, 0x13, "SEM_INFO" },
	{ ~0ULL, 0x14, "SEM_STAT_ANY" },
};
const struct eu_flagset eu_flags_semctl_cmd = {
	"semctl_cmd", NULL, flags_semctl_cmd,
	14, true, false,
};

static const struct eu_flag flags_semctl_cmd_64[] = {
	{ 0xff, 0x0, "IPC_RMID" },
	{ 0xff, 0x1, "IPC_SET" },
	{ 0xff, 0x2, "IPC_STAT" },
	{ 0xff, 0x3, "IPC_INFO" },
	{ 0xff, 0xb, "GETPID" },
	{ 0xff, 0xc, "GETVAL" },
	{ 0xff, 0xd, "GETALL" },
	{ 0xff, 0xe, "GETNCNT" },
	{ 0xff, 0xf, "GETZCNT" },
	{ 0xff, 0x10, "SETVAL" },
	{ 0xff, 0x11, "SETALL" },
	{ 0xff, 0x12, "SEM_STAT" },
	{ 0xff, 0x13, "SEM_INFO" },
	{ 0xff, 0x14, "SEM_STAT_ANY" },
	{ 0x100, 0x100, "IPC_64" },
};
const struct eu_flagset eu_flags_semctl_cmd_64 = {
	"semctl_cmd_64", NULL, flags_semctl_cmd_64,
	15, false, false,
};

static const struct eu_flag flags_shadow_stack[] = {
	{ 0x1, 0x1, "SHADOW_STACK_SET_TOKEN" },
	{ 0x2, 0x2, "SHADOW_STACK_SET_MARKER" },
};
const struct eu_flagset eu_flags_shadow_stack = {
	"shadow_stack", NULL, flags_shadow_stack,
	2, false, false,
};

static const struct eu_flag flags_shmat[] = {
	{ 0x1000, 0x1000, "SHM_RDONLY" },
	{ 0x2000, 0x2000, "SHM_RND" },
	{ 0x4000, 0x4000, "SHM_REMAP" },
	{ 0x8000, 0x8000, "SHM_EXEC" },
};
const struct eu_flagset eu_flags_shmat = {
	"shmat", NULL, flags_shmat,
	4, false, false,
};

static const struct eu_flag flags_shmctl_cmd[] = {
	{ ~0ULL, 0x0, "IPC_RMID" },
	{ ~0ULL, 0x1, "IPC_SET" },
	{ ~0ULL, 0x2, "IPC_STAT" },
	{ ~0ULL, 0x3, "IPC_INFO" },
	{ ~0ULL, 0xb, "SHM_LOCK" },
	{ ~0ULL, 0xc, "SHM_UNLOCK" },
	{ ~0ULL, 0xd, "SHM_STAT" },
	{ ~0ULL, 0xe, "SHM_INFO" },
	{ ~0ULL, 0xf, "SHM_STAT_ANY" },
};
const struct eu_flagset eu_flags_shmctl_cmd = {
	"shmctl_cmd", NULL, flags_shmctl_cmd,
	9, true, false,
};

static const struct eu_flag flags_shmctl_cmd_64[] = {
	{ 0xff, 0x0, "IPC_RMID" },
	{ 0xff, 0x1, "IPC_SET" },
	{ 0xff, 0x2, "IPC_STAT" },
	{ 0xff, 0x3, "IPC_INFO" },
	{ 0xff, 0xb, "SHM_LOCK" },
	{ 0xff, 0xc, "SHM_UNLOCK" },
	{ 0xff, 0xd, "SHM_STAT" },
	{ 0xff, 0xe, "SHM_INFO" },
	{ 0xff, 0xf, "SHM_STAT_ANY" },
	{ 0x100, 0x100, "IPC_64" },
};
const struct eu_flagset eu_flags_shmctl_cmd_64 = {
	"shmctl_cmd_64", NULL, flags_shmctl_cmd_64,
	10, false, false,
};

static const struct eu_flag flags_shmget[] = {
	{ 0x200, 0x200, "IPC_CREAT" },
	{ 0x400, 0x400, "IPC_EXCL" },
	{ 0x800, 0x800, "SHM_HUGETLB" },
	{ 0x1000, 0x1000, "SHM_NORESERVE" },
	{ 0xfc000000, 0x40000000, "SHM_HUGE_64KB" },
	{ 0xfc000000, 0x4c000000, "SHM_HUGE_512KB" },
	{ 0xfc000000, 0x50000000, "SHM_HUGE_1MB" },
	{ 0xfc000000, 0x54000000, "SHM_HUGE_2MB" },
	{ 0xfc000000, 0x5c000000, "SHM_HUGE_8MB" },
	{ 0xfc000000, 0x60000000, "SHM_HUGE_16MB" },
	{ 0xfc000000, 0x64000000, "SHM_HUGE_32MB" },
	{ 0xfc000000, 0x70000000, "SHM_HUGE_256MB" },
	{ 0xfc000000, 0x74000000, "SHM_HUGE_512MB" },
	{ 0xfc000000, 0x78000000, "SHM_HUGE_1GB" },
	{ 0xfc000000, 0x7c000000, "SHM_HUGE_2GB" },
	{ 0xfc000000, 0x88000000, "SHM_HUGE_16GB" },
};
const struct eu_flagset eu_flags_shmget = {
	"shmget", NULL, flags_shmget,
	16, false, true,
};

static const struct eu_flag flags_shutdown[] = {
	{ ~0ULL, 0x0, "SHUT_RD" },
	{ ~0ULL, 0x1, "SHUT_WR" },
	{ ~0ULL, 0x2, "SHUT_RDWR" },
};
const struct eu_flagset eu_flags_shutdown = {
	"shutdown", NULL, flags_shutdown,
	3, true, false,
};

static const struct eu_flag flags_sigaction[] = {
	{ 0x1, 0x1, "SA_NOCLDSTOP" },
	{ 0x2, 0x2, "SA_NOCLDWAIT" },
	{ 0x4, 0x4, "SA_SIGINFO" },
	{ 0x400, 0x400, "SA_UNSUPPORTED" },
	{ 0x800, 0x800, "SA_EXPOSE_TAGBITS" },
	{ 0x4000000, 0x4000000, "SA_RESTORER" },
	{ 0x8000000, 0x8000000, "SA_ONSTACK" },
	{ 0x10000000, 0x10000000, "SA_RESTART" },
	{ 0x40000000, 0x40000000, "SA_NODEFER" },
	{ 0x80000000, 0x80000000, "SA_RESETHAND" },
};
const struct eu_flagset eu_flags_sigaction = {
	"sigaction", NULL, flags_sigaction,
	10, false, false,
};

static const struct eu_flag flags_sigaltstack[] = {
	{ 0x1, 0x1, "SS_ONSTACK" },
	{ 0x2, 0x2, "SS_DISABLE" },
	{ 0x80000000, 0x80000000, "SS_AUTODISARM" },
};
const struct eu_flagset eu_flags_sigaltstack = {
	"sigaltstack", NULL, flags_sigaltstack,
	3, false, false,
};

static const struct eu_flag flags_sigchld_code[] = {
	{ ~0ULL, 0x1, "CLD_EXITED" },
	{ ~0ULL, 0x2, "CLD_KILLED" },
	{ ~0ULL, 0x3, "CLD_DUMPED" },
	{ ~0ULL, 0x4, "CLD_TRAPPED" },
	{ ~0ULL, 0x5, "CLD_STOPPED" },
	{ ~0ULL, 0x6, "CLD_CONTINUED" },
};
const struct eu_flagset eu_flags_sigchld_code = {
	"sigchld_code", NULL, flags_sigchld_code,
	6, true, false,
};

static const struct eu_flag flags_sigev_notify[] = {
	{ ~0ULL, 0x0, "SIGEV_SIGNAL" },
	{ ~0ULL, 0x1, "SIGEV_NONE" },
	{ ~0ULL, 0x2, "SIGEV_THREAD" },
	{ ~0ULL, 0x4, "SIGEV_THREAD_ID" },
};
const struct eu_flagset eu_flags_sigev_notify = {
	"sigev_notify", NULL, flags_sigev_notify,
	4, true, false,
};

static const struct eu_flag flags_sighandler[] = {
	{ ~0ULL, 0x0, "SIG_DFL" },
	{ ~0ULL, 0x1, "SIG_IGN" },
};
const struct eu_flagset eu_flags_sighandler = {
	"sighandler", NULL, flags_sighandler,
	2, true, false,
};

static const struct eu_flag flags_signal[] = {
	{ ~0ULL, 0x1, "SIGHUP" },
	{ ~0ULL, 0x2, "SIGINT" },
	{ ~0ULL, 0x3, "SIGQUIT" },
	{ ~0ULL, 0x4, "SIGILL" },
	{ ~0ULL, 0x5, "SIGTRAP" },
	{ ~0ULL, 0x6, "SIGABRT" },
	{ ~0ULL, 0x7, "SIGBUS" },
	{ ~0ULL, 0x8, "SIGFPE" },
	{ ~0ULL, 0x9, "SIGKILL" },
	{ ~0ULL, 0xa, "SIGUSR1" },
	{ ~0ULL, 0xb, "SIGSEGV" },
	{ ~0ULL, 0xc, "SIGUSR2" },
	{ ~0ULL, 0xd, "SIGPIPE" },
	{ ~0ULL, 0xe, "SIGALRM" },
	{ ~0ULL, 0xf, "SIGTERM" },
	{ ~0ULL, 0x10, "SIGSTKFLT" },
	{ ~0ULL, 0x11, "SIGCHLD" },
	{ ~0ULL, 0x12, "SIGCONT" },
	{ ~0ULL, 0x13, "SIGSTOP" },
	{ ~0ULL, 0x14, "SIGTSTP" },
	{ ~0ULL, 0x15, "SIGTTIN" },
	{ ~0ULL, 0x16, "SIGTTOU" },
	{ ~0ULL, 0x17, "SIGURG" },
	{ ~0ULL, 0x18, "SIGXCPU" },
	{ ~0ULL, 0x19, "SIGXFSZ" },
	{ ~0ULL, 0x1a, "SIGVTALRM" },
	{ ~0ULL, 0x1b, "SIGPROF" },
	{ ~0ULL, 0x1c, "SIGWINCH" },
	{ ~0ULL, 0x1d, "SIGIO" },
	{ ~0ULL, 0x1e, "SIGPWR" },
	{ ~0ULL, 0x1f, "SIGSYS" },
};
const struct eu_flagset eu_flags_signal = {
	"signal", NULL, flags_signal,
	31, true, false,
};

static const struct eu_flag flags_signalfd[] = {
	{ 0x80000, 0x80000, "SFD_CLOEXEC" },
	{ 0x800, 0x800, "SFD_NONBLOCK" },
};
const struct eu_flagset eu_flags_signalfd = {
	"signalfd", NULL, flags_signalfd,
	2, false, false,
};

static const struct eu_flag flags_sigprocmask[] = {
	{ ~0ULL, 0x0, "SIG_BLOCK" },
	{ ~0ULL, 0x1, "SIG_UNBLOCK" },
	{ ~0ULL, 0x2, "SIG_SETMASK" },
};
const struct eu_flagset eu_flags_sigprocmask = {
	"sigprocmask", NULL, flags_sigprocmask,
	3, true, false,
};

static const struct eu_flag flags_socket_family[] = {
	{ ~0ULL, 0x0, "AF_UNSPEC" },
	{ ~0ULL, 0x1, "AF_UNIX" },
	{ ~0ULL, 0x2, "AF_INET" },
	{ ~0ULL, 0x3, "AF_AX25" },
	{ ~0ULL, 0x4, "AF_IPX" },
	{ ~0ULL, 0x5, "AF_APPLETALK" },
	{ ~0ULL, 0x6, "AF_NETROM" },
	{ ~0ULL, 0x7, "AF_BRIDGE" },
	{ ~0ULL, 0x8, "AF_ATMPVC" },
	{ ~0ULL, 0x9, "AF_X25" },
	{ ~0ULL, 0xa, "AF_INET6" },
	{ ~0ULL, 0xb, "AF_ROSE" },
	{ ~0ULL, 0xc, "AF_DECnet" },
	{ ~0ULL, 0xd, "AF_NETBEUI" },
	{ ~0ULL, 0xe, "AF_SECURITY" },
	{ ~0ULL, 0xf, "AF_KEY" },
	{ ~0ULL, 0x10, "AF_NETLINK" },
	{ ~0ULL, 0x11, "AF_PACKET" },
	{ ~0ULL, 0x12, "AF_ASH" },
	{ ~0ULL, 0x13, "AF_ECONET" },
	{ ~0ULL, 0x14, "AF_ATMSVC" },
	{ ~0ULL, 0x15, "AF_RDS" },
	{ ~0ULL, 0x16, "AF_SNA" },
	{ ~0ULL, 0x17, "AF_IRDA" },
	{ ~0ULL, 0x18, "AF_PPPOX" },
	{ ~0ULL, 0x19, "AF_WANPIPE" },
	{ ~0ULL, 0x1a, "AF_LLC" },
	{ ~0ULL, 0x1b, "AF_IB" },
	{ ~0ULL, 0x1c, "AF_MPLS" },
	{ ~0ULL, 0x1d, "AF_CAN" },
	{ ~0ULL, 0x1e, "AF_TIPC" },
	{ ~0ULL, 0x1f, "AF_BLUETOOTH" },
	{ ~0ULL, 0x20, "AF_IUCV" },
	{ ~0ULL, 0x21, "AF_RXRPC" },
	{ ~0ULL, 0x22, "AF_ISDN" },
	{ ~0ULL, 0x23, "AF_PHONET" },
	{ ~0ULL, 0x24, "AF_IEEE802154" },
	{ ~0ULL, 0x25, "AF_CAIF" },
	{ ~0ULL, 0x26, "AF_ALG" },
	{ ~0ULL, 0x27, "AF_NFC" },
	{ ~0ULL, 0x28, "AF_VSOCK" },
	{ ~0ULL, 0x29, "AF_KCM" },
	{ ~0ULL, 0x2a, "AF_QIPCRTR" },
	{ ~0ULL, 0x2b, "AF_SMC" },
	{ ~0ULL, 0x2c, "AF_XDP" },
	{ ~0ULL, 0x2d, "AF_MCTP" },
};
const struct eu_flagset eu_flags_socket_family = {
	"socket_family", NULL, flags_socket_family,
	46, true, false,
};

static const struct eu_flag flags_socket_level[] = {
	{ ~0ULL, 0x1, "SOL_SOCKET" },
	{ ~0ULL, 0x0, "SOL_IP" },
	{ ~0ULL, 0x6, "SOL_TCP" },
	{ ~0ULL, 0x11, "SOL_UDP" },
	{ ~0ULL, 0x29, "SOL_IPV6" },
	{ ~0ULL, 0x3a, "SOL_ICMPV6" },
	{ ~0ULL, 0x84, "SOL_SCTP" },
	{ ~0ULL, 0x88, "SOL_UDPLITE" },
	{ ~0ULL, 0xff, "SOL_RAW" },
	{ ~0ULL, 0x100, "SOL_IPX" },
	{ ~0ULL, 0x101, "SOL_AX25" },
	{ ~0ULL, 0x102, "SOL_ATALK" },
	{ ~0ULL, 0x103, "SOL_NETROM" },
	{ ~0ULL, 0x104, "SOL_ROSE" },
	{ ~0ULL, 0x105, "SOL_DECNET" },
	{ ~0ULL, 0x106, "SOL_X25" },
	{ ~0ULL, 0x107, "SOL_PACKET" },
	{ ~0ULL, 0x108, "SOL_ATM" },
	{ ~0ULL, 0x109, "SOL_AAL" },
	{ ~0ULL, 0x10a, "SOL_IRDA" },
	{ ~0ULL, 0x10b, "SOL_NETBEUI" },
	{ ~0ULL, 0x10c, "SOL_LLC" },
	{ ~0ULL, 0x10d, "SOL_DCCP" },
	{ ~0ULL, 0x10e, "SOL_NETLINK" },
	{ ~0ULL, 0x10f, "SOL_TIPC" },
	{ ~0ULL, 0x110, "SOL_RXRPC" },
	{ ~0ULL, 0x111, "SOL_PPPOL2TP" },
	{ ~0ULL, 0x112, "SOL_BLUETOOTH" },
	{ ~0ULL, 0x113, "SOL_PNPIPE" },
	{ ~0ULL, 0x114, "SOL_RDS" },
	{ ~0ULL, 0x115, "SOL_IUCV" },
	{ ~0ULL, 0x116, "SOL_CAIF" },
	{ ~0ULL, 0x117, "SOL_ALG" },
	{ ~0ULL, 0x118, "SOL_NFC" },
	{ ~0ULL, 0x119, "SOL_KCM" },
	{ ~0ULL, 0x11a, "SOL_TLS" },
	{ ~0ULL, 0x11b, "SOL_XDP" },
	{ ~0ULL, 0x11c, "SOL_MPTCP" },
	{ ~0ULL, 0x11d, "SOL_MCTP" },
	{ ~0ULL, 0x11e, "SOL_SMC" },
	{ ~0ULL, 0x11f, "SOL_VSOCK" },
	{ ~0ULL, 0x28, "AF_VSOCK" },
};
const struct eu_flagset eu_flags_socket_level = {
	"socket_level", NULL, flags_socket_level,
	42, true, false,
};

static const struct eu_flag flags_socket_protocol[] = {
	{ ~0ULL, 0x0, "IPPROTO_IP" },
	{ ~0ULL, 0x1, "IPPROTO_ICMP" },
	{ ~0ULL, 0x2, "IPPROTO_IGMP" },
	{ ~0ULL, 0x4, "IPPROTO_IPIP" },
	{ ~0ULL, 0x6, "IPPROTO_TCP" },
	{ ~0ULL, 0x8, "IPPROTO_EGP" },
	{ ~0ULL, 0xc, "IPPROTO_PUP" },
	{ ~0ULL, 0x11, "IPPROTO_UDP" },
	{ ~0ULL, 0x16, "IPPROTO_IDP" },
	{ ~0ULL, 0x1d, "IPPROTO_TP" },
	{ ~0ULL, 0x21, "IPPROTO_DCCP" },
	{ ~0ULL, 0x29, "IPPROTO_IPV6" },
	{ ~0ULL, 0x2e, "IPPROTO_RSVP" },
	{ ~0ULL, 0x2f, "IPPROTO_GRE" },
	{ ~0ULL, 0x32, "IPPROTO_ESP" },
	{ ~0ULL, 0x33, "IPPROTO_AH" },
	{ ~0ULL, 0x5c, "IPPROTO_MTP" },
	{ ~0ULL, 0x5e, "IPPROTO_BEETPH" },
	{ ~0ULL, 0x62, "IPPROTO_ENCAP" },
	{ ~0ULL, 0x67, "IPPROTO_PIM" },
	{ ~0ULL, 0x6c, "IPPROTO_COMP" },
	{ ~0ULL, 0x73, "IPPROTO_L2TP" },
	{ ~0ULL, 0x84, "IPPROTO_SCTP" },
	{ ~0ULL, 0x88, "IPPROTO_UDPLITE" },
	{ ~0ULL, 0x89, "IPPROTO_MPLS" },
	{ ~0ULL, 0x8f, "IPPROTO_ETHERNET" },
	{ ~0ULL, 0x90, "IPPROTO_AGGFRAG" },
	{ ~0ULL, 0xff, "IPPROTO_RAW" },
	{ ~0ULL, 0x100, "IPPROTO_SMC" },
	{ ~0ULL, 0x106, "IPPROTO_MPTCP" },
	{ ~0ULL, 0x3a, "IPPROTO_ICMPV6" },
};
const struct eu_flagset eu_flags_socket_protocol = {
	"socket_protocol", NULL, flags_socket_protocol,
	31, true, false,
};

static const struct eu_flag flags_socket_type[] = {
	{ 0xf, 0x1, "SOCK_STREAM" },
	{ 0xf, 0x2, "SOCK_DGRAM" },
	{ 0xf, 0x3, "SOCK_RAW" },
	{ 0xf, 0x4, "SOCK_RDM" },
	{ 0xf, 0x5, "SOCK_SEQPACKET" },
	{ 0xf, 0x6, "SOCK_DCCP" },
	{ 0xf, 0xa, "SOCK_PACKET" },
	{ 0x80000, 0x80000, "SOCK_CLOEXEC" },
	{ 0x800, 0x800, "SOCK_NONBLOCK" },
};
const struct eu_flagset eu_flags_socket_type = {
	"socket_type", NULL, flags_socket_type,
	9, false, false,
};

static const struct eu_flag flags_socketcall[] = {
	{ ~0ULL, 0x1, "SYS_SOCKET" },
	{ ~0ULL, 0x2, "SYS_BIND" },
	{ ~0ULL, 0x3, "SYS_CONNECT" },
	{ ~0ULL, 0x4, "SYS_LISTEN" },
	{ ~0ULL, 0x5, "SYS_ACCEPT" },
	{ ~0ULL, 0x6, "SYS_GETSOCKNAME" },
	{ ~0ULL, 0x7, "SYS_GETPEERNAME" },
	{ ~0ULL, 0x8, "SYS_SOCKETPAIR" },
	{ ~0ULL, 0x9, "SYS_SEND" },
	{ ~0ULL, 0xa, "SYS_RECV" },
	{ ~0ULL, 0xb, "SYS_SENDTO" },
	{ ~0ULL, 0xc, "SYS_RECVFROM" },
	{ ~0ULL, 0xd, "SYS_SHUTDOWN" },
	{ ~0ULL, 0xe, "SYS_SETSOCKOPT" },
	{ ~0ULL, 0xf, "SYS_GETSOCKOPT" },
	{ ~0ULL, 0x10, "SYS_SENDMSG" },
	{ ~0ULL, 0x11, "SYS_RECVMSG" },
	{ ~0ULL, 0x12, "SYS_ACCEPT4" },
	{ ~0ULL, 0x13, "SYS_RECVMMSG" },
	{ ~0ULL, 0x14, "SYS_SENDMMSG" },
};
const struct eu_flagset eu_flags_socketcall = {
	"socketcall", NULL, flags_socketcall,
	20, true, false,
};

static const struct eu_flag flags_sockopt_alg[] = {
	{ ~0ULL, 0x1, "ALG_SET_KEY" },
	{ ~0ULL, 0x2, "ALG_SET_IV" },
	{ ~0ULL, 0x3, "ALG_SET_OP" },
	{ ~0ULL, 0x4, "ALG_SET_AEAD_ASSOCLEN" },
	{ ~0ULL, 0x5, "ALG_SET_AEAD_AUTHSIZE" },
	{ ~0ULL, 0x6, "ALG_SET_DRBG_ENTROPY" },
	{ ~0ULL, 0x7, "ALG_SET_KEY_BY_KEY_SERIAL" },
};
const struct eu_flagset eu_flags_sockopt_alg = {
	"sockopt_alg", NULL, flags_sockopt_alg,
	7, true, false,
};

static const struct eu_flag flags_sockopt_icmpv6[] = {
	{ ~0ULL, 0x1, "ICMPV6_FILTER" },
};
const struct eu_flagset eu_flags_sockopt_icmpv6 = {
	"sockopt_icmpv6", NULL, flags_sockopt_icmpv6,
	1, true, false,
};

static const struct eu_flag flags_sockopt_ip[] = {
	{ ~0ULL, 0x1, "IP_TOS" },
	{ ~0ULL, 0x2, "IP_TTL" },
	{ ~0ULL, 0x3, "IP_HDRINCL" },
	{ ~0ULL, 0x4, "IP_OPTIONS" },
	{ ~0ULL, 0x5, "IP_ROUTER_ALERT" },
	{ ~0ULL, 0x6, "IP_RECVOPTS" },
	{ ~0ULL, 0x7, "IP_RETOPTS" },
	{ ~0ULL, 0x8, "IP_PKTINFO" },
	{ ~0ULL, 0x9, "IP_PKTOPTIONS" },
	{ ~0ULL, 0xa, "IP_MTU_DISCOVER" },
	{ ~0ULL, 0xb, "IP_RECVERR" },
	{ ~0ULL, 0xc, "IP_RECVTTL" },
	{ ~0ULL, 0xd, "IP_RECVTOS" },
	{ ~0ULL, 0xe, "IP_MTU" },
	{ ~0ULL, 0xf, "IP_FREEBIND" },
	{ ~0ULL, 0x10, "IP_IPSEC_POLICY" },
	{ ~0ULL, 0x11, "IP_XFRM_POLICY" },
	{ ~0ULL, 0x12, "IP_PASSSEC" },
	{ ~0ULL, 0x13, "IP_TRANSPARENT" },
	{ ~0ULL, 0x14, "IP_RECVORIGDSTADDR" },
	{ ~0ULL, 0x15, "IP_MINTTL" },
	{ ~0ULL, 0x16, "IP_NODEFRAG" },
	{ ~0ULL, 0x17, "IP_CHECKSUM" },
	{ ~0ULL, 0x18, "IP_BIND_ADDRESS_NO_PORT" },
	{ ~0ULL, 0x19, "IP_RECVFRAGSIZE" },
	{ ~0ULL, 0x1a, "IP_RECVERR_RFC4884" },
	{ ~0ULL, 0x20, "IP_MULTICAST_IF" },
	{ ~0ULL, 0x21, "IP_MULTICAST_TTL" },
	{ ~0ULL, 0x22, "IP_MULTICAST_LOOP" },
	{ ~0ULL, 0x23, "IP_ADD_MEMBERSHIP" },
	{ ~0ULL, 0x24, "IP_DROP_MEMBERSHIP" },
	{ ~0ULL, 0x25, "IP_UNBLOCK_SOURCE" },
	{ ~0ULL, 0x26, "IP_BLOCK_SOURCE" },
	{ ~0ULL, 0x27, "IP_ADD_SOURCE_MEMBERSHIP" },
	{ ~0ULL, 0x28, "IP_DROP_SOURCE_MEMBERSHIP" },
	{ ~0ULL, 0x29, "IP_MSFILTER" },
	{ ~0ULL, 0x2a, "MCAST_JOIN_GROUP" },
	{ ~0ULL, 0x2b, "MCAST_BLOCK_SOURCE" },
	{ ~0ULL, 0x2c, "MCAST_UNBLOCK_SOURCE" },
	{ ~0ULL, 0x2d, "MCAST_LEAVE_GROUP" },
	{ ~0ULL, 0x2e, "MCAST_JOIN_SOURCE_GROUP" },
	{ ~0ULL, 0x2f, "MCAST_LEAVE_SOURCE_GROUP" },
	{ ~0ULL, 0x30, "MCAST_MSFILTER" },
	{ ~0ULL, 0x31, "IP_MULTICAST_ALL" },
	{ ~0ULL, 0x32, "IP_UNICAST_IF" },
	{ ~0ULL, 0x33, "IP_LOCAL_PORT_RANGE" },
	{ ~0ULL, 0x34, "IP_PROTOCOL" },
};
const struct eu_flagset eu_flags_sockopt_ip = {
	"sockopt_ip", NULL, flags_sockopt_ip,
	47, true, false,
};

static const struct eu_flag flags_sockopt_ipv6[] = {
	{ ~0ULL, 0x1, "IPV6_ADDRFORM" },
	{ ~0ULL, 0x2, "IPV6_2292PKTINFO" },
	{ ~0ULL, 0x3, "IPV6_2292HOPOPTS" },
	{ ~0ULL, 0x4, "IPV6_2292DSTOPTS" },
	{ ~0ULL, 0x5, "IPV6_2292RTHDR" },
	{ ~0ULL, 0x6, "IPV6_2292PKTOPTIONS" },
	{ ~0ULL, 0x7, "IPV6_CHECKSUM" },
	{ ~0ULL, 0x8, "IPV6_2292HOPLIMIT" },
	{ ~0ULL, 0x9, "IPV6_NEXTHOP" },
	{ ~0ULL, 0xa, "IPV6_AUTHHDR" },
	{ ~0ULL, 0xb, "IPV6_FLOWINFO" },
	{ ~0ULL, 0x10, "IPV6_UNICAST_HOPS" },
	{ ~0ULL, 0x11, "IPV6_MULTICAST_IF" },
	{ ~0ULL, 0x12, "IPV6_MULTICAST_HOPS" },
	{ ~0ULL, 0x13, "IPV6_MULTICAST_LOOP" },
	{ ~0ULL, 0x14, "IPV6_ADD_MEMBERSHIP" },
	{ ~0ULL, 0x15, "IPV6_DROP_MEMBERSHIP" },
	{ ~0ULL, 0x16, "IPV6_ROUTER_ALERT" },
	{ ~0ULL, 0x17, "IPV6_MTU_DISCOVER" },
	{ ~0ULL, 0x18, "IPV6_MTU" },
	{ ~0ULL, 0x19, "IPV6_RECVERR" },
	{ ~0ULL, 0x1a, "IPV6_V6ONLY" },
	{ ~0ULL, 0x1b, "IPV6_JOIN_ANYCAST" },
	{ ~0ULL, 0x1c, "IPV6_LEAVE_ANYCAST" },
	{ ~0ULL, 0x1d, "IPV6_MULTICAST_ALL" },
	{ ~0ULL, 0x1e, "IPV6_ROUTER_ALERT_ISOLATE" },
	{ ~0ULL, 0x1f, "IPV6_RECVERR_RFC4884" },
	{ ~0ULL, 0x20, "IPV6_FLOWLABEL_MGR" },
	{ ~0ULL, 0x21, "IPV6_FLOWINFO_SEND" },
	{ ~0ULL, 0x22, "IPV6_IPSEC_POLICY" },
	{ ~0ULL, 0x23, "IPV6_XFRM_POLICY" },
	{ ~0ULL, 0x24, "IPV6_HDRINCL" },
	{ ~0ULL, 0x2a, "MCAST_JOIN_GROUP" },
	{ ~0ULL, 0x2b, "MCAST_BLOCK_SOURCE" },
	{ ~0ULL, 0x2c, "MCAST_UNBLOCK_SOURCE" },
	{ ~0ULL, 0x2d, "MCAST_LEAVE_GROUP" },
	{ ~0ULL, 0x2e, "MCAST_JOIN_SOURCE_GROUP" },
	{ ~0ULL, 0x2f, "MCAST_LEAVE_SOURCE_GROUP" },
	{ ~0ULL, 0x30, "MCAST_MSFILTER" },
	{ ~0ULL, 0x31, "IPV6_RECVPKTINFO" },
	{ ~0ULL, 0x32, "IPV6_PKTINFO" },
	{ ~0ULL, 0x33, "IPV6_RECVHOPLIMIT" },
	{ ~0ULL, 0x34, "IPV6_HOPLIMIT" },
	{ ~0ULL, 0x35, "IPV6_RECVHOPOPTS" },
	{ ~0ULL, 0x36, "IPV6_HOPOPTS" },
	{ ~0ULL, 0x37, "IPV6_RTHDRDSTOPTS" },
	{ ~0ULL, 0x38, "IPV6_RECVRTHDR" },
	{ ~0ULL, 0x39, "IPV6_RTHDR" },
	{ ~0ULL, 0x3a, "IPV6_RECVDSTOPTS" },
	{ ~0ULL, 0x3b, "IPV6_DSTOPTS" },
	{ ~0ULL, 0x3c, "IPV6_RECVPATHMTU" },
	{ ~0ULL, 0x3d, "IPV6_PATHMTU" },
	{ ~0ULL, 0x3e, "IPV6_DONTFRAG" },
	{ ~0ULL, 0x42, "IPV6_RECVTCLASS" },
	{ ~0ULL, 0x43, "IPV6_TCLASS" },
	{ ~0ULL, 0x46, "IPV6_AUTOFLOWLABEL" },
	{ ~0ULL, 0x48, "IPV6_ADDR_PREFERENCES" },
	{ ~0ULL, 0x49, "IPV6_MINHOPCOUNT" },
	{ ~0ULL, 0x4a, "IPV6_RECVORIGDSTADDR" },
	{ ~0ULL, 0x4b, "IPV6_TRANSPARENT" },
	{ ~0ULL, 0x4c, "IPV6_UNICAST_IF" },
	{ ~0ULL, 0x4d, "IPV6_RECVFRAGSIZE" },
	{ ~0ULL, 0x4e, "IPV6_FREEBIND" },
};
const struct eu_flagset eu_flags_sockopt_ipv6 = {
	"sockopt_ipv6", NULL, flags_sockopt_ipv6,
	63, true, false,
};

static const struct eu_flag flags_sockopt_netlink[] = {
	{ ~0ULL, 0x1, "NETLINK_ADD_MEMBERSHIP" },
	{ ~0ULL, 0x2, "NETLINK_DROP_MEMBERSHIP" },
	{ ~0ULL, 0x3, "NETLINK_PKTINFO" },
	{ ~0ULL, 0x4, "NETLINK_BROADCAST_ERROR" },
	{ ~0ULL, 0x5, "NETLINK_NO_ENOBUFS" },
	{ ~0ULL, 0x6, "NETLINK_RX_RING" },
	{ ~0ULL, 0x7, "NETLINK_TX_RING" },
	{ ~0ULL, 0x8, "NETLINK_LISTEN_ALL_NSID" },
	{ ~0ULL, 0x9, "NETLINK_LIST_MEMBERSHIPS" },
	{ ~0ULL, 0xa, "NETLINK_CAP_ACK" },
	{ ~0ULL, 0xb, "NETLINK_EXT_ACK" },
	{ ~0ULL, 0xc, "NETLINK_GET_STRICT_CHK" },
};
const struct eu_flagset eu_flags_sockopt_netlink = {
	"sockopt_netlink", NULL, flags_sockopt_netlink,
	12, true, false,
};

static const struct eu_flag flags_sockopt_packet[] = {
	{ ~0ULL, 0x1, "PACKET_ADD_MEMBERSHIP" },
	{ ~0ULL, 0x2, "PACKET_DROP_MEMBERSHIP" },
	{ ~0ULL, 0x3, "PACKET_RECV_OUTPUT" },
	{ ~0ULL, 0x5, "PACKET_RX_RING" },
	{ ~0ULL, 0x6, "PACKET_STATISTICS" },
	{ ~0ULL, 0x7, "PACKET_COPY_THRESH" },
	{ ~0ULL, 0x8, "PACKET_AUXDATA" },
	{ ~0ULL, 0x9, "PACKET_ORIGDEV" },
	{ ~0ULL, 0xa, "PACKET_VERSION" },
	{ ~0ULL, 0xb, "PACKET_HDRLEN" },
	{ ~0ULL, 0xc, "PACKET_RESERVE" },
	{ ~0ULL, 0xd, "PACKET_TX_RING" },
	{ ~0ULL, 0xe, "PACKET_LOSS" },
	{ ~0ULL, 0xf, "PACKET_VNET_HDR" },
	{ ~0ULL, 0x10, "PACKET_TX_TIMESTAMP" },
	{ ~0ULL, 0x11, "PACKET_TIMESTAMP" },
	{ ~0ULL, 0x12, "PACKET_FANOUT" },
	{ ~0ULL, 0x13, "PACKET_TX_HAS_OFF" },
	{ ~0ULL, 0x14, "PACKET_QDISC_BYPASS" },
	{ ~0ULL, 0x15, "PACKET_ROLLOVER_STATS" },
	{ ~0ULL, 0x16, "PACKET_FANOUT_DATA" },
	{ ~0ULL, 0x17, "PACKET_IGNORE_OUTGOING" },
	{ ~0ULL, 0x18, "PACKET_VNET_HDR_SZ" },
};
const struct eu_flagset eu_flags_sockopt_packet = {
	"sockopt_packet", NULL, flags_sockopt_packet,
	23, true, false,
};

static const struct eu_flag flags_sockopt_raw[] = {
	{ ~0ULL, 0x1, "ICMP_FILTER" },
};
const struct eu_flagset eu_flags_sockopt_raw = {
	"sockopt_raw", NULL, flags_sockopt_raw,
	1, true, false,
};

static const struct eu_flag flags_sockopt_socket[] = {
	{ ~0ULL, 0x1, "SO_DEBUG" },
	{ ~0ULL, 0x2, "SO_REUSEADDR" },
	{ ~0ULL, 0x3, "SO_TYPE" },
	{ ~0ULL, 0x4, "SO_ERROR" },
	{ ~0ULL, 0x5, "SO_DONTROUTE" },
	{ ~0ULL, 0x6, "SO_BROADCAST" },
	{ ~0ULL, 0x7, "SO_SNDBUF" },
	{ ~0ULL, 0x8, "SO_RCVBUF" },
	{ ~0ULL, 0x9, "SO_KEEPALIVE" },
	{ ~0ULL, 0xa, "SO_OOBINLINE" },
	{ ~0ULL, 0xb, "SO_NO_CHECK" },
	{ ~0ULL, 0xc, "SO_PRIORITY" },
	{ ~0ULL, 0xd, "SO_LINGER" },
	{ ~0ULL, 0xe, "SO_BSDCOMPAT" },
	{ ~0ULL, 0xf, "SO_REUSEPORT" },
	{ ~0ULL, 0x10, "SO_PASSCRED" },
	{ ~0ULL, 0x11, "SO_PEERCRED" },
	{ ~0ULL, 0x12, "SO_RCVLOWAT" },
	{ ~0ULL, 0x13, "SO_SNDLOWAT" },
	{ ~0ULL, 0x14, "SO_RCVTIMEO" },
	{ ~0ULL, 0x15, "SO_SNDTIMEO" },
	{ ~0ULL, 0x1d, "SO_TIMESTAMP" },
	{ ~0ULL, 0x23, "SO_TIMESTAMPNS" },
	{ ~0ULL, 0x25, "SO_TIMESTAMPING" },
	{ ~0ULL, 0x20, "SO_SNDBUFFORCE" },
	{ ~0ULL, 0x21, "SO_RCVBUFFORCE" },
	{ ~0ULL, 0x16, "SO_SECURITY_AUTHENTICATION" },
	{ ~0ULL, 0x17, "SO_SECURITY_ENCRYPTION_TRANSPORT" },
	{ ~0ULL, 0x18, "SO_SECURITY_ENCRYPTION_NETWORK" },
	{ ~0ULL, 0x19, "SO_BINDTODEVICE" },
	{ ~0ULL, 0x1a, "SO_ATTACH_FILTER" },
	{ ~0ULL, 0x1b, "SO_DETACH_FILTER" },
	{ ~0ULL, 0x1c, "SO_PEERNAME" },
	{ ~0ULL, 0x1e, "SO_ACCEPTCONN" },
	{ ~0ULL, 0x1f, "SO_PEERSEC" },
	{ ~0ULL, 0x22, "SO_PASSSEC" },
	{ ~0ULL, 0x24, "SO_MARK" },
	{ ~0ULL, 0x26, "SO_PROTOCOL" },
	{ ~0ULL, 0x27, "SO_DOMAIN" },
	{ ~0ULL, 0x28, "SO_RXQ_OVFL" },
	{ ~0ULL, 0x29, "SO_WIFI_STATUS" },
	{ ~0ULL, 0x2a, "SO_PEEK_OFF" },
	{ ~0ULL, 0x2b, "SO_NOFCS" },
	{ ~0ULL, 0x2c, "SO_LOCK_FILTER" },
	{ ~0ULL, 0x2d, "SO_SELECT_ERR_QUEUE" },
	{ ~0ULL, 0x2e, "SO_BUSY_POLL" },
	{ ~0ULL, 0x2f, "SO_MAX_PACING_RATE" },
	{ ~0ULL, 0x30, "SO_BPF_EXTENSIONS" },
	{ ~0ULL, 0x31, "SO_INCOMING_CPU" },
	{ ~0ULL, 0x32, "SO_ATTACH_BPF" },
	{ ~0ULL, 0x33, "SO_ATTACH_REUSEPORT_CBPF" },
	{ ~0ULL, 0x34, "SO_ATTACH_REUSEPORT_EBPF" },
	{ ~0ULL, 0x35, "SO_CNX_ADVICE" },
	{ ~0ULL, 0x37, "SO_MEMINFO" },
	{ ~0ULL, 0x38, "SO_INCOMING_NAPI_ID" },
	{ ~0ULL, 0x39, "SO_COOKIE" },
	{ ~0ULL, 0x3b, "SO_PEERGROUPS" },
	{ ~0ULL, 0x3c, "SO_ZEROCOPY" },
	{ ~0ULL, 0x3d, "SO_TXTIME" },
	{ ~0ULL, 0x3e, "SO_BINDTOIFINDEX" },
	{ ~0ULL, 0x3f, "SO_TIMESTAMP_NEW" },
	{ ~0ULL, 0x40, "SO_TIMESTAMPNS_NEW" },
	{ ~0ULL, 0x41, "SO_TIMESTAMPING_NEW" },
	{ ~0ULL, 0x42, "SO_RCVTIMEO_NEW" },
	{ ~0ULL, 0x43, "SO_SNDTIMEO_NEW" },
	{ ~0ULL, 0x44, "SO_DETACH_REUSEPORT_BPF" },
	{ ~0ULL, 0x45, "SO_PREFER_BUSY_POLL" },
	{ ~0ULL, 0x46, "SO_BUSY_POLL_BUDGET" },
	{ ~0ULL, 0x47, "SO_NETNS_COOKIE" },
	{ ~0ULL, 0x48, "SO_BUF_LOCK" },
	{ ~0ULL, 0x49, "SO_RESERVE_MEM" },
	{ ~0ULL, 0x4a, "SO_TXREHASH" },
	{ ~0ULL, 0x4b, "SO_RCVMARK" },
	{ ~0ULL, 0x4c, "SO_PASSPIDFD" },
	{ ~0ULL, 0x4d, "SO_PEERPIDFD" },
	{ ~0ULL, 0x4e, "SO_DEVMEM_LINEAR" },
	{ ~0ULL, 0x4f, "SO_DEVMEM_DMABUF" },
	{ ~0ULL, 0x50, "SO_DEVMEM_DONTNEED" },
	{ ~0ULL, 0x52, "SO_RCVPRIORITY" },
	{ ~0ULL, 0x53, "SO_PASSRIGHTS" },
	{ ~0ULL, 0x54, "SO_INQ" },
};
const struct eu_flagset eu_flags_sockopt_socket = {
	"sockopt_socket", NULL, flags_sockopt_socket,
	81, true, false,
};

static const struct eu_flag flags_sockopt_tcp[] = {
	{ ~0ULL, 0x1, "TCP_NODELAY" },
	{ ~0ULL, 0x2, "TCP_MAXSEG" },
	{ ~0ULL, 0x3, "TCP_CORK" },
	{ ~0ULL, 0x4, "TCP_KEEPIDLE" },
	{ ~0ULL, 0x5, "TCP_KEEPINTVL" },
	{ ~0ULL, 0x6, "TCP_KEEPCNT" },
	{ ~0ULL, 0x7, "TCP_SYNCNT" },
	{ ~0ULL, 0x8, "TCP_LINGER2" },
	{ ~0ULL, 0x9, "TCP_DEFER_ACCEPT" },
	{ ~0ULL, 0xa, "TCP_WINDOW_CLAMP" },
	{ ~0ULL, 0xb, "TCP_INFO" },
	{ ~0ULL, 0xc, "TCP_QUICKACK" },
	{ ~0ULL, 0xd, "TCP_CONGESTION" },
	{ ~0ULL, 0xe, "TCP_MD5SIG" },
	{ ~0ULL, 0x10, "TCP_THIN_LINEAR_TIMEOUTS" },
	{ ~0ULL, 0x11, "TCP_THIN_DUPACK" },
	{ ~0ULL, 0x12, "TCP_USER_TIMEOUT" },
	{ ~0ULL, 0x13, "TCP_REPAIR" },
	{ ~0ULL, 0x14, "TCP_REPAIR_QUEUE" },
	{ ~0ULL, 0x15, "TCP_QUEUE_SEQ" },
	{ ~0ULL, 0x16, "TCP_REPAIR_OPTIONS" },
	{ ~0ULL, 0x17, "TCP_FASTOPEN" },
	{ ~0ULL, 0x18, "TCP_TIMESTAMP" },
	{ ~0ULL, 0x19, "TCP_NOTSENT_LOWAT" },
	{ ~0ULL, 0x1a, "TCP_CC_INFO" },
	{ ~0ULL, 0x1b, "TCP_SAVE_SYN" },
	{ ~0ULL, 0x1c, "TCP_SAVED_SYN" },
	{ ~0ULL, 0x1d, "TCP_REPAIR_WINDOW" },
	{ ~0ULL, 0x1e, "TCP_FASTOPEN_CONNECT" },
	{ ~0ULL, 0x1f, "TCP_ULP" },
	{ ~0ULL, 0x20, "TCP_MD5SIG_EXT" },
	{ ~0ULL, 0x21, "TCP_FASTOPEN_KEY" },
	{ ~0ULL, 0x22, "TCP_FASTOPEN_NO_COOKIE" },
	{ ~0ULL, 0x23, "TCP_ZEROCOPY_RECEIVE" },
	{ ~0ULL, 0x24, "TCP_INQ" },
	{ ~0ULL, 0x25, "TCP_TX_DELAY" },
	{ ~0ULL, 0x26, "TCP_AO_ADD_KEY" },
	{ ~0ULL, 0x27, "TCP_AO_DEL_KEY" },
	{ ~0ULL, 0x28, "TCP_AO_INFO" },
	{ ~0ULL, 0x29, "TCP_AO_GET_KEYS" },
	{ ~0ULL, 0x2a, "TCP_AO_REPAIR" },
	{ ~0ULL, 0x2b, "TCP_IS_MPTCP" },
	{ ~0ULL, 0x2c, "TCP_RTO_MAX_MS" },
	{ ~0ULL, 0x2d, "TCP_RTO_MIN_US" },
	{ ~0ULL, 0x2e, "TCP_DELACK_MAX_US" },
};
const struct eu_flagset eu_flags_sockopt_tcp = {
	"sockopt_tcp", NULL, flags_sockopt_tcp,
	45, true, false,
};

static const struct eu_flag flags_sockopt_udp[] = {
	{ ~0ULL, 0x1, "UDP_CORK" },
	{ ~0ULL, 0x64, "UDP_ENCAP" },
	{ ~0ULL, 0x65, "UDP_NO_CHECK6_TX" },
	{ ~0ULL, 0x66, "UDP_NO_CHECK6_RX" },
	{ ~0ULL, 0x67, "UDP_SEGMENT" },
	{ ~0ULL, 0x68, "UDP_GRO" },
};
const struct eu_flagset eu_flags_sockopt_udp = {
	"sockopt_udp", NULL, flags_sockopt_udp,
	6, true, false,
};

static const struct eu_flag flags_sockopt_vsock[] = {
	{ ~0ULL, 0x0, "SO_VM_SOCKETS_BUFFER_SIZE" },
	{ ~0ULL, 0x1, "SO_VM_SOCKETS_BUFFER_MIN_SIZE" },
	{ ~0ULL, 0x2, "SO_VM_SOCKETS_BUFFER_MAX_SIZE" },
	{ ~0ULL, 0x3, "SO_VM_SOCKETS_PEER_HOST_VM_ID" },
	{ ~0ULL, 0x5, "SO_VM_SOCKETS_TRUSTED" },
	{ ~0ULL, 0x6, "SO_VM_SOCKETS_CONNECT_TIMEOUT_OLD" },
	{ ~0ULL, 0x7, "SO_VM_SOCKETS_NONBLOCK_TXRX" },
	{ ~0ULL, 0x8, "SO_VM_SOCKETS_CONNECT_TIMEOUT_NEW" },
};
const struct eu_flagset eu_flags_sockopt_vsock = {
	"sockopt_vsock", NULL, flags_sockopt_vsock,
	8, true, false,
};

static const struct eu_flag flags_splice[] = {
	{ 0x1, 0x1, "SPLICE_F_MOVE" },
	{ 0x2, 0x2, "SPLICE_F_NONBLOCK" },
	{ 0x4, 0x4, "SPLICE_F_MORE" },
	{ 0x8, 0x8, "SPLICE_F_GIFT" },
};
const struct eu_flagset eu_flags_splice = {
	"splice", NULL, flags_splice,
	4, false, false,
};

static const struct eu_flag flags_statfs[] = {
	{ 0x1, 0x1, "ST_RDONLY" },
	{ 0x2, 0x2, "ST_NOSUID" },
	{ 0x4, 0x4, "ST_NODEV" },
	{ 0x8, 0x8, "ST_NOEXEC" },
	{ 0x10, 0x10, "ST_SYNCHRONOUS" },
	{ 0x20, 0x20, "ST_VALID" },
	{ 0x40, 0x40, "ST_MANDLOCK" },
	{ 0x400, 0x400, "ST_NOATIME" },
	{ 0x800, 0x800, "ST_NODIRATIME" },
	{ 0x1000, 0x1000, "ST_RELATIME" },
	{ 0x2000, 0x2000, "ST_NOSYMFOLLOW" },
};
const struct eu_flagset eu_flags_statfs = {
	"statfs", NULL, flags_statfs,
	11, false, false,
};

static const struct eu_flag flags_statx[] = {
	{ 0x7ff, 0x7ff, "STATX_BASIC_STATS" },
	{ 0x1, 0x1, "STATX_TYPE" },
	{ 0x2, 0x2, "STATX_MODE" },
	{ 0x4, 0x4, "STATX_NLINK" },
	{ 0x8, 0x8, "STATX_UID" },
	{ 0x10, 0x10, "STATX_GID" },
	{ 0x20, 0x20, "STATX_ATIME" },
	{ 0x40, 0x40, "STATX_MTIME" },
	{ 0x80, 0x80, "STATX_CTIME" },
	{ 0x100, 0x100, "STATX_INO" },
	{ 0x200, 0x200, "STATX_SIZE" },
	{ 0x400, 0x400, "STATX_BLOCKS" },
	{ 0x800, 0x800, "STATX_BTIME" },
	{ 0x1000, 0x1000, "STATX_MNT_ID" },
	{ 0x2000, 0x2000, "STATX_DIOALIGN" },
	{ 0x4000, 0x4000, "STATX_MNT_ID_UNIQUE" },
	{ 0x8000, 0x8000, "STATX_SUBVOL" },
	{ 0x10000, 0x10000, "STATX_WRITE_ATOMIC" },
	{ 0x20000, 0x20000, "STATX_DIO_READ_ALIGN" },
};
const struct eu_flagset eu_flags_statx = {
	"statx", NULL, flags_statx,
	19, false, false,
};

static const struct eu_flag flags_statx_attributes[] = {
	{ 0x4, 0x4, "STATX_ATTR_COMPRESSED" },
	{ 0x10, 0x10, "STATX_ATTR_IMMUTABLE" },
	{ 0x20, 0x20, "STATX_ATTR_APPEND" },
	{ 0x40, 0x40, "STATX_ATTR_NODUMP" },
	{ 0x800, 0x800, "STATX_ATTR_ENCRYPTED" },
	{ 0x1000, 0x1000, "STATX_ATTR_AUTOMOUNT" },
	{ 0x2000, 0x2000, "STATX_ATTR_MOUNT_ROOT" },
	{ 0x100000, 0x100000, "STATX_ATTR_VERITY" },
	{ 0x200000, 0x200000, "STATX_ATTR_DAX" },
	{ 0x400000, 0x400000, "STATX_ATTR_WRITE_ATOMIC" },
};
const struct eu_flagset eu_flags_statx_attributes = {
	"statx_attributes", NULL, flags_statx_attributes,
	10, false, false,
};

static const struct eu_flag flags_swapon[] = {
	{ 0x8000, 0x8000, "SWAP_FLAG_PREFER" },
	{ 0x10000, 0x10000, "SWAP_FLAG_DISCARD" },
	{ 0x20000, 0x20000, "SWAP_FLAG_DISCARD_ONCE" },
	{ 0x40000, 0x40000, "SWAP_FLAG_DISCARD_PAGES" },
};
const struct eu_flagset eu_flags_swapon = {
	"swapon", NULL, flags_swapon,
	4, false, false,
};

static const struct eu_flag flags_sync_file_range[] = {
	{ 0x1, 0x1, "SYNC_FILE_RANGE_WAIT_BEFORE" },
	{ 0x2, 0x2, "SYNC_FILE_RANGE_WRITE" },
	{ 0x4, 0x4, "SYNC_FILE_RANGE_WAIT_AFTER" },
};
const struct eu_flagset eu_flags_sync_file_range = {
	"sync_file_range", NULL, flags_sync_file_range,
	3, false, false,
};

static const struct eu_flag flags_syslog[] = {
	{ ~0ULL, 0x0, "SYSLOG_ACTION_CLOSE" },
	{ ~0ULL, 0x1, "SYSLOG_ACTION_OPEN" },
	{ ~0ULL, 0x2, "SYSLOG_ACTION_READ" },
	{ ~0ULL, 0x3, "SYSLOG_ACTION_READ_ALL" },
	{ ~0ULL, 0x4, "SYSLOG_ACTION_READ_CLEAR" },
	{ ~0ULL, 0x5, "SYSLOG_ACTION_CLEAR" },
	{ ~0ULL, 0x6, "SYSLOG_ACTION_CONSOLE_OFF" },
	{ ~0ULL, 0x7, "SYSLOG_ACTION_CONSOLE_ON" },
	{ ~0ULL, 0x8, "SYSLOG_ACTION_CONSOLE_LEVEL" },
	{ ~0ULL, 0x9, "SYSLOG_ACTION_SIZE_UNREAD" },
	{ ~0ULL, 0xa, "SYSLOG_ACTION_SIZE_BUFFER" },
};
const struct eu_flagset eu_flags_syslog = {
	"syslog", NULL, flags_syslog,
	11, true, false,
};

static const struct eu_flag flags_tcp_ca_state[] = {
	{ ~0ULL, 0x0, "TCP_CA_Open" },
	{ ~0ULL, 0x1, "TCP_CA_Disorder" },
	{ ~0ULL, 0x2, "TCP_CA_CWR" },
	{ ~0ULL, 0x3, "TCP_CA_Recovery" },
	{ ~0ULL, 0x4, "TCP_CA_Loss" },
};
const struct eu_flagset eu_flags_tcp_ca_state = {
	"tcp_ca_state", NULL, flags_tcp_ca_state,
	5, true, false,
};

static const struct eu_flag flags_tcp_state[] = {
	{ ~0ULL, 0x1, "TCP_ESTABLISHED" },
	{ ~0ULL, 0x2, "TCP_SYN_SENT" },
	{ ~0ULL, 0x3, "TCP_SYN_RECV" },
	{ ~0ULL, 0x4, "TCP_FIN_WAIT1" },
	{ ~0ULL, 0x5, "TCP_FIN_WAIT2" },
	{ ~0ULL, 0x6, "TCP_TIME_WAIT" },
	{ ~0ULL, 0x7, "TCP_CLOSE" },
	{ ~0ULL, 0x8, "TCP_CLOSE_WAIT" },
	{ ~0ULL, 0x9, "TCP_LAST_ACK" },
	{ ~0ULL, 0xa, "TCP_LISTEN" },
	{ ~0ULL, 0xb, "TCP_CLOSING" },
	{ ~0ULL, 0xc, "TCP_NEW_SYN_RECV" },
};
const struct eu_flagset eu_flags_tcp_state = {
	"tcp_state", NULL, flags_tcp_state,
	12, true, false,
};

static const struct eu_flag flags_termios_cflag[] = {
	{ 0x100f, 0x0, "B0" },
	{ 0x100f, 0x1, "B50" },
	{ 0x100f, 0x2, "B75" },
	{ 0x100f, 0x3, "B110" },
	{ 0x100f, 0x4, "B134" },
	{ 0x100f, 0x5, "B150" },
	{ 0x100f, 0x6, "B200" },
	{ 0x100f, 0x7, "B300" },
	{ 0x100f, 0x8, "B600" },
	{ 0x100f, 0x9, "B1200" },
	{ 0x100f, 0xa, "B1800" },
	{ 0x100f, 0xb, "B2400" },
	{ 0x100f, 0xc, "B4800" },
	{ 0x100f, 0xd, "B9600" },
	{ 0x100f, 0xe, "B19200" },
	{ 0x100f, 0xf, "B38400" },
	{ 0x100f, 0x1000, "BOTHER" },
	{ 0x100f, 0x1001, "B57600" },
	{ 0x100f, 0x1002, "B115200" },
	{ 0x100f, 0x1003, "B230400" },
	{ 0x100f, 0x1004, "B460800" },
	{ 0x100f, 0x1005, "B500000" },
	{ 0x100f, 0x1006, "B576000" },
	{ 0x100f, 0x1007, "B921600" },
	{ 0x100f, 0x1008, "B1000000" },
	{ 0x100f, 0x1009, "B1152000" },
	{ 0x100f, 0x100a, "B1500000" },
	{ 0x100f, 0x100b, "B2000000" },
	{ 0x100f, 0x100c, "B2500000" },
	{ 0x100f, 0x100d, "B3000000" },
	{ 0x100f, 0x100e, "B3500000" },
	{ 0x100f, 0x100f, "B4000000" },
	{ 0x30, 0x0, "CS5" },
	{ 0x30, 0x10, "CS6" },
	{ 0x30, 0x20, "CS7" },
	{ 0x30, 0x30, "CS8" },
	{ 0x40, 0x40, "CSTOPB" },
	{ 0x80, 0x80, "CREAD" },
	{ 0x100, 0x100, "PARENB" },
	{ 0x200, 0x200, "PARODD" },
	{ 0x400, 0x400, "HUPCL" },
	{ 0x800, 0x800, "CLOCAL" },
	{ 0x20000000, 0x20000000, "ADDRB" },
	{ 0x40000000, 0x40000000, "CMSPAR" },
	{ 0x80000000, 0x80000000, "CRTSCTS" },
};
const struct eu_flagset eu_flags_termios_cflag = {
	"termios_cflag", NULL, flags_termios_cflag,
	45, false, false,
};

static const struct eu_flag flags_termios_iflag[] = {
	{ 0x1, 0x1, "IGNBRK" },
	{ 0x2, 0x2, "BRKINT" },
	{ 0x4, 0x4, "IGNPAR" },
	{ 0x8, 0x8, "PARMRK" },
	{ 0x10, 0x10, "INPCK" },
	{ 0x20, 0x20, "ISTRIP" },
	{ 0x40, 0x40, "INLCR" },
	{ 0x80, 0x80, "IGNCR" },
	{ 0x100, 0x100, "ICRNL" },
	{ 0x200, 0x200, "IUCLC" },
	{ 0x400, 0x400, "IXON" },
	{ 0x800, 0x800, "IXANY" },
	{ 0x1000, 0x1000, "IXOFF" },
	{ 0x2000, 0x2000, "IMAXBEL" },
	{ 0x4000, 0x4000, "IUTF8" },
};
const struct eu_flagset eu_flags_termios_iflag = {
	"termios_iflag", NULL, flags_termios_iflag,
	15, false, false,
};

static const struct eu_flag flags_termios_lflag[] = {
	{ 0x1, 0x1, "ISIG" },
	{ 0x2, 0x2, "ICANON" },
	{ 0x4, 0x4, "XCASE" },
	{ 0x8, 0x8, "ECHO" },
	{ 0x10, 0x10, "ECHOE" },
	{ 0x20, 0x20, "ECHOK" },
	{ 0x40, 0x40, "ECHONL" },
	{ 0x80, 0x80, "NOFLSH" },
	{ 0x100, 0x100, "TOSTOP" },
	{ 0x200, 0x200, "ECHOCTL" },
	{ 0x400, 0x400, "ECHOPRT" },
	{ 0x800, 0x800, "ECHOKE" },
	{ 0x1000, 0x1000, "FLUSHO" },
	{ 0x4000, 0x4000, "PENDIN" },
	{ 0x8000, 0x8000, "IEXTEN" },
	{ 0x10000, 0x10000, "EXTPROC" },
};
const struct eu_flagset eu_flags_termios_lflag = {
	"termios_lflag", NULL, flags_termios_lflag,
	16, false, false,
};

static const struct eu_flag flags_termios_oflag[] = {
	{ 0x1, 0x1, "OPOST" },
	{ 0x2, 0x2, "OLCUC" },
	{ 0x4, 0x4, "ONLCR" },
	{ 0x8, 0x8, "OCRNL" },
	{ 0x10, 0x10, "ONOCR" },
	{ 0x20, 0x20, "ONLRET" },
	{ 0x40, 0x40, "OFILL" },
	{ 0x80, 0x80, "OFDEL" },
	{ 0x100, 0x100, "NL1" },
	{ 0x2000, 0x2000, "BS1" },
	{ 0x4000, 0x4000, "VT1" },
	{ 0x8000, 0x8000, "FF1" },
	{ 0x600, 0x200, "CR1" },
	{ 0x600, 0x400, "CR2" },
	{ 0x600, 0x600, "CR3" },
	{ 0x1800, 0x800, "TAB1" },
	{ 0x1800, 0x1000, "TAB2" },
	{ 0x1800, 0x1800, "TAB3" },
};
const struct eu_flagset eu_flags_termios_oflag = {
	"termios_oflag", NULL, flags_termios_oflag,
	18, false, false,
};

static const struct eu_flag flags_timer_abstime[] = {
	{ 0x1, 0x1, "TIMER_ABSTIME" },
};
const struct eu_flagset eu_flags_timer_abstime = {
	"timer_abstime", NULL, flags_timer_abstime,
	1, false, false,
};

static const struct eu_flag flags_timerfd_create[] = {
	{ 0x80000, 0x80000, "TFD_CLOEXEC" },
	{ 0x800, 0x800, "TFD_NONBLOCK" },
};
const struct eu_flagset eu_flags_timerfd_create = {
	"timerfd_create", NULL, flags_timerfd_create,
	2, false, false,
};

static const struct eu_flag flags_timerfd_settime[] = {
	{ 0x1, 0x1, "TFD_TIMER_ABSTIME" },
	{ 0x2, 0x2, "TFD_TIMER_CANCEL_ON_SET" },
};
const struct eu_flagset eu_flags_timerfd_settime = {
	"timerfd_settime", NULL, flags_timerfd_settime,
	2, false, false,
};

static const struct eu_flag flags_tun[] = {
	{ 0x1, 0x1, "IFF_TUN" },
	{ 0x2, 0x2, "IFF_TAP" },
	{ 0x10, 0x10, "IFF_NAPI" },
	{ 0x20, 0x20, "IFF_NAPI_FRAGS" },
	{ 0x40, 0x40, "IFF_NO_CARRIER" },
	{ 0x1000, 0x1000, "IFF_NO_PI" },
	{ 0x2000, 0x2000, "IFF_ONE_QUEUE" },
	{ 0x4000, 0x4000, "IFF_VNET_HDR" },
	{ 0x8000, 0x8000, "IFF_TUN_EXCL" },
	{ 0x100, 0x100, "IFF_MULTI_QUEUE" },
	{ 0x200, 0x200, "IFF_ATTACH_QUEUE" },
	{ 0x400, 0x400, "IFF_DETACH_QUEUE" },
	{ 0x800, 0x800, "IFF_PERSIST" },
};
const struct eu_flagset eu_flags_tun = {
	"tun", NULL, flags_tun,
	13, false, false,
};

static const struct eu_flag flags_udp_encap[] = {
	{ ~0ULL, 0x1, "UDP_ENCAP_ESPINUDP_NON_IKE" },
	{ ~0ULL, 0x2, "UDP_ENCAP_ESPINUDP" },
	{ ~0ULL, 0x3, "UDP_ENCAP_L2TPINUDP" },
	{ ~0ULL, 0x4, "UDP_ENCAP_GTP0" },
	{ ~0ULL, 0x5, "UDP_ENCAP_GTP1U" },
	{ ~0ULL, 0x6, "UDP_ENCAP_RXRPC" },
	{ ~0ULL, 0x8, "UDP_ENCAP_OVPNINUDP" },
};
const struct eu_flagset eu_flags_udp_encap = {
	"udp_encap", NULL, flags_udp_encap,
	7, true, false,
};

static const struct eu_flag flags_umount[] = {
	{ 0x1, 0x1, "MNT_FORCE" },
	{ 0x2, 0x2, "MNT_DETACH" },
	{ 0x4, 0x4, "MNT_EXPIRE" },
	{ 0x8, 0x8, "UMOUNT_NOFOLLOW" },
};
const struct eu_flagset eu_flags_umount = {
	"umount", NULL, flags_umount,
	4, false, false,
};

static const struct eu_flag flags_unshare[] = {
	{ 0x80, 0x80, "CLONE_NEWTIME" },
	{ 0x100, 0x100, "CLONE_VM" },
	{ 0x200, 0x200, "CLONE_FS" },
	{ 0x400, 0x400, "CLONE_FILES" },
	{ 0x800, 0x800, "CLONE_SIGHAND" },
	{ 0x10000, 0x10000, "CLONE_THREAD" },
	{ 0x20000, 0x20000, "CLONE_NEWNS" },
	{ 0x40000, 0x40000, "CLONE_SYSVSEM" },
	{ 0x2000000, 0x2000000, "CLONE_NEWCGROUP" },
	{ 0x4000000, 0x4000000, "CLONE_NEWUTS" },
	{ 0x8000000, 0x8000000, "CLONE_NEWIPC" },
	{ 0x10000000, 0x10000000, "CLONE_NEWUSER" },
	{ 0x20000000, 0x20000000, "CLONE_NEWPID" },
	{ 0x40000000, 0x40000000, "CLONE_NEWNET" },
	{ 0x80000000, 0x80000000, "CLONE_IO" },
};
const struct eu_flagset eu_flags_unshare = {
	"unshare", NULL, flags_unshare,
	15, false, false,
};

static const struct eu_flag flags_userfaultfd[] = {
	{ 0x800, 0x800, "O_NONBLOCK" },
	{ 0x80000, 0x80000, "O_CLOEXEC" },
	{ 0x1, 0x1, "UFFD_USER_MODE_ONLY" },
};
const struct eu_flagset eu_flags_userfaultfd = {
	"userfaultfd", NULL, flags_userfaultfd,
	3, false, false,
};

static const struct eu_flag flags_vsock_cid[] = {
	{ ~0ULL, 0xffffffff, "VMADDR_CID_ANY" },
	{ ~0ULL, 0x0, "VMADDR_CID_HYPERVISOR" },
	{ ~0ULL, 0x1, "VMADDR_CID_LOCAL" },
	{ ~0ULL, 0x2, "VMADDR_CID_HOST" },
};
const struct eu_flagset eu_flags_vsock_cid = {
	"vsock_cid", NULL, flags_vsock_cid,
	4, true, false,
};

static const struct eu_flag flags_vsock_flags[] = {
	{ 0x1, 0x1, "VMADDR_FLAG_TO_HOST" },
};
const struct eu_flagset eu_flags_vsock_flags = {
	"vsock_flags", NULL, flags_vsock_flags,
	1, false, false,
};

static const struct eu_flag flags_wait[] = {
	{ 0x1, 0x1, "WNOHANG" },
	{ 0x2, 0x2, "WUNTRACED" },
	{ 0x4, 0x4, "WEXITED" },
	{ 0x8, 0x8, "WCONTINUED" },
	{ 0x1000000, 0x1000000, "WNOWAIT" },
	{ 0x20000000, 0x20000000, "__WNOTHREAD" },
	{ 0x40000000, 0x40000000, "__WALL" },
	{ 0x80000000, 0x80000000, "__WCLONE" },
};
const struct eu_flagset eu_flags_wait = {
	"wait", NULL, flags_wait,
	8, false, false,
};

static const struct eu_flag flags_waitid[] = {
	{ ~0ULL, 0x0, "P_ALL" },
	{ ~0ULL, 0x1, "P_PID" },
	{ ~0ULL, 0x2, "P_PGID" },
	{ ~0ULL, 0x3, "P_PIDFD" },
};
const struct eu_flagset eu_flags_waitid = {
	"waitid", NULL, flags_waitid,
	4, true, false,
};

static const struct eu_flag flags_xattr[] = {
	{ 0x1, 0x1, "XATTR_CREATE" },
	{ 0x2, 0x2, "XATTR_REPLACE" },
};
const struct eu_flagset eu_flags_xattr = {
	"xattr", NULL, flags_xattr,
	2, false, false,
};

const struct eu_flagset *const eu_flagsets_x86[] = {
	&eu_flags_accept,
	&eu_flags_access,
	&eu_flags_arch_prctl,
	&eu_flags_arphrd,
	&eu_flags_at,
	&eu_flags_at_access,
	&eu_flags_at_exec,
	&eu_flags_at_handle,
	&eu_flags_at_unlink,
	&eu_flags_bpf_cmd,
	&eu_flags_bpf_map_type,
	&eu_flags_bpf_prog_type,
	&eu_flags_cap_ambient,
	&eu_flags_cap_version,
	&eu_flags_capability,
	&eu_flags_capability_set,
	&eu_flags_capability_set_high,
	&eu_flags_clock,
	&eu_flags_clone,
	&eu_flags_clone3,
	&eu_flags_close_range,
	&eu_flags_control_socket,
	&eu_flags_control_tls,
	&eu_flags_delete_module,
	&eu_flags_dnotify,
	&eu_flags_dup3,
	&eu_flags_epoll_create,
	&eu_flags_epoll_events,
	&eu_flags_epoll_op,
	&eu_flags_errno,
	&eu_flags_ethertype,
	&eu_flags_eventfd,
	&eu_flags_f_owner_type,
	&eu_flags_fadvise,
	&eu_flags_fallocate,
	&eu_flags_fanotify_init,
	&eu_flags_fanotify_mark,
	&eu_flags_fanotify_mask,
	&eu_flags_fcntl_cmd,
	&eu_flags_fd_flags,
	&eu_flags_fiemap,
	&eu_flags_file_mode,
	&eu_flags_finit_module,
	&eu_flags_flock,
	&eu_flags_fs_magic,
	&eu_flags_fsconfig,
	&eu_flags_fsmount,
	&eu_flags_fsopen,
	&eu_flags_fspick,
	&eu_flags_futex2,
	&eu_flags_futex_op,
	&eu_flags_getrandom,
	&eu_flags_icmp_filter,
	&eu_flags_inode_flags,
	&eu_flags_inode_xflags,
	&eu_flags_inotify,
	&eu_flags_inotify_init,
	&eu_flags_interface,
	&eu_flags_io_uring_enter,
	&eu_flags_io_uring_register,
	&eu_flags_io_uring_setup,
	&eu_flags_ioctl,
	&eu_flags_ioprio_who,
	&eu_flags_ipc,
	&eu_flags_ipc_call,
	&eu_flags_ipc_cmd,
	&eu_flags_ipc_key,
	&eu_flags_itimer,
	&eu_flags_kcmp,
	&eu_flags_kexec,
	&eu_flags_kexec_file,
	&eu_flags_key_move,
	&eu_flags_key_perm,
	&eu_flags_key_serial,
	&eu_flags_keyctl,
	&eu_flags_landlock_access_fs,
	&eu_flags_landlock_access_net,
	&eu_flags_landlock_create,
	&eu_flags_landlock_rule,
	&eu_flags_lock_type,
	&eu_flags_lsm_attr,
	&eu_flags_madvise,
	&eu_flags_membarrier,
	&eu_flags_membarrier_flags,
	&eu_flags_memfd,
	&eu_flags_mempolicy,
	&eu_flags_mempolicy_get,
	&eu_flags_mempolicy_move,
	&eu_flags_mlock,
	&eu_flags_mlockall,
	&eu_flags_mmap_flags,
	&eu_flags_mmap_prot,
	&eu_flags_mount,
	&eu_flags_mount_attr,
	&eu_flags_mount_propagation,
	&eu_flags_move_mount,
	&eu_flags_mq,
	&eu_flags_mremap,
	&eu_flags_msg,
	&eu_flags_msgctl_cmd,
	&eu_flags_msgctl_cmd_64,
	&eu_flags_msgrcv,
	&eu_flags_msync,
	&eu_flags_mtu_discover,
	&eu_flags_mtu_discover6,
	&eu_flags_namespace,
	&eu_flags_netlink_protocol,
	&eu_flags_open,
	&eu_flags_open_tree,
	&eu_flags_openat2_resolve,
	&eu_flags_packet_fanout,
	&eu_flags_packet_mreq,
	&eu_flags_packet_protocol,
	&eu_flags_packet_type,
	&eu_flags_packet_version,
	&eu_flags_perf_event_open,
	&eu_flags_perf_type,
	&eu_flags_personality,
	&eu_flags_pidfd_open,
	&eu_flags_pidfd_signal,
	&eu_flags_pipe,
	&eu_flags_pkey,
	&eu_flags_poll_events,
	&eu_flags_prctl,
	&eu_flags_prctl_dispatch,
	&eu_flags_prctl_mce,
	&eu_flags_prctl_mce_kill,
	&eu_flags_prctl_mdwe,
	&eu_flags_prctl_mm,
	&eu_flags_prctl_sched_core,
	&eu_flags_prctl_sched_scope,
	&eu_flags_prctl_speculation,
	&eu_flags_prctl_speculation_control,
	&eu_flags_prctl_tsc,
	&eu_flags_prctl_vma,
	&eu_flags_priority,
	&eu_flags_ptrace,
	&eu_flags_ptrace_options,
	&eu_flags_reboot,
	&eu_flags_rename,
	&eu_flags_reqkey,
	&eu_flags_rlimit,
	&eu_flags_rseq,
	&eu_flags_rusage,
	&eu_flags_rw_hint,
	&eu_flags_rwf,
	&eu_flags_sched_attr,
	&eu_flags_sched_policy,
	&eu_flags_sched_policy_flags,
	&eu_flags_seals,
	&eu_flags_seccomp,
	&eu_flags_seccomp_flags,
	&eu_flags_seccomp_mode,
	&eu_flags_secretmem,
	&eu_flags_securebits,
	&eu_flags_seek,
	&eu_flags_sembuf,
	&eu_flags_semctl_cmd,
	&eu_flags_semctl_cmd_64,
	&eu_flags_shadow_stack,
	&eu_flags_shmat,
	&eu_flags_shmctl_cmd,
	&eu_flags_shmctl_cmd_64,
	&eu_flags_shmget,
	&eu_flags_shutdown,
	&eu_flags_sigaction,
	&eu_flags_sigaltstack,
	&eu_flags_sigchld_code,
	&eu_flags_sigev_notify,
	&eu_flags_sighandler,
	&eu_flags_signal,
	&eu_flags_signalfd,
	&eu_flags_sigprocmask,
	&eu_flags_socket_family,
	&eu_flags_socket_level,
	&eu_flags_socket_protocol,
	&eu_flags_socket_type,
	&eu_flags_socketcall,
	&eu_flags_sockopt_alg,
	&eu_flags_sockopt_icmpv6,
	&eu_flags_sockopt_ip,
	&eu_flags_sockopt_ipv6,
	&eu_flags_sockopt_netlink,
	&eu_flags_sockopt_packet,
	&eu_flags_sockopt_raw,
	&eu_flags_sockopt_socket,
	&eu_flags_sockopt_tcp,
	&eu_flags_sockopt_udp,
	&eu_flags_sockopt_vsock,
	&eu_flags_splice,
	&eu_flags_statfs,
	&eu_flags_statx,
	&eu_flags_statx_attributes,
	&eu_flags_swapon,
	&eu_flags_sync_file_range,
	&eu_flags_syslog,
	&eu_flags_tcp_ca_state,
	&eu_flags_tcp_state,
	&eu_flags_termios_cflag,
	&eu_flags_termios_iflag,
	&eu_flags_termios_lflag,
	&eu_flags_termios_oflag,
	&eu_flags_timer_abstime,
	&eu_flags_timerfd_create,
	&eu_flags_timerfd_settime,
	&eu_flags_tun,
	&eu_flags_udp_encap,
	&eu_flags_umount,
	&eu_flags_unshare,
	&eu_flags_userfaultfd,
	&eu_flags_vsock_cid,
	&eu_flags_vsock_flags,
	&eu_flags_wait,
	&eu_flags_waitid,
	&eu_flags_xattr,
};
const size_t eu_n_flagsets_x86 = 215;

const struct eu_flagset *const eu_flagsets_arm64[] = {
	&eu_flags_accept,
	&eu_flags_access,
	&eu_flags_arch_prctl,
	&eu_flags_arphrd,
	&eu_flags_at,
	&eu_flags_at_access,
	&eu_flags_at_exec,
	&eu_flags_at_handle,
	&eu_flags_at_unlink,
	&eu_flags_bpf_cmd,
	&eu_flags_bpf_map_type,
	&eu_flags_bpf_prog_type,
	&eu_flags_cap_ambient,
	&eu_flags_cap_version,
	&eu_flags_capability,
	&eu_flags_capability_set,
	&eu_flags_capability_set_high,
	&eu_flags_clock,
	&eu_flags_clone,
	&eu_flags_clone3,
	&eu_flags_close_range,
	&eu_flags_control_socket,
	&eu_flags_control_tls,
	&eu_flags_delete_module,
	&eu_flags_dnotify,
	&eu_flags_dup3,
	&eu_flags_epoll_create,
	&eu_flags_epoll_events,
	&eu_flags_epoll_op,
	&eu_flags_errno,
	&eu_flags_ethertype,
	&eu_flags_eventfd,
	&eu_flags_f_owner_type,
	&eu_flags_fadvise,
	&eu_flags_fallocate,
	&eu_flags_fanotify_init,
	&eu_flags_fanotify_mark,
	&eu_flags_fanotify_mask,
	&eu_flags_fcntl_cmd,
	&eu_flags_fd_flags,
	&eu_flags_fiemap,
	&eu_flags_file_mode,
	&eu_flags_finit_module,
	&eu_flags_flock,
	&eu_flags_fs_magic,
	&eu_flags_fsconfig,
	&eu_flags_fsmount,
	&eu_flags_fsopen,
	&eu_flags_fspick,
	&eu_flags_futex2,
	&eu_flags_futex_op,
	&eu_flags_getrandom,
	&eu_flags_icmp_filter,
	&eu_flags_inode_flags,
	&eu_flags_inode_xflags,
	&eu_flags_inotify,
	&eu_flags_inotify_init,
	&eu_flags_interface,
	&eu_flags_io_uring_enter,
	&eu_flags_io_uring_register,
	&eu_flags_io_uring_setup,
	&eu_flags_ioctl,
	&eu_flags_ioprio_who,
	&eu_flags_ipc,
	&eu_flags_ipc_call,
	&eu_flags_ipc_cmd,
	&eu_flags_ipc_key,
	&eu_flags_itimer,
	&eu_flags_kcmp,
	&eu_flags_kexec,
	&eu_flags_kexec_file,
	&eu_flags_key_move,
	&eu_flags_key_perm,
	&eu_flags_key_serial,
	&eu_flags_keyctl,
	&eu_flags_landlock_access_fs,
	&eu_flags_landlock_access_net,
	&eu_flags_landlock_create,
	&eu_flags_landlock_rule,
	&eu_flags_lock_type,
	&eu_flags_lsm_attr,
	&eu_flags_madvise,
	&eu_flags_membarrier,
	&eu_flags_membarrier_flags,
	&eu_flags_memfd,
	&eu_flags_mempolicy,
	&eu_flags_mempolicy_get,
	&eu_flags_mempolicy_move,
	&eu_flags_mlock,
	&eu_flags_mlockall,
	&eu_flags_mmap_flags_arm64,
	&eu_flags_mmap_prot_arm64,
	&eu_flags_mount,
	&eu_flags_mount_attr,
	&eu_flags_mount_propagation,
	&eu_flags_move_mount,
	&eu_flags_mq,
	&eu_flags_mremap,
	&eu_flags_msg,
	&eu_flags_msgctl_cmd,
	&eu_flags_msgctl_cmd_64,
	&eu_flags_msgrcv,
	&eu_flags_msync,
	&eu_flags_mtu_discover,
	&eu_flags_mtu_discover6,
	&eu_flags_namespace,
	&eu_flags_netlink_protocol,
	&eu_flags_open_arm64,
	&eu_flags_open_tree,
	&eu_flags_openat2_resolve,
	&eu_flags_packet_fanout,
	&eu_flags_packet_mreq,
	&eu_flags_packet_protocol,
	&eu_flags_packet_type,
	&eu_flags_packet_version,
	&eu_flags_perf_event_open,
	&eu_flags_perf_type,
	&eu_flags_personality,
	&eu_flags_pidfd_open,
	&eu_flags_pidfd_signal,
	&eu_flags_pipe_arm64,
	&eu_flags_pkey_arm64,
	&eu_flags_poll_events,
	&eu_flags_prctl,
	&eu_flags_prctl_dispatch,
	&eu_flags_prctl_mce,
	&eu_flags_prctl_mce_kill,
	&eu_flags_prctl_mdwe,
	&eu_flags_prctl_mm,
	&eu_flags_prctl_sched_core,
	&eu_flags_prctl_sched_scope,
	&eu_flags_prctl_speculation,
	&eu_flags_prctl_speculation_control,
	&eu_flags_prctl_tsc,
	&eu_flags_prctl_vma,
	&eu_flags_priority,
	&eu_flags_ptrace_arm64,
	&eu_flags_ptrace_options,
	&eu_flags_reboot,
	&eu_flags_rename,
	&eu_flags_reqkey,
	&eu_flags_rlimit,
	&eu_flags_rseq,
	&eu_flags_rusage,
	&eu_flags_rw_hint,
	&eu_flags_rwf,
	&eu_flags_sched_attr,
	&eu_flags_sched_policy,
	&eu_flags_sched_policy_flags,
	&eu_flags_seals,
	&eu_flags_seccomp,
	&eu_flags_seccomp_flags,
	&eu_flags_seccomp_mode,
	&eu_flags_secretmem,
	&eu_flags_securebits,
	&eu_flags_seek,
	&eu_flags_sembuf,
	&eu_flags_semctl_cmd,
	&eu_flags_semctl_cmd_64,
	&eu_flags_shadow_stack,
	&eu_flags_shmat,
	&eu_flags_shmctl_cmd,
	&eu_flags_shmctl_cmd_64,
	&eu_flags_shmget,
	&eu_flags_shutdown,
	&eu_flags_sigaction,
	&eu_flags_sigaltstack,
	&eu_flags_sigchld_code,
	&eu_flags_sigev_notify,
	&eu_flags_sighandler,
	&eu_flags_signal,
	&eu_flags_signalfd,
	&eu_flags_sigprocmask,
	&eu_flags_socket_family,
	&eu_flags_socket_level,
	&eu_flags_socket_protocol,
	&eu_flags_socket_type,
	&eu_flags_socketcall,
	&eu_flags_sockopt_alg,
	&eu_flags_sockopt_icmpv6,
	&eu_flags_sockopt_ip,
	&eu_flags_sockopt_ipv6,
	&eu_flags_sockopt_netlink,
	&eu_flags_sockopt_packet,
	&eu_flags_sockopt_raw,
	&eu_flags_sockopt_socket,
	&eu_flags_sockopt_tcp,
	&eu_flags_sockopt_udp,
	&eu_flags_sockopt_vsock,
	&eu_flags_splice,
	&eu_flags_statfs,
	&eu_flags_statx,
	&eu_flags_statx_attributes,
	&eu_flags_swapon,
	&eu_flags_sync_file_range,
	&eu_flags_syslog,
	&eu_flags_tcp_ca_state,
	&eu_flags_tcp_state,
	&eu_flags_termios_cflag,
	&eu_flags_termios_iflag,
	&eu_flags_termios_lflag,
	&eu_flags_termios_oflag,
	&eu_flags_timer_abstime,
	&eu_flags_timerfd_create,
	&eu_flags_timerfd_settime,
	&eu_flags_tun,
	&eu_flags_udp_encap,
	&eu_flags_umount,
	&eu_flags_unshare,
	&eu_flags_userfaultfd,
	&eu_flags_vsock_cid,
	&eu_flags_vsock_flags,
	&eu_flags_wait,
	&eu_flags_waitid,
	&eu_flags_xattr,
};
const size_t eu_n_flagsets_arm64 = 215;
