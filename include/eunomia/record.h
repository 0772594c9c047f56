/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later OR BSD-2-Clause */
/*
 * What a record is made of: the vocabulary that the kernel side writes and user space reads.
 *
 * A record is a C struct that begins with struct eu_head, followed by the bytes its struct eu_str
 * members point to. The type of a record is the BTF id of its struct, so there is no list of
 * events to keep. Names, formats and documentation are tags on the members; they are read from
 * the object's BTF when Eunomia is built, and from a recording's own schema when it is replayed.
 */
#pragma once

#ifndef __bpf__ /* there vmlinux.h has the types */
#include <linux/types.h>
#endif

#if defined(__clang__)
#define EU_TAG(text) __attribute__((btf_decl_tag(text)))
#else
#define EU_TAG(text) /* gcc 12 knows no tags; the layout is all it needs */
#endif

/* On a struct: this is an event, with its name, its set and one sentence about it. */
#define EU_EVENT(name, set, doc) EU_TAG("event:" name) EU_TAG("set:" set) EU_TAG("doc:" doc)
/* On an event: `trace` shows it when nothing else is asked for. */
#define EU_DEFAULT EU_TAG("default:")
#define EU_DEFAULT_FAILED EU_TAG("default:failed") /* only when its result is below zero */
/* On a struct: a record that user space keeps to itself (it feeds the picture of the world). */
#define EU_INTERNAL(name, doc) EU_TAG("internal:" name) EU_TAG("doc:" doc)

/* On a member: its name in the output where it differs; for a nested struct, its prefix. */
#define EU_NAME(name) EU_TAG("name:" name)
#define EU_DOC(text) EU_TAG("doc:" text)
/* On a member: how it is shown; schema.h lists the formats. */
#define EU_FMT(format) EU_TAG("fmt:" format)
/* On a member: a set of bits, or one value, out of a named table in tables/. */
#define EU_FLAGS(table) EU_TAG("fmt:flags") EU_TAG("table:" table)
#define EU_ENUM(table) EU_TAG("fmt:enum") EU_TAG("table:" table)
/* On a member: for the decoder only, never shown. */
#define EU_HIDDEN EU_TAG("fmt:hidden")
/* On a member: shown only when the other member, a byte beside it, is not zero. */
#define EU_PRESENT_IF(member) EU_TAG("present:" member)
/* On a member: left out of the output when zero or empty. */
#define EU_OPTIONAL EU_TAG("optional:")

/* Bytes behind the fixed part: offset from the start of the record, and length without a NUL. */
struct eu_str {
	__u16 offset;
	__u16 len;
};

/* Which container a record belongs to: slot in the low 16 bits, the slot's generation above.
 * Zero is the host. A slot is given again only under another generation. */
typedef __u32 eu_ref;

#define EU_REF_SLOT(ref) ((ref)&0xffff)

struct eu_head {
	__u16 type;     /* BTF id of the record's struct */
	__u16 size;     /* of the whole record, bytes behind included */
	eu_ref container;
	__u64 time;     /* CLOCK_MONOTONIC, ns */
	__u32 pid;      /* in the initial PID namespace: the kernel's tgid */
	__u32 tid;      /* the kernel's pid */
};
