/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the benchmarks time: one loop per name, nanoseconds per turn on stdout.
 *	workload NAME TURNS [RATE]
 * RATE (turns per second) paces the loop in batches of 1 ms; without it the loop runs flat out.
 */
#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000000L + now.tv_nsec;
}

static void do_getppid(void)
{
	syscall(SYS_getppid);
}

static void do_read_write(void)
{
	static int zero = -1, null = -1;
	char buffer[64];

	if (zero < 0) {
		zero = open("/dev/zero", O_RDONLY);
		null = open("/dev/null", O_WRONLY);
	}
	if (read(zero, buffer, sizeof(buffer)) < 0 || write(null, buffer, sizeof(buffer)) < 0)
		exit(1);
}

static void do_open_close(void)
{
	int fd = open("/etc/passwd", O_RDONLY | O_CLOEXEC);

	close(fd);
}

static void walk(const char *path, int depth)
{
	DIR *dir = depth ? opendir(path) : NULL;
	struct dirent *entry;
	char below[4096];
	struct stat st;

	while (dir && (entry = readdir(dir))) {
		if (*entry->d_name == '.')
			continue;
		snprintf(below, sizeof(below), "%s/%s", path, entry->d_name);
		if (!lstat(below, &st) && S_ISDIR(st.st_mode))
			walk(below, depth - 1);
	}
	if (dir)
		closedir(dir);
}

static void do_walk(void)
{
	walk("/usr/share/doc", 2);
}

static void do_fork_exec(void)
{
	char *args[] = {"/bin/true", NULL};
	pid_t pid;

	if (posix_spawn(&pid, args[0], NULL, NULL, args, NULL))
		exit(1);
	waitpid(pid, NULL, 0);
}

static int echo_server(void)
{
	struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t len = sizeof(at);
	int listener = socket(AF_INET, SOCK_STREAM, 0);

	if (bind(listener, (void *)&at, sizeof(at)) || listen(listener, 8) ||
	    getsockname(listener, (void *)&at, &len))
		exit(1);
	if (fork())
		return close(listener), ntohs(at.sin_port);
	for (int fd; (fd = accept(listener, NULL, NULL)) >= 0; close(fd)) {
		char byte;

		while (read(fd, &byte, 1) == 1)
			if (byte == 'q' || write(fd, &byte, 1) != 1)
				exit(0);
	}
	exit(0);
}

static int echo_connect(int port)
{
	struct sockaddr_in to = {.sin_family = AF_INET,
				 .sin_port = htons(port),
				 .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	if (connect(fd, (void *)&to, sizeof(to)))
		exit(1);
	return fd;
}

static int echo_port;

static void do_tcp_echo(void)
{
	char byte = 'x';
	int fd;

	if (!echo_port)
		echo_port = echo_server();
	fd = echo_connect(echo_port);
	if (write(fd, &byte, 1) != 1 || read(fd, &byte, 1) != 1)
		exit(1);
	close(fd);
}

static void end_echo(void)
{
	int fd = echo_port ? echo_connect(echo_port) : -1;

	if (fd >= 0 && write(fd, "q", 1) != 1)
		exit(1);
}

static const struct {
	const char *name;
	void (*turn)(void);
} loops[] = {
	{"getppid", do_getppid},     {"read_write", do_read_write}, {"open_close", do_open_close},
	{"walk", do_walk},           {"fork_exec", do_fork_exec},   {"tcp_echo", do_tcp_echo},
};

static void pace(long begun, long done, long rate)
{
	long due = begun + done * 1000000000L / rate, now = now_ns();
	struct timespec rest = {.tv_nsec = due - now};

	if (due > now)
		nanosleep(&rest, NULL);
}

int main(int argc, char **argv)
{
	long turns = argc > 2 ? atol(argv[2]) : 0, rate = argc > 3 ? atol(argv[3]) : 0, begun;
	long batch = rate ? rate / 1000 + 1 : turns + 1;

	for (size_t i = 0; argc > 2 && i < sizeof(loops) / sizeof(*loops); i++) {
		if (strcmp(argv[1], loops[i].name))
			continue;
		loops[i].turn();
		begun = now_ns();
		for (long n = 1; n <= turns; n++) {
			loops[i].turn();
			if (n % batch == 0)
				pace(begun, n, rate);
		}
		printf("%.1f\n", (double)(now_ns() - begun) / turns);
		end_echo();
		return 0;
	}
	fprintf(stderr, "usage: workload getppid|read_write|open_close|walk|fork_exec|tcp_echo TURNS [RATE]\n");
	return 2;
}
