/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
#include "copy.h"
#include "walk.h"

#define EU_STRINGS_MAX  32  /* of a vector */
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
					bool truncated, __u64 result)
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
					   __u64 address, __u64 result)
{
	long len = bpf_probe_read_user_str(eu_copy_bytes(scratch), EU_STRING_MAX, (void *)address);
	char next = 0;

	if (len == EU_STRING_MAX)
		bpf_probe_read_user(&next, 1, (void *)(address + EU_STRING_MAX - 1));
	eu_copy_end(scratch, arg, kind, len > 0 ? len - 1 : len, next, result);
}

static __always_inline void eu_copy_memory(struct eu_scratch *scratch, __u32 arg, __u32 kind,
					   __u64 address, __u64 wanted, __u64 limit, __u64 result)
{
	__u32 len = wanted < limit ? wanted : limit;
	long ret;

	len = eu_bounded(len, EU_STRING_MAX);
	ret = bpf_probe_read_user(eu_copy_bytes(scratch), len, (void *)address);
	eu_copy_end(scratch, arg, kind, ret < 0 ? ret : (long)len, wanted > limit, result);
}

/* argv of a call that failed; what succeeded has another memory by now. */
static __always_inline void eu_copy_strings(struct eu_scratch *scratch, __u32 arg, __u64 address,
					    bool compat, __u64 result)
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
	for (int i = 0; i < EU_STRINGS_MAX && len < EU_STRING_MAX; i++) {
		__u64 string = 0;

		ret = bpf_probe_read_user(&string, width & 15, (void *)(address + i * width));
		if (ret < 0 || !string) {
			cut = false;
			break;
		}
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
	eu_copy_end(scratch, arg, EU_ARG_STRV, len ? (long)len : ret, cut, result);
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

__noinline int eu_copy_arg(__u32 scratch_index, __u32 registers, __u32 arg, __u32 call,
			   __u64 result)
{
	struct eu_scratch *scratch = bpf_map_lookup_elem(&scratches, &scratch_index);
	struct eu_arg_spec spec;
	__u64 address, length = 0;
	__u32 fromlen = 0;
	bool failed = (__s64)result < 0;

	if (!scratch || arg >= 6)
		return 0;
	if (scratch->used > EU_SCRATCH_DATA - 8) {
		eu_lose(scratch->ref, scratch->type, EU_PLACE_SCRATCH);
		return 0;
	}
	spec = specs[eu_bounded(call, EU_CALLS)].args[eu_bounded(arg, 8)];
	address = eu_copy_register(scratch, registers, arg);
	if (!address || (failed && EU_ARG_IS_OUT(spec.kind)))
		return 0;
	if (spec.len_arg)
		length = eu_copy_register(scratch, registers, spec.len_arg - 1);
	switch (spec.kind) {
	case EU_ARG_PATH:
	case EU_ARG_STR:
		eu_copy_string(scratch, arg, spec.kind, address, result);
		return 0;
	case EU_ARG_STRV:
		eu_copy_strings(scratch, arg, address, call >= EU_CALLS_I386, result);
		return 0;
	case EU_ARG_BUF_OUT:
		if (result < length) /* more: what there would have been room needed for */
			length = result;
		goto buffer;
	case EU_ARG_BUF_IN:
		length *= spec.size;
	buffer:
		if (copy_buffers && length)
			eu_copy_memory(scratch, arg, spec.kind, address, length, copy_buffers,
				       result);
		return 0;
	case EU_ARG_SOCKADDR_OUT:
		if (!length || bpf_probe_read_user(&fromlen, sizeof(fromlen), (void *)length))
			return 0;
		length = fromlen;
		goto sockaddr;
	case EU_ARG_SOCKADDR_IN:
		length = (__u32)length;
	sockaddr:
		if (length)
			eu_copy_memory(scratch, arg, spec.kind, address, length, EU_SOCKADDR_MAX,
				       result);
		return 0;
	case EU_ARG_VECTOR_OUT:
		length = result;
		break;
	case EU_ARG_VECTOR_IN:
		length = spec.len_arg ? (__u32)length : 1;
		break;
	case EU_ARG_STRUCT_IN:
	case EU_ARG_STRUCT_OUT:
		/* a newer program's struct may be longer than ours, an older one's shorter */
		if (spec.len_arg && length < spec.size)
			spec.size = length;
		length = 1;
		break;
	default:
		length = 1;
	}
	length *= spec.size;
	if (length)
		eu_copy_memory(scratch, arg, spec.kind, address, length, EU_COPY_VECTOR_MAX,
			       result);
	return 0;
}

/* include/uapi/linux/magic.h */
#define EU_PIPEFS     0x50495045
#define EU_SOCKFS     0x534f434b
#define EU_ANON_INODE 0x09041934

#define EU_DESCRIPTOR_COMPONENTS 48

static __always_inline void eu_copy_path(struct eu_scratch *scratch, __u32 arg, struct file *file)
{
	__u32 from, len;
	int i;

	eu_walk_begin(scratch, (__u64)BPF_CORE_READ(file, f_path.dentry),
		      (__u64)BPF_CORE_READ(file, f_path.mnt));
#pragma clang loop unroll(disable)
	for (i = 0; i < EU_DESCRIPTOR_COMPONENTS; i++)
		if (!eu_walk_step(scratch))
			break;
	len = eu_bounded(eu_walk_end(scratch), EU_STRING_MAX);
	from = eu_bounded(scratch->walk.position, EU_STRING_MAX);
	bpf_probe_read_kernel(eu_copy_bytes(scratch), len, scratch->walk.text + from);
	eu_copy_end(scratch, arg, EU_ARG_PATH, len, i == EU_DESCRIPTOR_COMPONENTS, 0);
}

static __always_inline void eu_copy_name(struct eu_scratch *scratch, __u32 arg, struct file *file)
{
	long len = bpf_probe_read_kernel_str(eu_copy_bytes(scratch), EU_STRING_MAX,
					     BPF_CORE_READ(file, f_path.dentry, d_name.name));

	eu_copy_end(scratch, arg, EU_ARG_STR, len > 0 ? len - 1 : 0, false, 0);
}

static __always_inline void eu_copy_number(struct eu_scratch *scratch, __u32 arg, __u32 fs,
					   struct inode *inode)
{
	struct eu_copy_inode known = {.fs = fs, .number = BPF_CORE_READ(inode, i_ino)};

	*(struct eu_copy_inode *)eu_copy_bytes(scratch) = known;
	eu_copy_end(scratch, arg, EU_ARG_NUM, sizeof(known), false, 0);
}

__noinline int eu_copy_descriptor(__u32 scratch_index, __u32 arg, __u32 fd)
{
	struct eu_scratch *scratch = bpf_map_lookup_elem(&scratches, &scratch_index);
	struct inode *inode;
	struct file *file;
	__u32 fs, at;

	if (!scratch || scratch->used > EU_SCRATCH_DATA - 8)
		return 0;
	file = eu_fd_file(fd);
	if (!file)
		return 0;
	at = EU_COPY_AT(scratch);
	inode = BPF_CORE_READ(file, f_inode);
	fs = BPF_CORE_READ(inode, i_sb, s_magic);
	if (fs == EU_SOCKFS || fs == EU_PIPEFS)
		eu_copy_number(scratch, arg, fs, inode);
	else if (fs == EU_ANON_INODE)
		eu_copy_name(scratch, arg, file);
	else
		eu_copy_path(scratch, arg, file);
	if (BPF_CORE_READ(eu_task(), files, count.counter) > 1)
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
	eu_copy_string(scratch, first, EU_ARG_PATH, eu_exec_name(scratch, mm), 0);
	start = BPF_CORE_READ(mm, arg_start);
	end = BPF_CORE_READ(mm, arg_end);
	eu_copy_memory(scratch, first + 1, EU_ARG_STRV, start, end - start, EU_STRING_MAX - 1, 0);
	return 0;
}
