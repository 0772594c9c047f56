/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments as JSON, from registers and hand-made copies. */
#include <errno.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <linux/if_alg.h>
#include <linux/if_packet.h>
#include <linux/netlink.h>
#include <linux/vm_sockets.h>

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

static void copy_as(struct shown *shown, unsigned arg, unsigned kind, const void *bytes, size_t len)
{
	struct eu_copy head = {.arg = arg, .kind = kind, .len = len};

	memcpy(shown->copies + shown->len, &head, sizeof(head));
	if (len)
		memcpy(shown->copies + shown->len + sizeof(head), bytes, len);
	shown->len += (sizeof(head) + len + 7) & ~7ul;
}

static const char *shown_json(struct shown *shown)
{
	struct eu_emit_json json;

	shown->args.copies = shown->copies;
	shown->args.copies_len = shown->len;
	eu_emit_json_init(&json, &shown->bytes);
	json.emit.ops->object_begin(&json.emit, NULL);
	eu_args_emit(&json.emit, &shown->args);
	json.emit.ops->object_end(&json.emit);
	shown->bytes.data[shown->bytes.len - 1] = '\0'; /* the comma */
	return shown->bytes.data;
}

static void assert_json(struct shown *shown, const char *expected)
{
	assert_string_equal(shown_json(shown), expected);
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

static void the_upper_half_may_come_first(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_I386, "_llseek", -EINVAL);
	shown->args.raw[1] = 0xffffffff;
	shown->args.raw[2] = 0xfffffffb;
	shown->args.raw[4] = 1;
	assert_json(shown, "{\"fd\":0,\"offset\":-5,\"result\":null,\"whence\":\"SEEK_CUR\"}");
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
	assert_json(shown, "{\"dfd\":\"AT_FDCWD\",\"filename\":\"0x8\",\"flags\":[\"O_RDONLY\"]}");
}

static void a_file_that_is_made_has_a_mode(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "open", -EFAULT);
	shown->args.raw[0] = 8;
	shown->args.raw[1] = 0100;
	shown->args.raw[2] = 0644;
	assert_json(shown, "{\"filename\":\"0x8\",\"flags\":[\"O_RDONLY\",\"O_CREAT\"],"
			   "\"mode\":\"0644\"}");
}

static void a_clone_has_what_its_flags_ask_for(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "clone", 77);
	shown->args.raw[0] = 0x11; /* SIGCHLD */
	shown->args.raw[3] = shown->args.raw[4] = MEMORY;
	assert_json(shown, "{\"clone_flags\":[\"SIGCHLD\"],\"newsp\":null,\"parent_tid\":null}");
	shown->bytes.len = 0;
	shown->args.raw[0] = 0x280000; /* CLONE_SETTLS, CLONE_CHILD_CLEARTID */
	assert_json(shown, "{\"clone_flags\":[\"CLONE_SETTLS\",\"CLONE_CHILD_CLEARTID\"],"
			   "\"newsp\":null,\"parent_tid\":null,\"child_tid\":\"0x7f0000001000\","
			   "\"tls\":\"0x7f0000001000\"}");
}

static void a_process_has_a_clock_with_a_negative_number(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "clock_getres", -EINVAL);
	shown->args.raw[0] = (uint32_t)-38;
	assert_json(shown, "{\"which_clock\":-38,\"tp\":null}");
}

static void a_process_group_owns_under_a_negative_number(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "fcntl", 0);
	shown->args.raw[1] = 8; /* F_SETOWN */
	shown->args.raw[2] = (uint32_t)-77;
	assert_json(shown, "{\"fd\":0,\"cmd\":\"F_SETOWN\",\"arg\":-77}");
}

static void special_keyrings_have_names_and_the_owner_may_stay(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "keyctl", 0);
	shown->args.raw[0] = 4; /* KEYCTL_CHOWN */
	shown->args.raw[1] = (uint32_t)-2;
	shown->args.raw[2] = -1;
	shown->args.raw[3] = 5;
	shown->args.raw[4] = 4711;
	assert_json(shown, "{\"cmd\":\"KEYCTL_CHOWN\",\"arg2\":\"KEY_SPEC_PROCESS_KEYRING\","
			   "\"arg3\":-1,\"arg4\":5}");
}

static void a_futex_has_what_its_operation_takes(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "futex", 0);
	shown->args.raw[0] = 8;
	shown->args.raw[1] = 129; /* FUTEX_WAKE of the process's own */
	shown->args.raw[2] = 1;
	shown->args.raw[3] = shown->args.raw[4] = shown->args.raw[5] = 4711;
	assert_json(shown, "{\"uaddr\":\"0x8\",\"op\":[\"FUTEX_WAKE\",\"FUTEX_PRIVATE_FLAG\"],"
			   "\"val\":1}");
	shown->bytes.len = 0;
	shown->args.raw[1] = 3; /* FUTEX_REQUEUE */
	assert_json(shown, "{\"uaddr\":\"0x8\",\"op\":[\"FUTEX_REQUEUE\"],\"val\":1,"
			   "\"val2\":4711,\"uaddr2\":\"0x1267\"}");
}

static void text_that_did_not_fit_is_not_what_was_there_before(void **state)
{
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "keyctl", 26);
	shown->args.raw[0] = 6; /* KEYCTL_DESCRIBE */
	shown->args.raw[2] = MEMORY;
	shown->args.raw[3] = 4;
	copy_as(shown, 2, EU_ARG_TEXT_OUT, "old", 4);
	assert_json(shown, "{\"cmd\":\"KEYCTL_DESCRIBE\",\"arg2\":0,"
			   "\"arg3\":\"0x7f0000001000\",\"arg4\":4}");
}

static void a_file_has_its_type_and_its_times(void **state)
{
	struct stat file = {.st_mode = 0104755, .st_uid = 7, .st_gid = 8, .st_size = 9,
			    .st_atim = {-5, 1}, .st_mtim = {6, 2}, .st_ctim = {7, 3}};
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "fstat", 0);
	shown->args.raw[1] = MEMORY;
	copy(shown, 1, &file, sizeof(file));
	assert_json(shown, "{\"fd\":0,\"statbuf\":{\"st_dev\":\"0:0\",\"st_ino\":0,"
			   "\"st_mode\":[\"S_IFREG\",\"S_ISUID\",\"0755\"],\"st_nlink\":0,"
			   "\"st_uid\":7,\"st_gid\":8,\"st_rdev\":\"0:0\",\"st_size\":9,"
			   "\"st_blksize\":0,\"st_blocks\":0,\"st_atime\":-5,\"st_atime_nsec\":1,"
			   "\"st_mtime\":6,\"st_mtime_nsec\":2,\"st_ctime\":7,"
			   "\"st_ctime_nsec\":3}}");
}

static void what_a_struct_says_it_has_not_is_left_out(void **state)
{
	uint32_t attr[14] = {48, 0, 0, 0, -5, [12] = 4711, 4712};
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "sched_setattr", 0);
	shown->args.raw[1] = MEMORY;
	copy(shown, 1, attr, sizeof(attr));
	assert_json(shown, "{\"pid\":0,\"attr\":{\"size\":48,\"sched_policy\":\"SCHED_NORMAL\","
			   "\"sched_flags\":[],\"sched_nice\":-5,\"sched_priority\":0,"
			   "\"sched_runtime\":0,\"sched_deadline\":0,\"sched_period\":0},\"flags\":0}");
}

static void an_interface_gets_an_address(void **state)
{
	char request[32] = "eth0";
	struct sockaddr_in address = {AF_INET, 0, {htonl(0xc6336402)}, {0}};
	struct shown *shown = *state;

	memcpy(request + 16, &address, sizeof(address));
	call(shown, EU_ABI_X86_64, "ioctl", 0);
	shown->args.raw[1] = 0x8916; /* SIOCSIFADDR */
	shown->args.raw[2] = MEMORY;
	copy_as(shown, 2, EU_ARG_STRUCT_IN, request, sizeof(request));
	assert_json(shown, "{\"fd\":0,\"cmd\":\"SIOCSIFADDR\",\"arg\":{\"ifr_name\":\"eth0\","
			   "\"ifr_addr\":{\"family\":\"AF_INET\",\"address\":\"198.51.100.2\","
			   "\"port\":0}}}");
}

static void an_interface_has_the_flags_that_it_was_asked_for(void **state)
{
	char request[18] = "eth0", *flags = request + 16;
	struct shown *shown = *state;

	*flags = 0x41;
	call(shown, EU_ABI_X86_64, "ioctl", 0);
	shown->args.raw[1] = 0x8913; /* SIOCGIFFLAGS */
	shown->args.raw[2] = MEMORY;
	copy_as(shown, 2, EU_ARG_STRUCT_INOUT, request, sizeof(request));
	assert_json(shown, "{\"fd\":0,\"cmd\":\"SIOCGIFFLAGS\",\"arg\":{\"ifr_name\":\"eth0\","
			   "\"ifr_flags\":[\"IFF_UP\",\"IFF_RUNNING\"]}}");
	shown->bytes.len = 0;
	shown->args.result = -ENODEV;
	assert_json(shown, "{\"fd\":0,\"cmd\":\"SIOCGIFFLAGS\",\"arg\":{\"ifr_name\":\"eth0\"}}");
}

static void a_terminal_has_its_modes_by_name(void **state)
{
	uint32_t raw[9] = {0x500, 0x5, 0xbf, 0x8a3b};
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "ioctl", 0);
	shown->args.raw[1] = 0x5401; /* TCGETS */
	shown->args.raw[2] = MEMORY;
	copy_as(shown, 2, EU_ARG_STRUCT_OUT, raw, sizeof(raw));
	assert_json(shown, "{\"fd\":0,\"cmd\":\"TCGETS\",\"arg\":{\"c_iflag\":[\"ICRNL\",\"IXON\"],"
			   "\"c_oflag\":[\"OPOST\",\"ONLCR\"],"
			   "\"c_cflag\":[\"B38400\",\"CS8\",\"CREAD\"],"
			   "\"c_lflag\":[\"ISIG\",\"ICANON\",\"ECHO\",\"ECHOE\",\"ECHOK\",\"ECHOCTL\","
			   "\"ECHOKE\",\"IEXTEN\"]}}");
}

static void assert_address(struct shown *shown, const void *address, size_t len,
			   const char *expected)
{
	char json[400];

	snprintf(json, sizeof(json), "{\"fd\":0,\"addr\":%s,\"addrlen\":%zu}", expected, len);
	shown->len = shown->bytes.len = 0;
	call(shown, EU_ABI_X86_64, "bind", -EBADF);
	shown->args.raw[1] = MEMORY;
	shown->args.raw[2] = len;
	copy(shown, 1, address, len);
	assert_json(shown, json);
}

static void addresses_of_other_families_have_their_members(void **state)
{
	struct sockaddr_nl netlink = {.nl_family = AF_NETLINK, .nl_pid = 5, .nl_groups = 3};
	struct sockaddr_ll packet = {.sll_family = AF_PACKET, .sll_protocol = htons(3),
				     .sll_ifindex = 2, .sll_hatype = 1, .sll_halen = 6,
				     .sll_addr = {2, 0x42, 0xc6}};
	struct sockaddr_vm vsock = {.svm_family = AF_VSOCK, .svm_cid = 2, .svm_port = 1234};
	struct sockaddr_alg alg = {.salg_family = AF_ALG, .salg_type = "hash",
				   .salg_name = "sha256"};

	assert_address(*state, &netlink, sizeof(netlink),
		       "{\"family\":\"AF_NETLINK\",\"pid\":5,\"groups\":3}");
	assert_address(*state, &packet, sizeof(packet),
		       "{\"family\":\"AF_PACKET\",\"protocol\":\"ETH_P_ALL\",\"ifindex\":2,"
		       "\"hatype\":\"ARPHRD_ETHER\",\"pkttype\":\"PACKET_HOST\",\"halen\":6,"
		       "\"addr\":\"02:42:c6:00:00:00:00:00\"}");
	assert_address(*state, &vsock, sizeof(vsock),
		       "{\"family\":\"AF_VSOCK\",\"cid\":\"VMADDR_CID_HOST\",\"port\":1234,"
		       "\"flags\":[]}");
	assert_address(*state, &alg, sizeof(alg),
		       "{\"family\":\"AF_ALG\",\"type\":\"hash\",\"feat\":0,\"mask\":0,"
		       "\"name\":\"sha256\"}");
	assert_address(*state, &packet, 8,
		       "{\"family\":\"AF_PACKET\",\"protocol\":\"ETH_P_ALL\",\"ifindex\":2}");
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

/* struct cmsghdr of x86-64 with two descriptors, and struct ucred */
static const uint32_t passed[] = {24, 0, 1, 1, 5, 6}, who[] = {28, 0, 1, 2, 77, 1000, 100, 0};

#define RIGHTS                                                                                    \
	"{\"cmsg_len\":24,\"cmsg_level\":\"SOL_SOCKET\",\"cmsg_type\":\"SCM_RIGHTS\","             \
	"\"cmsg_data\":[5,6]}"

static void a_message_has_what_goes_with_it(void **state)
{
	struct message head = {0, 0, 0, MEMORY, 1, MEMORY, 56, 0, 0};
	const uint64_t parts[] = {MEMORY, 1};
	struct shown *shown = *state;
	char control[56];

	memcpy(control, passed, sizeof(passed));
	memcpy(control + sizeof(passed), who, sizeof(who));
	call(shown, EU_ABI_X86_64, "recvmsg", 1);
	shown->args.raw[1] = MEMORY;
	copy(shown, 1, &head, sizeof(head));
	copy_as(shown, 1, EU_ARG_CONTROL, control, sizeof(control));
	copy_as(shown, 1, EU_ARG_SOCKADDR_IN, NULL, 0);
	copy_as(shown, 1, EU_ARG_IOVEC_OUT, parts, sizeof(parts));
	copy_as(shown, 1, EU_ARG_BUF_OUT, "x", 1);
	assert_json(shown,
		    "{\"fd\":0,\"msg\":{\"msg_name\":null,\"msg_namelen\":0,\"msg_iov\":"
		    "{\"count\":1,\"parts\":[1],\"size\":1,\"bytes\":\"x\"},\"msg_iovlen\":1,"
		    "\"msg_control\":[" RIGHTS ",{\"cmsg_len\":28,\"cmsg_level\":\"SOL_SOCKET\","
		    "\"cmsg_type\":\"SCM_CREDENTIALS\","
		    "\"cmsg_data\":{\"pid\":77,\"uid\":1000,\"gid\":100}}],"
		    "\"msg_controllen\":56,\"msg_flags\":[]},\"flags\":[]}");
}

static void each_message_has_its_own_control_messages(void **state)
{
	struct {
		struct message head;
		uint32_t len, pad;
	} messages[2] = {{{0, 0, 0, MEMORY, 0, MEMORY, 24, 0, 0}, 5, 0},
			 {{0, 0, 0, MEMORY, 0, MEMORY, 24, 0, 0}, 3, 0}};
	struct shown *shown = *state;

	call(shown, EU_ABI_X86_64, "sendmmsg", 2);
	shown->args.raw[1] = MEMORY;
	shown->args.raw[2] = 2;
	copy(shown, 1, messages, sizeof(messages));
	for (int i = 0; i < 2; i++) {
		if (i)
			copy_as(shown, 1, EU_ARG_CONTROL, passed, sizeof(passed));
		copy_as(shown, 1, EU_ARG_SOCKADDR_IN, NULL, 0);
		copy_as(shown, 1, EU_ARG_IOVEC_IN, NULL, 0);
	}
#define HEAD(control)                                                                             \
	"{\"msg_hdr\":{\"msg_name\":null,\"msg_namelen\":0,\"msg_iov\":{\"count\":0,\"parts\":[],"     \
	"\"size\":0},\"msg_iovlen\":0,\"msg_control\":" control                                    \
	",\"msg_controllen\":24,\"msg_flags\":[]},\"msg_len\":"
	assert_json(shown, "{\"fd\":0,\"msg\":[" HEAD("\"0x7f0000001000\"") "5}," HEAD("[" RIGHTS "]")
			   "3}],\"vlen\":2,\"flags\":[]}");
#undef HEAD
}

static void assert_control(struct shown *shown, enum eu_abi abi, const void *control, size_t len,
			   const char *expected)
{
	static const char message[56];
	const char *found, *end;

	shown->len = shown->bytes.len = 0;
	call(shown, abi, "sendmsg", 1);
	shown->args.raw[1] = MEMORY;
	copy(shown, 1, message, sizeof(message));
	copy_as(shown, 1, EU_ARG_CONTROL, control, len);
	found = shown_json(shown);
	found = strstr(found, "\"msg_control\":");
	assert_non_null(found);
	found += strlen("\"msg_control\":");
	end = strstr(found, ",\"msg_controllen\"");
	assert_non_null(end);
	assert_int_equal(end - found, strlen(expected));
	assert_memory_equal(found, expected, strlen(expected));
}

static void control_messages_are_as_the_abi_has_them(void **state)
{
	const uint32_t of_i386[] = {15, 1, 4711, 9, 16, 0, 2, -1u};
	const uint32_t segment[] = {18, 0, 17, 103, 65000};

	assert_control(*state, EU_ABI_I386, of_i386, sizeof(of_i386),
		       "[{\"cmsg_len\":15,\"cmsg_level\":\"SOL_SOCKET\",\"cmsg_type\":4711},"
		       "{\"cmsg_len\":16,\"cmsg_level\":\"SOL_IP\",\"cmsg_type\":\"IP_TTL\","
		       "\"cmsg_data\":-1}]");
	assert_control(*state, EU_ABI_X86_64, segment, 18,
		       "[{\"cmsg_len\":18,\"cmsg_level\":\"SOL_UDP\",\"cmsg_type\":\"UDP_SEGMENT\","
		       "\"cmsg_data\":65000}]");
}

static void a_control_message_is_shown_as_far_as_it_goes(void **state)
{
	const uint32_t endless[] = {-1u, -1u, 1, 1, 5}, none[] = {0, 0, 1, 1, 5};

	assert_control(*state, EU_ABI_X86_64, passed, sizeof(passed) - 4,
		       "[{\"cmsg_len\":24,\"cmsg_level\":\"SOL_SOCKET\","
		       "\"cmsg_type\":\"SCM_RIGHTS\",\"cmsg_data\":[5]}]");
	assert_control(*state, EU_ABI_X86_64, endless, sizeof(endless),
		       "[{\"cmsg_len\":18446744073709551615,\"cmsg_level\":\"SOL_SOCKET\","
		       "\"cmsg_type\":\"SCM_RIGHTS\",\"cmsg_data\":[5]}]");
	assert_control(*state, EU_ABI_X86_64, none, sizeof(none), "[]");
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
			   "\"optval\":\"ECONNREFUSED\",\"optlen\":4}");
}

static void each_level_has_its_options(void **state)
{
	const uint32_t filter = 0x101;
	const char group[12] = {(char)239, 1, 2, 3, [8] = 2};
	struct shown *shown = *state;

	option(shown, "setsockopt", 255, 1);
	shown->args.raw[4] = sizeof(filter);
	copy_as(shown, 3, EU_ARG_STRUCT_IN, &filter, sizeof(filter));
	assert_json(shown, "{\"fd\":0,\"level\":\"SOL_RAW\",\"optname\":\"ICMP_FILTER\","
			   "\"optval\":{\"data\":[\"ICMP_ECHOREPLY\",\"ICMP_ECHO\"]},\"optlen\":4}");
	shown->bytes.len = shown->len = 0;
	option(shown, "setsockopt", 0, 35);
	shown->args.raw[4] = sizeof(group);
	copy_as(shown, 3, EU_ARG_STRUCT_IN, group, sizeof(group));
	assert_json(shown, "{\"fd\":0,\"level\":\"SOL_IP\",\"optname\":\"IP_ADD_MEMBERSHIP\","
			   "\"optval\":{\"imr_multiaddr\":\"239.1.2.3\","
			   "\"imr_address\":\"0.0.0.0\",\"imr_ifindex\":2},\"optlen\":12}");
	shown->bytes.len = shown->len = 0;
	option(shown, "setsockopt", 270, 1);
	shown->args.raw[4] = sizeof(filter);
	copy(shown, 3, &filter, sizeof(filter));
	assert_json(shown, "{\"fd\":0,\"level\":\"SOL_NETLINK\","
			   "\"optname\":\"NETLINK_ADD_MEMBERSHIP\",\"optval\":257,\"optlen\":4}");
}

static void a_number_behind_a_pointer_can_have_a_name(void **state)
{
	const int32_t type = 1, length = 4;
	struct shown *shown = *state;

	option(shown, "getsockopt", 1, 3);
	shown->args.raw[4] = MEMORY;
	copy(shown, 3, &type, sizeof(type));
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
	    shown_test(the_upper_half_may_come_first),
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
	    shown_test(each_level_has_its_options),
	    shown_test(a_file_that_is_made_has_a_mode),
	    shown_test(a_clone_has_what_its_flags_ask_for),
	    shown_test(a_process_has_a_clock_with_a_negative_number),
	    shown_test(a_process_group_owns_under_a_negative_number),
	    shown_test(special_keyrings_have_names_and_the_owner_may_stay),
	    shown_test(a_futex_has_what_its_operation_takes),
	    shown_test(text_that_did_not_fit_is_not_what_was_there_before),
	    shown_test(a_file_has_its_type_and_its_times),
	    shown_test(addresses_of_other_families_have_their_members),
	    shown_test(what_a_struct_says_it_has_not_is_left_out),
	    shown_test(an_interface_gets_an_address),
	    shown_test(an_interface_has_the_flags_that_it_was_asked_for),
	    shown_test(a_terminal_has_its_modes_by_name),
	    shown_test(groups_are_an_array_as_wide_as_the_abi_has_them),
	    shown_test(groups_that_came_back_are_as_many_as_the_result_says),
	    shown_test(a_directory_is_its_entries_as_far_as_they_were_copied),
	    shown_test(an_older_entry_has_its_name_elsewhere),
	    shown_test(a_case_may_name_its_arguments_and_leave_some_out),
	    shown_test(a_message_whose_head_is_short_is_an_address),
	    shown_test(a_message_has_what_goes_with_it),
	    shown_test(each_message_has_its_own_control_messages),
	    shown_test(control_messages_are_as_the_abi_has_them),
	    shown_test(a_control_message_is_shown_as_far_as_it_goes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
