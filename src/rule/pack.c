/* Packing forms and rules, and unpacking them: what a process needs of its own, as its vectors, its
 * room for matching and the paths of the files, is made for it; all else is used as it lies. */
#include "rule/pack.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/image.h"
#include "rule/kind.h"
#include "table/book.h"

#define FILES_MAX 256
#define TEXT_MAX ((size_t)32 << 20)

static const char *const folders[] = {"forms", "rules"};

enum { FOLDERS = sizeof folders / sizeof *folders };

/* A file that the image was made from. */
struct packed_file {
	const char *path; /* as things read from it name it: the very pointer */
	const char *name; /* within its folder */
	struct str text;
};

struct packed_files {
	struct packed_file *v;
	size_t n;
};

/* What the image has. */
struct packed {
	struct packed_files files[FOLDERS];
	struct forms *forms;
	struct ruleset *rules;
	struct str codes; /* of the rules' patterns, and their sources: few are wanted in a run */
};

struct pack {
	struct image *image;
	struct forms *forms;
	struct ruleset *rules;
};

/* --- packing --- */

static bool pack_files(struct packed_files *files, struct arena *a, struct ydoc *const *docs,
	size_t n, struct err *err)
{
	files->v = arena_alloc_array(a, n, sizeof *files->v);
	for (files->n = 0; files->n < n; files->n++) {
		struct packed_file *file = &files->v[files->n];
		struct buf text;

		file->path = yaml_name(docs[files->n]);
		file->name = path_base(file->path);
		if (!file_read(file->path, TEXT_MAX, &text, err))
			return false;
		file->text = arena_str(a, buf_str(&text));
		buf_free(&text);
	}
	return true;
}

/* What all codes have alike is kept once. */
static bool pack_code(const char *source, struct arena *a, struct once *once, struct re_code *out,
	struct err *err)
{
	struct re *re = re_new(str_of(source), err);
	struct buf shared = {0}, own = {0};

	if (re) {
		re_save(re, &shared, &own);
		out->shared = once_keep(once, buf_str(&shared));
		out->own = arena_str(a, buf_str(&own));
	}
	buf_free(&shared);
	buf_free(&own);
	re_free(re);
	return re != NULL;
}

static bool pack_form_patterns(
	struct form_patterns *patterns, struct arena *a, struct once *once, struct err *err)
{
	for (size_t i = 0; i < patterns->n; i++) {
		struct form_pattern *pattern = &patterns->v[i];

		if (!pack_code(pattern->source, a, once, &pattern->code, err))
			return false;
	}
	return true;
}

static bool pack_patterns(struct packed *p, struct arena *a, struct once *once, struct err *err)
{
	struct form_common *common = &p->forms->common;

	if (!pack_form_patterns(&common->agency_contexts, a, once, err) ||
		!pack_form_patterns(&common->year_patterns, a, once, err))
		return false;
	const char *from = arena_end(a);

	for (size_t i = 0; i < p->rules->patterns.n; i++) {
		struct pattern *pattern = p->rules->patterns.v[i];

		if (!pack_code(pattern->source, a, once, &pattern->code, err))
			return err_at(err, pattern->file, pattern->line, err->column);
		pattern->source = arena_cstr(a, str_of(pattern->source));
	}
	p->codes = (struct str){from, (size_t)(arena_end(a) - from)};
	return true;
}

static void *moved(struct arena *a, const void *v, size_t n, size_t size)
{
	void *to = arena_alloc_array(a, n, size);

	if (n)
		memcpy(to, v, n * size);
	return to;
}

/* The ruleset in the arena, without what each process has for itself. */
static struct ruleset *pack_ruleset(const struct ruleset *rs, struct arena *a)
{
	struct ruleset *to = arena_alloc(a, sizeof *to);

	*to = *rs;
	to->room = NULL;
	to->trees = NULL;
	to->once = NULL;
	to->rules.v = moved(a, rs->rules.v, rs->rules.n, sizeof *rs->rules.v);
	to->patterns.v = moved(a, rs->patterns.v, rs->patterns.n, sizeof *rs->patterns.v);
	to->docs.v = NULL;
	to->docs.n = to->docs.cap = 0;
	for (size_t i = 0; i < rs->rules.n; i++)
		rs->rules.v[i]->kind = NULL; /* a table of the program */
	vec_free(&rs->runs->v);
	rs->runs->room = NULL;
	return to;
}

static bool pack_data(const char *data_dir, struct packed *p, struct arena *a, struct err *err)
{
	char *dirs[FOLDERS];
	struct ruleset *rs = NULL;

	for (size_t i = 0; i < FOLDERS; i++)
		dirs[i] = path_join(data_dir, folders[i]);
	p->forms = forms_load_in(a, dirs[0], err);
	bool ok = p->forms != NULL;

	if (ok) {
		p->rules = rs = rules_new(p->forms, a);
		rs->no_examples = true;
		ok = rules_add_dir(rs, dirs[1], err) && pack_patterns(p, a, rs->once, err) &&
		     pack_files(&p->files[0], a, p->forms->docs, p->forms->n_docs, err) &&
		     pack_files(&p->files[1], a, rs->docs.v, rs->docs.n, err);
	}
	if (ok) {
		p->forms->book = label_book_in(a, p->forms);
		forms_leave_files(p->forms);
		p->rules = pack_ruleset(rs, a);
	}
	rules_free(rs);
	for (size_t i = 0; i < FOLDERS; i++)
		free(dirs[i]);
	return ok;
}

bool pack_write(const char *data_dir, const char *path, const char *make_id, struct err *err)
{
	struct image *im = image_new(make_id, err);
	bool ok = false;

	if (im) {
		struct arena *a = image_arena(im);
		struct packed *p = arena_alloc(a, sizeof *p);

		ok = pack_data(data_dir, p, a, err) && image_save(im, p, path, err);
	}
	image_free(im);
	return ok;
}

/* --- unpacking --- */

/* Has the open file this text, and no other? It is read in parts: so few pages are touched. */
static bool has_text(int fd, struct str text)
{
	char part[8192];
	size_t at = 0;
	ssize_t got = 1;

	while (at < text.n && got > 0) {
		got = read(fd, part, sizeof part);
		if (got > 0 &&
			((size_t)got > text.n - at || memcmp(part, text.p + at, (size_t)got)))
			return false;
		at += got > 0 ? (size_t)got : 0;
	}
	return at == text.n;
}

static bool file_is(const char *path, struct str text)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	struct stat st;
	bool same = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
		    st.st_size == (off_t)text.n && has_text(fd, text);

	if (fd >= 0)
		close(fd);
	return same;
}

/* Does the folder have these files, in this order, and no others? Their paths go into `paths`. */
static bool folder_is(
	const char *dir, const struct packed_files *files, struct arena *a, const char **paths)
{
	char **found;
	size_t n, at = 0;
	bool same = true;

	if (!file_list(dir, &found, &n, NULL))
		return false;
	for (size_t i = 0; same && i < n; i++) {
		if (!str_ends(str_of(found[i]), ".yaml"))
			continue;
		same = at < files->n && strcmp(path_base(found[i]), files->v[at].name) == 0 &&
		       file_is(found[i], files->v[at].text);
		if (same)
			paths[at++] = arena_cstr(a, str_of(found[i]));
	}
	file_list_free(found, n);
	return same && at == files->n;
}

/* Where the file lies now that the image knows by the path it had. */
static const char *path_now(
	const struct packed_files *files, const char *const *paths, const char *then)
{
	for (size_t i = 0; i < files->n; i++) {
		if (files->v[i].path == then)
			return paths[i];
	}
	return then;
}

static struct forms *unpack_forms(const struct packed *p, const char *const *paths, struct arena *a)
{
	struct forms *f = arena_alloc(a, sizeof *f);

	*f = *p->forms;
	f->arena = a;
	for (size_t i = 0; i < f->n; i++)
		f->forms[i].file = path_now(&p->files[0], paths, f->forms[i].file);
	return f;
}

static struct ruleset *unpack_rules(const struct packed *p, const char *const *paths,
	const struct forms *forms, struct arena *a)
{
	struct ruleset *rs = rules_new(forms, a);
	const struct ruleset *from = p->rules;

	memcpy(rs->words, from->words, sizeof rs->words);
	rs->prose = from->prose;
	for (size_t i = 0; i < from->rules.n; i++) {
		struct rule_entry *entry = *vec_push(&rs->rules) = from->rules.v[i];

		entry->kind = kind_find(str_of(entry->rule.kind));
		entry->rule.file = path_now(&p->files[1], paths, entry->rule.file);
	}
	rs->runs = from->runs;
	rs->runs->room = rs->room;
	rs->runs->v.v = mem_alloc_array(from->patterns.n, sizeof *rs->runs->v.v);
	rs->runs->v.n = rs->runs->v.cap = from->patterns.n;
	for (size_t i = 0; i < from->patterns.n; i++)
		*vec_push(&rs->patterns) = from->patterns.v[i];
	return rs;
}

/* The texts of a folder's files are compared once, and lie side by side: left one by one they would
 * cost more than comparing them does. */
static void leave_texts(const struct image *im, const struct packed_files *files)
{
	if (files->n) {
		struct str first = files->v[0].text, last = files->v[files->n - 1].text;

		image_leave(im, (struct str){first.p, (size_t)(last.p + last.n - first.p)});
	}
}

/* The data of the folder, where it is what the image was made from. */
static bool unpack(struct pack *pack, const char *data_dir)
{
	const struct packed *p = image_root(pack->image);
	struct arena *arenas[FOLDERS] = {arena_new(), arena_new()};
	const char **paths[FOLDERS];
	bool same = true;

	/* some systems bring in as much at once as lies together in their cache */
	image_leave(pack->image, p->codes);
	for (size_t i = 0; i < FOLDERS; i++) {
		char *dir = path_join(data_dir, folders[i]);

		paths[i] = arena_alloc_array(arenas[i], p->files[i].n, sizeof *paths[i]);
		same = same && folder_is(dir, &p->files[i], arenas[i], paths[i]);
		leave_texts(pack->image, &p->files[i]);
		free(dir);
	}
	if (same) {
		pack->forms = unpack_forms(p, paths[0], arenas[0]);
		pack->rules = unpack_rules(p, paths[1], pack->forms, arenas[1]);
		pack->rules->runs->image = pack->image;
	}
	for (size_t i = 0; !same && i < FOLDERS; i++)
		arena_free(arenas[i]);
	return same;
}

struct pack *pack_open(const char *data_dir, const char *path, const char *make_id)
{
	struct image *image = image_open(path, make_id);
	struct pack *pack;

	if (!image)
		return NULL;
	pack = mem_alloc(sizeof *pack);
	pack->image = image;
	if (unpack(pack, data_dir))
		return pack;
	pack_free(pack);
	return NULL;
}

struct forms *pack_forms(struct pack *p)
{
	return p->forms;
}

struct ruleset *pack_rules(struct pack *p)
{
	return p->rules;
}

void pack_free(struct pack *p)
{
	if (!p)
		return;
	rules_free(p->rules);
	forms_free(p->forms);
	image_free(p->image);
	free(p);
}
