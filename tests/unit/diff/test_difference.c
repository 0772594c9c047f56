// SPDX-License-Identifier: Apache-2.0
/* What is a difference between two reports, and what is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <eunomia/diff.h>
#include <eunomia/events.h>

#define START 1795316041000000000ull
#define LATER (START + 1000000000ull)

static const struct eu_lifecycle_fact life[] = {{START, "started", NULL}};

struct side {
	struct eu_container_report container;
	struct eu_report report;
};

static void make_side(struct side *side, const char *image)
{
	*side = (struct side){
	    .container = {.container = {.id = "1",
					.name = "web",
					.runtime = "",
					.image_name = image,
					.image_tag = "",
					.image_digest = "",
					.image_id = "",
					.cgroup = "",
					.created = ""},
			  .lifecycle = life,
			  .n_lifecycle = 1},
	    .report = {.host = "edge", .n_containers = 1, .complete = true},
	};
	side->report.containers = &side->container;
}

static struct side a, b;
static struct eu_differ *differ;
static struct eu_diff_options options;

static int make_sides(void **state)
{
	make_side(&a, "shop");
	make_side(&b, "shop");
	options = (struct eu_diff_options){};
	return 0;
}

static const struct eu_diff *compare(void)
{
	const struct eu_diff *diff;

	eu_differ_free(differ);
	assert_int_equal(eu_differ_new(&differ, &options, NULL), 0);
	assert_int_equal(eu_differ_add(differ, EU_DIFF_A, &a.report, NULL), 0);
	assert_int_equal(eu_differ_add(differ, EU_DIFF_B, &b.report, NULL), 0);
	assert_int_equal(eu_differ_compare(differ, &diff, NULL), 0);
	return diff;
}

static int free_differ(void **state)
{
	eu_differ_free(differ);
	differ = NULL;
	return 0;
}

/* "+files /etc/x:read,write" for each, a line each. */
static const char *told(void)
{
	static char text[4096];
	const struct eu_diff *diff = compare();
	char *at = text;

	*text = '\0';
	for (size_t i = 0; i < diff->containers[0].n_differences; i++) {
		const struct eu_difference *d = &diff->containers[0].differences[i];

		at += sprintf(at, "%c%s %s", d->only == EU_DIFF_B ? '+' : '-',
			      eu_diff_kind_name(d->kind), d->what);
		for (size_t n = 0; n < d->n_aspects; n++)
			at += sprintf(at, "%c%s", n ? ',' : d->known ? '~' : ':', d->aspects[n]);
		at += sprintf(at, "\n");
	}
	assert_int_equal(diff->differs, *text != '\0');
	return text;
}

#define SET(side, member, ...)                                                                     \
	do {                                                                                       \
		static const typeof(*(side).container.member) facts_[] = {__VA_ARGS__};            \
		(side).container.member = facts_;                                                  \
		(side).container.n_##member = sizeof(facts_) / sizeof(*facts_);                    \
	} while (0)

#define AT(t) .first = (t), .last = (t)

static void the_same_is_no_difference_whatever_the_counts(void **state)
{
	SET(a, files, {.path = "/etc/x", .opens = 1, .reads = 1, AT(LATER)});
	SET(b, files, {.path = "/etc/x", .opens = 9, .reads = 7, AT(LATER + 5)});
	assert_string_equal(told(), "");
}

static void new_files_and_new_ways_to_use_them_are_told(void **state)
{
	SET(a, files, {.path = "/etc/x", .opens = 1, .reads = 1, AT(LATER)},
	    {.path = "/old", .opens = 1, AT(LATER)});
	SET(b, files, {.path = "/etc/x", .opens = 1, .reads = 1, .writes = 1, AT(LATER)},
	    {.path = "/new", .opens = 1, .created = true, .writes = 1, AT(LATER)},
	    {.path = "/none", .opens = 1, .failures = 1, AT(LATER)});
	assert_string_equal(told(), "+files /etc/x~write\n+files /new:create,write\n"
				    "+files /none:fail\n-files /old:open\n");
}

#define DONE(all) .operations = (all), .n_operations = sizeof(all) / sizeof(*(all))

static void operations_are_told_by_their_names(void **state)
{
	static const struct eu_operation_count chmod[] = {{EU_OPERATION_CHMOD, 2}},
					       mkdir[] = {{EU_OPERATION_MKDIR, 1}},
					       rmdir[] = {{EU_OPERATION_RMDIR, 1},
							  {EU_OPERATION_OTHER, 1}},
					       link[] = {{EU_OPERATION_LINK_TO, 1}};

	SET(a, files, {.path = "/etc/x", .opens = 1, .reads = 1, AT(LATER)});
	SET(b, files,
	    {.path = "/etc/x", .opens = 1, .reads = 1, .changed = true, DONE(chmod), AT(LATER)},
	    {.path = "/d", .created = true, .changed = true, DONE(mkdir), AT(LATER)},
	    {.path = "/e", .deleted = true, .changed = true, DONE(rmdir), AT(LATER)},
	    {.path = "/f", .failures = 1, DONE(link), AT(LATER)},
	    {.path = "/g", .opens = 2, .failures = 1, DONE(link), AT(LATER)});
	assert_string_equal(told(), "+files /d:create,mkdir\n+files /e:delete\n+files /etc/x~chmod\n"
				    "+files /f:fail\n+files /g:link_to\n");
}

static void what_a_container_made_itself_it_may_empty(void **state)
{
	static const struct eu_operation_count cut[] = {{EU_OPERATION_TRUNCATE, 3}};

	SET(a, files, {.path = "/etc/passwd", .opens = 1, .reads = 1, AT(LATER)},
	    {.path = "/run/pid", .opens = 1, .writes = 1, .created = true, AT(LATER)});
	SET(b, files,
	    {.path = "/etc/passwd", .opens = 2, .reads = 1, .changed = true, DONE(cut), AT(LATER)},
	    {.path = "/run/pid", .opens = 4, .writes = 4, .created = true, .changed = true, DONE(cut),
	     AT(LATER)});
	assert_string_equal(told(), "+files /etc/passwd~truncate\n");
}

/* A log that is rotated and made again is still there, and is no temporary file. */
static void what_is_made_to_be_renamed_goes_by_its_new_name(void **state)
{
	static const struct eu_operation_count away[] = {{EU_OPERATION_RENAME, 1}},
					       here[] = {{EU_OPERATION_RENAME_TO, 1}};

	SET(a, files,
	    {.path = "/etc/passwdXY", .new_path = "/etc/passwd", .opens = 1, .writes = 1,
	     .created = true, .changed = true, .moved = true, DONE(away), AT(LATER)},
	    {.path = "/etc/passwd", .opens = 1, .reads = 1, .changed = true, DONE(here), AT(LATER)});
	SET(b, files,
	    {.path = "/etc/passwdAB", .new_path = "/etc/passwd", .opens = 2, .failures = 1,
	     .writes = 1, .created = true, .changed = true, .moved = true, DONE(away),
	     AT(LATER)},
	    {.path = "/etc/passwd", .opens = 1, .reads = 1, .changed = true, DONE(here), AT(LATER)},
	    {.path = "/log", .new_path = "/log.1", .opens = 2, .writes = 9, .created = true,
	     .changed = true, DONE(away), AT(LATER)},
	    {.path = "/log.1", .changed = true, DONE(here), AT(LATER)});
	assert_string_equal(told(), "+files /log:create,rename,write\n+files /log.1:rename_to\n");
}

static void what_is_in_a_directory_goes_by_its_new_name_too(void **state)
{
	static const struct eu_operation_count made[] = {{EU_OPERATION_MKDIR, 1},
							 {EU_OPERATION_RENAME, 1}},
					       away[] = {{EU_OPERATION_RENAME, 1}},
					       passed[] = {{EU_OPERATION_RENAME, 1},
							   {EU_OPERATION_RENAME_TO, 1}},
					       here[] = {{EU_OPERATION_RENAME_TO, 1}};
#define MOVED(from, to, ...)                                                                       \
	{                                                                                          \
		.path = (from), .new_path = (to), .moved = true, .changed = true, __VA_ARGS__,     \
			AT(LATER)                                                                  \
	}
#define TREE(n)                                                                                    \
	MOVED("/in." n, "/in2." n, .created = true, DONE(made)),                                   \
	MOVED("/in2." n, "/final", DONE(passed)),                                                  \
	MOVED("/in." n "/tmp." n, "/in." n "/ok", .created = true, .opens = 1, .writes = 1,        \
	      DONE(away)),                                                                         \
	{.path = "/in." n "/ok", .changed = true, DONE(here), AT(LATER)},                          \
	{.path = "/final", .changed = true, DONE(here), AT(LATER)},                                \
	{.path = "/in.", .opens = 1, AT(LATER)}
	SET(a, files, TREE("1"));
	SET(b, files, TREE("2"), {.path = "/in.2/evil", .opens = 1, .created = true, AT(LATER)},
	    {.path = "/in.1", .opens = 1, .created = true, AT(LATER)});
	assert_string_equal(told(), "+files /final/evil:create\n+files /in.1:create\n");
}

/* No program does. */
static void names_that_lead_to_each_other_come_to_an_end(void **state)
{
	SET(b, files, MOVED("/a", "/b", .opens = 1), MOVED("/b", "/a", .opens = 1),
	    MOVED("/c", "/c/c", .opens = 1));
	assert_string_equal(told(), "+files /a:open\n+files /b:open\n+files /c:open\n");
}

static void pids_and_descriptors_and_ids_in_paths_are_not(void **state)
{
#define ID "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
	SET(a, files, {.path = "/proc/17/status", .opens = 1, AT(LATER)},
	    {.path = "/proc/17/task/18/stat", .opens = 1, AT(LATER)},
	    {.path = "/proc/self/fd/3", .opens = 1, AT(LATER)},
	    {.path = "/dev/pts/0", .opens = 1, AT(LATER)},
	    {.path = "/var/" ID "/x", .opens = 1, AT(LATER)},
	    {.path = "/tmp/#10224259", .opens = 1, AT(LATER)},
	    {.path = "pipe:[4711]", .opens = 1, AT(LATER)});
	SET(b, files, {.path = "/proc/99/status", .opens = 1, AT(LATER)},
	    {.path = "/proc/99/task/100/stat", .opens = 1, AT(LATER)},
	    {.path = "/proc/98/fd/5", .opens = 1, AT(LATER)},
	    {.path = "/dev/pts/3", .opens = 1, AT(LATER)},
	    {.path = "/var/f" "123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" "/x",
	     .opens = 1, AT(LATER)},
	    {.path = "/tmp/#17", .opens = 1, AT(LATER)},
	    {.path = "pipe:[12]", .opens = 1, AT(LATER)});
	assert_string_equal(told(), "");
}

static void other_numbers_in_paths_are_told(void **state)
{
	SET(a, files, {.path = "/lib/libssl.so.1.1", .opens = 1, AT(LATER)});
	SET(b, files, {.path = "/lib/libssl.so.3", .opens = 1, AT(LATER)},
	    {.path = "/tmp/#1#", .opens = 1, AT(LATER)}, {.path = "/tmp/c#1", .opens = 1, AT(LATER)});
	assert_string_equal(told(), "+files /lib/libssl.so.3:open\n+files /tmp/#1#:open\n"
				    "+files /tmp/c#1:open\n-files /lib/libssl.so.1.1:open\n");
}

static void new_calls_errors_and_arguments_are_told(void **state)
{
	static const struct eu_errno_count eperm[] = {{1, 3, 0}, {4, 1, 0}, {11, 5, 0}};
	static const struct eu_argument_fact inet6[] = {{"family", 10, "AF_INET6"}, {"n", 7, NULL}};
	static const struct eu_value_fact values[] = {{inet6, 2, 1, 0, LATER, LATER}};

	SET(a, syscalls, {.name = "socket", .count = 1, AT(LATER)});
	SET(b, syscalls,
	    {"socket", 4, 0, LATER, LATER, eperm, 3, values, 1},
	    {.name = "mount", .count = 1, AT(LATER)},
	    {.name = "restart_syscall", .count = 1, AT(LATER)});
	assert_string_equal(told(), "+syscalls mount\n+syscalls socket~EPERM\n"
				    "+arguments socket:family=AF_INET6 n=7\n");
}

static void an_eagain_of_fork_is_a_limit_and_told(void **state)
{
	static const struct eu_errno_count eagain[] = {{11, 5, 0}};

	SET(a, syscalls, {.name = "clone", .count = 9, AT(LATER)});
	SET(b, syscalls, {"clone", 9, 0, LATER, LATER, eagain, 1, NULL, 0});
	assert_string_equal(told(), "+syscalls clone~EAGAIN\n");
}

/* Close to the beginning or not: they were counted apart. */
static void what_the_runtime_did_is_no_difference(void **state)
{
	static const struct eu_errno_count enoent[] = {{2, 3, 3}}, eperm[] = {{1, 1, 0}};

	SET(a, syscalls, {.name = "setuid", .count = 1, .init = 1, AT(START + 1000)},
	    {"openat", 4, 3, START - 5, LATER, enoent, 1, NULL, 0});
	SET(b, syscalls, {.name = "read", .count = 1, .init = 1, AT(START + 1000)},
	    {"openat", 4, 3, START - 5, START + 1, eperm, 1, NULL, 0});
	assert_string_equal(told(), "+syscalls openat~EPERM\n");
}

static void what_the_runtime_does_and_the_workload_begins_to_is_one(void **state)
{
	SET(a, syscalls, {.name = "setuid", .count = 1, .init = 1, AT(START - 1000)});
	SET(b, syscalls, {.name = "setuid", .count = 2, .init = 1, AT(START - 1000)});
	assert_string_equal(told(), "+syscalls setuid\n");
}

/* Calls of schedulers, too: it is certain whose they are. */
static void arguments_and_calls_of_both_are_told_by_what_the_workload_did(void **state)
{
	static const struct eu_argument_fact unix_[] = {{"family", 1, "AF_UNIX"}};
	static const struct eu_value_fact of_runtime[] = {{unix_, 1, 2, 2, START, START}};
	static const struct eu_value_fact of_both[] = {{unix_, 1, 3, 2, START, START}};

	SET(a, syscalls, {"socket", 3, 2, START, LATER, NULL, 0, of_runtime, 1},
	    {.name = "futex", .count = 9, .init = 9, AT(START)});
	SET(b, syscalls, {"socket", 3, 2, START, LATER, NULL, 0, of_both, 1},
	    {.name = "futex", .count = 9, .init = 8, AT(START)});
	assert_string_equal(told(), "+syscalls futex\n+arguments socket:family=AF_UNIX\n");
}

/* Programs, peers and capabilities have the time of what the kernel saw. */
static void the_entrypoint_is_the_workloads_and_what_was_just_before_is_not(void **state)
{
	SET(a, executables, {.path = "/init", .count = 1, AT(START - 1)});
	SET(b, executables, {.path = "/app", .count = 1, AT(START)});
	assert_string_equal(told(), "+executables /app\n");
}

#define OLD .init = EU_INIT_UNKNOWN

static void of_old_recordings_times_tell_what_the_runtime_did(void **state)
{
	SET(a, syscalls, {.name = "setuid", .count = 1, OLD, AT(START - 100000000)});
	SET(b, syscalls, {.name = "read", .count = 1, OLD, AT(START - 100000000)});
	assert_string_equal(told(), "");
}

static void of_old_recordings_times_tell_what_the_workload_begins_to_do(void **state)
{
	SET(a, syscalls, {.name = "setuid", .count = 1, OLD, AT(START - 1000)});
	SET(b, syscalls, {.name = "setuid", .count = 2, OLD, .first = START - 1000, .last = LATER});
	assert_string_equal(told(), "+syscalls setuid\n");
}

static void of_old_recordings_a_call_close_to_the_beginning_is_not_told_twice(void **state)
{
	SET(a, syscalls, {.name = "setuid", .count = 1, OLD, AT(START + 1000)});
	SET(b, syscalls, {.name = "setuid", .count = 1, OLD, AT(START - 90000000)});
	assert_string_equal(told(), "");
}

static void an_old_and_a_new_recording_can_be_compared(void **state)
{
	SET(a, syscalls, {.name = "setuid", .count = 1, OLD, AT(START - 90000000)},
	    {.name = "read", .count = 1, OLD, AT(LATER)});
	SET(b, syscalls, {.name = "setuid", .count = 1, .init = 1, AT(START - 90000000)},
	    {.name = "read", .count = 1, AT(LATER)}, {.name = "write", .count = 1, AT(LATER)});
	assert_string_equal(told(), "+syscalls write\n");
}

static void programs_are_told_by_path_and_name(void **state)
{
	static const char *const cat[] = {"cat", "x"}, *const wget[] = {"/bin/wget"};

	SET(a, executables, {.path = "/bin/busybox", .argv = cat, .n_argv = 2, .count = 1, AT(LATER)});
	SET(b, executables, {.path = "/bin/busybox", .argv = wget, .n_argv = 1, .count = 1, AT(LATER)});
	assert_string_equal(told(), "+executables /bin/busybox~wget\n-executables /bin/busybox~cat\n");
}

#define PEER(t, d, addr, p, ...)                                                                   \
	{                                                                                          \
		.transport = t, .direction = d, .address = addr, .address_len = sizeof(addr) - 1,  \
		.port = p, .count = 1, AT(LATER), ##__VA_ARGS__                                    \
	}

static void peers_are_containers_by_name_and_others_by_address(void **state)
{
	SET(a, peers, PEER("tcp", "out", "198.51.100.7", 80, .container_id = "x1",
			   .container_name = "web"));
	SET(b, peers, PEER("tcp", "out", "198.51.100.9", 80, .container_id = "x2",
			   .container_name = "web"),
	    PEER("tcp", "out", "198.51.100.9", 443), PEER("tcp", "in", "198.51.100.1", 8080),
	    PEER("tcp", "out", "2001:db8::1", 25, .failures = 1));
	assert_string_equal(told(), "+peers from 198.51.100.1 at 8080 (tcp):reached\n"
				    "+peers to 198.51.100.9:443 (tcp):reached\n"
				    "+peers to [2001:db8::1]:25 (tcp):failed\n");
}

static void ephemeral_ports_are_one_but_a_service_there_is_itself(void **state)
{
	SET(a, peers, PEER("udp", "out", "198.51.100.1", 40000),
	    PEER("tcp", "out", "198.51.100.2", 40001), PEER("tcp", "out", "198.51.100.3", 50051));
	SET(b, peers, PEER("udp", "out", "198.51.100.1", 40404),
	    PEER("tcp", "out", "198.51.100.2", 40002), PEER("tcp", "out", "198.51.100.2", 40003),
	    PEER("tcp", "out", "198.51.100.3", 50052));
	assert_string_equal(told(), "+peers to 198.51.100.3:50052 (tcp):reached\n"
				    "-peers to 198.51.100.3:50051 (tcp):reached\n");
}

static void capabilities_and_confinement_are_told(void **state)
{
	static const struct eu_confinement_fact tight = {.no_new_privs = true, .seccomp = 2,
							 .initial_user_namespace = true,
							 .bounding = 1, .libc = ""};
	static const struct eu_confinement_fact loose = {.initial_user_namespace = true,
							 .bounding = 3, .libc = ""};

	SET(a, capabilities, {.name = "CAP_CHOWN", .granted = 1, AT(LATER)});
	SET(b, capabilities, {.name = "CAP_CHOWN", .granted = 1, .refused = 1, AT(LATER)});
	a.container.confinement = &tight;
	b.container.confinement = &loose;
	assert_string_equal(told(), "+capabilities CAP_CHOWN~refused\n"
				    "+confinement CAP_DAC_OVERRIDE:bounding\n"
				    "+confinement no_new_privs~no\n"
				    "+confinement seccomp~off\n"
				    "-confinement no_new_privs~yes\n"
				    "-confinement seccomp~filter\n");
}

static void a_c_library_that_one_side_could_not_read_is_no_difference(void **state)
{
	static const struct eu_confinement_fact unread = {.libc = ""}, musl = {.libc = "musl 1.2.4"},
						glibc = {.libc = "glibc"};

	a.container.confinement = &unread;
	b.container.confinement = &musl;
	assert_string_equal(told(), "");
	a.container.confinement = &glibc;
	assert_string_equal(told(), "+confinement libc~musl 1.2.4\n"
				    "-confinement libc~glibc\n");
}

static void globs_and_kinds_leave_out(void **state)
{
	static const char *const ignore[] = {"/tmp/*", "198.51.100.*"};

	SET(b, files, {.path = "/tmp/a/b", .opens = 1, AT(LATER)},
	    {.path = "/srv/x", .opens = 1, AT(LATER)});
	SET(b, peers, PEER("tcp", "out", "198.51.100.9", 443));
	SET(b, syscalls, {.name = "mount", .count = 1, AT(LATER)});
	options = (struct eu_diff_options){1u << EU_DIFF_FILES | 1u << EU_DIFF_PEERS, ignore, 2};
	assert_string_equal(told(), "+files /srv/x:open\n");
}

static void images_of_one_name_are_compared_and_others_told_whole(void **state)
{
	struct eu_container_report two[2] = {b.container, b.container};
	const struct eu_diff *diff;

	two[0].container.image_name = "db";
	two[1].container.image_tag = "2";
	b.report.containers = two;
	b.report.n_containers = 2;
	diff = compare();
	assert_true(diff->differs);
	assert_int_equal(diff->n_containers, 2);
	assert_string_equal(diff->containers[0].name, "db");
	assert_null(diff->containers[0].sides[EU_DIFF_A]);
	assert_non_null(diff->containers[1].sides[EU_DIFF_A]);
	assert_non_null(diff->containers[1].sides[EU_DIFF_B]);
}

static void one_container_on_each_side_is_compared_whatever_its_name(void **state)
{
	make_side(&b, "other");
	assert_int_equal(compare()->n_containers, 1);
	assert_false(compare()->differs);
}

static void containers_of_one_name_are_compared_by_their_cgroups(void **state)
{
	struct eu_container_report twins[2];
	const struct eu_diff *diff;

	make_side(&a, "");
	make_side(&b, "");
	twins[0] = twins[1] = a.container;
	a.container.container.cgroup = twins[1].container.cgroup = "/two/web";
	twins[0].container.cgroup = "/one/web";
	b.report.containers = twins;
	b.report.n_containers = 2;
	diff = compare();
	assert_int_equal(diff->n_containers, 2);
	assert_null(diff->containers[0].sides[EU_DIFF_A]);
	assert_non_null(diff->containers[1].sides[EU_DIFF_A]);
	a.container.container.cgroup = "/elsewhere/web";
	diff = compare();
	assert_int_equal(diff->n_containers, 2);
	assert_non_null(diff->containers[0].sides[EU_DIFF_A]);
	assert_null(diff->containers[1].sides[EU_DIFF_A]);
}

static void the_page_says_when_an_absence_may_be_a_loss(void **state)
{
	struct eu_diff_style style = {.width = 60, .names = {"one", "tw\033o"}};
	char text[4096] = "";
	FILE *file = tmpfile();

	SET(a, loss, {.class = "open", .place = "ring", .count = 34});
	a.report.complete = false;
	b.report.until = 1795316103000000000ull;
	SET(b, files, {.path = "/a/very/long/path/that/does/not/fit/into/sixty/columns/of/it",
		       .opens = 1, AT(LATER)}, {.path = "/\033[2J", .opens = 1, AT(LATER)});
	assert_int_equal(eu_diff_write_page(compare(), fileno(file), &style), 0);
	rewind(file);
	assert_true(fread(text, 1, sizeof(text) - 1, file) > 0);
	fclose(file);
	assert_non_null(strstr(text, "not complete: A of shop; lost: 34 open (ring)"));
	assert_non_null(strstr(text, "B was not watched to the end: what came after "
				     "2026-11-22T02:55:03Z is not in it."));
	assert_null(strchr(text, '\033'));
	assert_non_null(strstr(text, "+ /a/very/long"));
}

#define CALLED .name = "ptrace", .count = 1, AT(LATER)

static const char *const opens[] = {"open"}, *const uses[] = {"io", "open"};

static void what_a_side_has_no_record_of_is_no_difference(void **state)
{
	SET(a, unrecorded, {.kind = "syscalls"}, {.kind = "files", .events = opens, .n_events = 1});
	SET(b, syscalls, {CALLED});
	SET(b, files, {.path = "/etc/x", .opens = 1, .reads = 1, AT(LATER)});
	SET(b, executables, {.path = "/bin/id", .count = 1, AT(LATER)});
	assert_string_equal(told(), "+executables /bin/id\n");
	assert_int_equal(compare()->containers[0].not_compared,
			 1 << EU_DIFF_SYSCALLS | 1 << EU_DIFF_ARGUMENTS | 1 << EU_DIFF_FILES);
}

static void what_both_recorded_alike_is_compared(void **state)
{
	SET(a, unrecorded, {.kind = "files", .events = opens, .n_events = 1});
	SET(b, unrecorded, {.kind = "files", .events = opens, .n_events = 1});
	SET(b, files, {.path = "/etc/x", .opens = 1, AT(LATER)});
	assert_string_equal(told(), "+files /etc/x:open\n");
	SET(b, unrecorded, {.kind = "files", .events = uses, .n_events = 2});
	assert_string_equal(told(), "");
}

static void the_page_says_what_was_not_compared(void **state)
{
	struct eu_diff_style style = {.names = {"one", "two"}};
	char text[4096] = "";
	FILE *file = tmpfile();

	SET(a, unrecorded, {.kind = "files", .events = uses, .n_events = 2}, {.kind = "peers"});
	a.report.complete = false;
	assert_int_equal(eu_diff_write_page(compare(), fileno(file), &style), 0);
	rewind(file);
	assert_true(fread(text, 1, sizeof(text) - 1, file) > 0);
	fclose(file);
	assert_non_null(strstr(text, "\nno difference in what was compared\n"
				     "not recorded in A of shop: files (but for io, open), peers\n"
				     "not compared of shop: files, peers\n"));
	assert_null(strstr(text, "complete"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_sides, free_differ)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(the_same_is_no_difference_whatever_the_counts),
	    TEST(new_files_and_new_ways_to_use_them_are_told),
	    TEST(operations_are_told_by_their_names),
	    TEST(what_a_container_made_itself_it_may_empty),
	    TEST(what_is_made_to_be_renamed_goes_by_its_new_name),
	    TEST(what_is_in_a_directory_goes_by_its_new_name_too),
	    TEST(names_that_lead_to_each_other_come_to_an_end),
	    TEST(pids_and_descriptors_and_ids_in_paths_are_not),
	    TEST(other_numbers_in_paths_are_told),
	    TEST(new_calls_errors_and_arguments_are_told),
	    TEST(an_eagain_of_fork_is_a_limit_and_told),
	    TEST(what_the_runtime_did_is_no_difference),
	    TEST(what_the_runtime_does_and_the_workload_begins_to_is_one),
	    TEST(arguments_and_calls_of_both_are_told_by_what_the_workload_did),
	    TEST(the_entrypoint_is_the_workloads_and_what_was_just_before_is_not),
	    TEST(of_old_recordings_times_tell_what_the_runtime_did),
	    TEST(of_old_recordings_times_tell_what_the_workload_begins_to_do),
	    TEST(of_old_recordings_a_call_close_to_the_beginning_is_not_told_twice),
	    TEST(an_old_and_a_new_recording_can_be_compared),
	    TEST(programs_are_told_by_path_and_name),
	    TEST(peers_are_containers_by_name_and_others_by_address),
	    TEST(ephemeral_ports_are_one_but_a_service_there_is_itself),
	    TEST(capabilities_and_confinement_are_told),
	    TEST(a_c_library_that_one_side_could_not_read_is_no_difference),
	    TEST(globs_and_kinds_leave_out),
	    TEST(images_of_one_name_are_compared_and_others_told_whole),
	    TEST(one_container_on_each_side_is_compared_whatever_its_name),
	    TEST(containers_of_one_name_are_compared_by_their_cgroups),
	    TEST(the_page_says_when_an_absence_may_be_a_loss),
	    TEST(what_a_side_has_no_record_of_is_no_difference),
	    TEST(what_both_recorded_alike_is_compared),
	    TEST(the_page_says_what_was_not_compared),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
