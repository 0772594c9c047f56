/* SPDX-License-Identifier: Apache-2.0 */
/* 5000 processes that live as short as a process can, a hundred at a time. */

#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	for (int batch = 0; batch < 50; batch++) {
		for (int i = 0; i < 100; i++)
			if (!fork())
				_exit(0);
		while (wait(NULL) > 0)
			;
	}
	return 0;
}
