/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * `trace -- docker run …`: the container is made by the daemon, not by a descendant of the command.
 * But the command is told its id, in the answer 201 to its request, before the container starts; or
 * it names one that there is already, in its request (`docker start`, `docker exec`). Of the containers
 * that the daemon makes for a `docker build` it is told in the messages of that.
 */
#include "../arch.h"
#include "../dispatch.h"
#include "../resolved.h"

#define EU_ANSWER_MIN 32
#define EU_ANSWER_MAX 4095 /* clients read 4 KiB at a time */
#define EU_REQUEST_MAX 256 /* the line that names it; little of what is behind */

/* "HTTP/1.1 201"; and 200 of an engine, whose headers begin with "Api-Version": what it says of a build
 * may follow them at once. */
static __always_inline bool eu_is_answer(const char head[24])
{
	return head[0] == 'H' && head[1] == 'T' && head[2] == 'T' && head[3] == 'P' &&
	       head[9] == '2' && head[10] == '0' &&
	       (head[11] == '1' || (head[11] == '0' && head[17] == 'A' && head[18] == 'p' &&
				    head[19] == 'i' && head[20] == '-'));
}

/* "33\r\n{"stream":…": a chunk of a build's messages. */
static __always_inline bool eu_is_message(const char head[24])
{
	for (int i = 1; i < 8; i++)
		if (head[i] == '\r' && head[i + 2] == '{' && head[i + 4] == 's' &&
		    head[i + 5] == 't' && head[i + 6] == 'r')
			return true;
	return false;
}

static __always_inline bool eu_is_method(const char head[40])
{
	return (head[0] == 'P' && head[1] == 'O' && head[2] == 'S' && head[3] == 'T') ||
	       (head[0] == 'D' && head[1] == 'E' && head[2] == 'L' && head[3] == 'E');
}

/* "POST /v1.41/containers/…", "POST /containers/…", "POST /v1.41/build?…", "POST /grpc",
 * "DELETE /v1.41/containers/…" */
static __always_inline bool eu_is_request(const void *text)
{
	char head[40] = {};

	bpf_probe_read_user(head, sizeof(head), text);
	if (!eu_is_method(head))
		return false;
	for (int i = 5; i < sizeof(head) - 3; i++)
		if (head[i] == '/' &&
		    ((head[i + 1] == 'c' && head[i + 2] == 'o' && head[i + 3] == 'n') ||
		     (head[i + 1] == 'b' && head[i + 2] == 'u' && head[i + 3] == 'i') ||
		     (head[i + 1] == 'g' && head[i + 2] == 'r' && head[i + 3] == 'p')))
			return true;
	return false;
}

static __always_inline void eu_send_text(eu_ref ref, const void *text, __u32 len)
{
	struct eu_event_answer *e;
	struct eu_scratch *scratch;

	e = eu_begin(struct eu_event_answer, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_answer){.head = eu_head(scratch)};
	e->text = eu_bytes_user(scratch, text, len);
	eu_send(scratch);
}

static __always_inline void eu_send_answer(eu_ref ref, const void *text, long len)
{
	char head[24] = {};

	if (len < EU_ANSWER_MIN)
		return;
	bpf_probe_read_user(head, sizeof(head), text);
	if (eu_is_answer(head) || eu_is_message(head))
		eu_send_text(ref, text, len < EU_ANSWER_MAX ? len : EU_ANSWER_MAX);
}

static __always_inline void eu_send_request(eu_ref ref, const void *text, long len)
{
	if (len >= 40 && eu_is_request(text))
		eu_send_text(ref, text, len < EU_REQUEST_MAX ? len : EU_REQUEST_MAX);
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
	if (plan & EU_PLAN_REQUEST)
		eu_send_request(cpu->ref, (void *)args[1], result);
	else
		eu_send_answer(cpu->ref, (void *)args[1], result);
	if (plan & EU_PLAN_PROBE)
		bpf_tail_call(ctx, &exits, cpu->call & (EU_CALLS - 1));
	if (plan & EU_PLAN_STREAM)
		bpf_tail_call(ctx, &exits, EU_CALL_STREAM);
	return 0;
}
