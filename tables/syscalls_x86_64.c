/* SPDX-License-Identifier: Apache-2.0 */
/* Made by tables/generate; do not edit. */
/* x86_64, Linux 7.2.13 */
#include "flags.h"

static const struct eu_struct_field fields_timespec[] = {
	{ "tv_sec", EU_ARG_NUM, 0, 8, true, NULL, NULL },
	{ "tv_nsec", EU_ARG_NUM, 8, 8, true, NULL, NULL },
};
static const struct eu_struct struct_timespec = {
	"timespec", 16, 2, fields_timespec,
};

static const struct eu_struct_field fields_itimerspec[] = {
	{ "it_interval", EU_ARG_STRUCT_IN, 0, 16, false, NULL, &struct_timespec },
	{ "it_value", EU_ARG_STRUCT_IN, 16, 16, false, NULL, &struct_timespec },
};
static const struct eu_struct struct_itimerspec = {
	"itimerspec", 32, 2, fields_itimerspec,
};

static const struct eu_struct_field fields_timeval[] = {
	{ "tv_sec", EU_ARG_NUM, 0, 8, true, NULL, NULL },
	{ "tv_usec", EU_ARG_NUM, 8, 8, true, NULL, NULL },
};
static const struct eu_struct struct_timeval = {
	"timeval", 16, 2, fields_timeval,
};

static const struct eu_struct_field fields_itimerval[] = {
	{ "it_interval", EU_ARG_STRUCT_IN, 0, 16, false, NULL, &struct_timeval },
	{ "it_value", EU_ARG_STRUCT_IN, 16, 16, false, NULL, &struct_timeval },
};
static const struct eu_struct struct_itimerval = {
	"itimerval", 32, 2, fields_itimerval,
};

static const struct eu_struct_field fields_timezone[] = {
	{ "tz_minuteswest", EU_ARG_NUM, 0, 4, true, NULL, NULL },
	{ "tz_dsttime", EU_ARG_NUM, 4, 4, true, NULL, NULL },
};
static const struct eu_struct struct_timezone = {
	"timezone", 8, 2, fields_timezone,
};

static const struct eu_struct_field fields_utimbuf[] = {
	{ "actime", EU_ARG_NUM, 0, 8, true, NULL, NULL },
	{ "modtime", EU_ARG_NUM, 8, 8, true, NULL, NULL },
};
static const struct eu_struct struct_utimbuf = {
	"utimbuf", 16, 2, fields_utimbuf,
};

static const struct eu_struct_field fields_tms[] = {
	{ "tms_utime", EU_ARG_NUM, 0, 8, true, NULL, NULL },
	{ "tms_stime", EU_ARG_NUM, 8, 8, true, NULL, NULL },
	{ "tms_cutime", EU_ARG_NUM, 16, 8, true, NULL, NULL },
	{ "tms_cstime", EU_ARG_NUM, 24, 8, true, NULL, NULL },
};
static const struct eu_struct struct_tms = {
	"tms", 32, 4, fields_tms,
};

static const struct eu_struct_field fields_sigaction[] = {
	{ "sa_handler", EU_ARG_PTR, 0, 8, false, &eu_flags_sighandler, NULL },
	{ "sa_flags", EU_ARG_FLAGS, 8, 8, false, &eu_flags_sigaction, NULL },
	{ "sa_restorer", EU_ARG_PTR, 16, 8, false, NULL, NULL },
	{ "sa_mask", EU_ARG_SIGSET, 24, 8, false, NULL, NULL },
};
static const struct eu_struct struct_sigaction = {
	"sigaction", 32, 4, fields_sigaction,
};

static const struct eu_struct_field fields_sigaltstack[] = {
	{ "ss_sp", EU_ARG_PTR, 0, 8, false, NULL, NULL },
	{ "ss_flags", EU_ARG_FLAGS, 8, 4, true, &eu_flags_sigaltstack, NULL },
	{ "ss_size", EU_ARG_SIZE, 16, 8, false, NULL, NULL },
};
static const struct eu_struct struct_sigaltstack = {
	"sigaltstack", 24, 3, fields_sigaltstack,
};

static const struct eu_struct_field fields_siginfo[] = {
	{ "si_signo", EU_ARG_SIGNAL, 0, 4, false, NULL, NULL },
	{ "si_errno", EU_ARG_NUM, 4, 4, true, NULL, NULL },
	{ "si_code", EU_ARG_NUM, 8, 4, true, NULL, NULL },
};
static const struct eu_struct struct_siginfo = {
	"siginfo", 12, 3, fields_siginfo,
};

static const struct eu_struct_field fields_siginfo_child[] = {
	{ "si_signo", EU_ARG_SIGNAL, 0, 4, false, NULL, NULL },
	{ "si_errno", EU_ARG_NUM, 4, 4, true, NULL, NULL },
	{ "si_code", EU_ARG_ENUM, 8, 4, true, &eu_flags_sigchld_code, NULL },
	{ "si_pid", EU_ARG_PID, 16, 4, true, NULL, NULL },
	{ "si_uid", EU_ARG_UID, 20, 4, false, NULL, NULL },
	{ "si_status", EU_ARG_NUM, 24, 4, true, NULL, NULL },
};
static const struct eu_struct struct_siginfo_child = {
	"siginfo_child", 128, 6, fields_siginfo_child,
};

static const struct eu_struct_field fields_sigevent[] = {
	{ "sigev_value", EU_ARG_HEX, 0, 8, false, NULL, NULL },
	{ "sigev_signo", EU_ARG_SIGNAL, 8, 4, false, NULL, NULL },
	{ "sigev_notify", EU_ARG_NUM, 12, 4, true, NULL, NULL },
};
static const struct eu_struct struct_sigevent = {
	"sigevent", 16, 3, fields_sigevent,
};

static const struct eu_struct_field fields_rlimit[] = {
	{ "rlim_cur", EU_ARG_SIZE, 0, 8, false, NULL, NULL },
	{ "rlim_max", EU_ARG_SIZE, 8, 8, false, NULL, NULL },
};
static const struct eu_struct struct_rlimit = {
	"rlimit", 16, 2, fields_rlimit,
};

static const struct eu_struct_field fields_rlimit64[] = {
	{ "rlim_cur", EU_ARG_SIZE, 0, 8, false, NULL, NULL },
	{ "rlim_max", EU_ARG_SIZE, 8, 8, false, NULL, NULL },
};
static const struct eu_struct struct_rlimit64 = {
	"rlimit64", 16, 2, fields_rlimit64,
};

static const struct eu_struct_field fields_rusage[] = {
	{ "ru_utime", EU_ARG_STRUCT_IN, 0, 16, false, NULL, &struct_timeval },
	{ "ru_stime", EU_ARG_STRUCT_IN, 16, 16, false, NULL, &struct_timeval },
	{ "ru_maxrss", EU_ARG_NUM, 32, 8, true, NULL, NULL },
	{ "ru_minflt", EU_ARG_NUM, 64, 8, true, NULL, NULL },
	{ "ru_majflt", EU_ARG_NUM, 72, 8, true, NULL, NULL },
	{ "ru_inblock", EU_ARG_NUM, 88, 8, true, NULL, NULL },
	{ "ru_oublock", EU_ARG_NUM, 96, 8, true, NULL, NULL },
	{ "ru_nvcsw", EU_ARG_NUM, 128, 8, true, NULL, NULL },
	{ "ru_nivcsw", EU_ARG_NUM, 136, 8, true, NULL, NULL },
};
static const struct eu_struct struct_rusage = {
	"rusage", 144, 9, fields_rusage,
};

static const struct eu_struct_field fields_clone_args[] = {
	{ "flags", EU_ARG_FLAGS, 0, 8, false, &eu_flags_clone3, NULL },
	{ "pidfd", EU_ARG_PTR, 8, 8, false, NULL, NULL },
	{ "child_tid", EU_ARG_PTR, 16, 8, false, NULL, NULL },
	{ "parent_tid", EU_ARG_PTR, 24, 8, false, NULL, NULL },
	{ "exit_signal", EU_ARG_SIGNAL, 32, 8, false, NULL, NULL },
	{ "stack", EU_ARG_PTR, 40, 8, false, NULL, NULL },
	{ "stack_size", EU_ARG_SIZE, 48, 8, false, NULL, NULL },
	{ "tls", EU_ARG_PTR, 56, 8, false, NULL, NULL },
	{ "set_tid", EU_ARG_PTR, 64, 8, false, NULL, NULL },
	{ "set_tid_size", EU_ARG_SIZE, 72, 8, false, NULL, NULL },
	{ "cgroup", EU_ARG_FD, 80, 8, false, NULL, NULL },
};
static const struct eu_struct struct_clone_args = {
	"clone_args", 88, 11, fields_clone_args,
};

static const struct eu_struct_field fields_sched_param[] = {
	{ "sched_priority", EU_ARG_NUM, 0, 4, true, NULL, NULL },
};
static const struct eu_struct struct_sched_param = {
	"sched_param", 4, 1, fields_sched_param,
};

static const struct eu_struct_field fields_sched_attr[] = {
	{ "size", EU_ARG_NUM, 0, 4, false, NULL, NULL },
	{ "sched_policy", EU_ARG_ENUM, 4, 4, false, &eu_flags_sched_policy, NULL },
	{ "sched_flags", EU_ARG_FLAGS, 8, 8, false, &eu_flags_sched_attr, NULL },
	{ "sched_nice", EU_ARG_NUM, 16, 4, true, NULL, NULL },
	{ "sched_priority", EU_ARG_NUM, 20, 4, false, NULL, NULL },
	{ "sched_runtime", EU_ARG_NUM, 24, 8, false, NULL, NULL },
	{ "sched_deadline", EU_ARG_NUM, 32, 8, false, NULL, NULL },
	{ "sched_period", EU_ARG_NUM, 40, 8, false, NULL, NULL },
	{ "sched_util_min", EU_ARG_NUM, 48, 4, false, NULL, NULL },
	{ "sched_util_max", EU_ARG_NUM, 52, 4, false, NULL, NULL },
};
static const struct eu_struct struct_sched_attr = {
	"sched_attr", 56, 10, fields_sched_attr,
};

static const struct eu_struct_field fields_cap_header[] = {
	{ "version", EU_ARG_ENUM, 0, 4, false, &eu_flags_cap_version, NULL },
	{ "pid", EU_ARG_PID, 4, 4, true, NULL, NULL },
};
static const struct eu_struct struct_cap_header = {
	"cap_header", 8, 2, fields_cap_header,
};

static const struct eu_struct_field fields_cap_data[] = {
	{ "effective", EU_ARG_FLAGS, 0, 4, false, &eu_flags_capability_set, NULL },
	{ "permitted", EU_ARG_FLAGS, 4, 4, false, &eu_flags_capability_set, NULL },
	{ "inheritable", EU_ARG_FLAGS, 8, 4, false, &eu_flags_capability_set, NULL },
	{ "effective_high", EU_ARG_HEX, 12, 4, false, NULL, NULL },
	{ "permitted_high", EU_ARG_HEX, 16, 4, false, NULL, NULL },
	{ "inheritable_high", EU_ARG_HEX, 20, 4, false, NULL, NULL },
};
static const struct eu_struct struct_cap_data = {
	"cap_data", 24, 6, fields_cap_data,
};

static const struct eu_struct_field fields_robust_list_head[] = {
	{ "next", EU_ARG_PTR, 0, 8, false, NULL, NULL },
	{ "futex_offset", EU_ARG_NUM, 8, 8, true, NULL, NULL },
	{ "list_op_pending", EU_ARG_PTR, 16, 8, false, NULL, NULL },
};
static const struct eu_struct struct_robust_list_head = {
	"robust_list_head", 24, 3, fields_robust_list_head,
};

static const struct eu_struct_field fields_sock_fprog[] = {
	{ "len", EU_ARG_SIZE, 0, 2, false, NULL, NULL },
	{ "filter", EU_ARG_PTR, 8, 8, false, NULL, NULL },
};
static const struct eu_struct struct_sock_fprog = {
	"sock_fprog", 16, 2, fields_sock_fprog,
};

static const struct eu_struct_field fields_open_how[] = {
	{ "flags", EU_ARG_FLAGS, 0, 8, false, &eu_flags_open, NULL },
	{ "mode", EU_ARG_MODE, 8, 8, false, NULL, NULL },
	{ "resolve", EU_ARG_FLAGS, 16, 8, false, &eu_flags_openat2_resolve, NULL },
};
static const struct eu_struct struct_open_how = {
	"open_how", 24, 3, fields_open_how,
};

static const struct eu_struct_field fields_stat[] = {
	{ "st_dev", EU_ARG_DEV, 0, 8, false, NULL, NULL },
	{ "st_ino", EU_ARG_NUM, 8, 8, false, NULL, NULL },
	{ "st_mode", EU_ARG_MODE, 24, 4, false, NULL, NULL },
	{ "st_nlink", EU_ARG_NUM, 16, 8, false, NULL, NULL },
	{ "st_uid", EU_ARG_UID, 28, 4, false, NULL, NULL },
	{ "st_gid", EU_ARG_GID, 32, 4, false, NULL, NULL },
	{ "st_rdev", EU_ARG_DEV, 40, 8, false, NULL, NULL },
	{ "st_size", EU_ARG_SIZE, 48, 8, false, NULL, NULL },
	{ "st_blksize", EU_ARG_NUM, 56, 8, true, NULL, NULL },
	{ "st_blocks", EU_ARG_NUM, 64, 8, true, NULL, NULL },
};
static const struct eu_struct struct_stat = {
	"stat", 144, 10, fields_stat,
};

static const struct eu_struct_field fields_statx[] = {
	{ "stx_mask", EU_ARG_FLAGS, 0, 4, false, &eu_flags_statx, NULL },
	{ "stx_blksize", EU_ARG_NUM, 4, 4, false, NULL, NULL },
	{ "stx_attributes", EU_ARG_HEX, 8, 8, false, NULL, NULL },
	{ "stx_nlink", EU_ARG_NUM, 16, 4, false, NULL, NULL },
	{ "stx_uid", EU_ARG_UID, 20, 4, false, NULL, NULL },
	{ "stx_gid", EU_ARG_GID, 24, 4, false, NULL, NULL },
	{ "stx_mode", EU_ARG_MODE, 28, 2, false, NULL, NULL },
	{ "stx_ino", EU_ARG_NUM, 32, 8, false, NULL, NULL },
	{ "stx_size", EU_ARG_SIZE, 40, 8, false, NULL, NULL },
	{ "stx_blocks", EU_ARG_NUM, 48, 8, false, NULL, NULL },
	{ "stx_dev_major", EU_ARG_NUM, 136, 4, false, NULL, NULL },
	{ "stx_dev_minor", EU_ARG_NUM, 140, 4, false, NULL, NULL },
};
static const struct eu_struct struct_statx = {
	"statx", 256, 12, fields_statx,
};

static const struct eu_struct_field fields_statfs[] = {
	{ "f_type", EU_ARG_HEX, 0, 8, false, NULL, NULL },
	{ "f_bsize", EU_ARG_NUM, 8, 8, true, NULL, NULL },
	{ "f_blocks", EU_ARG_NUM, 16, 8, true, NULL, NULL },
	{ "f_bfree", EU_ARG_NUM, 24, 8, true, NULL, NULL },
	{ "f_bavail", EU_ARG_NUM, 32, 8, true, NULL, NULL },
	{ "f_files", EU_ARG_NUM, 40, 8, true, NULL, NULL },
	{ "f_ffree", EU_ARG_NUM, 48, 8, true, NULL, NULL },
	{ "f_namelen", EU_ARG_NUM, 64, 8, true, NULL, NULL },
	{ "f_flags", EU_ARG_HEX, 80, 8, false, NULL, NULL },
};
static const struct eu_struct struct_statfs = {
	"statfs", 120, 9, fields_statfs,
};

static const struct eu_struct_field fields_file_attr[] = {
	{ "fa_xflags", EU_ARG_HEX, 0, 8, false, NULL, NULL },
	{ "fa_extsize", EU_ARG_NUM, 8, 4, false, NULL, NULL },
	{ "fa_nextents", EU_ARG_NUM, 12, 4, false, NULL, NULL },
	{ "fa_projid", EU_ARG_NUM, 16, 4, false, NULL, NULL },
	{ "fa_cowextsize", EU_ARG_NUM, 20, 4, false, NULL, NULL },
};
static const struct eu_struct struct_file_attr = {
	"file_attr", 24, 5, fields_file_attr,
};

static const struct eu_struct_field fields_xattr_args[] = {
	{ "value", EU_ARG_PTR, 0, 8, false, NULL, NULL },
	{ "size", EU_ARG_SIZE, 8, 4, false, NULL, NULL },
	{ "flags", EU_ARG_FLAGS, 12, 4, false, &eu_flags_xattr, NULL },
};
static const struct eu_struct struct_xattr_args = {
	"xattr_args", 16, 3, fields_xattr_args,
};

static const struct eu_struct_field fields_flock[] = {
	{ "l_type", EU_ARG_ENUM, 0, 2, true, &eu_flags_lock_type, NULL },
	{ "l_whence", EU_ARG_ENUM, 2, 2, true, &eu_flags_seek, NULL },
	{ "l_start", EU_ARG_NUM, 8, 8, true, NULL, NULL },
	{ "l_len", EU_ARG_NUM, 16, 8, true, NULL, NULL },
	{ "l_pid", EU_ARG_PID, 24, 4, true, NULL, NULL },
};
static const struct eu_struct struct_flock = {
	"flock", 32, 5, fields_flock,
};

static const struct eu_struct_field fields_large_flock[] = {
	{ "l_type", EU_ARG_ENUM, 0, 2, true, &eu_flags_lock_type, NULL },
	{ "l_whence", EU_ARG_ENUM, 2, 2, true, &eu_flags_seek, NULL },
	{ "l_start", EU_ARG_NUM, 8, 8, true, NULL, NULL },
	{ "l_len", EU_ARG_NUM, 16, 8, true, NULL, NULL },
	{ "l_pid", EU_ARG_PID, 24, 4, true, NULL, NULL },
};
static const struct eu_struct struct_large_flock = {
	"large_flock", 32, 5, fields_large_flock,
};

static const struct eu_struct_field fields_f_owner_ex[] = {
	{ "type", EU_ARG_ENUM, 0, 4, true, &eu_flags_f_owner_type, NULL },
	{ "pid", EU_ARG_PID, 4, 4, true, NULL, NULL },
};
static const struct eu_struct struct_f_owner_ex = {
	"f_owner_ex", 8, 2, fields_f_owner_ex,
};

static const struct eu_struct_field fields_cachestat_range[] = {
	{ "off", EU_ARG_OFFSET, 0, 8, false, NULL, NULL },
	{ "len", EU_ARG_SIZE, 8, 8, false, NULL, NULL },
};
static const struct eu_struct struct_cachestat_range = {
	"cachestat_range", 16, 2, fields_cachestat_range,
};

static const struct eu_struct_field fields_cachestat[] = {
	{ "nr_cache", EU_ARG_NUM, 0, 8, false, NULL, NULL },
	{ "nr_dirty", EU_ARG_NUM, 8, 8, false, NULL, NULL },
	{ "nr_writeback", EU_ARG_NUM, 16, 8, false, NULL, NULL },
	{ "nr_evicted", EU_ARG_NUM, 24, 8, false, NULL, NULL },
	{ "nr_recently_evicted", EU_ARG_NUM, 32, 8, false, NULL, NULL },
};
static const struct eu_struct struct_cachestat = {
	"cachestat", 40, 5, fields_cachestat,
};

static const struct eu_struct_field fields_mount_attr[] = {
	{ "attr_set", EU_ARG_FLAGS, 0, 8, false, &eu_flags_mount_attr, NULL },
	{ "attr_clr", EU_ARG_FLAGS, 8, 8, false, &eu_flags_mount_attr, NULL },
	{ "propagation", EU_ARG_FLAGS, 16, 8, false, &eu_flags_mount_propagation, NULL },
	{ "userns_fd", EU_ARG_FD, 24, 8, false, NULL, NULL },
};
static const struct eu_struct struct_mount_attr = {
	"mount_attr", 32, 4, fields_mount_attr,
};

static const struct eu_struct_field fields_mnt_id_req[] = {
	{ "size", EU_ARG_NUM, 0, 4, false, NULL, NULL },
	{ "mnt_id", EU_ARG_NUM, 8, 8, false, NULL, NULL },
	{ "param", EU_ARG_HEX, 16, 8, false, NULL, NULL },
	{ "mnt_ns_id", EU_ARG_NUM, 24, 8, false, NULL, NULL },
};
static const struct eu_struct struct_mnt_id_req = {
	"mnt_id_req", 32, 4, fields_mnt_id_req,
};

static const struct eu_struct_field fields_iovec[] = {
	{ "iov_base", EU_ARG_PTR, 0, 8, false, NULL, NULL },
	{ "iov_len", EU_ARG_SIZE, 8, 8, false, NULL, NULL },
};
static const struct eu_struct struct_iovec = {
	"iovec", 16, 2, fields_iovec,
};

static const struct eu_struct_field fields_user_msghdr[] = {
	{ "msg_name", EU_ARG_PTR, 0, 8, false, NULL, NULL },
	{ "msg_namelen", EU_ARG_SIZE, 8, 4, false, NULL, NULL },
	{ "msg_iov", EU_ARG_PTR, 16, 8, false, NULL, NULL },
	{ "msg_iovlen", EU_ARG_SIZE, 24, 8, false, NULL, NULL },
	{ "msg_control", EU_ARG_PTR, 32, 8, false, NULL, NULL },
	{ "msg_controllen", EU_ARG_SIZE, 40, 8, false, NULL, NULL },
	{ "msg_flags", EU_ARG_FLAGS, 48, 4, false, &eu_flags_msg, NULL },
};
static const struct eu_struct struct_user_msghdr = {
	"user_msghdr", 56, 7, fields_user_msghdr,
};

static const struct eu_struct_field fields_mmsghdr[] = {
	{ "msg_hdr", EU_ARG_STRUCT_IN, 0, 56, false, NULL, &struct_user_msghdr },
	{ "msg_len", EU_ARG_SIZE, 56, 4, false, NULL, NULL },
};
static const struct eu_struct struct_mmsghdr = {
	"mmsghdr", 64, 2, fields_mmsghdr,
};

static const struct eu_struct_field fields_linger[] = {
	{ "l_onoff", EU_ARG_NUM, 0, 4, true, NULL, NULL },
	{ "l_linger", EU_ARG_NUM, 4, 4, true, NULL, NULL },
};
static const struct eu_struct struct_linger = {
	"linger", 8, 2, fields_linger,
};

static const struct eu_struct_field fields_socket_timeval[] = {
	{ "tv_sec", EU_ARG_NUM, 0, 8, true, NULL, NULL },
	{ "tv_usec", EU_ARG_NUM, 8, 8, true, NULL, NULL },
};
static const struct eu_struct struct_socket_timeval = {
	"socket_timeval", 16, 2, fields_socket_timeval,
};

static const struct eu_struct_field fields_sock_timeval[] = {
	{ "tv_sec", EU_ARG_NUM, 0, 8, true, NULL, NULL },
	{ "tv_usec", EU_ARG_NUM, 8, 8, true, NULL, NULL },
};
static const struct eu_struct struct_sock_timeval = {
	"sock_timeval", 16, 2, fields_sock_timeval,
};

static const struct eu_struct_field fields_ucred[] = {
	{ "pid", EU_ARG_PID, 0, 4, false, NULL, NULL },
	{ "uid", EU_ARG_UID, 4, 4, false, NULL, NULL },
	{ "gid", EU_ARG_GID, 8, 4, false, NULL, NULL },
};
static const struct eu_struct struct_ucred = {
	"ucred", 12, 3, fields_ucred,
};

static const struct eu_struct_field fields_pollfd[] = {
	{ "fd", EU_ARG_FD, 0, 4, true, NULL, NULL },
	{ "events", EU_ARG_FLAGS, 4, 2, true, &eu_flags_poll_events, NULL },
	{ "revents", EU_ARG_FLAGS, 6, 2, true, &eu_flags_poll_events, NULL },
};
static const struct eu_struct struct_pollfd = {
	"pollfd", 8, 3, fields_pollfd,
};

static const struct eu_struct_field fields_epoll_event[] = {
	{ "events", EU_ARG_FLAGS, 0, 4, false, &eu_flags_epoll_events, NULL },
	{ "data", EU_ARG_HEX, 4, 8, false, NULL, NULL },
};
static const struct eu_struct struct_epoll_event = {
	"epoll_event", 12, 2, fields_epoll_event,
};

static const struct eu_struct_field fields_sembuf[] = {
	{ "sem_num", EU_ARG_NUM, 0, 2, false, NULL, NULL },
	{ "sem_op", EU_ARG_NUM, 2, 2, true, NULL, NULL },
	{ "sem_flg", EU_ARG_FLAGS, 4, 2, true, &eu_flags_sembuf, NULL },
};
static const struct eu_struct struct_sembuf = {
	"sembuf", 6, 3, fields_sembuf,
};

static const struct eu_struct_field fields_mq_attr[] = {
	{ "mq_flags", EU_ARG_FLAGS, 0, 8, true, &eu_flags_open, NULL },
	{ "mq_maxmsg", EU_ARG_NUM, 8, 8, true, NULL, NULL },
	{ "mq_msgsize", EU_ARG_NUM, 16, 8, true, NULL, NULL },
	{ "mq_curmsgs", EU_ARG_NUM, 24, 8, true, NULL, NULL },
};
static const struct eu_struct struct_mq_attr = {
	"mq_attr", 64, 4, fields_mq_attr,
};

static const struct eu_struct_field fields_futex_waitv[] = {
	{ "val", EU_ARG_NUM, 0, 8, false, NULL, NULL },
	{ "uaddr", EU_ARG_PTR, 8, 8, false, NULL, NULL },
	{ "flags", EU_ARG_FLAGS, 16, 4, false, &eu_flags_futex2, NULL },
};
static const struct eu_struct struct_futex_waitv = {
	"futex_waitv", 24, 3, fields_futex_waitv,
};

static const struct eu_struct_field fields_io_uring_params[] = {
	{ "sq_entries", EU_ARG_NUM, 0, 4, false, NULL, NULL },
	{ "cq_entries", EU_ARG_NUM, 4, 4, false, NULL, NULL },
	{ "flags", EU_ARG_FLAGS, 8, 4, false, &eu_flags_io_uring_setup, NULL },
	{ "sq_thread_cpu", EU_ARG_NUM, 12, 4, false, NULL, NULL },
	{ "sq_thread_idle", EU_ARG_NUM, 16, 4, false, NULL, NULL },
	{ "features", EU_ARG_HEX, 20, 4, false, NULL, NULL },
	{ "wq_fd", EU_ARG_FD, 24, 4, false, NULL, NULL },
};
static const struct eu_struct struct_io_uring_params = {
	"io_uring_params", 120, 7, fields_io_uring_params,
};

static const struct eu_struct_field fields_landlock_ruleset_attr[] = {
	{ "handled_access_fs", EU_ARG_FLAGS, 0, 8, false, &eu_flags_landlock_access_fs, NULL },
	{ "handled_access_net", EU_ARG_FLAGS, 8, 8, false, &eu_flags_landlock_access_net, NULL },
	{ "scoped", EU_ARG_HEX, 16, 8, false, NULL, NULL },
};
static const struct eu_struct struct_landlock_ruleset_attr = {
	"landlock_ruleset_attr", 48, 3, fields_landlock_ruleset_attr,
};

static const struct eu_struct_field fields_perf_event_attr[] = {
	{ "type", EU_ARG_ENUM, 0, 4, false, &eu_flags_perf_type, NULL },
	{ "size", EU_ARG_SIZE, 4, 4, false, NULL, NULL },
	{ "config", EU_ARG_HEX, 8, 8, false, NULL, NULL },
	{ "sample_period", EU_ARG_NUM, 16, 8, false, NULL, NULL },
	{ "sample_type", EU_ARG_HEX, 24, 8, false, NULL, NULL },
};
static const struct eu_struct struct_perf_event_attr = {
	"perf_event_attr", 144, 5, fields_perf_event_attr,
};

static const struct eu_struct_field fields_new_utsname[] = {
	{ "sysname", EU_ARG_STR, 0, 65, false, NULL, NULL },
	{ "nodename", EU_ARG_STR, 65, 65, false, NULL, NULL },
	{ "release", EU_ARG_STR, 130, 65, false, NULL, NULL },
	{ "version", EU_ARG_STR, 195, 65, false, NULL, NULL },
	{ "machine", EU_ARG_STR, 260, 65, false, NULL, NULL },
	{ "domainname", EU_ARG_STR, 325, 65, false, NULL, NULL },
};
static const struct eu_struct struct_new_utsname = {
	"new_utsname", 390, 6, fields_new_utsname,
};

static const struct eu_struct_field fields_sysinfo[] = {
	{ "uptime", EU_ARG_NUM, 0, 8, true, NULL, NULL },
	{ "totalram", EU_ARG_NUM, 32, 8, false, NULL, NULL },
	{ "freeram", EU_ARG_NUM, 40, 8, false, NULL, NULL },
	{ "sharedram", EU_ARG_NUM, 48, 8, false, NULL, NULL },
	{ "bufferram", EU_ARG_NUM, 56, 8, false, NULL, NULL },
	{ "totalswap", EU_ARG_NUM, 64, 8, false, NULL, NULL },
	{ "freeswap", EU_ARG_NUM, 72, 8, false, NULL, NULL },
	{ "procs", EU_ARG_NUM, 80, 2, false, NULL, NULL },
};
static const struct eu_struct struct_sysinfo = {
	"sysinfo", 112, 8, fields_sysinfo,
};

static const struct eu_struct_field fields_landlock_path_beneath_attr[] = {
	{ "allowed_access", EU_ARG_FLAGS, 0, 8, false, &eu_flags_landlock_access_fs, NULL },
	{ "parent_fd", EU_ARG_FD, 8, 4, true, NULL, NULL },
};
static const struct eu_struct struct_landlock_path_beneath_attr = {
	"landlock_path_beneath_attr", 12, 2, fields_landlock_path_beneath_attr,
};

static const struct eu_struct_field fields_landlock_net_port_attr[] = {
	{ "allowed_access", EU_ARG_FLAGS, 0, 8, false, &eu_flags_landlock_access_net, NULL },
	{ "port", EU_ARG_NUM, 8, 8, false, NULL, NULL },
};
static const struct eu_struct struct_landlock_net_port_attr = {
	"landlock_net_port_attr", 16, 2, fields_landlock_net_port_attr,
};

static const struct eu_struct_field fields_winsize[] = {
	{ "ws_row", EU_ARG_NUM, 0, 2, false, NULL, NULL },
	{ "ws_col", EU_ARG_NUM, 2, 2, false, NULL, NULL },
};
static const struct eu_struct struct_winsize = {
	"winsize", 8, 2, fields_winsize,
};

static const struct eu_struct_field fields_ifreq[] = {
	{ "ifr_name", EU_ARG_STR, 0, 16, false, NULL, NULL },
};
static const struct eu_struct struct_ifreq = {
	"ifreq", 16, 1, fields_ifreq,
};

static const struct eu_struct_field fields_bpf_map_create[] = {
	{ "map_type", EU_ARG_ENUM, 0, 4, false, &eu_flags_bpf_map_type, NULL },
	{ "key_size", EU_ARG_NUM, 4, 4, false, NULL, NULL },
	{ "value_size", EU_ARG_NUM, 8, 4, false, NULL, NULL },
	{ "max_entries", EU_ARG_NUM, 12, 4, false, NULL, NULL },
	{ "map_flags", EU_ARG_HEX, 16, 4, false, NULL, NULL },
	{ "map_name", EU_ARG_STR, 28, 16, false, NULL, NULL },
};
static const struct eu_struct struct_bpf_map_create = {
	"bpf_map_create", 168, 6, fields_bpf_map_create,
};

static const struct eu_struct_field fields_bpf_map_elem[] = {
	{ "map_fd", EU_ARG_FD, 0, 4, false, NULL, NULL },
	{ "key", EU_ARG_PTR, 8, 8, false, NULL, NULL },
	{ "value", EU_ARG_PTR, 16, 8, false, NULL, NULL },
	{ "flags", EU_ARG_HEX, 24, 8, false, NULL, NULL },
};
static const struct eu_struct struct_bpf_map_elem = {
	"bpf_map_elem", 168, 4, fields_bpf_map_elem,
};

static const struct eu_struct_field fields_bpf_prog_load[] = {
	{ "prog_type", EU_ARG_ENUM, 0, 4, false, &eu_flags_bpf_prog_type, NULL },
	{ "insn_cnt", EU_ARG_NUM, 4, 4, false, NULL, NULL },
	{ "license", EU_ARG_PTR, 16, 8, false, NULL, NULL },
	{ "prog_flags", EU_ARG_HEX, 44, 4, false, NULL, NULL },
	{ "prog_name", EU_ARG_STR, 48, 16, false, NULL, NULL },
	{ "expected_attach_type", EU_ARG_NUM, 68, 4, false, NULL, NULL },
	{ "attach_btf_id", EU_ARG_NUM, 108, 4, false, NULL, NULL },
};
static const struct eu_struct struct_bpf_prog_load = {
	"bpf_prog_load", 168, 7, fields_bpf_prog_load,
};

static const struct eu_struct_field fields_bpf_obj[] = {
	{ "pathname", EU_ARG_PTR, 0, 8, false, NULL, NULL },
	{ "bpf_fd", EU_ARG_FD, 8, 4, false, NULL, NULL },
	{ "file_flags", EU_ARG_HEX, 12, 4, false, NULL, NULL },
};
static const struct eu_struct struct_bpf_obj = {
	"bpf_obj", 168, 3, fields_bpf_obj,
};

static const struct eu_struct_field fields_bpf_prog_attach[] = {
	{ "target_fd", EU_ARG_FD, 0, 4, false, NULL, NULL },
	{ "attach_bpf_fd", EU_ARG_FD, 4, 4, false, NULL, NULL },
	{ "attach_type", EU_ARG_NUM, 8, 4, false, NULL, NULL },
	{ "attach_flags", EU_ARG_HEX, 12, 4, false, NULL, NULL },
};
static const struct eu_struct struct_bpf_prog_attach = {
	"bpf_prog_attach", 168, 4, fields_bpf_prog_attach,
};

static const struct eu_struct_field fields_bpf_id[] = {
	{ "start_id", EU_ARG_NUM, 0, 4, false, NULL, NULL },
	{ "next_id", EU_ARG_NUM, 4, 4, false, NULL, NULL },
	{ "open_flags", EU_ARG_HEX, 8, 4, false, NULL, NULL },
};
static const struct eu_struct struct_bpf_id = {
	"bpf_id", 168, 3, fields_bpf_id,
};

static const struct eu_struct_field fields_bpf_raw_tracepoint[] = {
	{ "name", EU_ARG_PTR, 0, 8, false, NULL, NULL },
	{ "prog_fd", EU_ARG_FD, 8, 4, false, NULL, NULL },
};
static const struct eu_struct struct_bpf_raw_tracepoint = {
	"bpf_raw_tracepoint", 168, 2, fields_bpf_raw_tracepoint,
};

static const struct eu_struct_field fields_bpf_link_create[] = {
	{ "prog_fd", EU_ARG_FD, 0, 4, false, NULL, NULL },
	{ "target_fd", EU_ARG_FD, 4, 4, false, NULL, NULL },
	{ "attach_type", EU_ARG_NUM, 8, 4, false, NULL, NULL },
	{ "flags", EU_ARG_HEX, 12, 4, false, NULL, NULL },
};
static const struct eu_struct struct_bpf_link_create = {
	"bpf_link_create", 168, 4, fields_bpf_link_create,
};

static const struct eu_struct_field fields_bpf_btf_load[] = {
	{ "btf", EU_ARG_PTR, 0, 8, false, NULL, NULL },
	{ "btf_size", EU_ARG_SIZE, 16, 4, false, NULL, NULL },
};
static const struct eu_struct struct_bpf_btf_load = {
	"bpf_btf_load", 168, 2, fields_bpf_btf_load,
};

static const struct eu_syscall calls[] = {
	{ 0, "read", 0x6, 3, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "buf", "char *", EU_ARG_BUF_OUT, 3, 8, false, 0, NULL, NULL },
	    { "count", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 1, "write", 0x6, 3, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "buf", "const char *", EU_ARG_BUF_IN, 3, 8, false, 0, NULL, NULL },
	    { "count", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 2, "open", 0x3, 3, 0, 0, { 0 }, {
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_open, NULL },
	    { "mode", "umode_t", EU_ARG_MODE, 0, 2, false, 0, NULL, NULL },
	  } },
	{ 3, "close", 0x2, 1, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 4, "stat", 0x1, 2, 0, 0, { 0 }, {
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "statbuf", "struct stat *", EU_ARG_STRUCT_OUT, 0, 8, false, 144, NULL, &struct_stat },
	  } },
	{ 5, "fstat", 0x3, 2, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "statbuf", "struct stat *", EU_ARG_STRUCT_OUT, 0, 8, false, 144, NULL, &struct_stat },
	  } },
	{ 6, "lstat", 0x1, 2, 0, 0, { 0 }, {
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "statbuf", "struct stat *", EU_ARG_STRUCT_OUT, 0, 8, false, 144, NULL, &struct_stat },
	  } },
	{ 7, "poll", 0x1002, 3, 0, 0, { 0 }, {
	    { "ufds", "struct pollfd *", EU_ARG_VECTOR_IN, 2, 8, false, 8, NULL, &struct_pollfd },
	    { "nfds", "unsigned int", EU_ARG_SIZE, 0, 4, false, 0, NULL, NULL },
	    { "timeout", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 8, "lseek", 0x6, 3, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "offset", "off_t", EU_ARG_OFFSET, 0, 8, true, 0, NULL, NULL },
	    { "whence", "unsigned int", EU_ARG_ENUM, 0, 4, false, 0, &eu_flags_seek, NULL },
	  } },
	{ 9, "mmap", 0x102, 6, 0, 0, { 0 }, {
	    { "addr", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "len", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "prot", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_mmap_prot, NULL },
	    { "flags", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_mmap_flags, NULL },
	    { "fd", "unsigned long", EU_ARG_FD, 0, 8, false, 0, NULL, NULL },
	    { "off", "unsigned long", EU_ARG_OFFSET, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 10, "mprotect", 0x100, 3, 0, 0, { 0 }, {
	    { "start", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "prot", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_mmap_prot, NULL },
	  } },
	{ 11, "munmap", 0x100, 2, 0, 0, { 0 }, {
	    { "addr", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 12, "brk", 0x100, 1, 0, 0, { 0 }, {
	    { "brk", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 13, "rt_sigaction", 0x40, 4, 0, 0, { 0 }, {
	    { "sig", "int", EU_ARG_SIGNAL, 0, 4, true, 0, NULL, NULL },
	    { "act", "const struct sigaction *", EU_ARG_STRUCT_IN, 0, 8, false, 32, NULL, &struct_sigaction },
	    { "oact", "struct sigaction *", EU_ARG_STRUCT_OUT, 0, 8, false, 32, NULL, &struct_sigaction },
	    { "sigsetsize", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 14, "rt_sigprocmask", 0x40, 4, 0, 0, { 0 }, {
	    { "how", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_sigprocmask, NULL },
	    { "set", "sigset_t *", EU_ARG_SIGSET, 4, 8, false, 8, NULL, NULL },
	    { "oset", "sigset_t *", EU_ARG_SIGSET_OUT, 4, 8, false, 8, NULL, NULL },
	    { "sigsetsize", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 15, "rt_sigreturn", 0x40, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 16, "ioctl", 0x6, 3, 2, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "cmd", "unsigned int", EU_ARG_ENUM, 0, 4, false, 0, &eu_flags_ioctl, NULL },
	    { "arg", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 17, "pread64", 0x6, 4, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "buf", "char *", EU_ARG_BUF_OUT, 3, 8, false, 0, NULL, NULL },
	    { "count", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "pos", "loff_t", EU_ARG_OFFSET, 0, 8, true, 0, NULL, NULL },
	  } },
	{ 18, "pwrite64", 0x6, 4, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "buf", "const char *", EU_ARG_BUF_IN, 3, 8, false, 0, NULL, NULL },
	    { "count", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "pos", "loff_t", EU_ARG_OFFSET, 0, 8, true, 0, NULL, NULL },
	  } },
	{ 19, "readv", 0x6, 3, 0, 0, { 0 }, {
	    { "fd", "unsigned long", EU_ARG_FD, 0, 8, false, 0, NULL, NULL },
	    { "vec", "const struct iovec *", EU_ARG_IOVEC_OUT, 3, 8, false, 16, NULL, &struct_iovec },
	    { "vlen", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 20, "writev", 0x6, 3, 0, 0, { 0 }, {
	    { "fd", "unsigned long", EU_ARG_FD, 0, 8, false, 0, NULL, NULL },
	    { "vec", "const struct iovec *", EU_ARG_IOVEC_IN, 3, 8, false, 16, NULL, &struct_iovec },
	    { "vlen", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 21, "access", 0x1, 2, 0, 0, { 0 }, {
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "mode", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_access, NULL },
	  } },
	{ 22, "pipe", 0x22, 1, 0, 0, { 0 }, {
	    { "fildes", "int *", EU_ARG_FDPAIR, 0, 8, false, 8, NULL, NULL },
	  } },
	{ 23, "select", 0x1002, 5, 0, 0, { 0 }, {
	    { "n", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "inp", "fd_set *", EU_ARG_FDSET, 1, 8, false, 0, NULL, NULL },
	    { "outp", "fd_set *", EU_ARG_FDSET, 1, 8, false, 0, NULL, NULL },
	    { "exp", "fd_set *", EU_ARG_FDSET, 1, 8, false, 0, NULL, NULL },
	    { "tvp", "struct __kernel_old_timeval *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timeval },
	  } },
	{ 24, "sched_yield", 0x200, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 25, "mremap", 0x100, 5, 0, 0, { 0 }, {
	    { "addr", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "old_len", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "new_len", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_mremap, NULL },
	    { "new_addr", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 26, "msync", 0x100, 3, 0, 0, { 0 }, {
	    { "start", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_msync, NULL },
	  } },
	{ 27, "mincore", 0x100, 3, 0, 0, { 0 }, {
	    { "start", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "vec", "unsigned char *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 28, "madvise", 0x100, 3, 0, 0, { 0 }, {
	    { "start", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "behavior", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_madvise, NULL },
	  } },
	{ 29, "shmget", 0x20, 3, 0, 0, { 0 }, {
	    { "key", "key_t", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_ipc_key, NULL },
	    { "size", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flag", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_shmget, NULL },
	  } },
	{ 30, "shmat", 0x120, 3, 0, 0, { 0 }, {
	    { "shmid", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "shmaddr", "char *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "shmflg", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_shmat, NULL },
	  } },
	{ 31, "shmctl", 0x20, 3, 0, 0, { 0 }, {
	    { "shmid", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "cmd", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_shmctl_cmd, NULL },
	    { "buf", "struct shmid_ds *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 32, "dup", 0x2, 1, 0, 0, { 0 }, {
	    { "fildes", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 33, "dup2", 0x2, 2, 0, 0, { 0 }, {
	    { "oldfd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "newfd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 34, "pause", 0x40, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 35, "nanosleep", 0x80, 2, 0, 0, { 0 }, {
	    { "rqtp", "struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec },
	    { "rmtp", "struct __kernel_timespec *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 36, "getitimer", 0x80, 2, 0, 0, { 0 }, {
	    { "which", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_itimer, NULL },
	    { "value", "struct __kernel_old_itimerval *", EU_ARG_STRUCT_OUT, 0, 8, false, 32, NULL, &struct_itimerval },
	  } },
	{ 37, "alarm", 0xc0, 1, 0, 0, { 0 }, {
	    { "seconds", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 38, "setitimer", 0x80, 3, 0, 0, { 0 }, {
	    { "which", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_itimer, NULL },
	    { "value", "struct __kernel_old_itimerval *", EU_ARG_STRUCT_IN, 0, 8, false, 32, NULL, &struct_itimerval },
	    { "ovalue", "struct __kernel_old_itimerval *", EU_ARG_STRUCT_OUT, 0, 8, false, 32, NULL, &struct_itimerval },
	  } },
	{ 39, "getpid", 0x10, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 40, "sendfile", 0x6, 4, 0, 0, { 0 }, {
	    { "out_fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "in_fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "offset", "off_t *", EU_ARG_NUM_OUT, 0, 8, true, 8, NULL, NULL },
	    { "count", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 41, "socket", 0xa, 3, 0, 0, { 0 }, {
	    { "family", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_socket_family, NULL },
	    { "type", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_socket_type, NULL },
	    { "protocol", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_socket_protocol, NULL },
	  } },
	{ 42, "connect", 0xa, 3, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "addr", "const struct sockaddr *", EU_ARG_SOCKADDR_IN, 3, 8, false, 0, NULL, NULL },
	    { "addrlen", "int", EU_ARG_SIZE, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 43, "accept", 0xa, 3, 0, 0, { 2, 0x4, 0xffffffffffffffff }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "addr", "struct sockaddr *", EU_ARG_SOCKADDR_OUT, 3, 8, false, 0, NULL, NULL },
	    { "addrlen", "int *", EU_ARG_NUM_OUT, 0, 8, true, 4, NULL, NULL },
	  } },
	{ 44, "sendto", 0xa, 6, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "buf", "const void *", EU_ARG_BUF_IN, 3, 8, false, 0, NULL, NULL },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_msg, NULL },
	    { "addr", "const struct sockaddr *", EU_ARG_SOCKADDR_IN, 6, 8, false, 0, NULL, NULL },
	    { "addrlen", "int", EU_ARG_SIZE, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 45, "recvfrom", 0xa, 6, 0, 0, { 5, 0x20, 0xffffffffffffffff }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "buf", "void *", EU_ARG_BUF_OUT, 3, 8, false, 0, NULL, NULL },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_msg, NULL },
	    { "addr", "struct sockaddr *", EU_ARG_SOCKADDR_OUT, 6, 8, false, 0, NULL, NULL },
	    { "addrlen", "int *", EU_ARG_NUM_OUT, 0, 8, true, 4, NULL, NULL },
	  } },
	{ 46, "sendmsg", 0xa, 3, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "msg", "struct user_msghdr *", EU_ARG_MSGHDR_IN, 0, 8, false, 56, NULL, &struct_user_msghdr },
	    { "flags", "unsigned", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_msg, NULL },
	  } },
	{ 47, "recvmsg", 0xa, 3, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "msg", "struct user_msghdr *", EU_ARG_MSGHDR_OUT, 0, 8, false, 56, NULL, &struct_user_msghdr },
	    { "flags", "unsigned", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_msg, NULL },
	  } },
	{ 48, "shutdown", 0xa, 2, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "how", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_shutdown, NULL },
	  } },
	{ 49, "bind", 0xa, 3, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "addr", "const struct sockaddr *", EU_ARG_SOCKADDR_IN, 3, 8, false, 0, NULL, NULL },
	    { "addrlen", "int", EU_ARG_SIZE, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 50, "listen", 0xa, 2, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "backlog", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 51, "getsockname", 0xa, 3, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "addr", "struct sockaddr *", EU_ARG_SOCKADDR_OUT, 3, 8, false, 0, NULL, NULL },
	    { "addrlen", "int *", EU_ARG_NUM_OUT, 0, 8, true, 4, NULL, NULL },
	  } },
	{ 52, "getpeername", 0xa, 3, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "addr", "struct sockaddr *", EU_ARG_SOCKADDR_OUT, 3, 8, false, 0, NULL, NULL },
	    { "addrlen", "int *", EU_ARG_NUM_OUT, 0, 8, true, 4, NULL, NULL },
	  } },
	{ 53, "socketpair", 0xa, 4, 0, 0, { 0 }, {
	    { "family", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_socket_family, NULL },
	    { "type", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_socket_type, NULL },
	    { "protocol", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_socket_protocol, NULL },
	    { "sv", "int *", EU_ARG_FDPAIR, 0, 8, false, 8, NULL, NULL },
	  } },
	{ 54, "setsockopt", 0xa, 5, 2, 3, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "level", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_socket_level, NULL },
	    { "optname", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_sockopt_socket, NULL },
	    { "optval", "char *", EU_ARG_OPTION_IN, 5, 8, false, 0, NULL, NULL },
	    { "optlen", "int", EU_ARG_SIZE, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 55, "getsockopt", 0xa, 5, 2, 3, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "level", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_socket_level, NULL },
	    { "optname", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_sockopt_socket, NULL },
	    { "optval", "char *", EU_ARG_OPTION_OUT, 5, 8, false, 0, NULL, NULL },
	    { "optlen", "int *", EU_ARG_NUM_OUT, 0, 8, true, 4, NULL, NULL },
	  } },
	{ 56, "clone", 0x10, 5, 0, 0, { 1, 0x4, 0x101000 }, {
	    { "clone_flags", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_clone, NULL },
	    { "newsp", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "parent_tid", "int *", EU_ARG_NUM_OUT, 0, 8, true, 4, NULL, NULL },
	    { "child_tid", "int *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "tls", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 57, "fork", 0x10, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 58, "vfork", 0x10, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 59, "execve", 0x11, 3, 0, 0, { 0 }, {
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "argv", "const char *const *", EU_ARG_STRV, 0, 8, false, 0, NULL, NULL },
	    { "envp", "const char *const *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 60, "exit", 0x10, 1, 0, 0, { 0 }, {
	    { "error_code", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 61, "wait4", 0x10, 4, 0, 0, { 7, 0xa, 0xffffffffffffffff }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "stat_addr", "int *", EU_ARG_NUM_OUT, 0, 8, true, 4, NULL, NULL },
	    { "options", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_wait, NULL },
	    { "ru", "struct rusage *", EU_ARG_STRUCT_OUT, 0, 8, false, 144, NULL, &struct_rusage },
	  } },
	{ 62, "kill", 0x40, 2, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "sig", "int", EU_ARG_SIGNAL, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 63, "uname", 0x10, 1, 0, 0, { 0 }, {
	    { "name", "struct new_utsname *", EU_ARG_STRUCT_OUT, 0, 8, false, 390, NULL, &struct_new_utsname },
	  } },
	{ 64, "semget", 0x20, 3, 0, 0, { 0 }, {
	    { "key", "key_t", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_ipc_key, NULL },
	    { "nsems", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "semflg", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_ipc, NULL },
	  } },
	{ 65, "semop", 0x20, 3, 0, 0, { 0 }, {
	    { "semid", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "sops", "struct sembuf *", EU_ARG_VECTOR_IN, 3, 8, false, 6, NULL, &struct_sembuf },
	    { "nsops", "unsigned", EU_ARG_SIZE, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 66, "semctl", 0x20, 4, 0, 0, { 0 }, {
	    { "semid", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "semnum", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "cmd", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_semctl_cmd, NULL },
	    { "arg", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 67, "shmdt", 0x120, 1, 0, 0, { 0 }, {
	    { "shmaddr", "char *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 68, "msgget", 0x20, 2, 0, 0, { 0 }, {
	    { "key", "key_t", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_ipc_key, NULL },
	    { "msgflg", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_ipc, NULL },
	  } },
	{ 69, "msgsnd", 0x20, 4, 0, 0, { 0 }, {
	    { "msqid", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "msgp", "struct msgbuf *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "msgsz", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "msgflg", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_msgrcv, NULL },
	  } },
	{ 70, "msgrcv", 0x20, 5, 0, 0, { 0 }, {
	    { "msqid", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "msgp", "struct msgbuf *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "msgsz", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "msgtyp", "long", EU_ARG_NUM, 0, 8, true, 0, NULL, NULL },
	    { "msgflg", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_msgrcv, NULL },
	  } },
	{ 71, "msgctl", 0x20, 3, 0, 0, { 0 }, {
	    { "msqid", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "cmd", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_msgctl_cmd, NULL },
	    { "buf", "struct msqid_ds *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 72, "fcntl", 0x2, 3, 2, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "cmd", "unsigned int", EU_ARG_ENUM, 0, 4, false, 0, &eu_flags_fcntl_cmd, NULL },
	    { "arg", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 73, "flock", 0x6, 2, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "cmd", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_flock, NULL },
	  } },
	{ 74, "fsync", 0x6, 1, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 75, "fdatasync", 0x6, 1, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 76, "truncate", 0x1, 2, 0, 0, { 0 }, {
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "length", "long", EU_ARG_OFFSET, 0, 8, true, 0, NULL, NULL },
	  } },
	{ 77, "ftruncate", 0x3, 2, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "length", "off_t", EU_ARG_OFFSET, 0, 8, true, 0, NULL, NULL },
	  } },
	{ 78, "getdents", 0x3, 3, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "dirent", "struct linux_dirent *", EU_ARG_DIRENTS, 3, 8, false, 18, NULL, NULL },
	    { "count", "unsigned int", EU_ARG_SIZE, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 79, "getcwd", 0x1, 2, 0, 0, { 0 }, {
	    { "buf", "char *", EU_ARG_TEXT_OUT, 2, 8, false, 0, NULL, NULL },
	    { "size", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 80, "chdir", 0x1, 1, 0, 0, { 0 }, {
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 81, "fchdir", 0x3, 1, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 82, "rename", 0x1, 2, 0, 0, { 0 }, {
	    { "oldname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "newname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 83, "mkdir", 0x1, 2, 0, 0, { 0 }, {
	    { "pathname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "mode", "umode_t", EU_ARG_MODE, 0, 2, false, 0, NULL, NULL },
	  } },
	{ 84, "rmdir", 0x1, 1, 0, 0, { 0 }, {
	    { "pathname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 85, "creat", 0x3, 2, 0, 0, { 0 }, {
	    { "pathname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "mode", "umode_t", EU_ARG_MODE, 0, 2, false, 0, NULL, NULL },
	  } },
	{ 86, "link", 0x1, 2, 0, 0, { 0 }, {
	    { "oldname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "newname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 87, "unlink", 0x1, 1, 0, 0, { 0 }, {
	    { "pathname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 88, "symlink", 0x1, 2, 0, 0, { 0 }, {
	    { "old", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "new", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 89, "readlink", 0x1, 3, 0, 0, { 0 }, {
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "buf", "char *", EU_ARG_TEXT_OUT, 3, 8, false, 0, NULL, NULL },
	    { "bufsiz", "int", EU_ARG_SIZE, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 90, "chmod", 0x1, 2, 0, 0, { 0 }, {
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "mode", "umode_t", EU_ARG_MODE, 0, 2, false, 0, NULL, NULL },
	  } },
	{ 91, "fchmod", 0x3, 2, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "mode", "umode_t", EU_ARG_MODE, 0, 2, false, 0, NULL, NULL },
	  } },
	{ 92, "chown", 0x1, 3, 0, 0, { 0 }, {
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "user", "uid_t", EU_ARG_UID, 0, 4, false, 0, NULL, NULL },
	    { "group", "gid_t", EU_ARG_GID, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 93, "fchown", 0x3, 3, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "user", "uid_t", EU_ARG_UID, 0, 4, false, 0, NULL, NULL },
	    { "group", "gid_t", EU_ARG_GID, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 94, "lchown", 0x1, 3, 0, 0, { 0 }, {
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "user", "uid_t", EU_ARG_UID, 0, 4, false, 0, NULL, NULL },
	    { "group", "gid_t", EU_ARG_GID, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 95, "umask", 0x1, 1, 0, 0, { 0 }, {
	    { "mask", "int", EU_ARG_MODE, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 96, "gettimeofday", 0x80, 2, 0, 0, { 0 }, {
	    { "tv", "struct __kernel_old_timeval *", EU_ARG_STRUCT_OUT, 0, 8, false, 16, NULL, &struct_timeval },
	    { "tz", "struct timezone *", EU_ARG_STRUCT_OUT, 0, 8, false, 8, NULL, &struct_timezone },
	  } },
	{ 97, "getrlimit", 0x10, 2, 0, 0, { 0 }, {
	    { "resource", "unsigned int", EU_ARG_ENUM, 0, 4, false, 0, &eu_flags_rlimit, NULL },
	    { "rlim", "struct rlimit *", EU_ARG_STRUCT_OUT, 0, 8, false, 16, NULL, &struct_rlimit },
	  } },
	{ 98, "getrusage", 0x10, 2, 0, 0, { 0 }, {
	    { "who", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_rusage, NULL },
	    { "ru", "struct rusage *", EU_ARG_STRUCT_OUT, 0, 8, false, 144, NULL, &struct_rusage },
	  } },
	{ 99, "sysinfo", 0x8000, 1, 0, 0, { 0 }, {
	    { "info", "struct sysinfo *", EU_ARG_STRUCT_OUT, 0, 8, false, 112, NULL, &struct_sysinfo },
	  } },
	{ 100, "times", 0x90, 1, 0, 0, { 0 }, {
	    { "tbuf", "struct tms *", EU_ARG_STRUCT_OUT, 0, 8, false, 32, NULL, &struct_tms },
	  } },
	{ 101, "ptrace", 0x4010, 4, 0, 0, { 0 }, {
	    { "request", "long", EU_ARG_ENUM, 0, 8, true, 0, &eu_flags_ptrace, NULL },
	    { "pid", "long", EU_ARG_PID, 0, 8, true, 0, NULL, NULL },
	    { "addr", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "data", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 102, "getuid", 0x400, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 103, "syslog", 0x8000, 3, 0, 0, { 0 }, {
	    { "type", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_syslog, NULL },
	    { "buf", "char *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "len", "int", EU_ARG_SIZE, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 104, "getgid", 0x400, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 105, "setuid", 0x400, 1, 0, 0, { 0 }, {
	    { "uid", "uid_t", EU_ARG_UID, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 106, "setgid", 0x400, 1, 0, 0, { 0 }, {
	    { "gid", "gid_t", EU_ARG_GID, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 107, "geteuid", 0x400, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 108, "getegid", 0x400, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 109, "setpgid", 0x10, 2, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "pgid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 110, "getppid", 0x10, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 111, "getpgrp", 0x10, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 112, "setsid", 0x10, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 113, "setreuid", 0x400, 2, 0, 0, { 0 }, {
	    { "ruid", "uid_t", EU_ARG_UID, 0, 4, false, 0, NULL, NULL },
	    { "euid", "uid_t", EU_ARG_UID, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 114, "setregid", 0x400, 2, 0, 0, { 0 }, {
	    { "rgid", "gid_t", EU_ARG_GID, 0, 4, false, 0, NULL, NULL },
	    { "egid", "gid_t", EU_ARG_GID, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 115, "getgroups", 0x400, 2, 0, 0, { 0 }, {
	    { "gidsetsize", "int", EU_ARG_SIZE, 0, 4, true, 0, NULL, NULL },
	    { "grouplist", "gid_t *", EU_ARG_NUMS_OUT, 1, 8, false, 4, NULL, NULL },
	  } },
	{ 116, "setgroups", 0x400, 2, 0, 0, { 0 }, {
	    { "gidsetsize", "int", EU_ARG_SIZE, 0, 4, true, 0, NULL, NULL },
	    { "grouplist", "gid_t *", EU_ARG_NUMS_IN, 1, 8, false, 4, NULL, NULL },
	  } },
	{ 117, "setresuid", 0x400, 3, 0, 0, { 0 }, {
	    { "ruid", "uid_t", EU_ARG_UID, 0, 4, false, 0, NULL, NULL },
	    { "euid", "uid_t", EU_ARG_UID, 0, 4, false, 0, NULL, NULL },
	    { "suid", "uid_t", EU_ARG_UID, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 118, "getresuid", 0x400, 3, 0, 0, { 0 }, {
	    { "ruid", "uid_t *", EU_ARG_NUM_OUT, 0, 8, false, 4, NULL, NULL },
	    { "euid", "uid_t *", EU_ARG_NUM_OUT, 0, 8, false, 4, NULL, NULL },
	    { "suid", "uid_t *", EU_ARG_NUM_OUT, 0, 8, false, 4, NULL, NULL },
	  } },
	{ 119, "setresgid", 0x400, 3, 0, 0, { 0 }, {
	    { "rgid", "gid_t", EU_ARG_GID, 0, 4, false, 0, NULL, NULL },
	    { "egid", "gid_t", EU_ARG_GID, 0, 4, false, 0, NULL, NULL },
	    { "sgid", "gid_t", EU_ARG_GID, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 120, "getresgid", 0x400, 3, 0, 0, { 0 }, {
	    { "rgid", "gid_t *", EU_ARG_NUM_OUT, 0, 8, false, 4, NULL, NULL },
	    { "egid", "gid_t *", EU_ARG_NUM_OUT, 0, 8, false, 4, NULL, NULL },
	    { "sgid", "gid_t *", EU_ARG_NUM_OUT, 0, 8, false, 4, NULL, NULL },
	  } },
	{ 121, "getpgid", 0x10, 1, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 122, "setfsuid", 0x400, 1, 0, 0, { 0 }, {
	    { "uid", "uid_t", EU_ARG_UID, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 123, "setfsgid", 0x400, 1, 0, 0, { 0 }, {
	    { "gid", "gid_t", EU_ARG_GID, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 124, "getsid", 0x10, 1, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 125, "capget", 0x400, 2, 0, 0, { 0 }, {
	    { "header", "cap_user_header_t", EU_ARG_STRUCT_IN, 0, 8, false, 8, NULL, &struct_cap_header },
	    { "dataptr", "cap_user_data_t", EU_ARG_STRUCT_OUT, 0, 8, false, 24, NULL, &struct_cap_data },
	  } },
	{ 126, "capset", 0x400, 2, 0, 0, { 0 }, {
	    { "header", "cap_user_header_t", EU_ARG_STRUCT_IN, 0, 8, false, 8, NULL, &struct_cap_header },
	    { "data", "const cap_user_data_t", EU_ARG_STRUCT_IN, 0, 8, false, 24, NULL, &struct_cap_data },
	  } },
	{ 127, "rt_sigpending", 0x40, 2, 0, 0, { 0 }, {
	    { "set", "sigset_t *", EU_ARG_SIGSET_OUT, 2, 8, false, 8, NULL, NULL },
	    { "sigsetsize", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 128, "rt_sigtimedwait", 0x40, 4, 0, 0, { 0 }, {
	    { "uthese", "const sigset_t *", EU_ARG_SIGSET, 4, 8, false, 8, NULL, NULL },
	    { "uinfo", "siginfo_t *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "uts", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec },
	    { "sigsetsize", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 129, "rt_sigqueueinfo", 0x40, 3, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "sig", "int", EU_ARG_SIGNAL, 0, 4, true, 0, NULL, NULL },
	    { "uinfo", "siginfo_t *", EU_ARG_STRUCT_IN, 0, 8, false, 12, NULL, &struct_siginfo },
	  } },
	{ 130, "rt_sigsuspend", 0x40, 2, 0, 0, { 0 }, {
	    { "unewset", "sigset_t *", EU_ARG_SIGSET, 2, 8, false, 8, NULL, NULL },
	    { "sigsetsize", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 131, "sigaltstack", 0x40, 2, 0, 0, { 0 }, {
	    { "uss", "const struct sigaltstack *", EU_ARG_STRUCT_IN, 0, 8, false, 24, NULL, &struct_sigaltstack },
	    { "uoss", "struct sigaltstack *", EU_ARG_STRUCT_OUT, 0, 8, false, 24, NULL, &struct_sigaltstack },
	  } },
	{ 132, "utime", 0x1, 2, 0, 0, { 0 }, {
	    { "filename", "char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "times", "struct utimbuf *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_utimbuf },
	  } },
	{ 133, "mknod", 0x1, 3, 0, 0, { 0 }, {
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "mode", "umode_t", EU_ARG_MODE, 0, 2, false, 0, NULL, NULL },
	    { "dev", "unsigned", EU_ARG_DEV, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 134, "uselib", 0x10001, 1, 0, 0, { 0 }, {
	    { "library", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 135, "personality", 0x10, 1, 1, 0, { 0 }, {
	    { "personality", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_personality, NULL },
	  } },
	{ 136, "ustat", 0x10001, 2, 0, 0, { 0 }, {
	    { "dev", "unsigned", EU_ARG_DEV, 0, 4, false, 0, NULL, NULL },
	    { "ubuf", "struct ustat *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 137, "statfs", 0x1, 2, 0, 0, { 0 }, {
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "buf", "struct statfs *", EU_ARG_STRUCT_OUT, 0, 8, false, 120, NULL, &struct_statfs },
	  } },
	{ 138, "fstatfs", 0x3, 2, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "buf", "struct statfs *", EU_ARG_STRUCT_OUT, 0, 8, false, 120, NULL, &struct_statfs },
	  } },
	{ 139, "sysfs", 0x10001, 3, 0, 0, { 0 }, {
	    { "option", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "arg1", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "arg2", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 140, "getpriority", 0x200, 2, 0, 0, { 0 }, {
	    { "which", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_priority, NULL },
	    { "who", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 141, "setpriority", 0x200, 3, 0, 0, { 0 }, {
	    { "which", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_priority, NULL },
	    { "who", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "niceval", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 142, "sched_setparam", 0x200, 2, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "param", "struct sched_param *", EU_ARG_STRUCT_IN, 0, 8, false, 4, NULL, &struct_sched_param },
	  } },
	{ 143, "sched_getparam", 0x200, 2, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "param", "struct sched_param *", EU_ARG_STRUCT_OUT, 0, 8, false, 4, NULL, &struct_sched_param },
	  } },
	{ 144, "sched_setscheduler", 0x200, 3, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "policy", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_sched_policy_flags, NULL },
	    { "param", "struct sched_param *", EU_ARG_STRUCT_IN, 0, 8, false, 4, NULL, &struct_sched_param },
	  } },
	{ 145, "sched_getscheduler", 0x200, 1, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 146, "sched_get_priority_max", 0x200, 1, 0, 0, { 0 }, {
	    { "policy", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_sched_policy, NULL },
	  } },
	{ 147, "sched_get_priority_min", 0x200, 1, 0, 0, { 0 }, {
	    { "policy", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_sched_policy, NULL },
	  } },
	{ 148, "sched_rr_get_interval", 0x200, 2, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "interval", "struct __kernel_timespec *", EU_ARG_STRUCT_OUT, 0, 8, false, 16, NULL, &struct_timespec },
	  } },
	{ 149, "mlock", 0x100, 2, 0, 0, { 0 }, {
	    { "start", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 150, "munlock", 0x100, 2, 0, 0, { 0 }, {
	    { "start", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 151, "mlockall", 0x100, 1, 0, 0, { 0 }, {
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_mlockall, NULL },
	  } },
	{ 152, "munlockall", 0x100, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 153, "vhangup", 0x8000, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 154, "modify_ldt", 0x10, 3, 0, 0, { 0 }, {
	    { "func", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "ptr", "void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "bytecount", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 155, "pivot_root", 0x2000, 2, 0, 0, { 0 }, {
	    { "new_root", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "put_old", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 156, "_sysctl", 0x18000, 1, 0, 0, { 0 }, {
	    { "args", "void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 157, "prctl", 0x10, 5, 1, 0, { 0 }, {
	    { "option", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_prctl, NULL },
	    { "arg2", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "arg3", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "arg4", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "arg5", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 158, "arch_prctl", 0x10, 2, 0, 0, { 0 }, {
	    { "option", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_arch_prctl, NULL },
	    { "arg2", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 159, "adjtimex", 0x80, 1, 0, 0, { 0 }, {
	    { "txc_p", "struct __kernel_timex *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 160, "setrlimit", 0x10, 2, 0, 0, { 0 }, {
	    { "resource", "unsigned int", EU_ARG_ENUM, 0, 4, false, 0, &eu_flags_rlimit, NULL },
	    { "rlim", "struct rlimit *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_rlimit },
	  } },
	{ 161, "chroot", 0x2001, 1, 0, 0, { 0 }, {
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 162, "sync", 0x4, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 163, "acct", 0x8001, 1, 0, 0, { 0 }, {
	    { "name", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 164, "settimeofday", 0x8080, 2, 0, 0, { 0 }, {
	    { "tv", "struct __kernel_old_timeval *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timeval },
	    { "tz", "struct timezone *", EU_ARG_STRUCT_IN, 0, 8, false, 8, NULL, &struct_timezone },
	  } },
	{ 165, "mount", 0x2000, 5, 0, 0, { 0 }, {
	    { "dev_name", "char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "dir_name", "char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "type", "char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_mount, NULL },
	    { "data", "void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 166, "umount2", 0x2000, 2, 0, 0, { 0 }, {
	    { "name", "char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_umount, NULL },
	  } },
	{ 167, "swapon", 0x8001, 2, 0, 0, { 0 }, {
	    { "specialfile", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "swap_flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_swapon, NULL },
	  } },
	{ 168, "swapoff", 0x8001, 1, 0, 0, { 0 }, {
	    { "specialfile", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 169, "reboot", 0x8000, 4, 0, 0, { 0 }, {
	    { "magic1", "int", EU_ARG_HEX, 0, 4, true, 0, NULL, NULL },
	    { "magic2", "int", EU_ARG_HEX, 0, 4, true, 0, NULL, NULL },
	    { "cmd", "unsigned int", EU_ARG_ENUM, 0, 4, false, 0, &eu_flags_reboot, NULL },
	    { "arg", "void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 170, "sethostname", 0x8008, 2, 0, 0, { 0 }, {
	    { "name", "char *", EU_ARG_TEXT_IN, 2, 8, false, 0, NULL, NULL },
	    { "len", "int", EU_ARG_SIZE, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 171, "setdomainname", 0x8008, 2, 0, 0, { 0 }, {
	    { "name", "char *", EU_ARG_TEXT_IN, 2, 8, false, 0, NULL, NULL },
	    { "len", "int", EU_ARG_SIZE, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 172, "iopl", 0x8000, 1, 0, 0, { 0 }, {
	    { "level", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 173, "ioperm", 0x8000, 3, 0, 0, { 0 }, {
	    { "from", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "num", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL },
	    { "on", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 174, "create_module", 0x18000, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 175, "init_module", 0x8000, 3, 0, 0, { 0 }, {
	    { "umod", "void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "len", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "uargs", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 176, "delete_module", 0x8000, 2, 0, 0, { 0 }, {
	    { "name_user", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_delete_module, NULL },
	  } },
	{ 177, "get_kernel_syms", 0x18000, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 178, "query_module", 0x18000, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 179, "quotactl", 0x8001, 4, 0, 0, { 0 }, {
	    { "cmd", "unsigned int", EU_ARG_HEX, 0, 4, false, 0, NULL, NULL },
	    { "special", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "id", "qid_t", EU_ARG_UID, 0, 4, false, 0, NULL, NULL },
	    { "addr", "void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 180, "nfsservctl", 0x18000, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 181, "getpmsg", 0x10000, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 182, "putpmsg", 0x10000, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 183, "afs_syscall", 0x10000, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 184, "tuxcall", 0x10000, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 185, "security", 0x10000, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 186, "gettid", 0x10, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 187, "readahead", 0x6, 3, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "offset", "loff_t", EU_ARG_OFFSET, 0, 8, true, 0, NULL, NULL },
	    { "count", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 188, "setxattr", 0x1, 5, 0, 0, { 0 }, {
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "name", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "value", "const void *", EU_ARG_BUF_IN, 4, 8, false, 0, NULL, NULL },
	    { "size", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_xattr, NULL },
	  } },
	{ 189, "lsetxattr", 0x1, 5, 0, 0, { 0 }, {
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "name", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "value", "const void *", EU_ARG_BUF_IN, 4, 8, false, 0, NULL, NULL },
	    { "size", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_xattr, NULL },
	  } },
	{ 190, "fsetxattr", 0x3, 5, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "name", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "value", "const void *", EU_ARG_BUF_IN, 4, 8, false, 0, NULL, NULL },
	    { "size", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_xattr, NULL },
	  } },
	{ 191, "getxattr", 0x1, 4, 0, 0, { 0 }, {
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "name", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "value", "void *", EU_ARG_BUF_OUT, 4, 8, false, 0, NULL, NULL },
	    { "size", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 192, "lgetxattr", 0x1, 4, 0, 0, { 0 }, {
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "name", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "value", "void *", EU_ARG_BUF_OUT, 4, 8, false, 0, NULL, NULL },
	    { "size", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 193, "fgetxattr", 0x3, 4, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "name", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "value", "void *", EU_ARG_BUF_OUT, 4, 8, false, 0, NULL, NULL },
	    { "size", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 194, "listxattr", 0x1, 3, 0, 0, { 0 }, {
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "list", "char *", EU_ARG_BUF_OUT, 3, 8, false, 0, NULL, NULL },
	    { "size", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 195, "llistxattr", 0x1, 3, 0, 0, { 0 }, {
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "list", "char *", EU_ARG_BUF_OUT, 3, 8, false, 0, NULL, NULL },
	    { "size", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 196, "flistxattr", 0x3, 3, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "list", "char *", EU_ARG_BUF_OUT, 3, 8, false, 0, NULL, NULL },
	    { "size", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 197, "removexattr", 0x1, 2, 0, 0, { 0 }, {
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "name", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 198, "lremovexattr", 0x1, 2, 0, 0, { 0 }, {
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "name", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 199, "fremovexattr", 0x3, 2, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "name", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 200, "tkill", 0x40, 2, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "sig", "int", EU_ARG_SIGNAL, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 201, "time", 0x80, 1, 0, 0, { 0 }, {
	    { "tloc", "__kernel_old_time_t *", EU_ARG_NUM_OUT, 0, 8, true, 8, NULL, NULL },
	  } },
	{ 202, "futex", 0x20, 6, 2, 0, { 0 }, {
	    { "uaddr", "u32 *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "op", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_futex_op, NULL },
	    { "val", "u32", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	    { "utime", "const struct __kernel_timespec *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "uaddr2", "u32 *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "val3", "u32", EU_ARG_HEX, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 203, "sched_setaffinity", 0x200, 3, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "len", "unsigned int", EU_ARG_SIZE, 0, 4, false, 0, NULL, NULL },
	    { "user_mask_ptr", "unsigned long *", EU_ARG_BUF_IN, 2, 8, false, 0, NULL, NULL },
	  } },
	{ 204, "sched_getaffinity", 0x200, 3, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "len", "unsigned int", EU_ARG_SIZE, 0, 4, false, 0, NULL, NULL },
	    { "user_mask_ptr", "unsigned long *", EU_ARG_BUF_OUT, 2, 8, false, 0, NULL, NULL },
	  } },
	{ 205, "set_thread_area", 0x10, 1, 0, 0, { 0 }, {
	    { "u_info", "void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 206, "io_setup", 0x4, 2, 0, 0, { 0 }, {
	    { "nr_reqs", "unsigned", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	    { "ctx", "aio_context_t *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 207, "io_destroy", 0x4, 1, 0, 0, { 0 }, {
	    { "ctx", "aio_context_t", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 208, "io_getevents", 0x4, 5, 0, 0, { 0 }, {
	    { "ctx_id", "aio_context_t", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "min_nr", "long", EU_ARG_NUM, 0, 8, true, 0, NULL, NULL },
	    { "nr", "long", EU_ARG_NUM, 0, 8, true, 0, NULL, NULL },
	    { "events", "struct io_event *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "timeout", "struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec },
	  } },
	{ 209, "io_submit", 0x6, 3, 0, 0, { 0 }, {
	    { "ctx_id", "aio_context_t", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "nr", "long", EU_ARG_SIZE, 0, 8, true, 0, NULL, NULL },
	    { "iocbpp", "struct iocb **", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 210, "io_cancel", 0x4, 3, 0, 0, { 0 }, {
	    { "ctx_id", "aio_context_t", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "iocb", "struct iocb *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "result", "struct io_event *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 211, "get_thread_area", 0x10, 1, 0, 0, { 0 }, {
	    { "u_info", "void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 212, "lookup_dcookie", 0x10001, 3, 0, 0, { 0 }, {
	    { "cookie64", "u64", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "buf", "char *", EU_ARG_BUF_OUT, 3, 8, false, 0, NULL, NULL },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 213, "epoll_create", 0x1002, 1, 0, 0, { 0 }, {
	    { "size", "int", EU_ARG_SIZE, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 214, "epoll_ctl_old", 0x11000, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 215, "epoll_wait_old", 0x11000, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 216, "remap_file_pages", 0x10100, 5, 0, 0, { 0 }, {
	    { "start", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "size", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "prot", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_mmap_prot, NULL },
	    { "pgoff", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_mmap_flags, NULL },
	  } },
	{ 217, "getdents64", 0x3, 3, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "dirent", "struct linux_dirent64 *", EU_ARG_DIRENTS, 3, 8, false, 19, NULL, NULL },
	    { "count", "unsigned int", EU_ARG_SIZE, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 218, "set_tid_address", 0x10, 1, 0, 0, { 0 }, {
	    { "tidptr", "int *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 219, "restart_syscall", 0x40, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 220, "semtimedop", 0x20, 4, 0, 0, { 0 }, {
	    { "semid", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "sops", "struct sembuf *", EU_ARG_VECTOR_IN, 3, 8, false, 6, NULL, &struct_sembuf },
	    { "nsops", "unsigned", EU_ARG_SIZE, 0, 4, false, 0, NULL, NULL },
	    { "timeout", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec },
	  } },
	{ 221, "fadvise64", 0x6, 4, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "offset", "loff_t", EU_ARG_OFFSET, 0, 8, true, 0, NULL, NULL },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "advice", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_fadvise, NULL },
	  } },
	{ 222, "timer_create", 0x80, 3, 0, 0, { 0 }, {
	    { "which_clock", "clockid_t", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_clock, NULL },
	    { "timer_event_spec", "struct sigevent *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_sigevent },
	    { "created_timer_id", "timer_t *", EU_ARG_NUM_OUT, 0, 8, true, 4, NULL, NULL },
	  } },
	{ 223, "timer_settime", 0x80, 4, 0, 0, { 0 }, {
	    { "timer_id", "timer_t", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_timer_abstime, NULL },
	    { "new_setting", "const struct __kernel_itimerspec *", EU_ARG_STRUCT_IN, 0, 8, false, 32, NULL, &struct_itimerspec },
	    { "old_setting", "struct __kernel_itimerspec *", EU_ARG_STRUCT_OUT, 0, 8, false, 32, NULL, &struct_itimerspec },
	  } },
	{ 224, "timer_gettime", 0x80, 2, 0, 0, { 0 }, {
	    { "timer_id", "timer_t", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "setting", "struct __kernel_itimerspec *", EU_ARG_STRUCT_OUT, 0, 8, false, 32, NULL, &struct_itimerspec },
	  } },
	{ 225, "timer_getoverrun", 0x80, 1, 0, 0, { 0 }, {
	    { "timer_id", "timer_t", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 226, "timer_delete", 0x80, 1, 0, 0, { 0 }, {
	    { "timer_id", "timer_t", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 227, "clock_settime", 0x80, 2, 0, 0, { 0 }, {
	    { "which_clock", "clockid_t", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_clock, NULL },
	    { "tp", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec },
	  } },
	{ 228, "clock_gettime", 0x80, 2, 0, 0, { 0 }, {
	    { "which_clock", "clockid_t", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_clock, NULL },
	    { "tp", "struct __kernel_timespec *", EU_ARG_STRUCT_OUT, 0, 8, false, 16, NULL, &struct_timespec },
	  } },
	{ 229, "clock_getres", 0x80, 2, 0, 0, { 0 }, {
	    { "which_clock", "clockid_t", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_clock, NULL },
	    { "tp", "struct __kernel_timespec *", EU_ARG_STRUCT_OUT, 0, 8, false, 16, NULL, &struct_timespec },
	  } },
	{ 230, "clock_nanosleep", 0x80, 4, 0, 0, { 0 }, {
	    { "which_clock", "clockid_t", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_clock, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_timer_abstime, NULL },
	    { "rqtp", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec },
	    { "rmtp", "struct __kernel_timespec *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 231, "exit_group", 0x10, 1, 0, 0, { 0 }, {
	    { "error_code", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 232, "epoll_wait", 0x1002, 4, 0, 0, { 0 }, {
	    { "epfd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "events", "struct epoll_event *", EU_ARG_VECTOR_OUT, 3, 8, false, 12, NULL, &struct_epoll_event },
	    { "maxevents", "int", EU_ARG_SIZE, 0, 4, true, 0, NULL, NULL },
	    { "timeout", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 233, "epoll_ctl", 0x1002, 4, 2, 0, { 0 }, {
	    { "epfd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "op", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_epoll_op, NULL },
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "event", "struct epoll_event *", EU_ARG_STRUCT_IN, 0, 8, false, 12, NULL, &struct_epoll_event },
	  } },
	{ 234, "tgkill", 0x40, 3, 0, 0, { 0 }, {
	    { "tgid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "sig", "int", EU_ARG_SIGNAL, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 235, "utimes", 0x1, 2, 0, 0, { 0 }, {
	    { "filename", "char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "utimes", "struct __kernel_old_timeval *", EU_ARG_VECTOR_IN, 0, 8, false, 32, NULL, &struct_timeval },
	  } },
	{ 236, "vserver", 0x10000, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 237, "mbind", 0x100, 6, 0, 0, { 0 }, {
	    { "start", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "len", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "mode", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_mempolicy, NULL },
	    { "nmask", "const unsigned long *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "maxnode", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_mempolicy_move, NULL },
	  } },
	{ 238, "set_mempolicy", 0x100, 3, 0, 0, { 0 }, {
	    { "mode", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_mempolicy, NULL },
	    { "nmask", "const unsigned long *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "maxnode", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 239, "get_mempolicy", 0x100, 5, 0, 0, { 0 }, {
	    { "policy", "int *", EU_ARG_NUM_OUT, 0, 8, true, 4, NULL, NULL },
	    { "nmask", "unsigned long *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "maxnode", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL },
	    { "addr", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_mempolicy_get, NULL },
	  } },
	{ 240, "mq_open", 0x22, 4, 0, 0, { 0 }, {
	    { "name", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "oflag", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_open, NULL },
	    { "mode", "umode_t", EU_ARG_MODE, 0, 2, false, 0, NULL, NULL },
	    { "attr", "struct mq_attr *", EU_ARG_STRUCT_IN, 0, 8, false, 64, NULL, &struct_mq_attr },
	  } },
	{ 241, "mq_unlink", 0x20, 1, 0, 0, { 0 }, {
	    { "name", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 242, "mq_timedsend", 0x22, 5, 0, 0, { 0 }, {
	    { "mqdes", "mqd_t", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "msg_ptr", "const char *", EU_ARG_BUF_IN, 3, 8, false, 0, NULL, NULL },
	    { "msg_len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "msg_prio", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	    { "abs_timeout", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec },
	  } },
	{ 243, "mq_timedreceive", 0x22, 5, 0, 0, { 0 }, {
	    { "mqdes", "mqd_t", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "msg_ptr", "char *", EU_ARG_BUF_OUT, 3, 8, false, 0, NULL, NULL },
	    { "msg_len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "msg_prio", "unsigned int *", EU_ARG_NUM_OUT, 0, 8, false, 4, NULL, NULL },
	    { "abs_timeout", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec },
	  } },
	{ 244, "mq_notify", 0x22, 2, 0, 0, { 0 }, {
	    { "mqdes", "mqd_t", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "notification", "const struct sigevent *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_sigevent },
	  } },
	{ 245, "mq_getsetattr", 0x22, 3, 0, 0, { 0 }, {
	    { "mqdes", "mqd_t", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "mqstat", "const struct mq_attr *", EU_ARG_STRUCT_IN, 0, 8, false, 64, NULL, &struct_mq_attr },
	    { "omqstat", "struct mq_attr *", EU_ARG_STRUCT_OUT, 0, 8, false, 64, NULL, &struct_mq_attr },
	  } },
	{ 246, "kexec_load", 0x8000, 4, 0, 0, { 0 }, {
	    { "entry", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "nr_segments", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "segments", "struct kexec_segment *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_kexec, NULL },
	  } },
	{ 247, "waitid", 0x10, 5, 0, 0, { 0 }, {
	    { "which", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_waitid, NULL },
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "infop", "siginfo_t *", EU_ARG_STRUCT_OUT, 0, 8, false, 128, NULL, &struct_siginfo_child },
	    { "options", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_wait, NULL },
	    { "ru", "struct rusage *", EU_ARG_STRUCT_OUT, 0, 8, false, 144, NULL, &struct_rusage },
	  } },
	{ 248, "add_key", 0x800, 5, 0, 0, { 0 }, {
	    { "type", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "description", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "payload", "const void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "plen", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "destringid", "key_serial_t", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 249, "request_key", 0x800, 4, 0, 0, { 0 }, {
	    { "type", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "description", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "callout_info", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "destringid", "key_serial_t", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 250, "keyctl", 0x800, 5, 0, 0, { 0 }, {
	    { "cmd", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_keyctl, NULL },
	    { "arg2", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "arg3", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "arg4", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "arg5", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 251, "ioprio_set", 0x200, 3, 0, 0, { 0 }, {
	    { "which", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_ioprio_who, NULL },
	    { "who", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "ioprio", "int", EU_ARG_HEX, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 252, "ioprio_get", 0x200, 2, 0, 0, { 0 }, {
	    { "which", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_ioprio_who, NULL },
	    { "who", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 253, "inotify_init", 0x1002, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 254, "inotify_add_watch", 0x1003, 3, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "mask", "u32", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_inotify, NULL },
	  } },
	{ 255, "inotify_rm_watch", 0x1002, 2, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "wd", "__s32", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 256, "migrate_pages", 0x100, 4, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "maxnode", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL },
	    { "from", "const unsigned long *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "to", "const unsigned long *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 257, "openat", 0x3, 4, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_open, NULL },
	    { "mode", "umode_t", EU_ARG_MODE, 0, 2, false, 0, NULL, NULL },
	  } },
	{ 258, "mkdirat", 0x3, 3, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "pathname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "mode", "umode_t", EU_ARG_MODE, 0, 2, false, 0, NULL, NULL },
	  } },
	{ 259, "mknodat", 0x3, 4, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "mode", "umode_t", EU_ARG_MODE, 0, 2, false, 0, NULL, NULL },
	    { "dev", "unsigned", EU_ARG_DEV, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 260, "fchownat", 0x3, 5, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "user", "uid_t", EU_ARG_UID, 0, 4, false, 0, NULL, NULL },
	    { "group", "gid_t", EU_ARG_GID, 0, 4, false, 0, NULL, NULL },
	    { "flag", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_at, NULL },
	  } },
	{ 261, "futimesat", 0x3, 3, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "utimes", "struct __kernel_old_timeval *", EU_ARG_VECTOR_IN, 0, 8, false, 32, NULL, &struct_timeval },
	  } },
	{ 262, "newfstatat", 0x3, 4, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "statbuf", "struct stat *", EU_ARG_STRUCT_OUT, 0, 8, false, 144, NULL, &struct_stat },
	    { "flag", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_at, NULL },
	  } },
	{ 263, "unlinkat", 0x3, 3, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "pathname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "flag", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_at_unlink, NULL },
	  } },
	{ 264, "renameat", 0x3, 4, 0, 0, { 0 }, {
	    { "olddfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "oldname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "newdfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "newname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 265, "linkat", 0x3, 5, 0, 0, { 0 }, {
	    { "olddfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "oldname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "newdfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "newname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_at, NULL },
	  } },
	{ 266, "symlinkat", 0x3, 3, 0, 0, { 0 }, {
	    { "oldname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "newdfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "newname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 267, "readlinkat", 0x3, 4, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "buf", "char *", EU_ARG_TEXT_OUT, 4, 8, false, 0, NULL, NULL },
	    { "bufsiz", "int", EU_ARG_SIZE, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 268, "fchmodat", 0x3, 3, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "mode", "umode_t", EU_ARG_MODE, 0, 2, false, 0, NULL, NULL },
	  } },
	{ 269, "faccessat", 0x3, 3, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "mode", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_access, NULL },
	  } },
	{ 270, "pselect6", 0x1002, 6, 0, 0, { 0 }, {
	    { "n", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "inp", "fd_set *", EU_ARG_FDSET, 1, 8, false, 0, NULL, NULL },
	    { "outp", "fd_set *", EU_ARG_FDSET, 1, 8, false, 0, NULL, NULL },
	    { "exp", "fd_set *", EU_ARG_FDSET, 1, 8, false, 0, NULL, NULL },
	    { "tsp", "struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec },
	    { "sig_arg", "void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 271, "ppoll", 0x1002, 5, 0, 0, { 0 }, {
	    { "ufds", "struct pollfd *", EU_ARG_VECTOR_IN, 2, 8, false, 8, NULL, &struct_pollfd },
	    { "nfds", "unsigned int", EU_ARG_SIZE, 0, 4, false, 0, NULL, NULL },
	    { "tsp", "struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec },
	    { "sigmask", "const sigset_t *", EU_ARG_SIGSET, 5, 8, false, 8, NULL, NULL },
	    { "sigsetsize", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 272, "unshare", 0x4010, 1, 0, 0, { 0 }, {
	    { "unshare_flags", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_unshare, NULL },
	  } },
	{ 273, "set_robust_list", 0x10, 2, 0, 0, { 0 }, {
	    { "head", "struct robust_list_head *", EU_ARG_STRUCT_IN, 2, 8, false, 24, NULL, &struct_robust_list_head },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 274, "get_robust_list", 0x10, 3, 0, 0, { 0 }, {
	    { "pid", "int", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "head_ptr", "struct robust_list_head **", EU_ARG_PTR_OUT, 0, 8, false, 8, NULL, NULL },
	    { "len_ptr", "size_t *", EU_ARG_NUM_OUT, 0, 8, false, 8, NULL, NULL },
	  } },
	{ 275, "splice", 0x6, 6, 0, 0, { 0 }, {
	    { "fd_in", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "off_in", "loff_t *", EU_ARG_NUM_IN, 0, 8, true, 8, NULL, NULL },
	    { "fd_out", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "off_out", "loff_t *", EU_ARG_NUM_IN, 0, 8, true, 8, NULL, NULL },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_splice, NULL },
	  } },
	{ 276, "tee", 0x6, 4, 0, 0, { 0 }, {
	    { "fdin", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "fdout", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_splice, NULL },
	  } },
	{ 277, "sync_file_range", 0x6, 4, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "offset", "loff_t", EU_ARG_OFFSET, 0, 8, true, 0, NULL, NULL },
	    { "nbytes", "loff_t", EU_ARG_OFFSET, 0, 8, true, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_sync_file_range, NULL },
	  } },
	{ 278, "vmsplice", 0x6, 4, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "iov", "const struct iovec *", EU_ARG_IOVEC_IN, 3, 8, false, 16, NULL, &struct_iovec },
	    { "nr_segs", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_splice, NULL },
	  } },
	{ 279, "move_pages", 0x100, 6, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "nr_pages", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL },
	    { "pages", "const void **", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "nodes", "const int *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "status", "int *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_mempolicy_move, NULL },
	  } },
	{ 280, "utimensat", 0x3, 4, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "utimes", "struct __kernel_timespec *", EU_ARG_VECTOR_IN, 0, 8, false, 32, NULL, &struct_timespec },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_at, NULL },
	  } },
	{ 281, "epoll_pwait", 0x1002, 6, 0, 0, { 0 }, {
	    { "epfd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "events", "struct epoll_event *", EU_ARG_VECTOR_OUT, 3, 8, false, 12, NULL, &struct_epoll_event },
	    { "maxevents", "int", EU_ARG_SIZE, 0, 4, true, 0, NULL, NULL },
	    { "timeout", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "sigmask", "const sigset_t *", EU_ARG_SIGSET, 6, 8, false, 8, NULL, NULL },
	    { "sigsetsize", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 282, "signalfd", 0x1042, 3, 0, 0, { 0 }, {
	    { "ufd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "user_mask", "sigset_t *", EU_ARG_SIGSET, 3, 8, false, 8, NULL, NULL },
	    { "sizemask", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 283, "timerfd_create", 0x82, 2, 0, 0, { 0 }, {
	    { "clockid", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_clock, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_timerfd_create, NULL },
	  } },
	{ 284, "eventfd", 0x1002, 1, 0, 0, { 0 }, {
	    { "count", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 285, "fallocate", 0x7, 4, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "mode", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_fallocate, NULL },
	    { "offset", "loff_t", EU_ARG_OFFSET, 0, 8, true, 0, NULL, NULL },
	    { "len", "loff_t", EU_ARG_SIZE, 0, 8, true, 0, NULL, NULL },
	  } },
	{ 286, "timerfd_settime", 0x82, 4, 0, 0, { 0 }, {
	    { "ufd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_timerfd_settime, NULL },
	    { "utmr", "const struct __kernel_itimerspec *", EU_ARG_STRUCT_IN, 0, 8, false, 32, NULL, &struct_itimerspec },
	    { "otmr", "struct __kernel_itimerspec *", EU_ARG_STRUCT_OUT, 0, 8, false, 32, NULL, &struct_itimerspec },
	  } },
	{ 287, "timerfd_gettime", 0x82, 2, 0, 0, { 0 }, {
	    { "ufd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "otmr", "struct __kernel_itimerspec *", EU_ARG_STRUCT_OUT, 0, 8, false, 32, NULL, &struct_itimerspec },
	  } },
	{ 288, "accept4", 0xa, 4, 0, 0, { 2, 0x4, 0xffffffffffffffff }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "addr", "struct sockaddr *", EU_ARG_SOCKADDR_OUT, 3, 8, false, 0, NULL, NULL },
	    { "addrlen", "int *", EU_ARG_NUM_OUT, 0, 8, true, 4, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_accept, NULL },
	  } },
	{ 289, "signalfd4", 0x1042, 4, 0, 0, { 0 }, {
	    { "ufd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "user_mask", "sigset_t *", EU_ARG_SIGSET, 3, 8, false, 8, NULL, NULL },
	    { "sizemask", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_signalfd, NULL },
	  } },
	{ 290, "eventfd2", 0x1002, 2, 0, 0, { 0 }, {
	    { "count", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_eventfd, NULL },
	  } },
	{ 291, "epoll_create1", 0x1002, 1, 0, 0, { 0 }, {
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_epoll_create, NULL },
	  } },
	{ 292, "dup3", 0x2, 3, 0, 0, { 0 }, {
	    { "oldfd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "newfd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_dup3, NULL },
	  } },
	{ 293, "pipe2", 0x22, 2, 0, 0, { 0 }, {
	    { "fildes", "int *", EU_ARG_FDPAIR, 0, 8, false, 8, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_pipe, NULL },
	  } },
	{ 294, "inotify_init1", 0x1002, 1, 0, 0, { 0 }, {
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_inotify_init, NULL },
	  } },
	{ 295, "preadv", 0x6, 5, 0, 0, { 0 }, {
	    { "fd", "unsigned long", EU_ARG_FD, 0, 8, false, 0, NULL, NULL },
	    { "vec", "const struct iovec *", EU_ARG_IOVEC_OUT, 3, 8, false, 16, NULL, &struct_iovec },
	    { "vlen", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "pos_l", "unsigned long", EU_ARG_OFFSET, 0, 8, false, 0, NULL, NULL },
	    { "pos_h", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 296, "pwritev", 0x6, 5, 0, 0, { 0 }, {
	    { "fd", "unsigned long", EU_ARG_FD, 0, 8, false, 0, NULL, NULL },
	    { "vec", "const struct iovec *", EU_ARG_IOVEC_IN, 3, 8, false, 16, NULL, &struct_iovec },
	    { "vlen", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "pos_l", "unsigned long", EU_ARG_OFFSET, 0, 8, false, 0, NULL, NULL },
	    { "pos_h", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 297, "rt_tgsigqueueinfo", 0x40, 4, 0, 0, { 0 }, {
	    { "tgid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "sig", "int", EU_ARG_SIGNAL, 0, 4, true, 0, NULL, NULL },
	    { "uinfo", "siginfo_t *", EU_ARG_STRUCT_IN, 0, 8, false, 12, NULL, &struct_siginfo },
	  } },
	{ 298, "perf_event_open", 0xc002, 5, 0, 0, { 0 }, {
	    { "attr_uptr", "struct perf_event_attr *", EU_ARG_STRUCT_IN, 0, 8, false, 144, NULL, &struct_perf_event_attr },
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "cpu", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "group_fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "flags", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_perf_event_open, NULL },
	  } },
	{ 299, "recvmmsg", 0xa, 5, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "msg", "struct mmsghdr *", EU_ARG_MMSGHDR_OUT, 3, 8, false, 64, NULL, &struct_mmsghdr },
	    { "vlen", "unsigned int", EU_ARG_SIZE, 0, 4, false, 0, NULL, NULL },
	    { "flags", "unsigned", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_msg, NULL },
	    { "timeout", "struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec },
	  } },
	{ 300, "fanotify_init", 0x1002, 2, 0, 0, { 0 }, {
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_fanotify_init, NULL },
	    { "event_f_flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_open, NULL },
	  } },
	{ 301, "fanotify_mark", 0x1003, 5, 0, 0, { 0 }, {
	    { "fanotify_fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_fanotify_mark, NULL },
	    { "mask", "u64", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_fanotify_mask, NULL },
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "pathname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 302, "prlimit64", 0x10, 4, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "resource", "unsigned int", EU_ARG_ENUM, 0, 4, false, 0, &eu_flags_rlimit, NULL },
	    { "new_rlim", "const struct rlimit64 *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_rlimit64 },
	    { "old_rlim", "struct rlimit64 *", EU_ARG_STRUCT_OUT, 0, 8, false, 16, NULL, &struct_rlimit64 },
	  } },
	{ 303, "name_to_handle_at", 0x3, 5, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "name", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "handle", "struct file_handle *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "mnt_id", "void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "flag", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_at_handle, NULL },
	  } },
	{ 304, "open_by_handle_at", 0x3, 3, 0, 0, { 0 }, {
	    { "mountdirfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "handle", "struct file_handle *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_open, NULL },
	  } },
	{ 305, "clock_adjtime", 0x80, 2, 0, 0, { 0 }, {
	    { "which_clock", "clockid_t", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_clock, NULL },
	    { "tx", "struct __kernel_timex *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 306, "syncfs", 0x6, 1, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 307, "sendmmsg", 0xa, 4, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "msg", "struct mmsghdr *", EU_ARG_MMSGHDR_IN, 3, 8, false, 64, NULL, &struct_mmsghdr },
	    { "vlen", "unsigned int", EU_ARG_SIZE, 0, 4, false, 0, NULL, NULL },
	    { "flags", "unsigned", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_msg, NULL },
	  } },
	{ 308, "setns", 0x4012, 2, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "nstype", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_namespace, NULL },
	  } },
	{ 309, "getcpu", 0x200, 3, 0, 0, { 0 }, {
	    { "cpu", "unsigned *", EU_ARG_NUM_OUT, 0, 8, false, 4, NULL, NULL },
	    { "node", "unsigned *", EU_ARG_NUM_OUT, 0, 8, false, 4, NULL, NULL },
	    { "cache", "void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 310, "process_vm_readv", 0x4030, 6, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "lvec", "const struct iovec *", EU_ARG_IOVEC_OUT, 3, 8, false, 16, NULL, &struct_iovec },
	    { "liovcnt", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "rvec", "const struct iovec *", EU_ARG_VECTOR_IN, 5, 8, false, 16, NULL, &struct_iovec },
	    { "riovcnt", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 311, "process_vm_writev", 0x4030, 6, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "lvec", "const struct iovec *", EU_ARG_IOVEC_IN, 3, 8, false, 16, NULL, &struct_iovec },
	    { "liovcnt", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "rvec", "const struct iovec *", EU_ARG_VECTOR_IN, 5, 8, false, 16, NULL, &struct_iovec },
	    { "riovcnt", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 312, "kcmp", 0x4010, 5, 0, 0, { 0 }, {
	    { "pid1", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "pid2", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "type", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_kcmp, NULL },
	    { "idx1", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "idx2", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 313, "finit_module", 0x8002, 3, 0, 0, { 0 }, {
	    { "fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "uargs", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_finit_module, NULL },
	  } },
	{ 314, "sched_setattr", 0x200, 3, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "attr", "struct sched_attr *", EU_ARG_STRUCT_IN, 0, 8, false, 56, NULL, &struct_sched_attr },
	    { "flags", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 315, "sched_getattr", 0x200, 4, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "attr", "struct sched_attr *", EU_ARG_STRUCT_OUT, 3, 8, false, 56, NULL, &struct_sched_attr },
	    { "size", "unsigned int", EU_ARG_SIZE, 0, 4, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 316, "renameat2", 0x3, 5, 0, 0, { 0 }, {
	    { "olddfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "oldname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "newdfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "newname", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_rename, NULL },
	  } },
	{ 317, "seccomp", 0x4000, 3, 1, 0, { 0 }, {
	    { "op", "unsigned int", EU_ARG_ENUM, 0, 4, false, 0, &eu_flags_seccomp, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_seccomp_flags, NULL },
	    { "uargs", "void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 318, "getrandom", 0x8000, 3, 0, 0, { 0 }, {
	    { "buf", "char *", EU_ARG_BUF_OUT, 2, 8, false, 0, NULL, NULL },
	    { "count", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_getrandom, NULL },
	  } },
	{ 319, "memfd_create", 0x102, 2, 0, 0, { 0 }, {
	    { "uname_ptr", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_memfd, NULL },
	  } },
	{ 320, "kexec_file_load", 0x8002, 5, 0, 0, { 0 }, {
	    { "kernel_fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "initrd_fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "cmdline_len", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "cmdline_ptr", "const char *", EU_ARG_TEXT_IN, 3, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_kexec_file, NULL },
	  } },
	{ 321, "bpf", 0xc002, 3, 1, 0, { 0 }, {
	    { "cmd", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_bpf_cmd, NULL },
	    { "attr", "union bpf_attr *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "size", "unsigned int", EU_ARG_SIZE, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 322, "execveat", 0x13, 5, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "argv", "const char *const *", EU_ARG_STRV, 0, 8, false, 0, NULL, NULL },
	    { "envp", "const char *const *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_at_exec, NULL },
	  } },
	{ 323, "userfaultfd", 0x102, 1, 0, 0, { 0 }, {
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_userfaultfd, NULL },
	  } },
	{ 324, "membarrier", 0x20, 3, 0, 0, { 0 }, {
	    { "cmd", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_membarrier, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_membarrier_flags, NULL },
	    { "cpu_id", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 325, "mlock2", 0x100, 3, 0, 0, { 0 }, {
	    { "start", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_mlock, NULL },
	  } },
	{ 326, "copy_file_range", 0x6, 6, 0, 0, { 0 }, {
	    { "fd_in", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "off_in", "loff_t *", EU_ARG_NUM_IN, 0, 8, true, 8, NULL, NULL },
	    { "fd_out", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "off_out", "loff_t *", EU_ARG_NUM_IN, 0, 8, true, 8, NULL, NULL },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 327, "preadv2", 0x6, 6, 0, 0, { 0 }, {
	    { "fd", "unsigned long", EU_ARG_FD, 0, 8, false, 0, NULL, NULL },
	    { "vec", "const struct iovec *", EU_ARG_IOVEC_OUT, 3, 8, false, 16, NULL, &struct_iovec },
	    { "vlen", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "pos_l", "unsigned long", EU_ARG_OFFSET, 0, 8, false, 0, NULL, NULL },
	    { "pos_h", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "flags", "rwf_t", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_rwf, NULL },
	  } },
	{ 328, "pwritev2", 0x6, 6, 0, 0, { 0 }, {
	    { "fd", "unsigned long", EU_ARG_FD, 0, 8, false, 0, NULL, NULL },
	    { "vec", "const struct iovec *", EU_ARG_IOVEC_IN, 3, 8, false, 16, NULL, &struct_iovec },
	    { "vlen", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "pos_l", "unsigned long", EU_ARG_OFFSET, 0, 8, false, 0, NULL, NULL },
	    { "pos_h", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "flags", "rwf_t", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_rwf, NULL },
	  } },
	{ 329, "pkey_mprotect", 0x100, 4, 0, 0, { 0 }, {
	    { "start", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "prot", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_mmap_prot, NULL },
	    { "pkey", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 330, "pkey_alloc", 0x100, 2, 0, 0, { 0 }, {
	    { "flags", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "init_val", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_pkey, NULL },
	  } },
	{ 331, "pkey_free", 0x100, 1, 0, 0, { 0 }, {
	    { "pkey", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 332, "statx", 0x3, 5, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_at, NULL },
	    { "mask", "unsigned", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_statx, NULL },
	    { "buffer", "struct statx *", EU_ARG_STRUCT_OUT, 0, 8, false, 256, NULL, &struct_statx },
	  } },
	{ 333, "io_pgetevents", 0x4, 6, 0, 0, { 0 }, {
	    { "ctx_id", "aio_context_t", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "min_nr", "long", EU_ARG_NUM, 0, 8, true, 0, NULL, NULL },
	    { "nr", "long", EU_ARG_NUM, 0, 8, true, 0, NULL, NULL },
	    { "events", "struct io_event *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "timeout", "struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec },
	    { "sig", "const struct __aio_sigset *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 334, "rseq", 0x10, 4, 0, 0, { 0 }, {
	    { "rseq", "struct rseq *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "rseq_len", "uint32_t", EU_ARG_SIZE, 0, 4, false, 0, NULL, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_rseq, NULL },
	    { "sig", "uint32_t", EU_ARG_HEX, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 335, "uretprobe", 0x8000, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 336, "uprobe", 0x8000, 0, 0, 0, { 0 }, {{ 0 }} },
	{ 424, "pidfd_send_signal", 0x52, 4, 0, 0, { 0 }, {
	    { "pidfd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "sig", "int", EU_ARG_SIGNAL, 0, 4, true, 0, NULL, NULL },
	    { "info", "siginfo_t *", EU_ARG_STRUCT_IN, 0, 8, false, 12, NULL, &struct_siginfo },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_pidfd_signal, NULL },
	  } },
	{ 425, "io_uring_setup", 0x6, 2, 0, 0, { 0 }, {
	    { "entries", "u32", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	    { "p", "struct io_uring_params *", EU_ARG_STRUCT_OUT, 0, 8, false, 120, NULL, &struct_io_uring_params },
	  } },
	{ 426, "io_uring_enter", 0x6, 6, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "to_submit", "u32", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	    { "min_complete", "u32", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	    { "flags", "u32", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_io_uring_enter, NULL },
	    { "argp", "const void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "argsz", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 427, "io_uring_register", 0x6, 4, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "op", "unsigned int", EU_ARG_ENUM, 0, 4, false, 0, &eu_flags_io_uring_register, NULL },
	    { "arg", "void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "nr_args", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 428, "open_tree", 0x2002, 3, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_open_tree, NULL },
	  } },
	{ 429, "move_mount", 0x2002, 5, 0, 0, { 0 }, {
	    { "from_dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "from_path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "to_dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "to_path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "ms_flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_move_mount, NULL },
	  } },
	{ 430, "fsopen", 0x2002, 2, 0, 0, { 0 }, {
	    { "fs_name", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_fsopen, NULL },
	  } },
	{ 431, "fsconfig", 0x2002, 5, 2, 0, { 0 }, {
	    { "fs_fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "cmd", "unsigned int", EU_ARG_ENUM, 0, 4, false, 0, &eu_flags_fsconfig, NULL },
	    { "key", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "value", "const void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "aux", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 432, "fsmount", 0x2002, 3, 0, 0, { 0 }, {
	    { "fs_fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_fsmount, NULL },
	    { "ms_flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_mount_attr, NULL },
	  } },
	{ 433, "fspick", 0x2002, 3, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_fspick, NULL },
	  } },
	{ 434, "pidfd_open", 0x12, 2, 0, 0, { 0 }, {
	    { "pid", "pid_t", EU_ARG_PID, 0, 4, true, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_pidfd_open, NULL },
	  } },
	{ 435, "clone3", 0x10, 2, 0, 0, { 0 }, {
	    { "uargs", "struct clone_args *", EU_ARG_STRUCT_IN, 2, 8, false, 88, NULL, &struct_clone_args },
	    { "size", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 436, "close_range", 0x2, 3, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "max_fd", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_close_range, NULL },
	  } },
	{ 437, "openat2", 0x3, 4, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "how", "struct open_how *", EU_ARG_STRUCT_IN, 4, 8, false, 24, NULL, &struct_open_how },
	    { "size", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 438, "pidfd_getfd", 0x4012, 3, 0, 0, { 0 }, {
	    { "pidfd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "fd", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 439, "faccessat2", 0x3, 4, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "mode", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_access, NULL },
	    { "flags", "int", EU_ARG_FLAGS, 0, 4, true, 0, &eu_flags_at_access, NULL },
	  } },
	{ 440, "process_madvise", 0x112, 5, 0, 0, { 0 }, {
	    { "pidfd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "vec", "const struct iovec *", EU_ARG_VECTOR_IN, 3, 8, false, 16, NULL, &struct_iovec },
	    { "vlen", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "behavior", "int", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_madvise, NULL },
	    { "flags", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 441, "epoll_pwait2", 0x1002, 6, 0, 0, { 0 }, {
	    { "epfd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "events", "struct epoll_event *", EU_ARG_VECTOR_OUT, 3, 8, false, 12, NULL, &struct_epoll_event },
	    { "maxevents", "int", EU_ARG_SIZE, 0, 4, true, 0, NULL, NULL },
	    { "timeout", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec },
	    { "sigmask", "const sigset_t *", EU_ARG_SIGSET, 6, 8, false, 8, NULL, NULL },
	    { "sigsetsize", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 442, "mount_setattr", 0x2002, 5, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_at, NULL },
	    { "uattr", "struct mount_attr *", EU_ARG_STRUCT_IN, 5, 8, false, 32, NULL, &struct_mount_attr },
	    { "usize", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 443, "quotactl_fd", 0x8003, 4, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "cmd", "unsigned int", EU_ARG_HEX, 0, 4, false, 0, NULL, NULL },
	    { "id", "qid_t", EU_ARG_UID, 0, 4, false, 0, NULL, NULL },
	    { "addr", "void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 444, "landlock_create_ruleset", 0x4002, 3, 0, 0, { 0 }, {
	    { "attr", "const struct landlock_ruleset_attr *", EU_ARG_STRUCT_IN, 2, 8, false, 48, NULL, &struct_landlock_ruleset_attr },
	    { "size", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "__u32", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_landlock_create, NULL },
	  } },
	{ 445, "landlock_add_rule", 0x4002, 4, 2, 0, { 0 }, {
	    { "ruleset_fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "rule_type", "enum landlock_rule_type", EU_ARG_ENUM, 0, 4, false, 0, &eu_flags_landlock_rule, NULL },
	    { "rule_attr", "const void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "flags", "__u32", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 446, "landlock_restrict_self", 0x4002, 2, 0, 0, { 0 }, {
	    { "ruleset_fd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "flags", "__u32", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 447, "memfd_secret", 0x102, 1, 0, 0, { 0 }, {
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_secretmem, NULL },
	  } },
	{ 448, "process_mrelease", 0x112, 2, 0, 0, { 0 }, {
	    { "pidfd", "int", EU_ARG_FD, 0, 4, true, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 449, "futex_waitv", 0x20, 5, 0, 0, { 0 }, {
	    { "waiters", "struct futex_waitv *", EU_ARG_VECTOR_IN, 2, 8, false, 24, NULL, &struct_futex_waitv },
	    { "nr_futexes", "unsigned int", EU_ARG_SIZE, 0, 4, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	    { "timeout", "struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec },
	    { "clockid", "clockid_t", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_clock, NULL },
	  } },
	{ 450, "set_mempolicy_home_node", 0x100, 4, 0, 0, { 0 }, {
	    { "start", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "len", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "home_node", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 451, "cachestat", 0x6, 4, 0, 0, { 0 }, {
	    { "fd", "unsigned int", EU_ARG_FD, 0, 4, false, 0, NULL, NULL },
	    { "cstat_range", "struct cachestat_range *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_cachestat_range },
	    { "cstat", "struct cachestat *", EU_ARG_STRUCT_OUT, 0, 8, false, 40, NULL, &struct_cachestat },
	    { "flags", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 452, "fchmodat2", 0x3, 4, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "mode", "umode_t", EU_ARG_MODE, 0, 2, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_at, NULL },
	  } },
	{ 453, "map_shadow_stack", 0x100, 3, 0, 0, { 0 }, {
	    { "addr", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "size", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_shadow_stack, NULL },
	  } },
	{ 454, "futex_wake", 0x20, 4, 0, 0, { 0 }, {
	    { "uaddr", "void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "mask", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "nr", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_futex2, NULL },
	  } },
	{ 455, "futex_wait", 0x20, 6, 0, 0, { 0 }, {
	    { "uaddr", "void *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "val", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL },
	    { "mask", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_futex2, NULL },
	    { "timespec", "struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec },
	    { "clockid", "clockid_t", EU_ARG_ENUM, 0, 4, true, 0, &eu_flags_clock, NULL },
	  } },
	{ 456, "futex_requeue", 0x20, 4, 0, 0, { 0 }, {
	    { "waiters", "struct futex_waitv *", EU_ARG_VECTOR_IN, 0, 8, false, 48, NULL, &struct_futex_waitv },
	    { "flags", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	    { "nr_wake", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	    { "nr_requeue", "int", EU_ARG_NUM, 0, 4, true, 0, NULL, NULL },
	  } },
	{ 457, "statmount", 0x2000, 4, 0, 0, { 0 }, {
	    { "req", "const struct mnt_id_req *", EU_ARG_STRUCT_IN, 0, 8, false, 32, NULL, &struct_mnt_id_req },
	    { "buf", "struct statmount *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "bufsize", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 458, "listmount", 0x2000, 4, 0, 0, { 0 }, {
	    { "req", "const struct mnt_id_req *", EU_ARG_STRUCT_IN, 0, 8, false, 32, NULL, &struct_mnt_id_req },
	    { "mnt_ids", "u64 *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "nr_mnt_ids", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 459, "lsm_get_self_attr", 0x4000, 4, 0, 0, { 0 }, {
	    { "attr", "unsigned int", EU_ARG_ENUM, 0, 4, false, 0, &eu_flags_lsm_attr, NULL },
	    { "ctx", "struct lsm_ctx *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "size", "u32 *", EU_ARG_NUM_OUT, 0, 8, false, 4, NULL, NULL },
	    { "flags", "u32", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 460, "lsm_set_self_attr", 0x4000, 4, 0, 0, { 0 }, {
	    { "attr", "unsigned int", EU_ARG_ENUM, 0, 4, false, 0, &eu_flags_lsm_attr, NULL },
	    { "ctx", "struct lsm_ctx *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "size", "u32", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	    { "flags", "u32", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 461, "lsm_list_modules", 0x4000, 3, 0, 0, { 0 }, {
	    { "ids", "u64 *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "size", "u32 *", EU_ARG_NUM_OUT, 0, 8, false, 4, NULL, NULL },
	    { "flags", "u32", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 462, "mseal", 0x100, 3, 0, 0, { 0 }, {
	    { "start", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "len", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 463, "setxattrat", 0x3, 6, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "at_flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_at, NULL },
	    { "name", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "args", "const struct xattr_args *", EU_ARG_STRUCT_IN, 6, 8, false, 16, NULL, &struct_xattr_args },
	    { "size", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 464, "getxattrat", 0x3, 6, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "at_flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_at, NULL },
	    { "name", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	    { "args", "struct xattr_args *", EU_ARG_STRUCT_IN, 6, 8, false, 16, NULL, &struct_xattr_args },
	    { "size", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 465, "listxattrat", 0x3, 5, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "at_flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_at, NULL },
	    { "list", "char *", EU_ARG_BUF_OUT, 5, 8, false, 0, NULL, NULL },
	    { "size", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 466, "removexattrat", 0x3, 4, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "at_flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_at, NULL },
	    { "name", "const char *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 467, "open_tree_attr", 0x2002, 5, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "path", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_open_tree, NULL },
	    { "uattr", "struct mount_attr *", EU_ARG_STRUCT_IN, 5, 8, false, 32, NULL, &struct_mount_attr },
	    { "usize", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	  } },
	{ 468, "file_getattr", 0x3, 5, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "attr", "struct file_attr *", EU_ARG_STRUCT_OUT, 4, 8, false, 24, NULL, &struct_file_attr },
	    { "usize", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "at_flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_at, NULL },
	  } },
	{ 469, "file_setattr", 0x3, 5, 0, 0, { 0 }, {
	    { "dfd", "int", EU_ARG_DIRFD, 0, 4, true, 0, NULL, NULL },
	    { "filename", "const char *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL },
	    { "attr", "struct file_attr *", EU_ARG_STRUCT_IN, 4, 8, false, 24, NULL, &struct_file_attr },
	    { "usize", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "at_flags", "unsigned int", EU_ARG_FLAGS, 0, 4, false, 0, &eu_flags_at, NULL },
	  } },
	{ 470, "listns", 0x10, 4, 0, 0, { 0 }, {
	    { "req", "const struct ns_id_req *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "ns_ids", "u64 *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL },
	    { "nr_ns_ids", "size_t", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL },
	    { "flags", "unsigned int", EU_ARG_NUM, 0, 4, false, 0, NULL, NULL },
	  } },
	{ 471, "rseq_slice_yield", 0x200, 0, 0, 0, { 0 }, {{ 0 }} },
};

static const struct eu_syscall_case cases[] = {
	{ 16, 2, 0x540c,
	  { "arg", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 16, 2, 0x540d,
	  { "arg", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 16, 2, 0x540f,
	  { "arg", "unsigned long", EU_ARG_NUM_OUT, 0, 8, true, 4, NULL, NULL } },
	{ 16, 2, 0x5410,
	  { "arg", "unsigned long", EU_ARG_NUM_IN, 0, 8, true, 4, NULL, NULL } },
	{ 16, 2, 0x5411,
	  { "arg", "unsigned long", EU_ARG_NUM_OUT, 0, 8, true, 4, NULL, NULL } },
	{ 16, 2, 0x5413,
	  { "arg", "unsigned long", EU_ARG_STRUCT_OUT, 0, 8, false, 8, NULL, &struct_winsize } },
	{ 16, 2, 0x5414,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 8, NULL, &struct_winsize } },
	{ 16, 2, 0x541b,
	  { "arg", "unsigned long", EU_ARG_NUM_OUT, 0, 8, true, 4, NULL, NULL } },
	{ 16, 2, 0x541d,
	  { "arg", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 16, 2, 0x5421,
	  { "arg", "unsigned long", EU_ARG_NUM_IN, 0, 8, true, 4, NULL, NULL } },
	{ 16, 2, 0x5422,
	  { "arg", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 16, 2, 0x5429,
	  { "arg", "unsigned long", EU_ARG_NUM_OUT, 0, 8, true, 4, NULL, NULL } },
	{ 16, 2, 0x5437,
	  { "arg", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 16, 2, 0x5450,
	  { "arg", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 16, 2, 0x5451,
	  { "arg", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 16, 2, 0x5452,
	  { "arg", "unsigned long", EU_ARG_NUM_IN, 0, 8, true, 4, NULL, NULL } },
	{ 16, 2, 0x8913,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_ifreq } },
	{ 16, 2, 0x8914,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_ifreq } },
	{ 16, 2, 0x8915,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_ifreq } },
	{ 16, 2, 0x8916,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_ifreq } },
	{ 16, 2, 0x8919,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_ifreq } },
	{ 16, 2, 0x891b,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_ifreq } },
	{ 16, 2, 0x891c,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_ifreq } },
	{ 16, 2, 0x8921,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_ifreq } },
	{ 16, 2, 0x8922,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_ifreq } },
	{ 16, 2, 0x8924,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_ifreq } },
	{ 16, 2, 0x8927,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_ifreq } },
	{ 16, 2, 0x8933,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_ifreq } },
	{ 16, 2, 0x40045431,
	  { "arg", "unsigned long", EU_ARG_NUM_IN, 0, 8, true, 4, NULL, NULL } },
	{ 16, 2, 0x400454ca,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_ifreq } },
	{ 16, 2, 0x80045430,
	  { "arg", "unsigned long", EU_ARG_NUM_OUT, 0, 8, true, 4, NULL, NULL } },
	{ 16, 2, 0x800454d2,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_ifreq } },
	{ 54, 3, 0x10000000d,
	  { "optval", "char *", EU_ARG_STRUCT_IN, 5, 8, false, 8, NULL, &struct_linger } },
	{ 54, 3, 0x100000014,
	  { "optval", "char *", EU_ARG_STRUCT_IN, 5, 8, false, 16, NULL, &struct_socket_timeval } },
	{ 54, 3, 0x100000015,
	  { "optval", "char *", EU_ARG_STRUCT_IN, 5, 8, false, 16, NULL, &struct_socket_timeval } },
	{ 54, 3, 0x100000019,
	  { "optval", "char *", EU_ARG_TEXT_IN, 5, 8, false, 0, NULL, NULL } },
	{ 54, 3, 0x10000001a,
	  { "optval", "char *", EU_ARG_FILTER, 0, 8, false, 16, NULL, &struct_sock_fprog } },
	{ 54, 3, 0x100000042,
	  { "optval", "char *", EU_ARG_STRUCT_IN, 5, 8, false, 16, NULL, &struct_sock_timeval } },
	{ 54, 3, 0x100000043,
	  { "optval", "char *", EU_ARG_STRUCT_IN, 5, 8, false, 16, NULL, &struct_sock_timeval } },
	{ 54, 3, 0x60000000d,
	  { "optval", "char *", EU_ARG_TEXT_IN, 5, 8, false, 0, NULL, NULL } },
	{ 54, 3, 0x60000001f,
	  { "optval", "char *", EU_ARG_TEXT_IN, 5, 8, false, 0, NULL, NULL } },
	{ 55, 3, 0x100000003,
	  { "optval", "char *", EU_ARG_NUM_OUT, 0, 8, true, 4, &eu_flags_socket_type, NULL } },
	{ 55, 3, 0x10000000d,
	  { "optval", "char *", EU_ARG_STRUCT_OUT, 5, 8, false, 8, NULL, &struct_linger } },
	{ 55, 3, 0x100000011,
	  { "optval", "char *", EU_ARG_STRUCT_OUT, 5, 8, false, 12, NULL, &struct_ucred } },
	{ 55, 3, 0x100000014,
	  { "optval", "char *", EU_ARG_STRUCT_OUT, 5, 8, false, 16, NULL, &struct_socket_timeval } },
	{ 55, 3, 0x100000015,
	  { "optval", "char *", EU_ARG_STRUCT_OUT, 5, 8, false, 16, NULL, &struct_socket_timeval } },
	{ 55, 3, 0x100000019,
	  { "optval", "char *", EU_ARG_TEXT_OUT, 5, 8, false, 0, NULL, NULL } },
	{ 55, 3, 0x100000026,
	  { "optval", "char *", EU_ARG_NUM_OUT, 0, 8, true, 4, &eu_flags_socket_protocol, NULL } },
	{ 55, 3, 0x100000027,
	  { "optval", "char *", EU_ARG_NUM_OUT, 0, 8, true, 4, &eu_flags_socket_family, NULL } },
	{ 55, 3, 0x100000042,
	  { "optval", "char *", EU_ARG_STRUCT_OUT, 5, 8, false, 16, NULL, &struct_sock_timeval } },
	{ 55, 3, 0x100000043,
	  { "optval", "char *", EU_ARG_STRUCT_OUT, 5, 8, false, 16, NULL, &struct_sock_timeval } },
	{ 55, 3, 0x60000000d,
	  { "optval", "char *", EU_ARG_TEXT_OUT, 5, 8, false, 0, NULL, NULL } },
	{ 55, 3, 0x60000001f,
	  { "optval", "char *", EU_ARG_TEXT_OUT, 5, 8, false, 0, NULL, NULL } },
	{ 72, 2, 0x0,
	  { "arg", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL } },
	{ 72, 2, 0x1,
	  { "arg", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 72, 2, 0x2,
	  { "arg", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_fd_flags, NULL } },
	{ 72, 2, 0x3,
	  { "arg", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 72, 2, 0x4,
	  { "arg", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_open, NULL } },
	{ 72, 2, 0x5,
	  { "arg", "unsigned long", EU_ARG_STRUCT_OUT, 0, 8, false, 32, NULL, &struct_flock } },
	{ 72, 2, 0x6,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 32, NULL, &struct_flock } },
	{ 72, 2, 0x7,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 32, NULL, &struct_flock } },
	{ 72, 2, 0x8,
	  { "arg", "unsigned long", EU_ARG_PID, 0, 8, false, 0, NULL, NULL } },
	{ 72, 2, 0x9,
	  { "arg", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 72, 2, 0xa,
	  { "arg", "unsigned long", EU_ARG_SIGNAL, 0, 8, false, 0, NULL, NULL } },
	{ 72, 2, 0xb,
	  { "arg", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 72, 2, 0xc,
	  { "arg", "unsigned long", EU_ARG_STRUCT_OUT, 0, 8, false, 32, NULL, &struct_large_flock } },
	{ 72, 2, 0xd,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 32, NULL, &struct_large_flock } },
	{ 72, 2, 0xe,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 32, NULL, &struct_large_flock } },
	{ 72, 2, 0xf,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 8, NULL, &struct_f_owner_ex } },
	{ 72, 2, 0x10,
	  { "arg", "unsigned long", EU_ARG_STRUCT_OUT, 0, 8, false, 8, NULL, &struct_f_owner_ex } },
	{ 72, 2, 0x24,
	  { "arg", "unsigned long", EU_ARG_STRUCT_OUT, 0, 8, false, 32, NULL, &struct_large_flock } },
	{ 72, 2, 0x25,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 32, NULL, &struct_large_flock } },
	{ 72, 2, 0x26,
	  { "arg", "unsigned long", EU_ARG_STRUCT_IN, 0, 8, false, 32, NULL, &struct_large_flock } },
	{ 72, 2, 0x400,
	  { "arg", "unsigned long", EU_ARG_ENUM, 0, 8, false, 0, &eu_flags_lock_type, NULL } },
	{ 72, 2, 0x401,
	  { "arg", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 72, 2, 0x402,
	  { "arg", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_dnotify, NULL } },
	{ 72, 2, 0x403,
	  { "arg", "unsigned long", EU_ARG_FD, 0, 8, false, 0, NULL, NULL } },
	{ 72, 2, 0x404,
	  { "arg", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 72, 2, 0x406,
	  { "arg", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL } },
	{ 72, 2, 0x407,
	  { "arg", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL } },
	{ 72, 2, 0x408,
	  { "arg", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 72, 2, 0x409,
	  { "arg", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_seals, NULL } },
	{ 72, 2, 0x40a,
	  { "arg", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 72, 2, 0x40b,
	  { "arg", "unsigned long", EU_ARG_NUM_OUT, 0, 8, true, 8, &eu_flags_rw_hint, NULL } },
	{ 72, 2, 0x40c,
	  { "arg", "unsigned long", EU_ARG_NUM_IN, 0, 8, true, 8, &eu_flags_rw_hint, NULL } },
	{ 72, 2, 0x40d,
	  { "arg", "unsigned long", EU_ARG_NUM_OUT, 0, 8, true, 8, &eu_flags_rw_hint, NULL } },
	{ 72, 2, 0x40e,
	  { "arg", "unsigned long", EU_ARG_NUM_IN, 0, 8, true, 8, &eu_flags_rw_hint, NULL } },
	{ 135, 0, 0xffffffff,
	  { "personality", "unsigned int", EU_ARG_HEX, 0, 4, false, 0, NULL, NULL } },
	{ 157, 1, 0x1,
	  { "arg2", "unsigned long", EU_ARG_SIGNAL, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0x2,
	  { "arg2", "unsigned long", EU_ARG_NUM_OUT, 0, 8, true, 4, &eu_flags_signal, NULL } },
	{ 157, 1, 0x3,
	  { "arg2", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0x4,
	  { "arg2", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0x7,
	  { "arg2", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0x8,
	  { "arg2", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0xd,
	  { "arg2", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0xf,
	  { "arg2", "unsigned long", EU_ARG_STR, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0x10,
	  { "arg2", "unsigned long", EU_ARG_STR, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0x15,
	  { "arg2", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0x16,
	  { "arg2", "unsigned long", EU_ARG_ENUM, 0, 8, false, 0, &eu_flags_seccomp_mode, NULL } },
	{ 157, 1, 0x17,
	  { "arg2", "unsigned long", EU_ARG_ENUM, 0, 8, false, 0, &eu_flags_capability, NULL } },
	{ 157, 1, 0x18,
	  { "arg2", "unsigned long", EU_ARG_ENUM, 0, 8, false, 0, &eu_flags_capability, NULL } },
	{ 157, 1, 0x19,
	  { "arg2", "unsigned long", EU_ARG_NUM_OUT, 0, 8, true, 4, &eu_flags_prctl_tsc, NULL } },
	{ 157, 1, 0x1a,
	  { "arg2", "unsigned long", EU_ARG_ENUM, 0, 8, false, 0, &eu_flags_prctl_tsc, NULL } },
	{ 157, 1, 0x1b,
	  { "arg2", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0x1c,
	  { "arg2", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_securebits, NULL } },
	{ 157, 1, 0x1d,
	  { "arg2", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0x1e,
	  { "arg2", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0x1f,
	  { "arg2", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0x20,
	  { "arg2", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0x21,
	  { "arg2", "unsigned long", EU_ARG_ENUM, 0, 8, false, 0, &eu_flags_prctl_mce, NULL } },
	{ 157, 1, 0x23,
	  { "arg2", "unsigned long", EU_ARG_ENUM, 0, 8, false, 0, &eu_flags_prctl_mm, NULL } },
	{ 157, 1, 0x24,
	  { "arg2", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0x25,
	  { "arg2", "unsigned long", EU_ARG_NUM_OUT, 0, 8, true, 4, NULL, NULL } },
	{ 157, 1, 0x26,
	  { "arg2", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0x28,
	  { "arg2", "unsigned long", EU_ARG_PTR_OUT, 0, 8, false, 8, NULL, NULL } },
	{ 157, 1, 0x29,
	  { "arg2", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0x2f,
	  { "arg2", "unsigned long", EU_ARG_ENUM, 0, 8, false, 0, &eu_flags_cap_ambient, NULL } },
	{ 157, 1, 0x34,
	  { "arg2", "unsigned long", EU_ARG_ENUM, 0, 8, false, 0, &eu_flags_prctl_speculation, NULL } },
	{ 157, 1, 0x35,
	  { "arg2", "unsigned long", EU_ARG_ENUM, 0, 8, false, 0, &eu_flags_prctl_speculation, NULL } },
	{ 157, 1, 0x39,
	  { "arg2", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0x3b,
	  { "arg2", "unsigned long", EU_ARG_ENUM, 0, 8, false, 0, &eu_flags_prctl_dispatch, NULL } },
	{ 157, 1, 0x3e,
	  { "arg2", "unsigned long", EU_ARG_ENUM, 0, 8, false, 0, &eu_flags_prctl_sched_core, NULL } },
	{ 157, 1, 0x41,
	  { "arg2", "unsigned long", EU_ARG_FLAGS, 0, 8, false, 0, &eu_flags_prctl_mdwe, NULL } },
	{ 157, 1, 0x43,
	  { "arg2", "unsigned long", EU_ARG_NUM, 0, 8, false, 0, NULL, NULL } },
	{ 157, 1, 0x53564d41,
	  { "arg2", "unsigned long", EU_ARG_ENUM, 0, 8, false, 0, &eu_flags_prctl_vma, NULL } },
	{ 157, 1, 0x59616d61,
	  { "arg2", "unsigned long", EU_ARG_PID, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x1,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x2,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x3,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x4,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x7,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x8,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0xd,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0xe,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0xf,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x10,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x15,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x16,
	  { "arg3", "unsigned long", EU_ARG_FILTER, 0, 8, false, 16, NULL, &struct_sock_fprog } },
	{ 157, 2, 0x17,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x18,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x19,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x1a,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x1b,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x1c,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x1d,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x1e,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x1f,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x20,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x21,
	  { "arg3", "unsigned long", EU_ARG_ENUM, 0, 8, false, 0, &eu_flags_prctl_mce_kill, NULL } },
	{ 157, 2, 0x23,
	  { "arg3", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x2f,
	  { "arg3", "unsigned long", EU_ARG_ENUM, 0, 8, false, 0, &eu_flags_capability, NULL } },
	{ 157, 2, 0x35,
	  { "arg3", "unsigned long", EU_ARG_ENUM, 0, 8, false, 0, &eu_flags_prctl_speculation_control, NULL } },
	{ 157, 2, 0x3b,
	  { "arg3", "unsigned long", EU_ARG_HEX, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x3e,
	  { "arg3", "unsigned long", EU_ARG_PID, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x53564d41,
	  { "arg3", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL } },
	{ 157, 2, 0x59616d61,
	  { "arg3", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x1,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x2,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x3,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x4,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x7,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x8,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0xd,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0xe,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0xf,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x10,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x15,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x16,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x17,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x18,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x19,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x1a,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x1b,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x1c,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x1d,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x1e,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x1f,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x20,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x23,
	  { "arg4", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x3b,
	  { "arg4", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x3e,
	  { "arg4", "unsigned long", EU_ARG_ENUM, 0, 8, false, 0, &eu_flags_prctl_sched_scope, NULL } },
	{ 157, 3, 0x53564d41,
	  { "arg4", "unsigned long", EU_ARG_SIZE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 3, 0x59616d61,
	  { "arg4", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x1,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x2,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x3,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x4,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x7,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x8,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0xd,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0xe,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0xf,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x10,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x15,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x16,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x17,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x18,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x19,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x1a,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x1b,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x1c,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x1d,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x1e,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x1f,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x20,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x3b,
	  { "arg5", "unsigned long", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x3e,
	  { "arg5", "unsigned long", EU_ARG_PTR_OUT, 0, 8, false, 8, NULL, NULL } },
	{ 157, 4, 0x53564d41,
	  { "arg5", "unsigned long", EU_ARG_STR, 0, 8, false, 0, NULL, NULL } },
	{ 157, 4, 0x59616d61,
	  { "arg5", "unsigned long", EU_ARG_NONE, 0, 8, false, 0, NULL, NULL } },
	{ 202, 3, 0x0,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0x6,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0x9,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0xb,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0xd,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0x80,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0x86,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0x89,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0x8b,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0x8d,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0x100,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0x106,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0x109,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0x10b,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0x10d,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0x180,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0x186,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0x189,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0x18b,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 202, 3, 0x18d,
	  { "utime", "const struct __kernel_timespec *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_timespec } },
	{ 233, 3, 0x2,
	  { "event", "struct epoll_event *", EU_ARG_PTR, 0, 8, false, 0, NULL, NULL } },
	{ 317, 2, 0x1,
	  { "uargs", "void *", EU_ARG_FILTER, 0, 8, false, 16, NULL, &struct_sock_fprog } },
	{ 321, 1, 0x0,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_map_create } },
	{ 321, 1, 0x1,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_map_elem } },
	{ 321, 1, 0x2,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_map_elem } },
	{ 321, 1, 0x3,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_map_elem } },
	{ 321, 1, 0x4,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_map_elem } },
	{ 321, 1, 0x5,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_prog_load } },
	{ 321, 1, 0x6,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_obj } },
	{ 321, 1, 0x7,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_obj } },
	{ 321, 1, 0x8,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_prog_attach } },
	{ 321, 1, 0x9,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_prog_attach } },
	{ 321, 1, 0xb,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_id } },
	{ 321, 1, 0xc,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_id } },
	{ 321, 1, 0xd,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_id } },
	{ 321, 1, 0xe,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_id } },
	{ 321, 1, 0x11,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_raw_tracepoint } },
	{ 321, 1, 0x12,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_btf_load } },
	{ 321, 1, 0x13,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_id } },
	{ 321, 1, 0x15,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_map_elem } },
	{ 321, 1, 0x16,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_map_elem } },
	{ 321, 1, 0x17,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_id } },
	{ 321, 1, 0x1c,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_link_create } },
	{ 321, 1, 0x1e,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_id } },
	{ 321, 1, 0x1f,
	  { "attr", "union bpf_attr *", EU_ARG_STRUCT_IN, 3, 8, false, 168, NULL, &struct_bpf_id } },
	{ 431, 3, 0x1,
	  { "value", "const void *", EU_ARG_STR, 0, 8, false, 0, NULL, NULL } },
	{ 431, 3, 0x3,
	  { "value", "const void *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL } },
	{ 431, 3, 0x4,
	  { "value", "const void *", EU_ARG_PATH, 0, 8, false, 0, NULL, NULL } },
	{ 445, 2, 0x1,
	  { "rule_attr", "const void *", EU_ARG_STRUCT_IN, 0, 8, false, 12, NULL, &struct_landlock_path_beneath_attr } },
	{ 445, 2, 0x2,
	  { "rule_attr", "const void *", EU_ARG_STRUCT_IN, 0, 8, false, 16, NULL, &struct_landlock_net_port_attr } },
};

static const uint16_t by_number[] = {
	[0] = 1,
	[1] = 2,
	[2] = 3,
	[3] = 4,
	[4] = 5,
	[5] = 6,
	[6] = 7,
	[7] = 8,
	[8] = 9,
	[9] = 10,
	[10] = 11,
	[11] = 12,
	[12] = 13,
	[13] = 14,
	[14] = 15,
	[15] = 16,
	[16] = 17,
	[17] = 18,
	[18] = 19,
	[19] = 20,
	[20] = 21,
	[21] = 22,
	[22] = 23,
	[23] = 24,
	[24] = 25,
	[25] = 26,
	[26] = 27,
	[27] = 28,
	[28] = 29,
	[29] = 30,
	[30] = 31,
	[31] = 32,
	[32] = 33,
	[33] = 34,
	[34] = 35,
	[35] = 36,
	[36] = 37,
	[37] = 38,
	[38] = 39,
	[39] = 40,
	[40] = 41,
	[41] = 42,
	[42] = 43,
	[43] = 44,
	[44] = 45,
	[45] = 46,
	[46] = 47,
	[47] = 48,
	[48] = 49,
	[49] = 50,
	[50] = 51,
	[51] = 52,
	[52] = 53,
	[53] = 54,
	[54] = 55,
	[55] = 56,
	[56] = 57,
	[57] = 58,
	[58] = 59,
	[59] = 60,
	[60] = 61,
	[61] = 62,
	[62] = 63,
	[63] = 64,
	[64] = 65,
	[65] = 66,
	[66] = 67,
	[67] = 68,
	[68] = 69,
	[69] = 70,
	[70] = 71,
	[71] = 72,
	[72] = 73,
	[73] = 74,
	[74] = 75,
	[75] = 76,
	[76] = 77,
	[77] = 78,
	[78] = 79,
	[79] = 80,
	[80] = 81,
	[81] = 82,
	[82] = 83,
	[83] = 84,
	[84] = 85,
	[85] = 86,
	[86] = 87,
	[87] = 88,
	[88] = 89,
	[89] = 90,
	[90] = 91,
	[91] = 92,
	[92] = 93,
	[93] = 94,
	[94] = 95,
	[95] = 96,
	[96] = 97,
	[97] = 98,
	[98] = 99,
	[99] = 100,
	[100] = 101,
	[101] = 102,
	[102] = 103,
	[103] = 104,
	[104] = 105,
	[105] = 106,
	[106] = 107,
	[107] = 108,
	[108] = 109,
	[109] = 110,
	[110] = 111,
	[111] = 112,
	[112] = 113,
	[113] = 114,
	[114] = 115,
	[115] = 116,
	[116] = 117,
	[117] = 118,
	[118] = 119,
	[119] = 120,
	[120] = 121,
	[121] = 122,
	[122] = 123,
	[123] = 124,
	[124] = 125,
	[125] = 126,
	[126] = 127,
	[127] = 128,
	[128] = 129,
	[129] = 130,
	[130] = 131,
	[131] = 132,
	[132] = 133,
	[133] = 134,
	[134] = 135,
	[135] = 136,
	[136] = 137,
	[137] = 138,
	[138] = 139,
	[139] = 140,
	[140] = 141,
	[141] = 142,
	[142] = 143,
	[143] = 144,
	[144] = 145,
	[145] = 146,
	[146] = 147,
	[147] = 148,
	[148] = 149,
	[149] = 150,
	[150] = 151,
	[151] = 152,
	[152] = 153,
	[153] = 154,
	[154] = 155,
	[155] = 156,
	[156] = 157,
	[157] = 158,
	[158] = 159,
	[159] = 160,
	[160] = 161,
	[161] = 162,
	[162] = 163,
	[163] = 164,
	[164] = 165,
	[165] = 166,
	[166] = 167,
	[167] = 168,
	[168] = 169,
	[169] = 170,
	[170] = 171,
	[171] = 172,
	[172] = 173,
	[173] = 174,
	[174] = 175,
	[175] = 176,
	[176] = 177,
	[177] = 178,
	[178] = 179,
	[179] = 180,
	[180] = 181,
	[181] = 182,
	[182] = 183,
	[183] = 184,
	[184] = 185,
	[185] = 186,
	[186] = 187,
	[187] = 188,
	[188] = 189,
	[189] = 190,
	[190] = 191,
	[191] = 192,
	[192] = 193,
	[193] = 194,
	[194] = 195,
	[195] = 196,
	[196] = 197,
	[197] = 198,
	[198] = 199,
	[199] = 200,
	[200] = 201,
	[201] = 202,
	[202] = 203,
	[203] = 204,
	[204] = 205,
	[205] = 206,
	[206] = 207,
	[207] = 208,
	[208] = 209,
	[209] = 210,
	[210] = 211,
	[211] = 212,
	[212] = 213,
	[213] = 214,
	[214] = 215,
	[215] = 216,
	[216] = 217,
	[217] = 218,
	[218] = 219,
	[219] = 220,
	[220] = 221,
	[221] = 222,
	[222] = 223,
	[223] = 224,
	[224] = 225,
	[225] = 226,
	[226] = 227,
	[227] = 228,
	[228] = 229,
	[229] = 230,
	[230] = 231,
	[231] = 232,
	[232] = 233,
	[233] = 234,
	[234] = 235,
	[235] = 236,
	[236] = 237,
	[237] = 238,
	[238] = 239,
	[239] = 240,
	[240] = 241,
	[241] = 242,
	[242] = 243,
	[243] = 244,
	[244] = 245,
	[245] = 246,
	[246] = 247,
	[247] = 248,
	[248] = 249,
	[249] = 250,
	[250] = 251,
	[251] = 252,
	[252] = 253,
	[253] = 254,
	[254] = 255,
	[255] = 256,
	[256] = 257,
	[257] = 258,
	[258] = 259,
	[259] = 260,
	[260] = 261,
	[261] = 262,
	[262] = 263,
	[263] = 264,
	[264] = 265,
	[265] = 266,
	[266] = 267,
	[267] = 268,
	[268] = 269,
	[269] = 270,
	[270] = 271,
	[271] = 272,
	[272] = 273,
	[273] = 274,
	[274] = 275,
	[275] = 276,
	[276] = 277,
	[277] = 278,
	[278] = 279,
	[279] = 280,
	[280] = 281,
	[281] = 282,
	[282] = 283,
	[283] = 284,
	[284] = 285,
	[285] = 286,
	[286] = 287,
	[287] = 288,
	[288] = 289,
	[289] = 290,
	[290] = 291,
	[291] = 292,
	[292] = 293,
	[293] = 294,
	[294] = 295,
	[295] = 296,
	[296] = 297,
	[297] = 298,
	[298] = 299,
	[299] = 300,
	[300] = 301,
	[301] = 302,
	[302] = 303,
	[303] = 304,
	[304] = 305,
	[305] = 306,
	[306] = 307,
	[307] = 308,
	[308] = 309,
	[309] = 310,
	[310] = 311,
	[311] = 312,
	[312] = 313,
	[313] = 314,
	[314] = 315,
	[315] = 316,
	[316] = 317,
	[317] = 318,
	[318] = 319,
	[319] = 320,
	[320] = 321,
	[321] = 322,
	[322] = 323,
	[323] = 324,
	[324] = 325,
	[325] = 326,
	[326] = 327,
	[327] = 328,
	[328] = 329,
	[329] = 330,
	[330] = 331,
	[331] = 332,
	[332] = 333,
	[333] = 334,
	[334] = 335,
	[335] = 336,
	[336] = 337,
	[424] = 338,
	[425] = 339,
	[426] = 340,
	[427] = 341,
	[428] = 342,
	[429] = 343,
	[430] = 344,
	[431] = 345,
	[432] = 346,
	[433] = 347,
	[434] = 348,
	[435] = 349,
	[436] = 350,
	[437] = 351,
	[438] = 352,
	[439] = 353,
	[440] = 354,
	[441] = 355,
	[442] = 356,
	[443] = 357,
	[444] = 358,
	[445] = 359,
	[446] = 360,
	[447] = 361,
	[448] = 362,
	[449] = 363,
	[450] = 364,
	[451] = 365,
	[452] = 366,
	[453] = 367,
	[454] = 368,
	[455] = 369,
	[456] = 370,
	[457] = 371,
	[458] = 372,
	[459] = 373,
	[460] = 374,
	[461] = 375,
	[462] = 376,
	[463] = 377,
	[464] = 378,
	[465] = 379,
	[466] = 380,
	[467] = 381,
	[468] = 382,
	[469] = 383,
	[470] = 384,
	[471] = 385,
};

static const uint16_t by_name[] = {
	156, 43, 288, 21, 163, 248, 159, 183, 37, 158, 49, 321, 12, 364, 125, 126, 80, 90, 92, 161, 305, 229, 228, 230, 227, 56, 348, 3, 349, 42, 326, 85, 174, 176, 32, 33, 292, 213, 291, 233, 214, 281, 354, 232, 215, 284, 290, 59, 322, 60, 231, 269, 352, 221, 285, 300, 301, 81, 91, 268, 365, 93, 260, 72, 75, 193, 381, 382, 313, 196, 73, 57, 199, 344, 190, 345, 343, 346, 5, 138, 74, 77, 202, 369, 368, 362, 367, 261, 177, 239, 274, 211, 309, 79, 78, 217, 108, 107, 104, 115, 36, 52, 121, 111, 39, 181, 110, 140, 318, 120, 118, 97, 98, 124, 51, 55, 186, 96, 102, 191, 377, 175, 254, 253, 294, 255, 210, 207, 208, 333, 206, 209, 339, 340, 338, 16, 173, 172, 252, 251, 312, 320, 246, 250, 62, 358, 357, 359, 94, 192, 86, 265, 50, 371, 383, 194, 378, 195, 212, 198, 8, 189, 372, 374, 373, 6, 28, 366, 237, 324, 319, 360, 256, 27, 83, 258, 133, 259, 149, 325, 151, 9, 154, 165, 355, 342, 279, 10, 245, 244, 240, 243, 242, 241, 25, 375, 71, 68, 70, 69, 26, 150, 152, 11, 303, 35, 262, 180, 2, 304, 341, 380, 257, 350, 34, 298, 135, 351, 347, 337, 22, 293, 155, 330, 331, 329, 7, 271, 157, 17, 295, 327, 302, 353, 361, 310, 311, 270, 101, 182, 18, 296, 328, 178, 179, 356, 0, 187, 89, 267, 19, 169, 45, 299, 47, 216, 197, 379, 82, 264, 316, 249, 219, 84, 334, 384, 13, 127, 14, 129, 15, 130, 128, 297, 146, 147, 204, 315, 143, 145, 148, 203, 314, 142, 144, 24, 317, 185, 23, 66, 64, 65, 220, 40, 307, 46, 44, 238, 363, 273, 205, 218, 171, 123, 122, 106, 116, 170, 38, 308, 109, 141, 114, 119, 117, 113, 160, 112, 54, 164, 105, 188, 376, 30, 31, 67, 29, 48, 131, 282, 289, 41, 53, 275, 4, 137, 370, 332, 168, 167, 88, 266, 162, 277, 306, 139, 99, 103, 276, 234, 201, 222, 226, 225, 224, 223, 283, 287, 286, 100, 200, 76, 184, 95, 166, 63, 87, 263, 272, 336, 335, 134, 323, 136, 132, 280, 235, 58, 153, 278, 236, 61, 247, 1, 20,
};

const struct eu_syscall_table eu_syscalls_x86_64 = {
	calls, 385, by_number, 472, by_name,
	cases, 259,
};
