#include "unit/unit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

static char dir[64];

static void setup(void)
{
	unit_temp_dir(dir);
}

TestSuite(file, .init = setup);

static void put(const char *name, const char *text)
{
	char *path = path_join(dir, name);
	FILE *f = fopen(path, "w");

	cr_assert(f && fputs(text, f) >= 0 && fclose(f) == 0);
	free(path);
}

static void expect_file(const char *path, const char *text)
{
	struct buf b;

	cr_assert(file_read(path, 1 << 20, &b, NULL), "%s", path);
	cr_expect_str_eq(buf_str(&b).p, text);
	buf_free(&b);
}

Test(file, what_cannot_be_read)
{
	char *absent = path_join(dir, "none");
	const struct {
		const char *path;
		enum err_kind kind;
		int sys;
	} rows[] = {{"", ERR_IO, ENOENT}, {absent, ERR_IO, ENOENT}, {dir, ERR_IO, EISDIR},
		{"/dev/zero", ERR_LIMIT, 0}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err e = {0};
		struct buf b = {(char *)"junk", 4, 4}; /* what was there is not looked at */

		cr_expect(!file_read(rows[i].path, 1000, &b, &e), "row %zu", i);
		cr_expect(e.kind == rows[i].kind && e.sys == rows[i].sys, "row %zu: %s", i, e.text);
		cr_expect_str_eq(e.file, rows[i].path);
		cr_expect(b.p == NULL && b.n == 0);
	}
	free(absent);
}

Test(file, limit_is_exact)
{
	char *path = path_join(dir, "f");
	struct buf b;
	struct err e = {0};

	put("f", "12345");
	cr_expect(file_read(path, 5, &b, &e));
	cr_expect_eq(b.n, 5);
	buf_free(&b);
	cr_expect(!file_read(path, 4, &b, &e));
	cr_expect_eq(e.kind, ERR_LIMIT);
	put("f", "");
	cr_expect(file_read(path, 0, &b, &e));
	cr_expect(b.n == 0 && buf_str(&b).p[0] == '\0');
	buf_free(&b);
	free(path);
}

Test(file, large_and_binary)
{
	char *path = path_join(dir, "f");
	struct buf data = {0}, back;

	for (int i = 0; i < 300000; i++)
		buf_addc(&data, (char)i);
	cr_expect(file_write_atomic(path, buf_str(&data), NULL));
	cr_expect(file_read(path, SIZE_MAX, &back, NULL));
	cr_expect(str_eq(buf_str(&data), buf_str(&back)));
	buf_free(&data);
	buf_free(&back);
	free(path);
}

Test(file, standard_input)
{
	char *path = path_join(dir, "f");

	put("f", "from input");
	cr_assert_not_null(freopen(path, "r", stdin));
	expect_file("-", "from input");
	free(path);
}

Test(file, new_file_has_the_mode_of_the_umask)
{
	char *path = path_join(dir, "f");
	struct stat st;

	umask(027);
	cr_expect(file_write_atomic(path, STR("x"), NULL));
	expect_file(path, "x");
	cr_expect(stat(path, &st) == 0 && (st.st_mode & 07777) == 0640, "%o", st.st_mode);
	free(path);
}

Test(file, mode_is_kept)
{
	static const mode_t modes[] = {0600, 0644, 0666, 0755};
	char *path = path_join(dir, "f");

	for (size_t i = 0; i < ROWS(modes); i++) {
		struct stat st;

		put("f", "old");
		cr_assert_eq(chmod(path, modes[i]), 0);
		cr_expect(file_write_atomic(path, STR("new"), NULL));
		cr_expect(
			stat(path, &st) == 0 && (st.st_mode & 07777) == modes[i], "%o", st.st_mode);
		expect_file(path, "new");
	}
	free(path);
}

Test(file, symbolic_links_are_followed)
{
	static const struct {
		const char *link, *to;
	} rows[] = {{"near", "target"}, {"chain", "near"}, {"below/up", "../target"},
		{"dangling", "fresh"}};
	char *below = path_join(dir, "below");

	cr_assert_eq(mkdir(below, 0777), 0);
	put("target", "old");
	for (size_t i = 0; i < ROWS(rows); i++) {
		char *link_path = path_join(dir, rows[i].link);
		struct stat st;

		cr_assert_eq(symlink(rows[i].to, link_path), 0);
		cr_expect(file_write_atomic(link_path, str_of(rows[i].link), NULL), "row %zu", i);
		cr_expect(lstat(link_path, &st) == 0 && S_ISLNK(st.st_mode), "row %zu", i);
		expect_file(link_path, rows[i].link);
		free(link_path);
	}
	char *target = path_join(dir, "target");

	expect_file(target, "below/up");
	free(target);
	free(below);
}

Test(file, what_cannot_be_written)
{
	char *loop = path_join(dir, "loop"), *none = path_join(dir, "none/f");
	char *locked = path_join(dir, "locked"), *slash = path_join(dir, "new/");
	const struct {
		const char *path;
		int sys;
	} rows[] = {{dir, EISDIR}, {loop, ELOOP}, {none, ENOENT}, {"", ENOENT}, {slash, EISDIR},
		{locked, EACCES}};
	/* to root no file is locked */
	size_t n = geteuid() == 0 ? ROWS(rows) - 1 : ROWS(rows);

	cr_assert_eq(symlink("loop", loop), 0);
	put("locked", "old");
	cr_assert_eq(chmod(locked, 0444), 0);
	for (size_t i = 0; i < n; i++) {
		struct err e = {0};

		cr_expect(!file_write_atomic(rows[i].path, STR("x"), &e), "row %zu", i);
		cr_expect(e.kind == ERR_IO && e.sys == rows[i].sys, "row %zu: %s", i, e.text);
		cr_expect_str_eq(e.file, rows[i].path);
	}
	free(loop);
	free(none);
	free(locked);
	free(slash);
}

Test(file, device_is_written_through)
{
	struct stat st;

	cr_expect(file_write_atomic("/dev/null", STR("x"), NULL));
	cr_expect(stat("/dev/null", &st) == 0 && S_ISCHR(st.st_mode));
}

/* What saves that were killed left in the folder is cleaned up by the next; what may be somebody
 * else's stays: of a process that lives, of another machine, of another name. */
Test(file, leftovers_are_cleaned_up)
{
	char host[80] = "", names[5][128];
	pid_t gone = fork();

	if (gone == 0)
		_exit(0);
	cr_assert_eq(waitpid(gone, NULL, 0), gone);
	cr_assert_eq(gethostname(host, sizeof host), 0);
	snprintf(names[0], sizeof names[0], ".gouji-%s-%d-0.tmp", host, (int)gone);
	snprintf(names[1], sizeof names[1], ".gouji-%s-%d-7.tmp", host, (int)getppid());
	snprintf(names[2], sizeof names[2], ".gouji-%s.elsewhere-%d-0.tmp", host, (int)gone);
	snprintf(names[3], sizeof names[3], ".gouji-%s-%d-0.tmp.txt", host, (int)gone);
	snprintf(names[4], sizeof names[4], ".gouji-%s-%d.tmp", host, (int)gone);
	for (size_t i = 0; i < ROWS(names); i++)
		put(names[i], "half");
	char *path = path_join(dir, "report.review.yaml");

	cr_expect(file_write_atomic(path, STR("whole"), NULL));
	expect_file(path, "whole");
	for (size_t i = 0; i < ROWS(names); i++) {
		char *left = path_join(dir, names[i]);

		cr_expect_eq(file_exists(left), i > 0, "%s", names[i]);
		free(left);
	}
	free(path);
}

Test(file, name_in_the_current_folder)
{
	cr_assert_eq(chdir(dir), 0);
	cr_expect(file_write_atomic("f", STR("x"), NULL));
	expect_file("f", "x");
	cr_expect(file_write_atomic("./f", STR("y"), NULL));
	expect_file("f", "y");
}

Test(file, kinds)
{
	char *f = path_join(dir, "f"), *none = path_join(dir, "none");

	put("f", "");
	cr_expect(file_exists(f) && file_exists(dir) && !file_exists(none) && !file_exists(""));
	cr_expect(file_is_dir(dir) && !file_is_dir(f) && !file_is_dir(none));
	free(f);
	free(none);
}

Test(file, list)
{
	static const char *const names[] = {
		"b.txt", "a.txt", "B.txt", "西.txt", ".hidden", "a.txt.review.yaml", "review.yaml"};
	static const char *const wanted[] = {
		"B.txt", "a.txt", "b.txt", "link", "lost", "review.yaml", "西.txt"};
	char *below = path_join(dir, "folder"), *link_path = path_join(dir, "link");
	char *lost = path_join(dir, "lost"), *folder_link = path_join(dir, "folder-link");
	char **paths;
	size_t n;

	cr_expect(file_list(dir, &paths, &n, NULL) && n == 0);
	file_list_free(paths, n);
	for (size_t i = 0; i < ROWS(names); i++)
		put(names[i], "");
	cr_assert_eq(mkdir(below, 0777), 0);
	cr_assert_eq(symlink("a.txt", link_path), 0);
	cr_assert_eq(symlink("nowhere.txt", lost), 0);
	cr_assert_eq(symlink("folder", folder_link), 0);
	cr_assert(file_list(dir, &paths, &n, NULL));
	cr_assert_eq(n, ROWS(wanted));
	for (size_t i = 0; i < n; i++) {
		cr_expect_str_eq(path_base(paths[i]), wanted[i]);
		cr_expect(str_starts(str_of(paths[i]), dir));
	}
	file_list_free(paths, n);
	free(below);
	free(link_path);
	free(lost);
	free(folder_link);
}

Test(file, list_of_what_is_no_folder)
{
	char *f = path_join(dir, "f");
	struct err e = {0};
	char **paths;
	size_t n;

	put("f", "");
	cr_expect(!file_list(f, &paths, &n, &e));
	cr_expect(e.sys == ENOTDIR && paths == NULL && n == 0);
	free(f);
}

Test(file, head)
{
	char *absent = path_join(dir, "none"), *path = path_join(dir, "head");
	struct buf b;
	size_t size = 9;

	put("head", "0123456789");
	cr_expect(file_head(path, 4, &b, &size) && size == 10);
	expect_str(buf_str(&b), STR("0123"));
	buf_free(&b);
	cr_expect(file_head(path, 40, &b, &size) && size == 10);
	expect_str(buf_str(&b), STR("0123456789"));
	buf_free(&b);
	cr_expect(!file_head(absent, 4, &b, &size) && !b.p);
	cr_expect(!file_head(dir, 4, &b, &size) && !b.p);
	cr_expect(!file_head("/dev/zero", 4, &b, &size) && !b.p);
	free(absent);
	free(path);
}
