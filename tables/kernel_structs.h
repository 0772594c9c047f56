/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The structs of structs.txt that the headers for user space lack, or have under another name, as
 * the kernel reads them from a program's memory. The generator alone includes this.
 */
#include <asm/siginfo.h>
#include <asm/signal.h>
#include <asm/stat.h>
#include <asm/statfs.h>
#include <asm/termbits.h>
#include <asm/termios.h>
#include <linux/bpf.h>
#include <linux/capability.h>
#include <linux/fcntl.h>
#include <linux/fiemap.h>
#include <linux/filter.h>
#include <linux/fs.h>
#include <linux/futex.h>
#include <linux/if_alg.h>
#include <linux/if_packet.h>
#include <linux/in.h>
#include <linux/in6.h>
#include <linux/io_uring.h>
#include <linux/ipv6.h>
#include <linux/landlock.h>
#include <linux/mman.h>
#include <linux/mount.h>
#include <linux/mqueue.h>
#include <linux/netlink.h>
#include <linux/openat2.h>
#include <linux/perf_event.h>
#include <linux/poll.h>
#include <linux/resource.h>
#include <linux/sched.h>
#include <linux/sched/types.h>
#include <linux/sem.h>
#include <linux/stat.h>
#include <linux/sysinfo.h>
#include <linux/tcp.h>
#include <linux/time.h>
#include <linux/time_types.h>
#include <linux/times.h>
#include <linux/uio.h>
#include <linux/utime.h>
#include <linux/utsname.h>
#include <linux/xattr.h>

#undef sa_handler /* a macro of i386's <asm/signal.h> */
#define timespec __kernel_timespec
#define itimerspec __kernel_itimerspec
#define timeval __kernel_old_timeval
#define siginfo siginfo_head
#define sigaction kernel_sigaction
#define rusage kernel_rusage
#define epoll_event kernel_epoll_event
#define sigevent kernel_sigevent
#define sched_param kernel_sched_param
#define cap_header __user_cap_header_struct

struct old_timespec32 { int tv_sec, tv_nsec; };
struct old_itimerspec32 { struct old_timespec32 it_interval, it_value; };
struct old_timeval32 { int tv_sec, tv_usec; };
struct old_itimerval32 { struct old_timeval32 it_interval, it_value; };
struct itimerval_ { struct timeval it_interval, it_value; };
#define itimerval itimerval_

/* include/linux/signal_types.h */
struct kernel_sigaction {
	void *sa_handler;
	unsigned long sa_flags;
	void *sa_restorer;
	unsigned long sa_mask[8 / sizeof(long)];
};
struct old_sigaction {
	void *sa_handler;
	unsigned long sa_mask, sa_flags;
	void *sa_restorer;
};
struct siginfo_head { int si_signo, si_errno, si_code; };
struct kernel_sigevent { unsigned long sigev_value; int sigev_signo, sigev_notify; };
struct kernel_sched_param { int sched_priority; };

/* include/uapi/linux/resource.h, with the times of the 32-bit kernel interface */
struct kernel_rusage {
	struct timeval ru_utime, ru_stime;
	long ru_maxrss, ru_ixrss, ru_idrss, ru_isrss, ru_minflt, ru_majflt, ru_nswap;
	long ru_inblock, ru_oublock, ru_msgsnd, ru_msgrcv, ru_nsignals, ru_nvcsw, ru_nivcsw;
};

/* two struct __user_cap_data_struct one after the other, as version 3 has them */
struct cap_data {
	unsigned effective, permitted, inheritable;
	unsigned effective_high, permitted_high, inheritable_high;
};

/* include/linux/socket.h */
struct user_msghdr {
	void *msg_name;
	int msg_namelen;
	struct iovec *msg_iov;
	__kernel_size_t msg_iovlen;
	void *msg_control;
	__kernel_size_t msg_controllen;
	unsigned msg_flags;
};
struct mmsghdr { struct user_msghdr msg_hdr; unsigned msg_len; };
struct linger { int l_onoff, l_linger; };
struct ucred { unsigned pid, uid, gid; };

/* include/uapi/linux/time_types.h */
struct sock_timeval { long long tv_sec, tv_usec; };

/* include/uapi/linux/eventpoll.h: packed where x86-64 is involved */
struct kernel_epoll_event {
	unsigned events;
	unsigned long long data;
}
#ifdef __x86_64__
#ifndef EU_ARM64
__attribute__((packed))
#endif
#endif
;

/* mm/mmap.c and fs/select.c: calls of i386 whose arguments lie in memory */
struct mmap_args { unsigned long addr, len, prot, flags, fd, offset; };
struct select_args { unsigned long n; void *inp, *outp, *exp, *tvp; };

/* include/uapi/asm-generic/fcntl.h: struct flock64, and struct flock of 64-bit programs */
struct large_flock { short l_type, l_whence; long long l_start, l_len; int l_pid; };
/* include/uapi/linux/if.h: what is behind the name depends on the request */
struct ifreq_flags { char ifr_name[16]; unsigned short ifr_flags; };
struct ifreq_tun { char ifr_name[16]; unsigned short ifr_flags; };
struct ifreq_addr { char ifr_name[16], ifr_addr[16]; };
struct hwaddr { unsigned short sa_family; unsigned char sa_data[6]; }; /* of 14, Ethernet's */
struct ifreq_hwaddr { char ifr_name[16]; struct hwaddr ifr_hwaddr; };
struct ifreq_index { char ifr_name[16]; int ifr_ifindex; };
struct ifreq_mtu { char ifr_name[16]; int ifr_mtu; };
struct ifreq_qlen { char ifr_name[16]; int ifr_qlen; };

/* include/uapi/linux/icmp.h and vm_sockets.h, which want the C library's headers */
struct icmp_filter { unsigned data; };
struct sockaddr_vm {
	unsigned short svm_family, svm_reserved1;
	unsigned svm_port, svm_cid;
	unsigned char svm_flags, svm_zero[3];
};
