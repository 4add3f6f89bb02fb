/* Saving while the program is killed: before each system call of file_write_atomic(), writes taking
 * a few bytes each. Whenever that is, the file holds the old bytes or the new ones, whole, its mode
 * is kept, and the next save goes through and cleans up. */
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "fault/fault.h"

static const char old_text[] = "old: 一\n";
static const char new_text[] = "new: 二\nand longer than the old one\n";
static const char last_text[] = "last: 三\n";

static bool check(bool holds, const char *what, const char *why)
{
	if (!holds)
		printf("FAIL %s: %s\n", what, why);
	return holds;
}

static bool has_mode(const char *path, unsigned mode)
{
	struct stat st;

	return stat(path, &st) == 0 && (st.st_mode & 07777) == mode;
}

/* What is in the folder beside the file, hidden or not. */
static unsigned count_others(const char *dir_path)
{
	DIR *dir = opendir(dir_path);
	unsigned n = 0;

	for (struct dirent *e; dir && (e = readdir(dir));)
		n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
	if (dir)
		closedir(dir);
	return n - 1;
}

/* A process that saves, and is killed or not. */
static bool is_killed(const char *path)
{
	int status = 0;
	pid_t pid = fork();

	if (pid == 0)
		_exit(file_write_atomic(path, str_of(new_text), NULL) ? 0 : 1);
	waitpid(pid, &status, 0);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

static bool run(const char *dir, const char *path, bool existed, const char *what, bool *killed)
{
	struct fault now = fault;

	fault = (struct fault){0};
	unlink(path);
	bool ok = !existed ||
		  (file_write_atomic(path, str_of(old_text), NULL) && chmod(path, 0640) == 0);
	fault = now;
	*killed = is_killed(path);
	fault = (struct fault){0};
	bool is_new = fault_file_holds(path, new_text);
	bool is_old = existed ? fault_file_holds(path, old_text) : !file_exists(path);

	ok = check(ok, what, "cannot set up") && check(is_new || is_old, what, "neither") &&
	     check(*killed || is_new, what, "not saved") &&
	     check(!existed || has_mode(path, 0640), what, "another mode") &&
	     check(file_write_atomic(path, str_of(last_text), NULL), what, "saving once more") &&
	     check(fault_file_holds(path, last_text), what, "the last file") &&
	     check(count_others(dir) == 0, what, "something left behind") &&
	     check(!existed || has_mode(path, 0640), what, "another mode at last");
	return ok;
}

/* What a save that was killed leaves behind is hidden from those who list the folder. */
static unsigned sweep_up(const char *dir, const char *path)
{
	char **paths, command[64];
	size_t n = 0;

	unlink(path);
	bool listed = file_list(dir, &paths, &n, NULL);

	if (listed)
		file_list_free(paths, n);
	snprintf(command, sizeof command, "rm -rf '%s'", dir);
	return !check(listed && n == 0, "at the end", "something is left to be seen") +
	       !check(system(command) == 0, "at the end", "cannot clean up");
}

int main(void)
{
	char dir[] = "killed-XXXXXX";
	unsigned cases = 0, failed = 0;

	if (!mkdtemp(dir))
		return perror("mkdtemp"), 1;
	char *path = path_join(dir, "report.review.yaml");

	for (int existed = 0; existed < 2; existed++) {
		for (enum call call = 0; call < CALLS; call++) {
			bool killed = true;

			for (unsigned n = 1; killed; n++, cases++) {
				char what[128];

				snprintf(what, sizeof what, "killed at %s %u, %s file",
					fault_call_name(call), n, existed ? "old" : "new");
				fault = (struct fault){
					.call = call, .nth = n, .why = -SIGKILL, .write_max = 9};
				failed += !run(dir, path, existed, what, &killed);
			}
		}
	}
	failed += sweep_up(dir, path);
	free(path);
	printf("killed: %u cases, %u failed\n", cases, failed);
	return failed || cases < 20;
}
