/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * `trace -- docker run …`: the container is made by the daemon, not by a descendant of the command.
 * But the command is told its id, in the answer 201 to its request, before the container starts.
 */
#include "../arch.h"
#include "../dispatch.h"
#include "../resolved.h"

#define EU_ANSWER_MAX 1024

/* "HTTP/1.1 201" */
static __always_inline bool eu_is_created(const void *text)
{
	char head[12] = {};

	bpf_probe_read_user(head, sizeof(head), text);
	return head[0] == 'H' && head[1] == 'T' && head[2] == 'T' && head[3] == 'P' &&
	       head[9] == '2' && head[10] == '0' && head[11] == '1';
}

static __always_inline void eu_send_answer(eu_ref ref, const void *text, long len)
{
	struct eu_event_answer *e;
	struct eu_scratch *scratch;

	if (len < 64 || !eu_is_created(text))
		return;
	e = eu_begin(struct eu_event_answer, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_answer){.head = eu_head(scratch)};
	e->text = eu_bytes_user(scratch, text, len < EU_ANSWER_MAX ? len : EU_ANSWER_MAX);
	eu_send(scratch);
}

/* It comes before the call's own program, and whatever is to be shown. */
SEC("?tp_btf/sys_exit")
EU_SERVES("answer")
EU_TAG("exit:@answer")
int answer_exit(__u64 *ctx)
{
	struct eu_cpu *cpu = eu_cpu();
	long result = eu_hook_result(ctx);
	__u16 plan = eu_plan_of(cpu->call, result);
	__u64 args[6];

	eu_arch_args(eu_hook_regs(ctx), cpu->call >= EU_CALLS_I386, args);
	eu_send_answer(cpu->ref, (void *)args[1], result);
	if (plan & EU_PLAN_PROBE)
		bpf_tail_call(ctx, &exits, cpu->call & (EU_CALLS - 1));
	if (plan & EU_PLAN_STREAM)
		bpf_tail_call(ctx, &exits, EU_CALL_STREAM);
	return 0;
}
