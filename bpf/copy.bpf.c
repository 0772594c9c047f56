/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
#include "copy.h"
#include "dispatch.h"
#include "walk.h"

#define EU_STRINGS_MAX  32  /* of a vector */
#define EU_FDSET_MAX    1024 /* FD_SETSIZE */
#define EU_SOCKADDR_MAX 128 /* sizeof(struct sockaddr_storage) */

struct eu_call_spec specs[EU_CALLS];
__u32 copy_buffers;
__u8 copy_descriptors;

/* Copies are multiples of 8, so the mask changes nothing: it is for the verifier. With it a copy's
 * head and EU_STRING_MAX bytes fit behind. */
#define EU_COPY_AT(scratch) ((scratch)->used & (EU_SCRATCH_DATA - 8))

static __always_inline struct eu_copy *eu_copy_head(struct eu_scratch *scratch)
{
	return (struct eu_copy *)(scratch->data + EU_COPY_AT(scratch));
}

static __always_inline void *eu_copy_bytes(struct eu_scratch *scratch)
{
	return scratch->data + EU_COPY_AT(scratch) + sizeof(struct eu_copy);
}

/* len: of the bytes that lie behind the head already, or why they could not be read. */
static __always_inline void eu_copy_end(struct eu_scratch *scratch, __u32 arg, __u32 kind, long len,
					bool truncated)
{
	struct eu_copy head = {.arg = arg, .kind = kind};

	if (truncated)
		head.flags = EU_COPY_TRUNCATED;
	if (len < 0) {
		head.flags = EU_COPY_FAULTED;
		len = 0;
		eu_lose_user_read(scratch);
	}
	head.len = len;
	*eu_copy_head(scratch) = head;
	scratch->used += sizeof(head) + ((len + 7) & ~7);
}

static __always_inline void eu_copy_string(struct eu_scratch *scratch, __u32 arg, __u32 kind,
					   __u64 address)
{
	long len = bpf_probe_read_user_str(eu_copy_bytes(scratch), EU_STRING_MAX, (void *)address);
	char next = 0;

	if (len == EU_STRING_MAX)
		bpf_probe_read_user(&next, 1, (void *)(address + EU_STRING_MAX - 1));
	eu_copy_end(scratch, arg, kind, len > 0 ? len - 1 : len, next);
}

static __always_inline void eu_copy_memory(struct eu_scratch *scratch, __u32 arg, __u32 kind,
					   __u64 address, __u64 wanted, __u64 limit)
{
	__u32 len = wanted < limit ? wanted : limit;
	long ret = 0;

	if (len) {
		len = eu_bounded(len - 1, EU_STRING_MAX) + 1;
		ret = bpf_probe_read_user(eu_copy_bytes(scratch), len, (void *)address);
	}
	eu_copy_end(scratch, arg, kind, ret < 0 ? ret : (long)len, wanted > limit);
}

/* argv of a call that failed; what succeeded has another memory by now. */
static __always_inline void eu_copy_strings(struct eu_scratch *scratch, __u32 arg, __u64 address,
					    bool compat)
{
	__u32 at = scratch->used & (EU_SCRATCH_DATA / 2 - 8);
	__u32 width = compat ? 4 : 8, len = 0;
	long ret = 0;
	bool cut = true;

	if (scratch->used >= EU_SCRATCH_DATA / 2) {
		eu_lose(scratch->ref, scratch->type, EU_PLACE_SCRATCH);
		return;
	}
#pragma clang loop unroll(disable)
	for (int i = 0; i <= EU_STRINGS_MAX && len < EU_STRING_MAX; i++) {
		__u64 string = 0;

		ret = bpf_probe_read_user(&string, width & 15, (void *)(address + i * width));
		if (ret < 0 || !string) {
			cut = false;
			break;
		}
		if (i == EU_STRINGS_MAX)
			break; /* one more than are copied */
		ret = bpf_probe_read_user_str(scratch->data + at + sizeof(struct eu_copy) +
						  eu_bounded(len, EU_STRING_MAX),
					      EU_STRING_MAX, (void *)string);
		if (ret < 0) {
			cut = false;
			break;
		}
		len += ret ?: 1; /* of an empty string the helper says 0, and writes its NUL */
	}
	if (len > EU_STRING_MAX)
		len = EU_STRING_MAX;
	eu_copy_end(scratch, arg, EU_ARG_STRV, len ? (long)len : ret, cut);
	if (ret < 0 && len) { /* some could be read, and one could not */
		((struct eu_copy *)(scratch->data + at))->flags |= EU_COPY_FAULTED;
		eu_lose_user_read(scratch);
	}
}

static __always_inline __u64 eu_copy_register(struct eu_scratch *scratch, __u32 registers,
					      __u32 arg)
{
	__u64 value = 0;

	/* `registers` is small and a multiple of 8; the mask says so to the verifier */
	bpf_probe_read_kernel(&value, sizeof(value),
			      scratch->data + eu_bounded(registers + 8 * arg, 4096));
	return value;
}

/* ---- messages and their parts ---- */

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, EU_MAX_CASES);
	__type(key, struct eu_case);
	__type(value, struct eu_arg_spec);
} cases SEC(".maps");

/* Bits of `how`, above the argument. */
#define EU_HOW_COMPAT 0x100
#define EU_HOW_OUT 0x200 /* filled by the call */
#define EU_HOW_BEHIND 0x400 /* its length lies behind a pointer, and is what was filled */

struct eu_part {
	__u64 address, len;
};

static __always_inline struct eu_part eu_read_part(__u64 address, bool compat)
{
	struct eu_part part = {};
	__u32 words[2] = {};

	if (!compat) {
		bpf_probe_read_user(&part, sizeof(part), (void *)address);
		return part;
	}
	bpf_probe_read_user(words, sizeof(words), (void *)address);
	return (struct eu_part){words[0], words[1]};
}

/* limit: of the bytes behind it. */
__noinline int eu_copy_iovec(__u32 scratch_index, __u32 how, __u64 address, __u64 count,
			     __u64 limit)
{
	struct eu_scratch *scratch = bpf_map_lookup_elem(&scratches, &scratch_index);
	bool compat = how & EU_HOW_COMPAT, out = how & EU_HOW_OUT;
	struct eu_part part;

	if (!scratch || scratch->used > EU_SCRATCH_DATA / 2)
		return 0;
	eu_copy_memory(scratch, how & 7, out ? EU_ARG_IOVEC_OUT : EU_ARG_IOVEC_IN, address,
		       (count & 0xffff) * (compat ? 8 : 16), EU_COPY_VECTOR_MAX);
	if (!copy_buffers || !count)
		return 0;
	part = eu_read_part(address, compat);
	if (part.len > limit)
		part.len = limit;
	if (part.len)
		eu_copy_memory(scratch, how & 7, out ? EU_ARG_BUF_OUT : EU_ARG_BUF_IN,
			       part.address, part.len, copy_buffers);
	return 0;
}

/* struct msghdr as 64-bit and as 32-bit programs have it. */
struct eu_message {
	__u64 name;
	__u32 name_len, pad_;
	__u64 iov, n_iov;
};

struct eu_message32 {
	__u32 name, name_len, iov, n_iov;
};

/* Behind these lie the control messages and their length. A function of its own, and called first,
 * for the stack: all those on the way to the iovec have no more than 512 bytes together. */
__noinline int eu_copy_control(__u32 scratch_index, __u32 how, __u64 address)
{
	struct eu_scratch *scratch = bpf_map_lookup_elem(&scratches, &scratch_index);
	bool compat = how & EU_HOW_COMPAT;
	struct eu_part control;

	if (!scratch || scratch->used > EU_SCRATCH_DATA / 2)
		return 0;
	control = eu_read_part(address + (compat ? sizeof(struct eu_message32)
						 : sizeof(struct eu_message)),
			       compat);
	if (control.address && control.len)
		eu_copy_memory(scratch, how & 7, EU_ARG_CONTROL, control.address, control.len,
			       EU_COPY_CONTROL_MAX);
	return 0;
}

__noinline int eu_copy_message(__u32 scratch_index, __u32 how, __u64 address, __u64 limit)
{
	struct eu_scratch *scratch;
	bool compat = how & EU_HOW_COMPAT;
	struct eu_message message = {};
	struct eu_message32 small = {};

	eu_copy_control(scratch_index, how, address);
	scratch = bpf_map_lookup_elem(&scratches, &scratch_index);
	if (!scratch || scratch->used > EU_SCRATCH_DATA / 2)
		return 0;
	if (compat) {
		bpf_probe_read_user(&small, sizeof(small), (void *)address);
		message = (struct eu_message){small.name, small.name_len, 0, small.iov, small.n_iov};
	} else {
		bpf_probe_read_user(&message, sizeof(message), (void *)address);
	}
	eu_copy_memory(scratch, how & 7, EU_ARG_SOCKADDR_IN, message.name,
		       message.name ? message.name_len : 0, EU_SOCKADDR_MAX);
	eu_copy_iovec(scratch_index, how, message.iov, message.n_iov, limit);
	return 0;
}

static __always_inline void eu_copy_messages(struct eu_scratch *scratch, __u32 how, __u64 address,
					     __u64 count)
{
	__u32 size = how & EU_HOW_COMPAT ? 32 : 64, len_at = size == 32 ? 28 : 56;

	for (int i = 0; i < EU_COPY_MESSAGES; i++) {
		__u32 filled = 0;

		if (i >= count)
			break;
		bpf_probe_read_user(&filled, sizeof(filled), (void *)(address + len_at));
		eu_copy_message(scratch->index, how, address,
				how & EU_HOW_OUT ? filled : ~0ull);
		address += size;
	}
}

/* struct sock_fprog: a number of 16 bits, then the address of the instructions. */
static __always_inline void eu_copy_filter(struct eu_scratch *scratch, __u32 arg, __u64 address,
					   bool compat)
{
	__u16 count = 0;
	__u64 at = 0;

	bpf_probe_read_user(&count, sizeof(count), (void *)address);
	if (compat)
		bpf_probe_read_user(&at, 4, (void *)(address + 4));
	else
		bpf_probe_read_user(&at, 8, (void *)(address + 8));
	eu_copy_memory(scratch, arg, EU_ARG_VECTOR_IN, at, count * 8, EU_COPY_VECTOR_MAX);
}

/* ---- one argument ---- */

/* One that is to be copied. */
struct eu_argument {
	struct eu_arg_spec spec;
	__u32 how;      /* its index, and EU_HOW_… */
	__u64 address;
	__u64 length;   /* in bytes or elements, as the caller said; 0: it did not */
	__u64 result;
};

/* What it is in this call: mostly what the call says. */
static __always_inline struct eu_arg_spec eu_spec_of(struct eu_scratch *scratch, __u32 registers,
						     __u32 arg, __u32 call)
{
	const struct eu_call_spec *all = &specs[eu_bounded(call, EU_CALLS)];
	struct eu_case key = {.call = call, .arg = arg};
	struct eu_arg_spec *found;

	if (!(all->selected >> arg & 1))
		return all->args[eu_bounded(arg, 8)];
	key.value = (__u32)eu_copy_register(scratch, registers, all->selector - 1);
	if (all->selector2)
		key.value = key.value << 32 |
			    (__u32)eu_copy_register(scratch, registers, all->selector2 - 1);
	found = bpf_map_lookup_elem(&cases, &key);
	return found ? *found : all->args[eu_bounded(arg, 8)];
}

/* Whether the kernel looked at the argument at all. */
static __always_inline bool eu_is_used(struct eu_scratch *scratch, __u32 registers,
				       const struct eu_argument *a, __u32 call)
{
	const struct eu_call_spec *all = &specs[eu_bounded(call, EU_CALLS)];

	if (!(all->conditional >> (a->how & 7) & 1))
		return true;
	if (all->condition == EU_ARG_RESULT)
		return (__s64)a->result > 0;
	return eu_copy_register(scratch, registers, all->condition - 1) & all->condition_mask;
}

/* A length that the kernel changes lies behind a pointer. */
static __always_inline __u64 eu_length_of(struct eu_scratch *scratch, __u32 registers, __u32 call,
					  __u32 *how, __u32 arg)
{
	const struct eu_call_spec *all = &specs[eu_bounded(call, EU_CALLS)];
	__u64 value = eu_copy_register(scratch, registers, arg);
	__u32 length = 0;

	if (all->args[eu_bounded(arg, 8)].kind != EU_ARG_NUM_OUT)
		return value;
	*how |= EU_HOW_BEHIND;
	bpf_probe_read_user(&length, sizeof(length), (void *)value);
	return length;
}

/* False when there is nothing to copy: what a call fills is there when it succeeded. */
static __always_inline bool eu_argument(struct eu_argument *out, struct eu_scratch *scratch,
					__u32 registers, __u32 call)
{
	out->spec = eu_spec_of(scratch, registers, out->how, call);
	out->address = eu_copy_register(scratch, registers, out->how);
	if (!out->address || out->spec.kind <= EU_ARG_PTR ||
	    !eu_is_used(scratch, registers, out, call))
		return false;
	if (call >= EU_CALLS_I386)
		out->how |= EU_HOW_COMPAT;
	if (EU_ARG_IS_OUT(out->spec.kind)) {
		if ((__s64)out->result < 0)
			return false;
		out->how |= EU_HOW_OUT;
	}
	if (out->spec.len_arg)
		out->length = eu_length_of(scratch, registers, call, &out->how,
					   out->spec.len_arg - 1);
	return true;
}

/* Of what a call filled; a result may be more than that: what there would have been room needed
 * for. */
static __always_inline __u64 eu_filled(const struct eu_argument *a)
{
	bool by_result = a->how & EU_HOW_OUT && !(a->how & EU_HOW_BEHIND);

	return by_result && a->result < a->length ? a->result : a->length;
}

/* The kernel takes a negative number for no number of anything. Without a branch, which the
 * verifier would follow for each of what comes behind. */
static __always_inline __u32 eu_count(__u32 number)
{
	__u32 negative = number >> 31;

	barrier_var(negative);
	return number & (negative - 1);
}

/* How many bytes are wanted of a struct, an array or a number. */
static __always_inline __u64 eu_size_of(const struct eu_argument *a)
{
	__u64 length = a->length;

	switch (a->spec.kind) {
	case EU_ARG_FDSET: /* whole words of 32 bits, as both ABIs have them */
		length = (__u32)length < EU_FDSET_MAX ? (__u32)length : EU_FDSET_MAX;
		return (length + 31) / 32 * 4;
	case EU_ARG_VECTOR_IN:
	case EU_ARG_NUMS_IN:
	case EU_ARG_MMSGHDR_IN:
		return (a->spec.len_arg ? eu_count(length) : 1) * (__u64)a->spec.size;
	case EU_ARG_VECTOR_OUT:
	case EU_ARG_NUMS_OUT:
	case EU_ARG_MMSGHDR_OUT:
		return (__u32)eu_filled(a) * (__u64)a->spec.size;
	case EU_ARG_STRUCT_IN:
	case EU_ARG_STRUCT_OUT:
		/* a newer program's struct may be longer than ours, an older one's shorter */
		if (a->spec.len_arg && length < a->spec.size)
			return length;
	}
	return a->spec.size;
}

struct eu_extent {
	__u64 wanted, limit;
};

/* How many bytes lie there, and how many of them are copied. */
static __always_inline struct eu_extent eu_extent_of(const struct eu_argument *a)
{
	__u64 filled = eu_filled(a);

	switch (a->spec.kind) {
	case EU_ARG_BUF_IN:
	case EU_ARG_BUF_OUT:
		return (struct eu_extent){filled, copy_buffers};
	case EU_ARG_OPTION_IN:
	case EU_ARG_OPTION_OUT:
		filled = (__u32)filled;
		return (struct eu_extent){filled, filled == sizeof(int) ? filled : copy_buffers};
	case EU_ARG_TEXT_IN:
	case EU_ARG_TEXT_OUT:
		return (struct eu_extent){filled, EU_STRING_MAX - 1};
	case EU_ARG_DIRENTS:
		return (struct eu_extent){filled, EU_COPY_DIRENTS_MAX};
	case EU_ARG_SOCKADDR_IN:
	case EU_ARG_SOCKADDR_OUT:
		return (struct eu_extent){(__u32)a->length, EU_SOCKADDR_MAX};
	case EU_ARG_MMSGHDR_IN:
	case EU_ARG_MMSGHDR_OUT:
		return (struct eu_extent){eu_size_of(a), EU_COPY_MESSAGES * a->spec.size};
	}
	return (struct eu_extent){eu_size_of(a), EU_COPY_VECTOR_MAX};
}

/* Whether the call changes what the argument points to. Of a call that was refused it is as passed. */
static __always_inline bool eu_is_kept(const struct eu_argument *a, __u32 call)
{
	return specs[eu_bounded(call, EU_CALLS)].kept >> (a->how & 7) & 1 &&
	       !eu_is_refusal(a->result);
}

/* As it was when the call entered; nothing where nobody saw that. */
static __always_inline void eu_copy_kept(struct eu_scratch *scratch, const struct eu_argument *a,
					 __u32 call)
{
	__u32 arg = a->how & 7, lower = specs[eu_bounded(call, EU_CALLS)].kept & ((1 << arg) - 1);
	__u32 len = a->spec.size < EU_KEPT_SIZE ? a->spec.size : EU_KEPT_SIZE;
	__u64 task = (__u64)eu_task(), *to = eu_copy_bytes(scratch);
	const struct eu_begun *before = bpf_map_lookup_elem(&begun, &task);

	if (!before || before->call != call)
		return;
	to[0] = lower ? before->kept[1][0] : before->kept[0][0];
	to[1] = lower ? before->kept[1][1] : before->kept[0][1];
	eu_copy_end(scratch, arg, a->spec.kind,
		    before->read >> !!lower & 1 ? (long)len : -EU_EFAULT, false);
}

/* What is behind what was copied. */
static __always_inline void eu_copy_behind(struct eu_scratch *scratch, const struct eu_argument *a)
{
	__u64 limit = a->how & EU_HOW_OUT ? a->result : ~0ull;

	switch (a->spec.kind) {
	case EU_ARG_MSGHDR_IN:
	case EU_ARG_MSGHDR_OUT:
		eu_copy_message(scratch->index, a->how, a->address, limit);
		break;
	case EU_ARG_MMSGHDR_IN:
	case EU_ARG_MMSGHDR_OUT:
		eu_copy_messages(scratch, a->how, a->address, (__u32)eu_filled(a));
		break;
	case EU_ARG_FILTER:
		eu_copy_filter(scratch, a->how & 7, a->address, a->how & EU_HOW_COMPAT);
	}
}

__noinline int eu_copy_arg(__u32 scratch_index, __u32 registers, __u32 arg, __u32 call,
			   __u64 result)
{
	struct eu_scratch *scratch = bpf_map_lookup_elem(&scratches, &scratch_index);
	struct eu_argument a = {.how = arg, .result = result};
	struct eu_extent extent;

	if (!scratch || arg >= 6)
		return 0;
	if (scratch->used > EU_SCRATCH_DATA - 8) {
		eu_lose(scratch->ref, scratch->type, EU_PLACE_SCRATCH);
		return 0;
	}
	if (!eu_argument(&a, scratch, registers, call))
		return 0;
	if (eu_is_kept(&a, call)) {
		eu_copy_kept(scratch, &a, call);
		return 0;
	}
	switch (a.spec.kind) {
	case EU_ARG_PATH:
	case EU_ARG_STR:
		eu_copy_string(scratch, arg, a.spec.kind, a.address);
		return 0;
	case EU_ARG_STRV:
		eu_copy_strings(scratch, arg, a.address, a.how & EU_HOW_COMPAT);
		return 0;
	case EU_ARG_IOVEC_IN:
	case EU_ARG_IOVEC_OUT:
		eu_copy_iovec(scratch_index, a.how, a.address, a.length,
			      a.how & EU_HOW_OUT ? result : ~0ull);
		return 0;
	}
	extent = eu_extent_of(&a);
	if (!extent.wanted || !extent.limit)
		return 0;
	eu_copy_memory(scratch, arg, a.spec.kind, a.address, extent.wanted, extent.limit);
	eu_copy_behind(scratch, &a);
	return 0;
}

/* include/uapi/linux/magic.h */
#define EU_PIPEFS     0x50495045
#define EU_SOCKFS     0x534f434b
#define EU_ANON_INODE 0x09041934
#define EU_PIDFS      0x50494446 /* since 6.9; until then pidfds were anonymous inodes */

#define EU_DESCRIPTOR_COMPONENTS 48

static __always_inline void eu_copy_path(struct eu_scratch *scratch, __u32 arg, struct file *file)
{
	__u32 from, len;
	int i;

	eu_walk_begin(scratch, (__u64)eu_member(struct file, file, f_path.dentry),
		      (__u64)eu_member(struct file, file, f_path.mnt));
#pragma clang loop unroll(disable)
	for (i = 0; i < EU_DESCRIPTOR_COMPONENTS; i++)
		if (!eu_walk_step(scratch))
			break;
	len = eu_bounded(eu_walk_end(scratch), EU_STRING_MAX);
	from = eu_bounded(scratch->walk.position, EU_STRING_MAX);
	bpf_probe_read_kernel(eu_copy_bytes(scratch), len, scratch->walk.text + from);
	eu_copy_end(scratch, arg, EU_ARG_PATH, len, i == EU_DESCRIPTOR_COMPONENTS);
}

static __always_inline void eu_copy_name(struct eu_scratch *scratch, __u32 arg, struct file *file)
{
	long len = bpf_probe_read_kernel_str(eu_copy_bytes(scratch), EU_STRING_MAX,
					     BPF_CORE_READ(file, f_path.dentry, d_name.name));

	eu_copy_end(scratch, arg, EU_ARG_STR, len > 0 ? len - 1 : 0, false);
}

static __always_inline void eu_copy_number(struct eu_scratch *scratch, __u32 arg, __u32 fs,
					   struct inode *inode)
{
	struct eu_copy_inode known = {.fs = fs, .number = eu_member(struct inode, inode, i_ino)};

	*(struct eu_copy_inode *)eu_copy_bytes(scratch) = known;
	eu_copy_end(scratch, arg, EU_ARG_NUM, sizeof(known), false);
}

__noinline int eu_copy_descriptor(__u32 scratch_index, __u32 arg, __u32 fd)
{
	struct eu_scratch *scratch = bpf_map_lookup_elem(&scratches, &scratch_index);
	struct files_struct *files;
	struct super_block *sb;
	struct inode *inode;
	struct file *file;
	__u32 fs, at;

	if (!scratch || scratch->used > EU_SCRATCH_DATA - 8)
		return 0;
	file = eu_fd_file(fd);
	if (!file)
		return 0;
	at = EU_COPY_AT(scratch);
	inode = eu_member(struct file, file, f_inode);
	sb = eu_member(struct inode, inode, i_sb);
	fs = eu_member(struct super_block, sb, s_magic);
	if (fs == EU_SOCKFS || fs == EU_PIPEFS || fs == EU_PIDFS)
		eu_copy_number(scratch, arg, fs, inode);
	else if (fs == EU_ANON_INODE)
		eu_copy_name(scratch, arg, file);
	else
		eu_copy_path(scratch, arg, file);
	files = (struct files_struct *)eu_current(files);
	if (eu_member(struct files_struct, files, count.counter) > 1)
		((struct eu_copy *)(scratch->data + at))->flags |= EU_COPY_RACY;
	return 0;
}

#define EU_AT_EXECFN 31 /* include/uapi/linux/auxvec.h */

#define EU_AUXV_PAIRS 24

/* The name that was executed, as the kernel left it for the new program. Programs of 32 bits have
 * vectors of 32 bits. The path walk's memory is free here, and larger than the stack. */
static __always_inline __u64 eu_exec_name(struct eu_scratch *scratch, struct mm_struct *mm)
{
	const __u64 *vector = (const __u64 *)scratch->walk.text;
	__u64 name = 0;

	if (bpf_probe_read_kernel(scratch->walk.text, EU_AUXV_PAIRS * 16, &mm->saved_auxv))
		return 0;
#pragma clang loop unroll(disable)
	for (int i = 0; i < EU_AUXV_PAIRS; i++) {
		if (vector[2 * i] == EU_AT_EXECFN)
			name = vector[2 * i + 1];
		else if ((__u32)vector[i] == EU_AT_EXECFN && vector[i] >> 32 && !name)
			name = vector[i] >> 32;
	}
	return name;
}

__noinline int eu_copy_exec(__u32 scratch_index, __u32 first)
{
	struct eu_scratch *scratch = bpf_map_lookup_elem(&scratches, &scratch_index);
	struct mm_struct *mm = (struct mm_struct *)BPF_CORE_READ(eu_task(), mm);
	__u64 start, end;

	if (!scratch || scratch->used > EU_SCRATCH_DATA / 2)
		return 0;
	eu_copy_string(scratch, first, EU_ARG_PATH, eu_exec_name(scratch, mm));
	start = BPF_CORE_READ(mm, arg_start);
	end = BPF_CORE_READ(mm, arg_end);
	eu_copy_memory(scratch, first + 1, EU_ARG_STRV, start, end - start, EU_STRING_MAX - 1);
	return 0;
}
