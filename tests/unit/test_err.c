#include "unit/unit.h"

#include <errno.h>

#include "base/err.h"
#include "base/utf8.h"

Test(err, absent_is_fine)
{
	cr_expect(!err_set(NULL, ERR_USAGE, "x"));
	cr_expect(!err_sys(NULL, "f", "x"));
	cr_expect(!err_at(NULL, "f", 1, 1));
}

Test(err, set_forgets_what_was)
{
	struct err e;

	memset(&e, 0xff, sizeof e);
	cr_expect(!err_set(&e, ERR_LIMIT, "more than %d", 3));
	cr_expect_eq(e.kind, ERR_LIMIT);
	cr_expect(e.sys == 0 && e.line == 0 && e.column == 0);
	cr_expect_str_eq(e.file, "");
	cr_expect_str_eq(e.text, "more than 3");
}

Test(err, system)
{
	struct err e;

	errno = ENOENT;
	cr_expect(!err_sys(&e, "dir/f", "cannot open %s", "it"));
	cr_expect(e.kind == ERR_IO && e.sys == ENOENT);
	cr_expect_str_eq(e.file, "dir/f");
	cr_expect_str_eq(e.text, "cannot open it: No such file or directory");
}

Test(err, as_people_read_it)
{
	static const struct {
		const char *file;
		unsigned line, column;
		const char *wanted;
	} rows[] = {{NULL, 0, 0, "why"}, {"f", 0, 0, "f: why"}, {"f", 3, 0, "f:3: why"},
		{"f", 3, 4, "f:3:4: why"}, {NULL, 3, 4, "3:4: why"}, {"f", 0, 4, "f: why"}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err e;
		char text[64];

		err_set(&e, ERR_FORMAT, "why");
		cr_expect(!err_at(&e, rows[i].file, rows[i].line, rows[i].column));
		cr_expect_str_eq(err_str(&e, text, sizeof text), rows[i].wanted);
	}
}

Test(err, place_is_filled_in_from_above)
{
	struct err e;
	char text[64];

	err_set(&e, ERR_FORMAT, "why");
	err_at(&e, NULL, 3, 4);
	err_at(&e, "f", 0, 0);
	cr_expect_str_eq(err_str(&e, text, sizeof text), "f:3:4: why");
}

Test(err, cut_to_whole_characters)
{
	for (size_t size = 0; size < 12; size++) {
		struct err e;
		char text[12] = "untouched";

		err_set(&e, ERR_FORMAT, "a一二三");
		cr_expect_eq(err_str(&e, text, size), text);
		cr_expect(utf8_valid(str_of(text), NULL), "size %zu", size);
		cr_expect(size == 0 || strlen(text) < size, "size %zu", size);
	}
}

Test(err, long_text_and_long_names)
{
	struct err e;
	char text[1000], name[1000];

	memset(text, 'x', sizeof text - 1);
	text[999] = '\0';
	for (int i = 0; i < 333; i++)
		memcpy(name + 3 * i, "一", 3);
	strcpy(name + 990, "end.txt");
	err_set(&e, ERR_FORMAT, "%s", text);
	err_at(&e, name, 1, 1);
	cr_expect_eq(strlen(e.text), sizeof e.text - 1);
	cr_expect(utf8_valid(str_of(e.file), NULL));
	cr_expect(str_starts(str_of(e.file), "…一") && str_ends(str_of(e.file), "一end.txt"));
}

Test(err, what_a_terminal_would_obey_is_masked)
{
	static const char *const rows[][2] = {{"\xff", "?"}, {"a\xe4\xb8", "a??"},
		{"\x1b[2J", "?[2J"}, {"a\nb", "a?b"}, {"\xe2\x80\xae", "?"}, {"一\xc0", "一?"}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err e;

		err_set(&e, ERR_FORMAT, "%s", rows[i][0]);
		err_at(&e, rows[i][0], 1, 1);
		cr_expect_str_eq(e.text, rows[i][1]);
		cr_expect_str_eq(e.file, rows[i][1]);
	}
}
