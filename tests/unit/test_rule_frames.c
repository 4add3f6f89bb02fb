/* Frames and words (frames.tsv): no sentence of theirs that agrees with the tables is found wrong,
 * and each is found once its number is changed. */
#include "unit/report_fixture.h"
#include "unit/samples.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"

enum {
	CHANGE = 389, /* no other number of the tables is so far from one, nor is a sum of them */
	CHANGE_OF_SHARE = 770,
	TOLD_MOST = 25,
	FIELDS_MOST = 64,
};

struct fact {
	struct str name;
	long value;
	bool share; /* in hundredths of a per cent, told as per cents */
};

struct words {
	struct fact fact;
	VEC(struct str) v;
};

typedef VEC(struct str) texts;

/* The file, and the group that is being read. */
struct frames {
	struct buf text;
	const char *form;
	struct str group;
	VEC(struct example_cell) cells;
	VEC(struct fact) facts;
	texts headings, contexts, frames, nouns;
	VEC(struct words) words;
	VEC(char *) owned;
	size_t tried, told;
};

static char *own(struct frames *f, struct str s)
{
	return *vec_push(&f->owned) = mem_strndup(s.p, s.n);
}

static long cell_value(const struct frames *f, struct str name)
{
	for (size_t i = 0; i < f->cells.n; i++)
		if (str_is(name, f->cells.v[i].name))
			return strtol(f->cells.v[i].text, NULL, 10);
	return 0;
}

static struct fact fact_named(const struct frames *f, struct str name)
{
	for (size_t i = 0; i < f->facts.n; i++)
		if (str_eq(f->facts.v[i].name, name))
			return f->facts.v[i];
	cr_assert(false, "no fact %.*s", STR_ARG(name));
	return (struct fact){0};
}

static struct fact changed(struct fact fact)
{
	fact.value += fact.share ? CHANGE_OF_SHARE : CHANGE;
	return fact;
}

static void put_fact(struct fact fact, struct buf *out)
{
	if (fact.share)
		buf_addf(out, "%ld.%02ld", fact.value / 100, fact.value % 100);
	else
		buf_addf(out, "%ld", fact.value);
}

/* "{n}" is `number`, "{X}" and "{W}" are `inner`, all else is a fact. */
static void fill(const struct frames *f, struct str text, struct str inner,
	const struct fact *number, struct buf *out)
{
	for (size_t at = 0; at < text.n; at++) {
		size_t end = text.p[at] == '{' ? str_find(text, STR("}"), at) : STR_NONE;
		struct str name = end != STR_NONE ? str_slice(text, at + 1, end) : STR("");

		if (end == STR_NONE)
			buf_addc(out, text.p[at]);
		else if (str_is(name, "W") || str_is(name, "X"))
			buf_add(out, inner);
		else
			put_fact(str_is(name, "n") ? *number : fact_named(f, name), out);
		at = end != STR_NONE ? end : at;
	}
}

/* Does anything but a note speak of the prose? */
static const struct finding *found_in(const struct fixture *x)
{
	for (size_t i = 0; i < x->check.n_findings; i++) {
		const struct finding *found = &x->check.findings[i];

		if (found->severity > SEVERITY_NOTE && str_starts(str_of(found->rule->id), "text."))
			return found;
	}
	return NULL;
}

/* Is the sentence found where it is wrong, and nothing of it where it is not? Two by two they stand
 * below the headings, or behind them, in turn. */
static void judge(struct frames *f, struct fixture *x, struct str sentence, bool wrong)
{
	struct buf prose = {0};

	struct str heading = f->headings.v[f->tried / 2 % f->headings.n];
	bool within = str_ends(heading, "。") || str_ends(heading, "：");

	buf_addf(&prose, "一、总体情况\n%.*s%s%.*s", STR_ARG(heading), within ? "" : "\n",
		STR_ARG(sentence));
	check_free(&x->check);
	values_free(&x->values);
	example_free(x->report);
	x->report = example_report(x->forms, &(struct example_text){.form = f->form,
						     .agency = "临江市教育局",
						     .year = 2023,
						     .prose = prose.p,
						     .cells = f->cells.v,
						     .n_cells = f->cells.n});
	values_init(&x->values, x->report);
	x->check = (struct check){0};
	fixture_check(x);
	const struct finding *found = found_in(x);

	f->tried++;
	if (!found == wrong && f->told++ < TOLD_MOST)
		cr_expect(false, "%.*s: %s: %.*s%s%s", STR_ARG(f->group),
			wrong ? "not found" : "blamed", STR_ARG(sentence), found ? ": " : "",
			found ? found->rule->id : "");
	buf_free(&prose);
}

/* The frame with the word, as it stands or changed. */
static void try(struct frames *f, struct fixture *x, struct str context, struct str frame,
	struct str word, struct fact number, bool wrong)
{
	struct buf inner = {0}, sentence = {0};

	number = wrong ? changed(number) : number;
	fill(f, frame, word, &number, &inner);
	fill(f, context, buf_str(&inner), &number, &sentence);
	judge(f, x, buf_str(&sentence), wrong);
	buf_free(&inner);
	buf_free(&sentence);
}

/* A sentence of other matters; "{W}" is each of the nouns. */
static void try_quiet(struct frames *f, struct fixture *x, struct str sentence)
{
	bool named = str_find(sentence, STR("{W}"), 0) != STR_NONE;
	struct buf text = {0};

	for (size_t i = 0; named && i < f->nouns.n; i++) {
		buf_clear(&text);
		fill(f, sentence, f->nouns.v[i], NULL, &text);
		judge(f, x, buf_str(&text), false);
	}
	if (!named)
		judge(f, x, sentence, false);
	buf_free(&text);
}

static void try_group(struct frames *f, struct fixture *x)
{
	for (size_t i = 0; i < f->words.n; i++) {
		const struct words *w = &f->words.v[i];

		for (size_t k = 0; k < w->v.n; k++)
			for (size_t a = 0; a < f->frames.n; a++)
				for (size_t c = 0; c < f->contexts.n * 2; c++)
					try(f, x, f->contexts.v[c / 2], f->frames.v[a], w->v.v[k],
						w->fact, c % 2);
	}
}

static void end_group(struct frames *f, struct fixture *x)
{
	try_group(f, x);
	for (size_t i = 0; i < f->words.n; i++)
		vec_free(&f->words.v[i].v);
	vec_free(&f->words);
	f->contexts.n = f->frames.n = 0;
}

static void read_line(struct frames *f, struct fixture *x, const struct str *field, size_t n)
{
	struct str what = field[0];

	if (str_is(what, "form")) {
		f->form = own(f, field[1]);
	} else if (str_is(what, "cell")) {
		*vec_push(&f->cells) = (struct example_cell){own(f, field[1]), own(f, field[2])};
	} else if (str_is(what, "fact")) {
		struct fact fact = {.name = field[1]};

		for (size_t i = 2; i < n; i++)
			fact.value += cell_value(f, field[i]);
		*vec_push(&f->facts) = fact;
	} else if (str_is(what, "value")) {
		*vec_push(&f->facts) =
			(struct fact){field[1], strtol(own(f, field[2]), NULL, 10), false};
	} else if (str_is(what, "more")) {
		*vec_push(&f->facts) = (struct fact){field[1],
			fact_named(f, field[2]).value - fact_named(f, field[3]).value, false};
	} else if (str_is(what, "share")) {
		long part = fact_named(f, field[2]).value, whole = fact_named(f, field[3]).value;

		*vec_push(&f->facts) =
			(struct fact){field[1], (part * 20000 + whole) / (whole * 2), true};
	} else if (str_is(what, "group")) {
		end_group(f, x);
		f->group = field[1];
	} else if (str_is(what, "heading")) {
		f->headings.n = 0;
		for (size_t i = 1; i < n; i++)
			*vec_push(&f->headings) = field[i];
	} else if (str_is(what, "nouns")) {
		f->nouns.n = 0;
		for (size_t i = 1; i < n; i++)
			*vec_push(&f->nouns) = field[i];
	} else if (str_is(what, "quiet")) {
		for (size_t i = 1; i < n; i++)
			try_quiet(f, x, field[i]);
	} else if (str_is(what, "context") || str_is(what, "frame")) {
		for (size_t i = 1; i < n; i++)
			*(str_is(what, "frame") ? vec_push(&f->frames) : vec_push(&f->contexts)) =
				field[i];
	} else {
		cr_assert(str_is(what, "words"), "%.*s", STR_ARG(what));
		struct words *w = vec_push(&f->words);

		w->fact = fact_named(f, field[1]);
		for (size_t i = 2; i < n; i++)
			*vec_push(&w->v) = field[i];
	}
}

static size_t split(struct str line, struct str *field)
{
	size_t n = 0;

	for (size_t at = 0; at <= line.n && n < FIELDS_MOST;) {
		size_t tab = str_find(line, STR("\t"), at);
		size_t end = tab == STR_NONE ? line.n : tab;

		field[n++] = str_slice(line, at, end);
		at = end + 1;
	}
	return n;
}

static void frames_free(struct frames *f)
{
	for (size_t i = 0; i < f->owned.n; i++)
		free(f->owned.v[i]);
	vec_free(&f->owned);
	vec_free(&f->cells);
	vec_free(&f->facts);
	vec_free(&f->headings);
	vec_free(&f->nouns);
	vec_free(&f->contexts);
	vec_free(&f->frames);
	vec_free(&f->words);
	buf_free(&f->text);
}

Test(rule_frames, as_they_stand_and_changed, .timeout = 300)
{
	struct frames f = {0};
	struct fixture x;
	struct buf path = {0};
	struct err err = {0};
	struct str rest, line, field[FIELDS_MOST];

	fixture_open(&x, "", NULL, 0);
	buf_addf(&path, "%s/tests/unit/frames.tsv", getenv("GOUJI_SRCDIR"));
	cr_assert(file_read(path.p, 1 << 20, &f.text, &err), "%s", err.text);
	rest = buf_str(&f.text);
	while (next_line(&rest, &line))
		if (line.n > 0 && line.p[0] != '#')
			read_line(&f, &x, field, split(line, field));
	end_group(&f, &x);
	cr_expect_eq(f.told, 0, "%zu of %zu", f.told, f.tried);
	cr_expect_gt(f.tried, (size_t)10000);
	fixture_close(&x);
	frames_free(&f);
	buf_free(&path);
}
