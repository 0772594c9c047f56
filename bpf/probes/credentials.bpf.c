/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Threads ask for other users, groups and capabilities. */
#include "../arch.h"
#include "../dispatch.h"
#include "../task.h"

#define EU_PR_CAPBSET_DROP 24
#define EU_PR_SET_SECUREBITS 28
#define EU_PR_CAP_AMBIENT 47
#define EU_PR_CAP_AMBIENT_IS_SET 1

enum eu_credentials_variant {
	EU_CREDENTIALS_IDS = 1, /* or capabilities */
	EU_CREDENTIALS_PRCTL = 2,
	EU_CREDENTIALS_GROUPS = 3,
};

/* Of prctl(2) some are about credentials. *asked: for what is in no record of them. */
static __always_inline bool eu_is_about_creds(const struct pt_regs *regs, __u32 call, __u32 *asked)
{
	__u8 variant = eu_variant(call);
	__u64 a[6];

	if (variant == EU_CREDENTIALS_GROUPS)
		*asked = EU_CRED_GROUPS;
	if (variant != EU_CREDENTIALS_PRCTL)
		return true;
	eu_arch_args(regs, call >= EU_CALLS_I386, a);
	if (a[0] == EU_PR_SET_SECUREBITS)
		*asked = EU_CRED_SECUREBITS;
	return *asked || a[0] == EU_PR_CAPBSET_DROP ||
	       (a[0] == EU_PR_CAP_AMBIENT && a[1] != EU_PR_CAP_AMBIENT_IS_SET);
}

EU_SYSCALL_EXIT(credentials_exit, "credentials",
		"setuid=1! setgid=1! setreuid=1! setregid=1! setresuid=1! setresgid=1! setfsuid=1 "
		"setfsgid=1 setgroups=3 capset=1 prctl=2 setuid32=1! setgid32=1! setreuid32=1! "
		"setregid32=1! setresuid32=1! setresgid32=1! setfsuid32=1 setfsgid32=1 "
		"setgroups32=3")
{
	struct eu_call call = {.nr = eu_call_nr(cpu->call), .result = result};
	__u32 asked = 0;

	if (eu_is_about_creds(regs, cpu->call, &asked))
		eu_say_credentials(ref, call, asked, false);
}
