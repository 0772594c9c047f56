// SPDX-License-Identifier: Apache-2.0
/*
 * Arguments of system calls: whatever the registers and copies are, what comes out is JSON. An
 * input is the ABI, the number, the result and the registers (all little endian), then copies.
 * With libFuzzer:
 *
 *	clang -std=gnu11 -D_GNU_SOURCE -g -O1 -fsanitize=fuzzer,address,undefined -I. -Iinclude
 *-Isrc \
 *		-Itables -Ivendor/yyjson -o fuzz_args tests/fuzz/fuzz_args.c \
 *		src/schema/{args,bytes,control,emit_json,escape,names,pointed}.c tables/{addresses,flags,own,sets,tables}.c \
 *		tables/syscalls_{x86_64,i386,arm64}.c …
 *	./fuzz_args -max_total_time=60 -max_len=4096 CORPUS tests/fuzz/seeds/args
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <yyjson.h>

#include "schema/args.h"

struct input {
	uint16_t abi, nr;
	uint32_t pad;
	int64_t result;
	uint64_t raw[6];
};

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static void require_json(const struct eu_bytes *bytes)
{
	yyjson_doc *doc;

	if (bytes->failed)
		return;
	doc = yyjson_read(bytes->data, bytes->len - 1, 0);
	if (!doc) {
		fprintf(stderr, "not JSON: %.*s\n", (int)bytes->len, bytes->data);
		abort();
	}
	yyjson_doc_free(doc);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	struct eu_args args = {0};
	struct eu_bytes bytes;
	struct eu_emit_json json;
	struct input input;

	if (size < sizeof(input) || eu_bytes_init(&bytes, EU_BYTES_ROOM))
		return 0;
	memcpy(&input, data, sizeof(input));
	args.abi = input.abi % EU_ABIS;
	args.call = eu_syscall_get(args.abi, input.nr % 512);
	args.result = input.result;
	args.copies = data + sizeof(input);
	args.copies_len = size - sizeof(input);
	memcpy(args.raw, input.raw, sizeof(args.raw));
	if (args.call) {
		eu_emit_json_init(&json, &bytes);
		json.emit.ops->object_begin(&json.emit, NULL);
		eu_args_emit(&json.emit, &args);
		json.emit.ops->object_end(&json.emit);
		require_json(&bytes);
	}
	eu_bytes_free(&bytes);
	return 0;
}
