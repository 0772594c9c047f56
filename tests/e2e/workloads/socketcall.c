/* SPDX-License-Identifier: Apache-2.0 */
/* flags: -m32 -nostdlib -ffreestanding -fno-pic -no-pie -fno-stack-protector */
/* Sockets as old i386 programs use them: all through one call, without a library. */

enum { EXIT_GROUP = 252, CLOSE = 6, CALL = 102 };
enum { SOCKET = 1, BIND, CONNECT, LISTEN, ACCEPT, SEND = 9, RECV, SENDTO,
       SETSOCKOPT = 14, GETSOCKOPT };
enum { SOL_SOCKET = 1, SO_REUSEADDR = 2 };

struct address {
	unsigned short family, port;
	unsigned int address;
	char zero[8];
};

static int call(int nr, long a, long b)
{
	int result;

	__asm__ volatile("int $0x80" : "=a"(result) : "a"(nr), "b"(a), "c"(b), "d"(0) : "memory");
	return result;
}

static int sockets(int which, long a, long b, long c, long d, void *address, long len)
{
	long args[6] = {a, b, c, d, (long)address, len};

	return call(CALL, which, (long)args);
}

static int run(void)
{
	struct address door = {.family = 2, .port = 0x901f, .address = 0x0100007f}; /* 8080 */
	struct address other = {.family = 2, .port = 0xe914, .address = 0x0100007f}; /* 5353 */
	int server = sockets(SOCKET, 2, 1, 0, 0, 0, 0), client, taken, udp;
	int one = 1, len = sizeof(one);
	char bytes[16];

	sockets(SETSOCKOPT, server, SOL_SOCKET, SO_REUSEADDR, (long)&one, (void *)sizeof(one), 0);
	sockets(GETSOCKOPT, server, SOL_SOCKET, SO_REUSEADDR, (long)&one, &len, 0);
	if (sockets(BIND, server, (long)&door, sizeof(door), 0, 0, 0) ||
	    sockets(LISTEN, server, 5, 0, 0, 0, 0))
		return 1;
	client = sockets(SOCKET, 2, 1, 0, 0, 0, 0);
	if (sockets(CONNECT, client, (long)&door, sizeof(door), 0, 0, 0))
		return 2;
	taken = sockets(ACCEPT, server, 0, 0, 0, 0, 0);
	if (sockets(SEND, client, (long)bytes, 7, 0, 0, 0) != 7 ||
	    sockets(RECV, taken, (long)bytes, sizeof(bytes), 0, 0, 0) != 7)
		return 3;
	udp = sockets(SOCKET, 2, 2, 0, 0, 0, 0);
	if (sockets(SENDTO, udp, (long)bytes, 9, 0, &other, sizeof(other)) != 9)
		return 4;
	call(CLOSE, udp, 0);
	call(CLOSE, client, 0);
	call(CLOSE, taken, 0);
	return 0;
}

void _start(void)
{
	call(EXIT_GROUP, run(), 0);
	__builtin_unreachable();
}
