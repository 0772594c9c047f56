// SPDX-License-Identifier: Apache-2.0
/* Is this process allowed to watch? Said before anything is loaded, in words one can act on. */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/capability.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "privileges.h"

static bool has(cap_t caps, cap_value_t cap)
{
	cap_flag_value_t value = CAP_CLEAR;

	return !cap_get_flag(caps, cap, CAP_EFFECTIVE, &value) && value == CAP_SET;
}

/* Before 5.11 (commit 80ee81e0403c) BPF maps counted against RLIMIT_MEMLOCK, which only
 * CAP_SYS_RESOURCE raises. */
static bool needs_memlock(void)
{
	struct utsname uts;
	struct rlimit limit;
	unsigned major, minor;

	if (uname(&uts) || sscanf(uts.release, "%u.%u", &major, &minor) != 2)
		return false;
	if (major > 5 || (major == 5 && minor >= 11))
		return false;
	return getrlimit(RLIMIT_MEMLOCK, &limit) || limit.rlim_cur != RLIM_INFINITY;
}

static const struct need {
	cap_value_t cap;
	const char *name;
	bool admin_will_do; /* CAP_SYS_ADMIN includes it */
	bool (*only_if)(void);
} needs[] = {
    {CAP_BPF, "CAP_BPF", true, NULL},
    {CAP_PERFMON, "CAP_PERFMON", true, NULL},
    {CAP_SYS_PTRACE, "CAP_SYS_PTRACE", false, NULL},
    {CAP_DAC_READ_SEARCH, "CAP_DAC_READ_SEARCH", false, NULL},
    {CAP_SYS_RESOURCE, "CAP_SYS_RESOURCE", false, needs_memlock},
};

/* The kernel's first ones have fixed inodes. */
static bool is_not(const char *namespace, ino_t first)
{
	struct stat st;

	return !stat(namespace, &st) && st.st_ino != first;
}

/* Whoever makes a user namespace has all capabilities, there: they do not count for the kernel. */
static bool in_user_namespace(void)
{
	return is_not("/proc/self/ns/user", 0xeffffffd); /* PROC_USER_INIT_INO of linux/proc_ns.h */
}

bool privileges_in_pid_namespace(void)
{
	return is_not("/proc/self/ns/pid", 0xeffffffc); /* PROC_PID_INIT_INO */
}

int privileges_check(struct eu_error *err)
{
	cap_t caps = cap_get_proc();
	char missing[200] = "";
	size_t at = 0;

	if (!caps)
		return 0; /* not known here: the kernel will say */
	for (size_t i = 0; i < sizeof(needs) / sizeof(*needs); i++) {
		const struct need *need = &needs[i];

		if (has(caps, need->cap) || (need->admin_will_do && has(caps, CAP_SYS_ADMIN)) ||
		    (need->only_if && !need->only_if()))
			continue;
		at += snprintf(missing + at, sizeof(missing) - at, "%s%s", at ? ", " : "",
			       need->name);
	}
	cap_free(caps);
	if (in_user_namespace())
		return eu_fail(err, EPERM, "watching the kernel needs root of the host: this is a user "
					   "namespace, whose capabilities do not count");
	if (privileges_in_pid_namespace())
		return eu_fail(err, EPERM, "watching the kernel needs the host's processes: this is a "
					   "PID namespace of its own, with other numbers; run it in "
					   "the host's (a container with --pid=host)");
	if (!at)
		return 0;
	return eu_fail(err, EPERM, "watching the kernel needs %s: run it %s", missing,
		       geteuid() ? "as root, or give the program these capabilities"
				 : "with these capabilities, which this root does not have");
}
