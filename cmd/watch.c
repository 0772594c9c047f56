// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include "cmd.h"
#include "privileges.h"
#include "say.h"
#include "select.h"
#include "statement.h"
#include "watch.h"

/* Signals that are closer together (timeout(1) sends two) are one. */
#define WATCH_TWICE 1000 /* ms */

enum source { SESSION, SIGNALS, DURATION, INTERVAL };

/* nohup(1): who logs out does not end what is to go on. A blocked signal comes out of a signalfd even
 * where it is ignored. */
static bool is_ignored(int signal)
{
	struct sigaction now;

	return !sigaction(signal, NULL, &now) && now.sa_handler == SIG_IGN;
}

/* Before any thread or child exists, so that none of them takes what is ours. SIGINT is taken even
 * where it is ignored, as a shell has it for what it starts in the background. */
static int take_over_signals(struct watch *watch, struct eu_error *err)
{
	static const int taken[] = {SIGINT, SIGTERM, SIGHUP, SIGUSR1, SIGCHLD};
	sigset_t set;

	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(taken) / sizeof(*taken); i++)
		if (taken[i] != SIGHUP || !is_ignored(SIGHUP))
			sigaddset(&set, taken[i]);
	sigprocmask(SIG_BLOCK, &set, NULL);
	watch->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	if (watch->signals < 0)
		return eu_fail(err, errno, "signalfd: %s", strerror(errno));
	return 0;
}

int watch_exit_code(int error)
{
	return error == -EPERM    ? EU_EXIT_PERMISSION
	       : error == -EINVAL ? EU_EXIT_USAGE
				  : EU_EXIT_FAILED;
}

/* To watch nobody in silence is no help to who mistyped. */
static int check_pids(const struct eu_selection *select, struct eu_error *err)
{
	for (size_t i = 0; i < select->n_pids; i++)
		if ((pid_t)select->pids[i] <= 0 ||
		    (kill(select->pids[i], 0) && errno == ESRCH))
			return eu_fail(err, ESRCH, "--pid %u: there is no such process",
				       select->pids[i]);
	return 0;
}

static int wait_for_messages(void *context, int fd, bool patient)
{
	return watch_wait(context, fd, patient);
}

int watch_prepare(struct watch *watch, struct eu_session_options *options, char **command,
		  struct eu_error *err)
{
	int ret = privileges_check(err) ?: check_pids(&options->select, err);

	watch->duration_timer = watch->interval_timer = -1;
	if (!ret)
		ret = take_over_signals(watch, err);
	if (!ret)
		say_wait(wait_for_messages, watch);
	if (!ret && command)
		ret = command_prepare(&watch->command, command, err);
	if (ret)
		return ret;
	options->command_pid = watch->command.pid;
	return eu_session_new(&watch->session, options, err);
}

static int add(int epoll, int fd, enum source source)
{
	struct epoll_event event = {.events = EPOLLIN, .data.u32 = source};

	return fd < 0 || epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) ? -errno : 0;
}

static int add_timer(int epoll, uint64_t ms, enum source source, int *fd)
{
	struct timespec at = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
	struct itimerspec timer = {.it_value = at, .it_interval = at};

	*fd = -1;
	if (!ms)
		return 0;
	*fd = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
	if (*fd < 0 || timerfd_settime(*fd, 0, &timer, NULL))
		return -errno;
	return add(epoll, *fd, source);
}

/* It runs on when it has been read. */
static bool is_due(int timer)
{
	uint64_t times;

	return read(timer, &times, sizeof(times)) == sizeof(times);
}

struct census {
	struct eu_session *session;
	size_t there, chosen;
};

static bool count_one(void *context, const struct eu_container *container)
{
	struct census *census = context;

	census->there++;
	census->chosen += eu_session_selects(census->session, container);
	return true;
}

/* With the number that are left out a mistyped name shows at once. */
static void say_watching(struct watch *watch)
{
	struct census census = {.session = watch->session};
	char of[32] = "";

	if (watch->command.pid) {
		say_status("watching %s", watch->command.argv[0]);
		return;
	}
	eu_session_containers(watch->session, count_one, &census);
	if (census.chosen != census.there)
		snprintf(of, sizeof(of), " of %zu", census.there);
	say_status("watching %zu%s container%s, and those to come%s", census.chosen, of,
		   census.there == 1 ? "" : "s",
		   watch->duration || !isatty(STDERR_FILENO) ? "" : "; Ctrl-C stops");
}

void watch_say_statement(struct watch *watch, uint64_t n, const char *what, const char *when)
{
	statement_say(watch->session, n, what, when);
}

void watch_say_choice(const struct watch *watch)
{
	if (watch->command.pid && eu_session_leaves_all_out(watch->session))
		say("every container of the command is left out by %s", select_names);
}

static uint64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000ull + now.tv_nsec / 1000000;
}

static void end(struct watch *watch)
{
	if (!watch->done)
		watch->ended_at = milliseconds();
	watch->done = true;
}

/* The command decides when it ends: a signal that was meant for us alone is handed on. One from
 * the terminal (the kernel's, pid 0) has reached it already. */
static void interrupt(struct watch *watch, const struct signalfd_siginfo *info)
{
	bool running = watch->command.pid && !watch->command.ended;

	if (watch->done && milliseconds() - watch->ended_at >= WATCH_TWICE)
		watch->in_haste = true;
	if (!running || watch->interrupted)
		end(watch);
	else if (info->ssi_pid)
		kill(watch->command.pid, info->ssi_signo);
	watch->interrupted = true;
}

static void say_so_far(struct watch *watch)
{
	uint64_t n = watch->count ? watch->count(watch->context) : eu_session_events(watch->session);

	watch_say_statement(watch, n, watch->count ? watch->counted : "event", " so far");
}

static void take_signals(struct watch *watch)
{
	struct signalfd_siginfo info;

	while (read(watch->signals, &info, sizeof(info)) == sizeof(info)) {
		if (info.ssi_signo == SIGUSR1)
			watch->asked = true;
		else if (info.ssi_signo != SIGCHLD)
			interrupt(watch, &info);
		else if (command_reap(&watch->command))
			end(watch);
	}
}

static void time_out(struct watch *watch)
{
	watch->timed_out = true;
	end(watch);
}

/* Who only reads slowly, or has a command's last words still to read, gets all of them. */
static int patience(const struct watch *watch, bool patient)
{
	if (!watch->done || !(watch->interrupted || watch->timed_out))
		return -1;
	return patient && !watch->in_haste ? WATCH_PATIENCE : 0;
}

int watch_wait(struct watch *watch, int fd, bool patient)
{
	for (;;) {
		struct pollfd fds[] = {
		    {.fd = fd, .events = POLLOUT},
		    {.fd = watch->signals, .events = POLLIN},
		    {.fd = watch->timed_out ? -1 : watch->duration_timer, .events = POLLIN},
		};
		int n = poll(fds, 3, patience(watch, patient));

		if (n < 0 && errno != EINTR)
			return -errno;
		if (!n)
			return -ETIMEDOUT;
		if (n > 0 && fds[1].revents)
			take_signals(watch);
		if (n > 0 && fds[2].revents)
			time_out(watch);
		if (n > 0 && fds[0].revents)
			return 0;
	}
}

static int handle(struct watch *watch, enum source source, struct eu_error *err)
{
	int ret;

	switch (source) {
	case SESSION:
		ret = eu_session_dispatch(watch->session, err);
		if (!ret && watch->after && watch->after(watch->context))
			end(watch);
		return ret;
	case SIGNALS:
		take_signals(watch);
		break;
	case DURATION:
		time_out(watch);
		break;
	case INTERVAL:
		if (is_due(watch->interval_timer))
			watch->tick(watch->context);
		break;
	}
	return 0;
}

static int loop(struct watch *watch, int epoll, struct eu_error *err)
{
	struct epoll_event events[4];
	int ret = 0;

	while (!watch->done && !ret) {
		int n = epoll_wait(epoll, events, 4, -1);

		if (n < 0 && errno != EINTR)
			return eu_fail(err, errno, "epoll_wait: %s", strerror(errno));
		for (int i = 0; i < n && !ret; i++)
			ret = handle(watch, events[i].data.u32, err);
		if (watch->asked)
			say_so_far(watch);
		watch->asked = false;
	}
	return ret;
}

static void close_timer(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

int watch_run(struct watch *watch, struct eu_error *err)
{
	int epoll = epoll_create1(EPOLL_CLOEXEC);
	int ret = epoll < 0 ? -errno : 0;

	if (!ret)
		ret = add(epoll, eu_session_fd(watch->session), SESSION);
	if (!ret)
		ret = add(epoll, watch->signals, SIGNALS);
	if (!ret)
		ret = add_timer(epoll, watch->duration, DURATION, &watch->duration_timer);
	if (!ret)
		ret = add_timer(epoll, watch->interval, INTERVAL, &watch->interval_timer);
	if (ret)
		return eu_fail(err, -ret, "the event loop: %s", strerror(-ret));
	say_watching(watch);
	command_release(&watch->command);
	ret = loop(watch, epoll, err);
	close_timer(&watch->duration_timer);
	close_timer(&watch->interval_timer);
	close(epoll);
	return ret;
}

void watch_close(struct watch *watch)
{
	say_wait(NULL, NULL);
	eu_session_free(watch->session);
	watch->session = NULL;
}
