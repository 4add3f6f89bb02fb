/* The rule set of the sandbox. Numbers and shapes are the kernel's interface (landlock(7)); what a
 * kernel does not know yet is left out of what it is asked for. */
#include "import/landlock.h"

#include <fcntl.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The same on every machine that has them. */
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

#define ASK_VERSION 1u
#define RULE_BENEATH 1

#define FS_EXECUTE (1ull << 0)
#define FS_READ_FILE (1ull << 2)
#define FS_READ_DIR (1ull << 3)

struct ruleset {
	uint64_t fs, net, scoped;
};

struct beneath {
	uint64_t allowed;
	int32_t folder;
} __attribute__((packed));

/* How many kinds of access to files each version of the interface knows. */
static unsigned fs_bits(long version)
{
	static const unsigned bits[] = {0, 13, 14, 15, 15, 16};
	size_t last = sizeof bits / sizeof bits[0] - 1;

	return bits[(size_t)version < last ? (size_t)version : last];
}

static size_t ruleset_size(long version)
{
	return version >= 6 ? 24 : version >= 4 ? 16 : 8;
}

static void allow(int rules, const char *path)
{
	int fd = open(path, O_PATH | O_CLOEXEC);

	if (fd < 0)
		return;
	struct beneath rule = {FS_EXECUTE | FS_READ_FILE | FS_READ_DIR, fd};

	/* a file is no folder: the kernel refuses what only folders can give */
	if (syscall(SYS_landlock_add_rule, rules, RULE_BENEATH, &rule, 0) != 0) {
		rule.allowed = FS_EXECUTE | FS_READ_FILE;
		syscall(SYS_landlock_add_rule, rules, RULE_BENEATH, &rule, 0);
	}
	close(fd);
}

void landlock_confine(const char *const *folders, size_t n)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0, ASK_VERSION);

	if (version < 1)
		return;
	struct ruleset all = {
		(1ull << fs_bits(version)) - 1, 3, 3}; /* bind, connect; sockets, signals */
	long rules = syscall(SYS_landlock_create_ruleset, &all, ruleset_size(version), 0);

	if (rules < 0)
		return;
	for (size_t i = 0; i < n; i++)
		allow((int)rules, folders[i]);
	syscall(SYS_landlock_restrict_self, (int)rules, 0);
	close((int)rules);
}
