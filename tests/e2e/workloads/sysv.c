/* SPDX-License-Identifier: Apache-2.0 */
/* flags: -m32 -nostdlib -ffreestanding -fno-pic -no-pie -fno-stack-protector */
/* System V IPC as old i386 programs use it, all through one call, and their mmap, whose arguments
 * lie in memory. Without a library. */

enum { EXIT_GROUP = 252, OLD_MMAP = 90, IPC = 117 };
enum { SEMOP = 1, SEMGET, SEMCTL, MSGSND = 11, MSGRCV, MSGGET, MSGCTL, SHMAT = 21, SHMDT, SHMGET,
       SHMCTL };
enum { PRIVATE = 0, CREATE = 01600, REMOVE = 0x100 };

static long call(int nr, long a, long b, long c, long d, const void *e)
{
	long result;

	__asm__ volatile("int $0x80"
			 : "=a"(result)
			 : "a"(nr), "b"(a), "c"(b), "d"(c), "S"(d), "D"(e)
			 : "memory");
	return result;
}

static void semaphores(void)
{
	struct { unsigned short number; short change, flags; } up = {0, 1, 04000};
	long id = call(IPC, SEMGET, PRIVATE, 1, CREATE, 0), none = 0;

	call(IPC, SEMOP, id, 1, 0, &up);
	call(IPC, SEMCTL, id, 0, REMOVE, &none);
}

static void messages(void)
{
	struct { long type; char text[8]; } message = {3, "message"};
	struct { void *message; long type; } which = {&message, 3};
	long id = call(IPC, MSGGET, PRIVATE, CREATE, 0, 0);

	call(IPC, MSGSND, id, 8, 04000, &message);
	call(IPC, MSGRCV, id, 8, 04000, &which);
	call(IPC, MSGCTL, id, REMOVE, 0, 0);
}

static void memory(void)
{
	long id = call(IPC, SHMGET, PRIVATE, 4096, CREATE, 0), at = 0;

	call(IPC, SHMAT, id, 0, (long)&at, 0);
	call(IPC, SHMDT, 0, 0, 0, (void *)at);
	call(IPC, SHMCTL, id, REMOVE, 0, 0);
}

static void mappings(void)
{
	long plain[6] = {0, 4096, 3, 0x22, -1, 0}, executable[6] = {0, 4096, 5, 0x22, -1, 0};

	call(OLD_MMAP, (long)plain, 0, 0, 0, 0);
	call(OLD_MMAP, (long)executable, 0, 0, 0, 0);
	call(OLD_MMAP, (long)executable, 0, 0, 0, 0);
}

void _start(void)
{
	semaphores();
	messages();
	memory();
	mappings();
	call(EXIT_GROUP, 0, 0, 0, 0, 0);
	__builtin_unreachable();
}
