/* The tables of the five samples, as they are written out, against the truth about each cell. */
#include "unit/samples.h"

#include "export/tables.h"
#include "export/words.h"

struct truth {
	struct str cell, state, value;
};

static bool next_truth(struct str *rest, struct truth *t)
{
	struct str line;

	while (next_line(rest, &line)) {
		if (line.n == 0 || line.p[0] == '#')
			continue;
		t->cell = next_field(&line, "\t");
		t->state = next_field(&line, "\t");
		t->value = line;
		return true;
	}
	return false;
}

static bool is_state(struct str wanted, struct str got)
{
	struct str rest = wanted;

	while (rest.n)
		if (str_eq(next_field(&rest, "|"), got))
			return true;
	return false;
}

static bool is_same_number(struct str a, struct str b)
{
	struct dec x, y;

	if (a.n == 0 || b.n == 0)
		return a.n == b.n;
	return dec_parse(a, &x) && dec_parse(b, &y) && dec_cmp(x, y) == 0;
}

/* Reads `gouji tables --format=csv` beside the truth; how many cells agree. */
static size_t count_agreeing(const char *name, struct str csv, struct str truth)
{
	struct str record;
	struct truth t;
	size_t good = 0;

	cr_assert(next_line(&csv, &record));
	expect_str(record, STR("cell,state,text,value,line"));
	while (next_truth(&truth, &t)) {
		struct str cell, state, value;

		cr_assert(next_line(&csv, &record), "%s: the CSV ends before %.*s", name,
			STR_ARG(t.cell));
		cell = next_field(&record, ",");
		state = next_field(&record, ",");
		next_field(&record, ",");
		value = next_field(&record, ",");
		bool same = str_eq(cell, t.cell) && is_state(t.state, state) &&
			    is_same_number(value, t.value);

		cr_expect(same, "%s: %.*s is %.*s %.*s, wanted %.*s %.*s %.*s", name, STR_ARG(cell),
			STR_ARG(state), STR_ARG(value), STR_ARG(t.cell), STR_ARG(t.state),
			STR_ARG(t.value));
		good += same;
	}
	cr_expect(csv.n == 0, "%s: more cells than are known", name);
	return good;
}

static struct tables_input input_of(const struct report *report)
{
	return (struct tables_input){"sample.txt", report, NULL, LANG_EN, false};
}

Test(export_tables, all_cells_agree)
{
	struct forms *forms = sample_forms();
	size_t good = 0;

	for (size_t i = 0; i < ROWS(sample_names); i++) {
		struct buf truth = {0};

		sample_bytes(sample_names[i], ".cells.tsv", &truth);
		for (int as = 0; as < DISGUISES; as++) {
			struct report *report = sample_disguised(sample_names[i], as, forms);
			struct tables_input in = input_of(report);
			struct buf csv = {0};

			tables_write_csv(&in, &csv);
			good += count_agreeing(sample_names[i], buf_str(&csv), buf_str(&truth));
			buf_free(&csv);
			report_free(report);
		}
		buf_free(&truth);
	}
	cr_expect_eq(good, ROWS(sample_names) * SAMPLE_CELLS * DISGUISES);
	forms_free(forms);
}

/* The sample in one line, a blank where white space was. */
static struct report *sample_in_one_line(const char *name, const struct forms *forms)
{
	struct buf bytes = {0}, line = {0};
	bool blank = false;

	sample_bytes(name, ".txt", &bytes);
	for (size_t i = 0; i < bytes.n; i++) {
		bool space = strchr(" \t\r\n", bytes.p[i]);
		if (!space || !blank)
			buf_add(&line, space ? STR(" ") : str_slice(buf_str(&bytes), i, i + 1));
		blank = space;
	}
	buf_free(&bytes);
	return sample_report(name, &line, forms);
}

/* Those of which nothing but the line ends told what stands where are in doubt then, and not here.
 */
Test(export_tables, cells_agree_without_line_ends)
{
	static const char *const names[] = {"houjia-2020", "shanghewan-2020"};
	struct forms *forms = sample_forms();

	for (size_t i = 0; i < ROWS(names); i++) {
		struct report *report = sample_in_one_line(names[i], forms);
		struct tables_input in = input_of(report);
		struct buf truth = {0}, csv = {0};

		sample_bytes(names[i], ".cells.tsv", &truth);
		tables_write_csv(&in, &csv);
		cr_expect_eq(
			count_agreeing(names[i], buf_str(&csv), buf_str(&truth)), SAMPLE_CELLS);
		cr_expect_eq(report->n_sections, 6);
		buf_free(&csv);
		buf_free(&truth);
		report_free(report);
	}
	forms_free(forms);
}

/* "key": "value" of a line of JSON; false where it has no such key. Texts without escapes only. */
static bool json_text(struct str line, const char *key, struct str *value)
{
	struct buf pattern = {0};
	size_t at, end;

	buf_addf(&pattern, "\"%s\": \"", key);
	at = str_find(line, buf_str(&pattern), 0);
	buf_free(&pattern);
	if (at == STR_NONE)
		return false;
	at += strlen(key) + strlen("\"\": \"");
	end = str_find(line, STR("\""), at);
	cr_assert(end != STR_NONE);
	*value = str_slice(line, at, end);
	cr_assert_eq(str_find(*value, STR("\\"), 0), STR_NONE);
	return true;
}

static bool json_span(struct str line, struct disk_span *span)
{
	size_t at = str_find(line, STR("\"span\": ["), 0);

	return at != STR_NONE &&
	       sscanf(line.p + at, "\"span\": [%zu, %zu]", &span->from, &span->to) == 2;
}

/* The bytes at the span are the text: of one line of JSON. */
static bool expect_shown(const struct doc *doc, struct str line)
{
	struct str text;
	struct disk_span span;
	struct buf bytes = {0};

	if (!json_text(line, "text", &text))
		return false;
	cr_assert(json_span(line, &span), "no span: %.*s", STR_ARG(line));
	if (strcmp(doc_encoding(doc), "GB18030") == 0)
		sample_convert(
			str_slice(doc_source(doc), span.from, span.to), "UTF-8", "GB18030", &bytes);
	else
		buf_add(&bytes, str_slice(doc_source(doc), span.from, span.to));
	expect_str(buf_str(&bytes), text);
	buf_free(&bytes);
	return true;
}

static size_t count_printed(const struct report *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n_cells; i++)
		n += r->cells[i].state != CELL_MISSING && !text_span_empty(r->cells[i].span);
	return n;
}

Test(export_tables, bytes_of_spans_are_the_text)
{
	struct forms *forms = sample_forms();

	for (size_t i = 0; i < ROWS(sample_names); i++) {
		for (int as = 0; as < DISGUISES; as++) {
			struct report *report = sample_disguised(sample_names[i], as, forms);
			struct tables_input in = input_of(report);
			struct buf json = {0};
			struct str rest, line;
			size_t shown = 0;

			tables_write_json(&in, &json);
			rest = buf_str(&json);
			while (next_line(&rest, &line))
				shown += expect_shown(report->doc, line);
			cr_expect_eq(shown, count_printed(report));
			cr_expect(shown > 0);
			buf_free(&json);
			report_free(report);
		}
	}
	forms_free(forms);
}

/* A number never stands where the source has none. */
Test(export_tables, nothing_is_made_up)
{
	struct forms *forms = sample_forms();

	for (size_t i = 0; i < ROWS(sample_names); i++) {
		struct report *r = sample_disguised(sample_names[i], AS_IS, forms);

		for (size_t c = 0; c < r->n_cells; c++) {
			const struct cell *cell = &r->cells[c];

			if (cell->state == CELL_GIVEN)
				cr_expect(!text_span_empty(cell->span), "%s", cell->def->name);
			if (cell->state == CELL_MISSING)
				cr_expect(text_span_empty(cell->span), "%s", cell->def->name);
		}
		report_free(r);
	}
	forms_free(forms);
}

Test(export_tables, correction_is_an_overlay)
{
	struct forms *forms = sample_forms();
	struct report *report = sample_disguised("xidian-2020", AS_IS, forms);
	struct review *review = review_new();
	char by[] = "R", at[] = "2021-02-01T00:00:00Z", from[] = "39", to[] = "40";
	struct record correction = {
		.kind = RECORD_CORRECTION, .by = by, .at = at, .from = from, .to = to};
	struct tables_input in = input_of(report);
	struct buf json = {0}, csv = {0}, plain = {0};

	tables_write_csv(&in, &plain);
	cr_assert(review_apply(review, RECORD_CORRECTION, "requests/new/person", &correction));
	in.review = review;
	tables_write_json(&in, &json);
	cr_expect(str_find(buf_str(&json), STR("\"text\": \"39\", \"value\": 39, \"span\""), 0) !=
		  STR_NONE);
	cr_expect(str_find(buf_str(&json),
			  STR("\"corrected\": {\"value\": 40, \"by\": \"R\", "
			      "\"at\": \"2021-02-01T00:00:00Z\"}"),
			  0) != STR_NONE);
	tables_write_csv(&in, &csv);
	expect_str(buf_str(&csv), buf_str(&plain));
	buf_free(&json);
	buf_free(&csv);
	buf_free(&plain);
	review_free(review);
	report_free(report);
	forms_free(forms);
}

Test(export_tables, words)
{
	static const struct {
		const char *text, *shown, *csv;
	} rows[] = {
		{"", "", ""},
		{"0", "0", "0"},
		{"a\tb\n  c ", "a b c ", "\"a\tb\n  c \""},
		{"\033[2J", "<U+001B>[2J", "\033[2J"},
		{"1,2", "1,2", "\"1,2\""},
		{"x|\"y\"", "x|\"y\"", "\"x|\"\"y\"\"\""},
		{"甲\u202e乙", "甲<U+202E>乙", "甲\u202e乙"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf b = {0};

		words_show(&b, str_of(rows[i].text));
		expect_str(buf_str(&b), str_of(rows[i].shown));
		buf_clear(&b);
		words_csv(&b, str_of(rows[i].text));
		expect_str(buf_str(&b), str_of(rows[i].csv));
		buf_free(&b);
	}
}

Test(export_tables, names_of_files)
{
	static const struct {
		const char *name, *clean, *shown;
	} rows[] = {
		{"", "", ""},
		{"报告.txt", "报告.txt", "报告.txt"},
		{"\xff", "\xef\xbf\xbd", "\xef\xbf\xbd"},
		{"\xe6\x8a"
		 "a",
			"\xef\xbf\xbd\xef\xbf\xbd"
			"a",
			"\xef\xbf\xbd\xef\xbf\xbd"
			"a"},
		{"a\nb\033", "a\nb\033", "a b<U+001B>"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf b = {0};

		words_clean_name(&b, rows[i].name);
		expect_str(buf_str(&b), str_of(rows[i].clean));
		buf_clear(&b);
		words_show_name(&b, rows[i].name);
		expect_str(buf_str(&b), str_of(rows[i].shown));
		buf_free(&b);
	}
}
