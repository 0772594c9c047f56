/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whoever has to hear of something else meanwhile (a signal, a clock) may not be held by a write
 * to a reader that stands still. But that a descriptor does not block is a property that all share
 * who have it, so a pipe or a terminal is opened once more, and a socket is asked call by call.
 * Where that does not go, a pipe gets no more at a time than it takes without blocking when poll
 * says that there is room. A write that goes through costs what it costs without all that.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "outlet.h"

/* The other side of a terminal: opened once more, it would be another one. */
static bool is_master(int fd)
{
	int number;

	return !ioctl(fd, TIOCGPTN, &number);
}

static int open_once_more(int fd)
{
	char path[32];

	if (is_master(fd))
		return -1;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	return open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

int eu_outlet_open(struct eu_outlet *outlet, int fd, const struct eu_sink_options *options)
{
	struct stat st;
	int again = -1;

	if (fstat(fd, &st))
		return -errno;
	*outlet = (struct eu_outlet){
	    .fd = fd,
	    .is_socket = S_ISSOCK(st.st_mode) && options->wait,
	    .may_signal = S_ISFIFO(st.st_mode) || S_ISSOCK(st.st_mode),
	    .wait = options->wait,
	    .context = options->context,
	};
	if (!options->wait || !(S_ISFIFO(st.st_mode) || isatty(fd)))
		return 0;
	again = open_once_more(fd);
	outlet->own = again >= 0;
	outlet->in_pieces = again < 0;
	if (again >= 0)
		outlet->fd = again;
	return 0;
}

void eu_outlet_close(struct eu_outlet *outlet)
{
	if (outlet->own)
		close(outlet->fd);
	outlet->own = false;
}

static int wait_for_room(const struct eu_outlet *outlet)
{
	struct pollfd ready = {.fd = outlet->fd, .events = POLLOUT};

	if (outlet->wait)
		return outlet->wait(outlet->context, outlet->fd);
	return poll(&ready, 1, -1) < 0 && errno != EINTR ? -errno : 0;
}

static ssize_t write_some(const struct eu_outlet *outlet, const char *data, size_t len)
{
	if (outlet->is_socket)
		return send(outlet->fd, data, len, MSG_DONTWAIT | MSG_NOSIGNAL);
	return write(outlet->fd, data, outlet->in_pieces && len > PIPE_BUF ? PIPE_BUF : len);
}

static ssize_t write_ready(const struct eu_outlet *outlet, const char *data, size_t len)
{
	int ret = outlet->in_pieces ? wait_for_room(outlet) : 0;

	while (!ret) {
		ssize_t n = write_some(outlet, data, len);

		if (n >= 0)
			return n;
		if (errno == EAGAIN)
			ret = wait_for_room(outlet);
		else if (errno != EINTR)
			return -errno;
	}
	return ret;
}

static int write_all(const struct eu_outlet *outlet, const char *data, size_t len, size_t *done)
{
	*done = 0;
	while (*done < len) {
		ssize_t n = write_ready(outlet, data + *done, len - *done);

		if (n <= 0)
			return n ? (int)n : -EIO;
		*done += n;
	}
	return 0;
}

/* A library must not let a closed pipe kill the process, nor change how signals are handled. */
static int write_without_signal(const struct eu_outlet *outlet, const char *data, size_t len,
				size_t *done)
{
	const struct timespec now = {0};
	sigset_t pipe, old, pending;
	int result;

	sigemptyset(&pipe);
	sigaddset(&pipe, SIGPIPE);
	sigpending(&pending);
	pthread_sigmask(SIG_BLOCK, &pipe, &old);
	result = write_all(outlet, data, len, done);
	if (result == -EPIPE && !sigismember(&pending, SIGPIPE))
		while (sigtimedwait(&pipe, NULL, &now) < 0 && errno == EINTR)
			;
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	return result;
}

int eu_outlet_write(const struct eu_outlet *outlet, const char *data, size_t len, size_t *done)
{
	return (outlet->may_signal ? write_without_signal : write_all)(outlet, data, len, done);
}
