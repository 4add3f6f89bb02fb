/* Reports without a fault, of many agencies and both forms: nothing is found in them. GOUJI_CLEAN
 * says how many; GOUJI_CLEAN_DIR is a folder that those in which something is found are kept in. */
#include "unit/clean_kit.h"

#include "unit/samples.h"

#define MANY 60

static unsigned how_many(void)
{
	const char *many = getenv("GOUJI_CLEAN");

	return many ? (unsigned)atoi(many) : MANY;
}

static void keep(unsigned seed, struct str text)
{
	const char *dir = getenv("GOUJI_CLEAN_DIR");
	struct buf path = {0};
	struct err err;

	if (!dir)
		return;
	buf_addf(&path, "%s/%u.txt", dir, seed);
	cr_expect(file_write_atomic(path.p, text, &err));
	buf_free(&path);
}

/* What is looked at: a report and what the rules find in it. */
struct looked {
	struct report *report;
	struct check check;
};

static void look(
	struct looked *l, struct str text, const struct ruleset *rules, const struct forms *forms)
{
	struct buf copy = {0};
	struct values values;

	buf_add(&copy, text);
	l->report = sample_report("report", &copy, forms);
	values_init(&values, l->report);
	rules_check(rules, l->report, &values, &l->check);
	values_free(&values);
}

static void looked_free(struct looked *l)
{
	check_free(&l->check);
	report_free(l->report);
}

/* Some reports tell neither period nor contact, and that is noted. */
static bool is_no_matter(const struct finding *f)
{
	return !strcmp(f->rule->id, "report.particulars");
}

static size_t found_in(
	unsigned seed, struct buf *text, const struct ruleset *rules, const struct forms *forms)
{
	struct looked l;
	size_t n = 0;

	look(&l, buf_str(text), rules, forms);
	for (size_t i = 0; i < l.check.n_findings; i++) {
		const struct finding *f = &l.check.findings[i];

		n += !is_no_matter(f);
		cr_expect(is_no_matter(f), "%u: line %zu [%s] %s", seed, f->line, f->rule->id,
			f->message[LANG_ZH]);
	}
	cr_expect_eq(l.check.n_not_checked, 0, "%u: not checked: %s", seed,
		l.check.n_not_checked ? l.check.not_checked[0].why[LANG_ZH] : "");
	if (n)
		keep(seed, buf_str(text));
	looked_free(&l);
	return n;
}

TestSuite(clean, .timeout = 600);

Test(clean, nothing_is_found)
{
	struct forms *forms = sample_forms();
	struct ruleset *rules = sample_rules(forms);
	struct clean_grammar grammar;

	clean_load(&grammar);
	for (unsigned seed = 0; seed < how_many(); seed++) {
		struct buf text = {0};

		clean_make(&grammar, forms, seed, &text);
		found_in(seed, &text, rules, forms);
		buf_free(&text);
	}
	clean_free(&grammar);
	rules_free(rules);
	forms_free(forms);
}

/* --- with one fault planted --- */

/* One row of clean-faults.tsv. */
struct plant {
	struct str rule, agency, form, was, is;
};

static bool next_plant(struct str *rest, struct plant *plant)
{
	struct str line;

	while (next_line(rest, &line)) {
		if (line.n == 0 || line.p[0] == '#')
			continue;
		plant->rule = next_field(&line, "\t");
		plant->agency = next_field(&line, "\t");
		plant->form = next_field(&line, "\t");
		plant->was = next_field(&line, "\t");
		plant->is = line;
		return true;
	}
	return false;
}

/* {YEAR} and its kin, and "\n", put in. */
static void put_in(struct str s, const struct report *r, struct buf *out)
{
	const struct {
		const char *name;
		int year;
	} years[] = {{"{YEAR}", 0}, {"{NEXT}", 1}, {"{LAST}", -1}};

	for (size_t at = 0; at < s.n;) {
		struct str rest = str_slice(s, at, s.n);
		size_t taken = 1;

		if (str_starts(rest, "\\n")) {
			buf_adds(out, "\n");
			taken = 2;
		} else if (str_starts(rest, "{AGENCY}")) {
			buf_adds(out, r->agency_text);
			taken = strlen("{AGENCY}");
		} else {
			for (size_t i = 0; i < ROWS(years) && taken == 1; i++) {
				if (!str_starts(rest, years[i].name))
					continue;
				buf_addf(out, "%d", r->year + years[i].year);
				taken = strlen(years[i].name);
			}
			if (taken == 1)
				buf_add(out, str_slice(rest, 0, 1));
		}
		at += taken;
	}
}

/* The report with it planted; false where it has no such place. */
static bool plant_in(
	const struct plant *plant, const struct report *r, struct str clean, struct buf *out)
{
	struct buf was = {0}, is = {0};
	size_t at;

	if (!r->agency_text || (plant->form.n && !str_is(plant->form, r->form->id)) ||
		(plant->agency.n && !str_ends(str_of(r->agency_text), plant->agency.p)))
		return false;
	put_in(plant->was, r, &was);
	put_in(plant->is, r, &is);
	/* from the end: headings stand in tables of contents too */
	for (at = clean.n; at > 0 && !str_starts(str_slice(clean, at, clean.n), was.p);)
		at--;
	if (at > 0) {
		buf_add(out, str_slice(clean, 0, at));
		buf_add(out, buf_str(&is));
		buf_add(out, str_slice(clean, at + was.n, clean.n));
	}
	buf_free(&was);
	buf_free(&is);
	return at > 0;
}

static void expect_it_alone(
	const struct plant *plant, unsigned seed, const struct check *check, struct str text)
{
	size_t found = 0, other = 0;

	for (size_t i = 0; i < check->n_findings; i++) {
		const struct finding *f = &check->findings[i];
		bool meant = str_is(plant->rule, f->rule->id);

		found += meant;
		other += !meant && !is_no_matter(f);
		cr_expect(meant || is_no_matter(f), "%u: %.*s: line %zu [%s] %s", seed,
			STR_ARG(plant->rule), f->line, f->rule->id, f->message[LANG_ZH]);
	}
	cr_expect_eq(found, 1, "%u: %.*s found %zu times: %.*s", seed, STR_ARG(plant->rule), found,
		STR_ARG(plant->is));
	if (found != 1 || other)
		keep(seed, text);
}

/* Reports that faults are planted in. */
#define POOL 150
#define EACH 3

struct pool {
	struct buf text[POOL];
	struct looked clean[POOL];
};

static void pool_make(struct pool *pool, const struct ruleset *rules, const struct forms *forms)
{
	struct clean_grammar grammar;

	clean_load(&grammar);
	for (unsigned i = 0; i < POOL; i++) {
		pool->text[i] = (struct buf){0};
		clean_make(&grammar, forms, i, &pool->text[i]);
		look(&pool->clean[i], buf_str(&pool->text[i]), rules, forms);
	}
	clean_free(&grammar);
}

static void pool_free(struct pool *pool)
{
	for (unsigned i = 0; i < POOL; i++) {
		looked_free(&pool->clean[i]);
		buf_free(&pool->text[i]);
	}
}

static void plant_everywhere(const struct plant *plant, const struct pool *pool,
	const struct ruleset *rules, const struct forms *forms)
{
	unsigned planted = 0;

	for (unsigned i = 0; i < POOL && planted < EACH; i++) {
		struct buf text = {0};
		struct looked l;

		if (plant_in(plant, pool->clean[i].report, buf_str(&pool->text[i]), &text)) {
			look(&l, buf_str(&text), rules, forms);
			expect_it_alone(plant, i, &l.check, buf_str(&text));
			looked_free(&l);
			planted++;
		}
		buf_free(&text);
	}
	cr_expect(planted > 0, "%.*s: nowhere to plant %.*s", STR_ARG(plant->rule),
		STR_ARG(plant->is));
}

Test(clean, one_fault_is_found_alone)
{
	struct forms *forms = sample_forms();
	struct ruleset *rules = sample_rules(forms);
	struct pool *pool = mem_alloc(sizeof *pool);
	struct buf path = {0}, table = {0};
	struct plant plant;
	struct err err;
	struct str rest;

	pool_make(pool, rules, forms);
	buf_addf(&path, "%s/tests/unit/clean-faults.tsv", getenv("GOUJI_SRCDIR"));
	cr_assert(file_read(path.p, 1 << 20, &table, &err), "%s", err.text);
	rest = buf_str(&table);
	while (next_plant(&rest, &plant)) {
		struct buf ending = {0};

		buf_add(&ending, plant.agency); /* ended by a NUL */
		plant.agency = buf_str(&ending);
		plant_everywhere(&plant, pool, rules, forms);
		buf_free(&ending);
	}
	buf_free(&path);
	buf_free(&table);
	pool_free(pool);
	free(pool);
	rules_free(rules);
	forms_free(forms);
}
