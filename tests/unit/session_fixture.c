#include "unit/session_fixture.h"

#include "base/file.h"
#include "base/utf8.h"
#include "desk/keymap.h"
#include "unit/unit.h"

static void load(struct desk *d)
{
	struct err err = {0};
	char *data = path_data_dir();
	char *forms = path_join(data, "forms"), *rules = path_join(data, "rules");

	d->forms = forms_load(forms, &err);
	cr_assert(d->forms, "%s:%u: %s", err.file, err.line, err.text);
	d->rules = rules_load(rules, d->forms, &err);
	cr_assert(d->rules, "%s:%u: %s", err.file, err.line, err.text);
	free(data);
	free(forms);
	free(rules);
}

static void open_session(struct desk *d)
{
	struct err err = {0};

	d->s = session_open(d->path, d->forms, d->rules, NULL, "李敏", &err);
	cr_assert(d->s, "%s: %s", err.file, err.text);
	desk_assert_sane(d);
}

void desk_open_text(struct desk *d, struct str text)
{
	struct err err = {0};

	*d = (struct desk){0};
	unit_temp_dir(d->dir);
	d->path = path_join(d->dir, "report.txt");
	cr_assert(file_write_atomic(d->path, text, &err), "%s", err.text);
	load(d);
	open_session(d);
}

void desk_open_changed(
	struct desk *d, const char *sample, const char *anchor, const char *from, const char *to)
{
	struct err err = {0};
	struct buf text = {0}, changed = {0};
	char *dir = path_join(getenv("GOUJI_SRCDIR"), "data/samples");
	char *path = path_join(dir, sample);

	cr_assert(file_read(path, 1 << 20, &text, &err), "%s: %s", path, err.text);
	if (from) {
		size_t at = str_find(buf_str(&text), str_of(anchor), 0);
		cr_assert_neq(at, STR_NONE, "%s", anchor);
		at = str_find(buf_str(&text), str_of(from), at + strlen(anchor));
		cr_assert_neq(at, STR_NONE, "%s", from);
		buf_add(&changed, str_slice(buf_str(&text), 0, at));
		buf_adds(&changed, to);
		buf_add(&changed, str_slice(buf_str(&text), at + strlen(from), text.n));
	} else {
		buf_add(&changed, buf_str(&text));
	}
	desk_open_text(d, buf_str(&changed));
	buf_free(&text);
	buf_free(&changed);
	free(dir);
	free(path);
}

void desk_open(struct desk *d, const char *sample)
{
	desk_open_changed(d, sample, NULL, NULL, NULL);
}

void desk_reopen(struct desk *d)
{
	session_free(d->s);
	open_session(d);
}

void desk_close(struct desk *d)
{
	session_free(d->s);
	rules_free(d->rules);
	forms_free(d->forms);
	free(d->path);
}

void desk_do(struct desk *d, const char *line)
{
	struct err err = {0};

	cr_assert(command_run(d->s, str_of(line), &err), "%s: %s", line, err.text);
	desk_assert_sane(d);
}

void desk_refuses(struct desk *d, const char *line, const char *words)
{
	struct err err = {0};
	unsigned long before = review_revision(d->s->review);

	cr_assert_not(command_run(d->s, str_of(line), &err), "%s", line);
	cr_expect(strstr(err.text, words), "%s: %s", line, err.text);
	/* with the file before it, where it is about one */
	cr_expect(str_ends(str_of(d->s->reply.text), err.text), "%s", d->s->reply.text);
	cr_expect_eq(d->s->reply.tone, TONE_ERROR);
	cr_expect_eq(review_revision(d->s->review), before, "%s changed the review", line);
	desk_assert_sane(d);
}

void desk_press(struct desk *d, const char *keys)
{
	char copy[256], *save = NULL;

	snprintf(copy, sizeof copy, "%s", keys);
	for (char *key = strtok_r(copy, " ", &save); key; key = strtok_r(NULL, " ", &save)) {
		struct err err = {0};
		bool pending;

		cr_assert(keymap_press(d->s, key, &pending, &err), "%s: %s", key, err.text);
		cr_assert_not(pending, "%s", key);
		desk_assert_sane(d);
	}
}

static bool on_boundary(struct str text, size_t at)
{
	return at == text.n || (at < text.n && ((unsigned char)text.p[at] & 0xc0) != 0x80);
}

void desk_assert_sane(const struct desk *d)
{
	const struct session *s = d->s;
	struct str text = doc_text(s->report->doc);

	cr_assert(on_boundary(text, s->place.at), "cursor at %zu", s->place.at);
	if (s->place.anchor != STR_NONE)
		cr_assert(on_boundary(text, s->place.anchor));
	cr_assert_lt(s->place.pane, PANE_COUNT);
	if (s->report->n_cells)
		cr_assert_lt(s->place.cell, s->report->n_cells);
	if (s->check.n_findings)
		cr_assert_lt(s->place.finding, s->check.n_findings);
	else
		cr_assert_eq(s->place.finding, STR_NONE);
	cr_assert_eq(s->values.n, s->report->n_cells);
	cr_assert(utf8_valid(str_of(s->reply.text), NULL));
	cr_assert_leq(session_open_findings(s), s->check.n_findings);
}
