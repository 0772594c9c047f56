/* SPDX-License-Identifier: Apache-2.0 */
/* Calls whose arguments point to things that point to things, or depend on each other. */

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <linux/keyctl.h>
#include <linux/netlink.h>
#include <linux/seccomp.h>
#include <linux/vm_sockets.h>
#include <net/if.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

static char bytes[100] = "words and more words";

static void parts(int pair[2])
{
	struct iovec two[2] = {{bytes, 5}, {bytes + 5, 15}}, room[2] = {{bytes, 50}, {bytes + 50, 50}};

	writev(pair[1], two, 2);
	readv(pair[0], room, 2);
}

static void messages(void)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(5355)}, from = {0};
	int server = socket(AF_INET, SOCK_DGRAM, 0), client = socket(AF_INET, SOCK_DGRAM, 0);
	struct iovec part = {"hello", 5}, other = {"you", 3}, room = {bytes, sizeof(bytes)};
	struct msghdr out = {.msg_name = &to, .msg_namelen = sizeof(to), .msg_iov = &part,
			     .msg_iovlen = 1};
	struct msghdr in = {.msg_name = &from, .msg_namelen = sizeof(from), .msg_iov = &room,
			    .msg_iovlen = 1};
	struct mmsghdr several[2] = {{.msg_hdr = out}, {.msg_hdr = out}};

	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	bind(server, (void *)&to, sizeof(to));
	sendmsg(client, &out, MSG_DONTWAIT);
	recvmsg(server, &in, 0);
	several[1].msg_hdr.msg_iov = &other;
	sendmmsg(client, several, 2, 0);
	several[0].msg_hdr = several[1].msg_hdr = in;
	recvmmsg(server, several, 2, MSG_DONTWAIT, NULL);
	sendmmsg(-1, (struct mmsghdr[5]){{.msg_hdr = out}}, 5, 0);
}

/* A descriptor and who sends it go with a message. */
static void passing(int pair[2])
{
	struct iovec part = {"x", 1}, room = {bytes, sizeof(bytes)};
	char control[CMSG_SPACE(sizeof(int)) + CMSG_SPACE(sizeof(struct ucred))] = {0};
	struct msghdr out = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = control,
			     .msg_controllen = sizeof(control)};
	struct cmsghdr *at = CMSG_FIRSTHDR(&out);
	struct ucred self = {getpid(), getuid(), getgid()};

	*at = (struct cmsghdr){CMSG_LEN(sizeof(int)), SOL_SOCKET, SCM_RIGHTS};
	memcpy(CMSG_DATA(at), &pair[0], sizeof(int));
	at = CMSG_NXTHDR(&out, at);
	*at = (struct cmsghdr){CMSG_LEN(sizeof(self)), SOL_SOCKET, SCM_CREDENTIALS};
	memcpy(CMSG_DATA(at), &self, sizeof(self));
	sendmsg(pair[0], &out, 0);
	out.msg_iov = &room;
	close(91);
	dup2(recvmsg(pair[1], &out, 0) == 1 ? *(int *)CMSG_DATA(CMSG_FIRSTHDR(&out)) : -1, 91);
}

static void waiting(int pair[2])
{
	struct timeval moment = {0, 1000};
	struct pollfd polled[2] = {{pair[0], POLLIN, 0}, {pair[1], POLLOUT, 0}};
	fd_set in, out;

	FD_ZERO(&in);
	FD_ZERO(&out);
	FD_SET(pair[0], &in);
	FD_SET(0, &out);
	FD_SET(pair[1], &out);
	write(pair[1], "x", 1);
	select(pair[1] + 1, &in, &out, NULL, &moment);
	poll(polled, 2, 0);
}

static void commands(int fd)
{
	struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 10};
	struct timeval times[2] = {{1000, 5}, {2000, 6}};
	struct f_owner_ex owner = {F_OWNER_PID, getpid()};
	int one = 1;

	fcntl(fd, F_SETFD, FD_CLOEXEC);
	fcntl(fd, F_SETFL, O_APPEND);
	fcntl(fd, F_SETLK, &lock);
	fcntl(fd, F_DUPFD, 90);
	prctl(PR_SET_NAME, "renamed");
	prctl(PR_CAPBSET_READ, CAP_NET_RAW);
	prctl(PR_GET_NAME, bytes);
	prctl(PR_SET_PDEATHSIG, SIGUSR1);
	prctl(PR_GET_PDEATHSIG, &one);
	prctl(PR_SET_VMA, PR_SET_VMA_ANON_NAME, 0, 0, "a name");
	fcntl(fd, F_SETOWN_EX, &owner);
	fcntl(fd, F_GETOWN_EX, &owner);
	one = 1;
	ioctl(fd, FIONBIO, &one);
	syscall(SYS_utimes, "/tmp/arguments", times);
}

static void options(void)
{
	struct linger linger = {1, 5};
	struct timeval moment = {2, 500};
	struct tcp_info info;
	struct ucred peer;
	int tcp = socket(AF_INET, SOCK_STREAM, 0), value = 1, pair[2];
	socklen_t len = sizeof(value);

	setsockopt(tcp, SOL_SOCKET, SO_REUSEADDR, &value, sizeof(value));
	setsockopt(tcp, SOL_SOCKET, SO_LINGER, &linger, sizeof(linger));
	setsockopt(tcp, SOL_SOCKET, SO_RCVTIMEO, &moment, sizeof(moment));
	setsockopt(tcp, IPPROTO_TCP, TCP_NODELAY, &value, sizeof(value));
	setsockopt(tcp, IPPROTO_TCP, TCP_CONGESTION, "reno", 4);
	setsockopt(tcp, IPPROTO_TCP, TCP_MD5SIG, bytes, sizeof(bytes));
	getsockopt(tcp, IPPROTO_TCP, TCP_NODELAY, &value, &len);
	getsockopt(tcp, SOL_SOCKET, SO_TYPE, &value, &len);
	len = sizeof(bytes);
	getsockopt(tcp, IPPROTO_TCP, TCP_CONGESTION, bytes, &len);
	len = sizeof(info);
	getsockopt(tcp, IPPROTO_TCP, TCP_INFO, &info, &len);
	len = sizeof(peer);
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	getsockopt(pair[0], SOL_SOCKET, SO_PEERCRED, &peer, &len);
	getsockopt(-1, SOL_SOCKET, SO_TYPE, &value, &len);
}

static void interfaces(void)
{
	struct ifreq loop = {.ifr_name = "lo"}, none = {.ifr_name = "none"};
	int fd = socket(AF_INET, SOCK_DGRAM, 0);

	ioctl(fd, SIOCGIFMTU, &loop);
	ioctl(fd, SIOCGIFMTU, &none);
}

static void names_and_numbers(void)
{
	gid_t groups[] = {7, 70000}, back[9];
	void *head;
	size_t len;

	syscall(SYS_setgroups, -1, groups);
	syscall(SYS_setgroups, 2, groups);
	syscall(SYS_getgroups, 9, back);
	syscall(SYS_getgroups, 0, back);
	syscall(SYS_get_robust_list, 0, &head, &len);
	syscall(SYS_set_robust_list, head, len);
	symlink("/usr/bin/true", "/tmp/link");
	readlink("/tmp/link", bytes, sizeof(bytes));
	fsync(syscall(SYS_pidfd_open, getpid(), 0));
	getcwd(bytes, sizeof(bytes));
}

/* Numbers that are negative, and addresses and options of more than the internet. */
static void signs_and_families(int fd)
{
	struct sockaddr_ll packet = {.sll_family = AF_PACKET, .sll_protocol = htons(ETH_P_IP),
				     .sll_ifindex = 1, .sll_halen = 6, .sll_addr = {2, 0x42}};
	struct sockaddr_nl netlink = {.nl_family = AF_NETLINK, .nl_groups = 3};
	struct sockaddr_vm vsock = {.svm_family = AF_VSOCK, .svm_cid = 2, .svm_port = 1234};
	struct timespec times[2] = {{-5, 1}, {1700000000, 2}}, now;
	struct stat file;
	unsigned filter = 1 << 8;

	syscall(SYS_clock_gettime, ~getpid() << 3 | 2, &now);
	fcntl(fd, F_SETOWN, -1);
	syscall(SYS_keyctl, KEYCTL_CLEAR, KEY_SPEC_PROCESS_KEYRING);
	syscall(SYS_utimensat, fd, NULL, times, 0);
	syscall(SYS_fstat, fd, &file);
	bind(-1, (void *)&packet, sizeof(packet));
	bind(-1, (void *)&netlink, sizeof(netlink));
	bind(-1, (void *)&vsock, sizeof(vsock));
	setsockopt(-1, SOL_RAW, 1, &filter, sizeof(filter));
	setsockopt(-1, SOL_NETLINK, NETLINK_EXT_ACK, &filter, sizeof(filter));
	mount("none", "/nowhere", "tmpfs", MS_NOSUID, "size=1m,password=hunter2");
	syscall(SYS_fsconfig, -1, FSCONFIG_SET_STRING, "password", "hunter2", 0);
}

/* Of the arguments of an exec that fails 32 are shown. */
static void vectors(void)
{
	char *argv[34] = {};

	for (int i = 0; i < 32; i++)
		argv[i] = "word";
	execv("/nowhere", argv);
	argv[32] = "another";
	execv("/nowhere", argv);
}

/* Addresses that the kernel does not look at, where nothing is. */
static void unused_addresses(int pair[2])
{
	void *nowhere = (void *)0xdead1000;
	struct epoll_event event = {.events = EPOLLIN};
	int epoll = epoll_create1(0), status;
	pid_t child = syscall(SYS_clone, SIGCHLD, 0, nowhere, nowhere, nowhere);

	if (!child)
		for (;;)
			pause();
	syscall(SYS_wait4, child, nowhere, WNOHANG, nowhere);
	kill(child, SIGKILL);
	syscall(SYS_wait4, child, &status, 0, NULL);
	epoll_ctl(epoll, EPOLL_CTL_ADD, pair[0], &event);
	syscall(SYS_epoll_ctl, epoll, EPOLL_CTL_DEL, pair[0], nowhere);
	write(pair[1], bytes, 5);
	syscall(SYS_recvfrom, pair[0], bytes, sizeof(bytes), 0, NULL, nowhere);
}

static void programs(void)
{
	struct sock_filter allow[] = {{0x20, 0, 0, 4}, {0x06, 0, 0, SECCOMP_RET_ALLOW}};
	struct sock_fprog filter = {2, allow};
	union bpf_attr map = {.map_type = BPF_MAP_TYPE_HASH, .key_size = 4, .value_size = 8,
			      .max_entries = 16};

	strcpy(map.map_name, "a_map");
	syscall(SYS_bpf, BPF_MAP_CREATE, &map, sizeof(map));
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter);
}

int main(void)
{
	char names[1000];
	int fd = open("/tmp/arguments", O_RDWR | O_CREAT, 0600), pair[2];
	int here = open("/", O_RDONLY | O_DIRECTORY);

	if (fd < 0 || here < 0 || socketpair(AF_UNIX, SOCK_STREAM, 0, pair))
		return 1;
	syscall(SYS_getdents64, here, names, sizeof(names));
	parts(pair);
	passing(pair);
	messages();
	waiting(pair);
	commands(fd);
	options();
	interfaces();
	names_and_numbers();
	signs_and_families(fd);
	vectors();
	unused_addresses(pair);
	programs();
	return 0;
}
