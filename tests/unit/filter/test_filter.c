/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/argkind.h>
#include <eunomia/filter.h>

#include "../sink/support.h"

static struct fixture fixture;

static bool matches(const char *expression)
{
	struct eu_error err = {""};
	struct eu_filter *filter;
	bool result;

	if (eu_filter_new(&filter, expression, &err))
		fail_msg("%s: %s", expression, err.text);
	result = eu_filter_match(filter, &fixture.event);
	eu_filter_free(filter);
	return result;
}

#define EXPECT(expression)                                                                         \
	do {                                                                                       \
		if (!matches(expression))                                                          \
			fail_msg("should match: %s", expression);                                  \
	} while (0)

#define EXPECT_NOT(expression)                                                                     \
	do {                                                                                       \
		if (matches(expression))                                                           \
			fail_msg("should not match: %s", expression);                              \
	} while (0)

static void expect_error(const char *expression, const char *part)
{
	struct eu_error err = {""};
	struct eu_filter *filter = NULL;

	if (!eu_filter_new(&filter, expression, &err))
		fail_msg("should be refused: %s", expression);
	assert_null(filter);
	if (!strstr(err.text, part))
		fail_msg("expected \"%s\" in \"%s\"", part, err.text);
}

static void an_open(void)
{
	fixture_init(&fixture, FIXTURE_OPEN);
}

static void the_example_of_the_header_works(void **state)
{
	an_open();
	fixture.process.uid = 33;
	fixture_str(&fixture, &fixture.record.open.path, "/etc/passwd", 11);
	EXPECT("file.path ^= \"/etc/\" && process.user.id != 0");
	EXPECT_NOT("file.path ^= \"/etc/\" && process.user.id == 0");
}

static void strings_compare_as_a_whole_or_in_part(void **state)
{
	an_open();
	EXPECT("file.path == \"/etc/nginx/nginx.conf\"");
	EXPECT("file.path == /etc/nginx/nginx.conf");
	EXPECT_NOT("file.path == \"/etc/nginx\"");
	EXPECT("file.path != \"/etc/nginx\"");
	EXPECT("file.path ^= '/etc'");
	EXPECT_NOT("file.path ^= '/etc/nginx/nginx.conf.d'");
	EXPECT("file.path $= .conf");
	EXPECT("file.path *= inx/ngi");
	EXPECT_NOT("file.path *= apache");
	EXPECT("process.name == nginx && container.name == web");
}

static void patterns_are_perl_compatible(void **state)
{
	an_open();
	EXPECT("file.path ~ \"^/etc/.*\\.conf$\"");
	EXPECT("file.path ~ \"(?i)NGINX\"");
	EXPECT_NOT("file.path ~ \"^nginx\"");
	fixture_str(&fixture, &fixture.record.open.path, "/tmp/\xff\xfe/x.conf", 14);
	EXPECT("file.path ~ \"x\\.conf$\"");
}

static void a_pattern_that_explodes_does_not_stop_the_trace(void **state)
{
	char path[200];

	an_open();
	memset(path, 'a', sizeof(path));
	fixture_str(&fixture, &fixture.record.open.path, path, sizeof(path));
	EXPECT_NOT("file.path ~ \"^(a|aa)+$(?<!a)b\" || file.path ~ \"^(a+)+b$\"");
}

static void numbers_compare_by_value_and_sign(void **state)
{
	an_open();
	EXPECT("result == 5 && result > 4 && result >= 5 && result < 6 && result <= 5");
	EXPECT("file.inode == 0x4d2");
	EXPECT_NOT("process.pid < 4711");
	fixture.record.open.result = -13;
	EXPECT("result < 0 && result == -13");
	fixture.record.open.inode = UINT64_MAX;
	EXPECT("file.inode > 9223372036854775807 && file.inode == 18446744073709551615");
}

static void errnos_have_names(void **state)
{
	an_open();
	EXPECT_NOT("result == ENOENT");
	fixture.record.open.result = -2;
	EXPECT("result == ENOENT");
	EXPECT("result == \"ENOENT\"");
	EXPECT("result in (EACCES, ENOENT)");
	EXPECT("result != EACCES");
	expect_error("result == ENOENTT", "ENOENTT");
}

static void flags_are_found_among_others(void **state)
{
	an_open();
	fixture.record.open.flags = 02 | 0100 | 02000000;
	EXPECT("file.flags == O_CREAT");
	EXPECT("file.flags == \"O_CREAT|O_RDWR\"");
	EXPECT_NOT("file.flags == O_TRUNC");
	EXPECT("file.flags != O_TRUNC");
	EXPECT("file.flags in (O_TRUNC, O_CREAT)");
	EXPECT_NOT("file.flags == O_RDONLY");
	EXPECT("file.flags == 02000102");
	fixture.record.open.flags = 0;
	EXPECT("file.flags == O_RDONLY");
	expect_error("file.flags == O_CREATE", "O_CREAT");
}

static void syscalls_and_enums_have_names(void **state)
{
	an_open();
	EXPECT("syscall == openat");
	EXPECT("syscall in (open, openat, openat2)");
	EXPECT_NOT("syscall == open");
	expect_error("syscall == opeenat", "openat");
	fixture_init(&fixture, FIXTURE_CONTAINER);
	EXPECT("action == started");
	expect_error("action == startd", "started");
}

static void addresses_belong_to_networks(void **state)
{
	fixture_init(&fixture, FIXTURE_CONNECT);
	EXPECT("network.peer.address == 198.51.100.2");
	EXPECT("network.peer.address in 198.51.100.0/24");
	EXPECT("network.peer.address in (10.0.0.0/8, 198.51.100.0/30)");
	EXPECT_NOT("network.peer.address in 10.0.0.0/8");
	EXPECT_NOT("network.peer.address in 2001:db8::/32");
	EXPECT("network.peer.address in ::ffff:0:0/96");
	EXPECT("network.peer.address ^= \"198.51.\"");
	EXPECT("network.peer.port == 80 && network.peer.container.name == web");
	expect_error("network.peer.address == 198.51.100", "address");
	expect_error("network.peer.address in 198.51.100.0/33", "address");
}

static void durations_have_units(void **state)
{
	fixture_init(&fixture, FIXTURE_EXIT);
	EXPECT("duration > 1ms && duration < 2ms && duration == 1500us");
	EXPECT("duration >= 1500000");
	expect_error("duration > 1 ms", "expected");
	expect_error("duration > fast", "number");
}

static void times_sort(void **state)
{
	an_open();
	EXPECT("time > \"2026-11-22T03\" && time < \"2026-11-22T04\"");
	EXPECT("time ^= 2026-11-22");
	EXPECT("time > \"2026-11-22T03:14:01Z\" && time < \"2026-11-22T03:14:02Z\"");
	EXPECT("time > 2026-11-22T03:14:01.3Z && time < 2026-11-22T03:14:01.4Z");
	EXPECT("time >= 2026-11-22T03:14:01.302574418Z && time <= 2026-11-22T03:14:01.302574418Z");
	expect_error("time > 2026-11-22Z", "is a time like");
}

static void signals_have_names(void **state)
{
	fixture_init(&fixture, FIXTURE_EXIT);
	EXPECT_NOT("exit.signal");
	fixture.record.exit.signal = 9;
	EXPECT("exit.signal == SIGKILL && exit.signal == 9 && exit.signal");
	expect_error("exit.signal == SIGKIL", "SIGKIL");
}

static void argument_vectors_are_one_text(void **state)
{
	fixture_init(&fixture, FIXTURE_EXEC);
	EXPECT("process.args *= \"-q http\"");
	EXPECT("process.args ^= wget");
}

static void a_list_is_any_of_its_elements(void **state)
{
	fixture_init(&fixture, FIXTURE_EXEC);
	EXPECT("process.args == \"-q\" && process.args == -q && process.args in (-v, -q)");
	EXPECT("process.args == wget && process.args != \"-v\"");
	EXPECT("process.args == \"wget -q http://web/\"");
	EXPECT_NOT("process.args == -v || process.args != -q || process.args == q");
	EXPECT_NOT("process.args == \"wget -q\"");
}

static void labels_are_one_text(void **state)
{
	an_open();
	EXPECT("container.labels *= \"com.example.tier=front\" && container.labels");
}

static void a_label_is_found_by_its_key(void **state)
{
	an_open();
	EXPECT("container.labels.com.example.tier == front && container.labels.com.example.tier");
	EXPECT("container.labels.com.example.tier in (back, front)");
	EXPECT("container.labels.com.example.tier ~ '^fr'");
	EXPECT_NOT("container.labels.com.example.tier == \"com.example.tier=front\"");
	EXPECT("container.labels.com.example.tier != back");
	EXPECT_NOT("container.labels.com.example != back");
	EXPECT("!container.labels.com.example");
	expect_error("container.labels.a < 3", "container.labels.a has no order");
	expect_error("container.labels. == 3", "no event has a field");
	fixture.event.container = NULL;
	EXPECT_NOT("container.labels.com.example.tier");
}

static void an_argument_is_found_by_its_name(void **state)
{
	fixture_init(&fixture, FIXTURE_SYSCALL);
	EXPECT("args.oldfd == 3 && args.newfd == 4");
	EXPECT("args.oldfd < 4 && args.oldfd >= 3 && args.oldfd in (1, 3) && args.oldfd");
	EXPECT_NOT("args.oldfd == 30");
	EXPECT_NOT("args.oldfd != 3");
	EXPECT("args.flags == O_CLOEXEC && args.flags *= CLO");
	EXPECT_NOT("args.flags == O_NONBLOCK");
	EXPECT_NOT("args.pathname || args.pathname != x || args.oldfd.path");
	expect_error("args.oldfx == 3", "no system call has an argument \"oldfx\"");
	expect_error("args.oldfx == 3", "did you mean");
	expect_error("args.oldfd.inode == 3", "args.oldfd has no member \"inode\"; it has fd, path");
	expect_error("args.oldfd < x", "args.oldfd is compared as a number");
	an_open();
	EXPECT_NOT("args.oldfd");
}

static void an_argument_that_is_an_object_has_members(void **state)
{
	static const struct {
		struct eu_copy head;
		uint64_t how[3];
	} copies = {{.arg = 2, .kind = EU_ARG_STRUCT_IN, .len = 24}, {02000100, 0600, 4}};
	static const uint64_t registers[6] = {5, 0, 0x7f0000001000, 24};

	fixture_init(&fixture, FIXTURE_SYSCALL);
	EXPECT_NOT("args.how.flags == O_CREAT || args.addr.port == 53 || args.buf.size > 3");
	EXPECT_NOT("args.addr.cid == 2 || args.addr.ifindex == 1 || args.addr.groups == 1");
	EXPECT_NOT("args.value.it_value.tv_sec > 0 || args.msg.msg_name.port == 53");
	EXPECT_NOT("args.msg.msg_control.cmsg_type == SCM_RIGHTS");
	EXPECT_NOT("args.msg.msg_control.cmsg_data == 5 || args.msg.msg_control.cmsg_data.uid == 0");
	fixture.record.syscall.nr = 437; /* openat2 */
	fixture_str(&fixture, &fixture.record.syscall.args, (void *)registers, sizeof(registers));
	fixture_str(&fixture, &fixture.record.syscall.copies, (void *)&copies, sizeof(copies));
	EXPECT("args.how.flags == O_CREAT && args.how.flags != O_EXCL && args.how.mode == 0600");
	EXPECT("args.how.resolve *= NO_SYMLINKS && args.how *= O_CREAT && args.size == 24");
	EXPECT_NOT("args.how.flags == O_TRUNC || args.how.mode == 24");
	expect_error("args.how.flagx == 1",
		     "args.how has no member \"flagx\"; it has flags, mode and resolve");
	expect_error("args.msg.msg_name.prt == 1", "args.msg.msg_name has no member \"prt\"");
	expect_error("args.addr.port.x == 1", "args.addr.port has no member \"x\", it is one value");
	expect_error("args.how. == 1", "args.how has no member \"\"");
}

/* A call of the fixture's kind with one copy of what its argument is. */
static void a_call(unsigned nr, const uint64_t registers[6], const void *copies, size_t len)
{
	fixture_init(&fixture, FIXTURE_SYSCALL);
	fixture.record.syscall.nr = nr;
	fixture_str(&fixture, &fixture.record.syscall.args, (void *)registers,
		    6 * sizeof(*registers));
	fixture_str(&fixture, &fixture.record.syscall.copies, copies, len);
}

static void a_descriptor_has_its_number_and_its_path(void **state)
{
	static const struct {
		struct eu_copy head;
		char path[16];
	} copies = {{.arg = 0, .kind = EU_ARG_PATH, .len = 11}, "/etc/hosts"};
	static const uint64_t registers[6] = {3, 0x7f0000001000, 10};

	a_call(0, registers, &copies, sizeof(copies)); /* read */
	EXPECT("args.fd == 3 && args.fd.fd == 3 && args.fd.fd < 4 && args.fd.path ^= /etc");
	EXPECT_NOT("args.fd == 4 || args.fd.fd == 4 || args.fd.fd != 3");
	a_call(0, registers, &copies, 0);
	EXPECT("args.fd == 3 && args.fd.fd == 3");
	EXPECT_NOT("args.fd.path");
}

static void what_is_in_a_list_is_any_of_its_members(void **state)
{
	static const struct {
		struct eu_copy head;
		struct {
			int32_t fd;
			int16_t events, revents;
		} fds[2];
	} copies = {{.arg = 0, .kind = EU_ARG_VECTOR_IN, .len = 16}, {{3, 1, 0}, {7, 4, 4}}};
	static const uint64_t registers[6] = {0x7f0000001000, 2, 10};

	a_call(7, registers, &copies, sizeof(copies)); /* poll */
	EXPECT("args.ufds.fd == 3 && args.ufds.fd == 7 && args.ufds.fd > 6");
	EXPECT("args.ufds.events == POLLIN && args.ufds.revents == POLLOUT");
	EXPECT_NOT("args.ufds.fd == 4 || args.ufds.fd > 7 || args.ufds.fd != 3");
	expect_error("args.ufds.fd.path == x", "args.ufds.fd has no member \"path\"");
	expect_error("args.fds.fd == 3", "no system call has an argument \"fds\"; did you mean");
}

static void a_list_of_texts_is_found_by_one_of_them(void **state)
{
	static const struct {
		struct eu_copy head;
		char argv[16];
	} copies = {{.arg = 1, .kind = EU_ARG_STRV, .flags = EU_COPY_TRUNCATED, .len = 10},
		    "sh\0-c\0a b"};
	static const uint64_t registers[6] = {0x7f0000001000, 0x7f0000002000, 0x7f0000003000};

	a_call(59, registers, &copies, sizeof(copies)); /* execve */
	EXPECT("args.argv == \"-c\" && args.argv == sh && args.argv == \"a b\"");
	EXPECT("args.argv ^= sh && args.argv *= \"sh -c\" && args.argv != -d && args.argv");
	EXPECT("args_state.argv == truncated && args_state.argv");
	EXPECT_NOT("args.argv == -d || args.argv != -c || args_state.argv == unreadable");
	expect_error("args_state.argw == x", "\"args_state.argv\"");
	expect_error("args_state.argv.x == x", "args_state.argv is a list, it has no members");
}

static void all_that_events_have_can_be_asked_for(void **state)
{
	an_open();
	fixture.in.cgroup = "/docker/0123";
	fixture.in.created = "2026-11-22T01:02:03.4Z";
	EXPECT("container.cgroup ^= /docker/ && container.created ^= 2026-11-22T01");
	expect_error("container.created > 2026", "container.created has no order, use ==, != or ^=");
	expect_error("seq == 2", "seq numbers what the filter lets through; --count");
	expect_error("process.args2 == 1 || peer.port == 3", "no event has a field");
	expect_error("peer.port == 3", "did you mean \"network.peer.port\"?");
	expect_error("fd.path == x", "no event has a field \"fd.path\"; did you mean \"args.fd.path\"?");
	expect_error("process.result == 3", "did you mean \"result\"");
}

static void a_field_alone_asks_whether_it_is_there(void **state)
{
	an_open();
	EXPECT("file.path");
	EXPECT("container.id && !network.peer.address");
	EXPECT_NOT("file.created");
	EXPECT("!process.user.id");
	fixture.event.container = NULL;
	EXPECT_NOT("container.id");
}

static void a_field_that_the_event_lacks_compares_as_false(void **state)
{
	an_open();
	EXPECT_NOT("network.peer.port == 80");
	EXPECT_NOT("network.peer.port != 80");
	EXPECT("!(network.peer.port == 80)");
}

static void a_field_that_is_not_shown_is_not_there(void **state)
{
	an_open();
	fixture.record.open.inode = fixture.record.open.mode = fixture.record.open.fs = 0;
	fixture.process.executable = "";
	EXPECT_NOT("file.inode == 0 || file.inode < 3 || file.inode != 3 || file.mode < 1");
	EXPECT_NOT("file.fs != proc || process.executable.path != x || process.executable.path ~ '^'");
	EXPECT("!(file.inode == 0) && result >= 0");
	fixture.record.open.inode = 2;
	EXPECT("file.inode < 3 && file.inode != 3");
	fixture_init(&fixture, FIXTURE_EXIT);
	EXPECT_NOT("exit.signal != SIGKILL");
	fixture.in.n_labels = 0;
	EXPECT_NOT("container.labels != x");
}

static void none_of_a_set_and_false_are_values(void **state)
{
	an_open();
	fixture.record.open.created = 0;
	EXPECT("file.created == false && file.created != true && container.existed == false");
	fixture_init(&fixture, FIXTURE_CHANGE);
	fixture.record.change.lost = 0;
	EXPECT("capabilities.ambient.lost != CAP_SYS_ADMIN");
	fixture.event.container = NULL;
	EXPECT_NOT("container.existed == false");
}

static void and_binds_closer_than_or(void **state)
{
	an_open();
	EXPECT("event == open || event == exec && result == 99");
	EXPECT_NOT("(event == open || event == exec) && result == 99");
	EXPECT("!(event == exec) && !!(event == open)");
	EXPECT("event==open&&result==5");
}

static void escapes_stand_for_bytes(void **state)
{
	an_open();
	fixture_str(&fixture, &fixture.record.open.path, "/a\"b\n\xff\\", 7);
	EXPECT("file.path == \"/a\\\"b\\n\\xff\\\\\"");
}

static void an_unknown_field_has_a_column_and_a_hint(void **state)
{
	expect_error("result == 5 && fiel.path == x",
		     "column 16: no event has a field \"fiel.path\"");
	expect_error("fiel.path == x", "\"file.path\"");
	expect_error("copies == x", "copies");
}

static void what_is_never_seen_is_refused_with_what_is_near(void **state)
{
	expect_error("event == opne", "column 10: event is never \"opne\"; did you mean \"open\"");
	expect_error("result == 1 && event != exce", "column 25: event is never \"exce\"");
	expect_error("event in (open, exce)", "column 17: event is never \"exce\"");
	expect_error("event == 5", "event is never");
	expect_error("event == openat", "the system call is syscall == openat");
	expect_error("syscall != opeenat", "did you mean \"openat\"");
	expect_error("result in (EACCES, ENOENTT)", "did you mean \"ENOENT\"");
	expect_error("network.transport == tpc", "did you mean \"tcp\"");
	expect_error("network.transport == ip", "is never \"ip\"; it is one of: tcp, udp");
	expect_error("action == true", "action is never");
	expect_error("capabilities.gained == CAP_NET_RAWW", "did you mean \"CAP_NET_RAW\"");
	expect_error("file.flags == 'O_CREAT|O_EXLC'", "file.flags is never");
	expect_error("exit.signal == SIGKIL", "SIGKILL");
	expect_error("process.existed == maybe", "true or false");
	expect_error("process.pid == -1", "never negative");
	expect_error("file.device == sda", "a device like 8:1");
	expect_error("time == 2026-11-22", "^= takes the beginning");
	expect_error("time > yesterday", "a time like");
}

static void nor_may_a_part_of_it_be_impossible(void **state)
{
	expect_error("event ^= opne", "column 10: event never begins with \"opne\"");
	expect_error("event $= opne", "event never ends with");
	expect_error("syscall *= opne", "syscall never contains");
	expect_error("event ~ '^opne'", "event never matches \"^opne\"");
	expect_error("result ~ '^ENOENTT$'", "result never matches");
	expect_error("file.flags *= O_CRAET", "file.flags never contains");
	expect_error("file.flags ~ CRAET", "file.flags never matches");
}

static void an_argument_is_one_of_what_its_calls_take(void **state)
{
	expect_error("args.sig == SIGCHILD", "args.sig is never \"SIGCHILD\"; did you mean \"SIGCHLD\"");
	expect_error("args.oldfd == stdin", "args.oldfd is never \"stdin\"");
	fixture_init(&fixture, FIXTURE_SYSCALL);
	EXPECT_NOT("args.sig in (SIGRT_2, SIGCHLD, 34) || args.dfd == AT_FDCWD");
	EXPECT_NOT("args.optname == TCP_NODELAY || args.optname == IP_TTL || args.mode == 0644");
	EXPECT_NOT("args.filename == anything || args.protocol == NETLINK_ROUTE");
}

static void what_could_be_is_not_refused(void **state)
{
	an_open();
	EXPECT("event ^= op && event $= en && event *= pe && event ~ '^(open|exec)$' && event ^= ''");
	EXPECT_NOT("syscall == 999 || syscall ^= 99 || action == 99 || action ~ '^[0-9]+$'");
	EXPECT_NOT("result == -4095 || result ^= -409 || result ~ '^-[0-9]' || result == ERESTARTSYS");
	EXPECT_NOT("file.flags == 'O_CREAT|0x80000000' || file.flags *= 'O_RDWR|O_CREAT'");
	EXPECT_NOT("file.flags ~ 'O_RDWR.*O_CREAT' || capabilities.gained == 41");
	EXPECT_NOT("container.runtime == cri-o || file.fs == bcachefs2");
	EXPECT_NOT("process.existed == true || process.existed == 1 || file.device == 8:1");
	EXPECT_NOT("time == 2026-11-22T03:14:01.302574419Z || time < 2026");
}

static void mistakes_are_told_with_their_column(void **state)
{
	expect_error("", "column 1: expected the name of a field");
	expect_error("file.path = x", "column 11: \"=\" is no operator, use \"==\"");
	expect_error("file.path == \"x", "column 14: this quote is never closed");
	expect_error("file.path ==", "column 13: expected a value");
	expect_error("(file.path == x", "column 16: expected \")\"");
	expect_error("file.path == x y", "column 16: expected");
	expect_error("result in (1, 2", "expected \",\" or \")\"");
	expect_error("file.path == x &&", "expected the name of a field");
	expect_error("process.pid == nginx", "process.pid is a number, \"nginx\" is none");
	expect_error("file.path < x", "file.path has no order");
	expect_error("file.path ~ \"(\"", "column 13: the pattern is wrong");
	expect_error("file.path == x; rm", "column 15");
}

static void nesting_is_bounded(void **state)
{
	static char deep[100001];
	struct eu_filter *filter;
	struct eu_error err;

	memset(deep, '(', 20000);
	assert_int_equal(eu_filter_new(&filter, deep, &err), -EINVAL);
	assert_non_null(strstr(err.text, "nested too deeply"));
	memset(deep, '!', 20000);
	assert_int_equal(eu_filter_new(&filter, deep, &err), -EINVAL);
	memset(deep, ' ', 100000);
	assert_int_equal(eu_filter_new(&filter, deep, &err), -EINVAL);
}

static void a_chain_may_be_long(void **state)
{
	char *chain = calloc(1, 65536), *at = chain;

	an_open();
	for (int i = 0; i < 1000; i++)
		at += sprintf(at, "process.pid == %d || ", i);
	sprintf(at, "process.pid == 4711");
	assert_true(matches(chain));
	free(chain);
}

static void an_event_of_another_schema_is_found_by_name(void **state)
{
	struct eu_event_desc copy;

	an_open();
	copy = *fixture.event.desc;
	copy.id = 999;
	fixture.event.desc = &copy;
	EXPECT("file.path $= nginx.conf && result == 5");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_example_of_the_header_works),
	    cmocka_unit_test(strings_compare_as_a_whole_or_in_part),
	    cmocka_unit_test(patterns_are_perl_compatible),
	    cmocka_unit_test(a_pattern_that_explodes_does_not_stop_the_trace),
	    cmocka_unit_test(numbers_compare_by_value_and_sign),
	    cmocka_unit_test(errnos_have_names),
	    cmocka_unit_test(flags_are_found_among_others),
	    cmocka_unit_test(syscalls_and_enums_have_names),
	    cmocka_unit_test(addresses_belong_to_networks),
	    cmocka_unit_test(durations_have_units),
	    cmocka_unit_test(times_sort),
	    cmocka_unit_test(signals_have_names),
	    cmocka_unit_test(argument_vectors_are_one_text),
	    cmocka_unit_test(a_list_is_any_of_its_elements),
	    cmocka_unit_test(labels_are_one_text),
	    cmocka_unit_test(a_label_is_found_by_its_key),
	    cmocka_unit_test(an_argument_is_found_by_its_name),
	    cmocka_unit_test(an_argument_that_is_an_object_has_members),
	    cmocka_unit_test(a_descriptor_has_its_number_and_its_path),
	    cmocka_unit_test(what_is_in_a_list_is_any_of_its_members),
	    cmocka_unit_test(a_list_of_texts_is_found_by_one_of_them),
	    cmocka_unit_test(all_that_events_have_can_be_asked_for),
	    cmocka_unit_test(a_field_alone_asks_whether_it_is_there),
	    cmocka_unit_test(a_field_that_the_event_lacks_compares_as_false),
	    cmocka_unit_test(a_field_that_is_not_shown_is_not_there),
	    cmocka_unit_test(none_of_a_set_and_false_are_values),
	    cmocka_unit_test(and_binds_closer_than_or),
	    cmocka_unit_test(escapes_stand_for_bytes),
	    cmocka_unit_test(an_unknown_field_has_a_column_and_a_hint),
	    cmocka_unit_test(what_is_never_seen_is_refused_with_what_is_near),
	    cmocka_unit_test(nor_may_a_part_of_it_be_impossible),
	    cmocka_unit_test(an_argument_is_one_of_what_its_calls_take),
	    cmocka_unit_test(what_could_be_is_not_refused),
	    cmocka_unit_test(mistakes_are_told_with_their_column),
	    cmocka_unit_test(nesting_is_bounded),
	    cmocka_unit_test(a_chain_may_be_long),
	    cmocka_unit_test(an_event_of_another_schema_is_found_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
