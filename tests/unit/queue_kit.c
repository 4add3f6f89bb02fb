/* A list of reports for tests. */
#include "unit/queue_kit.h"


#include "base/file.h"
#include "desk/command.h"

void list_put(struct list *l, const char *name, struct str text)
{
	struct err err = {0};
	char *path = path_join(l->dir, name);

	cr_assert(file_write_atomic(path, text, &err), "%s", err.text);
	free(path);
}

void list_copy(
	struct list *l, const char *sample, const char *name, const char *old, const char *new)
{
	struct err err = {0};
	struct buf text = {0}, changed = {0};
	char *dir = path_join(getenv("GOUJI_SRCDIR"), "data/samples");
	char *path = path_join(dir, sample);

	cr_assert(file_read(path, 1 << 20, &text, &err), "%s", err.text);
	size_t at = old ? str_find(buf_str(&text), str_of(old), 0) : text.n;

	cr_assert_neq(at, STR_NONE);
	buf_add(&changed, str_slice(buf_str(&text), 0, at));
	buf_adds(&changed, new ? new : "");
	buf_add(&changed, str_slice(buf_str(&text), at + (old ? strlen(old) : 0), text.n));
	list_put(l, name, buf_str(&changed));
	buf_free(&text);
	buf_free(&changed);
	free(dir);
	free(path);
}

void list_load(struct list *l)
{
	struct err err = {0};
	char *data = path_data_dir();
	char *forms = path_join(data, "forms"), *rules = path_join(data, "rules");

	l->forms = forms_load(forms, &err);
	cr_assert(l->forms, "%s", err.text);
	l->rules = rules_load(rules, l->forms, &err);
	cr_assert(l->rules, "%s", err.text);
	free(data);
	free(forms);
	free(rules);
}

void list_open(struct list *l)
{
	struct err err = {0};
	char **paths;
	size_t n;

	*l = (struct list){0};
	unit_temp_dir(l->dir);
	list_load(l);
	list_copy(l, "xidian-2020.txt", "a.txt", NULL, NULL);
	list_copy(l, "xidian-2020.txt", "b.txt", "(一) 予以公开\t20\t", "(一) 予以公开\t21\t");
	list_put(l, "c.txt", STR("\xff\xfe\x00"));
	list_copy(l, "xingang-2020.txt", "d.txt", NULL, NULL);
	cr_assert(file_list(l->dir, &paths, &n, &err), "%s", err.text);
	l->q = queue_new(paths, n, l->forms, l->rules, NULL, "李敏");
	file_list_free(paths, n);
	l->s = l->q->home;
	l->s->page[PANE_FINDINGS] = 10;
}

void list_close(struct list *l)
{
	queue_free(l->q);
	rules_free(l->rules);
	forms_free(l->forms);
}

void list_follow(struct list *l)
{
	if (l->s->request == REQUEST_SWITCH) {
		l->s->request = REQUEST_NONE;
		l->s = queue_switch(l->q);
	}
}

void list_do(struct list *l, const char *line)
{
	struct err err = {0};

	cr_assert(command_run(l->s, str_of(line), &err), "%s: %s", line, err.text);
	list_follow(l);
}

void list_refuses(struct list *l, const char *line, const char *words)
{
	struct err err = {0};

	cr_assert_not(command_run(l->s, str_of(line), &err), "%s", line);
	cr_expect(strstr(err.text, words), "%s: %s", line, err.text);
}

void list_read_all(struct list *l)
{
	while (queue_step(l->q))
		;
}

/* The names shown, without their endings: "abcd". */
const char *list_shown(struct list *l, char out[16])
{
	queue_settle(l->q);
	for (size_t i = 0; i < l->q->n_shown; i++)
		out[i] = path_base(l->q->rows[l->q->shown[i]].path)[0];
	out[l->q->n_shown] = '\0';
	return out;
}

char list_here(struct list *l)
{
	return path_base(queue_current(l->q)->path)[0];
}

void list_await(struct list *l)
{
	struct pollfd fds[CREW_MOST];

	while (l->q->opening != QUEUE_NOWHERE && l->s->request != REQUEST_SWITCH) {
		poll(fds, queue_fds(l->q, fds), -1);
		queue_take(l->q);
	}
	list_follow(l);
}
