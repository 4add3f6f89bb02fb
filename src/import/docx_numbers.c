/* Lists: definitions (abstractNum), lists made from them (num), and the counters of those. */
#include "import/docx_numbers.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/count.h"
#include "import/xml.h"

#define LEVELS 9
/* No style is based on one that is based on ... for longer. */
#define BASES_MAX 16

struct level {
	long start;
	char format[32], text[96];
};

struct definition {
	long id;
	struct level levels[LEVELS];
	long count[LEVELS]; /* -1: not begun */
};

struct list {
	long id, definition;
	long start[LEVELS]; /* of its own: -1: the definition's */
	bool begun;
};

struct style {
	char id[64], based[64];
	long list, level; /* -1: not said */
};

struct docx_numbers {
	VEC(struct definition) definitions;
	VEC(struct list) lists;
	VEC(struct style) styles;
	size_t level; /* that is being read, LEVELS: none */
};

static long number_of(const char *value)
{
	return value ? strtol(value, NULL, 10) : -1;
}

static void copy(char *to, size_t size, const char *from)
{
	size_t n = from ? strlen(from) : 0;

	if (n >= size)
		n = 0; /* what is as long is none of ours */
	memcpy(to, from ? from : "", n);
	to[n] = 0;
}

/* --- numbering.xml --- */

static void begin_definition(struct docx_numbers *n, const char *id)
{
	struct definition *d = vec_push(&n->definitions);

	d->id = number_of(id);
	for (size_t i = 0; i < LEVELS; i++) {
		d->levels[i].start = 1;
		d->count[i] = -1;
	}
}

static void begin_list(struct docx_numbers *n, const char *id)
{
	struct list *l = vec_push(&n->lists);

	l->id = number_of(id);
	l->definition = -1;
	for (size_t i = 0; i < LEVELS; i++)
		l->start[i] = -1;
}

static size_t level_of(const char *value)
{
	long level = number_of(value);

	return level >= 0 && level < LEVELS ? (size_t)level : LEVELS;
}

static void level_start(struct xml *x, struct docx_numbers *n, const char *name)
{
	if (n->definitions.n == 0 || n->level == LEVELS || n->lists.n)
		return;
	struct level *l = &n->definitions.v[n->definitions.n - 1].levels[n->level];
	const char *value = xml_attribute(x, "val");

	if (strcmp(name, "start") == 0 && value)
		l->start = number_of(value);
	else if (strcmp(name, "numFmt") == 0)
		copy(l->format, sizeof l->format, value);
	else if (strcmp(name, "lvlText") == 0)
		copy(l->text, sizeof l->text, value);
}

static void numbering_start(struct xml *x, const char *space, const char *name, void *data)
{
	struct docx_numbers *n = data;

	(void)space;
	if (strcmp(name, "abstractNum") == 0) {
		begin_definition(n, xml_attribute(x, "abstractNumId"));
	} else if (strcmp(name, "num") == 0) {
		begin_list(n, xml_attribute(x, "numId"));
	} else if (strcmp(name, "lvl") == 0 || strcmp(name, "lvlOverride") == 0) {
		n->level = level_of(xml_attribute(x, "ilvl"));
	} else if (strcmp(name, "abstractNumId") == 0 && n->lists.n) {
		n->lists.v[n->lists.n - 1].definition = number_of(xml_attribute(x, "val"));
	} else if (strcmp(name, "startOverride") == 0 && n->lists.n && n->level < LEVELS) {
		n->lists.v[n->lists.n - 1].start[n->level] = number_of(xml_attribute(x, "val"));
	} else {
		level_start(x, n, name);
	}
}

/* --- styles.xml --- */

static void styles_start(struct xml *x, const char *space, const char *name, void *data)
{
	struct docx_numbers *n = data;
	const char *value = xml_attribute(x, "val");

	(void)space;
	if (strcmp(name, "style") == 0) {
		struct style *s = vec_push(&n->styles);

		copy(s->id, sizeof s->id, xml_attribute(x, "styleId"));
		s->list = s->level = -1;
	} else if (n->styles.n) {
		struct style *s = &n->styles.v[n->styles.n - 1];

		if (strcmp(name, "basedOn") == 0)
			copy(s->based, sizeof s->based, value);
		else if (strcmp(name, "numId") == 0)
			s->list = number_of(value);
		else if (strcmp(name, "ilvl") == 0)
			s->level = number_of(value);
	}
}

static void ignore_end(struct xml *x, void *data)
{
	(void)x, (void)data;
}

static void ignore_text(struct str s, void *data)
{
	(void)s, (void)data;
}

struct docx_numbers *docx_numbers_new(struct str numbering, struct str styles, struct err *err)
{
	static const struct xml_reader of_numbering = {
		numbering_start, ignore_end, ignore_text, false};
	static const struct xml_reader of_styles = {styles_start, ignore_end, ignore_text, false};
	struct docx_numbers *n = mem_alloc(sizeof *n);

	n->level = LEVELS;
	if ((numbering.n == 0 || xml_read(numbering, &of_numbering, n, err)) &&
		(styles.n == 0 || xml_read(styles, &of_styles, n, err)))
		return n;
	docx_numbers_free(n);
	return NULL;
}

void docx_numbers_free(struct docx_numbers *n)
{
	if (!n)
		return;
	vec_free(&n->definitions);
	vec_free(&n->lists);
	vec_free(&n->styles);
	free(n);
}

/* --- counting --- */

static const struct style *style_find(const struct docx_numbers *n, const char *id)
{
	for (size_t i = 0; i < n->styles.n && id[0]; i++)
		if (strcmp(n->styles.v[i].id, id) == 0)
			return &n->styles.v[i];
	return NULL;
}

/* What the paragraph does not say its style does, or the one that is based on. */
static struct docx_list resolve(const struct docx_numbers *n, const struct docx_list *of)
{
	struct docx_list l = *of;
	const struct style *s = style_find(n, of->style);

	for (int i = 0; s && i < BASES_MAX && (l.list < 0 || l.level < 0); i++) {
		if (l.list < 0)
			l.list = s->list;
		if (l.level < 0)
			l.level = s->level;
		s = style_find(n, s->based);
	}
	if (l.level < 0)
		l.level = 0;
	return l;
}

static struct list *list_find(struct docx_numbers *n, long id)
{
	for (size_t i = 0; i < n->lists.n; i++)
		if (n->lists.v[i].id == id)
			return &n->lists.v[i];
	return NULL;
}

static struct definition *definition_find(struct docx_numbers *n, long id)
{
	for (size_t i = 0; i < n->definitions.n; i++)
		if (n->definitions.v[i].id == id)
			return &n->definitions.v[i];
	return NULL;
}

static void count(struct list *l, struct definition *d, size_t level)
{
	for (size_t i = 0; i < LEVELS && !l->begun; i++)
		if (l->start[i] >= 0)
			d->count[i] = -1;
	for (size_t i = 0; i <= level; i++) {
		long start = !l->begun && l->start[i] >= 0 ? l->start[i] : d->levels[i].start;

		if (d->count[i] < 0)
			d->count[i] = i < level ? start : start - 1;
	}
	l->begun = true;
	d->count[level]++;
	for (size_t i = level + 1; i < LEVELS; i++)
		d->count[i] = -1;
}

/* "第%1章": the counters where it names their levels, from 1. */
static void render(const struct definition *d, size_t level, struct buf *out)
{
	const char *t = d->levels[level].text;

	if (strcmp(d->levels[level].format, "bullet") == 0 ||
		strcmp(d->levels[level].format, "none") == 0)
		return;
	for (; *t; t++) {
		size_t named =
			t[0] == '%' && t[1] >= '1' && t[1] <= '9' ? (size_t)(t[1] - '1') : LEVELS;

		if (named > level) {
			buf_addc(out, *t);
			continue;
		}
		count_put(d->levels[named].format, d->count[named] < 0 ? 0 : d->count[named], out);
		t++;
	}
}

void docx_numbers_next(struct docx_numbers *n, const struct docx_list *of, struct buf *out)
{
	struct docx_list l = resolve(n, of);
	struct list *list = l.list > 0 && l.level < LEVELS ? list_find(n, l.list) : NULL;
	struct definition *d = list ? definition_find(n, list->definition) : NULL;

	if (!d)
		return;
	count(list, d, (size_t)l.level);
	render(d, (size_t)l.level, out);
}
