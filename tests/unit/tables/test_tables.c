/* SPDX-License-Identifier: Apache-2.0 */
/* The generated tables, looked at from outside; what is expected comes from the C library's own
 * headers and from the manual pages. */
#include <fcntl.h>
#include <sched.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <cmocka.h>

#include <eunomia/syscalls.h>

struct names {
	char text[512];
};

static void join(void *context, const char *name, uint64_t rest)
{
	struct names *names = context;
	size_t len = strlen(names->text);
	const char *bar = len ? "|" : "";

	if (name)
		snprintf(names->text + len, sizeof(names->text) - len, "%s%s", bar, name);
	else
		snprintf(names->text + len, sizeof(names->text) - len, "%s%#lx", bar,
			 (unsigned long)rest);
}

static void assert_names(const char *table, uint64_t value, const char *expected)
{
	const struct eu_flagset *set = eu_flagset_find_abi(EU_ABI_X86_64, table);
	struct names names = {""};

	assert_non_null(set);
	eu_flagset_each(set, value, join, &names);
	assert_string_equal(names.text, expected);
}

static void open_flags_have_an_access_mode_and_bits(void **state)
{
	assert_names("open", O_RDONLY, "O_RDONLY");
	assert_names("open", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
		     "O_WRONLY|O_CREAT|O_TRUNC|O_CLOEXEC");
	assert_names("open", O_RDWR | 04000000000, "O_RDWR|0x20000000");
}

static void a_name_of_several_bits_hides_the_names_of_its_parts(void **state)
{
	assert_names("open", 04010000, "O_RDONLY|O_SYNC");
	assert_names("open", 010000, "O_RDONLY|O_DSYNC");
	assert_names("open", 020200000 | O_RDWR, "O_RDWR|O_TMPFILE");
	assert_names("open", O_DIRECTORY, "O_RDONLY|O_DIRECTORY");
}

static void an_unknown_number_in_a_field_is_left_over(void **state)
{
	assert_names("open", 3 | O_CLOEXEC, "O_CLOEXEC|0x3");
	assert_names("socket_type", 0xf, "0xf");
}

static void numbers_inside_flags_are_named(void **state)
{
	assert_names("socket_type", SOCK_DGRAM | SOCK_NONBLOCK, "SOCK_DGRAM|SOCK_NONBLOCK");
	assert_names("mmap_flags", MAP_PRIVATE | MAP_ANONYMOUS, "MAP_PRIVATE|MAP_ANONYMOUS");
	assert_names("mmap_flags", 3, "MAP_SHARED_VALIDATE");
	assert_names("clone", CLONE_VM | CLONE_VFORK | 17, "SIGCHLD|CLONE_VM|CLONE_VFORK");
	assert_names("futex_op", 0x80, "FUTEX_WAIT|FUTEX_PRIVATE_FLAG");
	assert_names("mount", 0xc0ed0021, "MS_MGC_VAL|MS_RDONLY|MS_REMOUNT");
	assert_names("file_mode", 0104000, "S_IFREG|S_ISUID");
}

static void zero_has_a_name_where_the_kernel_gives_it_one(void **state)
{
	assert_names("mmap_prot", 0, "PROT_NONE");
	assert_names("access", 0, "F_OK");
	assert_names("at", 0, "");
	assert_names("rlimit", 0, "RLIMIT_CPU");
}

static void flags_above_32_bits_are_known(void **state)
{
	assert_names("clone3", 1ULL << 32, "CLONE_CLEAR_SIGHAND");
	assert_names("capability_set", 1ULL << 40, "CAP_CHECKPOINT_RESTORE");
}

static void enumerations_have_one_name(void **state)
{
	assert_names("socket_family", 1, "AF_UNIX");
	assert_names("socket_family", 12345, "0x3039");
	assert_string_equal(eu_flagset_name(eu_flagset_find("bpf_cmd"), 5), "BPF_PROG_LOAD");
	assert_null(eu_flagset_name(eu_flagset_find("bpf_cmd"), 5000));
	assert_true(eu_flagset_find("bpf_cmd")->is_enum);
	assert_false(eu_flagset_find("open")->is_enum);
}

static void a_line_that_goes_on_swallows_no_name(void **state)
{
	assert_string_equal(eu_flagset_name(eu_flagset_find("socket_level"), 0), "SOL_IP");
}

static void values_that_differ_between_architectures_do(void **state)
{
	const struct eu_flagset *x86 = eu_flagset_find_abi(EU_ABI_X86_64, "open");
	const struct eu_flagset *arm = eu_flagset_find_abi(EU_ABI_ARM64, "open");
	struct names names = {""};

	assert_ptr_not_equal(x86, arm);
	eu_flagset_each(arm, 040000, join, &names); /* O_DIRECTORY of arm64, O_DIRECT of x86 */
	assert_string_equal(names.text, "O_RDONLY|O_DIRECTORY");
	assert_names("open", 040000, "O_RDONLY|O_DIRECT");
	assert_ptr_equal(eu_flagset_find_abi(EU_ABI_X86_64, "rename"),
			 eu_flagset_find_abi(EU_ABI_ARM64, "rename"));
}

static void a_table_that_is_not_there_is_null(void **state)
{
	assert_null(eu_flagset_find("nothing"));
	assert_null(eu_flagset_find(""));
	assert_null(eu_flagset_find(NULL));
}

static void numbers_and_names_lead_to_each_other(void **state)
{
	for (int abi = 0; abi < EU_ABIS; abi++) {
		size_t n;
		const struct eu_syscall *all = eu_syscall_all(abi, &n);

		assert_true(n > 300);
		for (size_t i = 0; i < n; i++) {
			assert_ptr_equal(eu_syscall_get(abi, all[i].nr), &all[i]);
			assert_ptr_equal(eu_syscall_find(abi, all[i].name), &all[i]);
		}
	}
}

#if defined(__x86_64__)
static void the_c_library_agrees_on_numbers(void **state)
{
	assert_int_equal(eu_syscall_find(EU_ABI_X86_64, "read")->nr, SYS_read);
	assert_int_equal(eu_syscall_find(EU_ABI_X86_64, "openat2")->nr, SYS_openat2);
	assert_int_equal(eu_syscall_find(EU_ABI_X86_64, "clone3")->nr, SYS_clone3);
	assert_int_equal(eu_syscall_find(EU_ABI_X86_64, "umount2")->nr, SYS_umount2);
}
#endif

static void each_abi_has_its_own_numbers(void **state)
{
	assert_int_equal(eu_syscall_find(EU_ABI_X86_64, "execve")->nr, 59);
	assert_int_equal(eu_syscall_find(EU_ABI_I386, "execve")->nr, 11);
	assert_int_equal(eu_syscall_find(EU_ABI_ARM64, "execve")->nr, 221);
	assert_non_null(eu_syscall_find(EU_ABI_I386, "socketcall"));
	assert_null(eu_syscall_find(EU_ABI_X86_64, "socketcall"));
	assert_null(eu_syscall_find(EU_ABI_ARM64, "open"));
}

static void what_is_not_there_is_null(void **state)
{
	assert_null(eu_syscall_get(EU_ABI_X86_64, 400));
	assert_null(eu_syscall_get(EU_ABI_X86_64, ~0u));
	assert_null(eu_syscall_get(EU_ABIS, 0));
	assert_null(eu_syscall_find(EU_ABI_X86_64, "nothing"));
	assert_null(eu_syscall_find(EU_ABI_X86_64, NULL));
}

static void every_call_is_in_a_set(void **state)
{
	for (int abi = 0; abi < EU_ABIS; abi++) {
		size_t n;
		const struct eu_syscall *all = eu_syscall_all(abi, &n);

		for (size_t i = 0; i < n; i++)
			assert_int_not_equal(all[i].sets, 0);
	}
	assert_true(eu_syscall_find(EU_ABI_X86_64, "connect")->sets & eu_syscall_set_find("net"));
	assert_true(eu_syscall_find(EU_ABI_X86_64, "connect")->sets & eu_syscall_set_find("desc"));
	assert_false(eu_syscall_find(EU_ABI_X86_64, "connect")->sets & eu_syscall_set_find("fs"));
	assert_int_equal(eu_syscall_set_find("nothing"), 0);
}

static void sets_have_names_and_sentences(void **state)
{
	unsigned set = 0;

	while (eu_syscall_set_name(set)) {
		assert_true(strlen(eu_syscall_set_doc(set)) > 0);
		assert_int_equal(eu_syscall_set_find(eu_syscall_set_name(set)), 1u << set);
		set++;
	}
	assert_true(set > 10);
	assert_null(eu_syscall_set_doc(set));
}

static void check_arg(const struct eu_syscall *call, unsigned i)
{
	const struct eu_syscall_arg *arg = &call->args[i];
	bool is_pointer = arg->kind >= EU_ARG_PTR;

	assert_true(arg->name && *arg->name && arg->type && *arg->type);
	assert_true(arg->kind > EU_ARG_NONE && arg->kind < EU_ARG_KINDS);
	assert_true(arg->bytes == 2 || arg->bytes == 4 || arg->bytes == 8);
	assert_true(arg->len_arg <= call->n_args);
	if (arg->kind == EU_ARG_FLAGS || arg->kind == EU_ARG_ENUM)
		assert_non_null(arg->flags);
	if (arg->layout)
		assert_int_equal(arg->size % arg->layout->size, 0);
	if (arg->type[strlen(arg->type) - 1] == '*')
		assert_true(is_pointer);
}

static void arguments_are_consistent(void **state)
{
	for (int abi = 0; abi < EU_ABIS; abi++) {
		size_t n;
		const struct eu_syscall *all = eu_syscall_all(abi, &n);

		for (size_t i = 0; i < n; i++)
			for (unsigned a = 0; a < all[i].n_args; a++)
				check_arg(&all[i], a);
	}
}

static void members_lie_inside_their_structs(void **state)
{
	size_t n;
	const struct eu_syscall *all = eu_syscall_all(EU_ABI_I386, &n);

	for (size_t i = 0; i < n; i++)
		for (unsigned a = 0; a < all[i].n_args; a++) {
			const struct eu_struct *layout = all[i].args[a].layout;

			for (unsigned f = 0; layout && f < layout->n_fields; f++)
				assert_true(layout->fields[f].offset + layout->fields[f].size <=
					    layout->size);
		}
}

static void structs_have_the_size_that_the_abi_gives_them(void **state)
{
	assert_int_equal(eu_syscall_find(EU_ABI_X86_64, "epoll_ctl")->args[3].size, 12);
	assert_int_equal(eu_syscall_find(EU_ABI_ARM64, "epoll_ctl")->args[3].size, 16);
	assert_int_equal(eu_syscall_find(EU_ABI_X86_64, "nanosleep")->args[0].size, 16);
	assert_int_equal(eu_syscall_find(EU_ABI_I386, "nanosleep")->args[0].size, 8);
	assert_int_equal(eu_syscall_find(EU_ABI_I386, "clock_gettime64")->args[1].size, 16);
	assert_int_equal(eu_syscall_find(EU_ABI_I386, "rt_sigaction")->args[1].size, 20);
	assert_int_equal(eu_syscall_find(EU_ABI_X86_64, "rt_sigaction")->args[1].size, 32);
}

static void i386_has_narrow_arguments_where_the_kernel_has(void **state)
{
	assert_int_equal(eu_syscall_find(EU_ABI_I386, "chown")->args[1].bytes, 2);
	assert_int_equal(eu_syscall_find(EU_ABI_I386, "chown32")->args[1].bytes, 4);
	assert_int_equal(eu_syscall_find(EU_ABI_I386, "read")->args[2].bytes, 4);
	assert_int_equal(eu_syscall_find(EU_ABI_X86_64, "read")->args[2].bytes, 8);
}

static void clone_has_its_arguments_in_the_abis_order(void **state)
{
	assert_string_equal(eu_syscall_find(EU_ABI_X86_64, "clone")->args[3].name, "child_tid");
	assert_string_equal(eu_syscall_find(EU_ABI_ARM64, "clone")->args[3].name, "tls");
}

static void cases_are_in_order_and_belong_to_their_selector(void **state)
{
	size_t n;
	const struct eu_syscall_case *all = eu_syscall_cases(EU_ABI_X86_64, &n);

	assert_true(n > 50);
	for (size_t i = 0; i < n; i++) {
		const struct eu_syscall *call = eu_syscall_get(EU_ABI_X86_64, all[i].nr);
		uint64_t raw[6] = {0};

		assert_non_null(call);
		assert_in_range(call->selector, 1, call->n_args);
		raw[call->selector - 1] = all[i].value;
		if (call->selector2) {
			raw[call->selector - 1] = all[i].value >> 32;
			raw[call->selector2 - 1] = (uint32_t)all[i].value;
		}
		assert_ptr_equal(eu_syscall_arg_now(EU_ABI_X86_64, call, all[i].arg, raw), &all[i].is);
	}
}

static void socketcall_stands_for_calls_with_fewer_arguments(void **state)
{
	unsigned n = 0;

	assert_string_equal(eu_syscall_of_socketcall(3, &n)->name, "connect");
	assert_int_equal(n, 3);
	assert_string_equal(eu_syscall_of_socketcall(5, &n)->name, "accept4");
	assert_int_equal(n, 3);
	assert_string_equal(eu_syscall_of_socketcall(9, &n)->name, "sendto");
	assert_int_equal(n, 4);
	assert_null(eu_syscall_of_socketcall(0, &n));
	assert_null(eu_syscall_of_socketcall(99, &n));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(open_flags_have_an_access_mode_and_bits),
		cmocka_unit_test(a_name_of_several_bits_hides_the_names_of_its_parts),
		cmocka_unit_test(an_unknown_number_in_a_field_is_left_over),
		cmocka_unit_test(numbers_inside_flags_are_named),
		cmocka_unit_test(zero_has_a_name_where_the_kernel_gives_it_one),
		cmocka_unit_test(flags_above_32_bits_are_known),
		cmocka_unit_test(enumerations_have_one_name),
		cmocka_unit_test(a_line_that_goes_on_swallows_no_name),
		cmocka_unit_test(values_that_differ_between_architectures_do),
		cmocka_unit_test(a_table_that_is_not_there_is_null),
		cmocka_unit_test(numbers_and_names_lead_to_each_other),
#if defined(__x86_64__)
		cmocka_unit_test(the_c_library_agrees_on_numbers),
#endif
		cmocka_unit_test(each_abi_has_its_own_numbers),
		cmocka_unit_test(what_is_not_there_is_null),
		cmocka_unit_test(every_call_is_in_a_set),
		cmocka_unit_test(sets_have_names_and_sentences),
		cmocka_unit_test(arguments_are_consistent),
		cmocka_unit_test(members_lie_inside_their_structs),
		cmocka_unit_test(structs_have_the_size_that_the_abi_gives_them),
		cmocka_unit_test(i386_has_narrow_arguments_where_the_kernel_has),
		cmocka_unit_test(clone_has_its_arguments_in_the_abis_order),
		cmocka_unit_test(cases_are_in_order_and_belong_to_their_selector),
		cmocka_unit_test(socketcall_stands_for_calls_with_fewer_arguments),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
