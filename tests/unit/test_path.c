#include "unit/unit.h"

#include "base/file.h"

Test(path, base)
{
	static const char *const rows[][2] = {{"", ""}, {"/", ""}, {"a", "a"}, {"a/b", "b"},
		{"/a/b/", ""}, {"./西店.txt", "西店.txt"}};

	for (size_t i = 0; i < ROWS(rows); i++)
		cr_expect_str_eq(path_base(rows[i][0]), rows[i][1]);
}

Test(path, join)
{
	static const char *const rows[][3] = {{"", "a", "a"}, {"/", "a", "/a"}, {"a", "b", "a/b"},
		{"a/", "b", "a/b"}, {"a", "", "a/"}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		char *path = path_join(rows[i][0], rows[i][1]);

		cr_expect_str_eq(path, rows[i][2]);
		free(path);
	}
}

Test(path, data_from_the_environment)
{
	char *dir = path_data_dir();

	cr_expect_str_eq(dir, getenv("GOUJI_DATADIR"));
	free(dir);
	setenv("GOUJI_DATADIR", "/nonexistent", 1);
	cr_expect_null(path_data_dir(), "a wrong folder is not passed over in silence");
}

Test(path, data_found_without_the_environment_has_forms)
{
	unsetenv("GOUJI_DATADIR");
	char *dir = path_data_dir();

	if (dir) {
		char *forms = path_join(dir, "forms");

		cr_expect(file_is_dir(forms));
		free(forms);
	}
	char *locale = path_locale_dir();

	cr_expect(locale && *locale == '/');
	free(locale);
	free(dir);
}

Test(path, config)
{
	static const struct {
		const char *xdg, *home, *wanted;
	} rows[] = {{NULL, NULL, NULL}, {"", "", NULL}, {NULL, "/h", "/h/.config/gouji"},
		{"", "/h", "/h/.config/gouji"}, {"relative", "/h", "/h/.config/gouji"},
		{"/x", "/h", "/x/gouji"}, {"/x", NULL, "/x/gouji"}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		unsetenv("XDG_CONFIG_HOME");
		unsetenv("HOME");
		if (rows[i].xdg)
			setenv("XDG_CONFIG_HOME", rows[i].xdg, 1);
		if (rows[i].home)
			setenv("HOME", rows[i].home, 1);
		char *dir = path_config_dir();

		cr_expect(str_eq(str_of(dir), str_of(rows[i].wanted)), "row %zu", i);
		cr_expect_eq(dir == NULL, rows[i].wanted == NULL);
		free(dir);
	}
}
