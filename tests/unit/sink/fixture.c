/* SPDX-License-Identifier: Apache-2.0 */
#include <stddef.h>
#include <string.h>

#include <eunomia/syscalls.h>

#include "fixture.h"

#define MEMBER(type, member, dotted, how, ...)                                                     \
	{                                                                                          \
		.name = dotted, .doc = "", .offset = offsetof(struct type, member),                \
		.size = sizeof(((struct type *)0)->member), .format = EU_FORMAT_##how,             \
		##__VA_ARGS__                                                                      \
	}

static const struct eu_flag transports[] = {{~0ull, 1, "tcp"}, {~0ull, 2, "udp"}};
static const struct eu_flagset transport = {
    .name = "transport", .flags = transports, .n_flags = 2, .is_enum = true};

static struct eu_field open_fields[] = {
    MEMBER(fixture_open, nr, "syscall", SYSCALL),
    MEMBER(fixture_open, result, "result", ERRNO),
    MEMBER(fixture_open, path, "file.path", STRING),
    MEMBER(fixture_open, raw_path, "file.raw_path", STRING, .optional = true,
	   .unless = offsetof(struct fixture_open, path)),
    MEMBER(fixture_open, flags, "file.flags", FLAGS, .table_name = "open"),
    MEMBER(fixture_open, inode, "file.inode", UINT, .optional = true),
    MEMBER(fixture_open, device, "file.device", DEVICE, .optional = true),
    MEMBER(fixture_open, fs, "file.fs", FS, .optional = true),
    MEMBER(fixture_open, mode, "file.mode", OCTAL, .optional = true),
    MEMBER(fixture_open, created, "file.created", BOOL, .optional = true),
};

static struct eu_field connect_fields[] = {
    MEMBER(fixture_connect, nr, "syscall", SYSCALL),
    MEMBER(fixture_connect, result, "result", ERRNO),
    MEMBER(fixture_connect, transport, "network.transport", ENUM, .table = &transport),
    MEMBER(fixture_connect, local, "network.local.address", ADDRESS),
    MEMBER(fixture_connect, local_port, "network.local.port", UINT),
    MEMBER(fixture_connect, peer, "network.peer.address", ADDRESS),
    MEMBER(fixture_connect, peer_port, "network.peer.port", UINT),
};

static struct eu_field exec_fields[] = {
    MEMBER(fixture_exec, path, "file.path", STRING),
    MEMBER(fixture_exec, args, "process.args", ARGV),
};

static struct eu_field container_fields[] = {
    MEMBER(fixture_container, action, "action", ENUM, .table_name = "container_action"),
    MEMBER(fixture_container, exit_code, "exit_code", INT, .optional = true),
};

static struct eu_field exit_fields[] = {
    MEMBER(fixture_exit, code, "exit.code", UINT),
    MEMBER(fixture_exit, signal, "exit.signal", SIGNAL),
    MEMBER(fixture_exit, duration, "duration", DURATION),
    MEMBER(fixture_exit, caps, "process.capabilities.effective", CAPS, .optional = true),
};

static struct eu_field syscall_fields[] = {
    MEMBER(fixture_syscall, nr, "syscall", SYSCALL),
    MEMBER(fixture_syscall, args, "args", ARGS),
    MEMBER(fixture_syscall, copies, "args_state", ARGS_STATE, .optional = true),
    MEMBER(fixture_syscall, result, "result", ERRNO),
};

static struct eu_field change_fields[] = {
    MEMBER(fixture_change, user, "user.id", UINT),
    MEMBER(fixture_change, effective, "user.effective.id", UINT),
    MEMBER(fixture_change, old_user, "old.user.id", UINT),
    MEMBER(fixture_change, old_effective, "old.user.effective.id", UINT),
    MEMBER(fixture_change, gained, "capabilities.gained", CAPS, .optional = true),
    MEMBER(fixture_change, lost, "capabilities.ambient.lost", CAPS, .optional = true),
};

#define EVENT(kind, label, group)                                                                  \
	[kind] = {.name = #label,                                                                  \
		  .set = group,                                                                    \
		  .doc = "",                                                                       \
		  .type = "fixture_" #label,                                                       \
		  .fields = label##_fields,                                                        \
		  .n_fields = sizeof(label##_fields) / sizeof(label##_fields[0]),                  \
		  .id = kind,                                                                      \
		  .size = sizeof(struct fixture_##label)}

static const struct eu_event_desc events[] = {
    EVENT(FIXTURE_OPEN, open, "file"),    EVENT(FIXTURE_CONNECT, connect, "network"),
    EVENT(FIXTURE_EXEC, exec, "process"), EVENT(FIXTURE_CONTAINER, container, "container"),
    EVENT(FIXTURE_EXIT, exit, "process"), EVENT(FIXTURE_SYSCALL, syscall, "syscall"),
    EVENT(FIXTURE_CHANGE, change, "process"),
};

const struct eu_event_desc *eu_schema_events(size_t *n)
{
	for (size_t i = 0; i < FIXTURE_EVENTS; i++)
		for (size_t f = 0; f < events[i].n_fields; f++) {
			struct eu_field *field = (struct eu_field *)&events[i].fields[f];

			if (field->table_name)
				field->table = eu_flagset_find(field->table_name);
		}
	*n = FIXTURE_EVENTS;
	return events;
}

const struct eu_event_desc *eu_schema_event(uint16_t id)
{
	size_t n;
	const struct eu_event_desc *all = eu_schema_events(&n);

	return id < n ? &all[id] : NULL;
}

const struct eu_event_desc *eu_schema_find(const char *name)
{
	size_t n;
	const struct eu_event_desc *all = eu_schema_events(&n);

	for (size_t i = 0; i < n; i++)
		if (!strcmp(all[i].name, name))
			return &all[i];
	return NULL;
}

const struct eu_field *eu_schema_field(const struct eu_event_desc *desc, const char *name)
{
	size_t n;
	const struct eu_field *fields = desc ? desc->fields : eu_schema_context(&n);

	if (desc)
		n = desc->n_fields;
	for (size_t i = 0; i < n; i++)
		if (fields[i].format != EU_FORMAT_HIDDEN && !strcmp(fields[i].name, name))
			return &fields[i];
	return NULL;
}

void fixture_str(struct fixture *fixture, struct eu_str *str, const char *bytes, size_t len)
{
	*str = (struct eu_str){.offset = fixture->record.head.size, .len = len};
	memcpy(fixture->record.bytes + str->offset, bytes, len);
	fixture->record.head.size += len;
}

static void set_v4(__u8 address[16], __u8 a, __u8 b, __u8 c, __u8 d)
{
	memcpy(address, (__u8[16]){[10] = 0xff, [11] = 0xff, [12] = a, b, c, d}, 16);
}

static void fill_record(struct fixture *f, enum fixture_event kind)
{
	static const uint64_t registers[] = {3, 4, 02000000};

	switch (kind) {
	case FIXTURE_OPEN:
		f->record.open.nr = 257;
		f->record.open.result = 5;
		fixture_str(f, &f->record.open.path, "/etc/nginx/nginx.conf", 21);
		f->record.open.raw_path = f->record.open.path;
		f->record.open.inode = 1234;
		f->record.open.fs = 0x794c7630;
		f->record.open.flags = 02000000;
		break;
	case FIXTURE_CONNECT:
		f->record.connect.nr = 42;
		f->record.connect.transport = 1;
		set_v4(f->record.connect.local, 198, 51, 100, 3);
		set_v4(f->record.connect.peer, 198, 51, 100, 2);
		f->record.connect.local_port = 40112;
		f->record.connect.peer_port = 80;
		f->event.peer = &f->peer;
		break;
	case FIXTURE_EXEC:
		fixture_str(f, &f->record.exec.path, "/bin/busybox", 12);
		fixture_str(f, &f->record.exec.args, "wget\0-q\0http://web/", 20);
		break;
	case FIXTURE_CONTAINER:
		f->record.container.action = 2;
		f->event.process = NULL;
		break;
	case FIXTURE_EXIT:
		f->record.exit.code = 1;
		f->record.exit.duration = 1500000;
		break;
	case FIXTURE_SYSCALL:
		f->record.syscall.nr = 292;
		f->record.syscall.result = -9;
		fixture_str(f, &f->record.syscall.args, (const char *)registers, sizeof(registers));
		break;
	case FIXTURE_CHANGE:
		f->record.change.user = f->record.change.old_user = 1000;
		f->record.change.old_effective = 1000;
		f->record.change.gained = 1 << 13;
		f->record.change.lost = 1 << 5;
		break;
	case FIXTURE_EVENTS:
		break;
	}
}

void fixture_init(struct fixture *f, enum fixture_event kind)
{
	static const struct eu_label labels[] = {{.key = "com.example.tier", .value = "front"}};
	size_t n;

	memset(f, 0, sizeof(*f));
	f->in = (struct eu_container){
	    .ref = 7,
	    .id = "7339f952c18f0123456789abcdef0123456789abcdef0123456789abcdef0123",
	    .name = "web",
	    .runtime = "docker",
	    .image_name = "nginx",
	    .image_tag = "1.27",
	    .image_digest = "",
	    .image_id = "",
	    .cgroup = "/docker/7339f952c18f",
	    .created = "",
	    .labels = labels,
	    .n_labels = 1,
	    .named = true,
	};
	f->peer = f->in;
	f->peer.ref = 8;
	f->process = (struct eu_process){
	    .pid = 4711,
	    .parent_pid = 4690,
	    .container_pid = 1,
	    .start_time = 0x1234abcd,
	    .name = "nginx",
	    .executable = "/usr/sbin/nginx",
	};
	f->event = (struct eu_event){
	    .desc = &eu_schema_events(&n)[kind],
	    .record = &f->record.head,
	    .seq = 42,
	    .time = 1795317241302574418ull,
	    .host = "edge-1",
	    .container = &f->in,
	    .process = &f->process,
	};
	f->record.head = (struct eu_head){
	    .type = kind, .size = f->event.desc->size, .container = 7, .pid = 4711, .tid = 4711};
	fill_record(f, kind);
}
