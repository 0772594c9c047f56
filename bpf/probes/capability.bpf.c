/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * The kernel checks capabilities, many times a second: at every mmap for one. Checks are counted
 * by container, capability, result and syscall; the first of each kind is sent as an event, and
 * when the table is full, each. What the runtime does inside (phase.h) is a kind of its own.
 *
 * Not every check means that a container needs the capability:
 *  - cap_vm_enough_memory() asks for CAP_SYS_ADMIN whenever memory is reserved, to know whether
 *    the last 3 % may be used. Those checks do not count, nor do others that the kernel calls
 *    unaudited: nothing is refused by them.
 *  - whoever makes a user namespace has them all in it. Checks there are told apart.
 *  - overlayfs asks with the credentials of who mounted it, not with the task's. Those are left
 *    out; but access(2) has credentials of its own as well, and is meant.
 */
#include "../arch.h"
#include "../dispatch.h"
#include "../filter.h"
#include "../home.h"

#define EU_CAP_SYS_ADMIN 21
#define EU_CAP_OPT_NOAUDIT 2
#define EU_PF_IO_WORKER 0x10
#define EU_PF_KTHREAD 0x200000
#define EU_CLONE_NEW_ANY 0x7e020000 /* CLONE_NEWNS, …CGROUP to …NET */

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 65536);
	__uint(map_flags, BPF_F_NO_PREALLOC); /* memory for those there are */
	__type(key, struct eu_cap_key);
	__type(value, struct eu_cap_count);
} cap_counts SEC(".maps");

/* Which call the current task is in. A fault has -1 where a call has its number. */
static __always_inline __u32 eu_call_now(struct pt_regs *regs)
{
	struct task_struct *task = eu_task();

	if (BPF_CORE_READ(task, flags) & (EU_PF_KTHREAD | EU_PF_IO_WORKER))
		return EU_CALL_UNKNOWN;
	bpf_probe_read_kernel(regs, sizeof(*regs), eu_task_regs(task));
	if ((int)eu_arch_nr(regs) == -1)
		return EU_CALL_UNKNOWN;
	return eu_call_index(regs) & (EU_CALLS - 1);
}

/* Places in the kernel that ask for capabilities: is it the accounting of memory? */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1024);
	__type(key, __u64);
	__type(value, __u8);
} cap_callers SEC(".maps");

/* "cap_vm_enough_memory" or "security_vm_enough_memory_mm", as the compiler left them. */
static __always_inline bool eu_accounts_memory(__u64 address)
{
	char name[32] = {};

	bpf_snprintf(name, sizeof(name), "%ps", &address, sizeof(address));
	return (name[4] == 'v' && name[5] == 'm' && name[6] == '_' && name[7] == 'e') ||
	       (name[9] == 'v' && name[10] == 'm' && name[11] == '_' && name[12] == 'e');
}

/* Names are looked up once for each caller. The stack begins with this program and what runs it,
 * then comes cap_capable(), then who asked. */
static __always_inline bool eu_asked_by_memory(void *ctx)
{
	__u64 stack[6] = {}, caller;
	__u8 verdict = false, *known;

	if (bpf_get_stack(ctx, stack, sizeof(stack), 0) < 0)
		return false;
	caller = stack[3] ^ stack[4] << 1;
	known = bpf_map_lookup_elem(&cap_callers, &caller);
	if (known)
		return *known;
	for (int i = 2; i < 6; i++)
		verdict |= eu_accounts_memory(stack[i]);
	bpf_map_update_elem(&cap_callers, &caller, &verdict, BPF_ANY);
	return verdict;
}

static __always_inline bool eu_reserves_memory(__u32 call)
{
	__u8 variant = eu_variant(call);

	return variant == EU_CALL_MEMORY || variant == EU_CALL_EXEC || eu_makes_tasks(call);
}

/* Does the call make namespaces, for which the same capability is needed in truth? */
static __always_inline bool eu_makes_namespaces(__u32 call, const struct pt_regs *regs)
{
	__u64 a[6], flags = 0;

	eu_arch_args(regs, call >= EU_CALLS_I386, a);
	if (eu_variant(call) == EU_CALL_CLONE)
		flags = a[0];
	else if (eu_variant(call) == EU_CALL_CLONE3)
		bpf_probe_read_user(&flags, sizeof(flags), (void *)a[0]);
	return flags & EU_CLONE_NEW_ANY;
}

/* Is it only that memory is reserved? In the calls that do so always, and in faults, this is
 * known at once; in others (a write to a tmpfs) the caller tells. */
static __always_inline bool eu_is_memory_probe(void *ctx, __u32 call, int cap,
					       const struct pt_regs *regs)
{
	if (cap != EU_CAP_SYS_ADMIN)
		return false;
	if ((call & (EU_CALLS_I386 - 1)) == EU_CALL_UNKNOWN)
		return true;
	if (eu_reserves_memory(call) && !eu_makes_namespaces(call, regs))
		return true;
	return eu_asked_by_memory(ctx);
}

static __always_inline void eu_send_check(const struct eu_cap_key *key, int result)
{
	struct eu_event_capability *e;
	struct eu_scratch *scratch;

	e = eu_begin(struct eu_event_capability, key->container, scratch);
	if (!e)
		return;
	*e = (struct eu_event_capability){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(key->call), .result = result},
		.capability = key->capability,
		.below = (key->how & EU_CAP_BELOW) != 0,
	};
	eu_send(scratch);
}

static __always_inline void eu_count_check(struct eu_cap_key *key, int result)
{
	__u64 now = bpf_ktime_get_ns();
	struct eu_cap_count *known = bpf_map_lookup_elem(&cap_counts, key);
	struct eu_cap_count first = {.count = 1, .first = now, .last = now};
	bool is_new = !known && !bpf_map_update_elem(&cap_counts, key, &first, BPF_NOEXIST);

	if (!known && !is_new) /* another CPU was first, or the table is full */
		known = bpf_map_lookup_elem(&cap_counts, key);
	if (known) {
		__sync_fetch_and_add(&known->count, 1);
		known->last = now;
		return;
	}
	if (!is_new)
		eu_lose(key->container, bpf_core_type_id_local(struct eu_event_capability),
			EU_PLACE_MAP);
	eu_send_check(key, result);
}

/* Is it the current task that is checked, and is it watched? Fills in whose and where. */
static __always_inline bool eu_is_own_check(const struct cred *cred,
					    const struct user_namespace *target,
					    struct eu_cap_key *key, struct pt_regs *regs)
{
	const struct cred *own = BPF_CORE_READ(eu_task(), real_cred);

	if (!eu_watched(eu_cpu(), &key->container))
		return false;
	key->call = eu_call_now(regs);
	if (key->container && eu_is_below_home(key->container, target))
		key->how |= EU_CAP_BELOW;
	if (key->container && eu_in_init(key->container))
		key->how |= EU_CAP_INIT;
	return cred == own || eu_variant(key->call) == EU_CALL_ACCESS;
}

SEC("?tp_btf/cap_capable")
EU_SERVES("capability")
EU_NEEDS_PICTURE
int BPF_PROG(cap_capable, const struct cred *cred, struct user_namespace *target,
	     const struct user_namespace *capable, int cap, int result)
{
	struct eu_cap_key key = {.capability = cap, .how = result ? EU_CAP_REFUSED : 0};
	struct pt_regs regs = {};

	if (!eu_is_own_check(cred, target, &key, &regs))
		return 0;
	if (!eu_is_memory_probe(ctx, key.call, cap, &regs))
		eu_count_check(&key, result);
	return 0;
}

/* Before 6.14. There the checks that are only looks say so themselves. */
SEC("?fexit/cap_capable")
EU_SERVES("capability")
EU_NEEDS_PICTURE
EU_TAG("unless:tp_btf/cap_capable")
int BPF_PROG(cap_capable_exit, const struct cred *cred, struct user_namespace *target, int cap,
	     unsigned int options, int result)
{
	struct eu_cap_key key = {.capability = cap, .how = result ? EU_CAP_REFUSED : 0};
	struct pt_regs regs = {};

	if (!(options & EU_CAP_OPT_NOAUDIT) && eu_is_own_check(cred, target, &key, &regs))
		eu_count_check(&key, result);
	return 0;
}
