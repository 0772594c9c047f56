// SPDX-License-Identifier: Apache-2.0
/*
 * Runs a fuzz target where libFuzzer is not installed: driver [-runs=N] [-seed=N] SEED...
 *
 * Each seed as it is, then N mutations of seeds, for one -seed the same ones every time. It finds
 * less than libFuzzer, which knows coverage, but it is there in every build and takes seconds.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_SEEDS = 256, MAX_SIZE = 1 << 18 };

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static struct seed {
	unsigned char *data;
	size_t size;
} seeds[MAX_SEEDS];
static size_t n_seeds;

static uint64_t state = 0x9e3779b97f4a7c15;

/* xorshift64*: repeatable, and good enough to choose bytes. */
static size_t below(size_t n)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return n ? (state * 0x2545f4914f6cdd1d >> 16) % n : 0;
}

static void read_seed(const char *path)
{
	FILE *file = fopen(path, "rb");
	struct seed *seed = &seeds[n_seeds];

	if (!file || n_seeds == MAX_SEEDS) {
		if (file)
			fclose(file);
		return;
	}
	seed->data = malloc(MAX_SIZE);
	if (seed->data) {
		seed->size = fread(seed->data, 1, MAX_SIZE, file);
		n_seeds++;
	}
	fclose(file);
}

static void read_seeds(const char *path)
{
	struct dirent *entry;
	struct stat st;
	char name[4096];
	DIR *dir;

	if (stat(path, &st) || !S_ISDIR(st.st_mode)) {
		read_seed(path);
		return;
	}
	dir = opendir(path);
	while (dir && (entry = readdir(dir))) {
		if (entry->d_name[0] == '.')
			continue;
		snprintf(name, sizeof(name), "%s/%s", path, entry->d_name);
		read_seeds(name);
	}
	if (dir)
		closedir(dir);
}

/* One change: a byte, a stretch less, a stretch twice, or a stretch of another seed. */
static size_t mutate(unsigned char *data, size_t size)
{
	const struct seed *other = &seeds[below(n_seeds)];
	size_t at = below(size), len = 1 + below(16), from = below(other->size);

	if (len > size - at)
		len = size - at;
	switch (below(5)) {
	case 0:
		if (size)
			data[at] = below(256);
		return size;
	case 1:
		if (size)
			data[at] ^= 1 << below(8);
		return size;
	case 2:
		memmove(data + at, data + at + len, size - at - len);
		return size - len;
	case 3:
		if (size + len > MAX_SIZE)
			return size;
		memmove(data + at + len, data + at, size - at);
		return size + len;
	default:
		if (len > other->size - from)
			len = other->size - from;
		if (size + len > MAX_SIZE)
			return size;
		memmove(data + at + len, data + at, size - at);
		memcpy(data + at, other->data + from, len);
		return size + len;
	}
}

static void run_mutation(void)
{
	static unsigned char data[MAX_SIZE];
	const struct seed *seed = &seeds[below(n_seeds)];
	size_t size = seed->size;
	/* Of exactly its size, so that a sanitizer sees a read behind its end. */
	unsigned char *exact;

	memcpy(data, seed->data, size);
	for (size_t times = 1 + below(8); times; times--)
		size = mutate(data, size);
	exact = malloc(size ? size : 1);
	if (!exact)
		return;
	memcpy(exact, data, size);
	LLVMFuzzerTestOneInput(exact, size);
	free(exact);
}

int main(int argc, char **argv)
{
	long runs = 20000;

	for (int i = 1; i < argc; i++)
		if (!strncmp(argv[i], "-runs=", 6))
			runs = atol(argv[i] + 6);
		else if (!strncmp(argv[i], "-seed=", 6))
			state ^= strtoull(argv[i] + 6, NULL, 10) << 32;
		else
			read_seeds(argv[i]);
	if (!n_seeds) {
		fprintf(stderr, "no seeds\n");
		return 2;
	}
	for (size_t i = 0; i < n_seeds; i++)
		LLVMFuzzerTestOneInput(seeds[i].data, seeds[i].size);
	while (runs-- > 0)
		run_mutation();
	for (size_t i = 0; i < n_seeds; i++)
		free(seeds[i].data);
	return 0;
}
