// SPDX-License-Identifier: Apache-2.0
/* What the containers of the kernel matrix do: known calls with known results, in known order. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define HELLO "hello"

static void must(int ok, const char *what)
{
	if (ok)
		return;
	fprintf(stderr, "workload: %s: %s\n", what, strerror(errno));
	exit(1);
}

static void must_fail(int fails, int with, const char *what)
{
	if (fails && errno == with)
		return;
	fprintf(stderr, "workload: %s did not fail with %s\n", what, strerror(with));
	exit(1);
}

static struct sockaddr_in address(const char *host, const char *port)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(atoi(port)) };

	must(inet_pton(AF_INET, host, &to.sin_addr) == 1, host);
	return to;
}

static int serve(const char *host, const char *port, int guests)
{
	struct sockaddr_in at = address(host, port);
	int one = 1, fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof(one));
	must(!bind(fd, (void *)&at, sizeof(at)), "bind");
	must(!listen(fd, 8), "listen");
	while (guests--) {
		char said[sizeof(HELLO)] = "";
		int guest = accept4(fd, NULL, NULL, SOCK_CLOEXEC);

		must(guest >= 0, "accept4");
		must(read(guest, said, sizeof(said)) == sizeof(said), "read from a guest");
		must(write(guest, said, sizeof(said)) == sizeof(said), "write to a guest");
		close(guest);
	}
	return 0;
}

static void visit(const char *host, const char *port)
{
	struct sockaddr_in to = address(host, port);
	char said[sizeof(HELLO)] = HELLO;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	must(!connect(fd, (void *)&to, sizeof(to)), "connect");
	must(write(fd, said, sizeof(said)) == sizeof(said), "write to the server");
	must(read(fd, said, sizeof(said)) == sizeof(said), "read from the server");
	close(fd);
}

static void refused(void)
{
	struct sockaddr_in to = address("127.0.0.1", "9");
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	must_fail(connect(fd, (void *)&to, sizeof(to)) < 0, ECONNREFUSED, "connect to port 9");
	close(fd);
}

static void local(void)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX, .sun_path = "/tmp/door" };
	int server = socket(AF_UNIX, SOCK_STREAM, 0), client = socket(AF_UNIX, SOCK_STREAM, 0);
	struct iovec part = { HELLO, strlen(HELLO) };

	must(!bind(server, (void *)&at, sizeof(at)) && !listen(server, 1), "bind /tmp/door");
	must(!connect(client, (void *)&at, sizeof(at)), "connect to /tmp/door");
	must(writev(client, &part, 1) == (ssize_t)strlen(HELLO), "writev");
	close(client);
	close(server);
}

static void files(void)
{
	char page[4096] = "";
	int fd;

	must((fd = open("/etc/motd", O_RDONLY | O_CLOEXEC)) >= 0, "open /etc/motd");
	must(read(fd, page, sizeof(page)) > 0, "read /etc/motd");
	close(fd);
	must(!chdir("/etc"), "chdir /etc");
	must((fd = open("../etc/./passwd", O_RDONLY)) >= 0, "open ../etc/./passwd");
	close(fd);
	must_fail(open("/nowhere/file", O_RDWR) < 0, ENOENT, "open /nowhere/file");
	must(!mkdir("/tmp/made", 0751), "mkdir");
	must((fd = open("/tmp/made/new", O_CREAT | O_EXCL | O_WRONLY, 0640)) >= 0, "create");
	must(write(fd, page, sizeof(page)) == sizeof(page), "write");
	close(fd);
	must(!rename("/tmp/made/new", "/tmp/made/old"), "rename");
	must(!link("/tmp/made/old", "/tmp/made/link"), "link");
	must(!symlink("old", "/tmp/made/sym"), "symlink");
	must(!chmod("/tmp/made/old", 0600), "chmod");
	must(!truncate("/tmp/made/old", 10), "truncate");
	must(!unlink("/tmp/made/old") && !unlink("/tmp/made/link"), "unlink");
	must(!unlink("/tmp/made/sym") && !rmdir("/tmp/made"), "rmdir");
	must(!mkdir("/tmp/first", 0700) && !rename("/tmp/first", "/tmp/between"), "rename first");
	must(!rename("/tmp/between", "/tmp/last"), "rename between");
}

/* Changes that are made through a link to where they happen. */
static void through_a_link(void)
{
	int fd;

	must(!mkdir("/tmp/place", 0700) && !symlink("/tmp/place", "/tmp/way"), "a link");
	must(!chdir("/tmp"), "chdir /tmp");
	must((fd = open("way/a", O_CREAT | O_EXCL | O_WRONLY, 0600)) >= 0, "create way/a");
	close(fd);
	must(!mkdir("way/directory", 0700) && !rmdir("/tmp/way/directory"), "a directory");
	must(!rename("way/a", "way/b"), "rename way/a");
	must(!link("way/b", "way/c") && !symlink("b", "way/s"), "links of way/b");
	must(!chmod("way/b", 0640) && !truncate("way/b", 5), "chmod and truncate way/b");
	must(!chown("way/b", 0, 0), "chown way/b");
	must(!unlink("way/b") && !unlink("way/c") && !unlink("way/s"), "unlink");
	must_fail(unlink("way/b") < 0, ENOENT, "unlink of nothing");
}

static void by_aio(void)
{
	static char page[321];
	int fd = open("/tmp/async", O_CREAT | O_EXCL | O_WRONLY, 0600);
	struct iocb request = { .aio_lio_opcode = IOCB_CMD_PWRITE, .aio_fildes = fd,
				.aio_buf = (unsigned long)page, .aio_nbytes = sizeof(page) };
	struct iocb *list[] = { &request };
	struct io_event event;
	aio_context_t context = 0;

	must(!syscall(SYS_io_setup, 1, &context), "io_setup");
	must(syscall(SYS_io_submit, context, 1, list) == 1, "io_submit");
	must(syscall(SYS_io_getevents, context, 1, 1, &event, NULL) == 1 &&
	     event.res == sizeof(page), "io_getevents");
	close(fd);
}

static void by_handle(void)
{
	struct { struct file_handle head; char bytes[8]; } some = { .head.handle_bytes = 8,
								   .head.handle_type = 1 };

	must_fail(open_by_handle_at(AT_FDCWD, &some.head, O_RDONLY) < 0, EPERM, "open_by_handle_at");
}

static void named(void)
{
	must_fail(syscall(SYS_dup3, -1, 5, O_CLOEXEC) < 0, EBADF, "dup3");
	must_fail(chroot("/") < 0, EPERM, "chroot");
	must_fail(execl("/nowhere/program", "program", NULL) < 0, ENOENT, "execve");
	for (int i = 0; i < 10; i++)
		syscall(SYS_getpgrp);
}

static int reaped(pid_t child)
{
	int status = 0;

	must(child > 0 && waitpid(child, &status, 0) == child, "fork and wait");
	return status;
}

/* An exec makes another user of whoever has several. */
static void execute_as_another(void)
{
	pid_t child = fork();

	if (!child) {
		must(!setresuid(-1, 1000, -1), "setresuid");
		_exit(execl("/bin/true", "/bin/true", NULL));
	}
	must(!reaped(child), "a child that is another user");
}

/* Written now, its interpreter being of the image. */
static void execute_script(void)
{
	static const char text[] = "#!/bin/true\n";
	int fd = open("/dropped", O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0700);
	pid_t child;

	must(write(fd, text, sizeof(text) - 1) == sizeof(text) - 1 && !close(fd), "a script");
	child = fork();
	if (!child)
		_exit(execl("/dropped", "/dropped", NULL));
	must(!reaped(child), "a child that runs a script");
}

static void children(void)
{
	pid_t child = fork();

	if (!child)
		_exit(setuid(1000) ? 1 : 3);
	must(WEXITSTATUS(reaped(child)) == 3, "a child that exits with 3");
	child = fork();
	if (!child)
		raise(SIGKILL);
	must(WTERMSIG(reaped(child)) == SIGKILL, "a child that is killed");
	child = fork();
	if (!child)
		execl("/bin/true", "/bin/true", "one", "two words", NULL);
	must(!reaped(child), "a child that runs /bin/true");
}

static int hog(void)
{
	const size_t size = 256UL << 20;
	char *much = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	must(much != MAP_FAILED, "mmap");
	memset(much, 1, size);
	return 0;
}

static void *work(void *unused)
{
	must(!prctl(PR_SET_NAME, "worker"), "prctl");
	must(!syscall(SYS_setresuid, -1, 1000, -1), "setresuid");
	must_fail(open("/nowhere/worker", O_RDONLY) < 0, ENOENT, "open");
	return unused;
}

/* A thread has a name and a user of its own, and the others keep theirs. */
static void differ(void)
{
	pthread_t thread;

	must(!pthread_create(&thread, NULL, work, NULL), "pthread_create");
	must(!pthread_join(thread, NULL), "pthread_join");
	must_fail(open("/nowhere/first", O_RDONLY) < 0, ENOENT, "open");
}

/* Calls that must all be counted, on one CPU with others that do the same. */
static int busy(const char *calls)
{
	cpu_set_t first;

	CPU_ZERO(&first);
	CPU_SET(0, &first);
	must(!sched_setaffinity(0, sizeof(first), &first), "sched_setaffinity");
	for (long left = atol(calls); left; left--)
		syscall(SYS_getuid);
	return 0;
}

int main(int argc, char **argv)
{
	const char *verb = argc > 1 ? argv[1] : "";

	if (!strcmp(verb, "serve") && argc == 5)
		return serve(argv[2], argv[3], atoi(argv[4]));
	if (!strcmp(verb, "exit") && argc == 3)
		return atoi(argv[2]);
	if (!strcmp(verb, "busy") && argc == 3)
		return busy(argv[2]);
	if (!strcmp(verb, "hog"))
		return hog();
	if (strcmp(verb, "all") || argc != 4)
		return 2;
	files();
	through_a_link();
	by_aio();
	by_handle();
	refused();
	local();
	visit(argv[2], argv[3]);
	visit(argv[2], argv[3]);
	named();
	children();
	execute_as_another();
	execute_script();
	differ();
	return 7;
}
