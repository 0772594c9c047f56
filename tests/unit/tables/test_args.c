/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments as JSON, from registers and hand-made copies. */
#include <errno.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/un.h>

#include <cmocka.h>

#include "schema/args.h"

#define MEMORY 0x7f0000001000

/* One call, its copies, and what is shown of it. */
struct shown {
	struct eu_args args;
	char copies[2048];
	size_t len;
	struct eu_bytes bytes;
};

static int begin(void **state)
{
	struct shown *shown = calloc(1, sizeof(*shown));

	*state = shown;
	return shown ? eu_bytes_init(&shown->bytes, 4096) : -1;
}

static int end(void **state)
{
	struct shown *shown = *state;

	eu_bytes_free(&shown->bytes);
	free(shown);
	return 0;
}

static void call(struct shown *shown, enum eu_abi abi, const char *name, int64_t result)
{
	shown->args.abi = abi;
	shown->args.call = eu_syscall_find(abi, name);
	shown->args.result = result;
	assert_non_null(shown->args.call);
}

static void copy(struct shown *shown, unsigned arg, const void *bytes, size_t len)
{
	struct eu_copy head = {.arg = arg, .kind = shown->args.call->args[arg].kind, .len = len};

	memcpy(shown->copies + shown->len, &head, sizeof(head));
	memcpy(shown->copies + shown->len + sizeof(head), bytes, len);
	shown->len += (sizeof(head) + len + 7) & ~7ul;
}

static void assert_json(struct shown *shown, const char *expected)
{
	struct eu_emit_json json;

	shown->args.copies = shown->copies;
	shown->args.copies_len = shown->len;
	eu_emit_json_init(&json, &shown->bytes);
	json.emit.ops->object_begin(&json.emit, NULL);
	eu_args_emit(&json.emit, &shown->args);
	json.emit.ops->object_end(&json.emit);
	shown->bytes.data[shown->bytes.len - 1] = '\0'; /* the comma */
	assert_string_equal(shown->bytes.data, expected);
}

static void numbers_have_the_width_and_sign_of_their_type(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "dup3", -EBADF);
	shown->args.raw[0] = 0xdead00000003;
	shown->args.raw[1] = 0xffffffff;
	shown->args.raw[2] = 02000000;
	assert_json(shown, "{\"oldfd\":3,\"newfd\":-1,\"flags\":[\"O_CLOEXEC\"]}");
}

static void a_long_is_shorter_on_i386(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_I386, "lseek", 0);
	shown->args.raw[1] = 0xfffffff0;
	assert_json(shown, "{\"fd\":0,\"offset\":-16,\"whence\":\"SEEK_SET\"}");
}

static void two_registers_make_one_offset_on_i386(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_I386, "pread64", -EINVAL);
	shown->args.raw[0] = 3;
	shown->args.raw[3] = 0x80000001;
	shown->args.raw[4] = 2;
	assert_json(shown, "{\"fd\":3,\"buf\":null,\"count\":0,\"pos\":10737418241}");
}

static void an_id_of_all_ones_is_minus_one(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_I386, "setreuid", 0);
	shown->args.raw[0] = 0xffff;
	shown->args.raw[1] = 1000;
	assert_json(shown, "{\"ruid\":-1,\"euid\":1000}");
}

static void a_pointer_without_a_copy_is_its_address(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "openat", -EFAULT);
	shown->args.raw[0] = (uint32_t)-100;
	shown->args.raw[1] = 8;
	shown->args.raw[3] = 0644;
	assert_json(shown, "{\"dfd\":\"AT_FDCWD\",\"filename\":\"0x8\",\"flags\":[\"O_RDONLY\"],"
			   "\"mode\":\"0644\"}");
}

static void null_is_null(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "rename", -EFAULT);
	assert_json(shown, "{\"oldname\":null,\"newname\":null}");
}

static void strings_may_be_any_bytes(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "rename", 0);
	shown->args.raw[0] = shown->args.raw[1] = MEMORY;
	copy(shown, 1, "b\n\"", 3);
	copy(shown, 0, "", 0);
	assert_json(shown, "{\"oldname\":\"\",\"newname\":\"b\\n\\\"\"}");
}

static void a_vector_of_strings_is_an_array(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "execve", -ENOENT);
	shown->args.raw[0] = shown->args.raw[1] = MEMORY;
	copy(shown, 1, "ls\0\0-l", 7);
	assert_json(shown, "{\"filename\":\"0x7f0000001000\",\"argv\":[\"ls\",\"\",\"-l\"],"
			   "\"envp\":null}");
}

static void socket_addresses_have_parts(void **state)
{
	struct shown *shown = *state;
	struct sockaddr_in address = {AF_INET, htons(80), {htonl(0xc6336402)}, {0}};

	call(shown, EU_ABI_X86_64, "connect", 0);
	shown->args.raw[0] = 3;
	shown->args.raw[1] = MEMORY;
	shown->args.raw[2] = sizeof(address);
	copy(shown, 1, &address, sizeof(address));
	assert_json(shown,
		    "{\"fd\":3,\"addr\":{\"family\":\"AF_INET\",\"address\":\"198.51.100.2\","
		    "\"port\":80},\"addrlen\":16}");
}

static void an_abstract_socket_begins_with_an_at(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "connect", 0);
	shown->args.raw[1] = MEMORY;
	copy(shown, 1, "\1\0\0abc", 6);
	assert_json(shown,
		    "{\"fd\":0,\"addr\":{\"family\":\"AF_UNIX\",\"path\":\"@abc\"},\"addrlen\":0}");
}

static void a_short_socket_address_shows_what_is_there(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "connect", -EINVAL);
	shown->args.raw[1] = MEMORY;
	copy(shown, 1, "\2\0\0", 3);
	assert_json(shown, "{\"fd\":0,\"addr\":{\"family\":\"AF_INET\"},\"addrlen\":0}");
}

static void structs_are_objects_with_flags_inside(void **state)
{
	struct shown *shown = *state;
	uint64_t how[3] = {02000000, 0, 4};

	call(shown, EU_ABI_X86_64, "openat2", 3);
	shown->args.raw[0] = 5;
	shown->args.raw[2] = MEMORY;
	shown->args.raw[3] = sizeof(how);
	copy(shown, 2, how, sizeof(how));
	assert_json(shown,
		    "{\"dfd\":5,\"filename\":null,\"how\":{\"flags\":[\"O_RDONLY\",\"O_CLOEXEC\"],"
		    "\"mode\":\"0\",\"resolve\":[\"RESOLVE_NO_SYMLINKS\"]},\"size\":24}");
}

static void a_struct_of_an_older_program_is_shorter(void **state)
{
	struct shown *shown = *state;
	uint64_t how = 0;

	call(shown, EU_ABI_X86_64, "openat2", 3);
	shown->args.raw[2] = MEMORY;
	copy(shown, 2, &how, sizeof(how));
	assert_json(shown,
		    "{\"dfd\":0,\"filename\":null,\"how\":{\"flags\":[\"O_RDONLY\"]},\"size\":0}");
}

static void structs_are_laid_out_as_the_abi_has_them(void **state)
{
	struct shown *shown = *state;
	uint32_t time[2] = {5, 7};

	call(shown, EU_ABI_I386, "nanosleep", 0);
	shown->args.raw[0] = 0x1000;
	copy(shown, 0, time, sizeof(time));
	assert_json(shown, "{\"rqtp\":{\"tv_sec\":5,\"tv_nsec\":7},\"rmtp\":null}");
}

static void arrays_of_structs_are_arrays(void **state)
{
	struct shown *shown = *state;
	struct {
		int fd;
		short events, revents;
	} fds[2] = {{3, 1, 0}, {-1, 4, 0}};

	call(shown, EU_ABI_X86_64, "poll", 0);
	shown->args.raw[0] = MEMORY;
	shown->args.raw[1] = 2;
	shown->args.raw[2] = 0xffffffff;
	copy(shown, 0, fds, sizeof(fds));
	assert_json(shown, "{\"ufds\":[{\"fd\":3,\"events\":[\"POLLIN\"],\"revents\":[]},"
			   "{\"fd\":-1,\"events\":[\"POLLOUT\"],\"revents\":[]}],"
			   "\"nfds\":2,\"timeout\":-1}");
}

static void a_buffer_is_its_size_and_what_was_copied(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "read", 5);
	shown->args.raw[1] = MEMORY;
	shown->args.raw[2] = 4096;
	copy(shown, 1, "hel", 3);
	assert_json(shown, "{\"fd\":0,\"buf\":{\"size\":5,\"bytes\":\"hel\"},\"count\":4096}");
}

static void a_failed_read_filled_nothing(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "read", -EINTR);
	shown->args.raw[1] = MEMORY;
	shown->args.raw[2] = 4096;
	assert_json(shown, "{\"fd\":0,\"buf\":{\"size\":0},\"count\":4096}");
}

static void a_pair_of_descriptors_is_an_array(void **state)
{
	struct shown *shown = *state;
	int fds[2] = {3, 4};

	call(shown, EU_ABI_X86_64, "pipe2", 0);
	shown->args.raw[0] = MEMORY;
	copy(shown, 0, fds, sizeof(fds));
	assert_json(shown, "{\"fildes\":[3,4],\"flags\":[]}");
}

static void signal_sets_are_names(void **state)
{
	struct shown *shown = *state;
	uint64_t mask = 1ull << 1 | 1ull << 33;

	call(shown, EU_ABI_X86_64, "rt_sigprocmask", 0);
	shown->args.raw[1] = MEMORY;
	shown->args.raw[3] = 8;
	copy(shown, 1, &mask, sizeof(mask));
	assert_json(shown, "{\"how\":\"SIG_BLOCK\",\"set\":[\"SIGINT\",\"SIGRT_2\"],\"oset\":null,"
			   "\"sigsetsize\":8}");
}

static void a_nearly_full_signal_set_is_told_by_what_is_not_in_it(void **state)
{
	struct shown *shown = *state;
	uint64_t mask = ~(1ull << 8);

	call(shown, EU_ABI_X86_64, "rt_sigprocmask", 0);
	shown->args.raw[0] = 2;
	shown->args.raw[1] = MEMORY;
	shown->args.raw[3] = 8;
	copy(shown, 1, &mask, sizeof(mask));
	assert_json(shown,
		    "{\"how\":\"SIG_SETMASK\",\"set\":{\"all_but\":[\"SIGKILL\"]},\"oset\":null,"
		    "\"sigsetsize\":8}");
}

static void a_descriptor_is_shown_with_what_it_is(void **state)
{
	struct shown *shown = *state;
	struct eu_copy head = {.arg = 0, .kind = EU_ARG_PATH, .len = 2, .flags = EU_COPY_RACY};

	call(shown, EU_ABI_X86_64, "fsync", 0);
	shown->args.raw[0] = 9;
	memcpy(shown->copies, &head, sizeof(head));
	memcpy(shown->copies + sizeof(head), "/x", 2);
	shown->len = 16;
	assert_json(shown, "{\"fd\":{\"fd\":9,\"path\":\"/x\",\"shared\":true}}");
}

static void fsync_of(struct shown *shown, struct eu_copy_inode inode)
{
	struct eu_copy head = {.arg = 0, .kind = EU_ARG_NUM, .len = sizeof(inode)};

	call(shown, EU_ABI_X86_64, "fsync", -EINVAL);
	memcpy(shown->copies, &head, sizeof(head));
	memcpy(shown->copies + sizeof(head), &inode, sizeof(inode));
	shown->len = sizeof(head) + sizeof(inode);
}

static void a_pidfd_is_no_path(void **state)
{
	struct shown *shown = *state;

	fsync_of(shown, (struct eu_copy_inode){.fs = 0x50494446, .number = 77});
	assert_json(shown, "{\"fd\":{\"fd\":0,\"path\":\"anon_inode:[pidfd]\"}}");
}

static void a_socket_is_shown_by_its_number(void **state)
{
	struct shown *shown = *state;

	fsync_of(shown, (struct eu_copy_inode){.fs = 0x534f434b, .number = 77});
	assert_json(shown, "{\"fd\":{\"fd\":0,\"path\":\"socket:[77]\"}}");
}

static void a_protocol_is_named_by_its_family(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "socket", 3);
	shown->args.raw[0] = 16;
	shown->args.raw[1] = 3;
	shown->args.raw[2] = 15;
	assert_json(shown, "{\"family\":\"AF_NETLINK\",\"type\":[\"SOCK_RAW\"],"
			   "\"protocol\":\"NETLINK_KOBJECT_UEVENT\"}");
}

static void a_protocol_of_another_family_is_a_number(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "socket", 3);
	shown->args.raw[0] = 1;
	shown->args.raw[1] = 1;
	assert_json(shown, "{\"family\":\"AF_UNIX\",\"type\":[\"SOCK_STREAM\"],\"protocol\":0}");
}

static void an_option_is_named_by_its_level(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "setsockopt", 0);
	shown->args.raw[0] = 3;
	shown->args.raw[1] = 6;
	shown->args.raw[2] = 1;
	assert_json(shown,
		    "{\"fd\":3,\"level\":\"SOL_TCP\",\"optname\":\"TCP_NODELAY\",\"optval\":null,"
		    "\"optlen\":0}");
}

static void a_copy_that_reaches_behind_the_record_is_not_believed(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "chdir", 0);
	shown->args.raw[0] = MEMORY;
	copy(shown, 0, "/tmp", 4);
	shown->len -= 8;
	assert_json(shown, "{\"filename\":\"0x7f0000001000\"}");
}

static void a_failed_copy_is_the_address(void **state)
{
	struct shown *shown = *state;
	struct eu_copy head = {.arg = 0, .kind = EU_ARG_PATH, .flags = EU_COPY_FAULTED};

	call(shown, EU_ABI_X86_64, "chdir", -EFAULT);
	shown->args.raw[0] = MEMORY;
	memcpy(shown->copies, &head, sizeof(head));
	shown->len = sizeof(head);
	assert_json(shown, "{\"filename\":\"0x7f0000001000\"}");
}

static void copy_as(struct shown *shown, unsigned arg, unsigned kind, const void *bytes, size_t len)
{
	struct eu_copy head = {.arg = arg, .kind = kind, .len = len};

	memcpy(shown->copies + shown->len, &head, sizeof(head));
	if (len)
		memcpy(shown->copies + shown->len + sizeof(head), bytes, len);
	shown->len += (sizeof(head) + len + 7) & ~7ul;
}

static void an_iovec_is_its_parts_and_their_sum(void **state)
{
	const uint64_t parts[] = {MEMORY, 5, MEMORY, 15};
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "writev", 20);
	shown->args.raw[1] = MEMORY;
	shown->args.raw[2] = 2;
	copy(shown, 1, parts, sizeof(parts));
	copy_as(shown, 1, EU_ARG_BUF_IN, "words", 5);
	assert_json(shown, "{\"fd\":0,\"vec\":{\"count\":2,\"parts\":[5,15],\"size\":20,"
			   "\"bytes\":\"words\"},\"vlen\":2}");
}

static void an_iovec_of_i386_has_words_of_32_bits(void **state)
{
	const uint32_t parts[] = {4096, 5};
	struct shown *shown = *state;

	call(shown, EU_ABI_I386, "readv", 3);
	shown->args.raw[1] = 4096;
	shown->args.raw[2] = 1;
	copy(shown, 1, parts, sizeof(parts));
	assert_json(shown, "{\"fd\":0,\"vec\":{\"count\":1,\"parts\":[5],\"size\":5},\"vlen\":1}");
}

/* struct msghdr of x86-64 */
struct message {
	uint64_t name;
	uint32_t namelen, pad;
	uint64_t iov, iovlen, control, controllen;
	uint32_t flags, pad2;
};

#define MESSAGE(address, parts, length)                                                           \
	"{\"msg_name\":" address ",\"msg_namelen\":16,\"msg_iov\":" parts                          \
	",\"msg_iovlen\":1,\"msg_control\":null,\"msg_controllen\":0,\"msg_flags\":[]}" length

static void messages_have_their_addresses_and_parts_in_order(void **state)
{
	struct {
		struct message head;
		uint32_t len, pad;
	} messages[2] = {{{MEMORY, 16, 0, MEMORY, 1, 0, 0, 0, 0}, 5, 0},
			 {{MEMORY, 16, 0, MEMORY, 1, 0, 0, 0, 0}, 3, 0}};
	struct sockaddr_in to = {AF_INET, htons(53), {htonl(0xc6120001)}, {0}};
	const uint64_t parts[] = {MEMORY, 5};
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "sendmmsg", 2);
	shown->args.raw[1] = MEMORY;
	shown->args.raw[2] = 2;
	copy(shown, 1, messages, sizeof(messages));
	copy_as(shown, 1, EU_ARG_SOCKADDR_IN, &to, sizeof(to));
	copy_as(shown, 1, EU_ARG_IOVEC_IN, parts, sizeof(parts));
	copy_as(shown, 1, EU_ARG_SOCKADDR_IN, NULL, 0);
	copy_as(shown, 1, EU_ARG_IOVEC_IN, parts, sizeof(parts));
	assert_json(shown,
		    "{\"fd\":0,\"msg\":[{\"msg_hdr\":"
		    MESSAGE("{\"family\":\"AF_INET\",\"address\":\"198.18.0.1\",\"port\":53}",
			    "{\"count\":1,\"parts\":[5],\"size\":5}", ",\"msg_len\":5}")
		    ",{\"msg_hdr\":"
		    MESSAGE("\"0x7f0000001000\"", "{\"count\":1,\"parts\":[5],\"size\":5}",
			    ",\"msg_len\":3}")
		    "],\"vlen\":2,\"flags\":[]}");
}

static void a_set_of_descriptors_is_an_array(void **state)
{
	const uint32_t set[] = {1 << 5 | 1, 1};
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "select", 1);
	shown->args.raw[0] = 33;
	shown->args.raw[1] = MEMORY;
	copy(shown, 1, set, sizeof(set));
	assert_json(shown, "{\"n\":33,\"inp\":[0,5,32],\"outp\":null,\"exp\":null,\"tvp\":null}");
}

static void an_argument_is_what_the_command_makes_of_it(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "fcntl", 0);
	shown->args.raw[1] = 2;
	shown->args.raw[2] = 1;
	assert_json(shown, "{\"fd\":0,\"cmd\":\"F_SETFD\",\"arg\":[\"FD_CLOEXEC\"]}");
}

static void a_command_without_an_argument_shows_none(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "fcntl", 0);
	shown->args.raw[1] = 1;
	shown->args.raw[2] = MEMORY;
	assert_json(shown, "{\"fd\":0,\"cmd\":\"F_GETFD\"}");
}

static void a_pointer_that_is_no_address_has_a_name(void **state)
{
	struct shown *shown = *state;
	uint64_t act[4] = {1}, oact[4] = {MEMORY};

	call(shown, EU_ABI_X86_64, "rt_sigaction", 0);
	shown->args.raw[0] = 17;
	shown->args.raw[1] = shown->args.raw[2] = MEMORY;
	shown->args.raw[3] = 8;
	copy(shown, 1, act, sizeof(act));
	copy(shown, 2, oact, sizeof(oact));
	assert_json(shown, "{\"sig\":\"SIGCHLD\",\"act\":{\"sa_handler\":\"SIG_IGN\",\"sa_flags\":[],"
			   "\"sa_restorer\":null,\"sa_mask\":[]},"
			   "\"oact\":{\"sa_handler\":\"0x7f0000001000\",\"sa_flags\":[],"
			   "\"sa_restorer\":null,\"sa_mask\":[]},\"sigsetsize\":8}");
}

static void permissions_among_flags_are_octal(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "shmget", 5);
	shown->args.raw[1] = 4096;
	shown->args.raw[2] = 01600;
	assert_json(shown, "{\"key\":\"IPC_PRIVATE\",\"size\":4096,\"flag\":[\"IPC_CREAT\",\"0600\"]}");
}

static void a_child_is_told_with_its_status(void **state)
{
	struct shown *shown = *state;
	int info[32] = {17, 0, 1, 0, 4711, 1000, 3};

	call(shown, EU_ABI_X86_64, "waitid", 0);
	shown->args.raw[2] = MEMORY;
	shown->args.raw[3] = 4;
	copy(shown, 2, info, sizeof(info));
	assert_json(shown, "{\"which\":\"P_ALL\",\"pid\":0,\"infop\":{\"si_signo\":\"SIGCHLD\","
			   "\"si_errno\":0,\"si_code\":\"CLD_EXITED\",\"si_pid\":4711,\"si_uid\":1000,"
			   "\"si_status\":3},\"options\":[\"WEXITED\"],\"ru\":null}");
}

static void the_question_for_a_personality_is_none(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "personality", 0);
	shown->args.raw[0] = 0xffffffff;
	assert_json(shown, "{\"personality\":4294967295}");
}

static void a_command_may_make_a_string_of_a_number(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "prctl", 0);
	shown->args.raw[0] = 15;
	shown->args.raw[1] = MEMORY;
	copy_as(shown, 1, EU_ARG_STR, "renamed", 7);
	assert_json(shown, "{\"option\":\"PR_SET_NAME\",\"arg2\":\"renamed\"}");
}

static void a_seccomp_filter_is_its_instructions(void **state)
{
	struct {
		uint16_t len, pad[3];
		uint64_t filter;
	} head = {1, {0}, MEMORY};
	const uint16_t instruction[] = {0x20, 0x0201, 4, 0};
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "seccomp", 0);
	shown->args.raw[0] = 1;
	shown->args.raw[2] = MEMORY;
	copy_as(shown, 2, EU_ARG_FILTER, &head, sizeof(head));
	copy_as(shown, 2, EU_ARG_VECTOR_IN, instruction, sizeof(instruction));
	assert_json(shown, "{\"op\":\"SECCOMP_SET_MODE_FILTER\",\"flags\":[],\"uargs\":{\"len\":1,"
			   "\"filter\":[{\"code\":\"0x20\",\"jt\":1,\"jf\":2,\"k\":\"0x4\"}]}}");
}

static void socketcall_shows_the_call_it_stands_for(void **state)
{
	struct sockaddr_in to = {AF_INET, htons(53), {htonl(0xc6120001)}, {0}};
	const uint64_t words[6] = {3, 4096, 16};
	struct shown *shown = *state;

	call(shown, EU_ABI_I386, "socketcall", 0);
	shown->args.raw[0] = 3;
	shown->args.raw[1] = 4096;
	copy_as(shown, 1, EU_ARG_SOCKETCALL, words, sizeof(words));
	copy_as(shown, 1, EU_ARG_SOCKADDR_IN, &to, sizeof(to));
	assert_json(shown, "{\"call\":\"SYS_CONNECT\",\"args\":{\"fd\":3,\"addr\":"
			   "{\"family\":\"AF_INET\",\"address\":\"198.18.0.1\",\"port\":53},"
			   "\"addrlen\":16}}");
}

static void option(struct shown *shown, const char *name, unsigned level, unsigned optname)
{
	call(shown, EU_ABI_X86_64, name, 0);
	shown->args.raw[1] = level;
	shown->args.raw[2] = optname;
	shown->args.raw[3] = MEMORY;
}

static void an_option_of_four_bytes_is_a_number(void **state)
{
	const int32_t value = -2;
	struct shown *shown = *state;

	option(shown, "setsockopt", 6, 1);
	shown->args.raw[4] = 4;
	copy(shown, 3, &value, sizeof(value));
	assert_json(shown, "{\"fd\":0,\"level\":\"SOL_TCP\",\"optname\":\"TCP_NODELAY\","
			   "\"optval\":-2,\"optlen\":4}");
}

static void an_option_of_another_size_is_told_by_its_size(void **state)
{
	struct shown *shown = *state;

	option(shown, "setsockopt", 6, 14);
	shown->args.raw[4] = 216;
	assert_json(shown, "{\"fd\":0,\"level\":\"SOL_TCP\",\"optname\":\"TCP_MD5SIG\","
			   "\"optval\":{\"size\":216},\"optlen\":216}");
}

static void an_option_with_a_struct_is_its_members(void **state)
{
	const int32_t linger[] = {1, 5};
	struct shown *shown = *state;

	option(shown, "setsockopt", 1, 13);
	shown->args.raw[4] = 8;
	copy_as(shown, 3, EU_ARG_STRUCT_IN, linger, sizeof(linger));
	assert_json(shown, "{\"fd\":0,\"level\":\"SOL_SOCKET\",\"optname\":\"SO_LINGER\","
			   "\"optval\":{\"l_onoff\":1,\"l_linger\":5},\"optlen\":8}");
}

static void what_came_back_of_an_option_has_the_length_that_came_back(void **state)
{
	const int32_t error = 111, length = 4;
	struct shown *shown = *state;

	option(shown, "getsockopt", 1, 4);
	shown->args.raw[4] = MEMORY;
	copy(shown, 3, &error, sizeof(error));
	copy(shown, 4, &length, sizeof(length));
	assert_json(shown, "{\"fd\":0,\"level\":\"SOL_SOCKET\",\"optname\":\"SO_ERROR\","
			   "\"optval\":111,\"optlen\":4}");
}

static void a_number_behind_a_pointer_can_have_a_name(void **state)
{
	const int32_t type = 1, length = 4;
	struct shown *shown = *state;

	option(shown, "getsockopt", 1, 3);
	shown->args.raw[4] = MEMORY;
	copy_as(shown, 3, EU_ARG_NUM_OUT, &type, sizeof(type));
	copy(shown, 4, &length, sizeof(length));
	assert_json(shown, "{\"fd\":0,\"level\":\"SOL_SOCKET\",\"optname\":\"SO_TYPE\","
			   "\"optval\":[\"SOCK_STREAM\"],\"optlen\":4}");
}

static void groups_are_an_array_as_wide_as_the_abi_has_them(void **state)
{
	const uint16_t narrow[] = {0, 65535};
	struct shown *shown = *state;

	call(shown, EU_ABI_I386, "setgroups", 0);
	shown->args.raw[0] = 2;
	shown->args.raw[1] = 4096;
	copy(shown, 1, narrow, sizeof(narrow));
	assert_json(shown, "{\"gidsetsize\":2,\"grouplist\":[0,65535]}");
}

static void groups_that_came_back_are_as_many_as_the_result_says(void **state)
{
	const uint32_t wide[] = {0, 65536};
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "getgroups", 2);
	shown->args.raw[0] = 9;
	shown->args.raw[1] = MEMORY;
	copy(shown, 1, wide, sizeof(wide));
	assert_json(shown, "{\"gidsetsize\":9,\"grouplist\":[0,65536]}");
}

/* Entries of 24 bytes, of which the last one's name is cut. */
static const char dirents[] = "inode---offset--\x18\0\4.\0---"
			      "inode---offset--\x18\0\10abcd\0"
			      "inode---offset--\x18\0\10cut";

static void a_directory_is_its_entries_as_far_as_they_were_copied(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "getdents64", 900);
	shown->args.raw[1] = MEMORY;
	shown->args.raw[2] = 1000;
	copy(shown, 1, dirents, sizeof(dirents) - 1);
	assert_json(shown, "{\"fd\":0,\"dirent\":{\"size\":900,\"entries\":[\".\",\"abcd\"]},"
			   "\"count\":1000}");
}

static void an_older_entry_has_its_name_elsewhere(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_I386, "getdents", 16);
	shown->args.raw[1] = 4096;
	shown->args.raw[2] = 1000;
	copy(shown, 1, "ino-off-\x10\0name\0", 16);
	assert_json(shown, "{\"fd\":0,\"dirent\":{\"size\":16,\"entries\":[\"name\"]},"
			   "\"count\":1000}");
}

static void a_case_may_name_its_arguments_and_leave_some_out(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_I386, "ipc", -EINVAL);
	shown->args.raw[0] = 24;
	shown->args.raw[1] = 7;
	shown->args.raw[2] = 0x100;
	assert_json(shown, "{\"call\":\"SHMCTL\",\"shmid\":7,\"cmd\":[\"IPC_RMID\",\"IPC_64\"],"
			   "\"buf\":null}");
}

static void a_message_whose_head_is_short_is_an_address(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "sendmsg", 0);
	shown->args.raw[1] = MEMORY;
	copy(shown, 1, "short", 5);
	assert_json(shown, "{\"fd\":0,\"msg\":\"0x7f0000001000\",\"flags\":[]}");
}

#define shown_test(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    shown_test(numbers_have_the_width_and_sign_of_their_type),
	    shown_test(a_long_is_shorter_on_i386),
	    shown_test(two_registers_make_one_offset_on_i386),
	    shown_test(an_id_of_all_ones_is_minus_one),
	    shown_test(a_pointer_without_a_copy_is_its_address),
	    shown_test(null_is_null),
	    shown_test(strings_may_be_any_bytes),
	    shown_test(a_vector_of_strings_is_an_array),
	    shown_test(socket_addresses_have_parts),
	    shown_test(an_abstract_socket_begins_with_an_at),
	    shown_test(a_short_socket_address_shows_what_is_there),
	    shown_test(structs_are_objects_with_flags_inside),
	    shown_test(a_struct_of_an_older_program_is_shorter),
	    shown_test(structs_are_laid_out_as_the_abi_has_them),
	    shown_test(arrays_of_structs_are_arrays),
	    shown_test(a_buffer_is_its_size_and_what_was_copied),
	    shown_test(a_failed_read_filled_nothing),
	    shown_test(a_pair_of_descriptors_is_an_array),
	    shown_test(signal_sets_are_names),
	    shown_test(a_nearly_full_signal_set_is_told_by_what_is_not_in_it),
	    shown_test(a_descriptor_is_shown_with_what_it_is),
	    shown_test(a_pidfd_is_no_path),
	    shown_test(a_socket_is_shown_by_its_number),
	    shown_test(a_protocol_is_named_by_its_family),
	    shown_test(a_protocol_of_another_family_is_a_number),
	    shown_test(an_option_is_named_by_its_level),
	    shown_test(a_copy_that_reaches_behind_the_record_is_not_believed),
	    shown_test(a_failed_copy_is_the_address),
	    shown_test(an_iovec_is_its_parts_and_their_sum),
	    shown_test(an_iovec_of_i386_has_words_of_32_bits),
	    shown_test(messages_have_their_addresses_and_parts_in_order),
	    shown_test(a_set_of_descriptors_is_an_array),
	    shown_test(an_argument_is_what_the_command_makes_of_it),
	    shown_test(a_command_without_an_argument_shows_none),
	    shown_test(a_pointer_that_is_no_address_has_a_name),
	    shown_test(permissions_among_flags_are_octal),
	    shown_test(a_child_is_told_with_its_status),
	    shown_test(the_question_for_a_personality_is_none),
	    shown_test(a_command_may_make_a_string_of_a_number),
	    shown_test(a_seccomp_filter_is_its_instructions),
	    shown_test(socketcall_shows_the_call_it_stands_for),
	    shown_test(an_option_of_four_bytes_is_a_number),
	    shown_test(an_option_of_another_size_is_told_by_its_size),
	    shown_test(an_option_with_a_struct_is_its_members),
	    shown_test(what_came_back_of_an_option_has_the_length_that_came_back),
	    shown_test(a_number_behind_a_pointer_can_have_a_name),
	    shown_test(groups_are_an_array_as_wide_as_the_abi_has_them),
	    shown_test(groups_that_came_back_are_as_many_as_the_result_says),
	    shown_test(a_directory_is_its_entries_as_far_as_they_were_copied),
	    shown_test(an_older_entry_has_its_name_elsewhere),
	    shown_test(a_case_may_name_its_arguments_and_leave_some_out),
	    shown_test(a_message_whose_head_is_short_is_an_address),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
