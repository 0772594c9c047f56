/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Where a program is executed and the call's number is still there: see execveat.h. */
#include "../execveat.h"

/* Since 6.10. */
SEC("?tp_btf/sched_prepare_exec")
EU_SERVES("counts")
int BPF_PROG(exec_prepared)
{
	eu_note_exec_call();
	return 0;
}

/* Called when the exec cannot fail any more and before the personality is set, by 5.10 as well. */
SEC("?fentry/security_bprm_committing_creds")
EU_SERVES("counts")
EU_TAG("unless:tp_btf/sched_prepare_exec")
int BPF_PROG(exec_committed)
{
	eu_note_exec_call();
	return 0;
}
