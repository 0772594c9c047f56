/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <linux/sched.h>

#include <cmocka.h>

#include "source/specs.h"

static struct eu_call_spec spec_of(const char *name)
{
	struct eu_call_spec spec;

	eu_spec_of_call(&spec, eu_syscall_find(EU_ABI_X86_64, name));
	return spec;
}

static void a_call_without_pointers_copies_nothing(void **state)
{
	struct eu_call_spec spec = spec_of("getppid");

	assert_int_equal(spec.pointers, 0);
	assert_int_equal(spec.descriptors, 0);
}

static void a_pointer_that_nobody_knows_is_not_copied(void **state)
{
	assert_int_equal(spec_of("set_tid_address").pointers, 0);
}

static void read_has_a_descriptor_and_a_buffer(void **state)
{
	struct eu_call_spec spec = spec_of("read");

	assert_int_equal(spec.descriptors, 1);
	assert_int_equal(spec.pointers, 2);
	assert_int_equal(spec.args[1].kind, EU_ARG_BUF_OUT);
	assert_int_equal(spec.args[1].len_arg, 3);
}

static void structs_say_their_size(void **state)
{
	struct eu_call_spec spec = spec_of("openat2");

	assert_int_equal(spec.args[2].kind, EU_ARG_STRUCT_IN);
	assert_int_equal(spec.args[2].size, 24);
	assert_int_equal(spec.args[2].len_arg, 4);
}

static void what_a_call_writes_over_is_copied_before(void **state)
{
	assert_int_equal(spec_of("ppoll").kept, 1 << 2);
	assert_int_equal(spec_of("copy_file_range").kept, 1 << 1 | 1 << 3);
	assert_int_equal(spec_of("nanosleep").kept, 0);
}

static void a_case_makes_its_argument_one_to_be_copied(void **state)
{
	struct eu_call_spec call = spec_of("prctl");
	struct eu_arg_spec spec = {0};
	size_t n;
	const struct eu_syscall_case *all = eu_syscall_cases(EU_ABI_X86_64, &n);
	const struct eu_syscall *prctl = eu_syscall_find(EU_ABI_X86_64, "prctl");

	assert_int_equal(call.pointers, 0);
	for (size_t i = 0; i < n; i++)
		if (all[i].nr == prctl->nr && all[i].arg == 1 && all[i].is.kind == EU_ARG_STR)
			eu_spec_of_case(&call, &spec, &all[i]);
	assert_int_equal(spec.kind, EU_ARG_STR);
	assert_int_equal(call.selector, 1);
	assert_int_equal(call.selected, 2);
	assert_int_equal(call.pointers, 2);
}

static unsigned count_copied_cases(enum eu_abi abi)
{
	unsigned count = 0;
	size_t n;
	const struct eu_syscall_case *all = eu_syscall_cases(abi, &n);

	for (size_t i = 0; i < n; i++) {
		struct eu_call_spec call;
		struct eu_arg_spec spec;

		eu_spec_of_call(&call, eu_syscall_get(abi, all[i].nr));
		count += eu_spec_of_case(&call, &spec, &all[i]);
	}
	assert_true(count < n);
	return count;
}

static void there_is_room_for_all_cases_in_which_something_is_copied(void **state)
{
	unsigned i386 = count_copied_cases(EU_ABI_I386);

	assert_in_range(i386 + count_copied_cases(EU_ABI_X86_64), 200, EU_MAX_CASES);
	assert_in_range(i386 + count_copied_cases(EU_ABI_ARM64), 200, EU_MAX_CASES);
}

static void an_argument_may_be_there_only_with_another_one(void **state)
{
	struct eu_call_spec clone = spec_of("clone"), accept = spec_of("accept4");

	assert_int_equal(clone.condition, 1);
	assert_int_equal(clone.conditional, 1 << 2);
	assert_int_equal(clone.condition_mask, CLONE_PARENT_SETTID | CLONE_PIDFD);
	assert_int_equal(accept.condition, 2);
	assert_int_equal(accept.conditional, 1 << 2);
	assert_int_equal(accept.condition_mask, ~0ull);
	assert_int_equal(spec_of("read").conditional, 0);
}

static void what_is_copied_hangs_on_one_condition_at_most(void **state)
{
	for (int abi = 0; abi < EU_ABIS; abi++) {
		size_t n;
		const struct eu_syscall *calls = eu_syscall_all(abi, &n);

		for (size_t i = 0; i < n; i++) {
			struct eu_call_spec spec;
			unsigned found = 0;

			eu_spec_of_call(&spec, &calls[i]);
			for (unsigned c = 0; c < EU_CONDITIONS; c++)
				found += !!(calls[i].conditions[c].args & spec.pointers);
			assert_in_range(found, 0, 1);
		}
	}
}

static void what_a_call_fills_may_hang_on_its_result(void **state)
{
	struct eu_call_spec wait4 = spec_of("wait4");

	assert_int_equal(wait4.condition, EU_ARG_RESULT);
	assert_int_equal(wait4.conditional, 1 << 1 | 1 << 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_call_without_pointers_copies_nothing),
	    cmocka_unit_test(a_pointer_that_nobody_knows_is_not_copied),
	    cmocka_unit_test(read_has_a_descriptor_and_a_buffer),
	    cmocka_unit_test(structs_say_their_size),
	    cmocka_unit_test(an_argument_may_be_there_only_with_another_one),
	    cmocka_unit_test(what_is_copied_hangs_on_one_condition_at_most),
	    cmocka_unit_test(what_a_call_fills_may_hang_on_its_result),
	    cmocka_unit_test(what_a_call_writes_over_is_copied_before),
	    cmocka_unit_test(a_case_makes_its_argument_one_to_be_copied),
	    cmocka_unit_test(there_is_room_for_all_cases_in_which_something_is_copied),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
