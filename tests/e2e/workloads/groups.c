/* SPDX-License-Identifier: Apache-2.0 */
/* Joins groups, and gives up that user 0 is something special. */

#include <grp.h>
#include <linux/securebits.h>
#include <stdio.h>
#include <sys/prctl.h>

int main(void)
{
	const gid_t groups[] = { 5, 42 };

	if (setgroups(2, groups) || prctl(PR_SET_SECUREBITS, SECBIT_NOROOT)) {
		perror("groups");
		return 1;
	}
	return 0;
}
