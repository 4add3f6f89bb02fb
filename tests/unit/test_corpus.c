/* Made reports in every layout, with every noise, read back. Nothing may be silently wrong: a cell
 * that the text still holds is right, or missing, or in doubt; where the layout keeps the table's
 * rows it is right. */
#include "unit/table_kit.h"

#include "import/import.h"
#include "table/report.h"
#include "unit/corpus.h"

#define SEEDS 3

struct tally {
	size_t cells, right, missing, doubtful, silent, caption;
};

static bool is_right(const struct expected *e, const struct cell *c)
{
	switch (e->state) {
	case EXPECT_GIVEN:
		return c && c->state == CELL_GIVEN && dec_cmp(c->value, e->value) == 0;
	case EXPECT_BLANK:
		/* Nothing printed at a row's end leaves no trace in some layouts. */
		return !c || c->state == CELL_BLANK || c->state == CELL_MISSING;
	case EXPECT_LOST:
		break;
	}
	return !c || c->state == CELL_MISSING;
}

static void weigh(struct tally *t, const struct report *r, const struct corpus *k)
{
	for (size_t i = 0; i < k->form->n_cells; i++) {
		size_t at = report_cell_find(r, str_of(k->form->cells[i].name));
		const struct cell *c = at == STR_NONE ? NULL : &r->cells[at];
		t->cells++;
		if (is_right(&k->cells[i], c))
			t->right++;
		else if (c && c->doubt)
			t->doubtful++;
		else if (!c || c->state == CELL_MISSING)
			t->missing++;
		else
			t->silent++;
	}
	t->caption += r->form == k->form && r->year == k->year && r->title_text &&
		      strcmp(r->title_text, k->title) == 0 && r->agency_text &&
		      strcmp(r->agency_text, k->agency) == 0;
}

/* What is shown at a cell's place is its number. */
static void check_places(const struct report *r)
{
	for (size_t i = 0; i < r->n_cells; i++) {
		const struct cell *c = &r->cells[i];
		if (c->state != CELL_GIVEN)
			continue;
		struct disk_span d = doc_disk(r->doc, c->span);
		cr_expect(
			c->span.from < c->span.to && d.from < d.to && d.to <= doc_source(r->doc).n,
			"%s", c->def->name);
		cr_expect(text_span_covers(c->whole, c->span.from), "%s", c->def->name);
	}
}

static void read_back(const struct forms *forms, const struct corpus_case *c, struct tally *t)
{
	struct corpus k;
	struct err err = {0};
	struct report *r = NULL;
	struct buf bytes = {0};
	corpus_make(forms, c, &k);
	buf_add(&bytes, buf_str(&k.bytes));
	struct doc *d = import_bytes("made.txt", &bytes, &(struct import_options){0}, &err);
	cr_assert_not_null(d, "%s", err.text);
	cr_assert(report_build(d, forms, &r, &err), "%s", err.text);
	check_places(r);
	weigh(t, r, &k);
	report_free(r);
	corpus_free(&k);
}

static struct tally run(const struct forms *forms, enum corpus_layout layout, unsigned noise)
{
	struct tally t = {0};
	for (unsigned seed = 0; seed < SEEDS * 2; seed++)
		read_back(forms,
			&(struct corpus_case){seed * 7919 + layout * 31 + noise,
				seed % 2 ? "2019" : "2021", layout, noise},
			&t);
	return t;
}

static const unsigned noises[] = {0, NOISE_TOTAL_FIRST, NOISE_FULL_WIDTH, NOISE_THOUSANDS,
	NOISE_SPACED, NOISE_TYPO, NOISE_BLANKS, NOISE_UNITS, NOISE_CUT, NOISE_CRLF, NOISE_BOM,
	NOISE_GB18030, NOISE_NO_HEADINGS, NOISE_LABEL_LOST,
	NOISE_TYPO | NOISE_SPACED | NOISE_FULL_WIDTH | NOISE_GB18030,
	NOISE_BLANKS | NOISE_UNITS | NOISE_THOUSANDS | NOISE_CRLF,
	NOISE_CUT | NOISE_LABEL_LOST | NOISE_BOM, NOISE_TOTAL_FIRST | NOISE_BLANKS | NOISE_TYPO};

/* Layouts that keep the table's rows lose nothing that was printed; but of a row without a label at
 * the end of what is left nobody can say which one it is. */
static bool keeps_all(enum corpus_layout l, unsigned noise)
{
	if ((noise & NOISE_CUT) && (noise & NOISE_LABEL_LOST))
		return false;
	/* A mark at a line's end may be a list's, or have an empty cell behind it. */
	if (l == LAYOUT_COLONS && (noise & NOISE_BLANKS))
		return false;
	/* On a page without the headings nothing tells of a column that is empty there. */
	if ((l == LAYOUT_PDF || l == LAYOUT_PDF_TIGHT) && (noise & NOISE_BLANKS))
		return false;
	return l != LAYOUT_BARE && l != LAYOUT_BARS && l != LAYOUT_BAR_ROWS &&
	       l != LAYOUT_BAR_BETWEEN && l != LAYOUT_BAR_LEAD && l != LAYOUT_SPACES &&
	       l != LAYOUT_LOOSE && l != LAYOUT_WORD && l != LAYOUT_ONE_LINE && l != LAYOUT_COLUMNS;
}

TestSuite(corpus, .init = kit_load, .fini = kit_unload);

Test(corpus, nothing_is_silently_wrong)
{
	const struct forms *forms = kit_forms();
	for (enum corpus_layout l = 0; l < LAYOUT_COUNT; l++)
		for (size_t n = 0; n < ROWS(noises) && corpus_is_read(l); n++) {
			struct tally t = run(forms, l, noises[n]);
			cr_expect(t.cells == SEEDS * (198 + 200));
			cr_expect(t.silent == 0, "%s, noise %#x: %zu of %zu cells silently wrong",
				corpus_layout_name(l), noises[n], t.silent, t.cells);
			cr_expect(t.caption == SEEDS * 2, "%s, noise %#x: %zu captions right",
				corpus_layout_name(l), noises[n], t.caption);
			if (keeps_all(l, noises[n]))
				cr_expect(t.right == t.cells,
					"%s, noise %#x: %zu of %zu cells right",
					corpus_layout_name(l), noises[n], t.right, t.cells);
		}
}

/* Columns one behind the other lose nothing where nothing is lost. */
Test(corpus, columns_one_behind_the_other)
{
	static const unsigned mild[] = {0, NOISE_TOTAL_FIRST, NOISE_FULL_WIDTH, NOISE_THOUSANDS,
		NOISE_TYPO, NOISE_UNITS, NOISE_CRLF, NOISE_BOM, NOISE_GB18030};
	for (size_t n = 0; n < ROWS(mild); n++) {
		struct tally t = run(kit_forms(), LAYOUT_COLUMNS, mild[n]);
		cr_expect(t.right == t.cells, "noise %#x: %zu of %zu cells right", mild[n], t.right,
			t.cells);
	}
}

/* Up to four noises at once, any of them: what one alone cannot break, two may. */
Test(corpus, noises_together)
{
	const struct forms *forms = kit_forms();
	unsigned long long state = 20211231;
	for (enum corpus_layout l = 0; l < LAYOUT_COUNT; l++)
		for (unsigned n = 0; n < 30 && corpus_is_read(l); n++) {
			struct corpus_case c = {.layout = l, .form = n % 2 ? "2019" : "2021"};
			struct tally t = {0};
			for (int k = 0; k < 4; k++) {
				state = state * 6364136223846793005ull + 1442695040888963407ull;
				c.noise |= 1u << (state >> 40) % NOISE_COUNT;
			}
			c.seed = (unsigned)(state >> 33);
			read_back(forms, &c, &t);
			cr_expect(t.silent == 0, "%s, noise %#x, seed %u: %zu cells silently wrong",
				corpus_layout_name(l), c.noise, c.seed, t.silent);
		}
}
