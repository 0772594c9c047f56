/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Bytes go into files and come out of them, and through sockets whose end is told. */
#include "../arch.h"
#include "../close.h"
#include "../totals.h"

enum eu_io_variant {
	EU_IO_READ = 1,     /* the first argument is read */
	EU_IO_WRITE = 2,    /* the first argument is written */
	EU_IO_SENDFILE = 3, /* from the second to the first */
	EU_IO_COPY = 4,     /* from the first to the third */
};

#define EU_MAP_ANONYMOUS 0x20
#define EU_NR_OLD_MMAP_I386 90 /* its one argument points to all of them */

const volatile bool wants_io = false;

static __always_inline bool eu_is_socket(struct file *file)
{
	struct inode *inode = eu_member(struct file, file, f_inode);

	return (eu_member(struct inode, inode, i_mode) & EU_S_IFMT) == EU_S_IFSOCK;
}

static __always_inline void eu_count_socket(struct file *file, __s32 fd, __u64 bytes, bool sent)
{
	struct socket *socket = BPF_CORE_READ(file, private_data);
	__u64 sock = (__u64)BPF_CORE_READ(socket, sk);
	struct eu_open_socket *open = eu_open_socket(sock);

	if (open)
		eu_hold(open, sock, fd);
	if (open || (wants_udp && eu_is_udp((struct sock *)sock)))
		eu_count_datagram(sock, 0, bytes, sent);
}

static __always_inline void eu_count_fd(struct eu_cpu *cpu, struct task_struct *me, eu_ref ref,
					__s32 fd, enum eu_file_use use, __u64 bytes)
{
	struct file *file = eu_fd_file_of(me, fd);

	if (!file)
		return;
	if ((wants_close || wants_udp) && eu_is_socket(file))
		eu_count_socket(file, fd, bytes, use == EU_USE_WRITE);
	else if (wants_io)
		eu_count_use(cpu, me, ref, file, use, bytes);
}

EU_SYSCALL_EXIT(io_exit, "io close udp",
		"read=1 pread64=1 readv=1 preadv=1 preadv2=1 "
		"write=2 pwrite64=2 writev=2 pwritev=2 pwritev2=2 "
		"sendfile=3 sendfile64=3 copy_file_range=4 splice=4 "
		"mmap mmap2")
{
	__u8 variant = variants[cpu->call & (EU_CALLS - 1)];
	struct task_struct *me;
	__s32 from = -1, to = -1;
	__u64 a[6];

	if (result < 0)
		return;
	me = eu_me_with(cpu, regs);
	eu_arch_args(regs, cpu->call >= EU_CALLS_I386, a);
	if (variant == EU_CALL_MEMORY) {
		if (!(a[3] & EU_MAP_ANONYMOUS) && cpu->call != EU_CALLS_I386 + EU_NR_OLD_MMAP_I386)
			eu_count_fd(cpu, me, ref, a[4], EU_USE_MAP, a[1]);
		return;
	}
	if (variant == EU_IO_READ || variant == EU_IO_COPY)
		from = a[0];
	else if (variant == EU_IO_SENDFILE)
		from = a[1];
	if (variant == EU_IO_COPY)
		to = a[2];
	else if (variant != EU_IO_READ)
		to = a[0];
	if (from >= 0)
		eu_count_fd(cpu, me, ref, from, EU_USE_READ, result);
	if (to >= 0)
		eu_count_fd(cpu, me, ref, to, EU_USE_WRITE, result);
}
